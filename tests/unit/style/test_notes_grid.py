"""Notes at a column's foot: how many grid lines they take, and where each line of them stands."""

from __future__ import annotations

import pytest
from issues import sheet

from huozi.display import BLACK, Rule
from huozi.style.notes import NoteGrid, NotesStyle, sign_of

GRID = NoteGrid(12_000, 18_700, 9_000, 14_000)
"""小五 on 14 pt, on the grid of 小四 on 18.7 pt; rule 0.5 pt with 4 pt above and below."""


@pytest.mark.parametrize(
    ("lines", "depth"),
    # 8.5 pt and 9 pt for the first line, 14 pt for each further one, over 18.7 pt
    [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 5), (10, 8), (100, 76)],
)
def test_lines_of_notes_take_whole_lines_of_the_grid_rounded_up_once(lines: int, depth: int) -> None:
    assert GRID.depth(lines) == depth


def test_the_most_lines_of_a_depth_are_those_that_do_not_take_more() -> None:
    for depth in range(60):
        most = GRID.most(depth)
        assert GRID.depth(most) <= depth < GRID.depth(most + 1)


def test_the_last_line_stands_at_the_foot_and_the_rule_above_the_first() -> None:
    rule, tops = GRID.standing(3)
    foot = 3 * 18_700 - 6_700
    assert tops == (foot - 37_000, foot - 23_000, foot - 9_000)
    assert rule == tops[0] - 4_500
    assert rule >= -6_700 + 4_000, "4 pt below the text above, whose em box ends a line's gap above the area"


def test_white_above_the_rule_is_never_less_than_asked_for() -> None:
    for lines in range(1, 80):
        assert GRID.standing(lines).rule + 6_700 >= GRID.style.above
        assert len(GRID.standing(lines).tops) == lines


def test_nothing_stands_where_there_are_no_notes() -> None:
    assert GRID.standing(0) == (0, ())


def test_the_rule_is_a_share_of_the_measure() -> None:
    assert NotesStyle(length=300, thickness=400).rule(100_000, BLACK) == Rule(30_000, 400, BLACK)


def test_a_layout_has_the_grid_of_its_body_and_its_notes() -> None:
    assert sheet("a4-35x37", ("notes.rule.above", "4pt")).note_grid == GRID
    assert sheet("a4-35x37").note_grid.style.above == 9_350, "half a line"
    tight = sheet("a4-35x37", ("styles.note.leading", "11pt"), ("styles.note.size", "10pt"), ("notes.rule.above", "0"))
    assert (tight.note_grid.size, tight.note_grid.line, tight.note_grid.style.above) == (10_000, 11_000, 0)


def test_signs_are_doubled_after_the_last() -> None:
    assert "".join(map(sign_of, range(1, 10))) == "*†‡§**††‡‡§§***"
