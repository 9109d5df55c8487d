"""What the host of a run tells by its variables: what the change is compared with, and where it reads our words.

GitHub's variables are those of Forgejo and Gitea too.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping

from huozi.digests import blake2b
from huozi.output.files import refusal
from huozi.records import NamedTuple

MOST_OF_AN_EVENT = 32 * 2**20
"""Bytes of the file of an event: GitHub sends none above 25 MB."""

MOST_OF_A_SUMMARY = 1_000_000
"""Bytes of a step's summary: of one that has more than 1 MiB GitHub shows nothing."""

BYTES = 3
"""Bytes that a character takes at the most, one beyond the first plane being counted as two."""

_COMMIT = re.compile(r"[0-9a-f]{40,64}")


class Host(NamedTuple):
    """Where the command runs. All is empty at home.

    ``bases`` are names of what the change is compared with, best first (zeros: there was nothing before). ``outputs``
    and ``summary`` are files that the host reads, ``annotates`` whether it reads workflow commands in the output.
    """

    bases: tuple[str, ...] = ()
    outputs: str = ""
    summary: str = ""
    annotates: bool = False


HOME = Host()


def host_of(variables: Mapping[str, str]) -> Host:
    """The host that variables of the environment tell of."""
    if variables.get("GITHUB_ACTIONS") == "true":
        return Host(
            tuple(_bases_of_github(variables)),
            variables.get("GITHUB_OUTPUT", ""),
            variables.get("GITHUB_STEP_SUMMARY", ""),
            annotates=True,
        )
    if variables.get("GITLAB_CI") == "true":
        names = ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_COMMIT_BEFORE_SHA")
        return Host(tuple(filter(None, (variables.get(name, "") for name in names))))
    return HOME


def _bases_of_github(variables: Mapping[str, str]) -> Iterator[str]:
    """The branch that a pull request is for, else what its event names; of a push, the commit before it."""
    event = _event(variables.get("GITHUB_EVENT_PATH", ""))
    branch = variables.get("GITHUB_BASE_REF", "")
    if branch:
        yield from (f"refs/remotes/origin/{branch}", f"refs/heads/{branch}")
    paths = (("pull_request", "base", "sha"), ("merge_group", "base_sha"), *(() if branch else (("before",),)))
    for path in paths:
        if commit := _commit_in(event, path):
            yield commit


def _event(path: str) -> object:
    """The event that a run follows from, as its JSON says it; ``None`` where there is none that can be read."""
    if not path:
        return None
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_OF_AN_EVENT + 1)
        return None if len(data) > MOST_OF_AN_EVENT else json.loads(data)
    except (OSError, ValueError, RecursionError):
        return None


def _commit_in(event: object, path: tuple[str, ...]) -> str:
    """The commit at a path of keys; empty where something else is there, or nothing."""
    for key in path:
        match event:
            case dict():
                event = event.get(key)
            case _:
                return ""
    match event:
        case str() as commit if _COMMIT.fullmatch(commit):
            return commit
    return ""


# ------------------------------------------------------------------ files that the host reads


def write_outputs(path: str, values: Mapping[str, str]) -> None:
    """Tell later steps of a job some values, as GitHub reads them; no value can end itself and begin another.

    Raises ``OutputError`` where the file cannot be written.
    """
    parts = []
    for name, value in values.items():
        digest = blake2b(f"{name}\0{value}".encode("utf-8", "replace"), digest_size=16).hexdigest()
        parts.append(f"{name}<<huozi-{digest}\n{value}\nhuozi-{digest}\n")  # a value that holds its own digest: none
    _append(path, "".join(parts).encode("utf-8", "backslashreplace"))


def room_in(summary: str = "") -> int:
    """How many characters a step's summary still holds, by its file; without a name, a new one."""
    there = os.path.getsize(summary) if summary and os.path.exists(summary) else 0
    return max(MOST_OF_A_SUMMARY - there, 0) // BYTES


def write_summary(path: str, markdown: str) -> None:
    """Add to a step's summary. Raises ``OutputError`` where the file cannot be written."""
    _append(path, markdown.encode("utf-8", "replace"))


def _append(path: str, data: bytes) -> None:
    try:
        with open(path, "ab") as file:
            file.write(data)
    except OSError as error:
        raise refusal(path, error) from error
