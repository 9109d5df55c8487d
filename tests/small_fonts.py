"""Small fonts made on the spot, one for each thing that a font may be: collections, CFF, variable, centred, unusable.

All of them map a few hanzi, marks and letters to squares, each glyph as wide as its em says. A font is a builder's
description turned into a file of ``tmp_path``: nothing here is kept in the repository.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib import build as build_variable

EM = 1000

HANZI = "活字排印国家书名甲乙丙丁天地人"
LETTERS = "ABCabc123 "
MARKS = "，。、；：！？（）《》「」“”"

MAINLAND = {"，": (80, 230), "。": (40, 320), "、": (40, 290), "；": (130, 290), "：": (170, 290)}
MAINLAND |= {"！": (190, 300), "？": (40, 460)}
CENTRED = dict.fromkeys("，。、；：！？", (360, 640))
"""Where the ink of a mark stands in its em, from left to right, in a font of the mainland and in one of Taiwan."""
BRACKETS = dict.fromkeys("（《「“", (600, 960)) | dict.fromkeys("）》」”", (40, 400))


class Design(NamedTuple):
    """What a font is to be: names by language, weight, kind of outlines, where marks stand, what is left out."""

    family: str
    style: str = "Regular"
    weight: int = 400
    chinese: str = ""
    italic: bool = False
    cff: bool = False
    marks: Mapping[str, tuple[int, int]] = MAINLAND
    characters: str = HANZI + LETTERS + MARKS + "〓"
    fs_type: int = 0
    inset: int = 40
    latin: int = EM // 2
    legacy: tuple[str, str] = ("", "")
    licence: str = ""


def font_of(design: Design) -> TTFont:
    """The font of a design."""
    builder = FontBuilder(EM, isTTF=not design.cff)
    glyphs = {character: f"u{ord(character):04X}" for character in dict.fromkeys(design.characters)}
    builder.setupGlyphOrder([".notdef", *glyphs.values()])
    builder.setupCharacterMap({ord(character): name for character, name in glyphs.items()})
    boxes = {".notdef": (40, 960), **{name: _ink(character, design) for character, name in glyphs.items()}}
    widths = {".notdef": EM, **{name: EM if ord(each) > 0x2000 else design.latin for each, name in glyphs.items()}}
    if design.cff:
        outlines = {name: _charstring(box, widths[name]) for name, box in boxes.items()}
        builder.setupCFF(_ps_name(design), {"FullName": design.family}, outlines, {})
    else:
        builder.setupGlyf({name: _glyph(box) for name, box in boxes.items()})
    builder.setupHorizontalMetrics({name: (widths[name], boxes[name][0]) for name in boxes})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable(_names(design))
    bold = design.weight >= 700
    builder.font["head"].macStyle = bold | design.italic << 1
    selection = design.italic | bold << 5 | (design.weight == 400) << 6
    builder.setupOS2(
        sTypoAscender=880, sTypoDescender=-120, sCapHeight=700, usWeightClass=design.weight, fsType=design.fs_type,
        fsSelection=selection, version=4,
    )  # fmt: skip
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    return builder.font


def _names(design: Design) -> dict[str, object]:
    """The names of a design, in English and where there is one in Chinese."""
    legacy, legacy_style = design.legacy if design.legacy[0] else (design.family, design.style)
    names: dict[str, object] = {
        "familyName": {"en": legacy},
        "styleName": {"en": legacy_style},
        "fullName": {"en": f"{design.family} {design.style}"},
        "psName": _ps_name(design),
        "version": "Version 1.5",
    }
    if design.chinese:
        names["familyName"] = {"en": legacy, "zh": design.chinese}
    if design.legacy[0]:
        names["typographicFamily"] = {"en": design.family, **({"zh": design.chinese} if design.chinese else {})}
        names["typographicSubfamily"] = {"en": design.style}
    if design.licence:
        names["licenseDescription"] = design.licence
    return names


def _ps_name(design: Design) -> str:
    family = "".join(letter for letter in design.family if letter.isascii() and letter.isalnum()) or "Face"
    return f"{family}-{design.style.replace(' ', '')}"


def _ink(character: str, design: Design) -> tuple[int, int]:
    """From where to where the ink of a character stands."""
    if character == " ":
        return (0, 0)
    if character in design.marks:
        return design.marks[character]
    if character in BRACKETS:
        return BRACKETS[character]
    return (design.inset, (EM if ord(character) > 0x2000 else design.latin) - design.inset)


def _corners(box: tuple[int, int]) -> Sequence[tuple[int, int]]:
    left, right = box
    return [(left, 0), (left, 700), (right, 700), (right, 0)]


def _glyph(box: tuple[int, int]) -> object:
    pen = TTGlyphPen(None)
    if box[0] < box[1]:
        _draw(pen, box)
    return pen.glyph()


def _charstring(box: tuple[int, int], width: int) -> object:
    pen = T2CharStringPen(width, None)
    if box[0] < box[1]:
        _draw(pen, box)
    return pen.getCharString()


def _draw(pen: TTGlyphPen | T2CharStringPen, box: tuple[int, int]) -> None:
    first, *rest = _corners(box)
    pen.moveTo(first)
    for corner in rest:
        pen.lineTo(corner)
    pen.closePath()


def write_font(path: Path, design: Design) -> Path:
    """The font of a design in a file."""
    font_of(design).save(path)
    return path


def write_collection(path: Path, *designs: Design) -> Path:
    """Fonts of designs in one file."""
    collection = TTCollection()
    collection.fonts = [font_of(design) for design in designs]
    collection.save(path)
    return path


def write_variable(path: Path, design: Design, least: int = 200, most: int = 900) -> Path:
    """A variable font of a design: with the weight its squares grow from inset 80 to 10, its letters from 500 to 600.

    The lightest weight is the usual one, as in the Chinese variable fonts of Adobe and Google.
    """
    document = DesignSpaceDocument()
    axis = AxisDescriptor()
    axis.tag, axis.name, axis.minimum, axis.default, axis.maximum = "wght", "Weight", least, least, most
    document.addAxis(axis)
    for weight, inset, latin in ((least, 80, 500), (most, 10, 600)):
        source = SourceDescriptor()
        source.font = font_of(design._replace(inset=inset, weight=weight, latin=latin))
        source.location = {"Weight": weight}
        document.addSource(source)
    font, _, _ = build_variable(document)
    font.save(path)
    return path


def write_bitmaps_only(path: Path, design: Design) -> Path:
    """A font whose outlines have been taken out, as those of pictures are."""
    font = font_of(design)
    for tag in ("glyf", "loca"):
        del font[tag]
    font["maxp"].tableVersion = 0x00005000
    font.save(path)
    return path
