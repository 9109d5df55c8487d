"""What parts an article: whole lines, in the middle, never at the head of a column."""

from __future__ import annotations

from galleys import galley
from test_boxes import rules, text

from huozi.display import GlyphRun, Role
from huozi.galley import SetParagraph, Slug, Space


def test_a_rule_is_of_one_piece_with_the_last_line_above_it() -> None:
    first, second = galley("字" * 40 + "\n\n***\n\n后")
    assert isinstance(first, SetParagraph)
    assert (first.lines, first.tail) == (3, (3,)), "the rule is no line of the text, of which two go on"
    lines = first.cast(3)
    assert [len(text(slug)) for slug in lines] == [18, 20, 2]
    assert [slug.height for slug in lines] == [1, 1, 3]
    # five ems in the middle of twenty, in the middle of the two lines below the one of text
    assert rules(lines[-1]) == [(75_000, 16_000 + (26_000 - 500) // 2, 50_000, 500)]
    assert isinstance(second, SetParagraph)


def test_stars_are_no_part_of_the_text() -> None:
    first, _ = galley("字\n\n***\n\n后", ("dividers.draw", "stars"), ("dividers.lines", "1"))
    assert isinstance(first, SetParagraph)
    (line,) = first.cast(1)
    below = [placed for placed in line.items if placed.y > 18_000]
    assert [placed for placed in below if isinstance(placed.item, GlyphRun)]
    assert {placed.role for placed in below} == {Role.ARTIFACT}
    assert line.height == 2


def test_a_rule_below_another_piece_never_heads_a_column() -> None:
    text_and_code = galley("字\n\n```\n字\n```\n\n***\n\n后")
    *_, code, after = text_and_code
    assert isinstance(after, SetParagraph)
    assert isinstance(code, SetParagraph | Slug)
    last = code if isinstance(code, Slug) else code.cast(code.lines)[-1]
    assert (75_000, 50_000, 500) in {(x, width, height) for x, _, width, height in rules(last)}


def test_two_rules_stand_below_each_other() -> None:
    first, _ = galley("字\n\n***\n\n***\n\n后")
    assert isinstance(first, SetParagraph)
    assert (first.lines, first.tail, first.cast(1)[0].height) == (1, (5,), 5)
    assert [y for _, y, _, _ in rules(first.cast(1)[0])] == [16_000 + 12_750, 48_000 + 12_750]


def test_space_alone_vanishes_at_a_head() -> None:
    assert galley("字\n\n***\n\n后", ("dividers.draw", "space"))[1] == Space(2)
