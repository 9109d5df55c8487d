"""Source files: text from strangers, read safely, and places in it.

A file is read only if it lies inside its folder, is no larger than its limit and is UTF-8; whatever is wrong becomes
a finding that names the byte's line and column. Lines end in ``\\n`` from here on.
"""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_right
from codecs import BOM_UTF8

from huozi.diagnostics import Findings, Span
from huozi.records import NamedTuple

MAX_PLACES = 50
"""Places reported for one kind of character in one file: a binary file would give a million."""

SHOWN = 40
"""Characters of the input quoted in a finding."""

CHARACTER_RULES: dict[str, str] = {
    "control-character": "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]",
    "bidi-character": "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
    "zero-width-character": "[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]",
    "lost-character": "\ufffd",
}
"""Characters that no one sees on the screen and that no press can set: patterns by the rule that reports them.

Patterns are texts: few files hold any of these, and compiling takes longer than looking (:func:`all_seen`).
"""

_UNPRINTABLE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_SPACES = "\n\t\u3000\u00a0\r"
"""Characters that Python does not call printable, though files are full of them."""


def all_seen(text: str) -> bool:
    """Whether a text holds nothing but characters that a reader sees, and common spaces."""
    for space in _SPACES:
        text = text.replace(space, "")
    return text.isprintable() and "\ufffd" not in text


def quoted(text: str) -> str:
    """A stretch of the input as a finding may show it: short, in one line, without control characters."""
    clean = text[: SHOWN + 1]
    if not clean.isprintable():
        clean = re.sub(_UNPRINTABLE, "\ufffd", clean)
    return clean if len(clean) <= SHOWN else clean[:SHOWN] + "…"


def lies_inside(path: str, folder: str) -> bool:
    """Whether a path, its symbolic links followed, stays in a folder."""
    root = os.path.realpath(folder)
    return os.path.realpath(path).startswith(root.rstrip(os.sep) + os.sep)


def read_source(path: str, folder: str, limit: int, findings: Findings) -> str | None:
    """The text of a file of ``folder`` of at most ``limit`` bytes; ``None`` after a finding if it cannot be used.

    A single bad byte is reported and stands as U+FFFD in the text, so that the rest of the file is checked in the same
    run; a file in another encoding is not read any further.
    """
    place = Span(path, 1, 1)
    if not lies_inside(path, folder):
        findings.add(place, "outside-folder")
        return None
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            findings.add(place, "not-a-file")
            return None
        if status.st_size > limit:
            report_too_large(path, status.st_size, limit, findings)
            return None
        with open(path, "rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        findings.add(place, "unreadable-file", reason=error.strerror or type(error).__name__)
        return None
    return text_of(data, path, findings)


def text_of(data: bytes, path: str, findings: Findings) -> str | None:
    """The text of a file's bytes, its characters checked; ``None`` after a finding if they are not UTF-8."""
    text = _decode(data, path, findings)
    if text is not None:
        report_characters(text, path, findings)
    return text


def report_too_large(path: str, size: int, limit: int, findings: Findings) -> None:
    """Report a file of more bytes than the limit."""
    findings.add(Span(path, 1, 1), "file-too-large", size=_mebibytes(size), limit=_mebibytes(limit))


def _mebibytes(size: int) -> str:
    return f"{size / 2**20:.1f}"


def _decode(data: bytes, path: str, findings: Findings) -> str | None:
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        place = Span(path, before.count(b"\n") + 1, column)
        text = data.decode("utf-8", "replace")
        bad = text.count("\ufffd")
        if _is_other_encoding(text, bad):
            findings.add(place, "other-encoding")
            return None
        findings.add(place, "bad-utf8", byte=f"{data[error.start]:02X}", count=bad)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_other_encoding(text: str, bad: int) -> bool:
    """Whether so much went wrong in decoding that the file is GBK or UTF-16, not UTF-8 with a slip."""
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return "\x00" in text[:4] or (bad > 1 and bad * 4 > foreign)


def report_characters(text: str, file: str, findings: Findings, line: int = 1) -> None:
    """Report characters that cannot be seen or set; ``line`` is the number of the text's first line in its file."""
    if all_seen(text):
        return
    for rule, pattern in CHARACTER_RULES.items():
        for count, match in enumerate(re.finditer(pattern, text)):
            if count == MAX_PLACES:
                break
            start = match.start()
            place = Span(
                file,
                line + text.count("\n", 0, start),
                start - text.rfind("\n", 0, start),
            )
            findings.add(place, rule, code=f"U+{ord(match.group()):04X}")


_CONTINUATION = bytes(range(0x80, 0xC0))
_CHUNK = 1024


class Places(NamedTuple):
    """A text's places by byte of its UTF-8: parsers count bytes, people lines and characters.

    ``counts[k]`` is how many characters start before byte 1024·k, so that a place in a line of megabytes costs no more
    than one in a line of a few words.
    """

    file: str
    data: bytes
    starts: tuple[int, ...]
    counts: tuple[int, ...]
    line: int

    def span(self, offset: int) -> Span:
        """The place of a byte."""
        index = bisect_right(self.starts, offset) - 1
        start = self.starts[index]
        if offset - start <= _CHUNK:
            column = len(self.data[start:offset].translate(None, _CONTINUATION))
        else:
            column = self._characters(offset) - self._characters(start)
        return Span(self.file, self.line + index, column + 1)

    def text(self, start: int, end: int) -> str:
        """The source between two bytes."""
        return self.data[start:end].decode("utf-8", "replace")

    def _characters(self, offset: int) -> int:
        chunk = offset // _CHUNK
        return self.counts[chunk] + len(self.data[chunk * _CHUNK : offset].translate(None, _CONTINUATION))


def places_of(text: str, file: str, line: int = 1) -> Places:
    """The places of a text whose first line is number ``line`` of its file."""
    data = text.encode("utf-8", "replace")
    starts = [0]
    starts += [match.end() for match in re.finditer(b"\n", data)]
    counts = [0]
    for chunk in range(0, len(data), _CHUNK):
        counts.append(counts[-1] + len(data[chunk : chunk + _CHUNK].translate(None, _CONTINUATION)))
    return Places(file, data, tuple(starts), tuple(counts), line)
