"""The manuscripts of an issue, for the column at which the words of a comment begin.

A map tells the line of a source, and the place where a paragraph or a piece of it begins. The words themselves are
looked for from there on, with what stands before them on the page, so that one of several 的 is found.
"""

from __future__ import annotations

from collections.abc import Iterable

from huozi.diagnostics import Findings, Span
from huozi.source_file import read_source

MOST_BYTES = 8 * 2**20
"""No source that is read is larger."""


class Sources:
    """The lines of an issue's files, each read once; no file outside its folder is opened. No folder: none is."""

    def __init__(self, folder: str = "") -> None:
        self._folder = folder
        self._lines: dict[str, list[str]] = {}

    def column_of(self, span: Span, words: str, before: Iterable[str]) -> int:
        """The column of words in the line that a place names, 0 where they are not found there, or more than once.

        ``before``: what may stand before them, the longest first; the first of these that is there once decides.
        """
        line = self._line(span)
        start = max(span.column - 1, 0)
        wanted = words.removesuffix("…")
        if not line or not wanted:
            return 0
        for head in before:
            at = line.find(head + wanted, start)
            if at >= 0 and line.find(head + wanted, at + 1) < 0:
                return at + len(head) + 1
        return 0

    def _line(self, span: Span) -> str:
        if not self._folder or not span.file:
            return ""
        if span.file not in self._lines:
            text = read_source(span.file, self._folder, MOST_BYTES, Findings())
            self._lines[span.file] = (text or "").split("\n")
        lines = self._lines[span.file]
        return lines[span.line - 1] if 0 < span.line <= len(lines) else ""
