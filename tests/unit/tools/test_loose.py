from __future__ import annotations

import json
from pathlib import Path

import pytest
import tool_path  # noqa: F401
from loose import Loose, figures, gaps, justified, main, row
from squares import PUSH_OUT, composed

from huozi.diagnostics import Findings, Span


def test_a_gap_is_what_is_added_between_two_characters() -> None:
    work = composed("国" * 9, 3.5)
    first, second, _ = work.set()
    assert [list(gaps(work, line)) for line in (first, second)] == [[250, 250], [250, 250]]


def test_beside_latin_a_gap_is_what_is_added_beyond_the_first_steps() -> None:
    work = composed("国A国" * 3, 3.3)  # half an em is allowed: a quarter by nature, and 0.15 more
    assert list(gaps(work, work.set()[0])) == [0, 0]


def test_lines_that_are_to_fill_their_measure_are_looked_at_and_those_that_are_named() -> None:
    work, found = composed("国" * 9, 3.5, PUSH_OUT), Findings()
    found.add(Span("here", 1, 5), "line-loose")
    found.add(Span("here", 1, 1), "line-overfull")
    assert list(justified(work, found)) == [Loose(250, short=False, named=False), Loose(250, short=False, named=True)]


def test_what_is_counted_of_a_setting() -> None:
    lines = [Loose(0, False, False), Loose(126, False, True), Loose(1_001, False, False), Loose(0, True, False)]
    assert figures(lines, 125) == {
        "justified": 4,
        "widest": 1.001,
        "over_eighth": 2,
        "over_one": 1,
        "short": 1,
        "unnamed": 2,
    }


def test_figures_kept_stand_in_brackets() -> None:
    now, before = figures([Loose(60, False, False)], 125), figures([Loose(200, False, False)], 125)
    assert row("least 17字", now, before).split()[-2:] == ["0", "(1)"]
    assert "0.060 (0.200)" in row("least 17字", now, before)
    assert "(" not in row("least 17字", now, None)


def test_without_the_real_issue_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text(json.dumps({}), "utf-8")
    monkeypatch.setattr("loose.seed", lambda: None)
    monkeypatch.setattr("sys.argv", ["loose", "--json", str(tmp_path / "now.json"), "--beside", str(kept)])
    assert main() == 0
    assert "not at hand" in capsys.readouterr().out
    assert not (tmp_path / "now.json").exists()
