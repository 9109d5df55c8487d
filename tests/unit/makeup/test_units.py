"""Units: the galley cut into parts between forced page starts, with what is asked of each piece."""

from __future__ import annotations

import pytest
from tiny_pages import heading, lines_of, paragraph

from huozi.diagnostics import Span
from huozi.galley import Band, Galley, Mark, SetParagraph, Slug, Space, Start, StartsAt
from huozi.makeup.units import Choice, Part, Unit, units_of


def only_part(galley: Galley, columns: int = 1) -> tuple[Unit, ...]:
    (part,) = units_of(galley, columns)
    return part.units


def sources(parts: tuple[Part, ...]) -> list[list[int]]:
    return [[unit.source for unit in part.units] for part in parts]


# ------------------------------------------------------------------ pieces


def test_a_slug_is_one_line_as_deep_as_it_is_cast() -> None:
    (unit,) = only_part((Slug(3, (), Span("a.md", 4, 2), keep=2),))
    assert unit == Unit(3, (Choice(1),), 0, 2, is_text=True, span=Span("a.md", 4, 2))


def test_a_paragraph_is_its_natural_lines_and_says_what_it_is() -> None:
    there = Span("a.md", 7, 1)
    (unit,) = only_part((SetParagraph(5, lines_of, there, depth=2, tail=(1, 3), keep=1, is_lone=True),))
    assert unit == Unit(2, (Choice(5),), 0, 1, (1, 3), is_lone=True, is_text=True, span=there)
    assert unit.lines == 5


@pytest.mark.parametrize(("kept", "idle"), [(False, True), (True, False)])
def test_space_is_one_piece_that_vanishes_at_a_head_unless_it_is_kept(kept: bool, idle: bool) -> None:
    _, space, _ = only_part((paragraph(1), Space(2, kept), paragraph(1)))
    assert (space.depth, space.choices, space.idle, space.is_text) == (2, (Choice(1),), idle, False)


@pytest.mark.parametrize(
    ("lines", "left", "height"),
    [(5, 5, 8), (3, 5, 3), (4, 5, 5), (1, 5, 1), (2, 2, 5), (1, 2, 2), (1, 1, 3), (3, 4, 4)],
)
def test_the_last_lines_of_a_unit_are_as_deep_as_its_tail_says(lines: int, left: int, height: int) -> None:
    # five lines of depths 1, 1, 1, 2, 3
    assert Unit(1, (Choice(5),), 0, tail=(2, 3)).height(lines, left) == height


def test_without_a_tail_all_lines_are_alike() -> None:
    assert Unit(2, (Choice(5),), 0).height(3, 5) == 6


# ------------------------------------------------------------------ parts


def test_a_forced_page_begins_a_part() -> None:
    galley = (paragraph(3), Start("page"), paragraph(2), paragraph(1), Start("page"), paragraph(4))
    assert sources(units_of(galley, 1)) == [[0], [2, 3], [5]]


def test_nothing_before_a_forced_page_is_no_part_and_nothing_at_all_is_none() -> None:
    assert sources(units_of((Start("page"), Start("page"), paragraph(2)), 1)) == [[2]]
    assert units_of((), 1) == units_of((Space(3),), 1) == units_of((Start("page"),), 1) == ()


@pytest.mark.parametrize(("at", "recto"), [("page", False), ("recto", True), ("run-on", False), ("column", False)])
@pytest.mark.parametrize("before", [(), (paragraph(2),)])
def test_a_part_knows_whether_it_starts_on_the_right(before: Galley, at: StartsAt, recto: bool) -> None:
    *_, last = units_of((*before, Start(at), paragraph(1)), 1)
    assert last.recto == recto


def test_what_starts_a_column_starts_a_page_where_there_is_one_column() -> None:
    galley = (paragraph(3), Start("column"), paragraph(2))
    assert sources(units_of(galley, 1)) == [[0], [2]]
    ((first, second),) = [part.units for part in units_of(galley, 2)]
    assert (first.column, second.column) == (False, True)


def test_empty_lines_at_both_ends_of_a_part_are_left_out_unless_they_are_kept() -> None:
    galley = (Space(1), Space(2), paragraph(8), Space(2), Space(1), Start("page"), Space(2), paragraph(1), Space(2))
    assert sources(units_of(galley, 1)) == [[2], [7]]
    assert sources(units_of((Space(1, kept=True), paragraph(2), Space(3, kept=True)), 1)) == [[0, 1, 2]]


# ------------------------------------------------------------------ what is held for the next piece


def test_marks_go_with_what_follows_them() -> None:
    marks = (Mark("section", 0), Mark("article", 0))
    found = only_part((*marks, heading(), paragraph(2), Mark("article", 1), heading()))
    assert [unit.marks for unit in found] == [marks, (), (Mark("article", 1),)]
    assert [unit.article for unit in found] == [0, -1, 1]


def test_marks_before_a_forced_page_stand_on_it() -> None:
    _, second = units_of((paragraph(1), Mark("section", 3), Start("page"), paragraph(2)), 1)
    assert second.units[0].marks == (Mark("section", 3),)


def test_marks_go_past_empty_lines_which_may_vanish_and_over_the_end_of_a_part() -> None:
    mark = Mark("article", 4)
    found = only_part((paragraph(1), mark, Space(1), Space(2), heading()))
    assert [unit.marks for unit in found] == [(), (), (), (mark,)]
    assert [unit.article for unit in found] == [-1, -1, -1, 4]
    _, second = units_of((paragraph(1), mark, Space(1), Start("page"), heading()), 1)
    assert second.units[0].marks == (mark,)


def test_a_section_is_no_article() -> None:
    first, _ = only_part((Mark("section", 4), paragraph(1), paragraph(2)))
    assert first.article == -1


def test_room_is_asked_for_the_next_piece_alone_and_the_most_counts() -> None:
    found = only_part((paragraph(1), Start(room=3), Start(room=5), Start(room=2), paragraph(1), paragraph(1)))
    assert [unit.room for unit in found] == [0, 5, 0]


@pytest.mark.parametrize(
    ("head", "room"),
    [
        ((heading(4, 1), heading(3, 2), paragraph(3)), 10),  # a paragraph of three lines is not parted
        ((heading(4, 1), heading(3, 2), paragraph(9)), 9),
        ((heading(4, 1), heading(3, 3), paragraph(9)), 10),
        ((heading(4, 1), paragraph(3, keep=1), paragraph(4, keep=1), heading(9, 1)), 9),  # the second may be parted
        ((heading(4, 1), Space(2), heading(3, 1), paragraph(1), paragraph(9)), 10),
        ((paragraph(3), heading(9)), 6),
        ((heading(2, 1), paragraph(1)), 6),
    ],
    ids=["short", "long", "kept", "parted", "space", "no-head", "less-than-asked"],
)
def test_what_begins_within_a_part_has_room_for_its_head_at_the_least(head: Galley, room: int) -> None:
    found = only_part((paragraph(1), Start("run-on", 6, is_article=True), *head))
    assert found[1].room == room
    assert {unit.room for unit in (found[0], *found[2:])} == {0}


def test_a_head_ends_where_the_next_one_begins() -> None:
    found = only_part((paragraph(1), Start(room=1), heading(2, 2), paragraph(1), Start(room=1), heading(3, 2)))
    assert [unit.room for unit in found] == [0, 3, 0, 3]


def test_a_head_over_columns_has_room_for_itself_and_a_line_below() -> None:
    head: Galley = (Band(1), heading(4, 3), Band(2), heading(1), paragraph(9))
    found = only_part((paragraph(1), Start("run-on", 1, is_article=True), *head), columns=2)
    assert [unit.room for unit in found] == [0, 5, 0, 0]


def test_a_start_frees_what_follows_from_what_was_to_be_kept_before_it() -> None:
    found = only_part((heading(), Start(), paragraph(1), paragraph(1)))
    assert [unit.fresh for unit in found] == [False, True, False]


# ------------------------------------------------------------------ bands


def bands(galley: Galley, columns: int) -> list[tuple[int, int, int]]:
    """Of each unit its source, its columns and its band."""
    return [(unit.source, unit.columns, unit.band) for unit in only_part(galley, columns)]


def test_another_number_of_columns_begins_a_band() -> None:
    galley = (Band(1), heading(), Band(2), paragraph(4), paragraph(2), Band(3), paragraph(3))
    assert bands(galley, 2) == [(1, 1, 0), (3, 2, 1), (4, 2, 1), (6, 3, 2)]


def test_the_same_number_of_columns_goes_on_in_the_band() -> None:
    assert bands((paragraph(4), Band(2), paragraph(2)), 2) == [(0, 2, 0), (2, 2, 0)]


def test_an_article_begins_a_band_in_columns_and_none_in_one_column() -> None:
    galley = (paragraph(4), Start(is_article=True), paragraph(2))
    assert bands(galley, 2) == [(0, 2, 0), (2, 2, 1)]
    assert bands(galley, 1) == [(0, 1, 0), (2, 1, 0)]


def test_what_is_no_article_and_an_article_that_starts_a_column_begin_no_band() -> None:
    assert bands((paragraph(4), Start(), paragraph(2)), 2) == [(0, 2, 0), (2, 2, 0)]
    assert bands((paragraph(4), Start("column", is_article=True), paragraph(2)), 2) == [(0, 2, 0), (2, 2, 0)]


def test_what_begins_a_band_begins_no_column_in_it() -> None:
    galley = (Band(1), heading(), Band(2), Start("column"), paragraph(4))
    assert [unit.column for unit in only_part(galley, 2)] == [False, False]


def test_empty_lines_at_the_end_of_a_band_stand_below_it_over_all_columns() -> None:
    galley = (paragraph(4), Space(2), Start(is_article=True), paragraph(2))
    assert bands(galley, 2) == [(0, 2, 0), (1, 1, 1), (3, 2, 2)]
    spanned = (paragraph(4), Space(2), Band(1), heading())
    assert bands(spanned, 2) == [(0, 2, 0), (1, 1, 1), (3, 1, 1)]


def test_all_empty_lines_at_the_end_of_a_band_stand_below_it() -> None:
    galley = (paragraph(4), Space(2), Space(1), Band(1), heading())
    assert bands(galley, 2) == [(0, 2, 0), (1, 1, 1), (2, 1, 1), (4, 1, 1)]
    ended = (paragraph(4), Space(2), Space(1), Start(is_article=True), paragraph(2))
    assert bands(ended, 2) == [(0, 2, 0), (1, 1, 1), (2, 1, 1), (4, 2, 2)]


def test_empty_lines_within_a_band_and_before_columns_stay_where_they_are() -> None:
    assert bands((paragraph(4), Space(2), paragraph(2)), 2) == [(0, 2, 0), (1, 2, 0), (2, 2, 0)]
    assert bands((Band(1), heading(), Space(1), Band(2), paragraph(2)), 2) == [(1, 1, 0), (2, 1, 0), (4, 2, 1)]


def test_a_part_begins_in_as_many_columns_as_the_one_before_it_ended_in() -> None:
    _, second = units_of((paragraph(1), Band(3), paragraph(2), Start("page"), paragraph(1)), 2)
    assert [(unit.columns, unit.band) for unit in second.units] == [(3, 0)]
