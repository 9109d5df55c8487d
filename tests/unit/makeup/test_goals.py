"""Counts of pages as goals: parts spread or drawn together, blank pages, lines to cut, each on either side."""

from __future__ import annotations

from tiny_pages import costs, heading, paragraph, solver

from huozi.galley import Galley, SetParagraph, Start
from huozi.makeup.goals import IssuePlan, Paging, least_cuts, natural_plan, plan_in, wanted_plan
from huozi.makeup.parts import Grid

SIX = Grid(6, 1)
PAGE = Start("page")
UNEVEN: Galley = (heading(5, 0), heading(6, 0), paragraph(3))
"""Three pages, the first a line short: level with its neighbour where it begins on the right, for it has none."""


def cut(lines: int) -> SetParagraph:
    return paragraph(lines)._replace(may_be_cut=True)


def wanted(galley: Galley, paging: Paging) -> IssuePlan | None:
    return wanted_plan(solver(galley, SIX), paging)


def pages(plan: IssuePlan | None) -> tuple[list[int], tuple[int, ...], int]:
    """The pages of each part, the blank ones before each, those after the last."""
    assert plan is not None
    return [draft.found.pages for draft in plan.drafts], plan.before, plan.after


def in_pages(galley: Galley, count: int, paging: Paging, *, cutting: bool = False) -> IssuePlan | None:
    solved = solver(galley, SIX)
    return plan_in(solved, paging, count, natural_plan(solved, paging), cut=cutting)


# ------------------------------------------------------------------ what comes by itself


def test_a_leaf_is_filled_with_a_blank_page() -> None:
    assert pages(wanted((paragraph(6),), Paging(0))) == ([1], (0,), 1)
    assert pages(wanted((paragraph(6),), Paging(1))) == ([1], (0,), 0)
    assert pages(wanted((paragraph(6),), Paging(0, leaf=1))) == ([1], (0,), 0)


def test_a_right_hand_page_asked_for_has_a_blank_one_before_it_where_it_must() -> None:
    galley = (paragraph(6), Start("recto"), paragraph(6))
    assert pages(natural_plan(solver(galley, SIX), Paging(0))) == ([1, 1], (0, 1), 0)
    assert pages(natural_plan(solver(galley, SIX), Paging(1))) == ([1, 1], (0, 0), 0)


# ------------------------------------------------------------------ goals


def test_of_two_multiples_the_cheaper_is_made() -> None:
    tight = (paragraph(13, (12, 5)), PAGE, paragraph(6), PAGE, paragraph(6))
    assert pages(wanted(tight, Paging(0, multiple=4))) == ([2, 1, 1], (0, 0, 0), 0), "a line less, and a page less"
    loose = (paragraph(13), PAGE, paragraph(6), PAGE, paragraph(6))
    assert pages(wanted(loose, Paging(0, multiple=4))) == ([3, 1, 1], (0, 0, 0), 3)


def test_a_part_is_spread_where_that_leaves_no_hole_and_else_followed_by_blank_pages() -> None:
    spread = (paragraph(6), paragraph(5, (7, 9)), PAGE, paragraph(6))
    plan = in_pages(spread, 4, Paging(0))
    assert pages(plan) == ([3, 1], (0, 0), 0)
    holes = (paragraph(4), paragraph(4), PAGE, paragraph(6))
    assert pages(in_pages(holes, 4, Paging(0))) == ([2, 1], (0, 0), 1)


def test_blank_pages_between_sections_stand_where_they_cost_least_and_none_before_the_first() -> None:
    galley = (paragraph(6), PAGE, *UNEVEN)
    assert pages(in_pages(galley, 5, Paging(0, blanks="section"))) == ([1, 3], (0, 1), 0)
    assert pages(in_pages(galley, 5, Paging(0, blanks="end"))) == ([1, 3], (0, 0), 1)
    assert pages(in_pages((*UNEVEN, PAGE, paragraph(6)), 6, Paging(1, blanks="section"))) == ([3, 1], (0, 0), 1)


def test_with_blank_pages_between_sections_right_hand_pages_stay_so() -> None:
    galley = (paragraph(6), Start("recto"), paragraph(6), PAGE, paragraph(6))
    plan = in_pages(galley, 7, Paging(0, blanks="section"))
    assert plan is not None
    assert plan.before[1] % 2 == 1
    assert plan.pages == 7


# ------------------------------------------------------------------ lines to cut


def test_no_more_lines_are_cut_than_must_be_and_of_several_paragraphs_rather_than_of_one() -> None:
    galley = (cut(4), cut(8), cut(3))
    plan = in_pages(galley, 2, Paging(0), cutting=True)
    assert plan is not None
    assert plan.cut == 3
    assert costs(plan.cost)["cut"] == 3
    assert [draft.lines for draft in plan.drafts] == [{0: 3, 1: 7, 2: 2}]
    assert in_pages(galley, 2, Paging(0)) is None


def test_the_least_that_must_go_is_shared_out_to_the_parts() -> None:
    solved = solver((cut(14), PAGE, cut(8)), SIX)
    assert [least_cuts(solved, body) for body in (5, 4, 3, 2, 1)] == [0, 2, 4, None, None]
    assert least_cuts(solved, 9) == 0


def test_half_of_each_paragraph_may_go_and_no_more() -> None:
    assert [least_cuts(solver((cut(lines),), SIX), 1) for lines in (11, 12, 13)] == [5, 6, None]
