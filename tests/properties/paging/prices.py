"""Pages with floats and notes priced by the definitions of their faults, column after column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from huozi.galley import Where
from paging.sheets import NO_NOTES, Column, Notes, Page, Piece, Stand, Work

FIELDS = (
    "deep", "adrift", "heading", "lone_page", "lone_top", "single", "parted", "cut", "moved", "stirred", "hole",
    "late", "carried", "blank", "unequal", "short", "far", "variants", "white", "taste", "unlike",
)  # fmt: skip

LATE_AS_HOLES = 16
"""What a float that comes late by a page counts among holes: as much as a column five lines short."""
Cost: TypeAlias = tuple[int, ...]
"""Faults, worst first, in the order of ``FIELDS``."""


class Priced(NamedTuple):
    """A page's cost but for what depends on the pages beside it.

    ``ends``: by how many lines each column is short from which text runs on, ``None`` for one that ends early on
    purpose. ``articles`` begin on it. ``rest`` is where the work stands after it.
    """

    cost: Cost
    ends: tuple[int | None, ...]
    articles: tuple[int, ...]
    rest: Stand


class Pricing:
    """A page being priced; ``None`` for one that there must not be."""

    def __init__(self, work: Work, page: Page, stand: Stand) -> None:
        self.work, self.page, self.floats, self.rows = work, page, work.floats, work.rows
        self.balance = work.asked.balance
        self.faults = dict.fromkeys(FIELDS, 0)
        self.ends: list[int | None] = []
        self.articles: list[int] = []
        self.keep = 0
        self.notes, self.waiting = stand.notes, stand.waiting
        self.has_notes = False
        self.since = page.start

    def priced(self) -> Priced | None:
        """The page's own cost, the ends of its columns, the articles that begin on it, and what is left."""
        page = self.page
        numbers = (*page.alone, *page.heads, *page.feet)
        self.notes = self.work.with_floats(self.notes, numbers)
        self._place("page", page.alone)
        self._place("head", page.heads)
        self._place("foot", page.feet)
        may_be = self._end_alone() if page.alone else all(self._column(column) for column in page.columns)
        if not may_be or not (page.alone or self._end_page()):
            return None
        self.faults["far"] += abs(self.work.mentioned(page.rest) - page.after)
        late = max(self.work.mentioned(page.start) - page.after, 0)
        self.faults["late"] += late
        self.faults["hole"] += LATE_AS_HOLES * late
        self._on(("page", "next-page"), page.start, page.rest, page.after)
        return Priced(
            tuple(self.faults.values()),
            tuple(self.ends),
            tuple(self.articles),
            Stand(page.rest, page.after, self.notes, self.waiting),
        )

    def _place(self, where: Where, numbers: Sequence[int]) -> None:
        """Floats placed."""
        for number in numbers:
            places = self.floats[number].places
            self.faults["taste"] += places.index(where) if where in places else len(places)
            self.faults["adrift"] += self._is_early(number)

    def _is_early(self, number: int) -> bool:
        """Whether an editor has a float on a later page, or in a later column, than the one at hand."""
        item = self.floats[number]
        by_column = item.on == "next-column" and not item.is_wide
        since = self.since if by_column else self.page.start
        return item.on.startswith("next") and self.work.anchors[number] >= since

    def _on(self, asked: tuple[str, str], start: int, stop: int, placed: int) -> None:
        """Floats that are not where an editor has them, at the end of a page or column that begins with a row."""
        for number, item in enumerate(self.floats):
            on = item.on.replace("column", "page") if item.is_wide else item.on
            if on == asked[0]:
                self.faults["adrift"] += (number < placed) != (self.work.anchors[number] < stop)
            elif on == asked[1]:
                self.faults["adrift"] += number >= placed and self.work.anchors[number] < start

    def _feet(self, notes: Notes, depth: int) -> tuple[int, Notes]:
        """The grid lines that notes take of so many, and those that go on."""
        stay, left, over = self.work.ended(notes, depth)
        self.faults["adrift"] += over
        self.faults["carried"] += left.due
        self.has_notes |= stay > 0
        return self.work.note_depth(stay), left

    def _end_alone(self) -> bool:
        """A page of floats alone ends; whether all of their notes stand below them."""
        depth = self.work.asked.depth - sum(self.floats[number].height for number in self.page.alone)
        left = depth - self.work.note_depth(self.notes.due)
        self.notes = NO_NOTES
        self.faults["white"] += left
        self.ends.append(None)
        return left >= 0

    # ------------------------------------------------------------ what stands in a column

    def _column(self, column: Column) -> bool:
        """Set a column; whether all may stand where it does and it may end where it ends."""
        if column.place:
            self.keep = 0
        if column.columns > 1:
            self.since = column.start
            if not column.place and not self._may_begin_band(column):
                return False
        self._place("head", column.heads)
        self._place("foot", column.feet)
        notes = self.notes
        if column.columns > 1:
            notes = self.work.with_floats(self.waiting, (*column.heads, *column.feet))
        used = 0
        for piece in column.pieces:
            if not self._piece(column, piece, used, notes):
                return False
            used += piece.height
            notes = self.work.with_piece(notes, piece)
        if column.columns == 1:
            self.notes = notes
            return True
        taken, self.waiting = self._feet(notes, column.room - used)
        self._on(("column", "next-column"), column.start, column.stop, column.after)
        return self._end_column(column, notes, taken)

    def _left(self, column: Column, used: int, notes: Notes) -> int:
        """The grid lines that a column has left for text."""
        return max(column.room - used - self.work.note_depth(notes.due - notes.free), 0)

    def _piece(self, column: Column, piece: Piece, used: int, notes: Notes) -> bool:
        """Set a row or a float; whether it may stand where it does."""
        row, unit = self.rows[piece.row], self.work.unit(piece.row)
        if piece.float >= 0:
            self._place("here", (piece.float,))
            self.faults["far"] += not piece.passes and "here" not in self.floats[piece.float].places
        elif unit.spot >= 0 and self.floats[unit.spot].places == ("here",):
            self.faults["adrift"] += self._placed_before(column, piece) <= unit.spot
        if not piece.passes:
            return True
        if row.begins:
            if not self._may_begin(column, piece.row, used, notes):
                return False
            self.keep = 0 if unit.fresh else self.keep
        if unit.idle and not (used + column.top if column.columns == 1 else used):
            return True
        if unit.is_text:
            self.keep = max(self.keep - 1, 0, unit.keep if row.line == row.of else 0)
        return True

    def _may_begin(self, column: Column, at: int, used: int, notes: Notes) -> bool:
        """Whether a unit may begin with a row where a column has so many lines."""
        unit = self.work.unit(at)
        above = used + (column.top if column.columns == 1 else 0)
        if unit.article >= 0:
            self.articles.append(self.rows[at].unit)
            if self._is_barred(column, at):
                return False
        return not (unit.column and used) and not (above and unit.room > self._left(column, used, notes))

    def _may_begin_band(self, column: Column) -> bool:
        """Whether a band of several columns may begin: where the page has room, however deep it is closed."""
        unit = self.work.unit(column.start)
        if not self.rows[column.start].begins:
            return True
        if unit.article >= 0:
            self.articles.append(self.rows[column.start].unit)
            if column.barred and self._is_barred(column, column.start):
                return False
        left = self.page.depth - column.top - self.work.note_depth(self.notes.due)
        return not (column.top and unit.room > left)

    def _placed_before(self, column: Column, piece: Piece) -> int:
        """How many floats are placed before a piece of a column."""
        before = column.pieces[: column.pieces.index(piece)]
        own = len(column.heads) + len(column.feet)
        return column.placed + own + sum(other.float >= 0 for other in before)

    def _is_barred(self, column: Column, row: int) -> bool:
        """Whether an article that begins with a row may not stand above the floats at a foot."""
        return column.footed and self.floats[column.after - 1].article < self.work.article(row)

    # ------------------------------------------------------------ ends of columns and pages

    def _end_column(self, column: Column, notes: Notes, taken: int) -> bool:
        """End a column of several; whether it may end there."""
        page, used = self.page, column.used
        index = page.columns.index(column)
        below = page.columns[index + 1] if index + 1 < len(page.columns) else None
        if column.closed and (below is None or not below.place):
            short = column.room - used - taken
            self.faults["unequal"] += 2 * _unlevel(column, short) * self.balance
            return True
        if not used:
            is_full = column.reserved and column.room <= self.work.note_depth(notes.due - notes.free)
            may_be_empty = not column.closed and column.place and self.rows[column.stop].begins
            if not is_full and not may_be_empty and not (notes.due and self.work.is_due(column.stop)):
                return False
        left = self._left(column, used, notes)
        return self._break(column, column.room - used - taken, left, used, notes)

    def _end_page(self) -> bool:
        """End the page; whether it may end there."""
        page, column = self.page, self.page.columns[-1]
        down = page.top
        taken, self.notes, notes = *self._feet(self.notes, page.depth - down), self.notes
        if page.rest == len(self.rows):
            if not self.notes.due and not self.waiting.due:
                self.faults["white"] += page.depth - down - taken
                self._single(column, down)
            return down > 0 or page.after > page.placed
        if column.columns > 1 and not column.closed:
            return True  # its last column has ended
        self._single(column, down)
        in_columns = self.work.unit(page.rest).columns > 1
        left = page.depth - down - self.work.note_depth(notes.due - (0 if in_columns else notes.free))
        if not down and not (notes.due and self.work.is_due(page.rest)):
            return False
        here = column if column.columns == 1 else self._flow(column)
        return self._break(here, page.depth - down - taken, max(left, 0), down, notes)

    def _flow(self, column: Column) -> Column:
        """What stands below a closed band: text in one column that has no line yet."""
        page = self.page
        return column._replace(
            columns=1, closed=False, heads=(), feet=(), reserved=0, footed=column.barred, top=page.top, pieces=(),
            depth=page.depth - page.top, start=column.stop, placed=column.after,
        )  # fmt: skip

    def _single(self, column: Column, down: int) -> None:
        """A page of a single line."""
        page, rows = self.page, self.rows
        floats = page.after > page.placed
        if down == 1 and not floats and not self.has_notes and (column.columns == 1 or column.closed):
            last = next(row for row in reversed(rows[: page.rest]) if self.work.units[row.unit].depth)
            ends = page.rest == len(rows) or rows[page.rest].begins
            self.faults["lone_page" if ends and self.work.units[last.unit].is_lone else "single"] += 1

    def _break(self, column: Column, short: int, left: int, above: int, notes: Notes) -> bool:
        """End a column from which text goes on elsewhere; whether it may end there.

        ``above``: the lines that stand above its end.
        """
        stop = column.stop
        following, unit = self.rows[stop], self.work.unit(stop)
        begins = following.begins
        if begins and above and stop and self.work.unit(stop - 1).idle:
            return False  # it ends above the empty lines
        if self.keep and not (begins and unit.fresh):
            self.faults["heading"] += 1
        if not begins and column.used:
            if following.line - 1 < min(unit.solid, following.of) and column.start <= stop - following.line + 1:
                return False
            self.faults["parted"] += following.line == 2
            self.faults["lone_top" if unit.is_lone else "parted"] += following.line == following.of
        is_due = begins and self.work.is_due(stop)
        if is_due and (column.after >= unit.due or self._fits(column, left, notes)):
            return False
        barred = begins and unit.article >= 0 and self._is_barred(column, stop)
        meant = is_due or (begins and above > 0 and (unit.column or unit.room > left or barred))
        within = column.closed
        if meant:
            self.faults["white"] += short
        elif within and self.balance:
            self.faults["unequal"] += 2 * short
        else:
            self.faults["hole"] += max(short - 1, 0) ** 2
            self.faults["short"] += short
        if not within:
            self.ends.append(None if meant else short)
        return True

    def _fits(self, column: Column, left: int, notes: Notes) -> bool:
        """Whether the next float that is due may be set where a column ends."""
        if not self.work.may_be_set(column.stop, column.after, column.columns, footed=column.footed):
            return False
        if self._is_early(column.after):
            return False
        item = self.floats[column.after]
        after = self.work.with_floats(notes, (column.after,))
        now, then = (self.work.note_depth(each.due - each.free) for each in (notes, after))
        return item.height + then - now <= left


def _unlevel(column: Column, short: int) -> int:
    """By how many lines the columns of a closed band are unequal that ends in one of them, so many lines short.

    Its last column may be short by one line less than there are columns.
    """
    all_short = [0] * column.place + [short] + [column.depth] * (column.columns - column.place - 1)
    return sum(all_short[:-1]) + max(all_short[-1] - (column.columns - 1), 0)
