"""Room: sums over a part that tell which pages cannot hold, or cannot be filled by, what is left to set."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import add
from typing import Final

from huozi.makeup.units import Unit

SHARES: Final = 12
"""Lines are counted in twelfths of a page's width, so that lines of one to four columns add up."""


class Room:
    """What is left to set from each unit on, and the room from each page on.

    ``held`` are the pages that units must begin on, ``short`` is how short a column may end, ``all_used`` says that the
    last page must be come to. A line deeper than a page takes no more room than the page that it has to itself.
    """

    __slots__ = (
        "_ends",
        "_flows",
        "_held",
        "_last",
        "_least",
        "_left",
        "_most",
        "_pages",
        "_reach",
        "_shallowest",
        "_short",
        "_uncut",
        "units",
    )

    def __init__(
        self, units: Sequence[Unit], depths: Sequence[int], held: dict[int, int], short: int, *, all_used: bool
    ) -> None:
        self.units, self._short = units, short
        self._pages = list(accumulate((SHARES * depth for depth in reversed(depths)), initial=0))[::-1]
        full = [[unit.height(choice.lines, choice.lines) for choice in unit.choices] for unit in units]
        self._shallowest = min(depths, default=0)
        heights = [
            [min(height, choice.lines * self._shallowest) for height, choice in zip(each, unit.choices, strict=True)]
            for each, unit in zip(full, units, strict=True)
        ]
        least = [0 if unit.idle else min(each) for unit, each in zip(units, heights, strict=True)]
        self._least = list(accumulate(least, initial=0))
        self._most = list(accumulate(map(max, full), initial=0))
        self._left = _left(least, units)
        self._uncut = _uncut(heights, units)
        self._ends = _band_ends(units)
        self._held = _next_held(len(units), held)
        spare = (max(unit.room - 1, 0) for unit in units)
        self._reach: list[int] = list(map(add, self._most, accumulate(spare, initial=0)))
        self._flows = all(unit.columns == 1 for unit in units)
        self._last = len(depths) - 1 if all_used else 0

    def is_hopeless(self) -> bool:
        """Whether the pages cannot hold the text however it is set."""
        return self._left[0] > self._pages[0]

    def band_end(self, item: int) -> int:
        """The first unit that stands in another band than a unit."""
        return self._ends[item]

    def depth_of_band(self, item: int, left: int) -> tuple[int, int]:
        """The lines of a band from a place on, at the least and at the most, as if they stood in one column."""
        end, after = self._ends[item], item + 1 if left else item
        begun = self.units[item].height(left, left) if left else 0
        return begun + self._least[end] - self._least[after], begun + self._most[end] - self._most[after]

    def holds(self, page: int, item: int, left: int) -> bool:
        """Whether the pages from one on can hold what is left from a place on, and be filled by it."""
        needed = self._from(self._left, item, left)
        if needed > self._pages[page]:
            return False
        held = self._held[item + 1 if left else item]
        if held is not None:
            unit, its_page = held
            if its_page < page or needed - self._left[unit] > self._pages[page] - self._pages[its_page + 1]:
                return False
        return not self._flows or self._is_filled(page, item, left, held)

    def _is_filled(self, page: int, item: int, left: int, held: tuple[int, int] | None) -> bool:
        """Whether text in one column can fill the pages up to where it is held, no column shorter than may be.

        A page may end short of that where an article finds too little room.
        """
        end, its_page = held or (len(self.units) - 1, max(self._last, page))
        reach = self._reach[end + 1] - self._reach[item]
        if left:
            reach = self._reach[end + 1] - self._reach[item + 1] + self.units[item].height(left, left)
        return reach >= (self._pages[page] - self._pages[its_page]) // SHARES - self._short * (its_page - page)

    def least_cut(self, page: int, item: int, left: int, taken: int) -> int:
        """The lines that must be cut from a place on at the least, ``taken`` shares of its page being taken."""
        if self._uncut is None or item == len(self.units):
            return 0
        room = self._pages[page] - taken
        return max(-((room - self._from(self._uncut, item, left)) // SHARES), 0)

    @property
    def may_be_cut(self) -> bool:
        """Whether any unit may lose lines."""
        return self._uncut is not None

    def _from(self, sums: Sequence[int], item: int, left: int) -> int:
        """What is left to set from a place on, in shares."""
        if not left:
            return sums[item]
        unit = self.units[item]
        height = min(unit.height(left, left), left * self._shallowest)
        return sums[item + 1] + height * SHARES // unit.columns


def _left(heights: Sequence[int], units: Sequence[Unit]) -> list[int]:
    """What is left from each unit on, in shares."""
    shares = [height * SHARES // unit.columns for height, unit in zip(heights, units, strict=True)]
    return list(accumulate(reversed(shares), initial=0))[::-1]


def _uncut(heights: Sequence[Sequence[int]], units: Sequence[Unit]) -> list[int] | None:
    """What is left from each unit on at the least if nothing is cut; ``None`` where nothing may be cut."""
    if not any(choice.cut for unit in units for choice in unit.choices):
        return None
    least = [
        0 if unit.idle else min(height for height, choice in zip(each, unit.choices, strict=True) if not choice.cut)
        for unit, each in zip(units, heights, strict=True)
    ]
    return _left(least, units)


def _band_ends(units: Sequence[Unit]) -> list[int]:
    """For each unit the first one after it that stands in another band."""
    ends, end = [0] * len(units), len(units)
    for item in range(len(units) - 1, -1, -1):
        if item + 1 < len(units) and units[item + 1].band != units[item].band:
            end = item + 1
        ends[item] = end
    return ends


def _next_held(count: int, held: dict[int, int]) -> list[tuple[int, int] | None]:
    """For each unit the first from it on that is held on a page, with that page."""
    following: tuple[int, int] | None = None
    found: list[tuple[int, int] | None] = [None] * (count + 1)
    for item in range(count - 1, -1, -1):
        if item in held:
            following = (item, held[item])
        found[item] = following
    return found
