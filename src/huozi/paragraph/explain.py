"""Explanation: why a line ends where it ends, and what stands in it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal, NamedTuple, TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed
from huozi.paragraph.justify import Line
from huozi.paragraph.kinsoku import UNITS

Reason: TypeAlias = Literal["end", "forced", "hyphen", "full", "pull-in", "kinsoku", "unit", "total-fit"]
"""Why a line ends: the text does; a ``|``; a word is parted; no more fits; compressing made room; the fullest line
would break a prohibition, or a unit; another line of the paragraph is the better for it."""


class SetCharacter(NamedTuple):
    """A character as set: its text, its place from the column's left edge, and the distance to the next one's."""

    text: str
    x: Mpt
    advance: Mpt


def break_reason(composed: Composed, line: Line) -> Reason:
    """Why a line of a paragraph ends where it does."""
    items, measured, stops = composed.items, composed.work.measured, composed.work.stops
    if line.end == stops[-1]:
        return "end"
    if line.end in stops or line.end in items.hyphens:
        return "forced" if line.end in stops else "hyphen"
    room = composed.measure - (0 if line.start else composed.indent)
    fitting = bisect_right(measured.end, measured.start[line.start] + room, line.start + 1) - 1
    if line.end > fitting:
        return "pull-in"
    if line.end == fitting:
        return "full"
    if any(line.end < place <= fitting for place in measured.breaks):
        return "total-fit"
    return "unit" if (items.classes[fitting - 1], items.classes[fitting]) in UNITS else "kinsoku"


def characters(composed: Composed, line: Line) -> tuple[SetCharacter, ...]:
    """The characters of a line, clusters (ligatures, two-em dashes) whole; advances add up to the line's width."""
    items = composed.items
    found: list[SetCharacter] = []
    edges = (*line.xs[1:], line.width)
    for index, (x, edge) in enumerate(zip(line.xs, edges, strict=True), line.start):
        if items.glyph[index] == -1 and found:
            before = found[-1]
            found[-1] = SetCharacter(before.text + items.text[index], before.x, line.x + edge - before.x)
        else:
            found.append(SetCharacter(items.text[index], line.x + x, edge - x))
    return tuple(found)
