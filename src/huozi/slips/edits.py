"""Slips and their edits: what is put in the place of what, and where a mended text's places are in the one as typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from huozi.diagnostics import Span
from huozi.records import NamedTuple


class Edit(NamedTuple):
    """``new`` in the place of the characters from ``start`` to ``end``."""

    start: int
    end: int
    new: str


class Slip(NamedTuple):
    """A slip of the keyboard: the rule that names it, the edits that mend it together, and where it is shown.

    ``typed`` and ``instead`` are what the finding quotes.
    """

    rule: str
    at: int
    edits: tuple[Edit, ...]
    typed: str = ""
    instead: str = ""


def mended(text: str, slips: Iterable[Slip]) -> str:
    """The text with the edits of slips made; where two would change the same characters the first one counts.

    >>> mended("a：b", [Slip("", 1, (Edit(1, 2, ": "),))])
    'a: b'
    """
    parts: list[str] = []
    done = 0
    for start, end, new in sorted({edit for slip in slips for edit in slip.edits}):
        if start < done:
            continue
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def as_typed(spans: Sequence[Span], text: str, slips: Iterable[Slip], first: Span) -> list[Span]:
    """Places of a mended text as places of the text as it was typed; ``first`` is where the text starts in its file."""
    edits = sorted({edit for slip in slips for edit in slip.edits})
    found: list[Span] = []
    for span in spans:
        row = span.line - first.line
        start = line_start(text, row)
        column = span.column - (first.column if row == 0 else 1)
        for edit in edits:
            at = edit.start - start
            if 0 <= at < column and "\n" not in text[start : edit.start]:
                column = max(at, column - len(edit.new) + (edit.end - edit.start))
        found.append(span._replace(column=column + (first.column if row == 0 else 1)))
    return found


def line_start(text: str, row: int) -> int:
    """Where a line of a text starts, counted from 0.

    >>> line_start("ab\\nc", 1)
    3
    """
    at = 0
    for _ in range(row):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return at


def place_of(text: str, at: int, first: Span) -> Span:
    """The place of a character of a text that starts at ``first`` in its file."""
    row = text.count("\n", 0, at)
    column = at - (text.rfind("\n", 0, at) + 1)
    return Span(first.file, first.line + row, column + (1 if row else first.column))
