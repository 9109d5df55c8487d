"""A piece of manuscript: how it is written, and what a reader of the printed page sees of it.

The second is known where a piece is made and is never computed from the first. Pieces are joined; what stands side by
side so that nobody could tell what is meant (two emphases by single stars) is kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

CALL = "\ue000"
"""Stands in the text for the number of a note, which is known when the article is whole."""


HAN = re.compile("[\u4e00-\u9fff]")
PLAIN, STRONG, EMPHASIS, BOTH = "pseb"


class Piece(NamedTuple):
    """What is written (``source``), and what is seen of it: ``text``, and ``readings`` above it.

    ``within`` says how each hanzi of the text is set (empty: all are plain): plain, strong, emphasised, or either of
    the two (where both are meant, one is kept). ``tags`` say what kinds of thing are in it. Of a ``slip`` nobody can be
    sure what it means: it is set as meant or named by a finding. ``bars`` are the marks that may not stand around it,
    since it has such marks as text.
    """

    source: str
    text: str
    readings: str = ""
    tags: frozenset[str] = frozenset()
    slip: bool = False
    bars: frozenset[str] = frozenset()
    within: str = ""

    @property
    def roles(self) -> str:
        """How each hanzi of the text is set."""
        return self.within or PLAIN * len(HAN.findall(self.text))


def plain(text: str, tag: str = "", bars: str = "") -> Piece:
    """What is written as it is printed."""
    return Piece(text, text, tags=frozenset(filter(None, [tag])), bars=frozenset(bars.split()))


def joined(pieces: Iterable[Piece], between: str = "") -> Piece:
    """Pieces one after the other, in a line or (``between`` them a line's end) in lines of their own."""
    parts = list(pieces)
    return Piece(
        between.join(part.source for part in parts),
        between.join(part.text for part in parts),
        "".join(part.readings for part in parts),
        frozenset().union(*(part.tags for part in parts)),
        any(part.slip for part in parts),
        frozenset().union(*(part.bars for part in parts)),
        "".join(part.roles for part in parts),
    )


_RUN_AT_END = re.compile(r"([*=~^_`])\1*\Z")
_RUN_AT_START = re.compile(r"([*=~^_`])\1*")
_WORD_AT_END, _WORD_AT_START = re.compile(r"[0-9A-Za-z/#&=^~]\Z"), re.compile(r"[0-9A-Za-z]")
_OPEN_AT_END = re.compile(r"[!\\&<]\Z")
_SIGN_AT_END = re.compile(r"(==\w+|\w\*\w[\w*=.]*|(https?:|www\.)[^\s*]*)\Z")
_SIGN_AT_START = re.compile(r"\w+(==|\*\w)")
"""A sign with marks beside it would be one with them: a==b==c==, 2*3**d**, an address that goes on."""
_CLEAR_STARS = {(2, 2), (2, 1), (1, 2)}
"""Stars that close and stars that open next to one another, and leave no doubt."""


def clash(left: str, right: str) -> bool:
    """Whether two sources may not touch: their marks would run together, or letters of two words would."""
    if not left or not right:
        return False
    if (_WORD_AT_END.search(left) and _WORD_AT_START.match(right)) or _OPEN_AT_END.search(left):
        return True
    if left.endswith("]") and right[0] in "([{:":
        return True
    if (_SIGN_AT_END.search(left) and right[0] in "*=~^_") or (left[-1] in "*=" and _SIGN_AT_START.match(right)):
        return True
    ending, beginning = _RUN_AT_END.search(left), _RUN_AT_START.match(right)
    if ending is None or beginning is None or ending[1] != beginning[1]:
        return False
    return ending[1] != "*" or (len(ending[0]), len(beginning[0])) not in _CLEAR_STARS
