"""Pages made by hand for the tests of the output room."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from huozi.display import BLACK, Bookmark, GlyphRun, Ink, Link, Page, Placed, Role, Rule, Side, Target
from huozi.fonts.face import Face, open_face
from huozi.geometry import Mpt, Size, mm
from huozi.output.pdf import pdf_bytes

ROOT = Path(__file__).parents[3]
A5 = Size(mm(148), mm(210))
SONG, LATIN, HEI, KAI = "NotoSerifSC-Regular", "SourceSerif4-Regular", "NotoSansSC-SemiBold", "LXGWWenKai-Regular"
TARGET = Target("湖畔月刊 2031 年第 3 期", "湖畔读书会", "总第 7 期", "zh-CN", "2031-03-31", "FOGRA39L_coated", "print")
SCREEN = TARGET._replace(profile="screen")


@lru_cache
def faces() -> dict[str, Face]:
    return {key: open_face(str(ROOT / "fonts" / f"{key}.ttf"), key) for key in (SONG, LATIN, HEI, KAI)}


def icc() -> bytes:
    return (ROOT / "layout" / "icc" / "FOGRA39L_coated.icc").read_bytes()


def run(text: str, key: str = SONG, size: Mpt = 12_000, ink: Ink = BLACK, rise: Mpt = 0) -> GlyphRun:
    """A run set solid: every glyph on its advance."""
    face = faces()[key]
    glyphs = tuple(face.glyph(character) for character in text)
    xs, x = [], 0
    for glyph in glyphs:
        xs.append(x)
        x += face.advance(glyph, size)
    return GlyphRun(key, size, glyphs, tuple(xs), tuple(text), x, ink, rise)


def page(*items: Placed, index: int = 0, side: Side = "right", label: str = "1") -> Page:
    return Page(index, side, label if label.isdigit() else None, label, A5, mm(3), items)


def issue() -> list[Page]:
    """Four pages with something of everything that needs no file."""
    tint = Placed(60_000, 90_000, Rule(120_000, 30_000, Ink(0, 300, 100, 0)))
    return [
        page(Placed(-mm(3), -mm(3), Rule(mm(154), mm(60), Ink(900, 600, 0, 100))), side="right", label="封一"),
        page(side="left", index=1, label="封二"),
        page(
            Placed(60_000, 70_000, run("湖畔的春天", HEI, 18_000), Role.TITLE),
            Placed(60_000, 60_000, Bookmark("湖畔的春天", 0), Role.ARTIFACT, -1),
            tint,
            Placed(66_000, 110_000, run("冰化了，水鸟回来了……")),
            Placed(66_000, 140_000, run("Spring 2031", LATIN, 10_500)),
            Placed(66_000, 160_000, Bookmark("（一）岸上", 1), Role.ARTIFACT, -1),
            Placed(66_000, 180_000, run("——岸上有人", KAI, 12_000)),
            Placed(66_000, 170_000, Link(90_000, 14_000, "2"), Role.ARTIFACT, -1),
            index=2,
        ),
        page(Placed(60_000, 70_000, run("2", LATIN)), index=3, side="left", label="2"),
    ]


def pdf(*pages: Page, target: Target = TARGET) -> bytes:
    return pdf_bytes(pages, target, faces(), icc())
