"""Parted words: a line's characters with what is drawn where a word is parted at its start or end.

Loaded for the first paragraph that parts a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from huozi.display import SOFT_HYPHEN
from huozi.geometry import Mpt
from huozi.paragraph.items.look import Worn, worn_within
from huozi.paragraph.items.model import Items
from huozi.paragraph.items.sorts import Sort
from huozi.paragraph.lines.justify import Line


def as_drawn(items: Items, line: Line) -> tuple[Items, Line]:
    """A line's characters alone, with what stands where words are parted at its start and end.

    The hyphen's text is a soft hyphen: it belongs to the line, not to the word.
    """
    start, end = line.start, line.end
    columns = (items.glyph[start:end], items.advance[start:end], items.offset[start:end], items.fount[start:end])
    sorts = list(map(Sort, *columns))
    text, xs = items.text[start:end], list(line.xs)
    if start in items.hyphens and items.hyphens[start].tail:
        tail = items.hyphens[start].tail
        sorts[: len(tail)] = tail
        xs[: len(tail)] = _places(0, tail)
    if end in items.hyphens:
        first, head, _ = items.hyphens[end]
        if first < start:  # the line holds the rest of a parted glyph alone
            first, head = start, (*items.hyphens[start].tail, head[-1])
        sorts[first - start :] = head
        xs[first - start :] = _places(xs[first - start], head)
        text += SOFT_HYPHEN[: first + len(head) - end]
    glyph, advance, offset, fount = zip(*sorts, strict=True)
    worn = tuple(
        Worn(max(first - start, 0), min(last, end) - start, look)
        for first, last, look in worn_within(items.worn, start, end)
    )
    drawn = items._replace(text=text, glyph=glyph, advance=advance, offset=offset, fount=fount, worn=worn)
    return drawn, line._replace(start=0, end=len(text), xs=tuple(xs))


def _places(x: Mpt, sorts: Sequence[Sort]) -> list[Mpt]:
    """Where sorts stand, the first at ``x``."""
    return list(accumulate((sort.advance for sort in sorts[:-1]), initial=x))
