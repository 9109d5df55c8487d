"""Signs are what they are: they end a word, begin one, or stand between two things, in whatever block they are."""

from __future__ import annotations

import time

import pytest
from squares import EM, composed, lines, rules_of

from huozi.diagnostics import Findings
from huozi.paragraph.characters.context import resolve_classes
from huozi.paragraph.rules.opportunities import break_opportunities


def parts(text: str) -> str:
    """A text with a bar wherever one of its lines may end."""
    may = break_opportunities(text).may
    return "|".join(text[start:end] for start, end in zip((0, *may), may, strict=False))


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("学C++和C#呢", "学|C++|和|C#|呢"),
        ("评A+级5+年", "评|A+|级|5+|年"),
        ("逾100+项", "逾|100+|项"),
        ("血型O−者", "血|型|O−|者"),
        ("离子Na⁺多", "离|子|Na⁺|多"),
        ("住3#楼", "住|3#|楼"),
        ("占20%呢", "占|20%|呢"),
        ("转30°角", "转|30°|角"),
        ("长5′30″呢", "长|5′30″|呢"),
        ("共5㎡呢", "共|5㎡|呢"),
        ("青禾®船", "青|禾®|船"),
        ("青禾™船", "青|禾™|船"),
        ("平方米²的", "平|方|米²|的"),
        ("船坞†说", "船|坞†|说"),
    ],
)
def test_a_sign_that_ends_a_word_is_whole_with_it(text: str, broken: str) -> None:
    assert parts(text) == broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("价$5或€6", "价|$5|或|€6"),
        ("约≥5年", "约≥5|年"),
        ("约≥５年", "约≥５|年"),
        ("，＜０．１％", "，|＜０．１％"),
        ("约±５年", "约|±５|年"),
        ("年限：≥5年", "年|限：|≥5|年"),
        ("（<5）", "（<5）"),
        ("见§3节", "见|§3|节"),
        ("第#1号", "第|#1|号"),
        ("拨+86呢", "拨|+86|呢"),
        ("差±0.5呢", "差|±0.5|呢"),
        ("问@lin说", "问|@lin|说"),
        ("问@林工说", "问|@林|工|说"),
        ("看#渡口#吧", "看|#渡|口#|吧"),
        ("铀²³⁵U的", "铀|²³⁵U|的"),
    ],
)
def test_a_sign_that_begins_a_number_or_a_word_is_whole_with_it(text: str, broken: str) -> None:
    assert parts(text) == broken


BETWEEN = "＝≠＜＞≤≥≈≡＋∈∪∩⊂∥⊥∽≌→⇒∶"


@pytest.mark.parametrize("sign", [*BETWEEN, "=", "<", ">", "+", "×", "÷"])
def test_a_line_ends_after_a_sign_between_two_things_and_never_before_it(sign: str) -> None:
    assert parts(f"甲{sign}乙") == f"甲{sign}|乙"
    assert parts(f"甲{sign}5乙") == (f"甲{sign}5|乙" if sign not in "＋+" else f"甲|{sign}5|乙")
    assert parts(f"m{sign}n乙") == f"m{sign}n|乙"


@pytest.mark.parametrize("sign", [*BETWEEN, "=", "<", ">", "×", "÷"])
def test_signs_of_one_rank_have_one_spacing(sign: str) -> None:
    for text in (f"国{sign}国", f"国{sign}A", f"A{sign}国", f"A{sign}A"):
        assert composed(text, 99).items.rows[composed(text, 99).items.codes[0]].space == 0
        assert composed(text, 99).items.rows[composed(text, 99).items.codes[1]].space == 0


@pytest.mark.parametrize("sign", [*"＝≠≤∥→", "="])
def test_a_formula_is_not_widened_inside(sign: str) -> None:
    work = composed(f"国m{sign}n国A国国国国国国国国国国国国国国国国国国国国国国国", 10.7)
    xs, at = work.set()[0].xs, 1
    assert [right - left for left, right in zip(xs[at:], xs[at + 1 : at + 3], strict=False)] == [
        *work.items.advance[at : at + 2]
    ]


@pytest.mark.parametrize("sign", "∠√∑△□⊙")
def test_a_sign_before_a_letter_belongs_to_it_without_a_gap(sign: str) -> None:
    assert parts(f"设{sign}KLM的") == f"设|{sign}KLM|的"
    work = composed(f"国{sign}A", 99)
    assert [work.items.rows[code].space for code in work.items.codes] == [0, 0]


@pytest.mark.parametrize("sign", "□○△")
def test_a_sign_that_stands_for_a_character_is_as_a_hanzi(sign: str) -> None:
    assert parts(f"某{sign}{sign}县") == f"某|{sign}{sign}|县"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("若x = 5呢", "若|x = |5|呢"),
        ("a + b < c", "a + |b < |c"),
        ("甲 ＝ 乙", "甲 ＝ |乙"),
        ("m ≠ n", "m ≠ |n"),
        ("△KLM≌△PQR", "△KLM≌|△PQR"),
        ("∵∠A=∠B", "∵∠A=|∠B"),
        ("周一~周五", "周|一~|周|五"),
        ("3月~5月", "3|月~5|月"),
        ("约~5呢", "约~5|呢"),
        ("5℃~8℃", "5℃~|8℃"),
        ("互联网+渔业", "互|联|网+|渔|业"),
    ],
)
def test_a_formula_is_parted_after_its_signs(text: str, broken: str) -> None:
    assert parts(text) == broken


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("国“>”国", "HOWCH"),
        ("（<5）", "OWWC"),
        ("3×4", "WWW"),
        ("x=y", "WWW"),
        ("a<b", "WWW"),
        ("1+1", "WWW"),
        ("A&B", "WWW"),
        ("x~y", "WWW"),
    ],
)
def test_a_western_formula_is_a_word(text: str, classes: str) -> None:
    assert resolve_classes(text) == classes


def test_every_pair_of_signs_between_hanzi_is_set_at_two_characters() -> None:
    signs = [chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum()]
    for first in signs:
        for second in signs:
            text = f"国{first}{second}国"
            assert "".join(lines(text, 2)) == text


@pytest.mark.parametrize(
    "formula", ["m≠n＝" * 250, "甲＝" * 500, "a=" * 500, "＝" * 1000, "√" * 1000, "a + " * 250 + "b"]
)
def test_a_formula_of_a_thousand_signs_is_parted_at_its_signs(formula: str) -> None:
    findings = Findings()
    begun = time.perf_counter()
    work = composed(f"国{formula}国", 12, findings=findings)
    assert time.perf_counter() - begun < 20
    found = [work.items.text[line.start : line.end] for line in work.set()]
    assert "".join(found) == f"国{formula}国"
    assert all(line.width <= 12 * EM for line in work.set())
    assert set(rules_of(findings)) <= {"word-broken", "prohibition-relaxed", "character-missing", "line-loose"}
    if formula[0] in "m甲a":
        assert not any(line[0] in "≠＝=+" for line in found)
