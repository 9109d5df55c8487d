"""Classes of all of Unicode, looked up in the runs of ``unicode_data``.

It is imported where a text holds a character that the tables of ``charclass`` do not name.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from huozi.paragraph.unicode_data import COMPOSITION, LINE_BREAK
from huozi.records import NamedTuple


class Runs(NamedTuple):
    """Letters by code point: ``letters[i]`` from ``starts[i]`` on."""

    starts: list[int]
    letters: list[str]

    def letter(self, code: int) -> str:
        """The letter of a code point."""
        return self.letters[bisect_right(self.starts, code) - 1]


def _read(runs: str) -> Runs:
    starts: list[int] = []
    letters: list[str] = []
    at = 0
    for letter, count in re.findall(r"([A-Za-z])(\d*)", runs):
        starts.append(at)
        letters.append(letter)
        at += int(count or 1)
    return Runs(starts, letters)


_LINE_BREAK = _read(LINE_BREAK)
_COMPOSITION = _read(COMPOSITION)


def line_break_letter(code: int) -> str:
    """The line breaking class of a code point (a letter of ``uax14.LETTERS``)."""
    return _LINE_BREAK.letter(code)


def composition_letter(code: int) -> str:
    """The composition class of a code point that no table of ``charclass`` names."""
    return _COMPOSITION.letter(code)
