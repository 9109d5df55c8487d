"""Repositories made by hand: what tests of revisions and of CI share. Every commit has the same author and day."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from squares import TESTS

DAY = "2030-03-31T12:00:00+08:00"
WHO = {
    "GIT_AUTHOR_NAME": "方木", "GIT_AUTHOR_EMAIL": "f@example.org", "GIT_COMMITTER_NAME": "方木",
    "GIT_COMMITTER_EMAIL": "f@example.org", "GIT_AUTHOR_DATE": DAY, "GIT_COMMITTER_DATE": DAY,
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip
TEXT = "一句话，不长不短，排满一行还多一点。"


def article(text: str = TEXT, title: str = "甲") -> str:
    """An article's file."""
    return f"---\ntitle: {title}\n---\n\n{text}\n"


HEAD = "journal: square\nyear: 2030\nissue: 3\nserial: 7\ndate: 2030-03-31\n"
ISSUE = {
    "issue.yaml": f"{HEAD}contents:\n  - section: 栏目\n    articles: [jia, yi]\n",
    "articles/jia.md": article(),
    "articles/yi.md": article(f"{TEXT}\n\n{TEXT}", "乙"),
}
"""The files of an issue of two short articles."""


def git(folder: Path, *arguments: str | Path) -> str:
    """What git says, by an author of its own, without the settings of this machine; tests are skipped without git."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    done = subprocess.run(
        ["git", "-C", folder, *arguments], check=True, capture_output=True, env={**os.environ, **WHO}, text=True
    )
    return done.stdout.strip()


def commit(folder: Path, message: str = "改") -> str:
    """Commit all there is; gives the commit's name."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)
    return git(folder, "rev-parse", "HEAD")


def put(folder: Path, files: dict[str, str]) -> None:
    """Write files by their paths."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def add_house(folder: Path) -> None:
    """The squares' layouts and face as a house of its own, with files of its own."""
    (folder / "fonts").mkdir(parents=True)
    shutil.copy(TESTS / "fonts" / "square.ttf", folder / "fonts")
    shutil.copytree(TESTS / "layout", folder / "layout")


def repository(folder: Path, *issues: str) -> Path:
    """A repository on ``main`` with a house and issues of two short articles each, in one commit."""
    add_house(folder)
    for name in issues:
        put(folder / "issue" / name, ISSUE)
    return begun(folder)


def begun(folder: Path) -> Path:
    """A repository on ``main`` with all that lies in a folder in its first commit."""
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "一")
    return folder
