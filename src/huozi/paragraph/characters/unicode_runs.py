"""Classes of all of Unicode, looked up in the runs of ``unicode_data``.

It is imported where a text holds a character that the tables of ``charclass`` do not name.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from huozi.paragraph.characters.unicode_data import (
    COMPOSITION_COUNTS,
    COMPOSITION_LETTERS,
    LINE_BREAK_COUNTS,
    LINE_BREAK_LETTERS,
)
from huozi.records import NamedTuple


class Runs(NamedTuple):
    """Letters by code point: ``letters[i]`` from ``starts[i]`` on."""

    starts: list[int]
    letters: str

    def letter(self, code: int) -> str:
        """The letter of a code point."""
        return self.letters[bisect_right(self.starts, code) - 1]


def _read(letters: str, counts: str) -> Runs:
    return Runs([0, *accumulate(map(int, counts.split()))], letters)


_LINE_BREAK = _read(LINE_BREAK_LETTERS, LINE_BREAK_COUNTS)
_COMPOSITION = _read(COMPOSITION_LETTERS, COMPOSITION_COUNTS)


def line_break_letter(code: int) -> str:
    """The line breaking class of a code point (a letter of ``uax14.LETTERS``)."""
    return _LINE_BREAK.letter(code)


def composition_letter(code: int) -> str:
    """The composition class of a code point that no table of ``charclass`` names."""
    return _COMPOSITION.letter(code)
