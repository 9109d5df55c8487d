"""Signs by what stands beside them: whether they end a word, begin one, or stand between two things.

A sign of ASCII or Latin-1 is part of a Western word where it stands in one (C++, 3×4, 18+); between hanzi it is the
sign that its full-width fellow is (甲=乙, 甲＝乙), and so spaced and parted as that one. What is raised, and ™, belong
to what stands before them, be that a hanzi.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from huozi.paragraph.characters import charclass as cc
from huozi.records import NamedTuple


class _Place(NamedTuple):
    """Where a sign stands: between two classes (empty: the text's edge), before a character."""

    before: str
    after: str
    next_character: str


_Rule: TypeAlias = Callable[[_Place], str]
"""The class of a sign at its place; empty where it keeps its own."""

_AFTER_HAN = (cc.HAN, cc.CLOSING)
_ENDS_HAN = (cc.HAN, cc.CLOSING, cc.WIDE_POSTFIX, cc.SIGN)
_BEGINS_HAN = (cc.HAN, cc.OPENING, cc.WIDE_PREFIX, cc.SIGN)
_THINGS = (cc.HAN, cc.OPENING, cc.WESTERN, cc.WESTERN_OPENING)


def _plus(at: _Place) -> str:
    """C++ and A+ end so, +86 begins so, and what stands between two things is a sign of mathematics."""
    if at.before == cc.WESTERN and at.after not in (cc.WESTERN, cc.WESTERN_OPENING):
        return cc.WESTERN
    between = at.before in _AFTER_HAN and at.after in _THINGS and not at.next_character.isdigit()
    return cc.SIGN if between else ""


def _wide_plus(at: _Place) -> str:
    return cc.WIDE_PREFIX if at.next_character.isdigit() and at.before not in (cc.WESTERN, cc.CLOSING) else ""


def _number_sign(at: _Place) -> str:
    if at.before == cc.WESTERN and at.after != cc.WESTERN:
        return cc.WESTERN
    return cc.WIDE_PREFIX if at.after == cc.HAN else ""


def _relation(at: _Place) -> str:
    return cc.SIGN if at.before in _ENDS_HAN or at.after in _BEGINS_HAN else ""


def _swung(at: _Place) -> str:
    """A ~ or a hyphen behind a hanzi or a unit joins as ～ does."""
    joins = at.before in (*_AFTER_HAN, cc.WIDE_POSTFIX, cc.POSTFIX) or (at.before == cc.WESTERN and at.after == cc.HAN)
    return cc.CONNECTOR if at.after and joins else ""


def _at_sign(at: _Place) -> str:
    return cc.WIDE_PREFIX if at.after == cc.HAN and at.before != cc.WESTERN else ""


def _trade_mark(at: _Place) -> str:
    return cc.WIDE_POSTFIX if at.before in _AFTER_HAN else ""


def _dagger(at: _Place) -> str:
    return cc.WIDE_POSTFIX if at.before in (*_AFTER_HAN, cc.WESTERN) else ""


def _figure(at: _Place) -> str:
    """△ before a letter is a triangle; elsewhere it stands for a character."""
    return cc.WIDE_PREFIX if at.after == cc.WESTERN else ""


def _raised(at: _Place) -> str:
    """Raised behind a hanzi (米²), but not before the letter that it belongs to (²³⁵U)."""
    before_its_letter = at.after == cc.WESTERN and at.next_character.isalpha()
    return cc.WIDE_POSTFIX if at.before in _AFTER_HAN and not before_its_letter else ""


_RULES: dict[str, _Rule] = {
    "+−±∓": _plus,
    "＋": _wide_plus,
    "#": _number_sign,
    "=<>×÷": _relation,
    "~‑": _swung,
    "@": _at_sign,
    "™®℠": _trade_mark,
    "†‡": _dagger,
    "△□○▽◇▱◯⌒▭": _figure,
    "²³¹⁰⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉ₙ": _raised,
}
_RULE_OF = {sign: rule for signs, rule in _RULES.items() for sign in signs}
_PLAIN = "+−±＋#=<>~@"
"""Those that have a capital letter by themselves (``charclass``)."""
_LONGEST_TAG = 30
"""How many characters a tag between two # may have."""


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """The runs of signs of one rule, first place and end; a pattern would take longer to make than this to run."""
    places = [at for at, character in enumerate(text) if character in _RULE_OF]
    start = end = -1
    for at in places:
        if at != end or _RULE_OF[text[at]] is not _RULE_OF[text[start]]:
            if start >= 0:
                yield start, end
            start = at
        end = at + 1
    if start >= 0:
        yield start, end


def settle_signs(text: str, classes: str, *, plain: bool) -> str:
    """The classes of a text with those of its signs as the text around them has them.

    ``plain``: no character of the text has a small letter by itself.

    >>> settle_signs("C++课", "WFFH", plain=True), settle_signs("甲+乙", "HFH", plain=True)
    ('WWWH', 'HGH')
    """
    if not any(map(text.__contains__, _PLAIN if plain else _RULE_OF)):
        return classes
    found = list(classes)
    tag = -_LONGEST_TAG
    for start, end in _runs(text):
        sign, before = text[start], found[start - 1] if start else ""
        if before == cc.WESTERN and not text[start - 1].isalnum():
            before = ""  # a mark that combines with something else
        name = _RULE_OF[sign](_Place(before, classes[end : end + 1], text[end : end + 1]))
        if sign == "#" and before == cc.HAN and start - tag < _LONGEST_TAG:
            name = cc.WIDE_POSTFIX  # #水乡# : it closes what another opened
        elif sign == "#" and name == cc.WIDE_PREFIX:
            tag = start
        if name:
            found[start:end] = name * (end - start)
    return "".join(found)
