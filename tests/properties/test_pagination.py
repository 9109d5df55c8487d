"""Pages: the exact paginator equals brute force and is never worse than the plain one; units stay whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from huozi.diagnostics import Findings, Span
from huozi.galley import Slug
from huozi.makeup.paginate import ColumnEnd, Grid, PagePlan, column_ends, paginate, paginate_greedily
from huozi.makeup.rows import Row


def slug(number: int, height: int) -> Slug:
    return Slug(height, (), Span("here", number + 1, 1))


@st.composite
def row_lists(draw: st.DrawFn, most: int = 12) -> tuple[Row, ...]:
    """Rows with everything that can be asked of one."""
    rows = []
    for number in range(draw(st.integers(0, most))):
        height = draw(st.sampled_from([1, 1, 1, 1, 2, 3, 9]))
        is_space = draw(st.sampled_from([False] * 6 + [True]))
        rows.append(
            Row(
                height,
                None if is_space else slug(number, height),
                number,
                breakable=draw(st.sampled_from([True, True, False])),
                new_page=not is_space and draw(st.sampled_from([False] * 9 + [True])),
                room=draw(st.sampled_from([0] * 8 + [2, 4])),
                discard=is_space,
            )
        )
    return tuple(rows)


GRIDS = st.builds(Grid, st.integers(2, 8), st.integers(1, 3), st.sampled_from(["left", "right"]))
PLAIN_ROWS = st.lists(st.tuples(st.sampled_from([1, 1, 2]), st.booleans()), max_size=12).map(
    lambda pairs: tuple(Row(height, slug(at, height), at, breakable=free) for at, (height, free) in enumerate(pairs))
)


def columns_of(pages: Sequence[PagePlan]) -> Iterator[tuple[Row, ...]]:
    for page in pages:
        for column in page.columns:
            yield tuple(row for _, row in column.rows)


def cost(path: Sequence[ColumnEnd], grid: Grid) -> tuple[int, int]:
    """Breaks where none is permitted; squares of the lines left empty where none was meant to be."""
    return (
        sum(end.broken for end in path),
        sum(0 if end.forced else (grid.lines - end.used) ** 2 for end in path),
    )


def path_of(rows: Sequence[Row], pages: Sequence[PagePlan], grid: Grid) -> list[ColumnEnd]:
    """The endings that a pagination chose, found again by what its columns hold and how deep they are."""
    path = []
    at = 0
    for column in (column for page in pages for column in page.columns):
        last = max((rows.index(row) for _, row in column.rows), default=-1)
        ends = column_ends(rows, at, grid, 1 << 30)
        path.append(min((end for end in ends if end.row > last and end.used == column.used), key=lambda end: end.row))
        at = path[-1].row
    return path


def best_cost(rows: Sequence[Row], grid: Grid) -> tuple[int, int]:
    """The least cost over all endings of all columns."""

    @cache
    def best(at: int) -> tuple[int, int]:
        if at == len(rows):
            return (0, 0)
        found = []
        for end in column_ends(rows, at, grid, 1 << 30):
            broken, short = cost([end], grid)
            later = best(end.row)
            found.append((broken + later[0], short + later[1]))
        return min(found)

    return best(0)


@settings(max_examples=400)
@given(row_lists(), GRIDS)
def test_the_exact_paginator_equals_brute_force_and_beats_the_plain_one(rows: tuple[Row, ...], grid: Grid) -> None:
    exact = paginate(rows, grid, Findings())
    plain = paginate_greedily(rows, grid, Findings())
    found = cost(path_of(rows, exact, grid), grid)
    assert found == best_cost(rows, grid)
    assert found <= cost(path_of(rows, plain, grid), grid)


@settings(max_examples=250)
@given(PLAIN_ROWS, st.integers(2, 6))
def test_plain_rows_are_parted_as_well_as_any_choice_of_breaks_parts_them(rows: tuple[Row, ...], lines: int) -> None:
    """Independent of ``column_ends``: every set of permitted breaks is tried."""

    def least(at: int) -> int | None:
        found = []
        used = 0
        for end in range(at + 1, len(rows) + 1):
            used += rows[end - 1].height
            if used > lines:
                break
            if end == len(rows):
                found.append(0)
            elif rows[end - 1].breakable and (later := least(end)) is not None:
                found.append((lines - used) ** 2 + later)
        return min(found, default=None)

    wanted = least(0) if rows else 0
    grid = Grid(lines, 1, "left")
    findings = Findings()
    pages = paginate(rows, grid, findings)
    if wanted is None:
        assert len(findings)
        return
    used = [sum(row.height for row in column) for column in columns_of(pages)]
    assert sum((lines - depth) ** 2 for depth in used[:-1]) == wanted
    assert not len(findings)


@settings(max_examples=250)
@given(row_lists(), GRIDS, st.booleans())
def test_every_row_stands_once_in_its_order_on_its_line(rows: tuple[Row, ...], grid: Grid, exact: bool) -> None:
    pages = (paginate if exact else paginate_greedily)(rows, grid, Findings())
    placed = [row for column in columns_of(pages) for row in column]
    assert [row for row in placed if not row.discard] == [row for row in rows if not row.discard]
    for page in pages:
        assert 1 <= len(page.columns) <= grid.columns
        for column in page.columns:
            line = 0
            for at, row in column.rows:
                assert at == line
                line += row.height
            assert column.used == line
            assert line <= grid.lines or len(column.rows) == 1 or not all(row.breakable for _, row in column.rows)
            assert not column.rows or not column.rows[0][1].discard


@settings(max_examples=250)
@given(row_lists(), GRIDS)
def test_what_starts_a_page_starts_a_page_and_sides_take_turns(rows: tuple[Row, ...], grid: Grid) -> None:
    pages = paginate(rows, grid, Findings())
    for number, page in enumerate(pages):
        assert (page.side == grid.first_side) == (number % 2 == 0)
        shown = [row for column in page.columns for _, row in column.rows]
        assert not any(row.new_page for row in shown[1:])


@settings(max_examples=250)
@given(row_lists(), GRIDS)
def test_an_article_starts_only_where_its_room_is_left(rows: tuple[Row, ...], grid: Grid) -> None:
    for page in paginate(rows, grid, Findings()):
        for column in page.columns:
            for line, row in column.rows:
                assert not line or grid.lines - line >= row.room


@settings(max_examples=250)
@given(row_lists(), GRIDS)
def test_a_break_where_none_is_permitted_is_always_reported(rows: tuple[Row, ...], grid: Grid) -> None:
    findings = Findings()
    columns = [column for column in columns_of(paginate(rows, grid, findings)) if column]
    for before, after in pairwise(columns):
        between = rows[rows.index(before[-1]) : rows.index(after[0]) + 1]
        permitted = any(row.breakable for row in between[:-1]) or any(row.new_page for row in between[1:])
        assert permitted or len(findings)


def test_no_rows_make_no_pages() -> None:
    assert paginate((), Grid(5, 1, "left"), Findings()) == ()
    assert paginate_greedily((), Grid(5, 1, "left"), Findings()) == ()
