"""Classes of characters: what a character is to composition (CLREQ, "Line composition rules"; typography.md).

A class is one letter, so that a text's classes are a string: ``text.translate(CLASSES)``. Marks are listed by hand,
the rest follows from ranges. Context (a dash that is half of ——, a full stop inside a number) is settled in
``itemize``.
"""

from __future__ import annotations

HAN = "H"
"""Hanzi, kana, and whatever else stands in a full em of its own (full-width letters, enclosed numbers, symbols)."""
OPENING = "O"
CLOSING = "C"
PAUSE = "P"
STOP = "S"
INTERPUNCT = "I"
CONNECTOR = "N"
SOLIDUS = "L"
DASH = "D"
"""—— and ⸺, …… : two ems, never split. ``DASH`` is the first character of such a unit, ``UNIT`` each further one."""
UNIT = "U"
WESTERN = "W"
"""Letters, digits and what belongs to a Western word: a word is never split but where hyphenation says so."""
WESTERN_OPENING = "Q"
WESTERN_CLOSING = "R"
"""Half-width brackets and marks: they cling to a word as in Western setting and take no gap."""
PREFIX = "F"
POSTFIX = "X"
WIDE_PREFIX = "Z"
WIDE_POSTFIX = "Y"
"""Prefixes and suffixes of numbers that are one em wide (￥ ％ ℃): no Han–Latin gap beside them."""
SPACE = "B"
EM_SPACE = "E"
"""A space between Han: content, one em wide."""

ALL = HAN + OPENING + CLOSING + PAUSE + STOP + INTERPUNCT + CONNECTOR + SOLIDUS + DASH + UNIT
ALL += WESTERN + WESTERN_OPENING + WESTERN_CLOSING + PREFIX + POSTFIX + WIDE_PREFIX + WIDE_POSTFIX + SPACE + EM_SPACE

MARKS: dict[str, str] = {
    OPENING: "（《「『“‘【〔〈［｛〖｟〘〚〝",
    CLOSING: "）》」』”’】〕〉］｝〗｠〙〛〞〟",
    PAUSE: "、，：；",
    STOP: "。？！‼⁇⁈⁉．",
    INTERPUNCT: "·・‧",
    CONNECTOR: "–—～〜-",
    SOLIDUS: "／/",
    DASH: "⸺⸻…",
    WESTERN_OPENING: "([{",
    WESTERN_CLOSING: ")]},.;:!?",
    PREFIX: "¥$€£#",
    POSTFIX: "%‰°′″‱¢",
    WIDE_PREFIX: "￥＃＄￡№",
    WIDE_POSTFIX: "％℃℉￠",
    SPACE: " \u00a0",
    EM_SPACE: "\u3000",
}

WESTERN_RANGES = (
    (0x21, 0x7E),
    (0xA1, 0x2AF),
    (0x300, 0x52F),  # combining marks, Greek, Cyrillic
    (0x1E00, 0x1FFF),
    (0x2070, 0x209F),
    (0xFB00, 0xFB06),
)
"""Western writing as code points, both ends included; every other character is ``HAN``."""


class _Classes(dict[int, str]):
    """Class by code point for ``str.translate``; ranges are looked up once a character."""

    def __missing__(self, code: int) -> str:
        western = any(first <= code <= last for first, last in WESTERN_RANGES)
        self[code] = WESTERN if western else HAN
        return self[code]


CLASSES = _Classes((ord(mark), name) for name, marks in MARKS.items() for mark in marks)


def classes(text: str) -> str:
    """The classes of a text's characters, a letter each.

    >>> classes("活字，A（1）")
    'HHPWOWC'
    """
    return text.translate(CLASSES)
