"""The desk a manuscript is read at: its text, lines and places, the ledger of edits, and what was found so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from huozi.content.importers.ledger import Ledger
from huozi.content.importers.source import Line, LineKind, Places
from huozi.diagnostics import Findings

MIN_TYPED_LINES = 10  # lines followed by another without a blank line, from which a measure can be told
MEASURE_SLACK = 3  # characters by which a full line may differ: marks at its end, letters and digits in it


@dataclass(frozen=True, slots=True)
class Desk:
    """What the steps of reading share. ``measure`` is what :func:`typed_measure` says of the lines."""

    source: str
    lines: tuple[Line, ...]
    places: Places
    ledger: Ledger
    findings: Findings
    measure: int

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


def typed_measure(lines: Sequence[Line]) -> int:
    """How many characters the lines of a text hold that is typed in lines of one length; 0 where it is not."""
    lengths = [len(line.plain) for line, following in pairwise(lines) if line.is_text and following.is_text]
    if len(lengths) < MIN_TYPED_LINES:
        return 0
    usual, _ = Counter(lengths).most_common(1)[0]
    alike = sum(abs(length - usual) <= MEASURE_SLACK for length in lengths)
    return usual if alike * 2 >= len(lengths) else 0


def is_heading(line: Line) -> bool:
    """Whether a line carries the marks of a heading."""
    return line.kind is LineKind.HEADING
