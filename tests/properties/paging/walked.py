"""Pages as the steps of a search found them: what stands where, read from the steps without the search's own sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from huozi.galley import Where
from huozi.makeup.steps import Place, Rules, Step
from huozi.makeup.units import Unit

ColumnKey: TypeAlias = tuple[int, int, int]
"""A page, the grid line that a band of several columns begins at on it, the column; text in one column is
``(page, -1, 0)``."""
FLOWS = -1


class Placed(NamedTuple):
    """A float, where it stands, and in which column or on which page."""

    number: int
    where: Where
    key: ColumnKey


class Walked:
    """What stands where.

    ``lines``: the lines set of each unit (from 0), each with its column, in order; ``of`` how many the unit is set in;
    ``order`` all of them as they come.
    ``floats``: those placed, in order. ``called``: the notes that each column calls, and ``feet`` the note lines at the
    foot of each; pages come under their text in one column. ``used``: the grid lines that text takes of each column,
    ``bands`` the depth of each closed one.
    """

    def __init__(self, units: tuple[Unit, ...], rules: Rules, way: Sequence[tuple[Place, Step]]) -> None:
        self.units, self.rules = units, rules
        self.lines: dict[int, list[tuple[int, ColumnKey]]] = defaultdict(list)
        self.of: dict[int, int] = {}
        self.order: list[tuple[int, int]] = []
        self.floats: list[Placed] = []
        self.called: dict[ColumnKey, list[int]] = defaultdict(list)
        self.feet: dict[ColumnKey, int] = defaultdict(int)
        self.used: dict[ColumnKey, int] = defaultdict(int)
        self.bands: dict[ColumnKey, int] = {}
        self.columns: list[ColumnKey] = []
        for place, step in way:
            self._step(place, step)
        self.pages = way[-1][1].place[0] + 1

    def _step(self, place: Place, step: Step) -> None:
        key = _column(place)
        if key not in self.columns:
            self.columns.append(key)
        if place[7] > 0:
            self.bands[key] = place[7]
        if place[1] < len(self.units):
            self._text(place, step, key)
        for number, where in step.floats:
            stands = key if where in ("here", "page") else _column(step.place)
            self.floats.append(Placed(number, where, stands))
            self.called[stands] += self.rules.floats[number].notes
            self.used[stands] += self.rules.floats[number].height * (where == "here")
        for which, lines in step.feet:
            stands = key if which == "column" and key[1] >= 0 else (place[0], FLOWS, 0)
            if which == "column" and key[1] < 0:  # on a page of notes alone
                stands = (place[0], 0, 0)
                self.columns.append(stands)
            self.feet[stands] += lines

    def _text(self, place: Place, step: Step, key: ColumnKey) -> None:
        """The lines set by a step, and what they call."""
        item, left = place[1:3]
        unit = self.units[item]
        if unit.idle:
            passed = step.place[:2] == (place[0], item + 1)
            self.used[key] += unit.depth * (passed and place[4] > 0)
        elif unit.depth and step.lines:
            of = self.of.setdefault(item, step.of)
            first = of - step.of
            calls = unit.calls(of) if unit.calls else ()
            for line in range(first, first + step.lines):
                self.lines[item].append((line, key))
                self.order.append((item, line))
                self.called[key] += [call.note for call in calls if call.line == line and call.note >= 0]
            self.used[key] += unit.height(step.lines, step.of) + unit.again * bool(left)

    def anchor(self, number: int) -> ColumnKey:
        """The column of a float's first mention, or of its spot where that comes before."""
        spot = next(item for item, unit in enumerate(self.units) if unit.spot == number)
        for item, unit in enumerate(self.units[:spot]):
            calls = unit.calls(self.of[item]) if unit.calls else ()
            lines = [call.line for call in calls if call.float == number]
            if lines:
                return self.lines[item][min(lines)][1]
        before = [self.lines[item][-1][1] for item in range(spot) if self.lines[item]]
        return before[-1] if before else (0, FLOWS, 0)


def _column(place: Place) -> ColumnKey:
    """The column that a place is in."""
    in_columns = place[7] > 0 or place[7] == -1
    return (place[0], place[6], place[5]) if in_columns else (place[0], FLOWS, 0)
