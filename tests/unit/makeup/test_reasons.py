"""Why pages are as they are: depths, what was varied, rules, and what another end of a page would cost."""

from __future__ import annotations

import pytest

from huozi.diagnostics import Span
from huozi.galley import Band, Galley, Mark, SetParagraph, Slug, Start, Variant
from huozi.makeup.costs import FIELDS
from huozi.makeup.curve import blank_pages, curve_of, outlook_of, varied_of
from huozi.makeup.goals import IssuePlan, Paging, natural_plan, plan_in
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.planning import Cut, Decision, cuts_of, decide
from huozi.makeup.reasons import Column, Dearer, PageReason, RuleKept, Varied, amounts_of_plan, page_reasons
from huozi.makeup.units import units_of

ALONE = Paging(0, leaf=1)
ALL = range(1, 100)
HOLDS = tuple(RuleKept(rule, 0) for rule in ("depth", "headings", "alone", "feet", "level"))


def at(line: int) -> Span:
    return Span("a.md", line, 1)


def paragraph(lines: int, line: int = 1, *variants: Variant, cut: bool = False) -> SetParagraph:
    """A paragraph of so many lines, at a line of its file."""
    return SetParagraph(
        lines,
        lambda count: tuple(Slug(1, (), at(line)) for _ in range(count)),
        at(line),
        lambda: (Variant(lines), *variants),
        may_be_cut=cut,
    )


def solver(galley: Galley, lines: int, columns: int = 1) -> Solver:
    return Solver(units_of(galley, columns), galley, Grid(lines, columns))


def reasons(galley: Galley, lines: int, columns: int = 1, paging: Paging = ALONE) -> list[PageReason]:
    """The reasons of the pages that come by themselves."""
    work = solver(galley, lines, columns)
    return list(page_reasons(natural_plan(work, paging), work, paging, ALL))


# ------------------------------------------------------------------ depth, paragraphs, rules


def test_a_page_tells_its_lines_and_those_taken() -> None:
    first, second = reasons((paragraph(4), paragraph(2)), 4)
    assert first[:4] == (1, (Column(1, 4, 4),), (), HOLDS)
    assert second[:2] == (2, (Column(1, 4, 2),))


def test_bands_are_told_from_the_head_down_and_their_columns_from_the_left() -> None:
    (page,) = reasons((Band(1), Slug(2, (), at(1)), Band(2), paragraph(5), Band(1), Slug(1, (), at(9))), 10, 2)
    assert page.columns == (Column(1, 2, 2), Column(2, 3, 3), Column(2, 3, 2), Column(3, 5, 1))


def test_an_open_band_reaches_to_the_foot() -> None:
    first, second = reasons((Band(1), Slug(2, (), at(1)), Band(2), paragraph(20)), 10, 2)
    assert first.columns == (Column(1, 2, 2), Column(2, 8, 8), Column(2, 8, 8))
    assert second.columns == (Column(1, 2, 2), Column(1, 2, 2))


def test_a_varied_paragraph_is_told_where_it_begins() -> None:
    longer = paragraph(3, 7, Variant(4, 10))
    first, second = reasons((longer, paragraph(3, 8)), 4)
    assert (first.varied, second.varied) == ((Varied(at(7), 1),), ())
    shorter = (paragraph(3, 6), paragraph(3, 7, Variant(2, 10)), paragraph(5, 8), paragraph(2, 9))
    assert [page.varied for page in reasons(shorter, 5)] == [(Varied(at(7), -1),), (), ()]


def test_rules_that_do_not_hold_tell_how_often_or_by_how_many_lines() -> None:
    first, second, _ = reasons((paragraph(3), paragraph(3), paragraph(3)), 4)
    assert {each.rule: each.amount for each in first.rules} == dict(HOLDS) | {"feet": 1}
    assert {each.rule: each.amount for each in second.rules} == dict(HOLDS) | {"feet": 1}
    heading = Slug(1, (), at(1), keep=2)
    broken = reasons((*(heading,) * 6, paragraph(2)), 4)[0]
    assert {each.rule: each.amount for each in broken.rules}["headings"] == 1
    deep = reasons((Slug(9, (), at(1)), paragraph(2)), 4)[0]
    assert {each.rule: each.amount for each in deep.rules}["depth"] == 1


def test_facing_pages_that_differ_are_told_on_the_second_of_them() -> None:
    galley = (paragraph(4), paragraph(3), paragraph(4), paragraph(2))
    level = [page.rules[4].amount for page in reasons(galley, 4, paging=Paging(1, leaf=1))]
    assert level == [0, 1, 0, 0]


def test_columns_above_a_title_tell_the_lines_that_they_differ_by_once() -> None:
    galley = (Slug(1, (), at(1)), Slug(3, (), at(2)), Band(1), Slug(1, (), at(9)))
    (page,) = reasons(galley, 8, 2)
    assert page.rules[4].amount == 2
    plan = natural_plan(solver(galley, 8, 2), ALONE)
    assert amounts_of_plan(plan)["unequal"] == 2
    assert list(amounts_of_plan(plan))[::-1] == [name for name, _ in FIELDS]


# ------------------------------------------------------------------ other ends


def test_another_end_tells_what_it_costs_field_by_field() -> None:
    first, second = reasons((paragraph(4, 3), paragraph(2)), 4)
    assert first.elsewhere == Dearer(at(3), 2, (("hole", 1), ("short", 2), ("white", -2)), ())
    assert second.elsewhere == "part-ends"


def test_another_end_breaks_rules_where_there_is_no_other_way() -> None:
    first, _ = reasons((paragraph(3, 7, Variant(4, 10)), paragraph(3, 8)), 4)
    assert first.elsewhere == Dearer(at(8), 2, (("parted", 1), ("variants", -10), ("white", 1)), ())


def test_another_end_names_the_paragraphs_that_it_varies_otherwise() -> None:
    first, *_ = reasons((paragraph(2, 1), paragraph(4, 2, Variant(5, 10)), paragraph(4, 3)), 4)
    assert first.elsewhere == Dearer(at(2), 3, (("short", 1), ("variants", 10), ("white", -2)), (Varied(at(2), 1),))


def test_a_page_that_cannot_end_elsewhere_says_so() -> None:
    first, _ = reasons((paragraph(4), paragraph(4)), 4)
    assert first.elsewhere == "no-other"


def test_an_article_stays_on_its_page_in_every_other_plan() -> None:
    galley = (paragraph(4), Start(is_article=True, room=3), Mark("article", 0), paragraph(2), paragraph(2))
    assert [page.elsewhere for page in reasons(galley, 4)] == ["no-other", "part-ends"]


def test_pages_that_are_not_asked_for_are_left_out_and_cost_nothing() -> None:
    work = solver((paragraph(4), paragraph(2)), 4)
    asked = list(page_reasons(natural_plan(work, ALONE), work, ALONE, {2, 7}))
    assert [page.number for page in asked] == [2]


def test_after_enough_places_no_other_end_is_looked_for() -> None:
    galley = tuple(paragraph(4, line) for line in range(1, 9))
    galley = (*galley, paragraph(2))
    work = solver(galley, 4)
    found = [page.elsewhere for page in page_reasons(natural_plan(work, ALONE), work, ALONE, ALL, most=1)]
    assert isinstance(found[0], Dearer)
    assert found[1:] == ["not-looked-for"] * 7 + ["part-ends"]


def test_blank_pages_are_told_where_they_stand() -> None:
    galley = (paragraph(4), Start("recto"), paragraph(4))
    work = solver(galley, 4)
    plan = natural_plan(work, ALONE)._replace(after=2)
    pages = list(page_reasons(plan, work, ALONE, ALL))
    blank = PageReason(2, (), (), (), "blank")
    assert [page.elsewhere for page in pages] == ["part-ends", "blank", "part-ends", "blank", "blank"]
    assert pages[1] == blank
    assert [page.number for page in pages] == [1, 2, 3, 4, 5]
    assert blank_pages(plan, ALONE) == (2, 4, 5)
    assert blank_pages(plan, Paging(2)) == (4, 6, 7)


# ------------------------------------------------------------------ the curve


def counts(galley: Galley, lines: int, paging: Paging) -> dict[int, tuple[int, int, bool]]:
    """The counts of a curve: the lines cut, the blank pages, whether it is what is made."""
    work = solver(galley, lines)
    curve = curve_of(decide(work, paging), work, paging)
    return {each.pages: (each.plan.cut, each.plan.blanks, each.is_made) for each in curve.counts}


MANY = tuple(paragraph(10, line, cut=True) for line in range(1, 9))
"""Eight pages of ten lines, which may be cut."""


def test_counts_go_four_up_and_down_as_far_as_a_tenth_of_the_lines() -> None:
    assert counts((*MANY, paragraph(4, 9, cut=True)), 10, Paging(1, leaf=1)) == {
        9: (4, 0, False),
        10: (0, 0, True),
        11: (0, 1, False),
        12: (0, 2, False),
        13: (0, 3, False),
        14: (0, 4, False),
    }


def test_a_tenth_of_the_lines_may_go_and_no_more() -> None:
    ten = tuple(paragraph(10, line, cut=True) for line in range(1, 11))
    assert min(counts(ten, 10, ALONE).items()) == (9, (10, 0, False))
    assert min(counts(ten[1:], 10, ALONE)) == 9


def test_only_counts_that_can_be_bound_are_there() -> None:
    assert counts((*MANY, paragraph(4, 9, cut=True)), 10, Paging(1, leaf=2)) == {
        10: (0, 0, True),
        12: (0, 2, False),
        14: (0, 4, False),
    }
    assert counts(MANY, 10, Paging(1, leaf=2)) == {10: (0, 1, True), 12: (0, 3, False), 14: (0, 5, False)}


def test_a_count_that_was_asked_for_is_there_whatever_it_takes() -> None:
    found = counts((*MANY, paragraph(4, 9, cut=True)), 10, Paging(1, exactly=7, leaf=2))
    assert found == {7: (24, 0, False), 10: (0, 0, True), 12: (0, 2, False), 14: (0, 4, False)}


def test_what_is_left_out_is_said() -> None:
    work = solver((*MANY, paragraph(4, 9, cut=True)), 10)
    assert curve_of(decide(work, ALONE), work, ALONE).is_cut_short
    small = solver((paragraph(4), paragraph(4)), 4)
    assert curve_of(decide(small, ALONE), small, ALONE).is_cut_short
    one = solver((paragraph(4),), 4)
    assert not curve_of(decide(one, ALONE), one, ALONE).is_cut_short


def test_fewer_pages_are_not_looked_for_without_end() -> None:
    work = solver((*MANY, paragraph(1, 9, cut=True)), 10)
    curve = curve_of(decide(work, ALONE), work, ALONE, most=-1)
    assert [each.pages for each in curve.counts] == [9, 10, 11, 12, 13]
    assert curve.is_cut_short


def test_parts_too_long_to_try_all_their_pages_are_not_tried_in_other_counts() -> None:
    work, paging = solver((*MANY, paragraph(1, 9, cut=True)), 10), Paging(0, leaf=2)
    decision = decide(work, paging)
    (draft,) = decision.plan.drafts
    work._solved[0, True, 9, False] = draft._replace(found=draft.found._replace(is_exact=False))
    spent = work.places
    curve = curve_of(decision, work, paging)
    assert [(each.pages, each.plan.blanks) for each in curve.counts] == [(10, 1)]
    assert curve.is_cut_short
    assert work.places == spent


def test_varied_paragraphs_are_not_those_that_are_cut() -> None:
    galley = (*MANY, paragraph(4, 9, Variant(5, 10), cut=True), paragraph(5, 10, cut=True))
    work = solver(galley, 10)
    natural = natural_plan(work, ALONE)
    plan = plan_in(work, ALONE, 9, natural)
    assert plan is not None
    assert list(varied_of(plan)) == []
    fewer = plan_in(work, ALONE, 8, natural, cut=True)
    assert fewer is not None
    assert list(varied_of(fewer)) == []
    assert sum(cut.lines for cut in cuts_of(fewer)) == 9


@pytest.mark.parametrize(
    ("lines", "pages", "cut"),
    [
        ((12, 8, 1), 2, [Cut(at(2), 1)]),  # one line of the longer would leave a last line alone
        ((12, 8, 2), 2, [Cut(at(1), 2)]),
        ((14, 14, 4), 3, [Cut(at(1), 1), Cut(at(2), 1)]),
    ],
)
def test_cuts_are_named_by_paragraph(lines: tuple[int, ...], pages: int, cut: list[Cut]) -> None:
    work = solver(tuple(paragraph(count, line, cut=True) for line, count in enumerate(lines, 1)), 10)
    plan = plan_in(work, ALONE, pages, natural_plan(work, ALONE), cut=True)
    assert plan is not None
    assert list(cuts_of(plan)) == cut


def test_lines_that_must_go_in_any_case_are_no_reason_to_look_further() -> None:
    """Thirty paragraphs of nine lines on pages of ten: thirty pages by nature, and ten lines too many for 26."""
    work = solver(tuple(paragraph(9, line, cut=True) for line in range(30)), 10)
    natural, before = natural_plan(work, ALONE), work.places
    plan = plan_in(work, ALONE, 26, natural, cut=True)
    assert (natural.pages, plan and plan.cut) == (30, 10)
    assert work.places - before <= 300  # 2,295 where such lines count as what a shorter column might mend


def test_the_plan_made_is_the_one_told_of_its_count() -> None:
    work = solver(MANY, 10)
    made = decide(work, ALONE)
    other: IssuePlan = made.plan._replace(cost=made.plan.cost + 1)
    curve = curve_of(Decision(other), work, ALONE)
    assert [each.plan is other for each in curve.counts] == [True, False, False, False, False]


# ------------------------------------------------------------------ the outlook


def outlook(galley: Galley, lines: int, paging: Paging) -> dict[int, int | str]:
    """The counts of an outlook: the lines that must go at the least, else what is made, else that it can be had."""
    work = solver(galley, lines)
    found: dict[int, int | str] = {}
    for each in outlook_of(decide(work, paging), work, paging):
        found[each.pages] = each.least if each.best is None else "made" if each.best.is_made else "had"
    return found


def test_an_outlook_has_the_counts_of_the_curve_and_says_what_fewer_would_take_at_the_least() -> None:
    galley = (*MANY, paragraph(4, 9, cut=True))
    assert outlook(galley, 10, Paging(1, leaf=1)) == {
        6: 34, 7: 24, 8: 14, 9: 4, 10: "made", 11: "had", 12: "had", 13: "had", 14: "had",
    }  # fmt: skip
    assert outlook(galley, 10, Paging(1, leaf=2)) == {6: 34, 8: 14, 10: "made", 12: "had", 14: "had"}


def test_an_outlook_leaves_out_what_cannot_be_had() -> None:
    assert outlook(tuple(paragraph(10, line) for line in range(1, 4)), 10, Paging(1, leaf=1)) == {
        4: "made", 5: "had", 6: "had", 7: "had", 8: "had",
    }  # fmt: skip


def test_an_outlook_has_the_count_that_was_asked_for() -> None:
    galley = (*MANY, paragraph(4, 9, cut=True))
    assert outlook(galley, 10, Paging(1, exactly=7, leaf=2))[7] == "had"
