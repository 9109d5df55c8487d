"""Profiles of composition: JLREQ's own order and limits of adjustment beside CLREQ's."""

from __future__ import annotations

import pytest
from squares import EM, HERE, ROOT, TESTS, composed, rules_of

from huozi.diagnostics import Findings
from huozi.paragraph.explain import characters
from huozi.paragraph.rules.spacing import COMPRESS_STEPS, pair
from huozi.style.house import House
from huozi.style.load import load_stylesheet
from huozi.style.text_style import Profile, TextStyle

HOUSE = House((str(TESTS / "layout"), str(ROOT / "layout")), (str(TESTS / "fonts"), str(ROOT / "fonts")))
JLREQ = TextStyle(profile="jlreq", fill="pull-in")
CLREQ = TextStyle(profile="clreq", fill="pull-in")


def steps(before: str, after: str, profile: Profile) -> dict[str, int]:
    """What each compression step may take between two classes."""
    row = pair(before, after, TextStyle(profile=profile), 375)
    return {COMPRESS_STEPS[step]: room for step, room in row.compress}


@pytest.mark.parametrize(
    ("before", "after", "clreq", "jlreq"),
    [
        ("P", "H", {"pause": 500}, {"bracket": 500}),
        ("C", "H", {"bracket": 500}, {"bracket": 500}),
        ("H", "O", {"bracket": 500}, {"bracket": 500}),
        ("S", "H", {"stop": 500}, {}),
        ("I", "H", {}, {"interpunct": 250}),
        ("H", "I", {}, {"interpunct": 250}),
        ("H", "W", {"han-latin": 125}, {"han-latin": 125}),
        ("B", "W", {"western-space": 125}, {"western-space": 125}),
    ],
)
def test_jlreq_takes_brackets_and_commas_alike_and_never_from_a_full_stop(
    before: str, after: str, clreq: dict[str, int], jlreq: dict[str, int]
) -> None:
    assert steps(before, after, "clreq") == clreq == steps(before, after, "unicode")
    assert steps(before, after, "jlreq") == jlreq


def adjusted(text: str, ems: float, rules: TextStyle) -> dict[str, float]:
    line = composed(text, ems, rules).set()[0]
    return {step.step: step.amount / EM for step in line.adjustments}


def test_a_line_of_jlreq_takes_as_much_from_a_bracket_as_from_a_comma() -> None:
    text = "国，国（国）国国"  # a line more would hold one character
    assert adjusted(text, 7.25, JLREQ) == {"bracket": -0.75}
    assert adjusted(text, 7.25, CLREQ) == {"bracket": -0.75}
    work = composed(text, 7.25, JLREQ)
    widths = [character.advance for character in characters(work, work.set()[0])]
    assert widths[1] == widths[4 + 1] == EM * 3 // 4
    assert adjusted("国，国（国国国国国国国", 5.25, CLREQ) == {"bracket": -0.5, "pause": -0.25}


def test_the_middle_dot_of_jlreq_has_a_quarter_em_on_each_side() -> None:
    assert composed("国・国", 99, JLREQ).set()[0].width == 3 * EM
    assert composed("国・国", 99, CLREQ).set()[0].width == 2.5 * EM
    assert adjusted("国・国国国国国国国", 3.5, JLREQ) == {"interpunct": -0.5}


def test_jlreq_widens_no_gap_beside_a_mark() -> None:
    work = composed("国、国国国国国国国国", 4.5, TextStyle(profile="jlreq", fill="push-out"))
    line = work.set()[0]
    moved = [character.advance - EM for character in characters(work, line)]
    assert line.width == 4.5 * EM
    assert moved == [0, 0, EM // 2, 0], "nothing beside the comma"


@pytest.mark.parametrize("profile", ["clreq", "jlreq", "unicode"])
def test_a_layout_may_ask_for_each_profile(profile: Profile) -> None:
    findings = Findings()
    sheet = load_stylesheet("square", HOUSE, (("text.profile", profile),), findings)
    assert rules_of(findings) == []
    assert sheet.styles["body"].text.profile == profile


def test_a_cluster_is_whole_even_where_a_word_has_to_be_broken() -> None:
    text = "กำ็ก็" * 20 + "e\u0301" * 20
    work = composed(text, 1, CLREQ)
    found = [text[line.start : line.end] for line in work.set()]
    assert "".join(found) == text
    assert all(line[0] in "กำe" for line in found)


def test_a_run_of_signs_wider_than_its_line_is_broken_and_reported() -> None:
    findings = Findings()
    assert max(line.width for line in composed("★" * 30, 5, CLREQ, findings=findings).set()) <= 5 * EM
    assert "word-broken" in rules_of(findings)
    assert HERE.line == next(iter(findings)).span.line


@pytest.mark.parametrize(("mark", "hangs"), [("，", True), ("。", True), ("？", False), ("：", False)])
def test_commas_and_full_stops_alone_hang_in_jlreq(mark: str, hangs: bool) -> None:
    rules = TextStyle(profile="jlreq", line_end="hang", fill="push-out")
    ends = [line.end for line in composed(f"国国国国国{mark}国国国国国国国", 5, rules).set()]
    assert (ends[0] == 6) == hangs
