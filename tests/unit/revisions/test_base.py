"""What a change is compared with: by name, by what a host tells, by the default branch; and which files it touches."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import commit, git, put

from huozi.diagnostics import InvalidIssue
from huozi.revisions.base import Base, base_of, changed_since, moved_since

ZEROS = "0" * 40


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """``main`` and ``change`` parted at ``fork``; both have gone on since. ``change`` is checked out."""
    folder = tmp_path_factory.mktemp("parted")
    git(folder, "init", "-q", "-b", "main")
    put(folder, {"a": "一", "b": "一"})
    commits = {"root": commit(folder)}
    put(folder, {"a": "二"})
    commits["fork"] = commit(folder)
    git(folder, "checkout", "-qb", "change")
    put(folder, {"b": "改了一"})
    commits["first"] = commit(folder)
    put(folder, {"b": "改了二"})
    commits["change"] = commit(folder)
    git(folder, "checkout", "-q", "main")
    put(folder, {"a": "三"})
    commits["main"] = commit(folder)
    git(folder, "checkout", "-q", "change")
    return folder, commits


@pytest.mark.parametrize(
    ("wanted", "told", "base"),
    [
        ("main", (), ("found", "fork", "main")),
        ("HEAD~1", (), ("found", "first", "HEAD~1")),
        ("main", ("HEAD~1",), ("found", "fork", "main")),
        ("", ("refs/remotes/origin/none", "refs/heads/main"), ("found", "fork", "refs/heads/main")),
        ("", ("HEAD~1", "main"), ("found", "first", "HEAD~1")),
        ("", (), ("found", "fork", "main")),
        ("", (ZEROS,), ("found", "fork", "main")),
        ("", ("f" * 40,), ("found", "fork", "main")),
        ("", ("--upload-pack=x", "a\nb"), ("found", "fork", "main")),
    ],
)
def test_the_base_is_where_the_change_has_left_the_branch(
    parted: tuple[Path, dict[str, str]], wanted: str, told: tuple[str, ...], base: tuple[str, str, str]
) -> None:
    top, commits = parted
    kind, name, asked = base
    assert base_of(str(top), wanted, told) == Base(kind, commits[name], asked)  # type: ignore[arg-type]


def test_what_is_asked_for_and_is_none_is_refused(parted: tuple[Path, dict[str, str]]) -> None:
    with pytest.raises(InvalidIssue) as caught:
        base_of(str(parted[0]), "nothing", ())
    assert [item.rule for item in caught.value.findings] == ["revision-unknown"]


def test_on_the_default_branch_the_commit_before_is_the_base_and_with_edits_the_last_one(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    assert base_of(str(tmp_path), "", ()) == Base("first")  # not even a commit
    put(tmp_path, {"a": "一"})
    root = commit(tmp_path)
    assert base_of(str(tmp_path), "", ()) == Base("first")
    put(tmp_path, {"a": "二"})
    last = commit(tmp_path)
    assert base_of(str(tmp_path), "", ()) == Base("found", root, "HEAD~1")
    assert base_of(str(tmp_path), "", (ZEROS,)) == Base("first")  # a branch that the host has just been given
    put(tmp_path, {"new": "没有加进版本库的不算"})
    assert base_of(str(tmp_path), "", ()) == Base("found", root, "HEAD~1")
    put(tmp_path, {"a": "三"})
    assert base_of(str(tmp_path), "", ()) == Base("found", last, "main")


def test_a_shallow_clone_says_what_it_lacks(parted: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "change", "--no-single-branch", parted[0].as_uri(), "c")
    top = str(tmp_path / "c")
    assert base_of(top, "HEAD~1", ()) == Base("shallow", "", "HEAD~1")
    assert base_of(top, "origin/main", ()) == Base("shallow", "", "origin/main")  # both tips, and nothing between
    assert base_of(top, "", (parted[1]["first"],)) == Base("shallow", "", parted[1]["first"])
    assert base_of(top, "", ()).kind == "shallow"


def test_branches_that_have_nothing_in_common_are_compared_as_they_are(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    put(tmp_path, {"a": "一"})
    main = commit(tmp_path)
    git(tmp_path, "checkout", "-q", "--orphan", "other")
    put(tmp_path, {"a": "二"})
    commit(tmp_path)
    assert base_of(str(tmp_path), "main", ()) == Base("found", main, "main")


def test_changes_are_those_committed_those_not_and_new_files_but_none_that_are_ignored(
    parted: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    git(tmp_path, "clone", "-q", str(parted[0]), "c")
    top = tmp_path / "c"
    put(top, {".gitignore": "out\n", "out/x": "", "a": "还没提交", "新 文件\n": "怪名字"})
    assert changed_since(str(top), parted[1]["fork"]) == {"b", "a", ".gitignore", "新 文件\n"}


def test_what_lay_elsewhere_is_known(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    put(tmp_path, {"甲/issue.yaml": "刊名：甲\n", "甲/b": "旁的"})
    base = commit(tmp_path)
    git(tmp_path, "mv", "甲", "乙 期")
    assert moved_since(str(tmp_path), base) == {"乙 期/issue.yaml": "甲/issue.yaml", "乙 期/b": "甲/b"}
