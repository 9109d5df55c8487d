"""The map of a proof: where each line of text stands on its sheets, and where in the source it comes from.

A proof carries it as compact JSON (``/PieceInfo /Huozi /Private`` of its catalog), so that programs can tell which line
a reader's comment is about:

    {"version": 1, "journal", "year", "issue", "title", "round", "revision", "files": ["articles/01-a.md", …],
     "pages": [{"sheet", "label", "folio",
                "lines": [[left, bottom, right, top, column, number, file, line, col, text], …]}]}

``sheet`` is the page of the PDF from 0 (of a spread two entries have the same one), ``label`` and ``folio`` are the
page's own. Coordinates are points of the PDF page's user space, in hundredths at the finest. ``column`` and ``number``
count from 1, ``file`` is a place in ``files`` (-1: it comes from no file of the issue), ``line`` and ``col`` are its
paragraph's or its own place in that file, from 1. Files are named from the issue's folder.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from huozi.display import Page
from huozi.geometry import Mpt, Point, Size
from huozi.records import NamedTuple
from huozi.sheets.lines import TextLine
from huozi.sheets.paper import scaled

VERSION = 1
"""It counts up when a member changes its meaning or goes."""


class Mapped(NamedTuple):
    """A page of the issue on a sheet: the sheet's place in the file and its size, the trim's corner, the scale."""

    sheet: int
    size: Size
    page: Page
    lines: Sequence[TextLine]
    corner: Point
    scale: int


def proof_map(facts: dict[str, str], pages: Iterable[Mapped], named: Callable[[str], str]) -> bytes:
    """The map as UTF-8. ``facts`` are journal, year, issue, title, round and revision.

    ``named`` gives a file's name from the issue's folder, empty for one outside of it.
    """
    files: dict[str, int] = {}
    rows = [
        {
            "sheet": each.sheet,
            "label": each.page.label,
            "folio": each.page.folio or "",
            "lines": [_line(line, each, files, named) for line in each.lines],
        }
        for each in pages
    ]
    whole = {"version": VERSION, **facts, "files": list(files), "pages": rows}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _line(line: TextLine, on: Mapped, files: dict[str, int], named: Callable[[str], str]) -> list[object]:
    area = line.box
    left, right = (on.corner.x + scaled(x, on.scale) for x in (area.x, area.right))
    top = on.corner.y + scaled(area.y, on.scale)
    bottom = top + scaled(area.height, on.scale)
    name = named(line.span.file) if line.span.file else ""
    file = files.setdefault(name, len(files)) if name else -1
    box = [_points(left), _points(on.size.height - bottom), _points(right), _points(on.size.height - top)]
    return [*box, line.column, line.number, file, line.span.line, line.span.column, line.text]


def _points(length: Mpt) -> float | int:
    """A length in points, in hundredths; whole ones without a point."""
    hundredths = (length + 5) // 10
    return hundredths // 100 if hundredths % 100 == 0 else hundredths / 100
