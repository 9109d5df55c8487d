"""The best pages with floats and notes are the best: the search's cost is that of brute force."""

from __future__ import annotations

from random import Random

import pytest
from paging import brute_matter as with_matter
from paging.brute import best_cost
from paging.sheets import Matters
from paging.small import Kind, small_issue
from paging.small_matter import Drawn, difference, small_matter

from huozi.makeup import search
from huozi.makeup.matter_steps import MatterStepper
from huozi.makeup.search import best_pages

ONE_COLUMN = Kind(columns=1, most=4, deepest=6)
BANDS = Kind(columns=2, most=4, spanning=0.3, deepest=4)
THREE = Kind(columns=3, most=3, spanning=0.2, deepest=3)
FULL = Kind(columns=1, most=3, deepest=6)
CASES = [
    *((ONE_COLUMN, Drawn(), start, 250) for start in range(0, 2_000, 250)),
    *((FULL, Drawn(floats=3, notes=1, deepest=3), start, 200) for start in range(0, 600, 200)),
    *((BANDS, Drawn(), start, 100) for start in range(0, 800, 100)),
    *((THREE, Drawn(notes=2), start, 50) for start in range(0, 200, 50)),
]


@pytest.mark.parametrize(
    ("kind", "drawn", "start", "count"),
    CASES,
    ids=[f"{kind.columns}-{drawn.floats}-{start}" for kind, drawn, start, _ in CASES],
)
def test_the_search_finds_what_brute_force_finds(kind: Kind, drawn: Drawn, start: int, count: int) -> None:
    reachable = 0
    for seed in range(start, start + count):
        small = small_matter(Random(seed), kind, drawn)  # noqa: S311
        found = best_pages(small.units, small.rules)
        reachable += found is not None
        assert not difference(small, found), (seed, small)
    assert count // 5 < reachable < count


@pytest.mark.parametrize("kind", [Kind(1, 5), Kind(2, 5, 0.3, 4), Kind(3, 4, 0.3, 4)], ids=["one", "two", "three"])
def test_text_alone_is_priced_as_ever(kind: Kind) -> None:
    """Brute force with floats and notes agrees with that for text alone where there are none."""
    for seed in range(150):
        small = small_issue(Random(seed), kind)  # noqa: S311
        plain, extended = best_cost(*small), with_matter.best_cost(small.units, Matters(), small.asked)
        assert (plain is None) == (extended is None), seed
        if plain is not None and extended is not None:
            assert extended == {name: plain.get(name, 0) for name in extended}, seed


@pytest.mark.parametrize("kind", [Kind(1, 5), Kind(2, 5, 0.3, 4), Kind(3, 4, 0.3, 4)], ids=["one", "two", "three"])
def test_text_alone_has_the_same_pages_where_floats_could_stand(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps that look at floats and notes lead to what those for text alone lead to where there are none."""
    issues = [small_issue(Random(seed), kind) for seed in range(400)]  # noqa: S311
    plain = [best_pages(small.units, small.rules) for small in issues]
    monkeypatch.setattr(search, "stepper_of", MatterStepper)
    for seed, (small, pages) in enumerate(zip(issues, plain, strict=True)):
        found = best_pages(small.units, small.rules)
        assert (found and found.cost) == (pages and pages.cost), seed
