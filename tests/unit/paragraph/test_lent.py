"""Characters that the Latin face lacks: each is lent by another face, and its neighbours stay where they are."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from small_fonts import Design, write_font
from squares import EM, HERE, ROOT, rules_of

from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog, FaceSet
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.lent import clusters
from huozi.paragraph.items.model import Items
from huozi.paragraph.items.sorts import Stretch
from huozi.style.text_style import FaceChoice, LatinSetting, TextStyle

CATALOG = Catalog([str(ROOT / "fonts")])
WESTERN = ("SourceSerif4-Italic", "NotoSerifSC-Regular", "LXGWWenKai-Regular")
FACES = CATALOG.faces(
    FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular", ("LXGWWenKai-Regular",), western=WESTERN)
)
BOLD = CATALOG.faces(
    FaceChoice("NotoSansSC-SemiBold", "", ("NotoSerifSC-Bold", "LXGWWenKai-Regular"), western=(
        "SourceSerif4-Bold", "NotoSerifSC-Bold", "LXGWWenKai-Regular",
    ))
)  # fmt: skip
SHORT = {
    "NotoSerifSC-Regular": "Song", "SourceSerif4-Regular": "Serif", "LXGWWenKai-Regular": "Kai",
    "NotoSansSC-SemiBold": "Hei", "SourceSerif4-Bold": "Serif-Bold",
}  # fmt: skip


def items(text: str, faces: FaceSet = FACES, findings: Findings | None = None) -> Items:
    return itemize([Stretch(text, faces, HERE)], EM, TextStyle(), 0, Findings() if findings is None else findings)


def faces_of(text: str, faces: FaceSet = FACES) -> str:
    """The faces of a text: ``Serif:ab Kai:ʃ``."""
    made = items(text, faces)
    runs = groupby(zip(made.fount, made.text, strict=True), key=lambda pair: pair[0].face)
    return " ".join(f"{SHORT[face]}:{''.join(character for _, character in run)}" for face, run in runs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by‑the‑way", "Serif:by‑the‑way"),  # the face's own hyphen is drawn
        ("Na⁺ ions", "Serif:Na Kai:⁺ Serif: ions"),
        ("ʃip əgo", "Kai:ʃ Serif:ip əgo"),
        ("⁺ first", "Kai:⁺ Serif: first"),
        ("last ⁺", "Serif:last  Kai:⁺"),
        ("字ʃ字", "Song:字 Kai:ʃ Song:字"),
        ("caʃ\u0301e", "Serif:ca Kai:ʃ\u0301 Serif:e"),  # with the mark that combines with it
        ("e\u0301", "Serif:e\u0301"),
        ("be\u0332x", "Serif:b Kai:e\u0332 Serif:x"),  # a mark that the Latin face lacks takes its letter along
        ("x\u212by", "Serif:x\u212by"),
        ("an\u2060ʃ\u2060x", "Serif:an\u2060 Kai:ʃ\u2060 Serif:x"),
        ("plain", "Serif:plain"),
    ],
)
def test_only_what_is_lacking_is_lent(text: str, expected: str) -> None:
    assert faces_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("CO₂排", "Hei:CO Serif-Bold:₂ Hei:排"), ("ʃx", "Kai:ʃ Hei:x"), ("SO₃²", "Hei:SO Serif-Bold:₃ Hei:²")],
)
def test_bold_text_is_lent_to_by_a_bold_face_where_one_has_it(text: str, expected: str) -> None:
    assert faces_of(text, BOLD) == expected


def test_a_heap_of_marks_is_cut() -> None:
    heap = "e" + "\u0332\u0301" * 1_000
    assert {len(cluster) for cluster in clusters(heap)} == {31, 2001 % 31}
    assert len(items(heap).glyph) == len(heap)


def test_ligatures_and_kerning_stay_on_both_sides() -> None:
    together, apart = items("office⁺AVAT"), items("office")
    assert together.glyph[:6] == apart.glyph[:6]
    assert -1 in together.glyph[:6], "ffi is one glyph"
    assert together.advance[:6] == apart.advance[:6]
    kerned = items("AVAT")
    assert together.advance[7:] == kerned.advance
    assert sum(kerned.advance) < sum(sum(items(letter).advance) for letter in "AVAT")


def test_what_a_latin_face_lends_has_the_size_of_the_text_and_what_a_han_face_lends_that_of_hanzi() -> None:
    setting = LatinSetting(scale=900, shift=40)
    scaled = CATALOG.faces(
        FaceChoice("NotoSansSC-SemiBold", "NotoSansSC-SemiBold", ("LXGWWenKai-Regular",), setting, (
            "SourceSerif4-Bold", "LXGWWenKai-Regular",
        ))
    )  # fmt: skip
    assert [fount[1:] for fount in items("a₂ʃ", scaled).fount] == [(9_000, 400), (9_000, 400), (10_000, 0)]


def test_each_character_that_is_lent_is_told_and_what_looks_the_same_is_not() -> None:
    findings = Findings()
    items("A‑B ʃ 甲⋅乙 x\u2009y CO₂", FACES, findings)
    assert [(item.rule, dict(item.arguments)["character"], item.span.column) for item in findings] == [
        ("character-borrowed", "ʃ", HERE.column + 4)
    ]
    told = dict(next(iter(findings)).arguments)
    assert (told["face"], told["lender"]) == ("SourceSerif4-Regular", "LXGWWenKai-Regular")


def test_what_the_han_face_lends_to_western_text_is_told() -> None:
    findings = Findings()
    faces = FACES._replace(latin=CATALOG.face("LXGWWenKai-Regular"), han=CATALOG.face("SourceSerif4-Regular"))
    made = items("x⁻", faces._replace(western=None, fallback=()), findings)
    assert made.fount[0].face == "LXGWWenKai-Regular"
    assert rules_of(findings) == ["character-missing"], "neither has it"


def test_what_no_face_has_is_a_geta_mark_among_western_letters() -> None:
    findings = Findings()
    made = items("ab\U000e0000c", FACES, findings)
    assert rules_of(findings) == ["character-missing"]
    assert made.glyph[2] == FACES.han.glyph("〓")
    assert [fount.face for fount in made.fount][::3] == ["SourceSerif4-Regular"] * 2


def test_a_mark_that_no_face_has_is_not_missed_where_its_letter_has_it(tmp_path: Path) -> None:
    write_font(tmp_path / "Plain.ttf", Design("Plain", characters="aeéx 〓国"))
    faces = Catalog([str(tmp_path)]).faces(FaceChoice("Plain", ""))
    findings = Findings()
    made = items("e\u0301", faces, findings)
    assert made.glyph == (faces.latin.glyph("é"), -1)
    assert rules_of(findings) == []
    items("x\u0301", faces, findings)
    assert rules_of(findings) == ["character-missing"]


@pytest.mark.parametrize("mark", "’‘“”·")
def test_marks_of_words_are_narrow_in_a_face_made_for_chinese_too(mark: str) -> None:
    made = items("“it” ‘is’ A·B", BOLD)
    at = made.text.index(mark)
    assert made.fount[at].face == "NotoSansSC-SemiBold"
    assert 200 * EM < 1000 * made.advance[at] < 600 * EM
    assert items("国“国”国’国", BOLD).advance[1] == EM, "among hanzi a quote has its em"


def test_a_dash_of_several_ems_is_lent_by_a_face_where_it_is_so_long() -> None:
    kai = CATALOG.faces(FaceChoice("LXGWWenKai-Regular", "SourceSerif4-Italic", ("NotoSerifSC-Regular",)))
    findings = Findings()
    made = items("国⸻国", kai, findings)
    assert (made.advance[1], made.fount[1].face) == (3 * EM, "NotoSerifSC-Regular")
    assert rules_of(findings) == ["character-borrowed"]
    assert items("国⸻国", kai._replace(fallback=())).fount[1].face == "SourceSerif4-Italic", "where no other has it"


@pytest.mark.parametrize("mark", "—⸺⸻")
def test_a_dash_among_hanzi_has_the_chinese_form(mark: str) -> None:
    width = {"—": 1, "⸺": 2, "⸻": 3}[mark]
    made = items(f"甲{mark}乙")
    extents = FACES.han.hb_font.get_glyph_extents(made.glyph[1])
    assert extents is not None
    assert extents.y_bearing + extents.height // 2 == 380
    assert (made.advance[1], made.offset[1]) == (width * EM, 0)


@pytest.mark.parametrize("text", ["国–国", "国-国", "“国”–国"])
def test_a_short_connector_among_hanzi_stands_at_half_their_height(text: str) -> None:
    made = items(text)
    at = text.index("国", 1) - 1 if text[0] == "国" else 3
    assert text[at] in "–-"
    extents = FACES.han.hb_font.get_glyph_extents(made.glyph[at])
    assert extents is not None
    middle = extents.y_bearing + extents.height / 2
    assert made.fount[at].rise + middle * EM / 1000 == pytest.approx(3_800, abs=10)
    assert {fount.rise for index, fount in enumerate(made.fount) if index != at} == {0}


@pytest.mark.parametrize("text", ["Knuth–Plass", "国–A", "A-国", "国—国", "国～国", "12–15", "国‐国"])
def test_a_connector_beside_letters_or_on_the_axis_stays(text: str) -> None:
    assert {fount.rise for fount in items(text).fount} == {0}


def test_a_dash_between_english_words_stays_the_latin_face_s() -> None:
    made = items("word—word")
    assert {fount.face for fount in made.fount} == {"SourceSerif4-Regular"}
