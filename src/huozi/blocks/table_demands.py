"""What a table's cells ask of the widths of its columns, and what depths of rows come of them, in whole numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.records import NamedTuple

Step: TypeAlias = "tuple[int, Mpt]"
"""From which width on a cell is so deep."""


class Demand(NamedTuple):
    """A cell as widths see it: the rows and columns that it covers, and its steps, the narrowest first.

    Widths are those of all its columns together; below the first step it cannot be set.
    """

    row: int
    column: int
    rows: int
    columns: int
    steps: tuple[Step, ...]


class Job(NamedTuple):
    """What widths are looked for: ``least`` of each column and ``room`` for all, the rows' least depths, the cells.

    ``fixed`` are the columns whose least width is the only one.
    """

    least: tuple[int, ...]
    room: int
    floors: tuple[Mpt, ...]
    demands: tuple[Demand, ...]
    fixed: frozenset[int] = frozenset()


def narrowest(job: Job) -> tuple[int, ...]:
    """The least widths at which every cell can be set, whatever their depth."""
    return _holding(job, lambda demand: demand.steps[0][0])


def natural(job: Job) -> tuple[int, ...]:
    """The widths at which no cell is deeper than it must be."""
    return _holding(job, lambda demand: demand.steps[-1][0])


def depths(job: Job, widths: Sequence[int]) -> list[Mpt]:
    """The depths of the rows at these widths; what a merged cell needs beyond its rows is its last row's."""
    found = list(job.floors)
    edges = [0, *accumulate(widths)]
    spanning: list[tuple[int, int, Mpt]] = []
    for row, column, rows, columns, steps in job.demands:
        depth = depth_at(steps, edges[column + columns] - edges[column])
        if rows == 1:
            found[row] = max(found[row], depth)
        else:
            spanning.append((row + rows, row, depth))
    return finished(found, spanning)


def finished(rows: list[Mpt], spanning: list[tuple[int, int, Mpt]]) -> list[Mpt]:
    """Depths of rows once the cells are counted in that are merged over several (end, first, depth)."""
    for end, first, depth in sorted(spanning):
        lacking = depth - sum(rows[first:end])
        if lacking > 0:
            rows[end - 1] += lacking
    return rows


def depth_at(steps: Sequence[Step], width: int) -> Mpt:
    """How deep a cell is at a width; at less than its narrowest as deep as there."""
    return steps[max(bisect_left(steps, (width + 1,)) - 1, 0)][1]


def _holding(job: Job, width_of: Callable[[Demand], int]) -> tuple[int, ...]:
    """The narrowest columns that give each cell the width asked for: what merged ones lack is their last column's."""
    widths = list(job.least)
    for demand in sorted(job.demands, key=lambda each: each.column + each.columns):
        end = demand.column + demand.columns
        lacking = width_of(demand) - sum(widths[demand.column : end])
        if lacking > 0:
            widths[_giving(job, demand)] += lacking
    return tuple(widths)


def _giving(job: Job, demand: Demand) -> int:
    """The column that a cell's lacking width is added to: the last that is not fixed."""
    columns = range(demand.column + demand.columns - 1, demand.column - 1, -1)
    return next((column for column in columns if column not in job.fixed), columns[0])


def tight(job: Job, rows: Sequence[Mpt]) -> tuple[int, ...]:
    """The narrowest columns at which no row is deeper than so much."""

    def width_of(demand: Demand) -> int:
        room = sum(rows[demand.row : demand.row + demand.rows])
        return next((width for width, depth in demand.steps if depth <= room), demand.steps[-1][0])

    return _holding(job, width_of)


def spread(job: Job, least: Sequence[int], wanted: Sequence[int], room: int) -> tuple[int, ...]:
    """The columns widened to fill the room, as nearly in the proportion of what they want as their least allows."""
    free = [column for column in range(len(least)) if column not in job.fixed]
    spare = room - sum(least)
    if spare <= 0 or not free:
        return tuple(least)
    widths = list(least)
    scale = 1 << 16
    low, high = 0, scale * (room + 1)  # at the low end nothing is widened, at the high end all too much
    while high - low > 1:
        middle = (low + high) // 2
        grown = sum(max(wanted[column] * middle // scale - least[column], 0) for column in free)
        low, high = (middle, high) if grown <= spare else (low, middle)
    for column in free:
        widths[column] = max(least[column], wanted[column] * low // scale)
    left = room - sum(widths)
    order = sorted(free, key=lambda column: (widths[column] * scale - wanted[column] * low, column))
    for turn in range(left):
        widths[order[turn % len(order)]] += 1
    return tuple(widths)
