"""Breaking: where the lines of a paragraph end, chosen over the whole paragraph (total fit).

The method is Knuth and Plass's (1981) with the order of CLREQ's adjustment table as cost instead of one stretch
ratio: pure Han text has no glue, so what a line costs must come from the steps that fill it. A line's cost is a vector
compared in order, most severe first (``COST_FIELDS``); sums of vectors stay comparable because each field is wide
enough never to run over, so a vector is one Python int.

The search runs line by line: layer k holds the places that k lines can end at, which are few, and only those are gone
on from. It gives the best breaking for every number of lines at once: the pages may ask for one line less or more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph import charclass as cc
from huozi.paragraph.itemize import Items
from huozi.paragraph.spacing import COMPRESS_STEPS, EM, EXPAND_STEPS
from huozi.style.model import Align, TextStyle

COST_FIELDS = (
    "misfit",  # the line is longer than the measure, or nothing can fill it
    "lone",  # a last line of one character (孤字)
    "unpreferred",  # a heading broken elsewhere than at its | or space
    "character",  # expansion, the last step first: the worst thing to use
    "han-latin",
    "western-space",
    *(f"-{step}" for step in reversed(COMPRESS_STEPS)),
)
"""What a line costs, most severe first. Amounts are sums over places of squared changes (Mpt²)."""

_BITS = 64
_RANK = {name: _BITS * (len(COST_FIELDS) - 1 - index) for index, name in enumerate(COST_FIELDS)}
_MISFIT, _LONE, _UNPREFERRED, _CHARACTER = (_RANK[name] for name in COST_FIELDS[:4])
_EXPAND_RANKS = tuple(_RANK[step] for step in EXPAND_STEPS)
_COMPRESS_RANKS = tuple(_RANK[f"-{step}"] for step in COMPRESS_STEPS)
_MASK = (1 << _BITS) - 1


def cost_fields(cost: int) -> dict[str, int]:
    """A cost as its fields by name."""
    return {name: (cost >> rank) & _MASK for name, rank in _RANK.items()}


class Shape(NamedTuple):
    """The lengths a paragraph is set to: its first line's, the others', how it is aligned, what ``|`` means."""

    first: Mpt
    rest: Mpt
    align: Align
    break_at_bars: bool


class Breaking(NamedTuple):
    """A breaking: the character counts at which its lines end (the last is the text's length), and its cost."""

    ends: tuple[int, ...]
    cost: int


@dataclass(slots=True)
class Measured:
    """A paragraph's items summed up, so that any line's width and room are two look-ups.

    ``start[i]`` is where character i stands when all is natural; ``end[i]`` where a line ends that holds i
    characters. ``expand`` and ``compress`` are running sums over the gaps, a list a step (empty: the step has no place).
    """

    start: list[Mpt]
    end: list[Mpt]
    breaks: list[int]
    break_ends: list[Mpt]
    expand_room: list[list[Mpt]]
    expand_places: list[list[int]]
    compress_room: list[list[Mpt]]
    compress_places: list[list[int]]


def measure_items(items: Items, style: TextStyle) -> Measured:
    """The running sums that the breaker and the justifier look lines up in."""
    em, pairs = items.em, items.pairs
    spaces = [row.space * em // EM for row in pairs]
    start = list(accumulate(map(int.__add__, items.advance, [*spaces, 0]), initial=0))
    end = [0, *map(int.__sub__, map(int.__add__, start, items.advance), items.trim)]
    breaks = [index + 1 for index, row in enumerate(pairs) if row.breakable]
    count = len(items.text)
    if count:
        breaks.append(count)
    expand_room, expand_places = _expansion(items)
    compress_room, compress_places = _compression(items, style)
    ends = [end[at] for at in breaks]
    return Measured(start, end, breaks, ends, expand_room, expand_places, compress_room, compress_places)


def _expansion(items: Items) -> tuple[list[list[Mpt]], list[list[int]]]:
    """Running sums of room and places of each expansion step; the last step's room has no limit."""
    room: list[list[Mpt]] = []
    places: list[list[int]] = []
    for step in range(len(EXPAND_STEPS)):
        places.append(list(accumulate((row.expand == step for row in items.pairs), initial=0)))
        ceilings = (row.ceiling * items.em // EM if row.expand == step else 0 for row in items.pairs)
        limited = places[step][-1] and step < len(EXPAND_STEPS) - 1
        room.append(list(accumulate(ceilings, initial=0)) if limited else [])
    return room, places


def _compression(items: Items, style: TextStyle) -> tuple[list[list[Mpt]], list[list[int]]]:
    """Running sums of what each compression step may take, none where the fill never compresses."""
    room: list[list[Mpt]] = [[] for _ in COMPRESS_STEPS]
    places: list[list[int]] = [[] for _ in COMPRESS_STEPS]
    if style.fill != "push-out":
        for step in range(len(COMPRESS_STEPS)):
            here = [sum(amount for at, amount in row.compress if at == step) * items.em // EM for row in items.pairs]
            if any(here):
                room[step] = list(accumulate(here, initial=0))
                places[step] = list(accumulate((amount > 0 for amount in here), initial=0))
    return room, places


def break_lines(items: Items, measured: Measured, shape: Shape, style: TextStyle) -> dict[int, Breaking]:
    """The best breaking of a paragraph for each number of lines that it can be set in, by number of lines.

    Lines much shorter than the measure are not tried at first; the search is widened until the best breaking found
    is better than any line left out could be.
    """
    if not items.text:
        return {}
    tolerance = 2 * items.em
    while True:
        found = _search(items, measured, shape, style, tolerance)
        best = min((breaking.cost for breaking in found.values()), default=1 << _MISFIT)
        bound = (tolerance * tolerance * items.em // (2 * max(shape.rest, items.em))) << _CHARACTER
        if best < bound or tolerance > max(shape.first, shape.rest):
            return found
        tolerance *= 4


def best_breaking(found: dict[int, Breaking], looseness: int = 0) -> Breaking | None:
    """The best breaking of all, or the one of that many lines more or less; ``None`` where there is none."""
    if not found:
        return None
    lines = min(found, key=lambda number: (found[number].cost, number))
    return found.get(lines + looseness)


CostOf: TypeAlias = Callable[[int, int, Mpt, bool], int | None]
"""Cost of a line from one character count to another with so much room left over; ``None`` where it cannot be set."""


def _search(items: Items, measured: Measured, shape: Shape, style: TextStyle, tolerance: Mpt) -> dict[int, Breaking]:
    """The layered search: from every place that k lines can end at to all that one more line reaches."""
    count = len(items.text)
    stops = (*(items.preferred if shape.break_at_bars else ()), count)
    if shape.align == "justify":
        cost_of, reach = _justified_costs(items, measured, style, stops), tolerance
    else:
        cost_of, reach = _ragged_costs(items), max(shape.first, shape.rest)
    layer: dict[int, int] = {0: 0}
    trail: list[dict[int, int]] = []
    found: dict[int, Breaking] = {}
    while layer:
        width = shape.rest if trail else shape.first
        following: dict[int, int] = {}
        origin: dict[int, int] = {}
        for at, cost in layer.items():
            for end, line in _line_ends(measured, at, width, reach, stops, cost_of):
                total = cost + line
                if total < following.get(end, total + 1):
                    following[end] = total
                    origin[end] = at
        trail.append(origin)
        if count in following:
            found[len(trail)] = Breaking(_walk_back(trail, count), following.pop(count))
        layer = following
    return found


def _walk_back(trail: Sequence[dict[int, int]], count: int) -> tuple[int, ...]:
    """The line ends that lead to the end of the text, from the trail of the layers."""
    ends = [count]
    for origin in reversed(trail[1:]):
        ends.append(origin[ends[-1]])
    return tuple(reversed(ends))


def _line_ends(
    measured: Measured, at: int, width: Mpt, reach: Mpt, stops: Sequence[int], cost_of: CostOf
) -> Iterator[tuple[int, int]]:
    """Where a line that starts at ``at`` may end, with what it costs: not more than ``reach`` short of the measure.

    ``stops`` are the counts at which a line ends whatever its length: the text's end, and ``|`` where it is obeyed.
    A unit wider than the measure stands on a line of its own and runs over.
    """
    breaks, ends = measured.breaks, measured.break_ends
    origin = measured.start[at]
    first = bisect_right(breaks, at)
    stop = next(stop for stop in stops if stop > at)
    last = bisect_left(breaks, stop)
    low = min(max(first, bisect_left(ends, origin + width - reach, first)), last)
    for index in range(low, last + 1):
        cost = cost_of(at, breaks[index], origin + width - ends[index], index == last)
        if cost is None:
            if index == first:
                yield breaks[index], (ends[index] - origin - width) << _MISFIT
            return
        yield breaks[index], cost


def _justified_costs(items: Items, measured: Measured, style: TextStyle, stops: Sequence[int]) -> CostOf:
    """Costs of lines that fill the measure: what each step must do, its squares shared over its places."""
    room, places = measured.expand_room, measured.expand_places
    characters = places[2]
    steps = [step for step in (0, 1) if room[step]]
    compress = [step for step in range(len(COMPRESS_STEPS)) if measured.compress_room[step]]
    count = stops[-1]
    lone = dict.fromkeys((count,), 1 << _LONE) if style.lone_character else {}

    def cost_of(at: int, end: int, slack: Mpt, last: bool) -> int | None:
        cost = 0
        if last and end in lone and at and _is_lone(items.classes[at:end]):
            cost = lone[end]
        if slack < 0:
            return _compress_cost(measured, compress, at, end, -slack, cost)
        if last or not slack:
            return cost
        for step in steps:
            able = room[step][end - 1] - room[step][at]
            if able:
                used = min(slack, able)
                cost += (used * used // (places[step][end - 1] - places[step][at])) << _EXPAND_RANKS[step]
                slack -= used
        if not slack:
            return cost
        gaps = characters[end - 1] - characters[at]
        if not gaps:
            return cost + (slack << _MISFIT)
        return cost + (slack * slack // gaps << _CHARACTER)

    return cost_of


def _compress_cost(measured: Measured, steps: list[int], at: int, end: int, excess: Mpt, cost: int) -> int | None:
    """Cost of a line that is too long by ``excess``, step after step; ``None`` where all steps do not reach."""
    for step in steps:
        able = measured.compress_room[step][end - 1] - measured.compress_room[step][at]
        if able:
            used = min(excess, able)
            gaps = measured.compress_places[step][end - 1] - measured.compress_places[step][at]
            cost += (used * used // gaps) << _COMPRESS_RANKS[step]
            excess -= used
            if not excess:
                return cost
    return None


_WITHOUT_CORE = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP + cc.DASH + cc.UNIT + cc.INTERPUNCT + cc.SPACE


def _is_lone(classes: str) -> bool:
    """Whether a last line holds a single character; its marks do not count (孤字不成行)."""
    return sum(name not in _WITHOUT_CORE for name in classes) <= 1


def _ragged_costs(items: Items) -> CostOf:
    """Costs of lines that keep their own width: even lengths, broken at ``|`` or at a space where there is one."""
    spaces = {index + 1 for index, name in enumerate(items.classes) if name == cc.EM_SPACE}
    preferred = spaces | set(items.preferred)

    def cost_of(_at: int, end: int, slack: Mpt, last: bool) -> int | None:
        if slack < 0:
            return None
        cost = slack * slack << _CHARACTER
        if preferred and not last and end not in preferred:
            cost += 1 << _UNPREFERRED
        return cost

    return cost_of
