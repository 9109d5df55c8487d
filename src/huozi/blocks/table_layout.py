"""A table laid out at a measure: the widths of its columns, the lines of its cells, the depths of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from huozi.blocks.setting import Setting
from huozi.blocks.table_cells import (
    Block,
    Faces,
    Scale,
    SetText,
    TextCell,
    align_of,
    cell_style,
    column_aligns,
    lines_at,
    lines_of,
    number_blocks,
    steps_of,
    text_cells,
)
from huozi.blocks.table_demands import Demand, Job, finished, narrowest, natural, spread
from huozi.blocks.table_grid import Grid
from huozi.blocks.table_widths import column_widths
from huozi.content.model import CellAlign, Table
from huozi.geometry import PT, Mpt
from huozi.records import NamedTuple
from huozi.style.tables import TableStyle
from huozi.style.text_style import ParagraphStyle

SMALLER: Mpt = PT // 2
"""By so much cells are made smaller at a time where they do not fit."""

HALVES = 2
"""Widths are in so many parts of an em."""

WHOLE = 3
"""Texts of so many ems are not turned over unless there is no other way."""


class Sized(NamedTuple):
    """A table's cells in their styles, with the room beside their texts."""

    grid: Grid
    faces: Faces
    cells: tuple[TextCell, ...]
    aligns: tuple[CellAlign, ...]
    blocks: tuple[Block, ...]
    pad: Mpt
    down: Mpt
    whole: Mpt

    @property
    def unit(self) -> Mpt:
        """Half an em of its cells."""
        return self.faces.cell.size // HALVES


class Laid(NamedTuple):
    """A table at a measure: ``edges`` of its columns from its left, the depths of its rows, the lines of its cells.

    ``is_forced``: it did not fit, and words are broken in it.
    """

    sized: Sized
    widths: tuple[int, ...]
    edges: tuple[Mpt, ...]
    depths: tuple[Mpt, ...]
    texts: tuple[SetText, ...]
    is_forced: bool = False

    @property
    def width(self) -> Mpt:
        """From its left edge to its right one."""
        return self.edges[-1]

    @property
    def head(self) -> Mpt:
        """The depth of its head."""
        return sum(self.depths[: self.sized.grid.heads])


def faces_of(style: TableStyle, setting: Setting) -> Faces:
    """The styles of a table's head and cells; those of the body where a layout has none."""
    return Faces(
        cell_style(named(style.texts.head, setting), is_head=True),
        cell_style(named(style.texts.cell, setting), is_head=False),
    )


def named(name: str, setting: Setting) -> ParagraphStyle:
    """A style of a table's texts; the caption's, where a layout has none of the name."""
    return setting.sheet.styles.get(name) or setting.style("caption")


def sized(table: Table, grid: Grid, style: TableStyle, setting: Setting, faces: Faces | None = None) -> Sized:
    """The cells of a table, at the size of the layout's styles unless others are given."""
    usual = faces_of(style, setting)
    own = faces or usual
    cells = text_cells(grid, own, setting)
    aligns = column_aligns(cells, grid.columns, table.aligns)
    pad = style.pad_across * own.cell.size // usual.cell.size
    return Sized(grid, own, cells, aligns, number_blocks(cells, aligns), pad, style.pad_down, WHOLE * own.cell.size)


def tightened(made: Sized) -> Sized:
    """The same with half the room beside its texts."""
    return made._replace(pad=made.pad // 2)


def crammed(made: Sized) -> Sized:
    """The same with half the room, and any text turned over wherever it can be."""
    return tightened(made)._replace(whole=0)


# ------------------------------------------------------------------ widths


def job_of(made: Sized, measure: Mpt, widths: Sequence[int] = ()) -> Job:
    """What is looked for at a measure: ``widths`` are what an author says of columns, in thousandths of the table."""
    columns, unit, gutter = made.grid.columns, made.unit, 2 * made.pad
    room = max((measure - columns * gutter) // unit, 0)
    fixed: dict[int, int] = {}
    for column, share in enumerate(widths[:columns]):
        if share:
            fixed[column] = max((measure * share // 1000 - gutter) // unit, 1)
    least = [fixed.get(column, max(-(-block.width // unit), 1)) for column, block in enumerate(made.blocks)]
    scale = Scale(unit, room, 2 * made.down, made.whole)
    demands: list[Demand] = []
    for cell in made.cells:
        at = cell.at
        if not cell.composed.line_count:
            continue
        steps = steps_of(cell, (at.columns - 1) * gutter, scale)
        if all(column in fixed for column in range(at.column, at.column + at.columns)):
            width = sum(fixed[column] for column in range(at.column, at.column + at.columns))
            lines = max(lines_at(cell.composed, width * unit + (at.columns - 1) * gutter), 1)
            steps = ((width, lines * cell.style.leading + 2 * made.down),)
        demands.append(Demand(at.row, at.column, at.rows, at.columns, steps))
    floor = made.faces.cell.leading + 2 * made.down
    return Job(tuple(least), room, (floor,) * made.grid.rows, tuple(demands), frozenset(fixed))


def least_width(made: Sized) -> Mpt:
    """The width of a table below which words and numbers in it would have to be broken."""
    return sum(narrowest(job_of(made, 1))) * made.unit + made.grid.columns * 2 * made.pad


def natural_width(made: Sized, measure: Mpt) -> Mpt:
    """The width of a table no line of which is turned over; more than a measure where that does not hold it."""
    return sum(natural(job_of(made, measure + made.unit * HALVES))) * made.unit + made.grid.columns * 2 * made.pad


def laid(made: Sized, measure: Mpt, setting: Setting, widths: Sequence[int] = (), *, full: bool) -> Laid | None:
    """A table at a measure, ``full``: as wide as it; ``None`` where it does not fit. Findings: of cells."""
    job = job_of(made, measure, widths)
    found = column_widths(job, full=full or bool(job.fixed))
    return None if found is None else _laid(made, found, measure if full or job.fixed else 0, setting)


def forced(made: Sized, measure: Mpt, setting: Setting) -> Laid:
    """A table that does not fit a measure, set all the same: what is too wide in its cells is broken."""
    job = job_of(made, measure)
    least = tuple(1 for _ in job.least)
    room = max(job.room, len(least))
    widths = spread(job._replace(fixed=frozenset()), least, narrowest(job), room)
    return _laid(made, widths, measure, setting)._replace(is_forced=True)


def _laid(made: Sized, widths: tuple[int, ...], measure: Mpt, setting: Setting) -> Laid:
    """A table whose columns have these widths; what a measure has left is shared out between them."""
    outer = [width * made.unit + 2 * made.pad for width in widths]
    spare = max(measure - sum(outer), 0)
    count = len(outer)
    outer = [width + spare * (at + 1) // count - spare * at // count for at, width in enumerate(outer)]
    edges = (0, *accumulate(outer))
    texts = tuple(
        lines_of(cell, measure_of(made, edges, cell), setting, align_of(cell, made.aligns)) for cell in made.cells
    )
    rows = [made.faces.cell.leading + 2 * made.down] * made.grid.rows
    spanning: list[tuple[int, int, Mpt]] = []
    for cell, text in zip(made.cells, texts, strict=True):
        depth = max(len(text.lines), 1) * cell.style.leading + 2 * made.down
        if cell.at.rows == 1:
            rows[cell.at.row] = max(rows[cell.at.row], depth)
        else:
            spanning.append((cell.at.row + cell.at.rows, cell.at.row, depth))
    return Laid(made, widths, edges, tuple(finished(rows, spanning)), texts)


def measure_of(made: Sized, edges: Sequence[Mpt], cell: TextCell) -> Mpt:
    """The measure of a cell's text."""
    return max(edges[cell.at.column + cell.at.columns] - edges[cell.at.column] - 2 * made.pad, 1)


def smaller(faces: Faces, style: TableStyle) -> Iterator[Faces]:
    """The styles at smaller and smaller sizes, down to the layout's least."""
    size = faces.cell.size - SMALLER
    while size >= style.least:
        yield faces.sized(size)
        size -= SMALLER
