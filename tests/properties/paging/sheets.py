"""Pages with floats and notes as brute force writes them down: rows, columns, pages, and what notes take of them.

Nothing here is shared with the search but the units, floats and notes themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from huozi.makeup.part_matter import PartFloat, PartNote, UnitCall
from huozi.makeup.units import Choice, Unit
from paging.brute import Asked


class Matters(NamedTuple):
    """The floats and notes of a part, and the grid lines that so many note lines take with their rule."""

    floats: tuple[PartFloat, ...] = ()
    notes: tuple[PartNote, ...] = ()
    depths: tuple[int, ...] = (0,)


class Row(NamedTuple):
    """A line or a piece: its unit, which line of how many it is (from 1), its height, what it calls.

    A unit that takes no line of its own is a row of no height.
    """

    unit: int
    line: int
    of: int
    height: int
    calls: tuple[UnitCall, ...] = ()

    @property
    def begins(self) -> bool:
        """Whether its unit begins with it."""
        return self.line == 1


class Piece(NamedTuple):
    """What stands in a column: a row (by its number), or the float set there; ``passes``: the row is done with."""

    row: int
    height: int
    float: int = -1
    passes: bool = True


class Column(NamedTuple):
    """A column, or the text in one column above, between or below bands of several.

    It holds the rows from ``start`` to before ``stop``; ``placed`` floats were so before it and ``after`` it. ``top``
    is the line that it begins at, ``depth`` how many it may take, ``columns`` how many its band has, ``place`` which of
    them it is. ``heads`` and ``feet`` begin in it, ``reserved`` lines are theirs and those of one that began in a
    column before and runs over so many ``more``; ``footed``: one of them stands at its foot, or at that of the page
    (``barred``).
    A closed band ends on its page.
    """

    start: int
    stop: int
    placed: int
    after: int
    pieces: tuple[Piece, ...] = ()
    top: int = 0
    depth: int = 0
    columns: int = 1
    place: int = 0
    closed: bool = False
    heads: tuple[int, ...] = ()
    feet: tuple[int, ...] = ()
    reserved: int = 0
    more: int = 0
    footed: bool = False
    barred: bool = False

    @property
    def room(self) -> int:
        """The grid lines for text."""
        return self.depth - self.reserved

    @property
    def used(self) -> int:
        """The grid lines that its text takes."""
        return sum(piece.height for piece in self.pieces)


class Notes(NamedTuple):
    """Note lines that are due at a foot, and how many of them may go on."""

    due: int = 0
    free: int = 0

    def called(self, lines: int) -> Notes:
        """The same after one more note was called."""
        return Notes(self.due + lines, lines - 2 if lines >= 4 else 0)


NO_NOTES = Notes()


class Page(NamedTuple):
    """A way to fill a page from a row on: floats ``alone``, or text between ``heads`` and ``feet``.

    ``top`` is the line that its columns reach down to so far, ``notes`` are those of the page and ``waiting`` those of
    its columns that are left over there.
    """

    start: int
    rest: int
    placed: int
    after: int
    alone: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    feet: tuple[int, ...] = ()
    depth: int = 0
    columns: tuple[Column, ...] = ()
    top: int = 0
    notes: Notes = NO_NOTES
    waiting: Notes = NO_NOTES


class Stand(NamedTuple):
    """Where the work stands at a page's head: the next row, floats placed, notes of pages and of columns left over."""

    at: int = 0
    placed: int = 0
    notes: Notes = NO_NOTES
    waiting: Notes = NO_NOTES


Chosen: TypeAlias = Sequence[Choice]


class Work:
    """A part in chosen numbers of lines: its rows, and what the definitions ask of floats and notes."""

    def __init__(self, units: Sequence[Unit], chosen: Chosen, matters: Matters, asked: Asked) -> None:
        self.units, self.asked, self.matters, self.floats = units, asked, matters, matters.floats
        self.rows = tuple(
            Row(item, line, choice.lines, unit.height(1, choice.lines - line + 1), _calls(unit, choice.lines, line - 1))
            for item, (unit, choice) in enumerate(zip(units, chosen, strict=True))
            for line in range(1, choice.lines + 1)
        )
        self.anchors = [self._anchor(number) for number in range(len(self.floats))]
        self.articles: list[int] = []
        for item, unit in enumerate(units):
            self.articles.append(self.articles[-1] + (unit.article >= 0) if item else 0)

    def _anchor(self, number: int) -> int:
        """The row of a float's first mention before its spot, or of its spot."""
        return next(
            at
            for at, row in enumerate(self.rows)
            if self.units[row.unit].spot == number or any(call.float == number for call in row.calls)
        )

    def unit(self, row: int) -> Unit:
        """The unit of a row."""
        return self.units[self.rows[row].unit]

    def article(self, row: int) -> int:
        """The article of a row, counted from the part's first."""
        return self.articles[self.rows[row].unit]

    def mentioned(self, at: int) -> int:
        """How many floats from the first on are mentioned before a row."""
        return next((number for number, anchor in enumerate(self.anchors) if anchor >= at), len(self.floats))

    def note_depth(self, lines: int) -> int:
        """The grid lines that so many note lines take."""
        depths = self.matters.depths
        return depths[lines] if lines < len(depths) else depths[-1] + lines - len(depths) + 1

    def fitting(self, depth: int) -> int:
        """The most note lines that a depth holds."""
        lines = 0
        while self.note_depth(lines + 1) <= depth:
            lines += 1
        return lines

    def with_floats(self, notes: Notes, floats: Sequence[int]) -> Notes:
        """Notes with those that floats call."""
        for number in floats:
            for note in self.floats[number].notes:
                notes = notes.called(self.matters.notes[note].lines)
        return notes

    def with_piece(self, notes: Notes, piece: Piece) -> Notes:
        """Notes with those that a piece of a column calls."""
        if piece.float >= 0:
            return self.with_floats(notes, (piece.float,))
        for call in self.rows[piece.row].calls:
            notes = notes.called(self.matters.notes[call.note].lines) if call.note >= 0 else notes
        return notes

    def with_pieces(self, notes: Notes, column: Column) -> Notes:
        """Notes with those that all of a column's pieces call."""
        for piece in column.pieces:
            notes = self.with_piece(notes, piece)
        return notes

    def ended(self, notes: Notes, depth: int) -> tuple[int, Notes, int]:
        """Note lines at the foot of what has so much depth left: how many stay, those that go on, how many too many."""
        go_on = max(notes.due - self.fitting(depth), 0)
        if go_on > notes.free:
            return notes.due - go_on, Notes(go_on, go_on), go_on - notes.free
        if go_on == 1 and notes.free > 1:
            go_on = 2
        return notes.due - go_on, Notes(go_on, go_on - 2 if go_on >= 4 else 0), 0

    def column_notes(self, column: Column, carried: Notes) -> Notes:
        """The notes of a column of several, with those carried to it."""
        return self.with_pieces(self.with_floats(carried, (*column.heads, *column.feet)), column)

    def is_due(self, row: int) -> bool:
        """Whether a row stands for floats that are due."""
        unit = self.unit(row)
        return not unit.depth and unit.spot < 0

    def may_be_set(self, row: int, placed: int, columns: int, *, footed: bool) -> bool:
        """Whether the next float may be set in the text where a row is its spot or makes it due, but for its height."""
        unit = self.unit(row)
        if footed or placed == len(self.floats):
            return False
        item = self.floats[placed]
        fits = item.over == 1 and item.within == columns > 1
        if self.is_due(row):
            return placed < unit.due and (columns == 1 or fits)
        return unit.spot == placed and "here" in item.places and (fits or (item.is_wide and columns == 1))


def _calls(unit: Unit, lines: int, line: int) -> tuple[UnitCall, ...]:
    """What a line (from 0) calls."""
    return tuple(call for call in unit.calls(lines) if call.line == line) if unit.calls else ()
