"""Titles turned over: where the lines of a title end that is too long for one, so that it reads well and looks well.

Loaded only for such titles, and only where a style asks for a shape. The least number of lines that holds the title is
taken, and one more where a word or a name would be parted otherwise. Among the ways to do that the places where lines
end decide (:mod:`~huozi.paragraph.breaking.phrases`), then how even the lines are, or which of them is the longer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from huozi.geometry import Mpt
from huozi.paragraph.breaking.linebreak import Breakable, Breaking
from huozi.paragraph.breaking.phrases import BAR, MARK, RANKS, Place, all_places, places_at_marks
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.measure import measure_items
from huozi.records import NamedTuple
from huozi.style.text_style import TitleShape

FIELDS = ("stub", "broken", "lines", "short", *(f"rank {rank}" for rank in range(RANKS)), "unevenness")
"""What ways to break a title are compared by, worst first.

``stub``: lines of one or two characters; ``broken``: words, names, numbers with their units that are parted; ``short``:
lines much shorter than the others, where neither a bar nor a pause parts them; ``rank`` n: places worse than those of
that rank; ``unevenness``: the squares of the lines' lengths, what is in doubt, lines in the wrong order."""
_BITS = 12
UNEVENNESS_BITS = 40
_PLACES = {name: UNEVENNESS_BITS + _BITS * at for at, name in enumerate(reversed(FIELDS[:-1]))}
STUB, BROKEN, LINES, SHORT = (1 << _PLACES[name] for name in FIELDS[:4])
WORSE = tuple(1 << _PLACES[f"rank {rank}"] for rank in range(RANKS))

PARTS_OF_EM = 10
SHORT_OF_MEAN = 400
"""Thousandths of the mean below which a line is much shorter than the others."""
STUB_CHARACTERS = 2
DISORDER = 50
"""How uneven (in squares of ems) lines may rather be than a lower one be the longer, or the upper one."""
ORDERED, MOST_ORDERED = 3, 60
"""Titles of more lines, or of more places to end them, have no longer one first or last: they are even."""

_NO_CHARACTERS = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP + cc.CENTRED + cc.DASH + cc.UNIT + cc.INTERPUNCT
_NO_CHARACTERS += cc.SPACE + cc.EM_SPACE + cc.WESTERN_OPENING + cc.WESTERN_CLOSING


class Title(NamedTuple):
    """A title, or what stands of it between forced breaks: the counts where its lines may start and end.

    ``most`` is the number of lines that it takes at the most, ``mean`` their mean length if they are fewest.
    """

    work: Breakable
    nodes: tuple[int, ...]
    places: dict[int, Place]
    shape: TitleShape
    most: int
    mean: Mpt


def turned(work: Breakable, shape: TitleShape) -> tuple[int, ...] | None:
    """The counts of characters at which the lines of a title end best.

    ``None`` where that is what it is composed to anyway: each part of it goes into a line, or a word into none.
    """
    measured = measure_items(work.items)  # without last remedies
    ends: list[int] = []
    for start, stop in pairwise((0, *work.stops)):
        nodes = (start, *(at for at in measured.breaks if start < at < stop), stop)
        found = _best(work._replace(measured=measured), nodes, shape)
        if found is None:
            return None
        ends += found
    return tuple(ends) if len(ends) > len(work.stops) else None


def _best(work: Breakable, nodes: tuple[int, ...], shape: TitleShape) -> Sequence[int] | None:
    """The ends of the lines of what stands between the first and the last node; ``None`` where a word fits no line."""
    fewest = _fewest(work, nodes)
    if fewest < 2:
        return nodes[-1:] if fewest else None
    whole = work.measured.end[nodes[-1]] - work.measured.start[nodes[0]]
    ordered = shape if fewest <= ORDERED and len(nodes) <= MOST_ORDERED else "even"
    at_marks = places_at_marks(work.items, nodes[1:-1])
    title = Title(work, (nodes[0], *at_marks, nodes[-1]), at_marks, ordered, fewest, whole // fewest)
    found = _searched(title)
    if found.ends and found.cost >> _PLACES["short"] == fewest * LINES >> _PLACES["short"]:
        return found.ends  # no way with an end between phrases is as good
    all_of_it = title._replace(nodes=nodes, places=all_places(work.items, nodes[1:-1]), most=fewest + 1)
    return _searched(all_of_it).ends


def _room(work: Breakable, start: int) -> Mpt:
    return work.shape.rest if start else work.shape.first


def _fewest(work: Breakable, nodes: Sequence[int]) -> int:
    """The least number of lines; 0 where there is none."""
    at = lines = 0
    while at < len(nodes) - 1:
        edge = work.measured.start[nodes[at]] + _room(work, nodes[at])
        further = [index for index in range(at + 1, len(nodes)) if work.measured.end[nodes[index]] <= edge]
        if not further:
            return 0
        at, lines = further[-1], lines + 1
    return lines


class Way(NamedTuple):
    """A way to a place: its cost, the line before (by its key)."""

    cost: int
    before: tuple[int, int, int] | None


def _searched(title: Title) -> Breaking:
    """The ends of the best lines: a shortest way over places, numbers of lines and, where order counts, lengths."""
    first, last = title.nodes[0], title.nodes[-1]
    ways: dict[tuple[int, int, int], Way] = {(first, 0, -1): Way(0, None)}
    reached: dict[int, list[tuple[int, int, int]]] = {first: [(first, 0, -1)]}
    for start in title.nodes[:-1]:
        for end in _ends_from(title, start):
            line = _line_cost(title, start, end)
            for key in reached.get(start, ()):
                if key[1] == title.most:
                    continue
                width = _tenths(title, start, end)
                further = (end, key[1] + 1, -1 if title.shape == "even" else width)
                cost = ways[key].cost + line + _disorder(title.shape, key[2], width)
                if further not in ways:
                    reached.setdefault(end, []).append(further)
                if further not in ways or cost < ways[further].cost:
                    ways[further] = Way(cost, key)
    if last not in reached:
        return NO_WAY
    best = min(reached[last], key=lambda key: ways[key].cost)
    return Breaking(tuple(_walked(ways, best))[::-1], ways[best].cost)


NO_WAY = Breaking((), 0)


def _walked(ways: dict[tuple[int, int, int], Way], key: tuple[int, int, int]) -> Iterator[int]:
    """The ends of the lines of a way, the last first."""
    while (before := ways[key].before) is not None:
        yield key[0]
        key = before


def _ends_from(title: Title, start: int) -> Sequence[int]:
    """The places where a line that begins at one may end."""
    first = bisect_right(title.nodes, start)
    edge = title.work.measured.start[start] + _room(title.work, start)
    end = title.work.measured.end
    return [at for at in title.nodes[first : bisect_left(title.nodes, title.nodes[-1]) + 1] if end[at] <= edge]


def _tenths(title: Title, start: int, end: int) -> int:
    """The length of a line in tenths of an em."""
    measured = title.work.measured
    return (measured.end[end] - measured.start[start]) * PARTS_OF_EM // title.work.items.em


def _line_cost(title: Title, start: int, end: int) -> int:
    """What a line costs by itself, and the place where it ends."""
    above, below = title.places.get(start, BAR), title.places.get(end, BAR)
    worst = max(above.rank, below.rank)
    width = _tenths(title, start, end)
    is_short = width * title.work.items.em * 1000 < title.mean * PARTS_OF_EM * SHORT_OF_MEAN
    cost = LINES + BROKEN * below.broken + below.doubt * PARTS_OF_EM**2 + width * width + sum(WORSE[: below.rank])
    cost += STUB * (worst > BAR.rank and _characters(title, start, end) <= STUB_CHARACTERS)
    return cost + SHORT * (worst >= MARK.rank and is_short)


def _characters(title: Title, start: int, end: int) -> int:
    """The characters of a line without its marks."""
    return sum(name not in _NO_CHARACTERS for name in title.work.items.classes[start:end])


def _disorder(shape: TitleShape, above: int, width: int) -> int:
    """What a line costs that is longer than the one above it, or shorter, where that is to be the longer or shorter."""
    is_wrong = {"longer-first": width > above, "longer-last": width < above}.get(shape, False)
    return DISORDER * PARTS_OF_EM**2 * (is_wrong and above >= 0)
