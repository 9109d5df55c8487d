"""Which of the next floats may stand at the head and foot of a page or a column, or on a page of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from huozi.galley import Where
from huozi.makeup.called import Called
from huozi.makeup.room import Room
from huozi.makeup.steps import Rules
from huozi.records import NamedTuple

MOST_FLOATS: Final = 2
"""Floats that are put to the head and foot of a page, or of a column, or on a page of their own, in all."""
LEAST_TEXT: Final = 2
"""Grid lines that are left for text on a page that floats stand at the head or foot of."""
OWN_PAGE: Final = (2, 3)
"""The part of a page that floats fill at least which have it to themselves, unless one can stand on no other."""
SPREAD: Final = 2
"""A spread has two pages."""

At = tuple[int, int, int]
"""A place in the text: unit, its lines left, of so many lines."""


class Taken(NamedTuple):
    """Floats chosen, each with where it stands, in order: the grid lines they take, what their places cost in taste.

    ``over``: how many columns they run over.
    """

    floats: tuple[tuple[int, Where], ...] = ()
    lines: int = 0
    taste: int = 0
    over: int = 1

    @property
    def numbers(self) -> tuple[int, ...]:
        """The floats chosen."""
        return tuple(number for number, _ in self.floats)

    @property
    def has_feet(self) -> bool:
        """Whether any stands at the foot."""
        return bool(self.floats) and self.floats[-1][1] == "foot"


class Choices:
    """The choices of floats of a part."""

    __slots__ = ("_asked", "_begins", "_called", "_dues", "_floats", "_room", "_rules", "_spots", "most_rows")

    def __init__(self, called: Called, room: Room, rules: Rules) -> None:
        self._called, self._room, self._rules, self._floats = called, room, rules, rules.floats
        self._asked = [number for number, each in enumerate(self._floats) if each.on]
        units = called.units
        self._begins = [item for item in range(1, len(units)) if units[item].article >= 0]
        self._spots, self._dues = [-1] * len(self._floats), [-1] * len(self._floats)
        for item, unit in enumerate(units):
            if unit.spot >= 0 and "here" in self._floats[unit.spot].places:
                self._spots[unit.spot] = item
            for number in range(unit.due):
                self._dues[number] = item if self._dues[number] < 0 else self._dues[number]
        pages = max(rules.depths, default=0) if any("page" in each.places for each in self._floats) else 0
        self.most_rows = sum(each.height + pages for each in self._floats)

    def rows_owed(self) -> list[int]:
        """The grid lines of pages that floats take at the least, once so many of them are placed."""
        owed = [0]
        for each in reversed(self._floats):
            owed.append(owed[-1] + each.height * each.over * TWELFTHS // max(each.within, 1))
        return [lines // TWELFTHS for lines in reversed(owed)]

    def on_page(self, at: At, floats: int, depth: int, facing: int) -> Iterator[Taken]:
        """The floats that may stand at the head and foot of a page, of the next ones; none first.

        ``facing``: the depth of the page of its spread that comes behind it, 0 where none does.
        """
        yield Taken()
        for heads in range(MOST_FLOATS + 1):
            for feet in range(MOST_FLOATS + 1 - heads):
                if not heads + feet or floats + heads + feet > len(self._floats):
                    continue
                taken = self._taken(at, floats, heads, feet)
                if taken is None or depth - taken.lines < LEAST_TEXT:
                    continue
                if not self._is_reached(taken.floats[-1][0], at, depth - taken.lines + facing):
                    continue
                if all(self._floats[number].is_wide for number, _ in taken.floats):
                    yield taken

    def in_column(self, at: At, floats: int, column: int, room: int) -> Iterator[Taken]:
        """The floats that may stand at the head and foot of a column, of the next ones; at least one."""
        columns = self._called.units[at[0]].columns
        for heads in range(MOST_FLOATS + 1):
            for feet in range(MOST_FLOATS + 1 - heads):
                if not heads + feet or floats + heads + feet > len(self._floats):
                    continue
                taken = self._taken(at, floats, heads, feet)
                if taken is None or taken.lines > room:
                    continue
                if not self._is_reached(taken.floats[-1][0], at, SPREAD * max(self._rules.depths)):
                    continue
                each = [self._floats[number] for number, _ in taken.floats]
                if any(one.is_wide or one.within != columns for one in each):
                    continue
                over = max(one.over for one in each)
                if over == 1 or (len(each) == 1 and column + over <= columns):
                    yield taken._replace(over=over)

    def on_own_page(self, at: At, floats: int, depth: int, facing: int) -> Iterator[Taken]:
        """The next floats that may have a page of their own together: it must be filled well, or asked for.

        ``facing`` as in :meth:`on_page`: what is mentioned on neither page of the spread does not stand there.
        """
        lines = taste = 0
        chosen: list[tuple[int, Where]] = []
        for number in range(floats, min(floats + MOST_FLOATS, len(self._floats))):
            each = self._floats[number]
            lines += each.height
            if "page" not in each.places or lines > depth or not self._is_reached(number, at, facing):
                return
            taste += each.places.index("page")
            chosen.append((number, "page"))
            is_asked = any(self._floats[each].places == ("page",) for each, _ in chosen)
            if is_asked or lines * OWN_PAGE[1] >= depth * OWN_PAGE[0]:
                yield Taken(tuple(chosen), lines, taste)

    def _taken(self, at: At, floats: int, heads: int, feet: int) -> Taken | None:
        """So many of the next floats at a head and at a foot; ``None`` where one may not stand so."""
        chosen: list[tuple[int, Where]] = []
        lines = taste = 0
        for number in range(floats, floats + heads + feet):
            each = self._floats[number]
            where: Literal["head", "foot"] = "head" if number < floats + heads else "foot"
            if where not in each.places:
                return None
            if where == "head" and not at[1] and self._called.units[self._first_text(at[0])].marks:
                return None  # no figure stands above the title of its article
            if where == "head" and each.article > self._called.articles[at[0]]:
                return None
            lines += each.height
            taste += each.places.index(where)
            chosen.append((number, where))
        return Taken(tuple(chosen), lines, taste)

    def may_stand_in_text(self, at: At, floats: int, depth: int) -> bool:
        """Whether the next float may stand in the text of so many grid lines that begin with a place."""
        if floats == len(self._floats):
            return False
        item = at[0]
        spots = (self._spots[floats], self._dues[floats])
        return any(spot >= item and self._room.between(item, at[1], spot) <= depth for spot in spots)

    def may_begin_article(self, at: At, depth: int) -> bool:
        """Whether an article may begin in so many grid lines that begin with a place."""
        item = at[0]
        begins = next((each for each in self._begins if each >= item), -1)
        return begins >= 0 and self._room.between(item, at[1], begins) <= depth

    def _first_text(self, item: int) -> int:
        """The first unit from one on that takes lines at a column's head."""
        units = self._called.units
        while item + 1 < len(units) and (units[item].idle or units[item].spot >= 0 or units[item].due):
            item += 1
        return item

    def _is_reached(self, number: int, at: At, depth: int) -> bool:
        """Whether the first mention of a float may stand in so many grid lines that begin with a place, or before."""
        item, left, of = at
        if self._called.passed(number, item, left, of):
            return True
        return self._room.between(item, left, self._called.anchors[number]) <= depth

    # ------------------------------------------------------------ an editor's words

    def asked_on_page(self, at: At) -> int:
        """Bits of the floats that are to stand on the page that begins at a place: their calls stand before it."""
        return sum(
            1 << number
            for number in self._asked
            if self._floats[number].on.startswith("next") and self._called.passed(number, *at)
        )

    def asked_in_column(self, at: At, asked: int) -> int:
        """The same bits where a column begins at a place, those of floats that are asked for by pages unchanged."""
        for number in self._asked:
            if self._is_by_column(number) and self._floats[number].on == "next-column":
                asked = asked & ~(1 << number) | self._called.passed(number, *at) << number
        return asked

    def out_of_turn(self, chosen: Iterable[int], asked: int) -> int:
        """How many of the floats chosen an editor has on another page or in another column."""
        if not self._asked:
            return 0
        return sum(self._floats[number].on.startswith("next") and not asked >> number & 1 for number in chosen)

    def unkept_on_page(self, at: At, floats: int, asked: int) -> int:
        """How many words for pages are not kept where a page ends before a place, so many floats placed."""
        return sum(
            self._is_unkept(number, at, floats, asked) for number in self._asked if not self._is_by_column(number)
        )

    def unkept_in_column(self, at: At, floats: int, asked: int) -> int:
        """How many words for columns are not kept where a column ends before a place, so many floats placed."""
        return sum(self._is_unkept(number, at, floats, asked) for number in self._asked if self._is_by_column(number))

    def _is_unkept(self, number: int, at: At, floats: int, asked: int) -> bool:
        if self._floats[number].on.startswith("next"):
            return bool(asked >> number & 1) and number >= floats
        return (number < floats) != self._called.passed(number, *at)

    def _is_by_column(self, number: int) -> bool:
        """Whether an editor's word for a float counts columns; of one over all columns these are pages."""
        return self._floats[number].on.endswith("column") and not self._floats[number].is_wide


TWELFTHS: Final = 12
"""Parts of a line that all numbers of columns divide."""
