"""A quarter turn to the left: the head of what is turned is at the left, its beginning at the foot."""

from __future__ import annotations

from squares import HERE

from huozi.blocks.turned_matter import turned, turned_page
from huozi.display import Placed, Rule, box_of
from huozi.galley import Hung, Slug
from huozi.geometry import Rect
from huozi.style.model import TypeArea

RULES = (Placed(0, 0, Rule(100, 20)), Placed(90, 30, Rule(10, 10)))
"""A rule along the head of what is 100 wide and 40 high, and a square at its right foot."""


def test_what_is_turned_keeps_its_corner() -> None:
    hung = Hung("dots", "字", HERE, 0, 0, 1, 1, 0)
    slug = turned(Slug(7, RULES, HERE, hung=(hung,), read=True), 100)
    assert [box_of(placed) for placed in slug.items] == [Rect(0, 0, 20, 100), Rect(30, 0, 10, 10)]
    assert (slug.height, slug.hung, slug.read) == (7, (), False)


def test_on_a_page_of_its_own_it_stands_in_the_middle() -> None:
    area = TypeArea(20, 15, 1, 0, 10, 16)  # 200 wide, 234 high
    slug = turned_page(Slug(1, RULES, HERE), 100, 40, area)
    assert slug.height == 15
    assert [box_of(placed) for placed in slug.items] == [Rect(80, 67, 20, 100), Rect(110, 67, 10, 10)]
