"""Make square.ttf, the face of the tests: every Han character and mark a one-em square, Latin half-em squares.

Lengths can then be counted in one's head. Run it from anywhere: ``python tests/fonts/make_square.py``. Emoji, control
characters and the private use area are left out, so that tests have characters to miss.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

EM = 1000
WIDTHS = {"square": EM, "half": 500, "narrow": 300, "double": 2 * EM, "blank": EM, "space": 375, "combining": 0}
"""Advances by glyph, in thousandths of an em; the space can lose an eighth of an em and gain one."""

EMPTY = ("blank", "space", "combining")

RANGES = (
    (0x21, 0x7E, "half"),
    (0xA1, 0x24F, "half"),
    (0x300, 0x36F, "combining"),
    (0x370, 0x52F, "half"),
    (0x2013, 0x2013, "half"),
    (0x2014, 0x2015, "square"),
    (0x2018, 0x201F, "half"),  # narrower than the em that composition gives quotes
    (0x2022, 0x2022, "half"),
    (0x2026, 0x2026, "square"),
    (0x2027, 0x2027, "narrow"),
    (0x2030, 0x2033, "half"),
    (0x203C, 0x203C, "square"),
    (0x2047, 0x2049, "square"),
    (0x20AC, 0x20AC, "half"),
    (0x2100, 0x2126, "square"),
    (0x2E3A, 0x2E3A, "double"),
    (0x3001, 0x30FF, "square"),
    (0x3400, 0x9FFF, "square"),
    (0xF900, 0xFAFF, "square"),
    (0xFF01, 0xFF60, "square"),
    (0xFFE0, 0xFFE6, "square"),
    (0x20000, 0x323AF, "square"),
)
SINGLE = {0x20: "space", 0xA0: "space", 0xB7: "narrow", 0x3000: "blank"}


def square_font() -> TTFont:
    """The font; its character map says "this range, that one glyph" (format 13), so that it stays small."""
    builder = FontBuilder(EM, isTTF=True)
    names = [".notdef", *WIDTHS]
    widths = {".notdef": EM} | WIDTHS
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({})
    builder.setupGlyf({name: _outline(0 if name in EMPTY else widths[name]) for name in names})
    builder.setupHorizontalMetrics({name: (widths[name], 0) for name in names})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular", "psName": "Square"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, sCapHeight=700)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font["cmap"] = _character_map()
    return builder.font


def _outline(width: int) -> object:
    """A frame, 40 units in from the box; nothing where there is no width."""
    pen = TTGlyphPen(None)
    if width:
        for inset in (40, 80):
            corners = [
                (inset, -120 + inset),
                (inset, 880 - inset),
                (width - inset, 880 - inset),
                (width - inset, inset - 120),
            ]
            pen.moveTo(corners[0])
            for corner in corners[1:] if inset == 40 else corners[:0:-1]:
                pen.lineTo(corner)
            pen.closePath()
    return pen.glyph()


def _character_map() -> object:
    table = newTable("cmap")
    table.tableVersion = 0
    subtable = CmapSubtable.newSubtable(13)
    subtable.platformID, subtable.platEncID, subtable.language = 3, 10, 0
    subtable.cmap = {code: name for first, last, name in RANGES for code in range(first, last + 1)} | SINGLE
    table.tables = [subtable]
    return table


if __name__ == "__main__":
    square_font().save(Path(__file__).with_name("square.ttf"))
