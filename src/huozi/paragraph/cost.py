"""Cost of a line: a vector compared in order, most severe first, packed in one int.

Sums of vectors stay comparable because each field is wide enough never to run over, so adding and comparing costs is
adding and comparing ints. What a line costs comes from the steps that fill it (the order of CLREQ's adjustment
table), not from one stretch ratio: pure Han text has no glue.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph import charclass as cc
from huozi.paragraph.itemize import Items
from huozi.paragraph.measure import Measured
from huozi.paragraph.spacing import COMPRESS_STEPS, EXPAND_STEPS
from huozi.style.model import TextStyle

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

FIELD_BITS = 64
_RANK = {name: FIELD_BITS * (len(COST_FIELDS) - 1 - index) for index, name in enumerate(COST_FIELDS)}
MISFIT, LONE, UNPREFERRED, CHARACTER = (_RANK[name] for name in COST_FIELDS[:4])
_EXPAND_RANKS = tuple(_RANK[step] for step in EXPAND_STEPS)
_COMPRESS_RANKS = tuple(_RANK[f"-{step}"] for step in COMPRESS_STEPS)
_MASK = (1 << FIELD_BITS) - 1


def cost_fields(cost: int) -> dict[str, int]:
    """A cost as its fields by name."""
    return {name: (cost >> rank) & _MASK for name, rank in _RANK.items()}


CostOf: TypeAlias = Callable[[int, int, Mpt, bool], int | None]
"""Cost of a line from one character count to another with so much room left over; ``None`` where it cannot be set."""


def justified_costs(items: Items, measured: Measured, style: TextStyle, stops: Sequence[int]) -> CostOf:
    """Costs of lines that fill the measure: what each step must do, its squares shared over its places."""
    room, places = measured.expand_room, measured.expand_places
    characters = places[2]
    steps = [step for step in (0, 1) if room[step]]
    compress = [step for step in range(len(COMPRESS_STEPS)) if measured.compress_room[step]]
    count = stops[-1] if style.lone_character else -1

    def cost_of(at: int, end: int, slack: Mpt, last: bool) -> int | None:
        cost = 1 << LONE if last and at and end == count and _is_lone(items.classes[at:end]) else 0
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
            return cost + (slack << MISFIT)
        return cost + (slack * slack // gaps << CHARACTER)

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


def ragged_costs(items: Items) -> CostOf:
    """Costs of lines that keep their own width: even lengths, broken at ``|`` or at a space where there is one."""
    spaces = {index + 1 for index, name in enumerate(items.classes) if name == cc.EM_SPACE}
    preferred = spaces | set(items.preferred)

    def cost_of(_at: int, end: int, slack: Mpt, last: bool) -> int | None:
        if slack < 0:
            return None
        cost = slack * slack << CHARACTER
        if preferred and not last and end not in preferred:
            cost += 1 << UNPREFERRED
        return cost

    return cost_of
