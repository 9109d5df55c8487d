"""Colours of vectors to process inks: greys to black alone, colours by the printing condition, or all to black.

A colour is red, green and blue, or grey, or the four inks, as shares of one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from huozi.pictures.ink import FULL
from huozi.records import NamedTuple

Rgb: TypeAlias = tuple[float, float, float]
Cmyk: TypeAlias = tuple[float, float, float, float]

NEUTRAL = 1 / 200
"""Red, green and blue that differ by no more than this make a grey: programs round colours to 255 steps."""


class Printing(NamedTuple):
    """What a printing condition makes of colours: the inks of one of a screen (sRGB), and how much black alone is as
    dark as one of a screen, or as four inks.

    ``greys`` gives what is left of white in black alone for each of 256 greys of an ICC profile, in 255 steps;
    ``None`` where that is none of greys.
    """

    inks: Callable[[Rgb], Cmyk]
    black: Callable[[Rgb], float]
    black_of_inks: Callable[[Cmyk], float]
    greys: Callable[[bytes], Sequence[int] | None]


class Tones(NamedTuple):
    """How colours are brought to paper: by the printing condition, or (``is_black``) in black alone."""

    printing: Printing
    is_black: bool = False

    def of_grey(self, grey: float, profile: bytes = b"") -> Cmyk:
        """A grey, 0 black to 1 white: so much black ink, or what is as dark where a ``profile`` says how it looks."""
        greys = self.printing.greys(profile) if profile else None
        share = _share(grey) if greys is None else greys[round(_share(grey) * FULL)] / FULL
        return (0.0, 0.0, 0.0, 1 - share)

    def of_rgb(self, red: float, green: float, blue: float) -> Cmyk:
        """A colour of a screen; where its parts are alike it is a grey: black alone, as in pictures of pixels."""
        colour = (_share(red), _share(green), _share(blue))
        if max(colour) - min(colour) <= NEUTRAL:
            grey = sum(colour) / 3
            return (0.0, 0.0, 0.0, self.printing.black((grey, grey, grey)))
        if self.is_black:
            return (0.0, 0.0, 0.0, self.printing.black(colour))
        return self.printing.inks(colour)

    def of_cmyk(self, cyan: float, magenta: float, yellow: float, black: float) -> Cmyk:
        """The four inks: as they are, or what is as dark in black alone."""
        inks = (_share(cyan), _share(magenta), _share(yellow), _share(black))
        if not self.is_black or not any(inks[:3]):
            return inks
        return (0.0, 0.0, 0.0, self.printing.black_of_inks(inks))


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)
