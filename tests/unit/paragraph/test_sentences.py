"""Apostrophes that open a word, and dots and dashes in the form of the sentence that they end."""

from __future__ import annotations

import pytest
from squares import EM, HERE, ROOT

from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog
from huozi.paragraph.characters.context import resolve_classes
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.rules.opportunities import break_opportunities
from huozi.style.text_style import FaceChoice, TextStyle


def parts(text: str) -> str:
    """A text with a bar wherever one of its lines may end."""
    may = break_opportunities(text).may
    return "|".join(text[start:end] for start, end in zip((0, *may), may, strict=False))


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("造于’86年的", "造|于|’86|年|的"),
        ("’05级", "’05|级"),
        ("“’79灯塔”呢", "“’79|灯|塔”|呢"),
        ("（’79年）", "（’79|年）"),
        ("在’79至’81年", "在|’79|至|’81|年"),
        ("‘在’79年’说", "‘在|’79|年’|说"),
        ("the ’60s boat", "the |’60s |boat"),
        ("give ’em all", "give |’em |all"),
        ("ship ’n’ shore", "ship |’n’ |shore"),
        ("’Tis late", "’Tis |late"),
    ],
)
def test_an_apostrophe_that_opens_a_year_or_a_word_is_one_word_with_it(text: str, broken: str) -> None:
    assert parts(text) == broken
    at = text.index("’")
    assert resolve_classes(text)[at] == "W"


@pytest.mark.parametrize(
    "text", ["说‘灯’86次", "写“‘灯’”", "写‘灯’，", "‘灯’79，‘塔’80", "灯’国", "灯’2024年", "灯’5号"]
)
def test_a_quote_that_closes_stays_what_it_is(text: str) -> None:
    assert {resolve_classes(text)[at] for at, mark in enumerate(text) if mark == "’"} == {"C"}


WESTERN = [
    "Boats, tides, and more…",
    "Boats (船) and tides…",
    "Boats, tides, and more……",
    "Etc…",
    "他说：“I never knew…”就走。",
    "（and so on…）",
    "见《潮》（boats and tides…）。",
    "“and the tide…” 国",
    "The sea was calm… 国国。",
    "…and then the tide",
    "But the tide—",
    "他说：The tide is in, run…",
    "注：boats—see tides—",
    "“But the tide—”",
]
CHINESE = [
    "他说OK…",
    "他用的是 Port Royal…",
    "他说：“OK…”就走。",
    "甲、B、C……",
    "Boat、tide……",
    "A…",
    "灯塔……",
    "灯塔…and",
    "而boat和tide…",
    "说到Boat——",
    "这是GB/T 15834—2011",
]


@pytest.mark.parametrize("text", WESTERN)
def test_dots_and_dashes_take_the_form_of_a_western_sentence(text: str) -> None:
    assert {resolve_classes(text)[at] for at, mark in enumerate(text) if mark in "…—"} == {"W"}


@pytest.mark.parametrize("text", CHINESE)
def test_dots_and_dashes_keep_the_form_of_a_chinese_sentence(text: str) -> None:
    assert {resolve_classes(text)[at] for at, mark in enumerate(text) if mark in "…—"} <= {"D", "U", "N"}


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("The Rome–Pisa line", "The |Rome–|Pisa |line"),
        ("ships – boats", "ships – |boats"),
        ("乘Rome–Pisa线", "乘|Rome–|Pisa|线"),
        ("第3–5页", "第|3–5|页"),
        ("甲–乙", "甲–|乙"),
        ("A–乙", "A–|乙"),
    ],
)
def test_an_en_dash_between_words_is_western_and_begins_no_line(text: str, broken: str) -> None:
    assert parts(text) == broken


@pytest.mark.parametrize(
    ("text", "name"), [("The Rome–Pisa line", "W"), ("ships – boats", "W"), ("乘Rome–Pisa线", "N"), ("第3–5页", "W")]
)
def test_an_en_dash_has_the_form_of_its_sentence(text: str, name: str) -> None:
    assert resolve_classes(text)[text.index("–")] == name


def test_an_apostrophe_and_dots_of_western_text_have_its_face_and_width() -> None:
    faces = Catalog([str(ROOT / "fonts")]).faces(FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular"))
    items = itemize([Stretch("国’86年。Boats, tides, and more…", faces, HERE)], EM, TextStyle(), 0, Findings())
    assert [items.fount[at].face for at in (1, -1)] == ["SourceSerif4-Regular"] * 2
    assert items.advance[1] < EM // 3
    assert items.codes[0] == "HW"


def test_long_texts_take_no_long_time() -> None:
    for text in ("A… " * 5_000, "‘" * 20_000 + "’86" * 5_000, "（A…" * 5_000, "word—" * 5_000):
        assert len(resolve_classes(text)) == len(text)
