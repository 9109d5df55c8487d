"""A proof: the pages of the print file, each glyph where it stands there, on larger sheets with marks beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.display import Page, Placed
from huozi.geometry import Mpt, Point, Rect, mm
from huozi.records import NamedTuple
from huozi.sheets.frame import frame
from huozi.sheets.hand import Hand
from huozi.sheets.lines import TextLine, lines_of
from huozi.sheets.margin_notes import Writer, lay, lead, underline
from huozi.sheets.moving import moved
from huozi.sheets.numbers import Numbering, line_numbers
from huozi.sheets.paper import Paper, paper_for, scaled_box
from huozi.sheets.remarks import Note, Remark, comment, notes_of
from huozi.sheets.stamp import BOX, STAMP, Told, sign_off, stamp
from huozi.style.model import TypeArea


class Manuscript(NamedTuple):
    """What is proofed: pages, their type area, and what is said of them."""

    pages: tuple[Page, ...]
    area: TypeArea
    remarks: tuple[Remark, ...] = ()


class Wanted(NamedTuple):
    """How a proof is wanted: the paper by its name (empty: the smallest that will do), ``plain`` without remarks."""

    told: Told
    paper: str = ""
    spreads: bool = False
    plain: bool = False


class Planned(NamedTuple):
    """A sheet before anything stands on it: its paper, its label, and where its pages (by their places) stand."""

    paper: Paper
    label: str
    pages: tuple[tuple[int, Point, Rect], ...]


class Proof(NamedTuple):
    """A proof made: its sheets; the notes that found no room on theirs; remarks that belong to no page."""

    sheets: tuple[Page, ...]
    left: tuple[Note, ...]
    rest: tuple[Note, ...]


AIR: Mpt = mm(4)
"""What is left between the stamp, the notes and the box below them."""


def make_proof(work: Manuscript, wanted: Wanted, hand: Hand) -> Proof:
    """The sheets of a proof in the order of its pages."""
    lines = [lines_of(page) for page in work.pages]
    noted = notes_of(work.pages, lines, () if wanted.plain else work.remarks)
    planned = list(_planned(work.pages, wanted))
    labels = {work.pages[at].label: sheet.label for sheet in planned for at, _, _ in sheet.pages}
    sheets: list[Page] = []
    left: list[Note] = []
    for index, sheet in enumerate(planned):
        scale = sheet.paper.scale
        items: list[Placed] = []
        for at, corner, column in sheet.pages:
            items += frame(work.pages[at], sheet.paper, corner)
            items += moved(work.pages[at].items, corner, scale, labels)
            items += line_numbers(work.pages[at], lines[at], Numbering(work.area, corner, scale, hand))
            room, writer = _notes_room(column, sheet.paper), Writer(hand, wanted.told.language, column.width)
            laid = lay([_on_sheet(note, corner, scale) for note in noted.pages[at]], room, writer)
            left += laid.left
            items += _notes((*laid.notes, *((note, None) for note in laid.left)), corner, room, writer)
        items += _stamped(sheet, wanted, hand)
        sheets.append(Page(index, "right", None, sheet.label, sheet.paper.size, 0, tuple(items)))
    return Proof(tuple(sheets), tuple(left), noted.rest)


def _planned(pages: Sequence[Page], wanted: Wanted) -> Iterator[Planned]:
    """The sheets that pages come to, a page or two facing ones each."""
    at = 0
    while at < len(pages):
        page = pages[at]
        paper = paper_for(page.trim, wanted.paper, spread=wanted.spreads)
        own, spots = [at], list(zip(paper.corners, paper.columns, strict=True))
        if wanted.spreads:
            if page.side == "right":
                spots = spots[1:]
            elif pages[at + 1 : at + 2] and pages[at + 1].side == "right":
                own.append(at + 1)
        label = "–".join(pages[number].label for number in own)
        yield Planned(paper, label, tuple((number, *spot) for number, spot in zip(own, spots, strict=False)))
        at += len(own)


def _notes_room(column: Rect, paper: Paper) -> Rect:
    """The room of notes in a column: between stamp and box where those stand in it."""
    if column != paper.columns[-1]:
        return column
    top = STAMP + AIR
    return Rect(column.x, column.y + top, column.width, column.height - top - BOX - AIR)


def _on_sheet(note: Note, corner: Point, scale: int) -> Note:
    """A note of a page with its boxes as they are on the sheet."""
    return note._replace(boxes=tuple(scaled_box(box, corner, scale) for box in note.boxes))


def _notes(
    laid: Sequence[tuple[Note, Mpt | None]], corner: Point, room: Rect, writer: Writer
) -> Iterator[Placed]:
    """The notes of a page at their y (``None``: they found no room), what leads to them, and their comments."""
    edge, to = (room.x - mm(3), room.x - 2_000) if room.x > corner.x else (room.right + mm(3), room.right + 2_000)
    head = Point(corner.x + mm(4), corner.y + mm(4))
    for note, y in laid:
        yield comment(note, head)
        if not note.boxes:
            head = head._replace(x=head.x + mm(5))
        yield from underline(note)
        if y is not None:
            yield from lead(note, y, edge, to)
            yield from writer.note(note, room.x, y)


def _stamped(sheet: Planned, wanted: Wanted, hand: Hand) -> Iterator[Placed]:
    """The stamp of a sheet and the box at its foot."""
    column = sheet.paper.columns[-1]
    yield from stamp(wanted.told, sheet.label, sheet.paper.scale, column._replace(height=STAMP), hand)
    if not wanted.plain:
        yield from sign_off(wanted.told.language, Rect(column.x, column.bottom - BOX, column.width, BOX), hand)
