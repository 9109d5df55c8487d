"""Texts of designs made smaller to fit their room, between bounds."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.diagnostics import Span
from huozi.galley import Composer
from huozi.geometry import Mpt, Rect
from huozi.makeup.cover_checks import LEAST_SIZE
from huozi.makeup.furniture import width_of
from huozi.records import NamedTuple
from huozi.style.elements import Fit, Valign
from huozi.style.text_style import ParagraphStyle

STEP: Mpt = 100
"""Sizes to fit a box differ by tenths of a point."""


class Room(NamedTuple):
    """Where a text is drawn: its area, where its element stands and where it can be changed.

    ``fit``, ``least`` and ``valign`` are as in the element.
    """

    area: Rect
    element: Span
    text: Span
    fit: Fit = "none"
    least: Mpt = 0
    valign: Valign = "top"

    def top(self, depth: Mpt) -> Mpt:
        """Where a text of so much depth begins."""
        free = self.area.height - depth
        return self.area.y + {"top": 0, "middle": free // 2, "bottom": free}[self.valign]


class Fitted(NamedTuple):
    """A style in the size that fits; ``needed`` is the size that would, where that is below the least (else 0)."""

    style: ParagraphStyle
    needed: Mpt = 0


def fitted(parts: Sequence[str], style: ParagraphStyle, room: Room, set_text: Composer) -> Fitted:
    """The style in the size at which lines of text fit their room, never above its own size nor below the least."""
    match room.fit:
        case "none":
            return Fitted(style)
        case "width":
            return _in_width(parts, style, room, set_text)
        case "box":
            return _in_box(parts, style, room, set_text)


def _in_width(parts: Sequence[str], style: ParagraphStyle, room: Room, set_text: Composer) -> Fitted:
    """The size at which the longest line fills the width."""

    def wanted(used: ParagraphStyle) -> Mpt:
        return max(width_of(part, used, set_text, room.text) for part in parts)

    width = room.area.width
    found = shrunk(style, width, wanted(style), room.least)
    while not found.needed and found.style.size > STEP and (beyond := wanted(found.style) - width) > 0:
        size = found.style.size  # advances are rounded one by one: they may come to a little more
        found = Fitted(scaled(found.style, size - max(size * beyond // width, 1), size))
    return found


def shrunk(style: ParagraphStyle, have: Mpt, want: Mpt, least: Mpt) -> Fitted:
    """The style made smaller, where what it has is less than what it wants."""
    if want <= have:
        return Fitted(style)
    needed, least = style.size * have // want, min(least, style.size)
    if needed < least:
        return Fitted(scaled(style, least, style.size), needed)
    return Fitted(scaled(style, have, want))


def scaled(style: ParagraphStyle, part: int, whole: int) -> ParagraphStyle:
    """The style with its size, leading and spaces scaled."""
    return style._replace(
        size=style.size * part // whole,
        leading=style.leading * part // whole,
        letter_spacing=style.letter_spacing * part // whole,
    )


def _in_box(parts: Sequence[str], style: ParagraphStyle, room: Room, set_text: Composer) -> Fitted:
    """The largest size, in tenths of a point, at which all lines go into the box, however they are turned over."""

    def fits(size: Mpt) -> bool:
        used = scaled(style, size, style.size)
        lines = [line for part in parts for line in set_text(part, used, room.area.width, room.text)]
        depth = (len(lines) - 1) * used.leading + used.size
        return depth <= room.area.height and all(line.width <= room.area.width for line in lines)

    if fits(style.size):
        return Fitted(style)
    least = min(room.least or LEAST_SIZE, style.size)
    low, high = 1, style.size // STEP
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle * STEP) else (low, middle - 1)
    size = low * STEP
    return Fitted(scaled(style, max(size, least), style.size), size if size < least else 0)
