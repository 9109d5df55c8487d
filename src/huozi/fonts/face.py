"""A face: a font file, or one of those in it, opened once, with what composition asks of it.

Glyph ids and advances come from HarfBuzz; a face is opened from its file without reading the whole of it.
"""

from __future__ import annotations

import os
from functools import lru_cache

from huozi.fonts.harfbuzz import hb
from huozi.fonts.stand_ins import stand_ins
from huozi.geometry import Mpt
from huozi.sfnt import directory, face_offsets, file_fault, parse_key, table_fault


class Face:
    """A face of an open font file. ``key`` is its name (``sfnt.face_key``), by which glyph runs name it."""

    __slots__ = ("_glyphs", "hb_face", "hb_font", "key", "path", "upem")

    def __init__(self, key: str, path: str, hb_face: hb.Face) -> None:
        self.key = key
        self.path = path
        self.hb_face = hb_face
        self.hb_font = hb.Font(hb_face)
        self.upem: int = hb_face.upem
        self._glyphs: dict[str, int] = {}

    def __repr__(self) -> str:
        return f"Face({self.key!r})"

    def glyph(self, character: str) -> int:
        """The nominal glyph of a character, or of one that looks the same; 0 (.notdef) where the face has none."""
        if character not in self._glyphs:
            glyph: int | None = self.hb_font.get_nominal_glyph(ord(character))
            self._glyphs[character] = glyph or self._stand_in(character)
        return self._glyphs[character]

    def _stand_in(self, character: str) -> int:
        """The glyph of a character that looks the same as one that the face lacks; 0 where there is none."""
        other = self.drawn_as(character)
        return self.glyph(other) if other != character else 0

    def drawn_as(self, character: str) -> str:
        """The character whose glyph is drawn for one: itself, or what stands in for it where the face lacks it."""
        if self.hb_font.get_nominal_glyph(ord(character)):
            return character
        alike = (other for other in stand_ins(character) if self.hb_font.get_nominal_glyph(ord(other)))
        return next(alike, character)

    def nominal(self, character: str, size: Mpt) -> tuple[int, Mpt]:
        """The nominal glyph of a character and its advance at a size; glyph 0 where the face has none.

        For what is asked once: nothing is remembered.
        """
        glyph: int = self.hb_font.get_nominal_glyph(ord(character)) or 0
        units: int = self.hb_font.get_glyph_h_advance(glyph)
        return glyph, size if units == self.upem else round(units * size / self.upem)

    def variant(self, character: str, selector: str) -> int:
        """The glyph of a character in the form that a variation selector asks for; 0 where the face has none."""
        glyph: int | None = self.hb_font.get_variation_glyph(ord(character), ord(selector))
        return glyph or 0

    def advance(self, glyph: int, size: Mpt) -> Mpt:
        """A glyph's advance at a size, rounded to the millipoint."""
        units: int = self.hb_font.get_glyph_h_advance(glyph)
        return round(units * size / self.upem)

    def height(self, character: str) -> int:
        """How high the glyph of a character reaches above the baseline, in units of the em; 0 where there is none."""
        glyph = self.glyph(character)
        extents = self.hb_font.get_glyph_extents(glyph) if glyph else None
        return max(int(extents.y_bearing), 0) if extents else 0

    def middle(self, glyph: int) -> int:
        """How high the middle of a glyph's ink stands above the baseline, in thousandths of the size."""
        extents = self.hb_font.get_glyph_extents(glyph)
        return (2 * extents.y_bearing + extents.height) * 500 // self.upem if extents else 0

    def ink(self, character: str) -> tuple[int, int, int]:
        """From where to where the ink of a character reaches, and its advance, in thousandths of the size."""
        glyph = self.glyph(character)
        extents = self.hb_font.get_glyph_extents(glyph)
        left = extents.x_bearing if extents else 0
        right = left + extents.width if extents else 0
        advance = self.hb_font.get_glyph_h_advance(glyph)
        return left * 1000 // self.upem, right * 1000 // self.upem, advance * 1000 // self.upem

    def features(self) -> frozenset[str]:
        """The tags of all features the face has (tables GSUB and GPOS)."""
        found: set[str] = set()
        for table in ("GSUB", "GPOS"):
            for script in range(len(self.hb_face.get_table_script_tags(table))):
                found.update(self.hb_face.get_language_feature_tags(table, script))
        return frozenset(found)


def open_face(path: str, key: str) -> Face:
    """Open a face of a font file (TrueType or OpenType), once as long as it stays the same file.

    Of its ``key`` the number of the face in a collection and the places on the axes of a variable face are taken.
    Raises ``OSError`` where the file cannot be read and ``UnusableFont`` where it is no font or not a whole one.
    """
    status = os.stat(path)
    return _open(os.path.abspath(path), status.st_mtime_ns, status.st_size, path, key)


class UnusableFont(ValueError):
    """A file that no face can be opened from; its text is the rule of the finding that says why."""


@lru_cache(maxsize=64)
def _open(place: str, _changed: int, size: int, path: str, key: str) -> Face:
    _, number, axes = parse_key(key)
    with open(place, "rb") as file:  # a bad file must be told apart from an empty face
        head = file.read(12)
        fault = file_fault(head, size)
        offsets = () if fault else face_offsets(file, head)
        if not fault:
            fault = table_fault(directory(file, offsets[number]), size) if number < len(offsets) else "font-damaged"
    if fault:
        raise UnusableFont(fault)
    face = Face(key, path, hb.Face(hb.Blob.from_file_path(place), number))
    if axes:
        face.hb_font.set_variations(dict(axes))
    return face
