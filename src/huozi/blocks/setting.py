"""What every block needs to be set: layout, faces, measure of the column, where findings go."""

from __future__ import annotations

from typing import assert_never

from huozi.content.model import TextRole
from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog, FaceSet
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.model import ParagraphStyle, Stylesheet


class Setting(NamedTuple):
    """The surroundings that blocks are set in: layout, faces, measure of the column, where findings go.

    ``calls`` are the numbers of the notes called so far in an article, by name; ``None`` outside of one.
    """

    sheet: Stylesheet
    catalog: Catalog
    findings: Findings
    measure: Mpt
    calls: dict[str, int] | None = None

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
