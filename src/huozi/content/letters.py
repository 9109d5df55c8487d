"""Letter classes for the lint: a text as a string of one ASCII letter a character.

Patterns over a handful of letters compile in a twentieth of the time that the same patterns take over sets of
characters from all over Unicode, and only a paragraph in which something may be wrong is written so at all.
"""

from __future__ import annotations

from huozi.scripts import is_han

HAN = "HNFY"
"""Hanzi: any other, numerals (一 … 十, 〇), what stands before a number (图 1, 第 3 条), what behind one (年)."""

SMALL, CAPITAL, DIGIT = "alo", "AIO", "01"
"""Latin letters and digits; those that are taken for each other (l, I, O, o, 0) have a letter of their own."""

OPENING, CLOSING, STOP, FULL_STOP, COLON, CRY = "PB", "Cb", "S", "E", "K", "X"
"""Marks of Chinese text alone: brackets (those of titles, 《〈, apart), ，、；, 。, ：, ？！."""

OPENING_QUOTE, CLOSING_QUOTE, LONG = "G", "g", "D"
"""Marks of Chinese and Western text: “‘, ”’, …—."""

CHINESE = HAN + OPENING + CLOSING + STOP + FULL_STOP + COLON + CRY
FULL = CHINESE + OPENING_QUOTE + CLOSING_QUOTE + LONG
BEFORE = HAN + CLOSING
"""What tells before a mark that the text is Chinese."""

BEHIND = HAN + OPENING
"""What tells behind a mark that the text is Chinese."""

SPACES = " wW"
"""Spaces: U+0020, any other but the full-width one, U+3000."""

_ROWS: tuple[tuple[str, str], ...] = (
    ("N", "〇一二三四五六七八九十"),
    ("F", "图表式例注第附录款节章条题卷版"),
    ("Y", "年月日世岁元万亿人米吨倍亩号页届次天"),
    ("A", "ABCDEFGHJKLMNPQRSTUVWXYZ"),
    ("a", "abcdefghijkmnpqrstuvwxyz"),
    ("1", "123456789"),
    *((mark, mark) for mark in "IOlo0"),
    *((mark, mark) for mark in " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\n"),
    ("w", "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"),
    ("W", "\u3000"),
    ("P", "（【「『〔"),
    ("C", "）】」』〕"),
    ("B", "《〈"),
    ("b", "》〉"),
    ("G", "“‘"),
    ("g", "”’"),
    ("S", "，、；"),
    ("E", "。"),
    ("K", "："),
    ("X", "？！"),
    ("D", "…—"),
    ("U", "％‰℃"),
    ("p", "．"),
    ("m", "·・•‧"),
    ("d", "－–−─━―ー"),
    ("q", "０１２３４５６７８９"),
    ("z", "○◯ＯОΟоο"),
)
_OTHER = "x"


class _Letters(dict[int, str]):
    """The letter of each character by its number; whatever no row names is seen when it is first asked for."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = "H" if is_han(chr(code)) else _OTHER
        return letter


_LETTERS = _Letters((ord(character), letter) for letter, characters in _ROWS for character in characters)


def letters(text: str) -> str:
    """The letter of each character of a text; ``x`` for whatever no rule asks about.

    >>> letters("图3：GDP, 二〇年。")
    'F1KAAA, NNYE'
    """
    return text.translate(_LETTERS)
