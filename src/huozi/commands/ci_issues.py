"""The issues that a change touches: their own files, and what they use of their house."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence

from huozi.commands.file_places import ISSUE_FILE
from huozi.content.issue_file import named_journal
from huozi.diagnostics import Findings, InvalidIssue, Span, finding
from huozi.records import NamedTuple
from huozi.revisions.standing import NOT_READ
from huozi.sfnt import SUFFIXES as FONTS
from huozi.style.house import SUFFIX, House, find_house, folder_with, icc_folders, shown_path
from huozi.style.load import MAX_EXTENDS, read_file

ROOM = "issue"
"""The folder of a house that its issues are in."""

DEEPEST = 16
"""Folders from the top of a repository to an issue: there are no more."""

MOST_FILES = 100_000
"""More files than the folder of any journal has: where there is no repository, a whole disk is not looked through."""

PROFILES = (".icc", ".icm")


class Touched(NamedTuple):
    """An issue that is to be made.

    ``folder`` is its path as people name it, ``path`` that from the top of the repository, ``name`` the name of the
    folder its files go to. ``because`` are the changed files that touch it, ``was`` its path of then, where it lay
    elsewhere.
    """

    folder: str
    path: str
    name: str
    because: tuple[str, ...] = ()
    was: str = ""


# ------------------------------------------------------------------ which there are


def issues_among(files: Iterable[str], below: Sequence[str] = ()) -> list[str]:
    """The paths of the issues that files (by their paths from the top) are of, in order.

    ``below``: only those in one of these folders, an empty one being the top. Without, those below a folder ``issue``.
    What lies in an issue's own folder is part of that.
    """
    found = {os.path.dirname(path) for path in files if os.path.basename(path) == ISSUE_FILE}
    wanted = {path for path in found if path.count("/") < DEEPEST and _is_wanted(path, below)}
    return sorted(path for path in wanted if not any(above in wanted for above in _above(path)))


def _is_wanted(path: str, below: Sequence[str]) -> bool:
    if not below:
        return ROOM in path.split("/")[:-1]
    return any(not folder or path == folder or path.startswith(f"{folder}/") for folder in below)


def _above(path: str) -> Iterator[str]:
    while path:
        path = path.rpartition("/")[0]
        yield path


def files_below(folder: str) -> Iterator[str]:
    """The files in a folder, by their paths from there, where no repository names them; hidden ones are left out.

    Raises ``InvalidIssue`` (``ci-too-many-files``) where they are more than a journal has.
    """
    left = MOST_FILES
    for room, folders, files in os.walk(folder):
        inside = os.path.relpath(room, folder).replace(os.sep, "/")
        depth = 0 if inside == "." else inside.count("/") + 1
        folders[:] = sorted(name for name in folders if not name.startswith(".") and depth < DEEPEST)
        left -= len(files)
        if left < 0:
            raise InvalidIssue([finding(Span(folder), "ci-too-many-files", most=MOST_FILES)])
        yield from (name if inside == "." else f"{inside}/{name}" for name in files)


# ------------------------------------------------------------------ what touches them


def touched(top: str, paths: Iterable[str], changed: frozenset[str] | None) -> Iterator[Touched]:
    """The issues at some paths that changed files touch, each with those files; all of them where ``None`` is given."""
    paths = list(paths)
    for path, name in zip(paths, folder_names(paths), strict=True):
        folder = os.path.join(top, *path.split("/")) if path else top
        because = () if changed is None else tuple(sorted(_touching(top, path, folder, changed)))
        if changed is None or because:
            yield Touched(shown_path(folder) or ".", path, name, because)


def _touching(top: str, path: str, folder: str, changed: frozenset[str]) -> Iterator[str]:
    """The changed files that an issue is made of."""
    house = find_house(folder)
    layouts = {inside for file in layout_files(named_journal(folder)[0], house) for inside in _inside(top, file)}
    fonts, profiles = ({i for room in rooms for i in _inside(top, room)} for rooms in (house.fonts, icc_folders(house)))
    for file in changed:
        room, _, name = file.rpartition("/")
        if (
            _is_own(file, path)
            or file in layouts
            or (room in fonts and name.lower().endswith(FONTS))
            or (room in profiles and name.lower().endswith(PROFILES))
            or any(used.startswith(f"{file}/") for used in (*layouts, *fonts, *profiles))  # another repository within
        ):
            yield file


def _is_own(file: str, path: str) -> bool:
    """Whether a file is one that an issue is made of, in its own folder."""
    if path and not file.startswith(f"{path}/"):
        return False
    return file.removeprefix(f"{path}/").partition("/")[0] not in NOT_READ


def _inside(top: str, path: str) -> Iterator[str]:
    """The path of a file or folder from the top; nothing where it lies elsewhere."""
    found = os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
    if found != ".." and not found.startswith("../"):
        yield found


def layout_files(name: str, house: House) -> Iterator[str]:
    """The files that a layout and all it extends are looked for in, those that are not there too.

    A house's own layout goes before a shipped one, so that one which comes or goes changes what is used.
    """
    seen: set[str] = set()
    while name and name not in seen and len(seen) < MAX_EXTENDS:
        seen.add(name)
        file = name + SUFFIX
        yield from (os.path.join(folder, file) for folder in house.layouts)
        folder = folder_with(file, house.layouts)
        layer = (read_file(os.path.join(folder, file), Findings()) if folder else None) or {}
        name = str(layer["extends"].value) if "extends" in layer else ""


# ------------------------------------------------------------------ names of folders

LONGEST = 60
"""Characters of a folder's name: Han take three bytes, and a name has 255."""

_NOT_IN_NAMES = re.compile(r"[^\w-]+")
"""What stands in no name: hosts refuse some of it, shells and addresses make something of the rest.

Without a dot, it is no name of a file that stands beside the folder.
"""


def folder_names(paths: Iterable[str]) -> list[str]:
    """A name for each issue that is one on every system: what stands behind ``issue/`` in its path.

    >>> folder_names(["issue/2024-12", "甲/issue/一 期", "乙/issue/一_期", 'issue/"a"/b'])
    ['2024-12', '一_期', '一_期-2', 'a_-b']
    """
    taken: set[str] = set()
    names = []
    for path in paths:
        parts = path.split("/")
        rest = parts[parts.index(ROOM) + 1 :] if ROOM in parts[:-1] else parts[-1:]
        plain = _NOT_IN_NAMES.sub("_", "-".join(rest))[:LONGEST].strip("_-") or ROOM
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name.casefold())
        names.append(name)
    return names
