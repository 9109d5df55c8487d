"""The white between floats and text, in whole lines of the grid (CY/T 171: figures stand clear of the text)."""

from __future__ import annotations

from huozi.galley import Where
from huozi.geometry import Mpt
from huozi.style.model import TypeArea


def lines_with_white(depth: Mpt, white: Mpt, area: TypeArea) -> int:
    """The grid lines of matter with the white that parts it from text: at one side at a head or foot, at both within.

    What fits a page takes no more than that: where it leaves no text, there is nothing to be parted from.
    """
    between = area.leading - area.size  # the line before ends above the gap of its leading
    lines = max(area.lines_for(depth + white), area.lines_for(depth + 2 * white - between))
    return min(lines, area.lines) if depth <= area.height else lines


def shift_at(where: Where, lines: int, depth: Mpt, area: TypeArea) -> Mpt:
    """How far down in its lines matter stands: its white is below it at a head, above it at a foot, else shared."""
    free = max(lines * area.leading - (area.leading - area.size) - depth, 0)
    match where:
        case "head":
            return 0
        case "foot":
            return free
        case "here" | "page":
            return free // 2
