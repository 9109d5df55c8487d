"""What each command does, asked for in process: outcomes, exit codes, files, forms of output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from issues import write_issue
from squares import TESTS, rules_of

from huozi.cli import main
from huozi.commands.build import Request, build
from huozi.commands.check import check
from huozi.commands.compose import split_paragraphs
from huozi.commands.options import page_count
from huozi.commands.outcome import Exit
from huozi.diagnostics import InvalidIssue

SMALL = TESTS / "cases" / "issues" / "small"
TEXT = "一句话，不长不短，排满一行还多一点。"
EMOJI = "😀"


def silent(_stage: str) -> None:
    """No progress."""


def issue_with(folder: Path, body: str, **others: str) -> str:
    """An issue in a house of its own that has the layouts of the tests."""
    for name in ("layout", "fonts"):
        (folder / name).symlink_to(TESTS / name)
    return str(write_issue(folder / "issue" / "one", body, **others))


# ------------------------------------------------------------------ build


def test_a_build_writes_into_the_issues_folder(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, TEXT)
    outcome = build(Request(folder), silent)
    assert outcome.code is Exit.DONE
    assert Path(folder, "build", "print.pdf").read_bytes().startswith(b"%PDF-")


def test_a_build_writes_where_it_is_asked_to(tmp_path: Path) -> None:
    place = tmp_path / "here.pdf"
    assert build(Request(issue_with(tmp_path, TEXT), output=str(place)), silent).code is Exit.DONE
    assert place.stat().st_size > 1000


def test_a_missing_character_keeps_the_print_file_from_being_written(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, f"{TEXT}{EMOJI}")
    outcome = build(Request(folder), silent)
    assert outcome.code is Exit.FINDINGS
    (item,) = (found for found in outcome.findings if found.rule == "character-missing")
    arguments = dict(item.arguments)
    assert (arguments["character"], arguments["code"]) == (EMOJI, "U+1F600")
    assert item.span.file.endswith("articles/a.md")
    assert (item.span.line, item.span.column) == (5, len(TEXT) + 1)
    assert not Path(folder, "build").exists()


def test_the_screen_file_comes_all_the_same(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, f"{TEXT}{EMOJI}")
    outcome = build(Request(folder, profile="screen"), silent)
    assert outcome.code is Exit.FINDINGS
    assert Path(folder, "build", "screen.pdf").stat().st_size > 1000


def test_an_old_print_file_stays_where_the_new_one_fails(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, TEXT)
    build(Request(folder), silent)
    before = Path(folder, "build", "print.pdf").read_bytes()
    Path(folder, "articles", "a.md").write_text(f"---\ntitle: 题\n---\n\n{EMOJI}\n", encoding="utf-8")
    assert build(Request(folder), silent).code is Exit.FINDINGS
    assert Path(folder, "build", "print.pdf").read_bytes() == before


@pytest.mark.parametrize(("pages", "code"), [(4, Exit.DONE), (2, Exit.DONE), (1, Exit.FINDINGS)])
def test_pages_asks_for_a_count(tmp_path: Path, pages: int, code: Exit) -> None:
    assert build(Request(issue_with(tmp_path, TEXT), pages=pages), silent).code is code


def test_errors_of_the_issue_and_of_the_layout_come_in_one_run(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, TEXT, more="colour: red\n")
    with pytest.raises(InvalidIssue) as caught:
        build(Request(folder, layout="square", overrides=(("text.fil", "x"),)), silent)
    files = {item.span.file.rpartition("/")[2] for item in caught.value.findings}
    assert files == {"issue.yaml", "--set"}


def test_the_stages_of_a_build_are_told_in_order(tmp_path: Path) -> None:
    told: list[str] = []
    build(Request(issue_with(tmp_path, TEXT)), told.append)
    assert told == ["read", "set", "write"]


# ------------------------------------------------------------------ check


def test_check_lists_what_content_and_composition_find_in_order(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, f"第一段,半角。\n\n第二段{EMOJI}。\n\n第三段。。")
    outcome = check(Request(folder), "error", silent)
    assert outcome.code is Exit.FINDINGS
    assert {"half-width-mark", "character-missing", "doubled-mark"} <= set(rules_of(outcome.findings))
    assert list(outcome.findings) == sorted(outcome.findings, key=lambda item: (item.span, item.rule))


@pytest.mark.parametrize(("level", "code"), [("error", Exit.DONE), ("warning", Exit.FINDINGS)])
def test_fail_on_says_from_which_severity_on_a_check_fails(tmp_path: Path, level: str, code: Exit) -> None:
    outcome = check(Request(issue_with(tmp_path, "第一段,半角。")), level, silent)
    assert (outcome.code, rules_of(outcome.findings)) == (code, ["half-width-mark"])


def test_what_cannot_be_read_fails_a_check_as_bad_input(tmp_path: Path) -> None:
    assert check(Request(issue_with(tmp_path, TEXT, more="x: 1\n")), "error", silent).code is Exit.BAD_INPUT


def test_check_writes_nothing(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, TEXT)
    before = sorted(tmp_path.rglob("*"))
    check(Request(folder), "error", silent)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_small_issue_has_nothing_to_find() -> None:
    outcome = check(Request(str(SMALL)), "warning", silent)
    assert rules_of(outcome.findings) == ["page-count-filled"]


def test_check_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", issue_with(tmp_path, "第一段,半角。"), "--format", "json", "--lang", "en"])
    said = capsys.readouterr()
    (row,) = json.loads(said.out)
    assert (code, said.err) == (0, "")
    assert {key: row[key] for key in ("line", "column", "severity", "rule")} == {
        "line": 5,
        "column": 4,
        "severity": "warning",
        "rule": "half-width-mark",
    }
    assert row["file"].endswith("articles/a.md")
    assert row["message"]
    assert row["hint"]


def test_check_for_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", issue_with(tmp_path, f"五成,50%{EMOJI}"), "--format", "github"])
    said = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in said] == ["::warning", "::error"]
    assert all(",line=5,col=" in line and ",title=" in line for line in said)
    assert not any("%" in line.replace("%25", "").replace("%0A", "").replace("%3A", "") for line in said)


def test_check_as_text_says_how_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", issue_with(tmp_path, f"五成,{EMOJI}"), "--lang", "en"])
    said = capsys.readouterr()
    assert (code, said.out) == (1, "")
    assert "a.md:5:4: error character-missing:" in said.err
    assert said.err.endswith("1 errors, 1 warnings, 0 notes\n")


# ------------------------------------------------------------------ the rest


@pytest.mark.parametrize("kind", ["layout", "issue", "article"])
def test_schema_prints_a_json_schema(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("\n\n", []),
        ("甲\n乙\n\n丙", [(1, "甲乙"), (4, "丙")]),
        ("one\ntwo\n三", [(1, "one two三")]),
        ("\n  甲  \r\n乙\n\n\n丙\n", [(2, "甲乙"), (6, "丙")]),
    ],
)
def test_paragraphs_are_parted_by_blank_lines(text: str, paragraphs: list[tuple[int, str]]) -> None:
    assert split_paragraphs(text) == paragraphs


@pytest.mark.parametrize("text", ["1", "28", "9999"])
def test_a_count_of_pages_is_a_whole_number(text: str) -> None:
    assert page_count(text) == int(text)
