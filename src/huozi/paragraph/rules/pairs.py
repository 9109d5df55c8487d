"""The pair table as composition asks it: rows by the code of a gap, and what is summed of them over a paragraph.

Rows, and their columns at a size, are worked out when a code is first met. What a gap gives to all steps of adjustment
stands in one number, a field of bits for each: one running sum, where there would be a dozen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from huozi.geometry import Mpt
from huozi.paragraph.rules.spacing import (
    COMPRESS_STEPS,
    EM,
    EXPAND_STEPS,
    MAY_END,
    MAY_NOT_END,
    WHOLE,
    WIDEST,
    Pair,
    pair,
    within_a_whole,
)
from huozi.records import NamedTuple
from huozi.style.text_style import TextStyle

PLACES_BITS, ROOM_BITS = 24, 48
"""Bits of a step's fields: 16 million places, and 280 m of room."""
PLACES, ROOM = (1 << PLACES_BITS) - 1, (1 << ROOM_BITS) - 1


class Step(NamedTuple):
    """A step of adjustment, by its number in ``EXPAND_STEPS`` or ``COMPRESS_STEPS``.

    ``places_at`` and ``room_at`` are the bits from which on its fields stand in what gaps give: how many places, and by
    how much they may be changed in all (Mpt).
    """

    number: int
    name: str
    places_at: int
    room_at: int


_ORDER = ("-pause", "-stop", "-bracket", "-han-latin", "han-latin", "western-space", "-western-space", "-interpunct")
"""The steps in the order of their bits, common ones first: numbers are as long as the highest field in use."""


def _step(index: int, name: str, sign: str) -> Step:
    if sign + name in ("character", "beyond"):  # the latter's places are those of the first two steps
        return Step(index, name, 0, 0)
    rank = _ORDER.index(sign + name) if sign + name in _ORDER else len(_ORDER) + (not sign)  # -line-end, connector
    bit = PLACES_BITS + rank * (PLACES_BITS + ROOM_BITS)
    return Step(index, name, bit, bit + PLACES_BITS)


EXPAND = tuple(_step(index, name, "") for index, name in enumerate(EXPAND_STEPS))
COMPRESS = tuple(_step(index, name, "-") for index, name in enumerate(COMPRESS_STEPS))
WORD_SPACE, HAN_LATIN, CHARACTER, BEYOND, CONNECTOR = EXPAND
LIMITED = (WORD_SPACE, HAN_LATIN)
"""The first steps of expansion: each gap of theirs has a ceiling. Those of the later ones have places and no room, and
``BEYOND`` has the places of these two."""


class Column(dict[str, int]):
    """A number by the code of a gap, worked out from the code's row when first asked for."""

    def __init__(self, rows: Mapping[str, Pair], give: Callable[[Pair], int]) -> None:
        super().__init__()
        self._rows = rows
        self._give = give

    def __missing__(self, code: str) -> int:
        number = self[code] = self._give(self._rows[code])
        return number


class Columns:
    """The columns of a table's rows at a size; marks give way only where lines are filled so (``compressed``)."""

    def __init__(self, rows: Mapping[str, Pair], em: Mpt, *, compressed: bool, loosest: int) -> None:
        self._rows = rows
        self._em = em
        self._compressed = compressed
        self._rooms: dict[Step, Column] = {}
        self._places: dict[Step, Column] = {}
        self.loosest = loosest * em // EM
        """By how much all gaps of a line may be opened before it is loose (Mpt)."""
        self.widest = WIDEST * em // EM
        """By how much they may be opened at all."""
        self.space = Column(rows, lambda row: row.space * em // EM)
        """What stands between the characters beside their own widths (Mpt)."""
        self.breakable = Column(rows, lambda row: int(row.breakable))
        """1 where a line may end."""
        self.given = Column(rows, self._given)
        """The fields of all steps."""
        self.able = Column(rows, self._able)
        """What all compression together can take (Mpt)."""

    def rooms(self, step: Step) -> Column:
        """By how much a compression step may change each gap (Mpt), or one of expansion that has a limit."""
        if step not in self._rooms:
            self._rooms[step] = Column(self._rows, lambda row: self._room(row, step))
        return self._rooms[step]

    def places(self, step: Step) -> Column:
        """1 where a step of expansion has a place."""
        if step not in self._places:
            numbers = {own.number for own in LIMITED} if step is BEYOND else {step.number}
            self._places[step] = Column(self._rows, lambda row: int(row.expand in numbers))
        return self._places[step]

    def _room(self, row: Pair, step: Step) -> Mpt:
        if step in COMPRESS:
            return sum(most for index, most in row.compress if index == step.number) * self._em // EM
        return row.ceiling * self._em // EM * (row.expand == step.number)

    def _given(self, row: Pair) -> int:
        fields = 0
        if row.expand >= 0:
            step = EXPAND[row.expand]
            fields += 1 << step.places_at
            if step in LIMITED:
                fields += self._room(row, step) << step.room_at
        for index in dict(row.compress) if self._compressed else ():
            room = self._room(row, COMPRESS[index])
            fields += (room << COMPRESS[index].room_at) + (int(room > 0) << COMPRESS[index].places_at)
        return fields

    def _able(self, row: Pair) -> Mpt:
        return sum(self._room(row, step) for step in COMPRESS) if self._compressed else 0


class PairTable(dict[str, Pair]):
    """The table by two letters: ``table["PH"]`` is a pause mark before a hanzi. Rows are made when first asked for."""

    def __init__(self, style: TextStyle, word_space: int) -> None:
        super().__init__()
        self._style = style
        self._word_space = word_space
        self._columns: dict[tuple[Mpt, bool], Columns] = {}

    def __missing__(self, code: str) -> Pair:
        closed = code[2:]
        if self._style.adjacent_marks == "2字" and closed[-1:] != WHOLE:
            closed = ""  # marks keep their em, ？ and ！ in a row too
        row = pair(code[0], code[1], self._style, self._word_space, closed)
        if code[-1] in (MAY_END, MAY_NOT_END):
            row = row._replace(breakable=code[-1] == MAY_END)
        elif code[-1] == WHOLE:
            row = within_a_whole(row)
        self[code] = row
        return row

    def columns(self, em: Mpt, *, compressed: bool = False) -> Columns:
        """The columns at a size; with compression where the style fills lines so, or where it is asked for."""
        asked = (em, compressed or self._style.fill != "push-out")
        if asked not in self._columns:
            self._columns[asked] = Columns(self, em, compressed=asked[1], loosest=self._style.loosest)
        return self._columns[asked]

    def with_rows(self, rows: Mapping[str, Pair]) -> PairTable:
        """The table with rows of its own for some codes."""
        table = PairTable(self._style, self._word_space)
        table.update(self)
        table.update(rows)
        return table


@lru_cache(maxsize=64)
def pair_table(style: TextStyle, word_space: int) -> PairTable:
    """The table of a style; ``word_space`` is the Latin face's space in thousandths of an em."""
    return PairTable(style, word_space)
