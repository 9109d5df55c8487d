"""Numbers of issues: what is taken, what is refused, and which numbers an issue has."""

from __future__ import annotations

import pytest

from huozi.numbering import numbers_of, read_name, read_number


@pytest.mark.parametrize(
    ("written", "printed", "numbers"),
    [
        ("7", "7", (7,)),
        ("007", "7", (7,)),
        ("1-2", "1-2", (1, 2)),
        ("11 — 12", "11—12", (11, 12)),
        ("3～5", "3～5", (3, 4, 5)),
        ("1、2", "1、2", (1, 2)),
        ("0", "", ()),
        ("一", "", ()),
        ("第1期", "", ()),
        ("1.5", "", ()),
    ],
)
def test_a_number_is_read_as_it_is_printed(written: str, printed: str, numbers: tuple[int, ...]) -> None:
    assert read_number(written) == printed
    assert numbers_of(printed) == numbers


@pytest.mark.parametrize("name", ["增刊", "增刊1", "增刊二", "2026增刊", "专刊", "创刊号", "春", "春季号", "S2"])
def test_an_issue_may_have_a_name_instead(name: str) -> None:
    assert read_name(name) == name
    assert numbers_of(name) == ()


@pytest.mark.parametrize("other", ["twelve", "第1期", "十二", "增刊第一号", ""])
def test_any_other_word_is_no_name(other: str) -> None:
    assert read_name(other) == ""
