"""Line breaking after Unicode Standard Annex #14 (version 15.0), plain: what may be done between any two characters.

The rules bear the annex's numbers. Numbers are kept whole by the tailoring of its section 8.2, example 7, with which
the Unicode test file was made. A text becomes a string of letters, a class each; rules between two neighbours are a
table of pairs, the few that look further are patterns over that string, tried only where their classes occur.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress, count
from string import ascii_letters
from typing import Literal, TypeAlias

from huozi.records import NamedTuple

_NAMES = """
BK CR LF NL SP ZW WJ GL CM ZWJ AL HL ID NU OP CL CP EX IS SY QU NS IN HY BA BB B2 PR PO CB CJ JL JV JT H2 H3
EB EM RI OP_WIDE CP_WIDE ID_PICTOGRAPH AL_PICTOGRAPH
"""
LETTERS = dict(zip(_NAMES.split(), ascii_letters, strict=False))
"""A letter for each class. Parted from their class are wide brackets (LB30) and unassigned pictographs (LB30b)."""

MUST, MAY, NOT, TIED = "!", "÷", "×", "~"
"""What may be done between two characters: a line must end, may end, may not; or the second is part of the first."""

SmallKana: TypeAlias = Literal["NS", "ID"]
"""What small kana and the prolonged sound mark are resolved to (LB1): kept from a line's start (strict), or not."""


def _of(names: str) -> str:
    return "".join(LETTERS[name] for name in names.split())


_SP, _ZWJ, _CM, _RI, _AL, _CJ = _of("SP"), _of("ZWJ"), _of("CM"), _of("RI"), _of("AL"), _of("CJ")
_ALPHABETIC = _of("AL HL AL_PICTOGRAPH")
_IDEOGRAPHIC = _of("ID EB EM ID_PICTOGRAPH")
_HANGUL = _of("JL JV JT H2 H3")
_OPENING = _of("OP OP_WIDE")
_CLOSING = _of("CL CP CP_WIDE")
_NUMERIC_SIGN = _of("PR PO")
_ALL = "".join(LETTERS.values())
_HARD = _of("BK CR LF NL")
HANZI = _of("ID")

PAIR_RULES: tuple[tuple[str, str, str, str], ...] = (
    ("LB4, LB5", _of("CR"), _of("LF"), NOT),
    ("LB4, LB5", _HARD, _ALL, MUST),
    ("LB6, LB7", _ALL, _HARD + _of("SP ZW"), NOT),
    ("LB8", _of("ZW"), _ALL, MAY),
    ("LB11", _ALL, _of("WJ"), NOT),
    ("LB11, LB12", _of("WJ GL"), _ALL, NOT),
    ("LB12a", _ALL.translate({ord(letter): None for letter in _of("SP BA HY")}), _of("GL"), NOT),
    ("LB13", _ALL, _CLOSING + _of("EX IS SY"), NOT),
    ("LB14", _OPENING, _ALL, NOT),
    ("LB15", _of("QU"), _OPENING, NOT),
    ("LB16", _CLOSING, _of("NS"), NOT),
    ("LB17", _of("B2"), _of("B2"), NOT),
    ("LB18", _SP, _ALL, MAY),
    ("LB19", _ALL, _of("QU"), NOT),
    ("LB19", _of("QU"), _ALL, NOT),
    ("LB20", _ALL, _of("CB"), MAY),
    ("LB20", _of("CB"), _ALL, MAY),
    ("LB21", _ALL, _of("BA HY NS"), NOT),
    ("LB21", _of("BB"), _ALL, NOT),
    ("LB21b", _of("SY"), _of("HL"), NOT),
    ("LB22", _ALL, _of("IN"), NOT),
    ("LB23", _ALPHABETIC, _of("NU"), NOT),
    ("LB23", _of("NU"), _ALPHABETIC, NOT),
    ("LB23a", _of("PR"), _IDEOGRAPHIC, NOT),
    ("LB23a", _IDEOGRAPHIC, _of("PO"), NOT),
    ("LB24", _NUMERIC_SIGN, _ALPHABETIC, NOT),
    ("LB24", _ALPHABETIC, _NUMERIC_SIGN, NOT),
    ("LB25", _NUMERIC_SIGN + _OPENING + _of("HY"), _of("NU"), NOT),
    ("LB25", _of("NU"), _of("NU") + _NUMERIC_SIGN, NOT),
    ("LB26", _of("JL"), _of("JL JV H2 H3"), TIED),
    ("LB26", _of("JV H2"), _of("JV JT"), TIED),
    ("LB26", _of("JT H3"), _of("JT"), TIED),
    ("LB27", _HANGUL, _of("PO"), NOT),
    ("LB27", _of("PR"), _HANGUL, NOT),
    ("LB28", _ALPHABETIC, _ALPHABETIC, NOT),
    ("LB29", _of("IS"), _ALPHABETIC, NOT),
    ("LB30", _ALPHABETIC + _of("NU"), _of("OP"), NOT),
    ("LB30", _of("CP"), _ALPHABETIC + _of("NU"), NOT),
    ("LB30b", _of("EB ID_PICTOGRAPH AL_PICTOGRAPH"), _of("EM"), TIED),
)
"""What two neighbouring classes allow, the first row that holds them wins; where none does a line may end (LB31)."""


class FurtherRule(NamedTuple):
    """A rule that looks beyond two neighbours: a pattern over the classes, tried where both ``needs`` occur.

    The action holds after the last character of the pattern's group, with ``inside`` after all but the last.
    """

    rule: str
    needs: tuple[str, str]
    pattern: re.Pattern[str]
    action: str
    inside: bool = False


def _after_spaces(rule: str, before: str, after: str, action: str) -> FurtherRule:
    """A rule for what stands after spaces, by the class before them."""
    return FurtherRule(rule, (before, _SP), re.compile(f"(?<=[{before}])({_SP}+)(?=[{after}])"), action)


_NU, _NOT_GIVEN = _of("NU"), _HARD + _of("SP ZW")
_NUMBER = f"[{_NU}][{_of('NU SY IS')}]*[{_CLOSING}]?[{_NUMERIC_SIGN}]?"
_SIGNED = f"([{_NUMERIC_SIGN}])[{_OPENING + _of('HY')}]{_NU}"

FURTHER_RULES = (
    _after_spaces("LB8", _of("ZW"), f"^{_NOT_GIVEN}", MAY),
    _after_spaces("LB14", _OPENING, f"^{_NOT_GIVEN}", NOT),
    _after_spaces("LB15", _of("QU"), _OPENING, NOT),
    _after_spaces("LB16", _CLOSING, _of("NS"), NOT),
    _after_spaces("LB17", _of("B2"), _of("B2"), NOT),
    FurtherRule("LB21a", (_of("HL"), _of("HY BA")), re.compile(f"{_of('HL')}([{_of('HY BA')}])(?!{_of('CB')})"), NOT),
    FurtherRule("LB25", (_NUMERIC_SIGN, _NU), re.compile(_SIGNED), NOT),
    FurtherRule("LB25", (_NU, _NU), re.compile(f"({_NUMBER})"), NOT, inside=True),
    FurtherRule("LB30a", (_RI, _RI), re.compile(f"({_RI}){_RI}"), TIED),
)


class _LineBreaks(dict[int, str]):
    """Line breaking classes by code point for ``str.translate``, looked up in the data once a character."""

    def __missing__(self, code: int) -> str:
        from huozi.paragraph.characters.unicode_runs import line_break_letter

        self[code] = line_break_letter(code)
        return self[code]


_LINE_BREAKS = _LineBreaks()


@lru_cache(maxsize=4096)
def between(before: str, after: str) -> str:
    """What the table says of two classes (letters), whatever else stands around them."""
    return next((action for _, left, right, action in PAIR_RULES if before in left and after in right), MAY)


def line_break_classes(text: str, small_kana: SmallKana = "NS") -> str:
    """The line breaking classes of a text, a letter each (``LETTERS``), after rule LB1."""
    return text.translate(_LINE_BREAKS).replace(_CJ, LETTERS[small_kana])


def actions(classes: str) -> str:
    """What may be done between the characters of these classes: a sign for every gap (one fewer than characters)."""
    if _CM not in classes and _ZWJ not in classes:
        return _actions_of_bases(classes)
    bases, kept = _absorbed(classes)
    found = [TIED] * len(classes)  # after each character; LB9
    ends = [*kept[1:], len(classes)]
    for end, action in zip(ends, _actions_of_bases(bases), strict=False):
        found[end - 1] = action
    for index, letter in enumerate(classes[:-1]):  # LB8a: nothing but a hard break parts what follows from a joiner
        if letter == _ZWJ and found[index] == MAY:
            found[index] = TIED if classes[index + 1] in _IDEOGRAPHIC else NOT
    return "".join(found[: len(classes) - 1])


def _absorbed(classes: str) -> tuple[str, list[int]]:
    """The classes without marks that combine with the character before them (LB9), and the places of those kept."""
    kept: list[int] = []
    letters: list[str] = []
    alone = _HARD + _of("SP ZW")
    for index, letter in enumerate(classes):
        if letter not in (_CM, _ZWJ):
            letters.append(letter)
        elif letters and letters[-1] not in alone:
            continue
        else:
            letters.append(_AL)  # LB10
        kept.append(index)
    return "".join(letters), kept


def _actions_of_bases(classes: str) -> str:
    """What may be done between characters none of which combines."""
    found = list(map(between, classes, classes[1:]))
    present = set(classes)
    for rule in FURTHER_RULES:
        if present.isdisjoint(rule.needs[0]) or present.isdisjoint(rule.needs[1]):
            continue
        for match in rule.pattern.finditer(classes):
            start, end = match.span(1)
            for place in range(start, end - 1) if rule.inside else (end - 1,):
                if place < len(found):
                    found[place] = rule.action
    return "".join(found)


def line_breaks(text: str, small_kana: SmallKana = "NS") -> str:
    """What may be done between the characters of a text: ``MUST``, ``MAY``, ``NOT`` or ``TIED`` for every gap.

    >>> line_breaks("A 文")
    '×÷'
    """
    return actions(line_break_classes(text, small_kana))


def places(found: str, signs: str) -> tuple[int, ...]:
    """The character counts after which one of these signs stands."""
    return tuple(compress(count(1), [sign in signs for sign in found]))
