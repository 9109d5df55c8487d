"""Every character of Unicode has a class, and what draws nothing has no width."""

from __future__ import annotations

import subprocess
import sys

import pytest
from squares import ROOT

from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.characters.context import resolve_classes
from huozi.paragraph.characters.unicode_runs import _COMPOSITION, _LINE_BREAK, composition_letter, line_break_letter


def test_every_code_point_has_a_class() -> None:
    assert set(_COMPOSITION.letters) <= set(cc.ALL)
    for runs in (_COMPOSITION, _LINE_BREAK):
        assert runs.starts[0] == 0
        assert runs.starts == sorted(set(runs.starts))
    assert composition_letter(0x10FFFF) == cc.HAN
    assert line_break_letter(0x10FFFF) == line_break_letter(0xE000)


@pytest.mark.parametrize(
    ("kind", "characters", "name"),
    [
        ("hanzi beyond the BMP", "𠮷𰻞\U0002a6d6\U000323af", "H"),
        ("compatibility ideographs", "豈\U0002f800", "H"),
        ("full-width letters and digits", "Ａｚ０９", "H"),
        ("kana", "あアゃッー", "h"),
        ("half-width kana", "ｱﾞｯ", "h"),
        ("half-width marks", "｡､｣", "r"),
        ("half-width opening bracket", "｢", "q"),
        ("half-width middle dot", "･", "h"),
        ("bopomofo and Yi", "ㄅꀀ", "h"),
        ("Hangul", "한ᄒ", "w"),
        ("vertical forms", "︐︑︒︗︘︙︱﹁﹂", "h"),
        ("small commas", "﹐﹑﹔﹕", "P"),
        ("small stops", "﹒﹖﹗", "S"),
        ("small brackets", "﹙﹚", "h"),
        ("hyphens and dashes", "‐－﹘﹣―", "N"),
        ("points in the middle", "•∙⋅", "I"),
        ("enclosed and squared", "①㊀⒈㍿🈚", "h"),
        ("square units", "㎡㎏㏄㍱", "Y"),
        ("symbols", "■★※♥", "h"),
        ("signs between two things", "→∶≤≠≡≈＝＜＞＋∥⊥∈∪⊂∽≌⇒⟺", "G"),
        ("signs before what they are of", "√∠∑∫∵∴⊙∂", "Z"),
        ("rarer signs of mathematics", "⨁⟀∅", "g"),
        ("parts of formulas", "₂₄⁴⁺⁻⅓™", "w"),
        ("emoji", "😀👍🏻🇨", "h"),
        ("letters with accents", "éÀñőǚ", "W"),
        ("Greek and Cyrillic", "αΩжЯ", "W"),
        ("other scripts", "אعกकა", "w"),
        ("currency before its number", "€¥$£", "F"),
        ("currency of other scripts", "₩₽₿", "f"),
        ("suffixes", "%‰°¢", "X"),
        ("signs of numbers", "+−±", "F"),
        ("spaces of their own width", "\u2002\u2003\u2009\u202f\u205f", "e"),
        ("ideographic space", "\u3000", "E"),
        ("no-break space", "\u00a0", "b"),
        ("variation selectors", "\ufe00\ufe0f\U000e0100", "u"),
        ("combining marks", "\u0301\u3099\u20dd\u0e34\u0361", "u"),
        ("joiners and hints", "\u200b\u200d\u2060\ufeff\u00ad\u200c", "u"),
        ("directions of writing", "\u200e\u202e\u2067\u2069", "u"),
        ("controls", "\x00\x07\x1b\x7f\t\n\u2028", "h"),
        ("private use", "\ue000\U000f0000", "h"),
        ("unassigned and noncharacters", "\u0378\ufdd0\uffff\U0010ffff", "h"),
        ("lone surrogates", "\ud800\udfff", "h"),
    ],
)
def test_characters_have_the_class_of_their_kind(kind: str, characters: str, name: str) -> None:
    assert cc.classes(characters) == name * len(characters), kind


@pytest.mark.parametrize(
    ("characters", "name"),
    [
        ("（《「『“‘【〔〈［｛〖｟〘〚〝", "O"),
        ("）》」』”’】〕〉］｝〗｠〙〛〞〟", "C"),
        ("、，：；﹐﹑﹔﹕", "P"),
        ("。？！‼⁇⁈⁉．﹒﹖﹗", "S"),
        ("·・‧•∙⋅", "I"),
        ("–—―～〜-‐－﹘﹣", "N"),
        ("／/", "L"),
        ("⸺⸻…", "D"),
        ("([{", "Q"),
        (")]},.;:!?", "R"),
        ("¥$€£#+−±", "F"),
        ("%‰°′″‱¢", "X"),
        ("￥＃＄￡№", "Z"),
        ("％℃℉￠㍱㍺㎀㏟㏿", "Y"),
        ("&*<=>@^_`~", "W"),
    ],
)
def test_every_mark_has_its_class(characters: str, name: str) -> None:
    assert cc.classes(characters) == name * len(characters)


@pytest.mark.parametrize(
    ("characters", "classes"),
    [
        ("azAZ09", "WWWWWW"),
        ("À×Ö÷ØöøɏɐƏ", "WwWwWWWWwW"),
        ("ΐΑΡ\u03a2ΣώϏ", "wWWhWWw"),
        ("ϿЀҁ҂", "wWWh"),
        ("／０９：＠ＡＺ［｀ａｚ｛", "LHHPhHHOhHHO"),
        ("\u4dff一鿿ꀀ", "hHHh"),
        ("㏿㐀䶿䷀", "YHHh"),
        ("\U0001ffff𠀀\U0002fffd\U0002fffe", "hHHh"),
        ("\U0002ffff\U00030000\U0003fffd\U0003fffe", "hHHh"),
        ("\uf8ff豈\ufaffﬀ", "hHHw"),
        ("㍰㍱㍺㍻㍿㎀㏟㏠", "hYYhhYYh"),
    ],
)
def test_a_block_of_characters_ends_where_it_ends(characters: str, classes: str) -> None:
    assert cc.classes(characters) == classes


IGNORED = [
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0001, 0xE0001),
    (0xE0020, 0xE007F), (0xE0100, 0xE01EF),
]  # fmt: skip
"""Default_Ignorable_Code_Point of Unicode 15.0, where a code point is assigned: first and last."""


@pytest.mark.parametrize(("first", "last"), IGNORED)
def test_what_unicode_says_to_ignore_draws_nothing(first: int, last: int) -> None:
    drawn = [cc.draws_nothing(chr(code)) for code in (first - 1, first, last, last + 1)]
    assert drawn == [False, True, True, False]


@pytest.mark.parametrize("character", "\u00ad\u200b\u200d\u2060\ufeff\ufe0f\U000e0101\u202e")
def test_what_only_says_something_draws_nothing(character: str) -> None:
    assert cc.draws_nothing(character)


@pytest.mark.parametrize("character", "国A \u3000\u0301\x07\ue000\u0378")
def test_what_is_seen_or_unknown_is_drawn(character: str) -> None:
    assert not cc.draws_nothing(character)


PLAIN = "国字，。（A1）“中文”Latin 12.5%…… 列夫·托尔斯泰——é、e-mail 10–20"


@pytest.mark.parametrize(("text", "loaded"), [(PLAIN, False), (PLAIN + "カ", True)])
def test_the_tables_of_unicode_are_read_only_where_a_text_needs_them(text: str, loaded: bool) -> None:
    program = (
        "import sys\n"
        "import huozi.paragraph.compose\n"
        "from huozi.paragraph.rules.opportunities import break_opportunities\n"
        f"break_opportunities({text!r})\n"
        "print('huozi.paragraph.characters.unicode_data' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == str(loaded)


@pytest.mark.parametrize(
    ("name", "classes"),
    [("𠮷·R·R", "HIWIW"), ("R·R·𠮷", "WIWIH"), ("㐀·A·B·丙", "HIWIWIH"), ("A·R·R", "WWWWW"), ("〇·R", "HIW")],
)
def test_a_name_that_is_han_in_part_has_han_points_whatever_plane_its_hanzi_are_of(name: str, classes: str) -> None:
    assert resolve_classes(name) == classes
