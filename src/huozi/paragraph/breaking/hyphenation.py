"""Hyphenation: where Western words may be parted at a line's end, and what is drawn where one is.

Loaded only for a paragraph that could be set better with a word parted (``compose``), and the dictionary only where a
layout names a language. The points of a word are those of its soft hyphens and of the language's patterns (Liang's,
as LibreOffice keeps them). What is no word is left whole: acronyms, names with capitals or digits in them, addresses,
code; and compounds, which are parted at their own hyphens and nowhere else (:mod:`~huozi.paragraph.breaking.joints`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING
from unicodedata import combining

from huozi.fonts.catalog import FaceSet
from huozi.geometry import Mpt
from huozi.paragraph.breaking.cost import PARTED_WORD, with_parted
from huozi.paragraph.breaking.linebreak import Breakable
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.hints import take_out_hints
from huozi.paragraph.items.measure import Measured, ends_at
from huozi.paragraph.items.model import Hyphen, Items
from huozi.paragraph.items.sorts import Sort, Stretch, western_sorts
from huozi.paragraph.items.tracking import spaces_words
from huozi.style.text_style import Hyphenate, ParagraphStyle, TextStyle

if TYPE_CHECKING:
    from pyphen import HyphDict

DICTIONARIES: dict[Hyphenate, str] = {
    "en": "en_US",
    "en-GB": "en_GB",
    "de": "de_DE",
    "es": "es",
    "fr": "fr",
    "it": "it_IT",
    "nl": "nl_NL",
    "pt": "pt_PT",
    "ru": "ru_RU",
}
"""The dictionaries of pyphen, by what a layout calls the language."""

MOST_LETTERS = 64
"""No word is longer: what is, is left to the last remedies."""

_WESTERN = re.compile(f"[{cc.WESTERN_TEXT}]+")
_NO_WORDS = re.compile(r"[\d@_/\\=#+~<>|*^$%&\u0300-\u036f]|[.:]\w")
"""Numbers, addresses, formulas: a run of Western writing with one of these is left whole."""
_WORD = re.compile(r"[^\W\d_]+")

HYPHEN = "-"


def hyphenated(work: Breakable, stretches: Sequence[Stretch], style: ParagraphStyle) -> Breakable:
    """The matter of a paragraph with the places where its words may be parted, each at the cost of a hyphen."""
    plain = take_out_hints(stretches).stretches
    tracking = style.letter_spacing if style.letter_spacing and spaces_words(work.items.classes) else 0
    found = _hyphens(work.items, plain, style.text, tracking)
    if not found:
        return work
    measured = _with_points(work.measured, found)
    kept = {at: found[at] for at in measured.breaks if at in found}
    cost_of = with_parted(work.cost_of, kept, PARTED_WORD)
    return work._replace(items=work.items._replace(hyphens=kept), measured=measured, cost_of=cost_of)


def _hyphens(items: Items, stretches: Sequence[Stretch], style: TextStyle, tracking: Mpt) -> dict[int, Hyphen]:
    """What stands at each place where a word may be parted; one place in a glyph at most."""
    starts = list(accumulate((len(stretch.text) for stretch in stretches), initial=0))
    points = set(_soft_points(items))
    if style.hyphenate != "none":
        words = _word_points(items, style)
        points.update(at for at in words if not stretches[bisect_right(starts, at - 1) - 1].whole)
    found: dict[int, Hyphen] = {}
    parted = -1  # the first character of the last glyph parted
    for at in sorted(points):
        first = _glyph_start(items, at)
        if at in items.preferred or at in items.forced or (items.glyph[at] == -1 and first == parted):
            continue
        faces = stretches[bisect_right(starts, at - 1) - 1].faces
        hyphen = _hyphen(items, faces, at, tracking)
        if hyphen is not None:
            found[at] = hyphen
            parted = first
    return found


def _soft_points(items: Items) -> Iterator[int]:
    """The soft hyphens that stand inside a Western word; a mark is never parted from its letter."""
    for at in items.soft:
        inside = items.classes[at - 1 : at + 1] == cc.WESTERN * 2 if at else False
        if inside and not combining(items.text[at]):
            yield at


def _word_points(items: Items, style: TextStyle) -> Iterator[int]:
    """Where words may be parted with a hyphen: compounds have joints of their own.

    The last word of a paragraph is left whole: its end would stand on a line alone.
    """
    last = max(items.classes.rfind(cc.WESTERN), items.classes.rfind(cc.HAN))
    for start, end in _western_runs(items):
        text = items.text[start:end]
        if start <= last < end or HYPHEN in text or _NO_WORDS.search(text):
            continue
        for word in _WORD.finditer(text):
            yield from (start + word.start() + at for at in _points(word.group(), style))


def _western_runs(items: Items) -> Iterator[tuple[int, int]]:
    """Runs of Western writing, first character and end; a forced break ends one."""
    for run in _WESTERN.finditer(items.classes):
        edges = (run.start(), *(at for at in items.forced if run.start() < at < run.end()), run.end())
        yield from pairwise(edges)


def _points(word: str, style: TextStyle) -> list[int]:
    """The letters after which a word of the style's language may be parted; none where its spelling would change."""
    before, after = style.hyphen_before, style.hyphen_after
    if not before + after <= len(word) <= MOST_LETTERS or word[1:] != word[1:].lower():
        return []
    points = _dictionary(style.hyphenate).positions(word)
    return [int(at) for at in points if before <= at <= len(word) - after and at.data is None]


@lru_cache(maxsize=len(DICTIONARIES))
def _dictionary(language: Hyphenate) -> HyphDict:
    from pyphen import LANGUAGES, HyphDict

    return HyphDict(LANGUAGES[DICTIONARIES[language]])


# ------------------------------------------------------------------ what stands where a word is parted


def _glyph_start(items: Items, at: int) -> int:
    """The first character of what is drawn with the one before ``at``: its ligature, the letter of its mark."""
    first = at - 1
    while first and (items.glyph[first] == -1 or combining(items.text[first])):
        first -= 1
    return first


def _hyphen(items: Items, faces: FaceSet, at: int, tracking: Mpt) -> Hyphen | None:
    """What stands where a word is parted at ``at``; ``None`` where the face has no hyphen, or not the letters."""
    first, after = _glyph_start(items, at), at
    while after < len(items.text) and items.glyph[after] == -1:
        after += 1
    if not faces.latin.glyph(HYPHEN):
        return None
    fount = items.fount[first]
    of_its_own_width = after == at and items.text[at - 1].isdecimal()  # a figure, of half an em perhaps
    if fount.face == faces.latin.key and not of_its_own_width:
        head = western_sorts(items.text[first:at] + HYPHEN, faces, fount, fount.size)
        head[:-1] = [sort._replace(advance=sort.advance + tracking) for sort in head[:-1]]
        tail = western_sorts(items.text[at:after], faces, fount, fount.size) if after > at else ()
        return Hyphen(first, tuple(head), tuple(tail))
    added = western_sorts(HYPHEN, faces, fount._replace(face=faces.latin.key), fount.size) if after == at else []
    letter = Sort(items.glyph[at - 1], items.advance[at - 1], items.offset[at - 1], items.fount[at - 1])
    return Hyphen(at - 1, (letter, *added), ()) if added else None  # so does a letter that the Latin face lacks


def _with_points(measured: Measured, hyphens: Mapping[int, Hyphen]) -> Measured:
    """The running sums with the places where words may be parted, the hyphens' widths counted.

    A place is left out where the line would not be shorter than one that ends at the next.
    """
    place, start, end = measured.place, measured.start[:], measured.end[:]
    ordinary = set(measured.breaks)
    breaks: list[int] = []
    for at in sorted({*hyphens, *ordinary}, reverse=True):
        if at not in ordinary:
            first, head, tail = hyphens[at]
            width = place[first] + sum(sort.advance for sort in head)
            if breaks and width >= end[breaks[-1]]:
                continue
            end[at] = width
            if tail:
                start[at] = place[at + len(tail)] - sum(sort.advance for sort in tail)
        breaks.append(at)
    breaks.reverse()
    ends, bounds = ends_at(breaks, end)
    return measured._replace(start=start, end=end, breaks=breaks, break_ends=ends, break_bounds=bounds)
