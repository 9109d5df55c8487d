"""Breaking: where the lines of a paragraph end, chosen over the whole paragraph (total fit).

The method is Knuth and Plass's (1981) with the cost vector of :mod:`huozi.paragraph.breaking.cost`. ``break_best``
finds the best breaking of all; it goes once over the places where lines may end, and from each looks only at line
ends near the measure. It tries lines that are little short of the measure first. Where the cost it found would pay
for shorter lines somewhere, it searches again, and looks from each place as far back as a line from there could be
part of something better: a line is not if where it ends can be come to for less than the line itself costs. What it
returns is therefore the best of all breakings, not of those tried, and how far it looks does not grow with the
paragraph. Breakings into another number of lines are :mod:`huozi.paragraph.breaking.variants`'.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from heapq import heappop, heappush
from math import isqrt
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.breaking.cost import (
    CONTRAST,
    EVEN,
    FIELD_BITS,
    LOOSE,
    LOOSE_FROM,
    MISFIT,
    PARTS_OF_EM,
    STRETCH_WEIGHT,
    TIGHT,
    TIGHT_FROM,
    UNEVENNESS,
    VERY_LOOSE,
    VERY_LOOSE_FROM,
    CostOf,
    justified_costs,
    ragged_costs,
)
from huozi.paragraph.items.measure import Measured
from huozi.paragraph.items.model import Items
from huozi.records import NamedTuple
from huozi.style.text_style import Align, TextStyle


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


class Breakable(NamedTuple):
    """What a search works on.

    ``stops`` are the counts at which a line ends whatever its length. ``classes`` are the changes (Mpt) from which on a
    line is tight, loose and very loose, and ``weight`` is how much worse stretching is than compressing.
    """

    items: Items
    measured: Measured
    shape: Shape
    stops: tuple[int, ...]
    cost_of: CostOf
    classes: tuple[Mpt, Mpt, Mpt]
    weight: int


def breakable(items: Items, measured: Measured, shape: Shape, style: TextStyle) -> Breakable:
    """The matter of a search: costs and stops made ready."""
    stops = (*(items.preferred if shape.break_at_bars else ()), len(items.text))
    if items.forced:
        stops = tuple(sorted({*stops, *items.forced}))
    width = shape.rest
    if shape.align == "justify":
        cost_of = justified_costs(items, measured, style, stops)
        classes = (-width // TIGHT_FROM, width // LOOSE_FROM, width // VERY_LOOSE_FROM)
    else:
        cost_of = ragged_costs(items)
        classes = (-width, width, width)  # lines of their own lengths are no contrast
    return Breakable(items, measured, shape, stops, cost_of, classes, STRETCH_WEIGHT[style.fill])


def break_best(work: Breakable) -> Breaking:
    """The best breaking of all (the text must not be empty)."""
    if len(work.stops) == 1 and work.measured.end[-1] <= work.shape.first:  # one line holds it: nothing to choose
        return Breaking(work.stops, 0)
    widest = max(work.shape.first, work.shape.rest)
    reach = widest if work.shape.align != "justify" else min(FIRST_REACH * work.items.em // 1000, widest)
    tried = search(work, lambda *_: reach)
    if reach < _reach_of_cost(work, tried.best):
        reach_of = _reach_by_place(work, tried, reach)
        del tried  # of a long paragraph it is large
        tried = search(work, reach_of)
    return _best_way(tried)


FIRST_REACH = 1500
"""Thousandths of an em that a line may be short at first: the quickest of 1, 1.25, 1.5 and 2 em on a real issue."""


def _reach_of_cost(work: Breakable, cost: int) -> Mpt:
    """How short a line can be without costing more than so much."""
    widest = max(work.shape.first, work.shape.rest)
    if cost >> (UNEVENNESS + FIELD_BITS):
        return widest
    return min((isqrt((cost >> UNEVENNESS) // work.weight) + 1) * work.items.em // PARTS_OF_EM, widest)


def _reach_by_place(work: Breakable, tried: Tried, reach: Mpt) -> ReachOf:
    """How short a line from each place can be and still be part of something better than what was tried with ``reach``.

    It is not where it costs more, with all that leads to it, than the breaking found. Nor is it where it costs more
    than another way to its end: whatever follows can follow that way too, and is dearer by a contrast at the most.
    """
    bounds, best = work.measured.break_bounds, tried.best
    known = [tried.least.get(place, best) for place in work.measured.breaks]
    contrast = CONTRAST << UNEVENNESS

    def reach_from(at: int, first: int, cost_to: Mapping[int, int]) -> Mpt:
        cost = min(cost_to[node] for node in range(at << NODE, (at + 1) << NODE) if node in cost_to)
        edge = work.measured.start[at] + (work.shape.rest if at else work.shape.first)
        shorter = known[first : bisect_left(bounds, edge - reach, first, last_break(work, at))]
        spare = min(best, max(shorter, default=0) + contrast) - cost
        return max(reach, _reach_of_cost(work, spare)) if spare >= 0 and shorter else reach

    return reach_from


NODE = 2
"""Bits of a node that hold the class of the line before; the rest is the place."""
KIND = (1 << NODE) - 1


ReachOf: TypeAlias = Callable[[int, int, Mapping[int, int]], Mpt]
"""How short a line may be that is tried from a place: by the first break after it (index) and the costs of nodes."""


class Tried(NamedTuple):
    """The ways that a search has found to the places where lines may end: by node the one before.

    ``least`` is what the best way to each place costs that was gone on from; ``end`` is the node that the best breaking
    ends with, and ``best`` what it costs.
    """

    came_from: dict[int, int]
    least: dict[int, int]
    end: int
    best: int


def search(work: Breakable, reach_of: ReachOf) -> Tried:
    """The best ways, from each place that lines end at to those that one more line reaches, in their order.

    A node is a place together with the class of the line that ends there: what the next line costs depends on it.
    ``break_best`` decides how far to look; with the widest reach of all this is the plain search that it equals.
    """
    breaks = work.measured.breaks
    count = breaks[-1]
    cost_to = {EVEN: 0}
    came_from: dict[int, int] = {}
    waiting = [EVEN]  # nodes that have not been gone on from, a heap
    cheapest: int | None = None
    least: dict[int, int] = {}
    lines: list[tuple[int, int, int]] = []
    while waiting:
        node = heappop(waiting)
        at, before = node >> NODE, node & KIND
        cost = cost_to[node]
        if at == count or cost > (cheapest or cost):
            continue
        if at not in least:
            least[at] = cost
            width = work.shape.rest if at else work.shape.first
            first = bisect_right(breaks, at)
            lines = line_ends(work, first, at, width, reach_of(at, first, cost_to))
        elif cost < least[at]:
            least[at] = cost
        del cost_to[node]
        for end, line, kind in lines:
            total = cost + line
            if at and not -2 < kind - before < 2:
                total += CONTRAST << UNEVENNESS
            reached = end << NODE | kind
            known = cost_to.get(reached)
            if known is None:
                heappush(waiting, reached)
            if known is None or total < known:
                cost_to[reached] = total
                came_from[reached] = node
                if end == count:
                    cheapest = total if cheapest is None else min(total, cheapest)
    assert cheapest is not None  # from every place there is a line, if need be one that runs over  # noqa: S101
    end = min(node for node, cost in cost_to.items() if node >> NODE == count and cost == cheapest)
    return Tried(came_from, least, end, cheapest)


def _best_way(tried: Tried) -> Breaking:
    """The cheapest of the breakings that lead to the end of the text."""
    node = tried.end
    ends: list[int] = []
    while node in tried.came_from:
        ends.append(node >> NODE)
        node = tried.came_from[node]
    return Breaking(tuple(reversed(ends)), tried.best)


def line_ends(work: Breakable, first: int, at: int, width: Mpt, reach: Mpt) -> list[tuple[int, int, int]]:
    """Where a line that starts at ``at`` may end, what it costs and of which class it then is.

    Only lines not more than ``reach`` short of the measure, or the shortest where there is none; ``first`` is the index
    of the first break after ``at``. A unit wider than the measure stands on a line of its own and runs over.
    """
    breaks, ends, bounds = work.measured.breaks, work.measured.break_ends, work.measured.break_bounds
    edge = work.measured.start[at] + width
    last = last_break(work, at)
    found: list[tuple[int, int, int]] = []
    for index in range(bisect_left(bounds, edge - reach, first, last), last + 1):
        line = line_to(work, at, breaks[index], edge - ends[index], index == last)
        if line is not None:
            found.append(line)
        elif bounds is ends or ends[index] - edge > MOST_HANGING * work.items.em:
            break  # no longer line fits
    if found:
        return found
    end, slack = breaks[first], edge - ends[first]
    return [line_to(work, at, end, slack, first == last) or (end, -slack << MISFIT, EVEN)]


MOST_HANGING = 3
"""Ems by which a line may end before one that is shorter: a mark that hangs, and a space."""


def last_break(work: Breakable, at: int) -> int:
    """The index of the last break that a line from a place can end at: that of the next stop."""
    if len(work.stops) == 1:
        return len(work.measured.breaks) - 1
    return bisect_left(work.measured.breaks, work.stops[bisect_right(work.stops, at)])


def line_to(work: Breakable, at: int, end: int, slack: Mpt, last: bool) -> tuple[int, int, int] | None:
    """A line's end, its cost and its class; ``None`` where all compression does not make it fit."""
    cost = work.cost_of(at, end, slack, last)
    if cost is None:
        return None
    tight, loose, very_loose = work.classes
    if tight < slack < loose or (last and slack >= 0):
        return end, cost, EVEN
    return end, cost, TIGHT if slack < 0 else LOOSE if slack < very_loose else VERY_LOOSE
