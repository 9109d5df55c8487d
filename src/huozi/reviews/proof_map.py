"""The map of a proof: where each line of text stands on its pages, and where it comes from.

A proof carries it as JSON in its catalog (``/PieceInfo /Huozi /Private``). What is read may come from anybody, so every
member is looked at: a number that is none, a file outside the issue, more lines than pages have.

    {"version": 1, "journal", "year", "issue", "title", "round", "revision", "files": ["articles/01-a.md", …],
     "pages": [{"sheet", "label", "folio",
                "lines": [[left, bottom, right, top, column, number, file, line, col], …]}]}

``sheet`` is the PDF's page from 0; of a spread two entries have the same one. Coordinates are points of its user space,
``file`` a place in ``files``, or a name. A tenth member of a line is its text.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.geometry import PT
from huozi.records import NamedTuple
from huozi.reviews.model import Box

VERSION = 1

MOST_BYTES = 32 * 2**20
"""A map is not larger: a thousand pages of two hundred lines have half of it."""

MOST_SHEETS = 10_000
MOST_LINES_OF_A_SHEET = 2_000
"""A spread of two pages in four columns of seventy lines has 560."""

MOST_FILES = 10_000
MOST_OF_A_NAME = 300
FURTHEST = 20_000
"""Points from its origin that a page ends at, at the most (ISO 32000-1, annex C: 14,400)."""

MOST_OF_A_NUMBER = 10**7


class MapLine(NamedTuple):
    """A line of text: its box, column and number (from 1; 0: it is not counted), its place in the source, its text.

    A place without a file is not known.
    """

    box: Box
    column: int
    number: int
    span: Span
    text: str = ""


class MapPage(NamedTuple):
    """A page of the issue on a page of the PDF (``sheet``, from 0)."""

    sheet: int
    label: str
    folio: str
    lines: tuple[MapLine, ...]


class ProofMap(NamedTuple):
    """The map of a proof, with the issue and the round that it is of. Files are named from the issue's folder."""

    journal: str
    year: str
    issue: str
    title: str
    round: str
    revision: str
    pages: tuple[MapPage, ...]


Fault: TypeAlias = Literal["damaged", "later"]
"""Why a map cannot be used: it is damaged, or a later version has written it."""


class _MapError(ValueError):
    """A member that is none."""


def read_map(data: bytes) -> ProofMap | Fault:
    """The map that bytes say, or why they say none that can be used."""
    try:
        whole = json.loads(data) if len(data) <= MOST_BYTES else None
        if not isinstance(whole, dict):
            return "damaged"
        version = whole.get("version")
        if isinstance(version, int) and version > VERSION:
            return "later"
        return _map_of(whole) if version == VERSION else "damaged"
    except (ValueError, RecursionError):  # what is no JSON, no UTF-8, or a number that is none
        return "damaged"


def _map_of(whole: Mapping[str, object]) -> ProofMap:
    files = [_file(name) for name in _list(whole.get("files", []), MOST_FILES)]
    pages = []
    counted: Counter[int] = Counter()  # of each sheet
    for page in _list(whole.get("pages"), MOST_SHEETS):
        made = _page(page, files)
        counted[made.sheet] += len(made.lines)
        if counted[made.sheet] > MOST_LINES_OF_A_SHEET:
            raise _MapError
        pages.append(made)
    words = {key: _word(whole.get(key)) for key in ("journal", "year", "issue", "title", "round", "revision")}
    return ProofMap(**words, pages=tuple(pages))


def _page(page: object, files: Sequence[str]) -> MapPage:
    if not isinstance(page, dict):
        raise _MapError
    lines = tuple(_line(row, files) for row in _list(page.get("lines"), MOST_LINES_OF_A_SHEET))
    return MapPage(_whole(page.get("sheet"), MOST_SHEETS), _word(page.get("label")), _word(page.get("folio")), lines)


def _line(row: object, files: Sequence[str]) -> MapLine:
    values = _list(row, 20)
    if len(values) < 9:
        raise _MapError
    left, bottom, right, top = map(_length, values[:4])
    column, number = (_whole(value, MOST_OF_A_NUMBER) for value in values[4:6])
    file = _file_of(values[6], files)
    line, place = (_whole(value, MOST_OF_A_NUMBER) for value in values[7:9])
    span = Span(file, line, place) if file else Span("")
    text = values[9] if len(values) > 9 else ""
    box = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return MapLine(box, column, number, span, text if isinstance(text, str) else "")


def _list(value: object, most: int) -> list[object]:
    if not isinstance(value, list) or len(value) > most:
        raise _MapError
    return value


def _whole(value: object, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise _MapError
    return value


def _length(value: object) -> int:
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= FURTHEST:  # nor is NaN
        raise _MapError
    return round(value * PT)


def _word(value: object) -> str:
    """A word or a number as text; empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int) or len(str(value)) > MOST_OF_A_NAME:
        raise _MapError
    return str(value)


def _file_of(value: object, files: Sequence[str]) -> str:
    """The file of a line by its place or its name; empty where it has none."""
    if value is None or value in ("", -1):
        return ""
    if isinstance(value, str):
        return _file(value)
    place = _whole(value, MOST_FILES)
    if place >= len(files):
        raise _MapError
    return files[place]


def _file(value: object) -> str:
    """A file's name from the issue's folder; empty where it leads out of it, or is no name that can be shown."""
    if not isinstance(value, str) or len(value) > MOST_OF_A_NAME:
        raise _MapError
    return value if is_plain_file(value) else ""


def is_plain_file(name: str) -> bool:
    """Whether a name is one of a file within a folder, written so that it can be shown.

    >>> is_plain_file("articles/01-渡口.md"), is_plain_file("../a.md"), is_plain_file("/etc/a"), is_plain_file("c:a.md")
    (True, False, False, False)
    """
    parts = name.split("/")
    return name.isprintable() and not re.search(r"[\\:#]", name) and not {"", ".", ".."} & set(parts)
