"""Matter turned a quarter to the left (顶左底右): its head is at the left of the page, its foot at the right."""

from __future__ import annotations

from huozi.galley import Slug
from huozi.geometry import Mpt
from huozi.style.model import TypeArea


def turned(slug: Slug, width: Mpt) -> Slug:
    """What stands in a slug, so wide as it is read, turned a quarter to the left.

    It is then so high, and the top left corner of its box is still where that of the slug is. How many lines of the
    grid it takes is the caller's to say. Nothing of it hangs into the lines of others. Figures and tables hold
    nothing that is turned itself: a page knows no other turn than this one.
    """
    items = tuple(placed._replace(x=placed.y, y=width - placed.x, is_turned=True) for placed in slug.items)
    return slug._replace(items=items, hung=(), read=False)


def turned_page(slug: Slug, width: Mpt, height: Mpt, area: TypeArea) -> Slug:
    """The same on a page of its own, in the middle of the type area; ``width`` and ``height`` are as it is read."""
    by, down = (area.width - height) // 2, (area.height - width) // 2
    lying = turned(slug, width)
    items = tuple(placed._replace(x=placed.x + by, y=placed.y + down) for placed in lying.items)
    return lying._replace(height=area.lines, items=items)
