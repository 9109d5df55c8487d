"""The plain paginator: page after page filled as far as it goes, in natural lines, without a look ahead.

It says on which page each article begins, which the best pages keep, and is what they are held against.
"""

from __future__ import annotations

from typing import TypeAlias

from huozi.makeup.costs import BROKEN
from huozi.makeup.search import FIRST_SHORT, Found
from huozi.makeup.steps import START, Place, Rules, Step, Stepper
from huozi.makeup.units import Unit

NO_LINE_YET = 1 << 32
"""More lines than any paragraph has left."""

Way: TypeAlias = list[tuple[Place, Step]]


def greedy_pages(units: tuple[Unit, ...], rules: Rules) -> Found:
    """The pages of a part one after the other; ``rules.depths`` are as many as there may be pages."""
    natural = tuple(unit if len(unit.choices) == 1 else unit._replace(choices=unit.choices[:1]) for unit in units)
    deepest = max(rules.depths)
    tries = [(short, False) for short in (FIRST_SHORT, 3 * FIRST_SHORT, deepest)] + [(deepest, True)]
    steppers: dict[int, Stepper] = {}
    way: Way = []
    at, places, cost = START, 0, 0
    while at[1] < len(units):
        for index, (short, breaks) in enumerate(tries):
            if index not in steppers:
                asked = rules._replace(short=short, breaks=breaks, exactly=False, held={}, kept={})
                steppers[index] = Stepper(natural, asked)
            steps, seen = _furthest(steppers[index], at, len(units))
            places += seen
            if steps:
                break
        else:
            break
        way += steps
        cost += sum(step.cost for _, step in steps)
        at = steps[-1][1].place
    return Found(cost, tuple(way), places)


def _furthest(stepper: Stepper, start: Place, end: int) -> tuple[Way, int]:
    """The steps through a page that leave the least to the next one; of those that break as little as can be."""
    cost_to: dict[Place, int] = {start: 0}
    came_from: dict[Place, tuple[Place, Step]] = {}
    waiting = [start]
    ends: list[Place] = []
    while waiting:
        place = waiting.pop()
        for step in stepper.steps(place):
            reached, total = step.place, cost_to[place] + step.cost
            known = cost_to.get(reached)
            if known is not None and known <= total:
                continue
            cost_to[reached], came_from[reached] = total, (place, step)
            if reached[1] == end or reached[0] > start[0]:
                if known is None:
                    ends.append(reached)
            else:
                waiting.append(reached)
    if not ends:
        return [], len(cost_to)
    at = min(ends, key=lambda each: (cost_to[each] >> BROKEN, -each[1], each[2] or NO_LINE_YET, cost_to[each], each))
    way: Way = []
    while at != start:
        before, step = came_from[at]
        way.append((before, step))
        at = before
    return way[::-1], len(cost_to)
