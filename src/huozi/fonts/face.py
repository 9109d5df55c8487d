"""A face: one font file, opened once, with what composition asks of it.

Glyph ids and advances come from HarfBuzz; a face is opened from its file without reading the whole of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import uharfbuzz as hb

from huozi.geometry import Mpt


@dataclass(slots=True, eq=False)
class Face:
    """An open font file. ``key`` is its file name without suffix, by which glyph runs name it."""

    key: str
    path: str
    hb_face: hb.Face = field(repr=False)
    hb_font: hb.Font = field(repr=False)
    upem: int
    _glyphs: dict[str, int] = field(default_factory=dict, repr=False)

    def glyph(self, character: str) -> int:
        """The nominal glyph of a character; 0 (.notdef) where the face has none."""
        found = self._glyphs.get(character)
        if found is None:
            found = self._glyphs[character] = self.hb_font.get_nominal_glyph(ord(character)) or 0
        return found

    def advance(self, glyph: int, size: Mpt) -> Mpt:
        """A glyph's advance at a size, rounded to the millipoint."""
        return round(self.hb_font.get_glyph_h_advance(glyph) * size / self.upem)


@lru_cache(maxsize=64)
def open_face(path: str, key: str) -> Face:
    """Open a font file (TrueType or OpenType).

    Raises ``OSError`` where it cannot be read and ``ValueError`` where it is no font.
    """
    with open(path, "rb") as file:  # a bad file must be told apart from an empty face
        if file.read(4) not in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
            raise ValueError(path)
    face = hb.Face(hb.Blob.from_file_path(path))
    return Face(key, path, face, hb.Font(face), face.upem)
