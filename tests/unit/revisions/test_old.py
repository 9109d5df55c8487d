"""An issue as it was at a revision: its files, its house, and what is wrong with what is asked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from repositories import begun, commit, git, put

from huozi.diagnostics import InvalidIssue
from huozi.revisions import old
from huozi.revisions.old import old_issue
from huozi.revisions.standing import revision_of

HOUSE = {
    "house/layout/a.yaml": "旧版式",
    "house/fonts/a.otf": "字体",
    "house/issue/一 期/issue.yaml": "旧",
    "house/issue/一 期/articles/01-a.md": "旧文",
    "house/issue/一 期/proofs/初校.txt": "不读",
    "elsewhere/b.md": "旁的",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    put(tmp_path, HOUSE)
    os.symlink("/etc/passwd", tmp_path / "house" / "issue" / "一 期" / "articles" / "leads-out.md")
    begun(tmp_path)
    put(tmp_path, {"house/issue/一 期/issue.yaml": "新", "house/layout/a.yaml": "新版式"})
    commit(tmp_path, "二")
    return tmp_path


@contextmanager
def refusing(rule: str) -> Iterator[None]:
    with pytest.raises(InvalidIssue) as caught:
        yield
    assert [item.rule for item in caught.value.findings] == [rule]


def test_an_issue_comes_with_its_house_as_they_were(house: Path) -> None:
    with old_issue(str(house / "house/issue/一 期"), "HEAD~1") as laid:
        folder = Path(laid.folder)
        assert (folder / "issue.yaml").read_text(encoding="utf-8") == "旧"
        assert (folder / "articles/01-a.md").read_text(encoding="utf-8") == "旧文"
        assert (folder / "../../layout/a.yaml").read_text(encoding="utf-8") == "旧版式"
        assert (folder / "../../fonts/a.otf").read_text(encoding="utf-8") == "字体"
        assert laid.revision.day == "2030-03-31"
        assert laid.revision.name.startswith(laid.revision.short)
    assert not folder.exists()


def test_links_other_folders_and_what_is_made_are_left_out(house: Path) -> None:
    with old_issue(str(house / "house/issue/一 期"), "HEAD") as laid:
        folder = Path(laid.folder)
        assert sorted(os.listdir(folder)) == ["articles", "issue.yaml"]
        assert os.listdir(folder / "articles") == ["01-a.md"]
        assert not (folder / "../../../elsewhere").exists()


def test_changes_that_are_not_committed_are_not_in_it(house: Path) -> None:
    put(house, {"house/issue/一 期/articles/01-a.md": "还没提交"})
    with old_issue(str(house / "house/issue/一 期"), "HEAD") as laid:
        assert Path(laid.folder, "articles/01-a.md").read_text(encoding="utf-8") == "旧文"


def test_an_issue_that_was_not_there_has_no_folder(house: Path) -> None:
    put(house, {"house/issue/二期/issue.yaml": "新来的"})
    with old_issue(str(house / "house/issue/二期"), "HEAD") as laid:
        assert laid.folder == ""


def test_an_issue_may_have_lain_elsewhere(house: Path) -> None:
    git(house, "mv", "house/issue/一 期", "house/issue/改名")
    commit(house, "三")
    with old_issue(str(house), "HEAD~1", "house/issue/一 期") as laid:
        assert Path(laid.folder, "issue.yaml").read_text(encoding="utf-8") == "新"


@pytest.mark.parametrize("revision", ["nothing", "", "--help", "HEAD~99", "a\nb", "HEAD:house"])
def test_a_revision_that_is_none_is_told(house: Path, revision: str) -> None:
    with refusing("revision-unknown"), old_issue(str(house), revision):
        pass


def test_a_shallow_clone_says_what_to_fetch(house: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("shallow")
    git(clone, "clone", "-q", "--depth", "1", house.as_uri(), "c")
    with refusing("revision-shallow"), old_issue(str(clone / "c"), "HEAD~1"):
        pass


def test_a_folder_in_no_repository_is_told(tmp_path: Path) -> None:
    with refusing("no-repository"), old_issue(str(tmp_path), "HEAD"):
        pass
    assert revision_of(str(tmp_path)) is None


def test_without_git_there_is_a_word_for_it(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(house))
    with refusing("git-missing"), old_issue(str(house), "HEAD"):
        pass


def test_a_hook_and_a_monitor_of_the_repository_do_not_run(house: Path) -> None:
    mark = house / "ran"
    git(house, "config", "core.fsmonitor", f"touch {mark}; false")
    with old_issue(str(house / "house/issue/一 期"), "HEAD~1"):
        pass
    revision_of(str(house / "house/issue/一 期"))
    assert not mark.exists()


def test_what_the_folder_stands_at_is_told_with_whether_it_has_changed(house: Path) -> None:
    folder = str(house / "house/issue/一 期")
    at = revision_of(folder)
    assert at is not None
    assert (at.day, at.is_changed) == ("2030-03-31", False)
    put(house, {"house/issue/一 期/build/print.pdf": "做出来的", "elsewhere/b.md": "旁的改了"})
    at = revision_of(folder)
    assert at is not None and not at.is_changed
    put(house, {"house/layout/a.yaml": "改了版式"})
    at = revision_of(folder)
    assert at is not None and at.is_changed


@pytest.mark.parametrize(("limit", "most"), [("MOST_FILES", 3), ("MOST_BYTES", 10)])
def test_what_is_larger_than_any_house_is_not_laid_out(
    house: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(old, limit, most)
    with refusing("revision-too-large"), old_issue(str(house / "house/issue/一 期"), "HEAD"):
        pass
