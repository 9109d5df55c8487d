"""What has changed from one edition to another: the values that comparing gives and that proofs and reports show."""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.records import NamedTuple

LineKind: TypeAlias = Literal["changed", "gone", "moved", "reset"]
"""What can be said of a line that is not the same as before.

``changed``: it belongs to a paragraph whose source has changed, and no line of the old paragraph has its text in its
looks (marks of emphasis are the author's words too).
``gone``: a line of the old edition whose text is no more.
``moved``: the same text, set the same, on another page or line.
``reset``: its source is the same, but it breaks elsewhere or is set otherwise.
"""


class Where(NamedTuple):
    """A line's place as readers say it: the page's label, column and line from 1.

    Lines that readers do not count (captions, tables, notes) are -1, -2, … in their column.
    """

    page: str
    column: int
    line: int


class LineChange(NamedTuple):
    """A line that is not the same as before: where it was and is (``None``: nowhere), and its text then and now.

    ``place`` is its paragraph's place in the source, of what is gone in the old one. The old text of a changed line is
    that of the old line it comes nearest to, empty where it is new.
    """

    kind: LineKind
    article: str
    element: str
    place: Span
    old: Where | None
    new: Where | None
    old_text: str
    new_text: str


class FolioChange(NamedTuple):
    """A section or an article that begins on another page; an empty folio: it is not there."""

    name: str
    title: str
    old: str
    new: str


class TitleChange(NamedTuple):
    """An article whose title has changed; an empty title: it is not there."""

    name: str
    old: str
    new: str


class FurnitureChange(NamedTuple):
    """A page whose running head, folio or design says something else, or is drawn otherwise (both texts the same)."""

    page: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class ItemPlace(NamedTuple):
    """Where a figure, a table, a box or a note stands: the page's label, where on it, its column from 1."""

    page: str
    where: str
    column: int


ItemChangeKind: TypeAlias = Literal["moved", "changed", "picture", "renumbered", "new", "gone"]
"""What can be said of a figure, a table, a box or a note: it stands elsewhere, its words or its picture are others, it
has another number, it was not there, it is no more."""

ItemCause: TypeAlias = Literal["", "mention", "itself", "room"]
"""Why one moved: its mention did, it is another one itself, pages had room elsewhere. Empty: it has not moved."""


class ItemChange(NamedTuple):
    """What differs in a figure, a table, a box or a note.

    ``item`` is its kind, ``label`` what it is called now (of what is gone: was called), else its name; ``old_label``
    what it was called. ``old`` and ``new`` are where it was and is (``None``: nowhere).
    """

    kind: ItemChangeKind
    article: str
    item: str
    label: str
    old_label: str
    place: Span
    old: ItemPlace | None
    new: ItemPlace | None
    cause: ItemCause = ""


class Comparison(NamedTuple):
    """All that differs between two editions; nothing in it where they are the same.

    ``lines`` are in the order of the new pages, what is gone at the place where it was. ``changed_pages`` are the
    labels of pages with changed lines, or where some are gone; ``affected_pages`` (牵动页) those with moved or reset
    lines or other furniture alone; both in the order of the new file. ``items`` are figures, tables, boxes and notes.
    """

    old_title: str
    new_title: str
    old_pages: int
    new_pages: int
    lines: tuple[LineChange, ...] = ()
    changed_pages: tuple[str, ...] = ()
    affected_pages: tuple[str, ...] = ()
    furniture: tuple[FurnitureChange, ...] = ()
    folios: tuple[FolioChange, ...] = ()
    titles: tuple[TitleChange, ...] = ()
    items: tuple[ItemChange, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        told = (self.lines, self.furniture, self.folios, self.titles, self.items)
        return not any(told) and self.old_pages == self.new_pages
