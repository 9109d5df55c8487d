"""What an article says of itself, as texts that the templates of its opening and its end are filled with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huozi.blocks.setting import NOTHING, Paragraphs, Said
from huozi.content.issue_model import Article, Author, Section, Words
from huozi.content.model import Inline, Markup, Script, Text
from huozi.diagnostics import Span
from huozi.numbering import numbers_of
from huozi.style.keys.fields import ARTICLE_FIELDS, SAID_FIELDS
from huozi.style.openings import AuthorsStyle
from huozi.templates import fields_of, fill

RAISED = Markup(script=Script.SUPER)
_TOKEN = 0xF0000
"""Stands for a field while a template is filled: a private character for each, from this one on."""


NUMBER = "article_number"


def article_number(facts: Mapping[str, str], first: int, count: int) -> str:
    """An article's number (文章编号): ISSN, year, number of the issue, its first page and how many it has.

    The form is that of CAJ-CD B/T 1 (检索与评价数据规范); nothing where the journal has no ISSN.

    >>> article_number({"issn": "ISSN 1001-1234", "year": "2026", "issue": "3"}, 5, 12)
    '1001-1234(2026)03-0005-12'
    """
    issn = facts.get("issn", "").removeprefix("ISSN").strip()
    if not issn:
        return ""
    numbers = numbers_of(facts["issue"])
    issue = "".join(f"{number:02}" for number in numbers) or facts["issue"]
    return f"{issn}({facts['year']}){issue}-{first:04}-{count:02}"


def said_in_section(section: Section, number: int) -> dict[str, Paragraphs]:
    """The fields that all articles of a section have from it; ``number`` counts sections from 1."""
    said: dict[str, Paragraphs] = {"section": (section.title.inlines,)}
    said["section_en"] = _line(section.name_en, section.span)
    said["section_number"] = _line(str(number), section.span)
    return said


def said_of(article: Article, style: AuthorsStyle, others: Said = NOTHING) -> Said:
    """The fields of an article; ``others`` are those that it has from where it stands.

    Authors are led to their affiliations by raised numbers; see :class:`~huozi.style.openings.AuthorsStyle`.
    """
    said: dict[str, Paragraphs] = dict.fromkeys(ARTICLE_FIELDS, ()) | dict(others)
    said["title"] = _worded((article.title,))
    for key in SAID_FIELDS:
        said[key] = _worded(article.said(key))
    own, english = _numbered(article.authors), _numbered(article.authors_en)
    said["authors"] = _authors(article.authors, own, style, style.separator)
    same = len(article.authors_en) == len(article.authors) and not english
    marked = article.authors if same else article.authors_en
    named = tuple(
        each._replace(name=author.name, span=author.span)
        for each, author in zip(marked, article.authors_en, strict=True)
    )
    said["authors_en"] = _authors(named, own if same else english, style, style.separator_en)
    said["affiliations"] = _affiliations(own, style, style.affiliation_separator, article.span)
    said["affiliations_en"] = _affiliations(english, style, style.affiliation_separator_en, article.span)
    said["corresponding"] = _corresponding(article)
    said["keywords"] = _line("；".join(article.keywords), article.span)
    said["keywords_en"] = _line("; ".join(article.keywords_en), article.span)
    return said


def _worded(words: Words) -> Paragraphs:
    """The paragraphs of a field, but for empty ones."""
    return tuple(paragraph.inlines for paragraph in words if paragraph.inlines)


def _line(text: str, span: Span) -> Paragraphs:
    return ((Text(text, span),),) if text else ()


def _numbered(authors: Sequence[Author]) -> dict[str, int]:
    """The affiliations of authors in the order in which they are first named, each with its number."""
    return {
        name: number
        for number, name in enumerate(dict.fromkeys(each for author in authors for each in author.affiliations), 1)
    }


def _has_marks(numbers: Mapping[str, int], style: AuthorsStyle) -> bool:
    return style.marks == "always" or (style.marks == "auto" and len(numbers) > 1)


def _authors(authors: Sequence[Author], numbers: Mapping[str, int], style: AuthorsStyle, separator: str) -> Paragraphs:
    """Authors in a line, each with the raised numbers of their affiliations."""
    inlines: list[Inline] = []
    for author in authors:
        if inlines:
            inlines.append(Text(separator, author.span))
        inlines.append(Text(author.name, author.span))
        own = sorted(numbers[each] for each in author.affiliations) if _has_marks(numbers, style) else []
        marks = [str(number) for number in own]
        marks += [style.corresponding] if author.is_corresponding and style.corresponding else []
        if marks:
            inlines.append(Text(",".join(marks), author.span, markup=RAISED))
    return (tuple(inlines),) if inlines else ()


def _affiliations(numbers: Mapping[str, int], style: AuthorsStyle, separator: str, span: Span) -> Paragraphs:
    """Affiliations in a line, numbered where authors are led to them by numbers."""
    is_numbered = _has_marks(numbers, style)
    return _line(separator.join(f"{number}. {name}" if is_numbered else name for name, number in numbers.items()), span)


def _corresponding(article: Article) -> Paragraphs:
    """The authors whom readers may write to, each with the address."""
    authors = [author for author in article.authors if author.is_corresponding]
    named = ("，".join(filter(None, (author.name, author.email))) for author in authors)
    return _line("；".join(named), authors[0].span) if authors else ()


def is_unsaid(template: str, said: Said) -> bool:
    """Whether a template names fields of the article, and all of them are empty."""
    names = [name for name in fields_of(template) if name in said]
    return bool(names) and not any(map(said.__getitem__, names))


def filled(template: str, said: Said, facts: Mapping[str, str], place: Span) -> Paragraphs:
    """A template with the fields of an article, and those of its issue (``facts``), as inlines.

    Nothing where it names fields of the article and all of those are empty; what belongs to a field goes with it
    (:func:`~huozi.templates.fill`). Words of the template itself stand at the place of the field that they are said
    with, or at ``place``.
    """
    if is_unsaid(template, said):
        return ()
    names = [name for name in dict.fromkeys(fields_of(template)) if name in said]
    tokens = {name: chr(_TOKEN + at) if said[name] else "" for at, name in enumerate(names)}
    text = fill(template, {**facts, **tokens})
    spoken = {token: said[name] for name, token in tokens.items() if token}
    first = next((paragraphs[0][0].span for paragraphs in spoken.values()), place)
    done: list[list[Inline]] = [[]]
    words = ""
    for character in text:
        if character not in spoken:
            words += character
            continue
        head, *rest = spoken[character]
        if words := _before(words, head):
            done[-1].append(Text(words, first))
            words = ""
        done[-1] += head
        done += [list(paragraph) for paragraph in rest]
    if words:
        done[-1].append(Text(words, first))
    return tuple(tuple(paragraph) for paragraph in done if paragraph)


_DASH = "—"


def _before(words: str, inlines: Sequence[Inline]) -> str:
    """A template's words before a field, without the dash at their end where the field brings its own (副题)."""
    match inlines[0]:
        case Text(text=text) if text.startswith(_DASH):
            return words.rstrip(_DASH)
    return words
