"""An edition: what there is to compare of an issue as it was set at one time, with no font and no glyph in it.

It is made of finished pages (:mod:`huozi.rounds.taking`), kept as text (:mod:`huozi.rounds.kept`) and compared with
another (:mod:`huozi.rounds.comparing`).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.geometry import Mpt
from huozi.records import NamedTuple


class EditionLine(NamedTuple):
    """A line of text: its page (from 0, in the order of the file), column and number (both from 1), its baseline.

    Lines that readers do not count have the numbers -1, -2, … in their column.

    ``look`` is a digest of its faces, sizes, inks and decoration, ``setting`` one of all that and of the places of its
    glyphs from the edge of its column.
    """

    page: int
    column: int
    number: int
    baseline: Mpt
    text: str
    look: str
    setting: str


class EditionParagraph(NamedTuple):
    """What belongs together in the source: a paragraph, a title, an entry of the contents.

    ``article`` is the article's name, empty for what is part of none; ``kind`` and ``level`` are its element's.
    ``source`` is a digest of what the source says, whatever the layout makes of it. ``place`` is its place, the file by
    its path within the issue's folder (or the house's).
    """

    article: str
    kind: str
    level: int
    source: str
    place: Span
    lines: tuple[EditionLine, ...]


class EditionPage(NamedTuple):
    """A page: its label and folio (empty where none is printed), the texts of its furniture, a digest of the rest.

    ``furniture`` are running heads, folios and words of designs; on covers, all there is.
    """

    label: str
    folio: str
    furniture: tuple[str, ...]
    rest: str


class EditionArticle(NamedTuple):
    """An article with its title, its section and the folio it begins on (empty where none is known)."""

    name: str
    title: str
    section: str
    folio: str


ItemKind: TypeAlias = Literal["figure", "table", "box", "note"]

Where: TypeAlias = Literal["head", "foot", "text", "beside", "page"]
"""Where on its page: at its head, its foot, among its text, beside a paragraph, alone on it."""


class EditionItem(NamedTuple):
    """A figure, a table, a box or a note as it stood.

    ``name`` is what the manuscript calls it, ``label`` what it is called in print (图 2; empty: it has no number).
    ``source`` is a digest of what the source says of it, ``picture`` one of its pictures' bytes (empty: it has none).
    ``place`` is its place in the source. ``page`` and ``last`` are the first and the last page it stands on, from 0 in
    the order of the file, ``column`` counts from 1. ``mention`` is the page of its first mention or call (-1: none).
    """

    article: str
    kind: ItemKind
    name: str
    label: str
    source: str
    picture: str
    place: Span
    page: int
    last: int
    where: Where
    column: int
    mention: int = -1


class Edition(NamedTuple):
    """An issue as it was set: what it calls itself (``title``), its pages, its text by paragraphs, its articles.

    ``sections`` are pairs of a section's name and the folio it begins on. ``items`` are its figures, tables, boxes and
    notes; ``None``: nobody kept them.
    """

    title: str
    pages: tuple[EditionPage, ...]
    paragraphs: tuple[EditionParagraph, ...]
    articles: tuple[EditionArticle, ...]
    sections: tuple[tuple[str, str], ...]
    items: tuple[EditionItem, ...] | None = None
