"""Pages with floats and notes by brute force: all that can be made of a few units, each priced by the definitions.

Nothing here is shared with the search but the units, floats and notes. Every way to fill a page is written out: which
floats stand at its head and foot, at those of its columns, in its text, or on it alone; which rows stand in each of its
columns. Each is priced as it stands; the best pages are those of least cost among all sequences of such pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, reduce
from itertools import product
from operator import add

from huozi.makeup.units import Choice, Unit
from paging.brute import Asked
from paging.layouts import Layouts
from paging.prices import FIELDS, Cost, Priced, Pricing
from paging.sheets import Matters, Stand, Work

FREE: Cost = (0,) * len(FIELDS)
SPARED = (FIELDS.index("cut"), FIELDS.index("heading"), 0)
"""How many of the worst faults no page is to have: pages without them, where there are any, are the better ones."""


def best_cost(units: Sequence[Unit], matters: Matters, asked: Asked) -> dict[str, int] | None:
    """The least cost of all pages that there are, its fields by name; ``None`` where there are none."""
    brutes = [
        (_Brute(Work(units, choices, matters, asked)), _sum(FREE, *(_priced(choice) for choice in choices)))
        for choices in product(*(unit.choices for unit in units))
    ]
    for spared in SPARED:
        costs: list[Cost] = []
        for brute, price in brutes:
            best = brute.least(Stand(), 0, None, spared)
            if best is not None:
                costs.append(_sum(best, price))
        if costs:
            return dict(zip(FIELDS, min(costs), strict=True))
    return None


def _cost(**faults: int) -> Cost:
    return tuple(faults.get(name, 0) for name in FIELDS)


def _priced(choice: Choice) -> Cost:
    return _cost(variants=choice.price, cut=choice.cut, unlike=choice.unlike, stirred=choice.stirs)


def _sum(*costs: Cost) -> Cost:
    return reduce(lambda one, other: tuple(map(add, one, other)), costs)


class _Brute:
    """All pages of a part in chosen numbers of lines."""

    def __init__(self, work: Work) -> None:
        self.work, self.asked, self.layouts = work, work.asked, Layouts(work)
        self.least = cache(self._least)
        self.priced = cache(self._priced)
        self.most = work.asked.depth * max(unit.columns for unit in work.units)
        """The grid lines of all columns of a page."""
        heights = [0 if work.units[row.unit].idle else row.height for row in work.rows]
        self.deep = [sum(heights[at:]) for at in range(len(heights) + 1)]
        """The grid lines that the rows from each one on take at the least."""

    def _least(self, stand: Stand, number: int, before: int | None, spared: int) -> Cost | None:
        """The least cost of all pages from where the work stands at a page's head; ``None`` where there are none.

        ``before``: by how many lines the last column of the facing page is short. Of so many of the worst faults
        (``spared``) the pages have none.
        """
        asked, rows = self.asked, self.work.rows
        if stand.at == len(rows):
            return self._after_text(stand.notes.due, stand.waiting.due, number)
        if number >= asked.pages or self.deep[stand.at] > (asked.pages - number) * self.most:
            return None
        stand = stand._replace(at=next(at for at in range(stand.at, len(rows)) if not self.work.unit(at).idle))
        place = self._place(stand.at)
        if number and asked.forbidden == (number, *place):
            return None
        moved = number in asked.kept and asked.kept[number] != place
        is_right = (number % 2 == 0) == asked.right
        costs: list[Cost] = []
        for page in self.priced(stand, is_first=not number):
            if any(page.cost[:spared]) or any(asked.held.get(start, number) != number for start in page.articles):
                continue
            if is_right and page.rest.placed > self.work.mentioned(page.rest.at):
                continue
            unequal, short = _unequal(page.ends, before)
            rest = self.least(page.rest, number + 1, None if is_right else short, spared)
            if rest is not None:
                costs.append(_sum(page.cost, rest, _cost(moved=int(moved and number > 0), unequal=unequal)))
        return min(costs, default=None)

    def _place(self, at: int) -> tuple[int, int]:
        """A row as its unit and the lines left of that; 0 where it begins there. What takes no line is passed over."""
        last = len(self.work.rows) - 1
        row = next(row for number, row in enumerate(self.work.rows) if number >= at and (row.height or number == last))
        return row.unit, 0 if row.begins else row.of - row.line + 1

    def _after_text(self, notes: int, waiting: int, number: int) -> Cost | None:
        """What the pages cost that the notes take that are left over when the text is at its end."""
        work, depth = self.work, self.asked.depth
        if not notes and not waiting:
            return FREE if number == self.asked.pages else None
        if number >= self.asked.pages:
            return None
        columns = max(unit.columns for unit in work.units)
        of_page = min(notes, work.fitting(depth))
        left = depth - work.note_depth(of_page)
        of_columns = 0 if of_page < notes else min(waiting, columns * work.fitting(left))
        left -= work.note_depth(-(-of_columns // columns))
        rest = self._after_text(notes - of_page, waiting - of_columns, number + 1)
        carried = notes - of_page + waiting - of_columns
        return None if rest is None else _sum(rest, _cost(white=0 if carried else left, carried=carried))

    def _priced(self, stand: Stand, *, is_first: bool) -> tuple[Priced, ...]:
        """All ways to fill a page from where the work stands, of those alike but for the cost the cheapest."""
        best: dict[tuple[object, ...], Priced] = {}
        for page in self.layouts.pages(stand, is_first=is_first):
            priced = Pricing(self.work, page, stand).priced()
            if priced is not None:
                alike = (priced.ends, priced.articles, priced.rest)
                if alike not in best or priced.cost < best[alike].cost:
                    best[alike] = priced
        return tuple(best.values())


def _unequal(ends: Sequence[int | None], before: int | None) -> tuple[int, int | None]:
    """By how many lines columns differ from those before them, and how short the last of them is."""
    unequal = 0
    for short in ends:
        if short is not None and before is not None:
            unequal += abs(short - before)
        before = short
    return unequal, before
