"""The room that notes take at a column's foot, and what of them goes on in the next column."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.makeup.called import NOTE_LINES, may_go_on
from huozi.records import NamedTuple


class Feet(NamedTuple):
    """The notes at a column's foot when it ends.

    ``lines`` stand there, ``rest`` go on, of which ``later`` may go on again; ``adrift``: so many go on that should
    stand there.
    """

    lines: int
    rest: int
    later: int
    adrift: int


class NoteRoom:
    """Grid lines of notes by how many lines they have; beyond what ``depths`` say, one more for each."""

    __slots__ = ("_depths", "_most")

    def __init__(self, depths: Sequence[int]) -> None:
        self._depths, self._most = tuple(depths) or (0,), len(depths or (0,)) - 1

    def depth(self, lines: int) -> int:
        """The grid lines that so many lines of notes take, with their rule."""
        if lines <= self._most:
            return self._depths[lines]
        return self._depths[-1] + lines - self._most

    def fit(self, free: int, lines: int) -> int:
        """How many of so many lines of notes go into so many grid lines."""
        while lines and self.depth(lines) > free:
            lines -= 1
        return lines

    def at_end(self, free: int, lines: int, later: int) -> Feet:
        """What stands at the foot of a column that ends with so many grid lines free of text.

        Of ``lines`` due there ``later`` may go on.
        """
        if not lines:
            return Feet(0, 0, 0, 0)
        rest = lines - self.fit(free, lines)
        if rest == 1 and later >= NOTE_LINES:
            rest = NOTE_LINES
        adrift = max(rest - later, 0)
        return Feet(lines - rest, rest, rest if adrift else may_go_on(rest), adrift)
