"""How a layout wants its pages made up: what may vary to fill them, their columns, where articles begin."""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.geometry import Mpt
from huozi.records import NamedTuple

Start: TypeAlias = Literal["run-on", "column", "page", "recto"]
"""Where something begins: behind what is before it, or on a new column, page or right-hand page."""

WIDE = 30
"""From so many characters on a line is long: a gap opened is one of many, and shows less than in a short one."""

PARTS_OF_LONG, PARTS_OF_SHORT = 16, 12
"""The part of an em that the gaps of long and short lines may be opened by to fill a page, where a layout says nothing.

On the first journal's issue 1/16 em fills every page of 35 characters; columns of 17 to 22 need 1/12 em."""

STRETCH_UNITS = 10_000
"""A stretch is in so many parts of an em: 1/16 em is a whole number of them."""


class MakeUpStyle(NamedTuple):
    """What pages may do to be full and level, and how many there are to be.

    ``stretch`` is how far the gaps of a paragraph may be opened for its page, in parts of an em (``STRETCH_UNITS``;
    ``None``: what goes with the measure, see :meth:`widest`; 0: no paragraph is set otherwise than at its best).
    ``pull_in``: a paragraph may lose a line by its marks giving way, whatever the fill. ``blanks``: where blank pages
    stand. ``balance``: columns end level where the text above them ends; ``least`` is the least number of lines of a
    column then, ``rule`` the thickness of the rule between columns (0: none). ``multiple`` and ``exactly`` are what the
    count of inside pages must be (0: not asked); an issue's own wish comes before.
    """

    stretch: int | None = None
    pull_in: bool = False
    blanks: Literal["end", "section"] = "end"
    balance: bool = True
    least: int = 2
    rule: Mpt = 0
    multiple: int = 0
    exactly: int = 0

    def widest(self, em: Mpt, measure: Mpt) -> Mpt:
        """How far a gap may be opened in lines of a measure, the text's size being ``em``; all in millipoints.

        >>> MakeUpStyle().widest(12_000, 35 * 12_000), MakeUpStyle().widest(12_000, 17 * 12_000)
        (750, 1000)
        """
        if self.stretch is None:
            return em // (PARTS_OF_LONG if measure >= WIDE * em else PARTS_OF_SHORT)
        return em * self.stretch // STRETCH_UNITS
