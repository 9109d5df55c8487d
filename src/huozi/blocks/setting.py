"""What every block needs to be set: layout, faces, measure of the column, numbers of notes, where findings go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, assert_never

from huozi.content.model import Block, CrossRef, Inline, NoteRef, Ruby, Text, TextRole
from huozi.diagnostics import Findings, Span
from huozi.fonts.catalog import Catalog, FaceSet
from huozi.geometry import Mpt
from huozi.pictures.model import LookAt
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.model import Stylesheet
from huozi.style.text_style import ParagraphStyle

NO_NUMBERS: Mapping[str, int] = MappingProxyType({})
"""Outside of an article nothing is numbered."""


Paragraphs: TypeAlias = tuple[tuple[Inline, ...], ...]
"""A text as inlines, paragraph by paragraph; none where nothing is said."""

Said: TypeAlias = Mapping[str, Paragraphs]
"""What is said under each field of an article."""

NOTHING: Said = MappingProxyType({})
NO_FACTS: Mapping[str, str] = MappingProxyType({})


class Named(NamedTuple):
    """What a name stands for: a figure, a table, a heading; ``label`` is what is printed of it (图 2, 表 1).

    ``key`` is that of the float it is, empty where it is none; ``page`` that of the pages before (empty: not known).
    """

    kind: Literal["figure", "table", "section", "article"]
    label: str
    key: str = ""
    page: str = ""


NO_LABELS: Mapping[Span, str] = MappingProxyType({})
NO_NOTES: Mapping[str, tuple[Block, ...]] = MappingProxyType({})
NO_NAMES: Mapping[str, Named] = MappingProxyType({})


def no_pictures(path: str, page: int) -> None:  # as one that knows some
    """What is known of pictures where nobody looks at them."""


class Setting(NamedTuple):
    """The surroundings that blocks are set in: layout, faces, measure of the column, where findings go.

    ``note_numbers`` are those of the article's notes by name, known before anything is composed; a note without one is
    called by its name. ``findings`` takes what is found; an article has one of its own, and nothing else is changed.
    ``part_of`` is the element that what is set is part of. ``columns`` is how many columns stand side by side that text
    could run across: one within a frame, out of which nothing runs. ``facts`` are the issue's fields of templates,
    ``said`` those that an article has from where it stands; ``article`` and ``section`` are their numbers among the
    issue's. ``pictures`` tells what picture files are. ``labels`` are what numbered figures and tables are called
    (图 2), by their places, ``names`` what names of the article stand for; both are known before anything is composed.
    ``first_note`` is the number of an article's first note.
    ``around``: within a frame, the surroundings of the outermost one, which what is wider than text is set for.
    ``table_notes`` are the notes that tables alone call, by name: they stand under their table.
    """

    sheet: Stylesheet
    catalog: Catalog
    findings: Findings
    measure: Mpt
    note_numbers: Mapping[str, int] = NO_NUMBERS
    part_of: Element | None = None
    columns: int = 1
    facts: Mapping[str, str] = NO_FACTS
    said: Said = NOTHING
    article: int = -1
    section: int = 0
    pictures: LookAt = no_pictures
    labels: Mapping[Span, str] = NO_LABELS
    names: Mapping[str, Named] = NO_NAMES
    first_note: int = 1
    around: Setting | None = None
    table_notes: Mapping[str, tuple[Block, ...]] = NO_NOTES

    @property
    def place(self) -> Span:
        """Where what these surroundings are part of stands in the source."""
        return self.part_of.span if self.part_of else Span("")

    def part(self, kind: Kind, span: Span, inlines: Iterable[Inline] = (), level: int = 0) -> Element:
        """A new part of what these surroundings are part of, with the language of its text."""
        return Element(kind, level, self.part_of, span, language_of(inlines))

    def inside(self, kind: Kind, span: Span, level: int = 0) -> Setting:
        """The same surroundings within a new part of them."""
        return self._replace(part_of=self.part(kind, span, level=level))

    def in_columns(self, columns: int) -> Setting:
        """The surroundings of text in so many columns of the type area."""
        return self._replace(columns=columns, measure=self.sheet.page.area.measure_in(columns))

    def across(self, span: int) -> Setting:
        """The surroundings of what runs across so many of the columns, from the left (0: all of them)."""
        if self.columns == 1:
            return self
        if span == 0 or span >= self.columns:
            return self.in_columns(1)
        area = self.sheet.page.area
        measure = span * area.measure_in(self.columns) + (span - 1) * area.gap_in(self.columns)
        return self._replace(columns=1, measure=measure)

    def with_style(self, name: str, style: ParagraphStyle) -> Setting:
        """The same surroundings with a style that blocks can ask for by a name."""
        return self._replace(sheet=self.sheet._replace(styles=self.sheet.styles | {name: style}))

    def style(self, name: str) -> ParagraphStyle:
        """A paragraph style of the layout."""
        return self.sheet.styles[name]

    def faces(self, style: ParagraphStyle, role: TextRole) -> FaceSet:
        """The faces of a role of text in a style."""
        match role:
            case TextRole.PLAIN:
                choice = style.font
            case TextRole.STRONG:
                choice = style.strong
            case TextRole.EMPHASIS:
                choice = style.emphasis
            case TextRole.CODE:
                choice = style.code
            case _:
                assert_never(role)
        return self.catalog.faces(choice)


def note_key(setting: Setting, name: str) -> str:
    """The key that the galley has for a note of the article in these surroundings."""
    return f"{setting.article}^{name}"


def language_of(inlines: Iterable[Inline]) -> str:
    """The language that all text of a block is marked with (``[text]{lang=fr}``); empty where not all is, or in two."""
    found = ""
    for inline in inlines:
        match inline:
            case NoteRef() | CrossRef():
                continue
            case Text(text) if text.isspace():
                continue
            case Text(markup=markup) | Ruby(markup=markup):
                own = dict(markup.attributes).get("lang", "")
                if not own or found not in ("", own):
                    return ""
                found = own
            case _:
                assert_never(inline)
    return found
