"""A resolved layout: nothing inherits any more, every length is in millipoints.

Code under ``paragraph`` and ``makeup`` reads these values and never a file, a key or a cascade.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.display import Ink
from huozi.geometry import Insets, Mpt, Rect, Size
from huozi.records import NamedTuple
from huozi.style.make_up import MakeUpStyle, OpeningStyle

Profile: TypeAlias = Literal["clreq", "jlreq", "unicode"]
Kinsoku: TypeAlias = Literal["none", "basic", "gb", "strict"]
Marks: TypeAlias = Literal["quanjiao", "kaiming", "banjiao"]
AdjacentMarks: TypeAlias = Literal["1.5字", "2字", "1字"]
LineStart: TypeAlias = Literal["half", "full"]
LineEnd: TypeAlias = Literal["half", "full", "hang"]
Digits: TypeAlias = Literal["proportional", "half"]
Fill: TypeAlias = Literal["pull-in", "push-out", "least"]
Align: TypeAlias = Literal["justify", "left", "right", "center"]
Figures: TypeAlias = Literal["default", "lining", "oldstyle"]
FigureWidth: TypeAlias = Literal["default", "proportional", "tabular"]
Hyphenate: TypeAlias = Literal["none", "en", "en-GB", "de", "es", "fr", "it", "nl", "pt", "ru"]

ARTICLE_FIELDS = ("authors", "affiliations", "affiliation_note", "source")
"""Fields that a template of an article's furniture may name: ``affiliations`` are those of its authors, each once."""

MATCHED = 0
"""The scale of a Latin face that is to be made as large as the Latin letters of the Han face beside it."""


class LatinSetting(NamedTuple):
    """How Latin is set beside Han: its size and place, its figures, what its letters do to each other.

    ``scale`` is in thousandths of the Han face's size (or ``MATCHED``), ``shift`` in thousandths of an em, upwards;
    ``default`` figures are those that the face gives unasked.
    """

    scale: int = 1000
    shift: int = 0
    figures: Figures = "default"
    figure_width: FigureWidth = "default"
    ligatures: bool = True
    kerning: bool = True


SmallAlign: TypeAlias = Literal["centre", "baseline"]
NoteCall: TypeAlias = Literal["digit", "circled"]


class FaceChoice(NamedTuple):
    """The faces of one font role and weight: Han first, Latin (empty: the Han face's own), then fallbacks by file.

    ``western`` are those asked for what the Latin face lacks, in their order; empty: the Han face, then the fallbacks.
    """

    han: str
    latin: str
    fallback: tuple[str, ...] = ()
    setting: LatinSetting = LatinSetting()
    western: tuple[str, ...] = ()


HAN_LATIN_MAX: dict[Fill, int] = {"pull-in": 500, "push-out": 333, "least": 500}
"""What the gap between Han and Latin may be expanded to (thousandths of an em) by the way lines are filled.

CLREQ has half an em, often a third. Pushed out, nearly every line is stretched: half an em would stand out."""


class TextStyle(NamedTuple):
    """How characters become lines: the rules of composition (typography.md).

    ``han_latin`` is the gap between Han and Latin in thousandths of an em, ``han_latin_max`` what it may be expanded
    to (``None``: what goes with ``fill``), ``loosest`` how far all gaps of a line may be opened before marks give way
    (pushing out) and before it is reported, in thousandths too. ``lone_character``: no last line of one character
    (孤字不成行). ``hyphenate`` is the language whose words may be parted, with ``hyphen_before`` and
    ``hyphen_after`` letters on either side at least. ``adjacent_marks`` is the width of two marks side by side of which
    one is a bracket; ``digits`` *half* gives each figure half an em.
    """

    profile: Profile = "clreq"
    kinsoku: Kinsoku = "gb"
    marks: Marks = "quanjiao"
    line_start: LineStart = "half"
    line_end: LineEnd = "half"
    fill: Fill = "push-out"
    han_latin: int = 250
    han_latin_max: int | None = None
    loosest: int = 125
    lone_character: bool = True
    hyphenate: Hyphenate = "none"
    hyphen_before: int = 2
    hyphen_after: int = 3
    adjacent_marks: AdjacentMarks = "1.5字"
    digits: Digits = "proportional"

    @property
    def han_latin_most(self) -> int:
        """What the gap between Han and Latin may be expanded to, in thousandths of an em."""
        return HAN_LATIN_MAX[self.fill] if self.han_latin_max is None else self.han_latin_max


class ParagraphStyle(NamedTuple):
    """One paragraph style, complete.

    ``lines`` is the number of grid lines a heading takes (占行; 0: as many as its lines of text need), ``leading`` the
    distance of its own baselines, ``indent`` the first line's (Mpt), ``letter_spacing`` added after each character,
    ``keep_lines`` the lines of text that must follow it on its page. ``hang`` is the room of a label, or what a line of
    verse that is turned over is moved in; ``between`` the empty grid lines between stanzas and between the items of a
    loose list; ``numbers`` and ``bullets`` what the items of lists are led by, outermost list first. ``span`` is the
    number of columns that it runs across (0: all).
    """

    name: str
    font: FaceChoice
    size: Mpt
    leading: Mpt
    indent: Mpt
    align: Align
    lines: int
    lines_before: int
    lines_after: int
    inset_left: Mpt
    inset_right: Mpt
    letter_spacing: Mpt
    keep_lines: int
    ink: Ink
    text: TextStyle
    strong: FaceChoice
    emphasis: FaceChoice
    code: FaceChoice
    ruby: FaceChoice
    hang: Mpt = 0
    between: int = 0
    numbers: tuple[str, ...] = ("1.",)
    bullets: tuple[str, ...] = ("•",)
    span: int = 1


class Characters(NamedTuple):
    """How marked text is set, in thousandths of the em of the text it stands in; ``line`` is a thickness in Mpt.

    ``small``, ``script`` and ``ruby`` are sizes; ``ruby_gap`` and ``ruby_overhang`` are thousandths of the reading's
    own em. Distances are counted from the em box, that of readings to their baseline. ``line_inset`` is what a line
    below a name is shorter at either end, so that two names side by side have a break between them.
    """

    small: int
    small_align: SmallAlign
    script: int
    script_rise: int
    script_drop: int
    note_call: NoteCall
    dot: int
    dot_distance: int
    line: Mpt
    line_distance: int
    line_inset: int
    wave: int
    ruby: int
    ruby_distance: int
    ruby_gap: int
    ruby_overhang: int


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


# ------------------------------------------------------------------ designs: what is drawn on a cover, by data


class BoxElement(NamedTuple):
    """A filled rectangle; negative coordinates and sizes beyond the trim bleed."""

    area: Rect
    ink: Ink


class TextElement(NamedTuple):
    """Text with fields (``{journal}``, ``{year}``, …) in a style, its first baseline's em box at the top of ``area``.

    ``fit`` sets the size so that the text fills the width.
    """

    area: Rect
    content: str
    style: ParagraphStyle
    fit: bool = False
    span: Span = Span("")


class ContactElement(NamedTuple):
    """The journal's contact block, a line each, from the top of ``area``."""

    area: Rect
    heading: ParagraphStyle
    style: ParagraphStyle
    span: Span = Span("")


class BarsElement(NamedTuple):
    """A row of bars rising from the foot of ``area``: ``bars`` of them, one (from 1) set in another ink.

    The journal's twelve issues of a year: which is highlighted says which issue this is. ``highlight`` is a template
    (``{issue}``). ``first`` and ``last`` are the heights of the first and last bar in thousandths of the area.
    """

    area: Rect
    bars: int
    gap: Mpt
    first: int
    last: int
    ink: Ink
    highlight: str
    highlight_ink: Ink


DesignElement: TypeAlias = BoxElement | TextElement | ContactElement | BarsElement
Design: TypeAlias = tuple[DesignElement, ...]


# ------------------------------------------------------------------ pages and their furniture


class PageTemplate(NamedTuple):
    """The trimmed page, its bleed and where the type area stands on right-hand (``margins.left`` is inner) pages."""

    trim: Size
    bleed: Mpt
    binding: str
    margins: Insets
    area: TypeArea


class Covers(NamedTuple):
    """The designs of 封一 to 封四; an empty design is a blank page, ``None`` no such page."""

    front: Design | None
    inside_front: Design | None
    inside_back: Design | None
    back: Design | None


class ContentsStyle(NamedTuple):
    """The contents page. ``rule`` is the thickness of the rule below its heading, ``…_space`` in grid lines."""

    title: str
    issue_line: str
    section_pages: bool
    authors: bool
    leader: Literal["dots", "none"]
    leader_min: int
    leader_ink: Ink
    heading: ParagraphStyle
    line: ParagraphStyle
    section: ParagraphStyle
    entry: ParagraphStyle
    folio: ParagraphStyle
    section_space: int
    entry_space: int
    rule: Mpt


class FolioStyle(NamedTuple):
    """The printed page number. ``distance``: from the type area's foot to the folio's em box."""

    position: Literal["foot-centre", "foot-outer", "none"]
    first: Literal["contents", "body"]
    template: str
    style: ParagraphStyle
    distance: Mpt


class RunningStyle(NamedTuple):
    """Running heads: templates for left and right pages, their distance above the type area, the hairline below."""

    verso: str
    recto: str
    style: ParagraphStyle
    distance: Mpt
    rule: Mpt
    rule_distance: Mpt
    contents: bool


class Colour(NamedTuple):
    """Colour management: the profile of the output intent by name, and its file (found in ``layout/icc``)."""

    output_intent: str
    profile: str = ""


class Contact(NamedTuple):
    """The journal's contact block: a heading and its lines."""

    heading: str
    lines: tuple[str, ...]


class Journal(NamedTuple):
    """The journal's identity; ``kind`` in words, ``document_title`` a template of the issue's fields."""

    name: str
    name_en: str
    organiser: str
    kind: str
    document_title: str
    contact: Contact


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


class Stylesheet(NamedTuple):
    """A layout, resolved.

    ``digest`` is that of the files it was made of and of what was set otherwise, in hexadecimal.
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
