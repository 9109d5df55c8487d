"""Elements: what a placed item is part of, from the article down to the label of a list's item.

A page's items say where they stand; their element says which lines are one paragraph, how deep a heading is and where
in the source all that comes from. Tags, proofs, previews, diffs and search read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from huozi.diagnostics import Span
from huozi.records import NamedTuple


class Kind(Enum):
    """What an element is to a reader, whatever it looks like."""

    SECTION = "section"
    SECTION_NAME = "section-name"
    ARTICLE = "article"
    TITLE = "title"
    SUBTITLE = "subtitle"
    """A second title below the first: the subtitle, the title in English."""
    BYLINE = "byline"
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    FACTS = "facts"
    """What is said of an article beside its text: classification, dates, who edited it."""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    LIST_ITEM = "list-item"
    LABEL = "label"
    """What leads an item: its number or bullet, a speaker's name, the terms that are defined. In the contents, the page
    number of an entry of several parts."""
    DEFINITIONS = "definitions"
    DEFINITION = "definition"
    DIALOGUE = "dialogue"
    TURN = "turn"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    """Whose words a quotation or a verse is."""
    VERSE = "verse"
    STANZA = "stanza"
    FIGURE = "figure"
    TABLE = "table"
    TABLE_ROW = "table-row"
    TABLE_HEAD = "table-head"
    """A cell of a table's head."""
    TABLE_CELL = "table-cell"
    BOX = "box"
    """A panel or an aside."""
    CODE = "code"
    CAPTION = "caption"
    """What is said of a figure below it, of a table above it."""
    CREDIT = "credit"
    NOTE = "note"
    CALL = "call"
    """The mark in a text that stands for a note; its level is the note's number."""
    AFFILIATION = "affiliation"
    SOURCE = "source"
    CONTENTS = "contents"
    CONTENTS_ENTRY = "contents-entry"


class Element(NamedTuple):
    """A part of the issue: its kind, what it is part of (``None``: of the issue itself) and its place in the source.

    ``level`` is 1 for titles and names of sections 0, a heading's own (2 or deeper), how deep a list is nested (1 is
    the outermost), 1 or 2 for entries of the contents (sections, articles); 0 elsewhere. ``lang`` is the language that
    all its text is marked with, as it was written; empty where that is the document's. ``alt`` is what is read out in
    its stead.

    An element is equal to itself alone: two paragraphs that a layout makes of one field have all in common.
    """

    kind: Kind
    level: int
    parent: Element | None
    span: Span
    lang: str = ""
    alt: str = ""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return id(self)


def of_text(element: Element | None) -> Element | None:
    """The element that a piece of text is read as part of: of a note's call, what it stands in."""
    while element is not None and element.kind is Kind.CALL:
        element = element.parent
    return element


def lineage(element: Element | None) -> Iterator[Element]:
    """An element and what it is part of, the innermost first."""
    while element is not None:
        yield element
        element = element.parent
