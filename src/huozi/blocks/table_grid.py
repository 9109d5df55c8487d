"""The grid of a table: which rows and columns each of its cells covers; what no cell covers has an empty one."""

from __future__ import annotations

from huozi.content.model import Cell, Table
from huozi.records import NamedTuple

MOST_COLUMNS = 200
"""Columns that a table can have: beyond, what merged cells claim is cut off."""


class GridCell(NamedTuple):
    """A cell at its place; ``is_head``: it is one of the table's head."""

    row: int
    column: int
    rows: int
    columns: int
    cell: Cell
    is_head: bool = False


class Grid(NamedTuple):
    """A table as rows by columns, its cells in reading order, row by row; the first ``heads`` rows are its head."""

    columns: int
    rows: int
    heads: int
    cells: tuple[GridCell, ...]


def grid_of(table: Table) -> Grid:
    """The grid of a table. What reaches beyond it is cut off; no cell reaches from the head into the rows below."""
    count = min(max(len(table.aligns), *(_reach(row) for row in table.rows), 1), MOST_COLUMNS)
    rows, heads = len(table.rows), min(table.heads, len(table.rows))
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for at, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            if column >= count:
                break
            free = next((each for each in range(column, count) if (at, each) in taken), count)
            last = heads if at < heads else rows
            placed = GridCell(
                at,
                column,
                max(min(cell.rows, last - at), 1),
                max(min(cell.columns, free - column), 1),
                cell,
                at < heads,
            )
            cells.append(placed)
            taken.update(_covered(placed))
            column += placed.columns
    empty = [
        GridCell(at, column, 1, 1, Cell((), table.span), at < heads)
        for at in range(rows)
        for column in range(count)
        if (at, column) not in taken
    ]
    return Grid(count, rows, heads, tuple(sorted((*cells, *empty), key=lambda each: each[:2])))


def _reach(row: tuple[Cell, ...]) -> int:
    return sum(min(max(cell.columns, 1), MOST_COLUMNS) for cell in row)


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
