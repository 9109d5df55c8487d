"""Where new files go: folders that are made whole or not at all, and never on top of something."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping

from huozi.content.importers.folder import fill_folder
from huozi.diagnostics import InvalidIssue, Span, finding

KEPT_OUT = frozenset('/\\:*?"<>|')
"""What no file's name may hold on one system or another."""

MOST_CHARACTERS = 60
"""A longer name some file systems refuse: they count bytes, and a Han character is three."""


def refuse_taken(folder: str) -> None:
    """Raise ``InvalidIssue`` where a place is taken: by a file, or by a folder that is not empty."""
    folder = folder or os.curdir
    try:
        taken = os.path.lexists(folder) and not (os.path.isdir(folder) and not os.listdir(folder))
    except OSError as error:
        raise unwritable(folder, error) from error
    if taken:
        raise InvalidIssue([finding(Span(folder), "new-place-taken", folder=folder)])


def make_whole(folder: str, files: Mapping[str, str] | Mapping[str, bytes]) -> None:
    """Make a folder of files (paths below it, and texts or bytes), which is there whole or not at all.

    Raises ``InvalidIssue`` where the place is taken or cannot be written.
    """
    refuse_taken(folder)
    place = os.path.realpath(folder)
    parent, name = os.path.split(place)
    made: list[str] = []
    try:
        made = _make_folders(parent)
        new = tempfile.mkdtemp(prefix=f".{name}.new-", dir=parent)
        try:
            fill_folder(new, files)
            _move(new, place)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        for path in reversed(made):
            os.rmdir(path)
        raise unwritable(folder, error) from error


def unwritable(place: str, error: OSError) -> InvalidIssue:
    """What the system says, as a finding at the place."""
    reason = error.strerror or type(error).__name__
    return InvalidIssue([finding(Span(place), "new-unwritable", folder=os.path.dirname(place) or ".", reason=reason)])


def _make_folders(folder: str) -> list[str]:
    """Make a folder and those above it that are missing; gives those made, the uppermost first."""
    missing = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    for path in reversed(missing):
        os.mkdir(path)
    return missing[::-1]


def _move(new: str, place: str) -> None:
    """Move a folder to its place, where nothing is or an empty folder, perhaps the one that somebody stands in."""
    if not os.path.lexists(place):
        os.rename(new, place)
        return
    moved: list[str] = []
    try:
        for name in os.listdir(new):
            os.rename(os.path.join(new, name), os.path.join(place, name))
            moved.append(name)
    except OSError:
        for name in moved:
            os.rename(os.path.join(place, name), os.path.join(new, name))
        raise


def file_name(text: str) -> str:
    """What a text comes to as a name of files and articles; empty where nothing of it can stand in one."""
    from unicodedata import normalize

    kept = "".join("-" if sign in KEPT_OUT or sign.isspace() or not sign.isprintable() else sign for sign in text)
    return normalize("NFC", kept).strip("-.")[:MOST_CHARACTERS]
