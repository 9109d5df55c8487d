"""Runs: what is drawn of a line's characters, one run for each fount and look in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import add

from huozi.display import SOFT_HYPHEN, GlyphRun, Ink
from huozi.geometry import Mpt
from huozi.paragraph.items.look import PLAIN, Look, Worn, worn_within
from huozi.paragraph.items.model import Items
from huozi.paragraph.items.sorts import Fount
from huozi.paragraph.lines.justify import Line
from huozi.records import NamedTuple


def glyph_runs(items: Items, line: Line, ink: Ink) -> tuple[tuple[Mpt, GlyphRun], ...]:
    """The line's glyphs as runs of one fount and look each, with where they start relative to the line's own start.

    A space that ends a line is not drawn. A hyphen that parts a word is a run of its own.
    """
    return tuple([run for _, run in worn_runs(items, line, ink)])


def worn_runs(items: Items, line: Line, ink: Ink) -> list[tuple[Look, tuple[Mpt, GlyphRun]]]:
    """The line's runs as :func:`glyph_runs` gives them, each with its look."""
    if line.end in items.hyphens or line.start in items.hyphens:
        from huozi.paragraph.lines.parted import as_drawn

        items, line = as_drawn(items, line)
    start, end = line.start, line.end
    while end > start and items.text[end - 1] in " \u3000":
        end -= 1
    last = end - 1 if end > start and items.text[end - 1] == SOFT_HYPHEN else end
    runs: list[tuple[Look, tuple[Mpt, GlyphRun]]] = []
    founts = items.fount
    for first, till, look in _looks(items.worn, start, end) if items.worn else ((start, end, PLAIN),):
        at, cast, bound = first, Cast(look.rise, ink), min(till, last)
        while at < till:
            stop = _end_of_fount(founts, at, bound)
            runs.append((look, _run(items, line, at, stop, cast)))
            at = stop
    return runs


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
