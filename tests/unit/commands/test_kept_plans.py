"""``build --plan`` and ``--keep-plan`` as people type them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from houses import house, rows, told

from huozi.cli import main

TEXT = "一句话，不长不短，排满一行还多一点。" * 6
BODY = "题目\n" + "\n\n".join(f"{letter}：{TEXT}" for letter in "甲乙丙丁戊己庚辛")


@pytest.fixture
def issue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """An issue built once, with its plan beside it."""
    made = house(tmp_path, {"a": BODY})
    assert main(["build", str(made), "--plan", str(tmp_path / "kept.plan")]) == 0
    capsys.readouterr()
    return made


def plan_of(issue: Path) -> Path:
    return issue.parent.parent / "kept.plan"


def edited(issue: Path, was: str, now: str) -> None:
    path = issue / "articles" / "a.md"
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), "utf-8")


def again(issue: Path, *options: str) -> str:
    """The plan that is written when the one before is kept."""
    path = issue.parent.parent / "again.plan"
    main(["build", str(issue), "--keep-plan", str(plan_of(issue)), "--plan", str(path), *options])
    return path.read_text("utf-8")


def begun(plan: str) -> list[str]:
    """The pages of a plan with the lines that they begin with, in the order of the pieces."""
    return [f"{at} {pages}" for at, row in enumerate(plan.split("\n")) for pages in row.split()[2:] if ":" in pages]


def test_the_plan_is_the_same_from_build_to_build(issue: Path) -> None:
    first = plan_of(issue).read_bytes()
    assert main(["build", str(issue), "--plan", str(plan_of(issue))]) == 0
    assert plan_of(issue).read_bytes() == first
    assert first.startswith(b"huozi-plan 1\n")
    assert first.endswith(b"\nend\n")


def test_a_kept_plan_holds_the_pages_of_a_corrected_issue(issue: Path) -> None:
    edited(issue, TEXT[:40], "")
    assert begun(again(issue)) == begun(plan_of(issue).read_text("utf-8"))
    other = issue.parent.parent / "other.plan"
    main(["build", str(issue), "--plan", str(other)])
    assert begun(other.read_text("utf-8")) != begun(plan_of(issue).read_text("utf-8"))


def test_one_file_may_be_kept_and_written(issue: Path) -> None:
    edited(issue, TEXT[:40], "")
    expected = again(issue)
    main(["build", str(issue), "--keep-plan", str(plan_of(issue)), "--plan", str(plan_of(issue))])
    assert plan_of(issue).read_text("utf-8") == expected


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (b"", "plan-unknown", 1),
        (b"%PDF-1.7\n", "plan-unknown", 1),
        (b"huozi-plan 1\njournal square\nyear x\n", "plan-damaged", 3),
        ("huozi-plan 1\njournal 方块\n".encode("utf-16"), "other-encoding", 1),
        (b"huozi-plan 1\n" + b"#" * (4 * 2**20), "file-too-large", 1),
    ],
)
def test_a_file_that_is_no_plan_is_an_error_with_its_line_and_no_print_file(
    issue: Path, capsys: pytest.CaptureFixture[str], data: bytes, rule: str, line: int
) -> None:
    plan_of(issue).write_bytes(data)
    (issue / "build" / "print.pdf").unlink()
    (found,) = rows_of(issue, capsys, rule)
    assert (found["severity"], found["line"]) == ("error", line)
    assert found["file"].endswith("kept.plan")
    assert not (issue / "build" / "print.pdf").exists()


def rows_of(issue: Path, capsys: pytest.CaptureFixture[str], rule: str) -> list[dict[str, Any]]:
    found = told(issue, capsys, "--keep-plan", str(plan_of(issue)), command="build")["findings"]
    return [row for row in found if row["rule"] == rule]


def test_a_plan_that_is_not_there_is_named(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan_of(issue).unlink()
    assert len(rows_of(issue, capsys, "unreadable-file")) == 1


def test_another_issues_plan_is_told_and_the_pages_are_made(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan_of(issue).write_text(plan_of(issue).read_text("utf-8").replace("issue 3", "issue 4"), "utf-8")
    (issue / "build" / "print.pdf").unlink()
    (found,) = rows_of(issue, capsys, "plan-other-issue")
    assert (found["severity"], found["line"]) == ("warning", 0)
    assert (issue / "build" / "print.pdf").exists()


def test_a_plan_is_not_written_over_the_issue(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = issue / "articles" / "a.md"
    before = place.read_bytes()
    assert main(["build", str(issue), "--plan", str(place)]) == 2
    assert "output-is-source" in capsys.readouterr().out
    assert place.read_bytes() == before


@pytest.mark.parametrize("plan", ["mine.pdf", "build/../mine.pdf"])
def test_a_plan_is_not_written_over_the_pdf(issue: Path, plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    pdf = issue / "mine.pdf"
    pdf.write_text("what was there", "utf-8")
    assert main(["build", str(issue), "-o", str(pdf), "--plan", str(issue / plan)]) == 2
    assert "plan-over-output" in capsys.readouterr().out
    assert pdf.read_text("utf-8") == "what was there"


def test_a_plan_is_not_written_where_the_issue_could_not_be(issue: Path) -> None:
    plan_of(issue).unlink()
    (issue / "issue.yaml").write_text("journal: square\n", "utf-8")
    assert main(["build", str(issue), "--plan", str(plan_of(issue))]) != 0
    assert not plan_of(issue).exists()


def test_a_folder_that_is_missing_is_said(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", str(issue), "--plan", str(issue / "nowhere" / "kept.plan")])
    assert "folder-missing" in capsys.readouterr().out


def test_checking_neither_keeps_nor_writes_a_plan(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", str(issue), "--plan", "x"])
    assert "unrecognized" in capsys.readouterr().err
    assert rows(issue, capsys, rule="plan-page-moved") == []
