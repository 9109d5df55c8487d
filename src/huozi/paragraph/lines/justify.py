"""Justification: a line's characters to their places, step by step in the order of the adjustment table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.items.measure import Measured
from huozi.paragraph.items.model import Items
from huozi.paragraph.rules.opening import open_line
from huozi.paragraph.rules.pairs import COMPRESS, PLACES, ROOM, Column
from huozi.records import NamedTuple


class Adjustment(NamedTuple):
    """What one step did to a line: over how many places, and by how much in all (Mpt; negative: taken away)."""

    step: str
    places: int
    amount: Mpt


class Line(NamedTuple):
    """A line of composed text.

    ``x`` is where it starts in its column (indent, alignment), ``width`` what it fills, ``natural`` what it would
    fill without adjustment (trims at its edges not counted). ``xs`` holds each character's place relative to ``x``.
    """

    start: int
    end: int
    x: Mpt
    width: Mpt
    natural: Mpt
    adjustments: tuple[Adjustment, ...]
    xs: tuple[Mpt, ...]


def set_line(items: Items, measured: Measured, start: int, end: int, width: Mpt | None, x: Mpt = 0) -> Line:
    """A line from ``start`` to ``end`` at ``x``, filled to ``width`` where one is given, else at its natural width."""
    origin = measured.start[start]
    xs = [place - origin for place in measured.place[start:end]]
    used = natural = measured.end[end] - origin
    if start in items.hyphens:  # what is left of a ligature begins at the edge
        xs[0] = 0
    adjustments: list[Adjustment] = []
    for step, trim in (("line-start", items.lead.get(start, 0)), ("line-end", items.trim[end - 1])):
        if trim:
            adjustments.append(Adjustment(step, 1, -trim))
            natural += trim
    slack = 0 if width is None else width - used
    if slack < 0 and (spare := min(-slack, items.spare.get(end - 1, 0))):
        adjustments.append(Adjustment("line-end", 1, -spare))
        used -= spare
        slack += spare
    if slack:
        changes = (
            _expand(measured, start, end, slack) if slack > 0 else _compress(items, measured, (start, end), -slack)
        )
        for adjustment, shares in changes:
            xs = _spread(xs, items.codes[start : end - 1], shares, adjustment.amount)
            adjustments.append(adjustment)
            used += adjustment.amount
    return Line(start, end, x, used, natural, tuple(adjustments), tuple(xs))


Change: TypeAlias = tuple[Adjustment, Column]
"""What a step does, and what each gap takes of it by its code: its room, or one for each place."""


def _spread(xs: list[Mpt], codes: Sequence[str], shares: Column, amount: Mpt) -> list[Mpt]:
    """Characters moved by what the gaps before them take; shares of equal rooms differ by a millipoint at most."""
    sums = list(accumulate(map(shares.__getitem__, codes), initial=0))
    total = sums[-1]
    if amount > 0:
        return [x + amount * share // total for x, share in zip(xs, sums, strict=True)]
    return [x - -amount * share // total for x, share in zip(xs, sums, strict=True)]


def _expand(measured: Measured, start: int, end: int, slack: Mpt) -> list[Change]:
    """The expansion steps that fill a line short by ``slack``: each to its ceiling before the next begins.

    None, where a gap would become wider than it may: such a line is left short, at its natural width.
    """
    given = measured.given[end - 1] - measured.given[start]
    columns = measured.columns
    changes: list[Change] = []
    for step in measured.expand:
        used = min(slack, given >> step.room_at & ROOM)
        if used:
            places = given >> step.places_at & PLACES
            changes.append((Adjustment(step.name, places, used), columns.rooms(step)))
            slack -= used
    if not slack:
        return changes
    opening = open_line(given, slack, columns)
    if opening is None:
        return []
    for step, places, amount in opening.steps:
        changes.append((Adjustment(step.name, places, amount), columns.places(step)))
    return changes


def _compress(items: Items, measured: Measured, line: tuple[int, int], excess: Mpt) -> list[Change]:
    """The compression steps that take ``excess`` from a line that is too long, in their order.

    Where the fill leaves marks their width, they give way in a unit that is wider than its line: the last help.
    """
    start, end = line
    columns = measured.columns
    given = measured.given[end - 1] - measured.given[start]
    if not measured.compress:
        columns = items.rows.columns(items.em, compressed=True)
        given = sum(map(columns.given.__getitem__, items.codes[start : end - 1]))
    changes: list[Change] = []
    for step in COMPRESS:
        used = min(excess, given >> step.room_at & ROOM)
        if used:
            places = given >> step.places_at & PLACES
            changes.append((Adjustment(step.name, places, -used), columns.rooms(step)))
            excess -= used
    return changes
