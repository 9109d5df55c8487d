"""``huozi ci`` on repositories made by hand: which issues are made, what is told, what is written, the exit code."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from repositories import TEXT, article, commit, git, put, repository

from huozi.cli import main
from huozi.commands import ci
from huozi.commands.ci_run import code_of
from huozi.commands.ci_steps import STEPS, Files, Step, Work
from huozi.commands.forms.github import harmless
from huozi.commands.listing import Entry, Listing
from huozi.commands.making import Made
from huozi.commands.outcome import Exit
from huozi.diagnostics import InvalidIssue, Severity, Span, finding

EMOJI = "😀"
OF_HOSTS = ("GITHUB_ACTIONS", "GITHUB_BASE_REF", "GITHUB_EVENT_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY",
            "GITLAB_CI", "CI_COMMIT_BEFORE_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA")  # fmt: skip

FEWER = ("--skip", "proof", "--skip", "pictures", "--skip", "report")

Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with two issues, whose one commit is ``main``; ``change`` is checked out."""
    top = repository(tmp_path_factory.mktemp("made"), "one", "two")
    git(top, "checkout", "-qb", "change")
    return top


@pytest.fixture
def top(made: Path, tmp_path: Path) -> Path:
    """A copy of that repository."""
    target = tmp_path / "刊"
    shutil.copytree(made, target, symlinks=True)
    return target


@pytest.fixture
def run(top: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in the repository, at home: gives the exit code and what is shown.

    ``whole``: with proof, pictures and report, which most tests do without.
    """
    for name in OF_HOSTS:
        monkeypatch.delenv(name, raising=False)

    def run_in(*options: str, folder: Path = top, whole: bool = False) -> tuple[int, str]:
        monkeypatch.chdir(folder)
        capsys.readouterr()
        code = main(["ci", *options, *([] if whole else FEWER)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run_in


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


OF_A_RUN = ["comment.md", "findings.json", "findings.sarif", "gl-code-quality.json", "junit.xml", "summary.md"]
OF_AN_ISSUE = ["diff.csv", "diff.html", "diff.json", "print.pdf"]


def of(name: str, *names: str) -> list[str]:
    return [f"{name}/{each}" for each in (names or OF_AN_ISSUE)]


def summary(top: Path) -> str:
    return (top / "build/ci/summary.md").read_text(encoding="utf-8")


# ------------------------------------------------------------------ what a change touches


def test_a_changed_article_is_checked_built_and_compared(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article(TEXT.replace("不长", "很长"))})
    commit(top)
    code, said = run()
    assert code == 0
    assert files(top / "build/ci") == sorted([*OF_A_RUN, *of("one")])
    assert said.splitlines()[:5] == [
        "== issue/one ==",
        "因为改了：issue/one/articles/jia.md",
        "共 8 页；没有新出的问题；以前就有的 1 处没有列出；同 main 比",
        f"旧：main（{git(top, 'rev-parse', '--short', 'main')}，2030-03-31）；新：issue/one",
        "行：改动 1",
    ]
    assert "文件：build/ci/one/：diff.csv、diff.html、diff.json、print.pdf" in said
    table = list(csv.reader(io.StringIO((top / "build/ci/one/diff.csv").read_text(encoding="utf-8-sig"))))
    assert [row[7:9] for row in table[1:]] == [
        ["一句话，不长不短，排满一行还多一点。", "一句话，很长不短，排满一行还多一点。"]
    ]
    assert (
        "一句话，不长不短，排满一行还多一点。 | 一句话，很长不短，排满一行还多一点。 | articles/jia.md:5 |"
        in summary(top)
    )


def test_a_change_is_one_before_it_is_committed_too(top: Path, run: Run) -> None:
    put(top, {"issue/two/articles/yi.md": article("还没提交。", "乙")})
    assert run()[0] == 0
    assert files(top / "build/ci") == sorted([*OF_A_RUN, *of("two")])


@pytest.mark.parametrize(
    ("file", "text"), [("layout/square.yaml", "# 注\n"), ("fonts/square.ttf", "\0"), ("layout/icc/a.icc", "新")]
)
def test_a_layout_and_a_font_touch_all_issues_that_use_them(top: Path, run: Run, file: str, text: str) -> None:
    path = top / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes((path.read_bytes() if path.exists() else b"") + text.encode())
    assert run("--skip", "diff")[0] == 0
    assert files(top / "build/ci") == sorted([*OF_A_RUN, *of("one", "print.pdf"), *of("two", "print.pdf")])


@pytest.mark.parametrize(
    "file", ["README.md", "layout/other.yaml", "issue/one/build/x.pdf", "issue/one/proofs/a.jsonl"]
)
def test_a_change_that_touches_no_issue_is_a_line(top: Path, run: Run, file: str) -> None:
    put(top, {file: "旁的"})
    commit(top)
    assert run() == (0, "同 main 比，改动不涉及任何一期。\n")
    assert not (top / "build").exists()
    assert run("--lang", "en") == (0, "since main no issue is touched.\n")


def test_all_issues_are_made_where_they_are_asked_for(top: Path, run: Run) -> None:
    code, said = run("--all", "--skip", "diff")
    assert code == 0 and "== issue/one ==" in said and "== issue/two ==" in said


def test_folders_say_where_issues_are_looked_for(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("改。"), "issue/two/articles/jia.md": article("改。")})
    assert run("issue/two", "--skip", "diff")[0] == 0
    assert not (top / "build/ci/one").exists() and (top / "build/ci/two").exists()
    code, said = run(folder=top / "issue" / "one")  # all of the repository, wherever in it one stands
    assert code == 0 and (top / "build/ci/one/print.pdf").exists() and "== . ==" in said


def test_an_issue_that_has_been_renamed_is_compared_with_what_it_was(top: Path, run: Run) -> None:
    git(top, "mv", "issue/one", 'issue/"一 期"')
    put(top, {'issue/"一 期"/articles/jia.md': article("改了名，也改了字。")})
    commit(top)
    code, said = run()
    assert code == 0
    assert "原在 issue/one" in said and "行：改动 1" in said
    assert files(top / "build/ci" / "一_期") == OF_AN_ISSUE


def test_a_new_issue_is_new_in_all_it_has(top: Path, run: Run) -> None:
    shutil.copytree(top / "issue/one", top / "issue/three")
    put(top, {"issue/three/articles/jia.md": article("甲,乙。")})
    commit(top)
    code, said = run("--fail-on", "warning")
    assert code == 1
    assert "== issue/three ==\n因为改了：issue/three/articles/jia.md、issue/three/articles/yi.md、" in said
    assert "共 8 页；新出的问题：0 处错误，1 处警告，1 处提示；新的一期" in said and "已有" not in said
    assert files(top / "build/ci") == sorted([*OF_A_RUN, *of("three", "print.pdf")])


# ------------------------------------------------------------------ what is found


def test_what_is_new_is_told_and_what_was_there_is_counted(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("甲,乙。")})
    commit(top, "main 上的")
    git(top, "branch", "-f", "main")
    put(top, {"issue/one/articles/jia.md": article("甲，乙。"), "issue/one/articles/yi.md": article("丙,丁。", "乙")})
    code, said = run()
    assert code == 0
    assert "新出的问题：0 处错误，1 处警告，0 处提示；以前就有的 1 处没有列出；不再有的问题 1 处" in said
    assert "issue/one/articles/yi.md:5:2: 警告 half-width-mark" in said
    assert "issue/one/articles/jia.md:5:2" not in said  # what is gone is in the summary
    assert "| 警告 | issue/one/articles/jia.md:" in summary(top).partition("<summary>不再有的问题 1 处")[2]
    assert run("--fail-on", "warning")[0] == 1
    assert run("--fail-on", "never")[0] == 0
    data = json.loads((top / "build/ci/findings.json").read_text(encoding="utf-8"))
    assert [row["rule"] for row in data["findings"] if row["severity"] == "warning"] == ["half-width-mark"]


def test_a_warning_that_was_there_fails_nothing(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("甲,乙。")})
    commit(top)
    git(top, "branch", "-f", "main")
    put(top, {"issue/one/articles/yi.md": article("改。", "乙")})
    assert run("--fail-on", "warning")[0] == 0


def test_a_broken_article_fails_and_all_else_is_made(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article(f"甲{EMOJI}。"), "issue/two/articles/jia.md": article("改。")})
    code, said = run()
    assert code == 1
    assert "有错误，没有写付印的文件；新出的问题：1 处错误" in said and "character-missing" in said
    assert files(top / "build/ci") == sorted([*OF_A_RUN, *of("one", "diff.csv", "diff.html", "diff.json"), *of("two")])
    assert run("--fail-on", "never")[0] == 0


def test_an_issue_that_cannot_be_set_leaves_nothing_of_an_earlier_run(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("改。")})
    run()
    put(top, {"build/ci/one/notes.txt": "别人的", "issue/one/articles/jia.md": "---\ntitle: [\n---\n"})
    code, said = run()
    assert code == 1 and "没有排成" in said
    assert files(top / "build/ci/one") == ["notes.txt"]


def test_an_error_of_before_fails_as_well_and_is_told(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article(EMOJI)})
    commit(top)
    git(top, "branch", "-f", "main")
    put(top, {"issue/one/articles/yi.md": article("改。", "乙")})
    code, said = run()
    assert code == 1
    assert "没有新出的问题；以前就有的错误 1 处" in said and "错误 character-missing" in said


def test_an_old_issue_that_cannot_be_read_is_no_reason_to_fail(top: Path, run: Run) -> None:
    good = (top / "issue/one/issue.yaml").read_text(encoding="utf-8")
    put(top, {"issue/one/issue.yaml": "[]\n"})
    commit(top)
    git(top, "branch", "-f", "main")
    put(top, {"issue/one/issue.yaml": good})
    code, said = run()
    assert code == 0
    assert "issue/one: 警告 ci-not-compared: 这一期没有（或没有完全）同 main 比较" in said
    assert files(top / "build/ci/one") == ["print.pdf"]


def test_an_old_issue_that_cannot_be_set_is_compared_by_its_text(top: Path, run: Run) -> None:
    good = (top / "layout/square.yaml").read_text(encoding="utf-8")
    put(top, {"layout/square.yaml": "extends: none\n"})
    commit(top)
    git(top, "branch", "-f", "main")
    put(top, {"layout/square.yaml": good, "issue/two/articles/jia.md": article("改。")})
    code, said = run("issue/two")
    assert code == 0 and "原来的现在排不成" in summary(top) and "旧稿现在排不成" in said


def entry(severity: Severity, print_: str, rule: str = "half-width-mark") -> Entry:
    return Entry(finding(Span("a.md", 1, 1), rule), severity, 0, "", 0, print_)


ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@pytest.mark.parametrize(
    ("severity", "fresh", "levels"),
    [
        (ERROR, frozenset({"a"}), {"error", "warning", "note"}),
        (ERROR, frozenset(), {"error", "warning", "note"}),
        (WARNING, frozenset({"a"}), {"warning", "note"}),
        (WARNING, None, {"warning", "note"}),
        (WARNING, frozenset(), set()),
        (NOTE, frozenset({"a"}), {"note"}),
        (NOTE, frozenset(), set()),
    ],
)
def test_errors_fail_however_old_and_all_else_where_it_is_new(
    severity: Severity, fresh: frozenset[str] | None, levels: set[str]
) -> None:
    rule = "character-missing" if severity is ERROR else "half-width-mark"
    listing = Listing("issue", (entry(severity, "a", rule),), None)
    failing = {level for level in ("error", "warning", "note", "never") if code_of(listing, fresh, level)}
    assert failing == levels


def test_faults_of_paths_and_the_system_fail_at_every_level() -> None:
    listing = Listing("issue", (entry(ERROR, "a", "disk-full"),), None)
    assert code_of(listing, frozenset(), "never") is Exit.USAGE


# ------------------------------------------------------------------ what it is compared with


def test_a_first_commit_has_nothing_to_be_compared_with(tmp_path: Path, run: Run) -> None:
    first = repository(tmp_path / "first", "one")
    code, said = run(folder=first)
    assert code == 0 and "新的一期" in said and "ci-" not in said
    assert files(first / "build/ci") == sorted([*OF_A_RUN, *of("one", "print.pdf")])


def test_a_shallow_clone_says_what_to_set_and_makes_all(top: Path, tmp_path: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("改。")})
    commit(top)
    git(tmp_path, "clone", "-q", "--depth", "1", top.as_uri(), "shallow")
    clone = tmp_path / "shallow"
    code, said = run(folder=clone)
    assert code == 0
    assert "警告 ci-shallow" in said and "fetch-depth: 0" in said
    assert files(clone / "build/ci") == sorted([*OF_A_RUN, *of("one", "print.pdf"), *of("two", "print.pdf")])
    assert summary(clone).startswith("> 注意：这是浅克隆")
    assert run("--since", "HEAD~1", folder=clone)[0] == 0


def test_a_revision_that_does_not_exist_is_a_fault_of_usage(run: Run) -> None:
    code, said = run("--since", "nothing")
    assert code == 2 and "revision-unknown" in said


def test_without_a_repository_all_is_made_and_nothing_compared(top: Path, tmp_path: Path, run: Run) -> None:
    plain = tmp_path / "没有 git"
    shutil.copytree(top, plain, ignore=shutil.ignore_patterns(".git"))
    code, said = run(folder=plain)
    assert code == 0 and "警告 ci-no-repository" in said
    assert files(plain / "build/ci") == sorted([*OF_A_RUN, *of("one", "print.pdf"), *of("two", "print.pdf")])
    assert run("--since", "HEAD", folder=plain)[0] == 2


def test_what_others_have_added_to_the_branch_since_is_no_part_of_the_change(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("改。")})
    commit(top)
    git(top, "checkout", "-q", "main")
    put(top, {"issue/two/articles/jia.md": article("别人改的。")})
    commit(top)
    git(top, "checkout", "-q", "change")
    assert run("--skip", "diff")[0] == 0
    assert not (top / "build/ci/two").exists()


# ------------------------------------------------------------------ hosts


def on_github(top: Path, monkeypatch: pytest.MonkeyPatch, event: dict[str, Any], **more: str) -> dict[str, Path]:
    """The variables of a run on GitHub, without any token; gives the files that GitHub reads."""
    room = top.parent / "runner"
    room.mkdir(exist_ok=True)
    told = {name: room / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_EVENT_PATH")}
    told["GITHUB_EVENT_PATH"].write_text(json.dumps(event), encoding="utf-8")
    for name, value in {"GITHUB_ACTIONS": "true", **{name: str(path) for name, path in told.items()}, **more}.items():
        monkeypatch.setenv(name, value)
    return told


def outputs(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return {name.partition("<<")[0]: value for name, value in zip(lines[::3], lines[1::3], strict=False) if name}


def test_a_pull_request_from_a_fork_needs_no_token(top: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "::error::骗人的\n\n##[error]骗人的。\n\n甲,乙。"
    put(top, {"issue/one/articles/jia.md": article(body)})
    commit(top)
    told = on_github(top, monkeypatch, {"pull_request": {"base": {"sha": "f" * 40}}}, GITHUB_BASE_REF="main")
    git(top, "remote", "add", "origin", top.as_uri())
    git(top, "update-ref", "refs/remotes/origin/main", "main")
    git(top, "branch", "-qD", "main")
    code, said = run()
    assert code == 0
    commands = [line.partition(",")[0] for line in said.splitlines() if line.lstrip().startswith("::")]
    assert set(commands) == {"::warning file=issue/one/articles/jia.md"}
    assert "##[" not in said
    assert told["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8") == summary(top)
    found = outputs(told["GITHUB_OUTPUT"])
    assert (found["touched"], found["issues"]) == ("true", '["issue/one"]')
    assert (found["errors"], found["gone"], found["folder"]) == ("0", "0", "build/ci")
    assert json.loads(found["changed-pages"]) == {"issue/one": ["2"]}
    comment = (top / found["comment"]).read_text(encoding="utf-8")
    assert comment.startswith("<!-- huozi ci -->\n### 活字 · issue/one\n") and len(comment) < 65_536


def test_a_push_that_touches_nothing_tells_later_steps_so(top: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = git(top, "rev-parse", "HEAD")
    put(top, {"README.md": "旁的"})
    commit(top)
    told = on_github(top, monkeypatch, {"before": before})
    assert run() == (0, f"同 {before[:12]} 比，改动不涉及任何一期。\n")
    assert outputs(told["GITHUB_OUTPUT"])["touched"] == "false"
    assert not told["GITHUB_STEP_SUMMARY"].exists()


def test_the_first_push_of_a_branch_has_zeros_for_what_was_before(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = repository(tmp_path / "first", "one")
    put(first, {"issue/one/articles/jia.md": article("第二次提交。")})
    commit(first)
    on_github(first, monkeypatch, {"before": "0" * 40})
    code, said = run(folder=first)
    assert code == 0 and "新的一期" in said


def test_gitlab_tells_where_a_merge_request_has_parted(top: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    base = git(top, "rev-parse", "HEAD")
    put(top, {"issue/one/articles/jia.md": article("改。")})
    commit(top)
    git(top, "branch", "-qf", "main")
    monkeypatch.setenv("GITLAB_CI", "true")
    monkeypatch.setenv("CI_COMMIT_BEFORE_SHA", "0" * 40)
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", base)
    code, said = run()
    assert code == 0 and f"同 {base[:12]} 比" in said


# ------------------------------------------------------------------ what is written


def test_nothing_is_written_where_the_issue_is_made_of(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("改。")})
    for folder in ("issue", "issue/one/articles", "layout", "fonts/x"):
        code, said = run("--output", folder)
        assert code == 2 and "ci-output" in said
    assert not (top / "issue/one/print.pdf").exists()


def test_another_folder_may_be_asked_for(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("改。")})
    code, said = run("--output", "../产 物", "--format", "markdown")
    assert code == 0 and "文件：../产 物/one/：" in said
    assert files(top.parent / "产 物") == sorted([*OF_A_RUN, *of("one")])


def test_a_full_disk_leaves_what_was_there(top: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put(top, {"issue/one/articles/jia.md": article("改。")})
    run()
    before = {name: (top / "build/ci/one" / name).read_bytes() for name in OF_AN_ISSUE}
    put(top, {"issue/one/articles/jia.md": article("又改。")})
    flushed: list[int] = []

    def full(descriptor: int) -> None:
        flushed.append(descriptor)
        if len(flushed) > 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("huozi.output.files.os.fsync", full)
    code, said = run()
    assert code == 2 and "disk-full" in said
    assert {name: (top / "build/ci/one" / name).read_bytes() for name in OF_AN_ISSUE} == before
    assert files(top / "build/ci/one") == OF_AN_ISSUE


def test_a_second_run_gives_the_same_bytes(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("甲,乙。")})
    first = run()
    before = {name: (top / "build/ci" / name).read_bytes() for name in files(top / "build/ci")}
    assert run() == first
    assert {name: (top / "build/ci" / name).read_bytes() for name in files(top / "build/ci")} == before


def test_a_summary_shows_what_it_has_room_for_and_counts_the_rest(
    top: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"第{at}段|`<b>` @某人,。" for at in range(80)]
    put(top, {"issue/one/articles/jia.md": article("\n\n".join(lines)), "issue/two/articles/jia.md": article("改。")})
    monkeypatch.setattr(ci, "COMMENT", 9_000)
    run()
    whole, short = summary(top), (top / "build/ci/comment.md").read_text(encoding="utf-8")
    assert len(short) < 9_000 < len(whole)
    assert "### 活字 · issue/one" in short and "### 活字 · issue/two" in short
    assert "另有" in short and "<b>" not in whole and "@某人" not in whole
    assert short.count("<details>") == short.count("</details>")


def test_two_runs_at_once_do_no_harm(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article("改。")})
    run()
    before = {name: (top / "build/ci" / name).read_bytes() for name in files(top / "build/ci")}
    command = [sys.executable, "-m", "huozi", "ci", *FEWER]
    runs = [subprocess.Popen(command, cwd=top, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [each.wait() for each in runs] == [0, 0]
    assert {name: (top / "build/ci" / name).read_bytes() for name in files(top / "build/ci")} == before


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("  ::error::x", "  · ::error::x"),
        ("\u3000::stop-commands::x", "\u3000· ::stop-commands::x"),
        ("a\r::error::x", "a ::error::x"),
        ("甲##[error]乙", "甲# #[error]乙"),
        ("issue/a.md:1:1: 警告", "issue/a.md:1:1: 警告"),
    ],
)
def test_no_line_of_a_log_is_a_command(line: str, expected: str) -> None:
    assert harmless(f"甲\n{line}\n") == f"甲\n{expected}\n"


# ------------------------------------------------------------------ steps


@pytest.fixture(scope="module")
def whole(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run with all steps makes of an article whose change moves nothing, in a repository of its own."""
    top = tmp_path_factory.mktemp("whole") / "刊"
    shutil.copytree(made, top, symlinks=True)
    put(top, {"issue/one/articles/yi.md": article(f"{TEXT}\n\n甲,乙。", "乙")})
    commit(top)
    env = {name: value for name, value in os.environ.items() if name not in OF_HOSTS}
    subprocess.run([sys.executable, "-m", "huozi", "ci"], cwd=top, env=env, check=True, capture_output=True)
    return top


def test_a_run_with_all_steps_makes_the_files_of_all(whole: Path) -> None:
    assert [step.name for step in STEPS] == ["print", "diff", "proof", "pictures", "report"]
    expected = [*OF_AN_ISSUE, "proof.pdf", "report.html", "pages/05-3.png", "before/05-3.png"]
    assert files(whole / "build/ci/one") == sorted(expected)
    assert "print.pdf、proof.pdf、report.html、2 幅页面图片" in summary(whole)


def test_the_proof_has_the_revision_the_day_and_the_change(whole: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(whole / "build/ci/one/proof.pdf").pages)
    for words in ("自动", "2030-03-31", git(whole, "rev-parse", "--short", "HEAD"), "half-width-mark"):
        assert words in text


def test_the_report_shows_all_pages_with_the_changed_one_as_it_was(whole: Path) -> None:
    text = (whole / "build/ci/one/report.html").read_text(encoding="utf-8")
    assert text.count("data:image/png;base64,") == 8 + 1
    assert "half-width-mark" in text and "with-comparison" in text and "with-before" in text


def test_a_new_issue_is_drawn_as_a_whole(top: Path, run: Run) -> None:
    shutil.copytree(top / "issue/one", top / "issue/three")
    commit(top)
    assert run("--skip", "report", whole=True)[0] == 0
    assert len(files(top / "build/ci/three/pages")) == 8 and not (top / "build/ci/three/before").exists()
    put(top, {"issue/three/build/x": ""})
    git(top, "branch", "-f", "main")
    put(top, {"issue/three/articles/yi.md": article("改。", "乙")})
    assert run("--skip", "report", whole=True)[0] == 0  # of what an earlier run has made nothing stays
    assert len(files(top / "build/ci/three/pages")) == 1


def test_a_broken_article_has_a_proof_and_a_report_all_the_same(top: Path, run: Run) -> None:
    put(top, {"issue/one/articles/jia.md": article(f"甲{EMOJI}。")})
    assert run(whole=True)[0] == 1
    made = files(top / "build/ci/one")
    assert {"proof.pdf", "report.html"} < set(made) and "print.pdf" not in made


def test_a_step_whose_extra_is_missing_is_left_out_and_fails_nothing(
    top: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(_work: Work, _made: Made) -> Files:
        raise InvalidIssue([finding(Span("x"), "git-missing")])

    def later(work: Work, _made: Made) -> Files:
        return {"report.html": ",".join(work.files).encode()}

    steps = (*STEPS[:1], Step("pictures", lacking, excused=frozenset({"git-missing"})), Step("report", later))
    monkeypatch.setattr(ci, "STEPS", steps)
    put(top, {"issue/one/articles/jia.md": article("改。")})
    code, said = run(whole=True)
    assert code == 0 and "没有做 pictures：要同以前的版本比较，须有 git" in said
    assert (top / "build/ci/one/report.html").read_bytes() == b"print.pdf"


def test_a_step_that_fails_is_told_and_the_others_are_done(
    top: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_work: Work, _made: Made) -> Files:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "gone.ttf")

    monkeypatch.setattr(ci, "STEPS", (Step("proof", failing), *STEPS[:2]))
    put(top, {"issue/one/articles/jia.md": article("改。")})
    code, said = run(whole=True)
    assert code == 2 and "gone.ttf: 错误 system-refuses" in said
    assert files(top / "build/ci/one") == ["diff.csv", "diff.html", "diff.json"]
