"""Numbers in a content stream: exact, and no character too many."""

from __future__ import annotations

import pytest

from huozi.output.pdf.numbers import decimal, points


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (0, 3, "0"),
        (1, 3, ".001"),
        (-1, 3, "-.001"),
        (10, 3, ".01"),
        (999, 3, ".999"),
        (1_000, 3, "1"),
        (1_001, 3, "1.001"),
        (-12_500, 3, "-12.5"),
        (120_000, 3, "120"),
        (5, 1, ".5"),
        (100, 2, "1"),
        (12_345, 2, "123.45"),
        (-7, 2, "-.07"),
        (1_000_000_001, 3, "1000000.001"),
    ],
)
def test_a_number_is_its_shortest_decimal(value: int, places: int, written: str) -> None:
    assert decimal(value, places) == written


@pytest.mark.parametrize(("length", "written"), [(595_276, "595.276"), (-8_504, "-8.504"), (0, "0"), (500, ".5")])
def test_lengths_are_written_in_points(length: int, written: str) -> None:
    assert points(length) == written
