"""Paragraphs in a style that an article asks for: any of the layout's, with rules of composition of its own."""

from __future__ import annotations

from galleys import lines, text_starts
from squares import rules_of

from huozi.diagnostics import Findings, Severity
from huozi.messages import MESSAGES

MARKS = ("styles.half.based_on", "body"), ("styles.half.text.marks", "banjiao")
TEXT = "字，字，字，字，字。"


def styled(style: str, text: str) -> str:
    return f"::: {{style={style}}}\n{text}\n:::\n"


def test_a_style_brings_its_own_rules_of_composition() -> None:
    inside, outside = (lines(text, *MARKS)[0].ems for text in (styled("half", TEXT + "字"), TEXT + "字"))
    assert (inside[0], outside[0]) == (2, 2)
    found = lines(styled("half", "字" * 4 + "，字" * 9), *MARKS)
    assert [line.text for line in found] == ["字" * 4 + "，字" * 9]  # 2 + 4 + 9 × 1½ ems
    assert len(lines("字" * 4 + "，字" * 9, *MARKS)) == 2


def test_a_style_is_set_in_from_both_sides_by_what_it_says() -> None:
    insets = ("styles.in.based_on", "body"), ("styles.in.inset_left", "3字"), ("styles.in.inset_right", "2字")
    found = lines(styled("in", "字" * 20), *insets)
    assert text_starts(found) == [5, 3]
    assert [len(line.text) for line in found] == [13, 7]


def test_empty_lines_of_a_style_stand_around_all_its_paragraphs() -> None:
    space = ("styles.far.based_on", "body"), ("styles.far.before", "1"), ("styles.far.after", "1")
    found = lines("前\n\n" + styled("far", "甲\n\n乙") + "\n后", *space)
    assert [line.text for line in found] == ["前", "", "甲", "乙", "", "后"]


def test_lists_within_keep_their_style_and_stand_in_its_frame() -> None:
    found = lines(styled("in", "甲\n\n- 乙"), ("styles.in.inset_left", "3字"))
    assert text_starts(found) == [3, 5]


def test_a_style_within_another_is_set_in_further_and_has_its_own_rules() -> None:
    own = (*MARKS, ("styles.in.inset_left", "3字"))
    found = lines(styled("in", "甲\n\n" + styled("half", "乙，丙")), *own)
    assert text_starts(found)[0] == 3
    assert found[1].text == "乙，丙"
    assert found[1].ems[0] == 5


def test_a_line_that_is_not_justified_ends_where_the_column_ends() -> None:
    right = ("styles.end.align", "right"), ("styles.end.size", "7pt")
    (found,) = lines(styled("end", "字字"), *right)
    assert found.ems[0] == 20 - 1.4


def test_a_style_that_the_layout_does_not_have_is_a_finding_with_the_nearest() -> None:
    findings = Findings()
    found = lines(styled("haff", TEXT), *MARKS, findings=findings)
    assert found[0].text == TEXT
    assert [(item.rule, item.span.line, dict(item.arguments)) for item in findings] == [
        ("text-style-unknown", 1, {"style": "haff", "known": "half"})
    ]
    assert MESSAGES["text-style-unknown"].severity is Severity.ERROR


def test_the_paragraphs_of_an_unknown_style_look_like_those_around() -> None:
    findings = Findings()
    found = lines("> ::: {style=nothing}\n> 字\n> :::", findings=findings)
    assert text_starts(found) == [4]
    assert rules_of(findings) == ["text-style-unknown"]
