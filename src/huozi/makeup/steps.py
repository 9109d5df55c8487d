"""Steps of pagination: from a place in the work to those that one step leads to, and what each costs.

A place is where the work stands on a page; the same place means the same work left. A page is a stack of bands: text
in one column flows from the page's head; text in several columns stands in a band of its own, which is *closed* (its
columns end level in a depth chosen when it begins, and something follows below) or *open* (it runs to the page's foot
and goes on overleaf). What spans the columns is text in one column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import add
from typing import Final, TypeAlias

from huozi.makeup.costs import (
    CUT,
    DEEP,
    HEADING,
    LONE_PAGE,
    LONE_TOP,
    MOVED,
    PARTED,
    SINGLE,
    UNEQUAL,
    UNLIKE,
    VARIANTS,
    WHITE,
)
from huozi.makeup.costs import running as running_cost
from huozi.makeup.units import ORPHANS, WIDOWS, Choice, Unit
from huozi.records import NamedTuple

Place: TypeAlias = tuple[int, int, int, int, int, int, int, int, int]
"""``(page, item, left, keep, fill, column, top, limit, before)``: pages and units from 0; the lines of the unit still to
set where it was begun in a column before, else 0; the lines that must still follow in the column; grid lines taken in
the column; the column of the band; the grid line that the band begins at; its depth where it is closed, ``OPEN``, or
``FLOW`` for text in one column (counted from the page's head) and between two bands; by how many lines the last
running column of this spread is short, ``NONE`` where there is none."""

START: Final[Place] = (0, 0, 0, 0, 0, 0, 0, 0, -1)
FLOW, OPEN, NONE = 0, -1, -1
SHARES: Final = 12
"""Lines are counted in twelfths of a page's width, so that lines of one to four columns add up."""


class Step(NamedTuple):
    """A step: what it costs, the place it leads to, the lines set of the unit at hand, of so many that it was to have."""

    cost: int
    place: Place
    lines: int = 0
    of: int = 0


class Rules(NamedTuple):
    """What is asked of the pages of a part.

    ``depths``: grid lines of each page, as many as there may be pages. ``right``: the first is a right-hand page.
    ``held``: pages (from 0) by the units that must begin on them. ``kept``: the places ``(unit, lines left)`` by the
    pages that are to begin there. ``forbidden``: such a place that the page after a page must not begin at. ``least``:
    a closed band that is less deep has text in one column alone; ``balance``: its columns end level. ``short``: no end is looked at
    that leaves more lines empty. ``breaks``: rules may be broken. ``exactly``: all of the pages must be used.
    """

    depths: tuple[int, ...]
    right: bool = False
    held: dict[int, int] = {}  # noqa: RUF012  # never changed
    kept: dict[int, tuple[int, int]] = {}  # noqa: RUF012
    forbidden: tuple[int, int, int] | None = None
    least: int = 2
    balance: bool = True
    short: int = 2
    breaks: bool = False
    exactly: bool = True


class Stepper:
    """Gives the steps from places of a part under its rules."""

    __slots__ = (
        "_ends",
        "_heights",
        "_is_plain",
        "_left_shares",
        "_most",
        "_next_held",
        "_reach",
        "_room",
        "_uncut_shares",
        "pages",
        "rules",
        "units",
    )

    def __init__(self, units: Sequence[Unit], rules: Rules) -> None:
        self.units, self.rules, self.pages = tuple(units), rules, len(rules.depths)
        self._room = list(accumulate((SHARES * depth for depth in reversed(rules.depths)), initial=0))[::-1]
        heights = [[unit.height(choice.lines, choice.lines) for choice in unit.choices] for unit in units]
        least = [0 if unit.idle else min(each) for unit, each in zip(units, heights, strict=True)]
        self._heights = list(accumulate(least, initial=0))
        self._most = list(accumulate(map(max, heights), initial=0))
        shares = [height * SHARES // unit.columns for height, unit in zip(least, units, strict=True)]
        self._left_shares = list(accumulate(reversed(shares), initial=0))[::-1]
        self._uncut_shares = _uncut_shares(self.units)
        self._ends = _band_ends(self.units)
        self._next_held = _next_held(self.units, rules)
        self._is_plain = all(unit.columns == 1 for unit in units)
        spare = (max(unit.room - 1, 0) for unit in units)
        self._reach = list(map(add, self._most, accumulate(spare, initial=0)))

    def is_hopeless(self) -> bool:
        """Whether the pages cannot hold the text however it is set."""
        return self._left_shares[0] > self._room[0]

    def least_cut(self, place: Place) -> int:
        """What must be cut from a place on at the least, as a cost: the lines left, less the room that is left."""
        if self._uncut_shares is None or place[1] == len(self.units):
            return 0
        page, item, left, _, fill, column, top, limit, _ = place
        depths, unit = self.rules.depths, self.units[item]
        taken = (top + fill) * SHARES
        if limit != FLOW:
            cap = limit if limit > 0 else depths[page] - top
            taken = top * SHARES + (column * cap + fill) * SHARES // unit.columns
        room = self._room[page] - taken
        needed = self._uncut_shares[item]
        if left:
            needed = self._uncut_shares[item + 1] + unit.height(left, left) * SHARES // unit.columns
        return max(-((room - needed) // SHARES), 0) << CUT

    def steps(self, place: Place) -> list[Step]:
        """The steps from a place."""
        page, item, left, keep, fill, column, top, limit, _ = place
        unit = self.units[item]
        depth = self.rules.depths[page]
        if limit == FLOW and unit.columns > 1:
            return self._bands(place, unit)
        cap = limit if limit > 0 else depth - top
        if unit.idle and not fill:
            return self._after(place, 0, 0, keep, (0, 0))
        found: list[Step] = []
        if not left:
            meant = fill > 0 and (unit.column or unit.room > cap - fill)
            if fill or (limit == OPEN and column):
                found = self._end(place, (item, 0), fill, 0, meant=meant)
            held = self.rules.held.get(item, page) if unit.article >= 0 else page
            if meant or held != page:
                return found
        if unit.depth > depth and not unit.idle:
            return found + self._deep(place, unit)
        for choice in unit.choices if not left else (Choice(left),):
            lines = choice.lines
            price = (choice.price << VARIANTS) + (choice.cut << CUT) + (choice.unlike << UNLIKE)
            height = unit.depth * lines if not unit.tail else unit.height(lines, lines)
            if fill + height <= cap:
                kept = max(unit.keep, keep - lines, 0) if unit.is_text else keep
                found += self._after(place, price, fill + height, kept, (lines, lines))
            if lines > 1:
                found += self._within(place, lines, price)
        return found

    # ------------------------------------------------------------ ends of columns

    def _within(self, place: Place, lines: int, price: int) -> list[Step]:
        """The ends of the column within a unit that is to have so many lines from here on."""
        _, item, left, keep, fill, _, _, _, _ = place
        unit, rules = self.units[item], self.rules
        cap = self._cap(place)
        orphans = 1 if left else ORPHANS
        first = 1 if rules.breaks else max(keep, orphans)
        last = lines - 1 if rules.breaks else lines - WIDOWS
        found: list[Step] = []
        for count in range(min(last, (cap - fill) // min(unit.depth, *unit.tail, unit.depth)), first - 1, -1):
            used = fill + unit.height(count, lines)
            if used > cap:
                continue
            if cap - used > rules.short:
                break
            cost = price
            if rules.breaks:
                cost += (keep > count) << HEADING
                cost += (count < orphans) << PARTED
                if lines - count < WIDOWS:
                    cost += 1 << (LONE_TOP if unit.is_lone else PARTED)
            found += [
                step._replace(cost=step.cost + cost, lines=count, of=lines)
                for step in self._end(place, (item, lines - count), used, count, meant=False)
            ]
        return found

    def _cap(self, place: Place) -> int:
        """The grid lines of the column."""
        return place[7] if place[7] > 0 else self.rules.depths[place[0]] - place[6]

    def _end(self, place: Place, following: tuple[int, int], used: int, set_here: int, *, meant: bool) -> list[Step]:
        """The column ended before ``(unit, lines left)``, so many lines of it used."""
        page, item, _, keep, _, column, top, limit, before = place
        cap = limit if limit > 0 else self.rules.depths[page] - top
        short = cap - used
        cost = 0
        if not set_here and not following[1] and used and self.units[following[0] - 1].idle:
            return []  # it ends above the empty lines
        if keep > set_here and not set_here:
            if not self.rules.breaks:
                return []
            cost = 1 << HEADING
        if meant:
            cost += short << WHITE
        elif short > self.rules.short:
            return []
        is_last = limit == FLOW or column + 1 == self.units[item].columns
        if limit > 0:
            if is_last or limit < self.rules.least:
                return []
            if not meant:
                cost += short << UNEQUAL if self.rules.balance else running_cost(short, NONE)
            return [Step(cost, (page, *following, 0, 0, column + 1, top, limit, before))]
        if not meant:
            cost += running_cost(short, before)
        after = NONE if meant else short
        if not is_last:
            return [Step(cost, (page, *following, 0, 0, column + 1, top, limit, after))]
        if used == 1 and not top and not column:
            ended = self.units[item if set_here else item - 1]
            cost += 1 << (LONE_PAGE if ended.is_lone and following[1] == 0 else SINGLE)
        return self._turned(page, following, cost, after)

    def _turned(self, page: int, following: tuple[int, int], cost: int, short: int) -> list[Step]:
        """The next page begun with ``(unit, lines left)``."""
        rules, page = self.rules, page + 1
        item, left = following
        while self.units[item].idle:
            item += 1
        if page == self.pages or rules.forbidden == (page, item, left):
            return []
        if self._least_from(item, left) > self._room[page]:
            return []
        held = self._next_held[item + 1 if left else item]
        if held is not None:
            unit, its_page = held
            if its_page < page:
                return []
            needed = self._least_from(item, left) - self._left_shares[unit]
            if needed > self._room[page] - self._room[its_page + 1]:
                return []
        if self._is_plain and not self._fills(page, item, left, held):
            return []
        if rules.kept.get(page, (item, left)) != (item, left):
            cost += 1 << MOVED
        is_right = (page % 2 == 0) == rules.right
        return [Step(cost, (page, item, left, 0, 0, 0, 0, FLOW, short if is_right else NONE))]

    def _fills(self, page: int, item: int, left: int, held: tuple[int, int] | None) -> bool:
        """Whether text in one column can fill the pages up to where it is held, no column shorter than may be.

        A page may end short of that where an article finds too little room.
        """
        end, its_page = held or (len(self.units) - 1, self.pages - 1 if self.rules.exactly else page)
        reach = self._reach[end + 1] - self._reach[item]
        if left:
            reach = self._reach[end + 1] - self._reach[item + 1] + self.units[item].height(left, left)
        needed = (self._room[page] - self._room[its_page]) // SHARES - self.rules.short * (its_page - page)
        return reach >= needed

    def _least_from(self, item: int, left: int) -> int:
        """What is left to set from a place on at the least, in shares of lines."""
        if not left:
            return self._left_shares[item]
        unit = self.units[item]
        return self._left_shares[item + 1] + unit.height(left, left) * SHARES // unit.columns

    def _deep(self, place: Place, unit: Unit) -> list[Step]:
        """A unit whose lines are deeper than the page, line by line on pages of their own."""
        page, item, left, _, fill, column, top, limit, _ = place
        if fill or top or limit > 0 or (column and limit == FLOW):
            return []
        lines = left or unit.lines
        cost = 1 << DEEP
        depth = self.rules.depths[page]
        if lines == 1:
            return [step._replace(cost=step.cost + cost) for step in self._after(place, 0, depth, unit.keep, (1, 1))]
        return [
            step._replace(cost=step.cost + cost, lines=1, of=lines)
            for step in self._end(place, (item, lines - 1), depth, 1, meant=False)
        ]

    # ------------------------------------------------------------ units set whole, and bands

    def _after(self, place: Place, price: int, fill: int, keep: int, lines: tuple[int, int]) -> list[Step]:
        """A unit set to its end: what follows stands in the same band, in the next, or there is nothing more."""
        page, item, _, _, _, column, top, limit, before = place
        after = item + 1
        if after < len(self.units) and not self._ends_band(item):
            keep = 0 if self.units[after].fresh else keep
            return [Step(price, (page, after, 0, keep, fill, column, top, limit, before), *lines)]
        if limit == OPEN:
            return []
        down = fill
        if limit > 0:
            down = top + limit if self.rules.balance or column else top + fill
            price += self._unlevel(self.units[item].columns, column, limit, fill) << UNEQUAL
        if after < len(self.units):
            keep = 0 if self.units[after].fresh else keep
            return [Step(price, (page, after, 0, keep, down, 0, 0, FLOW, before), *lines)]
        if self.rules.exactly and page + 1 != self.pages:
            return []
        price += max(self.rules.depths[page] - down, 0) << WHITE
        if down == 1:
            price += 1 << (LONE_PAGE if self.units[item].is_lone else SINGLE)
        return [Step(price, (page, after, 0, 0, 0, 0, 0, FLOW, NONE), *lines)]

    def _ends_band(self, item: int) -> bool:
        """Whether a unit is the last of its band."""
        return self._ends[item] == item + 1

    def _unlevel(self, columns: int, column: int, limit: int, fill: int) -> int:
        """By how many lines the columns of a closed band are unequal that ends in one of them.

        The last may be short by one line less than there are columns.
        """
        if not self.rules.balance:
            return 0
        if column + 1 == columns:
            return max(limit - fill - (columns - 1), 0)
        return limit - fill + (columns - 2 - column) * limit + max(limit - (columns - 1), 0)

    def _bands(self, place: Place, unit: Unit) -> list[Step]:
        """The bands that may begin here, in several columns: closed at a depth, or open; or the page ends."""
        page, item, left, keep, fill, _, _, _, before = place
        depth, columns = self.rules.depths[page], unit.columns
        meant = not left and fill > 0 and unit.room > depth - fill
        found = self._end(place, (item, left), fill, 0, meant=meant) if fill else []
        held = self.rules.held.get(item, page) if unit.article >= 0 and not left else page
        if meant or held != page or fill >= depth:
            return found
        cap, end = depth - fill, self._ends[item]
        mine = (unit.height(left, left),) * 2 if left else None
        after = item + 1 if left else item
        least, most = (bounds[end] - bounds[after] for bounds in (self._heights, self._most))
        if mine:
            least, most = least + mine[0], most + mine[1]
        found.append(Step(0, (page, item, left, keep, 0, 0, fill, OPEN, before)))
        if least > columns * cap:
            return found
        if not self.rules.balance:
            return [*found, Step(0, (page, item, left, keep, 0, 0, fill, cap, before))]
        lowest = max(-(-least // columns), 1)
        highest = cap if self.rules.breaks or self.rules.short > MORE_DEPTHS else -(-most // columns) + MORE_DEPTHS
        return found + [
            Step(0, (page, item, left, keep, 0, 0, fill, limit, before))
            for limit in range(lowest, min(highest, cap) + 1)
        ]


MORE_DEPTHS: Final = 3
"""Lines by which a closed band may be deeper than its text needs, for the rules of parting it, before all are tried."""


def _band_ends(units: Sequence[Unit]) -> list[int]:
    """For each unit the first one after it that stands in another band."""
    ends = [0] * len(units)
    end = len(units)
    for item in range(len(units) - 1, -1, -1):
        if item + 1 < len(units) and units[item + 1].band != units[item].band:
            end = item + 1
        ends[item] = end
    return ends


def _uncut_shares(units: Sequence[Unit]) -> list[int] | None:
    """What is left from each unit on at the least if nothing is cut, in shares; ``None`` where nothing may be cut."""
    if not any(choice.cut for unit in units for choice in unit.choices):
        return None
    shares = [
        min(0 if unit.idle else unit.height(choice.lines, choice.lines) for choice in unit.choices if not choice.cut)
        * SHARES
        // unit.columns
        for unit in units
    ]
    return list(accumulate(reversed(shares), initial=0))[::-1]


def _next_held(units: Sequence[Unit], rules: Rules) -> list[tuple[int, int] | None]:
    """For each unit the first from it on that is held on a page, with that page."""
    following: tuple[int, int] | None = None
    found: list[tuple[int, int] | None] = [None] * (len(units) + 1)
    for item in range(len(units) - 1, -1, -1):
        if units[item].article >= 0 and item in rules.held:
            following = (item, rules.held[item])
        found[item] = following
    return found
