"""What was read of each block, and whether it is what was meant."""

from __future__ import annotations

import re
from typing import NamedTuple

MARKER = re.compile(r"卷\s*([〇一二三四五六七八九]\s*){4}终")
HYPHEN = "\ufffe"
"""How PDFium writes a hyphen at the end of a line, whether it is the word's own or not."""
_UNSEEN = re.compile(r"[\s\u00ad\u200b\u2060\ufeff]")


def squeezed(text: str) -> str:
    """A text without spaces and what is not seen."""
    return _UNSEEN.sub("", text)


def by_marker(text: str) -> dict[str, str]:
    """What stands before each marker and after the one before it."""
    return {mark: text[start:end] for mark, (start, end) in spans_by_marker(text).items()}


def spans_by_marker(text: str) -> dict[str, tuple[int, int]]:
    """From where to where what stands before each marker reaches."""
    marks = list(MARKER.finditer(text))
    starts = [0, *(mark.end() for mark in marks)]
    return {squeezed(mark.group()): (start, mark.start()) for start, mark in zip(starts, marks, strict=False)}


def is_read(read: str, text: str, readings: str) -> bool:
    """Whether what was read is a text, or that with its readings let in somewhere in their order."""
    if HYPHEN in read:
        return any(is_read(read.replace(HYPHEN, sign), text, readings) for sign in ("-", ""))
    read, text, readings = squeezed(read), squeezed(text), squeezed(readings)
    return read == text or (len(read) == len(text) + len(readings) and is_merged(read, text, readings))


def is_shuffled(read: str, text: str, readings: str) -> bool:
    """Whether what was read is a text with its readings, in whatever order."""
    return sorted(squeezed(read)) == sorted(squeezed(text + readings))


def is_merged(whole: str, one: str, other: str) -> bool:
    """Whether a text is two others let into one another, each in its order."""
    reached = {0}  # how much of the first is used, of so many characters in all
    for index, letter in enumerate(whole):
        reached = {
            used + step
            for used in reached
            for step, at, part in ((1, used, one), (0, index - used, other))
            if at < len(part) and part[at] == letter
        }
    return len(one) in reached


_WORD = r"[A-Za-z]"
_BETWEEN_WORDS = re.compile(rf"(?<={_WORD})[ \u00a0]+(?={_WORD})")
_SPACED = re.compile(rf"(?<={_WORD})\s+(?={_WORD})")


class Spaces(NamedTuple):
    """Where words of letters run together that were parted, and where one is parted that was whole."""

    lost: list[int]
    added: list[int]


def misplaced_spaces(read: str, text: str) -> Spaces:
    """The places, in characters of the text, where spaces between words are lost or added.

    The end of a line may stand for a space and for none.
    """
    wanted, found, ends = (
        _places(_BETWEEN_WORDS, text),
        _places(_SPACED, read),
        _places(re.compile(r"\s*[\r\n]\s*"), read),
    )
    return Spaces(sorted(wanted - found - ends), sorted(found - wanted - ends))


def _places(pattern: re.Pattern[str], text: str) -> set[int]:
    """The places of matches in a text, counted without spaces."""
    return {len(squeezed(text[: match.start()])) for match in pattern.finditer(text)}
