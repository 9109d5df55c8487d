"""Characters that no font has: where the geta mark (〓) stands in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from huozi.display import GlyphRun, Page, on_page
from huozi.geometry import Rect, baseline


def missing_boxes(page: Page, characters: frozenset[str], geta: Callable[[str], int]) -> Iterator[Rect]:
    """The boxes of these characters on a page, wherever on it, furniture and designs too.

    ``geta`` gives the glyph of the mark in a face by its key.
    """
    for placed in page.items:
        run = placed.item
        if not isinstance(run, GlyphRun) or characters.isdisjoint(run.texts):
            continue
        mark, ends = geta(run.face), (*run.xs[1:], run.width)
        for glyph, text, left, right in zip(run.glyphs, run.texts, run.xs, ends, strict=True):
            if glyph == mark and text in characters:
                yield on_page(placed, Rect(left, -run.rise - baseline(run.size), right - left, run.size))
