"""Hints to the composer in a text: preferred and forced breaks, soft hyphens, taken out before it is set."""

from __future__ import annotations

import re
from collections.abc import Sequence

from huozi.display import SOFT_HYPHEN
from huozi.paragraph.items.look import PLAIN
from huozi.paragraph.items.sorts import Stretch
from huozi.records import NamedTuple

PREFERRED_BREAK = "\ufdd0"
"""Stands for the ``|`` of a title or heading, where ``|`` is no character: a noncharacter, kept for such inner use."""
FORCED_BREAK = "\ufdd1"
"""A stretch of this alone is a forced line break; anywhere else it is a character like others."""
RAISED, LOWERED, LEVEL = "\ufdd3", "\ufdd4", "\ufdd5"
"""Stand round a raised or lowered text in a line that is a text and nothing else (of the contents, a running head)."""
_UNSEEN = dict.fromkeys(map(ord, (PREFERRED_BREAK, RAISED, LOWERED, LEVEL)))
_SPACES = " \u3000"
_HINT = f"([{_SPACES}]*{PREFERRED_BREAK}[{PREFERRED_BREAK}{_SPACES}]*|^{FORCED_BREAK}$|{SOFT_HYPHEN})"
"""A pattern, compiled when the first of them stands in a text: most have none."""


def without_hints(text: str) -> str:
    """A line of the contents or a running head as a reader sees it."""
    return text.translate(_UNSEEN)


class Hinted(NamedTuple):
    """A text without what only speaks to the composer, and the character counts where each kind of it stood."""

    stretches: list[Stretch]
    preferred: tuple[int, ...] = ()
    forced: tuple[int, ...] = ()
    soft: tuple[int, ...] = ()


def take_out_hints(stretches: Sequence[Stretch]) -> Hinted:
    """The text without preferred breaks, forced breaks and soft hyphens.

    A preferred break with a space on either side is a space where no line ends, any other is nothing. What stands on
    either side of one is a stretch of its own, with its place in the source.
    """
    texts = [stretch.text for stretch in stretches]
    if not any(PREFERRED_BREAK in text or SOFT_HYPHEN in text or text == FORCED_BREAK for text in texts):
        return Hinted(list(stretches))
    plain: list[Stretch] = []
    counts: dict[str, dict[int, None]] = {PREFERRED_BREAK: {}, FORCED_BREAK: {}, SOFT_HYPHEN: {}}
    count = 0
    for stretch in stretches:
        *parts, last = re.split(_HINT, stretch.text)
        kept: list[str] = []
        begins = ends = 0
        for part, hint in zip(parts[::2], parts[1::2], strict=True):
            space = hint[0] if count + len(part) and hint[0] in _SPACES and hint[-1] in _SPACES else ""
            count += len(part) + len(space)
            kept.append(part + space)
            counts[PREFERRED_BREAK if PREFERRED_BREAK in hint else hint][count] = None
            ends += len(part) + len(hint)
            if PREFERRED_BREAK in hint and stretch.look is PLAIN:
                plain.append(_further(stretch, begins, "".join(kept)))
                kept, begins = [], ends
        count += len(last)
        plain.append(_further(stretch, begins, "".join((*kept, last))))
    within = range(1, count)
    preferred, forced = (tuple(filter(within.__contains__, counts[hint])) for hint in (PREFERRED_BREAK, FORCED_BREAK))
    return Hinted([stretch for stretch in plain if stretch.text], preferred, forced, tuple(counts[SOFT_HYPHEN]))


def _further(stretch: Stretch, characters: int, text: str) -> Stretch:
    """A part of a stretch that begins so many characters further on in its line, where a line is known."""
    span = stretch.span
    return stretch._replace(text=text, span=span._replace(column=span.column + characters) if span.line else span)
