"""How files are named: to people from the working folder, to the tools of CI from the root of the repository."""

from __future__ import annotations

import os

from huozi.diagnostics import Finding
from huozi.records import NamedTuple
from huozi.style.house import upwards

ISSUE_FILE = "issue.yaml"


def relative(path: str) -> str:
    """A path from the working folder, with ``/`` on every system; an option's name is left as it is."""
    if path.startswith("--"):
        return path
    try:
        found = os.path.relpath(path)
    except ValueError:  # on another drive
        found = path
    return found.replace(os.sep, "/")


class Place(NamedTuple):
    """A place as tools take it: a path from the root of the repository, line and column from 1 (in code points).

    ``about`` names what the finding is of where that has no place in the repository: an option, a file elsewhere. The
    place is then the issue's own file.
    """

    path: str
    line: int
    column: int
    about: str = ""


class Repository:
    """The repository that an issue lies in: the nearest folder upwards that holds ``.git`` (a folder, or a file).

    Without one, the working folder where the issue lies in it, else the issue's house, else its own folder.
    """

    def __init__(self, issue: str) -> None:
        self._issue = issue
        self._root = _root_of(issue)
        self._named: dict[str, str] = {}

    def name(self, path: str) -> str:
        """The path of a file from the root; empty where it lies elsewhere."""
        if path not in self._named:
            self._named[path] = "" if path.startswith("--") else _inside(self._root, path)
        return self._named[path]

    def place(self, item: Finding) -> Place:
        """Where a finding is to be shown. Of one that concerns a file as a whole that is its first line."""
        file, line, column = item.span
        path = self.name(file)
        if path:
            return Place(path, line or 1, (column or 1) if line else 1)
        return Place(self.place_in_issue(ISSUE_FILE), 1, 1, relative(file))

    def place_in_issue(self, name: str) -> str:
        """The path of a file of the issue from the root."""
        return self.name(os.path.join(self._issue, name)) or name


def _root_of(issue: str) -> str:
    folder = os.path.abspath(issue)
    for above in upwards(folder):
        if os.path.lexists(os.path.join(above, ".git")):
            return above
    here = os.getcwd()
    if _inside(here, folder):
        return here
    return next((above for above in upwards(folder) if os.path.isdir(os.path.join(above, "layout"))), folder)


def _inside(root: str, path: str) -> str:
    """The path of a file from a folder, with ``/``; empty where it does not lie in it.

    As both are written; else as links lead, for a house is looked for there.
    """
    for base, full in ((root, os.path.abspath(path)), (os.path.realpath(root), os.path.realpath(path))):
        start = base.rstrip(os.sep) + os.sep
        if full.startswith(start):
            return full[len(start) :].replace(os.sep, "/")
    return ""
