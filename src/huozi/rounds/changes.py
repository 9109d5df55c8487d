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


class Comparison(NamedTuple):
    """All that differs between two editions; nothing in it where they are the same.

    ``lines`` are in the order of the new pages, what is gone at the place where it was. ``changed_pages`` are the
    labels of pages with changed lines, or where some are gone; ``affected_pages`` (牵动页) those with moved or reset
    lines or other furniture alone; both in the order of the new file.
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

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not (self.lines or self.furniture or self.folios or self.titles) and self.old_pages == self.new_pages
