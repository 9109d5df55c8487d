"""Bands of several columns begun where floats and notes stand beside text, and columns ended before what is next."""

from __future__ import annotations

from collections.abc import Iterable

from huozi.makeup.costs import HEADING
from huozi.makeup.matter_ends import (
    ASKED,
    FEET,
    FLOATS,
    LATER_HERE,
    MENTIONED,
    NOTES,
    NOTES_HERE,
    OF,
    TAKEN,
    Due,
    Ends,
)
from huozi.makeup.steps import MORE_DEPTHS, OPEN, Place, Step
from huozi.makeup.units import Unit
from huozi.records import NamedTuple


class Here(NamedTuple):
    """The column at hand: the grid lines that text and notes may take of it, and the notes due there so far."""

    room: int
    notes: Due


class Bands(Ends):
    """The steps that begin bands, and those that end a column before a unit."""

    __slots__ = ()

    def is_barred(self, place: Place) -> bool:
        """Whether an article may not begin here: floats of another one stand below."""
        if not place[FEET] or not self.called.begins_article(place[1]):
            return False
        return self.rules.floats[place[FLOATS] - 1].article < self.called.articles[place[1]]

    def ended_before(self, place: Place, here: Here, *, meant: bool) -> list[Step]:
        """The column ended before the unit at hand; above empty lines, never below them."""
        _, item, left, keep, used = place[:5]
        if used and self.units[item - 1].idle:
            return []
        if keep and not self.rules.breaks:
            return []
        ended = self.ended(place, (item, left, 0), (here.room, used, here.notes), meant=meant)
        return [each._replace(cost=each.cost + (1 << HEADING)) for each in ended] if keep else ended

    def bands_begun(self, place: Place, unit: Unit) -> list[Step]:
        """The bands that may begin here, in several columns: closed at a depth, or open; or the page ends."""
        page, item, left, keep, fill = place[:5]
        depth = self.rules.depths[page] - place[TAKEN]
        cap = depth - self.note_room.depth(place[NOTES]) - fill
        barred = self.is_barred(place)
        meant = fill > 0 and (unit.room > max(cap, 0) or barred)
        here = Here(depth, place[NOTES : NOTES + 2])  # type: ignore[arg-type]
        found = self.ended_before(place, here, meant=meant) if fill else []
        if cap <= 0 and not fill and self.rules.anyhow:  # notes that go on have the page to themselves
            found = self.ended(place, (item, left, place[OF]), (depth, 0, here.notes), meant=True)
        held = page if left else self.rules.held.get(item, page)
        if meant or barred or held != page or cap <= 0:
            return found
        again = unit.again if left else 0
        asked = self.choices.asked_in_column((item, left, place[OF]), place[ASKED])
        for limit in (OPEN, *self._depths_tried(place, cap)):
            begun = (
                page,
                item,
                left,
                keep,
                again,
                0,
                fill,
                limit,
                place[8],
                *place[FLOATS:ASKED],
                asked,
                place[MENTIONED],
            )
            found += self.column_begun(begun)
        return found

    def _depths_tried(self, place: Place, cap: int) -> Iterable[int]:
        """The depths that a band of several columns may be closed at: all, where floats or notes may stand in it."""
        item, left = place[1], place[2]
        units = self.units[item : self.room.band_end(item)]
        beside = place[FLOATS] < len(self.rules.floats) or place[NOTES_HERE] or place[LATER_HERE]
        if not beside and not any(unit.calls or unit.spot >= 0 or unit.due for unit in units):
            return self._limits(item, left, cap)
        least, most = self.room.depth_of_band(item, left)
        columns = self.units[item].columns
        if least > columns * cap:
            return ()
        if not self.rules.balance:
            return (cap,)
        most += sum(each.height for each in self.rules.floats[place[FLOATS] :] if each.article <= self._article(item))
        most += self.note_room.depth(place[NOTES_HERE]) + self._notes_in_band(item)
        tallest = max((each.height for each in self.rules.floats[place[FLOATS] :]), default=0)
        highest = max(-(-most // columns) + MORE_DEPTHS, tallest + MORE_DEPTHS)
        highest = cap if self.rules.breaks or self.rules.short > MORE_DEPTHS else min(highest, cap)
        return range(max(-(-least // columns), 1), highest + 1)

    def _article(self, item: int) -> int:
        """The article that a band's last unit is part of."""
        return self.called.articles[self.room.band_end(item) - 1]

    def _notes_in_band(self, item: int) -> int:
        """The grid lines that notes called in a band take at the most."""
        end = self.room.band_end(item)
        lines = [note for at in range(item, end) for note in self.called.all_notes(at)]
        return sum(map(self.note_room.depth, lines))
