"""What no line of a variant may be beyond, and what sums over a paragraph tell of it before any line is set.

So many lines must hold the text, and be filled by it. What is too much must go into what compression can take of it,
what is too little into what its gaps can be opened by; what is left to be changed says how uneven the lines are at the
least. :mod:`~huozi.paragraph.breaking.within` looks nowhere that is not promised something here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, repeat
from operator import add, sub
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.breaking.cost import FIELD_BITS, FIELD_MASK, PARTS_OF_EM, UNEVENNESS
from huozi.paragraph.breaking.linebreak import Breakable
from huozi.paragraph.items.measure import Measured
from huozi.paragraph.rules.pairs import CONNECTOR, HAN_LATIN, PLACES, PLACES_BITS, ROOM, WORD_SPACE, Columns
from huozi.records import NamedTuple


class Bound(NamedTuple):
    """What no line of a variant may be beyond: how wide its gaps are opened (Mpt), and the faults that there are.

    ``faults`` are the fields of a cost above unevenness, each the most that a variant may have in it.
    """

    gap: Mpt
    faults: int = 0


ABOVE = UNEVENNESS + FIELD_BITS


def faults_of(cost: int) -> int:
    """What stands in a cost above unevenness."""
    return cost >> ABOVE


def is_worse(faults: int, most: int) -> bool:
    """Whether one of some faults is more than the same of others."""
    while faults:
        if faults & FIELD_MASK > most & FIELD_MASK:
            return True
        faults, most = faults >> FIELD_BITS, most >> FIELD_BITS
    return False


End: TypeAlias = tuple[int, Mpt, bool, int]
"""Where a line may end, how short of the measure it is there (Mpt), whether it ends whatever its length, and what it
then costs at least in unevenness."""
Line: TypeAlias = tuple[int, int, int]
"""Where a line ends, what it costs, its class of tightness."""


class Known(NamedTuple):
    """What searches in the same matter within the same bound have found out: the lines that can start at each place.

    ``gains`` is what ending a line at each place adds to the width of the text, ``able`` are the running sums of what
    compression can take at the gaps (neither before it is asked for).
    """

    gains: list[Mpt]
    ends: dict[int, list[End]]
    lines: dict[tuple[int, int], Line | None]
    able: list[Mpt]


def nothing_known() -> Known:
    """What is known before the first search."""
    return Known([], {}, {}, [])


def _gains(work: Breakable, known: Known) -> list[Mpt]:
    """What ending a line at each place adds to the width of the text, worked out once."""
    if not known.gains:
        measured = work.measured
        known.gains.extend(map(sub, measured.break_ends, map(measured.start.__getitem__, measured.breaks[:-1])))
    return known.gains or [0]


def _coarse_gains(work: Breakable, known: Known) -> tuple[Mpt, Mpt]:
    """No more than the least of them and no less than the most: told by few numbers, since gaps are of few kinds."""
    items = work.items
    if items.hyphens:
        gains = _gains(work, known)
        return min(gains), max(gains)
    spaces = list(map(work.measured.columns.space.__getitem__, set(items.codes))) or [0]
    return -max(spaces) - max(items.trim) - max(items.lead.values(), default=0), -min(spaces)


class Sums(NamedTuple):
    """What tells whether text can be set in so many lines, and what that costs at least, without setting any.

    ``least`` is what breaking a line adds to the width of the text at the least and ``most`` at the most (mostly less
    than nothing: marks lose their space at the edges of lines, and the gap between two lines is gone); ``tight`` is the
    least together with what compression then cannot take there. ``last`` is where the shortest last line starts that
    has no fault, ``short`` its width, ``spare`` what a mark at a line's end can lose.
    """

    work: Breakable
    bound: Bound
    known: Known
    least: Mpt
    most: Mpt
    tight: Mpt
    spare: Mpt
    last: int
    short: Mpt

    def share(self, at: int, lines: int) -> Mpt:
        """How short the next of so many lines is where all share the change (negative: how much too long)."""
        measured, shape = self.work.measured, self.work.shape
        text = measured.end[-1] - measured.start[at] - (0 if at else shape.first - shape.rest)
        slack = (lines - 1) * (shape.rest - self.most) + self.short - text
        if slack > 0 and lines > 1:
            return slack // (lines - 1)
        return -max(text + (lines - 1) * self.least - lines * shape.rest, 0) // lines


Promise: TypeAlias = Callable[[int, int], "int | None"]
"""What gives, for a place, less than how uneven so many lines from there are (one or more of them).

``None``: they cannot hold the text, or not fill it."""


def promise_of(sums: Sums) -> Promise:
    """What is promised of the lines to come: what is too much must be taken by compression, too little by the gaps.

    As many lines changed by as much as each other are the evenest; half a part may be rounded away in each.
    """
    work, able, gap, last = sums.work, sums.known.able, sums.bound.gap, sums.last
    if len(work.stops) > 1:
        return lambda _at, _lines: 0
    measured, em, weight = work.measured, work.items.em, work.weight
    start, given, total, rest = measured.start, measured.given, measured.end[-1], work.shape.rest
    most, tight, trimmed = rest - sums.most, sums.tight - rest, sums.least - sums.tight
    over, under = total - sums.tight, sums.short - total - most  # so much too wide, too narrow, but for the lines
    indent, spare, to_last = work.shape.first - rest, sums.spare, given[last - 1]

    def less_than(at: int, lines: int) -> int | None:
        begin = start[at] if at else start[0] + indent
        excess = over + lines * tight - begin
        if excess > 0:
            held = able[-1] - able[at] if able else compressible(measured, given[-1] - given[at])
            if excess > lines * spare + held:
                return None
            parts = (excess + (lines - 1) * trimmed) * PARTS_OF_EM // em - (lines + 1) // 2
            return parts * parts // lines if parts > 0 else 0
        if lines == 1:
            return None if at > last else 0
        slack = under + lines * most + begin
        if slack <= 0:
            return 0
        if slack > (to_last - given[at] & PLACES) * gap and slack > openable(to_last - given[at], gap):
            return None
        parts = slack * PARTS_OF_EM // em - lines // 2
        return weight * (parts * parts // (lines - 1)) if parts > 0 else 0

    return less_than


def summed(work: Breakable, lines: int, bound: Bound, known: Known) -> Sums | None:
    """What tells of the text from each place on; ``None`` where all of it cannot be set in so many lines."""
    measured, count = work.measured, work.stops[-1]
    least, most = _coarse_gains(work, known)
    sums = Sums(work, bound, known, least, most, least, _spare(work), count, 0)
    if promise_of(sums)(0, lines) is None:
        return None
    gains = _gains(work, known)
    tight = _tight_gain(work, gains, measured.columns) if measured.compress else min(gains)
    sums = sums._replace(least=min(gains), most=max(gains), tight=tight)
    if len(work.stops) == 1:
        last = _last_start(work, bound)
        sums = sums._replace(last=last, short=measured.end[-1] - measured.start[last])
        if lines > 1 and (not last or promise_of(sums)(0, lines) is None):
            return None
    if not known.able:
        able = map(measured.columns.able.__getitem__, work.items.codes) if measured.compress else repeat(0, count)
        known.able.extend(accumulate(able, initial=0))
    return sums


def _tight_gain(work: Breakable, gains: Sequence[Mpt], columns: Columns) -> Mpt:
    """What breaking a line adds to the text at the least, together with what compression then cannot take there."""
    codes = map(work.items.codes.__getitem__, map((-1).__add__, work.measured.breaks[:-1]))
    return min(map(add, gains, map(columns.able.__getitem__, codes)), default=0)


def _last_start(work: Breakable, bound: Bound) -> int:
    """Where the shortest last line starts that has no fault; 0: there is none but the first."""
    breaks, count = work.measured.breaks, work.stops[-1]
    for at in reversed(breaks[:-1]):
        cost = work.cost_of(at, count, 0, True)
        if cost is not None and not is_worse(faults_of(cost), bound.faults):
            return at
    return 0


def _spare(work: Breakable) -> Mpt:
    """What the first step of compression can take from a line at the most."""
    return max(work.items.spare.values()) if work.items.spare else 0


def compressible(measured: Measured, given: int) -> Mpt:
    """What compression can take from gaps that give so much."""
    return sum([given >> step.room_at & ROOM for step in measured.compress])


def openable(given: int, gap: Mpt) -> Mpt:
    """More than what gaps that give so much can be opened by, none by more than ``gap`` beyond the first two steps."""
    places, rest = given & PLACES, given >> PLACES_BITS
    if not rest:
        return places * gap
    places += given >> CONNECTOR.places_at & PLACES
    places += (given >> WORD_SPACE.places_at & PLACES) + (given >> HAN_LATIN.places_at & PLACES)
    return places * gap + (given >> WORD_SPACE.room_at & ROOM) + (given >> HAN_LATIN.room_at & ROOM)


def can_be_pulled_in(work: Breakable, lines: int, known: Known) -> bool:
    """Whether marks that give way could take what is too much for so many lines."""
    if len(work.stops) > 1:
        return True
    columns = work.items.rows.columns(work.items.em, compressed=True)
    room = lines * (work.shape.rest + _spare(work)) + work.shape.first - work.shape.rest
    able = room - work.measured.end[-1] + sum(map(columns.able.__getitem__, work.items.codes))
    if (lines - 1) * _coarse_gains(work, known)[0] > able:
        return False
    return (lines - 1) * _tight_gain(work, _gains(work, known), columns) <= able
