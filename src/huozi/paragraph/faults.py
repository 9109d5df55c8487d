"""Faults of lines: what an editor must hear of a paragraph's lines that run over, are loose or are left short.

Loaded only for a paragraph whose cost says that there is such a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from huozi.diagnostics import Findings, Span
from huozi.geometry import Mpt
from huozi.paragraph.breaking.cost import MISFIT
from huozi.paragraph.breaking.linebreak import Breakable, Breaking
from huozi.paragraph.items.measure import widest_gap
from huozi.paragraph.lines.justify import set_line
from huozi.records import NamedTuple

Place: TypeAlias = Callable[[int], Span]
"""The place in the source of a character, by its index in the paragraph."""


def report_overfull(work: Breakable, best: Breaking, place: Place, findings: Findings) -> None:
    """A finding for each line that runs over its measure."""
    for start, end, room in _lines(work, best):
        excess = work.measured.end[end] - work.measured.start[start] - room
        if excess > 0:  # what marks can give way by, they do now, whatever the way of filling lines
            excess = set_line(work.items, work.measured, start, end, room).width - room
        if excess > 0:
            text = work.items.text[start:end]
            findings.add(place(start), "line-overfull", text=text[:24], excess=f"{excess / 1000:.1f}")


def report_loose(work: Breakable, best: Breaking, place: Place, findings: Findings) -> None:
    """A finding for each line that is opened further than the loosest may be, and for lines left short.

    Short lines that follow each other have one: they are the parts of one word. Beside a line that runs over they have
    none: they are what is left of its paragraph.
    """
    em, loosest = work.items.em, work.measured.columns.loosest
    short: list[_Short] = []
    for start, end, room in _lines(work, best):
        slack = room - work.measured.end[end] + work.measured.start[start]
        gap = 0 if work.shape.align != "justify" or end in work.stops else widest_gap(work.measured, start, end, slack)
        text = work.items.text[start:end].strip()
        if gap is None:
            if not best.cost >> MISFIT:
                short.append(_Short(start, slack, text))
            continue
        _report_short(short, em, place, findings)
        short = []
        if gap > loosest:
            findings.add(
                place(start), "line-loose", text=text[:24], gap=_ems(gap, em), loosest=_ems(loosest, em, ceiling=False)
            )
    _report_short(short, em, place, findings)


class _Short(NamedTuple):
    """A line left short: where it starts, by how much it is short (Mpt), its text."""

    start: int
    slack: Mpt
    text: str


def _report_short(lines: list[_Short], em: Mpt, place: Place, findings: Findings) -> None:
    if lines:
        worst = max(lines, key=lambda line: line.slack)
        findings.add(
            place(lines[0].start), "line-short", text=worst.text[:24], short=_ems(worst.slack, em), lines=len(lines)
        )


def _ems(length: Mpt, em: Mpt, *, ceiling: bool = True) -> str:
    """A length in ems to a hundredth, never less than it is unless a bound is told."""
    return f"{(-(-length * 100 // em) if ceiling else length * 1000 // em / 10) / 100:.10g}"


def _lines(work: Breakable, best: Breaking) -> Iterator[tuple[int, int, Mpt]]:
    """Where each line starts and ends, and its measure."""
    start, room = 0, work.shape.first
    for end in best.ends:
        yield start, end, room
        start, room = end, work.shape.rest
