"""Dialogue and definitions: labels in a face of their own, all that is said hung in by whole ems."""

from __future__ import annotations

import pytest
from galleys import line_of, lines, rows, setting, text_starts
from plain_pages import lay_out
from squares import rules_of

from huozi.blocks.body import set_blocks
from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings
from huozi.display import GlyphRun

LONG = "回答排满一行还多出几个字，转行以后悬挂在首行的下面。"


def dialogue(*turns: str) -> str:
    return "\n\n".join(("::: dialogue", *turns, ":::"))


@pytest.mark.parametrize(("label", "hang"), [("问：", 2), ("张师傅：", 4), ("Q:", 2), ("甲、乙：", 4)])
def test_all_that_is_said_hangs_in_by_the_widest_label(label: str, hang: int) -> None:
    found = lines(dialogue(f"{label}{LONG}", f"答：{LONG}"))
    assert text_starts(found) == [hang] * len(found)
    assert found[0].ems[0] == 0


def test_the_hang_may_be_wider_by_the_layout() -> None:
    assert set(text_starts(lines(dialogue(f"问：{LONG}"), ("styles.dialogue.hang", "3字")))) == {3}


def test_a_label_wider_than_a_third_of_the_line_lets_its_text_run_on() -> None:
    found = lines(dialogue(f"某某研究所所长：{LONG}", f"答：{LONG}"))
    assert found[0].ems == (0, 8)
    assert text_starts(found)[1:] == [2] * (len(found) - 1)


def test_later_paragraphs_of_a_turn_are_indented_and_lists_hang_in_it() -> None:
    found = lines(dialogue(f"答：{LONG}", LONG, "- 项\n- 项"))
    assert [start for start in text_starts(found) if start != 2] == [4, 4, 4]


def test_a_label_before_something_else_than_text_leads_its_first_line() -> None:
    assert lines(dialogue("答：", "1. 甲"))[0].texts == ("答：", "1.", "甲")


def test_a_wide_label_before_something_else_has_its_own_line_and_is_kept_with_it() -> None:
    found = rows(dialogue("某某研究所所长：", "1. 甲"))
    assert [line_of(row).text for row in found] == ["某某研究所所长：", "1.甲"]
    assert not found[0].breakable


def test_a_label_with_nothing_said_is_reported_and_set() -> None:
    findings = Findings()
    assert [line.text for line in lines(dialogue("问：", "答：好"), findings=findings)] == ["问：", "答：好"]
    assert rules_of(findings) == ["dialogue-only-label"]


def test_what_nobody_says_stands_like_the_rest_and_is_reported() -> None:
    findings = Findings()
    found = lines(dialogue("没有说话人", "答：好"), findings=findings)
    assert text_starts(found) == [2, 2]
    assert rules_of(findings) == ["dialogue-no-speaker"]


def test_labels_are_in_the_speakers_face_whatever_marks_the_text_has() -> None:
    findings = Findings()
    blocks = read_markdown(dialogue("**记者：**你好", "**老周**：好"), "a.md", ".", findings).blocks
    found = lay_out(set_blocks(blocks, setting(layout="a4-35x37", findings=findings)))
    faces = [[p.item.face for p in row.slug.items if isinstance(p.item, GlyphRun)] for row in found if row.slug]
    assert faces == [["NotoSansSC-SemiBold", "NotoSerifSC-Regular"]] * 2
    assert not len(findings)


def test_a_narrow_column_sets_labels_and_text_without_losing_any() -> None:
    found = lines(dialogue("某某研究所所长：好的"), ("page.type_area.characters", "4"))
    assert "".join(line.text for line in found) == "某某研究所所长：好的"


# ------------------------------------------------------------------ definitions


def test_a_term_leads_its_meaning_and_turned_over_lines_hang_in() -> None:
    found = lines(f"术语\n: {LONG}\n\n  第二段\n: 又一义")
    assert found[0].texts[0] == "术语"
    assert found[0].ems == (0, 3)
    assert text_starts(found)[1:] == [2] * (len(found) - 3) + [4, 2]


def test_terms_of_one_meaning_share_a_line() -> None:
    assert lines("甲\n乙\n: 解释")[0].texts == ("甲、乙", "解释")


def test_a_term_wider_than_half_the_line_has_its_own() -> None:
    found = rows(f"{'术' * 15}\n: 解释")
    assert [line_of(row).text for row in found] == ["术" * 15, "解释"]
    assert not found[0].breakable


def test_a_term_without_a_meaning_is_reported_and_set() -> None:
    findings = Findings()
    assert [line.text for line in lines("术语\n: \n\n又\n: 义", findings=findings)] == ["术语", "又义"]
    assert rules_of(findings) == ["definition-empty"]
