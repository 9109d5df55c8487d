"""Contrast: whether type in an ink can be read on its ground."""

from __future__ import annotations

from huozi.display import Ink
from huozi.geometry import PT, Mpt

WHITE = Ink(0, 0, 0, 0)
"""Paper: no ink, and never overprinting."""

ONE_PER_CENT = 10
"""In thousandths: no colour is made of less, but a fraction typed for per cents is (0.9 for 90)."""

LEAST_CONTRAST, LEAST_OF_LARGE = 3.0, 2.0
"""Contrast of text to its ground, as light goes (WCAG 2.2, 1.4.3: 3 for large text); less for display type."""

LARGE: Mpt = 18 * PT
"""From this size on, type is seen at less contrast."""


def is_fraction(ink: Ink) -> bool:
    """Whether no part of an ink is above one per cent, though it is no white: fractions were typed for per cents."""
    return 0 < max(ink[:4]) <= ONE_PER_CENT


def reads_well(ink: Ink, ground: Ink, size: Mpt) -> bool:
    """Whether text in an ink can be read on a ground.

    >>> reads_well(Ink(0, 0, 0, 1000), WHITE, 12000), reads_well(Ink(0, 0, 1000, 0), WHITE, 12000)
    (True, False)
    """
    if is_fraction(ink) or is_fraction(ground):  # told as such
        return True
    lighter, darker = sorted((lightness(ink), lightness(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05) >= (LEAST_OF_LARGE if size >= LARGE else LEAST_CONTRAST)


def lightness(ink: Ink) -> float:
    """The relative luminance of an ink on paper, 0 (black) to 1; enough to tell light from dark."""
    parts = ((1 - part / 1000) * (1 - ink.black / 1000) for part in ink[:3])
    red, green, blue = (float(part**2.2) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
