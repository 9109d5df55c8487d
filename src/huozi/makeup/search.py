"""The best pages of a part: best-first search over places.

``best_pages`` looks at ends that are little short first, and at shorter ones and broken rules only where they could be
part of something better. Where a part is so long that this takes more than a budget of places, ways that are many
pages behind the furthest are put aside from then on.
"""

from __future__ import annotations

from collections.abc import Sequence
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
BUDGETS_BESIDE = 2
"""The same where floats and notes stand beside text, whose places take longer to look at."""
WIDTH, WIDTH_IN_COLUMNS, NO_WIDTH = 8, 3, 1 << 32
"""Beginnings of a page that are looked at beside floats once the budget is spent: the cheapest, which come first. In
columns a page can be filled in many more ways.
"""
TRIES = 3
"""Of all places looked at beside floats and notes, so large a part may go into one way of looking: pages that end as
little short as that are perhaps not there.
"""
SHORT_PART = 8
"""Pages of a part in columns that is looked through longer before few beginnings of its pages are."""
PLACES_A_PAGE = 700
"""Places that may be looked at for each page of a long part beside floats and notes."""
SHORT_BESIDE = 6
"""How short columns are let end at the most beside floats and notes, if there are pages with such: an end that is
shorter makes more of a hole than a float that comes a spread late.
"""
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
    flows = all(unit.columns == 1 for unit in units)
    deepest = last = max(rules.depths, default=0) if most_short < 0 else most_short
    most = ALL_BUDGETS * budget
    beside = bool(rules.floats or rules.notes)
    if beside:
        deepest, most = min(deepest, SHORT_BESIDE), max(BUDGETS_BESIDE * budget, PLACES_A_PAGE * len(rules.depths))
        budget //= 4 if _is_in_columns(units) and len(rules.depths) > SHORT_PART else 2
    short, breaks, places = min(FIRST_SHORT, deepest), rules.breaks, 0
    deep = sum(unit.lines for unit in units if unit.depth > max(rules.depths, default=0)) << DEEP  # in any pages
    best: Found | None = None
    while True:
        stepper = stepper_of(units, rules._replace(short=short, breaks=breaks))
        found = _search(stepper, budget, min(most - places, most // TRIES) if beside else most - places)
        places += found.places
        best = found if found.way and (best is None or found.cost < best.cost) else best
        is_sound = best is not None and not (best.cost - deep) >> BROKEN
        needless = best.cost - deep - stepper.least_cut(stepper.start) if best is not None else 0
        if places >= most:
            best = best and best._replace(is_exact=False)
            break
        if (
            best is not None
            and is_sound
            and (short == deepest or not best.is_exact or _is_best(needless, short, flows=flows))
        ):
            break
        if best is None and short == deepest < last:
            deepest = last
        if short < deepest:
            wider = _shortest(needless, flows=flows) if is_sound else 0
            short = min(max(wider or 3 * short, short + 1), deepest)
        elif breaks or most_short >= 0:
            break
        else:
            breaks, short = True, min(FIRST_SHORT, deepest) if beside else short
    return best and best._replace(places=places)


def stepper_of(units: tuple[Unit, ...], rules: Rules) -> Stepper:
    """What gives the steps of a part: floats and notes beside text, and what goes on below a head of its own, take
    more looking at than text alone.
    """
    if not (rules.floats or rules.notes or any(unit.solid or unit.again for unit in units)):
        return Stepper(units, rules)
    from huozi.makeup.matter_steps import MatterStepper  # many issues are text alone

    return MatterStepper(units, rules)


def _is_in_columns(units: Sequence[Unit]) -> bool:
    """Whether most of a part stands in several columns."""
    return 2 * sum(unit.columns > 1 for unit in units) > len(units)


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
    width, begun, guide = NO_WIDTH, dict[int, int](), stepper.rules.guide
    if stepper.rules.floats:
        width = WIDTH_IN_COLUMNS if _is_in_columns(stepper.units) else WIDTH
    waiting = [(least_cut(start), 0, start)]
    aside: list[tuple[int, int, Place]] = []
    while (waiting or aside) and len(done) < most:
        if not waiting:
            waiting, aside = aside, []  # in the order of a heap: so they were put aside
            furthest, behind = max(place[0] for _, _, place in waiting), 2 * behind
            begun.clear()
        entry = heappop(waiting)
        place = entry[2]
        if place in done:
            continue
        if place[1] == end and is_end(place):
            return Found(cost_to[place], _way_to(place, start, came_from), len(done), is_exact)
        is_put_aside = place[0] < furthest - behind or begun.get(place[0], 0) > width
        if is_put_aside and len(done) >= budget and place not in guide:
            is_exact = False
            aside.append(entry)
            continue
        if width < NO_WIDTH and stepper.begins_page(place):
            begun[place[0]] = begun.get(place[0], 0) + 1
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
