"""The issue after those that there are: number, serial number, date, and the name of its folder."""

from __future__ import annotations

from datetime import date

import pytest

from huozi.content.back_issues import Past
from huozi.new.following import Following, following
from huozi.new.issue import next_name

CASES: dict[str, tuple[list[tuple[int, int, int, int, str]], tuple[int, int, int, str]]] = {
    # year, first, last, serial, date of each issue there is; year, number, serial, date of the next
    "a monthly": (
        [(2024, 10, 10, 248, "2024-10-31"), (2024, 11, 11, 249, "2024-11-30")],
        (2024, 12, 250, "2024-12-31"),
    ),
    "a monthly's new year": (
        [(2024, 11, 11, 249, "2024-11-30"), (2024, 12, 12, 250, "2024-12-31")],
        (2025, 1, 251, "2025-01-31"),
    ),
    "a monthly of the fifth": (
        [(2023, 1, 1, 1, "2023-01-05"), (2023, 2, 2, 2, "2023-02-05")],
        (2023, 3, 3, "2023-03-05"),
    ),
    "a monthly that is a month late": (
        [(2024, 11, 11, 0, "2024-12-15"), (2024, 12, 12, 0, "2025-01-15")],
        (2025, 1, 0, "2025-02-15"),
    ),
    "one issue alone in the middle of a year": ([(2024, 7, 7, 77, "2024-07-20")], (2024, 8, 78, "2024-08-20")),
    "one issue alone at its end": ([(2024, 12, 12, 250, "2024-12-31")], (2025, 1, 251, "2025-01-31")),
    "the first issue of all": ([(2026, 1, 1, 1, "2026-11-26")], (2026, 2, 2, "2026-12-26")),
    "a bimonthly": ([(2024, 1, 1, 1, "2024-01-20"), (2024, 2, 2, 2, "2024-03-20")], (2024, 3, 3, "2024-05-20")),
    "a bimonthly's new year": (
        [(2024, 5, 5, 5, "2024-10-31"), (2024, 6, 6, 6, "2024-12-31")],
        (2025, 1, 7, "2025-02-28"),
    ),
    "a bimonthly's sixth alone": ([(2024, 6, 6, 60, "2024-12-10")], (2025, 1, 61, "2025-02-10")),
    "a quarterly": ([(2024, 3, 3, 7, "2024-09-30"), (2024, 4, 4, 8, "2024-12-31")], (2025, 1, 9, "2025-03-31")),
    "a quarterly's second alone": ([(2024, 2, 2, 2, "2024-06-30")], (2024, 3, 3, "2024-09-30")),
    "twice a month": (
        [(2024, 1, 1, 1, "2024-01-05"), (2024, 2, 2, 2, "2024-01-20"), (2024, 3, 3, 3, "2024-02-05")],
        (2024, 4, 4, "2024-02-20"),
    ),
    "twice a month, new year": (
        [(2024, 23, 23, 0, "2024-12-10"), (2024, 24, 24, 0, "2024-12-25")],
        (2025, 1, 0, "2025-01-10"),
    ),
    "every ten days": (
        [(2024, 1, 1, 1, "2024-01-10"), (2024, 2, 2, 2, "2024-01-20"), (2024, 3, 3, 3, "2024-01-30")],
        (2024, 4, 4, "2024-02-10"),
    ),
    "a weekly": ([(2024, 1, 1, 1, "2024-01-05"), (2024, 2, 2, 2, "2024-01-12")], (2024, 3, 3, "2024-01-19")),
    "a weekly's new year": (
        [(2024, 51, 51, 0, "2024-12-20"), (2024, 52, 52, 0, "2024-12-27")],
        (2025, 1, 0, "2025-01-03"),
    ),
    "a yearbook": ([(2022, 1, 1, 3, "2022-06-01"), (2023, 1, 1, 4, "2023-06-01")], (2024, 1, 5, "2024-06-01")),
    "after a double issue": (
        [(2023, 11, 11, 11, "2023-11-30"), (2023, 12, 12, 12, "2023-12-31"), (2024, 1, 2, 13, "2024-02-28")],
        (2024, 3, 14, "2024-03-31"),
    ),
    "after a double issue dated by its first month": (
        [(2023, 11, 11, 11, "2023-11-15"), (2023, 12, 12, 12, "2023-12-15"), (2024, 1, 2, 13, "2024-01-15")],
        (2024, 3, 14, "2024-03-15"),
    ),
    "after a double issue at a year's end": (
        [(2024, 9, 9, 0, "2024-09-30"), (2024, 10, 10, 0, "2024-10-31"), (2024, 11, 12, 0, "2024-12-31")],
        (2025, 1, 0, "2025-01-31"),
    ),
    "a double issue alone, dated by its first month": ([(2024, 1, 2, 7, "2024-01-31")], (2024, 3, 8, "2024-03-31")),
    "a double issue alone, dated by its last month": ([(2024, 1, 2, 7, "2024-02-29")], (2024, 3, 8, "2024-03-31")),
    "a double issue alone at a year's end": ([(2024, 11, 12, 150, "2024-11-30")], (2025, 1, 151, "2025-01-31")),
    "a double issue alone, a month late": ([(2024, 11, 12, 150, "2025-01-10")], (2025, 1, 151, "2025-02-10")),
    "twice a month, the last of a year alone": ([(2024, 24, 24, 240, "2024-12-16")], (2025, 1, 241, "2025-01-01")),
    "twice a month, the last day alone": ([(2024, 24, 24, 240, "2024-12-31")], (2025, 1, 241, "2025-01-15")),
    "twice a month, the second of a month alone": ([(2024, 14, 14, 0, "2024-07-16")], (2024, 15, 0, "2024-08-01")),
    "twice a month, the first of a month alone": ([(2024, 15, 15, 0, "2024-08-01")], (2024, 16, 0, "2024-08-16")),
    "a supplement counts no number": (
        [(2024, 5, 5, 5, "2024-05-31"), (2024, 6, 6, 6, "2024-06-30"), (2024, 0, 0, 0, "2024-07-15")],
        (2024, 7, 7, "2024-07-31"),
    ),
    "a supplement has a serial number of its own": (
        [(2024, 5, 5, 5, "2024-05-31"), (2024, 6, 6, 6, "2024-06-30"), (2024, 0, 0, 7, "2024-07-15")],
        (2024, 7, 8, "2024-07-31"),
    ),
    "a year of ten, as the last one was": (
        [(2023, n, n, 0, f"2023-{m:02}-01") for n, m in enumerate((1, 2, 3, 4, 5, 6, 9, 10, 11, 12), 1)]
        + [(2024, n, n, 0, f"2024-{m:02}-01") for n, m in enumerate((1, 2, 3, 4, 5, 6, 9, 10, 11, 12), 1)],
        (2025, 1, 0, "2025-01-01"),
    ),
    "a gap in the row is no rhythm": (
        [(2024, 1, 1, 1, "2024-01-31"), (2024, 5, 5, 5, "2024-05-31"), (2024, 6, 6, 6, "2024-06-30")],
        (2024, 7, 7, "2024-07-31"),
    ),
}


def past(row: tuple[int, int, int, int, str]) -> Past:
    year, first, last, serial, day = row
    return Past(year, first, last, serial, date.fromisoformat(day))


@pytest.mark.parametrize("name", CASES)
def test_the_next_issue_is_numbered_and_dated_after_the_last(name: str) -> None:
    rows, (year, number, serial, day) = CASES[name]
    expected = Following(year, number, serial, date.fromisoformat(day))
    assert following([past(row) for row in rows]) == expected
    assert following([past(row) for row in reversed(rows)]) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2024-09", "2024-10"),
        ("2024-9", "2024-10"),
        ("2024年第9期", "2024年第10期"),
        ("2024年第09期", "2024年第10期"),
        ("2024_09", "2024_10"),
        ("no.2024-09-end", "no.2024-10-end"),
        ("247", "248"),
        ("0247", "0248"),
        ("jiuyue", "2024-10"),
        ("2023-09", "2024-10"),
        ("2024-08", "2024-10"),
    ],
)
def test_the_next_issue_s_folder_is_named_as_the_last_one_s(name: str, expected: str) -> None:
    latest = Past(2024, 9, 9, 247, date(2024, 9, 30))
    assert next_name(name, latest, Following(2024, 10, 248, date(2024, 10, 31))) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("2024-11-12", "2025-01"), ("2024-11", "2025-01"), ("2024年第11-12期", "2025年第1期"), ("2024-12", "2025-01")],
)
def test_after_a_double_issue_and_a_year(name: str, expected: str) -> None:
    latest = Past(2024, 11, 12, 0, date(2024, 12, 31))
    assert next_name(name, latest, Following(2025, 1, 0, date(2025, 1, 31))) == expected
