"""The desk a manuscript is read at: its text, lines and places, the ledger of edits, and what was found so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huozi.content.importers.ledger import Ledger
from huozi.content.importers.source import Line, LineKind, Places
from huozi.diagnostics import Findings


@dataclass(frozen=True, slots=True)
class Desk:
    """What the steps of reading share."""

    source: str
    lines: tuple[Line, ...]
    places: Places
    ledger: Ledger
    findings: Findings

    def say(self, line: int, rule: str, **arguments: object) -> None:
        """Report a finding at the body of a line (by index)."""
        self.say_at(self.lines[line].body if self.lines else 0, rule, **arguments)

    def say_at(self, offset: int, rule: str, **arguments: object) -> None:
        """Report a finding at an offset of the source."""
        self.findings.add(self.places.span(offset), rule, **arguments)

    def texts(self, first: int, end: int) -> tuple[Line, ...]:
        """The lines from ``first`` to before ``end`` that say something and are not yet accounted for."""
        return tuple(line for line in self.lines[first:end] if line.is_text and not self.ledger.is_claimed(line.index))

    def body(self, line: int) -> str:
        """The body of a line as the source has it."""
        item = self.lines[line]
        return self.source[item.body : item.body_end]


def is_adjacent(lines: Sequence[Line], one: Line, other: Line) -> bool:
    """Whether only blank lines, rules or pictures stand between two lines."""
    return all(not line.is_text for line in lines[one.index + 1 : other.index])


def is_heading(line: Line) -> bool:
    """Whether a line carries the marks of a heading."""
    return line.kind is LineKind.HEADING
