"""A paragraph as the lint sees it: its text in one piece, with the place of every character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, assert_never

from huozi.content.model import CrossRef, Inline, NoteRef, Ruby, Script, Text, TextRole
from huozi.diagnostics import Span
from huozi.records import NamedTuple

NOT_TEXT: Final = "\ufffc"
"""Stands for what is no prose: code, the call of a note."""


class Prose(NamedTuple):
    """A paragraph's text with the place of every character: where each inline starts, in the text and in the file."""

    text: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]
    inlines: Sequence[Inline]

    def span(self, index: int) -> Span:
        """The place of a character."""
        piece = bisect_right(self.starts, index) - 1
        start = self.spans[piece]
        return start._replace(column=start.column + index - self.starts[piece])

    def is_escaped(self, index: int) -> bool:
        """Whether a character stands behind a backslash of the source: two texts set alike, and one mark between."""
        piece = bisect_right(self.starts, index) - 1
        if not piece or self.starts[piece] != index:
            return False
        before, here = self.inlines[piece - 1], self.inlines[piece]
        if not (isinstance(before, Text) and isinstance(here, Text)):
            return False
        is_alike = (before.role, before.markup) == (here.role, here.markup)
        return is_alike and here.span == before.span._replace(column=before.span.column + len(before.text) + 1)

    def addresses(self) -> Iterator[tuple[int, int]]:
        """From where to where an address stands that is a link."""
        for start, inline in zip(self.starts, self.inlines, strict=True):
            if isinstance(inline, Text) and inline.markup.link and "://" in inline.text:
                yield start, start + len(inline.text)

    def line_starts(self) -> Iterator[int]:
        """Where the text of each line of the source begins."""
        line = -1
        for start, span in zip(self.starts, self.spans, strict=True):
            if span.line != line:
                line = span.line
                yield start


def prose_of(inlines: Sequence[Inline]) -> Prose:
    """The text that inlines are."""
    if len(inlines) == 1:
        return Prose(_characters(inlines[0]), (0,), (inlines[0].span,), inlines)
    texts = [_characters(inline) for inline in inlines]
    starts = tuple(accumulate((len(text) for text in texts), initial=0))[: len(texts)]
    return Prose("".join(texts), starts, tuple([inline.span for inline in inlines]), inlines)


def _characters(inline: Inline) -> str:
    match inline:
        case Text(text=text, role=TextRole.CODE):
            return NOT_TEXT * len(text)
        case Text(text=text, markup=markup) if markup.script is not Script.NORMAL and text.isascii():
            return NOT_TEXT * len(text)  # the 6 of 10^6^ is no digit of 106
        case Text(text=text) | Ruby(base=text):
            return text
        case NoteRef() | CrossRef():
            return NOT_TEXT
        case _:
            assert_never(inline)
