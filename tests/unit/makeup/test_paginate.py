"""Rules of pages on galleys of a few lines: widows, orphans, headings, room, spaces, parts, pieces too deep."""

from __future__ import annotations

import pytest
from tiny_pages import HERE, article, costs, depths, heading, pages_of, paragraph, solver, used

from huozi.display import Side
from huozi.galley import Band, Galley, Mark, Slug, Space, Start
from huozi.makeup.parts import Grid
from huozi.makeup.units import Choice, units_of

EIGHT = Grid(8, 1)

# ------------------------------------------------------------------ widows, orphans, headings


@pytest.mark.parametrize(
    ("count", "first", "pages"),
    [
        (9, 0, [[7], [2]]),  # eight lines would leave one alone at the head
        (3, 7, [[7], [3]]),  # one line at the foot would be alone
        (4, 6, [[8], [2]]),
        (3, 6, [[6], [3]]),  # three lines are not parted at all
        (2, 7, [[7], [2]]),
        (1, 8, [[6], [3]]),  # nor does one line make a page
        (4, 5, [[7], [2]]),
    ],
)
def test_a_paragraph_is_not_parted_after_its_first_nor_before_its_last_line(
    count: int, first: int, pages: list[list[int]]
) -> None:
    before = (paragraph(first),) if first else ()
    assert depths((*before, paragraph(count)), 8) == pages


def test_no_line_stands_alone_whatever_stands_before_it() -> None:
    for first in range(2, 12):
        pages = pages_of((paragraph(first), paragraph(9)), Grid(8, 1), "left")
        for plan in pages:
            parted = [each.item for each in plan.standing]
            assert all(parted.count(item) > 1 for item in parted), first


@pytest.mark.parametrize(
    ("galley", "pages"),
    [
        ((paragraph(6), heading(), paragraph(5)), [[6], [6]]),
        ((paragraph(5), heading(), paragraph(5)), [[8], [3]]),
        ((paragraph(6), heading(1, 1), paragraph(1), paragraph(5)), [[8], [5]]),
        ((paragraph(6), heading(1, 2), paragraph(1), paragraph(5)), [[6], [7]]),
        ((paragraph(5), heading(1, 2), paragraph(1), paragraph(1), paragraph(3)), [[8], [3]]),
        ((paragraph(5), heading(), heading(), paragraph(4)), [[5], [6]]),
        ((paragraph(4), heading(), heading(), paragraph(4)), [[8], [2]]),
        (
            (paragraph(4), heading(3, 2), heading(1, 0), paragraph(4)),
            [[4], [8]],
        ),  # a line's heading is one line of text
        ((paragraph(7), heading(1, 0), paragraph(4)), [[8], [4]]),
    ],
)
def test_a_heading_keeps_the_lines_that_must_follow_it(galley: Galley, pages: list[list[int]]) -> None:
    assert depths(galley, 8) == pages


@pytest.mark.parametrize("text", [(), (paragraph(1),)])
def test_a_heading_asks_for_no_more_text_than_its_article_has(text: Galley) -> None:
    galley = (heading(3), *text, *article(1, 5), heading(2), paragraph(3))
    assert depths(galley, 7) == [[3 + len(text)], [5]]
    assert depths(galley, 9 if text else 8) == [[8 + len(text)]]


def test_a_paragraph_may_keep_what_follows_as_a_heading_does() -> None:
    assert depths((paragraph(5), paragraph(2, keep=2), paragraph(2)), 8) == [[5], [4]]
    assert depths((paragraph(4), paragraph(2, keep=2), paragraph(4)), 8) == [[8], [2]]


# ------------------------------------------------------------------ where articles begin


@pytest.mark.parametrize(("room", "pages"), [(6, [[9], [2]]), (7, [[4], [7]])])
def test_an_article_starts_where_room_is_left_and_else_on_the_next_page(room: int, pages: list[list[int]]) -> None:
    assert depths((paragraph(4), *article(1, room), heading(3), paragraph(4)), 10) == pages


def test_a_room_larger_than_the_page_is_none_that_is_asked_at_its_head() -> None:
    assert depths((paragraph(4), *article(1, 99), heading(3), paragraph(4)), 10) == [[4], [7]]


def test_lines_left_for_want_of_room_do_not_pull_text_over() -> None:
    assert depths((paragraph(6), *article(1, 5), heading(3), paragraph(4)), 8) == [[6], [7]]


def test_a_part_starts_a_page_below_its_sink() -> None:
    galley = (paragraph(3), Start("page"), Mark("section", 1), Slug(3, (), HERE, 1), heading(3), paragraph(2))
    assert depths(galley, 10) == [[3], [8]]


def test_what_is_left_empty_before_a_forced_page_pulls_no_text_over() -> None:
    assert depths((paragraph(6), Start("page"), paragraph(2)), 5) == [[4], [2], [2]]
    assert depths((paragraph(7), Start("page"), paragraph(2)), 5) == [[5], [2], [2]]


def test_a_part_that_starts_on_the_right_leaves_a_left_page_blank() -> None:
    def sides(first: Side, count: int) -> list[tuple[Side, list[int]]]:
        galley = (paragraph(count), Start("recto"), paragraph(2))
        return [(plan.side, used(plan)) for plan in pages_of(galley, Grid(5, 1), first)]

    assert sides("left", 3) == [("left", [3]), ("right", [2])]
    assert sides("right", 3) == [("right", [3]), ("left", []), ("right", [2])]
    assert sides("right", 8) == [("right", [5]), ("left", [3]), ("right", [2])]


def test_an_article_keeps_the_page_that_natural_lines_give_it_where_a_variant_would_move_it() -> None:
    # a line less would let the article begin on the first page, a better one by two short lines
    galley = (paragraph(6, (5, 1)), *article(1, 3), heading(), paragraph(5))
    assert depths(galley, 8) == [[6], [6]]
    assert solver(galley, EIGHT).plain(0, False).held(units_of(galley, 1)[0].units) == {1: 1}


def test_a_part_keeps_its_count_of_pages_where_a_variant_would_save_one() -> None:
    # nine lines are two pages; a line less would be one, and a full one
    assert depths((paragraph(4, (3, 1)), paragraph(3), paragraph(2)), 8) == [[7], [2]]


# ------------------------------------------------------------------ empty lines


def test_space_vanishes_at_the_head_of_a_page_unless_it_is_kept() -> None:
    assert depths((paragraph(4), Space(2), paragraph(4)), 4) == [[4], [4]]
    assert depths((paragraph(4), Space(2, kept=True), paragraph(2)), 4) == [[4], [4]]
    assert depths((Space(2), paragraph(2)), 4) == [[2]]
    assert depths((Space(2, kept=True), paragraph(2)), 4) == [[4]]


def test_space_at_the_end_opens_no_page() -> None:
    assert depths((paragraph(8), Space(2)), 8) == [[8]]
    assert depths((paragraph(8), Space(2), Space(1)), 8) == [[8]]
    assert depths((Space(3),), 8) == []


def test_space_before_a_forced_page_opens_none_of_its_own() -> None:
    assert depths((paragraph(8), Space(2), Start("page"), paragraph(3)), 8) == [[8], [3]]


def test_several_spaces_at_a_head_all_vanish() -> None:
    assert depths((paragraph(4), Space(2), Space(1), paragraph(4)), 4) == [[4], [4]]


def test_space_between_paragraphs_of_a_page_stays() -> None:
    assert depths((paragraph(4), Space(2), paragraph(2)), 8) == [[8]]
    assert depths((paragraph(4), Space(2), paragraph(3)), 8) == [[4], [3]]


# ------------------------------------------------------------------ pieces too deep


@pytest.mark.parametrize("keep", [0, 2])
def test_a_piece_deeper_than_a_page_stands_on_a_page_of_its_own(keep: int) -> None:
    galley = (paragraph(3), heading(9, keep), paragraph(4))
    assert depths(galley, 8) == [[3], [9], [4]]
    assert costs(solver(galley, EIGHT).natural(0, False).found.cost)["deep"] == 1


def test_what_just_fills_a_page_is_not_too_deep() -> None:
    galley = (Space(5), heading(8, 0), paragraph(4))
    assert depths(galley, 8) == [[8], [4]]
    assert "deep" not in costs(solver(galley, EIGHT).natural(0, False).found.cost)


@pytest.mark.parametrize("lines", [2, 3, 7])
def test_nothing_is_lost_where_no_rule_can_be_kept(lines: int) -> None:
    galley: Galley = (*(heading(1, 2) for _ in range(9)), paragraph(1))
    pages = pages_of(galley, Grid(lines, 1), "left")
    assert [each.item for plan in pages for each in plan.standing] == list(range(10))
    assert all(max(used(plan)) <= lines for plan in pages)


# ------------------------------------------------------------------ the best of all


def breaks_after(count: int, *places: int) -> Galley:
    """So many lines with breaks after these alone (counted from 1)."""
    ends = sorted({*places, count})
    return tuple(Slug(1, (), HERE, next(end for end in ends if end >= line) - line) for line in range(1, count + 1))


SPLIT = breaks_after(12, 4, 5, 8)
"""Twelve lines that leave one line empty on each of two pages, or none on the first and two on the second."""


def test_two_lines_left_empty_are_worse_than_one_and_one() -> None:
    assert depths(SPLIT, 5) == [[4], [4], [4]]


def test_a_last_page_that_is_full_does_not_hide_that_others_are_short() -> None:
    assert depths(breaks_after(13, 4, 5, 8), 5) == [[4], [4], [5]]


def test_of_two_ways_that_cost_the_same_the_fuller_page_comes_first() -> None:
    assert depths(breaks_after(13, 4, 5, 9), 5) == [[5], [4], [4]]


def test_a_short_part_is_no_measure_for_another() -> None:
    # the first part's pages are full; the second has its best pages with one line left empty on each of two
    assert depths((*breaks_after(10, 5), Start("page"), *SPLIT), 5) == [[5], [5], [4], [4], [4]]


def test_facing_pages_are_level_rather_than_one_of_them_full() -> None:
    # from the right: 1 stands alone, 2 and 3 face each other
    galley = breaks_after(15, 4, 5, 8, 9, 12)
    right = [used(plan) for plan in pages_of(galley, Grid(5, 1), "right")]
    assert right == [[4], [4], [4], [3]]
    left = [used(plan) for plan in pages_of(galley, Grid(5, 1), "left")]
    assert left == [[4], [4], [4], [3]]


def test_a_paragraph_is_set_a_line_longer_or_shorter_where_that_fills_a_page() -> None:
    assert depths((paragraph(7), paragraph(3)), 8) == [[7], [3]]
    assert depths((paragraph(7, (8, 5)), paragraph(3)), 8) == [[8], [3]]
    assert depths((paragraph(9, (10, 5)),), 8) == [[8], [2]]
    assert depths((paragraph(9, (8, 5)), paragraph(2)), 8) == [[8], [2]]


def test_the_cheapest_variant_is_taken_and_none_where_nothing_is_gained() -> None:
    def lines(galley: Galley) -> dict[int, int]:
        return solver(galley, EIGHT).natural(0, False).lines

    assert lines((paragraph(3, (4, 7)), paragraph(4, (5, 6)), paragraph(3))) == {0: 3, 1: 5, 2: 3}
    assert lines((paragraph(3, (4, 6)), paragraph(4, (5, 7)), paragraph(3))) == {0: 4, 1: 4, 2: 3}
    assert lines((paragraph(8, (7, 1)), paragraph(3, (4, 1)))) == {0: 8, 1: 3}


def test_only_what_can_be_set_otherwise_has_choices() -> None:
    galley = (heading(), paragraph(3, (4, 7), (2, 9)), paragraph(4), Space(1), paragraph(2))
    found = [unit.choices for unit in solver(galley, EIGHT).varied(0).units]
    assert found[1] == (Choice(3), Choice(4, 7), Choice(2, 9))
    assert [found[index] for index in (0, 2, 3, 4)] == [(Choice(1),), (Choice(4),), (Choice(1),), (Choice(2),)]


# ------------------------------------------------------------------ pages


@pytest.mark.parametrize(
    ("first", "sides"), [("left", ["left", "right", "left"]), ("right", ["right", "left", "right"])]
)
def test_sides_take_turns_from_the_first(first: Side, sides: list[Side]) -> None:
    assert [plan.side for plan in pages_of((paragraph(15),), Grid(5, 1), first)] == sides


def test_nothing_makes_no_page() -> None:
    assert pages_of((), Grid(5, 1), "left") == ()


def test_pages_of_a_part_are_counted() -> None:
    assert solver((paragraph(11),), Grid(5, 1)).natural_count(0, False) == 3


# ------------------------------------------------------------------ columns


def test_columns_are_filled_one_after_the_other_and_level_at_the_end() -> None:
    assert depths((paragraph(20),), 4, columns=2) == [[4, 4], [4, 4], [2, 2]]
    assert depths((paragraph(5),), 8, columns=2) == [[3, 2]]
    assert depths((paragraph(7),), 8, columns=3) == [[3, 2, 2]]


def test_a_part_leaves_the_rest_of_its_page() -> None:
    assert depths((paragraph(4), Start("page"), paragraph(6)), 4, columns=2) == [[2, 2], [3, 3]]


def test_what_spans_stands_above_level_columns_and_text_goes_on_below_from_the_left() -> None:
    galley = (Band(1), heading(2), Band(2), paragraph(8), Band(1), heading(1), Band(2), paragraph(4))
    assert depths(galley, 12, columns=2) == [[2, 6, 6, 7, 9, 9]]


def test_an_article_in_columns_ends_level_above_the_next() -> None:
    assert depths((paragraph(6), *article(1), paragraph(4)), 12, columns=2) == [[3, 3, 5, 5]]


def test_text_in_fewer_lines_than_a_band_must_be_deep_stands_in_one_column() -> None:
    pages = pages_of((paragraph(2),), Grid(8, 2, least=2), "left")
    assert [used(plan) for plan in pages] == [[2]]


def test_columns_that_are_not_to_be_level_are_filled_from_the_left() -> None:
    def unlevel(galley: Galley) -> list[list[int]]:
        return [used(plan) for plan in pages_of(galley, Grid(8, 2, balance=False), "left")]

    assert unlevel((paragraph(10),)) == [[8, 2]]
    assert unlevel((paragraph(3), Band(1), heading(2))) == [[3, 5]]
