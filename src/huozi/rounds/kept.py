"""A round as it is kept: what readers were given, as text that is made to be committed (``proofs/二校.jsonl``).

A line of JSON a fact, so that version control shows what differs from round to round. The first names the form and its
version, the last is ``["end"]``: a file that was cut off is known.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, get_args

from huozi.diagnostics import Span
from huozi.records import NamedTuple
from huozi.rounds.edition import (
    Edition,
    EditionArticle,
    EditionItem,
    EditionLine,
    EditionPage,
    EditionParagraph,
    ItemKind,
    Where,
)

FORM, VERSION = "huozi-round", 2
VERSION_WITHOUT_ITEMS = 1
"""The version that kept no figures, tables, boxes and notes: it is still read."""

MOST_BYTES = 64 * 2**20
"""Bytes of a round: an issue of a hundred thousand lines."""


class KeptFinding(NamedTuple):
    """A finding of a round: its fingerprint, rule, severity and place."""

    fingerprint: str
    rule: str
    severity: str
    place: Span


class Facts(NamedTuple):
    """Of what a round was made: its name, the issue, its day and revision, the version of Huozi, digests of files."""

    name: str
    journal: str
    year: int
    issue: str
    day: str
    revision: str
    huozi: str
    layout: str
    files: tuple[tuple[str, str], ...]


class Round(NamedTuple):
    """A round: of what it was made, its edition, the plan of its pages as text, what was found in it."""

    facts: Facts
    edition: Edition
    plan: str
    findings: tuple[KeptFinding, ...]


Row: TypeAlias = Sequence[object]


def round_text(kept: Round) -> str:
    """A round as the text of its file."""
    return "".join(f"{_written(row)}\n" for row in _rows(kept))


def _written(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _rows(kept: Round) -> Iterator[Row]:
    facts, edition = kept.facts, kept.edition
    yield [FORM, VERSION if edition.items is not None else VERSION_WITHOUT_ITEMS]
    for key in SINGLE:
        yield [key, dict(zip(facts._fields, facts, strict=True))[key]]
    yield ["title", edition.title]
    yield from (["file", *file] for file in facts.files)
    yield from (["plan", row] for row in kept.plan.rstrip("\n").split("\n"))
    yield from (["section", *section] for section in edition.sections)
    yield from (["article", *article] for article in edition.articles)
    yield from (["page", page.label, page.folio, page.rest, *page.furniture] for page in edition.pages)
    for item in edition.items or ():
        yield ["item", *item[:6], *item.place, *item[7:]]
    for paragraph in edition.paragraphs:
        article, kind, level, source, place, lines = paragraph
        yield ["text", article, kind, level, source, *place]
        yield from (["line", *line] for line in lines)
    yield from (["finding", *found[:3], *found.place] for found in kept.findings)
    yield ["end"]


SINGLE = ("name", "journal", "year", "issue", "day", "revision", "huozi", "layout")
"""The facts of a round that have a line each, in the order of the file."""


class Damaged(Exception):
    """A line, by its number, that cannot be read; 0 where the file is no round or of another version."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def read_round(text: str) -> Round:
    """The round that a text says. Raises ``Damaged``."""
    told: dict[str, list[object]] = {word: [] for word in READERS}
    lines: list[list[EditionLine]] = []
    last, word = 0, ""
    for last, row in _parsed(text):
        word, *values = row  # type: ignore[assignment]  # what is no word is in no table
        try:
            if word == "line":
                lines[-1].append(_line(values, len(told["page"])))
                continue
            told[word].append(READERS[word](values))
            if word == "item" and told["item"][-1].last >= len(told["page"]):  # type: ignore[attr-defined]  # an item
                raise ValueError(values)
        except (TypeError, ValueError, KeyError, IndexError) as error:
            raise Damaged(last) from error
        if word == "text":
            lines.append([])
    if word != "end" or len(told["end"]) != 1 or any(len(told[key]) != 1 for key in (*SINGLE, "title")):
        raise Damaged(last + 1)
    return _whole(told, lines)


def _parsed(text: str) -> Iterator[tuple[int, list[object]]]:
    """The rows of a round, with their numbers; spaces and empty lines say nothing."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise Damaged(number if number > 1 else 0) from error
        if not isinstance(row, list) or not row or (number == 1 and row not in FIRST_ROWS):
            raise Damaged(number if number > 1 else 0)
        yield number, row


FIRST_ROWS = ([FORM, VERSION_WITHOUT_ITEMS], [FORM, VERSION])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(_text, values))


def _number(value: object, least: int = 0) -> int:
    if type(value) is not int or value < least:
        raise TypeError(value)
    return value


def _span(values: Sequence[object]) -> Span:
    file, line, column = values
    return Span(_text(file), _number(line), _number(column))


def _line(values: Sequence[object], pages: int) -> EditionLine:
    page, column, number, baseline, *texts = values
    if type(baseline) is not int or _number(page) >= pages or type(number) is not int or not number:
        raise ValueError(values)
    text, look, setting = _texts(texts)
    return EditionLine(_number(page), _number(column, 1), number, baseline, text, look, setting)


def _paragraph(values: Sequence[object]) -> EditionParagraph:
    article, kind, level, source, *place = values
    return EditionParagraph(_text(article), _text(kind), _number(level), _text(source), _span(place), ())


def _page(values: Sequence[object]) -> EditionPage:
    label, folio, rest, *furniture = _texts(values)
    return EditionPage(label, folio, tuple(furniture), rest)


def _finding(values: Sequence[object]) -> KeptFinding:
    fingerprint, rule, severity, *place = values
    return KeptFinding(_text(fingerprint), _text(rule), _text(severity), _span(place))


def _article(values: Sequence[object]) -> EditionArticle:
    name, title, section, folio = _texts(values)
    return EditionArticle(name, title, section, folio)


def _pair(values: Sequence[object]) -> tuple[str, str]:
    one, other = _texts(values)
    return one, other


def _only(values: Sequence[object]) -> str:
    (value,) = values
    return _text(value)


def _year(values: Sequence[object]) -> int:
    (value,) = values
    return _number(value)


def _nothing(values: Sequence[object]) -> None:
    if values:
        raise ValueError(values)


def _form(values: Sequence[object]) -> int:
    (version,) = values
    if type(version) is not int or version not in (VERSION_WITHOUT_ITEMS, VERSION):
        raise ValueError(values)
    return version


def _item(values: Sequence[object]) -> EditionItem:
    article, kind, name, label, source, picture, file, line, column_of, page, last, where, column, mention = values
    if kind not in ITEM_KINDS or where not in WHERES or type(mention) is not int or mention < -1:
        raise ValueError(values)
    texts = _texts((article, kind, name, label, source, picture))
    place, pages = _span((file, line, column_of)), (_number(page), _number(last, _number(page)))
    return EditionItem(*texts, place, *pages, where, _number(column, 1), mention)  # type: ignore[arg-type, call-arg]  # looked at


ITEM_KINDS, WHERES = get_args(ItemKind), get_args(Where)


READERS: dict[str, Callable[[Sequence[object]], object]] = {
    FORM: _form,
    **dict.fromkeys((*SINGLE, "title"), _only),
    "year": _year,
    "file": _pair,
    "plan": _only,
    "section": _pair,
    "article": _article,
    "page": _page,
    "item": _item,
    "text": _paragraph,
    "finding": _finding,
    "end": _nothing,
}
"""How the lines of a round are read, by their first word."""


def _whole(told: Mapping[str, Any], lines: Sequence[Sequence[EditionLine]]) -> Round:
    """A round of what its lines say, each read by its reader."""
    name, journal, year, issue, day, revision, huozi, layout = (told[key][0] for key in SINGLE)
    facts = Facts(name, journal, year, issue, day, revision, huozi, layout, tuple(told["file"]))
    paragraphs = tuple(paragraph._replace(lines=tuple(own)) for paragraph, own in zip(told["text"], lines, strict=True))
    items = tuple(told["item"]) if told[FORM][0] > VERSION_WITHOUT_ITEMS else None
    listed = (tuple(told["page"]), paragraphs, tuple(told["article"]), tuple(told["section"]))
    edition = Edition(told["title"][0], *listed, items)
    return Round(facts, edition, "\n".join((*told["plan"], "")), tuple(told["finding"]))
