"""Pages by brute force: all that can be made of a few units, each priced by the definitions of its faults.

Nothing here is shared with the search but the units themselves and the names of the fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from huozi.makeup.units import Unit


class Asked(NamedTuple):
    """What is asked of the pages, as in the search: grid lines of a page, the first page's side, held pages."""

    depth: int
    right: bool
    held: dict[int, int]
    pages: int
    least: int = 2
    kept: dict[int, tuple[int, int]] = {}  # noqa: RUF012


class Row(NamedTuple):
    """A line or a piece, and how many lines of its unit are left with it."""

    unit: int
    left: int
    height: int


class Band(NamedTuple):
    """A band of a page: where it begins, its depth where it is closed, and its columns as ranges of rows."""

    top: int
    limit: int | None
    count: int
    columns: tuple[tuple[int, int], ...]


Page = tuple[Band, ...]
ORDER = (
    "deep", "heading", "lone_page", "lone_top", "single", "parted", "cut", "moved", "hole", "blank", "unequal", "short",
    "variants", "white", "unlike",
)  # fmt: skip


LAST: list = []


def best_cost(units: Sequence[Unit], asked: Asked) -> dict[str, int] | None:
    """The least cost of all pages that there are, by fields; ``None`` where there are none."""
    best: tuple[int, ...] | None = None
    for choices in product(*(unit.choices for unit in units)):
        rows = [
            Row(index, choice.lines - line, unit.height(1, choice.lines - line))
            for index, (unit, choice) in enumerate(zip(units, choices, strict=True))
            for line in range(choice.lines)
        ]
        extra = {"variants": sum(c.price for c in choices), "cut": sum(c.cut for c in choices)}
        for pages in _layouts(units, rows, 0, 0, asked):
            if len(pages) != asked.pages:
                continue
            cost = _cost(units, rows, pages, asked)
            if cost is None:
                continue
            vector = tuple(cost.get(name, 0) + extra.get(name, 0) for name in ORDER)
            if best is None or vector < best:
                best = vector
                LAST[:] = [pages, rows]
    return None if best is None else dict(zip(ORDER, best, strict=True))


def _layouts(
    units: Sequence[Unit], rows: Sequence[Row], at: int, page: int, asked: Asked
) -> Iterator[tuple[Page, ...]]:
    """All pages from a row on."""
    if at == len(rows):
        yield ()
        return
    if page == asked.pages:
        return
    at = _first_row(units, rows, at)
    for bands, after in _pages(units, rows, at, 0, asked):
        for rest in _layouts(units, rows, after, page + 1, asked):
            yield (bands, *rest)


def _pages(units: Sequence[Unit], rows: Sequence[Row], at: int, top: int, asked: Asked) -> Iterator[tuple[Page, int]]:
    """All ways to fill a page from a row and a grid line on."""
    if at == len(rows):
        yield (), at
        return
    if top:
        yield (), at
    count = units[rows[at].unit].columns
    band = units[rows[at].unit].band
    end = next((index for index in range(at, len(rows)) if units[rows[index].unit].band != band), len(rows))
    if count == 1:
        for after in range(at + 1, end + 1):
            used = _depth(units, rows, at, after, at_head=not top)
            if top + used > asked.depth:
                break
            if not top + used and after < len(rows):
                continue  # nothing but empty lines is no page
            here = Band(top, None, 1, ((at, after),))
            if after == end:
                for rest, then in _pages(units, rows, after, top + used, asked):
                    yield (here, *rest), then
            else:
                yield (here,), after
        return
    for columns in _columns(units, rows, at, end, count, asked.depth - top, empty=True):
        if columns[-1][1] != end:
            yield (Band(top, None, count, columns),), columns[-1][1]
    for limit in range(1, asked.depth - top + 1):
        for used in range(1, count + 1 if limit >= asked.least else 2):
            for columns in _columns(units, rows, at, end, used, limit, empty=False):
                if columns[-1][1] == end:
                    padded = columns + ((end, end),) * (count - used)
                    for rest, then in _pages(units, rows, end, top + limit, asked):
                        yield (Band(top, limit, count, padded), *rest), then


def _columns(
    units: Sequence[Unit],
    rows: Sequence[Row],
    at: int,
    end: int,
    count: int,
    cap: int,
    *,
    empty: bool,
    first: bool = True,
) -> Iterator[tuple[tuple[int, int], ...]]:
    """All ways to fill so many columns of a depth from a row on."""
    if not count:
        yield ()
        return
    for after in range(at, end + 1):
        depth = _depth(units, rows, at, after, at_head=True)
        if depth > cap:
            break
        if not depth and (not empty or first or (at < len(rows) and not _begins(rows, at))):
            continue  # none is left empty but above a unit that begins overleaf, or at the end of a closed band
        for rest in _columns(units, rows, after, end, count - 1, cap, empty=empty, first=False):
            yield ((at, after), *rest)


def _depth(units: Sequence[Unit], rows: Sequence[Row], at: int, after: int, *, at_head: bool) -> int:
    """How deep rows are, empty lines at a head left out."""
    used = 0
    for row in rows[at:after]:
        if units[row.unit].idle and at_head and not used:
            continue
        used += row.height
    return used


def _cost(units: Sequence[Unit], rows: Sequence[Row], pages: Sequence[Page], asked: Asked) -> dict[str, int] | None:
    """What pages cost by the definitions; ``None`` where they are not to be had at all."""
    cost = dict.fromkeys(ORDER, 0)
    before: int | None = None  # how short the last running column of the spread is
    for number, page in enumerate(pages):
        if ((number % 2 == 0) == asked.right) is False:
            before = None  # a left page begins a spread
        first = _first_row(units, rows, page[0].columns[0][0])
        if number and number in asked.kept and asked.kept[number] != _place(units, rows, first):
            cost["moved"] += 1
        keep = used = 0
        for index, band in enumerate(page):
            at_foot = index == len(page) - 1
            cap = band.limit if band.limit is not None else asked.depth - band.top
            for place, (start, end) in enumerate(band.columns):
                if place:
                    keep = 0
                depth = band.top if band.count == 1 else 0
                for at in range(start, end):
                    row = rows[at]
                    unit = units[row.unit]
                    begins = at == 0 or rows[at - 1].unit != row.unit
                    if begins and unit.article >= 0 and asked.held.get(row.unit, number) != number:
                        return None
                    level = depth if band.count == 1 or band.limit is not None else depth
                    if begins and unit.column and depth:
                        return None
                    room = cap - level if band.count > 1 else asked.depth - depth
                    if begins and depth and unit.room > room:
                        return None
                    if (
                        begins
                        and band.count > 1
                        and place == 0
                        and at == start
                        and band.top
                        and (unit.room > asked.depth - band.top)
                    ):
                        return None
                    if begins and unit.fresh:
                        keep = 0
                    if unit.idle:
                        depth += row.height if depth else 0
                        continue
                    depth += row.height
                    keep = max(keep - 1, 0)
                    if row.left == 1:
                        keep = max(keep, unit.keep)
                used = band.top + (band.limit or 0) if band.count > 1 else depth
                if end == len(rows) and (band.limit is not None or band.count == 1):
                    if band.count > 1:
                        cost["unequal"] += _level_cost(place, depth, cap, band.count, last=True)
                    break
                is_last = place == band.count - 1
                if band.count > 1 and band.limit is not None:
                    if start == end:
                        break
                    closes = end == band.columns[-1][1] and all(a == b for a, b in band.columns[place + 1 :])
                    if closes:
                        cost["unequal"] += _level_cost(place, depth, cap, band.count, last=True)
                        break
                elif band.count == 1 and not at_foot:
                    continue  # it goes on below, in another band
                # the column ends here and text goes on elsewhere
                follows = rows[end]
                begins = end == 0 or rows[end - 1].unit != follows.unit
                if (
                    begins
                    and end > start
                    and units[rows[end - 1].unit].idle
                    and depth > (band.top if band.count == 1 else 0)
                ):
                    return None
                unit = units[follows.unit]
                if keep and not (begins and unit.fresh):
                    cost["heading"] += 1
                if not begins:
                    total = sum(row.unit == follows.unit for row in rows)
                    if total - follows.left < 2:
                        cost["parted"] += 1
                    if follows.left < 2:
                        cost["lone_top" if unit.is_lone else "parted"] += 1
                room = cap - depth if band.count > 1 else asked.depth - depth
                meant = begins and (depth > 0) and (unit.column or unit.room > room)
                if band.limit is not None and band.count > 1:
                    if meant:
                        cost["white"] += cap - depth
                    else:
                        cost["unequal"] += cap - depth
                    continue
                short = (cap - depth) if band.count > 1 else asked.depth - depth
                if meant:
                    cost["white"] += short
                    before = None
                else:
                    cost["hole"] += max(short - 1, 0) ** 2
                    cost["short"] += short
                    if before is not None:
                        cost["unequal"] += abs(before - short)
                    before = short
                if is_last and band.count == 1 and depth == 1:
                    cost["lone_page" if units[rows[end - 1].unit].is_lone and begins else "single"] += 1
        last = page[-1]
        if last.count > 1 and last.limit is not None and last.columns[-1][1] != len(rows):
            # the page ends below a closed band
            end = last.columns[-1][1]
            unit = units[rows[end].unit]
            if units[rows[end - 1].unit].idle:
                return None
            if keep and not unit.fresh:
                cost["heading"] += 1
            short = asked.depth - used
            if unit.room > short:
                cost["white"] += short
                before = None
            else:
                cost["hole"] += max(short - 1, 0) ** 2
                cost["short"] += short
                if before is not None:
                    cost["unequal"] += abs(before - short)
                before = short
            if used == 1:
                cost["lone_page" if units[rows[end - 1].unit].is_lone else "single"] += 1
        if last.columns[-1][1] == len(rows) and number == len(pages) - 1:
            cost["white"] += asked.depth - used
            if used == 1:
                cost["lone_page" if units[-1].is_lone else "single"] += 1
    return cost


def _level_cost(place: int, depth: int, limit: int, count: int, *, last: bool) -> int:
    """By how much the columns of a closed band are unequal from the one on in which it ends."""
    del last
    free = count - 1
    if place == count - 1:
        return max(limit - depth - free, 0)
    return limit - depth + (count - 2 - place) * limit + max(limit - free, 0)


def _begins(rows: Sequence[Row], at: int) -> bool:
    return at == 0 or rows[at - 1].unit != rows[at].unit


def _first_row(units: Sequence[Unit], rows: Sequence[Row], at: int) -> int:
    while units[rows[at].unit].idle:
        at += 1
    return at


def _place(units: Sequence[Unit], rows: Sequence[Row], at: int) -> tuple[int, int]:
    """A row as unit and lines left (0: its unit begins here)."""
    row = rows[at]
    begins = at == 0 or rows[at - 1].unit != row.unit
    return row.unit, 0 if begins else row.left
