"""Numerals of lists: Arabic, Chinese, circled and letters, each by the sign that stands for it in a layout."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase

from huozi.scripts import CIRCLED

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_MYRIADS = ("", "万", "亿")


def chinese(number: int) -> str:
    """A number in Chinese characters, below a million millions.

    >>> chinese(0), chinese(10), chinese(21), chinese(110), chinese(1005), chinese(20010)
    ('零', '十', '二十一', '一百一十', '一千零五', '二万零一十')
    """
    if number < 10:
        return _DIGITS[number]
    written, gap, myriad = "", False, 0
    while number:
        number, part = divmod(number, 10_000)
        if part:
            written = _below_a_myriad(part) + _MYRIADS[myriad] + ("零" if gap and written else "") + written
        gap = part < 1000 and bool(number or written)
        myriad += 1
    return written.removeprefix("一") if written.startswith("一十") else written


def _below_a_myriad(number: int) -> str:
    written, zero = "", False
    for place, digit in enumerate(reversed(str(number))):
        if digit == "0":
            zero = bool(written)
        else:
            written = _DIGITS[int(digit)] + _PLACES[place] + ("零" if zero else "") + written
            zero = False
    return written


def circled(number: int) -> str:
    """A number in a circle; from 51 on in brackets, for there are no more.

    >>> circled(1), circled(20), circled(50), circled(51)
    ('①', '⑳', '㊿', '（51）')
    """
    return CIRCLED[number - 1] if 1 <= number <= len(CIRCLED) else f"（{number}）"


def letters(number: int) -> str:
    """A number in letters; after z comes aa.

    >>> letters(1), letters(26), letters(27), letters(0)
    ('a', 'z', 'aa', '0')
    """
    if number < 1:
        return str(number)
    written = ""
    while number:
        number, letter = divmod(number - 1, 26)
        written = ascii_lowercase[letter] + written
    return written


NUMERALS: dict[str, Callable[[str], str]] = {
    "1": str,
    "一": lambda digits: chinese(int(digits)),
    "①": lambda digits: circled(int(digits)),
    "a": lambda digits: letters(int(digits)),
    "A": lambda digits: letters(int(digits)).upper(),
}
"""How a number in digits is written, by the sign that stands for it."""


def numbered(example: str, digits: str) -> str:
    """The number of an item, typed in digits, as the example of the first one shows.

    >>> numbered("（一）", "12"), numbered("1.", "07")
    ('（十二）', '07.')
    """
    sign = next(sign for sign in NUMERALS if sign in example)
    return example.replace(sign, NUMERALS[sign](digits))
