"""Outlines cut at the folds of a sheet."""

from __future__ import annotations

import pytest

from huozi.display import BLACK, Path
from huozi.makeup.covers import circle
from huozi.makeup.folds import cut_path

SQUARE = Path((("M", 0, 0), ("L", 100, 0), ("L", 100, 50), ("L", 0, 50), ("Z",)), fill=BLACK)


def corners(path: Path | None) -> set[tuple[int, int]]:
    assert path is not None
    return {(int(segment[1]), int(segment[2])) for segment in path.segments if len(segment) == 3}


@pytest.mark.parametrize(("left", "right"), [(0, 100), (-5, 105)])
def test_an_outline_between_the_edges_stays_as_it_is(left: int, right: int) -> None:
    assert cut_path(SQUARE, left, right) is SQUARE


@pytest.mark.parametrize(("left", "right"), [(100, 200), (-50, 0)])
def test_an_outline_beyond_an_edge_is_gone(left: int, right: int) -> None:
    assert cut_path(SQUARE, left, right) is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (30, 200, {(30, 0), (100, 0), (100, 50), (30, 50)}),
        (-10, 60, {(0, 0), (60, 0), (60, 50), (0, 50)}),
        (30, 60, {(30, 0), (60, 0), (60, 50), (30, 50)}),
    ],
)
def test_an_outline_is_cut_at_the_edges(left: int, right: int, expected: set[tuple[int, int]]) -> None:
    assert corners(cut_path(SQUARE, left, right)) == expected


def test_a_circle_is_cut_to_straight_pieces_on_its_round() -> None:
    cut = cut_path(circle(200_000, 200_000, BLACK), 100_000, 300_000)
    found = corners(cut)
    assert min(x for x, _ in found) == 100_000 and max(x for x, _ in found) == 200_000
    assert {(100_000, 0), (100_000, 200_000), (200_000, 100_000)} <= found
    round_ones = [(x - 100_000, y - 100_000) for x, y in found if x > 100_000]
    assert all(abs((x * x + y * y) ** 0.5 - 100_000) < 60 for x, y in round_ones)
