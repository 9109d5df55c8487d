"""Apostrophes that open a word, and dots and dashes that end a sentence: marks whose writing no neighbour tells alone.

An ellipsis at a paragraph's end, before a closing quote or bracket, or at a sentence's beginning has Western text on
one side at most: it is Western where its sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from huozi.scripts import HAN, LETTERS, is_han, is_letter

_APOSTROPHE = r"’(?=[0-9]{2}(?![0-9])|[A-Za-z])"
"""Before two digits a year is shortened (’98), before a letter a word (’em)."""
_OPENS_A_WORD = " \u00a0\u3000“‘([（—"
"""What stands before a word: a quote that closes stands behind none of it."""


_LONGEST_QUOTATION = 400


def apostrophes(text: str) -> Iterator[int]:
    """The places of the ’ that open a year or a word, and close no quotation.

    >>> list(apostrophes("收着’87年的票，‘好’字")), list(apostrophes("the ’90s"))
    ([2], [4])
    """
    for found in re.finditer(_APOSTROPHE, text):
        at = found.start()
        opens = not at or text[at - 1] in _OPENS_A_WORD
        if opens or (text[at + 1].isdigit() and not text[at - 1].isascii() and not _closes(text, at)):
            yield at


def _closes(text: str, at: int) -> bool:
    """Whether a ’ closes a quotation: one is open, and no other ’ closes it before the next is opened."""
    opened = text.rfind("‘", max(at - _LONGEST_QUOTATION, 0), at)
    if opened < 0 or "’" in text[opened:at]:
        return False
    closing = text.find("’", at + 1, at + _LONGEST_QUOTATION)
    following = text.find("‘", at + 1, at + _LONGEST_QUOTATION)
    return closing < 0 or 0 <= following < closing


_DOTS = "…{1,2}(?!…)|(?<!—)—(?!—)|–"
_LONGEST_SENTENCE = 200
"""How many characters on either side of a mark are looked through."""
_STOPS = "。！？；：\n"
_OPENING, _CLOSING = "（(“‘「『《【[", "）)”’」』》】]"
_BRACKETED = r"[（(“‘「『《【\[][^（(“‘「『《【\[）)”’」』》】\]]*[）)”’」』》】\]]"
_WORD_OF = f"[{LETTERS}]+"
_HAN_RUN = f"[{HAN}]+"
_HAN_MARKS = re.compile("[、，：；《》]")


def western_dots(text: str) -> Iterator[tuple[int, int]]:
    """The … …… — and – that end, begin or stand in a Western sentence: first place and end.

    >>> list(western_dots("ships, fairs and more…")), list(western_dots("他说OK…"))
    ([(21, 22)], [])
    """
    for found in re.finditer(_DOTS, text):
        start, end = found.span()
        if end - start < 2 and text[max(start - 1, 0) : start] == "…":
            continue
        if text[start] == "–" and not (_is_of_word(text[start - 1 : start]) and _is_of_word(text[end : end + 1])):
            continue
        before, after = text[max(start - _LONGEST_SENTENCE, 0) : start], text[end : end + _LONGEST_SENTENCE]
        left, right = before.rstrip(" ”’)")[-1:], after.lstrip(" ")[:1]
        if after[:1] == " " and is_han(right):
            right, after = "", ""  # a space parts the sentence from Chinese text
        if not _may_be_western(text[start], left, right):
            continue
        if _is_western_sentence(f"{_last_part(before)} {_first_part(after)}", text):
            yield start, end


def _may_be_western(mark: str, left: str, right: str) -> bool:
    """Whether Western text stands on one side of a mark, and on the other too or none; a dash ends what it stands in.

    A dash between words is another rule's (GB/T 15834—2011 has the Chinese one).
    """
    if mark == "—":
        return _is_western(left) and _is_edge(right)
    if mark == "–":
        return _is_western(left) and _is_western(right)
    return (_is_western(left) and (_is_western(right) or _is_edge(right))) or (_is_edge(left) and _is_western(right))


def _is_western(character: str) -> bool:
    return character != "" and (is_letter(character) or character in "0123456789,.!?;:")


def _is_of_word(character: str) -> bool:
    return character == " " or is_letter(character)


def _is_edge(character: str) -> bool:
    return character == "" or character in _OPENING + _CLOSING + _STOPS


def _last_part(before: str) -> str:
    """What of a sentence stands before a mark: from the last stop on, or from a bracket that is still open."""
    depth = 0
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _CLOSING:
            depth += 1
        elif before[at] in _OPENING:
            depth -= 1
        if depth < 0 or (not depth and before[at] in _STOPS):
            return before[at + 1 :]
    return before


def _first_part(after: str) -> str:
    """What of a sentence stands behind a mark."""
    depth = 0
    for at, each in enumerate(after):
        if each in _OPENING:
            depth += 1
        elif each in _CLOSING:
            depth -= 1
        if depth < 0 or (not depth and each in _STOPS):
            return after[:at]
    return after


def _is_western_sentence(sentence: str, text: str) -> bool:
    """Whether a sentence is Western: it begins with a Western word, and hanzi stand in it as words do, or in brackets.

    A single word may be Chinese text (OK…), unless there is no hanzi at all.
    """
    own = re.sub(_BRACKETED, " ", sentence)
    words = re.findall(_WORD_OF, own)
    if not any(len(word) > 1 for word in words) or _HAN_MARKS.search(own):
        return False
    if len(words) == 1:
        return re.search(_HAN_RUN, text) is None
    runs = re.findall(_HAN_RUN, own)
    begins = re.match(f"[^{HAN}]*?[{LETTERS}]", own) is not None
    return begins and 2 * len(runs) < len(words) and re.search(f"[{HAN}][{LETTERS}]|[{LETTERS}][{HAN}]", own) is None
