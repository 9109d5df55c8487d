"""Marks of notes that are numbered by page: put in once the pages stand.

Calls and notes are composed with the widest mark that there can be, so that no line depends on its page. What stands in
that room is what this module says: the place of the note among those that begin on its page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Page, Placed
from huozi.fonts.face import Face
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.structure import Element, Kind, lineage
from huozi.style.notes import MOST, NotesStyle, mark_text

FaceOf = Callable[[str], Face]
"""The face of a key."""


UNSEEN = 8
"""A mark that is wider than its room by at most an em's part of so many touches nothing."""


class _Key(NamedTuple):
    """A note: the article that it is one of, and its number there."""

    article: Element | None
    number: int


class _Numbered(NamedTuple):
    """A note's page, by its place among the pages, and its number on it, from 1."""

    page: int
    number: int


def numbered_by_page(pages: Sequence[Page], style: NotesStyle, face_of: FaceOf, findings: Findings) -> tuple[Page, ...]:
    """Pages whose notes are numbered on each from 1, in the order in which they stand there; their items stay as many.

    Findings: ``note-marks-many``, ``note-mark-wide``, ``note-called-again``.
    """
    numbers: dict[_Key, _Numbered] = {}
    counts = [0] * len(pages)
    for at, page in enumerate(pages):
        for key in _notes_on(page):
            if key not in numbers:
                counts[at] += 1
                numbers[key] = _Numbered(at, counts[at])
    if not numbers:
        return tuple(pages)
    marked = _Marked(pages, numbers, counts, style, face_of)
    return tuple(marked.page(at, findings) for at in range(len(pages)))


def _notes_on(page: Page) -> Iterator[_Key]:
    """The notes that begin on a page, those with a number."""
    for placed in page.items:
        element = placed.element
        if element is not None and element.kind is Kind.LABEL and (key := _key(element)):
            yield key


def _key(element: Element) -> _Key | None:
    """The note that a mark stands for: a call's, or that of the note which it leads."""
    match element:
        case Element(kind=Kind.CALL, level=number):
            pass
        case Element(kind=Kind.LABEL, parent=Element(kind=Kind.NOTE, level=number)):
            pass
        case _:
            return None
    article = next((each for each in lineage(element) if each.kind is Kind.ARTICLE), None)
    return _Key(article, number) if number else None


class _Marked:
    """Pages with the marks of their own notes."""

    __slots__ = ("_counts", "_face_of", "_numbers", "_pages", "_style")

    def __init__(
        self,
        pages: Sequence[Page],
        numbers: dict[_Key, _Numbered],
        counts: Sequence[int],
        style: NotesStyle,
        face_of: FaceOf,
    ) -> None:
        self._pages, self._numbers, self._counts = pages, numbers, counts
        self._style, self._face_of = style, face_of

    def page(self, at: int, findings: Findings) -> Page:
        """A page with its marks."""
        page, folio = self._pages[at], self._pages[at].label
        items = list(page.items)
        wide: list[tuple[Element, str]] = []
        many = self._counts[at] > MOST[self._style.marks]
        for index, placed in enumerate(items):
            element = placed.element
            key = _key(element) if element is not None else None
            if key is None or element is None or key not in self._numbers or not isinstance(placed.item, GlyphRun):
                continue
            items[index], mark, is_wide = self._marked(placed, placed.item, self._numbers[key])
            wide += [(element, mark)] if is_wide else []
            if self._numbers[key].page != at and element.kind is Kind.CALL:
                other = self._pages[self._numbers[key].page].label
                findings.add(element.span, "note-called-again", folio=folio, other=other, mark=mark)
            if many and element.kind is Kind.LABEL:
                findings.add(element.span, "note-marks-many", folio=folio, count=self._counts[at])
                many = False
        if wide:
            findings.add(wide[0][0].span, "note-mark-wide", folio=folio, mark=wide[0][1])
        return page._replace(items=tuple(items))

    def _marked(self, placed: Placed, run: GlyphRun, numbered: _Numbered) -> tuple[Placed, str, bool]:
        """A mark in the place of another, what it is, and whether it is wider.

        Digits that stand for signs of which there are too few are made to fit the room of these.
        """
        face = self._face_of(run.face)
        is_many = self._counts[numbered.page] > MOST[self._style.marks]
        marks = "digit" if is_many else self._style.marks
        mark = mark_text(numbered.number, marks, lambda character: bool(face.glyph(character)))
        size, width = run.size, _width(face, mark, run.size)
        if is_many and width > run.width:
            size, width = size * run.width // width, run.width
        glyphs = tuple(map(face.glyph, mark))
        xs = tuple(_width(face, mark[:at], size) for at in range(len(mark)))
        own = run._replace(size=size, glyphs=glyphs, xs=xs, texts=tuple(mark))
        return placed._replace(item=own), mark, (width - run.width) * UNSEEN > run.size


def _width(face: Face, text: str, size: Mpt) -> Mpt:
    """The width of a text as its glyphs stand one behind the other."""
    return sum(face.advance(face.glyph(character), size) for character in text)
