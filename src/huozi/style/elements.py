"""Designs: what is drawn on a page by data, resolved to millipoints from the trim's top left corner."""

from __future__ import annotations

from typing import TypeAlias

from huozi.diagnostics import Span
from huozi.display import Ink
from huozi.geometry import Mpt, Rect
from huozi.records import NamedTuple
from huozi.style.text_style import ParagraphStyle


class BoxElement(NamedTuple):
    """A filled rectangle; negative coordinates and sizes beyond the trim bleed."""

    area: Rect
    ink: Ink


class TextElement(NamedTuple):
    """Text with fields (``{journal}``, ``{year}``, …) in a style, its first baseline's em box at the top of ``area``.

    ``fit`` sets the size so that the text fills the width.
    """

    area: Rect
    content: str
    style: ParagraphStyle
    fit: bool = False
    span: Span = Span("")


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


DesignElement: TypeAlias = BoxElement | TextElement | ContactElement | BarsElement


Design: TypeAlias = tuple[DesignElement, ...]
