"""A resolved layout: nothing inherits any more, every length is in millipoints.

Code under ``paragraph`` and ``makeup`` reads these values and never a file, a key or a cascade.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.geometry import Insets, Mpt, Size
from huozi.records import NamedTuple
from huozi.style.contents import ContentsStyle
from huozi.style.elements import Design, SpineDesign
from huozi.style.figures import FiguresStyle
from huozi.style.furniture import FolioStyle, FurnitureStyle, RunningStyle
from huozi.style.make_up import MakeUpStyle
from huozi.style.notes import NoteGrid, NotesStyle
from huozi.style.openings import OpeningStyle
from huozi.style.tables import TableStyles
from huozi.style.text_style import Characters, ParagraphStyle, TextStyle


class TypeArea(NamedTuple):
    """The type area (版心) as compositors give it: characters × lines, columns and the gap between them.

    ``size`` and ``leading`` are the body's: width = size·characters·columns + gap·(columns − 1), height =
    size·lines + (leading − size)·(lines − 1).
    """

    characters: int
    lines: int
    columns: int
    gap: Mpt
    size: Mpt
    leading: Mpt

    @property
    def measure(self) -> Mpt:
        """The length of a line of one column."""
        return self.size * self.characters

    @property
    def width(self) -> Mpt:
        """All columns and the gaps between them."""
        return self.measure * self.columns + self.gap * (self.columns - 1)

    def measure_in(self, columns: int) -> Mpt:
        """The length of a line where the type area is divided into so many columns: whole ems of the body."""
        if columns == self.columns:
            return self.measure
        return max((self.width - self.gap * (columns - 1)) // columns // self.size, 1) * self.size

    def gap_in(self, columns: int) -> Mpt:
        """The gap between so many columns: the layout's, and what whole ems leave of the width."""
        if columns == self.columns:
            return self.gap
        return (self.width - columns * self.measure_in(columns)) // (columns - 1) if columns > 1 else 0

    @property
    def height(self) -> Mpt:
        """From the top of the first line's em boxes to the foot of the last's."""
        return self.size * self.lines + (self.leading - self.size) * (self.lines - 1)

    def lines_for(self, depth: Mpt) -> int:
        """The grid lines that matter of so much depth takes without running into the lines beside it."""
        return max(-(-depth // self.leading), 1)


# ------------------------------------------------------------------ pages and their furniture


class PageTemplate(NamedTuple):
    """The trimmed page, its bleed and where the type area stands on right-hand (``margins.left`` is inner) pages.

    ``spine`` is its width as the layout gives it (``None``: it follows from the pages). ``paper`` and ``cover_paper``
    are the thickness of a leaf and of the cover in thousandths of a millipoint: a book has hundreds of leaves.
    """

    trim: Size
    bleed: Mpt
    binding: str
    margins: Insets
    area: TypeArea
    spine: Mpt | None = None
    paper: int = 0
    cover_paper: int = 0


class Covers(NamedTuple):
    """The designs of 封一 to 封四; an empty design is a blank page, ``None`` no such page."""

    front: Design | None
    inside_front: Design | None
    inside_back: Design | None
    back: Design | None


class Colour(NamedTuple):
    """Colour management: the profile of the output intent by name, and its file (found in ``layout/icc``).

    ``ink_limit`` is the most ink that the paper takes, all inks together, in per cent. ``is_inside_black``: inside
    pages are printed in black alone.
    """

    output_intent: str
    profile: str = ""
    ink_limit: int = 300
    is_inside_black: bool = False


class Contact(NamedTuple):
    """The journal's contact block: a heading and its lines."""

    heading: str
    lines: tuple[str, ...]


class Journal(NamedTuple):
    """The journal's identity; ``kind`` in words, ``document_title`` a template of the issue's fields.

    ``facts`` are what else it says of itself, by key (``cn``, ``price``), those that say something.
    """

    name: str
    name_en: str
    organiser: str
    kind: str
    document_title: str
    contact: Contact
    facts: tuple[tuple[str, str], ...] = ()


class Places(NamedTuple):
    """Where the layout's own words stand: ``keys`` with their places, ``files`` it is made of from the base on.

    ``layout`` is the layout as a whole.
    """

    layout: Span = Span("")
    keys: dict[str, Span] = {}  # noqa: RUF012  # never changed
    files: tuple[Span, ...] = ()

    def of(self, key: str) -> Span:
        """The place of a key; the layout as a whole where it is set nowhere."""
        return self.keys.get(key, self.layout)

    def latest(self, *spans: Span) -> Span:
        """The place, of several, that is nearest to an editor: outside of layouts, else in the last layer."""
        rank = {span.file: at for at, span in enumerate(self.files)}
        return max(
            (span for span in spans if span.file), key=lambda span: rank.get(span.file, len(rank)), default=self.layout
        )


Stacked: TypeAlias = Literal["less", "full"]
"""What headings in a row take: a line less in all than the sum of their lines, or that."""


class Stylesheet(NamedTuple):
    """A layout, resolved.

    ``stacked`` is what headings in a row take. ``digest`` is that of the files it was made of and of what was set
    otherwise, in hexadecimal.
    """

    journal: Journal
    page: PageTemplate
    styles: dict[str, ParagraphStyle]
    text: TextStyle
    characters: Characters
    covers: Covers
    contents: ContentsStyle
    folio: FolioStyle
    running: RunningStyle
    opening: OpeningStyle
    make_up: MakeUpStyle
    colour: Colour
    digest: str = ""
    places: Places = Places()
    stacked: Stacked = "less"
    furniture: FurnitureStyle = FurnitureStyle()
    spine: SpineDesign | None = None
    notes: NotesStyle = NotesStyle()
    figures: FiguresStyle = FiguresStyle()
    tables: TableStyles = TableStyles()

    @property
    def note_grid(self) -> NoteGrid:
        """How deep notes are at a column's foot."""
        area, note = self.page.area, self.styles["note"]
        return NoteGrid(area.size, area.leading, note.size, max(note.leading, note.size), self.notes)
