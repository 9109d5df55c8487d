"""The best pages are the best where pieces span the columns: the search's cost is that of brute force."""

from __future__ import annotations

from random import Random

import pytest
from paging.small import Kind, difference, small_issue

from huozi.makeup.search import best_pages


@pytest.mark.parametrize(
    ("kind", "count"),
    [(Kind(2, 5, 0.3, 4), 1_200), (Kind(3, 4, 0.3, 4), 800), (Kind(3, 4, 0.0, 4), 300), (Kind(4, 3, 0.3, 3), 200)],
    ids=["two", "three", "three-unspanned", "four"],
)
def test_the_search_finds_what_brute_force_finds(kind: Kind, count: int) -> None:
    reachable = in_bands = 0
    for seed in range(count):
        small = small_issue(Random(seed), kind)  # noqa: S311
        reachable += best_pages(small.units, small.rules) is not None
        in_bands += len({unit.band for unit in small.units}) > 1
        assert not difference(small), (seed, small)
    assert count // 2 < reachable < count
    assert in_bands > count // 3 or not kind.spanning
