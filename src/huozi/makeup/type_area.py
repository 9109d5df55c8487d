"""The type area on the page: where columns and grid lines stand."""

from __future__ import annotations

from huozi.display import Side
from huozi.geometry import Mpt, Point, Rect
from huozi.makeup.plans import Standing
from huozi.style.model import PageTemplate, TypeArea


def type_area_on(page: PageTemplate, side: Side) -> Rect:
    """The type area of a page; inner and outer margins change places on left-hand pages."""
    left = page.margins.left if side == "right" else page.margins.right
    return Rect(left, page.margins.top, page.area.width, page.area.height)


def place_of(page: PageTemplate, side: Side, standing: Standing) -> Point:
    """The top left of the em box that a slug stands at."""
    area = type_area_on(page, side)
    x = area.x + column_left(page.area, standing.columns, standing.column)
    return Point(x, area.y + standing.line * page.area.leading)


def column_left(area: TypeArea, columns: int, column: int) -> Mpt:
    """How far right in the type area a column begins, of so many side by side."""
    return column * (area.measure_in(columns) + area.gap_in(columns))
