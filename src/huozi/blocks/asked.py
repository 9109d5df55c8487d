"""An editor's words for pages, on the matter of the paragraphs and headings that they stand at."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from huozi.content.model import Hints
from huozi.diagnostics import Span
from huozi.galley import Galley, Matter, SetParagraph, Slug, Start, StartsAt, Word

KEPT: Final = 2
"""Lines of the next block that stand in its column below what is kept with it."""

STARTS: Final[dict[str, tuple[StartsAt, Literal["break", "column", "start"], str]]] = {
    "page": ("page", "break", "break"),
    "column": ("column", "column", "break"),
    "recto": ("recto", "start", "start"),
}
"""Where a word has something begin, the word's kind, and the key it is written with, by what it says."""

OnText: TypeAlias = Literal["keep", "spread", "lines"]

ON_TEXT: Final[dict[str, OnText]] = {"keep": "keep", "spread": "spread", "lines": "lines"}
"""Words that stand on text itself, by the key they are written with."""


def started(matter: Galley, hints: Hints) -> Galley:
    """Matter behind the start that an editor asks for: of a page, a column, a right-hand page."""
    said = hints.start or hints.break_before
    if not said:
        return matter
    at, kind, key = STARTS[said]
    return (Start(at, words=(Word(kind, dict(hints.places).get(key, Span(""))),)), *matter)


def text_asked(text: SetParagraph | Slug, hints: Hints) -> SetParagraph | Slug:
    """A paragraph or a heading with an editor's words; that for its lines has been carried out."""
    words = tuple(
        Word(ON_TEXT[key], span, text.keep if key == "keep" else 0) for key, span in hints.places if key in ON_TEXT
    )
    if not hints.lines:  # it was asked for, and there is no such setting
        words = tuple(word for word in words if word.kind != "lines")
    keep = max(text.keep, KEPT) if hints.keep_next else text.keep
    match text:
        case SetParagraph():
            return text._replace(keep=keep, spread=hints.spread, words=words)
        case Slug():
            return text._replace(keep=keep, spread=hints.spread, words=words)


def without_pages(matter: Galley) -> Galley:
    """Matter without the words about pages, which have no effect in a note; the number of its lines stays."""
    return tuple(_lines_alone(piece) for piece in matter if not isinstance(piece, Start))


def _lines_alone(piece: Matter) -> Matter:
    match piece:
        case SetParagraph() if piece.words:
            words = tuple(word for word in piece.words if word.kind == "lines")
            return piece._replace(keep=0, spread=0, words=words)
        case Slug() if piece.words:
            return piece._replace(spread=0, words=())
        case _:
            return piece
