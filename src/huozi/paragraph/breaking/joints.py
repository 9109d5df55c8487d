"""Joints: where a path, a compound or a word with a solidus may be parted as it stands, before a line is spoilt.

Loaded only for a paragraph with such a word that could be set better with it parted (``compose``). Nothing is added at
the line's end, so that what is printed is what was written; a word is parted after its solidus or hyphen, never before.
Numbers and quantities stay whole (GB/T 15835, GB 3101): 2024/25, 5 km/h, F-16.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from huozi.paragraph.breaking.cost import JOINT, with_parted
from huozi.paragraph.breaking.linebreak import Breakable
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.measure import with_breaks

_WESTERN = re.compile(f"[{cc.WESTERN_TEXT}]+")
_HYPHEN = re.compile("(?<=[^\\W\\d_]{2}[-\u2010])(?=[^\\W\\d_]{2})")
_SOLIDUS = re.compile(r"(?<=[^\W\d_²³]{2}[/\\])(?=[^\W\d_²³]{2})")
_IN_PATH = re.compile(r"(?<=[^/\\:][/\\])(?=[^/\\])")
_QUANTITY = re.compile(r"\d[ \u00a0\u2009\u202f]?[^\W\d_]{1,4}\Z")
"""A number and the beginning of its unit (5 mg/L, 60 km/h): the solidus in it parts nothing."""


def jointed(work: Breakable) -> Breakable:
    """The matter of a paragraph with the joints of its words among the places where a line may end."""
    places = frozenset(joints(work.items.text, work.items.classes)).difference(work.measured.breaks)
    if not places:
        return work
    measured = with_breaks(work.measured, places)
    return work._replace(measured=measured, cost_of=with_parted(work.cost_of, places, JOINT))


def joints(text: str, classes: str) -> Iterator[int]:
    """The counts after which a line may end at a joint of a Western word.

    >>> from huozi.paragraph.characters.context import resolve
    >>> text = "见share/fonts或step-by-step，60 km/h和2024/25、F-16不拆"
    >>> [text[:at][-5:] for at in joints(text, resolve(text).classes)]
    ['hare/', 'step-', 'p-by-']
    """
    for run in _WESTERN.finditer(classes):
        start, end = run.span()
        word = text[start:end]
        yield from (start + found.start() for found in _HYPHEN.finditer(word))
        path = word.count("/") + word.count("\\") > 1 and any(map(str.isalpha, word))
        for found in (_IN_PATH if path else _SOLIDUS).finditer(word):
            at = found.start()
            if path or not _QUANTITY.search(text[max(start + at - 8, 0) : start + at - 1]):
                yield start + at
