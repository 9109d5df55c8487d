"""Variants for pages: what they cost, how far their gaps are opened, and that no fault comes with them."""

from __future__ import annotations

import pytest
from squares import BODY, EM, HERE, PULL_IN, PUSH_OUT, composed, squares

from huozi.diagnostics import Findings
from huozi.paragraph.breaking.bounds import Bound, is_worse, nothing_known, promise_of, summed
from huozi.paragraph.breaking.for_pages import Variant
from huozi.paragraph.breaking.linebreak import Breaking
from huozi.paragraph.breaking.within import break_within
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.sorts import Stretch
from huozi.style.text_style import Align, TextStyle

WITH_A_LONG_MARK = "国" * 9 + "——" + "国" * 28
"""Its first line of ten is opened by an em: the dash that follows is never split."""
FULL_OF_COMMAS = "国，国，国，国，国，国国。"
"""In a line of ten it is too long by 2.5 em, and each comma gives half an em."""


def others(work: Composed, stretch: int, *, pull_in: bool = False) -> list[tuple[int, int, int, tuple[int, ...]]]:
    """The variants but the natural one: lines, price, strain, ends."""
    found = work.variants(stretch, pull_in=pull_in)
    return [(each.lines, each.price, each.strain, each.breaking.ends) for each in found[1:]]


def test_a_line_more_opens_the_lines_and_costs_how_much_more_uneven_it_is() -> None:
    work = composed("国" * 39, 10)
    assert work.variants(EM)[0] == Variant(4, 0, 0, Breaking((10, 20, 30, 39), 0))
    # three lines opened by an em (1280 each), two contrasts (512), a last line of two characters (256)
    assert others(work, EM // 8) == [(5, 4_608, 1_250, (9, 18, 27, 37, 39))]


def test_no_gap_is_opened_beyond_the_stretch() -> None:
    assert others(composed("国" * 39, 10), 1_249) == []


def test_without_stretch_there_is_no_variant() -> None:
    assert len(composed(WITH_A_LONG_MARK, 10).variants(0)) == 1
    assert len(composed(FULL_OF_COMMAS, 10, PULL_IN).variants(0)) == 1


def test_a_paragraph_that_is_wider_with_natural_lines_may_be_as_wide_and_no_wider() -> None:
    work = composed(WITH_A_LONG_MARK, 10)
    assert work.variants(500)[0].strain == 1_250
    assert others(work, 500) == [(5, 3_840, 1_250, (9, 19, 28, 37, 39))]
    assert others(composed("国" + WITH_A_LONG_MARK[:-1], 10), 500) == [], "its natural lines are full"


@pytest.mark.parametrize(("rules", "found"), [(PUSH_OUT, 0), (PUSH_OUT._replace(lone_character=False), 1)])
def test_no_variant_ends_with_a_lone_character(rules: TextStyle, found: int) -> None:
    assert len(others(composed("国" * 37, 10, rules), EM // 8)) == found


def test_a_line_less_has_marks_that_give_way() -> None:
    # 2.5 em less (1600) against a line opened by half an em (320) and a last line of two characters (256)
    assert others(composed(FULL_OF_COMMAS, 10, PULL_IN), 500) == [(1, 1_024, 0, (13,))]


def test_pushing_out_there_is_a_line_less_only_where_it_is_asked_for() -> None:
    work = composed(FULL_OF_COMMAS, 10)
    assert others(work, 625) == []
    assert others(work, 625, pull_in=True) == [(1, 1_024, 0, (13,))]
    assert [each.pulled_in for each in work.variants(625, pull_in=True)] == [False, True]


def test_every_variant_is_set_as_it_was_broken() -> None:
    work = composed(FULL_OF_COMMAS, 10)
    natural, pulled = work.variants(625, pull_in=True)
    assert work.lines_of(natural) == work.set()
    assert [line.width for line in work.lines_of(pulled)] == [10 * EM]
    assert work.lines_of(pulled)[0].adjustments == (("line-end", 1, -5_000), ("pause", 5, -25_000))
    loose = composed("国" * 39, 10)
    assert [line.width for line in loose.lines_of(loose.variants(EM)[1])] == [10 * EM] * 4 + [2 * EM]


def test_a_variant_costs_something_even_where_it_is_the_more_even_one() -> None:
    work = composed("国国，国国，国国国国。", 10, PUSH_OUT._replace(loosest=1_000))
    assert work.best is not None
    assert work.best.ends == (8, 11)
    assert others(work, 625, pull_in=True) == [(1, 1, 0, (11,))]


@pytest.mark.parametrize("align", ["left", "right", "center"])
def test_only_justified_paragraphs_vary(align: Align) -> None:
    assert len(composed("国" * 39, 10, align=align).variants(EM, pull_in=True)) == 1


def test_a_text_of_nothing_has_no_variant_at_all() -> None:
    assert composed("", 10).variants(EM) == ()


def test_a_paragraph_with_a_line_that_runs_over_does_not_vary() -> None:
    assert len(composed("国" * 15, 0.5).variants(EM)) == 1


def test_no_line_of_a_variant_is_left_short_or_loose() -> None:
    assert others(composed("国" * 19, 10), 10 * EM) == [], "two lines of nine and one of one, or gaps beyond 1/8 em"


def test_words_are_parted_in_a_line_less_as_in_the_natural_lines() -> None:
    style = BODY._replace(text=PUSH_OUT._replace(hyphenate="en"))
    text = "国，国，国，国国国international，国，国，国国国。"
    work = compose([Stretch(text, squares(), HERE)], style, 12 * EM, Findings())
    natural, pulled = work.variants(EM // 8, pull_in=True)
    assert natural.breaking.ends == (11, 28, 31)
    assert pulled.breaking.ends == (14, 31)
    assert [line.start for line in work.lines_of(pulled)] == [0, 14]
    assert text[:14].endswith("inter"), "the word is parted at another of its points"


def test_a_long_paragraph_is_searched_near_its_best_lines_only() -> None:
    work = composed("国，国国国。国国国国国" * 400, 20).work
    lines = composed("国，国国国。国国国国国" * 400, 20).line_count + 1
    known = nothing_known()
    assert break_within(work, lines, Bound(EM // 12), known) is not None
    assert len(known.ends) < 20 * lines


@pytest.mark.parametrize(
    ("faults", "most", "worse"),
    [(0, 0, False), (1, 0, True), (1 << 64, 1 << 64, False), (2 << 64, 1 << 64, True), (1, 1 << 64, True)],
)
def test_one_fault_is_not_made_up_for_by_another(faults: int, most: int, worse: bool) -> None:
    assert is_worse(faults, most) is worse


def test_what_rounding_may_save_is_not_promised() -> None:
    work = composed("国" * 92, 10.03).work
    sums = summed(work, 10, Bound(EM), nothing_known())
    assert sums is not None
    assert promise_of(sums)(0, 10) == 0, "nine lines short by half a sixteenth of an em cost nothing"
