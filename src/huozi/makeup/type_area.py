"""The type area on the page: where columns and grid lines stand."""

from __future__ import annotations

from huozi.display import Side
from huozi.geometry import Point, Rect
from huozi.style.model import PageTemplate


def type_area_on(page: PageTemplate, side: Side) -> Rect:
    """The type area of a page; inner and outer margins change places on left-hand pages."""
    left = page.margins.left if side == "right" else page.margins.right
    return Rect(left, page.margins.top, page.area.width, page.area.height)


def line_top(page: PageTemplate, side: Side, column: int, line: int) -> Point:
    """The top left of a grid line's em box."""
    area = type_area_on(page, side)
    shift = column * (page.area.measure + page.area.gap)
    return Point(area.x + shift, area.y + line * page.area.leading)
