"""Whatever the display list shows, a reader of the file finds in its place, to half a millipoint, with its text."""

from __future__ import annotations

import io
import re
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from huozi.display import BLACK, GlyphRun, Ink, Page, Placed, Target
from huozi.fonts.face import Face, open_face
from huozi.geometry import Size
from huozi.output.pdf import pdf_bytes

ROOT = Path(__file__).parents[2]
TARGET = Target("甲", "乙", "丙", "zh-CN", "2031-03-31", "FOGRA39L_coated", "print")
KEYS = ("NotoSerifSC-Regular", "SourceSerif4-Regular")
LETTERS = {"NotoSerifSC-Regular": "春天来了，湖…⋯—“”()\\·", "SourceSerif4-Regular": "Spring is here: (fi) \\ 12.5%"}
INKS = (BLACK, Ink(0, 0, 0, 1000), Ink(0, 800, 700, 0))
HEIGHT, BLEED = 842_000, 9_000


@lru_cache
def faces() -> dict[str, Face]:
    return {key: open_face(str(ROOT / "fonts" / f"{key}.ttf"), key) for key in KEYS}


@lru_cache
def icc() -> bytes:
    return (ROOT / "layout" / "icc" / "FOGRA39L_coated.icc").read_bytes()


class Shown(NamedTuple):
    """A glyph as a reader finds it: face, place on the page (mpt from the media box's corner), size and text."""

    face: str
    x: Fraction
    y: Fraction
    size: Fraction
    text: str


class ReadFont(NamedTuple):
    """What a reader knows of a font."""

    face: str
    widths: dict[int, Fraction]
    usual: Fraction
    texts: dict[int, str]


def read_font(font: pikepdf.Object) -> ReadFont:
    descendant = font.DescendantFonts[0]
    widths: dict[int, Fraction] = {}
    parts = list(descendant.W)
    for first, row in zip(parts[::2], parts[1::2], strict=True):
        widths |= {int(first) + step: Fraction(str(width)) for step, width in enumerate(row)}
    lines = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]*)>\n", font.ToUnicode.read_bytes().decode())
    texts = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in lines if text != "ffff"}
    return ReadFont(str(font.BaseFont)[8:], widths, Fraction(str(descendant.DW)), texts)


def read(data: bytes) -> list[Shown]:
    """Every glyph of the first page, by a small interpreter of text operators that knows nothing of the writer."""
    found: list[Shown] = []
    with pikepdf.open(io.BytesIO(data)) as file:
        sheet = file.pages[0]
        fonts = {name: read_font(font) for name, font in sheet.Resources.Font.items()}
        line_x = line_y = pen = size = Fraction(0)
        font = ReadFont("", {}, Fraction(0), {})
        for instruction in pikepdf.parse_content_stream(sheet):
            operands: list[Any] = list(instruction.operands)
            match str(instruction.operator):
                case "BT":
                    line_x = line_y = pen = Fraction(0)
                case "Td":
                    line_x += Fraction(str(operands[0])) * 1000
                    line_y += Fraction(str(operands[1])) * 1000
                    pen = line_x
                case "Tf":
                    font, size = fonts[str(operands[0])], Fraction(str(operands[1])) * 1000
                case "Tj" | "TJ":
                    for part in operands if isinstance(operands[0], pikepdf.String) else operands[0]:
                        if not isinstance(part, pikepdf.String):
                            pen -= Fraction(str(part)) * size / 1000
                            continue
                        codes = bytes(part)
                        for high, low in zip(codes[::2], codes[1::2], strict=True):
                            code = high * 256 + low
                            found.append(Shown(font.face, pen, line_y, size, font.texts[code]))
                            pen += font.widths.get(code, font.usual) * size / 1000
                case _:
                    pass
    return found


@st.composite
def runs(draw: st.DrawFn) -> Placed:
    key = draw(st.sampled_from(KEYS))
    words = draw(st.lists(st.sampled_from(LETTERS[key]), max_size=12))
    size = draw(st.integers(4_000, 200_000) | st.sampled_from([10_500, 12_000]))
    x, xs, texts = draw(st.integers(0, 300)), [], []
    face = faces()[key]
    for letter in words:
        xs.append(x)
        texts.append(draw(st.sampled_from([letter, letter, letter, "", letter * 2, "𠮷"])))
        x += face.advance(face.glyph(letter), size) + draw(st.integers(-3, 3) | st.integers(-size, size) | st.just(0))
    glyphs = tuple(face.glyph(letter) for letter in words)
    run = GlyphRun(key, size, glyphs, tuple(xs), tuple(texts), x, draw(st.sampled_from(INKS)))
    place = st.integers(-BLEED, 595_000)
    baseline = st.sampled_from([100_000, 118_700]) | st.integers(0, HEIGHT)
    return Placed(draw(place), draw(baseline), run)


@settings(max_examples=60, deadline=None)
@given(st.lists(runs(), max_size=8))
def test_every_glyph_lands_within_half_a_millipoint_with_its_text(items: list[Placed]) -> None:
    page = Page(0, "right", "1", "1", Size(595_000, HEIGHT), BLEED, tuple(items))
    wanted = [
        Shown(item.face, Fraction(BLEED + placed.x + x), Fraction(BLEED + HEIGHT - placed.y), Fraction(item.size), text)
        for placed in items
        if isinstance(item := placed.item, GlyphRun)
        for x, text in zip(item.xs, item.texts, strict=True)
    ]
    found = read(pdf_bytes([page], TARGET, faces(), icc()))
    assert [glyph._replace(x=Fraction(0)) for glyph in found] == [glyph._replace(x=Fraction(0)) for glyph in wanted]
    for glyph, place in zip(found, wanted, strict=True):
        assert abs(glyph.x - place.x) <= Fraction(1, 2) + Fraction(1, 10**6)


def as_label(index: int, ranges: list[tuple[int, str | None, int]]) -> str:
    """The label of a page as ISO 32000-1, 12.4.2 tells viewers to make it."""
    start, prefix, first = [row for row in ranges if row[0] <= index][-1]
    return prefix if prefix is not None else str(first + index - start)


LABELS = st.lists(st.integers(1, 30).map(str) | st.sampled_from(["封一", "封二", "i", "0", "007", "12a"]), min_size=1)


@settings(max_examples=25, deadline=None)
@given(LABELS)
def test_page_labels_are_what_the_pages_say(labels: list[str]) -> None:
    pages = [Page(n, "left", None, label, Size(90_000, 90_000), 0, ()) for n, label in enumerate(labels)]
    with pikepdf.open(io.BytesIO(pdf_bytes(pages, TARGET, {}, icc()))) as file:
        numbers = list(file.Root.PageLabels.Nums)
        ranges = [
            (int(index), str(row.P) if "/P" in row else None, int(row.get("/St", 1)))
            for index, row in zip(numbers[::2], numbers[1::2], strict=True)
        ]
    assert [as_label(index, ranges) for index in range(len(labels))] == labels
