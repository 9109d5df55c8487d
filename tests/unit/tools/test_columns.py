from __future__ import annotations

from pathlib import Path

import pytest
import tool_path  # noqa: F401
from columns import FACTS, FAULTS, SETTINGS, Counts, is_worse, main, table
from composing import setting_of
from real_issue import SPECIMEN

from huozi.content.issue_file import read_issue
from huozi.diagnostics import Findings


def counts(**others: float) -> Counts:
    return dict.fromkeys((*FACTS, *FAULTS), 2.0) | others


def test_a_row_is_worse_where_any_file_of_ours_has_more_than_any_of_theirs() -> None:
    ours, theirs = (
        {"Huozi, a": counts(), "Huozi, b": counts(lone=3)},
        {"Typst, a": counts(lone=4), "Typst, b": counts()},
    )
    assert is_worse("lone", ours | theirs)
    assert not is_worse("lone", {"Huozi, a": counts()} | theirs)
    assert not is_worse("widow", ours | theirs)


def test_what_is_no_fault_is_never_worse() -> None:
    both = {"Huozi, a": counts(pages=30), "Typst, a": counts()}
    assert not any(is_worse(row, both) for row in FACTS)


def test_a_worse_row_is_marked() -> None:
    lines = list(table("2 × 3", {"Huozi, a": counts(off_grid=2.5), "Typst": counts()}))
    assert lines[0].split() == ["2", "×", "3", "Huozi,", "a", "Typst"]
    assert [line.split() for line in lines if "MORE" in line] == [["off_grid", "2.5", "2", "MORE"]]
    assert len(lines) == 1 + len(FACTS) + len(FAULTS)


@pytest.mark.parametrize(
    ("number", "columns", "characters", "lines", "gap"),
    [(0, 2, 17, 37, 12_000), (1, 2, 20, 40, 21_000), (2, 2, 22, 44, 18_000), (3, 3, 14, 44, 21_000)],
)
def test_the_settings_stand_on_their_page(number: int, columns: int, characters: int, lines: int, gap: int) -> None:
    pairs = [(key, value) for key, _, value in (text.partition("=") for text in SETTINGS[number].keys)]
    setting = setting_of(read_issue(str(SPECIMEN), Findings()), str(SPECIMEN), pairs)
    area = setting.sheet.page.area
    assert (area.columns, area.characters, area.lines, area.gap) == (columns, characters, lines, gap)
    assert not [item for item in setting.findings if item.rule.startswith("type-area")]
    assert setting.sheet.styles["section-name"].size == 15_000


def test_without_a_judge_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("columns.JUDGE", tmp_path / "count_pages.py")
    monkeypatch.setattr("sys.argv", ["columns"])
    assert main() == 0
    assert "not at hand" in capsys.readouterr().out
