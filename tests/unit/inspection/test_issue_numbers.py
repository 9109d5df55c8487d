"""Numbers of issues as journals have them: what follows what, and what stands beside the row."""

from __future__ import annotations

from pathlib import Path

import pytest
from final_house import Change, found_in, write_house

from huozi.inspection.numbers import look_at_numbers
from huozi.inspection.table import OWN

RULES = {check.rule for check in OWN if check.look is look_at_numbers}
FREE = ("final.yaml", "  frequency: 月刊\n", "")
"""Nothing said of how often it comes out."""


def of(name: str, year: int, issue: str, serial: int, day: str, *, volume: int = 0) -> list[Change]:
    """An issue with other numbers; its volume is the year's where none is given."""
    now = {"before": (2, 50, "2030-02-28"), "issue.yaml": (3, 51, "2030-03-31")}[name]
    return [
        (name, "year: 2030", f"year: {year}"),
        (name, "volume: 5", f"volume: {volume or year - 2025}"),
        (name, f"issue: {now[0]}", f"issue: {issue}"),
        (name, f"serial: {now[1]}", f"serial: {serial}"),
        (name, f"date: {now[2]}", f"date: {day}"),
    ]


def rules_in(folder: Path, changes: list[Change]) -> set[str]:
    findings, made = found_in(write_house(folder, changes))
    assert made is not None
    return {item.rule for item in findings} & RULES


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (("2029", "12", 48, "2029-12-31"), ("2030", "1", 49, "2030-01-31")),
        (("2030", "1-2", 50, "2030-02-10"), ("2030", "3", 51, "2030-03-31")),
        (("2030", "2", 50, "2030-02-28"), ("2030", "3-4", 51, "2030-04-20")),
        (("2030", "2", 50, "2030-02-28"), ("2030", "3-4", 52, "2030-04-20")),
        (("2030", "2", 50, "2030-02-28"), ("2030", "增刊1", 51, "2030-02-28")),
        (("2030", "增刊1", 50, "2030-06-30"), ("2030", "3", 51, "2030-03-31")),
    ],
)
def test_what_follows_as_journals_go_is_right(
    before: tuple[str, str, int, str], now: tuple[str, str, int, str], tmp_path: Path
) -> None:
    changes = [FREE]
    for name, (year, issue, serial, day) in (("before", before), ("issue.yaml", now)):
        changes += of(name, int(year), issue, serial, day)
    assert rules_in(tmp_path, changes) == set()


def test_a_year_of_two_volumes_changes_its_volume_in_july(tmp_path: Path) -> None:
    changes = of("before", 2030, "6", 50, "2030-06-30", volume=9)
    changes += of("issue.yaml", 2030, "7", 51, "2030-07-31", volume=10)
    first = ("final.yaml", "  first_year: 2026年\n", "")
    assert rules_in(tmp_path, [FREE, first, *changes]) == set()


def test_an_issue_of_another_journal_is_no_forerunner(tmp_path: Path) -> None:
    assert (
        rules_in(tmp_path, [("before", "journal: final", "journal: square"), ("before", "issue: 2", "issue: 9")])
        == set()
    )


def test_an_issue_alone_is_right(tmp_path: Path) -> None:
    assert rules_in(tmp_path, [("before", "date: 2030-02-28", "date: soon")]) == set()


def test_all_that_was_left_of_the_last_issue_is_told(tmp_path: Path) -> None:
    changes = of("issue.yaml", 2030, "2", 50, "2030-02-28")
    assert rules_in(tmp_path, changes) == {"number-taken", "date-not-later"}
