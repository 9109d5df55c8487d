"""Classes of characters: what a character is to composition (CLREQ, "Line composition rules"; typography.md).

A class is one letter, so that a text's classes are a string: ``classes(text)``. Marks are listed by hand,
common letters by range; every other character of Unicode has the class that ``unicode_data`` gives it, as a *small*
letter: it says that the pair table alone does not know where a line may end beside it (``opportunities``). Context (a
dash that is half of ——, a full stop inside a number) is settled in ``context``.
"""

from __future__ import annotations

from huozi.scripts import HAN_BLOCKS

HAN = "H"
"""Hanzi, kana, and whatever else stands in a full em of its own (full-width letters, enclosed numbers, symbols)."""
OPENING = "O"
CLOSING = "C"
PAUSE = "P"
STOP = "S"
CENTRED = "M"
"""A pause or stop mark whose face stands it in the middle of its em, as Traditional Chinese has them: it has no blank
half to give (CLREQ, "Positions of punctuation marks"). No character is of it: the glyph decides."""
INTERPUNCT = "I"
CONNECTOR = "N"
SOLIDUS = "L"
DASH = "D"
"""—— and ⸺, …… : two ems, never split. ``DASH`` is the first character of such a unit."""
UNIT = "U"
"""What is part of the character before it: the rest of such a unit, and what has no place of its own (marks that
combine with a hanzi, joiners, variation selectors, hints)."""
WESTERN = "W"
"""Letters, digits and what belongs to a Western word: a word is never split but where hyphenation says so."""
WESTERN_OPENING = "Q"
WESTERN_CLOSING = "R"
"""Half-width brackets and marks: they cling to a word as in Western setting and take no gap."""
PREFIX = "F"
POSTFIX = "X"
WIDE_PREFIX = "Z"
WIDE_POSTFIX = "Y"
"""Prefixes and suffixes of numbers that are one em wide (￥ ％ ℃): no Han–Latin gap beside them."""
SPACE = "B"
EM_SPACE = "E"
"""A space between Han: content, one em wide."""
SIGN = "G"
"""Signs that stand between two things (＝ ≠ ≤ ＋ → ∥ ∈): no line begins with one, for a formula is parted after its
signs (GB 3102.11, 3.2), and there is no Han–Latin gap on either side (≤5, 1∶2). A sign that stands before what it is
of (∠ √ ∵) is a ``WIDE_PREFIX``."""

WORD = WESTERN + WESTERN_OPENING + WESTERN_CLOSING
"""What Western words are made of."""
WESTERN_TEXT = WORD + PREFIX + POSTFIX
"""Western words, and numbers with their signs."""
ALL = HAN + OPENING + CLOSING + PAUSE + STOP + INTERPUNCT + CONNECTOR + SOLIDUS + DASH + UNIT
ALL += WESTERN_TEXT + WIDE_PREFIX + WIDE_POSTFIX + SPACE + EM_SPACE
ALL += SIGN + CENTRED

_SIGNS = "＋＜＝＞﹢﹤﹥﹦" + "".join(
    map(chr, (*range(0x2190, 0x2200), *range(0x2200, 0x2300), *range(0x27F5, 0x2800)))
)
_BEFORE_THEIR_THING = "∀∁∂∃∄∆∇∏∐∑√∛∜∟∠∡∢∫∬∭∮∯∰∱∲∳∴∵⊙⊾⊿"
_NO_SIGNS = "−∓∙⋅∅∎"
"""The blocks of arrows and of mathematical operators, without those that are of another kind: signs of numbers, points,
the empty set."""

MARKS: dict[str, str] = {
    OPENING: "（《「『“‘【〔〈［｛〖｟〘〚〝",
    CLOSING: "）》」』”’】〕〉］｝〗｠〙〛〞〟",
    PAUSE: "、，：；﹐﹑﹔﹕",
    STOP: "。？！‼⁇⁈⁉．﹒﹖﹗",
    INTERPUNCT: "·・‧•∙⋅",
    CONNECTOR: "–—―～〜-‐－﹘﹣",
    SOLIDUS: "／/",
    DASH: "⸺⸻…",
    WESTERN_OPENING: "([{",
    WESTERN_CLOSING: ")]},.;:!?",
    PREFIX: "¥$€£#+−±",
    POSTFIX: "%‰°′″‱¢",
    WIDE_PREFIX: "￥＃＄￡№" + _BEFORE_THEIR_THING,
    WIDE_POSTFIX: "％℃℉￠" + "".join(map(chr, (*range(0x3371, 0x337B), *range(0x3380, 0x33E0), 0x33FF))),
    SPACE: " ",
    EM_SPACE: "\u3000",
    SIGN: "".join(mark for mark in _SIGNS if mark not in _BEFORE_THEIR_THING + _NO_SIGNS),
}

PLAIN = "&*<=>@^_`~"
"""Signs of ASCII that are as a letter to a line's end; the others not listed above are for UAX #14 to decide."""

COMMON_RANGES = (
    (*HAN_BLOCKS[0], HAN),
    (0x61, 0x7A, WESTERN),
    (0x30, 0x39, WESTERN),
    (0x41, 0x5A, WESTERN),
    *((first, last, HAN) for first, last in HAN_BLOCKS[1:]),
    (0xFF10, 0xFF19, HAN),
    (0xFF21, 0xFF3A, HAN),
    (0xFF41, 0xFF5A, HAN),
    (0xC0, 0xD6, WESTERN),
    (0xD8, 0xF6, WESTERN),
    (0xF8, 0x24F, WESTERN),
    (0x391, 0x3A1, WESTERN),
    (0x3A3, 0x3CE, WESTERN),
    (0x400, 0x481, WESTERN),
)
"""Code points, both ends included, that are plain hanzi or letters: a line may end between two of them as their
classes say, and nothing else is asked."""

IGNORED_RANGES = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0001, 0xE0001),
    (0xE0020, 0xE007F),
    (0xE0100, 0xE01EF),
)
"""Characters that draw nothing and need no glyph (Default_Ignorable_Code_Point of Unicode 15.0, those assigned):
joiners, variation selectors, hints for breaking, directions of writing."""

BLANKS = {
    "\u1680": 250,
    "\u2000": 500,
    "\u2001": 1000,
    "\u2002": 500,
    "\u2003": 1000,
    "\u2004": 333,
    "\u2005": 250,
    "\u2006": 167,
    "\u2007": 500,
    "\u2008": 250,
    "\u2009": 200,
    "\u200a": 100,
    "\u202f": 200,
    "\u205f": 222,
}
"""Spaces of a width of their own, in thousandths of an em (The Unicode Standard 15.0, table 6-2)."""


class _Classes(dict[str, str]):
    """Class by character; what is not listed is looked up once a character."""

    def __missing__(self, character: str) -> str:
        code = ord(character)
        letter = next((name for first, last, name in COMMON_RANGES if first <= code <= last), "")
        if not letter:
            from huozi.paragraph.characters.unicode_runs import composition_letter

            letter = composition_letter(code).lower()
        self[character] = letter
        return letter


CLASSES = _Classes((mark, name) for name, marks in (MARKS | {WESTERN: PLAIN}).items() for mark in marks)
CLASSES["\u00a0"] = SPACE.lower()  # of a space, with no end of a line beside it


def classes(text: str) -> str:
    """The classes of a text's characters, a letter each; small where UAX #14 is to be asked for the ends of lines.

    >>> classes("活字，A（1）")
    'HHPWOWC'
    >>> classes("字\u2060字，は")
    'HuHPh'
    """
    return "".join(map(CLASSES.__getitem__, text))  # twice as quick as str.translate


def draws_nothing(character: str) -> bool:
    """Whether a character is there to be heeded and not seen: it needs no glyph and has no width."""
    return any(first <= ord(character) <= last for first, last in IGNORED_RANGES)
