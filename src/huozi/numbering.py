"""Numbers of issues as journals have them: 12, double numbers (1-2), supplements (增刊1), seasons."""

from __future__ import annotations

import re

RANGE = r"([0-9]{1,4})\s*([-–—~～/、+至])\s*([0-9]{1,4})"
"""A double number, as it may be written."""

NAMED = (
    "[0-9]{0,4}(?:增刊|专刊|特刊|专辑|特辑|副刊|号外|试刊号?|创刊号|珍藏版|纪念刊"
    "|[春夏秋冬](?:季号|季刊|季|之卷)?|S|Z|Suppl[.]? ?)[0-9一二三四五六七八九十上下]{0,3}"
)
"""What an issue is called that has no number in the year."""


def read_number(text: str) -> str:
    """A number as it is printed, from how it is written in ``issue.yaml``; empty where it is none.

    >>> read_number("012"), read_number("1 - 2"), read_number("第1期")
    ('12', '1-2', '')
    """
    if text.isascii() and text.isdecimal() and 0 < int(text) < 10**6:
        return str(int(text))
    if found := re.fullmatch(RANGE, text):
        return f"{int(found[1])}{found[2]}{int(found[3])}"
    return ""


def read_name(text: str) -> str:
    """What an issue without a number in the year is called instead of it; empty where it is no such name.

    >>> read_name("增刊1"), read_name("春季号"), read_name("twelve")
    ('增刊1', '春季号', '')
    """
    return text if re.fullmatch(NAMED, text) else ""


def in_two_figures(text: str) -> str:
    """A number as it is printed, its figures two at least; a name stays as it is.

    >>> in_two_figures("3"), in_two_figures("1-2"), in_two_figures("增刊1")
    ('03', '01-02', '增刊1')
    """
    return re.sub("[0-9]+", lambda figures: figures[0].zfill(2), text) if numbers_of(text) else text


def numbers_of(text: str) -> tuple[int, ...]:
    """The numbers that an issue has: of a double number all, of a supplement none.

    >>> numbers_of("12"), numbers_of("1-2"), numbers_of("增刊1")
    ((12,), (1, 2), ())
    """
    if text.isascii() and text.isdecimal():
        return (int(text),)
    if found := re.fullmatch(RANGE, text):
        first, last = int(found[1]), int(found[3])
        return tuple(range(first, last + 1)) if first <= last <= first + 60 else (first, last)
    return ()
