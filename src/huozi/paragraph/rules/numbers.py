"""Numbers are units (CLREQ, GB/T 15834 and 15835): nothing parts a sign, a point, a space or a unit from its digits.

So are the names of types and versions, whose hyphen belongs to what stands before it (GB/T 15834, 4.13.3 and 5.1.8).
Words and numbers without any of these are whole by their classes; here are the cases that the pair of classes does not
tell. Patterns that few texts hold are texts: compiling them takes a while.
"""

from __future__ import annotations

import re

from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.rules.hyphens import hold_hyphens
from huozi.paragraph.rules.spacing import MAY_NOT_END, TIGHT, WHOLE

BLANKS = " \u00a0\u2009\u202f"
"""Spaces that are set in numbers."""

_POINT = re.compile(r"(?<=[0-9])·(?=[0-9])")
_WIDE_DIGITS = "０１２３４５６７８９"
_DIGIT = "[0-9０-９]"
_WIDE = (
    rf"(?:[￥＄￡№]|(?<![0-9A-Za-z０-９）)])＋)?(?:(?<![0-9０-９，]){_DIGIT}{{1,3}}(?:，{_DIGIT}{{3}}){{1,4}}(?!，?{_DIGIT})|{_DIGIT}+)"
    rf"(?:[．：／.:/]{_DIGIT}+)*[％‰℃℉%°]?"
)
"""A number that may be typed full-width in part: grouped by threes (more than five groups are a list), a decimal, a
time, a ratio or a date, with its sign and unit."""
_MARKS_OF_NUMBERS = frozenset("．：，")
"""Marks that are an em wide and give up their blank half between half-width digits."""
_BEGINS = cc.SIGN + cc.PREFIX + cc.WIDE_PREFIX
"""Classes of signs that a number is whole with where they begin it."""
_MIXED = (cc.WESTERN + cc.PAUSE + cc.WESTERN, cc.WESTERN + cc.STOP + cc.WESTERN)
"""Classes that a number of half-width digits with such a mark has."""
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
    if cc.CONNECTOR in classes:
        hold_hyphens(codes, text, classes)
    if "·" in text:
        for point in _POINT.finditer(text):
            codes[point.start()] = codes[point.start()][:2] + MAY_NOT_END
    mixed = _MIXED[0] in classes or _MIXED[1] in classes
    if mixed or (max(text, default="") >= _WIDE_DIGITS[0] and any(digit in text for digit in _WIDE_DIGITS)):
        _hold_wide(codes, text, classes)
    if any(blank in text for blank in BLANKS):
        _hold_spaces(codes, text, classes)
        _hold_operators(codes, text, classes)


def _hold_wide(codes: list[str], text: str, classes: str) -> None:
    """Numbers with full-width digits or marks are whole: a mark between half-width digits takes half an em.

    A sign before one is whole with it as it is with half-width digits (≥５, ＜０．１).
    """
    for number in re.finditer(_WIDE, text):
        if number.group().isascii():
            continue
        if number.start() and classes[number.start() - 1] in _BEGINS:
            codes[number.start() - 1] = codes[number.start() - 1][:2] + WHOLE
        for gap in range(number.start(), number.end() - 1):
            tight = text[gap] in _MARKS_OF_NUMBERS and (text[gap - 1].isascii() or text[gap + 1].isascii())
            codes[gap] = codes[gap][:2] + TIGHT * tight + WHOLE


_OPERATORS = "=<>+×÷−–"
"""Signs that have a class of signs only beside hanzi, or of numbers, and the dash of Western text."""


_SPACED_SIGN = f"[{cc.SPACE}{cc.EM_SPACE}](?={cc.SIGN}+[{cc.SPACE}{cc.EM_SPACE}])"


def _hold_operators(codes: list[str], text: str, classes: str) -> None:
    """No line begins with a sign that has a space on either side: what it joins is parted after it (GB 3102.11)."""
    if cc.SIGN in classes:
        for found in re.finditer(_SPACED_SIGN, classes):
            codes[found.start()] = codes[found.start()][:2] + MAY_NOT_END
    for operator in _OPERATORS:
        if (spaced := f" {operator} ") in text:
            for found in re.finditer(re.escape(spaced), text):
                codes[found.start()] = codes[found.start()][:2] + MAY_NOT_END


def _hold_spaces(codes: list[str], text: str, classes: str) -> None:
    """A space inside a number keeps its width, and no line ends there: what follows is part of what stands before."""
    if not any(text[at - 1] in _BEFORE_BLANK for at, each in enumerate(text) if each in BLANKS and at):
        return
    for number in re.finditer(_SPACED, text):
        for at in range(max(number.start(), 1), min(number.end(), len(codes))):
            if text[at] in BLANKS:
                codes[at - 1 : at + 1] = (classes[at - 1] + cc.UNIT, classes[at] + cc.UNIT)
