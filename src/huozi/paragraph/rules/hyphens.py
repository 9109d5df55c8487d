"""Hyphens and minus signs, which keyboards type alike: what stands before tells them apart, and what the number is of.

The hyphen of a type, a figure, a version (歼-20, 图3-1) belongs to what stands before it and begins no line (GB/T
15834, 4.13.3 and 5.1.8); a minus belongs to its number, and a line may begin with it. Where neither is sure, the sign
is parted from nothing, so that it begins no line and no number loses it.
"""

from __future__ import annotations

import re

from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.rules.spacing import WHOLE
from huozi.scripts import is_han

_HYPHENS = "-‐‑－﹣~"
_DASHES = "–—"
"""Dashes are typed for hyphens too, but join two things mostly."""
_SHORT = re.compile(r"[0-9]{1,3}[A-Z]?(?![0-9A-Za-z.])")
"""What a type is numbered with, where a dash stands for its hyphen: 歼–16; a year is none."""
_BETWEEN_NUMBERS = "－﹣~"
"""Those that are set for ～ too: a line may end after them between numbers."""
_NUMBERED = re.compile(r"(?:[图表式例题]|附录|定理|公式)[A-Z]?[0-9０-９]{1,3}\Z")
_LONGEST_NUMBERED = 6
"""A number before a hyphen that is the first part of one: 图3－1, 表4－12."""
_NUMERALS = "一二三四五六七八九十百千万亿零〇两半"
_BEFORE_NUMBER = frozenset("（《「『“‘【〔〈［｛([{，、：；。？！ ~～=＝≠≈≤≥＜＞<>+＋±×÷→\u3000")
"""What a number with its sign may follow at once."""
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_PART_OF_NUMBER = frozenset(
    "0123456789０１２３４５６７８９ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + _NUMERALS
)
"""What makes a number or a formula of the hanzi that stands behind it: 3月-5月, 5度-8度."""

# Patterns are texts: few texts hold a hyphen that they are asked about, and compiling them takes a while.
_AMOUNT = r"[0-9０-９]+(?:[.．][0-9０-９]+)?"
_RANGE = rf"{_AMOUNT}(?:[～~—–至到]+[-－−]?{_AMOUNT})?"
_HAS_SIGN = rf"{_RANGE} ?(?:[℃℉°%％‰]|摄氏度|华氏度|度|个百分点|dBm?\b)"
"""Numbers of what is measured above and below nought; types and versions are numbered in nothing."""
_IS_NAME = rf"{_AMOUNT}(?:[A-Za-z号型式级代版期批卷册章节条款项届艘艇机弹炮星船箭路座室]|导弹|飞船)"
"""Numbers that name one of many."""
_LEADS_TO_NUMBER = (
    r"(?:(?<![华行])为|是|(?<![存现])在|(?<!报)到|从|或|(?<!参)与|仅|(?<![条公签合契纽])约|(?<![雷马])达|(?<![冬夏])至|于|[0-9０-９℃度%％]和"
    r"|零下|最低|最高|平均|[均差数]值|最[大小]值|[气水体室地高低]温|温度|海拔|同比|环比|增速|增幅|涨幅|跌幅|(?:增长|收益|回报|变化)率)\Z"
)
"""Words after which a number stands and no name's: they say what it is, or from where to where."""
_LONGEST_LEAD = 3
_TYPE = r"(?=[A-Za-z]*[0-9])[A-Za-z0-9]+|[A-Z]{1,2}(?![A-Za-z])"
"""What a type is numbered with behind its hyphen: digits, with letters or without; a capital or two."""


def hold_hyphens(codes: list[str], text: str, classes: str) -> None:
    """Change the codes of the gaps beside hyphens and minus signs; those within Western words are whole as they are."""
    for at, mark in enumerate(text[:-1]):
        if classes[at] != cc.CONNECTOR:
            continue
        if mark in _HYPHENS:
            _hold(codes, text, classes, at)
        elif mark in _DASHES and _numbers_a_type(text, at):
            codes[at - 1 : at + 1] = (codes[at - 1][:2] + WHOLE, codes[at][:2] + WHOLE)


def _hold(codes: list[str], text: str, classes: str, at: int) -> None:
    if text[at] != "~" and text[at + 1] in _DIGITS and _is_sign(text, at):
        sign = cc.WIDE_PREFIX if text[at] in "－﹣" else cc.PREFIX
        codes[at] = sign + classes[at + 1] + WHOLE
        if at:
            codes[at - 1] = classes[at - 1] + sign
    elif re.compile(_TYPE).match(text, at + 1) or text[at + 1] in _DIGITS:
        if at and (is_han(text[at - 1]) or text[at - 1].isalpha()):
            codes[at - 1 : at + 1] = (codes[at - 1][:2] + WHOLE, codes[at][:2] + WHOLE)
        elif text[at] not in _BETWEEN_NUMBERS or (
            text[at] != "~" and _NUMBERED.search(text, max(at - _LONGEST_NUMBERED, 0), at)
        ):
            codes[at] = codes[at][:2] + WHOLE


def _numbers_a_type(text: str, at: int) -> bool:
    """Whether a dash stands between the name of a type and its number; between numbers or times it is a range's."""
    if not at or not is_han(text[at - 1]) or text[at - 1] in _NUMERALS:
        return False
    return (at == 1 or text[at - 2] not in _PART_OF_NUMBER) and _SHORT.match(text, at + 1) is not None


def _is_sign(text: str, at: int) -> bool:
    """Whether a hyphen before a digit is the sign of a number, by what stands before it and what the number is of."""
    if not at or text[at - 1] in _BEFORE_NUMBER:
        return True
    if text[at - 1] in _NUMERALS or not is_han(text[at - 1]):
        return False
    if re.compile(_LEADS_TO_NUMBER).search(text, max(at - _LONGEST_LEAD, 0), at):
        return re.compile(_IS_NAME).match(text, at + 1) is None
    return (at == 1 or text[at - 2] not in _PART_OF_NUMBER) and re.compile(_HAS_SIGN).match(text, at + 1) is not None
