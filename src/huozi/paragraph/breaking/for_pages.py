"""Variants for pages: a paragraph in a line less and a line more, no gap opened further than pages may open it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.breaking.bounds import Bound, can_be_pulled_in, faults_of, is_worse, nothing_known
from huozi.paragraph.breaking.cost import FIELD_BITS, UNEVENNESS
from huozi.paragraph.breaking.linebreak import Breakable, Breaking
from huozi.paragraph.breaking.within import break_within
from huozi.paragraph.items.measure import widest_gap
from huozi.records import NamedTuple

MOST_PRICE = (1 << 28) - 1
"""The highest price of a variant: the paginator adds up prices in a field of so many bits."""


class Variant(NamedTuple):
    """A breaking that pages may choose, and what it takes.

    ``price`` is how much more uneven it is than the natural breaking (the cost's field; 0 for that alone), ``strain``
    by how much its widest gap is opened beyond what the first two steps allow (Mpt; counted as for ``line-loose``).
    ``pulled_in``: marks give way in it although the style's fill leaves them their width.
    """

    lines: int
    price: int
    strain: Mpt
    breaking: Breaking
    pulled_in: bool = False


Pulling: TypeAlias = Callable[[], Breakable]
"""What gives a paragraph's matter as a fill that pulls in has it."""


def variants_of(work: Breakable, best: Breaking, stretch: Mpt, pulling: Pulling | None) -> tuple[Variant, ...]:
    """The natural breaking, then those in a line less and a line more whose widest gap is within ``stretch`` (Mpt).

    Where the natural lines are opened further, a variant may be opened as far as they are. ``pulling`` gives the matter
    that a line less is looked for in (``None``: there is none). No variant has a fault that the natural lines have not:
    a loose line, a lone last character, a forbidden break. Without any stretch there is none.
    """
    strain = _strain(work, best.ends)
    natural = Variant(len(best.ends), 0, strain, best)
    if stretch <= 0 or work.shape.align != "justify":
        return (natural,)
    bound = Bound(max(stretch, strain), faults_of(best.cost))
    found, known = [natural], nothing_known()
    if pulling is not None and can_be_pulled_in(work, natural.lines - 1, known):
        tight = pulling()
        shorter = break_within(tight, natural.lines - 1, bound, known if tight is work else nothing_known())
        found += _variant(tight, natural, shorter, tight is not work)
    found += _variant(work, natural, break_within(work, natural.lines + 1, bound, known), False)
    return tuple(found)


def _variant(work: Breakable, natural: Variant, breaking: Breaking | None, pulled_in: bool) -> tuple[Variant, ...]:
    if breaking is None or is_worse(faults_of(breaking.cost), faults_of(natural.breaking.cost)):
        return ()
    price = _unevenness(breaking.cost) - _unevenness(natural.breaking.cost)
    strain = _strain(work, breaking.ends)
    return (Variant(len(breaking.ends), min(max(price, 1), MOST_PRICE), strain, breaking, pulled_in),)


def _strain(work: Breakable, ends: Iterable[int]) -> Mpt:
    """How wide the widest gap of a breaking's lines is; those left short are not opened."""
    measured, stops = work.measured, frozenset(work.stops)
    widest, start, room = 0, 0, work.shape.first
    for end in ends:
        if end not in stops:
            slack = room - measured.end[end] + measured.start[start]
            if slack > 0:
                widest = max(widest, widest_gap(measured, start, end, slack) or 0)
        start, room = end, work.shape.rest
    return widest


def _unevenness(cost: int) -> int:
    return cost >> UNEVENNESS & ((1 << FIELD_BITS) - 1)
