"""Steps of pagination: from a place in the work to those that one step leads to, and what each costs.

A place is where the work stands on a page; the same place means the same work left. A page is a stack of bands: text
in one column flows from the page's head; text in several columns stands in a band of its own, which is *closed* (its
columns end level in a depth chosen when it begins, and something follows below) or *open* (it runs to the page's foot
and goes on overleaf). What spans the columns is text in one column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from huozi.galley import Where
from huozi.makeup.costs import (
    CUT,
    DEEP,
    HEADING,
    LONE_PAGE,
    LONE_TOP,
    MOVED,
    PARTED,
    SIDE_BY_SIDE,
    SINGLE,
    STIRRED,
    UNEQUAL,
    UNLIKE,
    VARIANTS,
    WHITE,
    running,
)
from huozi.makeup.part_matter import PartFloat, PartNote
from huozi.makeup.room import Room
from huozi.makeup.units import ORPHANS, WIDOWS, Choice, Unit
from huozi.records import NamedTuple

Place: TypeAlias = tuple[int, ...]
"""``(page, item, left, keep, fill, column, top, limit, before)``: pages and units from 0; the lines of the unit still
to set where it was begun in a column before, else 0; the lines that must still follow in the column; grid lines taken
in the column; the column of the band; the grid line that the band begins at; its depth where it is closed, ``OPEN``, or
``FLOW`` for text in one column (counted from the page's head) and between two bands; by how many lines the last
running column of this spread is short, ``NONE`` where there is none. Where floats or notes stand beside text, what is
known of them follows (``matter_steps.Beside``)."""

START: Final[Place] = (0, 0, 0, 0, 0, 0, 0, 0, -1)
FLOW, OPEN, NONE = 0, -1, -1


class Step(NamedTuple):
    """A step: what it costs, the place it leads to, the lines set of the unit at hand, of so many that it has.

    ``floats`` are placed by it: those at heads and feet on the page (in the column) that it leads to, those in the
    text and on a page of their own where it starts from. ``feet``: the note lines at the foot of the page, and of the
    column, that end by it.
    """

    cost: int
    place: Place
    lines: int = 0
    of: int = 0
    floats: tuple[tuple[int, Where], ...] = ()
    feet: tuple[tuple[str, int], ...] = ()


class Rules(NamedTuple):
    """What is asked of the pages of a part.

    ``depths``: grid lines of each page, as many as there may be pages. ``right``: the first is a right-hand page.
    ``held``: pages (from 0) by the units that must begin on them. ``kept``: by the pages that are to begin as in a
    plan, the places ``(unit, lines left)`` where they do. ``forbidden``: a page and such a place that it must not begin
    at. ``least``: a closed band that is less deep has text in one column alone; ``balance``: its columns end level.
    ``short``: no end is looked at that leaves more lines empty. ``breaks``: rules may be broken; ``anyhow``: those too
    that pages otherwise never break, so that all is set. ``exactly``: all of the pages must be used. ``floats`` and
    ``notes`` are those of the part, ``note_depths`` the grid lines that notes take by how many lines they have.
    ``guide``: places on a way through the part that is known, so that there is one however few are looked at.
    """

    depths: tuple[int, ...]
    right: bool = False
    held: dict[int, int] = {}  # noqa: RUF012  # never changed
    kept: dict[int, tuple[tuple[int, int], ...]] = {}  # noqa: RUF012
    forbidden: tuple[int, int, int] | None = None
    least: int = 2
    balance: bool = True
    short: int = 2
    breaks: bool = False
    anyhow: bool = False
    exactly: bool = True
    floats: tuple[PartFloat, ...] = ()
    notes: tuple[PartNote, ...] = ()
    note_depths: tuple[int, ...] = (0,)
    guide: frozenset[Place] = frozenset()


class Stepper:
    """Gives the steps from places of a part under its rules."""

    __slots__ = ("pages", "room", "rules", "units")

    def __init__(self, units: Sequence[Unit], rules: Rules) -> None:
        self.units, self.rules, self.pages = tuple(units), rules, len(rules.depths)
        self.room = Room(self.units, rules.depths, rules.held, rules.short, all_used=rules.exactly)

    @property
    def start(self) -> Place:
        """The place that the part begins at."""
        return START

    def is_end(self, place: Place) -> bool:
        """Whether everything is set."""
        return place[1] == len(self.units)

    def begins_page(self, place: Place) -> bool:
        """Whether a place is where a page begins."""
        return not (place[4] or place[5] or place[6]) and place[7] <= 0

    def waiting(self, place: Place) -> tuple[int, int]:  # noqa: ARG002  # as where there are floats
        """How many floats are mentioned before a place and not placed yet, and how many placed and not mentioned."""
        return (0, 0)

    def least_cut(self, place: Place) -> int:
        """What must be cut from a place on at the least, as a cost: the lines left, less the room that is left."""
        page, item, left, _, fill, column, top, limit, _ = place
        if not self.room.may_be_cut or item == len(self.units):
            return 0
        room, depth = self.room, self.rules.depths[page]
        if limit == FLOW:
            return room.least_cut(page, item, left, fill) << CUT
        columns, cap = self.units[item].columns, limit if limit > 0 else depth - top
        if limit > 0 and not column and not self.rules.balance:
            return room.least_cut(page, item, left, top) << CUT  # what follows may stand below its first column
        band = ((columns - column) * cap - fill, top + cap, limit == OPEN)
        return room.least_cut_within(page, item, left, band) << CUT

    def steps(self, place: Place) -> list[Step]:
        """The steps from a place."""
        page, item, left, keep, fill, column, top, limit, _ = place
        unit = self.units[item]
        depth = self.rules.depths[page]
        if limit == FLOW and unit.columns > 1:
            return self._bands(place, unit)
        cap = limit if limit > 0 else depth - top
        if unit.idle and not fill:
            return self._after(place, 0, 0, keep, 0)
        found: list[Step] = []
        if not left:
            meant = fill > 0 and (unit.column or unit.room > cap - fill)
            if fill or (limit == OPEN and column):
                found = self._end_before(place, fill, meant=meant)
            if meant or self.rules.held.get(item, page) != page:
                return found
        if unit.depth > depth:
            return found + self._deep(place, unit)
        for choice in unit.choices if not left else (Choice(left),):
            lines = choice.lines
            price = (choice.price << VARIANTS) + (choice.cut << CUT) + (choice.unlike << UNLIKE)
            price += choice.stirs << STIRRED
            height = unit.depth * lines if not unit.tail else unit.height(lines, lines)
            if fill + height <= cap:
                kept = max(unit.keep, keep - lines, 0) if unit.is_text else keep
                found += self._after(place, price, fill + height, kept, lines)
            if lines > 1:
                found += self._within(place, cap, lines, price)
        return found

    # ------------------------------------------------------------ ends of columns

    def _within(self, place: Place, cap: int, lines: int, price: int) -> list[Step]:
        """The ends of the column within a unit that is to have so many lines from here on."""
        _, item, left, keep, fill, _, _, _, _ = place
        unit, rules = self.units[item], self.rules
        orphans = 1 if left else ORPHANS
        first = 1 if rules.breaks else max(keep, orphans)
        last = lines - 1 if rules.breaks else lines - WIDOWS
        shallowest = min(unit.depth, *unit.tail) if unit.tail else unit.depth
        found: list[Step] = []
        for count in range(min(last, (cap - fill) // shallowest), first - 1, -1):
            used = fill + unit.height(count, lines)
            if used > cap:
                continue
            if cap - used > rules.short:
                break
            cost = price
            if rules.breaks:
                cost += ((keep > count) << HEADING) + ((count < orphans) << PARTED)
                if lines - count < WIDOWS:
                    cost += 1 << (LONE_TOP if unit.is_lone else PARTED)
            found += [
                Step(step.cost + cost, step.place, count, lines)
                for step in self._ended(place, (item, lines - count), used, meant=False)
            ]
        return found

    def _end_before(self, place: Place, used: int, *, meant: bool) -> list[Step]:
        """The column ended before the unit at hand; above empty lines, never below them."""
        _, item, left, keep, _, _, _, _, _ = place
        if used and self.units[item - 1].idle:
            return []
        if not keep:
            return self._ended(place, (item, left), used, meant=meant)
        if not self.rules.breaks:
            return []
        ended = self._ended(place, (item, left), used, meant=meant)
        return [Step(step.cost + (1 << HEADING), step.place) for step in ended]

    def _ended(self, place: Place, following: tuple[int, int], used: int, *, meant: bool) -> list[Step]:
        """The column ended before ``(unit, lines left)``, so many lines of it used."""
        page, item, _, _, _, column, top, limit, before = place
        rules = self.rules
        short = (limit if limit > 0 else rules.depths[page] - top) - used
        if short > rules.short and not meant:
            return []
        is_last = limit == FLOW or column + 1 == self.units[item].columns
        if limit > 0:
            if is_last or limit < rules.least:
                return []
            cost = short * SIDE_BY_SIDE << UNEQUAL if rules.balance else running(short, NONE)
            return [Step(short << WHITE if meant else cost, (page, *following, 0, 0, column + 1, top, limit, before))]
        cost, after = (short << WHITE, NONE) if meant else (running(short, before), short)
        if not is_last:
            return [Step(cost, (page, *following, 0, 0, column + 1, top, limit, after))]
        if used == 1 and not column:
            cost += self._single(following)
        return self._turned(page + 1, following, cost, after)

    def _single(self, following: tuple[int, int]) -> int:
        """What a page of one line costs that ends before ``(unit, lines left)``."""
        item, left = following
        return 1 << (LONE_PAGE if not left and self.units[item - 1].is_lone else SINGLE)

    def _turned(self, page: int, following: tuple[int, int], cost: int, short: int) -> list[Step]:
        """The next page begun with ``(unit, lines left)``."""
        rules = self.rules
        item, left = following
        while self.units[item].idle:
            item += 1
        if page == self.pages or rules.forbidden == (page, item, left) or not self.room.holds(page, item, left):
            return []
        if page in rules.kept and (item, left) not in rules.kept[page]:
            cost += 1 << MOVED
        is_right = (page % 2 == 0) == rules.right
        return [Step(cost, (page, item, left, 0, 0, 0, 0, FLOW, short if is_right else NONE))]

    def _deep(self, place: Place, unit: Unit) -> list[Step]:
        """A unit whose lines are deeper than the page, line by line on pages of their own; nothing can stand below."""
        page, item, left, _, fill, column, top, limit, _ = place
        if fill or top or limit > 0 or (column and limit == FLOW):
            return []
        lines, depth = left or unit.lines, self.rules.depths[page]
        if lines == 1:
            closes = limit == OPEN and self.room.band_end(item) == item + 1  # nothing can stand below in its band
            steps = self._after((*place[:7], depth, place[8]) if closes else place, 0, depth, 0, 1)
        else:
            steps = self._ended(place, (item, lines - 1), depth, meant=False)
        return [Step(step.cost + (1 << DEEP), step.place, 1, lines) for step in steps]

    # ------------------------------------------------------------ units set whole, and bands

    def _after(self, place: Place, price: int, fill: int, keep: int, lines: int) -> list[Step]:
        """A unit set to its end: what follows stands in the same band, in the next, or there is nothing more."""
        page, item, _, _, _, column, top, limit, before = place
        after = item + 1
        if after < len(self.units) and self.units[after].fresh:
            keep = 0
        if after < len(self.units) and self.room.band_end(item) != after:
            return [Step(price, (page, after, 0, keep, fill, column, top, limit, before), lines, lines)]
        if limit == OPEN:
            return []
        down = fill
        if limit > 0:
            down = top + limit if self.rules.balance or column else top + fill
            price += self._unlevel(self.units[item].columns, column, limit, fill) * SIDE_BY_SIDE << UNEQUAL
        if after < len(self.units):
            return [Step(price, (page, after, 0, keep, down, 0, 0, FLOW, before), lines, lines)]
        if self.rules.exactly and page + 1 != self.pages:
            return []
        price += max(self.rules.depths[page] - down, 0) << WHITE
        if down == 1:
            price += self._single((after, 0))
        return [Step(price, (page, after, 0, 0, 0, 0, 0, FLOW, NONE), lines, lines)]

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
        cap = self.rules.depths[page] - fill
        meant = fill > 0 and unit.room > cap
        found = self._end_before(place, fill, meant=meant) if fill else []
        held = page if left else self.rules.held.get(item, page)
        if meant or held != page or cap <= 0:
            return found
        found.append(Step(0, (page, item, left, keep, 0, 0, fill, OPEN, before)))
        for limit in self._limits(item, left, cap):
            found.append(Step(0, (page, item, left, keep, 0, 0, fill, limit, before)))
        return found

    def _limits(self, item: int, left: int, cap: int) -> Iterable[int]:
        """The depths that a band of several columns may be closed at."""
        columns = self.units[item].columns
        least, most = self.room.depth_of_band(item, left)
        if least > columns * cap:
            return ()
        if not self.rules.balance:
            return (cap,)
        tries_all = self.rules.breaks or self.rules.short > MORE_DEPTHS
        highest = cap if tries_all else min(-(-most // columns) + MORE_DEPTHS, cap)
        return range(max(-(-least // columns), 1), highest + 1)


MORE_DEPTHS: Final = 3
"""Lines by which a closed band may be deeper than its text needs, for the rules of parting it, before all are tried."""
