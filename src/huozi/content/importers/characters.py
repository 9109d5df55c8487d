"""Classes of characters that importers ask about; no rule of composition lives here."""

from __future__ import annotations

import re
import unicodedata

from huozi.scripts import HAN, is_han

ANY_HAN = re.compile(f"[{HAN}]")
SPACES = " \t\u3000\u00a0\u2002\u2003\u2009\u202f"
OPENERS = "“‘（《【〈「『〔"
CLOSERS = "”’）》】〉」』〕"
STOPS = "，。、；：？！"
SENTENCE_ENDS = "。！？…!?"
HAN_MARKS = frozenset(OPENERS + CLOSERS + STOPS + "—…·～")
CURLY = "“”‘’"
UNITS = "%‰℃°％"  # after a number they stand for a word: a comma behind them is a Chinese one

_NOT_WORD = re.compile(r"[^\w]|_")
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def is_hanlike(character: str) -> bool:
    """Whether Chinese text runs here: Han or Chinese punctuation."""
    return character in HAN_MARKS or is_han(character)


def is_western(character: str) -> bool:
    """Whether this is a letter or digit of an alphabet."""
    return character.isalnum() and not is_han(character)


def is_unprintable(character: str) -> bool:
    """Whether neither YAML nor print can hold this: controls, surrogates, line separators, non-characters."""
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in "\ufffe\uffff"


def is_invisible(character: str) -> bool:
    """Whether this is a character without a form, such as a zero-width space."""
    return unicodedata.category(character) == "Cf"


def is_visible(character: str) -> bool:
    """Whether a reader sees this."""
    return not (character.isspace() or is_unprintable(character) or is_invisible(character))


def normalised(text: str) -> str:
    """A text as it is compared: letters, digits and Han alone, widths and case made one."""
    return _NOT_WORD.sub("", text.translate(_WIDTHS)).casefold()
