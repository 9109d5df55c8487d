"""Pagination: rows to columns and pages.

``paginate`` is exact: dynamic programming over where columns start (Plass 1981), with what an ending costs as a
vector compared in order. ``paginate_greedily`` fills each column as far as it goes; it is the plain version that
tests hold the exact one against. Both read the same ``column_ends``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import isqrt
from typing import TypeAlias

from huozi.diagnostics import Findings
from huozi.display import Side
from huozi.makeup.rows import Row
from huozi.records import NamedTuple


class Key(NamedTuple):
    """Where the work stands at the start of a column; the same key means the same work left.

    ``item`` and ``line`` are the row to come, ``column`` the column of the page, ``side`` the page's side. ``fill``
    (lines already taken in the column), ``floats`` and ``notes`` (carried over) are not used by matter that has none.
    """

    item: int
    line: int
    column: int
    fill: int
    side: Side
    floats: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()


class ColumnEnd(NamedTuple):
    """A way to end a column: the row that the next one starts with, lines used, and how it came to end.

    ``forced``: the next row starts a page, or there is none. ``broken``: no permitted break was found.
    """

    row: int
    used: int
    forced: bool
    broken: bool = False


class ColumnPlan(NamedTuple):
    """A column decided on: its rows with the grid line each stands on."""

    rows: tuple[tuple[int, Row], ...]
    used: int


class PagePlan(NamedTuple):
    """A page decided on."""

    side: Side
    columns: tuple[ColumnPlan, ...]


class Grid(NamedTuple):
    """What rows are filled into: grid lines a column, columns a page, the side of the first page."""

    lines: int
    columns: int
    first_side: Side


OTHER_SIDE: dict[Side, Side] = {"left": "right", "right": "left"}

COST_FIELDS = ("broken", "short")
"""What an ending costs, worst first: a break where none is permitted; lines left empty, squared."""


def column_ends(rows: Sequence[Row], start: int, grid: Grid, most_short: int) -> list[ColumnEnd]:
    """The ways to end a column that starts with a row, the fullest first.

    Endings that leave more than ``most_short`` lines empty are left out where there is a fuller one.
    """
    used = 0
    ends: list[ColumnEnd] = []
    index = start
    while index < len(rows):
        row = rows[index]
        if index > start and row.new_page:
            return [ColumnEnd(index, used, True)]
        height = 0 if row.discard and used == 0 else row.height
        if used and (used + height > grid.lines or grid.lines - used < row.room):
            break
        used += height
        index += 1
        if row.breakable and used:
            ends.append(ColumnEnd(index, used, False))
    else:
        return [ColumnEnd(len(rows), used, True)]
    if not ends:
        return [ColumnEnd(index, used, False, broken=True)]
    short_of_room = index < len(rows) and rows[index].room > grid.lines - used
    ends.reverse()
    if short_of_room and ends[0].row == index:  # an article that finds too little room left: the space is meant
        return [ends[0]._replace(forced=True)]
    return [end for end in ends if grid.lines - end.used <= most_short] or ends[:1]


def paginate_greedily(rows: Sequence[Row], grid: Grid, findings: Findings) -> tuple[PagePlan, ...]:
    """Pages of columns each filled as far as it goes, without a look ahead."""
    return _plan(rows, _greedy_path(rows, grid), grid, findings)


def _greedy_path(rows: Sequence[Row], grid: Grid) -> list[ColumnEnd]:
    path: list[ColumnEnd] = []
    at = 0
    while at < len(rows):
        path.append(column_ends(rows, at, grid, 0)[0])
        at = path[-1].row
    return path


def paginate(rows: Sequence[Row], grid: Grid, findings: Findings) -> tuple[PagePlan, ...]:
    """The best pages of all; where costs are equal the fuller column comes first.

    Findings: ``page-break-forced`` where no permitted break was found, ``page-too-deep`` where a piece is deeper than
    a column.
    """
    best: dict[Key, tuple[Cost, ColumnEnd]] = {}
    parts = parts_of(rows)
    bounds = pairwise((*parts, len(rows)))
    most_short = [_most_short(_greedy_path(rows[start:end], grid), grid) for start, end in bounds]
    first = _key(rows, 0, 0, grid.first_side)
    waiting = [(0, first)] if rows else []
    while waiting:
        at, key = waiting[-1]
        ends = [] if key in best else column_ends(rows, at, grid, most_short[bisect_right(parts, at) - 1])
        following = [(end, _next_key(rows, end, key, grid)) for end in ends]
        unknown = [(end.row, then) for end, then in following if then is not None and then not in best]
        if unknown:
            waiting += unknown
            continue
        waiting.pop()
        if following:
            best[key] = min((_total(end, then, best, grid), end) for end, then in following)
    return _plan(rows, _best_path(rows, best, first, grid), grid, findings)


def parts_of(rows: Sequence[Row]) -> list[int]:
    """The rows that each part begins with: parts begin a page, and what one costs is nothing to the others."""
    return [index for index, row in enumerate(rows) if row.new_page or not index]


def _most_short(path: Sequence[ColumnEnd], grid: Grid) -> int:
    """How short a column of a part's best pages can be: not so short that it alone costs more than the plain way."""
    if any(end.broken for end in path):
        return grid.lines
    return isqrt(sum(0 if end.forced else (grid.lines - end.used) ** 2 for end in path))


Cost: TypeAlias = tuple[int, int, int]
"""``COST_FIELDS`` in order, then the ending's place among equals (fuller first)."""


def _key(rows: Sequence[Row], at: int, column: int, side: Side) -> Key:
    return Key(rows[at].item if rows else 0, rows[at].line if rows else 0, column, 0, side)


def _next_key(rows: Sequence[Row], end: ColumnEnd, key: Key, grid: Grid) -> Key | None:
    """Where the work stands after an ending; ``None`` at the end of the matter."""
    if end.row == len(rows):
        return None
    column = key.column + 1
    if column == grid.columns or rows[end.row].new_page:
        return _key(rows, end.row, 0, OTHER_SIDE[key.side])
    return _key(rows, end.row, column, key.side)


def _total(
    end: ColumnEnd, then: Key | None, best: dict[Key, tuple[Cost, ColumnEnd]], grid: Grid
) -> tuple[int, int, int]:
    """What an ending costs together with the best of all that can follow."""
    short = 0 if end.forced else grid.lines - end.used
    later = best[then][0] if then is not None else (0, 0, 0)
    return (int(end.broken) + later[0], short * short + later[1], -end.row)


def _best_path(rows: Sequence[Row], best: dict[Key, tuple[Cost, ColumnEnd]], first: Key, grid: Grid) -> list[ColumnEnd]:
    """The endings of the best pagination, from the first column to the last."""
    path: list[ColumnEnd] = []
    key: Key | None = first if rows else None
    while key is not None:
        path.append(best[key][1])
        key = _next_key(rows, path[-1], key, grid)
    return path


def _plan(rows: Sequence[Row], path: Sequence[ColumnEnd], grid: Grid, findings: Findings) -> tuple[PagePlan, ...]:
    """Pages from the endings of their columns, with what is wrong with them."""
    pages: list[PagePlan] = []
    columns: list[ColumnPlan] = []
    at, side = 0, grid.first_side
    for end in path:
        columns.append(_column(rows[at : end.row]))
        if end.broken or end.used > grid.lines:
            _report(rows[at : end.row], end, grid, findings)
        at = end.row
        if len(columns) == grid.columns or at == len(rows) or rows[at].new_page:
            pages.append(PagePlan(side, tuple(columns)))
            columns, side = [], OTHER_SIDE[side]
    return tuple(pages)


def _column(rows: Sequence[Row]) -> ColumnPlan:
    """Rows with the grid line each stands on; space at the head of a column is dropped."""
    placed: list[tuple[int, Row]] = []
    used = 0
    for row in rows:
        if row.discard and not used:
            continue
        placed.append((used, row))
        used += row.height
    return ColumnPlan(tuple(placed), used)


def _report(rows: Sequence[Row], end: ColumnEnd, grid: Grid, findings: Findings) -> None:
    """Why a column had to end where no break is permitted, or holds more than it can."""
    slug = next((row.slug for row in reversed(rows) if row.slug is not None), None)
    if slug is not None:
        deep = end.used > grid.lines
        findings.add(slug.span, "page-too-deep" if deep else "page-break-forced", lines=grid.lines)
