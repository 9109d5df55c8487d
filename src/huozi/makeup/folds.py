"""Outlines cut at the folds of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from huozi.display import Path
from huozi.geometry import Mpt

PIECES = 32
"""A curve that is cut is made of so many straight pieces: less than a hundredth of a point off on a page's width."""

Place: TypeAlias = "tuple[Mpt, Mpt]"


def cut_path(path: Path, left: Mpt, right: Mpt) -> Path | None:
    """A filled outline between two upright lines: as it is where it stands between them, ``None`` where all is outside.

    What is cut has straight pieces for its curves.
    """
    corners = list(_corners(path))
    xs = [x for x, _ in corners]
    if not xs or max(xs) <= left or min(xs) >= right:
        return None
    if min(xs) >= left and max(xs) <= right:
        return path
    for edge, sign in ((left, 1), (right, -1)):
        corners = _beyond(corners, edge, sign)
    first, *rest = corners
    return path._replace(segments=(("M", *first), *(("L", *corner) for corner in rest), ("Z",)))


def _corners(path: Path) -> Iterator[Place]:
    """The corners of an outline of one piece, curves as many corners."""
    at: Place = (0, 0)
    for operator, *numbers in path.segments:
        places = [(int(x), int(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if operator == "C":
            yield from (_on_curve([at, *places], step) for step in range(1, PIECES + 1))
        elif places:
            yield places[-1]
        at = places[-1] if places else at


def _on_curve(points: list[Place], step: int) -> Place:
    """A place on a cubic curve, ``step`` of ``PIECES`` along it."""
    rest = PIECES - step
    weights = (rest**3, 3 * rest**2 * step, 3 * rest * step**2, step**3)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, points, strict=True)) // PIECES**3 for axis in (0, 1)
    )
    return x, y


def _beyond(corners: list[Place], edge: Mpt, sign: int) -> list[Place]:
    """The part of a polygon right of an edge (``sign`` 1) or left of it (−1)."""
    kept: list[Place] = []
    for (x, y), (next_x, next_y) in zip(corners, [*corners[1:], corners[0]], strict=True):
        is_in, is_next_in = (x - edge) * sign >= 0, (next_x - edge) * sign >= 0
        if is_in:
            kept.append((x, y))
        if is_in != is_next_in:
            kept.append((edge, y + (next_y - y) * (edge - x) // (next_x - x)))
    return kept
