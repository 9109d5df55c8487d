"""``requires:`` of an issue: which versions meet it, how it may be typed, what is said where it is not met."""

from __future__ import annotations

from pathlib import Path

import pytest
from issues import write_issue

from huozi.content.issue_file import load_issue
from huozi.content.requirement import is_met, read_conditions
from huozi.diagnostics import Finding, Findings


def said(folder: Path, requires: str, monkeypatch: pytest.MonkeyPatch, here: str = "0.2.0") -> list[Finding]:
    """What is found in an issue that says so, its text being sound."""
    monkeypatch.setattr("huozi.content.requirement.__version__", here)
    findings = Findings()
    load_issue(str(write_issue(folder / "one", "甲乙。", more=f"requires: {requires}\n")), findings)
    return list(findings)


@pytest.mark.parametrize(
    "requires",
    [
        "huozi ≥ 0.2",
        "huozi >= 0.2",
        "huozi>=0.2.0",
        "Huozi ≥ 0.1.9",
        "huozi ＞＝ 0.2",
        "ｈｕｏｚｉ　≥　０．２",
        "huozi = 0.2",
        "huozi == 0.2.0",
        "huozi ≥ 0.2, < 1",
        "huozi ≥ 0.2， ＜1",
        "huozi > 0.1, ≤ 0.2",
        "≥ 0.2",
        '">= 0.2"',
        "huozi ≦ 0.2",
    ],
)
def test_conditions_that_are_met_say_nothing(requires: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(tmp_path, requires, monkeypatch) == []


@pytest.mark.parametrize(
    ("requires", "rule"),
    [
        ("huozi ≥ 0.3", "requires-later"),
        ("huozi > 0.2", "requires-later"),
        ("huozi ≥ 0.10", "requires-later"),
        ("huozi = 1", "requires-later"),
        ("huozi ≥ 0.2, ≥ 0.2.1", "requires-later"),
        ("huozi < 0.2", "requires-earlier"),
        ("huozi ≤ 0.1.9", "requires-earlier"),
        ("huozi = 0.1", "requires-earlier"),
        ("huozi ≥ 0.1, < 0.2", "requires-earlier"),
    ],
)
def test_conditions_that_are_not_met_are_told_with_the_version_here(
    requires: str, rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (item,) = said(tmp_path, requires, monkeypatch)
    assert (item.rule, item.span.line, item.span.column) == (rule, 6, 11)
    assert dict(item.arguments) == {"wanted": requires, "here": "0.2.0"}


@pytest.mark.parametrize(
    "requires",
    [
        "huozi",
        "huozi 0.2",
        "0.2",
        "huozi ≥",
        "huozi ≥ two",
        "huozi ≥ 0.2,",
        "huozi ~ 0.2",
        "typst ≥ 0.2",
        "huozi ≥ 0..2",
        "huozi ≥ -1",
        "huozi ≥ 1.2.3.4.5",
        "huozi ≥ 99999999",
        "huozi ≥ 0.2 < 1",
        "huozi => 0.2",
        "huozi ≥ ²",
    ],
)
def test_what_cannot_be_understood_is_an_error_at_its_line(
    requires: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (item,) = said(tmp_path, requires, monkeypatch)
    assert (item.rule, item.span.line) == ("requires-unreadable", 6)


@pytest.mark.parametrize(
    ("requires", "rule"), [("[huozi]", "expected-text"), ("", "empty-value"), ('"  "', "empty-value")]
)
def test_what_is_no_text_is_told(requires: str, rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [item.rule for item in said(tmp_path, requires, monkeypatch)] == [rule]


def test_a_later_version_meets_what_an_earlier_did_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(tmp_path, "huozi ≥ 0.10", monkeypatch, here="0.10.1") == []


def test_versions_are_compared_by_their_numbers() -> None:
    assert read_conditions("huozi ≥ 0.2, < 1.0.0") == [(">=", (0, 2)), ("<", (1, 0, 0))]
    assert [is_met((0, 2), sign, (0, 2, 0)) for sign in (">=", "<=", "=", ">", "<")] == [True, True, True, False, False]
    assert not is_met((0, 2, 0), "=", (0, 2, 1))


def test_keys_of_a_later_version_are_not_called_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [item.rule for item in said(tmp_path, "huozi ≥ 9\nnew: 1", monkeypatch)] == ["requires-later"]
    assert [item.rule for item in said(tmp_path / "b", "huozi ≥ 0.2\nnew: 1", monkeypatch)] == ["no-such-key"]
