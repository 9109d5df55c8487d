"""Fillers (补白): which of them stand on the white that pages leave at articles' ends, and where.

Pages are decided on first, and no filler moves one. The first filler stands if it can at all, the second if it can
beside that, and so on. Where those that stand may be shared out in several ways, they stand below articles before they
stand on pages that would be blank: a few lines on a page of their own look lost. Then as few whites as can be are left,
and those as large as can be; then the first filler stands as early as can be.
"""

from __future__ import annotations

from collections.abc import Sequence

from huozi.makeup.plans import Stood
from huozi.records import NamedTuple

ABOVE = 1
"""Empty lines above a filler; at a page's head they stay below it."""
TRIES = 5_000
"""Ways of sharing out that are looked at for an issue, at the most, before the best found by then is kept."""
MOST = 40
"""Fillers that are moved to make room for another one; beyond, one stands only on white that is left as it is."""
NOWHERE = -1


class White(NamedTuple):
    """White at an article's end: its page of the body, from 0, the grid line that it begins at, and its lines."""

    page: int
    line: int
    lines: int

    @property
    def is_blank(self) -> bool:
        """Whether it is a blank page."""
        return self.line == 0


def stand(depths: Sequence[int], whites: Sequence[White]) -> tuple[Stood, ...]:
    """Where fillers stand that are so many grid lines deep, page by page; they are in order of preference.

    >>> stand((3, 9), (White(4, 30, 7), White(6, 20, 12)))
    (Stood(filler=0, page=4, line=31), Stood(filler=1, page=6, line=21))
    """
    shared = share_out(tuple(depth + ABOVE for depth in depths), whites)
    found: list[Stood] = []
    for number, white in enumerate(whites):
        line = white.line if white.is_blank else white.line + ABOVE
        for filler, depth in enumerate(depths):
            if shared[filler] == number:
                found.append(Stood(filler, white.page, line))
                line += depth + ABOVE
    return tuple(found)


def widest_left(depths: Sequence[int], whites: Sequence[White], stood: Sequence[Stood]) -> int:
    """The lines of the widest white that is left beside the fillers that stand; 0 where there is none."""
    left = {white.page: white.lines for white in whites}
    for each in stood:
        left[each.page] -= depths[each.filler] + ABOVE
    return max(left.values(), default=0)


def share_out(needs: Sequence[int], whites: Sequence[White]) -> tuple[int, ...]:
    """For each filler that needs so many lines the white that it stands on, by its place; ``NOWHERE`` where it cannot.

    All ways are compared as long as that takes no more than ``TRIES``.
    """
    search = _Search(whites)
    stands: list[int] = []
    where: list[int] = []
    for filler, need in enumerate(needs):
        more = search.with_one_more([needs[each] for each in stands], where, need)
        if more:
            stands.append(filler)
            where = more
    best = search.tidiest([needs[each] for each in stands], where)
    shared = [NOWHERE] * len(needs)
    for filler, white in zip(stands, best, strict=True):
        shared[filler] = white
    return tuple(shared)


class _Key(NamedTuple):
    """What ways of sharing out are compared by, the least of each first.

    Pages with nothing but fillers, whites left, their lines (less than 0), the way itself.
    """

    alone: int
    whites: int
    lines: tuple[int, ...]
    where: tuple[int, ...]


class _Search:
    """Ways of sharing fillers out to whites; ``tries`` are the ways that may still be looked at."""

    __slots__ = ("blank", "rooms", "tries")

    def __init__(self, whites: Sequence[White]) -> None:
        self.rooms = [white.lines for white in whites]
        self.blank = [white.is_blank for white in whites]
        self.tries = TRIES

    def left(self, needs: Sequence[int], where: Sequence[int]) -> list[int]:
        """The lines that are left of each white."""
        left = list(self.rooms)
        for need, white in zip(needs, where, strict=True):
            left[white] -= need
        return left

    # ------------------------------------------------------------ which stand

    def with_one_more(self, needs: Sequence[int], where: Sequence[int], need: int) -> list[int]:
        """The whites of fillers that stand and of another one, all anew where need be; empty where there are none."""
        left = self.left(needs, where)
        if need > sum(left) or need > max(self.rooms):
            return []
        holds = [white for white, lines in enumerate(left) if lines >= need]
        if holds:
            return [*where, min(holds, key=lambda white: (self.blank[white], left[white]))]
        return self._anew([*needs, need]) if len(needs) < MOST else []

    def _anew(self, needs: list[int]) -> list[int]:
        """Whites for fillers, the deepest placed first, each where it leaves the least; empty where there are none."""
        order = sorted(range(len(needs)), key=lambda filler: -needs[filler])
        left, where = list(self.rooms), [NOWHERE] * len(needs)
        hopeless: set[tuple[int, ...]] = set()

        def place(number: int) -> bool:
            if number == len(order):
                return True
            known = (number, *sorted(left))
            if known in hopeless:
                return False
            filler = order[number]
            for lines in sorted({lines for lines in left if lines >= needs[filler]}):
                if not self.tries:
                    return False
                self.tries -= 1
                white = where[filler] = left.index(lines)
                left[white] -= needs[filler]
                if place(number + 1):
                    return True
                left[white] += needs[filler]
            hopeless.add(known)
            return False

        return where if place(0) else []

    # ------------------------------------------------------------ where they stand

    def tidiest(self, needs: Sequence[int], where: Sequence[int]) -> tuple[int, ...]:
        """The best way of sharing out fillers, for which one way is known."""
        left = self.left(needs, where)
        best = self._key(left, where, 0)
        if len(needs) > MOST:
            return best.where
        left, at = list(self.rooms), list[int]()

        def place() -> None:
            nonlocal best
            rest = len(needs) - len(at)
            key = self._key(left, at, rest)
            if key >= best:
                return
            if not rest:
                best = key
                return
            need = needs[len(at)]
            alike: set[int] = set()
            for white, lines in enumerate(left):
                if lines < need or lines in alike or not self.tries:
                    continue
                self.tries -= 1
                alike.add(lines)
                left[white] -= need
                at.append(white)
                place()
                at.pop()
                left[white] += need

        place()
        return best.where

    def _key(self, left: Sequence[int], where: Sequence[int], rest: int) -> _Key:
        """The key of a way of sharing out, or the least that one begun may come to, so many fillers being left."""
        alone = sum(blank and lines < room for blank, lines, room in zip(self.blank, left, self.rooms, strict=True))
        whites = sum(lines > 0 for lines in left)
        lines = tuple(sorted(-lines for lines in left))
        return _Key(alone, max(whites - rest, 0), lines, tuple(where))
