"""The cost of pages: a vector in one int, in the order that the rules are ranked in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tiny_pages import costs

from huozi.makeup import costs as ranks
from huozi.makeup.costs import BROKEN, FIELDS, RANKS, field_of, fields_of, late, running

ORDER = (
    "deep", "adrift", "heading", "lone_page", "lone_top", "single", "parted", "cut", "moved", "stirred",
    "hole", "late", "carried", "blank", "unequal", "short", "far", "variants", "white", "taste", "unlike",
)  # fmt: skip


def test_faults_are_ranked_worst_first() -> None:
    assert tuple(name for name, _ in FIELDS) == ORDER
    assert [RANKS[name][0] for name in ORDER] == sorted((RANKS[name][0] for name in ORDER), reverse=True)


@pytest.mark.parametrize(("worse", "better"), list(pairwise(ORDER)))
def test_no_number_of_lesser_faults_outweighs_a_worse_one(worse: str, better: str) -> None:
    (rank, _), (lower, most) = RANKS[worse], RANKS[better]
    assert most << lower < 1 << rank


def test_what_comes_a_spread_late_is_as_bad_as_a_column_five_lines_short() -> None:
    assert costs(late(1)) == {"late": 1, "hole": 16}
    assert running(5, -1) < late(1) < running(6, -1)


@pytest.mark.parametrize("name", ORDER)
def test_each_field_is_read_as_it_was_written(name: str) -> None:
    rank = getattr(ranks, name.upper())
    assert costs(3 << rank) == {name: 3}
    assert field_of((3 << rank) + (1 << RANKS["deep"][0]) * (name != "deep") + (name != "unlike"), name) == 3
    assert fields_of(0) == dict.fromkeys(ORDER, 0)


@pytest.mark.parametrize("name", ORDER[:7])
def test_rules_of_pages_are_broken_from_parted_paragraphs_up(name: str) -> None:
    assert (1 << RANKS[name][0]) >> BROKEN
    assert not (RANKS["cut"][1] << RANKS["cut"][0]) >> BROKEN


@pytest.mark.parametrize(
    ("short", "before", "cost"),
    [
        (0, -1, {}),
        (0, 0, {}),
        (1, -1, {"short": 1}),
        (1, 1, {"short": 1}),
        (2, -1, {"short": 2, "hole": 1}),
        (3, 3, {"short": 3, "hole": 4}),
        (0, 2, {"unequal": 2}),
        (2, 0, {"short": 2, "hole": 1, "unequal": 2}),
        (4, 1, {"short": 4, "hole": 9, "unequal": 3}),
    ],
)
def test_a_running_column_costs_what_it_is_short_and_what_it_differs_by(
    short: int, before: int, cost: dict[str, int]
) -> None:
    assert costs(running(short, before)) == cost
