"""What the text of a part calls, and where: its floats' first mentions, the notes that its lines bring along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from huozi.makeup.part_matter import PartFloat, PartNote, UnitCall
from huozi.makeup.units import Unit

PARTED_FROM: Final = 4
"""A note of so many lines may go on in the next column, two of them on either side; a shorter one is not parted."""
NOTE_LINES: Final = 2
"""At least so many lines of a note that goes on stand in either column."""


def may_go_on(lines: int) -> int:
    """How many of a note's lines may stand in the next column.

    >>> [may_go_on(lines) for lines in (1, 3, 4, 9)]
    [0, 0, 2, 7]
    """
    return lines - NOTE_LINES if lines >= PARTED_FROM else 0


class Called:
    """What units call. ``anchors`` are the units that each float is first mentioned by, or may stand at."""

    def __init__(self, units: Sequence[Unit], floats: Sequence[PartFloat], notes: Sequence[PartNote]) -> None:
        self.units, self.floats, self.notes = units, floats, notes
        self._calls: dict[tuple[int, int], tuple[UnitCall, ...]] = {}
        self.anchors = [len(units)] * len(floats)
        for item, unit in enumerate(units):
            lines = unit.choices[0].lines
            spot = [unit.spot] if unit.spot >= 0 else []
            for number in [call.float for call in self.calls(item, lines) if call.float >= 0] + spot:
                self.anchors[number] = min(self.anchors[number], item)
        self._lines_of: dict[tuple[int, int], int] = {}

    def calls(self, item: int, lines: int) -> tuple[UnitCall, ...]:
        """What the lines of a unit call that is set in so many."""
        make = self.units[item].calls
        if make is None:
            return ()
        if (item, lines) not in self._calls:
            self._calls[item, lines] = make(lines)
        return self._calls[item, lines]

    def calls_after(self, item: int, lines: int, left: int) -> bool:
        """Whether the last lines of a unit call anything, of so many that it is set in."""
        return any(call.line >= lines - left for call in self.calls(item, lines))

    def passed(self, number: int, item: int, left: int, lines: int) -> bool:
        """Whether the first mention of a float stands before a place; ``lines`` as in :meth:`mentioned`."""
        anchor = self.anchors[number]
        if anchor != item or not left:
            return anchor < item
        if not lines:
            return True
        line = min(call.line for call in self.calls(item, lines) if call.float == number)
        return line < lines - left

    def mentioned(self, item: int, left: int, lines: int) -> int:
        """How many floats, from the first on without a gap, are mentioned before a place.

        ``lines``: those of the unit begun there, 0 where what is left of it calls nothing.
        """
        count = self._before[item]
        while count < len(self.floats) and self.passed(count, item, left, lines):
            count += 1
        return count

    @cached_property
    def _before(self) -> list[int]:
        """How many floats are mentioned, without a gap, before each unit."""
        found = [0] * (len(self.units) + 1)
        for item in range(len(self.units) + 1):
            count = found[item - 1] if item else 0
            while count < len(self.floats) and self.anchors[count] < item:
                count += 1
            found[item] = count
        return found

    @cached_property
    def articles(self) -> list[int]:
        """The article that each unit is part of, counted from 0 in the part."""
        found: list[int] = []
        count = 0
        for item, unit in enumerate(self.units):
            count += unit.article >= 0 and item > 0
            found.append(count)
        return [*found, count]

    def begins_article(self, item: int) -> bool:
        """Whether an article begins with a unit within the part."""
        return item > 0 and self.units[item].article >= 0

    def notes_of_lines(self, item: int, lines: int, first: int, count: int) -> Iterator[int]:
        """The notes that lines of a unit call, of so many that it is set in."""
        for call in self.calls(item, lines):
            if call.note >= 0 and first <= call.line < first + count:
                yield call.note

    def note_lines(self, item: int, lines: int, first: int, count: int) -> Iterator[int]:
        """The lines of each note that lines of a unit call, of so many that it is set in."""
        return (self.notes[note].lines for note in self.notes_of_lines(item, lines, first, count))

    def notes_of_float(self, number: int) -> Iterator[int]:
        """The lines of each note that a float calls."""
        return (self.notes[note].lines for note in self.floats[number].notes)


def due(lines: int, later: int, notes: Iterable[int]) -> tuple[int, int]:
    """The note lines due in a column, and how many of them may go on, after further notes are called there."""
    for note in notes:
        lines, later = lines + note, may_go_on(note)
    return lines, later
