"""Ink: what glyphs of a run cover, for who must know whether two things touch."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.display import GlyphRun
from huozi.fonts.face import Face
from huozi.geometry import Mpt
from huozi.records import NamedTuple


class InkBox(NamedTuple):
    """The box of a glyph's ink, relative to the place of its run, y down."""

    left: Mpt
    top: Mpt
    right: Mpt
    bottom: Mpt


def ink_boxes(run: GlyphRun, face: Face) -> Iterator[tuple[str, InkBox]]:
    """The characters of a run that have ink, in their order, with its boxes."""
    for glyph, x, text in zip(run.glyphs, run.xs, run.texts, strict=True):
        extents = face.hb_font.get_glyph_extents(glyph)
        if extents is not None and extents.width and extents.height:
            left, top = extents.x_bearing * run.size // face.upem, extents.y_bearing * run.size // face.upem
            width, height = extents.width * run.size // face.upem, -extents.height * run.size // face.upem
            yield text, InkBox(x + left, -top - run.rise, x + left + width, height - top - run.rise)
