"""Shaping: a run of characters to placed glyphs, for Latin words and for marks that ligate (——)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from huozi.fonts.face import Face
from huozi.fonts.harfbuzz import hb
from huozi.fonts.stand_ins import STAND_INS
from huozi.geometry import Mpt
from huozi.records import NamedTuple

Features: TypeAlias = tuple[tuple[str, bool], ...]
"""OpenType features by their tags, on or off; what is not named is as HarfBuzz has it."""


class Manner(NamedTuple):
    """How a run is shaped: as which script and language, with which features."""

    script: str
    language: str
    features: Features


LATIN = Manner("Latn", "en", (("kern", True), ("liga", True), ("pwid", True), ("palt", True)))
"""A face made for Chinese too has quotes, apostrophes and points an em wide by itself, and those of words behind the
features of proportional widths; faces of Latin alone have no such features."""
HAN = Manner("Hani", "zh-Hans", (("kern", False), ("liga", True)))


class ShapedCharacter(NamedTuple):
    """What one character of a run became: its glyph (-1: it is part of the glyph before), advance, offset and rise."""

    glyph: int
    advance: Mpt
    offset: Mpt
    rise: Mpt


STOOD_IN_FOR = frozenset(STAND_INS)
"""Characters that a face may draw with the glyph of another one; what is canonically equal HarfBuzz finds itself."""

PART = ShapedCharacter(-1, 0, 0, 0)


def shape(face: Face, text: str, size: Mpt, manner: Manner = LATIN) -> tuple[ShapedCharacter, ...]:
    """Glyphs of ``text``, one entry a character, advances in Mpt at ``size``.

    A ligature stands at its first character, the others get glyph -1 and no advance. Where characters would need more
    glyphs than they are, the first one's nominal glyph is taken: the faces of a journal hold precomposed letters.
    """
    if len(text) <= LONGEST:
        return _shape(face, text, size, manner)
    return tuple(one for piece in _pieces(text) for one in _shape(face, piece, size, manner))


LONGEST = 100_000
"""The longest run shaped at once: HarfBuzz gives up (``MemoryError``) on one of half a million characters."""


def _pieces(text: str) -> Iterator[str]:
    """A text that is too long, cut after a space where there is one."""
    start = 0
    while len(text) - start > LONGEST:
        end = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        yield text[start:end]
        start = end
    yield text[start:]


@lru_cache(maxsize=8192)
def _shape(face: Face, text: str, size: Mpt, manner: Manner) -> tuple[ShapedCharacter, ...]:
    return tuple(_by_character(face, text, size, _shaped(face, text, manner)))


def _shaped(face: Face, text: str, manner: Manner) -> hb.Buffer:
    """What HarfBuzz makes of a text."""
    buffer = hb.Buffer()
    buffer.add_str(text if STOOD_IN_FOR.isdisjoint(text) else "".join(map(face.drawn_as, text)))
    buffer.direction = "ltr"
    buffer.script = manner.script
    buffer.language = manner.language
    hb.shape(face.hb_font, buffer, dict(manner.features))
    return buffer


@lru_cache(maxsize=4096)
def form_of(face: Face, character: str) -> int:
    """The glyph of a character as Chinese has it; 0 where the face has none.

    A face made for several languages has the form of one of them by itself, and those of the others behind features of
    these (OpenType, ``locl``): the dash of Western text stands lower than the Chinese one.
    """
    nominal = face.glyph(character)
    if not nominal:
        return 0
    buffer = _shaped(face, character, HAN)
    match buffer.glyph_infos, buffer.glyph_positions:
        case [info], [position] if position.x_advance and not position.x_offset and not position.y_offset:
            return int(info.codepoint)
        case _:
            return nominal


def _by_character(face: Face, text: str, size: Mpt, buffer: hb.Buffer) -> list[ShapedCharacter]:
    """One entry a character from HarfBuzz's clusters: the glyphs of a cluster go to its characters from the first."""
    clusters: dict[int, list[ShapedCharacter]] = {}
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        shaped = ShapedCharacter(
            info.codepoint,
            round(position.x_advance * size / face.upem),
            round(position.x_offset * size / face.upem),
            round(position.y_offset * size / face.upem),
        )
        clusters.setdefault(info.cluster, []).append(shaped)
    found: list[ShapedCharacter] = []
    starts = sorted(clusters)
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        glyphs = clusters[start]
        if len(glyphs) > end - start:
            nominal = face.glyph(text[start])
            glyphs = [ShapedCharacter(nominal, face.advance(nominal, size), 0, 0)]
        found += glyphs
        found += [PART] * (end - start - len(glyphs))
    return found
