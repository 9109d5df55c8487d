"""Brackets and quotes: which have no partner, which point the wrong way, which are half-width in Chinese text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from huozi.content.letters import BEFORE, BEHIND, CAPITAL, DIGIT, HAN, SMALL
from huozi.records import NamedTuple

PAIRS = dict(zip("“‘（《〈【「『〔［｛([{", "”’）》〉】」』〕］｝)]}", strict=True))
OPENING_OF = {closing: opening for opening, closing in PAIRS.items()}
UNPAIRED = "mark-not-closed"
CURLY = "“”‘’"
_WIDE = dict(zip("()[]{}", "（）［］｛｝", strict=True))
_DEPTH = 4
_QUOTES = frozenset("“‘「『")
PAIR_MARKS = frozenset((*PAIRS, *OPENING_OF))
_MATCHED = tuple(opening + closing for opening, closing in PAIRS.items() if opening != "(")

_CONTRACTION = "’(?:[a-z]{1,2}|clock)(?![0-9A-Za-z])"
_NUMBER = r"(?:\A|[；;。，,：:、\s])[0-9A-Za-z①-⑳一二三四五六七八九十]{1,3}\Z"
_BOUND = r"[^()\[\]（）［］\u3400-\u9fff]{1,40}"
_INTERVAL = rf"[\[［]{_BOUND}[,，]{_BOUND}[)）]|[(（]{_BOUND}[,，]{_BOUND}[\]］]"
_WESTERN = CAPITAL + SMALL + DIGIT + ")]"


class Fault(NamedTuple):
    """What is wrong with a mark: its place in the text, the rule, the mark (of a pair both) and what it should be."""

    place: int
    rule: str
    mark: str
    better: str = ""


class _Pairing(NamedTuple):
    """The marks without a partner, in order, and the pairs (opening, closing) in which a half-width mark stands."""

    alone: list[int]
    half: list[tuple[int, int]]


class Sorter:
    """The marks of an article's texts, one text after the other: a quotation may run over several."""

    def __init__(self) -> None:
        self._owed: set[str] = set()  # opening marks that were reported: the one that closes is no further fault

    def restart(self) -> None:
        """Begin anew: at an article, at a heading."""
        self._owed.clear()

    def faults(self, text: str, marks: list[str], letters: str, following: str) -> list[Fault]:
        """The faults of a text.

        ``marks``: its marks in order, brackets and quotes among them; ``letters``: its letter classes (may be empty
        where no half-width mark is in it); ``following``: the text behind it.

        A quotation of several paragraphs opens each of them and closes the last alone (GB/T 15834, 4.8.3).
        """
        if not marks or ("(" not in marks and _is_balanced("".join(filter(PAIR_MARKS.__contains__, marks)))):
            return []
        pairing = _pair(re.sub(_INTERVAL, _blank, text))
        faults = list(_half_width(text, letters, pairing.half))
        alone = _meant(text, pairing.alone)
        return faults + self._named(text, _without_continued(text, alone, following.lstrip()))

    def _named(self, text: str, alone: list[int]) -> list[Fault]:
        """Two marks of a kind without a partner are one slip: the second looks the wrong way, or the first."""
        faults: list[Fault] = []
        rest = iter(enumerate(alone))
        for place, index in rest:
            mark = text[index]
            after = alone[place + 1] if place + 1 < len(alone) else None
            if after is not None and _kind(text[after]) == _kind(mark):
                next(rest)
                turned = after if mark in PAIRS else index
                faults.append(Fault(turned, "mark-turned", text[turned], _turned(text[turned])))
            elif mark in PAIRS:
                self._owed.add(mark)
                faults.append(Fault(index, UNPAIRED, mark))
            elif OPENING_OF[mark] in self._owed:
                self._owed.discard(OPENING_OF[mark])
            else:
                faults.append(Fault(index, UNPAIRED, mark))
        return faults


def _without_continued(text: str, alone: list[int], following: str) -> list[int]:
    """The marks without a partner, but for the last ones that the text behind it opens anew."""
    for count in range(min(len(alone), _DEPTH), 0, -1):
        opened = "".join(text[index] for index in alone[-count:])
        if set(opened) <= _QUOTES and following.startswith(opened):
            return alone[:-count]
    return alone


def _is_balanced(marks: str) -> bool:
    """Whether marks alone are pairs in pairs; of what is deeper than ``_DEPTH`` nothing is said."""
    for _ in range(_DEPTH):
        for matched in _MATCHED:
            marks = marks.replace(matched, "")
        if not marks:
            return True
    return False


def _kind(mark: str) -> str:
    """The opening mark of a pair, in full width."""
    opening = OPENING_OF.get(mark, mark)
    return _WIDE.get(opening, opening)


def _turned(mark: str) -> str:
    return PAIRS[mark] if mark in PAIRS else OPENING_OF[mark]


def _blank(found: re.Match[str]) -> str:
    return "\ufffc" * len(found.group())


def _pair(text: str) -> _Pairing:
    pairing = _Pairing([], [])
    open_marks: list[int] = []
    opened = Counter[str]()
    perhaps = -1  # the last apostrophe that may close a quotation
    for index, mark in enumerate(text):
        if mark not in PAIR_MARKS:
            continue
        kind = _kind(mark)
        if mark in PAIRS:
            open_marks.append(index)
            opened[kind] += 1
        elif mark in "{}" and not opened[kind]:
            continue  # reported where Markdown is read
        elif mark == "’" and _is_apostrophe(text, index):
            perhaps = perhaps if re.match(_CONTRACTION, text[index : index + 8]) else index
        elif opened[kind]:
            while _kind(text[open_marks[-1]]) != kind:
                opened[_kind(text[open_marks[-1]])] -= 1
                pairing.alone.append(open_marks.pop())
            opened[kind] -= 1
            start = open_marks.pop()
            if text[start] == "(" or (PAIRS[text[start]] != mark and mark not in "}｝"):
                pairing.half.append((start, index))
        else:
            pairing.alone.append(index)
    closed = next((index for index in reversed(open_marks) if text[index] == "‘" and index < perhaps), -1)
    pairing.alone.extend(index for index in open_marks if text[index] != "{" and index != closed)
    pairing.alone.sort()
    return pairing


def _is_apostrophe(text: str, index: int) -> bool:
    """Whether Latin letters stand on both sides, or a word begins with it behind a space: ’tis, rock ’n’ roll, ’98."""
    behind = text[index + 1 : index + 2]
    if text[index - 1 : index].isspace() and behind.isascii() and behind.isalnum():
        return True
    if text[max(index - 3, 0) : index] == " ’n":
        return True
    around = text[index - 1 : index] + text[index + 1 : index + 2]
    return len(around) == 2 and around.isascii() and around.isalpha()


def _meant(text: str, alone: list[int]) -> list[int]:
    """The marks without a partner that are not right so: 1) of a list, authors’, ’87."""
    return [index for index in alone if not _is_right_alone(text, index)]


def _is_right_alone(text: str, index: int) -> bool:
    before = text[max(index - 5, 0) : index]
    match text[index]:
        case ")" | "）":
            return re.search(_NUMBER, before if index < 6 else "\ufffc" + before) is not None
        case "’":
            year = text[index + 1 : index + 3]
            if not before[-1:].strip(" ") and year[:1].isascii() and year[:1].isalpha():
                return True  # ’n’
            return (before[-1:].isascii() and before[-1:].isalpha()) or (year.isdecimal() and len(year) == 2)
        case _:
            return False


def _half_width(text: str, letters: str, pairs: list[tuple[int, int]]) -> Iterator[Fault]:
    """Half-width marks whose partner is full-width; half-width parentheses around or beside Han.

    ``f(x)``, ``2020(2)``, 式(1) and a Western word with what explains it are Western text.
    """
    han = [index for index, letter in enumerate(letters) if letter in HAN] if pairs else []
    for start, end in pairs:
        if text[start] != "(" or text[end] != ")":
            index = start if text[start] in _WIDE else end
            yield Fault(index, "half-width-mark", text[index], _WIDE[text[index]])
            continue
        before, behind = letters[max(start - 1, 0) : start], letters[end + 1 : end + 2]
        western = letters[max(start - 2, 0) : start].rstrip(" ")[-1:]
        holds_han = bisect_right(han, start) < bisect_right(han, end)
        is_beside = (before and before in BEFORE) or (behind and behind in BEHIND)
        is_label = before == "F" and end - start < 5
        if holds_han or (is_beside and not is_label and not (western and western in _WESTERN)):
            yield Fault(start, "half-width-mark", "( )", "（ ）")
