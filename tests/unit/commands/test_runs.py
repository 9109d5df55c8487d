"""Runs over several issues, lists in files, and findings since a revision."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from houses import house, rows, told
from json_schema import faults
from squares import TESTS

from huozi.cli import main
from huozi.commands.findings_schema import findings_schema
from huozi.commands.making import Request
from huozi.commands.telling import Telling, prepared
from huozi.diagnostics import Findings

SLIP = "题目\n甲,乙。"
CLEAN = "题目\n甲乙。"
EMOJI = "题目\n甲😀"
RULE = "half-width-mark"


def houses(folder: Path, **texts: str) -> list[str]:
    return [str(house(folder, {"a": text}, name=name)) for name, text in texts.items()]


# ------------------------------------------------------------------ several issues


def test_each_issue_is_made_and_the_worst_code_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, three = houses(tmp_path, one=CLEAN, two=EMOJI, three=SLIP)
    assert main(["build", one, two, three, "--lang", "en"]) == 1
    said = capsys.readouterr().out
    heads = [line for line in said.splitlines() if line.startswith("== ")]
    assert heads == [f"== {os.path.relpath(folder)} ==" for folder in (one, two, three)]
    assert [os.path.exists(f"{folder}/build/print.pdf") for folder in (one, two, three)] == [True, False, True]
    assert main(["check", one, three]) == 0
    assert main(["check", one, three, "--fail-on", "warning"]) == 1
    capsys.readouterr()


def test_a_broken_issue_keeps_no_other_from_being_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken, sound = houses(tmp_path, broken=CLEAN, sound=SLIP)
    Path(broken, "issue.yaml").write_text("journal: [\n", encoding="utf-8")
    nowhere = str(tmp_path / "nowhere")
    assert main(["check", nowhere, broken, sound, "--format", "json"]) == 2
    said = capsys.readouterr()
    assert said.err == ""
    whole = json.loads(said.out)
    assert faults(whole, findings_schema()) == []
    assert whole.keys() == {"version", "huozi", "issues"}
    assert [issue["made"] is None for issue in whole["issues"]] == [True, True, False]
    assert [row["rule"] for row in whole["issues"][2]["findings"]] == [RULE]


def test_an_issue_that_is_given_twice_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = houses(tmp_path, one=CLEAN, two=CLEAN)
    main(["check", two, one, f"{two}/", "--format", "json"])
    assert [Path(issue["issue"]).name for issue in json.loads(capsys.readouterr().out)["issues"]] == ["two", "one"]


def test_each_form_holds_the_findings_of_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = houses(tmp_path, one=SLIP, two=SLIP)

    def form(name: str) -> str:
        main(["check", one, two, "--format", name])
        return capsys.readouterr().out

    assert len(json.loads(form("sarif"))["runs"][0]["results"]) == 2
    assert len({row["fingerprint"] for row in json.loads(form("gitlab"))}) == 2
    assert [suite.attrib["tests"] for suite in ElementTree.fromstring(form("junit"))] == ["1", "1"]  # noqa: S314
    assert form("github").count("::warning ") == 2
    assert form("markdown").count("\n| 警告 | ") == 2


@pytest.mark.parametrize(
    "options",
    [
        ["build", "-o", "x.pdf"],
        ["build", "--plan", "x"],
        ["build", "--covers", "x.pdf"],
        ["build", "--keep-plan", "x"],
        ["check", "--accept", "0123456789ab", "--by", "x", "--why", "y"],
        ["check", "--by", "x"],
    ],
)
def test_what_is_for_one_issue_is_refused_for_several(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    command, *more = options
    folders = houses(tmp_path, one=CLEAN, two=CLEAN)
    assert main([command, *folders, *more, "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "is for one issue, and 2 are given" in said.err
    assert not any(Path(folder, "build").exists() for folder in folders)
    assert main([command, folders[0], folders[0], *more[:2], "--lang", "en"]) in (0, 2)  # one issue, whatever comes
    assert "is for one issue" not in capsys.readouterr().err


# ------------------------------------------------------------------ the list in a file


@pytest.mark.parametrize("option", [["check", "--list"], ["check", "--output"], ["build", "--list"]])
def test_the_form_goes_to_the_file_and_text_to_the_output(
    option: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command, name = option
    (issue,) = houses(tmp_path, one=SLIP)
    file = tmp_path / "found.json"
    assert main([command, issue, "--format", "json", name, str(file), "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert (said.err, "0 errors, 1 warnings, 0 notes" in said.out) == ("", True)
    whole = json.loads(file.read_text("utf-8"))
    assert faults(whole, findings_schema()) == []
    assert [row["rule"] for row in whole["findings"]] == [RULE]


def test_what_could_not_be_made_is_listed_in_the_file_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (issue,) = houses(tmp_path, one=EMOJI)
    file = tmp_path / "found.xml"
    assert main(["build", issue, "--format", "junit", "--list", str(file)]) == 1
    assert ElementTree.parse(file).getroot().attrib["failures"] == "1"  # noqa: S314
    assert main(["check", str(tmp_path / "nowhere"), "--format", "junit", "--list", str(file)]) == 2
    assert "nowhere" in file.read_text("utf-8")
    capsys.readouterr()


SOURCES = [
    "issue/one/issue.yaml",
    "issue/one/articles/a.md",
    "issue/one/articles/new.md",
    "layout/square.yaml",
    "fonts/x",
]


@pytest.mark.parametrize("place", SOURCES)
@pytest.mark.parametrize("command", ["build", "check"])
def test_the_list_is_not_written_over_what_an_issue_is_made_of(
    command: str, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of none of the issues; and where it has no place, no print file is written either."""
    one, two = houses(tmp_path, one=CLEAN, two=CLEAN)
    before = (tmp_path / place).read_bytes() if (tmp_path / place).exists() else None
    assert main([command, two, one, "--format", "json", "--list", str(tmp_path / place), "--lang", "en"]) == 2
    assert "error list-over-source: " in capsys.readouterr().out
    assert ((tmp_path / place).read_bytes() if (tmp_path / place).exists() else None) == before
    assert not Path(one, "build").exists()


@pytest.mark.parametrize("option", ["-o", "--plan", "--covers"])
def test_the_list_is_not_written_over_another_file_of_the_run(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (issue,) = houses(tmp_path, one=CLEAN)
    (tmp_path / "x").write_text("as it was", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "x")
    assert main(["build", issue, option, str(tmp_path / "x"), "--list", str(tmp_path / "link")]) == 2
    assert "list-over-output" in capsys.readouterr().out
    assert (tmp_path / "x").read_text("utf-8") == "as it was"
    assert not Path(issue, "build").exists()


def test_the_default_place_of_the_file_is_another_file_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (issue,) = houses(tmp_path, one=CLEAN)
    assert main(["build", issue, "--list", f"{issue}/build/print.pdf"]) == 2
    assert not Path(issue, "build", "print.pdf").exists()
    assert "list-over-output" in capsys.readouterr().out


def test_a_folder_that_is_missing_is_told_beside_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (issue,) = houses(tmp_path, one=SLIP)
    assert main(["build", issue, "--list", str(tmp_path / "no" / "x"), "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert "0 errors, 1 warnings, 0 notes" in said.out
    assert "error folder-missing: " in said.err
    assert Path(issue, "build", "print.pdf").exists()


def test_a_full_disk_leaves_the_old_list_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (issue,) = houses(tmp_path, one=SLIP)
    file = tmp_path / "list" / "found.md"
    file.parent.mkdir()
    file.write_text("as it was", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert main(["check", issue, "--format", "markdown", "--list", str(file), "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert "1 warnings" in said.out
    assert "error disk-full: " in said.err
    assert [(path.name, path.read_text("utf-8")) for path in file.parent.iterdir()] == [("found.md", "as it was")]


def test_a_list_on_the_standard_output_stands_there_alone(tmp_path: Path) -> None:
    (issue,) = houses(tmp_path, one=SLIP)
    command = [
        sys.executable,
        "-m",
        "huozi",
        "check",
        issue,
        "--format",
        "json",
        "--list",
        "/dev/stdout",
        "--lang",
        "en",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["counts"]["warning"] == 1
    assert "0 errors, 1 warnings, 0 notes" in done.stderr


def test_halves_of_pairs_in_a_name_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "found.json"
    main(["check", os.fsdecode(os.fsencode(tmp_path) + b"/\xff"), "--format", "json", "--list", str(file)])
    assert json.loads(file.read_text("utf-8"))["issue"].endswith("\udcff")
    capsys.readouterr()


# ------------------------------------------------------------------ since a revision


def git(folder: Path, *words: str) -> None:
    person = ["-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *person, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a house in a folder of its own: an issue with two slips, then with another before them."""
    root = tmp_path_factory.mktemp("history")
    (root / "journal").mkdir()
    for room in ("layout", "fonts"):
        shutil.copytree(TESTS / room, root / "journal" / room)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "nothing")
    issue = house(root / "journal", {"a": "题目\n甲,乙。\n\n丙,丁。"})
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "first")
    article = issue / "articles" / "a.md"
    article.write_text(article.read_text("utf-8").replace("甲,乙", "戊,己。\n\n庚辛。\n\n甲,乙"), "utf-8")
    return root


def since(root: Path, capsys: pytest.CaptureFixture[str], revision: str, *options: str) -> dict[str, Any]:
    whole = told(root / "journal" / "issue" / "one", capsys, "--since", revision, *options)
    assert faults(whole, findings_schema()) == []
    return whole


def test_what_the_issue_had_already_is_not_listed(
    history: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever one stands, though its lines have other numbers and the old issue lies elsewhere."""
    for here in (history, history / "journal", history / "journal" / "issue" / "one"):
        monkeypatch.chdir(here)
        whole = since(history, capsys, "HEAD")
        assert [(row["rule"], row["line"]) for row in whole["findings"]] == [(RULE, 5)]
        assert whole["since"] == {"revision": "HEAD", "known": 2}
        assert whole["counts"] == {"error": 0, "warning": 1, "note": 0, "accepted": 0}
        named = whole["issue"]
        assert [row["line"] for row in rows(Path(named), capsys, "--since", "HEAD")] == [5]
    main(["check", str(history / "journal" / "issue" / "one"), "--since", "HEAD", "--lang", "en"])
    assert "1 warnings, 0 notes; 2 that HEAD had already are not listed\n" in capsys.readouterr().out


def test_only_what_is_listed_counts_for_the_exit_code(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = str(history / "journal" / "issue" / "one")
    assert main(["check", issue, "--since", "HEAD", "--fail-on", "warning"]) == 1
    git(history, "stash", "--quiet")
    try:
        assert main(["check", issue, "--since", "HEAD", "--fail-on", "warning"]) == 0
        assert main(["check", issue, "--fail-on", "warning"]) == 1
    finally:
        git(history, "stash", "pop", "--quiet")
    capsys.readouterr()


def test_of_an_issue_that_was_not_there_all_is_new(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = since(history, capsys, "HEAD~1")
    assert (len(whole["findings"]), whole["since"]["known"]) == (3, 0)


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_revision_that_is_not_there_is_told_and_all_is_listed(
    command: str, history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = history / "journal" / "issue" / "one"
    whole = told(issue, capsys, "--since", "nowhere", command=command)
    assert [row["rule"] for row in whole["findings"]] == [RULE] * 3 + ["revision-unknown"]
    assert "since" not in whole
    assert main([command, str(issue), "--since", "nowhere"]) == 2
    assert not (issue / "build").exists()
    capsys.readouterr()


def test_without_a_repository_all_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (issue,) = houses(tmp_path, one=SLIP)
    assert main(["check", issue, "--since", "HEAD"]) == 2
    said = capsys.readouterr().out
    assert "no-repository" in said
    assert RULE in said


def test_what_was_known_is_looked_at_once(tmp_path: Path) -> None:
    telling = Telling(since="HEAD", known=frozenset({"0123456789ab"}))
    assert prepared(Request(str(tmp_path)), telling, Findings()) == telling
