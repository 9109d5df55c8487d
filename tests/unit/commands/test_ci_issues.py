"""Which issues a change touches."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import ISSUE, add_house, put

from huozi.commands import ci_issues
from huozi.commands.ci_issues import files_below, folder_names, issues_among, touched
from huozi.diagnostics import InvalidIssue


def test_issues_are_looked_for_below_folders_of_that_name() -> None:
    files = [
        "issue/2024-12/issue.yaml", "issue/2024-12/articles/a.md", "刊/issue/2024/下/issue.yaml", "other/issue.yaml",
        "issue.yaml", "issue/2024-12/old/issue/x/issue.yaml", "issue/notes.md", "my-issue/a/issue.yaml",
        "/".join(["issue", *"abcdefghijklmnopq", "issue.yaml"]),
    ]  # fmt: skip
    assert issues_among(files) == ["issue/2024-12", "刊/issue/2024/下"]


def test_folders_that_are_named_are_looked_through_whatever_they_are_called() -> None:
    files = ["issue/a/issue.yaml", "other/b/issue.yaml", "other/c/issue.yaml", "otherwise/issue.yaml"]
    assert issues_among(files, ["other"]) == ["other/b", "other/c"]
    assert issues_among(files, ["other/c", "issue/a"]) == ["issue/a", "other/c"]
    assert issues_among([*files], [""]) == ["issue/a", "other/b", "other/c", "otherwise"]
    assert issues_among([*files, "issue.yaml"], [""]) == [""]  # the repository is an issue, and all is in its folder


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("houses").resolve()
    for room in ("甲", "乙"):
        add_house(folder / room)
        for name in ("one", "two"):
            put(folder / room / "issue" / name, ISSUE)
    head = (folder / "甲/issue/two/issue.yaml").read_text(encoding="utf-8")
    put(folder, {"甲/issue/two/issue.yaml": head.replace("journal: square", "journal: square-single")})
    return folder


PATHS = ["乙/issue/one", "乙/issue/two", "甲/issue/one", "甲/issue/two"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("甲/issue/one/articles/jia.md", ["甲/issue/one"]),
        ("甲/issue/one/images/图.png", ["甲/issue/one"]),
        ("甲/issue/one/build/print.pdf", []),
        ("甲/issue/one/proofs/二校.jsonl", []),
        ("甲/layout/square.yaml", ["甲/issue/one", "甲/issue/two"]),  # the other layout extends it
        ("甲/layout/square-single.yaml", ["甲/issue/two"]),
        ("甲/layout/square-furniture.yaml", []),
        ("甲/layout/a4-35x37.yaml", ["甲/issue/one", "甲/issue/two"]),  # gone: the shipped one is used in its place
        ("甲/layout/icc/new.icc", ["甲/issue/one", "甲/issue/two"]),
        ("甲/layout/icc/readme.txt", []),
        ("乙/fonts/Square.TTF", ["乙/issue/one", "乙/issue/two"]),
        ("乙/fonts/OFL.txt", []),
        ("乙/fonts/more/a.ttf", []),
        ("乙/layout", ["乙/issue/one", "乙/issue/two"]),  # a repository within
        ("src/huozi/cli.py", []),
        ("甲/issue/one-and-more/x.md", []),
    ],
)
def test_an_issue_is_touched_by_what_it_is_made_of(top: Path, changed: str, expected: list[str]) -> None:
    found = {each.path: each.because for each in touched(str(top), PATHS, frozenset([changed]))}
    assert found == dict.fromkeys(expected, (changed,))


def test_without_changes_to_go_by_all_are_touched(top: Path) -> None:
    assert [each.path for each in touched(str(top), PATHS, None)] == PATHS


def test_a_layout_that_extends_itself_ends(top: Path) -> None:
    put(top, {"乙/layout/circle.yaml": "extends: circle\n", "乙/issue/three/issue.yaml": "刊名: circle\n"})
    found = touched(str(top), ["乙/issue/three"], frozenset(["乙/layout/circle.yaml"]))
    assert [each.path for each in found] == ["乙/issue/three"]


def test_an_issue_that_cannot_be_read_is_touched_by_its_own_files(top: Path) -> None:
    put(top, {"乙/issue/broken/issue.yaml": "journal: [\n"})
    changed = frozenset(["乙/issue/broken/issue.yaml", "乙/layout/square.yaml"])
    (found,) = touched(str(top), ["乙/issue/broken"], changed)
    assert found.because == ("乙/issue/broken/issue.yaml",)


def test_names_of_folders_are_names_on_every_system_and_each_is_another() -> None:
    paths = [
        "issue/2024.12",
        "a/issue/X",
        "b/issue/x",
        "甲/issue/x-2",
        'issue/"<b>"|?',
        "issue/..",
        "issue/" + "长" * 90,
    ]
    assert folder_names(paths) == ["2024_12", "X", "x-2", "x-2-2", "b", "issue", "长" * 60]
    assert folder_names(["", "summary.md"]) == ["issue", "summary_md"]


def test_without_a_repository_files_are_found_in_the_folder_itself(tmp_path: Path) -> None:
    put(tmp_path, {"issue/一 期/issue.yaml": "", ".venv/issue/x/issue.yaml": "", "a/b.md": ""})
    assert sorted(files_below(str(tmp_path))) == ["a/b.md", "issue/一 期/issue.yaml"]


def test_without_a_repository_a_whole_disk_is_not_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {f"{name}.md": "" for name in "abc"})
    monkeypatch.setattr(ci_issues, "MOST_FILES", 3)
    assert len(list(files_below(str(tmp_path)))) == 3
    monkeypatch.setattr(ci_issues, "MOST_FILES", 2)
    with pytest.raises(InvalidIssue) as caught:
        list(files_below(str(tmp_path)))
    assert [item.rule for item in caught.value.findings] == ["ci-too-many-files"]
