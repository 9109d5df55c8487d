"""Numbers that are typed at the head of a heading (一、 （一） 1. 第一章), and what they count."""

from __future__ import annotations

import re

from huozi.records import NamedTuple
from huozi.scripts import CIRCLED

_HAN = "一二三四五六七八九十百"
_ROMAN = r"(?:[IVX]{1,6}|[Ⅰ-Ⅻ]{1,3})"
_POINT = r"[.．、]"
_NEXT = r"(?=[\s：:]|\Z)"
"""What stands behind 第一章: without it, 第一节课 is a lesson."""

RANKED: tuple[str, ...] = (
    rf"第([{_HAN}\d]+)[章编部]",
    rf"第([{_HAN}\d]+)节",
    rf"([{_HAN}]+)[、.．]",
    rf"[（(]([{_HAN}]+)[）)]",
    rf"(\d{{1,2}}){_POINT}(?!\d)",
    r"[（(](\d{1,2})[）)]",
)
"""Forms of numbers in the order of the ranks that they usually stand for, the number itself as a group."""

OTHERS: tuple[str, ...] = (
    rf"第([{_HAN}\d]+)[篇卷回讲课条辑]{_NEXT}",
    rf"(\d{{1,2}}(?:[.．]\d{{1,2}}){{1,4}}){_POINT}?{_NEXT}",
    r"(\d{1,2})[）)]",
    rf"([{CIRCLED}])",
    rf"({_ROMAN}){_POINT}(?![A-Za-z])",
    rf"([A-Z]){_POINT}(?![A-Za-z])",
)
"""Forms that say nothing of a rank, or several things."""

_CHAPTERS = 2
"""So many of the ranked forms are words as well: 第一节课."""

_GAP = re.compile("[ \u3000\u2002\u2003]*")


class TypedNumber(NamedTuple):
    """A number at a text's head: its form (a row of the tables), its digits, and how long it is with the gap behind."""

    form: int
    digits: str
    length: int

    @property
    def value(self) -> int:
        """What it counts, below a hundred; 0 where that is not plain."""
        return int(self.digits) if self.digits.isdecimal() else _below_a_hundred(self.digits)


def typed_number(text: str) -> TypedNumber | None:
    """The number that a text begins with, if it does.

    >>> typed_number("（三） 校样"), typed_number("1.5亿元")
    (TypedNumber(form=3, digits='三', length=4), None)
    >>> typed_number("第一节课"), typed_number("二十一、结语").value
    (None, 21)
    """
    for form, pattern in enumerate((*RANKED, *OTHERS)):
        found = re.match(pattern + _NEXT if form < _CHAPTERS else pattern, text)
        if found:
            gap = _GAP.match(text, found.end())
            return TypedNumber(form, found[1], gap.end() if gap else found.end())
    return None


def _below_a_hundred(digits: str) -> int:
    """The value of a Chinese number below a hundred, else 0."""
    tens, ten, ones = digits.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or not (ten or ones) or "百" in digits:
        return 0
    values = {digit: value for value, digit in enumerate(_HAN[:9], 1)}
    if not all(digit in values for digit in tens + ones):
        return 0
    return (values.get(tens, 1) * 10 if ten else 0) + values.get(ones, 0)
