"""Cost of pages: a vector compared in order, worst first, packed in one int.

Sums stay comparable because each field is wide enough never to run over: adding and comparing costs is adding and
comparing ints. The order is that of ``pagination.md``: holes before levels before short lines is safe even where no
paragraph can vary, while levels before holes would let whole spreads run short. White at ends that are meant comes
last, but is there: an end that cost nothing would let text be lengthened until an article no longer has its room.
"""

from __future__ import annotations

from typing import Final

FIELDS: Final = (
    ("deep", 16),  # pieces deeper than a column
    ("adrift", 16),  # notes not begun below their calls, floats where an editor does not have them
    ("heading", 16),  # headings without the lines that must follow them in their column (背题)
    ("lone_page", 16),  # pages that hold one line of one character
    ("lone_top", 16),  # paragraphs' last lines of one character, alone at a column's head
    ("single", 16),  # pages that hold one line
    ("parted", 16),  # widows and orphans: last lines alone at a head, first lines alone at a foot (孤行不成页)
    ("cut", 20),  # lines that must go
    ("moved", 16),  # pages that begin elsewhere than a plan that is to be kept says
    ("stirred", 16),  # paragraphs in other lines on pages where nothing has changed since that plan
    ("hole", 28),  # lines that running columns are short beyond one, squared; what is late is no better than these
    ("late", 16),  # floats that a spread ends without, though it mentions them, or one before it does
    ("carried", 20),  # lines of notes that go on in the next column
    ("blank", 16),  # blank pages
    ("unequal", 20),  # lines that columns side by side and facing pages differ by
    ("short", 20),  # lines that running columns are short
    ("far", 16),  # floats on another page than their mention, page by page, and at an article's end
    ("variants", 44),  # what paragraphs in other than their natural number of lines cost in composition
    ("white", 24),  # lines empty at ends that are meant
    ("taste", 12),  # floats in other places than those wished for most
    ("unlike", 20),  # paragraphs in another number of lines than the plan made last has them
)
"""What pages cost, worst first, each with the bits of its field."""


def _ranks() -> dict[str, tuple[int, int]]:
    ranks: dict[str, tuple[int, int]] = {}
    rank = 0
    for name, bits in reversed(FIELDS):
        ranks[name] = (rank, (1 << bits) - 1)
        rank += bits
    return ranks


RANKS: Final = _ranks()
"""Where each field's lowest bit is, and its mask."""

(
    DEEP,
    ADRIFT,
    HEADING,
    LONE_PAGE,
    LONE_TOP,
    SINGLE,
    PARTED,
    CUT,
    MOVED,
    STIRRED,
    HOLE,
    LATE,
    CARRIED,
    BLANK,
    UNEQUAL,
    SHORT,
    FAR,
    VARIANTS,
    WHITE,
    TASTE,
    UNLIKE,
) = (RANKS[name][0] for name, _ in FIELDS)
SIDE_BY_SIDE: Final = 2
"""How many times lines count that columns of a closed band differ by: these end side by side, above a title."""
LATE_AS_HOLES: Final = 16
"""What a float that comes a spread late counts as among holes: as much as a column that is five lines short. Were one
always worse than the other, pages would be left half empty for a picture, or pictures be put off from page to page.
"""
BROKEN: Final = PARTED
"""From this rank up a rule of pages is broken."""


def fields_of(cost: int) -> dict[str, int]:
    """A cost as its fields by name."""
    return {name: cost >> rank & mask for name, (rank, mask) in RANKS.items()}


def field_of(cost: int, name: str) -> int:
    """One field of a cost."""
    rank, mask = RANKS[name]
    return cost >> rank & mask


def late(floats: int) -> int:
    """What it costs that a spread ends without so many floats that it or one before it mentions."""
    return (floats << LATE) + (floats * LATE_AS_HOLES << HOLE)


def running(short: int, before: int) -> int:
    """What a column costs whose text runs on and that ends so many lines short.

    ``before`` is how short the column before it in its spread is, -1 where there is none.

    >>> fields_of(running(3, 1))["hole"], fields_of(running(3, 1))["unequal"], fields_of(running(0, -1))["short"]
    (4, 2, 0)
    """
    cost = short << SHORT
    if short > 1:
        cost += (short - 1) ** 2 << HOLE
    if before >= 0 and before != short:
        cost += abs(short - before) << UNEQUAL
    return cost
