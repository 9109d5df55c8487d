"""Numbers of tables: what is one, and where its point is."""

from __future__ import annotations

import pytest
from table_cases import inlines

from huozi.blocks.table_numbers import is_blank, point_of

NUMBERS = {
    "8": 1,
    "1250": 4,
    "1.5": 1,
    "12.25": 2,
    ".5": 0,
    "-3.5": 2,
    "−12": 3,
    "–4.25": 2,
    "+12.5": 3,
    "±3": 2,
    "42.5±1.2": 2,
    "128 ± 12": 3,
    "41.2%": 2,
    "3‰": 1,
    "12.5 mm": 2,
    "8 km/h": 1,
    "12万元": 2,
    "8.5 万元": 1,
    "1,250.5": 5,
    "12,000": 6,
    "12 000": 6,
    "¥12.50": 3,
    "<0.05": 2,
    "≥12": 3,
    "0.35**": 1,
    "12.1(0.8)": 2,
    "7（11）": 1,
    "1.5×10^3^": 1,
    "12^a^": 2,
    "12^!note^": 2,
    "2019": 4,
    "25 ℃": 2,
}
NONE = (
    "",
    "–",
    "—",
    "…",
    "/",
    "无",
    "甲",
    "3–5",
    "1:2",
    "12月3日起",
    "0512-6789",
    "A4",
    "第 3 页",
    "1 / 2",
    "见第12页",
)


@pytest.mark.parametrize(("text", "point"), NUMBERS.items())
def test_a_number_has_its_point_behind_so_many_characters(text: str, point: int) -> None:
    assert point_of(inlines(text)) == point


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_number_has_none(text: str) -> None:
    assert point_of(inlines(text)) is None


@pytest.mark.parametrize(("text", "blank"), [("", True), ("–", True), ("……", True), ("/", True), ("0", False)])
def test_a_sign_for_nothing_says_nothing(text: str, blank: bool) -> None:
    assert is_blank(inlines(text)) == blank
