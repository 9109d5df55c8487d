"""What looks wrong in a cleaned passage and is not ours to change: questions to the editor, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huozi.content.importers.characters import ANY_HAN, is_western
from huozi.content.importers.cleaning_rules import addresses, after, before
from huozi.records import NamedTuple
from huozi.scripts import HAN


class Leftover(NamedTuple):
    """Something suspicious at a position of a cleaned passage: the rule it is reported under, and its words."""

    position: int
    rule: str
    words: str


PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("import-latin-word", re.compile(rf"(?<=[{HAN}])[ ]?([a-z]{{2,}}(?:[ -][a-z]+)*)[ ]?(?=[{HAN}])")),
    ("import-markup-left", re.compile(r"(</?[A-Za-z][^<>]{0,80}>)")),
    ("import-markup-left", re.compile(r"(!?\[[^\[\]]{0,80}\]\([^()]{0,200}\))")),
    ("import-markup-left", re.compile(r"(\$[^$]{1,80}\$|\\[A-Za-z]+)")),
    ("import-character", re.compile("([\ufffd\ue000-\uf8ff])")),
)
STRONG_TEXT = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def leftovers(text: str) -> Iterator[Leftover]:
    """The suspicious places of a title, heading or paragraph."""
    for rule, pattern in PATTERNS:
        for match in pattern.finditer(text):
            yield Leftover(match.start(1), rule, match[1])
    if ANY_HAN.search(text):
        yield from _western_marks(text)
        for match in STRONG_TEXT.finditer(text):
            yield Leftover(match.start(1), "import-strong-kept", match[1][:20])


def _western_marks(text: str) -> Iterator[Leftover]:
    """Straight quotation marks that did not pair, and half-width marks of a Chinese text that no rule touches."""
    inside = addresses(text)
    for i, character in enumerate(text):
        if i in inside:
            continue
        left, right = before(text, i), after(text, i + 1)
        if character == '"' or (character == "'" and not is_western(left)):
            yield Leftover(i, "import-quote-left", character)
        elif character in ",;?!" and not (left.isdigit() and right.isdigit()):
            yield Leftover(i, "import-half-width-left", character)
