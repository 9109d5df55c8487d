"""Scratch repositories: a house under version control, made by tests with fixed names and dates."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

DAY = "2030-03-31T12:00:00+08:00"
WHO = {
    "GIT_AUTHOR_NAME": "方木", "GIT_AUTHOR_EMAIL": "f@example.org", "GIT_COMMITTER_NAME": "方木",
    "GIT_COMMITTER_EMAIL": "f@example.org", "GIT_AUTHOR_DATE": DAY, "GIT_COMMITTER_DATE": DAY,
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    """What git answers in a folder."""
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, **WHO}, text=True)
    return done.stdout


def put(folder: Path, files: dict[str, str]) -> None:
    """Write files, by their paths."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def commit(folder: Path, message: str) -> None:
    """Commit all there is."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def repository(folder: Path) -> Path:
    """A new repository with all that lies in a folder in its first commit."""
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "一")
    return folder
