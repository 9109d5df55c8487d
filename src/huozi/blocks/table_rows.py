"""The rows of a table that goes on: in groups that take whole lines of the grid, so that it can be parted between them.

Rows that a merged cell joins are never parted; a row deeper than a page is parted at the lines of its cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from huozi.blocks.table_drawing import Strip
from huozi.blocks.table_layout import Laid
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.model import TypeArea

MOST_TOGETHER = 4
"""Rows that stand in a group at the most, where no merged cell joins more."""


class Group(NamedTuple):
    """Rows that are never parted, their tops from the group's own on, and the grid lines that they take.

    ``lead``: how far down what stands above them begins.
    """

    strips: tuple[Strip, ...]
    lines: int
    lead: Mpt = 0


def atoms_of(laid: Laid, most: Mpt) -> list[list[Strip]]:
    """The rows below the head as what cannot be parted: single rows, rows that are joined, lines of one too deep."""
    grid = laid.sized.grid
    joined = {
        row
        for cell in laid.sized.cells
        for row in range(cell.at.row + 1, cell.at.row + cell.at.rows)
        if cell.at.rows > 1
    }
    atoms: list[list[Strip]] = []
    for row in range(grid.heads, grid.rows):
        if row in joined:
            atoms[-1].append(Strip(row, 0, laid.depths[row]))
        elif laid.depths[row] > most and row + 1 not in joined:
            atoms += [[strip] for strip in _lines_of(laid, row)]
        else:
            atoms.append([Strip(row, 0, laid.depths[row])])
    return atoms


def _lines_of(laid: Laid, row: int) -> list[Strip]:
    """The lines of a row, each as a strip of its own: the first and the last have the room at the row's edges."""
    cells = [(cell, text) for cell, text in zip(laid.sized.cells, laid.texts, strict=True) if cell.at.row == row]
    count = max(len(text.lines) for _, text in cells)
    leading, down = max(cell.style.leading for cell, _ in cells), laid.sized.down
    return [
        Strip(
            row, 0, leading + down * ((number == 0) + (number == count - 1)), number,
            number + 1 if number < count - 1 else 0,
        )
        for number in range(count)
    ]  # fmt: skip


def grouped(
    atoms: Sequence[Sequence[Strip]], heads: int, beside: tuple[Mpt, Mpt], most: int, area: TypeArea
) -> list[Group]:
    """What cannot be parted in groups that take the fewest lines of the grid in all, the most even of these.

    The first ``heads`` rows are the table's head. ``beside`` is what stands above the first row and below the last,
    ``most`` the lines that a group may take; what is deeper by itself stands alone.
    """
    before, after = beside
    count = len(atoms)
    depths = [sum(strip.depth for strip in atom) for atom in atoms]
    best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)] * (count + 1)  # lines, unevenness, sizes, where one ends
    for at in range(count - 1, -1, -1):
        found: list[tuple[int, int, int, int]] = []
        for end in range(at + 1, min(at + MOST_TOGETHER, count) + 1):
            depth = sum(depths[at:end]) + (before if at == 0 else 0) + (after if end == count else 0)
            lines = area.lines_for(depth)
            if lines <= most or end == at + 1:
                uneven = (lines * area.leading - depth) ** 2 // (end - at)
                after_it = best[end]
                found.append((lines + after_it[0], uneven + after_it[1], (end - at) ** 2 + after_it[2], end))
        best[at] = min(found)
    ends = [0]
    while ends[-1] < count:
        ends.append(best[ends[-1]][3])
    inner = pairwise(ends[1:-1])
    spare = _spare_within([[strip.depth for atom in atoms[at:end] for strip in atom] for at, end in inner], area)
    groups: list[Group] = []
    for at, end in pairwise(ends):
        strips = [strip for atom in atoms[at:end] for strip in atom]
        above, below = before if at == 0 else 0, after if end == count else 0
        if spare is None or (at and end < count):
            groups.append(spaced(strips, above, below, area))
        else:
            own = [spare * (strip.row >= heads) for strip in strips]
            groups.append(_like_the_rest(strips, own, (above, below), most, area))
    return groups


def _spare_within(groups: Sequence[Sequence[Mpt]], area: TypeArea) -> Mpt | None:
    """What a row between the first and the last group is deeper by than it must be, in the mean; none where none is."""
    rows = sum(map(len, groups))
    spare = sum(area.lines_for(sum(depths)) * area.leading - sum(depths) for depths in groups)
    return spare // rows if rows else None


def _like_the_rest(
    strips: Sequence[Strip], spare: Sequence[Mpt], beside: tuple[Mpt, Mpt], most: int, area: TypeArea
) -> Group:
    """The first or the last group, each row deeper by as much as those between are: what is left is above or below."""
    before, after = beside
    depth = before + sum(strip.depth for strip in strips) + after
    lines = area.lines_for(depth + sum(spare))
    if lines > most:
        return spaced(strips, before, after, area)
    lead = lines * area.leading - depth - sum(spare) if before else 0
    placed: list[Strip] = []
    top = before + lead
    for strip, more in zip(strips, spare, strict=True):
        placed.append(strip._replace(top=top, depth=strip.depth + more))
        top += strip.depth + more
    return Group(tuple(placed), lines, lead)


def spaced(strips: Sequence[Strip], before: Mpt, after: Mpt, area: TypeArea) -> Group:
    """Rows one below the other in whole lines of the grid, what these have left shared out between them."""
    depth = before + sum(strip.depth for strip in strips) + after
    lines = area.lines_for(depth)
    spare, count = lines * area.leading - depth, len(strips)
    placed: list[Strip] = []
    top = before
    for number, strip in enumerate(strips):
        own = strip.depth + spare * (number + 1) // count - spare * number // count
        placed.append(strip._replace(top=top, depth=own))
        top += own
    return Group(tuple(placed), lines)


def stacked(laid: Laid, rows: Sequence[int], top: Mpt) -> tuple[Strip, ...]:
    """Rows one below the other, each as deep as it must be."""
    strips: list[Strip] = []
    for row in rows:
        strips.append(Strip(row, top, laid.depths[row]))
        top += laid.depths[row]
    return tuple(strips)
