"""Justification: a line's characters to their places, step by step in the order of the adjustment table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add
from typing import TypeAlias

from huozi.display import SOFT_HYPHEN, GlyphRun, Ink
from huozi.geometry import Mpt
from huozi.paragraph.itemize import Items
from huozi.paragraph.look import PLAIN, Worn, worn_within
from huozi.paragraph.measure import Measured
from huozi.paragraph.pairs import COMPRESS, LAST_OF_ALL, LIMITLESS, PLACES, ROOM, Column
from huozi.paragraph.sorts import Fount
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
    """The expansion steps that fill a line short by ``slack``: each to its ceiling before the next begins."""
    given = measured.given[end - 1] - measured.given[start]
    columns = measured.columns
    changes: list[Change] = []
    present = [(step, places) for step in measured.expand if (places := given >> step.places_at & PLACES)]
    for step, places in present:
        able = given >> step.room_at & ROOM if step not in (LIMITLESS, LAST_OF_ALL) else 0
        last = step is LIMITLESS or step is present[-1][0]  # the last gaps there are go beyond their ceiling
        used = slack if last else min(slack, able)
        if used:
            changes.append((Adjustment(step.name, places, used), columns.rooms(step) if able else columns.places(step)))
            slack -= used
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


def glyph_runs(items: Items, line: Line, ink: Ink) -> tuple[tuple[Mpt, GlyphRun], ...]:
    """The line's glyphs as runs of one fount and look each, with where they start relative to the line's own start.

    A space that ends a line is not drawn. A hyphen that parts a word is a run of its own.
    """
    if line.end in items.hyphens or line.start in items.hyphens:
        from huozi.paragraph.hyphenation import as_drawn

        items, line = as_drawn(items, line)
    start, end = line.start, line.end
    while end > start and items.text[end - 1] in " \u3000":
        end -= 1
    last = end - 1 if end > start and items.text[end - 1] == SOFT_HYPHEN else end
    runs: list[tuple[Mpt, GlyphRun]] = []
    founts = items.fount
    for first, till, look in _looks(items.worn, start, end) if items.worn else ((start, end, PLAIN),):
        at, cast, bound = first, Cast(look.rise, ink), min(till, last)
        while at < till:
            stop = _end_of_fount(founts, at, bound)
            runs.append(_run(items, line, at, stop, cast))
            at = stop
    return tuple(runs)


def _end_of_fount(founts: Sequence[Fount], at: int, bound: int) -> int:
    """The count up to which the characters from ``at`` on are of one fount."""
    fount = founts[at]
    if at < bound and founts[at:bound].count(fount) == bound - at:  # as in most lines
        return bound
    stop = at + 1
    while stop < bound and founts[stop] == fount:
        stop += 1
    return stop


def _looks(worn: Sequence[Worn], start: int, end: int) -> Iterator[Worn]:
    """The characters from one count to another in pieces of one look, plain ones too."""
    for first, last, look in worn_within(worn, start, end):
        if first > start:
            yield Worn(start, first, PLAIN)
        yield Worn(max(first, start), min(last, end), look)
        start = last
    if start < end:
        yield Worn(start, end, PLAIN)


class Cast(NamedTuple):
    """What glyphs of a fount are drawn with beside it: a rise above the baseline, ink."""

    rise: Mpt
    ink: Ink


def _run(items: Items, line: Line, at: int, stop: int, cast: Cast) -> tuple[Mpt, GlyphRun]:
    """One run of one fount and look."""
    places = line.xs[at - line.start : stop - line.start]
    first = places[0]
    xs = places if not first else tuple([x - first for x in places])
    if any(items.offset[at:stop]):
        xs = tuple(map(add, xs, items.offset[at:stop]))
    glyphs = tuple(items.glyph[at:stop])
    texts = tuple(items.text[at:stop])
    width = places[-1] - first + items.advance[stop - 1]
    if -1 in glyphs:
        glyphs, xs, texts = clusters(glyphs, xs, texts)
    face, size, rise = items.fount[at]
    return first, GlyphRun(face, size, glyphs, xs, texts, width, cast.ink, rise + cast.rise)


def clusters(
    glyphs: tuple[int, ...], xs: tuple[Mpt, ...], texts: tuple[str, ...]
) -> tuple[tuple[int, ...], tuple[Mpt, ...], tuple[str, ...]]:
    """Characters that share a glyph made one entry with all their text."""
    kept: list[tuple[int, Mpt, str]] = []
    for glyph, x, text in zip(glyphs, xs, texts, strict=True):
        if glyph == -1 and kept:
            kept[-1] = (kept[-1][0], kept[-1][1], kept[-1][2] + text)
        else:
            kept.append((max(glyph, 0), x, text))
    return tuple(k[0] for k in kept), tuple(k[1] for k in kept), tuple(k[2] for k in kept)
