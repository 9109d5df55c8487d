"""Pages of a part cast where floats and notes stand beside text: each at its grid line, in the order it is read in.

The way through the pages says what each step sets, and what stands at the foot of the columns that it leaves. Where
text stands follows once it is known what stands above it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator

from huozi.display import Placed, Side
from huozi.galley import Float, Galley, Mark, Note, SetParagraph, Slug, Where
from huozi.makeup.called import Called
from huozi.makeup.matter_ends import BEGIN, OF, OVER, TAKEN_HERE
from huozi.makeup.note_room import NoteRoom
from huozi.makeup.plans import OTHER_SIDE, Draft, PagePlan, Standing, slugs_of
from huozi.makeup.steps import FLOW, Place, Step
from huozi.records import NamedTuple
from huozi.style.notes import NoteGrid

HEADS, FEET = -1, 1 << 16
"""Numbers of bands for what stands at a page's head and foot, over all columns."""


class Feet(NamedTuple):
    """How notes stand at feet: their grid, the depths it gives, the rule above them by the columns of its band."""

    grid: NoteGrid
    depths: tuple[int, ...]
    rule: Callable[[int], Placed]


class Key(NamedTuple):
    """A column: its page, the grid line its band begins at and how deep that is closed, its number."""

    page: int
    top: int
    limit: int
    column: int


class Column(NamedTuple):
    """What is known of a column before anything is cast: floats at its head and foot, notes, lines before its text."""

    heads: list[int]
    feet: list[int]
    notes: list[tuple[int, int]]
    above: list[int]


def _column() -> Column:
    return Column([], [], [], [0])


def cast_with_matter(galley: Galley, draft: Draft, side: Side, feet: Feet) -> tuple[PagePlan, ...]:
    """The pages of a draft with their lines, floats and notes cast; the first stands on a side."""
    return _Casting(galley, draft, feet).pages(side)


class _Casting:
    """A draft being cast: first what stands at heads and feet is gathered, then everything gets its line."""

    def __init__(self, galley: Galley, draft: Draft, feet: Feet) -> None:
        self.galley, self.draft, self.feet = galley, draft, feet
        part = draft.part
        self.called = Called(part.units, part.floats, part.notes)
        self.room = NoteRoom(feet.depths)
        self.on_page: defaultdict[int, Column] = defaultdict(_column)
        self.in_column: defaultdict[Key, Column] = defaultdict(_column)
        self.cast_notes: dict[int, tuple[Slug, ...]] = {}
        self.begun: dict[tuple[int, int, int], int] = {}
        self.alone: defaultdict[int, list[int]] = defaultdict(list)
        self.lowered: defaultdict[Key, int] = defaultdict(int)
        self.waiting: dict[str, deque[tuple[int, int]]] = {"page": deque(), "column": deque()}
        self.note_lines: dict[int, tuple[Slug, ...]] = {}

    def pages(self, side: Side) -> tuple[PagePlan, ...]:
        """All pages."""
        for place, step in self.draft.found.way:
            self._gather(place, step)
        standing: defaultdict[int, list[Standing]] = defaultdict(list)
        for page, each in self._text():
            standing[page].append(each)
        plans: list[PagePlan] = []
        for page in range(self.draft.found.pages):
            heads, tails = self._heads(page), self._tails(page)
            plans.append(PagePlan(side, (*heads, *self._with_columns(page, standing[page]), *tails), self._depth(page)))
            side = OTHER_SIDE[side]
        return tuple(plans)

    def _depth(self, page: int) -> int:
        return self.draft.depths[page]

    # ------------------------------------------------------------ what stands where

    def _gather(self, place: Place, step: Step) -> None:
        """Take in a step: floats at heads and feet, the notes that it calls, those at the feet that it leaves."""
        part = self.draft.part
        for number, where in step.floats:
            self._gather_float(number, where, place, step.place)
        level = "page" if place[7] in (FLOW, BEGIN) else "column"
        if step.lines:
            of = place[OF] or step.of
            if not place[2] or place[OF]:
                self._call(level, self.called.notes_of_lines(place[1], of, of - step.of, step.lines))
        over = place[OVER]
        if over and place[7] not in (FLOW, BEGIN):
            self._gather_over(place, part.units[place[1]].columns)
        for kind, lines in step.feet:
            if kind == "column" and place[1] == len(part.units):
                self._gather_last(place[0], lines, dict(step.feet).get("page", 0))
                continue
            queue = self.waiting[kind]
            column = self.on_page[place[0]] if kind == "page" else self.in_column[_key(place)]
            column.notes.extend(queue.popleft() for _ in range(min(lines, len(queue))))

    def _gather_last(self, page: int, lines: int, page_lines: int) -> None:
        """Share out notes that stand on a page of their own to its columns."""
        columns = max(unit.columns for unit in self.draft.part.units)
        depth = self._depth(page) - self.room.depth(page_lines)
        queue = self.waiting["column"]
        for column in range(columns):
            count = self.room.fit(depth, min(lines, len(queue)))
            lines -= count
            self.in_column[Key(page, 0, depth, column)].notes.extend(queue.popleft() for _ in range(count))

    def _call(self, level: str, notes: Iterator[int]) -> None:
        for note in notes:
            self.waiting[level].extend((note, line) for line in range(self.draft.part.notes[note].lines))

    def _gather_float(self, number: int, where: Where, place: Place, reached: Place) -> None:
        each = self.draft.part.floats[number]
        by_page = each.is_wide or where == "page"
        if where == "here":
            by_page = place[7] == FLOW
        self._call("page" if by_page else "column", iter(each.notes))
        match where:
            case "page":
                self.alone[place[0]].append(number)
            case "here":
                pass
            case "head" | "foot":
                column = self.on_page[reached[0]] if each.is_wide else self.in_column[_key(reached)]
                (column.heads if where == "head" else column.feet).append(number)
                if where == "head":
                    column.above[0] += each.height

    def _gather_over(self, place: Place, columns: int) -> None:
        """Let the columns beside one begin below the float that runs over them too."""
        key = _key(place)
        own = self.in_column[key]
        if own.heads:
            for column in range(key.column + 1, min(key.column + 1 + place[OVER], columns)):
                self.in_column[key._replace(column=column)].above[0] = place[TAKEN_HERE]

    # ------------------------------------------------------------ text and floats in it

    def _text(self) -> Iterator[tuple[int, Standing]]:
        """The lines of text and the floats among them, with their pages."""
        units = self.draft.part.units
        slugs: dict[int, tuple[Slug, ...]] = {}
        totals: dict[int, int] = {}
        pending: tuple[Mark, ...] = ()
        given = 0
        for place, step in self.draft.found.way:
            page, item, left, _, fill, column = place[:6]
            if item == len(units) or place[7] == BEGIN:
                continue
            unit = units[item]
            pending += tuple(mark for each in units[given : item + 1] for mark in each.marks)
            given = max(given, item + 1)
            line = self._line(place)
            for number in (number for number, where in step.floats if where == "here"):
                yield page, self._here(number, line, column, unit.columns, unit.band)
                self._lower(place, number)
            if not step.lines or unit.idle:
                continue
            if item not in slugs:
                totals[item] = step.of
                slugs[item] = slugs_of(self.galley, unit.source, step.of)
            row = totals[item] - step.of
            if unit.again and left and fill == unit.again and (head := self._again(unit.source)) is not None:
                yield page, Standing(line - unit.again, column, unit.columns, unit.band, head, (), unit.source, -1)
            standing = slugs[item][row : row + step.lines]
            if unit.again and step.lines < step.of:
                standing = (*standing[:-1], self._parted(unit.source, standing[-1]))
            for index, slug in enumerate(standing, row):
                yield page, Standing(line, column, unit.columns, unit.band, slug, pending, unit.source, index)
                pending = ()
                line += slug.height

    def _line(self, place: Place) -> int:
        """The grid line of the page that a place stands at."""
        heads = self.on_page[place[0]].above[0] if place[0] in self.on_page else 0
        key = _key(place)
        if place[7] == FLOW:
            return heads + self.lowered[_page_key(place)] + place[4]
        own = self.in_column[key].above[0] if key in self.in_column else 0
        self.begun.setdefault(key[:3], self.lowered[_page_key(place)])
        return heads + self.begun[key[:3]] + own + self.lowered[key] + place[6] + place[4]

    def _lower(self, place: Place, number: int) -> None:
        """Let what follows in a column stand below a float set in its text, which took no line of that."""
        if place[4]:
            key = _page_key(place) if place[7] == FLOW else _key(place)
            self.lowered[key] += self.draft.part.floats[number].height

    def _here(self, number: int, line: int, column: int, columns: int, band: int) -> Standing:
        source = self.draft.part.floats[number].source
        return Standing(line, column, columns, band, self._cast(number, "here"), (), source, 0)

    def _again(self, source: int) -> Slug | None:
        match self.galley[source]:
            case SetParagraph(again=again):
                return again
            case _:
                return None

    def _parted(self, source: int, last: Slug) -> Slug:
        """The last line in a column of what goes on in the next."""
        match self.galley[source]:
            case SetParagraph(parted=parted) if parted is not None:
                return parted(last)
            case _:
                return last

    def _cast(self, number: int, where: Where) -> Slug:
        """A float cast for a place."""
        match self.galley[self.draft.part.floats[number].source]:
            case Float(cast_at=cast_at):
                return cast_at(where)
            case _:
                raise TypeError("no float stands there")

    # ------------------------------------------------------------ heads and feet

    def _heads(self, page: int) -> Iterator[Standing]:
        """What stands at a page's head, or alone on it."""
        line = 0
        for number in self.on_page[page].heads:
            yield self._float(number, "head", line, HEADS)
            line += self.draft.part.floats[number].height
        alone = self.alone[page]
        free = self._depth(page) - sum(self.draft.part.floats[number].height for number in alone)
        line = max(free, 0) // 2
        for number in alone:
            yield self._float(number, "page", line, HEADS)
            line += self.draft.part.floats[number].height

    def _tails(self, page: int) -> Iterator[Standing]:
        """What stands at a page's foot, over all columns: floats above notes."""
        known = self.on_page[page]
        line = self._depth(page) - self.room.depth(len(known.notes))
        notes_at = line
        line -= sum(self.draft.part.floats[number].height for number in known.feet)
        for number in known.feet:
            yield self._float(number, "foot", line, FEET)
            line += self.draft.part.floats[number].height
        yield from self._notes(known.notes, notes_at, (0, 1, FEET))

    def _float(self, number: int, where: Where, line: int, band: int) -> Standing:
        return Standing(line, 0, 1, band, self._cast(number, where), (), self.draft.part.floats[number].source, 0)

    def _with_columns(self, page: int, text: list[Standing]) -> Iterator[Standing]:
        """The text of a page with what stands at the heads and feet of its columns, column by column."""
        keys = sorted(key for key, column in self.in_column.items() if key.page == page and any(column[:3]))
        if not keys:
            yield from text
            return
        above = self.on_page[page].above[0]
        begins: dict[int, int] = {}
        for each in text:
            begins[each.band] = min(each.line, begins.get(each.band, each.line))
        beside: list[tuple[int, int, int, Standing]] = []
        for key in keys:
            columns, band = self._columns_at(key)
            begins[band] = above + self.begun.get(key[:3], 0) + key.top
            for after, each in self._beside(key, columns, band):
                beside.append((begins[band], key.column, after, each))
        rows = [(begins[each.band], each.column, 1, each) for each in text] + beside
        yield from (each for *_, each in sorted(rows, key=lambda row: row[:3]))

    def _beside(self, key: Key, columns: int, band: int) -> Iterator[tuple[int, Standing]]:
        """What stands at the head (0) and foot (2) of a column, in the order in which it is read."""
        known, above = self.in_column[key], self.on_page[key.page].above[0] + self.begun.get(key[:3], 0)
        line = above + key.top
        for number in known.heads:
            yield 0, self._float(number, "head", line, band)._replace(column=key.column, columns=columns)
            line += self.draft.part.floats[number].height
        bottom = above + key.top + key.limit if key.limit > 0 else self._open_foot(key.page)
        notes_at = bottom - self.room.depth(len(known.notes))
        line = notes_at - sum(self.draft.part.floats[number].height for number in known.feet)
        for number in known.feet:
            yield 2, self._float(number, "foot", line, band)._replace(column=key.column, columns=columns)
            line += self.draft.part.floats[number].height
        for each in self._notes(known.notes, notes_at, (key.column, columns, band)):
            yield 2, each

    def _open_foot(self, page: int) -> int:
        """The grid line at which an open band ends."""
        known = self.on_page[page]
        feet = sum(self.draft.part.floats[number].height for number in known.feet)
        return self._depth(page) - feet - self.room.depth(len(known.notes))

    def _columns_at(self, key: Key) -> tuple[int, int]:
        """How many columns the band of a column has, and its number."""
        units = self.draft.part.units
        for place, _ in self.draft.found.way:
            if _key(place)[:3] == key[:3] and place[7] not in (FLOW, BEGIN):
                unit = units[min(place[1], len(units) - 1)]
                return unit.columns, unit.band
        last = max(unit.columns for unit in units)
        return last, units[-1].band

    def _notes(self, notes: list[tuple[int, int]], line: int, where: tuple[int, int, int]) -> Iterator[Standing]:
        """Notes at a foot that begins at a grid line, below their rule: in a column, of so many, of a band."""
        if not notes:
            return
        column, columns, band = where
        depth = self.room.depth(len(notes))
        stands = self.feet.grid.standing(len(notes))
        rule = self.feet.rule(columns)
        first = self.draft.part.notes[notes[0][0]].source
        if self.feet.grid.style.thickness:
            slug = Slug(depth, (rule._replace(y=stands.rule),), self._note(first).span)
            yield Standing(line, column, columns, band, slug, (), first, -1)
        for (note, row), top in zip(notes, stands.tops, strict=True):
            source = self.draft.part.notes[note].source
            slug = self._cast_note(source)[row]
            moved = tuple(placed._replace(y=placed.y + top) for placed in slug.items)
            yield Standing(line, column, columns, band, slug._replace(height=1, items=moved), (), source, row)

    def _cast_note(self, source: int) -> tuple[Slug, ...]:
        """The lines of a note, cast once."""
        if source not in self.cast_notes:
            self.cast_notes[source] = self._note(source).cast_lines()
        return self.cast_notes[source]

    def _lines_of(self, source: int) -> tuple[Slug, ...]:
        """The lines of a note, cast once whatever columns they stand in."""
        if source not in self.note_lines:
            self.note_lines[source] = self._note(source).cast_lines()
        return self.note_lines[source]

    def _note(self, source: int) -> Note:
        match self.galley[source]:
            case Note() as note:
                return note
            case _:
                raise TypeError("no note stands there")


def _page_key(place: Place) -> Key:
    """The page that a place stands on, as text in one column counts it."""
    return Key(place[0], 0, FLOW, 0)


def _key(place: Place) -> Key:
    """The column that a place stands in."""
    return Key(place[0], place[6], place[7], place[5])
