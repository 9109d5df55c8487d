"""Units: the galley as pagination sees it, cut into parts between forced page starts.

A unit is what is placed as one: a slug, a paragraph with its choices of lines, empty lines. No line is cast yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from huozi.diagnostics import Span
from huozi.galley import Band, Float, Galley, Mark, Note, SetParagraph, Slug, Space, Start
from huozi.makeup.part_matter import PartFloat, PartMatter, PartNote, UnitCall
from huozi.records import NamedTuple

ORPHANS = 2
"""At least so many lines of a paragraph stand at a column's foot (背题, 孤行不成页)."""
WIDOWS = 2
"""At least so many lines of a paragraph stand at a column's head."""


class Choice(NamedTuple):
    """A number of lines that a unit may take: what that costs in composition, and how many lines were cut for it.

    ``unlike``: 1 where the plan made last has another number; ``stirs`` too where it stands on a page on which nothing
    has changed since.
    """

    lines: int
    price: int = 0
    cut: int = 0
    unlike: int = 0
    stirs: int = 0


ONE = (Choice(1),)


class Unit(NamedTuple):
    """What is placed as one.

    ``depth`` is the grid lines that each of its lines takes, those of ``tail`` (its last lines) but for themselves.
    ``choices`` are its numbers of lines, the natural one first. ``keep``: lines of text that must stand below it in its
    column. ``idle``: empty lines that vanish at a column's head. ``columns``: how many columns its band has; ``band``
    numbers the bands. ``room``: it starts only where so many grid lines of the page are left. ``article`` is the
    number of the article that begins with it, -1 where none does; ``fresh``: what was to be kept with what stands
    before it is not asked for any more. ``column``: it starts a column. ``is_lone``: its last line is one of a single
    character. ``spread``: by how many lines the depth of the spread is changed that it begins on. ``source`` is its
    place in the galley.

    ``calls`` gives what its lines call in a number of them; ``None``: nothing. ``solid``: its first lines that no
    column's end parts. ``again``: grid lines that head each further column that it goes on in. ``spot``: the float (by
    its place in the part) that may stand here; such a unit takes no line of its own. ``due``: so many floats stand
    before what follows it.
    """

    depth: int
    choices: tuple[Choice, ...]
    source: int
    keep: int = 0
    tail: tuple[int, ...] = ()
    idle: bool = False
    columns: int = 1
    band: int = 0
    room: int = 0
    article: int = -1
    fresh: bool = False
    column: bool = False
    is_lone: bool = False
    is_text: bool = False
    marks: tuple[Mark, ...] = ()
    span: Span = Span("")
    spread: int = 0
    calls: Callable[[int], tuple[UnitCall, ...]] | None = None
    solid: int = 0
    again: int = 0
    spot: int = -1
    due: int = 0

    @property
    def lines(self) -> int:
        """Its lines in the natural setting."""
        return self.choices[0].lines

    def height(self, lines: int, left: int) -> int:
        """The grid lines of its next lines, of so many that are left."""
        tail = self.tail
        if not tail:
            return self.depth * lines
        after = left - lines  # of these the last stand in the tail
        plain = max(left - len(tail), 0) - max(after - len(tail), 0)
        return plain * self.depth + sum(tail[len(tail) - min(left, len(tail)) : len(tail) - min(after, len(tail))])


class Part(NamedTuple):
    """Units between two forced page starts; ``recto``: the first page is a right-hand one.

    ``floats`` are in the order in which they are written, ``notes`` in any.
    """

    units: tuple[Unit, ...]
    recto: bool = False
    floats: tuple[PartFloat, ...] = ()
    notes: tuple[PartNote, ...] = ()


def units_of(galley: Galley, columns: int) -> tuple[Part, ...]:
    """The galley as parts, each paragraph in its natural number of lines; it begins in so many columns.

    Where there is one column, what starts a column starts a page.
    """
    parts: list[Part] = []
    made = _Making(columns)
    for index, matter in enumerate(galley):
        match matter:
            case Start(at, room, is_article, _):
                starts_page = at in ("page", "recto") or (at == "column" and made.columns == 1)
                if starts_page and made.units:
                    parts += made.part()
                    marks = made.marks
                    made = _Making(made.columns)
                    made.marks = marks
                made.recto = made.recto or at == "recto"
                made.start(room, article=is_article, column=at == "column")
            case Band(columns=count):
                made.columns = count
            case Mark():
                made.marks.append(matter)
            case _:
                _add_matter(made, matter, index)
    return (*parts, *made.part())


def _add_matter(made: _Making, matter: Slug | SetParagraph | Space | Note | Float, index: int) -> None:
    """A piece that takes room, where it stands in the galley."""
    match matter:
        case Slug(height, _, span, keep, spread=spread, calls=calls):
            unit = Unit(height, ONE, index, keep, is_text=True, span=span, spread=spread)
            made.add(unit._replace(calls=made.matter.calls_of_slug(calls)) if calls else unit)
        case SetParagraph(calls=called):
            unit = paragraph_unit(matter, index)
            made.add(unit._replace(calls=made.matter.calls(called)) if called else unit)
        case Space(lines, kept):
            made.add(Unit(lines, ONE, index, idle=not kept))
        case Note(key, lines):
            made.matter.add_note(key, lines, index)
        case Float():
            made.float(matter, index)
        case _:
            assert_never(matter)


def paragraph_unit(paragraph: SetParagraph, index: int) -> Unit:
    """A paragraph in its natural number of lines."""
    return Unit(
        paragraph.depth,
        (Choice(paragraph.lines),),
        index,
        paragraph.keep,
        paragraph.tail,
        is_lone=paragraph.is_lone,
        is_text=True,
        span=paragraph.span,
        spread=paragraph.spread,
        solid=paragraph.solid,
        again=paragraph.again.height if paragraph.again else 0,
    )


class _Making:
    """Units in the making: what stands between pieces of matter is held until the next of them begins."""

    __slots__ = (
        "article",
        "articles",
        "band",
        "column",
        "columns",
        "due",
        "fresh",
        "marks",
        "matter",
        "recto",
        "room",
        "units",
    )

    def __init__(self, columns: int) -> None:
        self.units: list[Unit] = []
        self.marks: list[Mark] = []
        self.columns, self.band, self.room = columns, 0, 0
        self.recto, self.fresh, self.column, self.article = False, False, False, False
        self.matter = PartMatter()
        self.articles = self.due = 0

    def float(self, piece: Float, index: int) -> None:
        """A float where it is written."""
        number = self.matter.add_float(piece, index, self.articles)
        self.beside(Unit(0, ONE, index, spot=number, span=piece.span))

    def beside(self, unit: Unit) -> None:
        """A place that takes no line of its own: what is held for the next piece stays held."""
        before = self.units[-1] if self.units else None
        if before is not None and before.columns != self.columns:
            self.band += 1
        self.units.append(unit._replace(columns=self.columns, band=self.band))

    def end_article(self) -> None:
        """Let all floats written so far stand before what follows.

        Where one of them has no room in a column, the place for them is one over all columns.
        """
        floats = self.matter.floats
        number = len(floats)
        if number == self.due:
            return
        columns = self.columns
        if columns > 1 and not all(each.over == 1 and each.within == columns for each in floats[self.due :]):
            self.columns = 1
        self.beside(Unit(0, ONE, floats[-1].source, due=number))
        self.columns, self.due = columns, number

    def start(self, room: int, *, article: bool, column: bool) -> None:
        """Something begins with the next piece."""
        if article:
            self.end_article()
            self.articles += bool(self.units)
        self.room, self.fresh = max(self.room, room), True
        self.column, self.article = self.column or column, self.article or article

    def add(self, unit: Unit) -> None:
        """A piece with what was held for it."""
        before = self.units[-1] if self.units else None
        closes = self.article and not self.column and self.columns > 1
        parts = before is not None and (before.columns != self.columns or closes)
        if before is not None and parts:
            self.band += 1
            self.band += self._lower_empty_lines() and self.columns > 1
        marks = () if unit.idle else tuple(self.marks)  # what may vanish marks no page
        began = next((mark.key for mark in marks if mark.kind == "article"), -1)
        self.units.append(
            unit._replace(
                columns=self.columns,
                band=self.band,
                room=self.room,
                article=began,
                fresh=self.fresh,
                column=self.column and before is not None and not parts,
                marks=marks,
            )
        )
        self.marks = self.marks if unit.idle else []
        self.room, self.fresh, self.column, self.article = 0, False, False, False

    def _lower_empty_lines(self) -> bool:
        """Let the empty lines at a band's end stand below it, over all columns; whether there are any."""
        at = len(self.units)
        while at and self.units[at - 1].idle and self.units[at - 1].columns > 1:
            at -= 1
            self.units[at] = self.units[at]._replace(columns=1, band=self.band)
        return at < len(self.units)

    def part(self) -> list[Part]:
        """What was made, as a part, without empty lines at its ends.

        At its head they vanish, and at its end they would open a page below a full one.
        """
        self.end_article()
        idle = [unit.idle for unit in self.units]
        first = idle.index(False) if False in idle else len(idle)
        last = len(idle) - (idle[::-1].index(False) if False in idle else 0)
        self.units = self.units[first:last]
        if not self.units:
            return []
        return [Part(tuple(_with_room(self.units)), self.recto, self.matter.all_floats(), tuple(self.matter.notes))]


def _with_room(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units; one that begins within the part asks for room for its head at the least, however little it is told to.

    A head that the rest of a page cannot hold starts overleaf in any case. That is where the text before it is meant to
    end, not a hole in it.
    """
    for at, unit in enumerate(units):
        head = _head(units, at) if at and unit.fresh else 0
        yield unit._replace(room=head) if head > unit.room else unit


def _head(units: Sequence[Unit], at: int) -> int:
    """The grid lines that no pages part from a unit on, at the least: pieces kept with what follows, and that."""
    depth = keep = 0
    for place, unit in enumerate(units[at:]):
        lines = unit.choices[0].lines
        if place and (unit.fresh or unit.column):
            return depth
        if unit.band != units[at].band:
            return depth + 1
        if lines >= ORPHANS + WIDOWS:
            return depth + unit.depth * max(ORPHANS, keep)
        depth += unit.height(lines, lines)
        keep = max(unit.keep, keep - lines, 0) if unit.is_text else keep
        if not keep:
            return depth
    return depth
