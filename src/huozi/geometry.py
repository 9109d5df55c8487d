"""Lengths and shapes of the page, in whole millipoints.

Every length of the house is an ``Mpt``: an int of 1/1000 pt. "It fits", "it stands on the grid" and "the line fills
its measure" are then exact, and a dump of a page is the same on every machine. Floats live inside the line breaker
and at the PDF's edge alone.

Coordinates run from the top left corner of the trimmed page, x to the right and y down; what bleeds has negative
coordinates. The PDF's own origin (bottom left) is known to ``output`` alone.
"""

from __future__ import annotations

from typing import TypeAlias

from huozi.records import NamedTuple

Mpt: TypeAlias = int
"""A length in whole millipoints (1/1000 of a PostScript point)."""

PT: Mpt = 1000
"""One point."""

MOST_COLUMNS = 4
"""So many columns a page has at most."""


def mm(millimetres: float) -> Mpt:
    """A length in millimetres as millipoints, rounded to the nearest (1 mm = 72/25.4 pt).

    >>> mm(25.4)
    72000
    """
    return round(millimetres * 72000 / 25.4)


class Point(NamedTuple):
    """A place on the page."""

    x: Mpt
    y: Mpt


class Size(NamedTuple):
    """Width and height of a rectangle."""

    width: Mpt
    height: Mpt


class Rect(NamedTuple):
    """A rectangle by its top left corner and its size.

    >>> Rect(0, 0, 100, 50).inset(Insets(10, 5, 10, 5))
    Rect(x=5, y=10, width=90, height=30)
    """

    x: Mpt
    y: Mpt
    width: Mpt
    height: Mpt

    @property
    def right(self) -> Mpt:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Mpt:
        """The y of the bottom edge."""
        return self.y + self.height

    def inset(self, by: Insets) -> Rect:
        """The rectangle inside this one, each side moved inwards."""
        return Rect(
            self.x + by.left,
            self.y + by.top,
            self.width - by.left - by.right,
            self.height - by.top - by.bottom,
        )


class Insets(NamedTuple):
    """Distances from the four sides, clockwise from the top."""

    top: Mpt
    right: Mpt
    bottom: Mpt
    left: Mpt


IDEOGRAPHIC_ASCENT = 880
"""Where the baseline stands in the em box, in thousandths from its top (the ideographic em box: 880 over 120)."""


def baseline(size: Mpt) -> Mpt:
    """The distance from the top of an em box of a size to its baseline.

    >>> baseline(12000)
    10560
    """
    return size * IDEOGRAPHIC_ASCENT // 1000
