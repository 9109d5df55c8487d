"""An issue of a journal as its editors put it together: its articles with what they say of themselves, its sections."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from huozi.content.model import Block, Inline
from huozi.diagnostics import Span
from huozi.records import NamedTuple


class Author(NamedTuple):
    """An author as the journal names them, with their affiliations in order.

    ``is_corresponding``: readers may write to them (通信作者), at ``email`` where that is given.
    """

    name: str
    affiliations: tuple[str, ...] = ()
    email: str = ""
    is_corresponding: bool = False
    span: Span = Span("")


BAR = "\ufdd2"
"""Stands in titles and headings for a ``|`` that is text, where ``|`` itself is a preferred line break: a noncharacter,
kept for such inner use."""


class Title(NamedTuple):
    """The title of an article or the name of a section: inlines in one line, ``|`` among them a preferred line break.

    ``span`` is the place of its first character. Where an article or a section opens, it is set as it was written.
    Wherever else it stands a plain form does: ``plain.plain_title`` in bookmarks and listings, ``makeup.titles`` in
    contents and running heads.
    """

    inlines: tuple[Inline, ...]
    span: Span


Words: TypeAlias = tuple[Title, ...]
"""What a field of the front matter says: its paragraphs, most often one; none where it says nothing."""


class Article(NamedTuple):
    """An article: front matter and body.

    ``fields`` are what its front matter says by key, but for title, authors and keywords (:meth:`said` reads them), in
    the order of the file; ``authors_en`` and ``keywords_en`` are those of the English counterpart. ``columns`` and
    ``start`` are those that it asks for itself, 0 and empty where the layout decides. A filler (补白) is a short text
    for white that is left over; it is not in the contents (``in_contents``) unless it says so. ``notes_place``:
    where it asks its notes to stand, empty where the layout decides.
    """

    name: str
    title: Title
    blocks: tuple[Block, ...]
    span: Span
    authors: tuple[Author, ...] = ()
    keywords: tuple[str, ...] = ()
    notes: tuple[tuple[str, tuple[Block, ...]], ...] = ()
    columns: int = 0
    kind: Literal["article", "filler"] = "article"
    start: Literal["", "run-on", "column", "page", "recto"] = ""
    in_contents: bool = True
    authors_en: tuple[Author, ...] = ()
    keywords_en: tuple[str, ...] = ()
    fields: tuple[tuple[str, Words], ...] = ()
    notes_place: Literal["", "foot", "end"] = ""

    def said(self, key: str) -> Words:
        """What the front matter says under a key of ``fields``; nothing where it does not have it."""
        return next((words for name, words in self.fields if name == key), ())


class Section(NamedTuple):
    """A section (栏目) with its articles in order; ``name_en`` is its English name."""

    title: Title
    articles: tuple[Article, ...]
    span: Span
    name_en: str = ""


class Insert(NamedTuple):
    """Pages left free for what the printer gets otherwise: an advertisement, a plate (插页).

    It stands before section number ``before`` (their count: behind the last one); the pages are counted.
    """

    name: str
    pages: int
    before: int
    span: Span


class CoverWish(NamedTuple):
    """What an issue wants on its cover: a picture of its folder, articles to be quoted there (导读), by their names."""

    picture: str = ""
    lines: tuple[tuple[str, Span], ...] = ()
    span: Span = Span("")


class PageCount(NamedTuple):
    """What the count of inside pages must be; 0 means not asked."""

    multiple: int = 0
    exactly: int = 0
    span: Span = Span("")


class Acceptance(NamedTuple):
    """A finding that someone accepts: its fingerprint, its rule (empty where not said), by whom and why."""

    finding: str
    rule: str
    by: str
    why: str
    span: Span


class Issue(NamedTuple):
    """An issue of a journal, complete.

    ``number`` and ``serial`` are as printed: ``12``, ``1-2`` for a double number, ``增刊1``; ``serial`` is empty where
    the journal has none. ``volume`` 0: none. ``places`` tells where in the file each key's value stands. ``fillers``
    are in order of preference, and no articles of the contents. ``imprint`` is what differs this once from what the
    layout says of the journal, by its keys (``price``, ``printer``).
    """

    journal: str
    year: int
    number: str
    serial: str
    date: date
    sections: tuple[Section, ...]
    span: Span
    pages: PageCount = PageCount()
    journal_span: Span = Span("")
    acceptances: tuple[Acceptance, ...] = ()
    volume: int = 0
    label: str = ""
    theme: str = ""
    places: tuple[tuple[str, Span], ...] = ()
    fillers: tuple[Article, ...] = ()
    inserts: tuple[Insert, ...] = ()
    cover: CoverWish = CoverWish()
    imprint: tuple[tuple[str, tuple[str, ...], Span], ...] = ()

    def place(self, key: str) -> Span:
        """The place of a key's value; the file as a whole where it is not there."""
        return dict(self.places).get(key, self.span)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in the order of the contents."""
        return tuple(article for section in self.sections for article in section.articles)
