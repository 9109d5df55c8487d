"""How large the pictures of a figure are printed: one at its own size, several side by side at one height.

A raster's own size is that at which it has enough pixels for print; a drawing's is the one that it was made in.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from huozi.blocks.setting import Setting
from huozi.content.model import Picture
from huozi.geometry import PT, Mpt, Size
from huozi.pictures.model import PictureFacts
from huozi.records import NamedTuple

INCH: Mpt = 72 * PT

LEAST_DPI = 300
"""A picture printed in pixels of fewer to the inch is coarse (print.md, preflight 29)."""

LINE_ART_DPI = 800
"""The same for line art (preflight 30)."""

UNKNOWN = Size(240 * PT, 160 * PT)
"""The size of the frame that stands in for a picture that nobody can read."""

LEAST_IN_ROW = 8
"""Ems of the body that pictures side by side have on an average, or they stand in more rows."""


class Shown(NamedTuple):
    """A picture of a figure: its facts (``None``: it cannot be read), and the size of what shows of it."""

    picture: Picture
    facts: PictureFacts | None
    own: Size


def shown_of(picture: Picture, setting: Setting) -> Shown:
    """A picture with what is known of it. Finding: ``picture-alt-required``."""
    if setting.sheet.figures.needs_alt and not picture.alt and not picture.is_ornament:
        setting.findings.add(picture.span, "picture-alt-required")
    facts = setting.pictures(picture.path, picture.page)
    if facts is None:
        return Shown(picture, None, UNKNOWN)
    left, top, right, bottom = picture.crop
    size = own_size(facts)
    width, height = size.width * (1000 - left - right) // 1000, size.height * (1000 - top - bottom) // 1000
    return Shown(picture, facts, Size(max(width, PT), max(height, PT)))


def own_size(facts: PictureFacts) -> Size:
    """The size that a picture has where nobody asks for another: the one that its file names, if its pixels do for it.

    >>> own_size(PictureFacts("raster", 1500, 750, Size(1_500_000, 750_000)))
    Size(width=360000, height=180000)
    """
    if facts.kind != "raster":
        return facts.size
    dpi = LINE_ART_DPI if facts.is_line_art else LEAST_DPI
    width, height = facts.width * INCH // dpi, facts.height * INCH // dpi
    return facts.size if facts.size.width <= width else Size(width, height)


def at_width(own: Size, width: Mpt) -> Size:
    """A size made as wide as is asked, in its own proportions; at least a point high."""
    return Size(width, max(own.height * width // max(own.width, 1), PT))


def in_rows(count: int, width: Mpt, gap: Mpt, em: Mpt, most: int = 0) -> tuple[int, ...]:
    """How many of so many pictures stand in each row of a width, ``most`` at the most (0: as the width suits).

    Rows are as few as can be, and as even.

    >>> in_rows(4, 20 * 12_000, 12_000, 12_000), in_rows(3, 35 * 12_000, 12_000, 12_000)
    ((2, 2), (3,))
    """
    fitting = most or max((width + gap) // (LEAST_IN_ROW * em + gap), 1)
    rows = -(-count // fitting)
    even, more = divmod(count, rows)
    return tuple(even + (row < more) for row in range(rows))


ONE = 1_000_000
"""Proportions are in so many parts."""


def side_by_side(owns: Sequence[Size], width: Mpt, gap: Mpt) -> tuple[Size, ...]:
    """Pictures of one height that fill a width together, each in its own proportions.

    >>> side_by_side((Size(2000, 1000), Size(4000, 4000)), 310, 10)
    (Size(width=200, height=100), Size(width=100, height=100))
    """
    room = max(width - gap * (len(owns) - 1), len(owns))
    shares = [own.width * ONE // max(own.height, 1) for own in owns]
    height = max(room * ONE // max(sum(shares), 1), 1)
    edges = [0, *(room * sum(shares[: at + 1]) // max(sum(shares), 1) for at in range(len(owns)))]
    return tuple(Size(max(right - left, 1), height) for left, right in pairwise(edges))


def rows_of(owns: Sequence[Size], width: Mpt, setting: Setting) -> tuple[tuple[Size, ...], ...]:
    """The sizes of a figure's pictures in a width, row by row; a last row is no higher than those before."""
    if len(owns) == 1:
        return ((at_width(owns[0], width),),)
    style, em = setting.sheet.figures, setting.sheet.page.area.size
    rows: list[tuple[Size, ...]] = []
    at = 0
    for count in in_rows(len(owns), width, style.gap, em, style.row):
        own = owns[at : at + count]
        row = side_by_side(own, width, style.gap)
        if rows and row[0].height > rows[0][0].height:
            height = rows[0][0].height
            row = tuple(Size(max(size.width * height // row[0].height, 1), height) for size in row)
        rows.append(row)
        at += count
    return tuple(rows)
