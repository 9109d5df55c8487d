"""Measuring: a paragraph's items summed up, so that any line's width and room are two look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, compress
from operator import add, sub

from huozi.geometry import Mpt
from huozi.paragraph.items.model import Items
from huozi.paragraph.rules.opening import open_line
from huozi.paragraph.rules.pairs import COMPRESS, LIMITED, PLACES, ROOM, Columns, Step
from huozi.records import NamedTuple


class Measured(NamedTuple):
    """The running sums of a paragraph.

    ``place[i]`` is where character i stands when all is natural, ``start[i]`` where a line begins that begins with it,
    ``end[i]`` where a line ends that holds i characters. ``break_ends`` are the ends at ``breaks``, and
    ``break_bounds`` the furthest so far: the same list, but where a mark hangs before a space that may begin a line.
    ``given[i]`` holds what all steps are given by the gaps before character i, as ``columns`` has it in one number;
    ``expand`` and ``compress`` are the steps with a limit that have a place, in their order.
    """

    place: list[Mpt]
    start: list[Mpt]
    end: list[Mpt]
    breaks: list[int]
    break_ends: list[Mpt]
    break_bounds: list[Mpt]
    given: list[int]
    expand: tuple[Step, ...]
    compress: tuple[Step, ...]
    columns: Columns


def measure_items(items: Items, *, giving_way: bool = False) -> Measured:
    """The running sums that the breaker and the justifier look lines up in.

    ``giving_way``: marks may give way although the fill leaves them their width (``text.loosest``).
    """
    codes, count = items.codes, len(items.text)
    columns = items.rows.columns(items.em, compressed=giving_way)
    place = list(accumulate(map(add, items.advance, [*map(columns.space.__getitem__, codes), 0]), initial=0))
    start = place
    if items.lead:
        start = place.copy()
        for index, trim in items.lead.items():
            start[index] += trim
    end = [0, *map(sub, map(add, place, items.advance), items.trim)]
    breaks = list(compress(range(1, count), map(columns.breakable.__getitem__, codes)))
    if count:
        breaks.append(count)
    if items.forced:
        breaks = sorted({*breaks, *items.forced})
    given = list(accumulate(map(columns.given.__getitem__, codes), initial=0))
    all_given = given[-1]
    stretching = tuple(step for step in LIMITED if all_given >> step.places_at & PLACES)
    shrinking = tuple(step for step in COMPRESS if all_given >> step.places_at & PLACES)
    return Measured(place, start, end, breaks, *ends_at(breaks, end), given, stretching, shrinking, columns)


def with_breaks(measured: Measured, places: Iterable[int]) -> Measured:
    """The running sums with more places where a line may end."""
    breaks = sorted({*measured.breaks, *places})
    ends, bounds = ends_at(breaks, measured.end)
    return measured._replace(breaks=breaks, break_ends=ends, break_bounds=bounds)


def ends_at(breaks: Sequence[int], end: Sequence[Mpt]) -> tuple[list[Mpt], list[Mpt]]:
    """Where lines end at these breaks, and the furthest of them so far."""
    ends = list(map(end.__getitem__, breaks))
    return ends, ends if sorted(ends) == ends else list(accumulate(ends, max))


def widest_gap(measured: Measured, start: int, end: int, slack: Mpt) -> Mpt | None:
    """By how much the gaps of a line that is so short are opened beyond what the first two steps allow (Mpt).

    ``None``: by more than may be, so that the line is left short.
    """
    given = measured.given[end - 1] - measured.given[start]
    for step in measured.expand:
        slack -= min(max(slack, 0), given >> step.room_at & ROOM)
    if slack <= 0:
        return 0
    opening = open_line(given, slack, measured.columns)
    return None if opening is None else opening.gap
