"""Galleys that nobody should hand in, and long ones: pages all the same, and bounded work.

What is bounded is places looked at, not time, which says nothing on a busy machine.
"""

from __future__ import annotations

from random import Random

import pytest
from tiny_pages import article, costs, heading, paragraph, solver, used

from huozi.galley import Band, Galley, SetParagraph, Slug
from huozi.makeup.costs import FIELDS, field_of, fields_of
from huozi.makeup.goals import IssuePlan, Paging, natural_plan
from huozi.makeup.paginate import cast_pages
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.plans import PagePlan
from huozi.makeup.search import ALL_BUDGETS, BUDGET, best_pages
from huozi.makeup.steps import Rules

PAGE = Grid(37, 1)
COLUMNS = Grid(37, 2)
SMALL = Grid(8, 1)


def planned(galley: Galley, grid: Grid) -> tuple[Solver, IssuePlan, tuple[PagePlan, ...]]:
    """The solver that was asked, the plan it came to, and its pages, which hold every line of the galley once."""
    solved = solver(galley, grid)
    plan = natural_plan(solved, Paging(0))
    pages = cast_pages(galley, plan, "right", grid.lines)
    taken = {unit.source: draft.lines for draft in plan.drafts for unit in draft.part.units}
    assert taken
    shown = [(each.item, each.row) for page in pages for each in page.standing]
    assert shown == sorted(set(shown)), "every line once, in its order"
    text = [index for index, matter in enumerate(galley) if isinstance(matter, Slug | SetParagraph)]
    assert sorted({item for item, _ in shown}) == text
    assert solved.places <= ALL_BUDGETS * BUDGET
    return solved, plan, pages


HEADINGS: Galley = (*(heading(1, 2) for _ in range(100)), paragraph(3))


def test_a_hundred_headings_in_a_row() -> None:
    solved, plan, pages = planned(HEADINGS, SMALL)
    assert costs(plan.cost) == {"heading": 12, "white": 1}  # full pages, each but the last with a heading at its foot
    assert [used(page) for page in pages] == [[8]] * 12 + [[7]]
    assert solved.places < 1_000


def test_a_hundred_headings_in_two_columns() -> None:
    solved, plan, _ = planned(HEADINGS, Grid(8, 2))
    assert field_of(plan.cost, "heading") <= 14
    assert solved.places < 100_000


@pytest.mark.parametrize("spans", [True, False])
@pytest.mark.parametrize("grid", [PAGE, COLUMNS], ids=["one", "two"])
def test_two_hundred_articles_of_one_character(grid: Grid, spans: bool) -> None:
    title: Galley = (Band(1), heading(2, 1), Band(grid.columns)) if spans else (heading(2, 1),)
    galley = tuple(
        matter for number in range(200) for matter in (*article(number, 3), *title, paragraph(1, is_lone=True))
    )
    solved, plan, _ = planned(galley, grid)
    assert "heading" not in costs(plan.cost)
    assert solved.places < (2_000 if spans or grid is PAGE else 120_000)


def test_titles_deeper_than_a_page_each_have_a_page_and_are_told() -> None:
    galley = tuple(
        matter
        for number in range(30)
        for matter in (*article(number, 12), heading(50, 2), paragraph(40, (41, 3), (39, 5)))
    )
    solved, plan, pages = planned(galley, PAGE)
    assert field_of(plan.cost, "deep") == 30
    assert field_of(plan.cost, "heading") == 0  # nothing can stand below them
    assert sum(used(page) == [50] for page in pages) == 30
    assert solved.places < 40_000


def test_a_title_deeper_than_all_pages_of_its_part_leaves_it_the_best_pages() -> None:
    after: Galley = (paragraph(35, (37, 3)), heading(2, 2), paragraph(10))
    _, plan, pages = planned((paragraph(5), *article(0, 12), heading(200, 2), *after), PAGE)
    assert [used(page) for page in pages] == [[5], [200], [37], [12]]
    assert costs(plan.cost) == {"deep": 1, "variants": 3, "white": 57}
    assert plan.drafts[0].found.is_exact


def test_a_room_larger_than_the_type_area_begins_each_article_on_a_page() -> None:
    galley = tuple(
        matter for number in range(60) for matter in (*article(number, 99), heading(2, 2), paragraph(20, (21, 3)))
    )
    solved, plan, pages = planned(galley, PAGE)
    assert [used(page) for page in pages] == [[22]] * 60
    assert costs(plan.cost) == {"white": 60 * 15}
    assert solved.places < 500


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_type_area_of_few_lines(lines: int) -> None:
    random = Random(lines)  # noqa: S311
    solved, plan, pages = planned(tuple(flexible(random, 60, 0.3)), Grid(lines, 1))
    assert all(max(used(page)) <= lines for page in pages)
    assert len(pages) == plan.pages
    assert solved.places < 20_000


def test_three_hundred_flexible_paragraphs_of_three_lines_in_one_part() -> None:
    galley = tuple(paragraph(3, (4, 1 + number % 7), (2, 3)) for number in range(300))
    solved, plan, _ = planned(galley, PAGE)
    # 37 lines are twelve threes and a line more
    assert costs(plan.cost) == {"variants": 24, "white": 1}
    assert solved.places < 8_000


def flexible(random: Random, count: int, share: float) -> list[SetParagraph]:
    """Paragraphs of one to twelve lines, some of which may take a line more or less."""
    made = []
    for _ in range(count):
        lines = random.randint(1, 12)
        others = [(lines + 1, random.randint(1, 9_000))] * (random.random() < share)
        others += [(lines - 1, random.randint(1, 9_000))] * (lines > 1 and random.random() < share / 2)
        made.append(paragraph(lines, *others))
    return made


def long_part(seed: int, pages: int, share: float = 0.3) -> Galley:
    """A part of so many pages, with an article every twenty-five paragraphs or so."""
    random = Random(seed)  # noqa: S311
    galley: list[Slug | SetParagraph] = []
    whole: Galley = ()
    lines = number = 0
    while lines < pages * PAGE.lines:
        if random.random() < 0.04:
            whole, galley = (*whole, *galley, *article(number, 14)), [heading(3, 2)]
            number, lines = number + 1, lines + 3
        (text,) = flexible(random, 1, share)
        galley.append(text)
        lines += text.lines
    return (*whole, *galley)


@pytest.mark.parametrize(("seed", "share"), [(1, 0.3), (2, 0.3), (3, 0.3), (4, 0.1), (5, 0.5)])
def test_a_part_of_a_hundred_pages_costs_little_more_than_the_best_of_all(seed: int, share: float) -> None:
    solved, plan, _ = planned(long_part(seed, 100, share), PAGE)
    assert solved.places < 10_000
    (draft,) = plan.drafts
    rules = Rules(draft.depths, True, solved.plain(0, True).held(solved.parts[0].units))
    exact = best_pages(draft.part.units, rules, budget=10**9)
    assert exact is not None
    assert exact.is_exact
    hurried = best_pages(draft.part.units, rules, budget=1_500)
    assert hurried is not None
    for found in (draft.found, hurried):
        _hardly_dearer(fields_of(found.cost), fields_of(exact.cost))


def _hardly_dearer(found: dict[str, int], exact: dict[str, int]) -> None:
    """Whether the worst field that differs is at most a twentieth more than it need be."""
    name = next((name for name, _ in FIELDS if found[name] != exact[name]), None)
    if name is not None:
        assert exact[name] < found[name] <= exact[name] * 1.05, name


def test_ways_put_aside_come_back_where_those_ahead_reach_no_article_s_page() -> None:
    solved, plan, _ = planned(long_part(4, 400, 0.05), PAGE)
    (draft,) = plan.drafts
    assert not draft.found.is_exact
    assert solved.places < 16_000
    assert costs(draft.found.cost) == {"unequal": 8, "short": 84, "variants": 149_266, "white": 300}
    assert draft.found.cost == sum(step.cost for _, step in draft.found.way)


def test_work_grows_with_the_length_of_a_part_and_no_faster_and_what_was_not_tried_is_told() -> None:
    solved, plans = [], []
    for pages in (50, 200, 400):
        solver_asked, plan, _ = planned(long_part(9, pages), PAGE)
        solved.append(solver_asked)
        plans.append(plan)
    places = [each.places for each in solved]
    assert places[2] < 20_000
    assert places[2] - places[1] < places[1] - places[0]
    assert plans[2].pages > 390
    assert [plan.drafts[0].found.is_exact for plan in plans] == [True, False, False]
