"""Numbers of a content stream: shortest decimals that say a length exactly."""

from __future__ import annotations

from functools import lru_cache

from huozi.geometry import Mpt


@lru_cache(maxsize=4096)
def decimal(value: int, places: int) -> str:
    """``value`` / 10^``places`` without a zero too many.

    >>> decimal(12500, 3), decimal(-40, 2), decimal(0, 1), decimal(-12000, 3)
    ('12.5', '-.4', '0', '-12')
    """
    digits = f"{abs(value):0{places + 1}}"
    fraction = digits[-places:].rstrip("0")
    whole = digits[:-places].lstrip("0")
    number = f"{whole}.{fraction}" if fraction else whole or "0"
    return f"-{number}" if value < 0 else number


def points(length: Mpt) -> str:
    """A length in millipoints, written in points.

    >>> points(70866)
    '70.866'
    """
    return decimal(length, 3)
