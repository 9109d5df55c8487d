"""The characters of an issue, and the errors that it may have."""

from __future__ import annotations

from issues import article, issue, pages, paragraph, sheet

from huozi.makeup.cover_pages import COVER_LABELS
from huozi.sheets.word_count import WordCount, word_count

NO_HEADS = (("running.verso", '""'), ("running.recto", '""'))


def counted(layout: str = "square", *overrides: tuple[str, str]) -> WordCount:
    made = pages(issue([article("题", paragraph("国" * 400))]), layout, *overrides)
    return word_count(made, sheet(layout, *overrides), COVER_LABELS)


def test_a_page_is_characters_by_lines_with_running_head_and_folio() -> None:
    words = counted()
    assert (words.characters, words.lines, words.furniture, words.full) == (20, 15, 2, 340)


def test_furniture_that_is_not_there_is_not_counted() -> None:
    assert counted("square", *NO_HEADS).furniture == 1
    assert counted("square", *NO_HEADS, ("folio.position", "none")).furniture == 0


def test_running_head_and_folio_at_one_end_are_one_line() -> None:
    assert counted("square", ("folio.position", "head-inner")).furniture == 1


def test_the_characters_of_all_columns_are_counted() -> None:
    assert counted("square-columns").characters == 18


def test_numbered_pages_count_whole_and_covers_half_but_blank_ones_not_at_all() -> None:
    words = counted()
    assert (words.pages, words.blank_pages) == (3, 1)
    assert (words.covers, words.blank_covers) == (2, 2)
    assert words.total == 3 * 340 + 2 * 170


def test_two_errors_in_ten_thousand_are_allowed_told_in_tenths() -> None:
    assert WordCount(35, 37, 2, 26, 0, 3, 1).total == 37_537
    assert WordCount(35, 37, 2, 26, 0, 3, 1).allowed == 75
    assert WordCount(100, 100, 0, 1, 0, 0, 0).allowed == 20
