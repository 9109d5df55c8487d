"""Journals under version control, made by hand: what tests of the base of a change and of CI share."""

from __future__ import annotations

import shutil
from pathlib import Path

import scratch
from scratch import put
from squares import TESTS

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


def git(folder: Path, *arguments: str) -> str:
    """What git says, without the end of its last line."""
    return scratch.git(folder, *arguments).rstrip("\n")


def commit(folder: Path, message: str = "改") -> str:
    """Commit all there is; gives the commit's name."""
    scratch.commit(folder, message)
    return git(folder, "rev-parse", "HEAD")


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
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "一")
    return folder
