"""Where columns end, and which of all ways to page is best: fewest lines left empty, squared; fuller columns first."""

from __future__ import annotations

import pytest
from squares import HERE

from huozi.diagnostics import Findings
from huozi.galley import Mark, Slug
from huozi.makeup.paginate import ColumnEnd, Grid, column_ends, paginate, paginate_greedily, parts_of
from huozi.makeup.rows import Row

FIVE = Grid(5, 1, "left")


def row(height: int = 1, *, breakable: bool = True, new_page: bool = False, room: int = 0, mark: int = 0) -> Row:
    marks = (Mark("article", mark),) if mark else ()
    return Row(height, Slug(height, (), HERE), mark, 0, breakable, new_page, room, marks=marks)


def space(height: int) -> Row:
    return Row(height, None, 0, discard=True)


def matter(count: int, *places: int) -> tuple[Row, ...]:
    """So many rows of a line, with breaks after these alone (counted from 1)."""
    return tuple(
        Row(1, Slug(1, (), HERE), number, breakable=number in (*places, count)) for number in range(1, count + 1)
    )


def depths(rows: tuple[Row, ...], grid: Grid = FIVE, findings: Findings | None = None) -> list[list[int]]:
    found = paginate(rows, grid, Findings() if findings is None else findings)
    return [[column.used for column in page.columns] for page in found]


# ------------------------------------------------------------------ the ends of a column


def test_a_column_ends_after_any_row_that_permits_it_the_fullest_first() -> None:
    assert column_ends(matter(9, 2, 3, 5), 0, FIVE, 5) == [
        ColumnEnd(5, 5, forced=False),
        ColumnEnd(3, 3, forced=False),
        ColumnEnd(2, 2, forced=False),
    ]


@pytest.mark.parametrize(("most_short", "rows"), [(0, [5]), (1, [5]), (2, [5, 3]), (3, [5, 3, 2])])
def test_shorter_columns_than_are_asked_for_are_left_out(most_short: int, rows: list[int]) -> None:
    assert [end.row for end in column_ends(matter(9, 2, 3, 5), 0, FIVE, most_short)] == rows


def test_where_all_are_shorter_the_fullest_is_kept() -> None:
    assert column_ends(matter(9, 2, 3), 0, FIVE, 1) == [ColumnEnd(3, 3, forced=False)]


def test_a_column_that_holds_all_the_rest_ends_with_it() -> None:
    assert column_ends(matter(9, 2), 4, FIVE, 5) == [ColumnEnd(9, 5, forced=True)]
    assert column_ends(matter(9, 2), 8, FIVE, 5) == [ColumnEnd(9, 1, forced=True)]


def test_a_row_that_begins_a_page_ends_the_column_before_it() -> None:
    rows = (row(), row(), row(new_page=True), row())
    assert column_ends(rows, 0, FIVE, 5) == [ColumnEnd(2, 2, forced=True)]
    assert column_ends(rows, 2, FIVE, 5) == [ColumnEnd(4, 2, forced=True)]


def test_a_column_without_a_permitted_break_is_broken_where_it_is_full() -> None:
    assert column_ends(matter(9), 0, FIVE, 5) == [ColumnEnd(5, 5, forced=False, broken=True)]


def test_an_article_that_finds_too_little_room_leaves_the_rest_empty_on_purpose() -> None:
    rows = (row(), row(), row(room=4), row())
    assert column_ends(rows, 0, FIVE, 0) == [ColumnEnd(2, 2, forced=True)]


def test_an_article_that_finds_just_enough_room_goes_on() -> None:
    rows = (row(), row(), row(room=3), row(), row(), row())
    assert [end.row for end in column_ends(rows, 0, FIVE, 0)] == [5]


def test_too_little_room_below_a_row_that_must_not_end_a_column_is_no_purpose() -> None:
    rows = (row(), row(breakable=False), row(room=4), row())
    assert column_ends(rows, 0, FIVE, 5) == [ColumnEnd(1, 1, forced=False)]


def test_space_at_the_head_of_a_column_takes_no_line_and_no_column_ends_with_it_alone() -> None:
    rows = (space(3), row(), row(), space(2), row(), row())
    assert [(end.row, end.used) for end in column_ends(rows, 0, FIVE, 5)] == [(5, 5), (4, 4), (3, 2), (2, 1)]


# ------------------------------------------------------------------ the best of all


SPLIT = matter(12, 4, 5, 8)
"""Twelve rows that leave one line empty in each of two columns, or none in the first and two in the second."""


def test_two_lines_left_empty_are_worse_than_one_and_one() -> None:
    assert depths(SPLIT) == [[4], [4], [4]]


def test_a_last_column_that_is_full_does_not_hide_that_others_are_short() -> None:
    assert depths(matter(13, 4, 5, 8)) == [[4], [4], [5]]


def test_of_two_ways_that_cost_the_same_the_fuller_column_comes_first() -> None:
    assert depths(matter(13, 4, 5, 9)) == [[5], [4], [4]]


def test_the_plain_way_fills_each_column_as_far_as_it_goes() -> None:
    found = paginate_greedily(SPLIT, FIVE, Findings())
    assert [[column.used for column in page.columns] for page in found] == [[5], [3], [4]]


def test_what_is_left_empty_before_a_forced_page_costs_nothing() -> None:
    rows = (*matter(6, 4, 5), row(new_page=True), row())
    assert depths(rows) == [[5], [1], [2]]


def test_parts_begin_with_the_first_row_and_with_each_that_begins_a_page() -> None:
    assert parts_of((row(), row(new_page=True), row(), row(new_page=True))) == [0, 1, 3]
    assert parts_of((row(new_page=True), row())) == [0]
    assert parts_of(()) == []


def test_a_short_part_is_no_measure_for_another() -> None:
    # the first part's columns are full; the second has its best pages with one line left empty in each of two
    second = tuple(one._replace(item=one.item + 10, new_page=not number) for number, one in enumerate(SPLIT))
    rows = (*matter(10, 5), *second)
    assert depths(rows) == [[5], [5], [4], [4], [4]]


# ------------------------------------------------------------------ pages


@pytest.mark.parametrize(
    ("first", "sides"), [("left", ["left", "right", "left"]), ("right", ["right", "left", "right"])]
)
def test_sides_take_turns_from_the_first(first: str, sides: list[str]) -> None:
    grid = Grid(5, 1, "left" if first == "left" else "right")
    assert [page.side for page in paginate(matter(15, 5, 10), grid, Findings())] == sides


def test_rows_stand_on_the_lines_below_those_before_them() -> None:
    (page,) = paginate((space(2), row(2), row(), space(1), row()), FIVE, Findings())
    assert [(line, piece.height) for line, piece in page.columns[0].rows] == [(0, 2), (2, 1), (3, 1), (4, 1)]
    assert page.columns[0].used == 5


def test_columns_make_a_page_and_a_row_that_begins_a_page_opens_the_first() -> None:
    grid = Grid(5, 2, "right")
    assert depths(matter(15, 5, 10), grid) == [[5, 5], [5]]
    rows = (*matter(5), row(new_page=True), row())
    assert depths(rows, grid) == [[5], [2]]
    assert [page.side for page in paginate(rows, grid, Findings())] == ["right", "left"]


def test_nothing_makes_no_page() -> None:
    assert paginate((), FIVE, Findings()) == paginate_greedily((), FIVE, Findings()) == ()


def test_a_full_column_is_no_fault_and_one_line_more_is() -> None:
    findings = Findings()
    assert depths((row(5), row()), findings=findings) == [[5], [1]]
    assert list(findings) == []
    assert depths((row(6), row()), findings=findings) == [[6], [1]]
    assert [(item.rule, dict(item.arguments)) for item in findings] == [("page-too-deep", {"lines": "5"})]


def test_a_forced_break_is_reported_at_the_last_text_before_it() -> None:
    findings = Findings()
    there = HERE._replace(line=7)
    rows = tuple(Row(1, Slug(1, (), there if number == 3 else HERE), number, breakable=False) for number in range(4))
    rows = (*rows, Row(1, None, 4, breakable=False), Row(1, Slug(1, (), HERE), 5, breakable=False))
    paginate(rows, FIVE, findings)
    assert [(item.rule, item.span.line) for item in findings] == [("page-break-forced", 7)]
