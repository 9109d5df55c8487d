"""What an article says of itself: title, abstract, keywords, dates, DOI; each by itself and in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from huozi.content.counterparts import COUNTERPARTS
from huozi.content.issue_model import Article
from huozi.content.plain import plain_title
from huozi.content.prose import prose_of
from huozi.content.running_text import running_text
from huozi.diagnostics import Findings, Span
from huozi.inspection.subject import Subject, squeezed

KEYWORDS = range(3, 9)
MOST_LOOKED_FOR = 30
"""Keywords that are looked for in the text; who has more has been told so."""

ABSTRACT = range(60, 601)
"""Characters of a Chinese abstract: an indicative one of few sentences to a long informative one."""

ABSTRACT_WORDS = range(30, 401)
MOST_TITLE = 25
"""Hanzi of the title of a paper; of other texts twice as many (their titles are sentences)."""

MOST_TITLE_WORDS = 20
YEARS_TO_PRINT = 3
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_LABELS = {
    "abstract": r"[【\[]?(?:内容)?(?:摘\s*要|提\s*要)[：:\]】]",
    "abstract_en": r"(?:Abstract|ABSTRACT|Summary)\b\s*[:：.—-]",
    "editors_note": r"编者按[：:]",
    "source": r"(?:文章)?(?:来源|转自|摘自)[：:]",
    "editor": r"(?:责任编辑|责编|编辑)[：: ]",
    "translator": r".*\s译\Z",
    "affiliation_note": r"[（(].*[）)]\Z",
    "subtitle": r"(?:——|—|--|－)",
}
"""What a layout prints with a field, as it is typed once more."""


def look_at_fields(subject: Subject, findings: Findings) -> None:
    """Report titles, keywords, abstracts and dates of an article that are out of form or differ in two languages."""
    for article in subject.texts:
        _check_title(article, findings)
        _check_keywords(article, findings)
        _check_abstract(article, findings)
        _check_labels(article, findings)
        _check_scripts(article, findings)
        _check_figures(article, findings)
        _check_dates(subject, article, findings)


def said(article: Article, key: str) -> tuple[str, Span]:
    """The text of a field and its place; empty where it is not there."""
    words = article.said(key)
    return "".join(map(plain_title, words)), words[0].span if words else article.span


def _place_of(article: Article, key: str) -> Span:
    """The place of a key's value in the front matter: of lists, the article's title is the nearest that is known."""
    match key:
        case "title":
            return article.title.span
        case "authors" | "authors_en":
            authors = article.authors if key == "authors" else article.authors_en
            return authors[0].span if authors else article.title.span
        case _:
            return said(article, key)[1] if article.said(key) else article.title.span


# ------------------------------------------------------------------ titles


def _check_title(article: Article, findings: Findings) -> None:
    title = plain_title(article.title)
    is_paper = bool(article.keywords or article.said("abstract"))
    length, most = len(re.findall(f"[{_HAN}A-Za-z0-9]", title)), MOST_TITLE * (1 if is_paper else 2)
    if length > most:
        findings.add(article.title.span, "title-long", count=length, most=most)
    if re.search(r"[。；，、;,]\Z|(?<!\.)\.\Z", title):
        findings.add(article.title.span, "title-end-mark", mark=title[-1])
    if re.search(r"\S\s*(?:——|－－|--|⸺)\s*\S", title):
        findings.add(article.title.span, "subtitle-in-title", title=title)
    english, place = said(article, "title_en")
    if len(english.split()) > MOST_TITLE_WORDS:
        findings.add(place, "title-english-long", count=len(english.split()), most=MOST_TITLE_WORDS)
    if re.search(r"(?<!\.)[.;,:。；，：]\Z", english):
        findings.add(place, "title-end-mark", mark=english[-1])
    _check_short_title(article, title, findings)


def _check_short_title(article: Article, title: str, findings: Findings) -> None:
    """A short title is what is left of the title: other characters in it are slips, or it is another article's."""
    short, place = said(article, "short_title")
    if not short:
        return
    whole = iter(squeezed(title + said(article, "subtitle")[0]))
    strange = [mark for mark in squeezed(short) if mark.isalnum() and mark not in whole]
    if strange:
        findings.add(place, "short-title-unlike", short=short, title=title)
    elif len(squeezed(short)) >= len(squeezed(title)):
        findings.add(place, "short-title-long", short=short)


# ------------------------------------------------------------------ keywords and abstracts


def _check_keywords(article: Article, findings: Findings) -> None:
    own, english = article.keywords, article.keywords_en
    place = place_of_keywords(article)
    for words, key in ((own, "keywords"), (english, "keywords_en")):
        if words and len(words) not in KEYWORDS:
            findings.add(place, "keywords-many-or-few", key=key, count=len(words))
        folded = [squeezed(word).casefold() for word in words]
        for word in (word for word, times in Counter(folded).items() if times > 1):
            findings.add(place, "keyword-twice", key=key, word=word)
    if len(own) == len(english):
        _check_keyword_order(own, english, place, findings)
    if own:
        text = _whole_text(article).casefold()
        for word in own[:MOST_LOOKED_FOR]:
            if squeezed(word).casefold() not in text and not _is_in_halves(word, text):
                findings.add(place, "keyword-not-in-text", word=word)


def place_of_keywords(article: Article) -> Span:
    """Keywords have no place of their own in the model: the abstract's, which comes with them, else the title's."""
    return said(article, "abstract")[1] if article.said("abstract") else article.title.span


def _is_in_halves(word: str, text: str) -> bool:
    """Whether a text says a compound keyword in two parts (作者、单位), each of two characters at least."""
    bare = squeezed(word).casefold()
    half = len(bare) // 2
    return half > 1 and bare[:half] in text and bare[half:] in text


def _whole_text(article: Article) -> str:
    parts = [plain_title(article.title), *(plain_title(words) for _, each in article.fields for words in each)]
    parts += [prose_of(run.inlines).text for run in running_text(article.blocks)]
    return squeezed("".join(parts))


def _check_keyword_order(own: Sequence[str], english: Sequence[str], place: Span, findings: Findings) -> None:
    """Keywords that share a word in Latin letters or a number stand at the same place of both lists."""
    for at, word in enumerate(own):
        shared = [each.casefold() for each in re.findall(r"[A-Za-z][A-Za-z0-9.+-]+|[0-9]+", word)]
        if not shared:
            continue
        homes = [other for other, there in enumerate(english) if all(each in there.casefold() for each in shared)]
        if homes and at not in homes:
            findings.add(place, "keywords-order", word=word, english=english[at], other=english[homes[0]])
            return


def _check_abstract(article: Article, findings: Findings) -> None:
    text, place = said(article, "abstract")
    if text and (length := len(squeezed(text))) not in ABSTRACT:
        findings.add(place, "abstract-length", count=length, least=ABSTRACT[0], most=ABSTRACT[-1])
    english, place = said(article, "abstract_en")
    if english and (length := len(english.split())) not in ABSTRACT_WORDS:
        findings.add(place, "abstract-english-length", count=length, least=ABSTRACT_WORDS[0], most=ABSTRACT_WORDS[-1])
    for key, marks in (("abstract", "。！？…”」）"), ("abstract_en", ".!?…”)’")):
        text, place = said(article, key)
        if text and text.strip()[-1] not in marks:
            findings.add(place, "abstract-cut", key=key, end=text.strip()[-8:])


# ------------------------------------------------------------------ labels, scripts, figures


def _check_labels(article: Article, findings: Findings) -> None:
    for key, pattern in _LABELS.items():
        text, place = said(article, key)
        if found := re.match(pattern, text.strip()):
            findings.add(place, "label-typed", key=key, typed=found[0].strip()[:12])
    for word in (*article.keywords[:1], *article.keywords_en[:1]):
        if found := re.match(r"关\s*键\s*词\s*[：:]?|Key\s?words?\s*[:：]", word, re.IGNORECASE):
            findings.add(article.title.span, "label-typed", key="keywords", typed=found[0])


def _check_scripts(article: Article, findings: Findings) -> None:
    """Report English that has hanzi in it, and Chinese that has none."""
    for key, english in COUNTERPARTS:
        for text in _texts_of(article, english):
            if found := re.search(f"[{_HAN}]+", text):
                findings.add(_place_of(article, english), "english-with-han", key=english, typed=found[0][:12])
        for text in _texts_of(article, key) if key in ("title", "subtitle", "abstract") else ():
            if _texts_of(article, english) and not re.search(f"[{_HAN}]", text):
                findings.add(_place_of(article, key), "chinese-without-han", key=key, typed=text[:12])


def _texts_of(article: Article, key: str) -> tuple[str, ...]:
    """The texts of a key, of a list an item each."""
    match key:
        case "title":
            return (plain_title(article.title),)
        case "keywords":
            return article.keywords
        case "keywords_en":
            return article.keywords_en
        case "authors" | "authors_en":
            authors = article.authors if key == "authors" else article.authors_en
            return tuple(text for author in authors for text in (author.name, *author.affiliations))
        case _:
            return tuple(map(plain_title, article.said(key)))


def _check_figures(article: Article, findings: Findings) -> None:
    """Report numbers of a title or an abstract that its English counterpart does not have."""
    for key, english in (("title", "title_en"), ("abstract", "abstract_en")):
        text, other = "".join(_texts_of(article, key)), "".join(_texts_of(article, english))
        lacking = [number for number in _figures(text) if number not in _plain_figures(other)]
        if other and lacking:
            findings.add(_place_of(article, english), "figures-differ", key=english, numbers="、".join(lacking))


def _figures(text: str) -> Iterator[str]:
    """The numbers of a Chinese text that stand in English in the same figures: not 30亿, which is 3 billion."""
    for found in re.finditer(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?![0-9.]*[多余]?[万亿千百])", text.replace(",", "")):
        if len(found[0]) > 1:
            yield found[0]


def _plain_figures(text: str) -> set[str]:
    return set(re.findall(r"[0-9]+(?:\.[0-9]+)?", re.sub(r"(?<=[0-9])[,\u2009\u00a0 ](?=[0-9]{3})", "", text)))


# ------------------------------------------------------------------ dates and DOI


def _check_dates(subject: Subject, article: Article, findings: Findings) -> None:
    received, place = said(article, "received")
    if article.said("revised") and not received:
        findings.add(said(article, "revised")[1], "revised-alone")
    if received[:4].isdecimal() and int(received[:4]) + YEARS_TO_PRINT < subject.issue.year:
        findings.add(place, "received-long-ago", received=received, year=subject.issue.year)
    doi, place = said(article, "doi")
    for found in re.finditer(r"(?<![0-9])((?:19|20)[0-9]{2})(?:[./-]([0-9]{1,2}))?(?![0-9])", doi.partition("/")[2]):
        year, number = int(found[1]), found[2]
        is_other = number and subject.issue.number.isdecimal() and int(number) != int(subject.issue.number)
        if year != subject.issue.year or is_other:
            shown = {"doi": doi, "year": subject.issue.year, "issue": subject.issue.number}
            findings.add(place, "doi-not-of-issue", **shown)
