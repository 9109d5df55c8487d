"""What a font is like, for people who choose one: version, licence, embedding, how much of a character set it covers.

fontTools reads it, and is loaded only where fonts are looked at: a build asks HarfBuzz. The only module that knows it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont

from huozi.fonts.embed import cut_face
from huozi.fonts.face import open_face
from huozi.records import NamedTuple
from huozi.scripts import is_han
from huozi.sfnt import FaceKey, FontFace, FontFile, face_key

logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # what it thinks of a font is no finding of ours


class Survey(NamedTuple):
    """A face surveyed: style by its own name, version, licence and its address, bits of embedding (``fsType``).

    ``characters`` are all that it has a glyph for; ``glyphs`` how many glyphs.
    """

    face: FontFace
    style: str
    version: str
    licence: str
    licence_url: str
    embedding: int
    glyphs: int
    characters: frozenset[str]


LICENCE, LICENCE_URL, VERSION, COPYRIGHT = 13, 14, 5, 0
TYPOGRAPHIC_STYLE, STYLE = 17, 2
"""Ids of names (OpenType, ``name``)."""

KNOWN_LICENCES = {
    "SIL Open Font License": "SIL OFL",
    "Apache License": "Apache",
    "GNU General Public License": "GPL",
    "Bitstream Vera": "Bitstream Vera",
}
"""Licences by words that stand in their notices, and what everybody calls them."""


def survey(font: FontFile) -> Iterator[Survey]:
    """The faces of a font file that can be used, surveyed."""
    for face in font.faces:
        if not face.fault:
            with TTFont(font.path, fontNumber=face.number, lazy=True) as opened:
                yield _survey(opened, face)


def _survey(opened: TTFont, face: FontFace) -> Survey:
    named = opened["name"].getDebugName if "name" in opened else {}.get
    version = re.search(r"\d+(?:\.\d+)*", named(VERSION) or "")
    codes = opened.getBestCmap() or {}
    return Survey(
        face,
        named(TYPOGRAPHIC_STYLE) or named(STYLE) or "",
        version.group() if version else f"{opened['head'].fontRevision:.3f}",
        _licence(named(LICENCE) or named(COPYRIGHT) or ""),
        named(LICENCE_URL) or "",
        opened["OS/2"].fsType if "OS/2" in opened else 0,
        opened["maxp"].numGlyphs,
        frozenset(map(chr, codes)),
    )


SHOWN = 60
"""Characters of a licence's notice that are shown where it is none of the known ones."""


def _licence(notice: str) -> str:
    """What a licence is called, with its number; else the beginning of its notice."""
    for words, name in KNOWN_LICENCES.items():
        if words.casefold() in notice.casefold():
            number = re.search(r"[Vv]ersion (\d+(?:\.\d+)?)", notice)
            return f"{name} {number.group(1)}" if number else name
    first = " ".join(notice.split())
    return first if len(first) <= SHOWN else f"{first[:SHOWN]}…"


DRAWN = 500
"""Glyphs of a face that are drawn to see whether they can be, spread over all it has."""


def damage(font: FontFile) -> str:
    """What is wrong inside a font file whose head is right; empty where its glyphs can be drawn, cut and embedded."""
    for face in font.faces:
        try:
            with TTFont(font.path, fontNumber=face.number, lazy=True) as opened:
                _draw(opened)
            own = open_face(font.path, face_key(FaceKey("font", face.number)))
            if not cut_face(own, range(min(own.hb_face.glyph_count, 256))).program:
                return "nothing is left of it when it is cut"
        except Exception as error:  # whatever a stranger's tables make of a parser
            return f"{type(error).__name__}: {error}"
    return ""


def _draw(opened: TTFont) -> None:
    """Draw glyphs into the air; what cannot be read raises."""
    glyphs, names = opened.getGlyphSet(), opened.getGlyphOrder()
    pen = NullPen()
    for name in names[:: len(names) // DRAWN + 1]:
        glyphs[name].draw(pen)
    opened.getBestCmap()


# ------------------------------------------------------------------ coverage

CHARACTER_SETS = {"gb2312": "GB 2312", "gbk": "GBK"}
"""Sets of hanzi that faces are measured by: Python's codec of each and what it is called."""


@lru_cache
def hanzi_of(codec: str) -> frozenset[str]:
    """The hanzi of a character set, by its codec."""
    two_bytes = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
    texts = (code.decode(codec, "ignore") for code in two_bytes)
    return frozenset(text for text in texts if len(text) == 1 and is_han(text) and text != "〇")


def coverage(characters: frozenset[str]) -> Mapping[str, tuple[int, int]]:
    """How many hanzi of each character set are among characters, and how many it has."""
    return {codec: (len(hanzi_of(codec) & characters), len(hanzi_of(codec))) for codec in CHARACTER_SETS}
