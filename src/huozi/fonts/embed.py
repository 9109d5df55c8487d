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
from huozi.sfnt import licence_fault, parse_key

Outlines = Literal["truetype", "cff"]

CFF_TABLES = frozenset({"CFF ", "CFF2"})
VARIATION_TABLES = frozenset({"fvar", "avar", "gvar", "HVAR", "MVAR", "cvar"})

KEPT_TABLES = (
    frozenset({"head", "hhea", "hmtx", "maxp", "glyf", "loca", "OS/2", "post"}) | CFF_TABLES | VARIATION_TABLES
)
"""What a viewer reads of an embedded program (hints are cut: they serve no printer); OS/2 and post are small.

The tables of variations are there to be used up when the axes are pinned."""


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
    axes = parse_key(face.key).axes
    x_min, y_min, x_max, y_max = struct.unpack_from(">4h", head, 36)
    weight, _, embedding = struct.unpack_from(">3H", os2, 4)
    version, ascent, descent = struct.unpack_from(">H", os2)[0], *struct.unpack_from(">2h", os2, 68)
    cap_height = struct.unpack_from(">h", os2, 88)[0] if version >= 2 else 0
    return FontFacts(
        name=_plain_name(_own_name(face) or face.key),
        outlines="cff" if tables & CFF_TABLES else "truetype",
        box=(round(x_min * scale), round(y_min * scale), round(x_max * scale), round(y_max * scale)),
        ascent=round(ascent * scale),
        descent=round(descent * scale),
        cap_height=round((cap_height or ascent) * scale),
        italic_angle=struct.unpack_from(">i", post, 4)[0] / 65536,
        stem=round(
            50 + (dict(axes).get("wght", weight) / 65) ** 2
        ),  # no table states the stem; the weight class is what every producer uses
        fixed_pitch=struct.unpack_from(">I", post, 12)[0] != 0,
        may_embed=not licence_fault(embedding),
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
    if face.hb_face.has_var_data:  # a viewer knows no axes: the face becomes one that stands where it was set
        wanted.flags |= hb.SubsetFlags.DOWNGRADE_CFF2
        wanted.pin_all_axes_to_default(face.hb_face)
        for tag, value in parse_key(face.key).axes:
            wanted.pin_axis_location(face.hb_face, tag, value)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in tags if tag not in KEPT_TABLES)
    plan = hb.SubsetPlan(face.hb_face, wanted)
    cut = plan.execute()
    program = cut.reference_table("CFF ").data if CFF_TABLES & set(tags) else cut.blob.data
    return Subset(program, dict(plan.old_to_new_glyph_mapping))


def _own_name(face: Face) -> str:
    """The PostScript name of a face; of a variable one placed on its axes, by the rule of Adobe's Technical Note 5902.

    ``Song_650wght``: the prefix that the face has for it, else its family, and its places.
    """
    named = face.hb_face.get_name
    axes = parse_key(face.key).axes
    if not axes:
        return str(named(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "")
    prefix = named(hb.OTNameIdPredefined.VARIATIONS_PS_PREFIX) or named(hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY)
    family = str(prefix or named(hb.OTNameIdPredefined.FONT_FAMILY) or face.key).replace(" ", "")
    return "_".join((family, *(f"{value:g}{tag}" for tag, value in axes)))


def _plain_name(name: str) -> str:
    """A PostScript name with nothing in it that a PDF name would have to write in code."""
    return "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in "-_.")) or "Face"


def _table(face: Face, tag: str) -> bytes:
    data: bytes = face.hb_face.reference_table(tag).data
    return data
