"""Where the narrow lines of a paragraph beside a picture end: several ways to so many of them, each with its price."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from huozi.display import SOFT_HYPHEN
from huozi.paragraph.breaking.linebreak import line_ends
from huozi.paragraph.compose import Composed
from huozi.paragraph.items.hints import FORCED_BREAK
from huozi.paragraph.items.sorts import Stretch
from huozi.records import NamedTuple

MOST_WAYS = 4
"""How many ends of the narrow lines are tried with what follows them."""

REACH = 1500
"""Thousandths of an em that a narrow line may be short."""


def ends_of(composed: Composed) -> tuple[int, ...]:
    """Where the lines of a paragraph end at its best."""
    return composed.best.ends if composed.best else ()


class Way(NamedTuple):
    """Narrow lines: what they cost, and where they end."""

    price: int
    ends: tuple[int, ...]


def ways(narrow: Composed, count: int) -> list[Way]:
    """The cheapest ways to so many narrow lines, each to another end; the natural one is among them."""
    work = narrow.work
    breaks, stops = work.measured.breaks, work.stops
    reached: dict[int, Way] = {0: Way(0, ())}
    for _ in range(count):
        further: dict[int, Way] = {}
        for at, way in reached.items():
            width = work.shape.rest if at else work.shape.first
            for end, cost, _ in line_ends(work, bisect_right(breaks, at), at, width, REACH * work.items.em // 1000):
                if end >= stops[-1]:
                    continue
                if end not in further or way.price + cost < further[end].price:
                    further[end] = Way(way.price + cost, (*way.ends, end))
        reached = further
    natural = ends_of(narrow)[:count]
    ways = sorted(reached.values())[:MOST_WAYS]
    return ways if any(way.ends == natural for way in ways) else [*ways, Way(_price(narrow, natural), natural)]


def _price(narrow: Composed, ends: tuple[int, ...]) -> int:
    """What lines cost that end there."""
    work, total = narrow.work, 0
    for start, end in zip((0, *ends), ends, strict=False):
        width = work.shape.rest if start else work.shape.first
        found = line_ends(work, bisect_right(work.measured.breaks, start), start, width, width)
        total += next((cost for last, cost, _ in found if last == end), 0)
    return total


def parted(stretches: Sequence[Stretch], ends: Sequence[int]) -> Iterator[Stretch]:
    """Stretches with a forced end of a line at each of some counts of characters."""
    waiting = list(reversed(ends))
    count = 0
    for stretch in stretches:
        if stretch.text == FORCED_BREAK:
            if waiting and waiting[-1] == count:
                waiting.pop()  # it is one already
            yield stretch
            continue
        begin = 0
        for at, character in enumerate(stretch.text):
            if waiting and count == waiting[-1]:
                waiting.pop()
                if count:
                    if at > begin:
                        yield _piece(stretch, begin, at)
                    yield Stretch(FORCED_BREAK, stretch.faces, stretch.span)
                    begin = at
            count += character != SOFT_HYPHEN
        yield _piece(stretch, begin, len(stretch.text)) if begin else stretch


def _piece(stretch: Stretch, begin: int, end: int) -> Stretch:
    """A part of a stretch, at its place."""
    span = stretch.span
    place = span._replace(column=span.column + begin) if span.line else span
    return stretch._replace(text=stretch.text[begin:end], span=place)
