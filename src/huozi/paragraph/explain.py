"""Explanation: why a line ends where it ends, what stands in it, and what kept it from ending elsewhere.

Nothing is chosen here: what the breaker chose is held against what it might have chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal, TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.breaking.alternatives import (
    MOST_LINES_TRIED,
    Alternative,
    alternatives,
    line_costs,
    lines_to_try,
    ways_from,
)
from huozi.paragraph.breaking.cost import numbers_with_units
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.compose import Composed
from huozi.paragraph.items.model import Items
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.rules.kinsoku import CLINGING, NOT_AT_LINE_END, NOT_AT_LINE_START, UNITS
from huozi.paragraph.rules.spacing import EM, HALF
from huozi.records import NamedTuple
from huozi.scripts import LETTERS

Reason: TypeAlias = Literal["end", "forced", "overfull", "hyphen", "full", "pull-in", "kinsoku", "unit", "total-fit"]
"""Why a line ends: the text does; a ``|``; it runs over its measure and cannot end sooner; a word is parted; no more
fits; compressing made room; the fullest line would break a prohibition, or a unit; another line of the paragraph is the
better for it."""


def break_reason(composed: Composed, line: Line) -> Reason:
    """Why a line of a paragraph ends where it does."""
    stops = composed.work.stops
    if line.width > room_of(composed, line.start):
        return "overfull"
    if line.end in stops:
        return "end" if line.end == stops[-1] else "forced"
    if line.end in composed.items.hyphens:
        return "hyphen"
    return _reason_of_fit(composed, line.end, fullest(composed, line.start))


def _reason_of_fit(composed: Composed, end: int, fitting: int) -> Reason:
    """Why a line ends where it does beside the fullest, which ends after ``fitting`` characters."""
    if end >= fitting:
        return "full" if end == fitting else "pull-in"
    breaks = composed.work.measured.breaks
    if bisect_right(breaks, fitting) > bisect_right(breaks, end):
        return "total-fit"
    return "unit" if obstacle(composed.items, fitting).kind == "unit" else "kinsoku"


def room_of(composed: Composed, start: int) -> Mpt:
    """The measure of the line that starts at a count of characters."""
    return composed.measure - (0 if start else composed.indent)


def fullest(composed: Composed, start: int) -> int:
    """Where a line would end that takes all that fits by its own width, prohibitions and units left aside."""
    measured = composed.work.measured
    edge = measured.start[start] + room_of(composed, start)
    return bisect_right(measured.end, edge, start + 1) - 1


class Obstacle(NamedTuple):
    """What forbids a line to end somewhere: a mark that may not begin the next line or end this one, or a unit.

    ``text`` is the mark, or the unit that would be parted.
    """

    kind: Literal["line-start", "line-end", "unit"]
    text: str


MOST_OF_A_UNIT = 12
"""Characters of a unit that are shown on either side of the place."""

_STARTS, _ENDS = NOT_AT_LINE_START["clreq"], NOT_AT_LINE_END["clreq"]


def obstacle(items: Items, at: int) -> Obstacle:
    """What forbids a line to end after ``at`` characters, a place inside the text where none may.

    Levels build on each other, so that the mildest level that forbids the place names the reason at every level.
    """
    kind = _prohibition(items.classes[at - 1], items.classes[at])
    match kind:
        case "line-start":
            return Obstacle(kind, items.text[at])
        case "line-end":
            return Obstacle(kind, items.text[at - 1])
        case "unit":
            return Obstacle(kind, _unit_around(items, at))


def _prohibition(before: str, after: str) -> Literal["line-start", "line-end", "unit"]:
    if (before, after) in UNITS or (before, after) in CLINGING:
        return "unit"
    if after in (cc.SPACE, cc.EM_SPACE):
        return "line-start"
    for level in _STARTS:
        if after in _STARTS[level]:
            return "line-start"
        if before in _ENDS[level]:
            return "line-end"
    return "unit"


def _unit_around(items: Items, at: int) -> str:
    """The unit about a place, cut off where it is long."""
    first, last = at - 1, at + 1
    while first > max(at - MOST_OF_A_UNIT, 0) and _holds(items, first):
        first -= 1
    while last < min(at + MOST_OF_A_UNIT, len(items.text)) and _holds(items, last):
        last += 1
    return items.text[first:last]


def _holds(items: Items, at: int) -> bool:
    """Whether a place lies inside a unit."""
    return (
        not items.rows[items.codes[at - 1]].breakable
        and _prohibition(items.classes[at - 1], items.classes[at]) == "unit"
    )


class SetCharacter(NamedTuple):
    """A character as set: its text, where its body begins from the column's left edge, and from there to the next's.

    Blank that a line takes from a mark is taken from the side of the mark's em that is blank: a bracket before which
    half an em went begins half an em further in, and what a line drops at its end stands at its edge. So an advance is
    never negative, and a line's add up to its width.
    """

    text: str
    x: Mpt
    advance: Mpt


_TRAILING_BLANK = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP
"""Marks that give way themselves before a bracket; what they cannot give, the bracket's own blank does."""


def characters(composed: Composed, line: Line) -> tuple[SetCharacter, ...]:
    """The characters of a line, clusters (ligatures, two-em dashes) whole; advances add up to the line's width."""
    items, end = composed.items, line.x + line.width
    bodies = [min(line.x + x + _blank_taken(items, line, index), end) for index, x in enumerate(line.xs, line.start)]
    edges = (*bodies[1:], end)
    found: list[SetCharacter] = []
    for index, (x, edge) in enumerate(zip(bodies, edges, strict=True), line.start):
        if items.glyph[index] == -1 and found:
            before = found[-1]
            found[-1] = SetCharacter(before.text + items.text[index], before.x, edge - before.x)
        else:
            found.append(SetCharacter(items.text[index], x, edge - x))
    return tuple(found)


def _blank_taken(items: Items, line: Line, index: int) -> Mpt:
    """How much of the blank in front of an opening mark its line has taken away."""
    at = index - line.start
    if not at:
        return max(-line.xs[0], 0) if line.xs else 0
    if items.classes[index] != cc.OPENING:
        return 0
    half = HALF * items.em // EM
    taken = items.advance[index - 1] - (line.xs[at] - line.xs[at - 1])
    given = half if items.classes[index - 1] in _TRAILING_BLANK else 0
    return min(max(taken - given, 0), half)


# ------------------------------------------------------------------ what was not chosen


class Dearer(NamedTuple):
    """A line that may end elsewhere: as it would be set, and the paragraph's lines and cost with it.

    ``parted`` is what of a number and its unit, or of a word, would stand in this line and in the next.
    """

    line: Line
    lines: int
    cost: int
    parted: tuple[str, str] | None = None


class Forbidden(NamedTuple):
    """An end that is forbidden: after how many characters, and by what."""

    end: int
    obstacle: Obstacle


class TooWide(NamedTuple):
    """An end that would make the line too wide: by how much, with every mark compressed where marks may be."""

    end: int
    excess: Mpt
    compressed: bool


Rejected: TypeAlias = Dearer | Forbidden | TooWide


class Explained(NamedTuple):
    """A line with why it ends where it does, what it costs, and what was rejected for it.

    That is the best of all breakings in which it ends elsewhere, if there is one; the fullest line, if it is forbidden;
    and where neither serves, or the fullest is forbidden, the next place further on that is too far.
    """

    line: Line
    reason: Reason
    cost: int
    rejected: tuple[Rejected, ...]


class Explanation(NamedTuple):
    """The lines of a paragraph with their reasons, and what the whole paragraph costs."""

    lines: tuple[Explained, ...]
    cost: int


def can_compare(composed: Composed, looseness: int = 0) -> bool:
    """Whether a paragraph is short enough for its lines to be held against others in a time that people wait."""
    return lines_to_try(composed.work, composed.line_count + looseness if looseness else 0) <= MOST_LINES_TRIED


def explain(composed: Composed, looseness: int = 0) -> Explanation:
    """The lines of a paragraph in so many lines more or fewer, each with its reasons.

    Nothing is said of rejected ends where the paragraph is too long to compare (:func:`can_compare`). Where it cannot
    be set in so many lines, the best breaking is explained.
    """
    breaking = composed.breaking(looseness)
    if breaking is None:
        breaking, looseness = composed.best, 0
    if breaking is None:
        return Explanation((), 0)
    lines = composed.set(looseness)
    costs = line_costs(composed.work, breaking.ends) if len(lines) > 1 else (breaking.cost,)
    rejected: list[tuple[Rejected, ...]] = [()] * len(lines)
    if can_compare(composed, looseness):
        others = alternatives(composed.work, breaking, same_count=looseness != 0)
        rejected = [_rejected(composed, line, other) for line, other in zip(lines, others, strict=True)]
    explained = tuple(
        Explained(line, break_reason(composed, line), cost, ends)
        for line, cost, ends in zip(lines, costs, rejected, strict=True)
    )
    return Explanation(explained, breaking.cost)


def _rejected(composed: Composed, line: Line, other: Alternative | None) -> tuple[Rejected, ...]:
    """What was rejected for a line; nothing where it simply holds the rest of the text."""
    measured, stops = composed.work.measured, composed.work.stops
    if line.end in stops and measured.end[line.end] - measured.start[line.start] <= room_of(composed, line.start):
        return ()
    found: list[Rejected] = []
    if other is not None:
        parted = _parted(composed.items, other.end)
        found.append(Dearer(composed.line(line.start, other.end), other.lines, other.cost, parted))
    stop = next(stop for stop in stops if stop > line.start)
    full = min(fullest(composed, line.start), stop)
    barred = full > line.start and full != line.end and not _may_end(measured.breaks, full)
    if barred:
        found.append(Forbidden(full, obstacle(composed.items, full)))
    if barred or other is None:
        found += _next_too_wide(composed, line, max(full, line.end), stop)
    return tuple(found)


_LETTERS = f"[{LETTERS}]+"
_LAST_LETTERS = re.compile(rf"{_LETTERS}\Z")
_FIRST_LETTERS = re.compile(_LETTERS)
_LAST_DIGITS = re.compile(r"[0-9.,]+\Z")


def _parted(items: Items, end: int) -> tuple[str, str] | None:
    """The number and its unit, or the halves of the word, that a line's end parts."""
    before, after = items.text[max(end - MOST_OF_A_UNIT, 0) : end], items.text[end : end + MOST_OF_A_UNIT]
    if end in items.hyphens:
        left, right = _LAST_LETTERS.search(before), _FIRST_LETTERS.match(after)
        return (left[0], right[0]) if left and right else None
    if len(before) in numbers_with_units(before + after[:1]):
        digits = _LAST_DIGITS.search(before)
        return (digits[0], after[0]) if digits else None
    return None


def _may_end(breaks: list[int], at: int) -> bool:
    index = bisect_right(breaks, at)
    return index > 0 and breaks[index - 1] == at


def _next_too_wide(composed: Composed, line: Line, after: int, stop: int) -> list[TooWide]:
    """The next place for a line to end, if it is so far that the line cannot be set."""
    breaks = composed.work.measured.breaks
    if after >= stop:
        return []
    end = breaks[bisect_right(breaks, after)]
    if any(end == way for way, _, _ in ways_from(composed.work, line.start)):
        return []
    compressed = composed.work.shape.align == "justify" and bool(composed.work.measured.compress)
    measured, room = composed.work.measured, room_of(composed, line.start)
    wide = composed.line(line.start, end).width if compressed else measured.end[end] - measured.start[line.start]
    return [TooWide(end, wide - room, compressed)]
