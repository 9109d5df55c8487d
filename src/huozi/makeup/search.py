"""The best pages of a part: best-first search over places.

``best_pages`` looks at ends that are little short first, and at shorter ones and broken rules only where they could be
part of something better. Where a part is so long that this takes more than a budget of places, the first half of the
best way found by then is kept, and the search begins anew from there.
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import isqrt

from huozi.makeup.costs import BROKEN, HOLE, UNEQUAL, field_of
from huozi.makeup.steps import START, Place, Rules, Step, Stepper
from huozi.makeup.units import Unit
from huozi.records import NamedTuple

BUDGET = 6_000
"""Places that are looked at before half of a way is kept: parts of some sixty pages stay exact."""
FIRST_SHORT = 2
"""How short columns are let end at first: nearly always the best pages have none that is shorter."""


class Found(NamedTuple):
    """Pages found: what they cost, the steps from place to place, places looked at, and whether a budget was spent."""

    cost: int
    way: tuple[tuple[Place, Step], ...]
    places: int
    is_exact: bool = True

    @property
    def pages(self) -> int:
        """How many pages they are."""
        return self.way[-1][1].place[0] + 1

    def held(self, units: tuple[Unit, ...]) -> dict[int, int]:
        """The pages that articles begin on, by their first units."""
        return {
            place[1]: place[0]
            for place, step in self.way
            if step.lines and not place[2] and units[place[1]].article >= 0
        }


def best_pages(units: tuple[Unit, ...], rules: Rules, budget: int = BUDGET, *, most_short: int = -1) -> Found | None:
    """The best pages of a part; ``None`` where there are none under its rules.

    ``most_short``: no column may be shorter than that, and no rule is broken to find pages; below 0 everything may be
    done that must be.
    """
    deepest = max(rules.depths, default=0) if most_short < 0 else most_short
    short, breaks, places = min(FIRST_SHORT, deepest), rules.breaks, 0
    flows = all(unit.columns == 1 for unit in units)
    best: Found | None = None
    while True:
        found = _search(Stepper(units, rules._replace(short=short, breaks=breaks)), budget)
        places += found.places
        best = found if found.way and (best is None or found.cost < best.cost) else best
        is_sound = best is not None and not best.cost >> BROKEN
        if (
            best is not None
            and is_sound
            and (short == deepest or not best.is_exact or _is_best(best.cost, short, flows=flows))
        ):
            break
        if short < deepest:
            wider = _shortest(best.cost, flows=flows) if best is not None and is_sound else 3 * short
            short = min(max(wider, short + 1), deepest)
        elif breaks or most_short >= 0:
            break
        else:
            breaks = True
    return best and best._replace(places=places)


def _shortest(cost: int, *, flows: bool) -> int:
    """How short a column can be in pages that cost no more than others."""
    hole = isqrt(field_of(cost, "hole")) + 1
    return hole if flows else max(hole, field_of(cost, "unequal"))


def _is_best(cost: int, short: int, *, flows: bool) -> bool:
    """Whether pages are the best of all though no end was looked at that leaves more lines empty than ``short``.

    Such an end makes a hole of its square; in a closed band, which text in one column has not, columns that are as
    unequal.
    """
    return cost < (short**2 << HOLE if flows else (short + 1) << UNEQUAL)


def _search(stepper: Stepper, budget: int) -> Found:
    """The cheapest way from the part's start to its end; no steps where there is none."""
    end = len(stepper.units)
    kept: list[tuple[Place, Step]] = []
    start, spent, base, exact = START, 0, 0, True
    while True:
        came_from, last, cost, places = _way(stepper, start, end, budget)
        spent += places
        if last is None:
            return Found(0, (), spent, exact)
        way: list[tuple[Place, Step]] = []
        at = last
        while at != start:
            before, step = came_from[at]
            way.append((before, step))
            at = before
        way.reverse()
        if last[1] == end:
            return Found(base + cost, (*kept, *way), spent, exact)
        exact = False
        half = _half(way)
        kept += way[:half]
        base += sum(step.cost for _, step in way[:half])
        start = way[half][0]


def _half(way: list[tuple[Place, Step]]) -> int:
    """Where half of a way's pages are over, at a page's head."""
    pages = way[-1][0][0] - way[0][0][0]
    wanted = way[0][0][0] + max(pages // 2, 1)
    return next((at for at, (place, _) in enumerate(way) if place[0] >= wanted), len(way) - 1)


def _way(
    stepper: Stepper, start: Place, end: int, budget: int
) -> tuple[dict[Place, tuple[Place, Step]], Place | None, int, int]:
    """How places were come to, the end of the best way (or how far it got when the budget was spent), and its cost."""
    least_cut = stepper.least_cut
    cost_to: dict[Place, int] = {start: 0}
    came_from: dict[Place, tuple[Place, Step]] = {}
    done: set[Place] = set()
    waiting = [(least_cut(start), 0, start)]
    while waiting:
        _, _, place = heappop(waiting)
        if place in done:
            continue
        if place[1] == end:
            return came_from, place, cost_to[place], len(done)
        if len(done) >= budget and place[0] > start[0] + 1:
            return came_from, place, cost_to[place], len(done)
        done.add(place)
        cost = cost_to[place]
        for step in stepper.steps(place):
            reached = step.place
            total = cost + step.cost
            known = cost_to.get(reached)
            if known is None or total < known:
                cost_to[reached] = total
                came_from[reached] = (place, step)
                heappush(waiting, (total + least_cut(reached), -reached[1], reached))
    return came_from, None, 0, len(done)
