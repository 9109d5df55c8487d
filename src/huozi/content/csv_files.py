"""Tables in files: CSV and TSV as spreadsheets write them, each cell at its place in the file.

UTF-8 with or without a mark, UTF-16 with one, and GB18030, which no file says of itself and which is named.
"""

from __future__ import annotations

import os
import re
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from huozi.content.fields import Line
from huozi.diagnostics import Findings, Span
from huozi.records import NamedTuple
from huozi.source_file import all_seen, report_characters, report_too_large

MOST_BYTES = 8 * 2**20
"""A file of more bytes is not read."""

_SEPARATORS = (",", "\t", ";", "，")


class Record(NamedTuple):
    """A row of a file: its cells, each a line for every line in it, and where it begins."""

    cells: tuple[tuple[Line, ...], ...]
    span: Span


def read_records(path: str, most: int, findings: Findings) -> tuple[list[Record], int]:
    """The rows of a file, of many the first ``most``, and how many there are; none after a finding.

    Findings: ``unreadable-file``, ``not-a-file``, ``file-too-large``, ``table-encoding``, ``table-not-text``,
    ``table-quote``.
    """
    data = _bytes_of(path, findings)
    text = None if data is None else _text_of(data, path, findings)
    if not text:
        return [], 0
    reading = _Reading(text, path, _separator(text, path), findings)
    records = list(reading.records(most))
    return records, len(records) + reading.left()


def _bytes_of(path: str, findings: Findings) -> bytes | None:
    place = Span(path, 1, 1)
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            findings.add(place, "not-a-file")
            return None
        if status.st_size > MOST_BYTES:
            report_too_large(path, status.st_size, MOST_BYTES, findings)
            return None
        with open(path, "rb") as stream:
            return stream.read(MOST_BYTES)
    except OSError as error:
        findings.add(place, "unreadable-file", reason=error.strerror or type(error).__name__)
        return None


def _text_of(data: bytes, path: str, findings: Findings) -> str | None:
    """The text of a file, its lines ended alike."""
    place = Span(path, 1, 1)
    encodings = ["utf-8", "gb18030"]
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = data.removeprefix(BOM_UTF8).decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030":
            findings.add(place, "table-encoding")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        report_characters(text, path, findings)
        return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text) if not all_seen(text) else text
    findings.add(place, "table-not-text")
    return None


def _separator(text: str, path: str) -> str:
    """What parts the cells of a file: what stands most often in its first line."""
    if path.lower().endswith((".tsv", ".tab")):
        return "\t"
    first = re.sub('"[^"]*"', "", text[: text.find("\n")] if "\n" in text else text)
    return max(_SEPARATORS, key=first.count)


class _Reading:
    """A text on its way to rows: the byte it has come to, the line and where that begins."""

    def __init__(self, text: str, path: str, separator: str, findings: Findings) -> None:
        mark = re.escape(separator)
        self._cell = re.compile(
            rf'(?:"(?P<quoted>(?:[^"]|"")*)"(?P<rest>[^{mark}\n]*)|(?P<bare>[^{mark}\n]*))(?P<end>{mark}|\n|\Z)'
        )
        self._text = text
        self._findings = findings
        self._at = 0
        self._line_start = 0
        self._place = Span(path, 1, 1)
        self._separator = separator

    def records(self, most: int) -> Iterator[Record]:
        """So many rows at most; empty lines are none."""
        while self._at < len(self._text) and most:
            first, cells = self._place, []
            end = self._separator
            while end == self._separator:
                cell, end = self._next()
                cells.append(cell)
            if any(cells):
                most -= 1
                yield Record(tuple(cells), first)

    def left(self) -> int:
        """How many lines with anything in them have not been read."""
        return sum(1 for _ in re.finditer(r"(?m)^[^\n]*[^\s,;\"][^\n]*$", self._text[self._at :]))

    def _next(self) -> tuple[tuple[Line, ...], str]:
        """The lines of the next cell, and what ends it."""
        text, at = self._text, self._at
        found = self._cell.match(text, at)
        if found is None:  # behind the last separator
            return (), ""
        here = self._place._replace(column=at - self._line_start + 1)
        if found["quoted"] is not None:
            lines = list(_lines(found["quoted"] + found["rest"], here._replace(column=here.column + 1)))
        else:
            lines = list(_lines(found["bare"], here))
            if text.startswith('"', at):
                self._findings.add(here, "table-quote")
        inside = text.count("\n", at, found.end())
        if inside:
            self._place = Span(here.file, here.line + inside, 1)
            self._line_start = text.rfind("\n", at, found.end()) + 1
        self._at = found.end()
        return tuple(line for line in lines if line.text), found["end"]


def _lines(text: str, span: Span) -> Iterator[Line]:
    """The lines of a cell, without the spaces around each."""
    for number, part in enumerate(text.split("\n")):
        before = len(part) - len(part.lstrip())
        column = (1 if number else span.column) + before
        stripped = part.strip()
        if '""' in stripped:
            yield _unescaped(stripped, Span(span.file, span.line + number, column))
        else:
            yield Line(stripped, Span(span.file, span.line + number, column))


def _unescaped(text: str, span: Span) -> Line:
    """A line whose quotation marks stand doubled in the file."""
    said, places, at = [], [], 0
    while at < len(text):
        said.append(text[at])
        places.append(span._replace(column=span.column + at))
        at += 2 if text.startswith('""', at) else 1
    return Line("".join(said), places[0], tuple(places))
