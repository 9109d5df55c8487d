"""The display list: what stands where on a page.

A ``Page`` is all that an output knows. Its items carry their source text, ink, role, reading order and the element they
are part of, so that tagging, search and colour need no second pass over the content. Coordinates as in
:mod:`huozi.geometry`; an item's own coordinates are relative to the ``x``, ``y`` of its ``Placed``.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Literal, TypeAlias, assert_never

from huozi.diagnostics import Span
from huozi.geometry import Mpt, Rect, Size, baseline
from huozi.records import NamedTuple
from huozi.structure import Element


class Ink(NamedTuple):
    """A process colour in thousandths of full ink; ``overprint`` leaves what lies below in place.

    White (no ink) never overprints: it would vanish.
    """

    cyan: int
    magenta: int
    yellow: int
    black: int
    overprint: bool = False


BLACK = Ink(0, 0, 0, 1000, overprint=True)
"""Text black: K alone, overprinting (print.md, preflight 22 and 23)."""


class Role(Enum):
    """What an item is to a reader; tagging and bookmarks read it."""

    TITLE = "title"
    SECTION = "section"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CONTENTS = "contents"
    READING = "reading"
    """The reading of ruby: seen, but no part of the text that is searched, copied or read out."""
    ARTIFACT = "artifact"


SOFT_HYPHEN = "\u00ad"
"""What the hyphen that parts a word at a line's end stands for (ISO 32000-1, 14.8.2.2.3): it is no text of the word.

It stands in a glyph run of its own; in a source text it says where a word may be parted.
"""


class GlyphRun(NamedTuple):
    """Glyphs of one face, size and ink on one baseline.

    ``glyphs``, ``xs`` and ``texts`` run in parallel: glyph id in the face, x of the glyph's origin relative to the
    run (Mpt), and the source text it stands for (empty where a glyph before it carries the cluster's text).
    ``width`` is the run's advance. ``rise`` lifts glyphs above the baseline (superscripts).
    """

    face: str
    size: Mpt
    glyphs: tuple[int, ...]
    xs: tuple[Mpt, ...]
    texts: tuple[str, ...]
    width: Mpt
    ink: Ink = BLACK
    rise: Mpt = 0


class Rule(NamedTuple):
    """A filled rectangle: rules, boxes, fields of colour. Its corner is at the item's place."""

    width: Mpt
    height: Mpt
    ink: Ink = BLACK


class Path(NamedTuple):
    """A filled and/or stroked outline.

    ``segments`` are ``("M", x, y)``, ``("L", x, y)``, ``("C", x1, y1, x2, y2, x, y)`` and ``("Z",)``.
    """

    segments: tuple[tuple[str | Mpt, ...], ...]
    fill: Ink | None = None
    stroke: Ink | None = None
    stroke_width: Mpt = 0


class Image(NamedTuple):
    """A picture file at the size of what shows of it; ``alt`` is what is read out in its stead.

    ``page`` is that of a PDF, from 1. ``crop`` is what is cut off on the left, at the top, on the right, at the foot,
    in thousandths of the picture's sides. ``is_black``: it is printed in black ink alone.
    """

    path: str
    size: Size
    alt: str = ""
    page: int = 1
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    is_black: bool = False


class Link(NamedTuple):
    """An active area leading to another page (``target``: a page's label) or to an address on the web (``uri``).

    Screen files only.
    """

    width: Mpt
    height: Mpt
    target: str
    uri: str = ""


WITHIN_FILE = "\0"
"""What the ``uri`` of a link begins with that leads to a place of the source, as long as no page of it is known."""


def within_file(place: Span) -> str:
    """The ``uri`` of a link to what stands at a place of the source.

    >>> within_file(Span("a.md", 3, 1))
    '\\x00a.md:3:1'
    """
    return f"{WITHIN_FILE}{place}"


class Bookmark(NamedTuple):
    """An outline entry pointing at the item's place; ``level`` 0 is outermost."""

    title: str
    level: int


class Comment(NamedTuple):
    """A comment that a viewer shows and no printer prints: proofs alone have them.

    ``boxes`` are the words it is about, relative to the item's place; none: it is a note at that place. ``name`` tells
    it from all others of its page (``NM``), ``subject`` is a word for its kind, ``colour`` red, green and blue in
    thousandths.
    """

    boxes: tuple[Rect, ...]
    name: str
    author: str
    subject: str
    text: str
    colour: tuple[int, int, int]


Item: TypeAlias = GlyphRun | Rule | Path | Image | Link | Bookmark | Comment


class Placed(NamedTuple):
    """An item at its place. ``order`` is the place in reading order on its page (artifacts: -1).

    ``element`` is what it is part of: its lines, decoration and bookmark know the paragraph they belong to; ``None``
    for what is no part of any text (furniture, rules and boxes of a design). ``is_turned``: it is turned a quarter to
    the left about its place, so that its baseline runs up the page; where it lies then, :func:`box_of` says.
    """

    x: Mpt
    y: Mpt
    item: Item
    role: Role = Role.PARAGRAPH
    order: int = 0
    element: Element | None = None
    is_turned: bool = False


def box_of(placed: Placed) -> Rect:
    """The box that an item takes on its page: an em box for glyphs, all points of an outline, comments' words.

    Of what is turned it is the box as it lies on the page.

    >>> box_of(Placed(100, 500, Rule(30, 10)))
    Rect(x=100, y=500, width=30, height=10)
    >>> box_of(Placed(100, 500, Rule(30, 10), is_turned=True))
    Rect(x=100, y=470, width=10, height=30)
    """
    return on_page(placed, own_box(placed.item))


def on_page(placed: Placed, box: Rect) -> Rect:
    """A box of an item, relative to its place, as it lies on the page."""
    x, y, width, height = box
    if placed.is_turned:
        return Rect(placed.x + y, placed.y - x - width, height, width)
    return Rect(placed.x + x, placed.y + y, width, height)


def on_line(placed: Placed) -> tuple[Mpt, Mpt]:
    """Where the line is that an item stands on, and where on it: the y of a baseline and an x.

    Of what is turned it is the x of the baseline, and how far up the page (as a negative y) the item begins.
    """
    return (placed.x, -placed.y) if placed.is_turned else (placed.y, placed.x)


def own_box(item: Item) -> Rect:
    """The box of an item relative to its place, before any turn."""
    match item:
        case GlyphRun(size=size, width=width, rise=rise):
            return Rect(0, -rise - baseline(size), width, size)
        case Rule(width, height) | Link(width, height):
            return Rect(0, 0, width, height)
        case Image(_, size):
            return Rect(0, 0, size.width, size.height)
        case Path(segments):
            return _around([int(value) for part in segments for value in part[1:]])
        case Comment(boxes) if boxes:
            return _around([edge for box in boxes for edge in (box.x, box.y, box.right, box.bottom)])
        case Bookmark() | Comment():
            return Rect(0, 0, 0, 0)
        case _:
            assert_never(item)


def _around(places: Sequence[Mpt]) -> Rect:
    """The box around points, given as x and y by turns."""
    xs, ys = places[::2], places[1::2]
    if not xs:
        return Rect(0, 0, 0, 0)
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top)


Side: TypeAlias = Literal["left", "right"]


class Stand(NamedTuple):
    """A piece of text where it stands on its page: a slug of the body, a row of the contents.

    ``column`` counts the ``columns`` of its band from 0, ``items`` are the places of what it is made of among those of
    the page. ``span`` is its place in the source, empty where it only quotes what stands elsewhere (the contents).
    ``left`` is the x of its column's edge (Mpt).
    """

    span: Span
    column: int
    columns: int
    items: Sequence[int]
    left: Mpt = 0


class Page(NamedTuple):
    """One page of the file.

    Four things are kept apart: ``index`` (place in the file, from 0), ``side`` of the spread, ``folio`` (the number
    printed on it, ``None`` where none is) and ``label`` (what a viewer shows: folio, or 封一 … 封四 on the covers).
    ``stands`` are the pieces of text that stand on it, in order: what proofs number, compare and find places by.
    """

    index: int  # type: ignore[assignment]  # tuple.index means nothing on a page
    side: Side
    folio: str | None
    label: str
    trim: Size
    bleed: Mpt
    items: tuple[Placed, ...]
    stands: tuple[Stand, ...] = ()

    @property
    def sources(self) -> tuple[Span, ...]:
        """The places in the source of the pieces of text that stand on it, in order; what is but quoted has none."""
        return tuple(stand.span for stand in self.stands if stand.span.file)


StandardName: TypeAlias = Literal["print", "screen", "proof"]
"""What a file is for, by which its standard goes (``output.standards``)."""


class Target(NamedTuple):
    """Facts about the document that an output writes beside its pages; ``layout`` is a digest of its layout."""

    title: str
    author: str
    subject: str
    language: str
    date: str
    output_intent: str
    profile: StandardName
    layout: str = ""
    keywords: str = ""
