"""Steps of pagination, one at a time: where a page may end, what that costs, where the next begins."""

from __future__ import annotations

from typing import Any

import pytest
from tiny_pages import costs, empty, lines, piece, units

from huozi.makeup.steps import FLOW, NONE, OPEN, START, Place, Rules, Step, Stepper
from huozi.makeup.units import Choice, Unit

TEN = (5,) * 10
"""Ten pages of five lines: more than any of these tests fills."""


def steps(given: tuple[Unit, ...], place: Place = START, **rules: Any) -> list[Step]:
    """The steps from a place; any end is looked at unless the rules say otherwise."""
    return Stepper(given, Rules(**{"depths": TEN, "short": 5, "exactly": False, **rules})).steps(place)


def turns(found: list[Step]) -> list[tuple[int, dict[str, int]]]:
    """The steps that turn the page: how many lines they set, and what they cost."""
    return [(step.lines, costs(step.cost)) for step in found if step.place[0]]


def at(item: int, fill: int, *, left: int = 0, keep: int = 0, page: int = 0) -> Place:
    """A place in a page of one column."""
    return (page, item, left, keep, fill, 0, 0, FLOW, NONE)


# ------------------------------------------------------------------ within a paragraph


def test_a_page_ends_within_a_paragraph_with_two_lines_on_either_side() -> None:
    found = steps(units(lines(6)), depths=(9,) * 3, short=9)
    assert [step.lines for step in found] == [6, 4, 3, 2]
    assert [step.place[1:3] for step in found] == [(1, 0), (0, 2), (0, 3), (0, 4)]
    assert {step.of for step in found} == {6}


def test_ends_that_leave_more_lines_empty_than_are_looked_at_are_left_out() -> None:
    assert [step.lines for step in steps(units(lines(9)), short=1)] == [5, 4]
    assert [step.lines for step in steps(units(lines(9)), short=0)] == [5]


def test_lines_left_go_on_and_may_be_parted_after_the_first() -> None:
    found = steps(units(lines(12)), at(0, 0, left=8, page=1), short=9)
    assert [step.lines for step in found] == [5, 4, 3, 2, 1]
    assert found[0].place == (2, 0, 3, 0, 0, 0, 0, FLOW, NONE)


def test_each_number_of_lines_is_a_choice_with_its_price() -> None:
    found = steps(units(lines(3, Choice(4, 7), Choice(2, 9, cut=1)), lines(9)), short=0)
    assert [(step.lines, costs(step.cost)) for step in found] == [
        (3, {}),
        (4, {"variants": 7}),
        (2, {"cut": 1, "variants": 9}),
    ]
    assert [step.place for step in found] == [at(1, 3), at(1, 4), at(1, 2)]


@pytest.mark.parametrize(
    ("taken", "count", "is_lone", "ends"),
    [
        (4, 4, False, [(1, {"parted": 1})]),  # a first line alone
        (1, 5, False, [(4, {"parted": 1}), (3, {"short": 1}), (2, {"hole": 1, "short": 2})]),  # a last line alone
        (1, 5, True, [(4, {"lone_top": 1}), (3, {"short": 1}), (2, {"hole": 1, "short": 2})]),
        (3, 3, True, [(2, {"lone_top": 1}), (1, {"parted": 1, "short": 1})]),
        (4, 2, False, [(1, {"parted": 2})]),
        (4, 2, True, [(1, {"lone_top": 1, "parted": 1})]),
    ],
)
def test_a_line_alone_at_a_foot_or_a_head_breaks_a_rule(
    taken: int, count: int, is_lone: bool, ends: list[tuple[int, dict[str, int]]]
) -> None:
    given = units(lines(taken), lines(count, is_lone=is_lone))
    inside = [end for end in turns(steps(given, at(1, taken), short=2, breaks=True)) if end[0]]
    assert inside == ends
    kept = [end for end in turns(steps(given, at(1, taken), short=2)) if end[0]]
    assert kept == [end for end in ends if not {"parted", "lone_top"} & set(end[1])]


def test_lines_of_a_tail_are_as_deep_as_it_says() -> None:
    found = steps(units(Unit(1, (Choice(5),), 0, tail=(2, 3))))
    assert [(step.lines, costs(step.cost)) for step in found] == [
        (3, {"hole": 1, "short": 2}),
        (2, {"hole": 4, "short": 3}),
    ]


# ------------------------------------------------------------------ headings


def test_a_page_does_not_end_while_a_heading_asks_for_text() -> None:
    given = units(piece(1, keep=2), lines(6))
    (whole,) = steps(given)
    assert whole.place == at(1, 1, keep=2)
    assert [step.lines for step in steps(given, whole.place) if step.place[0]] == [4, 3, 2]
    broken = turns(steps(given, whole.place, breaks=True))
    assert [(count, cost.get("heading", 0)) for count, cost in broken] == [(0, 1), (4, 0), (3, 0), (2, 0), (1, 1)]


def test_a_heading_that_asks_for_three_lines_gets_them_of_two_paragraphs() -> None:
    given = units(piece(1, keep=3), lines(1), lines(6))
    assert steps(given, at(1, 1, keep=3))[0].place == at(2, 2, keep=2)
    assert [step.lines for step in steps(given, at(2, 2, keep=2))] == [3, 2]


def test_the_greater_of_two_wants_counts_and_an_article_owes_nothing_to_the_one_before() -> None:
    below = units(piece(1, keep=1), lines(4))
    assert steps(below, at(0, 1, keep=4))[0].place == at(1, 2, keep=3)
    fresh = units(piece(1, keep=2), lines(4, fresh=True))
    assert steps(fresh)[0].place == at(1, 1)


@pytest.mark.parametrize("idle", [True, False])
def test_empty_lines_are_no_text_that_a_heading_asks_for(idle: bool) -> None:
    given = units(piece(1, keep=2), empty()._replace(idle=idle), lines(4))
    assert steps(given, at(1, 1, keep=2))[-1].place == at(2, 2, keep=2)


# ------------------------------------------------------------------ empty lines


def test_empty_lines_take_none_at_a_head_and_no_page_ends_with_them() -> None:
    given = units(lines(2), empty(2), lines(3))
    assert steps(given, at(1, 0))[0].place == at(2, 0)
    assert steps(given, at(1, 2))[-1].place == at(2, 4)
    assert turns(steps(given, at(1, 2))) == [(0, {"hole": 4, "short": 3})]
    assert turns(steps(given, at(2, 4))) == []


def test_the_next_page_begins_below_empty_lines() -> None:
    given = units(lines(5), empty(2), empty(1), lines(3))
    (turned,) = [step for step in steps(given, at(1, 5)) if step.place[0]]
    assert turned.place == (1, 3, 0, 0, 0, 0, 0, FLOW, 0)


# ------------------------------------------------------------------ articles


@pytest.mark.parametrize(("room", "meant"), [(2, False), (3, True)])
def test_lines_left_for_want_of_room_are_meant(room: int, meant: bool) -> None:
    given = units(lines(3), lines(4, room=room, article=1, fresh=True))
    found = steps(given, at(1, 3))
    assert turns(found)[0] == (0, {"white": 2} if meant else {"hole": 1, "short": 2})
    assert len(found) == 1 if meant else len(found) > 1


def test_what_is_left_for_want_of_room_is_not_bounded_and_not_held_against_the_facing_page() -> None:
    given = units(lines(1), lines(4, room=9, article=1, fresh=True))
    (turned,) = steps(given, (0, 1, 0, 0, 1, 0, 0, FLOW, 0), short=0, right=True)
    assert costs(turned.cost) == {"single": 1, "white": 4}
    assert turned.place[-1] == NONE


def test_an_article_begins_on_the_page_that_it_is_held_on_and_nowhere_else() -> None:
    given = units(lines(3), lines(2, article=0, fresh=True))
    assert turns(steps(given, at(1, 3), held={1: 1})) == [(0, {"hole": 1, "short": 2})]
    assert [step.place for step in steps(given, at(1, 3), held={1: 0})] == [at(2, 0)]


def test_a_page_is_not_turned_where_a_held_article_could_not_be_reached_any_more() -> None:
    given = units(lines(4), lines(9), lines(2, article=1, fresh=True))
    assert turns(steps(given, at(1, 4), held={2: 1}, breaks=True)) == []  # eight lines and more do not go on page 1
    assert [step[0] for step in turns(steps(given, at(1, 1), held={2: 1}))] == [4]


def test_a_page_that_begins_elsewhere_than_a_kept_plan_says_is_moved() -> None:
    ends = turns(steps(units(lines(9)), kept={1: ((0, 5),)}, short=1))
    assert ends == [(5, {"moved": 1}), (4, {"short": 1})]


def test_a_page_does_not_end_where_it_is_forbidden() -> None:
    assert [end for end, _ in turns(steps(units(lines(9)), forbidden=(1, 0, 4), short=2))] == [4, 3]
    assert [end for end, _ in turns(steps(units(lines(9)), forbidden=(2, 0, 4), short=2))] == [5, 4, 3]


# ------------------------------------------------------------------ pages


def test_a_page_is_turned_only_while_what_is_left_goes_on_the_pages_left() -> None:
    assert [end for end, _ in turns(steps(units(lines(9)), depths=(5, 5)))] == [5, 4]
    assert [end for end, _ in turns(steps(units(lines(9)), depths=(5, 4)))] == [5]
    assert turns(steps(units(lines(9)), depths=(5,))) == []


@pytest.mark.parametrize(("right", "cost"), [(False, {"short": 1}), (True, {"short": 1, "unequal": 1})])
def test_facing_pages_are_held_against_each_other_and_pages_back_to_back_are_not(
    right: bool, cost: dict[str, int]
) -> None:
    # page 1 is full, page 2 ends a line short; they face each other where page 1 is on the left
    given = units(lines(14))
    first = steps(given, right=not right)[0]
    assert (first.lines, first.place[-1]) == (5, 0 if right else NONE)
    assert turns([steps(given, first.place)[1]]) == [(4, cost)]


@pytest.mark.parametrize(("is_lone", "fault"), [(False, "single"), (True, "lone_page")])
def test_a_page_of_one_line_breaks_a_rule(is_lone: bool, fault: str) -> None:
    given = units(lines(1, is_lone=is_lone), lines(3, room=9, article=1, fresh=True))
    assert turns(steps(given, at(1, 1))) == [(0, {fault: 1, "white": 4})]
    (last,) = steps(units(lines(1, is_lone=is_lone)))
    assert costs(last.cost) == {fault: 1, "white": 4}
    within = turns(steps(units(lines(4, is_lone=is_lone)), at(0, 0, left=3), breaks=True, short=4))
    assert within[-1] == (1, {"single": 1, "hole": 9, "short": 4})


def test_a_column_of_one_line_beside_others_makes_no_page_of_one_line() -> None:
    given = units(lines(9), lines(4), columns=2)
    first = turns(steps(given, (0, 1, 0, 0, 1, 1, 0, OPEN, 0), short=4))[0]
    assert first == (0, {"hole": 9, "unequal": 4, "short": 4})


def test_the_last_page_is_left_as_white_as_it_is_and_all_pages_are_used() -> None:
    (last,) = steps(units(lines(3)), depths=(5,), exactly=True)
    assert costs(last.cost) == {"white": 2}
    assert steps(units(lines(3)), depths=(5, 5), exactly=True, short=1) == []


def test_a_piece_deeper_than_a_page_stands_alone_at_a_head() -> None:
    given = units(lines(2), piece(7), lines(2))
    assert turns(steps(given, at(1, 2))) == [(0, {"hole": 4, "short": 3})]
    (alone,) = steps(given, at(1, 0, page=1))
    assert (costs(alone.cost), alone.place, alone.lines) == ({"deep": 1}, at(2, 5, page=1), 1)


def test_lines_deeper_than_a_page_each_have_one() -> None:
    given = units(Unit(7, (Choice(3),), 0))
    (first,) = steps(given)
    assert (costs(first.cost), first.place[:3], first.lines, first.of) == ({"deep": 1}, (1, 0, 2), 1, 3)
    (second,) = steps(given, first.place)
    assert (second.place[:3], second.lines, second.of) == ((2, 0, 1), 1, 2)
    (last,) = steps(given, second.place)
    assert (costs(last.cost), last.place[:3], last.lines, last.of) == ({"deep": 1}, (2, 1, 0), 1, 1)


# ------------------------------------------------------------------ columns


def test_what_starts_a_column_leaves_the_rest_of_the_one_before_it() -> None:
    given = units(lines(3), lines(3, column=True), columns=2)
    (ended,) = steps(given, (0, 1, 0, 0, 3, 0, 0, OPEN, NONE))
    assert (costs(ended.cost), ended.place) == ({"white": 2}, (0, 1, 0, 0, 0, 1, 0, OPEN, NONE))


def test_columns_side_by_side_are_held_against_each_other() -> None:
    given = units(lines(20), columns=2)
    first = steps(given, (0, 0, 0, 0, 0, 0, 0, OPEN, NONE))[1]
    assert (first.lines, costs(first.cost), first.place) == (4, {"short": 1}, (0, 0, 16, 0, 0, 1, 0, OPEN, 1))
    full, level = steps(given, first.place, short=1)
    assert (full.lines, costs(full.cost)) == (5, {"unequal": 1})
    assert (level.lines, costs(level.cost)) == (4, {"short": 1})


def test_a_band_in_columns_is_open_or_closed_at_each_depth_that_may_hold_it() -> None:
    found = steps(units(lines(6), columns=2), short=2)
    assert [step.place[-2] for step in found] == [OPEN, 3, 4, 5]
    assert [step.place[-2] for step in steps(units(lines(11), columns=2), short=2)] == [OPEN]
    below = steps(units(lines(2), columns=2), (0, 0, 0, 0, 3, 0, 0, FLOW, NONE))
    assert [step.place[-2] for step in below if not step.place[0]] == [OPEN, 1, 2]


def test_a_page_may_end_above_a_band_in_columns() -> None:
    given = (lines(3), lines(9)._replace(columns=2, band=1))
    ended, *others = steps(given, at(1, 3), short=2)
    assert turns([ended]) == [(0, {"hole": 1, "short": 2})]
    assert [step.place[-3:] for step in others] == [(3, OPEN, NONE)]


def test_a_closed_band_may_end_a_column_short_and_its_last_by_one_line_less_than_there_are_columns() -> None:
    def unlevel(count: int, limit: int, columns: int) -> dict[str, int]:
        place: Place = (0, 0, count, 0, 0, columns - 1, 0, limit, NONE)
        (last,) = steps(units(lines(9), columns=columns), place, depths=(limit,))
        return {name: value for name, value in costs(last.cost).items() if name == "unequal"}

    assert [unlevel(count, 4, 2) for count in (4, 3, 2)] == [{}, {}, {"unequal": 2}]
    assert [unlevel(count, 4, 3) for count in (4, 3, 2, 1)] == [{}, {}, {}, {"unequal": 2}]


def test_a_closed_band_that_ends_in_an_earlier_column_leaves_the_others_empty() -> None:
    (last,) = steps(units(lines(2), columns=3), (0, 0, 0, 0, 0, 0, 0, 2, NONE), depths=(2,))
    assert costs(last.cost) == {"unequal": 4}  # the second column by two lines, twice; the third within what is free


def test_text_of_fewer_lines_than_a_band_must_be_deep_goes_in_no_second_column() -> None:
    place: Place = (0, 0, 0, 0, 0, 0, 0, 2, NONE)
    given = units(lines(4), columns=2)
    assert [step.place for step in steps(given, place, least=2)] == [(0, 0, 2, 0, 0, 1, 0, 2, NONE)]
    assert [step.place[5] for step in steps(given, place, least=3)] == []


def test_below_a_closed_band_the_page_goes_on_at_its_depth() -> None:
    given = (lines(3)._replace(columns=2), lines(2)._replace(band=1))
    (step,) = steps(given, (0, 0, 1, 0, 0, 1, 1, 2, 0))
    assert (step.place, costs(step.cost)) == ((0, 1, 0, 0, 3, 0, 0, FLOW, 0), {})


def test_text_that_ends_in_the_first_column_has_the_next_band_right_below_where_columns_are_not_to_be_level() -> None:
    given = (lines(3, columns=2, band=0), lines(2, columns=1, band=1))
    (down,) = steps(given, (0, 0, 0, 0, 0, 0, 0, 5, NONE), balance=False, depths=TEN)[:1]
    assert down.place == (0, 1, 0, 0, 3, 0, 0, FLOW, NONE)


def test_an_open_band_holds_no_end_of_its_text() -> None:
    found = steps(units(lines(3), columns=2), (0, 0, 3, 0, 0, 1, 0, OPEN, 0))
    assert [step.place[:3] for step in found] == [(1, 0, 2)]


def test_columns_that_are_not_to_be_level_have_one_depth_and_are_to_be_full() -> None:
    given = units(lines(6), columns=2)
    assert [step.place[-2] for step in steps(given, balance=False)] == [OPEN, 5]
    ended = steps(given, (0, 0, 0, 0, 0, 0, 0, 5, 3), balance=False)
    assert [(step.lines, costs(step.cost)) for step in ended] == [
        (4, {"short": 1}),
        (3, {"hole": 1, "short": 2}),
        (2, {"hole": 4, "short": 3}),
    ]
    (last,) = steps(given, (0, 0, 1, 0, 0, 1, 0, 5, NONE), balance=False)
    assert costs(last.cost) == {}


# ------------------------------------------------------------------ what must be cut


@pytest.mark.parametrize(
    ("place", "cut"),
    [
        (START, 2),
        (at(0, 0, left=7, page=1), 7),
        (at(0, 2, left=2, page=1), 4),
        (at(1, 3, page=1), 3),
        (at(2, 4, page=1), 0),
    ],
)
def test_what_must_be_cut_at_the_least_is_what_no_room_is_left_for(place: Place, cut: int) -> None:
    given = units(lines(7), lines(5, Choice(4, cut=1), Choice(3, cut=2)))
    found = Stepper(given, Rules((5, 5))).least_cut(place)
    assert costs(found) == ({"cut": cut} if cut else {})


def test_nothing_must_be_cut_where_nothing_may_be() -> None:
    assert Stepper(units(lines(70)), Rules((5, 5))).least_cut(START) == 0


def test_room_in_columns_counts_line_by_line() -> None:
    given = units(lines(22, Choice(21, cut=1), Choice(20, cut=2)), columns=2)
    assert costs(Stepper(given, Rules((5, 5))).least_cut(START)) == {"cut": 2}  # two pages hold twenty
    second: Place = (0, 0, 17, 0, 0, 1, 0, OPEN, 0)
    assert costs(Stepper(given, Rules((5, 5))).least_cut(second)) == {"cut": 2}
    closed: Place = (1, 0, 5, 0, 2, 1, 1, 4, NONE)
    assert costs(Stepper(given, Rules((5, 5))).least_cut(closed)) == {"cut": 3}  # two of them have room in its column


def two_bands(first: int, second: int) -> tuple[Unit, ...]:
    """Two paragraphs in columns, in a band each, that may lose lines."""
    cuts = [tuple(Choice(count - cut, cut=cut) for cut in range(1, 5)) for count in (first, second)]
    given = units(lines(first, *cuts[0]), lines(second, *cuts[1]), columns=2)
    return (given[0], given[1]._replace(band=1))


@pytest.mark.parametrize(
    ("first", "second", "depth", "cut"),
    [
        (9, 7, 9, 0),  # five lines of the page and four
        (9, 7, 8, 1),  # an odd line less saves one
        (9, 7, 7, 2),  # so does that of the other
        (9, 7, 6, 4),  # then it takes two lines
        (8, 8, 7, 2),
        (8, 7, 7, 1),
        (8, 7, 6, 3),
    ],
)
def test_a_band_of_columns_takes_whole_lines_of_the_page(first: int, second: int, depth: int, cut: int) -> None:
    found = Stepper(two_bands(first, second), Rules((depth,))).least_cut(START)
    assert costs(found) == ({"cut": cut} if cut else {})


def test_a_closed_band_leaves_the_page_below_it_to_the_next() -> None:
    stepper = Stepper(two_bands(9, 7), Rules((8,)))
    assert costs(stepper.least_cut((0, 0, 4, 0, 0, 1, 0, 5, NONE))) == {"cut": 1}  # three lines left for seven
    assert stepper.least_cut((0, 0, 4, 0, 0, 1, 0, 4, NONE)) == 0
    uneven = Stepper(two_bands(9, 7), Rules((8,), balance=False))
    assert costs(uneven.least_cut((0, 0, 9, 0, 0, 0, 0, 8, NONE))) == {"cut": 1}  # it may end higher than it may be


def test_a_line_that_is_deeper_saves_as_many_when_it_goes() -> None:
    given = units(lines(5, Choice(4, cut=1), Choice(3, cut=2), depth=2))
    assert costs(Stepper(given, Rules((7,))).least_cut(START)) == {"cut": 2}
    assert costs(Stepper(given, Rules((8,))).least_cut(START)) == {"cut": 1}
