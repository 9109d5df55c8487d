"""Tints: so much of an ink."""

from __future__ import annotations

from huozi.display import BLACK, Ink


def tinted(full: Ink, tint: int) -> Ink:
    """So much of an ink, in per cent; full black alone overprints.

    >>> tinted(Ink(1000, 333, 0, 0), 50)[:4]
    (500, 167, 0, 0)
    """
    cyan, magenta, yellow, black = ((part * tint + 50) // 100 for part in full[:4])
    return Ink(cyan, magenta, yellow, black, overprint=(cyan, magenta, yellow, black) == BLACK[:4])
