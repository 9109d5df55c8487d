"""Measuring: a paragraph's items summed up, so that any line's width and room are two look-ups."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from huozi.geometry import Mpt
from huozi.paragraph.itemize import Items
from huozi.paragraph.spacing import COMPRESS_STEPS, EM, EXPAND_STEPS
from huozi.style.model import TextStyle


class Measured(NamedTuple):
    """The running sums of a paragraph.

    ``start[i]`` is where character i stands when all is natural; ``end[i]`` where a line ends that holds i
    characters. ``expand_…`` and ``compress_…`` are running sums over the gaps, a list a step (empty: no place).
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
