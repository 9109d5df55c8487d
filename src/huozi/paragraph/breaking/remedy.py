"""Last remedies: where a line may end after all, when a unit is wider than the measure.

Three marks in a row may fall back to no prohibition at all (typography.md, Line start and line end); a Western word
wider than its line, or a run of signs that UAX #14 keeps together, is broken between any two of its characters, never
inside one with its marks. Both are reported: the text wants an editor's eye.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from huozi.geometry import Mpt
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.measure import Measured
from huozi.paragraph.items.model import Items
from huozi.paragraph.rules.kinsoku import UNITS
from huozi.paragraph.rules.spacing import MAY_NOT_END, WHOLE

MARKS = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP + cc.CENTRED + cc.INTERPUNCT + cc.CONNECTOR + cc.SOLIDUS + cc.DASH
WORD = cc.WESTERN_TEXT + cc.SIGN + cc.WIDE_PREFIX + cc.WIDE_POSTFIX

RELAXED = "prohibition-relaxed"
WORD_BROKEN = "word-broken"


def last_remedies(items: Items, measured: Measured, first: Mpt, rest: Mpt) -> dict[int, str]:
    """The counts after which a line may end as a last remedy, with the rule that reports it.

    Only units are looked into that are wider than a line of their own, be it the ``first`` one, which they begin, or
    one of the ``rest`` (Mpt): a compound is broken at its hyphens where they are enough, else where no mark comes to
    stand at the wrong end of a line, else anywhere. A word or number that fits is parted from its brackets instead.
    """
    found: dict[int, str] = {}
    text = items.text
    for start, end in pairwise((0, *measured.breaks)):
        room = rest if start else first
        if measured.end[end] - measured.start[start] > room:
            anywhere = _beside_words(items, measured, (start, end), room)
            if not anywhere:
                wholes = _wholes(text, start, end)
                anywhere = {at: rule for at in range(start + 1, end) if (rule := _remedy(items, at, wholes))}
            seemly = [at for at in anywhere if _is_seemly(items, at)]
            joints = [at for at in seemly if text[at - 1] in JOINTS or items.classes[at - 1] == cc.SIGN]
            enough = (places for places in (joints, seemly) if _pieces_fit(measured, (start, *places, end), room))
            found |= {at: anywhere[at] for at in next(enough, anywhere)}
    return found


_WHOLE = re.compile(f"[{WORD}][{WORD}{cc.UNIT}]*")


def _beside_words(items: Items, measured: Measured, unit: tuple[int, int], room: Mpt) -> dict[int, str]:
    """The places beside the words and numbers of a unit and between its other marks; none, where they do not help."""
    start, end = unit
    places = {start, end}
    places.update(edge for found in _WHOLE.finditer(items.classes, start, end) for edge in found.span())
    ends = sorted(places)
    if len(ends) < 3 or not _pieces_fit(measured, ends, room):
        return {}
    return dict.fromkeys(ends[1:-1], RELAXED)


def _is_seemly(items: Items, at: int) -> bool:
    """Whether no mark comes to stand at the wrong end of a line where one ends at a place inside a word."""
    text, classes = items.text, items.classes
    return (
        text[at] not in NOT_AT_START
        and text[at - 1] not in NOT_AT_END
        and classes[at] not in cc.SIGN + cc.POSTFIX + cc.WIDE_POSTFIX
        and classes[at - 1] not in cc.PREFIX + cc.WIDE_PREFIX
    )


def _pieces_fit(measured: Measured, places: Sequence[int], room: Mpt) -> bool:
    return all(measured.end[last] - measured.start[first] <= room for first, last in pairwise(places))


JOINTS = "-‐/,=<>×÷"
"""After these a compound, a long number or a formula is broken rather than elsewhere."""
NOT_AT_START = frozenset("-‐/,.:;!?)]}%’”'\"=<>×÷+~")
NOT_AT_END = frozenset("([{“‘$€£")
"""What no line begins or ends with, inside a word too."""


def _remedy(items: Items, at: int, wholes: set[int]) -> str:
    """The remedy between two characters; empty where there is none."""
    classes, code = items.classes, items.codes[at - 1]
    before, after = classes[at - 1], classes[at]
    if items.glyph[at] == -1:
        return ""
    if code[1] == cc.UNIT:
        return RELAXED if at in wholes else ""
    if (before in WORD and after in WORD) or code[-1] in (MAY_NOT_END, WHOLE):
        return WORD_BROKEN
    if (before, after) not in UNITS and before in MARKS and after in MARKS and _marks_around(classes, at) > 2:
        return RELAXED
    return ""


LEADERS = frozenset("—―…⸺")
"""Marks of which long runs are set: broken after every second one, for two of them are one mark."""


def _wholes(text: str, start: int, end: int) -> set[int]:
    """The places inside runs of leaders that have whole marks of two before them."""
    found: set[int] = set()
    run = 1
    for at in range(start + 1, end):
        run = run + 1 if text[at] == text[at - 1] else 1
        if run > 1 and run % 2 and text[at] in LEADERS:
            found.add(at)
    return found


def _marks_around(classes: str, at: int) -> int:
    """How many marks stand in a row about a place, counted to three on either side."""
    left = right = 0
    while left < 3 and at - left - 1 >= 0 and classes[at - left - 1] in MARKS:
        left += 1
    while right < 3 and at + right < len(classes) and classes[at + right] in MARKS:
        right += 1
    return left + right
