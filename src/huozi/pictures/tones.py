"""Colours of vectors to process inks: greys to black alone, colours by the printing condition, or all to black.

A colour is red, green and blue, or grey, or the four inks, as shares of one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from huozi.records import NamedTuple

Rgb: TypeAlias = tuple[float, float, float]
Cmyk: TypeAlias = tuple[float, float, float, float]
ToInks: TypeAlias = Callable[[Rgb], Cmyk]
"""A colour of a screen (sRGB) to the inks of a printing condition."""

NEUTRAL = 1 / 200
"""Red, green and blue that differ by no more than this make a grey: programs round colours to 255 steps."""

LUMA = (0.299, 0.587, 0.114)
"""What red, green and blue weigh in a grey (ITU-R BT.601), as in pictures that are made grey."""


class Tones(NamedTuple):
    """How colours are brought to paper: by the printing condition (``to_inks``), or (``is_black``) in black alone."""

    to_inks: ToInks
    is_black: bool = False

    def of_grey(self, grey: float) -> Cmyk:
        """A grey, 0 black to 1 white: black ink alone."""
        return (0.0, 0.0, 0.0, 1 - _share(grey))

    def of_rgb(self, red: float, green: float, blue: float) -> Cmyk:
        """A colour of a screen; where its parts are alike it is a grey."""
        colour = (_share(red), _share(green), _share(blue))
        if max(colour) - min(colour) <= NEUTRAL:
            return self.of_grey(sum(colour) / 3)
        if self.is_black:
            return self.of_grey(_luma(colour))
        return self.to_inks(colour)

    def of_cmyk(self, cyan: float, magenta: float, yellow: float, black: float) -> Cmyk:
        """The four inks: as they are, or what is as dark in black alone."""
        inks = (_share(cyan), _share(magenta), _share(yellow), _share(black))
        if not self.is_black or not any(inks[:3]):
            return inks
        return self.of_grey(_luma([1 - ink for ink in inks[:3]]) * (1 - inks[3]))


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _luma(colour: Sequence[float]) -> float:
    return sum(weight * part for weight, part in zip(LUMA, colour, strict=True))
