"""The source as lines: where each begins and ends, what kind of line it is, and what in it is text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from huozi.content.importers.characters import SPACES, is_visible
from huozi.diagnostics import InvalidIssue, Span, finding

MAX_BYTES = 4 * 1024 * 1024  # an issue's text has some 100 kB; what is larger is no manuscript
BOM = "\ufeff"

_ENDS = re.compile("\r\n|[\n\r\f\v\x85\u2028\u2029]")
_RULE = re.compile(r"(?:[-*_=—][ \t]*){3,}")
_HEADING = re.compile(r"(#{1,6})(?:[ \t\u3000]+|$|(?=[^#\s\d]))")  # some OCR leaves no space behind the marks
_CLOSING_MARKS = re.compile(r"[ \t]+#+$")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>", re.IGNORECASE)
_BOLD = re.compile(r"(\*\*|__|<b>|<strong>)(.*\S.*)(\*\*|__|</b>|</strong>)", re.IGNORECASE)
_MARK = re.compile(r"\*{2,}|</?(?:b|strong)>", re.IGNORECASE)


class LineKind(Enum):
    """What a line is by its marks alone."""

    BLANK = "blank"
    RULE = "rule"
    PICTURE = "picture"
    HEADING = "heading"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source by offsets: ``start ≤ body ≤ body_end ≤ end ≤ next``; ``next`` is past its terminator.

    ``body`` is past the indent and the marks of a heading; ``plain`` is the body without bold marks, to compare.
    """

    index: int
    kind: LineKind
    start: int
    body: int
    body_end: int
    end: int
    next: int
    depth: int = 0
    bold: bool = False
    plain: str = ""

    @property
    def is_text(self) -> bool:
        """Whether the line says something: a heading or text."""
        return self.kind in (LineKind.HEADING, LineKind.TEXT)


def decode(data: bytes, file: str) -> str:
    """The text of a manuscript's bytes, which must be UTF-8; a byte order mark stays in it, to be accounted for.

    Raises ``InvalidIssue`` with the place of the first wrong byte.
    """
    if len(data) > MAX_BYTES:
        raise InvalidIssue([finding(Span(file), "import-too-large", megabytes=MAX_BYTES // 1024 // 1024)])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise InvalidIssue(
            [finding(Span(file, line, column), "import-bad-utf8", byte=f"0x{data[error.start]:02X}", at=error.start)]
        ) from error


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text; a page break or a lone carriage return ends a line too."""
    lines: list[Line] = []
    start = len(BOM) if text.startswith(BOM) else 0
    for match in _ENDS.finditer(text, start):
        lines.append(_line(text, len(lines), start, match.start(), match.end()))
        start = match.end()
    if start < len(text):
        lines.append(_line(text, len(lines), start, len(text), len(text)))
    return tuple(lines)


def _line(text: str, index: int, start: int, end: int, after: int) -> Line:
    raw = text[start:end]
    body = start + len(raw) - len(raw.lstrip(SPACES))
    body_end = max(body, start + len(raw.rstrip(SPACES)))
    content = text[body:body_end]
    if not content:
        return Line(index, LineKind.BLANK, start, end, end, end, after)
    if _RULE.fullmatch(content):
        return Line(index, LineKind.RULE, start, body, body_end, end, after)
    if _PICTURE.fullmatch(content):
        return Line(index, LineKind.PICTURE, start, body, body_end, end, after)
    depth = 0
    if heading := _HEADING.match(content):
        depth = len(heading[1])
        body += heading.end()
        if closing := _CLOSING_MARKS.search(text[body:body_end]):
            body_end = body + closing.start()
    content = text[body:body_end]
    plain = _MARK.sub("", content).strip(SPACES)
    if not any(map(is_visible, plain)):
        return Line(index, LineKind.BLANK, start, end, end, end, after)
    kind = LineKind.HEADING if depth else LineKind.TEXT
    bold = len(content) <= 200 and _BOLD.fullmatch(content) is not None  # a long one is no heading, and cheap to skip
    return Line(index, kind, start, body, body_end, end, after, depth, bold, plain)


class Places:
    """The way from an offset of the source to its line and column."""

    def __init__(self, file: str, lines: Sequence[Line]) -> None:
        self._file = file
        self._starts = [line.start for line in lines]

    def span(self, offset: int) -> Span:
        """The place of an offset."""
        line = max(bisect_right(self._starts, offset), 1)
        start = self._starts[line - 1] if self._starts else 0
        return Span(self._file, line, max(offset - start, 0) + 1)

    def line(self, offset: int) -> int:
        """The number of the line that holds an offset, from 1."""
        return self.span(offset).line
