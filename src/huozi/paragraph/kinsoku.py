"""Prohibitions at line start and line end (避头尾), as tables (CLREQ, "Prohibition rules"; GB/T 15834, 5).

Levels build on each other: none, basic, gb (default), strict.
"""

from __future__ import annotations

from huozi.paragraph.charclass import (
    CLOSING,
    CONNECTOR,
    DASH,
    EM_SPACE,
    INTERPUNCT,
    OPENING,
    PAUSE,
    POSTFIX,
    PREFIX,
    SOLIDUS,
    SPACE,
    STOP,
    UNIT,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_OPENING,
    WIDE_POSTFIX,
    WIDE_PREFIX,
)
from huozi.style.model import Kinsoku

_BASIC_START = CLOSING + PAUSE + STOP + CONNECTOR + INTERPUNCT + SOLIDUS + WESTERN_CLOSING
_BASIC_END = OPENING + WESTERN_OPENING

NOT_AT_LINE_START: dict[Kinsoku, str] = {
    "none": "",
    "basic": _BASIC_START,
    "gb": _BASIC_START,
    "strict": _BASIC_START + DASH,
}
NOT_AT_LINE_END: dict[Kinsoku, str] = {
    "none": "",
    "basic": _BASIC_END,
    "gb": _BASIC_END + SOLIDUS,
    "strict": _BASIC_END + SOLIDUS,
}

_WORD = WESTERN + WESTERN_OPENING + WESTERN_CLOSING
_BEFORE_NUMBER = PREFIX + WIDE_PREFIX
_AFTER_NUMBER = POSTFIX + WIDE_POSTFIX

UNITS = frozenset(
    [(before, after) for before in _WORD for after in _WORD]
    + [(before, after) for before in _BEFORE_NUMBER for after in _WORD + _BEFORE_NUMBER]
    + [(before, after) for before in _WORD + _AFTER_NUMBER for after in _AFTER_NUMBER]
    + [(DASH, UNIT), (UNIT, UNIT)]
)
"""Pairs that are parts of one thing (words, numbers with prefix or suffix, ——): never parted at any level."""


def may_break(before: str, after: str, level: Kinsoku) -> bool:
    """Whether a line may end between two classes. A space stays with the line it ends."""
    if (before, after) in UNITS or after in (SPACE, EM_SPACE):
        return False
    return before not in NOT_AT_LINE_END[level] and after not in NOT_AT_LINE_START[level]
