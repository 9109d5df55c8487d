"""Where lines may end: by the pair table for plain text, by UAX #14 beside what no table of ours names.

``pair_codes`` is what composition runs on: two letters a gap, with a sign after them where a line may end there (or may
not) though the row of the table says otherwise. Text of hanzi, our marks, Latin letters and digits needs no sign and
takes the quick way; ``break_opportunities`` shows what came out, and a test that both ways agree.
"""

from __future__ import annotations

import re
from itertools import pairwise
from sys import intern

from huozi.display import SOFT_HYPHEN
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.characters.context import SHARED, Resolved, address_breaks, resolve
from huozi.paragraph.rules.kinsoku import SMALL_KANA_MAY_START, may_break
from huozi.paragraph.rules.numbers import keep_numbers_whole
from huozi.paragraph.rules.spacing import MAY_END, MAY_NOT_END, TIGHT, WHOLE
from huozi.records import NamedTuple
from huozi.scripts import LETTERS
from huozi.style.text_style import Kinsoku, Profile


class Opportunities(NamedTuple):
    """The character counts after which a line of a text may end (``may``), those where it must among them (``must``).

    The end of the text is the last of both.
    """

    may: tuple[int, ...]
    must: tuple[int, ...]


def break_opportunities(text: str, profile: Profile = "clreq", kinsoku: Kinsoku = "gb") -> Opportunities:
    """Where the lines of a text may end under a profile and a level of prohibitions.

    ``unicode`` is UAX #14 with its tailored rule for numbers, ``clreq`` and ``jlreq`` are what is composed by. The
    level is nothing to ``unicode``.

    >>> break_opportunities("甲，乙～丙")
    Opportunities(may=(2, 4, 5), must=(5,))
    >>> break_opportunities("甲，乙～丙", "unicode")
    Opportunities(may=(2, 3, 4, 5), must=(5,))
    """
    if not text:
        return Opportunities((), ())
    codes = pair_codes(text, resolve(text), profile, kinsoku)
    may = [count for count, code in enumerate(codes, 1) if _may_end(code, profile, kinsoku)]
    must = [count for count in may if text[count - 1] in HARD_BREAKS and text[count - 1 : count + 1] != "\r\n"]
    return Opportunities((*may, len(text)), (*must, len(text)))


HARD_BREAKS = "\n\r\v\f\x85\u2028\u2029"
"""Characters after which a line must end (UAX #14, LB4 and LB5)."""


def _may_end(code: str, profile: Profile, kinsoku: Kinsoku) -> bool:
    """Whether a line may end at a gap of this code."""
    if code[-1] in (MAY_END, MAY_NOT_END, WHOLE):
        return code[-1] == MAY_END
    return may_break(code[0], code[1], kinsoku, profile)


_DASH_OF_WORDS = f"(?<=[{LETTERS}])–(?=[{LETTERS}])"
"""An en dash that joins words, after which a line may end; between numbers none may."""
_TIGHT_RUN = re.compile("[？！]{2,}")


class _Codes(dict[tuple[str, str], str]):
    """The codes of pairs of classes, each the same string always: there are few codes and many gaps."""

    def __missing__(self, pair: tuple[str, str]) -> str:
        code = self[pair] = intern(pair[0] + pair[1])
        return code


_CODES = _Codes()


def pair_codes(text: str, resolved: Resolved, profile: Profile, kinsoku: Kinsoku) -> list[str]:
    """The code of each gap of a text in the pair table (``pairs.PairTable``), one fewer than characters."""
    classes = resolved.classes
    if resolved.plain and profile == "clreq":
        codes = list(map(_CODES.__getitem__, pairwise(classes)))
        if "\u00a0" in text:
            _hold_beside_spaces(codes, text, kinsoku, profile)
    else:
        codes = _codes_by_uax14(text, resolved, profile, kinsoku)
    if profile != "unicode":
        keep_numbers_whole(codes, text, classes)
    if "–" in text:
        for dash in re.finditer(_DASH_OF_WORDS, text):
            codes[dash.start()] = codes[dash.start()][:2] + MAY_END
    if cc.STOP + cc.STOP in classes:
        for run in _TIGHT_RUN.finditer(text):
            start, end = run.span()
            for gap in range(start, min(end - (end - start) % 2, len(codes))):  # of three the last one keeps its em
                codes[gap] = codes[gap][:2] + TIGHT + codes[gap][2:]
    return codes


def _hold_beside_spaces(codes: list[str], text: str, kinsoku: Kinsoku, profile: Profile) -> None:
    """End no line beside a no-break space, which stands within a text (UAX #14, LB12)."""
    for gap in range(len(codes)):
        if "\u00a0" in text[gap : gap + 2] and may_break(*codes[gap], kinsoku, profile):
            codes[gap] += MAY_NOT_END


_MARKS = frozenset("".join(cc.MARKS.values())) - {" "}
_HINTS = frozenset("\u00a0\u00ad\u2007\u200b\u202f\u2060\ufeff" + HARD_BREAKS)
"""Characters whose say on the ends of lines no table of ours outdoes."""

_SETTLED = cc.SIGN + cc.WIDE_PREFIX + cc.WIDE_POSTFIX
"""Classes that context may give, whatever UAX #14 thinks of the character."""


class _Matter(NamedTuple):
    """What is known of a text to be broken, an entry a character.

    A character without a place of its own (``tied``: it combines, joins, or only says something) has the ``bases`` and
    ``ours`` of the one it belongs to. ``ours``: the pair table decides beside it; what is not ours may ``start`` or
    ``end`` a line beside a hanzi or not, by UAX #14, whose ``signs`` stand between the characters. ``opened``: it is an
    opening mark or a space after one.
    """

    text: str
    bases: list[str]
    tied: list[bool]
    ours: list[bool]
    start: list[bool]
    end: list[bool]
    opened: list[bool]
    signs: str


def _codes_by_uax14(text: str, resolved: Resolved, profile: Profile, kinsoku: Kinsoku) -> list[str]:
    """The codes of a text of which UAX #14 has to be asked: its say goes where none of our marks stands."""
    matter = _matter(text, resolved.classes, kinsoku in SMALL_KANA_MAY_START[profile].split())
    codes: list[str] = []
    for gap, sign in enumerate(matter.signs):
        before, after = matter.bases[gap], resolved.classes[gap + 1]
        if matter.tied[gap + 1]:
            after = cc.UNIT
        by_row = may_break(before, after, kinsoku, profile)
        starts = may_break(cc.HAN, after, kinsoku, profile)
        may = sign in _MAY if profile == "unicode" else _decided(matter, gap, by_row, starts)
        codes.append(before + after if may == by_row else before + after + _SIGN[may])
    if profile != "unicode":
        for start, end in resolved.addresses:
            ends = address_breaks(text[start:end])
            for count in range(1, end - start):
                codes[start + count - 1] = cc.WESTERN + cc.WESTERN + MAY_END * (count in ends)
    return codes


def _matter(text: str, classes: str, loose: bool) -> _Matter:
    """What is known of a text, character by character (the tables of UAX #14 are loaded here, when first needed)."""
    from huozi.paragraph.characters.uax14 import HANZI, MAY, TIED, actions, between, line_break_classes

    letters = line_break_classes(text, "ID" if loose else "NS")
    signs = actions(letters)
    tied = [name == cc.UNIT.lower() for name in cc.classes(text)]
    bases = list(classes)
    ours = [
        name in _SETTLED
        or (name == cc.CONNECTOR and character == "~")
        or (character in _MARKS and not (character in SHARED and name in cc.WORD[character == "’" :]))
        for character, name in zip(text, classes, strict=True)
    ]
    start = [
        mine or (between(HANZI, letter) == MAY and character != "—")  # in Latin form too it starts no line
        for mine, letter, character in zip(ours, letters, text, strict=True)
    ]
    end = [mine or between(letter, HANZI) == MAY for mine, letter in zip(ours, letters, strict=True)]
    opened = [name == cc.OPENING for name in classes]
    for index, sign in enumerate(signs, 1):
        opened[index] = opened[index] or (text[index] == " " and opened[index - 1])
        tied[index] = tied[index] or sign == TIED
        if tied[index]:
            bases[index], ours[index], end[index] = bases[index - 1], ours[index - 1], end[index - 1]
    return _Matter(text, bases, tied, ours, start, end, opened, signs)


def _is_western(character: str, name: str) -> bool:
    """Whether a mark that two writings share stands in Western text; an apostrophe is part of its word."""
    return character in SHARED and name in cc.WORD and not (character == "’" and name == cc.WESTERN)


_SIGN = {True: MAY_END, False: MAY_NOT_END}
_MAY = "÷!"


def _decided(matter: _Matter, gap: int, by_row: bool, starts: bool) -> bool:
    """Whether a line may end at a gap, where the row of the pair table says ``by_row``.

    ``starts``: what follows may start a line; a hint that stands before a comma by mistake is not followed.
    """
    text, by_annex = matter.text, matter.signs[gap] in _MAY
    if text[gap] in _HINTS or text[gap + 1] in _HINTS or matter.tied[gap + 1]:
        if text[gap] == ZERO_WIDTH_SPACE and matter.ours[gap + 1]:
            return starts
        return by_annex and text[gap] != SOFT_HYPHEN  # which is for hyphenation: it puts a hyphen there
    if text[gap] == " ":
        return not matter.opened[gap] and (by_row if matter.ours[gap + 1] else by_annex)
    if matter.ours[gap] or matter.ours[gap + 1]:
        return by_row and matter.end[gap] and matter.start[gap + 1]
    return by_annex and text[gap + 1] != "—"


ZERO_WIDTH_SPACE = "\u200b"
