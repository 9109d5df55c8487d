"""The files of rounds: where an issue's are kept, and one of them read."""

from __future__ import annotations

import os

from huozi.commands.destinations import ROUNDS, SUFFIX
from huozi.diagnostics import Findings, InvalidIssue, Span, finding
from huozi.messages.proof_words import STAGES
from huozi.rounds.kept import MOST_BYTES, Damaged, Round, read_round
from huozi.source_file import quoted, read_source


def place_of_round(name: str, issue: str) -> str:
    """Where a round of an issue is kept.

    Raises ``InvalidIssue`` (``round-name``) for a name that no file can have.
    """
    if not name or name != name.strip(" .") or any(each in FORBIDDEN or not each.isprintable() for each in name):
        raise InvalidIssue([finding(Span("--round"), "round-name", name=quoted(name))])
    return os.path.join(issue, ROUNDS, f"{name}{SUFFIX}")


FORBIDDEN = frozenset('/\\:*?"<>|')
"""Characters that some system takes for something else in a file's name."""


def round_path(asked: str, issue: str) -> str | None:
    """The file of a round that is asked for by its name or its path; ``None`` where there is none."""
    named = os.path.join(issue, ROUNDS, f"{asked}{SUFFIX}")
    if os.sep not in asked and "/" not in asked and os.path.isfile(named):
        return named
    return asked if asked.endswith(SUFFIX) and os.path.isfile(asked) else None


def round_before(name: str, issue: str) -> str | None:
    """The name of the latest round that is kept of an issue before another one; ``None`` where there is none.

    Rounds come in the order of ``STAGES``; one of another name follows all that are kept by the day they were made.
    """
    if name in STAGES:
        earlier = [each for each in STAGES[: STAGES.index(name)] if round_path(each, issue)]
        return earlier[-1] if earlier else None
    earlier = [each for each in STAGES if round_path(each, issue)]
    return earlier[-1] if earlier else None


def load_round(path: str) -> Round:
    """A round from its file.

    Raises ``InvalidIssue``: ``round-unknown``, ``round-damaged``, or what reading the file finds.
    """
    findings = Findings()
    text = read_source(path, os.path.dirname(os.path.realpath(path)), MOST_BYTES, findings)
    if text is None:
        raise InvalidIssue(findings)
    try:
        return read_round(text)
    except Damaged as damage:
        rule = "round-damaged" if damage.line else "round-unknown"
        rows, number = text.split("\n"), max(damage.line, 1)
        told = quoted(rows[number - 1]) if number <= len(rows) else ""
        raise InvalidIssue([finding(Span(path, number, 1), rule, text=told)]) from damage
