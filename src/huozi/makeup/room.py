"""Room: sums over a part that tell which pages cannot hold, or cannot be filled by, what is left to set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add
from typing import Final, TypeAlias

from huozi.makeup.units import Unit

MOST_COLUMNS: Final = 4
"""More columns than that no page has."""

Savings: TypeAlias = tuple[int, ...]
"""How many grid lines of pages can be saved by one line less, by two and by three."""


class Room:
    """What is left to set from each unit on, and the room from each page on, both in grid lines of pages.

    A band of columns takes whole grid lines: what its text takes, shared out to its columns and rounded up. A line
    deeper than a page takes no more room than the page that it has to itself. ``held`` are the pages that units must
    begin on, ``short`` is how short a column may end, ``all_used`` says that the last page must be come to.
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
        "_spare",
        "_uncut",
        "units",
    )

    def __init__(
        self, units: Sequence[Unit], depths: Sequence[int], held: dict[int, int], short: int, *, all_used: bool
    ) -> None:
        self.units, self._short, self._spare = units, short, 0
        self._pages = list(accumulate(reversed(depths), initial=0))[::-1]
        full = [[unit.height(choice.lines, choice.lines) for choice in unit.choices] for unit in units]
        self._shallowest = min(depths, default=0)
        heights = [
            [min(height, choice.lines * self._shallowest) for height, choice in zip(each, unit.choices, strict=True)]
            for each, unit in zip(full, units, strict=True)
        ]
        least = [0 if unit.idle else min(each) for unit, each in zip(units, heights, strict=True)]
        self._least = list(accumulate(least, initial=0))
        self._most = list(accumulate(map(max, full), initial=0))
        self._ends = _band_ends(units)
        self._left = _left(self._least, units, self._ends)
        self._uncut = _uncut(heights, units, self._ends)
        self._held = _next_held(len(units), held)
        spare = (max(unit.room - 1, 0) for unit in units)
        self._reach: list[int] = list(map(add, self._most, accumulate(spare, initial=0)))
        self._flows = all(unit.columns == 1 for unit in units)
        self._last = len(depths) - 1 if all_used else 0

    def loosen(self, lines: int) -> None:
        """Let pages be filled by so many grid lines beside text."""
        self._spare = lines

    def between(self, item: int, left: int, end: int) -> int:
        """The grid lines of pages that text takes from a place to a unit, at the least."""
        return self._from(item, left) - self._left[end]

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

    def holds(self, page: int, item: int, left: int, beside: int = 0) -> bool:
        """Whether the pages from one on can hold what is left from a place on, and be filled by it.

        ``beside``: grid lines of pages that something else takes.
        """
        needed = self._from(item, left)
        if needed + beside > self._pages[page]:
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
        return reach + self._spare >= self._pages[page] - self._pages[its_page] - self._short * (its_page - page)

    def least_cut(self, page: int, item: int, left: int, taken: int) -> int:
        """The lines that must be cut from a place on at the least, where so much of its page is taken over its width.

        A band of columns begins there, or there is text in one column.
        """
        uncut = self._uncut
        if uncut is None or item == len(self.units):
            return 0
        return uncut.cut_for(self.units[item].columns, uncut.rest(item, left), item, self._pages[page] - taken)

    def least_cut_within(self, page: int, item: int, left: int, band: tuple[int, int, int]) -> int:
        """The lines that must be cut at the least from a place within a band of columns, closed or open.

        ``band``: the lines of its columns that are left on the page; the grid lines that are taken of the page where it
        ends, all of the page where it is open; whether that is so.
        """
        uncut = self._uncut
        if uncut is None:
            return 0
        here, taken, is_open = band
        columns, over = self.units[item].columns, uncut.rest(item, left) - here
        if is_open:
            return uncut.cut_for(columns, over, item, self._pages[page + 1])
        return uncut.share(over) + uncut.cut_for(columns, 0, item, self._pages[page] - taken)

    @property
    def may_be_cut(self) -> bool:
        """Whether any unit may lose lines."""
        return self._uncut is not None

    def _from(self, item: int, left: int) -> int:
        """What is left to set from a place on."""
        if not left:
            return self._left[item]
        unit, end = self.units[item], self._ends[item]
        height = min(unit.height(left, left), left * self._shallowest)
        lines = height + self._least[end] - self._least[item + 1]
        return self._left[end] - -lines // unit.columns


class Uncut:
    """What is left to set from each unit on if nothing is cut, and what cutting saves.

    ``sums`` are the lines before each unit; ``rows`` the grid lines of pages from each on; ``savings``, at the first
    unit of each band, those that can be saved cheaply from there on. ``deepest``: the grid lines of the deepest line
    that can go; ``dear`` is by how many lines less any grid line of a page can be saved.
    """

    __slots__ = ("dear", "deepest", "ends", "rows", "savings", "sums", "units")

    def __init__(self, units: Sequence[Unit], sums: Sequence[int], ends: Sequence[int]) -> None:
        self.units, self.sums, self.ends = units, sums, ends
        self.rows = _left(sums, units, ends)
        self.savings = _savings(units, sums, ends)
        self.deepest = max(unit.depth for unit in units if _most_cut(unit))
        self.dear = min((unit.columns for unit in units if unit.columns > 1), default=1)

    def rest(self, item: int, left: int) -> int:
        """The lines of a band from a place on."""
        after = self.sums[self.ends[item]]
        if not left:
            return after - self.sums[item]
        return self.units[item].height(left, left) + after - self.sums[item + 1]

    def cut_for(self, columns: int, lines: int, item: int, room: int) -> int:
        """The lines that must go where the rest of a unit's band, and all bands after it, are to have so much room."""
        end = self.ends[item]
        over = self.rows[end] - -max(lines, 0) // columns - room
        if over <= 0:
            return 0
        cheapest = (lines - 1) % columns + 1 if lines > 0 else 0
        cut = 0
        for cost, count in enumerate(self.savings[end][: self.dear - 1], 1):
            saved = min(count + (cheapest == cost) * (lines if columns == 1 else 1), over)
            cut, over = cut + saved * cost, over - saved
        return self.share(cut + over * self.dear)

    def share(self, depth: int) -> int:
        """The lines that must go for so many grid lines of a column."""
        return -(-max(depth, 0) // self.deepest)


def _left(sums: Sequence[int], units: Sequence[Unit], ends: Sequence[int]) -> list[int]:
    """The grid lines of pages from each unit on, by the lines before each."""
    rows = [0] * (len(units) + 1)
    for item in range(len(units) - 1, -1, -1):
        end = ends[item]
        rows[item] = rows[end] - (sums[item] - sums[end]) // units[item].columns
    return rows


def _most_cut(unit: Unit) -> int:
    """The most lines that a unit may lose."""
    return max(choice.cut for choice in unit.choices)


def _uncut(heights: Sequence[Sequence[int]], units: Sequence[Unit], ends: Sequence[int]) -> Uncut | None:
    """What is left if nothing is cut; ``None`` where nothing may be cut."""
    if not any(map(_most_cut, units)):
        return None
    least = (
        0 if unit.idle else min(height for height, choice in zip(each, unit.choices, strict=True) if not choice.cut)
        for unit, each in zip(units, heights, strict=True)
    )
    return Uncut(units, list(accumulate(least, initial=0)), ends)


def _savings(units: Sequence[Unit], sums: Sequence[int], ends: Sequence[int]) -> list[Savings]:
    """What can be saved cheaply from each band on: in columns by what its text takes of its last grid line.

    In one column every line less saves one.
    """
    found: list[Savings] = [(0,) * (MOST_COLUMNS - 1)] * (len(units) + 1)
    for first, end in reversed(list(_bands(ends))):
        columns, lines = units[first].columns, sums[end] - sums[first]
        cost = (lines - 1) % columns + 1
        count = 1 if columns > 1 else lines
        found[first] = tuple(known + (at == cost) * count for at, known in enumerate(found[end], 1))
    return found


def _bands(ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first unit of each band, and that after its last."""
    first = 0
    while first < len(ends):
        yield first, ends[first]
        first = ends[first]


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
