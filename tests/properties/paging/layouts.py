"""All ways to fill a page with floats, rows and notes, written out column after column."""

from __future__ import annotations

from collections.abc import Iterator

from paging.sheets import Column, Page, Piece, Stand, Work

MOST_FLOATS = 2
"""How many floats stand at the head and foot of a page or column together, or alone on a page."""
LEAST_TEXT = 2
"""The grid lines that floats at its head and foot leave to a page at the least."""


class Layouts:
    """Gives all ways to fill a page of a part; some of them may turn out not to be allowed when they are priced."""

    def __init__(self, work: Work) -> None:
        self.work, self.floats, self.rows = work, work.floats, work.rows

    def pages(self, stand: Stand, *, is_first: bool) -> Iterator[Page]:
        """All pages from a row on that is not an empty line."""
        at, placed, notes, waiting = stand
        depth = self.work.asked.depth
        if not is_first and not notes.due and not waiting.due:
            yield from self._alone(at, placed)
        for heads, feet in self._at_ends(placed):
            numbers = (*heads, *feet)
            left = depth - sum(self.floats[number].height for number in numbers)
            if not all(self.floats[number].is_wide for number in numbers) or (numbers and left < LEAST_TEXT):
                continue
            if not self._may_head(heads, at):
                continue
            page = Page(at, at, placed, placed + len(numbers), (), heads, feet, left, waiting=waiting)
            yield from self._bands(page._replace(notes=self.work.with_floats(notes, numbers)))

    def _alone(self, at: int, placed: int) -> Iterator[Page]:
        """Pages of floats alone."""
        for count in range(1, min(MOST_FLOATS, len(self.floats) - placed) + 1):
            numbers = tuple(range(placed, placed + count))
            height = sum(self.floats[number].height for number in numbers)
            places = [self.floats[number].places for number in numbers]
            fills = 3 * height >= 2 * self.work.asked.depth or ("page",) in places
            if fills and height <= self.work.asked.depth and all("page" in each for each in places):
                yield Page(at, at, placed, placed + count, numbers)

    def _at_ends(self, placed: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The next floats at a head and a foot."""
        left = len(self.floats) - placed
        for count in range(min(MOST_FLOATS, left) + 1):
            for at_head in range(count + 1):
                heads = tuple(range(placed, placed + at_head))
                feet = tuple(range(placed + at_head, placed + count))
                if all("head" in self.floats[number].places for number in heads) and all(
                    "foot" in self.floats[number].places for number in feet
                ):
                    yield heads, feet

    def _may_head(self, heads: tuple[int, ...], at: int) -> bool:
        """Whether floats may stand above a row: not above the head of an article, nor over text before theirs."""
        takes = (row for row in range(at, len(self.rows)) if self.rows[row].height and not self.work.unit(row).idle)
        first = next(takes, at)
        is_head = self.rows[at].begins and self.rows[first].begins and bool(self.work.unit(first).marks)
        return not heads or not (is_head or any(self.floats[each].article > self.work.article(at) for each in heads))

    # ------------------------------------------------------------ bands below one another

    def _bands(self, page: Page) -> Iterator[Page]:
        """All ways to fill the rest of a page."""
        at, end = page.rest, len(self.rows)
        if page.top or at == end:
            yield page
        elif page.notes.due:  # notes may stand alone above floats that are due overleaf
            empty = Column(
                at, at, page.after, page.after, depth=page.depth, footed=bool(page.feet), barred=bool(page.feet)
            )
            yield page if page.columns else page._replace(columns=(empty,))
        if at < end:
            band = self.work.unit(at).band
            last = next((row for row in range(at, end) if self.work.unit(row).band != band), end)
            yield from (self._in_columns if self.work.unit(at).columns > 1 else self._in_one)(page, last)

    def _in_one(self, page: Page, last: int) -> Iterator[Page]:
        """All ways to go on with a band in one column."""
        at, placed = page.rest, page.after
        empty = Column(
            at, at, placed, placed, (), page.top, page.depth - page.top, footed=bool(page.feet), barred=bool(page.feet)
        )
        for column in self._filled(empty, last):
            if column.pieces:
                filled = _below(page, (column,), page.top + column.used)
                filled = filled._replace(notes=self.work.with_pieces(page.notes, column))
                if column.stop < last:
                    yield filled
                else:
                    yield from self._bands(filled)

    def _in_columns(self, page: Page, last: int) -> Iterator[Page]:
        """All ways to go on with a band in several columns: open, and closed at every depth."""
        asked = self.work.asked
        cap = page.depth - self.work.note_depth(page.notes.due) - page.top
        if cap < 1:
            return
        count = self.work.unit(page.rest).columns
        empty = _empty(page, cap)._replace(columns=count)
        for columns in self._columns(empty, last):
            if len(columns) == count and columns[-1].stop < last:
                yield self._with_notes(_below(page, columns, page.top + cap))
        for limit in range(1 if asked.balance else cap, cap + 1):
            for columns in self._columns(empty._replace(depth=limit, closed=True), last):
                deep_enough = len(columns) == 1 or limit >= asked.least
                if deep_enough and columns[-1].stop == last and not columns[-1].more:
                    yield from self._bands(self._with_notes(_below(page, columns, page.top + limit)))

    def _with_notes(self, page: Page) -> Page:
        """A page below a band of columns: the notes left over there; one that is not levelled may end higher."""
        columns = [column for column in page.columns if column.top == page.columns[-1].top and column.columns > 1]
        waiting, stay = page.waiting, 0
        for column in columns:
            notes = self.work.column_notes(column, waiting)
            stay, waiting, _ = self.work.ended(notes, column.room - column.used)
        top, only = page.top, columns[0]
        if only.closed and len(columns) == 1 and not self.work.asked.balance:
            top = only.top + only.reserved + only.used + self.work.note_depth(stay)
        return page._replace(top=top, waiting=waiting)

    # ------------------------------------------------------------ columns beside one another

    def _columns(self, column: Column, last: int, *, is_free: bool = True) -> Iterator[tuple[Column, ...]]:
        """All ways to fill one column after the other of a band; one that is free may begin with floats."""
        for begun in self._begun(column) if is_free and not column.barred else [column]:
            for filled in self._filled(begun, last):
                yield (filled,)
                if filled.place + 1 < filled.columns and filled.stop < last:
                    beside = Column(
                        filled.stop, filled.stop, filled.after, filled.after, (), filled.top, filled.depth,
                        filled.columns, filled.place + 1, filled.closed, footed=filled.barred, barred=filled.barred,
                    )  # fmt: skip
                    if filled.more:
                        beside = beside._replace(reserved=filled.reserved, more=filled.more - 1, footed=filled.footed)
                    for others in self._columns(beside, last, is_free=not filled.more):
                        yield (filled, *others)

    def _begun(self, column: Column) -> Iterator[Column]:
        """A column with floats at its head and foot."""
        for heads, feet in self._at_ends(column.placed):
            numbers = (*heads, *feet)
            floats = [self.floats[number] for number in numbers]
            over = floats[0].over if len(floats) == 1 else 1
            height = sum(item.height for item in floats)
            if (
                all(not item.is_wide and item.within == column.columns and item.over == over for item in floats)
                and column.place + over <= column.columns
                and height <= column.depth
                and self._may_head(heads, column.start)
            ):
                yield column._replace(
                    after=column.placed + len(numbers), heads=heads, feet=feet, reserved=height, more=over - 1,
                    footed=bool(feet),
                )  # fmt: skip

    def _filled(self, column: Column, last: int) -> Iterator[Column]:
        """All ways to go on with a column, up to the band's last row."""
        yield column
        if column.stop == last:
            return
        for piece in self._next(column):
            if column.used + piece.height <= column.room:
                more = column._replace(
                    pieces=(*column.pieces, piece),
                    stop=column.stop + piece.passes,
                    after=column.after + (piece.float >= 0),
                )
                yield from self._filled(more, last)

    def _next(self, column: Column) -> Iterator[Piece]:
        """What may stand next in a column: a row; at a float's spot, and where it is due, the float."""
        at, placed = column.stop, column.after
        row, unit = self.rows[at], self.work.unit(at)
        may_be_set = not unit.depth and self.work.may_be_set(at, placed, column.columns, footed=column.footed)
        if unit.depth:
            at_head = not column.used and (column.columns > 1 or not column.top)
            height = 0 if unit.idle and at_head else row.height
            yield Piece(at, height + (0 if row.begins or column.pieces else unit.again))
            return
        if may_be_set:
            yield Piece(at, self.floats[placed].height, placed, passes=not self.work.is_due(at))
        if not self.work.is_due(at) or placed >= unit.due:
            yield Piece(at, 0)


def _empty(page: Page, depth: int) -> Column:
    """A column of one below what a page has so far."""
    at, placed, barred = page.rest, page.after, bool(page.feet)
    return Column(at, at, placed, placed, (), page.top, depth, footed=barred, barred=barred)


def _below(page: Page, columns: tuple[Column, ...], top: int) -> Page:
    """A page with more columns."""
    last = columns[-1]
    return page._replace(columns=(*page.columns, *columns), rest=last.stop, after=last.after, top=top)
