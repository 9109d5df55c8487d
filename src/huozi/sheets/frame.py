"""The frame of a proofed page: where it is cut, what bleeds beyond that, and where the corners are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.display import Page, Placed
from huozi.geometry import Mpt, Point, mm
from huozi.sheets.hand import FAINT, GREY, WHITE, outline, rule
from huozi.sheets.paper import Paper, scaled

HAIR: Mpt = 300
CORNER: Mpt = mm(4)
"""The length of the marks at the corners."""


def frame(page: Page, paper: Paper, corner: Point) -> Iterator[Placed]:
    """The trim's outline, and marks at its corners that begin where the bleed ends; none where two pages meet."""
    width, height = paper.trim
    bleed = scaled(page.bleed, paper.scale)
    yield outline(corner.x, corner.y, width, height, FAINT, HAIR)
    for y in (corner.y, corner.y + height):
        if corner.x == paper.corners[0].x:
            yield rule(corner.x - bleed - CORNER, y - HAIR // 2, CORNER, HAIR, GREY)
        if corner.x == paper.corners[-1].x:
            yield rule(corner.x + width + bleed, y - HAIR // 2, CORNER, HAIR, GREY)
    for x in (corner.x, corner.x + width):
        yield rule(x - HAIR // 2, corner.y - bleed - CORNER, HAIR, CORNER, GREY)
        yield rule(x - HAIR // 2, corner.y + height + bleed, HAIR, CORNER, GREY)


def mask(page: Page, paper: Paper, corners: Sequence[Point]) -> Iterator[Placed]:
    """White around pages like this one: what reaches beyond the bleed is on no paper.

    ``corners`` are those of the pages side by side on the sheet.
    """
    bleed = scaled(page.bleed, paper.scale)
    left, top = corners[0].x - bleed, corners[0].y - bleed
    right = corners[-1].x + paper.trim.width + bleed
    bottom = corners[0].y + paper.trim.height + bleed
    width, height = paper.size
    for x, y, wide, high in (
        (0, 0, left, height),
        (right, 0, width - right, height),
        (left, 0, right - left, top),
        (left, bottom, right - left, height - bottom),
    ):
        if wide > 0 and high > 0:
            yield rule(x, y, wide, high, WHITE)
