"""Widths of a table's columns in half ems: the least sum of its rows' depths, found by a search over the columns.

A cell is known by its steps: the widths from which on it needs a line less. Rows couple columns, for each is as deep as
its deepest cell. The search begins with widths in the proportion of the texts, betters them by moving width from column
to column (:mod:`huozi.blocks.table_descent`), and then looks at all that could be better still. Where it ends within
:data:`WORK` bounds of rows its widths are the best of all; beyond, and in tables of more than :data:`LARGE` steps, they
are the best it has seen. Nothing is timed, so a table has the same widths on every machine. Of widths equally good
those are taken that are nearest to the proportion of the texts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import isqrt
from typing import TypeAlias

from huozi.blocks.table_demands import (
    Demand,
    Job,
    Step,
    depth_at,
    depths,
    finished,
    narrowest,
    natural,
    spread,
    tight,
)
from huozi.blocks.table_descent import descended
from huozi.geometry import Mpt
from huozi.records import NamedTuple

WORK = 120_000
"""Bounds of rows that the search looks at, at the most: some tenths of a second."""

LARGE = 15_000
"""Steps of cells beyond which nothing is searched: the widths are those that the descent comes to."""


def column_widths(job: Job, *, full: bool = False) -> tuple[int, ...] | None:
    """The widths of the columns; ``None`` where the room does not hold the narrowest.

    ``full``: they take all the room, else no more than they need.
    """
    if sum(narrowest(job)) > job.room:
        return None
    wanted = natural(job)
    if sum(wanted) <= job.room:
        return spread(job, wanted, wanted, job.room) if full else wanted
    found = searched(job, _start(job, wanted))
    return spread(job, eased(job, tight(job, depths(job, found))), wanted, job.room)


def eased(job: Job, widths: tuple[int, ...]) -> tuple[int, ...]:
    """Columns widened where that spares most lines for the width, whatever rows gain by it, until there is no room.

    So short words are not turned over because another cell of their row is. Tables of more than :data:`LARGE` steps
    are left as they are.
    """
    if sum(len(demand.steps) for demand in job.demands) > LARGE:
        return widths
    found, spare = list(widths), job.room - sum(widths)
    single = [[each for each in job.demands if each.column == at and each.columns == 1] for at in range(len(found))]
    while spare > 0:
        ways: list[tuple[int, int, int]] = []
        for column, demands in enumerate(single):
            if column in job.fixed:
                continue
            now = [depth_at(demand.steps, found[column]) for demand in demands]
            further = {width for demand in demands for width, _ in demand.steps}
            for width in sorted(further):
                if found[column] < width <= found[column] + spare:
                    saved = sum(now) - sum(depth_at(demand.steps, width) for demand in demands)
                    ways.append((-(saved << 20) // (width - found[column]), column, width))
        if not ways:
            break
        _, column, width = min(ways)
        spare -= width - found[column]
        found[column] = width
    return tuple(found)


def searched(job: Job, start: tuple[int, ...]) -> tuple[int, ...]:
    """The best widths that can be found from some that fit; the best of all where the search comes to its end."""
    plain = _told_apart(job)
    found = descended(plain, start)
    if sum(len(demand.steps) for demand in plain.demands) > LARGE:
        return found
    return _Search(_told_apart(_without_idle_steps(plain)), found).best()


def _start(job: Job, wanted: Sequence[int]) -> tuple[int, ...]:
    """Widths in the proportion of the texts, or of their roots: those at which the rows are less deep."""
    least = narrowest(job)
    roots = tuple(isqrt(width << 16) for width in wanted)
    ways = (spread(job, least, wanted, job.room), spread(job, least, roots, job.room))
    return min(ways, key=lambda widths: sum(depths(job, widths)))


# ------------------------------------------------------------------ the search

Need: TypeAlias = "tuple[list[int], list[Mpt]]"
"""What a row needs of the columns from one on: widths, rising, and the depth it has from each on."""


class _Way(NamedTuple):
    """The first columns with their widths: what they take, the depths of rows so far, and of merged cells."""

    bound: Mpt
    used: int
    widths: tuple[int, ...]
    rows: tuple[Mpt, ...]
    spanning: tuple[tuple[int, int, Mpt], ...]


class _Search:
    """The search for the widths of a job, from some that are known."""

    def __init__(self, job: Job, known: tuple[int, ...]) -> None:
        self.job = job
        self.count = len(job.least)
        self.tail = [*accumulate(reversed(job.least), initial=0)][::-1]
        self.ending: list[list[Demand]] = [[] for _ in range(self.count)]
        for demand in job.demands:
            self.ending[demand.column + demand.columns - 1].append(demand)
        self.needs = [needs_of(job, row) for row in range(len(job.floors))]
        self.work = WORK
        self.cheapest, self.cost = known, sum(depths(job, known))
        self.seen: list[dict[tuple[object, ...], int]] = [{} for _ in range(self.count + 1)]

    def best(self) -> tuple[int, ...]:
        """The best widths that were found."""
        bound = self._bound(0, self.job.room, self.job.floors, [])
        if bound is not None and bound < self.cost:
            self._deepen(_Way(bound, 0, (), self.job.floors, ()))
        return self.cheapest

    def _deepen(self, way: _Way) -> None:
        """Go on from a way in all that could be better than what is known, the most promising first."""
        if len(way.widths) == self.count:
            self.cost, self.cheapest = way.bound, way.widths
            return
        for more in sorted(self._further(way)):
            if self.work <= 0:
                return
            if more.bound < self.cost and not self._is_seen(more):
                self._deepen(more)

    def _is_seen(self, way: _Way) -> bool:
        """Whether the same rows were come to with as much room left."""
        at = len(way.widths)
        begun = min((demand.column for each in self.ending[at:] for demand in each), default=at)
        key = (way.rows, way.spanning, way.widths[begun:])
        known = self.seen[at].get(key)
        if known is not None and known <= way.used:
            return True
        self.seen[at][key] = way.used
        return False

    def _further(self, way: _Way) -> Iterator[_Way]:
        """The ways to the next column's end that may be better than what is known, with the least that each costs."""
        at = len(way.widths)
        room = self.job.room - way.used - self.tail[at + 1]
        edges = [0, *accumulate(way.widths)]
        for width in self._candidates(at, edges, room):
            if self.work <= 0:
                return
            rows, spanning = list(way.rows), list(way.spanning)
            for row, column, count, _, steps in self.ending[at]:
                depth = depth_at(steps, edges[at] - edges[column] + width)
                if count > 1:
                    spanning.append((row + count, row, depth))
                elif depth > rows[row]:
                    rows[row] = depth
            used = way.used + width
            bound = self._bound(at + 1, self.job.room - used, rows, spanning)
            if bound is not None and bound < self.cost:
                yield _Way(bound, used, (*way.widths, width), tuple(rows), tuple(sorted(spanning)))

    def _candidates(self, at: int, edges: Sequence[int], room: int) -> list[int]:
        """The widths of a column that are worth trying: those from which on a cell that ends in it is less deep."""
        least = self.job.least[at]
        for demand in self.ending[at]:
            least = max(least, demand.steps[0][0] - edges[at] + edges[demand.column])
        if at in self.job.fixed:
            return [self.job.least[at]] if least <= self.job.least[at] <= room else []
        found = {least}
        for demand in self.ending[at]:
            before = edges[at] - edges[demand.column]
            found.update(width - before for width, _ in demand.steps if least < width - before)
        return sorted(width for width in found if width <= room)

    def _bound(self, at: int, room: int, rows: Sequence[Mpt], spanning: list[tuple[int, int, Mpt]]) -> Mpt | None:
        """The least depth of all rows where the columns from one on have so much room; ``None``: they have too little.

        Each row is taken as if it had the room to itself.
        """
        if at == self.count:
            return sum(finished(list(rows), spanning))
        self.work -= len(rows)
        least: list[Mpt] = []
        for row, needs in enumerate(self.needs):
            widths, deep = needs[at]
            index = bisect_right(widths, room) - 1
            if index < 0:
                return None
            least.append(max(deep[index], rows[row]))
        return sum(finished(least, spanning))


def needs_of(job: Job, row: int) -> list[Need]:
    """What a row needs of the columns from each one on, merged cells of several rows left out."""
    starting = {demand.column: demand for demand in job.demands if demand.row == row and demand.rows == 1}
    count = len(job.least)
    needs: list[Need] = [([0], [job.floors[row]])] * (count + 1)
    for at in range(count - 1, -1, -1):
        demand = starting.get(at)
        if demand is None:
            widths, deep = needs[at + 1]
            needs[at] = [width + job.least[at] for width in widths], deep
        else:
            end = at + demand.columns
            needs[at] = _both(demand.steps, sum(job.least[at:end]), needs[end])
    return needs


def _both(steps: Sequence[Step], least: int, rest: Need) -> Need:
    """What a cell and the rest of its row need together: each depth that either has, at the least width."""
    others, deep = rest
    own = other = 0
    widths: list[int] = []
    found: list[Mpt] = []
    while True:
        width, depth = max(steps[own][0], least) + others[other], max(steps[own][1], deep[other])
        if widths and widths[-1] == width:
            found[-1] = depth
        else:
            widths.append(width)
            found.append(depth)
        if steps[own][1] == depth:  # what is deepest must become less deep
            own += 1
        if deep[other] == depth:
            other += 1
        if own == len(steps) or other == len(others):
            return widths, found


def _without_idle_steps(job: Job) -> Job:
    """The job without steps that no row can profit from: to be less deep than the row alone must be in all the room."""
    floors = list(job.floors)
    for row in range(len(floors)):
        widths, deep = needs_of(job, row)[0]
        floors[row] = deep[max(bisect_right(widths, job.room) - 1, 0)]
    kept: list[Demand] = []
    for demand in job.demands:
        least = sum(floors[demand.row : demand.row + demand.rows])
        enough = next((index for index, step in enumerate(demand.steps) if step[1] <= least), len(demand.steps) - 1)
        kept.append(demand._replace(steps=demand.steps[: enough + 1]))
    return job._replace(floors=tuple(floors), demands=tuple(kept))


def _told_apart(job: Job) -> Job:
    """The job without the rows that are the same at all widths: their cells only say how wide columns are at least."""
    merged = {row for demand in job.demands if demand.rows > 1 for row in range(demand.row, demand.row + demand.rows)}
    settled = {row for row in range(len(job.floors)) if row not in merged}
    for demand in job.demands:
        if demand.rows == 1 and (len(demand.steps) > 1 or demand.steps[0][1] > job.floors[demand.row]):
            settled.discard(demand.row)
    kept = [row for row in range(len(job.floors)) if row not in settled]
    place = {row: index for index, row in enumerate(kept)}
    least, demands = list(job.least), []
    narrow: dict[tuple[int, int], int] = {}
    for demand in job.demands:
        if demand.row in place:
            demands.append(demand._replace(row=place[demand.row]))
        elif demand.columns == 1:
            least[demand.column] = max(least[demand.column], demand.steps[0][0])
        else:
            key = (demand.column, demand.columns)
            narrow[key] = max(narrow.get(key, 0), demand.steps[0][0])
    floors = [job.floors[row] for row in kept]
    for (column, columns), width in narrow.items():  # merged cells of rows left out still need their width
        demands.append(Demand(len(floors), column, 1, columns, ((width, 0),)))
        floors.append(0)
    return job._replace(least=tuple(least), floors=tuple(floors), demands=tuple(demands))
