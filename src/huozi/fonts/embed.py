"""A face cut down to what a document shows of it, and the facts its font descriptor states.

HarfBuzz cuts; nothing here knows PDF. Lengths are in thousandths of the em, as font descriptors want them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import Literal

from huozi.fonts.face import Face
from huozi.fonts.harfbuzz import hb
from huozi.records import NamedTuple

Outlines = Literal["truetype", "cff"]

KEPT_TABLES = frozenset({"head", "hhea", "hmtx", "maxp", "glyf", "loca", "CFF ", "OS/2", "post"})
"""What a viewer reads of an embedded program (hints are cut: they serve no printer); OS/2 and post are small."""

USAGE = 0x000F
RESTRICTED = 0x0002
NO_SUBSETTING = 0x0100


class FontFacts(NamedTuple):
    """What the font descriptor says of a face, in thousandths of the em; ``name`` is its PostScript name."""

    name: str
    outlines: Outlines
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    stem: int
    fixed_pitch: bool
    may_embed: bool


class Subset(NamedTuple):
    """A cut font program and where each glyph of the face went in it (glyph id → new glyph id)."""

    program: bytes
    glyphs: dict[int, int]


def font_facts(face: Face) -> FontFacts:
    """The facts of a face from its head, post and OS/2 tables (PDF 32000-1, table 122)."""
    tables = frozenset(face.hb_face.table_tags)
    head, post = _table(face, "head"), _table(face, "post")
    os2 = _table(face, "OS/2") if "OS/2" in tables else bytes(96)
    scale = 1000 / face.upem
    x_min, y_min, x_max, y_max = struct.unpack_from(">4h", head, 36)
    weight, _, embedding = struct.unpack_from(">3H", os2, 4)
    version, ascent, descent = struct.unpack_from(">H", os2)[0], *struct.unpack_from(">2h", os2, 68)
    cap_height = struct.unpack_from(">h", os2, 88)[0] if version >= 2 else 0
    return FontFacts(
        name=_plain_name(face.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.key),
        outlines="cff" if "CFF " in tables else "truetype",
        box=(round(x_min * scale), round(y_min * scale), round(x_max * scale), round(y_max * scale)),
        ascent=round(ascent * scale),
        descent=round(descent * scale),
        cap_height=round((cap_height or ascent) * scale),
        italic_angle=struct.unpack_from(">i", post, 4)[0] / 65536,
        stem=round(50 + (weight / 65) ** 2),  # no table states the stem; the weight class is what every producer uses
        fixed_pitch=struct.unpack_from(">I", post, 12)[0] != 0,
        may_embed=embedding & USAGE != RESTRICTED and not embedding & NO_SUBSETTING,
    )


def cut_face(face: Face, glyphs: Iterable[int]) -> Subset:
    """The face with these glyphs alone (and .notdef, and the parts of composed glyphs).

    The program of a CFF face is its bare ``CFF`` table, its charset made the identity, so that a CID is a glyph id.
    """
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    )
    tags = face.hb_face.table_tags
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in tags if tag not in KEPT_TABLES)
    plan = hb.SubsetPlan(face.hb_face, wanted)
    cut = plan.execute()
    program = cut.reference_table("CFF ").data if "CFF " in tags else cut.blob.data
    return Subset(program, dict(plan.old_to_new_glyph_mapping))


def _plain_name(name: str) -> str:
    """A PostScript name with nothing in it that a PDF name would have to write in code."""
    return "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in "-_.")) or "Face"


def _table(face: Face, tag: str) -> bytes:
    data: bytes = face.hb_face.reference_table(tag).data
    return data
