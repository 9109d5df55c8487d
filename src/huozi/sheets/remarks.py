"""What a proof says of an issue: a finding with its words, its page and its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from huozi.diagnostics import Severity
from huozi.display import Comment, Page, Placed, Role
from huozi.geometry import Point, Rect
from huozi.records import NamedTuple
from huozi.sheets.finding_places import Passage, boxes_of
from huozi.sheets.lines import TextLine


class Remark(NamedTuple):
    """Something said of an issue: how grave it is, its rule, message and remedy, and what it is about.

    ``name`` tells it from all others. ``page`` is the place of its page in the print file, ``None`` where that is not
    known. ``is_missing``: it is about a character that no font has.
    """

    severity: Severity
    rule: str
    message: str
    remedy: str
    name: str
    passage: Passage
    page: int | None = None
    is_missing: bool = False

    @property
    def place(self) -> str:
        """Where it belongs in the source, without the folders."""
        span = self.passage.span
        name = span.file.replace("\\", "/").rpartition("/")[2]
        return f"{name}:{span.line}" if span.line else name


class Note(NamedTuple):
    """A remark with its number and the boxes of its words, none where it is about a page or all of the issue.

    ``same_as`` is the number of a note beside it that says the same remedy, 0 where none does.
    """

    number: int
    remark: Remark
    boxes: tuple[Rect, ...] = ()
    same_as: int = 0


class Noted(NamedTuple):
    """The notes of each page, boxes in the page's coordinates, from its head down, and those of no page.

    ``elsewhere`` is how many remarks are about pages that are not there.
    """

    pages: tuple[tuple[Note, ...], ...]
    rest: tuple[Note, ...]
    elsewhere: int = 0


def notes_of(pages: Sequence[Page], lines: Sequence[Sequence[TextLine]], remarks: Iterable[Remark]) -> Noted:
    """Remarks at their words, numbered through; ``lines`` are those of the ``pages``."""
    places = {page.index: at for at, page in enumerate(pages)}
    found: list[list[tuple[tuple[Rect, ...], Remark]]] = [[] for _ in pages]
    rest: list[Remark] = []
    elsewhere = 0
    for remark in remarks:
        if remark.page is None:
            rest.append(remark)
        elif remark.page in places:
            at = places[remark.page]
            found[at].append((boxes_of(pages[at], lines[at], remark.passage), remark))
        else:
            elsewhere += 1
    number = 0
    noted = []
    for own in found:
        own.sort(key=lambda each: (each[0][0].y, each[0][0].x) if each[0] else (-(10**9), 0))
        noted.append(tuple(Note(number + at, remark, boxes) for at, (boxes, remark) in enumerate(own, 1)))
        number += len(own)
    return Noted(tuple(noted), tuple(Note(number + at, remark) for at, remark in enumerate(rest, 1)), elsewhere)


AUTHOR = "Huozi"

COLOURS = {Severity.ERROR: (930, 180, 150), Severity.WARNING: (1000, 660, 100), Severity.NOTE: (250, 560, 950)}
"""The colours of comments on a screen by how grave they are."""


def comment(note: Note, head: Point) -> Placed:
    """A note as a comment of the file, over the boxes of its words on the sheet; where it has none, at ``head``."""
    remark = note.remark
    corner = Point(*note.boxes[0][:2]) if note.boxes else head
    own = tuple(box._replace(x=box.x - corner.x, y=box.y - corner.y) for box in note.boxes)
    said = f"{remark.message}\n{remark.remedy}"
    item = Comment(own, remark.name, AUTHOR, remark.rule, said, COLOURS[remark.severity])
    return Placed(corner.x, corner.y, item, Role.ARTIFACT, -1)
