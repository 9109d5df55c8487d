"""The plain paginator: page after page as full as it goes, the same as rows filled one after the other."""

from __future__ import annotations

from random import Random

import pytest
from plain_pages import fill_plainly, lay_out, without_idle_space
from tiny_pages import article, costs, heading, lines, page_ends, paragraph, piece, solver, units

from huozi.galley import Galley, Matter, Space, Start
from huozi.makeup.greedy import greedy_pages
from huozi.makeup.parts import Grid
from huozi.makeup.plans import Draft, cast
from huozi.makeup.steps import FLOW, NONE, Rules
from huozi.makeup.units import Choice

GALLEYS = 4_000


def galley_from(random: Random) -> Galley:
    """A galley of one column with whatever may stand in one."""
    matter: list[Matter] = []
    for number in range(random.randint(1, 9)):
        drawn = random.random()
        if drawn < 0.15:
            matter += article(number, random.choice((0, 2, 4, 9)))
        elif drawn < 0.2:
            matter.append(Start("page"))
        if drawn > 0.85:
            matter.append(Space(random.randint(1, 3), random.random() < 0.3))
        elif drawn > 0.65:
            matter.append(heading(random.randint(1, 2), random.randint(0, 3)))
        else:
            matter.append(paragraph(random.randint(1, 9), (random.randint(1, 9), 1)))
    return tuple(matter)


def shown(galley: Galley, lines: int) -> list[list[tuple[int, int]]]:
    """The lines of each page that has some, each as its place in the galley and its number in its paragraph."""
    pages: list[list[tuple[int, int]]] = []
    solved = solver(galley, Grid(lines, 1))
    for number, part in enumerate(solved.parts):
        found = solved.plain(number, False)
        for plan in cast(galley, Draft(part, found, (lines,) * found.pages), "left"):
            pages.append([(each.item, each.row) for each in plan.standing])
    return [page for page in pages if page]


def test_pages_are_those_of_rows_filled_one_after_the_other() -> None:
    compared = 0
    for seed in range(GALLEYS):
        random = Random(seed)  # noqa: S311
        galley, lines = galley_from(random), random.randint(4, 9)
        plain = fill_plainly(without_idle_space(lay_out(galley)), lines)
        if plain is None:  # no end is permitted: the paginator breaks what is least, rows know no such thing
            continue
        compared += 1
        texts = [[(row.item, max(row.line - 1, 0)) for row in page if row.slug] for page in plain]
        assert shown(galley, lines) == [text for text in texts if text], (seed, lines)
    assert compared > GALLEYS * 3 // 4


def test_each_page_is_filled_without_a_look_at_the_next() -> None:
    # the best pages would be a line short each
    given = units(*(piece(1, keep) for keep in (3, 2, 1, 0, 0, 2, 1, 0, 3, 2, 1, 0)))
    found = greedy_pages(given, Rules((5,) * 9))
    assert page_ends(found) == [(5, 0), (8, 0)]
    assert costs(found.cost) == {"hole": 1, "short": 2, "unequal": 2, "white": 1}


def test_natural_lines_are_taken_whatever_else_there_is() -> None:
    found = greedy_pages(units(lines(7, Choice(8, 1)), lines(3, Choice(2, 1))), Rules((8,) * 9))
    assert page_ends(found) == [(1, 0)]
    assert "variants" not in costs(found.cost)


def test_what_is_held_and_what_must_come_out_even_are_left_to_the_best_pages() -> None:
    given = units(lines(3), lines(2, article=1, fresh=True))
    found = greedy_pages(given, Rules((8,) * 9, held={1: 3}, kept={1: ((0, 2),)}))
    assert page_ends(found) == []
    assert costs(found.cost) == {"white": 3}


@pytest.mark.parametrize("short", [1, 4, 8])
def test_a_page_is_as_short_as_it_must_be(short: int) -> None:
    found = greedy_pages(units(lines(10 - short), piece(9)), Rules((10,) * 9))
    assert costs(found.cost)["short"] == short


def test_rules_are_broken_where_a_page_has_no_other_end() -> None:
    given = units(*(piece(1, 2) for _ in range(7)), lines(1))
    found = greedy_pages(given, Rules((3,) * 9))
    assert page_ends(found) == [(3, 0), (6, 0)]
    assert costs(found.cost)["heading"] == 2


def test_of_ways_to_the_same_place_below_columns_the_cheapest_is_taken() -> None:
    # columns of three lines are level; a deeper band would hold them as well, and a line below it is as far
    given = (lines(6)._replace(columns=2), lines(1)._replace(band=1, source=1))
    found = greedy_pages(given, Rules((8,) * 2))
    assert costs(found.cost) == {"white": 4}
    assert [step.place for _, step in found.way[:3]] == [
        (0, 0, 0, 0, 0, 0, 0, 3, NONE),
        (0, 0, 3, 0, 0, 1, 0, 3, NONE),
        (0, 1, 0, 0, 3, 0, 0, FLOW, NONE),
    ]
