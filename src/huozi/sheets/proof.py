"""A proof: the pages of the print file, each glyph where it stands there, on larger sheets with marks beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from huozi.display import Page, Placed
from huozi.geometry import Mpt, Point, Rect, mm
from huozi.records import NamedTuple
from huozi.sheets.changed import Changed, change_marks
from huozi.sheets.frame import frame, mask
from huozi.sheets.front_sheet import Front, Listed, front_sheets
from huozi.sheets.hand import Hand
from huozi.sheets.lines import TextLine, lines_of
from huozi.sheets.margin_notes import INKS, Writer, lay, lead, ring, underline
from huozi.sheets.missing import missing_boxes
from huozi.sheets.moving import moved, within
from huozi.sheets.numbers import Numbering, line_numbers
from huozi.sheets.paper import Paper, paper_for, scaled_box
from huozi.sheets.proof_map import Mapped
from huozi.sheets.remarks import Note, Noted, Remark, comment, notes_of
from huozi.sheets.stamp import BOX, STAMP, Told, sign_off, stamp
from huozi.style.model import TypeArea


class Manuscript(NamedTuple):
    """What is proofed: pages, their type area, what is said of them, what has changed (``None``: not compared).

    ``geta`` gives the glyph of the mark for missing characters in a face by its key.
    """

    pages: tuple[Page, ...]
    area: TypeArea
    geta: Callable[[str], int]
    remarks: tuple[Remark, ...] = ()
    changed: Changed | None = None


class Wanted(NamedTuple):
    """How a proof is wanted: the paper by its name (empty: the smallest that will do), ``plain`` without remarks."""

    told: Told
    paper: str = ""
    spreads: bool = False
    plain: bool = False


class Proof(NamedTuple):
    """A proof made: its sheets in the order of the file, and what is on each of its pages for the map."""

    sheets: tuple[Page, ...]
    mapped: tuple[Mapped, ...]


class _Planned(NamedTuple):
    """A sheet before anything stands on it: its paper, its label, and where its pages (by their places) stand."""

    paper: Paper
    label: str
    pages: tuple[tuple[int, Point, Rect], ...]


class _Desk(NamedTuple):
    """What sheets are made of: pages with their lines and notes, labels of sheets by those of pages."""

    work: Manuscript
    wanted: Wanted
    hand: Hand
    lines: Sequence[Sequence[TextLine]]
    noted: Noted
    labels: dict[str, str]
    missing: frozenset[str]


AIR: Mpt = mm(4)
"""What is left between the stamp, the notes and the box below them."""


def make_proof(work: Manuscript, wanted: Wanted, front: Front, hand: Hand) -> Proof:
    """The sheets of a proof, those at its front first; a plain one has none."""
    lines = [lines_of(page) for page in work.pages]
    if wanted.plain:
        work = work._replace(remarks=(), changed=None)
    noted = notes_of(work.pages, lines, work.remarks)
    planned = list(_planned(work.pages, wanted))
    labels = {work.pages[at].label: sheet.label for sheet in planned for at, _, _ in sheet.pages}
    missing = frozenset(remark.passage.words for remark in work.remarks if remark.is_missing)
    desk = _Desk(work, wanted, hand, lines, noted, labels, missing)
    made, left = [], list[Note]()
    for sheet in planned:
        items, over = _sheet(sheet, desk)
        made.append(Page(0, "right", None, sheet.label, sheet.paper.size, 0, tuple(items)))
        left += over
    ahead: tuple[Page, ...] = ()
    if not wanted.plain:
        notes = tuple(note for own in noted.pages for note in own)
        places = {page.index: page.label for page in work.pages}
        listed = Listed((*notes, *noted.rest), tuple(left), noted.rest, places, noted.elsewhere)
        ahead = front_sheets(front, listed, wanted.told, planned[0].paper, hand)
    sheets = tuple(page._replace(index=index) for index, page in enumerate((*ahead, *made)))
    mapped = tuple(
        Mapped(len(ahead) + index, sheet.paper.size, work.pages[at], lines[at], corner, sheet.paper.scale)
        for index, sheet in enumerate(planned)
        for at, corner, _ in sheet.pages
    )
    return Proof(sheets, mapped)


def _planned(pages: Sequence[Page], wanted: Wanted) -> Iterator[_Planned]:
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
        yield _Planned(paper, label, tuple((number, *spot) for number, spot in zip(own, spots, strict=False)))
        at += len(own)


def _sheet(sheet: _Planned, desk: _Desk) -> tuple[list[Placed], list[Note]]:
    """The items of a sheet, and the notes that found no room on it: pages first, so that marks lie over both."""
    items: list[Placed] = []
    left: list[Note] = []
    scale = sheet.paper.scale
    for at, corner, _ in sheet.pages:
        page = desk.work.pages[at]
        own_items: Iterable[Placed] = page.items
        if desk.wanted.spreads:
            own_items = within(page.items, *((None, page.trim.width) if page.side == "left" else (0, None)))
        items += moved(own_items, corner, scale, desk.labels)
    items += mask(desk.work.pages[sheet.pages[0][0]], sheet.paper, [corner for _, corner, _ in sheet.pages])
    for at, corner, column in sheet.pages:
        page, lines = desk.work.pages[at], desk.lines[at]
        how = Numbering(desk.work.area, corner, scale, desk.hand)
        items += frame(page, sheet.paper, corner)
        items += line_numbers(page, lines, how)
        if desk.work.changed is not None:
            items += change_marks(page, lines, desk.work.changed.spots, how)
        own = [_on_sheet(note, corner, scale) for note in desk.noted.pages[at]]
        if desk.missing:
            boxed = {box for note in desk.noted.pages[at] for box in note.boxes if note.remark.is_missing}
            for box in missing_boxes(page, desk.missing, desk.work.geta):
                items += [] if box in boxed else ring(scaled_box(box, corner, scale), MISSING)
        room = _notes_room(column, sheet.paper)
        writer = Writer(desk.hand, desk.wanted.told.language, column.width)
        laid = lay(own, room, writer)
        left += laid.left
        items += _notes((*laid.notes, *((note, None) for note in laid.left)), corner, room, writer)
    items += _stamped(sheet, desk)
    return items, left


MISSING = INKS[max(INKS)]
"""The ink of what keeps a file from print."""


def _notes_room(column: Rect, paper: Paper) -> Rect:
    """The room of notes in a column: between stamp and box where those stand in it."""
    if column != paper.columns[-1]:
        return column
    top = STAMP + AIR
    return Rect(column.x, column.y + top, column.width, column.height - top - BOX - AIR)


def _on_sheet(note: Note, corner: Point, scale: int) -> Note:
    """A note of a page with its boxes as they are on the sheet."""
    return note._replace(boxes=tuple(scaled_box(box, corner, scale) for box in note.boxes))


def _notes(laid: Sequence[tuple[Note, Mpt | None]], corner: Point, room: Rect, writer: Writer) -> Iterator[Placed]:
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
        else:
            yield from writer.number(note)


def _stamped(sheet: _Planned, desk: _Desk) -> Iterator[Placed]:
    """The stamp of a sheet and the box at its foot."""
    column, told = sheet.paper.columns[-1], desk.wanted.told
    yield from stamp(told, sheet.label, sheet.paper.scale, column._replace(height=STAMP), desk.hand)
    if not desk.wanted.plain:
        yield from sign_off(told.language, Rect(column.x, column.bottom - BOX, column.width, BOX), desk.hand)
