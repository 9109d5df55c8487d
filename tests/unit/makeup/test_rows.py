"""The galley as rows: widows, orphans, headings with their text, room, sinks, spaces."""

from __future__ import annotations

import pytest

from huozi.diagnostics import Findings, Span
from huozi.galley import Galley, Mark, SetParagraph, Slug, Space, Start
from huozi.makeup.paginate import Grid, paginate
from huozi.makeup.rows import Row, lay_out, without_idle_space

HERE = Span("here", 1, 1)


def lines_of(count: int) -> tuple[Slug, ...]:
    return tuple(Slug(1, (), Span("here", 1, line)) for line in range(1, count + 1))


def paragraph(count: int) -> SetParagraph:
    """A paragraph that can be set in a line more or less."""
    return SetParagraph(count, lines_of, HERE)


def heading(height: int = 1, keep: int = 2) -> Slug:
    return Slug(height, (), HERE, keep)


def breaks(galley: Galley) -> list[int]:
    """The counts of rows after which a column may end."""
    return [number for number, row in enumerate(lay_out(galley), 1) if row.breakable]


def depths(galley: Galley, lines: int, columns: int = 1) -> list[list[int]]:
    """How deep the columns of each page are."""
    pages = paginate(lay_out(galley), Grid(lines, columns, "left"), Findings())
    return [[column.used for column in page.columns] for page in pages]


@pytest.mark.parametrize(("count", "places"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 4]), (6, [2, 3, 4, 6])])
def test_a_paragraph_is_not_parted_after_its_first_nor_before_its_last_line(count: int, places: list[int]) -> None:
    assert breaks((paragraph(count),)) == places


@pytest.mark.parametrize(
    ("galley", "places"),
    [
        ((heading(), paragraph(6)), [3, 4, 5, 7]),
        ((heading(), paragraph(1), paragraph(1), paragraph(1)), [3, 4]),
        ((heading(), heading(), paragraph(5)), [4, 5, 7]),
        ((heading(3, 2), heading(1, 2), paragraph(4)), [4, 6]),
        ((heading(1, 0), paragraph(4)), [1, 3, 5]),
        ((heading(3, 2), heading(1, 0), paragraph(4)), [4, 6]),
    ],
)
def test_a_heading_keeps_the_lines_that_must_follow_it(galley: Galley, places: list[int]) -> None:
    assert breaks(galley) == places


def test_no_widow_and_no_orphan_on_any_page() -> None:
    for first in range(2, 12):
        assert all(deep != 1 for page in depths((paragraph(first), paragraph(9)), 8) for deep in page[:1])
    assert depths((paragraph(9),), 8) == [[7], [2]]
    assert depths((paragraph(7), paragraph(3)), 8) == [[7], [3]]


def test_a_heading_never_stands_at_the_foot() -> None:
    assert depths((paragraph(6), heading(), paragraph(5)), 8) == [[6], [6]]
    assert depths((paragraph(5), heading(), paragraph(5)), 8) == [[8], [3]]


def test_an_article_starts_where_room_is_left_and_else_on_the_next_page() -> None:
    def with_room(room: int) -> Galley:
        return (paragraph(4), Start(room=room), heading(3), paragraph(4))

    assert depths(with_room(6), 10) == [[9], [2]]
    assert depths(with_room(7), 10) == [[4], [7]]


def test_lines_left_for_want_of_room_do_not_pull_text_over() -> None:
    assert depths((paragraph(6), Start(room=5), heading(3), paragraph(4)), 8) == [[6], [7]]


@pytest.mark.parametrize("text", [(), (paragraph(1),)])
def test_a_heading_asks_for_no_more_text_than_its_article_has(text: Galley) -> None:
    galley = (heading(3), *text, Start(room=5), heading(2), paragraph(3))
    findings = Findings()
    pages = paginate(lay_out(galley), Grid(7, 1, "left"), findings)
    assert [[column.used for column in page.columns] for page in pages] == [[3 + len(text)], [5]]
    assert list(findings) == []


def test_a_heading_at_the_end_of_an_article_goes_on_in_the_same_column_where_there_is_room() -> None:
    galley = (heading(3), paragraph(1), Start(room=5), heading(2), paragraph(3))
    assert breaks(galley) == [2, 6]
    assert depths(galley, 9) == [[9]]


def test_a_section_starts_a_page_below_its_sink() -> None:
    galley = (paragraph(3), Start("page"), Mark("section", 1), Slug(3, (), HERE, 1), heading(3), paragraph(2))
    assert depths(galley, 10) == [[3], [8]]
    (first,) = [row for row in lay_out(galley) if row.marks]
    assert (first.new_page, first.marks) == (True, (Mark("section", 1),))


def test_space_vanishes_at_the_head_of_a_column_unless_it_is_kept() -> None:
    assert depths((paragraph(4), Space(2), paragraph(4)), 4) == [[4], [4]]
    assert depths((paragraph(4), Space(2, kept=True), paragraph(2)), 4) == [[4], [4]]
    assert depths((Space(2), paragraph(2)), 4) == [[2]]


def test_marks_go_with_what_follows_them() -> None:
    rows = lay_out((Mark("section", 0), Mark("article", 0), heading(), paragraph(2), Mark("article", 1), heading()))
    assert [row.marks for row in rows] == [(Mark("section", 0), Mark("article", 0)), (), (), (Mark("article", 1),)]


def test_columns_are_filled_one_after_the_other_and_a_section_leaves_the_rest_of_its_page() -> None:
    assert depths((paragraph(20),), 4, columns=2) == [[4, 4], [4, 4], [4]]
    assert depths((paragraph(3), Start("page"), paragraph(2)), 4, columns=2) == [[3], [2]]


def test_a_single_paragraph_can_be_asked_for_a_line_less_or_more() -> None:
    galley = (paragraph(4), paragraph(4))
    assert len(lay_out(galley, {1: -1})) == 7
    assert len(lay_out(galley, {0: 1, 1: 1})) == 10


@pytest.mark.parametrize(
    ("rows", "rule"),
    [
        ((Row(9, heading(9), 0, breakable=False), Row(1, heading(), 1)), "page-too-deep"),
        (tuple(Row(1, heading(), at, breakable=False) for at in range(9)), "page-break-forced"),
    ],
)
def test_what_fits_no_column_is_reported_at_its_place(rows: tuple[Row, ...], rule: str) -> None:
    findings = Findings()
    pages = paginate(rows, Grid(5, 1, "left"), findings)
    (item,) = list(findings)
    assert (item.rule, item.span, dict(item.arguments)) == (rule, HERE, {"lines": "5"})
    assert sum(len(column.rows) for page in pages for column in page.columns) == len(rows), "and stands all the same"


# ------------------------------------------------------------------ space and pieces too deep


def page_depths(galley: Galley) -> list[list[int]]:
    """How deep the columns of pages of eight lines are, as make-up pages them."""
    pages = paginate(without_idle_space(lay_out(galley)), Grid(8, 1, "left"), Findings())
    return [[column.used for column in page.columns] for page in pages]


def test_space_at_the_end_opens_no_page() -> None:
    assert page_depths((paragraph(8), Space(2))) == [[8]]
    assert page_depths((paragraph(8), Space(2), Space(1))) == [[8]]
    assert without_idle_space(lay_out((Space(3),))) == ()


def test_space_before_a_forced_page_opens_none_of_its_own() -> None:
    assert page_depths((paragraph(8), Space(2), Start("page"), paragraph(3))) == [[8], [3]]


def test_space_that_is_kept_or_marked_stays() -> None:
    assert page_depths((paragraph(2), Space(3, kept=True))) == [[5]]
    assert [row.height for row in without_idle_space(lay_out((paragraph(1), Mark("article", 1), Space(2))))] == [1, 2]


@pytest.mark.parametrize("keep", [0, 2])
def test_a_piece_deeper_than_a_column_is_reported_whether_or_not_a_column_may_end_after_it(keep: int) -> None:
    findings = Findings()
    galley = (paragraph(3), heading(9, keep), paragraph(4))
    pages = paginate(lay_out(galley), Grid(8, 1, "left"), findings)
    assert [item.rule for item in findings] == ["page-too-deep"]
    assert len(pages) == 3


def test_what_just_fills_a_column_is_not_too_deep() -> None:
    findings = Findings()
    paginate(lay_out((Space(5), heading(8, 0), paragraph(4))), Grid(8, 1, "left"), findings)
    assert list(findings) == []
