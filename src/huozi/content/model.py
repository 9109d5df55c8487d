"""What the editors say: an issue as frozen values, without a font or a length.

A block is one of the union ``Block``; adding a kind makes the type checker name every place that must know it. Every
block and every inline knows its place in the source.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.records import NamedTuple


class TextRole(Enum):
    """What a stretch of text is within its paragraph."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


class Script(Enum):
    """Where a text stands to its line."""

    NORMAL = "normal"
    SUPER = "sup"
    SUB = "sub"


class Underline(NamedTuple):
    """A line below a name: ``kind`` is ``name`` (专名号) or ``book`` (书名号乙式).

    Two names side by side are told apart by the place at which they begin.
    """

    kind: Literal["name", "book"]
    span: Span


class Markup(NamedTuple):
    """What is said of a text beside its role: facts that hold together, whichever stood inside the other.

    ``attributes`` are kept as written (``lang``, ``alt``).
    """

    small: bool = False
    script: Script = Script.NORMAL
    dots: bool = False
    underline: Underline | None = None
    link: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


UNMARKED = Markup()


class Text(NamedTuple):
    """Characters of one role and one markup, side by side in one line of the source, from ``span`` on.

    ``|`` in titles and headings is a preferred line break, kept in the text. A text that is ``"\\n"`` alone is a forced
    line break.
    """

    text: str
    span: Span
    role: TextRole = TextRole.PLAIN
    markup: Markup = UNMARKED


class NoteRef(NamedTuple):
    """The call of a footnote of the article."""

    name: str
    span: Span


class Ruby(NamedTuple):
    """A base with its reading above it; ``span`` is the base's own place."""

    base: str
    reading: str
    span: Span
    role: TextRole = TextRole.PLAIN
    markup: Markup = UNMARKED


class CrossRef(NamedTuple):
    """A reference to what bears a name: a figure, a table, a heading of the article; an article of an earlier issue.

    ``target`` is the name, ``issue`` that of the issue's folder where it is another one. ``form``: what is printed of
    it, *number* (图 2), *page* (第 12 页) or both.
    """

    target: str
    span: Span
    form: Literal["number", "page", "both"] = "number"
    issue: str = ""


Inline: TypeAlias = Text | NoteRef | Ruby | CrossRef


class Hints(NamedTuple):
    """An editor's words on where a paragraph or a heading stands, as they are written at its end.

    ``lines``: so many lines more (negative: fewer) than it takes at its best; 0 on headings. ``break_before``: it
    begins a page or a column. ``keep_next``: it is not parted from the block behind it. ``start``: it begins a
    right-hand page, a blank before it where need be. ``spread``: what the depth of the spread that it begins on is
    changed by, 0 or −1 to −3 lines. ``places`` tells where each word stands, by its key as it is written.
    """

    lines: int = 0
    break_before: Literal["", "page", "column"] = ""
    keep_next: bool = False
    start: Literal["", "recto"] = ""
    spread: int = 0
    places: tuple[tuple[str, Span], ...] = ()


NO_HINTS = Hints()


class Paragraph(NamedTuple):
    """A paragraph of the body; ``hints`` are an editor's words for it."""

    inlines: tuple[Inline, ...]
    span: Span
    hints: Hints = NO_HINTS


class Heading(NamedTuple):
    """A heading of the body, referred to by its ``name``; ``level`` 2 or deeper (1 is the article's title)."""

    level: int
    inlines: tuple[Inline, ...]
    span: Span
    hints: Hints = NO_HINTS
    name: str = ""


class ListBlock(NamedTuple):
    """A list; ``numbers`` are the digits that number its items, as they are to be printed; none where it has bullets.

    ``loose``: blank lines part its items in the source. ``places`` are where its items begin, where that is known.
    """

    items: tuple[tuple[Block, ...], ...]
    numbers: tuple[str, ...]
    span: Span
    loose: bool = False
    places: tuple[Span, ...] = ()


class Definition(NamedTuple):
    """Terms and what they mean: one term or several of one meaning, each meaning its own blocks."""

    terms: tuple[tuple[Inline, ...], ...]
    meanings: tuple[tuple[Block, ...], ...]
    span: Span


class DefinitionList(NamedTuple):
    """Terms with their meanings, in order."""

    entries: tuple[Definition, ...]
    span: Span


class Quote(NamedTuple):
    """A block quotation; ``source`` says whose words they are (a last line that begins with ——)."""

    blocks: tuple[Block, ...]
    span: Span
    source: tuple[Inline, ...] = ()


class Verse(NamedTuple):
    """Verse: stanzas of lines, each line of the source one of the page; ``source`` as in a quotation."""

    stanzas: tuple[tuple[tuple[Inline, ...], ...], ...]
    source: tuple[Inline, ...]
    span: Span


class Turn(NamedTuple):
    """What one speaker says: the label (``问：``), empty where none is given, and the words."""

    speaker: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    span: Span


class Dialogue(NamedTuple):
    """Questions and answers, turn by turn."""

    turns: tuple[Turn, ...]
    span: Span


class Styled(NamedTuple):
    """Blocks whose paragraphs are to look like ``style``, a paragraph style that the layout has a name for."""

    style: str
    blocks: tuple[Block, ...]
    span: Span


class Columns(NamedTuple):
    """Blocks that are set in ``number`` columns (1 to 4), whatever their number around; at an article's top alone."""

    number: int
    blocks: tuple[Block, ...]
    span: Span


class Wish(NamedTuple):
    """What an author or an editor asks of the place of a figure, a table or a box, as far as it is said.

    ``place`` is where on its page: in the text, at its head or foot, on a page of its own, *beside* the text of the
    paragraph that follows (on the outer side unless ``side`` says which). ``on``: the page or the column of its
    mention, or the one after. ``span`` is the number of columns that it runs over (0: all; -1: not said). ``turned``: a
    quarter to the left (顶左底右). ``width`` is in thousandths of the columns' width (0: not said). ``places`` tells
    where each word stands, by its key as it is written.
    """

    place: Literal["", "here", "head", "foot", "page", "beside"] = ""
    on: Literal["", "page", "next-page", "column", "next-column"] = ""
    span: int = -1
    width: int = 0
    side: Literal["", "left", "right"] = ""
    turned: bool = False
    places: tuple[tuple[str, Span], ...] = ()


NO_WISH = Wish()


class Picture(NamedTuple):
    """A picture of the issue: ``path`` is within its folder (``images/a.tif``), of a PDF ``page`` counts from 1.

    ``alt`` is what is read out in its stead, ``lang`` the language of that; ``is_ornament``: it means nothing (``alt``
    is given and empty). ``caption`` is its own where several stand side by side. ``crop`` is the part of it that shows:
    left, top, right, bottom in thousandths of its sides that are cut off.
    """

    path: str
    span: Span
    alt: str = ""
    lang: str = ""
    is_ornament: bool = False
    caption: tuple[Inline, ...] = ()
    page: int = 1
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)


class Figure(NamedTuple):
    """A figure: a picture, or several side by side, over its caption; ``name`` is what it is referred to by.

    ``credit`` says whose the picture is. ``numbered``: it takes part in the counting of figures.
    """

    pictures: tuple[Picture, ...]
    caption: tuple[Inline, ...]
    name: str
    span: Span
    credit: tuple[Inline, ...] = ()
    wish: Wish = NO_WISH
    numbered: bool = True


CellAlign: TypeAlias = Literal["", "left", "center", "right", "point"]
"""How cells are aligned; *point*: numbers at their decimal point; empty: as their text suggests."""


class Cell(NamedTuple):
    """A cell of a table, over so many rows and columns; its paragraphs are parted by forced line breaks."""

    inlines: tuple[Inline, ...]
    span: Span
    rows: int = 1
    columns: int = 1
    align: CellAlign = ""


class Table(NamedTuple):
    """A table: its rows from the top, the first ``heads`` of them its head, each with the cells that begin in it.

    Cells that a merged one covers are left out, as in HTML. ``aligns`` are those of its columns (as many as it has),
    ``widths`` what an author says of them, in thousandths of the table's (0: not said). ``unit`` stands at the right
    above it, ``notes`` and ``source`` below. ``style`` is a table style of the layout, empty for its usual one.
    """

    caption: tuple[Inline, ...]
    name: str
    rows: tuple[tuple[Cell, ...], ...]
    heads: int
    aligns: tuple[CellAlign, ...]
    span: Span
    widths: tuple[int, ...] = ()
    unit: tuple[Inline, ...] = ()
    notes: tuple[tuple[Inline, ...], ...] = ()
    source: tuple[Inline, ...] = ()
    style: str = ""
    wish: Wish = NO_WISH
    numbered: bool = True


class Box(NamedTuple):
    """Blocks in a panel, or an aside of a kind that the layout has a style for: ``box``, ``pullquote``,
    ``editors-note``, ``portrait`` …

    ``columns`` is the number that its own text stands in. ``pictures`` stand at its head or beside its text.
    """

    style: str
    blocks: tuple[Block, ...]
    span: Span
    title: tuple[Inline, ...] = ()
    columns: int = 1
    wish: Wish = NO_WISH


class Code(NamedTuple):
    """Lines of a program, set as they stand; ``language`` is what the author calls theirs."""

    lines: tuple[str, ...]
    span: Span
    language: str = ""


class Divider(NamedTuple):
    """A rule between two parts of an article (``* * *``)."""

    span: Span


Block: TypeAlias = (
    Paragraph
    | Heading
    | ListBlock
    | DefinitionList
    | Quote
    | Verse
    | Dialogue
    | Styled
    | Columns
    | Figure
    | Table
    | Box
    | Code
    | Divider
)
