"""Prohibitions at line start and line end, by the probe that every typesetter of the comparison went through.

A box of six ems; each mark is pushed to the start and to the end of a line by 3 to 8 characters before it.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from squares import NOT_AT_LINE_END, NOT_AT_LINE_START, UNITS, lines

from huozi.style.text_style import Fill, Kinsoku, TextStyle

BOX = 6
LEVELS: tuple[Kinsoku, ...] = ("none", "basic", "gb", "strict")
FILLS: tuple[Fill, ...] = ("pull-in", "push-out", "least")
EXPECTED = Path(__file__).parents[2] / "cases" / "prohibitions.txt"
PROBE = yaml.safe_load((Path(__file__).parents[2] / "cases" / "probe.yaml").read_text(encoding="utf-8"))


def pushed(mark: str, rules: TextStyle) -> list[list[str]]:
    """The lines of texts that push a mark through all places about a line's end."""
    return [lines("国" * before + mark + "国" * 8, BOX, rules) for before in range(3, 9)]


def starts_a_line(mark: str, rules: TextStyle) -> bool:
    return any(line.startswith(mark) for found in pushed(mark, rules) for line in found[1:])


def ends_a_line(mark: str, rules: TextStyle) -> bool:
    return any(line.endswith(mark) for found in pushed(mark, rules) for line in found[:-1])


def is_split(unit: str, rules: TextStyle) -> bool:
    return any(unit not in "|".join(found) for found in pushed(unit, rules))


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("mark", NOT_AT_LINE_START)
def test_none_of_the_31_marks_starts_a_line(mark: str, fill: Fill) -> None:
    assert not starts_a_line(mark, TextStyle(fill=fill))


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("mark", NOT_AT_LINE_END)
def test_none_of_the_12_marks_ends_a_line(mark: str, fill: Fill) -> None:
    assert not ends_a_line(mark, TextStyle(fill=fill))


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("level", LEVELS)
def test_the_probe_counts_what_each_level_lets_through(level: Kinsoku, fill: Fill) -> None:
    rules = TextStyle(kinsoku=level, fill=fill)
    found = {
        "start": sum(starts_a_line(mark, rules) for mark in PROBE["not_at_line_start"]),
        "unit_start": sum(starts_a_line(unit, rules) for unit in PROBE["units"]),
        "end": sum(ends_a_line(mark, rules) for mark in PROBE["not_at_line_end"]),
        "solidus_end": sum(ends_a_line(mark, rules) for mark in PROBE["solidus"]),
        "split": sum(is_split(unit, rules) for unit in PROBE["units"]),
    }
    assert found == PROBE["expected"][level]


def test_the_probe_has_the_marks_of_the_comparison() -> None:
    assert [len(PROBE[key]) for key in ("not_at_line_start", "not_at_line_end", "units")] == [31, 12, 3]
    assert (PROBE["not_at_line_start"], PROBE["not_at_line_end"]) == (NOT_AT_LINE_START, NOT_AT_LINE_END)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("unit", [*UNITS, "…………", "———", "⸺⸺", "……………"])
def test_dashes_and_ellipses_are_whole_at_every_level(unit: str, level: Kinsoku) -> None:
    assert not is_split(unit, TextStyle(kinsoku=level))


def levels_as_text() -> str:
    """What each level forbids of the probe's marks, in the form of the data file."""
    rows = []
    for level in LEVELS:
        rules = TextStyle(kinsoku=level)
        candidates = [*NOT_AT_LINE_START, *NOT_AT_LINE_END, *UNITS, "-", "%", "％", "￥", "国", "℃"]
        at_start = [mark for mark in candidates if not starts_a_line(mark, rules)]
        at_end = [mark for mark in candidates if not ends_a_line(mark, rules)]
        split = [unit for unit in UNITS if is_split(unit, rules)]
        rows.append(f"{level}\n  not at line start  {' '.join(at_start)}\n")
        rows.append(f"  not at line end    {' '.join(at_end)}\n  split              {' '.join(split)}\n")
    return "\n".join(line.rstrip() for line in "".join(rows).split("\n"))


def test_each_level_forbids_what_its_table_says(renewed: bool) -> None:
    if renewed:
        EXPECTED.write_text(levels_as_text(), encoding="utf-8")
    assert levels_as_text() == EXPECTED.read_text(encoding="utf-8")


def test_a_level_forbids_all_that_the_one_before_it_forbids() -> None:
    marks = NOT_AT_LINE_START + NOT_AT_LINE_END
    for test in (starts_a_line, ends_a_line):
        forbidden = [{mark for mark in marks if not test(mark, TextStyle(kinsoku=level))} for level in LEVELS]
        assert all(weaker <= stricter for weaker, stricter in pairwise(forbidden))


def test_level_none_forbids_nothing_but_splitting_a_unit() -> None:
    rules = TextStyle(kinsoku="none")
    assert all(starts_a_line(mark, rules) for mark in NOT_AT_LINE_START)
    assert all(ends_a_line(mark, rules) for mark in NOT_AT_LINE_END)


def test_strict_keeps_dash_and_ellipsis_from_a_line_start_and_gb_does_not() -> None:
    assert {unit: starts_a_line(unit, TextStyle(kinsoku="strict")) for unit in UNITS} == dict.fromkeys(UNITS, False)
    assert {unit: starts_a_line(unit, TextStyle(kinsoku="gb")) for unit in UNITS} == dict.fromkeys(UNITS, True)


def test_a_mark_that_may_not_end_a_line_takes_those_before_it_along() -> None:
    assert lines("国国国国国（“国”）国国国", BOX, TextStyle(loosest=1_000)) == [
        "国国国国国",
        "（“国”）国",
        "国国",
    ]
    assert lines("国国国国（《国》）。国国", BOX)[0] == "国国国国"
