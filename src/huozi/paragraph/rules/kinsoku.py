"""Prohibitions at line start and line end (避头尾), as tables by profile and level.

Sources: CLREQ, "Prohibition rules", and GB/T 15834, 5; JLREQ, 3.1.7 to 3.1.11. Levels build on each other: none, basic,
gb (default), strict. The profile *unicode* breaks lines as ``uax14`` says; its row is only what that is compared to.
"""

from __future__ import annotations

from functools import lru_cache

from huozi.paragraph.characters.charclass import (
    CENTRED,
    CLOSING,
    CONNECTOR,
    DASH,
    EM_SPACE,
    HAN,
    INTERPUNCT,
    OPENING,
    PAUSE,
    POSTFIX,
    PREFIX,
    SIGN,
    SOLIDUS,
    SPACE,
    STOP,
    UNIT,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_OPENING,
    WIDE_POSTFIX,
    WIDE_PREFIX,
    WORD,
)
from huozi.style.text_style import Kinsoku, Profile

_BASIC_START = CLOSING + PAUSE + STOP + CENTRED + CONNECTOR + INTERPUNCT + SOLIDUS + WESTERN_CLOSING + SIGN
_BASIC_END = OPENING + WESTERN_OPENING

_JLREQ_START = CLOSING + PAUSE + STOP + CENTRED + CONNECTOR + INTERPUNCT + WESTERN_CLOSING + SIGN

_CLREQ_STARTS: dict[Kinsoku, str] = {
    "none": "",
    "basic": _BASIC_START,
    "gb": _BASIC_START,
    "strict": _BASIC_START + DASH,
}
_CLREQ_ENDS: dict[Kinsoku, str] = {
    "none": "",
    "basic": _BASIC_END,
    "gb": _BASIC_END + SOLIDUS,
    "strict": _BASIC_END + SOLIDUS,
}

NOT_AT_LINE_START: dict[Profile, dict[Kinsoku, str]] = {
    "clreq": _CLREQ_STARTS,
    "jlreq": {"none": "", "basic": _JLREQ_START, "gb": _JLREQ_START, "strict": _JLREQ_START},
    "unicode": _CLREQ_STARTS,
}
NOT_AT_LINE_END: dict[Profile, dict[Kinsoku, str]] = {
    "clreq": _CLREQ_ENDS,
    "jlreq": {"none": "", "basic": _BASIC_END, "gb": _BASIC_END, "strict": _BASIC_END},
    "unicode": _CLREQ_ENDS,
}

SMALL_KANA_MAY_START: dict[Profile, str] = {"clreq": "", "jlreq": "none basic", "unicode": ""}
"""Levels at which small kana and the prolonged sound mark may start a line (JLREQ, 3.1.7, note; UAX #14, class CJ)."""

_BEFORE_NUMBER = PREFIX + WIDE_PREFIX
_AFTER_NUMBER = POSTFIX + WIDE_POSTFIX

UNITS = frozenset(
    [(before, after) for before in WORD for after in WORD]
    + [(before, after) for before in _BEFORE_NUMBER for after in WORD + _BEFORE_NUMBER]
    + [(before, after) for before in WORD + _AFTER_NUMBER for after in _AFTER_NUMBER]
    + [(WESTERN, PREFIX), (POSTFIX, WESTERN)]
    + [(WESTERN, SIGN), (SIGN, WESTERN), (SIGN, PREFIX)]
    + [(DASH, UNIT), (UNIT, UNIT)]
)
"""Pairs that are parts of one thing (words, numbers with prefix or suffix, ——): never parted at any level."""

CLINGING = frozenset(
    [(before, HAN) for before in _BEFORE_NUMBER]
    + [(HAN, after) for after in _AFTER_NUMBER]
    + [(WESTERN, WIDE_PREFIX), (WIDE_POSTFIX, WESTERN)]
)
"""Pairs of which a sign of numbers is one: never parted either (UAX #14, LB23a to LB25), but spaced like others."""


BEGINS_A_LINE = PAUSE + STOP + CENTRED + EM_SPACE
"""After these a sign stands between nothing (甲，≥5): a line may begin with it."""


@lru_cache(maxsize=4096)
def may_break(before: str, after: str, level: Kinsoku, profile: Profile = "clreq") -> bool:
    """Whether a line may end between two classes. A space stays with the line it ends."""
    if after in (SPACE, EM_SPACE, UNIT) or (before, after) in UNITS or (before, after) in CLINGING:
        return False
    if after == SIGN and before in BEGINS_A_LINE:
        return True
    return before not in NOT_AT_LINE_END[profile][level] and after not in NOT_AT_LINE_START[profile][level]
