"""Authors and affiliations: whether both languages name the same in the same order, and one person in one way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, permutations

from huozi.content.issue_model import Article, Author
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings
from huozi.inspection.subject import Subject
from huozi.inspection.surnames import latin_words, readings

_RANKS = "教授|副教授|讲师|研究员|博士|硕士|院士|主任|记者|编辑|通讯员|先生|女士|老师"
"""What stands behind (or before) a name and is no part of it."""

_EXTRA = rf"(?:本报|本刊|特约)?(?:记者|通讯员)\s*\S+|\S{{2,4}}\s*(?:{_RANKS})|.*[0-9*＊†①-⑳].*|作者[:：].*|.*[(（].*"
_SPACED = r"[\u3400-\u9fff][ \u3000]+[\u3400-\u9fff]"
LONGEST_NAME = 12
"""Characters of a name of a person; what is longer is an institution's."""

_MOST_TRIED = 5
"""Authors whose orders are all tried."""


def look_at_authors(subject: Subject, findings: Findings) -> None:
    """Report authors who differ in both languages, and what is odd in the lists of one article."""
    for article in subject.texts:
        _check_names(article, findings)
        _check_languages(article, findings)
        _check_affiliations(article, findings)
        _check_corresponding(article, findings)
        _check_note(article, findings)


def _check_names(article: Article, findings: Findings) -> None:
    seen: set[str] = set()
    for author in (*article.authors, *article.authors_en):
        bare = "".join(author.name.split()).casefold()
        if bare in seen:
            findings.add(author.span, "author-twice", name=author.name)
        seen.add(bare)
    for author in article.authors:
        if re.fullmatch(_EXTRA, author.name):
            findings.add(author.span, "author-extra", name=author.name)
    capitals = [author for author in article.authors_en if re.search(r"\b[A-Z]{2,}\b", author.name)]
    if 0 < len(capitals) < len(article.authors_en):
        odd = min(capitals, [each for each in article.authors_en if each not in capitals], key=len)[0]
        findings.add(odd.span, "author-english-case", name=odd.name)


def _matches(own: Author, english: Author) -> bool | None:
    """Whether two names may be one person's; ``None`` where the table of surnames cannot tell."""
    known = readings("".join(own.name.split()))
    return not set(known).isdisjoint(latin_words(english.name)) if known else None


def _check_languages(article: Article, findings: Findings) -> None:
    """Report the English names in another order than the Chinese ones, else the one that is of somebody else."""
    own, english = article.authors, article.authors_en
    if not english or len(own) != len(english):  # counterpart-count tells
        return
    wrong = [at for at, pair in enumerate(zip(own, english, strict=True)) if _matches(*pair) is False]
    if not wrong:
        return
    if len(own) <= _MOST_TRIED and any(_fits(own, order) for order in permutations(english)):
        arguments = {"names": "、".join(each.name for each in own), "english": ", ".join(each.name for each in english)}
        findings.add(english[wrong[0]].span, "authors-order", **arguments)
        return
    for at in wrong:
        findings.add(english[at].span, "author-english-unlike", name=own[at].name, english=english[at].name)


def _fits(own: Sequence[Author], english: Sequence[Author]) -> bool:
    return all(_matches(*pair) is not False for pair in zip(own, english, strict=True))


def _check_affiliations(article: Article, findings: Findings) -> None:
    for authors in (article.authors, article.authors_en):
        without = [author for author in authors if not author.affiliations]
        if 0 < len(without) < len(authors):
            findings.add(without[0].span, "author-without-affiliation", name=without[0].name)
    if not article.authors_en or len(article.authors) != len(article.authors_en):
        return
    for own, english in zip(article.authors, article.authors_en, strict=True):
        if own.affiliations and len(own.affiliations) != len(english.affiliations):
            counts = {"name": own.name, "count": len(own.affiliations), "english": len(english.affiliations)}
            findings.add(english.span, "affiliation-count", **counts)
            continue
        for one, other in zip(own.affiliations, english.affiliations, strict=False):
            codes, others = _post_codes(one), _post_codes(other)
            if codes != others:
                shown = {"name": own.name, "codes": codes or "—", "english": others or "—"}
                findings.add(english.span, "affiliation-post-code", **shown)


def _post_codes(affiliation: str) -> str:
    return "、".join(re.findall(r"(?<![0-9])[0-9]{4,7}(?![0-9])", affiliation))


def _check_corresponding(article: Article, findings: Findings) -> None:
    own, english = article.authors, article.authors_en
    if len(own) == len(english):
        for one, other in zip(own, english, strict=True):
            if one.is_corresponding != other.is_corresponding:
                findings.add(other.span, "corresponding-differs", name=one.name, english=other.name)
    emails: dict[str, Author] = {}
    for author in own:
        if author.email in emails and author.email:
            findings.add(author.span, "email-twice", email=author.email, name=emails[author.email].name)
        emails.setdefault(author.email, author)
    if any(author.is_corresponding for author in own) and not any(author.email for author in own):
        first = next(author for author in own if author.is_corresponding)
        findings.add(first.span, "corresponding-without-email", name=first.name)


def _check_note(article: Article, findings: Findings) -> None:
    """Report people of the note on authors who are not its authors: 苏同尘，…；何一苇，…, and as many as there are."""
    names = ["".join(author.name.split()) for author in article.authors]
    note = article.said("affiliation_note")
    if not names or not note:
        return
    text = plain_title(note[0]).strip("（）() ")
    head = re.match(r"作者(?:分别)?(?:单位|系|为|简介)?[:：]?", text)
    parts = [part for part in re.split("[；;]", text[head.end() :] if head else text) if part]
    is_one = len(parts) == 1 and re.search("[，、]", parts[0])  # parted by other marks, perhaps
    if head and head[0].startswith("作者分别") and len(parts) != len(names) and not is_one:
        findings.add(note[0].span, "affiliation-note-count", count=len(parts), authors=len(names))
    for part in parts:
        found = re.match(r"([\u3400-\u9fff]{2,4})(?:[，,：:]|（(?:19|20)[0-9]{2}|\()", part)
        if found and readings(found[1]) and found[1] not in names and len(parts) == len(names) and not head:
            findings.add(note[0].span, "author-not-in-note", name=found[1], names="、".join(names))


# ------------------------------------------------------------------ over all articles


def look_at_spellings(subject: Subject, findings: Findings) -> None:
    """Report one person, institution or source that is written in two ways in the issue."""
    authors = [author for article in subject.texts for author in article.authors]
    _check_spaces(authors, findings)
    _check_alike(authors, findings)
    _check_english_of(subject.texts, findings)
    _check_sources(subject.texts, findings)


def _check_spaces(authors: Sequence[Author], findings: Findings) -> None:
    """Names of two hanzi are set apart by the layout or by nobody."""
    two = [author for author in authors if len("".join(author.name.split())) == 2]
    spaced = [author for author in authors if re.search(_SPACED, author.name)]
    odd = [author for author in spaced if author not in two] or (spaced if 0 < len(spaced) < len(two) else [])
    same = {"".join(author.name.split()) for author in authors if author not in spaced}
    odd = odd or [author for author in spaced if "".join(author.name.split()) in same]
    for author in odd:
        findings.add(author.span, "author-spaced", name=author.name)


def _check_alike(authors: Sequence[Author], findings: Findings) -> None:
    """Two names of three hanzi that differ in one: most likely one person, one of them mistyped."""
    seen: dict[tuple[int, str], str] = {}
    told: set[str] = set()
    for author in authors:
        name = "".join(author.name.split())
        if not 3 <= len(name) <= LONGEST_NAME or name in told:
            continue
        told.add(name)
        for at in range(len(name)):
            other = seen.setdefault((at, name[:at] + name[at + 1 :]), name)
            if other != name:
                findings.add(author.span, "author-alike", name=name, other=other)


def _check_english_of(articles: Sequence[Article], findings: Findings) -> None:
    spelled: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for article in articles:
        if len(article.authors) != len(article.authors_en):
            continue
        for own, english in zip(article.authors, article.authors_en, strict=True):
            first = spelled.setdefault(own.name, english.name)
            if first != english.name:
                findings.add(english.span, "author-english-varies", name=own.name, english=english.name, other=first)
            for one, other in zip(own.affiliations, english.affiliations, strict=False):
                known = bodies.setdefault(one, other)
                if known != other:
                    shown = {"name": one, "english": other, "other": known}
                    findings.add(english.span, "affiliation-english-varies", **shown)


def _check_sources(articles: Sequence[Article], findings: Findings) -> None:
    """Sources that differ in one character or in spaces: one, written in two ways."""
    first: dict[str, Article] = {}
    count: dict[str, int] = {}
    for article in articles:
        for words in article.said("source"):
            name = plain_title(words)
            first.setdefault(name, article)
            count[name] = count.get(name, 0) + 1
    for one, other in combinations(first, 2):
        if _is_slip(one, other):
            odd, better = (one, other) if count[one] < count[other] else (other, one)
            findings.add(first[odd].said("source")[0].span, "source-alike", name=odd, other=better)


LONGEST_SOURCE = 60


def _is_slip(one: str, other: str) -> bool:
    """Whether two names differ in spaces alone, or in one character of four or more."""
    one, other = "".join(one.split()), "".join(other.split())
    if one == other:
        return True
    if not 4 <= min(len(one), len(other)) <= LONGEST_SOURCE or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
