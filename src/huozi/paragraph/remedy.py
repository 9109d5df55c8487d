"""Last remedies: where a line may end after all, when a unit is wider than the measure.

Three marks in a row may fall back to no prohibition at all (typography.md, Line start and line end); a Western word
wider than its line, or a run of signs that UAX #14 keeps together, is broken between any two of its characters, never
inside one with its marks. Both are reported: the text wants an editor's eye.
"""

from __future__ import annotations

from itertools import pairwise

from huozi.geometry import Mpt
from huozi.paragraph import charclass as cc
from huozi.paragraph.itemize import Items
from huozi.paragraph.kinsoku import UNITS
from huozi.paragraph.measure import Measured, ends_at
from huozi.paragraph.spacing import MAY_NOT_END

MARKS = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP + cc.INTERPUNCT + cc.CONNECTOR + cc.SOLIDUS + cc.DASH
WORD = cc.WESTERN + cc.WESTERN_OPENING + cc.WESTERN_CLOSING

RELAXED = "prohibition-relaxed"
WORD_BROKEN = "word-broken"


def last_remedies(items: Items, measured: Measured, room: Mpt) -> dict[int, str]:
    """The counts after which a line may end as a last remedy, with the rule that reports it.

    Only units wider than ``room`` are looked into.
    """
    found: dict[int, str] = {}
    for start, end in pairwise((0, *measured.breaks)):
        if measured.end[end] - measured.start[start] > room:
            for at in range(start + 1, end):
                rule = _remedy(items.classes, at, items.codes[at - 1])
                if rule and items.glyph[at] != -1:
                    found[at] = rule
    return found


def _remedy(classes: str, at: int, code: str) -> str:
    """The remedy between two characters with the code of their gap; empty where there is none."""
    before, after = classes[at - 1], classes[at]
    if code[1] == cc.UNIT:
        return ""
    if (before in WORD and after in WORD) or code[-1] == MAY_NOT_END:
        return WORD_BROKEN
    if (before, after) not in UNITS and before in MARKS and after in MARKS and _marks_around(classes, at) > 2:
        return RELAXED
    return ""


def _marks_around(classes: str, at: int) -> int:
    """How many marks stand in a row about a place, counted to three on either side."""
    left = right = 0
    while left < 3 and at - left - 1 >= 0 and classes[at - left - 1] in MARKS:
        left += 1
    while right < 3 and at + right < len(classes) and classes[at + right] in MARKS:
        right += 1
    return left + right


def with_remedies(measured: Measured, remedies: dict[int, str]) -> Measured:
    """The running sums with the remedies among the places where a line may end."""
    breaks = sorted({*measured.breaks, *remedies})
    ends, bounds = ends_at(breaks, measured.end)
    return measured._replace(breaks=breaks, break_ends=ends, break_bounds=bounds)
