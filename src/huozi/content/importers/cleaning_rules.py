"""The rules that put right what OCR did to a passage: each a pure function from the text as it stands to changes.

A rule sees the text that the rules before it left. It never guesses words: punctuation, spaces and marks alone. What a
rule may not touch (numbers such as 3,000 and 12.5, times, addresses) is said where the rule is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import TypeAlias

from huozi.content.importers.characters import (
    CURLY,
    HAN_MARKS,
    SPACES,
    UNITS,
    is_hanlike,
    is_invisible,
    is_unprintable,
    is_western,
)
from huozi.records import NamedTuple
from huozi.scripts import is_han


class Change(NamedTuple):
    """``text[start:end]`` becomes ``output``, for a reason of ``REASONS``."""

    start: int
    end: int
    output: str
    reason: str


Rule: TypeAlias = Callable[[str], Iterator[Change]]

FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
BRACKETS = {"(": "（", ")": "）"}
DASHES = {"―": "—", "─": "—"}
QUOTES = (('"', "“", "”"), ("'", "‘", "’"))
ENTITIES = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&nbsp;": " ",
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&middot;": "·",
    "&mdash;": "—",
    "&hellip;": "…",
}

ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII | re.IGNORECASE)
_ADDRESS_TAIL = ".,;:!?)\"'>*"
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[!-;=?-~]+|[\w.+-]+@[\w.-]+)>", re.ASCII | re.IGNORECASE)
_ROOT = re.compile(r"https?://[^/]+/", re.ASCII | re.IGNORECASE)
_ENTITY = re.compile("|".join(map(re.escape, ENTITIES)))
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_WIDE = re.compile(
    "[０-９Ａ-Ｚａ-ｚ]|(?<=[0-9０-９])．(?=[0-9０-９])|(?<=[０-９])：(?=[０-９])"
    "|(?<=[０-９])(?<![０-９]{4})，(?=[０-９]{3}(?![０-９]))"
)
_DOTS = re.compile(r"\.{3,}|。{3,}")
_HYPHENS = re.compile(r"-{2,}")
_TAG = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_STARS = re.compile(r"\*{2,}")
_WRAPPED = re.compile(r"(__)[^_].*[^_](__)", re.DOTALL)
_SPACE_RUN = re.compile(f"[{SPACES}]+")
MAX_NUMERAL = 6
_NUMERAL = re.compile("[一二三四五六七八九十百]+")


def before(text: str, position: int) -> str:
    """The nearest character to the left that is neither space nor a mark of strong text; empty where there is none."""
    while position > 0 and (text[position - 1] in SPACES or text[position - 1] == "*"):
        position -= 1
    return text[position - 1] if position else ""


def after(text: str, position: int) -> str:
    """The nearest character from ``position`` to the right that is neither space nor a mark of strong text."""
    while position < len(text) and (text[position] in SPACES or text[position] == "*"):
        position += 1
    return text[position] if position < len(text) else ""


def addresses(text: str) -> frozenset[int]:
    """The positions inside web and mail addresses, which keep their half-width marks."""
    inside: set[int] = set()
    for match in ADDRESS.finditer(text):
        inside |= set(range(match.start(), match.start() + len(match[0].rstrip(_ADDRESS_TAIL))))
    return frozenset(inside)


def drop_unprintable(text: str) -> Iterator[Change]:
    """Control characters and characters without a form go: neither YAML nor print can hold them."""
    for i, character in enumerate(text):
        if is_unprintable(character) and character != "\t":
            yield Change(i, i + 1, "", "control")
        elif is_invisible(character):
            yield Change(i, i + 1, "", "invisible")


def drop_marks(text: str) -> Iterator[Change]:
    """Bold marks go: the rank of a title or heading says how it looks."""
    for match in (*_STARS.finditer(text), *_TAG.finditer(text)):
        yield Change(match.start(), match.end(), "", "bold-mark")
    if wrapped := _WRAPPED.fullmatch(text):
        for group in (1, 2):
            yield Change(wrapped.start(group), wrapped.end(group), "", "bold-mark")


def trim(text: str) -> Iterator[Change]:
    """Spaces at a passage's ends go."""
    for start, end in ((0, len(text) - len(text.lstrip(SPACES))), (len(text.rstrip(SPACES)), len(text))):
        for i in range(start, end):
            yield Change(i, i + 1, "", "indent" if start == 0 else "trailing-space")


def read_escapes(text: str) -> Iterator[Change]:
    """Entities and backslashes of the markup become what they stand for."""
    for match in _ENTITY.finditer(text):
        yield Change(match.start(), match.end(), ENTITIES[match[0]], "entity")
    for match in _ESCAPE.finditer(text):
        yield Change(match.start(), match.end(), "", "escape")


def read_tags(text: str) -> Iterator[Change]:
    """Tags of bold text become Markdown's marks of strong text."""
    for match in _TAG.finditer(text):
        yield Change(match.start(), match.end(), "**", "strong-tag")


def narrow_letters(text: str) -> Iterator[Change]:
    """Full-width digits and letters become half-width, and a number's marks with them: a line of type sets them so.

    A comma between numbers that is no mark of thousands is the sentence's.
    """
    for match in _WIDE.finditer(text):
        yield Change(match.start(), match.end(), chr(ord(match[0]) - 0xFEE0), "full-width-letter")


def open_autolinks(text: str) -> Iterator[Change]:
    """The angle brackets of an address go; so does the slash of an address that has no path."""
    for match in _AUTOLINK.finditer(text):
        yield Change(match.start(), match.start() + 1, "", "autolink")
        if _ROOT.fullmatch(match[1]):
            yield Change(match.end(1) - 1, match.end(1), "", "url-slash")
        yield Change(match.end() - 1, match.end(), "", "autolink")


def set_dots(text: str) -> Iterator[Change]:
    """Three full stops or more beside Han become the Chinese ellipsis."""
    for match in _DOTS.finditer(text):
        if is_hanlike(before(text, match.start())) or is_hanlike(after(text, match.end())):
            yield Change(match.start(), match.end(), "……", "ellipsis")


def set_dashes(text: str) -> Iterator[Change]:
    """Hyphens in a row between Han, and lines that look like a dash, become the Chinese dash."""
    for match in _HYPHENS.finditer(text):
        sides = before(text, match.start()), after(text, match.end())
        if any(sides) and all(is_hanlike(side) or not side for side in sides):
            yield Change(match.start(), match.end(), "——", "dash")
    for i, character in enumerate(text):
        if character in DASHES:
            yield Change(i, i + 1, DASHES[character], "dash")


def curl_quotes(text: str) -> Iterator[Change]:
    """Straight quotation marks become curly by pairing, beside those that are; where they don't pair they stay."""
    for straight, opening, closing in QUOTES:
        changes: list[Change] = []
        inside = False
        for i, character in enumerate(text):
            if character in (opening, closing):
                inside = character == opening
            elif character == straight and not (straight == "'" and _is_apostrophe(text, i)):
                changes.append(Change(i, i + 1, closing if inside else opening, "quote"))
                inside = not inside
        if not inside:
            yield from changes


def _is_apostrophe(text: str, position: int) -> bool:
    left, right = text[position - 1 : position], text[position + 1 : position + 2]
    return is_western(left) and (is_western(right) or left.isdigit())


def widen_brackets(text: str) -> Iterator[Change]:
    """Half-width brackets beside Han or around it become full-width, both of a pair alike."""
    kept = addresses(text)
    waiting: list[int] = []
    hans = list(accumulate(map(is_han, text), initial=0))
    for i, character in enumerate(text):
        if i in kept:
            continue
        if character in "(（":
            waiting.append(i)
        elif character in ")）":
            start = waiting.pop() if waiting else i
            if hans[i] > hans[start] or _is_beside_han(text, start, i):
                pair = (k for k in sorted({start, i}) if text[k] in BRACKETS)
                yield from (Change(k, k + 1, BRACKETS[text[k]], "bracket") for k in pair)
    for i in waiting:
        if text[i] in BRACKETS and _is_beside_han(text, i, i):
            yield Change(i, i + 1, BRACKETS[text[i]], "bracket")


def _is_beside_han(text: str, start: int, end: int) -> bool:
    """Whether a pair of brackets stands beside Han, or one of the pair is full-width already."""
    is_wide = text[start] == "（" or text[end] == "）"
    return is_wide or is_hanlike(before(text, start)) or is_hanlike(after(text, end + 1))


def widen_points(text: str) -> Iterator[Change]:
    """Half-width marks beside Han become full-width; those within numbers, times and addresses stay."""
    kept = addresses(text)
    for i, character in enumerate(text):
        if i in kept or (character not in FULL_WIDTH and character != "."):
            continue
        left, right = before(text, i), after(text, i + 1)
        if character == "." and _is_full_stop(text, i, left, right):
            yield Change(i, i + 1, "。", "half-width")
        elif character != "." and _is_chinese_point(left, right):
            yield Change(i, i + 1, FULL_WIDTH[character], "half-width")


def _is_chinese_point(left: str, right: str) -> bool:
    return left != "" and (is_hanlike(left) or is_hanlike(right) or left in UNITS or not right)


def _is_full_stop(text: str, position: int, left: str, right: str) -> bool:
    if position <= MAX_NUMERAL and _NUMERAL.fullmatch(text[:position].strip(SPACES)):
        return False  # 一. is a number, not a sentence
    if text[position - 1 : position] == "." or text[position + 1 : position + 2] == ".":
        return False
    if not right:
        return left != ""
    return (is_hanlike(left) or left in UNITS) and left != "" and is_hanlike(right)


def body_spaces(text: str) -> Iterator[Change]:
    """Typed spaces of a body go, but between western words: the layout sets the gap between Han and Latin."""
    return _spaces(text, _body_space)


def heading_spaces(text: str) -> Iterator[Change]:
    """Typed spaces of a heading go as in a body, but between two Chinese phrases, where a space is content."""
    return _spaces(text, _heading_space)


def _spaces(text: str, reason_for: Callable[[str, int, int], str]) -> Iterator[Change]:
    yield from trim(text)
    start, end = len(text) - len(text.lstrip(SPACES)), len(text.rstrip(SPACES))
    for match in _SPACE_RUN.finditer(text, start, max(start, end)):
        if reason := reason_for(text, match.start(), match.end()):
            yield from (Change(i, i + 1, "", reason) for i in range(match.start(), match.end()))
            continue
        if match[0][0] not in " \u3000":
            yield Change(match.start(), match.start() + 1, " ", "space-run")
        yield from (Change(i, i + 1, "", "space-run") for i in range(match.start() + 1, match.end()))


def _body_space(text: str, start: int, end: int) -> str:
    """The reason why the spaces from ``start`` to ``end`` of a body go; empty where one stays."""
    left, right = before(text, start), after(text, end)
    if is_han(left) and is_han(right):
        return "" if "\u3000" in text[start:end] else "han-space"
    if _is_western_quote(text, start, end):
        return ""
    if left in HAN_MARKS or right in HAN_MARKS:
        return "punctuation-space"
    if is_han(left) or is_han(right):
        return "han-latin-space"
    return "unit-space" if left.isdigit() and right in UNITS else ""


def _heading_space(text: str, start: int, end: int) -> str:
    left, right = before(text, start), after(text, end)
    between_phrases = is_hanlike(left) and is_hanlike(right)
    return "" if between_phrases and left not in "，、；：" else _body_space(text, start, end)


def _is_western_quote(text: str, start: int, end: int) -> bool:
    """Whether the spaces part a western word from a quoted western word."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if left in CURLY and left:
        left = text[start - 2 : start - 1]
    if right in CURLY and right:
        right = text[end + 1 : end + 2]
    return is_western(left) and is_western(right)


def settle_strong(text: str) -> Iterator[Change]:
    """Marks of strong text stay where Markdown reads them as such, and go where it would print them."""
    marks = list(_STARS.finditer(text))
    if not marks:
        return
    from huozi.content.emphasis import strong_places  # most text has none

    stay = strong_places(text)
    for mark in marks:
        if mark.start() not in stay:
            yield Change(mark.start(), mark.end(), "", "body-bold-mark")
