"""How a layout wants its figures: their size, where they may stand, their captions and credits."""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.geometry import Mpt
from huozi.records import NamedTuple

FloatPlace: TypeAlias = Literal["head", "foot", "here", "page"]
"""Where a float may stand: at a head or a foot, in the text, on a page of its own."""

Across: TypeAlias = Literal["auto", "column", "all"]
CaptionTurn: TypeAlias = Literal["text", "edge", "center"]
CreditAt: TypeAlias = Literal["after", "right"]


class FiguresStyle(NamedTuple):
    """How figures are set; shares are in thousandths.

    ``places`` are those that a figure may take, the dearest first, ``span`` how many columns it runs over where nobody
    says so. ``height`` is the most that one takes of the type area's height, ``large`` the share of a page from which
    on it rather has one of its own; a drawing reduced below ``least_scale`` is turned. ``space`` is the least white to
    the text, ``gap`` that between pictures side by side, of which ``row`` stand in a row at most (0: as the width
    suits), ``caption_space`` that above a caption. ``beside`` is the side of a picture beside text, ``beside_gap`` what
    parts them. ``needs_alt``: every picture says what is read out in its stead.
    """

    places: tuple[FloatPlace, ...] = ("head", "foot", "here", "page")
    span: Across = "auto"
    height: int = 850
    large: int = 600
    least_scale: int = 600
    space: Mpt = 0
    gap: Mpt = 0
    row: int = 0
    caption_space: Mpt = 0
    caption_turn: CaptionTurn = "text"
    credit: CreditAt = "after"
    beside: Literal["left", "right"] = "right"
    beside_gap: Mpt = 0
    needs_alt: bool = False
