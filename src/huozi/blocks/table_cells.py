"""Cells of a table: composed once to know what widths they need, and once more at the width that they get."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from huozi.blocks.frame import bare
from huozi.blocks.lines import compose_inlines
from huozi.blocks.setting import Setting
from huozi.blocks.table_demands import Step
from huozi.blocks.table_grid import Grid, GridCell
from huozi.blocks.table_numbers import is_blank, point_of
from huozi.content.model import CellAlign
from huozi.diagnostics import Findings
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed
from huozi.paragraph.lines.justify import Line, set_line
from huozi.records import NamedTuple
from huozi.style.text_style import ParagraphStyle

BOUNDLESS: Mpt = 1 << 30
"""A measure that any cell fits."""

LONG = 8
"""Ems from which on text in a column begins at its left edge instead of standing in its middle."""

REPORTED = ("line-overfull", "word-broken", "prohibition-relaxed")
"""What an editor must hear of the lines of a cell; that some are loose or short is a matter of the columns' widths."""


class TextCell(NamedTuple):
    """A cell with its text composed on lines without end; ``natural`` is its widest line, ``least`` its widest unit.

    ``point`` is where the decimal point of its number stands from its start (Mpt), ``None`` where it is none.
    """

    at: GridCell
    style: ParagraphStyle
    composed: Composed
    natural: Mpt
    least: Mpt
    point: Mpt | None = None


class SetText(NamedTuple):
    """The lines of a cell at a measure."""

    composed: Composed
    lines: tuple[Line, ...]


class Faces(NamedTuple):
    """The styles of a table's head and of its cells."""

    head: ParagraphStyle
    cell: ParagraphStyle

    def of(self, cell: GridCell) -> ParagraphStyle:
        """The style of a cell."""
        return self.head if cell.is_head else self.cell

    def sized(self, size: Mpt) -> Faces:
        """The same styles no larger than a size, their leading in proportion."""
        return Faces(_sized(self.head, size), _sized(self.cell, size))


def _sized(style: ParagraphStyle, size: Mpt) -> ParagraphStyle:
    return style if style.size <= size else style._replace(size=size, leading=style.leading * size // style.size)


def cell_style(style: ParagraphStyle, *, is_head: bool) -> ParagraphStyle:
    """A style for cells: lines of a head are even, those of other cells full."""
    return bare(style)._replace(indent=0, align="center" if is_head else "justify")


def text_cells(grid: Grid, faces: Faces, setting: Setting) -> tuple[TextCell, ...]:
    """The cells of a grid, each different text composed once. Finding: ``character-missing``."""
    known: dict[object, Composed] = {}
    found: list[TextCell] = []
    boundless = setting._replace(measure=BOUNDLESS)
    for at in grid.cells:
        style = faces.of(at)
        key = (at.is_head, *((*inline[:1], *inline[2:]) for inline in at.cell.inlines))
        if key not in known:
            known[key] = compose_inlines(boundless, at.cell.inlines, style)
        found.append(_measured(at, style, known[key]))
    return tuple(found)


def _measured(at: GridCell, style: ParagraphStyle, composed: Composed) -> TextCell:
    """A cell with what its text needs."""
    if not composed.line_count:
        return TextCell(at, style, composed, 0, 0)
    measured = composed.work.measured
    natural = max(measured.end[stop] - measured.start[start] for start, stop in pairwise((0, *composed.work.stops)))
    least = max(measured.end[end] - measured.start[start] for start, end in pairwise((0, *measured.breaks)))
    before = None if at.is_head else point_of(at.cell.inlines)
    point = None
    if before is not None and before <= len(composed.items.text):
        xs = composed.set()[0].xs
        point = xs[before - 1] + composed.items.advance[before - 1] if before else 0
    return TextCell(at, style, composed, natural, least, point)


def lines_at(composed: Composed, measure: Mpt) -> int:
    """The least number of lines that a text has at a measure: each as full as it can be."""
    if not composed.line_count:
        return 0
    work = composed.work
    breaks, bounds, start = work.measured.breaks, work.measured.break_bounds, work.measured.start
    at = count = first = 0
    for stop in work.stops:
        last = bisect_right(breaks, stop) - 1
        while at < stop:
            index = bisect_right(bounds, start[at] + measure, first, last + 1) - 1
            index = max(index, first)  # what no line holds has one of its own
            at, first, count = breaks[index], index + 1, count + 1
    return count


class Scale(NamedTuple):
    """What steps are in: ``unit`` s of width up to ``room``, depths with ``extra`` for the room above and below.

    Texts up to ``whole`` (Mpt) are not turned over.
    """

    unit: Mpt
    room: int
    extra: Mpt
    whole: Mpt


def steps_of(cell: TextCell, less: Mpt, scale: Scale) -> tuple[Step, ...]:
    """The steps of a cell: from which width on it is so deep.

    ``less`` is what the room between merged columns adds to its measure.
    """
    unit, room, extra, whole = scale
    least = max(-(-(max(cell.least, min(cell.natural, whole)) - less) // unit), 1)
    widest = max(min(-(-(cell.natural - less) // unit), room), least)
    steps: list[Step] = []
    lines = 0
    for width in range(least, widest + 1):
        count = max(lines_at(cell.composed, width * unit + less), 1)
        if not steps or count < lines:
            steps.append((width, count * cell.style.leading + extra))
            lines = count
        if count == 1:
            break
    return tuple(steps)


def lines_of(cell: TextCell, measure: Mpt, setting: Setting, align: CellAlign = "left") -> SetText:
    """The lines of a cell at a measure: as few as it can have.

    Lines that begin at the left are filled, but where they would have to be opened too far.
    Findings: those in :data:`REPORTED`.
    """
    if cell.natural <= measure or not cell.composed.line_count:
        return SetText(cell.composed, cell.composed.set())
    found = Findings()
    within = setting._replace(measure=measure, findings=found)
    composed = compose_inlines(within, cell.at.cell.inlines, cell.style)
    setting.findings.extend(item for item in found if item.rule in REPORTED)
    fewest = lines_at(composed, measure)
    lines = composed.set(fewest - composed.line_count if fewest < composed.line_count else 0)
    return SetText(composed, tuple(_unstrained(composed, line, align) for line in lines))


LOOSEST = 8
"""Lines are opened by an em's part of so many between their characters at the most."""


def _unstrained(composed: Composed, line: Line, align: CellAlign) -> Line:
    """A line, at its own width where it is not to be filled or that would open its gaps too far."""
    gaps = line.end - line.start - 1
    if align == "left" and line.width - line.natural <= gaps * composed.items.em // LOOSEST:
        return line
    return set_line(composed.items, composed.work.measured, line.start, line.end, None, 0)


# ------------------------------------------------------------------ alignment


def column_aligns(cells: Sequence[TextCell], columns: int, asked: Sequence[CellAlign]) -> tuple[CellAlign, ...]:
    """How the cells of each column are aligned: as asked for, else as their texts suggest.

    A column most of whose cells are numbers is aligned at the point; text of any length begins at the left, short text
    stands in the middle.
    """
    by_column: list[list[TextCell]] = [[] for _ in range(columns)]
    for cell in cells:
        if not cell.at.is_head and cell.at.columns == 1 and not is_blank(cell.at.cell.inlines):
            by_column[cell.at.column].append(cell)
    return tuple(
        (asked[column] if column < len(asked) else "") or _suggested(by_column[column]) for column in range(columns)
    )


def _suggested(cells: Sequence[TextCell]) -> CellAlign:
    if sum(cell.point is not None for cell in cells) * 2 > len(cells):
        return "point"
    return "left" if any(cell.natural > LONG * cell.style.size for cell in cells) else "center"


class Block(NamedTuple):
    """The numbers of a column as a block: how far it reaches to the left and to the right of the point."""

    left: Mpt = 0
    right: Mpt = 0

    @property
    def width(self) -> Mpt:
        """How wide the block is."""
        return self.left + self.right


def number_blocks(cells: Iterable[TextCell], aligns: Sequence[CellAlign]) -> tuple[Block, ...]:
    """The block of numbers of each column that is aligned at the point."""
    found = [Block() for _ in aligns]
    for cell in cells:
        if is_in_block(cell, aligns) and cell.point is not None:
            block = found[cell.at.column]
            found[cell.at.column] = Block(max(block.left, cell.point), max(block.right, cell.natural - cell.point))
    return tuple(found)


def is_in_block(cell: TextCell, aligns: Sequence[CellAlign]) -> bool:
    """Whether a cell is a number of its column's block."""
    at = cell.at
    if cell.point is None or at.columns > 1 or at.is_head:
        return False
    return (at.cell.align or aligns[at.column]) == "point"


def align_of(cell: TextCell, aligns: Sequence[CellAlign]) -> CellAlign:
    """How a cell is aligned: a head's, a merged one's and what is no number among numbers in the middle.

    Long text that is no head begins at the left.
    """
    at = cell.at
    own: CellAlign = at.cell.align or ("" if at.is_head or at.columns > 1 else aligns[at.column])
    if own not in ("", "point"):
        return own
    return "left" if not at.is_head and cell.natural > LONG * cell.style.size else "center"
