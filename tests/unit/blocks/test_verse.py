"""Verse: its lines kept, the block of them centred by whole ems, long lines turned over further in."""

from __future__ import annotations

from galleys import line_of, lines, rows, text_starts
from squares import EM, rules_of

from huozi.diagnostics import Findings
from huozi.galley import SetParagraph

LEFT = ("styles.verse.align", "left")


def verse(*lines: str) -> str:
    return "\n".join(("::: verse", *lines, ":::"))


def test_every_line_of_the_source_is_a_line_and_all_begin_below_each_other() -> None:
    found = [line for line in lines(verse("一二三四五，", "一二三。", "一二三四五六七。")) if line.texts]
    assert [line.text for line in found] == ["一二三四五，", "一二三。", "一二三四五六七。"]
    assert set(text_starts(found)) == {6}  # (16 - 7.5) // 2 ems within the insets of 2


def test_verse_may_be_set_in_instead_of_centred() -> None:
    found = [line for line in lines(verse("一二三", "四"), LEFT) if line.texts]
    assert set(text_starts(found)) == {2}


def test_steps_of_ideographic_spaces_are_kept() -> None:
    found = [line for line in lines(verse("一二三四", "　　五六"), LEFT) if line.texts]
    assert [line.text for line in found] == ["一二三四", "　　五六"]
    assert [line.ems[-1] for line in found] == [2, 2]


def test_a_line_wider_than_the_measure_is_turned_over_and_moved_in() -> None:
    found = [line for line in lines(verse("字" * 20, "短行")) if line.texts]
    assert [line.text for line in found] == ["字" * 16, "字" * 4, "短行"]
    assert text_starts(found) == [2, 4, 2]


def test_stanzas_are_apart_by_empty_lines_and_never_lose_a_single_line() -> None:
    found = rows(verse("甲", "乙", "丙", "", "丁", "戊"))
    assert [line_of(row).text for row in found] == ["", "甲", "乙", "丙", "", "丁", "戊", ""]
    assert [row.breakable for row in found[1:4]] == [False, False, True]
    assert [row.breakable for row in rows(verse("甲", "乙", "丙", "丁"))[1:5]] == [False, True, False, True]


def test_its_source_follows_the_longest_line_and_stays_with_the_last_one() -> None:
    found = rows(verse("一二三四五六七八九十", "甲", "——某"))
    assert line_of(found[-2]).text == "——某"
    assert line_of(found[-2]).ems[0] == 5 + 7  # flush with the longest line
    assert not found[-3].breakable


def test_a_source_wider_than_the_lines_begins_further_in_than_they() -> None:
    found = [line for line in lines(verse("一二", "三四", "——某某某某")) if line.texts]
    assert text_starts(found) == [9, 9, 11]


def test_a_stanza_has_the_same_lines_however_it_is_asked() -> None:
    from galleys import galley

    stanza = next(piece for piece in galley(verse("甲", "乙")) if isinstance(piece, SetParagraph))
    assert [len(stanza.cast(lines)) for lines in (1, 2, 3)] == [2, 2, 2]


def test_a_word_wider_than_the_measure_is_a_finding_and_stays_on_the_page() -> None:
    findings = Findings()
    found = lines(verse("A" * 100), findings=findings)
    assert rules_of(findings) == ["word-broken"]
    assert "".join(line.text for line in found) == "A" * 100


def test_verse_in_a_narrow_column_keeps_its_lines() -> None:
    found = lines(verse("一二三四五六七八"), ("page.type_area.characters", "3"))
    assert "".join(line.text for line in found) == "一二三四五六七八"
    assert all(line.ems[0] * EM % EM == 0 for line in found if line.texts)
