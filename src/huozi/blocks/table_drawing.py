"""The rows of a table drawn: tints, rules, the lines of its cells, each part of its row and cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from huozi.blocks.calls import once, slug_calls
from huozi.blocks.lines import place_line
from huozi.blocks.table_cells import SetText, TextCell, align_of, is_in_block
from huozi.blocks.table_layout import Laid, measure_of
from huozi.display import Ink, Placed, Role, Rule
from huozi.galley import Call
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.tables import TableStyle


class Strip(NamedTuple):
    """A row of a table, or so many lines of the cells of one that is deeper than a page; and where it stands.

    ``first`` and ``end`` count lines (``end`` 0: all).
    """

    row: int
    top: Mpt
    depth: Mpt
    first: int = 0
    end: int = 0


class Drawing:
    """A table's rows as they can be drawn, in parts and anywhere; elements are made once."""

    def __init__(self, laid: Laid, style: TableStyle, table: Element) -> None:
        self.laid, self.style, self.table = laid, style, table
        self.grid = laid.sized.grid
        self.cells: list[list[tuple[TextCell, SetText]]] = [[] for _ in range(self.grid.rows)]
        for cell, text in zip(laid.sized.cells, laid.texts, strict=True):
            self.cells[cell.at.row].append((cell, text))
        self._flush = self._widest_flush()
        self._rows: dict[int, Element] = {}
        self._cells: dict[tuple[int, int], Element] = {}

    # -------------------------------------------------------------- elements

    def element_of(self, cell: TextCell) -> Element:
        """The element of a cell, part of its row's."""
        row, at = cell.at.row, (cell.at.row, cell.at.column)
        if row not in self._rows:
            self._rows[row] = Element(Kind.TABLE_ROW, 0, self.table, self.cells[row][0][0].at.cell.span)
        if at not in self._cells:
            kind = Kind.TABLE_HEAD if cell.at.is_head else Kind.TABLE_CELL
            self._cells[at] = Element(kind, 0, self._rows[row], cell.at.cell.span)
        return self._cells[at]

    # -------------------------------------------------------------- rows

    def drawn(self, strips: Sequence[Strip], *, is_again: bool = False) -> tuple[Placed, ...]:
        """Rows with what lies beneath and between them; a head that is repeated (``is_again``) is no text again."""
        items = [*self._tints(strips), *self._rules(strips, is_again=is_again)]
        tops = {strip.row: strip for strip in strips}
        for strip in strips:
            for cell, text in self.cells[strip.row]:
                last = tops[min(strip.row + cell.at.rows - 1, max(tops))]
                depth = last.top + last.depth - strip.top
                items += self._text(cell, text, strip, depth, is_again=is_again)
        return tuple(items)

    def _text(self, cell: TextCell, text: SetText, strip: Strip, depth: Mpt, *, is_again: bool) -> Iterator[Placed]:
        """The lines of a cell that stand in a strip."""
        lines = text.lines[strip.first : strip.end or None]
        leading = cell.style.leading
        free = depth - len(lines) * leading
        is_whole = not strip.first and not strip.end
        at_top = self.style.cells == "top" and not cell.at.is_head and cell.at.rows == 1
        down = min(self.laid.sized.down, free) if at_top else free // 2
        if not is_whole:
            down = 0 if strip.first else min(self.laid.sized.down, max(free, 0))
        element = None if is_again else self.element_of(cell)
        left, room = self._left(cell), measure_of(self.laid.sized, self.laid.edges, cell)
        align = align_of(cell, self.laid.sized.aligns)
        for number, line in enumerate(lines):
            if is_in_block(cell, self.laid.sized.aligns):
                block = self.laid.sized.blocks[cell.at.column]
                x = (room - block.width) // 2 + block.left - (cell.point or 0)
            else:
                flush = self._flush[cell.at.column] if self._is_flush(cell) else room
                x = {"left": 0, "center": (room - line.width) // 2, "right": (room + flush) // 2 - line.width}[align]
            y = strip.top + down + number * leading + (leading - cell.style.size) // 2
            for placed in place_line(text.composed, line._replace(x=left + x), cell.style, y, element):
                yield placed._replace(role=Role.ARTIFACT, order=-1) if is_again else placed

    def _is_flush(self, cell: TextCell) -> bool:
        """Whether a cell stands at the right because its column does."""
        at = cell.at
        return not (at.is_head or at.columns > 1 or at.cell.align) and self.laid.sized.aligns[at.column] == "right"

    def _widest_flush(self) -> list[Mpt]:
        """The widest line of each column that is aligned at the right.

        Its lines end below each other and stand as a block in the middle of the column, so that figures that are far
        narrower than it stay below their head.
        """
        found = [0] * self.grid.columns
        for cell, text in zip(self.laid.sized.cells, self.laid.texts, strict=True):
            if self._is_flush(cell):
                found[cell.at.column] = max((found[cell.at.column], *(line.width for line in text.lines)))
        return found

    def _left(self, cell: TextCell) -> Mpt:
        return self.laid.edges[cell.at.column] + self.laid.sized.pad

    def calls(self, rows: Iterable[int]) -> tuple[Call, ...]:
        """The notes and floats that the cells of rows call."""
        return once(call for row in rows for _, text in self.cells[row] for call in slug_calls(*text))

    # -------------------------------------------------------------- tints and rules

    def _tints(self, strips: Sequence[Strip]) -> Iterator[Placed]:
        for strip in strips:
            is_head = strip.row < self.grid.heads
            is_odd = (strip.row - self.grid.heads) % 2 == 0
            ink = self.style.head_tint if is_head else self.style.odd_tint if is_odd else None
            if ink is not None:
                yield _rule(0, strip.top, self.laid.width, strip.depth, ink)

    def _rules(self, strips: Sequence[Strip], *, is_again: bool) -> Iterator[Placed]:
        rules, width = self.style.rules, self.laid.width
        if not strips:
            return
        first, last = strips[0], strips[-1]
        if first.row == 0 and not first.first:
            yield from self._across(0, width, first.top, rules.top)
        foot = last.top + last.depth
        if last.row == self.grid.rows - 1 and not last.end and not is_again:
            yield from self._across(0, width, foot - rules.bottom, rules.bottom)
        for strip in strips:
            edge = strip.top + strip.depth
            is_last_of_head = strip.row == self.grid.heads - 1
            if is_last_of_head:
                yield from self._across(0, width, edge - rules.head // 2, rules.head)
            elif strip.row < self.grid.rows - 1 and not strip.end:
                for left, right in self._open(strip.row) if rules.rows else ():
                    yield from self._across(left, right, edge - rules.rows // 2, rules.rows)
        yield from self._under_merged(strips)
        yield from self._uprights(strips, foot)

    def parting(self, foot: Mpt) -> Iterator[Placed]:
        """The rule at the foot of rows that others follow in the next column: as thin as the one below the head."""
        if self.style.rules.bottom:
            thickness = self.style.rules.head
            yield from self._across(0, self.laid.width, foot - thickness // 2, thickness)

    def _across(self, left: Mpt, right: Mpt, top: Mpt, thickness: Mpt) -> Iterator[Placed]:
        if thickness:
            yield _rule(left, top, right - left, thickness, self.style.rules.ink)

    def _open(self, row: int) -> Iterator[tuple[Mpt, Mpt]]:
        """The stretches of a row's foot that no merged cell crosses."""
        crossed = {
            column
            for above in range(row + 1)
            for cell, _ in self.cells[above]
            if cell.at.row + cell.at.rows - 1 > row
            for column in range(cell.at.column, cell.at.column + cell.at.columns)
        }
        return self._runs([column not in crossed for column in range(self.grid.columns)])

    def _runs(self, drawn: Sequence[bool]) -> Iterator[tuple[Mpt, Mpt]]:
        """The stretches of columns side by side that something is drawn in."""
        begun: int | None = None
        for column, is_drawn in enumerate((*drawn, False)):
            if is_drawn and begun is None:
                begun = column
            elif not is_drawn and begun is not None:
                yield self.laid.edges[begun], self.laid.edges[column]
                begun = None

    def _under_merged(self, strips: Sequence[Strip]) -> Iterator[Placed]:
        """The rules under merged cells of a head, short of their edges so that two side by side are told apart."""
        thickness, inset = self.style.rules.merged, self.laid.sized.pad // 2
        for strip in strips:
            if not thickness or strip.row >= self.grid.heads:
                continue
            for cell, text in self.cells[strip.row]:
                below = cell.at.row + cell.at.rows
                if cell.at.columns > 1 and below < self.grid.heads and text.lines:
                    foot = next((each.top for each in strips if each.row == below), strip.top + strip.depth)
                    left, right = self.laid.edges[cell.at.column], self.laid.edges[cell.at.column + cell.at.columns]
                    yield from self._across(left + inset, right - inset, foot - thickness // 2, thickness)

    def _uprights(self, strips: Sequence[Strip], foot: Mpt) -> Iterator[Placed]:
        """The rules between columns where no merged cell crosses them, and those at the sides."""
        rules, ink = self.style.rules, self.style.rules.ink
        top = strips[0].top
        if rules.sides:
            yield _rule(0, top, rules.sides, foot - top, ink)
            yield _rule(self.laid.width - rules.sides, top, rules.sides, foot - top, ink)
        for column in range(1, self.grid.columns) if rules.columns else ():
            x = self.laid.edges[column] - rules.columns // 2
            for above, below in _joined((strip, self._is_crossed(strip.row, column)) for strip in strips):
                yield _rule(x, above, rules.columns, below - above, ink)

    def _is_crossed(self, row: int, column: int) -> bool:
        """Whether a merged cell of a row reaches over the edge before a column."""
        return any(
            cell.at.column < column < cell.at.column + cell.at.columns and cell.at.row + cell.at.rows > row
            for above in range(row + 1)
            for cell, _ in self.cells[above]
            if cell.at.columns > 1
        )


def _joined(strips: Iterable[tuple[Strip, bool]]) -> Iterator[tuple[Mpt, Mpt]]:
    """From where to where rows reach that are not crossed, those below each other as one."""
    begun: tuple[Mpt, Mpt] | None = None
    for strip, is_crossed in strips:
        if is_crossed:
            if begun:
                yield begun
            begun = None
        else:
            begun = (begun[0] if begun else strip.top, strip.top + strip.depth)
    if begun:
        yield begun


def _rule(x: Mpt, y: Mpt, width: Mpt, height: Mpt, ink: Ink) -> Placed:
    return Placed(x, y, Rule(width, height, ink), Role.ARTIFACT, -1)
