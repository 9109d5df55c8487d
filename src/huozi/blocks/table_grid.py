"""The grid of a table: which rows and columns each of its cells covers; what no cell covers has an empty one."""

from __future__ import annotations

from huozi.content.model import Cell, Table
from huozi.records import NamedTuple

MOST_COLUMNS = 200
"""Columns that a table can have: beyond, cells are left out."""


class GridCell(NamedTuple):
    """A cell at its place; ``is_head``: it is one of the table's head."""

    row: int
    column: int
    rows: int
    columns: int
    cell: Cell
    is_head: bool = False


class Grid(NamedTuple):
    """A table as rows by columns, its cells in reading order, row by row; the first ``heads`` rows are its head.

    ``lost`` is how many cells it has no columns for.
    """

    columns: int
    rows: int
    heads: int
    cells: tuple[GridCell, ...]
    lost: int = 0


def grid_of(table: Table) -> Grid:
    """The grid of a table. What reaches beyond it is cut off; no cell reaches from the head into the rows below."""
    rows, heads = len(table.rows), min(table.heads, len(table.rows))
    widest = len(table.aligns) or MOST_COLUMNS
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    lost = 0
    for at, row in enumerate(table.rows):
        column = 0
        for number, cell in enumerate(row):
            while (at, column) in taken:
                column += 1
            if column >= MOST_COLUMNS:
                lost += len(row) - number
                break
            reach = column + max(min(cell.columns, widest - column), 1)
            free = next((each for each in range(column, reach) if (at, each) in taken), reach)
            down = max(min(cell.rows, (heads if at < heads else rows) - at), 1)
            placed = GridCell(at, column, down, free - column, cell, at < heads)
            cells.append(placed)
            taken.update(_covered(placed))
            column = free
    count = max((cell.column + cell.columns for cell in cells), default=1)
    count = max(min(len(table.aligns), MOST_COLUMNS), count)
    empty = [
        GridCell(at, column, 1, 1, Cell((), table.span), at < heads)
        for at in range(rows)
        for column in range(count)
        if (at, column) not in taken
    ]
    return Grid(count, rows, heads, tuple(sorted((*cells, *empty), key=lambda each: each[:2])), lost)


def _covered(cell: GridCell) -> list[tuple[int, int]]:
    rows, columns = range(cell.row, cell.row + cell.rows), range(cell.column, cell.column + cell.columns)
    return [(row, column) for row in rows for column in columns]


def unmerged(grid: Grid) -> Grid:
    """The grid with cells that are merged over several rows in their first row alone, empty ones below them."""
    cells: list[GridCell] = []
    for each in grid.cells:
        cells.append(each._replace(rows=1))
        blank = Cell((), each.cell.span)
        cells += [each._replace(row=each.row + below, rows=1, cell=blank) for below in range(1, each.rows)]
    return grid._replace(cells=tuple(sorted(cells, key=lambda each: each[:2])))
