"""The search: the cheapest pages, looked for among those little short first, in so many places at the most."""

from __future__ import annotations

import pytest
from tiny_pages import article, costs, heading, lines, page_ends, paragraph, piece, solver, units

from huozi.galley import Band, Galley
from huozi.makeup.goals import Paging, natural_plan
from huozi.makeup.parts import Grid
from huozi.makeup.search import FIRST_SHORT, Found, best_pages
from huozi.makeup.steps import START, Rules
from huozi.makeup.units import Choice, Unit


def best(given: tuple[Unit, ...], *depths: int, budget: int = 6_000) -> Found:
    found = best_pages(given, Rules(depths), budget)
    assert found is not None
    return found


def test_a_way_leads_from_the_first_place_to_the_end_and_costs_what_its_steps_cost() -> None:
    found = best(units(lines(9), lines(4)), 5, 5, 5)
    assert found.way[0][0] == START
    assert [step.place for _, step in found.way[:-1]] == [place for place, _ in found.way[1:]]
    assert found.way[-1][1].place[1] == 2
    assert found.cost == sum(step.cost for _, step in found.way)
    assert found.is_exact
    assert 0 < found.places < 40


def test_columns_that_are_not_short_are_taken_where_there_are_such() -> None:
    found = best(units(lines(12)), 5, 5, 5)
    assert page_ends(found) == [(0, 7), (0, 2)]
    assert costs(found.cost) == {"white": 3}


def test_the_cheaper_of_two_variants_that_fill_a_page_is_taken() -> None:
    given = units(lines(4, Choice(5, 9)), lines(4, Choice(5, 3)), lines(2, Choice(3, 1)))
    assert costs(best(given, 9, 5).cost) == {"variants": 3, "white": 3}


def test_ends_that_leave_more_lines_empty_than_are_looked_at_first_are_found_where_there_are_no_others() -> None:
    for short in (3, 7, 9):
        assert short > FIRST_SHORT
        found = best(units(piece(10 - short), piece(10)), 10, 10)
        assert costs(found.cost) == {
            "hole": (short - 1) ** 2,
            "short": short,
            **({"single": 1} if short == 9 else {}),
        }


def test_a_shorter_end_than_is_looked_at_first_is_found_where_it_costs_less() -> None:
    # a line cut would fill the first page; four lines left empty are better
    given = units(piece(6), lines(3, Choice(2, 0, 1), depth=2), lines(2))
    assert costs(best(given, 10, 10).cost) == {"hole": 9, "short": 4, "white": 2}


def test_rules_are_broken_only_where_they_must_be() -> None:
    given = units(lines(5), piece(1, keep=1), lines(5))
    assert costs(best(given, 6, 5).cost) == {"heading": 1}
    assert costs(best(given, 6, 6).cost) == {"short": 1}
    assert costs(best(units(piece(1, keep=2), piece(5)), 5, 5).cost) == {
        "heading": 1,
        "single": 1,
        "hole": 9,
        "short": 4,
    }


def test_of_two_rules_the_lesser_is_broken() -> None:
    # a heading at the foot below five lines, or one line of its text below four
    given = units(lines(4, Choice(5, 1)), piece(1, keep=1), lines(6))
    assert costs(best(given, 6, 6).cost) == {"parted": 1, "white": 1}


def test_there_may_be_no_pages() -> None:
    assert best_pages(units(lines(11)), Rules((5, 5))) is None
    assert best_pages(units(lines(1)), Rules((5, 5))) is None


def test_lines_are_cut_as_few_as_must_be() -> None:
    cut = (Choice(6, 0, 1), Choice(5, 0, 2), Choice(4, 0, 3))
    assert costs(best(units(lines(7, *cut), lines(5)), 5, 5).cost)["cut"] == 2
    assert "cut" not in costs(best(units(lines(7, *cut), lines(3)), 5, 5).cost)


def long_part(count: int) -> tuple[Unit, ...]:
    """Units of three to seven lines, each with a line more at a price."""
    return units(*(lines(3 + number * 7 % 5, Choice(4 + number * 7 % 5, number % 3 + 1)) for number in range(count)))


def test_a_spent_budget_gives_up_what_is_far_behind_and_says_so() -> None:
    given = long_part(400)
    depths = (37,) * 55
    exact, hurried = best(given, *depths, budget=10**9), best(given, *depths, budget=300)
    assert (exact.is_exact, hurried.is_exact) == (True, False)
    assert hurried.places < exact.places
    assert hurried.cost >= exact.cost
    assert hurried.cost == sum(step.cost for _, step in hurried.way)
    assert hurried.way[0][0] == START
    assert [step.place for _, step in hurried.way[:-1]] == [place for place, _ in hurried.way[1:]]
    assert hurried.way[-1][1].place[1] == 400


def test_no_more_is_looked_at_than_all_budgets_hold() -> None:
    given = long_part(60)
    depths = (9,) * (sum(unit.lines for unit in given) // 9 + 1)
    assert best_pages(given, Rules(depths), 10) is None
    assert best(given, *depths, budget=100).places <= 2_000


def test_a_piece_deeper_than_a_page_makes_no_search_wider() -> None:
    given = units(piece(7, keep=2), lines(4))
    found = best(given, 5, 5)
    assert costs(found.cost) == {"deep": 1, "white": 1}
    assert found.places < 5


@pytest.mark.parametrize("right", [True, False])
def test_the_side_of_the_first_page_decides_which_pages_face_each_other(right: bool) -> None:
    given = units(piece(9), piece(10), piece(9), piece(10))
    found = best_pages(given, Rules((10,) * 4, right))
    assert found is not None
    # right: 1 | 2 3 | 4, left: 1 2 | 3 4; the last page is a meant end
    assert costs(found.cost) == {"short": 2, "unequal": 1}


def test_a_hole_beside_closed_bands_is_looked_into_in_few_searches() -> None:
    galley: Galley = (
        *(heading(35, 0), heading(35, 0)),
        *(paragraph(3) for _ in range(9)),
        *(Band(1), *article(1, 10), heading(3, 2), Band(2)),
        *(paragraph(5) for _ in range(20)),
    )
    solved = solver(galley, Grid(37, 2))
    # the first two columns cannot but end two lines short: columns of the bands below may be as unequal as they like
    assert costs(natural_plan(solved, Paging(0)).cost) == {"hole": 2, "unequal": 7, "short": 5, "white": 5}
    assert solved.places < 2_000
