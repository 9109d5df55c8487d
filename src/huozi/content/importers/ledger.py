"""The ledger of a source: every character is written down once, with what became of it.

A line is parted into its indent and marks, its body, its trailing spaces and its end. Structure claims bodies (and
line ends, where two lines become one); what stands around them is accounted for here. What nobody claimed is dropped
under a reason of its own, which the tests don't allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from huozi.content.importers.manuscript import Edit, EditKind
from huozi.content.importers.source import Line, LineKind

UNPLACED = "unplaced"

_BODY_REASONS = {LineKind.BLANK: "blank-line", LineKind.RULE: "rule", LineKind.PICTURE: "picture"}


class Ledger:
    """What is known of the fate of each line while a manuscript is read."""

    def __init__(self, source: str, lines: Sequence[Line]) -> None:
        self.source = source
        self.lines = lines
        self._bodies: dict[int, tuple[Edit, ...]] = {}
        self._ends: dict[int, Edit] = {}
        self._before: dict[int, list[Edit]] = {}

    def claim(self, line: int, edits: Iterable[Edit]) -> None:
        """Write down the body of a line; the edits part it end to end."""
        if line in self._bodies:
            raise ValueError(f"line {line + 1} is claimed twice")
        self._bodies[line] = tuple(edits)

    def amend(self, line: int, edits: Iterable[Edit]) -> None:
        """Write down the body of a line anew."""
        self._bodies[line] = tuple(edits)

    def drop(self, line: int, reason: str) -> None:
        """Write down that the body of a line is dropped."""
        item = self.lines[line]
        self.claim(line, [Edit(item.body, item.body_end, EditKind.DROPPED, reason)])

    def join(self, line: int, output: str, reason: str, destination: str) -> None:
        """Write down that the end of a line became ``output``, or nothing, so that the next one joins it."""
        item = self.lines[line]
        kind = EditKind.CHANGED if output else EditKind.DROPPED
        self._ends[line] = Edit(item.end, item.next, kind, reason, output, destination if output else "")

    def insert(self, line: int, output: str, reason: str, destination: str) -> None:
        """Write down a text that the source lacks, before a line."""
        at = self.lines[line].start
        self._before.setdefault(line, []).append(Edit(at, at, EditKind.CHANGED, reason, output, destination))

    def is_claimed(self, line: int) -> bool:
        """Whether the body of a line is written down."""
        return line in self._bodies

    def unplaced(self) -> tuple[Line, ...]:
        """The lines with text that nobody claimed."""
        return tuple(line for line in self.lines if line.is_text and line.index not in self._bodies)

    def edits(self) -> tuple[Edit, ...]:
        """The whole source as edits, end to end; neighbours of one fate are one."""
        return tuple(_merged(self._all()))

    def _all(self) -> Iterator[Edit]:
        first = self.lines[0].start if self.lines else len(self.source)
        if first:
            yield _dropped(0, first, "bom")
        runs = _blank_runs(self.lines)
        for line in self.lines:
            yield from self._before.get(line.index, ())
            yield _dropped(line.start, line.body, self._frame_reason(line, runs))
            yield from self._bodies.get(line.index) or self._default_body(line)
            yield _dropped(line.body_end, line.end, "trailing-space")
            yield self._ends.get(line.index) or _dropped(line.end, line.next, self._end_reason(line, runs))

    def _frame_reason(self, line: Line, runs: frozenset[int]) -> str:
        if "#" in self.source[line.start : line.body]:
            return "heading-mark"
        if line.kind is LineKind.BLANK:
            return "blank-run" if line.index in runs else "blank-line"
        return "indent"

    def _end_reason(self, line: Line, runs: frozenset[int]) -> str:
        terminator = self.source[line.end : line.next]
        if terminator in ("\f", "\v"):
            return "page-break"
        if line.index in runs:
            return "blank-run"
        return "blank-line" if line.kind is LineKind.BLANK else "line-end"

    def _default_body(self, line: Line) -> Iterator[Edit]:
        yield _dropped(line.body, line.body_end, _BODY_REASONS.get(line.kind, UNPLACED))


def _dropped(start: int, end: int, reason: str) -> Edit:
    return Edit(start, end, EditKind.DROPPED, reason)


def _blank_runs(lines: Sequence[Line]) -> frozenset[int]:
    """The blank lines beside blank lines: they stand where a page ended or a picture stood."""
    blank = [line.index for line in lines if line.kind is LineKind.BLANK]
    inside: set[int] = set()
    for one, other in pairwise(blank):
        if other == one + 1:
            inside |= {one, other}
    return frozenset(inside)


def _merged(edits: Iterable[Edit]) -> Iterator[Edit]:
    last: Edit | None = None
    for edit in edits:
        if edit.start == edit.end and not edit.output:
            continue
        if last is not None and _alike(last, edit):
            last = last._replace(end=edit.end)
            continue
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last


def _alike(one: Edit, other: Edit) -> bool:
    """Whether two neighbours are one edit; changes stay apart, so that each shows what it made of what."""
    return one.kind is not EditKind.CHANGED and (one.kind, one.reason, one.destination) == (
        other.kind,
        other.reason,
        other.destination,
    )
