"""What a command came to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import TypeAlias

from huozi.diagnostics import Finding, Severity
from huozi.messages import severity
from huozi.records import NamedTuple


class Exit(IntEnum):
    """Exit codes (formats.md)."""

    DONE = 0
    FINDINGS = 1
    BAD_INPUT = 2
    OUR_FAULT = 3


class Outcome(NamedTuple):
    """An exit code, the findings to show, and text for the standard output.

    ``made`` is all that was made on the way: it is held until the process ends, which then need not take it down.
    """

    code: Exit
    findings: tuple[Finding, ...] = ()
    text: str = ""
    made: object = None


Progress: TypeAlias = Callable[[str], None]
"""Told the id of each stage as it begins."""


def worst(findings: Iterable[Finding]) -> Severity:
    """The gravest severity among findings; ``NOTE`` where there are none."""
    return max(map(severity, findings), default=Severity.NOTE)
