"""Measuring: a paragraph's items summed up, so that any line's width and room are two look-ups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import add, sub
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.itemize import Items
from huozi.paragraph.spacing import COMPRESS_STEPS, EM, EXPAND_STEPS, Pair
from huozi.records import NamedTuple
from huozi.style.model import TextStyle


class Measured(NamedTuple):
    """The running sums of a paragraph.

    ``place[i]`` is where character i stands when all is natural, ``start[i]`` where a line begins that begins with it,
    ``end[i]`` where a line ends that holds i characters. ``break_ends`` are the ends at ``breaks``, and
    ``break_bounds`` the furthest so far: the same list, but where a mark hangs before a space that may begin a line.
    ``expand_…`` and ``compress_…`` are running sums over the gaps, a list a step (empty: no place).
    """

    place: list[Mpt]
    start: list[Mpt]
    end: list[Mpt]
    breaks: list[int]
    break_ends: list[Mpt]
    break_bounds: list[Mpt]
    expand_room: list[list[Mpt]]
    expand_places: list[list[int]]
    compress_room: list[list[Mpt]]
    compress_places: list[list[int]]


def measure_items(items: Items, style: TextStyle) -> Measured:
    """The running sums that the breaker and the justifier look lines up in."""
    em, codes, count = items.em, items.codes, len(items.text)
    used = items.rows  # few: columns are made for the pairs of this paragraph alone
    space = {code: row.space * em // EM for code, row in used.items()}
    breakable = {code for code, row in used.items() if row.breakable}
    place = list(accumulate(map(add, items.advance, [*map(space.__getitem__, codes), 0]), initial=0))
    start = place
    if items.lead:
        start = place.copy()
        for index, trim in items.lead.items():
            start[index] += trim
    end = [0, *map(sub, map(add, place, items.advance), items.trim)]
    breaks = [index for index, code in enumerate(codes, 1) if code in breakable]
    if count:
        breaks.append(count)
    if items.forced:
        breaks = sorted({*breaks, *items.forced})
    room, places = _expansion(used, codes, em)
    less, fewer = compression({} if style.fill == "push-out" else used, codes, em)
    return Measured(place, start, end, breaks, *ends_at(breaks, end), room, places, less, fewer)


def ends_at(breaks: Sequence[int], end: Sequence[Mpt]) -> tuple[list[Mpt], list[Mpt]]:
    """Where lines end at these breaks, and the furthest of them so far."""
    ends = [end[at] for at in breaks]
    bounds = list(accumulate(ends, max))
    return ends, ends if bounds == ends else bounds


Sums: TypeAlias = list[list[int]]


def _expansion(used: Mapping[str, Pair], codes: list[str], em: Mpt) -> tuple[Sums, Sums]:
    """Running sums of room and places of each expansion step; the last step has no limit, and always a sum."""
    room: Sums = [[] for _ in EXPAND_STEPS]
    places: Sums = [[] for _ in EXPAND_STEPS]
    steps = {row.expand for row in used.values()} - {-1}
    last = len(EXPAND_STEPS) - 1
    for step in sorted(steps | {last}):
        places[step] = _sums({code: int(row.expand == step) for code, row in used.items()}, codes)
        if step != last:
            room[step] = _sums(
                {code: row.ceiling * em // EM * (row.expand == step) for code, row in used.items()}, codes
            )
    return room, places


def compression(used: Mapping[str, Pair], codes: list[str], em: Mpt) -> tuple[Sums, Sums]:
    """Running sums of what each compression step may take, and of its places; empty where it has none."""
    room: Sums = [[] for _ in COMPRESS_STEPS]
    places: Sums = [[] for _ in COMPRESS_STEPS]
    for step in sorted({step for row in used.values() for step, _ in row.compress}):
        taken = {
            code: sum(amount for at, amount in row.compress if at == step) * em // EM for code, row in used.items()
        }
        room[step] = _sums(taken, codes)
        places[step] = _sums({code: int(amount > 0) for code, amount in taken.items()}, codes)
    return room, places


def _sums(column: dict[str, int], codes: list[str]) -> list[int]:
    """A running sum of a column over the gaps."""
    return list(accumulate(map(column.__getitem__, codes), initial=0))
