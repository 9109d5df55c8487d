"""Breaking: where the lines of a paragraph end, chosen over the whole paragraph (total fit).

The method is Knuth and Plass's (1981) with the cost vector of :mod:`huozi.paragraph.cost`. Two searches stand side by
side. ``break_best`` finds the best breaking of all; it goes once over the places where lines may end, and from each
looks only at line ends near the measure. ``break_in_lines`` is the plain one: layer k holds the places that k lines can
end at, so that it gives the best breaking for *every* number of lines; pages ask it for one line less or more.

Both try lines that are little short of the measure first, then work out from the cost they found how short a line could
be and still be part of something better, and search again where they had not looked so far. What they return is
therefore the best of all breakings, not of those tried.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from heapq import heappop, heappush
from math import isqrt
from operator import sub
from typing import NamedTuple

from huozi.geometry import Mpt
from huozi.paragraph.cost import CHARACTER, FIELD_BITS, MISFIT, CostOf, justified_costs, ragged_costs
from huozi.paragraph.itemize import Items
from huozi.paragraph.measure import Measured
from huozi.style.model import Align, TextStyle


class Shape(NamedTuple):
    """The lengths a paragraph is set to: its first line's, the others', how it is aligned, what ``|`` means."""

    first: Mpt
    rest: Mpt
    align: Align
    break_at_bars: bool


class Breaking(NamedTuple):
    """A breaking: the character counts at which its lines end (the last is the text's length), and its cost."""

    ends: tuple[int, ...]
    cost: int


class Matter(NamedTuple):
    """What a search works on. ``stops`` are the counts at which a line ends whatever its length."""

    items: Items
    measured: Measured
    shape: Shape
    stops: tuple[int, ...]
    cost_of: CostOf


def matter(items: Items, measured: Measured, shape: Shape, style: TextStyle) -> Matter:
    """The matter of a search: costs and stops made ready."""
    stops = (*(items.preferred if shape.break_at_bars else ()), len(items.text))
    justified = shape.align == "justify"
    cost_of = justified_costs(items, measured, style, stops) if justified else ragged_costs(items)
    return Matter(items, measured, shape, stops, cost_of)


def break_best(work: Matter) -> Breaking:
    """The best breaking of all (the text must not be empty)."""
    if len(work.stops) == 1 and work.measured.end[-1] <= work.shape.first:  # one line holds it: nothing to choose
        return Breaking(work.stops, 0)
    found = _widening(work, lambda reach: _search(work, reach))
    assert found is not None  # at the widest reach every place can be come to  # noqa: S101
    return found


def break_in_lines(work: Matter, lines: int) -> Breaking | None:
    """The best breaking in just so many lines; ``None`` where there is none without a line that runs over."""
    found = _widening(work, lambda reach: _search_by_layers(work, reach, lines).get(lines))
    return None if found is None or found.cost >> MISFIT else found


FIRST_REACH = 2
"""Ems that a line may be short in the first search."""


def _widening(work: Matter, search: Callable[[Mpt], Breaking | None]) -> Breaking | None:
    """A search repeated with a wider reach until nothing left out could be better."""
    widest = max(work.shape.first, work.shape.rest)
    reach = widest if work.shape.align != "justify" else min(FIRST_REACH * work.items.em, widest)
    while True:
        found = search(reach)
        needed = widest if found is None else min(_reach_of_cost(work, found.cost), widest)
        if reach >= needed:
            return found
        reach = needed


def _reach_of_cost(work: Matter, cost: int) -> Mpt:
    """How short a line can be without costing more than a whole breaking does.

    The room of the limited expansion steps is filled first; what is left of a line's slack costs its square over the
    number of gaps, and a line has at most two gaps an em.
    """
    widest = max(work.shape.first, work.shape.rest)
    if cost >> (CHARACTER + FIELD_BITS):
        return widest
    gaps = 2 * widest // work.items.em + 2
    free = sum(_most_in_a_line(room, gaps) for room in work.measured.expand_room)
    return isqrt(((cost >> CHARACTER) + 1) * gaps) + free


def _most_in_a_line(sums: list[Mpt], characters: int) -> Mpt:
    """The most that a running sum grows over so many characters: all of Western writing is at least as narrow."""
    if not sums:
        return 0
    span = 4 * characters
    return sums[-1] if len(sums) <= span else max(map(sub, sums[span:], sums))


def _search(work: Matter, reach: Mpt) -> Breaking | None:
    """The best breaking, from each place that lines end at to those that one more line reaches, in their order."""
    breaks = work.measured.breaks
    count = breaks[-1]
    cost_to = {0: 0}
    came_from: dict[int, int] = {}
    waiting = [0]  # places that lines end at and that have not been gone on from, a heap
    while waiting:
        at = heappop(waiting)
        cost = cost_to[at]
        if at == count or (count in cost_to and cost > cost_to[count]):
            continue
        width = work.shape.rest if at else work.shape.first
        for end, line in _line_ends(work, bisect_right(breaks, at), at, width, reach):
            total = cost + line
            known = cost_to.get(end)
            if known is None:
                heappush(waiting, end)
            if known is None or total < known:
                cost_to[end] = total
                came_from[end] = at
    if count not in came_from:
        return None
    ends = [count]
    while came_from[ends[-1]]:
        ends.append(came_from[ends[-1]])
    return Breaking(tuple(reversed(ends)), cost_to[count])


def _search_by_layers(work: Matter, reach: Mpt, most: int) -> dict[int, Breaking]:
    """The best breaking for each number of lines up to ``most``, layer by layer; the plain search."""
    count = work.stops[-1]
    layer: dict[int, int] = {0: 0}
    trail: list[dict[int, int]] = []
    found: dict[int, Breaking] = {}
    while layer and len(trail) < most:
        width = work.shape.rest if trail else work.shape.first
        following: dict[int, int] = {}
        origin: dict[int, int] = {}
        for at, cost in layer.items():
            for end, line in _line_ends(work, bisect_right(work.measured.breaks, at), at, width, reach):
                total = cost + line
                if total < following.get(end, total + 1):
                    following[end] = total
                    origin[end] = at
        trail.append(origin)
        if count in following:
            found[len(trail)] = Breaking(_walk_back(trail, count), following.pop(count))
        layer = following
    return found


def _walk_back(trail: list[dict[int, int]], count: int) -> tuple[int, ...]:
    """The line ends that lead to the end of the text, from the trail of the layers."""
    ends = [count]
    for origin in reversed(trail[1:]):
        ends.append(origin[ends[-1]])
    return tuple(reversed(ends))


def _line_ends(work: Matter, first: int, at: int, width: Mpt, reach: Mpt) -> list[tuple[int, int]]:
    """Where a line that starts at ``at`` may end, with what it costs: not more than ``reach`` short of the measure.

    ``first`` is the index of the first break after ``at``. A unit wider than the measure stands on a line of its own
    and runs over.
    """
    breaks, ends, cost_of = work.measured.breaks, work.measured.break_ends, work.cost_of
    edge = work.measured.start[at] + width
    last = len(breaks) - 1
    if len(work.stops) > 1:
        last = bisect_left(breaks, next(stop for stop in work.stops if stop > at))
    found: list[tuple[int, int]] = []
    for index in range(bisect_left(ends, edge - reach, first, last), last + 1):
        cost = cost_of(at, breaks[index], edge - ends[index], index == last)
        if cost is None:
            return found if index > first else [(breaks[index], (ends[index] - edge) << MISFIT)]
        found.append((breaks[index], cost))
    return found
