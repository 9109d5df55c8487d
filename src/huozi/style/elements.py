"""Designs: what is drawn on a page by data, resolved to millipoints from the trim's top left corner."""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.display import Ink
from huozi.geometry import Mpt, Rect
from huozi.records import NamedTuple
from huozi.style.text_style import ParagraphStyle

Fit: TypeAlias = Literal["none", "width", "box"]
Valign: TypeAlias = Literal["top", "middle", "bottom"]


class BoxElement(NamedTuple):
    """A filled rectangle; negative coordinates and sizes beyond the trim bleed."""

    area: Rect
    ink: Ink


class CircleElement(NamedTuple):
    """The largest ellipse in ``area``, filled."""

    area: Rect
    ink: Ink


class TextElement(NamedTuple):
    """Text with fields (``{journal}``, ``{year}``, …) in a style, its first baseline's em box at the top of ``area``.

    Each line of ``content`` is a template by itself, gone where its fields are empty. ``fit``: made smaller, down to
    ``least`` (0: as far as it takes), so that the longest of them fills the *width* at the most, or all of them,
    turned over, the *box*. ``vertical``: set downwards, further lines to the left.
    """

    area: Rect
    content: str
    style: ParagraphStyle
    fit: Fit = "none"
    span: Span = Span("")
    least: Mpt = 0
    valign: Valign = "top"
    vertical: bool = False


Cut: TypeAlias = Literal["crop", "fit"]
Across: TypeAlias = Literal["left", "center", "right"]


class PictureElement(NamedTuple):
    """A picture that fills ``area``, cut where it is too long (``crop``), or stands in it as a whole (``fit``).

    ``file`` counts from the folder of the layout that names it (``span``); empty: it is the issue's cover picture.
    ``align`` and ``valign`` say where it stands, or which part of it is kept; ``alt`` is read out in its stead.
    """

    area: Rect
    file: str
    fit: Cut
    align: Across
    valign: Valign
    alt: str
    span: Span


class CoverLinesElement(NamedTuple):
    """The articles that an issue wants to be quoted (导读), one below the other with ``gap`` between.

    The first line of ``content`` is set in ``style``, the others in ``lines_style``; each is a template by itself.
    """

    area: Rect
    content: str
    style: ParagraphStyle
    lines_style: ParagraphStyle
    gap: Mpt
    span: Span


class ContactElement(NamedTuple):
    """The journal's contact block, a line each, from the top of ``area``."""

    area: Rect
    heading: ParagraphStyle
    style: ParagraphStyle
    span: Span = Span("")


class BarsElement(NamedTuple):
    """A row of bars rising from the foot of ``area``: ``bars`` of them, one (from 1) set in another ink.

    The journal's twelve issues of a year: which is highlighted says which issue this is. ``highlight`` is a template
    (``{issue}``). ``first`` and ``last`` are the heights of the first and last bar in thousandths of the area.
    """

    area: Rect
    bars: int
    gap: Mpt
    first: int
    last: int
    ink: Ink
    highlight: str
    highlight_ink: Ink


DesignElement: TypeAlias = (
    BoxElement | CircleElement | PictureElement | TextElement | CoverLinesElement | ContactElement | BarsElement
)


Design: TypeAlias = tuple[DesignElement, ...]


SPAN: Mpt = 1_000_000
"""The width that ``SpineDesign.wide`` is drawn for."""


class SpineDesign(NamedTuple):
    """The design of a spine, whose width is known when the pages are: drawn for no width and for that of ``SPAN``.

    All lengths between follow in proportion.
    """

    thin: Design
    wide: Design
