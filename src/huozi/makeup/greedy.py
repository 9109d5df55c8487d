"""The plain paginator: page after page filled as far as it goes, in natural lines, without a look ahead.

It says on which page each article begins, which the best pages keep, and is what they are held against.
"""

from __future__ import annotations

from typing import TypeAlias

from huozi.makeup.costs import BROKEN, field_of
from huozi.makeup.search import FIRST_SHORT, Found, stepper_of
from huozi.makeup.steps import Place, Rules, Step, Stepper
from huozi.makeup.units import Unit

HARDLY_LEVEL = 6
"""By so many lines columns may differ, counted as in their cost, that a float may stand on the page of its mention."""
NO_LINE_YET = 1 << 32
"""More lines than any paragraph has left."""

Way: TypeAlias = list[tuple[Place, Step]]


def greedy_pages(units: tuple[Unit, ...], rules: Rules) -> Found:
    """The pages of a part one after the other; ``rules.depths`` are as many as there may be pages.

    Raises ``RuntimeError`` where the text cannot be set to its end: text that is lost in silence would be worse.
    """
    natural = tuple(unit if len(unit.choices) == 1 else unit._replace(choices=unit.choices[:1]) for unit in units)
    asked = rules._replace(exactly=False, held={}, kept={}, short=FIRST_SHORT)
    deepest = max(rules.depths)
    tries = [asked, *(asked._replace(short=short) for short in (3 * FIRST_SHORT, deepest))]
    tries += [tries[-1]._replace(breaks=True), tries[-1]._replace(breaks=True, anyhow=True)]
    steppers = {0: stepper_of(natural, asked)}
    way: Way = []
    at, places, cost = steppers[0].start, 0, 0
    while not steppers[0].is_end(at):
        for index, its_rules in enumerate(tries):
            if index not in steppers:
                steppers[index] = stepper_of(natural, its_rules)
            steps, seen = _furthest(steppers[index], at, may_be_early=its_rules.breaks)
            places += seen
            if steps:
                break
        else:
            raise RuntimeError(f"no page can be made from unit {at[1]} on, {at[2]} of its lines left")
        way += steps
        cost += sum(step.cost for _, step in steps)
        at = steps[-1][1].place
    return Found(cost, tuple(way), places)


def _furthest(stepper: Stepper, start: Place, *, may_be_early: bool) -> tuple[Way, int]:
    """The steps through a page that leave the least to the next one; of those that break as little as can be.

    Floats stand on the page of their mention where they can, but for columns that would not end level, and on none
    before it, but where there is no other way (``may_be_early``): the facing page would have to mention them.
    """
    end = len(stepper.units)
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
    if not may_be_early and any(unit.spot >= 0 for unit in stepper.units):
        ends = [each for each in ends if not stepper.waiting(each)[1]]
    if not ends:
        return [], len(cost_to)

    has_floats = bool(stepper.rules.floats)

    def rank(each: Place) -> tuple[object, ...]:
        waiting, early = stepper.waiting(each)
        cost = cost_to[each]
        unlevel = max(field_of(cost, "unequal") - HARDLY_LEVEL, 0) if has_floats else 0
        beside = (field_of(cost, "late"), early, unlevel, waiting)
        return (cost >> BROKEN, *beside, -each[1], each[2] or NO_LINE_YET, cost, each)

    at = min(ends, key=rank)
    way: Way = []
    while at != start:
        before, step = came_from[at]
        way.append((before, step))
        at = before
    return way[::-1], len(cost_to)
