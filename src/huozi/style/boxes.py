"""Styles of boxes, of lines of programs and of what parts an article: resolved values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from huozi.display import BLACK, Ink
from huozi.geometry import Mpt
from huozi.records import NamedTuple

BoxPlace: TypeAlias = Literal["head", "foot", "here", "page"]
"""Where a box may stand."""

PictureAt: TypeAlias = Literal["none", "left", "right"]
"""At which side of a box's text the picture stands that it begins with; *none*: above it, as elsewhere."""

DividerKind: TypeAlias = Literal["rule", "stars", "space"]
"""What parts two parts of an article: a short rule, three stars, empty lines alone."""


class BoxRules(NamedTuple):
    """The thickness of a box's rules (Mpt; 0: none) and their ink."""

    top: Mpt = 500
    bottom: Mpt = 500
    left: Mpt = 0
    right: Mpt = 0
    ink: Ink = BLACK


class BoxTexts(NamedTuple):
    """The names of the paragraph styles of a box's text and title, and the label that its text begins with."""

    text: str = "box-text"
    title: str = "box-title"
    label: str = ""


class BoxStyle(NamedTuple):
    """A style of boxes, resolved.

    ``tint`` lies beneath all of it. ``pad_across`` is the room beside its text (Mpt, whole ems of the body in the end),
    ``pad_down`` that above and below, ``space`` the least white to the text around, both in half lines. Its own text
    stands in ``columns`` with ``gap`` between, itself runs over ``span`` of the columns around (0: all). ``places``
    are those where it may stand, the dearest first. ``width`` is that of one beside text, in thousandths of the column,
    ``picture`` the side of the picture that it begins with, ``picture_width`` how wide that is (Mpt).
    """

    name: str = "box"
    tint: Ink | None = None
    rules: BoxRules = BoxRules()
    texts: BoxTexts = BoxTexts()
    pad_across: Mpt = 0
    pad_down: int = 1
    space: int = 1
    columns: int = 1
    gap: Mpt = 24_000
    span: int = 1
    places: tuple[BoxPlace, ...] = ("here",)
    width: int = 400
    picture: PictureAt = "none"
    picture_width: Mpt = 84_000


NO_BOXES: Mapping[str, BoxStyle] = MappingProxyType({})


class DividerStyle(NamedTuple):
    """What parts an article where its author wants it: what is drawn, how wide and thick, in how many grid lines."""

    kind: DividerKind = "rule"
    lines: int = 2
    width: Mpt = 60_000
    thickness: Mpt = 500
    ink: Ink = BLACK


class BoxStyles(NamedTuple):
    """The styles of boxes that a layout has, by name, and what parts its articles."""

    named: Mapping[str, BoxStyle] = NO_BOXES
    divider: DividerStyle = DividerStyle()
