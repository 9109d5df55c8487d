"""Furniture, resolved: what stands on a page beside its text, and what is drawn beneath it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.elements import DesignElement
from huozi.style.text_style import ParagraphStyle

Position: TypeAlias = Literal[
    "foot-centre", "foot-outer", "foot-inner", "head-centre", "head-outer", "head-inner", "none"
]
"""Where a line of furniture stands: at the head or foot of the type area, in its middle or at one of its edges."""

Naming: TypeAlias = Literal["first", "last", "begins"]
"""Of which article and section a running head speaks: of those that stand first on its page, that begin last on it, or
that begin first on it. Where none begins all three are those that go on from the page before."""

Openings: TypeAlias = Literal["head", "any"]
"""Which pages are opening pages: those at whose head an article opens, or those on which any does."""


class Spot(NamedTuple):
    """A position and how far its em box is from the type area."""

    position: Position
    distance: Mpt


class FolioStyle(NamedTuple):
    """The printed page number. ``distance``: from the type area to the folio's em box.

    ``opening`` is where it stands on opening pages; ``None``: where it does on others.
    """

    position: Position
    first: Literal["contents", "body"]
    template: str
    style: ParagraphStyle
    distance: Mpt
    opening: Spot | None = None


class RunningStyle(NamedTuple):
    """Running heads: templates for left and right pages, where they stand, the hairline between them and the text.

    ``opening`` is the template of opening pages; ``None``: that of the page's side.
    """

    verso: str
    recto: str
    style: ParagraphStyle
    distance: Mpt
    rule: Mpt
    rule_distance: Mpt
    contents: bool
    position: Position = "head-outer"
    opening: str | None = None
    names: Naming = "last"


class PageElement(NamedTuple):
    """An element of a page's design, and what of it follows from the section in force.

    It stands ``step`` lower for each section before that. ``tint``: it is filled with so much (in per cent) of the
    section's ink; 0: with its own. ``span`` is where it stands in the layout.
    """

    element: DesignElement
    step: Mpt = 0
    tint: int = 0
    span: Span = Span("")

    @property
    def needs_section(self) -> bool:
        """Whether it is drawn only where a section is in force."""
        return bool(self.step or self.tint)


PageDesign: TypeAlias = tuple[PageElement, ...]


class PageDesigns(NamedTuple):
    """What is drawn beneath the text of left and of right pages."""

    left: PageDesign = ()
    right: PageDesign = ()


class FurnitureStyle(NamedTuple):
    """Designs of pages; ``opening`` those of opening pages, ``None``: the same as on others.

    ``openings`` says which pages are opening pages, for running heads and folios too.
    """

    designs: PageDesigns = PageDesigns()
    opening: PageDesigns | None = None
    openings: Openings = "head"
