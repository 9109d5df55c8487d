"""How sections and articles begin and end, resolved: rows of what is set there, from top to foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.display import Ink
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.furniture import PageDesigns
from huozi.style.make_up import Start
from huozi.style.text_style import ParagraphStyle


class TextPiece(NamedTuple):
    """A text made of a template of the article's fields, in a style; gone where all fields that it names are empty.

    ``label`` leads it in the style's ``strong`` face (摘要：), and goes with it. A justified text on the body's leading
    is running text that pages may part and vary; one on a leading of its own is a block unless it is deep, and any
    other text is one piece.
    """

    template: str
    style: ParagraphStyle
    label: str = ""
    span: Span = Span("")


class RulePiece(NamedTuple):
    """A rule in the middle of so many grid lines; ``width`` in thousandths of the measure.

    ``spans``: the columns that it runs across (0: all). ``tint``: it has so much of its section's ink, in per cent.
    ``needs``: it stands only where one of these fields of the article is filled; without any always.
    """

    thickness: Mpt
    width: int
    align: Literal["left", "center", "right"]
    ink: Ink
    lines: int
    spans: int = 0
    tint: int = 0
    needs: tuple[str, ...] = ()


class SpacePiece(NamedTuple):
    """Empty grid lines; ``needs`` as of a rule."""

    lines: int
    needs: tuple[str, ...] = ()


class BandPiece(NamedTuple):
    """A text on a band of colour as wide as the columns that its style runs across, ``lines`` grid lines deep.

    ``tint``: the band has so much of its section's ink, in per cent.
    """

    text: TextPiece
    ink: Ink
    lines: int
    tint: int = 0


class EndMarkPiece(NamedTuple):
    """What closes an article's text, behind its last word."""

    text: str


class NotesPiece(NamedTuple):
    """The notes that the article calls, below a short rule."""

    style: ParagraphStyle


class FootPiece(NamedTuple):
    """A text that stands among the notes at the foot of the article's first page, called by its title.

    ``mark`` leads it and stands behind the title; empty: there is none.
    """

    text: TextPiece
    mark: str = ""


Piece: TypeAlias = TextPiece | BandPiece | RulePiece | SpacePiece | NotesPiece | EndMarkPiece | FootPiece
Pieces: TypeAlias = tuple[Piece, ...]


def texts_of(pieces: Pieces) -> Iterator[TextPiece]:
    """The texts among pieces, those on bands and at the page's foot too."""
    for piece in pieces:
        match piece:
            case TextPiece():
                yield piece
            case BandPiece(text) | FootPiece(text):
                yield text
            case _:
                pass


AuthorMarks: TypeAlias = Literal["auto", "always", "never"]


class AuthorsStyle(NamedTuple):
    """How authors and their affiliations are written; the English ones in their own way.

    ``separator`` parts authors, ``affiliation_separator`` affiliations. ``marks``: raised numbers lead from the one to
    the other, *auto* where there are two affiliations or more; ``corresponding`` is the mark of the author whom readers
    may write to.
    """

    separator: str = "\u3000"
    separator_en: str = ", "
    affiliation_separator: str = "；"
    affiliation_separator_en: str = "; "
    marks: AuthorMarks = "auto"
    corresponding: str = "*"


class OpeningStyle(NamedTuple):
    """How sections and articles begin and end.

    A section is sunk by ``sink`` lines that may carry its name, or hold what ``section`` lists; ``section_page`` is the
    design of a page of its own before it, ``None`` where it has none. ``room`` is the least number of grid lines that
    must be left for an article to start on a page. ``opening`` is what stands at an article's head, ``ending`` what
    follows its text; ``filler`` is what stands at a filler's head. ``section_inks`` are the colours of sections, in
    turn.
    """

    section_start: Start
    sink: int
    section_name: bool
    article_start: Start
    room: int
    opening: Pieces
    ending: Pieces
    authors: AuthorsStyle = AuthorsStyle()
    section: Pieces = ()
    section_page: PageDesigns | None = None
    section_inks: tuple[Ink, ...] = ()
    filler: Pieces = ()
