"""What parts an article: whole lines, in the middle, never at the head of a column."""

from __future__ import annotations

from galleys import galley
from test_boxes import rules, text

from huozi.display import GlyphRun, Role
from huozi.galley import SetParagraph, Space


def test_a_rule_goes_with_the_last_line_above_it() -> None:
    first, second = galley("字" * 40 + "\n\n***\n\n后")
    assert isinstance(first, SetParagraph)
    assert (first.lines, first.tail) == (4, (2,))
    *lines, last = first.cast(4)
    assert [len(text(slug)) for slug in lines] == [18, 20, 2]
    # five ems in the middle of twenty, in the middle of two lines
    assert rules(last) == [(75_000, (26_000 - 500) // 2, 50_000, 500)]
    assert isinstance(second, SetParagraph)


def test_stars_are_no_part_of_the_text() -> None:
    first, _ = galley("字\n\n***\n\n后", ("dividers.draw", "stars"), ("dividers.lines", "1"))
    assert isinstance(first, SetParagraph)
    last = first.cast(2)[-1]
    assert [placed.role for placed in last.items if isinstance(placed.item, GlyphRun)]
    assert {placed.role for placed in last.items} == {Role.ARTIFACT}
    assert last.height == 1


def test_space_alone_vanishes_at_a_head() -> None:
    assert galley("字\n\n***\n\n后", ("dividers.draw", "space"))[1] == Space(2)
