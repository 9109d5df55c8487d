"""Readings of a line: each centred over its base as far as the line's ends and its neighbours let it be."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter

from huozi.display import GlyphRun, Ink
from huozi.geometry import Mpt
from huozi.paragraph.items.model import Items, SetReading
from huozi.paragraph.lines.runs import clusters


def place_readings(items: Items, start: int, xs: Sequence[Mpt], width: Mpt) -> list[tuple[Mpt, SetReading]]:
    """The readings of a line with where each starts, from the line's own start; ``xs`` are its characters' places.

    Each is centred as far as the line's ends and the readings beside it let it be.
    """
    end = start + len(xs)
    first = bisect_left(items.readings, start, key=attrgetter("start"))
    found = items.readings[first : bisect_right(items.readings, end, key=attrgetter("end"))]
    places = [
        (xs[at.start - start] + at.lead + xs[at.end - 1 - start] + items.advance[at.end - 1] - at.tail - at.width) // 2
        for at in found
    ]
    free = 0
    for index, at in enumerate(found):
        places[index] = max(places[index], free)
        free = places[index] + at.width + at.reading.gap
    free = width
    for index in reversed(range(len(found))):
        places[index] = max(min(places[index], free - found[index].width), 0)
        free = places[index] - found[index].reading.gap
    return list(zip(places, found, strict=True))


def reading_runs(at: SetReading, x: Mpt, ink: Ink) -> list[tuple[Mpt, GlyphRun]]:
    """The runs of a reading that starts at a place, one for each fount in a row."""
    xs = list(accumulate((sort.advance for sort in at.sorts), initial=x))
    cuts = [index for index in range(1, len(at.sorts)) if at.sorts[index].fount != at.sorts[index - 1].fount]
    runs: list[tuple[Mpt, GlyphRun]] = []
    for first, last in zip((0, *cuts), (*cuts, len(at.sorts)), strict=True):
        glyphs = tuple(sort.glyph for sort in at.sorts[first:last])
        places = tuple(
            x + sort.offset - xs[first] for x, sort in zip(xs[first:last], at.sorts[first:last], strict=True)
        )
        texts = tuple(at.reading.text[first:last])
        if -1 in glyphs:
            glyphs, places, texts = clusters(glyphs, places, texts)
        width = xs[last] - xs[first]
        face, size, rise = at.sorts[first].fount
        runs.append((xs[first], GlyphRun(face, size, glyphs, places, texts, width, ink, rise + at.reading.rise)))
    return runs
