"""What an article's front matter says: its keys, and how the text of each is read.

Texts are kept as lines of the file with their places until YAML's slips are mended (``slips.mending`` reads a front
matter several times), and become :data:`~huozi.content.model.Words` after that.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, assert_never

from huozi.content.authors import AUTHOR_KEYS, read_authors, read_words
from huozi.content.fields import Fields, Line, line_of, read_fields, read_text
from huozi.content.issue_model import BAR, Author, Title, Words
from huozi.content.model import Text
from huozi.content.titles import read_field_line, report_markup
from huozi.diagnostics import Findings
from huozi.geometry import MOST_COLUMNS
from huozi.positioned_yaml import Entry, Mapping, Node, Scalar
from huozi.records import NamedTuple

Reading: TypeAlias = Literal["line", "paragraphs", "plain", "date"]
"""How what a key says is read.

*line*: a line of Markdown, as a title is, in which | is a preferred line break; *paragraphs* of Markdown; *plain*: a
line that is printed as it is typed.
"""

FIELDS: dict[str, Reading] = {
    "subtitle": "line",
    "short_title": "line",
    "title_en": "line",
    "subtitle_en": "line",
    "abstract": "paragraphs",
    "abstract_en": "paragraphs",
    "affiliation_note": "plain",
    "source": "plain",
    "note": "paragraphs",
    "received": "date",
    "revised": "date",
    "doi": "plain",
    "clc": "plain",
    "document_code": "plain",
    "editors_note": "paragraphs",
    "editor": "plain",
    "translator": "plain",
}
"""Keys whose words stand in ``Article.fields``, and how each is read."""

FRONT_MATTER_KEYS: dict[str, bool] = {
    "title": True,
    **dict.fromkeys(("authors", "authors_en", "keywords", "keywords_en", *FIELDS), False),
    **dict.fromkeys(("columns", "start", "kind", "contents", "notes"), False),
}
"""Keys of an article's front matter: required or not."""

KEYS = frozenset((*FRONT_MATTER_KEYS, *AUTHOR_KEYS))
"""Every key of a front matter, at whatever depth."""

ENGLISH = "_en"
"""What keys end in whose words are English."""

_CHECKED = frozenset(("received", "revised", "doi", "clc", "document_code"))

STARTS: tuple[Literal["run-on", "column", "page", "recto"], ...] = ("run-on", "column", "page", "recto")
"""Where an article may begin."""

NOTES_PLACES: tuple[Literal["foot", "end"], ...] = ("foot", "end")
"""Where the notes of an article may stand: at the feet of pages, at its end."""

ARTICLE_KINDS: tuple[Literal["article", "filler"], ...] = ("article", "filler")

SaidLines: TypeAlias = tuple[tuple[str, tuple[Line, ...]], ...]
"""What the fields say as lines of the file, a paragraph each, in the order of the file."""


class Asked(NamedTuple):
    """What a front matter asks of the pages, as in ``Article``."""

    columns: int = 0
    kind: Literal["article", "filler"] = "article"
    start: Literal["", "run-on", "column", "page", "recto"] = ""
    in_contents: bool = True
    notes_place: Literal["", "foot", "end"] = ""


class Front(NamedTuple):
    """What an article's front matter says."""

    title: Line
    authors: tuple[Author, ...] = ()
    keywords: tuple[str, ...] = ()
    authors_en: tuple[Author, ...] = ()
    keywords_en: tuple[str, ...] = ()
    said: SaidLines = ()
    asked: Asked = Asked()


def read_front(node: Node, findings: Findings) -> Front | None:
    """The front matter that a node is; ``None`` after a finding where it is no mapping."""
    match node:
        case Scalar(value=None, span=span):  # nothing between the lines
            fields = read_fields(Mapping((), span), FRONT_MATTER_KEYS, findings)
        case _:
            fields = read_fields(node, FRONT_MATTER_KEYS, findings)
    if fields is None:
        return None
    front = Front(
        title=fields.line("title"),
        authors=read_authors(fields, "authors"),
        keywords=read_words(fields, "keywords"),
        authors_en=read_authors(fields, "authors_en"),
        keywords_en=read_words(fields, "keywords_en"),
        said=tuple((key, lines) for key in fields.entries if key in FIELDS and (lines := _lines(fields, key))),
        asked=_read_asked(fields),
    )
    _check(fields, front)
    return front


def _check(fields: Fields, front: Front) -> None:
    """Check what few articles have: numbers and codes of a known form, a counterpart in English."""
    if not _CHECKED.isdisjoint(fields.entries):
        from huozi.content.codes import check_codes

        check_codes(fields, {key: lines[0].text for key, lines in front.said})
    if any(key.endswith(ENGLISH) for key in fields.entries):
        from huozi.content.counterparts import check_counterparts

        check_counterparts(fields, _counts(front))


def _counts(front: Front) -> dict[str, int]:
    """How many items a front matter has under each key of people, words and texts; a text is one."""
    return {
        **{key: 1 for key, _ in front.said},
        "title": 1 if front.title.text else 0,
        "authors": len(front.authors),
        "authors_en": len(front.authors_en),
        "keywords": len(front.keywords),
        "keywords_en": len(front.keywords_en),
    }


def _read_asked(fields: Fields) -> Asked:
    """What an article asks of its pages. Finding: ``filler-only``, where it is one and has no say in them."""
    if fields.entries.keys().isdisjoint(("columns", "start", "kind", "contents", "notes")):
        return Asked()
    kind = fields.choice("kind", ARTICLE_KINDS, "article")
    asked = Asked(
        fields.up_to("columns", MOST_COLUMNS),
        kind,
        fields.choice("start", STARTS, ""),
        fields.flag("contents", kind != "filler"),
        fields.choice("notes", NOTES_PLACES, ""),
    )
    if kind == "filler":
        for key in ("columns", "start"):
            if key in fields.entries:
                fields.findings.add(fields.span_of(key), "filler-only", key=key)
        return asked._replace(columns=0, start="")
    return asked


def _lines(fields: Fields, key: str) -> tuple[Line, ...]:
    """What a field says, a line for each paragraph; none where it is left empty, or after a finding."""
    match fields.entries[key], FIELDS[key]:
        case Entry(value=Scalar(value=None)), _:
            return ()
        case Entry(value=node), "paragraphs":
            from huozi.content.said_paragraphs import paragraphs_of

            return paragraphs_of(node, key, fields.findings)
        case Entry(value=node), "date":
            day = fields.day(key)
            return (Line(day.isoformat(), node.span),) if day.year > 1 else ()
        case Entry(value=node), "line" | "plain" as reading:
            text = read_text(node, key, fields.findings, may_be_empty=True)
            line = line_of(node, text)
            if reading == "plain":
                report_markup(line, key, fields.findings)
            return (line,) if text else ()
        case _, never:
            assert_never(never)


def words_of(key: str, lines: tuple[Line, ...], findings: Findings) -> Words:
    """The words that the lines of a field are; what cannot be set in them is reported at its place."""
    match FIELDS[key]:
        case "line":
            read = [read_field_line(line, key, findings) for line in lines]
        case "paragraphs":
            from huozi.content.said_paragraphs import read_paragraph

            read = [read_paragraph(line, key, findings) for line in lines]
        case "plain" | "date":
            read = [Title((Text(line.text.replace("|", BAR), line.span),), line.span) for line in lines]
        case never:
            assert_never(never)
    return tuple(words for words in read if words.inlines)
