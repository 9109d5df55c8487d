"""The best breaking into just so many lines, none of them beyond a bound: no gap opened further than pages may.

Two searches stand side by side. ``break_within_plainly`` sets every line there is, layer by layer, and leaves out those
that are beyond the bound. ``break_within`` asks first whether so many lines can be filled at all (few paragraphs pass:
:mod:`~huozi.paragraph.breaking.bounds`), lets each line take its share of the change, and then looks for a cheaper
breaking wherever what is promised of the lines to come leaves something to gain. Both give the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import itemgetter
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.breaking.bounds import (
    ABOVE,
    Bound,
    End,
    Known,
    Line,
    Promise,
    Sums,
    faults_of,
    is_worse,
    nothing_known,
    openable,
    promise_of,
    summed,
)
from huozi.paragraph.breaking.cost import EVEN, FIELD_BITS, MISFIT, PARTS_OF_EM, UNEVENNESS, contrast
from huozi.paragraph.breaking.linebreak import (
    MOST_HANGING,
    Breakable,
    Breaking,
    last_break,
    line_to,
)
from huozi.paragraph.items.measure import Measured, widest_gap
from huozi.paragraph.rules.opening import open_line
from huozi.paragraph.rules.pairs import PLACES, ROOM

# ------------------------------------------------------------------ the plain search


def break_within_plainly(work: Breakable, lines: int, bound: Bound) -> Breaking | None:
    """The best breaking in just so many lines of those that are within a bound; ``None`` where there is none."""
    from huozi.paragraph.breaking.variants import break_in_layers  # nothing but tests goes the plain way

    measured, shape = work.measured, work.shape

    def allows(at: int, end: int, line: int) -> bool:
        slack = measured.start[at] + (shape.rest if at else shape.first) - measured.end[end]
        gap = 0 if end in work.stops else widest_gap(measured, at, end, slack)
        is_within = gap is not None and gap <= bound.gap
        return is_within and not line >> MISFIT and not is_worse(faults_of(line), bound.faults)

    return break_in_layers(work, lines, allows)


# ------------------------------------------------------------------ the quick search


Way: TypeAlias = "tuple[int, Way] | None"
"""The last end of some lines, and the ends before it."""


def break_within(work: Breakable, lines: int, bound: Bound, known: Known | None = None) -> Breaking | None:
    """The same as ``break_within_plainly``, found quickly; ``known`` is what is shared with other searches."""
    sums = summed(work, lines, bound, known or nothing_known()) if lines > 0 else None
    if sums is None:
        return None
    promise, ends_from = promise_of(sums), _ends_from(sums)
    return _cheapest(sums, promise, ends_from, lines, _first_try(sums, promise, ends_from, lines))


EndsFrom: TypeAlias = Callable[[int], list[End]]
"""Where a line that starts at a place may end."""


def _ends_from(sums: Sums) -> EndsFrom:
    """What tells where a line that starts at a place may end, looked for once: it holds, its gaps are not too wide.

    Made once for a search: it is asked thousands of times.
    """
    work, known, able, spare = sums.work, sums.known.ends, sums.known.able, sums.work.items.spare
    measured, em, weight, gap = work.measured, work.items.em, work.weight, sums.bound.gap
    breaks, break_ends, bounds, given = measured.breaks, measured.break_ends, measured.break_bounds, measured.given
    half, is_within = em // 2, _within(measured, gap)

    def ends_from(at: int) -> list[End]:
        if at in known:
            return known[at]
        edge = measured.start[at] + (work.shape.rest if at else work.shape.first)
        first, last = bisect_right(breaks, at), last_break(work, at)
        middle = bisect_right(bounds, edge, first, last + 1)
        found = known[at] = []
        shortest = edge - openable(given[breaks[max(middle - 1, first)] - 1] - given[at], gap)
        for index in range(bisect_left(bounds, shortest, first, middle), min(middle, last)):
            end, slack = breaks[index], edge - break_ends[index]
            if is_within(at, end, slack):
                parts = (slack * PARTS_OF_EM + half) // em
                found.append((end, slack, False, weight * parts * parts))
        if middle > last:
            found.append((breaks[last], edge - break_ends[last], True, 0))
        for index in range(middle, last + 1):
            end, slack = breaks[index], edge - break_ends[index]
            if -slack <= able[end - 1] - able[at] + spare.get(end - 1, 0):
                if index == last or is_within(at, end, slack):  # with a mark that hangs it may end before a shorter one
                    parts = (-slack * PARTS_OF_EM + half) // em
                    found.append((end, slack, index == last, parts * parts if slack < 0 else 0))
            elif bounds is break_ends or -slack > MOST_HANGING * em:
                break
        return found

    return ends_from


def _within(measured: Measured, gap: Mpt) -> Callable[[int, int, Mpt], bool]:
    """What tells whether no gap of a line that is so short is opened further than that, as ``widest_gap`` counts."""
    given, loosest = measured.given, measured.columns.loosest
    rooms = [step.room_at for step in measured.expand]
    surely = min(gap, loosest)

    def is_within(start: int, end: int, slack: Mpt) -> bool:
        own = given[end - 1] - given[start]
        characters = own & PLACES
        for room_at in rooms:
            slack -= own >> room_at & ROOM
        if slack <= characters * surely:
            return True
        if characters and gap < loosest:
            return False  # beyond it characters are opened first, as far as the loosest line may be
        opening = open_line(own, slack, measured.columns)
        return opening is not None and opening.gap <= gap

    return is_within


def _line(sums: Sums, at: int, end: End) -> Line | None:
    """A line; ``None`` where it has a fault that no line may have."""
    known = sums.known.lines
    if (at, end[0]) not in known:
        line = line_to(sums.work, at, *end[:3])
        if line is not None and line[1] >> ABOVE and is_worse(faults_of(line[1]), sums.bound.faults):
            line = None
        known[at, end[0]] = line
    return known[at, end[0]]


def _first_try(sums: Sums, promise: Promise, ends_from: EndsFrom, lines: int) -> int | None:
    """What a breaking costs whose lines each take their share of the change; ``None`` where that leads nowhere."""
    count, at, before, cost = sums.work.stops[-1], 0, EVEN, 0
    for left in range(lines - 1, -1, -1):
        share = sums.share(at, left + 1)
        for end in sorted(ends_from(at), key=lambda end: abs(end[1] - share)):
            if (end[0] == count) == (not left) and (not left or promise(end[0], left) is not None):
                break
        else:
            return None
        line = _line(sums, at, end)
        if line is None:
            return None
        cost += line[1] + contrast(at, before, line[2])
        at, _, before = line
    return cost


Ways: TypeAlias = dict[int, tuple[int, Way]]
"""The best way to a place by the class of the line that ends there, and what it costs."""


def _cheapest(sums: Sums, promise: Promise, ends_from: EndsFrom, lines: int, most: int | None) -> Breaking | None:
    """The cheapest breaking in so many lines, line by line; what leads to more than ``most`` is left out."""
    count = sums.work.stops[-1]
    nodes: dict[int, Ways] = {0: {EVEN: (0, None)}}
    for left in range(lines - 1, -1, -1):
        following: dict[int, Ways] = {}
        promised: dict[int, int | None] = {count: None if left else 0}
        for at, ways in nodes.items():
            limit = NO_LIMIT if most is None else most - min([cost for cost, _ in ways.values()]) >> UNEVENNESS
            for found in ends_from(at):
                end = found[0]
                if end not in promised:
                    promised[end] = promise(end, left) if left else None
                to_come = promised[end]
                if to_come is not None and found[3] + to_come <= limit:
                    line = _line(sums, at, found)
                    if line is not None:
                        _go_on(following.setdefault(end, {}), at, ways, line)
        nodes = following
    if not nodes:
        return None
    cost, way = min(nodes[count].values(), key=itemgetter(0))
    return Breaking(_unrolled(way), cost)


NO_LIMIT = 1 << 2 * FIELD_BITS
"""More than any unevenness."""


def _go_on(there: Ways, at: int, ways: Ways, line: Line) -> None:
    """Go on from a place by a line, to where other ways may lead too."""
    end, own, kind = line
    for before, (cost, way) in ways.items():
        total = cost + own
        if not -2 < kind - before < 2:
            total += contrast(at, before, kind)
        if kind not in there or total < there[kind][0]:
            there[kind] = (total, (end, way))


def _unrolled(way: Way) -> tuple[int, ...]:
    ends: list[int] = []
    while way is not None:
        end, way = way
        ends.append(end)
    return tuple(reversed(ends))
