"""The grid of a table: whatever its cells ask for, they fill it without a gap and without meeting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from huozi.content.model import Cell, Text
from huozi.content.table_grid import MOST_CELLS, MOST_COLUMNS, Grid, Item, Row, grid_of, within_limits
from huozi.diagnostics import Findings, Span

PLACE = Span("a.md", 1, 1)


def item(text: str, rows: int = 1, columns: int = 1) -> Item:
    return Item((Text(text, PLACE),), PLACE, rows, columns)


NULL = Item((), PLACE, is_covered=True)


def grid(rows: list[list[Item]], heads: int = 0) -> tuple[Grid, list[str]]:
    findings = Findings()
    made = grid_of(within_limits([Row(items, PLACE) for items in rows], findings), heads, findings)
    return made, [found.rule for found in findings]


def covered(rows: tuple[tuple[Cell, ...], ...], columns: int) -> list[list[int]]:
    """How many cells stand at each place, each row's from its first free place on, as HTML has it."""
    counts = [[0] * columns for _ in rows]
    for at, row in enumerate(rows):
        for cell in row:
            column = counts[at].index(0)
            for down in range(cell.rows):
                for right in range(cell.columns):
                    counts[at + down][column + right] += 1
    return counts


def test_a_null_in_the_head_merges_with_the_cell_above_however_often() -> None:
    made, rules = grid([[item("甲"), item("乙", 1, 2)], [NULL, item("丙"), item("丁")], [NULL, NULL, item("戊")]], 3)
    assert [[(cell.rows, cell.columns) for cell in row] for row in made.rows] == [
        [(3, 1), (1, 2)],
        [(2, 1), (1, 1)],
        [(1, 1)],
    ]
    assert rules == []


def test_two_nulls_below_a_cell_of_two_columns_merge_with_it_and_one_alone_does_not() -> None:
    made, _ = grid([[item("甲", 1, 2)], [NULL, NULL]], 2)
    assert [len(row) for row in made.rows] == [1, 0]
    made, _ = grid([[item("甲", 1, 2)], [NULL, item("乙")]], 2)
    assert [len(row) for row in made.rows] == [1, 2]


def test_a_null_below_a_place_that_was_left_out_is_an_empty_cell() -> None:
    made, rules = grid([[item("甲"), item("乙")], [item("丙")], [NULL, NULL]], 3)
    assert [[cell.rows for cell in row] for row in made.rows] == [[1, 1], [2, 1], [1]]
    assert rules == ["table-ragged"]


def test_a_null_below_the_head_is_an_empty_cell_unless_a_merged_one_covers_it() -> None:
    made, rules = grid(
        [[item("甲"), item("乙")], [NULL, item("丙", 2)], [item("丁"), NULL], [item("戊"), item("己")]], 1
    )
    assert [len(row) for row in made.rows] == [2, 2, 1, 2]
    assert made.rows[1][0].inlines == ()
    assert rules == []


def test_no_cell_reaches_from_the_head_into_the_body_or_beyond_the_last_row() -> None:
    made, rules = grid([[item("甲", 3)], [item("乙", 9)], [NULL]], 1)
    assert [[cell.rows for cell in row] for row in made.rows] == [[1], [2], []]
    assert rules == ["table-merge-outside", "table-merge-outside"]


def test_a_wide_cell_gives_way_to_one_from_above() -> None:
    made, rules = grid([[item("甲"), item("乙", 2)], [item("丙", 1, 2)]])
    assert covered(made.rows, made.columns) == [[1, 1], [1, 1]]
    assert rules == ["table-merge-overlaps"]


def test_a_short_row_is_made_up_and_named_once() -> None:
    made, rules = grid([[item("甲"), item("乙")], [item("丙")], [item("丁")]])
    assert [len(row) for row in made.rows] == [2, 2, 2]
    assert rules == ["table-ragged"]


def test_what_is_beyond_the_limits_is_left_out_and_named() -> None:
    made, rules = grid([[item("甲")] * (MOST_COLUMNS + 1)])
    assert (made.columns, rules) == (MOST_COLUMNS, ["table-columns"])
    made, rules = grid([[item("甲", 1, MOST_COLUMNS)]] * 2_001)
    assert len(made.rows) == MOST_CELLS // MOST_COLUMNS
    assert set(rules) == {"table-rows"}


CELLS = st.one_of(st.just(NULL), st.builds(item, st.just("字"), st.integers(1, 4), st.integers(1, 4)))


@given(st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=6), st.integers(0, 3))
def test_every_place_is_filled_once_and_no_text_is_lost(rows: list[list[Item]], heads: int) -> None:
    made, _ = grid(rows, heads)
    assert covered(made.rows, made.columns) == [[1] * made.columns for _ in rows]
    texts = sum(bool(cell.inlines) for row in made.rows for cell in row)
    assert texts == sum(bool(each.inlines) for row in rows for each in row)
    assert made.heads == min(heads, len(rows))
