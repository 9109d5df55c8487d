"""Steps of pagination where floats and notes stand beside text: what a page holds of them is part of the place.

Floats keep their order. Where a page or a column begins, the next of them may be put to its head and foot; where one is
written it may stand in the text; what is left at an article's end stands there. Notes grow at the foot of the column
(of the page, for text over all columns) that calls them, and go on in the next where they must. All else is as in
:mod:`huozi.makeup.steps`, which is what this is held against on text alone.
"""

from __future__ import annotations

from huozi.galley import Where
from huozi.makeup.called import due
from huozi.makeup.costs import (
    ADRIFT,
    CUT,
    DEEP,
    FAR,
    HEADING,
    LONE_TOP,
    PARTED,
    STIRRED,
    TASTE,
    UNLIKE,
    VARIANTS,
    late,
)
from huozi.makeup.matter_bands import Bands, Here
from huozi.makeup.matter_ends import (
    ASKED,
    BEGIN,
    FEET,
    FLOATS,
    MENTIONED,
    NOTES,
    NOTES_HERE,
    OF,
    OVER,
    TAKEN,
    TAKEN_HERE,
    Due,
    SetFeet,
)
from huozi.makeup.steps import FLOW, NONE, OPEN, Place, Step
from huozi.makeup.units import ORPHANS, WIDOWS, Choice, Unit


class MatterStepper(Bands):
    """Gives the steps from places of a part with floats and notes under its rules."""

    __slots__ = ()

    @property
    def start(self) -> Place:
        """The place that the part begins at."""
        return (0, 0, 0, 0, 0, 0, 0, BEGIN, NONE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

    def is_end(self, place: Place) -> bool:
        """Whether all text, all floats and all notes are set."""
        return place[1] == len(self.units) and not place[NOTES] and not place[NOTES_HERE]

    def least_cut(self, place: Place) -> int:
        """What is sure to cost something from a place on: lines cut, as if there were text alone, and floats that are
        mentioned and have no place left on the page.
        """
        may_wait = place[FLOATS] < len(self.rules.floats) and place[7] in (FLOW, OPEN)
        least = self._least_waiting(place) if may_wait else 0
        if not self.room.may_be_cut:
            return least
        limit = FLOW if place[7] == BEGIN else place[7]
        return least + super().least_cut((*place[:7], limit, place[8]))

    def _least_waiting(self, place: Place) -> int:
        """What floats cost that are mentioned and can stand on a later page at the soonest."""
        page, item, left, _, fill, column = place[:6]
        if item == len(self.units) or not fill:
            return 0
        if place[7] == OPEN:
            columns = self.units[item].columns
            if column + 1 < columns and not self.rules.floats[place[FLOATS]].is_wide:
                return 0
        waiting = self.called.mentioned(item, left, place[OF]) - place[FLOATS]
        if waiting <= 0:
            return 0
        if self.choices.may_stand_in_text((item, left, 0), place[FLOATS], self.rules.depths[page] - fill):
            return 0
        return (waiting << FAR) + late(max(place[MENTIONED] - place[FLOATS], 0))

    def waiting(self, place: Place) -> tuple[int, int]:
        """How many floats are mentioned before a place and not placed yet, and how many placed and not mentioned."""
        ahead = place[FLOATS] - self.called.mentioned(place[1], place[2], place[OF])
        return max(-ahead, 0), max(ahead, 0)

    def steps(self, place: Place) -> list[Step]:
        """The steps from a place."""
        item, limit = place[1], place[7]
        if item == len(self.units):
            return self.notes_alone(place)
        if limit == BEGIN:
            return self.page_begun(place)
        unit = self.units[item]
        if limit == FLOW:
            if unit.columns > 1:
                return self.bands_begun(place, unit)
            here = Here(self.rules.depths[place[0]] - place[TAKEN], place[NOTES : NOTES + 2])  # type: ignore[arg-type]
        else:
            here = Here(self.column_room(place), place[NOTES_HERE : NOTES_HERE + 2])  # type: ignore[arg-type]
        if unit.spot >= 0:
            return self._at_spot(place, unit, here)
        if unit.due:
            return self._at_due(place, unit, here)
        return self._text(place, unit, here)

    def _fits(self, room: int, notes: Due) -> bool:
        """Whether notes go into so much of a column, as far as they must stand there."""
        if self.rules.breaks or not notes[0]:
            return room >= 0
        return self.note_room.depth(notes[0] - notes[1]) <= room

    # ------------------------------------------------------------ text

    def _text(self, place: Place, unit: Unit, here: Here) -> list[Step]:
        """The steps from a place at which text stands next."""
        page, item, left, keep, fill, column = place[:6]
        if unit.idle and not fill:
            return self._set_whole(place, (0, 0, keep), here.notes)
        found: list[Step] = self._full(place, here)
        if found and place[7] == OPEN and column and not left:
            found = []
        if not left:
            barred = self.is_barred(place)
            rest = max(here.room - fill - self.note_room.depth(here.notes[0] - here.notes[1]), 0)
            meant = fill > 0 and (unit.column or unit.room > rest or barred)
            if fill or (place[7] == OPEN and column):
                found += self.ended_before(place, here, meant=meant)
            if meant or barred or self.rules.held.get(item, page) != page:
                return found
        if unit.depth > self.rules.depths[page]:
            bare = not place[TAKEN] and (self.rules.anyhow or not (place[NOTES] or place[NOTES_HERE]))
            return found + (self._too_deep(place, unit, here) if bare else [])
        for choice in unit.choices if not left else (Choice(left),):
            lines = choice.lines
            price = (choice.price << VARIANTS) + (choice.cut << CUT) + (choice.unlike << UNLIKE)
            price += choice.stirs << STIRRED
            of = place[OF] or lines
            calls = unit.calls is not None and (not left or place[OF] > 0)
            notes = due(*here.notes, self.called.note_lines(item, of, of - lines, lines)) if calls else here.notes
            used = fill + (unit.depth * lines if not unit.tail else unit.height(lines, lines))
            if self._fits(here.room - used, notes):
                kept = max(unit.keep, keep - lines, 0) if unit.is_text else keep
                found += self._set_whole(place, (price, used, kept), notes, lines)
            if lines > 1:
                found += self._within_unit(place, (lines, of if calls else 0, price), here)
        return found

    def _full(self, place: Place, here: Here) -> list[Step]:
        """The end of a column of a band that floats alone fill; none where text has room in it."""
        if place[4] > (self.units[place[1]].again if place[2] else 0) or not place[TAKEN_HERE] or place[7] == FLOW:
            return []
        if here.room - self.note_room.depth(here.notes[0] - here.notes[1]) > 0:
            return []
        if place[3] and not self.rules.breaks:
            return []
        ended = self.ended(place, (place[1], place[2], place[OF]), (here.room, 0, here.notes), meant=False)
        return [each._replace(cost=each.cost + (1 << HEADING)) for each in ended] if place[3] else ended

    def _within_unit(self, place: Place, setting: tuple[int, int, int], here: Here) -> list[Step]:
        """The ends of the column within a unit: ``(lines left, of so many where they call anything, price)``."""
        _, item, left, keep, fill = place[:5]
        lines, of, price = setting
        unit, rules, room = self.units[item], self.rules, here.room
        orphans = 1 if left else ORPHANS
        first = max(1 if rules.breaks else max(keep, orphans), 1 if left else unit.solid)
        last = lines - 1 if rules.breaks else lines - WIDOWS
        shallowest = min(unit.depth, *unit.tail) if unit.tail else unit.depth
        found: list[Step] = []
        for count in range(min(last, (room - fill) // max(shallowest, 1)), first - 1, -1):
            used = fill + unit.height(count, lines)
            if used > room:
                continue
            notes = due(*here.notes, self.called.note_lines(item, of, of - lines, count)) if of else here.notes
            if not self._fits(room - used, notes):
                continue
            if room - used - self.note_room.depth(notes[0]) > rules.short:
                break
            cost = price
            if rules.breaks:
                cost += ((keep > count) << HEADING) + ((count < orphans) << PARTED)
                if lines - count < WIDOWS:
                    cost += 1 << (LONE_TOP if unit.is_lone else PARTED)
            rest = of if of and self.called.calls_after(item, of, lines - count) else 0
            found += [
                Step(each.cost + cost, each.place, count, lines, each.floats, each.feet)
                for each in self.ended(place, (item, lines - count, rest), (room, used, notes), meant=False)
            ]
        return found

    def _too_deep(self, place: Place, unit: Unit, here: Here) -> list[Step]:
        """A unit whose lines are deeper than the page, as where there is text alone."""
        page, item, left, _, fill, column, top, limit = place[:8]
        if fill > (unit.again if left else 0) or top or limit > 0 or (column and limit == FLOW):
            return []
        lines, depth, of = left or unit.lines, self.rules.depths[page], place[OF] or left or unit.lines
        calls = unit.calls is not None and (not left or place[OF] > 0)
        notes = due(*here.notes, self.called.note_lines(item, of, of - lines, 1) if calls else ())
        if lines == 1:
            after = self.units[item + 1 : self.room.band_end(item)]
            closes = limit == OPEN and all(not each.depth and each.due <= place[FLOATS] for each in after)
            steps = self._set_whole((*place[:7], depth, *place[8:]) if closes else place, (0, depth, 0), notes)
        else:
            rest = of if calls and self.called.calls_after(item, of, lines - 1) else 0
            steps = self.ended(place, (item, lines - 1, rest), (here.room, depth, notes), meant=False)
        return [each._replace(cost=each.cost + (1 << DEEP), lines=1, of=lines) for each in steps]

    # ------------------------------------------------------------ floats in the text

    def _at_spot(self, place: Place, unit: Unit, here: Here) -> list[Step]:
        """Where a float is written: it stands here, or elsewhere."""
        number, floats = unit.spot, place[FLOATS]
        each = self.rules.floats[number]
        may_end = place[4] or (place[7] == OPEN and place[5])
        found = self.ended_before(place, here, meant=False) if may_end else self._full(place, here)
        if number == floats and "here" in each.places:
            found += self._put(place, (each.places.index("here"), 0), here, item=place[1] + 1)
        must = each.places == ("here",) and floats <= number
        if not must or self.rules.breaks:
            passed = self._set_whole(place, (must << ADRIFT, place[4], place[3]), here.notes)
            found += passed
        return found

    def _at_due(self, place: Place, unit: Unit, here: Here) -> list[Step]:
        """Where all floats written before must stand: those that do not stand elsewhere stand here."""
        if place[FLOATS] >= unit.due:
            return self._set_whole(place, (0, place[4], place[3]), here.notes)
        places = self.rules.floats[place[FLOATS]].places
        taste = places.index("here") if "here" in places else len(places)
        found = self._put(place, (taste, int("here" not in places)), here, item=place[1])
        fits = found and self._stays_sound(place, here)
        full = bool(place[TAKEN_HERE]) and here.room <= self.note_room.depth(here.notes[0] - here.notes[1])
        if self.rules.anyhow and place[7] == OPEN:
            fits = False  # no band may end here: what is deeper than the page stands in it
        if not fits and (place[4] or here.notes[0] or (place[7] == OPEN and place[5]) or full):
            found = found + self.ended_before(place, here, meant=True)
        return found

    def _stays_sound(self, place: Place, here: Here) -> bool:
        """Whether the next float can be set here without a rule being broken: then it need not wait for a column."""
        number = place[FLOATS]
        notes = due(*here.notes, self.called.notes_of_float(number))
        used = place[4] + self.rules.floats[number].height
        if self.choices.out_of_turn((number,), place[ASKED]):
            return False
        return self.note_room.depth(notes[0] - notes[1]) <= here.room - used

    def _put(self, place: Place, faults: tuple[int, int], here: Here, *, item: int) -> list[Step]:
        """The next float set in the text at a place, the next unit ``item``; nothing where it may not or cannot stand.

        ``faults``: what its place costs in taste, and whether it stands at an article's end against its wish.
        """
        at, fill, limit = place[1], place[4], place[7]
        number, columns = place[FLOATS], self.units[at].columns
        each = self.rules.floats[number]
        if place[FEET] or not (columns == 1 or (each.within == columns and each.over == 1)):
            return []
        if columns == 1 and not each.is_wide and not self.units[at].due:
            return []
        notes = due(*here.notes, self.called.notes_of_float(number))
        used = fill + each.height
        broken = self.choices.out_of_turn((number,), place[ASKED])
        if not self._fits(here.room - used, notes) or (broken and not self.rules.breaks):
            return []
        cost = (faults[0] << TASTE) + (faults[1] << FAR) + (broken << ADRIFT)
        floats: tuple[tuple[int, Where], ...] = ((number, "here"),)
        taken, taken_here = place[TAKEN], place[TAKEN_HERE]
        if fill and limit == FLOW:  # what is left is the same as below a float at the head: so it is the same place
            used, taken = fill, taken + each.height
        elif fill:
            used, taken_here = fill, taken_here + each.height
        beside = (number + 1, taken, *place[NOTES:TAKEN_HERE], taken_here, *place[NOTES_HERE:])
        if item != at:
            steps = self._set_whole((*place[:FLOATS], *beside), (cost, used, place[3]), notes)
            return [step._replace(floats=floats) for step in steps]
        text = (*place[:4], used, *place[5:FLOATS])
        if limit == FLOW:
            return [Step(cost, (*text, *beside[:2], *notes, *beside[4:]), floats=floats)]
        return [Step(cost, (*text, *beside[:6], *notes, *beside[8:]), floats=floats)]

    # ------------------------------------------------------------ units set whole

    def _set_whole(self, place: Place, reached: tuple[int, int, int], notes: Due, lines: int = 0) -> list[Step]:
        """A unit set to its end, at ``(price, fill, keep)``: what follows stands in the same band, in the next, or
        there is nothing more.
        """
        page, item, limit = place[0], place[1], place[7]
        price, fill, keep = reached
        after, end = item + 1, len(self.units)
        if after < end and self.units[after].fresh:
            keep = 0
        flows = limit == FLOW
        if after < end and self.room.band_end(item) != after:
            text = (page, after, 0, keep, fill, *place[5:FLOATS], *place[FLOATS:NOTES])
            if flows:
                return [Step(price, (*text, *notes, *place[FEET:OF], 0, *place[ASKED:]), lines, lines)]
            beside = (*place[NOTES:NOTES_HERE], *notes, place[OVER], 0, *place[ASKED:])
            return [Step(price, (*text, *beside), lines, lines)]
        if limit == OPEN or place[OVER]:
            return []
        feet: SetFeet = ()
        down = fill
        if flows:
            beside = (*place[FLOATS:NOTES], *notes, *place[FEET:OF], 0, *place[ASKED:])
        else:
            closed = self.band_closed(place, (price, fill, notes))
            if closed is None:
                return []
            price, down, beside, feet = closed
        if after < end:
            reached_place = (page, after, 0, keep, down, 0, 0, FLOW, place[8], *beside)
            return [Step(price, reached_place, lines, lines, feet=feet)]
        ended = self.text_ended(page, (price, down, not place[TAKEN_HERE]), beside, feet)
        return [Step(each.cost, each.place, lines, lines, each.floats, each.feet) for each in ended]
