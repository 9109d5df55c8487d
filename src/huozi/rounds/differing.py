"""What differs in a line, character by character."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TypeAlias

Parts: TypeAlias = tuple[tuple[str, bool], ...]
"""Pieces of a text with whether the other text lacks them."""


def parts_of(old: str, new: str) -> tuple[Parts, Parts]:
    """Two texts in pieces that both have and pieces that one has alone.

    >>> parts_of("春风又到", "春风又绿")
    ((('春风又', False), ('到', True)), (('春风又', False), ('绿', True)))
    """
    before: list[tuple[str, bool]] = []
    after: list[tuple[str, bool]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if i1 < i2:
            before.append((old[i1:i2], tag != "equal"))
        if j1 < j2:
            after.append((new[j1:j2], tag != "equal"))
    return tuple(before), tuple(after)
