"""Findings: what is wrong, where, and what to do about it.

A finding names a rule of the message tables (:mod:`huozi.messages`) and its arguments; the words come from the table
when it is shown, in Chinese or English. Layout never raises for a bad page: it does its best and reports a finding.
``InvalidIssue`` is raised at a stage's edge alone, and carries every error found until then.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from enum import IntEnum
from typing import Literal, TypeAlias

from huozi.records import NamedTuple

Language: TypeAlias = Literal["zh", "en"]


class Span(NamedTuple):
    """A place in a source file: path as shown to people, line and column from 1 (columns count characters).

    ``line`` 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column or 1}"


class Severity(IntEnum):
    """How grave a finding is; errors keep a print file from being written."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


class Message(NamedTuple):
    """A row of a message table: severity, text and remedy in both languages, with ``{name}`` fields."""

    severity: Severity
    zh: str
    zh_hint: str
    en: str
    en_hint: str


class Finding(NamedTuple):
    """One thing found: its place, the rule's id and the arguments of its message.

    ``page`` is the page it stands on, by its number in the file from 1, where whoever found it knows; 0 where its place
    in the source must tell.
    """

    span: Span
    rule: str
    arguments: tuple[tuple[str, str], ...] = ()
    page: int = 0


def finding(span: Span, rule: str, /, **arguments: object) -> Finding:
    """A finding with its arguments made text, in the order given."""
    return Finding(span, rule, tuple((name, str(value)) for name, value in arguments.items()))


class Findings:
    """The findings of a run, in the order they were made; the same finding twice counts once."""

    def __init__(self) -> None:
        self._seen: dict[Finding, None] = {}

    def add(self, span: Span, rule: str, /, **arguments: object) -> None:
        """Report a finding of ``rule`` at ``span``."""
        self._seen.setdefault(finding(span, rule, **arguments))

    def extend(self, findings: Iterable[Finding]) -> None:
        """Take over findings made elsewhere."""
        for item in findings:
            self._seen.setdefault(item)

    def take(self, rules: Container[str]) -> list[Finding]:
        """Take out the findings of some rules."""
        taken = [item for item in self._seen if item.rule in rules]
        for item in taken:
            del self._seen[item]
        return taken

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._seen)

    def __len__(self) -> int:
        return len(self._seen)


class InvalidIssue(Exception):
    """An input that cannot be set; ``findings`` holds every error found, not the first alone."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{item.span}: {item.rule}" for item in self.findings))
