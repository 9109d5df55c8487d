"""Where lines may end: profiles, hints, addresses, what context makes of the marks that two writings share."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from squares import EM, HERE, ROOT, TESTS, composed, lines, rules_of
from test_uax14 import LINE_BREAK_TEST, NEEDS_PACKAGE, read_cases

from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.characters.context import SHARED, find_addresses, resolve_classes
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.model import Items
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.rules.opportunities import break_opportunities
from huozi.style.text_style import FaceChoice, Kinsoku, Profile, TextStyle

DIFFERENCES = TESTS / "cases" / "breaking" / "clreq-differences.txt"
PROFILES: tuple[Profile, ...] = ("clreq", "jlreq", "unicode")


def parts(text: str, profile: Profile = "clreq") -> str:
    """A text with a bar wherever one of its lines may end."""
    may = break_opportunities(text, profile).may
    return "|".join(text[start:end] for start, end in zip((0, *may), may, strict=False))


# ------------------------------------------------------------------ profiles

DIFFERING = [
    # text, clreq, jlreq, unicode
    ("甲·乙", "甲·|乙", "甲·|乙", "甲|·|乙"),
    ("甲～乙", "甲～|乙", "甲～|乙", "甲|～|乙"),
    ("甲—乙", "甲—|乙", "甲—|乙", "甲|—|乙"),
    ("甲／乙", "甲／乙", "甲|／|乙", "甲|／|乙"),
    ("甲/乙", "甲/乙", "甲|/|乙", "甲/|乙"),
    ("甲：“乙", "甲：|“乙", "甲：|“乙", "甲：“乙"),
    ("甲……乙", "甲|……|乙", "甲|……|乙", "甲……|乙"),
    ("e-mail", "e-mail", "e-mail", "e-|mail"),
    ("2024-12-31", "2024-12-31", "2024-12-31", "2024-12-31"),
    ("甲-乙", "甲-|乙", "甲-|乙", "甲-|乙"),
    ("ちゃーん", "ちゃー|ん", "ちゃー|ん", "ちゃー|ん"),
    ("人々、ゝ", "人々、ゝ", "人々、ゝ", "人々、ゝ"),
    ("100㎡的", "100㎡|的", "100㎡|的", "100|㎡|的"),
]


@pytest.mark.parametrize("row", DIFFERING, ids=lambda row: row[0])
def test_each_profile_has_its_own_ends_of_lines(row: tuple[str, str, str, str]) -> None:
    assert [parts(row[0], profile) for profile in PROFILES] == list(row[1:])


def test_small_kana_may_start_a_line_at_the_loose_level_of_jlreq_alone() -> None:
    may = {
        (profile, level): 1 in break_opportunities("ちゃん", profile, level).may
        for profile in PROFILES
        for level in get_args(Kinsoku)
    }
    assert {key for key, found in may.items() if found} == {("jlreq", "none"), ("jlreq", "basic")}


@NEEDS_PACKAGE
def test_clreq_differs_from_uax14_at_named_marks_alone_and_these_are_all_pairs(renewed: bool) -> None:
    rows = sorted({row for text, _ in read_cases(LINE_BREAK_TEST) for row in differences(text)})
    written = "".join(f"{row}\n" for row in rows)
    if renewed:
        head = DIFFERENCES.read_text(encoding="utf-8").split("\n\n")[0]
        DIFFERENCES.write_text(f"{head}\n\n{written}", encoding="utf-8")
    assert written == DIFFERENCES.read_text(encoding="utf-8").split("\n\n")[1]


NAMED = {mark for marks in cc.MARKS.values() for mark in marks} - {" "} | {"\u00ad"}


def differences(text: str) -> list[str]:
    """What clreq does otherwise than UAX #14 in a text, a row a place; each must be at a mark that the tables name."""
    plain, ours = (set(break_opportunities(text, profile).may) for profile in ("unicode", "clreq"))
    found = []
    for count in sorted(plain ^ ours):
        tied = [character for character in text[:count] if cc.classes(character) != "u"]
        before = "".join(tied).rstrip(" ")[-1:]
        assert {before, text[count - 1], text[count]} & NAMED, (text, count)
        spaced = "␣" if text[count - 1] == " " else ""
        signs = "÷ ×" if count in plain else "× ÷"
        found.append(f"U+{ord(before):04X}{spaced} U+{ord(text[count]):04X} {signs}" if before else f"␣ {signs}")
    return found


# ------------------------------------------------------------------ hints and what cannot be parted


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("甲\u2060乙丙", "甲\u2060乙|丙"),
        ("甲\u00a0乙丙", "甲\u00a0乙|丙"),
        ("甲\ufeff乙", "甲\ufeff乙"),
        ("AB\u200bCD", "AB\u200b|CD"),
        ("A/\u200bB", "A/\u200b|B"),
        ("甲\u200b，乙", "甲\u200b，|乙"),
        ("甲“\u2060乙", "甲|“\u2060乙"),
        ("甲，\u2060乙", "甲，\u2060乙"),
        ("（ 甲", "（ 甲"),
        ("( A", "( A"),
        ("Wörter\u00adbuch", "Wörter\u00adbuch"),
        ("葛\U000e0100飾", "葛\U000e0100|飾"),
        ("甲，\ufe00乙", "甲，\ufe00|乙"),
        ("甲e\u0301e\u0301乙", "甲|e\u0301e\u0301|乙"),
        ("か\u3099き", "か\u3099|き"),
        ("甲👨\u200d👩\u200d👧乙", "甲|👨\u200d👩\u200d👧|乙"),
        ("👍🏻👍", "👍🏻|👍"),
        ("🇨🇳🇯🇵", "🇨🇳|🇯🇵"),
        ("한국 사람", "한|국 |사|람"),
        ("\u1112\u1161\u11ab甲", "\u1112\u1161\u11ab|甲"),
        ("ภาษาไทย甲", "ภาษาไทย|甲"),
        ("हिन्दी甲", "हिन्दी|甲"),
        ("甲العربية乙", "甲|العربية|乙"),
        ("為−5度", "為|−5|度"),
        ("为-5度", "为|-5|度"),
        ("为－５度", "为|－５|度"),
        ("自3月-5月开", "自|3|月-5|月|开"),
        ("自五月-8月开", "自|五|月-8|月|开"),
        ("三-8岁", "三-8|岁"),
        ("电（025）-8371", "电|（025）-8371"),
        ("在5℃-8℃下", "在|5℃-8℃|下"),
        ("（-5度）", "（-5|度）"),
        ("A-5", "A-5"),
        ("3−5", "3−5"),
        ("約¥100元", "約|¥100|元"),
        ("约￥100元", "约|￥100|元"),
        ("占50％的", "占|50％|的"),
        ("25℃下", "25℃|下"),
        ("約3.14和1,000", "約|3.14|和|1,000"),
        ("第10–20页", "第|10–20|页"),
        ("在3·15晚会", "在|3·15|晚|会"),
        ("A/B测试", "A/B|测|试"),
        ("「ｱｲ｡｣、", "「ｱ|ｲ｡｣、"),
        ("（１２）甲", "（１２）|甲"),
        ("１９４９－１９９９年", "１９４９－|１９９９|年"),
        ("１．５倍", "１．５|倍"),
        ("在２０２４．１２．３１止", "在|２０２４．１２．３１|止"),
        ("达到25 ℃呢", "达|到|25 ℃|呢"),
        ("约10 000元", "约|10 000|元"),
        ("约10\u202f000元", "约|10\u202f000|元"),
        ("重10 kg的", "重|10 kg|的"),
        ("重10 000 kg的", "重|10 000 kg|的"),
        ("在2024 kings里", "在|2024 |kings|里"),
        ("№ 5号", "№ 5|号"),
        ("H₂SO₄的", "H₂SO₄|的"),
        ("甲•乙﹑丙", "甲•|乙﹑|丙"),
        ("甲――乙", "甲|――|乙"),
        ("﹁甲﹂，", "﹁甲﹂，"),
        ("𠮷𠮷。", "𠮷|𠮷。"),
        ("甲€5乙", "甲|€5|乙"),
    ],
)
def test_hints_clusters_numbers_and_forms_of_marks(text: str, broken: str) -> None:
    assert parts(text) == broken


@pytest.mark.parametrize("hint", ["\u200b", "\u2060", "\ufeff", "\u200d", "\u200e", "\ufe0f", "\U000e0100"])
@pytest.mark.parametrize("text", ["国{}国", "国，{}国", "A{}B", "国{}A", "{}国"])
def test_what_only_says_something_has_no_width_draws_nothing_and_is_no_finding(text: str, hint: str) -> None:
    findings = Findings()
    with_hint, without = (composed(text.format(each), 99, findings=findings) for each in (hint, ""))
    assert with_hint.set()[0].width == without.set()[0].width
    asks_for_a_form = hint == "\U000e0100" and not text.startswith("{}")  # which the face of squares has not
    assert rules_of(findings) == (["variant-missing"] if asks_for_a_form else [])
    at = with_hint.items.text.index(hint)
    assert with_hint.items.advance[at] == 0


def test_a_line_ends_at_a_hint_and_keeps_the_trim_of_the_mark_before_it() -> None:
    assert lines("国国国\u2060国国国", 3) == ["国国", "国\u2060国", "国国"]
    assert composed("国国，\u200b国", 2.5).set()[0].width == 2.5 * EM


@pytest.mark.parametrize(
    ("blank", "ems"), [("\u2003", 1), ("\u2002", 0.5), ("\u2009", 0.2), ("\u00a0", 1), ("\u3000", 1)]
)
def test_spaces_of_their_own_width_have_it(blank: str, ems: float) -> None:
    assert composed(f"国{blank}国", 99).set()[0].width == (2 + ems) * EM


@pytest.mark.parametrize("text", ["A\u202fB", "A\u2007B", "国\u202f国"])
def test_no_line_ends_at_a_space_that_joins(text: str) -> None:
    assert parts(text) == text


# ------------------------------------------------------------------ addresses

ADDRESSES = [
    ("见https://example.org/a/b.html，再看", ["https://example.org/a/b.html"]),
    ("（www.example.com）", ["www.example.com"]),
    ("信箱editor@example.com.cn。", ["editor@example.com.cn"]),
    ("见 example.org/a_(b) 与example.org/c)。", ["example.org/a_(b)", "example.org/c"]),
    ("doi:10.1000/xyz123.", ["doi:10.1000/xyz123"]),
    ("3.5/4.2与A/B，e.g./", []),
    ("比例1:2，12:30", []),
]


@pytest.mark.parametrize(("text", "addresses"), ADDRESSES)
def test_addresses_are_found_without_spaces_around_them(text: str, addresses: list[str]) -> None:
    assert [text[start:end] for start, end in find_addresses(text)] == addresses


@pytest.mark.parametrize("profile", ["clreq", "jlreq"])
@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (
            "见https://example.org/a-b/c.html，",
            "见|https://|example.|org/|a-b/|c.|html，",
        ),
        ("https://a.cn/x?y=1&z=%20#t", "https://|a.|cn/|x|?y|=1|&z|=%20|#t"),
        ("editor@example.com", "editor@|example.|com"),
        ("www.a-b.cn/-x/", "www.|a-b.|cn/-x/"),
        ("国http://a.cn/国", "国|http://|a.|cn/|国"),
    ],
)
def test_an_address_is_parted_at_its_separators_and_never_at_a_hyphen(text: str, broken: str, profile: Profile) -> None:
    assert parts(text, profile) == broken


def test_a_line_of_an_address_gets_no_hyphen_and_no_letterspacing() -> None:
    text = "国国国国见https://example.org/a-b/，国国国国国国国国"
    found = lines(text, 13.25)
    assert found == ["国国国国见https://example.", "org/a-b/，国国国国国国国国"]
    work = composed(text, 13.25)
    xs = work.set()[0].xs
    assert {right - left for left, right in pairwise(xs[5:])} == {EM // 2}


def test_a_long_address_takes_no_long_time() -> None:
    for text in ("a." * 50_000, "http://" + ")" * 100_000, "a" * 100_000 + "@", "a-" * 50_000 + "://", "a@" * 50_000):
        assert len(resolve_classes(text)) == len(text)


# ------------------------------------------------------------------ marks of two writings


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("He said “word” to me.", "WWBWWWWBQWWWWRBWWBWWR"),
        ("说“word”。", "HOWWWWCS"),
        ("“Yes,” he said", "QWWWRRBWWBWWWW"),
        ("“A’s”", "QWWWR"),
        ("说„Gut“是", "HQWWWRH"),
        ("„Gut“是“好”", "QWWWRHOHC"),
        ("“A’s”国", "OWWWCH"),
        ("乔治·R·R·马丁", "HHIWIWIHH"),
        ("J·K·罗琳", "WIWIHH"),
        ("A·A·Milne", "WWWWWWWWW"),
        ("他说 “word” ，", "HHEOWWWWCEP"),
        ("iPhone “Pro” 国", "WWWWWWBOWWWCEH"),
        ("A “国” B", "WBOHCBW"),
        ("A “x ‘y’ z” B", "WBQWBQWRBWRBW"),
        ("don’t", "WWWWW"),
        ("the ’90s", "WWWBWWWW"),
        ("国’国", "HCH"),
        ("wait… what", "WWWWWBWWWW"),
        ("A…", "WD"),
        ("A……B", "WDUW"),
        ("one—two", "WWWWWWW"),
        ("国—two", "HNWWW"),
        ("GB/T 15834—2011", "WWWWBWWWWWNWWWW"),
        ("图A—C", "HWNW"),
        ("3·15晚会", "WIWWHH"),
        ("one——two", "WWWDUWWW"),
        ("kW·h", "WWWW"),
        ("J·国", "WIH"),
        ("10–20", "WWWWW"),
        ("国–国", "HNH"),
    ],
)
def test_shared_marks_take_their_form_from_the_text_around_them(text: str, classes: str) -> None:
    assert resolve_classes(text) == classes


def song(text: str) -> Items:
    faces = Catalog([str(ROOT / "fonts")]).faces(FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular"))
    return itemize([Stretch(text, faces, HERE)], EM, TextStyle(), 0, Findings())


@pytest.mark.parametrize("mark", SHARED)
def test_a_shared_mark_has_the_face_and_the_width_of_its_form(mark: str) -> None:
    west, han = song(f"AA{mark}BB “C” D"), song(f"国{mark}国")
    assert west.fount[2].face == "SourceSerif4-Regular"
    assert han.fount[1].face == "NotoSerifSC-Regular"
    assert han.advance[1] == (EM // 2 if mark == "·" else EM)
    assert west.advance[2] < EM
    assert all(west.rows[code].space == 0 for code in west.codes[:4]), "no gap and no blank half beside a Western mark"


@pytest.mark.parametrize(
    ("text", "broken"), [("one—two", "one—|two"), ("say “a b” so", "say |“a |b” |so"), ("a… b", "a… |b")]
)
def test_lines_end_beside_western_marks_as_in_western_text(text: str, broken: str) -> None:
    assert parts(text) == broken
