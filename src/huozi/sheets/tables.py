"""Tables of front sheets: groups of rows, flowing through the columns of sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from huozi.display import Placed
from huozi.geometry import Mpt, Rect, baseline, mm
from huozi.records import NamedTuple
from huozi.sheets.hand import DARK, FAINT, GREY, Hand, Manner, rule

HEADING = Manner(12_000, 16_500, "strong")
LABEL = Manner(8_000, 13_500, "plain", GREY)
VALUE = Manner(9_000, 13_500)
STRONG = VALUE._replace(weight="strong")
FIGURE = VALUE._replace(align="right")

HAIR: Mpt = 350
THICK: Mpt = 900
PAD: Mpt = 2_200
"""What is left above and below the words of a row."""
BETWEEN: Mpt = mm(7)
"""What is left between two groups."""


class Piece(NamedTuple):
    """A row: its depth, and what draws it with its top left corner at a place."""

    depth: Mpt
    draw: Callable[[Mpt, Mpt], Iterable[Placed]]


class Group(NamedTuple):
    """Rows below a heading. ``again`` is set anew at the top of each further column; ``new_column``: it begins one."""

    heading: Piece
    again: tuple[Piece, ...]
    rows: tuple[Piece, ...]
    new_column: bool = False


class Cell(NamedTuple):
    """A column of a table: its share of the measure in per cent, and how its words are written."""

    share: int
    manner: Manner = VALUE


class Drawn(NamedTuple):
    """What stands on a sheet: its items, by the place of the sheet among those that are filled."""

    sheet: int
    items: tuple[Placed, ...]


class Maker(NamedTuple):
    """Makes rows at a measure."""

    hand: Hand
    measure: Mpt

    def heading(self, text: str) -> Piece:
        """A heading with a rule below it."""

        def draw(x: Mpt, y: Mpt) -> Iterable[Placed]:
            yield from self.hand.line(text, HEADING, x, y, self.measure)
            yield rule(x, y + HEADING.leading, self.measure, THICK, DARK)

        return Piece(HEADING.leading + 2 * THICK, draw)

    def row(self, texts: Sequence[str], cells: Sequence[Cell], least: Mpt = 0) -> Piece:
        """A row of a table with a fine rule below it, as deep as its deepest cell.

        One that is to be written in is ``least`` deep, and its cells are parted.
        """
        hand, room = self.hand, [self.measure * cell.share // 100 for cell in cells]
        own = [max(width - GUTTER, 1) for width in room]
        rows = list(zip(texts, cells, room, own, strict=True))
        depth = max(hand.depth(text, cell.manner, width) for text, cell, _, width in rows)
        whole = max(depth + 2 * PAD, least)
        largest = max(cell.manner.size for cell in cells)

        def draw(x: Mpt, y: Mpt) -> Iterable[Placed]:
            left = x
            for text, cell, width, inner in rows:
                down = y + (whole - depth) // 2 + (cell.manner.leading - largest) // 2
                down += baseline(largest) - baseline(cell.manner.size)
                if least and left > x:
                    yield rule(left - GUTTER, y, HAIR, whole, FAINT)
                yield from hand.write(text, cell.manner, left, down, inner)
                left += width
            yield rule(x, y + whole - HAIR, self.measure, HAIR, FAINT)

        return Piece(whole, draw)

    def head(self, texts: Sequence[str], cells: Sequence[Cell]) -> Piece:
        """The head of a table: its labels, to the sides of their columns."""
        return self.row(texts, [cell._replace(manner=LABEL._replace(align=cell.manner.align)) for cell in cells])

    def words(self, text: str, manner: Manner = LABEL) -> Piece:
        """A paragraph."""
        depth = self.hand.depth(text, manner, self.measure)
        return Piece(depth + PAD, lambda x, y: self.hand.write(text, manner, x, y + PAD, self.measure))


PARTED = 2
"""A group is parted where it is deeper than a column divided by that."""

GUTTER: Mpt = 6_000
"""What is left between the columns of a table."""


def flow(groups: Iterable[Group], first: Sequence[Rect], further: Sequence[Rect]) -> list[Drawn]:
    """Groups in the columns of a first sheet and of as many further ones as they need.

    A group that is parted begins anew with its head; a heading is never parted from its first row, nor is a short group
    parted at all.
    """
    drawn: list[Drawn] = []
    columns, sheet, at = list(first), 0, 0
    y = columns[0].y
    for group in groups:
        opening = group.heading.depth + sum(piece.depth for piece in group.again)
        whole = opening + sum(row.depth for row in group.rows)
        is_short = whole * PARTED <= columns[at].height
        needed = whole if is_short else opening + (group.rows[0].depth if group.rows else 0)
        is_begun = y > columns[at].y
        if is_begun and (group.new_column or y + needed > columns[at].bottom):
            columns, sheet, at = _next(columns, sheet, at, further)
            y = columns[at].y
        pieces = [group.heading, *group.again]
        for number, row in enumerate(group.rows):
            if number and y + sum(piece.depth for piece in pieces) + row.depth > columns[at].bottom:
                columns, sheet, at = _next(columns, sheet, at, further)
                y = columns[at].y
                pieces = list(group.again)
            for piece in (*pieces, row):
                drawn.append(Drawn(sheet, tuple(piece.draw(columns[at].x, y))))
                y += piece.depth
            pieces = []
        y += BETWEEN
    return drawn


def _next(columns: list[Rect], sheet: int, at: int, further: Sequence[Rect]) -> tuple[list[Rect], int, int]:
    """The next column, on a further sheet where this one has no more."""
    return (columns, sheet, at + 1) if at + 1 < len(columns) else (list(further), sheet + 1, 0)
