"""Font dictionaries read back: descriptor, widths, names; the face is made on the spot, its facts are written down.

The face has 2,000 units to the em, so that everything is halved on its way into the file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from output_pages import TARGET, icc, page

from huozi.diagnostics import InvalidIssue
from huozi.display import GlyphRun, Placed
from huozi.fonts.face import Face, open_face
from huozi.output.pdf import pdf_bytes

ADVANCES = {".notdef": 2_000, "a": 1_200, "b": 1_200, "c": 1_001, "d": 1_200, "e": 700, "f": 800}


def box(width: int, height: int) -> object:
    pen = TTGlyphPen(None)
    for number, point in enumerate(((100, -300), (100, height), (width - 100, height), (width - 100, -300))):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    return pen.glyph()


def made_face(folder: Path, *, upright: bool = True, fixed: bool = False, weight: int = 400, rights: int = 0) -> Face:
    builder = FontBuilder(2_000, isTTF=True)
    builder.setupGlyphOrder(list(ADVANCES))
    builder.setupCharacterMap({ord(name): name for name in ADVANCES if len(name) == 1})
    builder.setupGlyf({name: box(width, 1_500) for name, width in ADVANCES.items()})
    builder.setupHorizontalMetrics({name: (width, 100) for name, width in ADVANCES.items()})
    builder.setupHorizontalHeader(ascent=1_900, descent=-500)
    builder.setupNameTable({"familyName": "Probe (1)", "styleName": "Regular", "psName": "Probe(1)-Regular"})
    builder.setupOS2(
        sTypoAscender=1_760, sTypoDescender=-241, sCapHeight=1_401, usWeightClass=weight, fsType=rights, version=4
    )
    builder.setupPost(italicAngle=0 if upright else -12.5, isFixedPitch=int(fixed))
    path = folder / "probe.ttf"
    builder.save(path)
    return open_face(str(path), "probe")


def pdf_of(face: Face, text: str) -> bytes:
    glyphs = tuple(face.glyph(letter) for letter in text)
    xs = tuple(10_000 * number for number in range(len(text)))
    shown = GlyphRun("probe", 10_000, glyphs, xs, tuple(text), 10_000 * len(text))
    return pdf_bytes([page(Placed(0, 0, shown))], TARGET, {"probe": face}, icc())


@contextmanager
def font_of(face: Face, text: str = "abc") -> Iterator[pikepdf.Object]:
    with pikepdf.open(io.BytesIO(pdf_of(face, text))) as file:
        yield file.pages[0].Resources.Font.F1


def test_the_descriptor_tells_the_face_in_thousandths_of_the_em(tmp_path: Path) -> None:
    with font_of(made_face(tmp_path)) as font:
        found = font.DescendantFonts[0].FontDescriptor
        assert found.Type == "/FontDescriptor"
        assert [int(found[key]) for key in ("/Ascent", "/Descent", "/CapHeight", "/StemV")] == [880, -120, 700, 88]
        assert [int(edge) for edge in found.FontBBox] == [50, -150, 950, 750]
        assert int(found.ItalicAngle) == 0


@pytest.mark.parametrize(("fixed", "flags"), [(False, 4), (True, 5)])
def test_flags_say_symbolic_and_of_one_width(tmp_path: Path, fixed: bool, flags: int) -> None:
    with font_of(made_face(tmp_path, fixed=fixed)) as font:
        assert int(font.DescendantFonts[0].FontDescriptor.Flags) == flags


def test_a_slanted_face_says_its_angle(tmp_path: Path) -> None:
    with font_of(made_face(tmp_path, upright=False)) as font:
        assert float(font.DescendantFonts[0].FontDescriptor.ItalicAngle) == -12.5


@pytest.mark.parametrize(("weight", "stem"), [(100, 52), (400, 88), (700, 166), (900, 242)])
def test_the_stem_follows_from_the_weight(tmp_path: Path, weight: int, stem: int) -> None:
    with font_of(made_face(tmp_path, weight=weight)) as font:
        assert int(font.DescendantFonts[0].FontDescriptor.StemV) == stem


def test_a_face_that_tells_no_height_of_capitals_takes_its_ascent(tmp_path: Path) -> None:
    made_face(tmp_path)
    file = TTFont(tmp_path / "probe.ttf")
    file["OS/2"].version = 1
    file["OS/2"].ulCodePageRange1 = file["OS/2"].ulCodePageRange2 = 0
    file.save(tmp_path / "old.ttf")
    with font_of(open_face(str(tmp_path / "old.ttf"), "probe")) as font:
        assert int(font.DescendantFonts[0].FontDescriptor.CapHeight) == 880


def test_the_commonest_width_is_said_once_and_the_others_by_their_codes(tmp_path: Path) -> None:
    with font_of(made_face(tmp_path), "abcdef") as font:
        descendant = font.DescendantFonts[0]
        assert float(descendant.DW) == 600
        first, some, then, others = descendant.W
        assert (int(first), [float(width) for width in some]) == (3, [500.5])
        assert (int(then), [float(width) for width in others]) == (5, [350, 400])


def test_a_font_of_one_width_lists_none(tmp_path: Path) -> None:
    with font_of(made_face(tmp_path), "ab") as font:
        assert (float(font.DescendantFonts[0].DW), len(font.DescendantFonts[0].W)) == (600, 0)


def test_the_dictionaries_of_a_truetype_font_name_each_other(tmp_path: Path) -> None:
    with font_of(made_face(tmp_path)) as font:
        (descendant,) = font.DescendantFonts
        assert font.Type == descendant.Type == "/Font"
        assert font.Subtype == "/Type0" and font.Encoding == "/Identity-H"
        assert descendant.Subtype == "/CIDFontType2"
        system = descendant.CIDSystemInfo
        assert (str(system.Registry), str(system.Ordering), int(system.Supplement)) == ("Adobe", "Identity", 0)
        assert font.BaseFont == descendant.BaseFont == descendant.FontDescriptor.FontName


def test_a_name_is_the_face_s_own_with_a_tag_and_nothing_that_would_be_coded(tmp_path: Path) -> None:
    with font_of(made_face(tmp_path)) as font:
        tag, _, name = str(font.BaseFont).removeprefix("/").partition("+")
        assert (len(tag), tag.isascii() and tag.isalpha() and tag.isupper()) == (6, True)
        assert name == "Probe1-Regular"


def test_other_glyphs_make_another_tag(tmp_path: Path) -> None:
    face = made_face(tmp_path)
    names = []
    for text in ("ab", "ba", "abc"):
        with font_of(face, text) as font:
            names.append(str(font.BaseFont))
    assert names[0] == names[1] != names[2]


def test_the_program_is_a_font_of_what_is_shown_with_its_length_said(tmp_path: Path) -> None:
    with font_of(made_face(tmp_path), "ace") as font:
        program = font.DescendantFonts[0].FontDescriptor.FontFile2
        data = program.read_bytes()
        assert int(program.Length1) == len(data)
    cut = TTFont(io.BytesIO(data))
    assert cut["maxp"].numGlyphs == 4
    assert [cut["hmtx"][name][0] for name in cut.getGlyphOrder()] == [2_000, 1_200, 1_001, 700]
    assert cut["head"].unitsPerEm == 2_000


@pytest.mark.parametrize(
    ("rights", "refused"),
    [
        (0x0000, False),  # installable
        (0x0004, False),  # preview and print
        (0x0008, False),  # editable
        (0x0002, True),  # restricted
        (0x0006, False),  # the least restrictive bit counts (OpenType, OS/2 version 2 and before)
        (0x0104, True),  # no subsetting
    ],
)
def test_the_licence_bits_are_kept(tmp_path: Path, rights: int, refused: bool) -> None:
    if not refused:
        assert pdf_of(made_face(tmp_path, rights=rights), "a").startswith(b"%PDF-1.6")
        return
    with pytest.raises(InvalidIssue) as caught:
        pdf_of(made_face(tmp_path, rights=rights), "a")
    assert [found.span.file for found in caught.value.findings] == [str(tmp_path / "probe.ttf")]
