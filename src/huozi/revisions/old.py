"""An issue as it was: its folder and its house at a revision, laid out in a folder of their own while needed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from huozi.diagnostics import Span
from huozi.records import NamedTuple
from huozi.revisions.git import GitFailed, arguments_of, commit_of, git, names, refused, top_of
from huozi.revisions.standing import HOUSE_ROOMS, NOT_READ, Revision, above, inside, joined, revision_at

MOST_FILES, MOST_BYTES = 20_000, 2 * 2**30
"""More than any house: what comes from a repository of strangers is not laid out without bounds."""

REGULAR = frozenset({"100644", "100755"})
"""The modes of files: links and other repositories are left out, for they lead elsewhere."""


class OldIssue(NamedTuple):
    """An issue's folder as it was at a revision; empty where it was not there. It goes when the context ends.

    ``root`` is what stands for the repository's top: the folder that its house is laid out in.
    """

    folder: str
    revision: Revision
    root: str

    @property
    def laid_out(self) -> tuple[str, str]:
        """How the paths of its files begin, and what people are told instead: the revision."""
        return self.root + os.sep, f"{self.revision.short}:"


class _Blob(NamedTuple):
    """A file of a revision: its path in the repository, its object, its size in bytes."""

    path: str
    name: str
    size: int


@contextmanager
def old_issue(folder: str, revision: str, path: str = "") -> Iterator[OldIssue]:
    """The issue in a folder as it was at a revision, with its own layout and fonts, for as long as the context lasts.

    ``path``: where it lay in the repository then; empty: where it lies now. The repository is that of ``folder``.
    Raises ``InvalidIssue`` with what is wrong: ``git-missing``, ``no-repository``, ``revision-unknown``,
    ``revision-shallow``, ``revision-too-large``, ``revision-unreadable``.
    """
    top = top_of(folder)
    where = path.strip("/") or inside(top, folder)
    commit = commit_of(top, revision)
    told = revision_at(top, commit)
    with tempfile.TemporaryDirectory(prefix="huozi-") as room:
        try:
            files = _files(top, commit, where)
            _lay_out(top, commit, files, room)
        except GitFailed as error:
            raise refused(Span("--since"), "revision-unreadable", revision=revision, reason=error) from error
        is_there = any(each.path.startswith(f"{where}/") or not where for each in files)
        yield OldIssue(os.path.join(room, where) if is_there else "", told, room)


def _files(top: str, commit: str, where: str) -> list[_Blob]:
    """The files of an issue and of the house that it stood in. Raises ``InvalidIssue`` where they are too many."""
    roots = list(above(where))
    houses = [joined(root, "layout") for root in roots]
    there = {path for _, path in _listed(git(top, "ls-tree", "-d", "-z", commit, *arguments_of(houses)))}
    house = next((root for root, room in zip(roots, houses, strict=True) if room in there), None)
    rooms = [joined(house, room) for room in HOUSE_ROOMS] if house is not None else []
    wanted = [*rooms, *([f"{where}/"] if where else [])] or ["."]
    paths = [] if not where and house is None else arguments_of(wanted)
    listed = git(top, "ls-tree", "-r", "-l", "-z", "--full-tree", commit, *paths)
    made = tuple(f"{joined(where, name)}/" for name in NOT_READ)
    blobs = [
        _Blob(path, words[2], int(words[3]))
        for words, path in _listed(listed)
        if words[0] in REGULAR and not path.startswith(made)
    ]
    if len(blobs) > MOST_FILES or sum(blob.size for blob in blobs) > MOST_BYTES:
        raise refused(Span("--since"), "revision-too-large", files=len(blobs), most=MOST_FILES)
    return blobs


def _listed(answer: bytes) -> Iterator[tuple[list[str], str]]:
    """The rows of ``git ls-tree``: their words, and the path behind a tab."""
    for row in names(answer):
        words, _, path = row.partition("\t")
        yield words.split(), path


def _lay_out(top: str, commit: str, files: Iterable[_Blob], room: str) -> None:
    """Put files of a revision into a folder; those that are still the same are copied from the working tree."""
    files = list(files)
    changed = set(names(git(top, "diff", "--name-only", "--no-ext-diff", "--no-textconv", "-z", commit)))
    old: list[tuple[_Blob, str]] = []
    for blob in files:
        target = os.path.join(room, *blob.path.split("/"))
        if not os.path.abspath(target).startswith(room + os.sep):
            continue
        os.makedirs(os.path.dirname(target), exist_ok=True)
        now = os.path.join(top, blob.path)
        if blob.path not in changed and os.path.isfile(now) and os.path.getsize(now) == blob.size:
            _repeat(now, target)
        else:
            old.append((blob, target))
    if old:
        _write(git(top, "cat-file", "--batch", given="".join(f"{blob.name}\n" for blob, _ in old).encode()), old)


def _repeat(now: str, target: str) -> None:
    """Have a file in a second place: by a link, for fonts are large; where the system gives none, by a copy."""
    try:
        os.link(now, target)
    except OSError:
        shutil.copyfile(now, target)


def _write(answer: bytes, files: Iterable[tuple[_Blob, str]]) -> None:
    """Write what ``git cat-file --batch`` answers: a head line, then so many bytes, then a line's end."""
    at = 0
    for blob, target in files:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if len(head) != 3 or head[1] != b"blob":
            raise GitFailed(f"{blob.path}: {answer[at:end].decode('utf-8', 'replace')}")
        size = int(head[2])
        with open(target, "wb") as file:
            file.write(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
