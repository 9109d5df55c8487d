"""The frame of a proofed page: where it is cut, what bleeds beyond that, and where the corners are."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.display import Page, Placed
from huozi.geometry import Mpt, Point, mm
from huozi.sheets.hand import FAINT, GREY, outline, rule
from huozi.sheets.paper import Paper, scaled

HAIR: Mpt = 300
CORNER: Mpt = mm(5)
"""The length of the marks at the corners."""


def frame(page: Page, paper: Paper, corner: Point) -> Iterator[Placed]:
    """The trim's outline, and marks at its corners that begin where the bleed ends."""
    width, height = paper.trim
    bleed = scaled(page.bleed, paper.scale)
    yield outline(corner.x, corner.y, width, height, FAINT, HAIR)
    for y in (corner.y, corner.y + height):
        yield rule(corner.x - bleed - CORNER, y - HAIR // 2, CORNER, HAIR, GREY)
        yield rule(corner.x + width + bleed, y - HAIR // 2, CORNER, HAIR, GREY)
    for x in (corner.x, corner.x + width):
        yield rule(x - HAIR // 2, corner.y - bleed - CORNER, HAIR, CORNER, GREY)
        yield rule(x - HAIR // 2, corner.y + height + bleed, HAIR, CORNER, GREY)
