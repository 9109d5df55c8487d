"""Fonts in the file: codes, widths and what extraction gives back."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from output_pages import SONG, TARGET, faces, icc, page, pdf, run

from huozi.display import GlyphRun, Placed
from huozi.fonts.face import Face, open_face
from huozi.output.errors import OutputError
from huozi.output.pdf import pdf_bytes
from huozi.output.pdf.cmap import unicode_map
from huozi.output.pdf.font import make_font, subset_tag

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_one_glyph_with_two_texts_has_two_codes() -> None:
    dots = faces()[SONG].glyph("…")
    font = make_font("F1", faces()[SONG], [(dots, "…"), (dots, "⋯")])
    assert len(set(font.shown.values())) == 2
    assert [glyph for _, glyph, _, _ in font.rows] == [font.rows[0][1]] * 2


def test_no_code_needs_an_escape_in_a_string() -> None:
    pairs = [(glyph, str(glyph)) for glyph in range(1, 4_000)]
    codes = "".join(make_font("F1", faces()[SONG], pairs).shown.values())
    assert not set("()\\\r") & set(codes)


def test_the_tag_is_six_letters_of_the_content() -> None:
    assert subset_tag(b"") == "LUOLOJ"
    assert subset_tag(b"a") == subset_tag(b"a") != subset_tag(b"b")
    assert len(subset_tag(b"a")) == 6 and subset_tag(b"a").isupper()
    assert {letter for number in range(99) for letter in subset_tag(bytes([number]))} == set(LETTERS)


def test_a_cluster_s_text_is_told_once() -> None:
    lines = unicode_map([(1, 5, 0, "fi"), (2, 6, 0, ""), (3, 7, 0, "𠮷")]).decode()
    assert "3 beginbfchar\n<0001> <00660069>\n<0002> <>\n<0003> <d842dfb7>\nendbfchar" in lines


def test_only_what_is_shown_is_embedded() -> None:
    with pikepdf.open(io.BytesIO(pdf(page(Placed(0, 0, run("春天")))))) as file:
        descriptor = file.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor
        assert len(descriptor.FontFile2.read_bytes()) < 5_000
        assert str(descriptor.FontName).endswith("+NotoSerifSC-Regular")


def built_font(folder: Path, *, restricted: bool = False) -> Face:
    """A CFF font with two letters, made on the spot."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a", "b"])
    builder.setupCharacterMap({ord("a"): "a", ord("b"): "b"})
    shapes = {}
    for name, height in ((".notdef", 100), ("a", 500), ("b", 700)):
        pen = T2CharStringPen(600, None)
        pen.moveTo((50, 0))
        pen.lineTo((50, height))
        pen.lineTo((450, height))
        pen.closePath()
        shapes[name] = pen.getCharString()
    builder.setupCFF("Probe-Regular", {"FullName": "Probe"}, shapes, {})
    builder.setupHorizontalMetrics(dict.fromkeys(shapes, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Probe", "styleName": "Regular", "psName": "Probe-Regular"})
    builder.setupOS2(fsType=2 if restricted else 0)
    builder.setupPost()
    path = folder / "probe.otf"
    builder.save(path)
    return open_face(str(path), f"probe-{restricted}")


def test_a_cff_face_is_embedded_with_its_codes_led_to_glyphs(tmp_path: Path) -> None:
    face = built_font(tmp_path)
    a, b = face.glyph("a"), face.glyph("b")
    probe = GlyphRun("probe", 10_000, (a, b, a), (0, 6_000, 12_000), ("a", "b", "α"), 18_000)
    data = pdf_bytes([page(Placed(0, 0, probe))], TARGET, {"probe": face}, icc())
    with pikepdf.open(io.BytesIO(data)) as file:
        font = file.pages[0].Resources.Font.F1
        assert font.DescendantFonts[0].Subtype == "/CIDFontType0"
        assert font.DescendantFonts[0].FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
        encoding = font.Encoding.read_bytes().decode()
    assert "3 begincidchar\n<0001> 1\n<0002> 1\n<0003> 2\nendcidchar" in encoding


def test_a_face_that_may_not_be_embedded_is_refused(tmp_path: Path) -> None:
    face = built_font(tmp_path, restricted=True)
    probe = GlyphRun("probe", 10_000, (face.glyph("a"),), (0,), ("a",), 6_000)
    with pytest.raises(OutputError) as caught:
        pdf_bytes([page(Placed(0, 0, probe))], TARGET, {"probe": face}, icc())
    assert [found.rule for found in caught.value.findings] == ["font-not-embeddable"]
