"""What a folder stands at: the commit, its day, and whether files differ from it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from threading import Thread

from huozi.diagnostics import InvalidIssue
from huozi.records import NamedTuple
from huozi.revisions.git import GitFailed, arguments_of, asked, git, names, top_of

HOUSE_ROOMS = ("layout", "fonts")
"""What an issue's house holds beside it."""

NOT_READ = frozenset({"build", "proofs"})
"""Folders of an issue that no page follows from."""


class Revision(NamedTuple):
    """A commit: its name in full and short, its day (ISO, in its own time zone), whether files differ from it now."""

    name: str
    short: str
    day: str
    is_changed: bool = False

    @property
    def shown(self) -> str:
        """Its short name, with a ``+`` where files differ from it."""
        return f"{self.short}{'+' * self.is_changed}"


def revision_of(folder: str) -> Revision | None:
    """The commit that a folder stands at; ``None`` where it is in no repository, or has none yet.

    ``is_changed``: files of the issue or its house are not as they were committed.
    """
    try:
        top = top_of(folder)
        told = revision_at(top, "HEAD")
        where = inside(top, folder)
        rooms = [where or ".", *_rooms(top, where)]
        changed = names(git(top, "status", "--porcelain", "-z", "--untracked-files=all", *arguments_of(rooms)))
    except (GitFailed, InvalidIssue):
        return None
    return told._replace(is_changed=any(not _is_made(entry[3:], where) for entry in changed))


def asked_for(folder: str) -> Callable[[], Revision | None]:
    """The same as :func:`revision_of`, asked for at once and waited for when it is wanted: git takes its time."""
    found: list[Revision | None] = []
    asking = Thread(target=lambda: found.append(revision_of(folder)), daemon=True)
    asking.start()

    def answer() -> Revision | None:
        asking.join()
        return found[0] if found else None

    return answer


def _is_made(path: str, where: str) -> bool:
    """Whether a file is one of those that commands make in an issue's folder."""
    inside = path.removeprefix(f"{where}/") if where else path
    return inside.partition("/")[0] in NOT_READ


def _rooms(top: str, where: str) -> list[str]:
    """The rooms of the house that an issue stands in now."""
    for root in above(where):
        if os.path.isdir(os.path.join(top, root, "layout")):
            return [path for room in HOUSE_ROOMS if os.path.isdir(os.path.join(top, path := joined(root, room)))]
    return []


def revision_at(top: str, commit: str) -> Revision:
    """A commit with its short name and its day. Raises ``GitFailed`` where there is none."""
    name, short, day = asked(top, "show", "--no-patch", "--format=%H %h %cs", commit).split(" ")
    return Revision(name, short, day)


def inside(top: str, folder: str) -> str:
    """A folder by its path in the repository, empty for the whole."""
    path = os.path.relpath(os.path.realpath(folder), top).replace(os.sep, "/")
    return "" if path == "." else path


def above(where: str) -> Iterator[str]:
    """A path in the repository and those above it, up to the repository itself."""
    while where:
        yield where
        where = where.rpartition("/")[0]
    yield ""


def joined(root: str, name: str) -> str:
    """A name below a folder of the repository (empty: its top)."""
    return f"{root}/{name}" if root else name
