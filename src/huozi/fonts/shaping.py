"""Shaping: a run of characters to placed glyphs, for Latin words and for marks that ligate (——)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from huozi.fonts.face import Face, open_face
from huozi.geometry import Mpt

LATIN_FEATURES = {"kern": True, "liga": True}
HAN_FEATURES = {"kern": False, "liga": True}


class ShapedCharacter(NamedTuple):
    """What one character of a run became: its glyph (-1: it is part of the glyph before), advance and offset."""

    glyph: int
    advance: Mpt
    offset: Mpt


def shape(face: Face, text: str, size: Mpt, han: bool = False) -> tuple[ShapedCharacter, ...]:
    """Glyphs of ``text``, one entry a character, advances in Mpt at ``size``.

    A ligature stands at its first character, the others get glyph -1 and no advance. Where a character would need
    several glyphs its nominal one is taken: the faces of a journal hold precomposed letters.
    """
    return _shape(face.path, face.key, text, size, han)


@lru_cache(maxsize=8192)
def _shape(path: str, key: str, text: str, size: Mpt, han: bool) -> tuple[ShapedCharacter, ...]:
    face = open_face(path, key)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = "Hani" if han else "Latn"
    buffer.language = "zh-Hans" if han else "en"
    hb.shape(face.hb_font, buffer, HAN_FEATURES if han else LATIN_FEATURES)
    return tuple(_by_character(face, text, size, buffer))


def _by_character(face: Face, text: str, size: Mpt, buffer: hb.Buffer) -> list[ShapedCharacter]:
    """One entry a character from HarfBuzz's clusters."""
    placed: list[ShapedCharacter | None] = [None] * len(text)
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        here = ShapedCharacter(
            info.codepoint,
            round(position.x_advance * size / face.upem),
            round(position.x_offset * size / face.upem),
        )
        if placed[info.cluster] is None:
            placed[info.cluster] = here
        else:  # several glyphs for one character: fall back to the nominal glyph
            glyph = face.glyph(text[info.cluster])
            placed[info.cluster] = ShapedCharacter(glyph, face.advance(glyph, size), 0)
    return [entry or ShapedCharacter(-1, 0, 0) for entry in placed]
