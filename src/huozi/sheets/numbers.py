"""Line numbers beside the text: by them readers and programs speak of one and the same line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.display import Page, Placed
from huozi.geometry import Mpt, Point, baseline
from huozi.records import NamedTuple
from huozi.sheets.hand import DARK, GREY, Hand, Manner
from huozi.sheets.lines import TextLine
from huozi.sheets.paper import scaled
from huozi.style.model import TypeArea

SIZE: Mpt = 6500
"""The size of the numbers where there is room for it."""

CLEAR: Mpt = 6000
"""How far they stand from the text in a margin."""

CLEAR_IN_GAP: Mpt = 1200
"""How far from the text, and from a rule in the middle, between two columns."""

TWO_DIGITS = 1150
"""The width of a number of two digits, in thousandths of its size."""

FIFTH = 5
"""Every fifth number is dark."""

LEAST_SCALE = 750
"""Numbers are made no smaller than that with their page."""

ROOM: Mpt = 40_000
"""A measure that every number goes into."""


class Numbering(NamedTuple):
    """How the lines of a page are numbered: its type area, its trim's corner on the sheet, the scale, the hand."""

    area: TypeArea
    corner: Point
    scale: int
    hand: Hand


def line_numbers(page: Page, lines: Sequence[TextLine], how: Numbering) -> Iterator[Placed]:
    """The numbers of a page's lines: left of their column, those of the last of several columns right of it.

    Lines that run up the page have none beside them.
    """
    columns_at = {index: stand.columns for stand in page.stands for index in stand.items}
    rights: dict[int, Mpt] = {}
    for line in lines:
        rights[line.column] = max(line.right, rights.get(line.column, 0))
    for line in lines:
        if line.turned is not None:
            continue
        columns = columns_at[line.items[0]]
        is_last = columns > 1 and line.column == columns
        size, clear = _size_and_clear(how.area.gap_in(columns) if 1 < line.column < columns else 0)
        size = scaled(size, max(how.scale, LEAST_SCALE))
        manner = Manner(size, 0, "strong", GREY if line.number % FIFTH else DARK, "left" if is_last else "right")
        if is_last:
            x = scaled(max(line.edge + how.area.measure_in(columns), rights[line.column]) + clear, how.scale)
        else:
            x = scaled(line.edge - clear, how.scale) - ROOM
        y = how.corner.y + scaled(line.baseline, how.scale) - baseline(size)
        yield from how.hand.line_at(str(line.number), manner, how.corner.x + x, y, ROOM)


def _size_and_clear(gap: Mpt) -> tuple[Mpt, Mpt]:
    """The size of numbers and how far they keep from the text, in a gap between columns (0: in a margin)."""
    if not gap:
        return SIZE, CLEAR
    clear = min(CLEAR_IN_GAP, gap // 8)
    return min(SIZE, (gap // 2 - 2 * clear) * 1000 // TWO_DIGITS), clear
