"""Git, asked as a program: nothing of ours is run by it, nothing is fetched, nothing is written to a repository."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from huozi.diagnostics import Findings, InvalidIssue, Span
from huozi.source_file import quoted

_QUIET = (
    "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "core.hooksPath=/dev/null",
    "-c", "protocol.allow=never", "--no-pager", "--no-optional-locks", "--literal-pathspecs",
)  # fmt: skip
"""No hook, no monitor, no transport: whoever has made a repository does not get a program of his run."""

_ENVIRONMENT = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
PATIENCE = 120
"""Seconds that git may take: no repository of a journal needs them."""


class GitFailed(Exception):
    """Git has said no; the words are its own."""


def git(folder: str, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers in a folder. Raises ``GitFailed``; ``InvalidIssue`` (``git-missing``) where there is no git."""
    command = ["git", "-C", folder or ".", *_QUIET, *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _ENVIRONMENT
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program, arguments that are no options
            command, input=given, capture_output=True, env=environment, timeout=PATIENCE, check=False
        )
    except FileNotFoundError as error:
        raise refused(Span(folder or "."), "git-missing") from error
    except subprocess.TimeoutExpired as error:
        raise GitFailed(f"git {arguments[0]}: {PATIENCE} s") from error
    if done.returncode:
        raise GitFailed(done.stderr.decode("utf-8", "replace").strip() or f"git {arguments[0]}: {done.returncode}")
    return done.stdout


def asked(folder: str, *arguments: str) -> str:
    """An answer of git's in one line."""
    return git(folder, *arguments).decode("utf-8", "surrogateescape").rstrip("\n")


def names(answer: bytes) -> list[str]:
    """The paths of an answer whose parts end in NUL."""
    return [os.fsdecode(name) for name in answer.split(b"\0") if name]


def top_of(folder: str) -> str:
    """The working tree that a folder lies in. Raises ``InvalidIssue`` (``no-repository``) where it lies in none."""
    there = _existing(folder)
    try:
        return os.path.realpath(asked(there, "rev-parse", "--show-toplevel"))
    except GitFailed as error:
        raise refused(Span(folder), "no-repository", reason=_first_line(error)) from error


def _existing(folder: str) -> str:
    """The folder itself, or the nearest above it that is there: it may stand in an old revision alone."""
    path = os.path.realpath(folder)
    while not os.path.isdir(path):
        path = os.path.dirname(path)
    return path


def commit_of(top: str, revision: str) -> str:
    """The commit that a revision names, in full.

    Raises ``InvalidIssue`` (``revision-unknown``) where it names none; in a clone that lacks what lies further back
    ``revision-shallow``.
    """
    try:
        if not revision or revision.startswith("-") or any(character in revision for character in "\0\n"):
            raise GitFailed("no name of a revision")
        return asked(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except GitFailed as error:
        shallow = asked(top, "rev-parse", "--is-shallow-repository") == "true"
        rule = "revision-shallow" if shallow else "revision-unknown"
        raise refused(Span("--since"), rule, revision=quoted(revision)) from error


def refused(span: Span, rule: str, **arguments: object) -> InvalidIssue:
    """What ends a command that needs git."""
    findings = Findings()
    findings.add(span, rule, **arguments)
    return InvalidIssue(findings)


def _first_line(error: GitFailed) -> str:
    return str(error).partition("\n")[0]


def arguments_of(paths: Sequence[str]) -> list[str]:
    """Paths as the last arguments of a command."""
    return ["--", *paths]
