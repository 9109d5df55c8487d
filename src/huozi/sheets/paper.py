"""The paper that a page is proofed on, and where it stands on it: at its full size, with a wide margin for marks.

Sheets lie across. A page stands in the middle of its sheet, a little to the left where that leaves too little room for
the column of notes at its right. Two facing pages have a column on either side.
"""

from __future__ import annotations

from huozi.geometry import Mpt, Point, Rect, Size, mm
from huozi.records import NamedTuple

PAPERS: dict[str, Size] = {
    "A4": Size(mm(297), mm(210)),
    "A3": Size(mm(420), mm(297)),
    "A2": Size(mm(594), mm(420)),
    "A1": Size(mm(841), mm(594)),
    "A0": Size(mm(1189), mm(841)),
}
"""The papers by their names, from the smallest on."""

WHOLE = 1000
"""A scale is in thousandths; this one leaves all as it is."""

MARGIN: Mpt = mm(90)
"""What a sheet leaves beside a page at full size, for notes and marks."""

BESIDE_SPREAD: Mpt = mm(85)
"""What it leaves on either side of two facing pages."""

LEAST: Mpt = mm(60)
"""What is left of that where a page is made smaller to fit a paper that is asked for."""

OTHER_SIDE: Mpt = mm(8)
"""The least margin on the side without notes."""

EDGE: Mpt = mm(8)
"""How far the column of notes keeps from the edge of the paper: no printer reaches further."""

BESIDE: Mpt = mm(8)
"""How far it keeps from the trim: the bleed, and a gap."""


class Paper(NamedTuple):
    """A sheet of paper and how pages stand on it: the scale in thousandths, their corners, their columns for notes.

    ``corners`` are those of the trims, one or (spreads) two; ``columns`` go with them, from edge to edge.
    """

    name: str
    size: Size
    scale: int
    trim: Size
    corners: tuple[Point, ...]
    columns: tuple[Rect, ...]


def paper_for(trim: Size, name: str = "", *, spread: bool = False) -> Paper:
    """The sheet for pages of a trim: the smallest that takes them at full size, or the one that is asked for.

    >>> paper_for(PAPERS["A4"]._replace(width=mm(210), height=mm(297)))[:3]
    ('A3', Size(width=1190551, height=841890), 1000)
    """
    width = trim.width * (2 if spread else 1)
    beside = 2 * BESIDE_SPREAD if spread else MARGIN + OTHER_SIDE
    if not name:
        fitting = (each for each, size in PAPERS.items() if trim.height <= size.height and width + beside <= size.width)
        name = next(fitting, list(PAPERS)[-1])
    size = PAPERS[name]
    least = beside if width + beside <= size.width else (2 * LEAST if spread else LEAST + OTHER_SIDE)
    scale = min(WHOLE, size.height * WHOLE // trim.height, (size.width - least) * WHOLE // width)
    shown = Size(scaled(trim.width, scale), scaled(trim.height, scale))
    return _paper(name, scale, shown, least, spread=spread)


def _paper(name: str, scale: int, shown: Size, least: Mpt, *, spread: bool) -> Paper:
    """The sheet of a name with pages of a size on it, which leave at the least so much beside them."""
    size = PAPERS[name]
    y = (size.height - shown.height) // 2
    top, height = EDGE, size.height - 2 * EDGE
    if spread:
        left = (size.width - 2 * shown.width) // 2
        corners = (Point(left, y), Point(left + shown.width, y))
        right = left + 2 * shown.width + BESIDE
        columns = (Rect(EDGE, top, left - BESIDE - EDGE, height), Rect(right, top, size.width - EDGE - right, height))
        return Paper(name, size, scale, shown, corners, columns)
    free = size.width - shown.width
    left = min(free // 2, free - (least - OTHER_SIDE))
    right = left + shown.width + BESIDE
    column = Rect(right, top, size.width - EDGE - right, height)
    return Paper(name, size, scale, shown, (Point(left, y),), (column,))


def scaled(length: Mpt, scale: int) -> Mpt:
    """A length at a scale in thousandths, rounded to the millipoint.

    >>> scaled(1500, 707), scaled(-1500, 707), scaled(1501, 1000)
    (1061, -1060, 1501)
    """
    return length if scale == WHOLE else (length * scale + WHOLE // 2) // WHOLE


def scaled_box(box: Rect, corner: Point, scale: int) -> Rect:
    """A box of a page as it stands on a sheet where the page's trim has its corner."""
    x, y, width, height = (scaled(length, scale) for length in box)
    return Rect(corner.x + x, corner.y + y, width, height)
