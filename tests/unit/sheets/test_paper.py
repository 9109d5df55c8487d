"""The paper of proofs, and where pages stand on it."""

from __future__ import annotations

import pytest

from huozi.geometry import Point, Size, mm
from huozi.sheets.paper import PAPERS, paper_for

A4, K16, A5 = Size(mm(210), mm(297)), Size(mm(185), mm(260)), Size(mm(148), mm(210))


@pytest.mark.parametrize(
    ("trim", "name"),
    [(A4, "A3"), (K16, "A3"), (A5, "A4"), (Size(mm(297), mm(210)), "A3"), (Size(mm(420), mm(297)), "A2")],
)
def test_a_page_stands_at_full_size_on_the_smallest_paper_with_a_margin(trim: Size, name: str) -> None:
    paper = paper_for(trim)
    assert (paper.name, paper.scale, paper.trim) == (name, 1000, trim)
    assert paper.size.width - paper.corners[0].x - trim.width >= mm(90)


def test_a4_stands_in_the_middle_of_a3() -> None:
    assert paper_for(A4).corners == (Point(mm(105) - 1, 0),)


def test_a_narrow_sheet_keeps_the_room_for_notes() -> None:
    paper = paper_for(A5)
    assert (paper.corners[0].x, paper.size.width - paper.corners[0].x - paper.trim.width) == (167_244, 255_118)


def test_a_paper_that_is_asked_for_scales_the_page() -> None:
    paper = paper_for(A4, "A4")
    assert (paper.name, paper.scale, paper.trim) == ("A4", 707, Size(420_860, 595_216))
    assert paper.corners[0].y == 30


def test_a_larger_paper_does_not_enlarge() -> None:
    assert paper_for(A5, "A3").scale == 1000


def test_facing_pages_have_a_column_on_either_side() -> None:
    paper = paper_for(A4, spread=True)
    left, right = paper.corners
    assert (paper.name, paper.scale, right.x - left.x) == ("A2", 1000, A4.width)
    assert paper.columns[0].right < left.x
    assert paper.columns[1].x > right.x + A4.width
    assert paper_for(A4, "A3", spread=True).scale == 714


def test_a_page_larger_than_any_paper_is_made_smaller() -> None:
    paper = paper_for(Size(mm(1000), mm(1400)))
    assert (paper.name, paper.scale) == ("A0", 600)


def test_papers_lie_across() -> None:
    assert all(size.width > size.height for size in PAPERS.values())
