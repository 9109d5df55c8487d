"""Lists: labels in a room of whole ems, text hung in by it however the labels look and however deep they nest."""

from __future__ import annotations

import time

import pytest
from galleys import galley, lines, rows, text_starts
from squares import EM, rules_of

from huozi.blocks.numerals import NUMERALS, chinese, numbered
from huozi.diagnostics import Findings
from huozi.display import GlyphRun
from huozi.style.keys.styles import NUMERALS as SIGNS

LONG = "排满一行还多出几个字的一段话，转行以后悬挂在首行的下面。"
ITEM = f"- {LONG}\n"


def test_points_stand_below_each_other_and_text_hangs_by_the_widest_number() -> None:
    found = lines(f"98. 甲\n99. 乙\n100. {LONG}")
    assert [line.texts[0] for line in found[:3]] == ["98.", "99.", "100."]
    assert [line.ems[0] for line in found[:3]] == [1, 1, 0.5]
    assert text_starts(found) == [3] * len(found)


@pytest.mark.parametrize(
    ("example", "labels", "hang"),
    [
        ("一、", ["九、", "十、", "十一、"], 3),
        ("①", ["⑨", "⑩", "⑪"], 2),
        ("（1）", ["（9）", "（10）", "（11）"], 3),
        ("a)", ["i)", "j)", "k)"], 2),
    ],
)
def test_numbers_are_written_as_the_layout_shows_the_first(example: str, labels: list[str], hang: int) -> None:
    found = lines(f"9. 甲\n10. 乙\n11. {LONG}", ("styles.list.numbers", example))
    assert [line.text.removesuffix(text) for line, text in zip(found, "甲乙", strict=False)] == labels[:2]
    assert text_starts(found) == [hang] * len(found)
    if example != "a)":
        assert {line.ems[0] for line in found[:3]} == {0}


def test_a_bullet_stands_in_the_middle_of_its_room() -> None:
    found = lines(ITEM)
    assert found[0].texts[0] == "•"
    assert found[0].ems[0] == 0.75
    assert text_starts(found) == [2] * len(found)


def test_numbers_and_bullets_change_from_level_to_level_and_come_round_again() -> None:
    text = "1. 甲\n   1. 乙\n      1. 丙\n         - 丁\n           - 戊\n             - 己\n"
    found = lines(text, ("styles.list.numbers", "[1., ①]"), layout="square")
    assert [line.texts[0] for line in found] == ["1.", "①", "1.", "•", "–", "•"]
    assert text_starts(found)[:4] == [2, 4, 6, 8]


def test_later_paragraphs_of_an_item_are_indented_below_its_first_line() -> None:
    found = lines(f"- {LONG}\n\n  {LONG}\n")
    half = len(found) // 2
    assert text_starts(found) == [2] * half + [4] + [2] * (half - 1)


def test_a_loose_list_looks_like_a_tight_one_unless_the_layout_parts_its_items() -> None:
    tight, loose = "- 甲\n- 乙\n- 丙\n", "- 甲\n\n- 乙\n\n- 丙\n"
    assert lines(tight) == lines(loose)
    parted = rows(loose, ("styles.list.between", "1行"))
    assert [row.slug is None for row in parted] == [False, True, False, True, False]
    assert len(rows(tight, ("styles.list.between", "1行"))) == 3


def test_an_item_without_text_has_its_label_and_no_empty_line_beside_it() -> None:
    found = lines("1.\n2. 乙\n3.\n")
    assert [line.texts for line in found] == [("1.",), ("2.", "乙"), ("3.",)]


def test_an_item_that_begins_with_a_list_carries_both_labels_in_one_line() -> None:
    found = lines(f"- 1. {LONG}")
    assert found[0].texts[:2] == ("•", "1.") or found[0].texts[:2] == ("1.", "•")
    assert text_starts(found) == [4] * len(found)


def test_an_item_that_begins_with_a_heading_or_a_quotation_is_labelled_there() -> None:
    assert lines("- ## 小标题")[0].texts == ("•", "小标题")
    assert lines("- > 引文")[0].texts == ("•", "引文")


def test_a_label_never_stands_alone_at_the_foot_of_a_column() -> None:
    found = rows(f"甲\n\n1. {LONG * 3}\n")
    labelled = next(row for row in found if row.slug and len(row.slug.items) > 1)
    assert not labelled.breakable


def test_text_stays_on_the_bodys_grid_in_another_size() -> None:
    found = galley(ITEM, ("styles.list.size", "9pt"))
    (paragraph,) = found
    for slug in paragraph.cast(paragraph.lines):  # type: ignore[union-attr]
        runs = [placed for placed in slug.items if isinstance(placed.item, GlyphRun)]
        assert runs[-1].x % EM == 0
        last = runs[-1].x + runs[-1].item.width  # type: ignore[union-attr]
        assert last <= 20 * EM


def test_lists_nested_beyond_the_measure_are_no_longer_set_in() -> None:
    findings = Findings()
    text = "".join(f"{'  ' * level}- 第{level}层\n" for level in range(30))
    found = lines(text, findings=findings)
    assert "inset-too-deep" in rules_of(findings)
    assert len(found) == 16  # what Markdown is read to: 32 lists and items in each other
    assert max(text_starts(found)) < 20
    assert all(line.ems[0] >= 0 for line in found)


def test_a_number_wider_than_the_measure_has_its_own_line() -> None:
    findings = Findings()
    found = lines(f"999999999. {LONG}", ("page.type_area.characters", "4"), findings=findings)
    assert found[0].text.startswith("9")
    assert "".join(line.text for line in found).endswith(LONG)
    assert all(line.ems[-1] >= 0 for line in found)


@pytest.mark.slow
def test_five_thousand_items_take_no_square_of_time() -> None:
    began = time.process_time()
    assert len(galley("- 甲\n" * 5_000)) == 5_000
    assert time.process_time() - began < 10


# ------------------------------------------------------------------ numerals


def test_every_sign_of_a_layout_has_its_numerals() -> None:
    assert "".join(NUMERALS) == SIGNS


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"),
        (110, "一百一十"), (111, "一百一十一"), (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"),
        (10_000, "一万"), (10_001, "一万零一"), (10_010, "一万零一十"), (10_100, "一万零一百"), (11_000, "一万一千"),
        (100_000, "十万"), (110_000, "十一万"), (1_000_000, "一百万"), (100_000_000, "一亿"), (100_000_001, "一亿零一"),
        (100_010_000, "一亿零一万"), (999_999_999, "九亿九千九百九十九万九千九百九十九"),
    ],
)  # fmt: skip
def test_chinese_numerals_are_written_as_they_are_read(number: int, written: str) -> None:
    assert chinese(number) == written


def test_numbers_keep_what_stands_about_the_numeral() -> None:
    examples = ("1.", "（一）", "①", "a)", "A.")
    assert [numbered(example, "3") for example in examples] == ["3.", "（三）", "③", "c)", "C."]
    assert [numbered(example, "03") for example in examples] == ["03.", "（三）", "③", "c)", "C."]


def test_a_label_in_a_size_larger_than_the_grid_stands_beside_its_text() -> None:
    large = (("styles.list.size", "30pt"), ("styles.list.leading", "36pt"))
    row = next(row for row in rows("1. 甲", *large) if row.slug and row.slug.items)
    assert row.slug is not None
    assert len(row.slug.items) == 2
    assert len({placed.y for placed in row.slug.items}) == 1


def test_an_empty_item_has_its_label() -> None:
    assert [line.texts for line in lines("1.\n2. 乙\n3.")] == [("1.",), ("2.", "乙"), ("3.",)]
