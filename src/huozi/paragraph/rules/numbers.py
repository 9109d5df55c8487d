"""Numbers are units (CLREQ, GB/T 15834 and 15835): nothing parts a sign, a point, a space or a unit from its digits.

Words and numbers without any of these are whole by their classes; here are the cases that the pair of classes does not
tell. Patterns that few texts hold are texts: compiling them takes a while.
"""

from __future__ import annotations

import re

from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.rules.spacing import MAY_NOT_END
from huozi.scripts import is_han

BLANKS = " \u00a0\u2009\u202f"
"""Spaces that are set in numbers."""

_SIGN = re.compile(r"(?<![A-Za-z0-9])-(?=[0-9])")
_NUMERALS = "一二三四五六七八九十百千万亿零〇两半"
_SIGNS = "-－＋"
_BEFORE_SIGN = frozenset("（《「『“‘【〔〈［｛(，、：；。？！ ~=")
"""What a number with its sign may follow at once."""
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_PART_OF_NUMBER = frozenset(
    "0123456789０１２３４５６７８９ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + _NUMERALS
)
"""What makes a number or a formula of the hanzi that stands behind it: 3月-5月, 5℃-8℃."""
_POINT = re.compile(r"(?<=[0-9])·(?=[0-9])")
_WIDE_DIGITS = "０１２３４５６７８９"
_WIDE = "[０-９]+(?:．[０-９]+)*"
_SPACED = (
    rf"(?<![0-9])[0-9]{{1,3}}(?:[{BLANKS}][0-9]{{3}})+(?![0-9])"  # 10 000
    rf"|(?<=[0-9])[{BLANKS}](?:[%‰℃℉°]|(?:(?:[kMGTmcdnµμ]|da)?(?:mol|cd|Hz|Pa|lm|lx|eV|Wh|VA|dB|bit|[mgsAKNJWVΩFTHLlBbt])"
    r"|min|h|d|ha|pt|px|ppm|rpm|k?cal)[²³]?(?![A-Za-z0-9]))"  # 25 ℃, 10 kg
    rf"|(?<=[№￥¥$€£])[{BLANKS}](?=[0-9])"
)
"""Digits in groups, and digits with their unit or sign (GB 3100, 3101) where a space is set between."""
_BEFORE_BLANK = frozenset("0123456789№￥¥$€£")
"""What stands before such a space: most texts have none, and the pattern takes a while to compile."""


def keep_numbers_whole(codes: list[str], text: str, classes: str) -> None:
    """Change the codes of the gaps of a text so that nothing parts a number."""
    if "-" in text or "－" in text or "＋" in text:
        _hold_signs(codes, text, classes)
    if "·" in text:
        for point in _POINT.finditer(text):
            codes[point.start()] = codes[point.start()][:2] + MAY_NOT_END
    if max(text, default="") >= _WIDE_DIGITS[0] and any(digit in text for digit in _WIDE_DIGITS):
        for number in re.finditer(_WIDE, text):
            for gap in range(number.start(), number.end() - 1):
                codes[gap] = codes[gap][:2] + MAY_NOT_END
    if any(blank in text for blank in BLANKS):
        _hold_spaces(codes, text, classes)


def _hold_signs(codes: list[str], text: str, classes: str) -> None:
    """No sign is parted from its digits; a line may begin with one that is surely a minus."""
    for sign in _SIGN.finditer(text):
        codes[sign.start()] = cc.PREFIX + cc.WESTERN
    for at in [at for at, mark in enumerate(text[:-1]) if mark in _SIGNS and text[at + 1] in _DIGITS]:
        if not _is_sign(text, at):
            continue
        if text[at] != "-":
            codes[at] = codes[at][:2] + MAY_NOT_END
        if at:
            codes[at - 1] = classes[at - 1] + (cc.PREFIX if text[at] == "-" else cc.HAN)


def _is_sign(text: str, at: int) -> bool:
    """Whether a hyphen or plus before a digit can be nothing but the number's sign.

    What stands before it is then no number, with its unit or without, and no bracket that closes (（025）-8371).
    """
    if not at or text[at - 1] in _BEFORE_SIGN:
        return True
    if text[at - 1] in _NUMERALS or not is_han(text[at - 1]):
        return False
    return at == 1 or text[at - 2] not in _PART_OF_NUMBER


def _hold_spaces(codes: list[str], text: str, classes: str) -> None:
    """A space inside a number keeps its width, and no line ends there: what follows is part of what stands before."""
    if not any(text[at - 1] in _BEFORE_BLANK for at, each in enumerate(text) if each in BLANKS and at):
        return
    for number in re.finditer(_SPACED, text):
        for at in range(max(number.start(), 1), min(number.end(), len(codes))):
            if text[at] in BLANKS:
                codes[at - 1 : at + 1] = (classes[at - 1] + cc.UNIT, classes[at] + cc.UNIT)
