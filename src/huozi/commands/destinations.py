"""Where files may go: not over what an issue is made of, nor over each other."""

from __future__ import annotations

import os
from collections.abc import Iterable

from huozi.style.house import find_house

SOURCES = ("issue.yaml", "articles", "images")
"""What an editor writes in an issue's folder: no file of ours goes there."""

ROUNDS, SUFFIX = "proofs", ".jsonl"
"""The folder of an issue in which its rounds are kept, a file each."""

AGAINST_LISTS = frozenset({"list-over-source", "list-over-output"})
"""The rules that speak against the place of a list."""

STANDARD_OUTPUT = 1
"""The descriptor of the standard output."""


def is_source(issue: str, path: str) -> bool:
    """Whether a file would replace what an issue (by its folder) is made of, or a round that is kept of it."""
    is_round = path.endswith(SUFFIX) and _is_below(path, (os.path.join(issue, ROUNDS),))
    return is_round or _is_below(path, (os.path.join(issue, name) for name in SOURCES))


def is_same_file(path: str, others: Iterable[str]) -> bool:
    """Whether a place is one of others (an empty one: none), whatever links lead there."""
    place = os.path.realpath(path)
    return any(place == os.path.realpath(other) for other in others if other)


def is_standard_output(path: str) -> bool:
    """Whether a file is what the shell has opened for our output (``-o /dev/stdout``): no list may stand in it."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(STANDARD_OUTPUT))
    except OSError:  # there is no such file yet, or no output
        return False


def against_list(issue: str, path: str, outputs: Iterable[str]) -> str:
    """The rule that speaks against writing the list of findings to a file, empty where none does.

    ``outputs``: the files that the run reads or writes beside it.
    """
    house = find_house(issue)
    if is_source(issue, path) or _is_below(path, (*house.layouts, *house.fonts)):
        return "list-over-source"
    return "list-over-output" if is_same_file(path, outputs) else ""


def _is_below(path: str, places: Iterable[str]) -> bool:
    """Whether a file is one of some files, or lies in one of some folders."""
    file = os.path.realpath(path)
    return any(file == place or file.startswith(place + os.sep) for place in map(os.path.realpath, places))
