"""Pages by brute force: all that can be made of a few units, each priced by the definitions of its faults.

Nothing here is shared with the search but the units themselves. Rows are what is never broken. Every way to fill a page
is written out as columns and priced as it stands; the best pages are those of least cost among all sequences of such
pages. What is left after a page is remembered by its rows, for the same rest has the same best pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, reduce
from itertools import product
from operator import add
from typing import NamedTuple, TypeAlias

from huozi.makeup.units import Choice, Unit

FIELDS = (
    "deep", "adrift", "heading", "lone_page", "lone_top", "single", "parted", "cut", "moved", "stirred",
    "hole", "late", "carried", "blank", "unequal", "short", "far", "variants", "white", "taste", "unlike",
)  # fmt: skip

Cost: TypeAlias = tuple[int, ...]
"""Faults, worst first, in the order of ``FIELDS``."""
FREE: Cost = (0,) * len(FIELDS)


class Asked(NamedTuple):
    """What is asked of the pages, as in the search.

    ``depth``: grid lines of a page. ``right``: the first is a right-hand one. ``held``: pages of units that must begin
    on them. ``kept``: places that pages are to begin at. ``forbidden``: one that a page must not. ``least`` and
    ``balance`` are those of closed bands.
    """

    depth: int
    pages: int
    right: bool
    held: dict[int, int]
    kept: dict[int, tuple[int, int]]
    forbidden: tuple[int, int, int] | None = None
    least: int = 2
    balance: bool = True


class Row(NamedTuple):
    """A line or a piece: its unit, which line of how many it is (counted from 1), its height."""

    unit: int
    line: int
    of: int
    height: int

    @property
    def begins(self) -> bool:
        """Whether its unit begins with it."""
        return self.line == 1


Rows: TypeAlias = tuple[Row, ...]


class Column(NamedTuple):
    """A column, or the text in one column above, between or below bands of several.

    ``top`` is the grid line that it begins at, ``depth`` how many it may take, ``count`` how many columns its band has,
    ``place`` which of them it is. A closed band ends on its page.
    """

    rows: Rows
    top: int
    depth: int
    columns: int = 1
    place: int = 0
    closed: bool = False


class Page(NamedTuple):
    """A way to fill a page, and what is left for the next ones."""

    columns: tuple[Column, ...]
    rest: Rows


class Priced(NamedTuple):
    """A page's cost but for what depends on the pages beside it.

    ``ends``: by how many lines each column is short from which text runs on, ``None`` for one that ends early on
    purpose. ``articles`` begin on it.
    """

    cost: Cost
    ends: tuple[int | None, ...]
    articles: tuple[int, ...]
    rest: Rows


def best_cost(units: Sequence[Unit], asked: Asked) -> dict[str, int] | None:
    """The least cost of all pages that there are, its fields by name; ``None`` where there are none."""
    found = _Brute(units, asked)
    costs: list[Cost] = []
    for choices in product(*(unit.choices for unit in units)):
        rows = tuple(
            Row(item, line, choice.lines, unit.height(1, choice.lines - line + 1))
            for item, (unit, choice) in enumerate(zip(units, choices, strict=True))
            for line in range(1, choice.lines + 1)
        )
        best = found.least(rows, 0, None)
        if best is not None:
            costs.append(_sum(best, *(_priced(choice) for choice in choices)))
    return dict(zip(FIELDS, min(costs), strict=True)) if costs else None


def _cost(**faults: int) -> Cost:
    return tuple(faults.get(name, 0) for name in FIELDS)


def _priced(choice: Choice) -> Cost:
    return _cost(variants=choice.price, cut=choice.cut, unlike=choice.unlike, stirred=choice.stirs)


def _sum(*costs: Cost) -> Cost:
    return reduce(lambda one, other: tuple(map(add, one, other)), costs)


class _Brute:
    """All pages of some units."""

    def __init__(self, units: Sequence[Unit], asked: Asked) -> None:
        self.units, self.asked = units, asked
        self.least = cache(self._least)
        self.priced = cache(self._priced)

    def _least(self, rows: Rows, number: int, before: int | None) -> Cost | None:
        """The least cost of all pages of so many rows from a page on; ``None`` where there are none.

        ``before``: by how many lines the last column of the facing page is short.
        """
        asked = self.asked
        if not rows or number == asked.pages:
            return FREE if not rows and number == asked.pages else None
        rows = self._from_text(rows)
        if asked.forbidden == (number, *_place(rows[0])):
            return None
        moved = number in asked.kept and asked.kept[number] != _place(rows[0])
        costs: list[Cost] = []
        for page in self.priced(rows):
            if any(asked.held.get(article, number) != number for article in page.articles):
                continue
            unequal, short = _unequal(page.ends, before)
            is_right = (number % 2 == 0) == asked.right
            rest = self.least(page.rest, number + 1, None if is_right else short)
            if rest is not None:
                costs.append(_sum(page.cost, rest, _cost(moved=int(moved and number > 0), unequal=unequal)))
        return min(costs, default=None)

    def _from_text(self, rows: Rows) -> Rows:
        """Rows without the empty ones at their head."""
        return next(rows[at:] for at, row in enumerate(rows) if not self.units[row.unit].idle)

    def _priced(self, rows: Rows) -> tuple[Priced, ...]:
        """All ways to fill a page with the first of some rows, of those alike but for the cost the cheapest."""
        best: dict[tuple[object, ...], Cost] = {}
        for page in self._pages(rows, 0):
            cost, *others = _Pricing(self.units, page, self.asked).priced() or (None,)
            if cost is not None and (tuple(others) not in best or cost < best[tuple(others)]):
                best[tuple(others)] = cost
        return tuple(Priced(cost, *others) for others, cost in best.items())  # type: ignore[arg-type]

    # ------------------------------------------------------------ all ways to fill a page

    def _pages(self, rows: Rows, top: int) -> Iterator[Page]:
        """All ways to fill a page from a grid line on."""
        if top or not rows:
            yield Page((), rows)
        if not rows:
            return
        first = self.units[rows[0].unit]
        band = sum(self.units[row.unit].band == first.band for row in rows)
        yield from (self._in_columns if first.columns > 1 else self._in_one)(rows, band, top)

    def _in_one(self, rows: Rows, band: int, top: int) -> Iterator[Page]:
        """All ways to go on with a band of so many rows in one column."""
        for count in range(1, band + 1):
            here = Column(rows[:count], top, self.asked.depth - top)
            used = _used(self.units, here)
            if used > here.depth:
                return
            if count < band:
                yield Page((here,), rows[count:])
            else:
                yield from self._below((here,), rows[count:], top + used)

    def _in_columns(self, rows: Rows, band: int, top: int) -> Iterator[Page]:
        """All ways to go on with a band of so many rows in several columns: open, and closed at every depth."""
        cap, level = self.asked.depth - top, self.asked.balance
        empty = Column((), top, cap, self.units[rows[0].unit].columns)
        for columns in self._columns(rows[:band], empty):
            count = sum(len(column.rows) for column in columns)
            if len(columns) == empty.columns and count < band:
                yield Page(columns, rows[count:])
        for limit in range(1 if level else max(cap, 1), cap + 1):
            for columns in self._columns(rows[:band], empty._replace(depth=limit, closed=True)):
                deep_enough = len(columns) == 1 or limit >= self.asked.least
                if deep_enough and sum(len(column.rows) for column in columns) == band:
                    depth = limit if level or len(columns) > 1 else _used(self.units, columns[0])
                    yield from self._below(columns, rows[band:], top + depth)

    def _below(self, columns: tuple[Column, ...], rows: Rows, top: int) -> Iterator[Page]:
        """All ways to fill the rest of a page below a band."""
        for page in self._pages(rows, top):
            yield Page((*columns, *page.columns), page.rest)

    def _columns(self, rows: Rows, column: Column) -> Iterator[tuple[Column, ...]]:
        """All ways to fill one column after the other of a band, as many or as few as there are.

        In an open band one may stay empty, but the first, above a unit that begins overleaf.
        """
        for count in range(len(rows) + 1):
            filled = column._replace(rows=rows[:count])
            used = _used(self.units, filled)
            if used > column.depth:
                break
            may_be_empty = not column.closed and column.place and (not rows or rows[0].begins)
            if not used and not may_be_empty:
                continue
            yield (filled,)
            if column.place + 1 < column.columns:
                for others in self._columns(rows[count:], column._replace(place=column.place + 1)):
                    yield (filled, *others)


class _Pricing:
    """A page being priced by the definitions, column after column; ``None`` for one that there must not be."""

    def __init__(self, units: Sequence[Unit], page: Page, asked: Asked) -> None:
        self.units, self.page, self.depth, self.balance = units, page, asked.depth, asked.balance
        self.faults = dict.fromkeys(FIELDS, 0)
        self.ends: list[int | None] = []
        self.articles: list[int] = []
        self.keep = 0

    def priced(self) -> tuple[Cost, tuple[int | None, ...], tuple[int, ...], Rows] | None:
        """The page's own cost, the ends of its columns, the articles that begin on it, and what is left."""
        columns = self.page.columns
        for column, below in zip(columns, (*columns[1:], None), strict=True):
            self.keep = 0 if column.place else self.keep
            if not self._fill(column) or not self._end(column, below):
                return None
        return tuple(self.faults.values()), tuple(self.ends), tuple(self.articles), self.page.rest

    def _fill(self, column: Column) -> bool:
        """Set a column's rows; whether all may stand where they do."""
        fill = 0
        for row in column.rows:
            unit = self.units[row.unit]
            above = fill + column.top if column.columns == 1 or (not fill and not column.place) else fill
            room = column.depth - fill
            if column.columns > 1 and not fill and not column.place:
                room = self.depth - column.top  # a band begins where the page has room, however deep it is closed
            if row.begins:
                if (unit.column and fill) or (above and unit.room > room):
                    return False
                if unit.article >= 0:
                    self.articles.append(row.unit)
                self.keep = 0 if unit.fresh else self.keep
            if unit.idle and not (fill + column.top if column.columns == 1 else fill):
                continue
            fill += row.height
            if unit.is_text:
                self.keep = max(self.keep - 1, 0, unit.keep if row.line == row.of else 0)
        return True

    def _end(self, column: Column, below: Column | None) -> bool:
        """End a column; whether it may end there."""
        fill, rest = _used(self.units, column), self.page.rest
        if column.closed:
            if below is not None and below.place:
                return self._break(column, below.rows[0], fill, within=True)
            self.faults["unequal"] += 2 * _unlevel(column, fill) * self.balance
            fill = column.depth if self.balance or column.place else fill
        elif below is not None:
            following = next((one.rows[0] for one in self._after(column) if one.rows), rest[0] if rest else None)
            return column.columns == 1 or (following is not None and self._break(column, following, fill))
        if below is not None:
            return True
        used = column.top + fill
        if used == 1 and column.columns * (not column.closed) <= 1:
            lone = self.units[column.rows[-1].unit].is_lone and (not rest or rest[0].begins)
            self.faults["lone_page" if lone else "single"] += 1
        if not rest:
            self.faults["white"] += self.depth - used
            return True
        cap = self.depth - column.top if column.closed else column.depth
        return self._break(column._replace(depth=cap), rest[0], fill)

    def _after(self, column: Column) -> tuple[Column, ...]:
        return self.page.columns[self.page.columns.index(column) + 1 :]

    def _break(self, column: Column, following: Row, fill: int, *, within: bool = False) -> bool:
        """End a column from which text goes on elsewhere; ``within`` a closed band. Whether it may end there."""
        unit, begins = self.units[following.unit], following.begins
        last = self.units[column.rows[-1].unit] if column.rows else unit
        if begins and column.rows and last.idle and fill:
            return False  # it ends above the empty lines
        if self.keep and not (begins and unit.fresh):
            self.faults["heading"] += 1
        if not begins:
            self.faults["parted"] += following.line == 2
            self.faults["lone_top" if unit.is_lone else "parted"] += following.line == following.of
        short = column.depth - fill
        above = fill + column.top if column.columns == 1 else fill
        meant = begins and above > 0 and (unit.column or unit.room > short)
        if meant:
            self.faults["white"] += short
        elif within and self.balance:
            self.faults["unequal"] += 2 * short
        else:
            self.faults["hole"] += max(short - 1, 0) ** 2
            self.faults["short"] += short
        if not within:
            self.ends.append(None if meant else short)
        return True


def _used(units: Sequence[Unit], column: Column) -> int:
    """The grid lines that a column's rows take, empty ones at its head left out."""
    used = 0
    for row in column.rows:
        at_head = not used and (column.columns > 1 or not column.top)
        used += 0 if units[row.unit].idle and at_head else row.height
    return used


def _unlevel(column: Column, fill: int) -> int:
    """By how many lines the columns of a closed band are unequal that ends in one of them.

    Its last column may be short by one line less than there are columns.
    """
    short = [0] * column.place + [column.depth - fill] + [column.depth] * (column.columns - column.place - 1)
    return sum(short[:-1]) + max(short[-1] - (column.columns - 1), 0)


def _unequal(ends: Sequence[int | None], before: int | None) -> tuple[int, int | None]:
    """By how many lines columns differ from those before them, and how short the last of them is."""
    unequal = 0
    for short in ends:
        if short is not None and before is not None:
            unequal += abs(short - before)
        before = short
    return unequal, before


def _place(row: Row) -> tuple[int, int]:
    """A row as its unit and the lines left of that; 0 where it begins there."""
    return row.unit, 0 if row.begins else row.of - row.line + 1
