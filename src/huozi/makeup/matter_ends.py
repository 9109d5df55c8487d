"""Ends of columns and pages where floats and notes stand beside text, and what stands at heads and feet of the next.

What a place knows of floats and notes stands behind the nine numbers of :data:`huozi.makeup.steps.Place`; constants
name the places of these. Here are the steps that leave a column; :mod:`huozi.makeup.matter_steps` has those within one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from huozi.makeup.called import Called, due
from huozi.makeup.costs import ADRIFT, CARRIED, FAR, MOVED, SIDE_BY_SIDE, TASTE, UNEQUAL, WHITE, late, running
from huozi.makeup.float_choices import Choices, Taken
from huozi.makeup.note_room import Feet, NoteRoom
from huozi.makeup.steps import FLOW, NONE, Place, Rules, Step, Stepper
from huozi.makeup.units import Unit
from huozi.records import NamedTuple

BEGIN: Final = -2
"""In a place's ``limit``: a page begins, and what floats stand on it is not decided yet."""

FLOATS: Final = 9
"""How many floats have been placed."""
TAKEN: Final = 10
"""Grid lines that floats take of the page."""
NOTES, LATER = 11, 12
"""Note lines due at the page's foot, and how many of them may go on."""
FEET: Final = 13
"""Whether floats stand at the foot of the column (1) or of the page (2)."""
TAKEN_HERE: Final = 14
"""Grid lines that floats take of the column."""
NOTES_HERE, LATER_HERE = 15, 16
"""As for the page, in the column."""
OVER: Final = 17
"""So many columns beside this one begin with as much taken by a float."""
OF: Final = 18
"""The lines of the unit begun, where the rest of them calls something; else 0."""
ASKED: Final = 19
"""Bits of the floats that an editor has on this page, or in this column: their calls stand on the one before."""

MENTIONED: Final = 20
"""How many floats were mentioned before the page began, where some of these had not been placed by then; else 0."""

COLUMN_FEET, PAGE_FEET = 1, 2

Due: TypeAlias = tuple[int, int]
"""Note lines due in a column, and how many of them may go on."""
At: TypeAlias = tuple[int, int, int]
"""A place in the text: unit, its lines left, of so many that it is set in (0: what is left calls nothing)."""
SetFeet: TypeAlias = tuple[tuple[str, int], ...]


class Closed(NamedTuple):
    """A closed band ended: what that costs, the grid line that the page goes on at, what is known beside text then, and
    the notes at its foot.
    """

    price: int
    down: int
    beside: tuple[int, ...]
    feet: SetFeet


class Ends(Stepper):
    """The steps that leave a column or a page."""

    __slots__ = ("called", "choices", "note_room", "owed")

    def __init__(self, units: Sequence[Unit], rules: Rules) -> None:
        super().__init__(units, rules)
        self.called = Called(self.units, rules.floats, rules.notes)
        self.note_room = NoteRoom(rules.note_depths)
        self.choices = Choices(self.called, self.room, rules)
        notes = sum(note.lines for note in rules.notes) * self.note_room.depth(1)
        self.room.loosen(self.choices.most_rows + notes)
        self.owed = self.choices.rows_owed()

    def foot(self, free: int, notes: Due) -> Feet | None:
        """The notes at the foot of a column with so many lines free of text; ``None`` where they may not stand so."""
        foot = self.note_room.at_end(free, *notes)
        return None if foot.adrift and not self.rules.breaks else foot

    def ended(self, place: Place, following: At, ended: tuple[int, int, Due], *, meant: bool) -> list[Step]:
        """The column ended before a place: ``ended`` is its room, what text has used of it, notes due there."""
        column, limit, before = place[5], place[7], place[8]
        room, used, notes = ended
        if (foot := self.foot(room - used, notes)) is None:
            return []
        rules, short = self.rules, room - used - self.note_room.depth(foot.lines)
        if short > rules.short and not meant:
            return []
        is_last = limit == FLOW or column + 1 == self.units[place[1]].columns
        if limit > 0 and (is_last or limit < rules.least):
            return []
        broken = 0 if limit == FLOW else self.choices.unkept_in_column(following, place[FLOATS], place[ASKED])
        if broken and not rules.breaks:
            return []
        if limit > 0:
            cost, after = short * SIDE_BY_SIDE << UNEQUAL if rules.balance else running(short, NONE), before
            cost = short << WHITE if meant else cost
        else:
            cost, after = (short << WHITE, NONE) if meant else (running(short, before), short)
        cost += (foot.rest << CARRIED) + (foot.adrift + broken << ADRIFT)
        if not is_last:
            return self._next_column(place, following, (cost, after, foot))
        if used == 1 and not column and not (place[TAKEN] or place[TAKEN_HERE] or foot.lines):
            cost += self._single(following[:2])
        feet: SetFeet = ()
        if limit == FLOW:
            feet = (("page", foot.lines),) if foot.lines else ()
            carried = (foot.rest, foot.later, place[NOTES_HERE], place[LATER_HERE])
        else:
            lines = (("column", foot.lines), ("page", place[NOTES]))
            feet = tuple(each for each in lines if each[1])
            carried = (0, 0, foot.rest, foot.later)
        step = Step(cost, place, feet=feet)
        return self._turned_to(step, following, after, carried)

    def _next_column(self, place: Place, following: At, ended: tuple[int, int, Feet]) -> list[Step]:
        """The next column of a band begun, with the floats that may stand in it."""
        item, left, of = following
        cost, after, foot = ended
        over, page_feet = place[OVER], place[FEET] == PAGE_FEET
        fill = self.units[item].again if left else 0
        text = (place[0], item, left, 0, fill, place[5] + 1, place[6], place[7], after)
        asked = (self.choices.asked_in_column(following, place[ASKED]), place[MENTIONED])
        stays = place[FEET] if over or page_feet else 0
        beside = (stays, place[TAKEN_HERE] if over else 0, foot.rest, foot.later, over and over - 1, of, *asked)
        reached = (*text, *place[FLOATS:FEET], *beside)
        begun = [Step(0, reached)] if over else self.column_begun(reached)
        feet = (("column", foot.lines),) if foot.lines else ()
        return [Step(cost + each.cost, each.place, 0, 0, each.floats, feet) for each in begun]

    def _turned_to(self, step: Step, following: At, short: int, carried: tuple[int, int, int, int]) -> list[Step]:
        """The next page begun; ``step`` has the cost until then and the place that its last column ended at."""
        rules, before = self.rules, step.place
        page, (item, left, of) = before[0] + 1, following
        while self.units[item].idle:
            item += 1
        at = (item, left, of)
        if page == self.pages or rules.forbidden == (page, self._text_from(item), left):
            return []
        if not self.room.holds(page, item, left, self.owed[before[FLOATS]]):
            return []
        cost = self._page_ended(at, before[FLOATS], before)
        if cost is None:
            return []
        cost += step.cost
        if page in rules.kept and (self._text_from(item), left) not in rules.kept[page]:
            cost += 1 << MOVED
        facing = short if (page % 2 == 0) == rules.right else NONE
        notes, later, here, later_here = carried
        asked = (self.choices.asked_on_page(at), self._mentioned(at, before[FLOATS]))
        beside = (before[FLOATS], 0, notes, later, 0, 0, here, later_here, 0, of, *asked)
        if before[FLOATS] < len(rules.floats):
            return [Step(cost, (page, item, left, 0, 0, 0, 0, BEGIN, facing, *beside), feet=step.feet)]
        return [Step(cost, (page, item, left, 0, self._again(item, left), 0, 0, FLOW, facing, *beside), feet=step.feet)]

    def _single(self, following: tuple[int, int]) -> int:
        """As where there is text alone; what takes no line is no text that a page ends with."""
        item, left = following
        while item and not self.units[item - 1].depth:
            item -= 1
        return super()._single((item, left))

    def _text_from(self, item: int) -> int:
        """The first unit from one on that takes lines of its own."""
        while item + 1 < len(self.units) and (self.units[item].spot >= 0 or self.units[item].due):
            item += 1
        return item

    def _again(self, item: int, left: int) -> int:
        """The grid lines at a page's head that head a unit which goes on there in one column."""
        unit = self.units[item]
        return unit.again if left and unit.columns == 1 else 0

    def _mentioned(self, at: At, floats: int) -> int:
        """How many floats are mentioned before a page that begins at a place, where not all of them are placed."""
        mentioned = self.called.mentioned(*at)
        return mentioned if mentioned > floats else 0

    def _page_ended(self, at: At, floats: int, place: Place) -> int | None:
        """What it costs that a page ends before a place, so many floats placed; ``None`` where it may not end so.

        ``place`` is one on that page. A float is late that was mentioned before the page began: it stands neither on
        the spread of its mention nor on the page after that.
        """
        ahead = floats - self.called.mentioned(*at)
        cost = (abs(ahead) << FAR) + late(max(place[MENTIONED] - floats, 0))
        broken = self.choices.unkept_on_page(at, floats, place[ASKED])
        if ahead > 0 and (place[0] % 2 == 0) == self.rules.right:  # it would stand before the spread of its mention
            if not self.rules.anyhow:
                return None
            broken += ahead
        if broken and not self.rules.breaks:
            return None
        return cost + (broken << ADRIFT)

    # ------------------------------------------------------------ floats at heads and feet

    def page_begun(self, place: Place) -> list[Step]:
        """The floats that may stand at the head and foot of a page, or on a page of their own."""
        page, item, left = place[:3]
        at, floats = (item, left, place[OF]), place[FLOATS]
        again = self._again(item, left)
        found: list[Step] = []
        for taken in self.choices.on_page(at, floats, self.rules.depths[page], self._facing(page)):
            broken = self.choices.out_of_turn(taken.numbers, place[ASKED])
            if broken and not self.rules.breaks:
                continue
            notes = self._with_notes((place[NOTES], place[LATER]), taken)
            rest = floats + len(taken.floats)
            feet = PAGE_FEET if taken.has_feet and self._bars(at, rest, self.rules.depths[page] - taken.lines) else 0
            text = (*place[:4], again, 0, 0, FLOW, place[8])
            beside = (rest, taken.lines, *notes, feet, *place[TAKEN_HERE:])
            cost = (taken.taste << TASTE) + (broken << ADRIFT)
            found.append(Step(cost, (*text, *beside), floats=taken.floats))
        return found + self._own_pages(place)

    def _facing(self, page: int) -> int:
        """The depth of the page of its spread that comes behind a page, 0 where none does."""
        is_left = (page % 2 == 0) != self.rules.right
        return self.rules.depths[page + 1] if is_left and page + 1 < self.pages else 0

    def _bars(self, at: At, floats: int, depth: int) -> bool:
        """Whether it matters to text of so many grid lines, so many floats placed, that some stand at the foot."""
        if any(not each.is_wide for each in self.rules.floats[floats:]):
            return True  # columns may take it
        return self.choices.may_stand_in_text(at, floats, depth) or self.choices.may_begin_article(at, depth)

    def _with_notes(self, notes: Due, taken: Taken) -> Due:
        """The notes due in a column with those that floats in it call."""
        for number, _ in taken.floats:
            notes = due(*notes, self.called.notes_of_float(number))
        return notes

    def _own_pages(self, place: Place) -> list[Step]:
        """The page left to floats alone, where text does not begin the part with it."""
        page, item, left = place[:3]
        if not page or page + 1 >= self.pages or place[NOTES] or place[NOTES_HERE]:
            return []
        at, found = (item, left, place[OF]), []
        begins = (self._text_from(item), left)
        rules_forbid = self.rules.forbidden == (page + 1, *begins)
        moved = page + 1 in self.rules.kept and begins not in self.rules.kept[page + 1]
        for taken in self.choices.on_own_page(at, place[FLOATS], self.rules.depths[page], self._facing(page)):
            floats = place[FLOATS] + len(taken.floats)
            foot = self.note_room.at_end(self.rules.depths[page] - taken.lines, *self._with_notes((0, 0), taken))
            cost = self._page_ended(at, floats, place)
            broken = self.choices.out_of_turn(taken.numbers, place[ASKED])
            if foot.rest or cost is None or (broken and not self.rules.breaks):
                continue
            if rules_forbid or not self.room.holds(page + 1, item, left, self.owed[floats]):
                continue
            beside = (floats, *place[TAKEN:ASKED], self.choices.asked_on_page(at), self._mentioned(at, floats))
            cost += (taken.taste << TASTE) + (broken << ADRIFT)
            cost += (moved << MOVED) + (
                self.rules.depths[page] - taken.lines - self.note_room.depth(foot.lines) << WHITE
            )
            feet = (("page", foot.lines),) if foot.lines else ()
            reached = (page + 1, *place[1:7], BEGIN, NONE, *beside)
            found.append(Step(cost, reached, floats=taken.floats, feet=feet))
        return found

    def column_begun(self, place: Place) -> list[Step]:
        """A column of a band begun, with the floats that may stand at its head and foot."""
        floats, is_open = place[FLOATS], place[FEET] != PAGE_FEET
        at = (place[1], place[2], place[OF])
        found = [Step(0, place)]
        if not is_open or floats == len(self.rules.floats):
            return found
        for taken in self.choices.in_column(at, floats, place[5], self.column_room(place)):
            broken = self.choices.out_of_turn(taken.numbers, place[ASKED])
            if broken and not self.rules.breaks:
                continue
            notes = self._with_notes((place[NOTES_HERE], place[LATER_HERE]), taken)
            rest = floats + len(taken.floats)
            feet = COLUMN_FEET if taken.has_feet and self._bars_here(at, rest, place) else place[FEET]
            placed = (rest, *place[TAKEN:FEET], feet, taken.lines, *notes, taken.over - 1)
            cost = (taken.taste << TASTE) + (broken << ADRIFT)
            found.append(Step(cost, (*place[:FLOATS], *placed, *place[OF:]), floats=taken.floats))
        return found

    def _bars_here(self, at: At, floats: int, place: Place) -> bool:
        """Whether it matters to the text of a column, so many floats placed, that some stand at its foot."""
        depth = -(-self.column_room(place) // self.units[at[0]].columns)
        return self.choices.may_stand_in_text(at, floats, depth) or self.choices.may_begin_article(at, depth)

    def column_room(self, place: Place) -> int:
        """The grid lines of the column at hand that text and notes may take."""
        limit = place[7]
        if limit > 0:
            return limit - place[TAKEN_HERE]
        depth = self.rules.depths[place[0]] - place[TAKEN]
        if limit == FLOW:
            return depth
        return depth - self.note_room.depth(place[NOTES]) - place[6] - place[TAKEN_HERE]

    # ------------------------------------------------------------ the text's end

    def band_closed(self, place: Place, reached: tuple[int, int, Due]) -> Closed | None:
        """A closed band ended at ``(price, lines used, notes due)``; ``None`` where it may not end so."""
        item, column, top, limit = place[1], place[5], place[6], place[7]
        price, fill, notes = reached
        foot = self.foot(limit - place[TAKEN_HERE] - fill, notes)
        broken = self.choices.unkept_in_column((item + 1, 0, 0), place[FLOATS], place[ASKED])
        if foot is None or (broken and not self.rules.breaks):
            return None
        whole = fill + place[TAKEN_HERE] + self.note_room.depth(foot.lines)
        down = top + limit if self.rules.balance or column else top + whole
        price += self._unlevel(self.units[item].columns, column, limit, whole) * SIDE_BY_SIDE << UNEQUAL
        price += (foot.rest << CARRIED) + (foot.adrift + broken << ADRIFT)
        feet = (("column", foot.lines),) if foot.lines else ()
        beside = (place[FEET] & PAGE_FEET, 0, foot.rest, foot.later, 0, 0, *place[ASKED:])
        return Closed(price, down, (*place[FLOATS:FEET], *beside), feet)

    def text_ended(
        self, page: int, reached: tuple[int, int, bool], beside: tuple[int, ...], feet: SetFeet
    ) -> list[Step]:
        """The text ended at ``(price, grid line, nothing beside it)`` of a page, with what is known beside it.

        Notes that are left stand on pages of their own.
        """
        price, down, is_bare = reached
        floats, taken, notes, later, _, _, here = beside[:7]
        depth = self.rules.depths[page] - taken
        if (not down and not taken) or (foot := self.foot(depth - down, (notes, later))) is None:
            return []
        feet = (*feet, ("page", foot.lines)) if foot.lines else feet
        price += (foot.rest << CARRIED) + (foot.adrift << ADRIFT)
        end, page_after = len(self.units), page + 1 if foot.rest or here else page
        if page_after == self.pages:
            return []
        last = (page_after, end, 0, 0, 0, 0, 0, FLOW, NONE, floats, 0, foot.rest, 0, 0, 0, here, 0, 0, 0, 0, 0)
        if page_after != page:
            return [Step(price, last, feet=feet)]
        if self.rules.exactly and page + 1 != self.pages:
            return []
        price += max(depth - down - self.note_room.depth(foot.lines), 0) << WHITE
        if down == 1 and is_bare and not (taken or feet):
            price += self._single((end, 0))
        return [Step(price, last, feet=feet)]

    def notes_alone(self, place: Place) -> list[Step]:
        """A page of notes alone, behind the text's end."""
        page, notes, here = place[0], place[NOTES], place[NOTES_HERE]
        columns = max(unit.columns for unit in self.units)
        depth = self.rules.depths[page]
        whole = self.note_room.fit(depth, notes)
        used = self.note_room.depth(whole)
        beside = min(columns * self.note_room.fit(depth - used, here), here) if whole == notes else 0
        feet = tuple(each for each in (("page", whole), ("column", beside)) if each[1])
        notes, here = notes - whole, here - beside
        rest = (*place[9:NOTES], notes, 0, 0, 0, here, *place[LATER_HERE:])
        if notes or here:
            if page + 1 == self.pages or not feet:
                return []
            return [Step(notes + here << CARRIED, (page + 1, *place[1:9], *rest), feet=feet)]
        if self.rules.exactly and page + 1 != self.pages:
            return []
        deepest = used + self.note_room.depth(-(-beside // columns))
        return [Step(max(depth - deepest, 0) << WHITE, (*place[:9], *rest), feet=feet)]
