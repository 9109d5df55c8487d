"""Gradients to inks: stops stay where they are, stretches between them are cut where the inks do not change evenly."""

from __future__ import annotations

from typing import Any

import drawings
import pytest
from pikepdf import Array, Dictionary, Object, Pdf

from huozi.pictures.gradients import has_colour, inked_function
from huozi.pictures.spaces import GREY, RGB
from huozi.pictures.tones import Cmyk, Rgb, Tones

PLAIN = Tones(drawings.PLAIN)
PDF = Pdf.new()


def curved(colour: Rgb) -> Cmyk:
    """Inks that do not follow the colour evenly."""
    return (1 - colour[0] ** 2, 1 - colour[1] ** 2, 1 - colour[2] ** 2, 0.0)


def change(first: list[float], last: list[float], **more: Any) -> Dictionary:
    ends = [Array([Object.parse(str(share).encode()) for share in end]) for end in (first, last)]
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=ends[0], C1=ends[1], **more)


def ends(function: Dictionary | None) -> list[tuple[list[float], list[float]]]:
    assert function is not None
    return [([float(x) for x in part.C0], [float(x) for x in part.C1]) for part in function.Functions]


RED_BLUE, BLUE_WHITE = change([1, 0, 0], [0, 0, 1]), change([0, 0, 1], [1, 1, 1])


def test_an_even_change_is_one_stretch() -> None:
    function = inked_function(RED_BLUE, RGB, PLAIN)
    assert ends(function) == [([0, 1, 1, 0], [1, 1, 0, 0])]
    assert function is not None
    assert "/Range" not in function
    assert has_colour(function)


def test_a_change_that_the_inks_do_not_follow_evenly_is_eight() -> None:
    stretches = ends(inked_function(RED_BLUE, RGB, Tones(drawings.PLAIN._replace(inks=curved))))
    assert len(stretches) == 8
    assert (stretches[0][0], stretches[-1][1]) == ([0, 1, 1, 0], [1, 1, 0, 0])
    assert stretches[3][1] == [0.75, 1, 0.75, 0]


def test_stops_stay_where_they_are() -> None:
    joined = Dictionary(
        FunctionType=3, Domain=[0, 2], Functions=Array([RED_BLUE, BLUE_WHITE]), Bounds=[1], Encode=[0, 1, 0, 1]
    )
    function = inked_function(joined, RGB, PLAIN)
    assert function is not None
    assert [float(bound) for bound in function.Bounds] == [1]
    assert [float(end) for end in function.Domain] == [0, 2]
    assert ends(function) == [([0, 1, 1, 0], [1, 1, 0, 0]), ([1, 1, 0, 0], [0, 0, 0, 0])]


def test_a_hard_stop_stays_hard() -> None:
    joined = Dictionary(
        FunctionType=3,
        Domain=[0, 1],
        Functions=Array([change([1, 0, 0], [1, 0, 0]), change([0, 0, 1], [0, 0, 1])]),
        Bounds=[Object.parse(b"0.5")],
        Encode=[0, 1, 1, 0],
    )
    assert ends(inked_function(joined, RGB, PLAIN)) == [([0, 1, 1, 0], [0, 1, 1, 0]), ([1, 1, 0, 0], [1, 1, 0, 0])]


def test_a_change_run_backwards() -> None:
    joined = Dictionary(FunctionType=3, Domain=[0, 1], Functions=Array([RED_BLUE]), Bounds=[], Encode=[1, 0])
    assert ends(inked_function(joined, RGB, PLAIN)) == [([1, 1, 0, 0], [0, 1, 1, 0])]


def test_functions_side_by_side_give_a_part_each() -> None:
    parts = Array([change([1], [0]), change([0], [0]), change([0], [1])])
    assert ends(inked_function(parts, RGB, PLAIN)) == [([0, 1, 1, 0], [1, 1, 0, 0])]


def test_a_table_of_samples_bends_at_each() -> None:
    table = PDF.make_stream(b"\x00\xff\x00", FunctionType=0, Domain=[0, 1], Range=[0, 1], Size=[3], BitsPerSample=8)
    function = inked_function(table, GREY, PLAIN)
    assert ends(function) == [([0, 0, 0, 1], [0, 0, 0, 0]), ([0, 0, 0, 0], [0, 0, 0, 1])]
    assert function is not None
    assert not has_colour(function)


def _within(depth: int) -> Dictionary:
    function = RED_BLUE
    for _ in range(depth):
        function = Dictionary(FunctionType=3, Domain=[0, 1], Functions=Array([function]), Bounds=[], Encode=[0, 1])
    return function


REFUSED: dict[str, object] = {
    "nothing": None,
    "a number": 5,
    "calculated": Dictionary(FunctionType=4, Domain=[0, 1]),
    "no domain": Dictionary(FunctionType=2, N=1),
    "domain without length": Dictionary(FunctionType=2, N=1, Domain=[1, 1], C0=[1, 0, 0], C1=[0, 0, 1]),
    "another space's": change([1], [0]),
    "deep": _within(20),
    "part missing": Array([change([1], [0]), Dictionary(FunctionType=4, Domain=[0, 1])]),
    "bounds missing": Dictionary(FunctionType=3, Domain=[0, 1], Functions=Array([RED_BLUE, RED_BLUE]), Encode=[0, 1]),
    "many": Dictionary(
        FunctionType=3,
        Domain=[0, 1],
        Functions=Array([RED_BLUE] * 1_100),
        Bounds=Array([0] * 1_099),
        Encode=Array([0, 1] * 1_100),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_followed_is_no_function(name: str) -> None:
    assert inked_function(REFUSED[name], RGB, PLAIN) is None  # type: ignore[arg-type]
