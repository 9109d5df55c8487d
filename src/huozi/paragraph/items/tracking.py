"""Letter-spacing: what is added after each character, and where nothing is.

Hanzi are spaced; a Western word or a number among them stays one word, as its letters are what is spaced in a text
without hanzi alone. Raised and lowered text and the calls of notes stay at what they belong to.
"""

from __future__ import annotations

from collections.abc import Sequence

from huozi.geometry import Mpt
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.sorts import Stretch

_WORDS = cc.WESTERN_TEXT + cc.SPACE


def spaces_words(classes: str) -> bool:
    """Whether the letters of words are spaced too: there are no hanzi to space."""
    return cc.HAN not in classes


def closed_after(classes: str, stretches: Sequence[Stretch]) -> list[int]:
    """The places after which nothing is added, in their order."""
    found = _at_scripts(classes, stretches)
    if not spaces_words(classes):
        for index in range(len(classes) - 1):
            before, after = classes[index], classes[index + 1]
            typed_gap = after == cc.SPACE and classes[index + 2 : index + 3] not in _WORDS
            if before in _WORDS and after in _WORDS and not typed_gap:
                found.add(index)
    return sorted(found)


def _at_scripts(classes: str, stretches: Sequence[Stretch]) -> set[int]:
    """The places before and inside what clings; a number raised before a letter is that letter's (²³⁵U)."""
    found: set[int] = set()
    start = 0
    for stretch in stretches:
        end = start + len(stretch.text)
        if stretch.look.clings and end > start:
            found.update(range(start, end - 1))
            before = classes[start - 1] if start else ""
            of_next = (
                stretch.look.clings == "script"
                and classes[end : end + 1] == cc.WESTERN
                and before not in cc.WESTERN_TEXT
            )
            if of_next or not before:
                found.add(end - 1)
            elif before not in (cc.SPACE, cc.EM_SPACE):
                found.add(start - 1)
        start = end
    return found


def tracked(advance: Sequence[Mpt], text: str, tracking: Mpt, closed: Sequence[int]) -> tuple[Mpt, ...]:
    """Advances (Mpt) with so much added, but after what is not seen and where words are closed."""
    widths = [width + tracking for width in advance]
    for index in closed:
        widths[index] -= tracking
    if not text.isalnum():
        for index, character in enumerate(text):
            if cc.draws_nothing(character):
                widths[index] = 0
    return tuple(widths)
