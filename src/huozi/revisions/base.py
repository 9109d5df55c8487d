"""What a change is compared with: the commit where it left the branch that it is to join; and what it touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from huozi.records import NamedTuple
from huozi.revisions.git import GitFailed, asked, commit_of, git, names

DEFAULT_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where the branch that changes are to join is looked for, where nobody names it."""

BaseKind: TypeAlias = Literal["found", "first", "shallow", "none"]
"""``first``: there is nothing before the change; ``shallow``: the clone does not hold it; ``none``: no repository."""


class Base(NamedTuple):
    """The commit that a change is compared with, in full, and the name that it follows from.

    Of a kind other than ``found`` the commit is empty; ``name`` is then what was looked for, empty where nothing was.
    """

    kind: BaseKind
    commit: str = ""
    name: str = ""


FIRST, NONE = Base("first"), Base("none")


def base_of(top: str, wanted: str, told: Sequence[str]) -> Base:
    """The base of the change that the working tree of a repository is.

    ``wanted`` is asked for by whoever runs the command, ``told`` are the names that a host gives, best first; zeros in
    place of a commit are its word for none. Always the commit where both parted (the merge base): what others have
    added since is no part of the change. Where nobody says anything: the default branch; on that branch itself, the
    last commit while files are changed, and else the one before it.

    Raises ``InvalidIssue`` (``revision-unknown``) where what is wanted is no revision of a whole clone.
    """
    head = _commit(top, "HEAD")
    if not head:
        return FIRST
    is_shallow = asked(top, "rev-parse", "--is-shallow-repository") == "true"
    if wanted:
        commit = _commit(top, wanted) or ("" if is_shallow else commit_of(top, wanted))
        return _parted(top, head, commit, wanted, is_shallow=is_shallow)
    named = [name for name in told if not _is_zero(name)]
    for name in named:
        if commit := _commit(top, name):
            return _parted(top, head, commit, name, is_shallow=is_shallow)
    if named and is_shallow:
        return Base("shallow", name=named[0])
    return _unnamed(top, head, is_shallow=is_shallow, is_new=len(named) < len(told))


def _unnamed(top: str, head: str, *, is_shallow: bool, is_new: bool) -> Base:
    """The base where no name leads to one. ``is_new``: the host has said that there was nothing before."""
    for name in DEFAULT_BRANCHES:
        commit = _commit(top, name)
        if not commit:
            continue
        found = _parted(top, head, commit, name, is_shallow=is_shallow)
        if found.commit != head or _is_edited(top):
            return found
        break
    if is_new and not is_shallow:
        return FIRST
    before = _commit(top, "HEAD~1")
    if before:
        return Base("found", before, "HEAD~1")
    return Base("shallow", name="HEAD~1") if is_shallow else FIRST


def _parted(top: str, head: str, commit: str, name: str, *, is_shallow: bool) -> Base:
    """The commit where the working tree's branch and another parted; that one itself where they have none in common."""
    if not commit:
        return Base("shallow", name=name)
    try:
        return Base("found", asked(top, "merge-base", head, commit), name)
    except GitFailed:
        return Base("shallow", name=name) if is_shallow else Base("found", commit, name)


def _commit(top: str, name: str) -> str:
    """The commit of a name that may be none; empty then."""
    if not name or name.startswith("-") or any(character in name for character in "\0\n"):
        return ""
    try:
        return asked(top, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    except GitFailed:
        return ""


def _is_zero(name: str) -> bool:
    return not name.strip("0")


def _is_edited(top: str) -> bool:
    """Whether files that git knows are otherwise than in the last commit."""
    return bool(git(top, "status", "--porcelain", "-z", "--untracked-files=no", "--ignore-submodules=dirty"))


# ------------------------------------------------------------------ files

_DIFFERENCE = ("diff", "--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty", "-z")


def changed_since(top: str, commit: str) -> frozenset[str]:
    """The files of a working tree that are not as they were at a commit, new ones and those that are gone.

    Paths in the repository; what git is told to ignore is left out.
    """
    known = names(git(top, *_DIFFERENCE, "--name-only", "--no-renames", commit))
    return frozenset((*known, *names(git(top, "ls-files", "--others", "--exclude-standard", "-z"))))


def files_now(top: str) -> frozenset[str]:
    """The files of a working tree, those that git is told to ignore left out; some may be gone from the disk."""
    return frozenset(names(git(top, "ls-files", "--cached", "--others", "--exclude-standard", "-z")))


def moved_since(top: str, commit: str) -> dict[str, str]:
    """The files that lay elsewhere at a commit: the path of today to that of then."""
    rows = _in_threes(names(git(top, *_DIFFERENCE, "--name-status", "--find-renames", "--diff-filter=R", commit)))
    return {now: then for _, then, now in rows}


def _in_threes(words: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    each = iter(words)
    return zip(each, each, each, strict=False)
