"""Cost of a line: a vector compared in order, most severe first, packed in one int.

Sums of vectors stay comparable because each field is wide enough never to run over, so adding and comparing costs is
adding and comparing ints. What a line costs comes from the steps that fill it (the order of CLREQ's adjustment
table), not from one stretch ratio: pure Han text has no glue.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph import charclass as cc
from huozi.paragraph.itemize import Items
from huozi.paragraph.measure import Measured
from huozi.paragraph.spacing import COMPRESS_STEPS, EXPAND_STEPS
from huozi.style.model import Fill, TextStyle

COST_FIELDS = (
    "misfit",  # the line is longer than the measure, or nothing can fill it
    "forbidden",  # a break that a prohibition or a word forbids: a last remedy
    "lone",  # a last line of one character (孤字)
    "unpreferred",  # a heading broken elsewhere than at its | or space
    "character",  # expansion, the last step first: the worst thing to use
    "han-latin",
    "western-space",
    *(f"-{step}" for step in reversed(COMPRESS_STEPS)),
)
"""What a line costs, most severe first. Amounts are sums over places of squared changes (Mpt²)."""

FIELD_BITS = 64
_RANK = {name: FIELD_BITS * (len(COST_FIELDS) - 1 - index) for index, name in enumerate(COST_FIELDS)}
MISFIT, FORBIDDEN, LONE, UNPREFERRED, CHARACTER = (_RANK[name] for name in COST_FIELDS[:5])

_IN_ORDER = ([_RANK[step] for step in EXPAND_STEPS], [_RANK[f"-{step}"] for step in COMPRESS_STEPS])
_ALL_ALIKE = ([CHARACTER] * len(EXPAND_STEPS), [CHARACTER] * len(COMPRESS_STEPS))
RANKS: dict[Fill, tuple[list[int], list[int]]] = {
    "pull-in": _IN_ORDER,
    "push-out": _IN_ORDER,
    "least": _ALL_ALIKE,
}
"""The fields that expansion and compression steps cost in: one after the other, or alike where the least move wins."""

_MASK = (1 << FIELD_BITS) - 1


def cost_fields(cost: int) -> dict[str, int]:
    """A cost as its fields by name."""
    return {name: (cost >> rank) & _MASK for name, rank in _RANK.items()}


CostOf: TypeAlias = Callable[[int, int, Mpt, bool], int | None]
"""Cost of a line from one character count to another with so much room left over; ``None`` where it cannot be set."""


def justified_costs(items: Items, measured: Measured, style: TextStyle, stops: Sequence[int]) -> CostOf:
    """Costs of lines that fill the measure: what each step must do, its squares shared over its places."""
    expand_ranks, compress_ranks = RANKS[style.fill]
    expanded, compressed = _expanding(measured, expand_ranks), _compressing(measured, compress_ranks)
    lonely = stops[-1] if style.lone_character else -1

    def cost_of(at: int, end: int, slack: Mpt, last: bool) -> int | None:
        if not last:
            return expanded(at, end, slack) if slack >= 0 else compressed(at, end, -slack)
        cost = 0 if slack >= 0 else compressed(at, end, -slack)
        if cost is not None and at and end == lonely and _is_lone(items.classes[at:end]):
            cost += 1 << LONE
        return cost

    return cost_of


def _expanding(measured: Measured, ranks: Sequence[int]) -> Callable[[int, int, Mpt], int]:
    """What it costs to expand a line by so much: each step to its ceiling, the last one without limit."""
    room, places, characters = measured.expand_room, measured.expand_places, measured.expand_places[-1]
    steps = [step for step, sums in enumerate(room) if sums]

    def expanded(at: int, end: int, slack: Mpt) -> int:
        cost = 0
        for step in steps:
            able = room[step][end - 1] - room[step][at]
            if able:
                used = min(slack, able)
                cost += used * used // (places[step][end - 1] - places[step][at]) << ranks[step]
                slack -= used
        if not slack:
            return cost
        gaps = characters[end - 1] - characters[at]
        return cost + ((slack * slack // gaps << CHARACTER) if gaps else (slack << MISFIT))

    return expanded


def _compressing(measured: Measured, ranks: Sequence[int]) -> Callable[[int, int, Mpt], int | None]:
    """What it costs to compress a line by so much, step after step; ``None`` where all steps do not reach."""
    room, places = measured.compress_room, measured.compress_places
    steps = [step for step, sums in enumerate(room) if sums]

    def compressed(at: int, end: int, excess: Mpt) -> int | None:
        cost = 0
        for step in steps:
            able = room[step][end - 1] - room[step][at]
            if able:
                used = min(excess, able)
                cost += used * used // (places[step][end - 1] - places[step][at]) << ranks[step]
                excess -= used
                if not excess:
                    return cost
        return None

    return compressed


def with_forbidden(cost_of: CostOf, places: Container[int]) -> CostOf:
    """Costs that count the breaks at forbidden places."""

    def counted(at: int, end: int, slack: Mpt, last: bool) -> int | None:
        cost = cost_of(at, end, slack, last)
        return cost if cost is None or end not in places else cost + (1 << FORBIDDEN)

    return counted


_WITHOUT_CORE = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP + cc.DASH + cc.UNIT + cc.INTERPUNCT + cc.SPACE


def _is_lone(classes: str) -> bool:
    """Whether a last line holds a single character; its marks do not count (孤字不成行)."""
    return sum(name not in _WITHOUT_CORE for name in classes) <= 1


_AFTER_MARKS = cc.PAUSE + cc.STOP + cc.CLOSING


def ragged_costs(items: Items) -> CostOf:
    """Costs of lines that keep their own width: even lengths, broken at ``|`` or a space, else after a mark."""
    places = {index + 1: 0 for index, name in enumerate(items.classes) if name == cc.EM_SPACE}
    places |= dict.fromkeys(items.preferred, 0)
    places |= {index + 1: 1 for index, name in enumerate(items.classes) if name in _AFTER_MARKS}

    def cost_of(_at: int, end: int, slack: Mpt, last: bool) -> int | None:
        if slack < 0:
            return None
        dislike = 0 if last else places.get(end, 2)
        return (slack * slack << CHARACTER) + (dislike << UNPREFERRED)

    return cost_of
