"""A font's maps read back: codes and their texts in blocks of a hundred at the most, codes and their glyphs."""

from __future__ import annotations

import io
import re
import struct

import pikepdf
import pytest
from output_pages import LATIN, TARGET, faces, icc, page, pdf, run

from huozi.display import GlyphRun, Placed
from huozi.output.pdf import pdf_bytes
from huozi.output.pdf.cmap import Row, glyph_codes, glyph_map, unicode_map


def rows(count: int) -> list[Row]:
    """So many codes, each a glyph of its own."""
    return [(number, number + 7, 1_000, chr(0x4E00 + number)) for number in range(1, count + 1)]


def told(text: str) -> list[tuple[str, str]]:
    """The codes of a map and what they stand for, in hexadecimal digits."""
    return re.findall(r"<(....)> <(....)>\n", text.partition("endcodespacerange\n")[2])


@pytest.mark.parametrize(
    ("count", "blocks"),
    [(1, [1]), (99, [99]), (100, [100]), (101, [100, 1]), (200, [100, 100]), (250, [100, 100, 50])],
)
def test_no_block_has_more_than_a_hundred_rows(count: int, blocks: list[int]) -> None:
    text = unicode_map(rows(count)).decode("ascii")
    assert [int(number) for number in re.findall(r"(\d+) beginbfchar\n", text)] == blocks
    parts = re.findall(r"beginbfchar\n(.*?)\nendbfchar", text, re.DOTALL)
    assert [len(part.splitlines()) for part in parts] == blocks


def test_every_row_is_there_once_in_order() -> None:
    assert told(unicode_map(rows(250)).decode("ascii")) == [
        (f"{code:04x}", f"{0x4E00 + code:04x}") for code in range(1, 251)
    ]


def test_a_map_says_what_it_is() -> None:
    assert unicode_map([(1, 5, 0, "湖")]).decode("ascii").splitlines() == [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "/WMode 0 def",
        "1 begincodespacerange",
        "<0000> <ffff>",
        "endcodespacerange",
        "1 beginbfchar",
        "<0001> <6e56>",
        "endbfchar",
        "endcmap",
        "CMapName currentdict /CMap defineresource pop",
        "end",
        "end",
    ]


def test_codes_of_a_program_without_a_map_before_it_lead_to_glyphs() -> None:
    text = glyph_codes([(1, 5, 0, "a"), (258, 6, 0, "b")]).decode("ascii")
    assert "2 begincidchar\n<0001> 5\n<0102> 6\nendcidchar" in text
    assert "/Ordering (Identity)" in text and "/CMapName /Huozi-Codes def" in text and "/CMapType 1 def" in text
    assert re.findall(r"(\d+) begincidchar", glyph_codes(rows(101)).decode("ascii")) == ["100", "1"]


def test_glyphs_stand_at_their_codes_and_gaps_are_notdef() -> None:
    assert glyph_map([(1, 5, 0, "a"), (3, 258, 0, "b")]) == bytes([0, 0, 0, 5, 0, 0, 1, 2])
    assert glyph_map([]) == b"\0\0"


def test_the_file_leads_codes_to_texts_and_to_glyphs() -> None:
    with pikepdf.open(io.BytesIO(pdf(page(Placed(0, 0, run("abba", LATIN)))))) as file:
        font = file.pages[0].Resources.Font.F1
        text = font.ToUnicode.read_bytes().decode("ascii")
        glyphs = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
        content = file.pages[0].Contents.read_bytes()
    assert "2 beginbfchar\n<0001> <0061>\n<0002> <0062>\nendbfchar" in text
    assert struct.unpack(">3H", glyphs) == (0, 1, 2)  # .notdef, then the two that are shown
    assert b"(\x00\x01\x00\x02\x00\x02\x00\x01)Tj" in content


def test_many_texts_of_one_glyph_have_a_code_each() -> None:
    face = faces()[LATIN]
    count = 300
    glyphs = (face.glyph("a"),) * count
    texts = tuple(chr(0x4E00 + number) for number in range(count))
    one = GlyphRun(LATIN, 10_000, glyphs, tuple(5_000 * number for number in range(count)), texts, 5_000 * count)
    with pikepdf.open(io.BytesIO(pdf_bytes([page(Placed(0, 0, one))], TARGET, faces(), icc()))) as file:
        font = file.pages[0].Resources.Font.F1
        text = font.ToUnicode.read_bytes().decode("ascii")
        glyph_ids = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    assert re.findall(r"(\d+) beginbfchar", text) == ["100", "100", "100"]
    codes = [int(code, 16) for code, _ in told(text)]
    # bytes that a literal string would have to escape — ( ) \\ and the carriage return — are in no code
    assert codes[11:14] == [12, 14, 15]
    assert codes[37:40] == [39, 42, 43]
    assert codes[87:90] == [91, 93, 94]
    assert codes[250:253] == [255, 256, 257]
    assert set(struct.unpack(f">{len(glyph_ids) // 2}H", glyph_ids)) == {0, 1}
