"""Alternatives: for each line of a breaking, the best breaking of the paragraph in which that line ends elsewhere.

Three things decide: the best that can lead to the line's start, the line itself with each of its ends, and the best
that can follow it. The first is found in one pass forward, the last in one from the text's end backwards, over the
same lines at the same costs as :mod:`~huozi.paragraph.breaking.linebreak` chooses among, however short they are. A
line's class of tightness goes with it, since what its neighbours cost depends on it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from huozi.paragraph.breaking.cost import EVEN, LOOSE, TIGHT, VERY_LOOSE, contrast
from huozi.paragraph.breaking.linebreak import Breakable, Breaking, line_ends
from huozi.records import NamedTuple

KINDS = (TIGHT, EVEN, LOOSE, VERY_LOOSE)

MOST_LINES_TRIED = 2_000_000
"""The largest number of lines looked into: some seconds. It lies far beyond any paragraph made for reading."""


class Alternative(NamedTuple):
    """A line ended elsewhere: where, in how many lines the paragraph is then set, and what all of it costs at best."""

    end: int
    lines: int
    cost: int


Way: TypeAlias = tuple[int, int, int]
"""An end of a line, what the line costs, its class of tightness."""
Ways: TypeAlias = dict[int, list[Way]]
"""The lines that can start at each place."""
Cost: TypeAlias = tuple[int, int]
"""What some lines cost, and how many they are."""
Reached: TypeAlias = dict[int, dict[int, Cost]]
"""By place and by the class of the line that ends there: the best that leads to it, or that can follow."""


def lines_to_try(work: Breakable, count: int = 0) -> int:
    """How many lines :func:`alternatives` would look into, at the most: what it takes to explain a paragraph.

    In a set ``count`` of lines each is looked at again for every line of the paragraph, at a tenth of the pains.
    """
    places = len(work.measured.breaks)
    ends = min(places, 2 * max(work.shape.first, work.shape.rest) // work.items.em + 2)
    return places * ends * (1 + count // 10)


def line_costs(work: Breakable, ends: Sequence[int]) -> tuple[int, ...]:
    """What each line of a breaking costs below the one before it; their sum is what the breaking costs."""
    costs: list[int] = []
    start, before = 0, EVEN
    for end in ends:
        cost, kind = next((cost, kind) for to, cost, kind in ways_from(work, start) if to == end)
        costs.append(cost + contrast(start, before, kind))
        start, before = end, kind
    return tuple(costs)


def ways_from(work: Breakable, at: int) -> list[Way]:
    """The lines that can start at a place, however short they are."""
    width = work.shape.rest if at else work.shape.first
    return line_ends(work, bisect_right(work.measured.breaks, at), at, width, width)


def alternatives(work: Breakable, breaking: Breaking, *, same_count: bool = False) -> tuple[Alternative | None, ...]:
    """For each line the cheapest breaking in which it starts where it does and ends elsewhere; ``None``: there is none.

    With ``same_count`` only breakings into as many lines count, and the line is the same one from the top.
    """
    starts = (0, *breaking.ends[:-1])
    ways = {at: ways_from(work, at) for at in (0, *work.measured.breaks[:-1])}
    leading: Sequence[Reached]
    following: Sequence[Reached]
    if same_count:
        leading = _leading_by_count(ways, len(starts))
        following = _following_by_count(ways, work.stops[-1], len(starts))
    else:
        leading = [_leading(ways)] * len(starts)
        following = [_following(ways, work.stops[-1])] * len(starts)
    return tuple(
        _cheapest(start, [way for way in ways[start] if way[0] != end], to[start], then)
        for start, end, to, then in zip(starts, breaking.ends, leading, following, strict=True)
    )


def _after(at: int, to: dict[int, Cost], kind: int) -> Cost:
    """The best that leads to a place, together with its contrast to a line of a class that starts there."""
    return min((cost + contrast(at, before, kind), lines) for before, (cost, lines) in to.items())


def _before(at: int, ways: Iterable[Way], then: Reached) -> dict[int, Cost]:
    """The best that can follow a place, by the class of the line that ends there."""
    best: dict[int, Cost] = {}  # by the class of the next line
    for end, cost, kind in ways:
        rest = then.get(end, {}).get(kind)
        if rest is not None:
            found = (cost + rest[0], rest[1] + 1)
            best[kind] = min(found, best.get(kind, found))
    if not best:
        return {}
    return {
        before: min((cost + contrast(at, before, kind), lines) for kind, (cost, lines) in best.items())
        for before in KINDS
    }


def _step(at: int, ways: Iterable[Way], to: dict[int, Cost], reached: Reached) -> None:
    """Go on from a place with each of its lines."""
    onward = {kind: _after(at, to, kind) for kind in KINDS}
    for end, cost, kind in ways:
        spent, lines = onward[kind]
        found = (spent + cost, lines + 1)
        there = reached.setdefault(end, {})
        there[kind] = min(found, there.get(kind, found))


def _leading(ways: Ways) -> Reached:
    """The best that leads to each place, in however many lines."""
    reached: Reached = {0: {EVEN: (0, 0)}}
    for at in sorted(ways):
        if at in reached:
            _step(at, ways[at], reached[at], reached)
    return reached


def _leading_by_count(ways: Ways, lines: int) -> list[Reached]:
    """The best that leads to each place where the k-th line starts, for every k."""
    layers: list[Reached] = [{0: {EVEN: (0, 0)}}]
    for _ in range(1, lines):
        layer: Reached = {}
        for at, to in layers[-1].items():
            _step(at, ways.get(at, ()), to, layer)
        layers.append(layer)
    return layers


def _following(ways: Ways, count: int) -> Reached:
    """The best that can follow each place, in however many lines."""
    reached: Reached = {count: dict.fromkeys(KINDS, (0, 0))}
    for at in sorted(ways, reverse=True):
        reached[at] = _before(at, ways[at], reached)
    return reached


def _following_by_count(ways: Ways, count: int, lines: int) -> list[Reached]:
    """The best that can follow each place where the k-th line ends, for every k, in as many lines as are left then."""
    layers: list[Reached] = [{count: dict.fromkeys(KINDS, (0, 0))}]
    for _ in range(1, lines):
        layers.append({at: found for at, ends in ways.items() if (found := _before(at, ends, layers[-1]))})
    return layers[::-1]


def _cheapest(start: int, ways: Iterable[Way], to: dict[int, Cost], then: Reached) -> Alternative | None:
    """The cheapest breaking with one of some lines in it, the fuller line of two that cost the same."""
    found: list[tuple[int, int, int]] = []
    for end, cost, kind in ways:
        rest = then.get(end, {}).get(kind)
        if rest is not None:
            spent, lines = _after(start, to, kind)
            found.append((spent + cost + rest[0], -end, lines + 1 + rest[1]))
    if not found:
        return None
    cost, end, lines = min(found)
    return Alternative(-end, lines, cost)
