"""The best pages of a part: best-first search over places.

``best_pages`` looks at ends that are little short first, and at shorter ones and broken rules only where they could be
part of something better. Where a part is so long that this takes more than a budget of places, ways that are many
pages behind the furthest are put aside from then on.
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import isqrt

from huozi.makeup.costs import BROKEN, CUT, DEEP, HOLE, UNEQUAL, field_of
from huozi.makeup.steps import Place, Rules, Step, Stepper
from huozi.makeup.units import Unit
from huozi.records import NamedTuple

BUDGET = 6_000
"""Places that are looked at before ways far behind are put aside: parts of some sixty pages stay exact."""
LINES_BEHIND = 400
"""How many lines of columns the pages hold that a way may be behind the furthest one once the budget is spent."""
ALL_BUDGETS = 20
"""Budgets that are spent in all: then the best found by then must do, however bad the pages that the text asks for."""
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
    deep = sum(unit.lines for unit in units if unit.depth > max(rules.depths, default=0)) << DEEP  # in any pages
    best: Found | None = None
    while True:
        stepper = stepper_of(units, rules._replace(short=short, breaks=breaks))
        found = _search(stepper, budget, ALL_BUDGETS * budget - places)
        places += found.places
        best = found if found.way and (best is None or found.cost < best.cost) else best
        is_sound = best is not None and not (best.cost - deep) >> BROKEN
        needless = best.cost - deep - stepper.least_cut(stepper.start) if best is not None else 0
        if places >= ALL_BUDGETS * budget:
            best = best and best._replace(is_exact=False)
            break
        if (
            best is not None
            and is_sound
            and (short == deepest or not best.is_exact or _is_best(needless, short, flows=flows))
        ):
            break
        if short < deepest:
            wider = _shortest(needless, flows=flows) if is_sound else 0
            short = min(max(wider or 3 * short, short + 1), deepest)
        elif breaks or most_short >= 0:
            break
        else:
            breaks = True
    return best and best._replace(places=places)


def stepper_of(units: tuple[Unit, ...], rules: Rules) -> Stepper:
    """What gives the steps of a part: floats and notes beside text, and what goes on below a head of its own, take
    more looking at than text alone.
    """
    if not (rules.floats or rules.notes or any(unit.solid or unit.again for unit in units)):
        return Stepper(units, rules)
    from huozi.makeup.matter_steps import MatterStepper  # many issues are text alone

    return MatterStepper(units, rules)


def _shortest(cost: int, *, flows: bool) -> int:
    """How short a column can be in pages that cost no more than others; 0 where the cost does not say.

    It does not where lines are cut, nor where there is a hole beside closed bands: to be rid of that their columns may
    be as unequal as they can.
    """
    if cost >> CUT or (not flows and field_of(cost, "hole")):
        return 0
    return isqrt(field_of(cost, "hole")) + 1 if flows else field_of(cost, "unequal")


def _is_best(cost: int, short: int, *, flows: bool) -> bool:
    """Whether pages are the best of all though no end was looked at that leaves more lines empty than ``short``.

    Such an end makes a hole of its square; in a closed band, which text in one column has not, columns that are as
    unequal.
    """
    return cost < (short**2 << HOLE if flows else (short + 1) << UNEQUAL)


def _search(stepper: Stepper, budget: int, most: int) -> Found:
    """The cheapest way from the part's start to its end; no steps where there is none, or none in so many places.

    Once the budget is spent, places far behind the furthest page are put aside: costs add up, so that in a long part
    every other way through its first pages would be looked at before its last ones are. Where all that is left leads
    nowhere (an article that must begin on its page cannot be reached from so far ahead), they come back, and what is
    put aside from then on is further behind.
    """
    least_cut, is_end, start = stepper.least_cut, stepper.is_end, stepper.start
    end = len(stepper.units)
    cost_to: dict[Place, int] = {start: 0}
    came_from: dict[Place, tuple[Place, Step]] = {}
    done: set[Place] = set()
    columns = max(unit.columns for unit in stepper.units)
    behind = LINES_BEHIND // (max(stepper.rules.depths) * columns) + 1
    furthest, is_exact = 0, True
    waiting = [(least_cut(start), 0, start)]
    aside: list[tuple[int, int, Place]] = []
    while (waiting or aside) and len(done) < most:
        if not waiting:
            waiting, aside = aside, []  # in the order of a heap: so they were put aside
            furthest, behind = max(place[0] for _, _, place in waiting), 2 * behind
        entry = heappop(waiting)
        place = entry[2]
        if place in done:
            continue
        if place[1] == end and is_end(place):
            return Found(cost_to[place], _way_to(place, start, came_from), len(done), is_exact)
        if place[0] < furthest - behind and len(done) >= budget:
            is_exact = False
            aside.append(entry)
            continue
        furthest = max(furthest, place[0])
        done.add(place)
        cost = cost_to[place]
        for step in stepper.steps(place):
            reached = step.place
            total = cost + step.cost
            known = cost_to.get(reached)
            if known is None or total < known:
                cost_to[reached] = total
                came_from[reached] = (place, step)
                done.discard(reached)  # the least that must be cut may have told too little of places before it
                heappush(waiting, (total + least_cut(reached), -reached[1], reached))
    return Found(0, (), len(done), is_exact and not waiting)


def _way_to(place: Place, start: Place, came_from: dict[Place, tuple[Place, Step]]) -> tuple[tuple[Place, Step], ...]:
    """The steps from the start to a place."""
    way: list[tuple[Place, Step]] = []
    while place != start:
        way.append(came_from[place])
        place = way[-1][0]
    return tuple(reversed(way))
