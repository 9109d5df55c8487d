"""What a line costs, counted by hand: how uneven it is, which step fills it, what else is bad about it."""

from __future__ import annotations

import pytest
from squares import PUSH_OUT, composed

from huozi.paragraph.breaking.cost import (
    PARTED_WORD,
    contrast,
    cost_fields,
    last_line_cost,
    numbers_with_units,
    with_forbidden,
    with_parted,
)
from huozi.style.text_style import TextStyle

HAN = "国" * 30
EM2 = 256
"""An em squared, in sixteenths."""


def cost(
    text: str, end: int, slack: int, rules: TextStyle = PUSH_OUT, at: int = 0, last: bool = False
) -> dict[str, int]:
    """What a line costs, by the fields in which it costs anything."""
    found = composed(text, 99, rules).work.cost_of(at, end, slack, last)
    assert found is not None
    return {name: amount for name, amount in cost_fields(found).items() if amount}


def test_a_line_that_is_full_costs_nothing() -> None:
    assert cost(HAN, 10, 0) == {}


@pytest.mark.parametrize(
    ("slack", "parts"), [(312, 0), (313, 1), (937, 1), (938, 2), (1_000, 2), (5_000, 8), (10_000, 16)]
)
def test_unevenness_is_squared_sixteenths_of_an_em(slack: int, parts: int) -> None:
    found = cost(HAN, 10, slack)
    assert found.get("unevenness", 0) == 5 * parts * parts
    assert found["character"] == slack * slack // 9  # ten characters, nine gaps


@pytest.mark.parametrize(("fill", "weight"), [("pull-in", 5), ("push-out", 5), ("least", 1)])
def test_stretching_is_worse_than_compressing(fill: str, weight: int) -> None:
    rules = TextStyle(fill=fill)  # type: ignore[arg-type]
    assert cost(HAN, 10, 10_000, rules)["unevenness"] == weight * EM2
    assert cost("国，国国国国、国国国（国）国", 10, -5_000, TextStyle(fill="pull-in"))["unevenness"] == EM2 // 4


def test_steps_cost_squares_over_their_places() -> None:
    text = "国A国A国国国国国国国"  # four gaps of a quarter, to be widened to a half
    rules = TextStyle(fill="pull-in", han_latin_max=500)
    assert cost(text, 11, 2_000, rules)["han-latin"] == 2_000 * 2_000 // 4
    found = cost(text, 11, 16_000, rules)
    assert found["han-latin"] == 10_000 * 10_000 // 4
    assert found["character"] == 6_000 * 6_000 // 6


@pytest.mark.parametrize(
    ("text", "end", "ems"), [("国12年国国国", 3, 16), ("国12年国国国", 4, 0), ("国12的国国国", 3, 0)]
)
def test_a_number_parted_from_its_unit_costs_as_much_as_four_ems(text: str, end: int, ems: int) -> None:
    assert cost(text, end, 0).get("unevenness", 0) == ems * EM2


@pytest.mark.parametrize(
    ("text", "units"),
    [("12年3月", [2, 4]), ("12 年", [3]), ("12\u00a0年", [3]), ("12的", []), ("12%", []), ("第3", []), ("1 2", [])],
)
def test_a_number_clings_to_what_counts(text: str, units: list[int]) -> None:
    assert sorted(numbers_with_units(text)) == units


@pytest.mark.parametrize(
    ("text", "end", "ems"),
    [("国40～44岁国", 4, 16), ("国国—国国", 3, 4), ("国国～5国", 3, 16), ("国国国国", 3, 0)],
)
def test_a_range_parted_costs_as_a_number_from_its_unit_and_one_of_words_less(text: str, end: int, ems: int) -> None:
    assert cost(text, end, 0).get("unevenness", 0) == ems * EM2


@pytest.mark.parametrize(
    ("classes", "found"),
    [
        ("H", {"lone": 1}),
        ("HS", {"lone": 1}),
        ("HSC", {"lone": 1}),
        ("S", {"lone": 1}),
        ("HH", {"unevenness": EM2}),
        ("HPHS", {"unevenness": EM2}),
        ("HHH", {}),
        ("WWW", {}),
        ("DU", {"lone": 1}),
        ("HX", {"lone": 1}),
        ("HY", {"lone": 1}),
        ("OHC", {"lone": 1}),
        ("HBI", {"lone": 1}),
        ("HNH", {"unevenness": EM2}),
    ],
)
def test_marks_do_not_make_a_last_line_longer(classes: str, found: dict[str, int]) -> None:
    assert {name: amount for name, amount in cost_fields(last_line_cost(classes)).items() if amount} == found


@pytest.mark.parametrize(("end", "found"), [(2, {"unevenness": EM2}), (3, {})])
def test_a_short_last_line_costs_where_lines_stand_above_it(end: int, found: dict[str, int]) -> None:
    text = "国" * (10 + end)
    assert cost(text, 10 + end, 0, at=10, last=True) == found
    assert cost("国", 1, 0, last=True) == {}, "the only line of a paragraph"
    assert cost(text, 10 + end, 0, TextStyle(lone_character=False), at=10, last=True) == {}


def test_a_word_parted_costs_and_a_second_in_a_row_four_times_that() -> None:
    counted = with_parted(lambda at, end, slack, last: 0, {5, 9}, PARTED_WORD)
    assert [cost_fields(counted(at, end, 0, False) or 0)["unevenness"] for at, end in ((0, 4), (0, 5), (5, 9))] == [
        0,
        12 * EM2,
        48 * EM2,
    ]
    assert with_parted(lambda at, end, slack, last: None, {5}, PARTED_WORD)(0, 5, 0, False) is None


def test_a_forbidden_break_is_worse_than_any_change() -> None:
    counted = with_forbidden(lambda at, end, slack, last: 3, {5})
    assert cost_fields(counted(0, 5, 0, False) or 0)["forbidden"] == 1
    assert counted(0, 4, 0, False) == 3
    assert with_forbidden(lambda at, end, slack, last: None, {5})(0, 5, 0, False) is None


@pytest.mark.parametrize(
    ("at", "before", "kind", "ems"),
    [(9, 0, 2, 2), (9, 2, 0, 2), (9, 0, 3, 2), (9, 1, 3, 2), (9, 1, 2, 0), (9, 2, 1, 0), (9, 1, 1, 0), (0, 0, 3, 0)],
)
def test_neighbours_two_classes_apart_cost(at: int, before: int, kind: int, ems: int) -> None:
    assert cost_fields(contrast(at, before, kind))["unevenness"] == ems * EM2


@pytest.mark.parametrize(
    ("text", "end", "dislike"),
    [
        ("国国，国国国", 3, 1),
        ("国国　国国国", 3, 0),
        ("国国国国国国", 3, 2),
        ("国国”国国国", 3, 1),
        ("国国国国国国", 6, 0),
    ],
)
def test_a_heading_is_broken_at_its_space_else_after_a_mark(text: str, end: int, dislike: int) -> None:
    work = composed(text, 99, align="left").work
    found = cost_fields(work.cost_of(0, end, 3_000, end == len(text)) or 0)
    assert (found["unpreferred"], found["character"]) == (dislike, 9_000_000)
    assert work.cost_of(0, end, -1, False) is None
