"""A face: one font file, opened once, with what composition asks of it.

Glyph ids and advances come from HarfBuzz; a face is opened from its file without reading the whole of it.
"""

from __future__ import annotations

import os
import struct
from functools import lru_cache

from huozi.fonts.harfbuzz import hb
from huozi.geometry import Mpt


class Face:
    """An open font file. ``key`` is its file name without suffix, by which glyph runs name it."""

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
        """The nominal glyph of a character; 0 (.notdef) where the face has none."""
        if character not in self._glyphs:
            glyph: int | None = self.hb_font.get_nominal_glyph(ord(character))
            self._glyphs[character] = glyph or 0
        return self._glyphs[character]

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

    def features(self) -> frozenset[str]:
        """The tags of all features the face has (tables GSUB and GPOS)."""
        found: set[str] = set()
        for table in ("GSUB", "GPOS"):
            for script in range(len(self.hb_face.get_table_script_tags(table))):
                found.update(self.hb_face.get_language_feature_tags(table, script))
        return frozenset(found)


def open_face(path: str, key: str) -> Face:
    """Open a font file (TrueType or OpenType), once as long as it stays the same file.

    Raises ``OSError`` where it cannot be read and ``ValueError`` where it is no font or not a whole one.
    """
    status = os.stat(path)
    return _open(os.path.abspath(path), status.st_mtime_ns, status.st_size, path, key)


@lru_cache(maxsize=64)
def _open(place: str, _changed: int, size: int, path: str, key: str) -> Face:
    with open(place, "rb") as file:  # a bad file must be told apart from an empty face
        check_whole(file.read(MOST_HEAD), size)
    return Face(key, path, hb.Face(hb.Blob.from_file_path(place)))


MOST_HEAD = 4096
"""Bytes that hold the table directory of any font."""
NEEDED = (b"head", b"hhea", b"hmtx", b"maxp", b"cmap")


def check_whole(head: bytes, size: int) -> None:
    """Raise ``ValueError`` where the head of a file is no font's, or a table lies beyond its end (OpenType, 5.1)."""
    if head[:4] not in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
        raise ValueError("no TrueType or OpenType font")
    count = int.from_bytes(head[4:6]) if len(head) >= 12 else 0
    tables = dict.fromkeys(NEEDED, 0)
    for at in range(12, min(12 + 16 * count, len(head) - 15), 16):
        tag, _, offset, length = struct.unpack_from(">4sLLL", head, at)
        tables[tag] = offset + length
    if not all(tables[tag] for tag in NEEDED) or max(tables.values()) > size:
        raise ValueError("damaged: tables are missing or cut off")
