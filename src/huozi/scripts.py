"""Scripts: what a hanzi is, what a Western letter is, and which numbers stand in a circle. Said once, here.

Code points by block, as Unicode 15.0 has them; classes for patterns, as they stand between ``[`` and ``]``.
"""

from __future__ import annotations

HAN_BLOCKS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2FFFD),
    (0x30000, 0x3FFFD),
    (0xF900, 0xFAFF),
)
"""Hanzi by first and last code point, the commonest block first: the unified ones with their extensions, and those
kept for other character sets."""

HAN = "〇" + "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN_BLOCKS)
"""Hanzi for a pattern; 〇 is the figure nought."""

LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff"
"""Latin, Greek and Cyrillic letters for a pattern (× and ÷ are none)."""

CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
"""The numbers from 1 to 50 in a circle."""


def is_letter(character: str) -> bool:
    """Whether a character is one of ``LETTERS``, where a pattern of them is not worth its making; the empty one is not.

    >>> is_letter("ж"), is_letter("×"), is_letter("字"), is_letter("")
    (True, False, False, False)
    """
    if "A" <= character <= "z":
        return character <= "Z" or character >= "a"
    if character <= "\u024f":
        return character >= "\u00c0" and character not in "×÷"
    return "\u0370" <= character <= "\u052f" or "\u1e00" <= character <= "\u1fff"


def is_han(character: str) -> bool:
    """Whether a character is a hanzi; the empty string is not.

    >>> is_han("𠮷"), is_han("〇"), is_han("，"), is_han("")
    (True, True, False, False)
    """
    if "\u4e00" <= character <= "\u9fff":
        return True
    return character == "〇" or (
        character != "" and any(first <= ord(character) <= last for first, last in HAN_BLOCKS[1:])
    )
