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


Inline: TypeAlias = Text | NoteRef | Ruby


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
    """A heading of the body; ``level`` 2 or deeper (1 is the article's title)."""

    level: int
    inlines: tuple[Inline, ...]
    span: Span
    hints: Hints = NO_HINTS


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


class Float(NamedTuple):
    """A figure that may move to the top or foot of a column: a picture of the issue with its caption.

    ``path`` is the picture's within the issue's folder (``images/a.tif``).
    """

    path: str
    caption: tuple[Inline, ...]
    name: str
    attributes: tuple[tuple[str, str], ...]
    span: Span


Block: TypeAlias = (
    Paragraph | Heading | ListBlock | DefinitionList | Quote | Verse | Dialogue | Styled | Columns | Float
)
