"""Asterisks and underscores that are text: signs of formulas, sizes and names, and pairs that might be either.

What is a sign for every reader is left alone without a word. A pair that might be an emphasis or signs of the text
(长*宽*高) is text too, and its author is asked.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from huozi.records import NamedTuple
from huozi.scripts import is_han

OBJECT = "\ufffc"
"""Stands in a line for what is no text: code, a link, the call of a note."""

OPENING = frozenset("（《〈【「『〔［｛“‘([{<＜￥＃")
CLOSING = frozenset("）》〉】」』〕］｝”’)]}>＞，。、；：？！,;:?!%％‰°′″℃")
_CLAUSE = frozenset("，。；？！、,;\n")
_LIST = frozenset("，、；,;")
_EQUALS = frozenset("=＝≈≠≤≥")


class Kind(Enum):
    """What a character is to a mark beside it."""

    SPACE = "space"
    HAN = "han"
    DIGIT = "digit"
    LETTER = "letter"
    OBJECT = "object"
    OPENING = "opening"
    CLOSING = "closing"
    SIGN = "sign"

    @property
    def is_letter(self) -> bool:
        """Whether CommonMark takes it for part of a word."""
        return self in _LETTERS


_WESTERN = (Kind.DIGIT, Kind.LETTER)
_LETTERS = frozenset({Kind.HAN, Kind.DIGIT, Kind.LETTER, Kind.OBJECT})


@lru_cache(maxsize=2048)
def kind_of(character: str) -> Kind:
    """The kind of a character; where a text begins or ends (the empty string) stands a space."""
    if not character or character.isspace():
        return Kind.SPACE
    if character == OBJECT:
        return Kind.OBJECT
    if character.isdecimal():
        return Kind.DIGIT
    if character.isalnum():
        return Kind.HAN if character >= "\u2e80" or "\u2460" <= character < "\u2500" else Kind.LETTER  # ① as a hanzi
    if character in OPENING:
        return Kind.OPENING
    return Kind.CLOSING if character in CLOSING else Kind.SIGN


# ------------------------------------------------------------------ signs

_REACH = 24
"""Characters on each side that are looked at."""

_GREEK = r"\u0370-\u03ff"
_LATIN = "A-Za-z" + _GREEK
_ENDS_FACTOR = (
    rf"(?:[0-9０-９]|(?<![A-Za-z])[A-Za-z]|(?<![{_GREEK}])[{_GREEK}]|[0-9][{_LATIN}]{{1,3}}"
    r"|[)\]}%％°′″℃²³¹⁰⁴-⁹₀-₉])\Z"
)
"""What stands before the sign of a product: a number with its unit, a variable, a bracket that closes."""

_BEGINS_FACTOR = rf"[0-9０-９]|[A-Za-z](?![A-Za-z])|[{_GREEK}](?![{_GREEK}])|[(\[{{√￥$¥]|[-−+±][0-9]"
_WITH_UNIT = r"[0-9０-９] ?[^\W0-9A-Za-z_]{1,2}\Z"
_NUMBER_NAMED = r"(?: ?|[^\W0-9A-Za-z_])[0-9０-９]"
_MEASURE = r"[^\W0-9A-Za-z_]{0,2}[0-9０-９]"
_IN_QUOTES = frozenset(("“”", "‘’", "（）", "()", "「」", "『』", "[]", "［］", "《》", "【】", '""', "''"))


def is_sign(line: str, place: int, marks: str) -> bool:
    """Whether marks at a place of a line are text for every reader: 3*4, x**2, 138****5678, “*”, *.txt, file_name."""
    end = place + len(marks)
    left, right = line[place - 1 : place], line[end : end + 1]
    is_before_number = line[end + 1 : end + 2].isdecimal() or line[end + 2 : end + 3].isdecimal()
    if "\u4e00" <= left <= "\u9fff" and "\u4e00" <= right <= "\u9fff" and not is_before_number:
        return False  # as nearly all are
    before, behind = line[max(place - _REACH, 0) : place], line[end : end + _REACH]
    beside = before[-1:] + behind[:1]
    if not (before and behind):
        return False
    is_in_word = beside.isascii() and beside.isalnum()
    if marks[0] == "_" or len(marks) > 2:
        return is_in_word and (marks[0] == "_" or not beside.isalpha())
    if beside in _IN_QUOTES or beside == "//":
        return True
    if marks == "**":
        return is_in_word and _is_product(before, behind)
    is_in_path = "/" in beside and beside.isascii()
    is_suffix_behind = behind[0] == "." and behind[1:2].isalpha() and behind[1:2].isascii()
    is_at_span = ends_span(line, place) or begins_span(line, end)
    return is_in_path or is_suffix_behind or (_is_product(before, behind) and not is_at_span)


def _is_product(before: str, behind: str) -> bool:
    """Whether factors stand on both sides: numbers, variables, brackets, numbers with a unit (5米*3米, 长5*宽3)."""
    if re.match(_MEASURE, behind) and re.search(_WITH_UNIT, before):
        return True
    if re.match(_NUMBER_NAMED, behind) and before.rstrip(" ")[-1:].isdecimal():
        return True
    return re.match(_BEGINS_FACTOR, behind) is not None and re.search(_ENDS_FACTOR, before) is not None


_ENDS_SPAN = r"(?:\]\{[^{}|]{1,60}|\{[^\x00-\x7f][^{}|]{0,40}\|[^{}|]{1,60})\}\Z"
_BEGINS_SPAN = r"\[(?:[^\[\]]|\[[^\[\]]{0,40}\]){1,80}\]\{|\{[^\x00-\x7f][^{}|]{0,40}\|"
"""What a span and a reading look like: no factors, though they begin and end with brackets."""


def ends_span(line: str, place: int) -> bool:
    """Whether a span or a reading ends at a place: ``[甲]{.name}``, ``{甲|jiǎ}``."""
    return line[place - 1 : place] == "}" and re.search(_ENDS_SPAN, line[max(place - 104, 0) : place]) is not None


def begins_span(line: str, place: int) -> bool:
    """Whether a span or a reading begins at a place."""
    return line[place : place + 1] in ("[", "{") and re.compile(_BEGINS_SPAN).match(line, place) is not None


# ------------------------------------------------------------------ pairs that might be signs

_FORMULA = 200
_OPERAND = r"[^\s，。；：？！、“”‘’《》,;!?]*"
_MEASURES = frozenset("长宽高厚深径边底")
_SIGN_NAMED = frozenset("带标打加注有用以"), frozenset("的者号表为是处")
_WORD = r"[A-Za-z_][0-9A-Za-z_]*"
_NUMBER = r"[0-9０-９]+(?:[.．][0-9０-９]+)?"
_DECIMAL = r"[0-9]\.[0-9]{1,6}\Z"


class _Sides(NamedTuple):
    """The characters at the four sides of a pair of marks, from left to right, and what stands between the marks.

    Marks beside the marks are passed over.
    """

    left: str
    first: str
    last: str
    right: str
    inside: str

    @property
    def kinds(self) -> tuple[Kind, Kind, Kind, Kind]:
        """What they are."""
        return kind_of(self.left), kind_of(self.first), kind_of(self.last), kind_of(self.right)


def is_doubtful(line: str, opening: int, closing: int, marks: str) -> bool:
    """Whether a pair at two places of a line might be an emphasis or signs of the text."""
    first, last = line[opening + len(marks)], line[closing - 1]
    if marks == "**" and not (
        last.isdecimal() or last in _LIST or first in CLOSING or "***" in line[max(opening - 2, 0) : opening + 4]
    ):
        return False  # as nearly all are
    inside = line[opening + len(marks) : closing]
    end = closing + len(marks)
    mark = marks[0]
    before, behind = line[max(opening - _REACH, 0) : opening].rstrip(mark), line[end : end + _REACH].lstrip(mark)
    sides = _Sides(before[-1:], inside.lstrip(mark)[:1], inside.rstrip(mark)[-1:], behind[:1], inside)
    if _are_hidden(line, opening, closing, sides) or (sides.first in CLOSING and len(inside) > 1):
        return True
    match marks:
        case "*":
            return _may_be_signs(line, opening, end, sides)
        case "**":
            return _are_stars_of_numbers(line, opening, closing, sides) or _are_stars_of_items(sides)
        case _:
            return _may_be_blanks(line, marks, sides)


def _are_hidden(line: str, opening: int, closing: int, sides: _Sides) -> bool:
    """Whether the marks may stand for letters: f***ed and s***d."""
    letters = sides.left + sides.first + sides.last + sides.right
    return (
        len(letters) == len("abcd")
        and letters.isascii()
        and letters.isalpha()
        and "***" in line[max(opening - 2, 0) : opening + 4]
        and "***" in line[max(closing - 2, 0) : closing + 4]
    )


def _may_be_signs(line: str, start: int, end: int, sides: _Sides) -> bool:
    """Products, stars at numbers and names, stars that are spoken of."""
    left, first, last, right = sides.kinds
    if sides.left == sides.right == "/":
        return True
    if sides.last in _LIST and not left.is_letter and right.is_letter:
        return True  # *甲、*乙
    if first is Kind.HAN and right not in _WESTERN and _is_value(line, start, left) and _is_value(line, end - 1, last):
        return True  # 5*店和4*店
    if not all(kind.is_letter for kind in (left, first, last, right)):
        return False
    before, behind = _SIGN_NAMED
    return (
        Kind.DIGIT in (left, right)
        or re.fullmatch(_NUMBER, sides.inside) is not None
        or left is first is last is right is Kind.LETTER
        or not _CLAUSE.isdisjoint(sides.inside)
        or ({sides.left, sides.last} <= before and {sides.first, sides.right} <= behind)
        or {sides.left, sides.last, sides.first, sides.right} <= _MEASURES
        or not _EQUALS.isdisjoint(_formula_around(line, start, end))
    )


def _is_value(line: str, end: int, kind: Kind) -> bool:
    """Whether a number or a single letter ends at a place."""
    is_letter = kind is Kind.LETTER and kind_of(line[max(end - 2, 0) : end - 1]) is not Kind.LETTER
    return kind is Kind.DIGIT or is_letter


def _formula_around(line: str, start: int, end: int) -> str:
    """What stands on both sides of a stretch without a space or a stop."""
    before = re.match(_OPERAND, line[max(start - _FORMULA, 0) : start][::-1])
    behind = re.match(_OPERAND, line[end : end + _FORMULA])
    return (before[0] if before else "") + (behind[0] if behind else "")


def _are_stars_of_numbers(line: str, opening: int, closing: int, sides: _Sides) -> bool:
    """Stars that say how sure a number is: 0.35**和0.41**."""
    _, first, _, right = sides.kinds
    if Kind.DIGIT in (first, right):
        return False
    return all(re.search(_DECIMAL, line[max(place - _REACH, 0) : place]) for place in (opening, closing))


def _are_stars_of_items(sides: _Sides) -> bool:
    """Stars at the beginnings of items that begin alike: **p<0.01，***p<0.001."""
    left, _, _, _ = sides.kinds
    return sides.last in _LIST and not left.is_letter and sides.first == sides.right


def _may_be_blanks(line: str, marks: str, sides: _Sides) -> bool:
    """Underscores that are blanks of a form, or part of an identifier."""
    left, _, _, right = sides.kinds
    is_beside_word = left.is_letter, right.is_letter
    if re.fullmatch(_WORD, sides.inside) and (
        any(is_beside_word) or "_" in sides.inside or (len(marks) == len("__") and sides.inside.islower())
    ):
        return any(map(is_han, line))
    if not all(is_beside_word):
        return False
    return len(marks) == 1 or len(sides.inside) == 1 or not _CLAUSE.isdisjoint(sides.inside) or _are_alike(sides)


def _are_alike(sides: _Sides) -> bool:
    """Whether the same character stands before both marks, or behind both: 第__页共__页."""
    return sides.left == sides.last or sides.first == sides.right
