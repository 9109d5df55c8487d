"""What every block needs to be set: layout, faces, measure of the column, numbers of notes, where findings go."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from huozi.content.model import TextRole
from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog, FaceSet
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.model import ParagraphStyle, Stylesheet

NO_NUMBERS: Mapping[str, int] = MappingProxyType({})
"""Outside of an article nothing is numbered."""


class Setting(NamedTuple):
    """The surroundings that blocks are set in: layout, faces, measure of the column, where findings go.

    ``note_numbers`` are those of the article's notes by name, known before anything is composed; a note without one is
    called by its name. ``findings`` takes what is found; an article has one of its own, and nothing else is changed.
    """

    sheet: Stylesheet
    catalog: Catalog
    findings: Findings
    measure: Mpt
    note_numbers: Mapping[str, int] = NO_NUMBERS

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
