"""Variants of a paragraph: the best breaking into just so many lines, for pages that want a line less or more.

Two searches stand side by side. ``break_in_layers`` is the plain one: layer k holds the places that k lines can end
at. ``break_in_lines`` is the quick one, an A* search: from a place with so many lines to go, the text that is left says
by how much these lines must be stretched or compressed in all, and spread evenly that costs least; what cannot beat
the best found that way is never looked at. Both give the same. What the quick one compares are costs from unevenness
up: what says how loose lines are stands above it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from itertools import accumulate
from operator import sub
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.breaking.cost import (
    EVEN,
    LONE,
    LOOSE_LINE,
    MISFIT,
    PARTS_OF_EM,
    SHORT_LINE,
    UNEVENNESS,
    contrast,
)
from huozi.paragraph.breaking.linebreak import Breakable, Breaking, line_ends, line_to
from huozi.paragraph.rules.pairs import CONNECTOR, LIMITED, PLACES, ROOM
from huozi.records import NamedTuple


def break_in_lines(work: Breakable, lines: int) -> Breaking | None:
    """The best breaking in just so many lines; ``None`` where there is none without a line that runs over."""
    if lines < 1:
        return None
    measured = work.measured
    if work.shape.align != "justify" or len(work.stops) > 1 or measured.break_bounds is not measured.break_ends:
        return break_in_layers(work, lines)
    return _search(work, lines)


Allows: TypeAlias = Callable[[int, int, int], bool]
"""Whether a line may be set from one count of characters to another at a cost."""


def break_in_layers(work: Breakable, lines: int, allows: Allows = lambda _at, _end, _cost: True) -> Breaking | None:
    """The same, layer by layer, of the lines that are allowed: the plain search."""
    count, reach = work.stops[-1], max(work.shape.first, work.shape.rest)
    layer: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {(0, EVEN): (0, ())}
    for _ in range(lines):
        following: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {}
        for (at, before), (cost, ends) in layer.items():
            if at == count:
                continue
            width = work.shape.rest if at else work.shape.first
            for end, line, kind in line_ends(work, bisect_right(work.measured.breaks, at), at, width, reach):
                if not allows(at, end, line):
                    continue
                total = cost + line + contrast(at, before, kind)
                if (end, kind) not in following or total < following[end, kind][0]:
                    following[end, kind] = (total, (*ends, end))
        layer = following
    found = min((value for (at, _), value in layer.items() if at == count), default=None)
    return None if found is None or found[0] >> MISFIT else Breaking(found[1], found[0])


class _Bound(NamedTuple):
    """What bounds the unevenness of lines to come from below.

    ``least`` and ``most`` are what breaking a line adds to the width of the text at the least and at the most (trims
    and gaps that vanish: mostly less than nothing), ``short`` the width of the shortest last line (that is not lone),
    ``able`` the running sums of what compression can take. ``gaps`` is how many gaps a line can have at the most.
    """

    work: Breakable
    least: Mpt
    most: Mpt
    short: Mpt
    able: list[Mpt]
    gaps: int

    def change(self, at: int, lines: int) -> Mpt:
        """By how much so many lines from a place on must at the least be stretched (or, negative, compressed) in all.

        The last line is only ever compressed: it need not be full.
        """
        measured, shape = self.work.measured, self.work.shape
        left = measured.end[-1] - measured.start[at]
        room = lines * shape.rest + (0 if at else shape.first - shape.rest)
        excess = left + (lines - 1) * self.least - room
        if excess > 0:
            return -excess
        return max(room - shape.rest - left - (lines - 1) * self.most + self.short, 0)

    def promised(self, lines: int) -> Callable[[int], int | None]:
        """What gives, for a place, less than the text from there on costs in so many lines.

        ``None`` where they cannot hold or fill it. Made once for a number of lines: it is asked thousands of times.
        """
        work, able, em = self.work, self.able, self.work.items.em
        given, loosest, most_gaps = work.measured.given, work.measured.columns.loosest, self.gaps
        start, rest, weight = work.measured.start, work.shape.rest, work.weight
        total = work.measured.end[-1]
        tight = total + (lines - 1) * self.least - lines * rest
        loose = (lines - 1) * (rest - self.most) + self.short - total
        spare = lines * max(work.items.spare.values(), default=0)
        rounded, rounded_loose = (lines + 1) // 2, lines // 2  # half a part in each line, which rounding may save

        def less_than(at: int) -> int | None:
            begin = start[at]
            excess, slack = tight - begin, loose + begin
            if not at:
                excess, slack = excess + rest - work.shape.first, slack + work.shape.first - rest
            if excess > 0:
                if excess > able[-1] - able[at] + spare:
                    return None
                parts = excess * PARTS_OF_EM // em - rounded
                return parts * parts // lines if parts > 0 else 0
            if slack <= 0:
                return 0
            if lines == 1:  # a lone last line, where there is a breaking without one, or one with nothing but a mark
                return None if self.short else 0
            parts = slack * PARTS_OF_EM // em - rounded_loose
            uneven = weight * (parts * parts // (lines - 1)) if parts > 0 else 0
            places, room = _gaps(given[-1] - given[at])
            beyond = slack - room - places * loosest
            if beyond <= 0:
                return uneven
            parts = beyond * PARTS_OF_EM // (most_gaps * em)
            return uneven + (max(parts * parts // (lines - 1), 1) << _LOOSE)

        return less_than


def _bound(work: Breakable) -> _Bound:
    start = work.measured.start
    gains = set(map(sub, work.measured.break_ends, map(start.__getitem__, work.measured.breaks[:-1]))) or {0}
    return _Bound(work, min(gains), max(gains), 0, [], 1)


_LOOSE, _SHORT = LOOSE_LINE - UNEVENNESS, SHORT_LINE - UNEVENNESS


def _gaps(given: int) -> tuple[int, Mpt]:
    """How many gaps can be opened of those that give so much, and what the first two steps open them by (Mpt)."""
    places = (given & PLACES) + (given >> CONNECTOR.places_at & PLACES)
    return (
        places + sum(given >> step.places_at & PLACES for step in LIMITED),
        sum(given >> step.room_at & ROOM for step in LIMITED),
    )


def _most_gaps(work: Breakable) -> int:
    """How many gaps a line that is not compressed can have at the most."""
    measured, width = work.measured, max(work.shape.first, work.shape.rest)
    most = 1
    for at in (0, *measured.breaks[:-1]):
        end = bisect_right(measured.break_ends, measured.start[at] + width) - 1
        if end >= 0 and measured.breaks[end] > at:
            most = max(most, _gaps(measured.given[measured.breaks[end] - 1] - measured.given[at])[0])
    return most


def _looseness(work: Breakable, at: int, end: int, slack: Mpt) -> int:
    """Less than what it costs, above unevenness, that a line is so short."""
    columns = work.measured.columns
    places, room = _gaps(work.measured.given[end - 1] - work.measured.given[at])
    rest = slack - room
    if rest <= places * columns.loosest:
        return 0
    if rest > places * columns.widest:
        return 1 << _SHORT
    parts = (-(-rest // places) - columns.loosest) * PARTS_OF_EM // work.items.em + 1
    return parts * parts << _LOOSE


def _able_in_all(work: Breakable) -> Mpt:
    """What compression can take from the whole text."""
    given = work.measured.given[-1]
    return sum(given >> step.room_at & ROOM for step in work.measured.compress)


def _able(work: Breakable) -> list[Mpt]:
    """The running sums of what compression can take at the gaps."""
    if not work.measured.compress:
        return [0] * len(work.measured.given)
    return list(accumulate(map(work.measured.columns.able.__getitem__, work.items.codes), initial=0))


def _shortest_last_line(work: Breakable) -> Mpt:
    """The width of the shortest last line that is not lone; of none, where every one is."""
    measured, count = work.measured, work.stops[-1]
    for at in reversed(measured.breaks[:-1]):
        if not (work.cost_of(at, count, 0, True) or 0) >> LONE:
            return measured.end[-1] - measured.start[at]
    return 0


Node: TypeAlias = tuple[int, int, int]
"""A place, the lines left from there on, the class of the line that ends there."""


def _search(work: Breakable, lines: int) -> Breaking | None:
    """The best breaking in so many lines, the best promise first."""
    bound = _bound(work)
    spare = lines * max(work.items.spare.values(), default=0)
    if -bound.change(0, lines) > _able_in_all(work) + spare:  # so says a look for most, before any sum is made
        return None
    bound = bound._replace(able=_able(work), gaps=_most_gaps(work))
    steered = bound._replace(short=_shortest_last_line(work))
    most = _first_try(steered, lines)
    if most is not None and not most >> (LONE - UNEVENNESS):  # else a lone last line may be the best there is
        bound = steered
    promises = [bound.promised(left) for left in range(lines + 1)]
    promise = promises[lines](0)
    if promise is None:
        return None
    start = (0, lines, EVEN)
    cost_to: dict[Node, int] = {start: 0}
    came_from: dict[Node, Node] = {}
    waiting = [(promise << UNEVENNESS, start)]
    while waiting:
        promise, node = heappop(waiting)
        if not node[1]:
            return None if promise >> MISFIT else Breaking(_way_to(node, came_from), promise)
        cost = cost_to[node]
        limit = None if most is None else most - (cost >> UNEVENNESS)
        for (end, line, kind), to_come in _lines_from(node, bound, promises[node[1] - 1], limit):
            total = cost + line + contrast(node[0], node[2], kind)
            reached = (end, node[1] - 1, kind)
            if reached not in cost_to or total < cost_to[reached]:
                cost_to[reached] = total
                came_from[reached] = node
                heappush(waiting, (total + (to_come << UNEVENNESS), reached))
    return None


def _lines_from(
    node: Node, bound: _Bound, promise: Callable[[int], int | None], most: int | None
) -> Iterator[tuple[tuple[int, int, int], int]]:
    """The lines that may be set from a node, outward from the one that takes its share of the change.

    Each with the least unevenness that is to come after it. Those are left out that cost more than ``most`` with that
    (``None``: no limit): it grows on both sides.
    """
    at, left, _ = node
    work = bound.work
    breaks, ends = work.measured.breaks, work.measured.break_ends
    weight, em, last = work.weight, work.items.em, len(breaks) - 1
    edge = work.measured.start[at] + (work.shape.rest if at else work.shape.first)
    first = bisect_right(breaks, at)
    if left == 1:
        line = line_to(work, at, breaks[last], edge - ends[last], True)
        yield from () if line is None else ((line, 0),)
        return
    middle = bisect_left(ends, edge - _share(bound, node), first, last)
    for indexes in (range(middle, last), range(middle - 1, first - 1, -1)):
        for index in indexes:
            slack = edge - ends[index]
            parts = abs(slack) * PARTS_OF_EM // em - 1  # rounding may have made it one more
            own = (weight if slack > 0 else 1) * parts * parts if parts > 0 else 0
            if slack > 0:
                own += _looseness(work, at, breaks[index], slack)
            if most is not None and own > most and slack > 0 and indexes.step < 0:
                break  # so do all shorter ones
            to_come = promise(breaks[index])
            if to_come is None or (most is not None and own + to_come > most):
                if (bound.change(breaks[index], left - 1) > 0) == (indexes.step > 0):
                    break  # what is left would be looser still after a longer line, tighter after a shorter one
                continue
            line = line_to(work, at, breaks[index], slack, False)
            if line is None and indexes.step > 0:
                break  # no longer line fits either
            if line is not None:
                yield line, to_come


def _share(bound: _Bound, node: Node) -> Mpt:
    """What the next line's slack is when all lines left share the change."""
    at, left, _ = node
    change = bound.change(at, left)
    return change // left if change < 0 else change // (left - 1)


def _first_try(bound: _Bound, lines: int) -> int | None:
    """The unevenness of a breaking found by steering for a last line as short as may be, or a little longer."""
    found: int | None = None
    for longer in range(TRIES):
        steered = bound._replace(short=bound.short + longer * bound.work.items.em // 2)
        again = _dive(steered, lines)
        found = again if found is None or (again is not None and again < found) else found
        if found is not None and not found >> (LONE - UNEVENNESS):
            break
    return found


TRIES = 5
"""Lengths of the last line that are steered for, half an em apart: the first may be missed by the width of a mark."""


def _dive(bound: _Bound, lines: int) -> int | None:
    """The unevenness of one breaking, each line taking its share; ``None`` where that leads nowhere."""
    work = bound.work
    breaks, ends = work.measured.breaks, work.measured.break_ends
    at, before, cost, last = 0, EVEN, 0, len(breaks) - 1
    for left in range(lines, 0, -1):
        first = bisect_right(breaks, at)
        edge = work.measured.start[at] + (work.shape.rest if at else work.shape.first)
        index = last
        if left > 1:
            index = bisect_left(ends, edge - _share(bound, (at, left, before)), first, last)
            if index == last:
                return None
        line = line_to(work, at, breaks[index], edge - ends[index], left == 1)
        if line is None:
            return None
        end, own, kind = line
        cost += own + contrast(at, before, kind)
        at, before = end, kind
    return cost >> UNEVENNESS


def _way_to(node: Node, came_from: dict[Node, Node]) -> tuple[int, ...]:
    """The ends of the lines that lead to a node."""
    ends: list[int] = []
    while node in came_from:
        ends.append(node[0])
        node = came_from[node]
    return tuple(reversed(ends))
