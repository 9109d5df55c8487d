"""Files are named from the root of their repository, wherever one stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.commands.file_places import Place, Repository
from huozi.diagnostics import Span, finding

ISSUE, ARTICLE, LAYOUT = "journal/issue/one", "journal/issue/one/articles/a.md", "journal/layout/x.yaml"


def place_of(issue: Path | str, file: Path | str, line: int = 3, column: int = 4) -> Place:
    return Repository(str(issue)).place(finding(Span(str(file), line, column), "system-refuses", reason="x"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "repo" / ISSUE / "articles").mkdir(parents=True)
    return tmp_path / "repo"


@pytest.mark.parametrize("kind", ["folder", "file"])
@pytest.mark.parametrize("here", ["", "journal", "journal/issue/one", "journal/issue"])
@pytest.mark.parametrize("file", [ARTICLE, LAYOUT])
def test_paths_are_from_the_root_of_the_repository(
    kind: str, here: str, file: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``.git`` is a file in a worktree and in a submodule."""
    if kind == "folder":
        (root / ".git").mkdir()
    else:
        (root / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    monkeypatch.chdir(root / here)
    for issue in (root / ISSUE, Path("../" * len(Path(here).parts)) / ISSUE):
        assert place_of(issue, root / file) == Place(file, 3, 4)
        assert place_of(issue, Path("../" * len(Path(here).parts)) / file) == Place(file, 3, 4)


def test_without_a_repository_paths_are_from_the_working_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "journal")
    assert place_of("issue/one", "issue/one/articles/a.md") == Place("issue/one/articles/a.md", 3, 4)


def test_without_either_paths_are_from_the_house_or_the_issue(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert place_of(root / ISSUE, root / ARTICLE) == Place("articles/a.md", 3, 4)
    (root / "journal" / "layout").mkdir()
    assert place_of(root / ISSUE, root / ARTICLE) == Place("issue/one/articles/a.md", 3, 4)


def test_what_lies_elsewhere_is_named_in_the_issues_own_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ".git").mkdir()
    monkeypatch.chdir(root)
    own = f"{ISSUE}/issue.yaml"
    assert place_of(ISSUE, root.parent / "other" / "x.yaml") == Place(own, 1, 1, "../other/x.yaml")
    assert place_of(ISSUE, "--layout", 0, 0) == Place(own, 1, 1, "--layout")


def test_a_file_as_a_whole_is_its_first_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert place_of(ISSUE, ARTICLE, 0, 0) == Place(ARTICLE, 1, 1)


def test_a_link_to_the_repository_is_followed(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ".git").mkdir()
    (tmp_path / "link").symlink_to(root)
    monkeypatch.chdir(tmp_path)
    assert place_of(f"link/{ISSUE}", f"link/{ARTICLE}") == Place(ARTICLE, 3, 4)
    assert place_of(f"link/{ISSUE}", root / LAYOUT) == Place(LAYOUT, 3, 4)
