"""The grid of a table: rows of cells, some of them over several rows or columns, made to fill it without a gap.

What does not fit is reported and mended: the table stays one that can be set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from typing import Generic, TypeVar

from huozi.content.model import Cell, CellAlign, Inline
from huozi.diagnostics import Findings, Span
from huozi.records import NamedTuple

MOST_COLUMNS = 200
"""Columns that a table has at most."""

MOST_ROWS = 2_000
"""Rows that a table has at most."""

MOST_CELLS = 50_000
"""Places that a table has at most, its rows times its columns."""

MOST_HEADS = 20
"""Rows that a table's head has at most."""

ALIGNS: tuple[CellAlign, ...] = ("left", "center", "right", "point")
"""How cells may be aligned, as it is written."""


class Item(NamedTuple):
    """A cell as it is written; ``is_covered``: it stands for a place that a merged cell may cover (``null``)."""

    inlines: tuple[Inline, ...]
    span: Span
    rows: int = 1
    columns: int = 1
    align: CellAlign = ""
    is_covered: bool = False


AnyCell = TypeVar("AnyCell")
"""A cell, read or not."""


class Row(NamedTuple, Generic[AnyCell]):
    """A row as it is written."""

    items: Sequence[AnyCell]
    span: Span


class Grid(NamedTuple):
    """Rows of cells that fill ``columns`` columns; the first ``heads`` of them are the head."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int
    columns: int


def unaligned(columns: int) -> tuple[CellAlign, ...]:
    """The alignments of so many columns of which nothing is said."""
    return tuple("" for _ in range(columns))


def within_limits(rows: Sequence[Row[AnyCell]], findings: Findings) -> Sequence[Row[AnyCell]]:
    """As much of a table as can be set. Findings: ``table-columns``, ``table-rows``."""
    columns = max((len(row.items) for row in rows), default=0)
    if columns > MOST_COLUMNS:
        wide = next(row for row in rows if len(row.items) > MOST_COLUMNS)
        findings.add(wide.span, "table-columns", columns=columns, most=MOST_COLUMNS)
        rows = [row._replace(items=row.items[:MOST_COLUMNS]) for row in rows]
    most = min(MOST_ROWS, MOST_CELLS // max(min(columns, MOST_COLUMNS), 1))
    if len(rows) > most:
        findings.add(rows[most].span, "table-rows", rows=len(rows), most=most)
        rows = rows[:most]
    return rows


def grid_of(rows: Sequence[Row[Item]], heads: int, findings: Findings) -> Grid:
    """The grid that rows are.

    A ``null`` stands for a place that a merged cell covers, which may be left out as well; in the head one below a
    cell merges with it; elsewhere it is an empty cell. Findings: ``table-merge-overlaps``, ``table-merge-outside``,
    ``table-ragged``.
    """
    filling = _Filling(heads, len(rows), findings)
    for row in rows:
        filling.take(row)
    return filling.grid([row.span for row in rows])


class _Filling:
    """A grid that is filled row by row.

    ``covered`` has the columns that cells above take, and for how many rows to come; ``taken`` the columns that are
    filled in each row; ``begun`` the row and the column in which the last cell above each column begins.
    """

    def __init__(self, heads: int, count: int, findings: Findings) -> None:
        self._heads = min(heads, count)
        self._count = count
        self._findings = findings
        self._rows: list[dict[int, Cell]] = []
        self._taken: list[set[int]] = []
        self._covered: dict[int, int] = {}
        self._begun: dict[int, int] = {}

    def take(self, row: Row[Item]) -> None:
        """Take the next row."""
        covered, self._covered = self._covered, {column: left - 1 for column, left in self._covered.items() if left > 1}
        self._rows.append({})
        self._taken.append(set(covered))
        column = index = 0
        while index < len(row.items):
            item = row.items[index]
            merged = self._merge_up(column, row.items[index:]) if item.is_covered and column not in covered else 0
            if column in covered:
                column += 1
                index += item.is_covered
            elif merged:
                self._taken[-1].update(range(column, column + merged))
                column += merged
                index += merged
            else:
                column += self._place(item, column, covered)
                index += 1

    def _merge_up(self, column: int, items: Sequence[Item]) -> int:
        """Merge places of the head with the cell of the head above them; over how many columns, 0: not at all."""
        at = len(self._rows) - 1
        if not 0 < at < self._heads or column not in self._begun:
            return 0
        first = self._begun[column]
        cell = self._rows[first][column]
        covering = items[: cell.columns]
        if first + cell.rows != at or len(covering) < cell.columns or not all(item.is_covered for item in covering):
            return 0
        self._rows[first][column] = cell._replace(rows=cell.rows + 1)
        return cell.columns

    def _place(self, item: Item, column: int, covered: Container[int]) -> int:
        """Put a cell into its row; over how many columns."""
        width = next((more for more in range(1, item.columns) if column + more in covered), item.columns)
        width = max(min(width, MOST_COLUMNS - column), 1)
        if width < item.columns:
            self._findings.add(item.span, "table-merge-overlaps", columns=item.columns, room=width)
        at = len(self._rows) - 1
        room = (self._heads if at < self._heads else self._count) - at
        if item.rows > room:
            self._findings.add(item.span, "table-merge-outside", rows=item.rows, room=room)
        height = min(item.rows, room)
        self._rows[at][column] = Cell(item.inlines, item.span, height, width, item.align)
        columns = range(column, column + width)
        self._taken[at].update(columns)
        for place in columns:
            self._begun.pop(place, None)
        self._begun[column] = at
        if height > 1:
            self._covered.update(dict.fromkeys(columns, height - 1))
        return width

    def grid(self, spans: Sequence[Span]) -> Grid:
        """The grid, what lacks in rows made up by empty cells."""
        columns = max((max(taken, default=-1) + 1 for taken in self._taken), default=0)
        filled = [len(taken) for taken in self._taken]
        if short := [at for at, count in enumerate(filled) if count < columns]:
            usual = Counter(filled).most_common(1)[0][0]
            odd = next((at for at, count in enumerate(filled) if count != usual), short[0])
            arguments = {"row": odd + 1, "cells": filled[odd], "columns": columns, "count": len(short)}
            self._findings.add(spans[odd], "table-ragged", **arguments)
        rows = []
        for cells, taken, span in zip(self._rows, self._taken, spans, strict=True):
            whole = cells | {column: Cell((), span) for column in range(columns) if column not in taken}
            rows.append(tuple(whole[column] for column in sorted(whole)))
        return Grid(tuple(rows), self._heads, columns)
