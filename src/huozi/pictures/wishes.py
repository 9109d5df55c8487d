"""How large a raster is made for the size it is printed at."""

from __future__ import annotations

import math

from huozi.geometry import Size
from huozi.pictures.model import PictureFacts
from huozi.records import NamedTuple

INCH = 72_000
FINEST, FINEST_AS_IT_IS, FINEST_LINES = 350, 450, 1200
"""Pixels an inch that the press needs of tones; up to which a stream is not made anew for it; and of line art."""


class Wish(NamedTuple):
    """What is wanted of a raster: its pixels as it is looked at; whether its own stream may do; only black, or inks."""

    width: int
    height: int
    may_pass: bool
    is_black: bool


def wish_of(facts: PictureFacts, size: Size, is_black: bool) -> Wish:
    """What is wanted of a raster that is printed at a size at most."""
    finest = FINEST_LINES if facts.is_line_art else FINEST
    across, down = facts.width * INCH / max(1, size.width), facts.height * INCH / max(1, size.height)
    least = min(across, down)
    if least <= finest:
        return Wish(facts.width, facts.height, may_pass=True, is_black=is_black)
    width, height = (max(1, math.ceil(side * finest / least)) for side in (facts.width, facts.height))
    return Wish(width, height, least <= FINEST_AS_IT_IS, is_black)
