"""The best pages are the best: the search's cost is that of brute force, on thousands of small issues."""

from __future__ import annotations

from random import Random

import pytest
from paging.small import Kind, Small, difference, small_issue

from huozi.makeup.search import best_pages

ONE_COLUMN = Kind(columns=1, most=5)
TWO_COLUMNS = Kind(columns=2, most=4, deepest=4)


@pytest.mark.parametrize(("kind", "count"), [(ONE_COLUMN, 3_000), (TWO_COLUMNS, 2_000)], ids=["one", "two"])
def test_the_search_finds_what_brute_force_finds(kind: Kind, count: int) -> None:
    reachable = 0
    for seed in range(count):
        small = small_issue(Random(seed), kind)  # noqa: S311
        reachable += best_pages(small.units, small.rules) is not None
        assert not difference(small), (seed, small)
    assert count // 2 < reachable < count


def test_every_count_of_pages_costs_what_brute_force_says() -> None:
    counts = 0
    for seed in range(200):
        small = small_issue(Random(seed), ONE_COLUMN)  # noqa: S311
        free = small.asked._replace(held={}, kept={}, forbidden=None)
        most = sum(unit.lines for unit in small.units)
        for pages in range(1, min(most, 5) + 2):
            asked = free._replace(pages=pages)
            assert not difference(Small(small.units, asked)), (seed, pages)
            counts += 1
    assert counts > 700


# ------------------------------------------------------------------ more to choose from


def cost(small: Small) -> int:
    """What the best pages cost; more than any where there are none."""
    found = best_pages(small.units, small.rules)
    return 1 << 400 if found is None else found.cost


@pytest.mark.parametrize("kind", [ONE_COLUMN, TWO_COLUMNS, Kind(3, 4, 0.3, 4)], ids=["one", "two", "three"])
def test_one_more_variant_never_raises_the_cost(kind: Kind) -> None:
    gained = 0
    for seed in range(600):
        small = small_issue(Random(seed), kind)  # noqa: S311
        costs = [cost(small)]
        for item, unit in enumerate(small.units):  # one after the other taken away, the last first
            for choices in [unit.choices[:count] for count in range(len(unit.choices) - 1, 0, -1)]:
                units = (*small.units[:item], unit._replace(choices=choices), *small.units[item + 1 :])
                small = small._replace(units=units)
                costs.append(cost(small))
        assert costs == sorted(costs), seed
        gained += costs[0] < costs[-1]
    assert gained > 50


def test_a_larger_stretch_never_raises_the_cost() -> None:
    """A stretch allows all variants whose price is no more than what it allows."""
    for seed in range(600):
        small = small_issue(Random(seed), ONE_COLUMN)  # noqa: S311
        costs = []
        for stretch in range(6):
            units = tuple(
                unit._replace(choices=tuple(choice for choice in unit.choices if choice.price <= stretch))
                for unit in small.units
            )
            costs.append(cost(small._replace(units=units)))
        assert costs == sorted(costs, reverse=True), seed


@pytest.mark.parametrize("kind", [ONE_COLUMN, TWO_COLUMNS], ids=["one", "two"])
def test_one_demand_less_never_raises_the_cost(kind: Kind) -> None:
    for seed in range(600):
        small = small_issue(Random(seed), kind)  # noqa: S311
        free = small._replace(asked=small.asked._replace(held={}, kept={}, forbidden=None))
        assert cost(free) <= cost(small), seed
