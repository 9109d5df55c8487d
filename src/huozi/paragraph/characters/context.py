"""Context: what a character is by the text around it, as patterns and tables.

A dash that is half of ——, a full stop inside a number, a space between Han, an address, and the marks that Chinese and
Western writing share (“ ” ‘ ’ … — ·): their class decides width, gap and face.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.characters.sentences import apostrophes, western_dots
from huozi.paragraph.characters.signs import settle_signs
from huozi.records import NamedTuple
from huozi.scripts import HAN, LETTERS

_DASHES = r"——+|――+|……+|⸺⸺+"
_LETTER = f"[0-9×÷{LETTERS}\u0300-\u036f]"
_JOINTS = r"[-‐/.,:'’&@#_+~=?%]"
_WORD_WITH_JOINTS = rf"(?<!{_LETTER}){_LETTER}++(?:{_JOINTS}+{_LETTER}++)+"
_ONE_JOINT = re.compile(rf"[A-Za-z0-9]{_JOINTS}")
_WIDE_POINT = r"(?<=[０-９])．(?=[０-９])"
_NUMBER_RANGE = r"(?<=[0-9])–(?=[0-9])"
_SPACE_OF_HAN = re.compile(f"(?<![{cc.WESTERN_TEXT}{cc.SPACE}]){cc.SPACE}+(?![{cc.WESTERN_TEXT}{cc.SPACE}])")
_COMBINED = re.compile(f"(?<=[{cc.WESTERN_TEXT}]){cc.UNIT}+")
_HELD = f"(?<=[0-9{LETTERS}{HAN}])\u00a0(?=[0-9{LETTERS}{HAN}])"
"""A space that no line ends at, where the pair table knows all else (图 1)."""
_OPENING_BEFORE_SPACE = re.compile(f"[{cc.OPENING}{cc.WESTERN_OPENING}]{cc.SPACE}")


class Resolved(NamedTuple):
    """The classes of a text as its context has them, a letter each.

    ``plain`` says that the pair table alone knows where lines may end; ``addresses`` are the URLs and e-mail addresses
    of a text that is not plain, as first character and end.
    """

    classes: str
    plain: bool
    addresses: tuple[tuple[int, int], ...]


def resolve_classes(text: str) -> str:
    """The classes of a text with what context decides: dashes of two ems, words and numbers whole, spaces of Han.

    >>> resolve_classes("甲——乙")
    'HDUH'
    >>> resolve_classes("3.14%，A-1")
    'WWWWXPWWW'
    >>> resolve_classes("甲 乙 A B")
    'HEHBWBW'
    """
    return resolve(text).classes


def resolve(text: str) -> Resolved:
    """The classes of a text as its context has them, and whether more than they is needed to break it."""
    raw = cc.classes(text)
    if "\u00a0" in text and len(re.findall(_HELD, text)) == text.count("\u00a0"):
        raw = cc.classes(text.replace("\u00a0", " "))
    plain = raw.isupper() or not raw
    classes = raw if plain else _COMBINED.sub(lambda run: cc.WESTERN * len(run.group()), raw.upper())
    if "—" in text or "…" in text or "⸺" in text or "―" in text:
        classes = _override(classes, _DASHES, text, lambda run: cc.DASH + cc.UNIT * (len(run) - 1))
    addresses: tuple[tuple[int, int], ...] = ()
    if _ONE_JOINT.search(text):
        classes = _override(classes, _WORD_WITH_JOINTS, text, lambda run: cc.WESTERN * len(run))
        addresses = tuple(find_addresses(text))
        for start, end in addresses:
            classes = classes[:start] + cc.WESTERN * (end - start) + classes[end:]
    classes = settle_signs(text, classes, plain=plain)
    if "–" in text:
        classes = _override(classes, _NUMBER_RANGE, text, lambda _: cc.WESTERN)
    if "．" in text:
        classes = _override(classes, _WIDE_POINT, text, lambda _: cc.HAN)
    if "’" in text and (of_words := set(apostrophes(text))):
        classes = "".join([cc.WESTERN if index in of_words else name for index, name in enumerate(classes)])
    western = _marks_of_western_text(text, classes)
    if western:
        classes = "".join([western.get(index, name) for index, name in enumerate(classes)])
    if cc.SPACE in classes:
        classes = _SPACE_OF_HAN.sub(lambda run: cc.EM_SPACE * len(run.group()), classes)
        plain = plain and not _OPENING_BEFORE_SPACE.search(raw)
    return Resolved(classes, plain and not western and not addresses, addresses)


def _marks_of_western_text(text: str, classes: str) -> dict[int, str]:
    """The places of marks that the text around them makes Western, with the class they have there."""
    western = western_forms(text, classes) if _MAY_BE_WESTERN.search(text) else {}
    if "…" in text or "—" in text or "–" in text:
        western |= {at: cc.WESTERN for start, end in western_dots(text) for at in range(start, end)}
    if "„" in text:
        western |= {found.end() - 1: cc.WESTERN_CLOSING for found in re.finditer(_LOW_QUOTED, text)}
    return western


def _override(classes: str, pattern: str, text: str, give: Callable[[str], str]) -> str:
    """The classes with those of every match of a pattern in the text replaced."""
    parts: list[str] = []
    last = 0
    for found in re.finditer(pattern, text):
        parts += (classes[last : found.start()], give(found.group()))
        last = found.end()
    parts.append(classes[last:])
    return "".join(parts)


# ------------------------------------------------------------------ addresses

_IN_ADDRESS = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]{1,2000}"
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,9}[A-Za-z]{2,63}"
# Patterns are texts: most issues hold no address, and compiling takes a while.
_ADDRESS = (
    rf"(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+.-]{{0,19}}://{_IN_ADDRESS}|www\.{_IN_ADDRESS}|doi:10\.{_IN_ADDRESS}"
    rf"|[A-Za-z0-9._%+-]{{1,64}}@{_HOST}|{_HOST}/(?:{_IN_ADDRESS})?)"
)
"""Lengths are bounded (RFC 1035, 2.3.4; RFC 5321, 4.5.3.1), so that no text takes long to look through."""

_AT_ITS_END = ".,;:!?'"
"""Marks that belong to the sentence where they end an address, and so does a bracket that none opens."""

_MAY_HOLD_ADDRESS = re.compile(r"[A-Za-z0-9](?:://|[@:/])|www\.")


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """The URLs and e-mail addresses of a text, first character and end; Han and its marks end them, no space need."""
    if not _MAY_HOLD_ADDRESS.search(text):
        return
    for found in re.finditer(_ADDRESS, text):
        start, end = found.span()
        while end > start and (text[end - 1] in _AT_ITS_END or _closes_nothing(text[start:end])):
            end -= 1
        if end > start:
            yield start, end


def _closes_nothing(address: str) -> bool:
    """Whether the last character is a bracket that was opened before the address."""
    opening = {")": "(", "]": "["}.get(address[-1], "")
    return bool(opening) and address.count(opening) < address.count(address[-1])


_AFTER_SEPARATOR = r"(?<=[/.@])(?![/.@-])"
_BEFORE_SEPARATOR = r"(?<![-/.@?&#=%~_+,;:])(?=[?&#=%~_+,;])"


def address_breaks(address: str) -> set[int]:
    """The character counts after which a line may end inside an address (The Chicago Manual of Style, 17th ed., 14.18).

    After ``/``, ``.`` and ``@``, before ``? & # = % ~ _ + , ;``; never beside a hyphen, which might be read as one of
    ours, never between ``//`` and never after the colon of a scheme.

    >>> sorted(address_breaks("https://a.cn/b-c?d"))
    [8, 10, 13, 16]
    """
    places = {
        found.start() for pattern in (_AFTER_SEPARATOR, _BEFORE_SEPARATOR) for found in re.finditer(pattern, address)
    }
    return places - {0, len(address)}


# ------------------------------------------------------------------ marks of two writings

SHARED = "“”‘’…—·"
"""Marks that Chinese and Western text share."""

_SHARED_MARK = f"[{SHARED}]"
_WEST = "!-~\\u00a1-\\u024f\\u0370-\\u052f"
_MAY_BE_WESTERN = re.compile(f"[”’…—·][”’]* *(?:[{_WEST}“‘]|$)")
"""What a text must hold for a shared mark to be Western; it starts with a set, so that the search is quick."""

WESTERN_FORM = {
    "“": cc.WESTERN_OPENING,
    "‘": cc.WESTERN_OPENING,
    "”": cc.WESTERN_CLOSING,
    "’": cc.WESTERN_CLOSING,
    "…": cc.WESTERN,
    "—": cc.WESTERN,
    "·": cc.WESTERN,
}
"""The class of a mark in Western text: its width and its glyph are the Latin face's."""

_WORD = f"[{LETTERS}]"
_BETWEEN_WORDS = {
    "—": f"(?:(?<={_WORD}{_WORD})|(?<={_WORD}{_WORD} ))—(?= ?{_WORD}{_WORD})",
    "·": f"(?<={_WORD})·(?={_WORD})",
}
"""Where — and · may be Western at all: GB/T 15834—2011, 3·15 and A—C have the Chinese marks."""

_LONGEST_NAME = 60
"""How many characters beside a point are looked through for the rest of a name."""
_HAN_BEFORE = rf"[{HAN}]·(?:{_WORD}+·)*{_WORD}+\Z"
_HAN_AFTER = f"(?:{_WORD}+·)+[{HAN}]"
"""A name that is Han in part: what stands before a point of it, or after."""

_LOW_QUOTED = "„[^„“”]{1,400}“"
"""A quotation as German has it: what closes it opens others."""

_CLOSES = {"”": "“", "’": "‘"}
_NESTED = 4
"""How deep quotes stand in quotes."""

_FAR = 8
"""How many spaces and quotes are looked through for what stands beside a mark."""

_LOOKED_THROUGH = cc.SPACE + cc.EM_SPACE


def western_forms(text: str, classes: str) -> dict[int, str]:
    """The places of “ ” ‘ ’ … — · that stand in Western text, with the class they have there.

    A pair of quotes is Western where what it holds begins and ends so and Western text stands beside it, Han on no
    side, or it holds all of a text without Han; a mark by itself where there is Western text on both sides. Beside Han
    all are Han marks, and so are all points of a name that is Han in part (乔治·R·R·马丁).
    """
    found: dict[int, str] = {}
    for first, last in _quoted(text, classes):
        if text[first] in _BETWEEN_WORDS and not _is_between_words(text, first):
            continue
        within = {_side(text, classes, first, 1), _side(text, classes, last, -1)}
        outside = {_side(text, classes, first, -1), _side(text, classes, last, 1)}
        alone = outside == {"edge"} and first != last and cc.HAN not in classes  # all of a Western paragraph
        if within == {"west"} and ("west" in outside <= {"west", "edge"} or alone):
            found |= {first: WESTERN_FORM[text[first]], last: WESTERN_FORM[text[last]]}
    return found


def _is_between_words(text: str, at: int) -> bool:
    """Whether words stand on both sides of a — or ·, and no part of the same name is Han."""
    before = text[max(at - _LONGEST_NAME, 0) : at]
    after = text[at + 1 : at + _LONGEST_NAME]
    if text[at] == "·" and (re.search(_HAN_BEFORE, before) or re.match(_HAN_AFTER, after)):
        return False
    return re.compile(_BETWEEN_WORDS[text[at]]).match(text, at) is not None


def _quoted(text: str, classes: str) -> Iterator[tuple[int, int]]:
    """Pairs of quotes by their places, and shared marks without a partner with their place twice."""
    waiting: list[int] = []
    for match in re.finditer(_SHARED_MARK, text):
        index, mark = match.start(), match.group()
        opening = _CLOSES.get(mark, "")
        if classes[index] in (cc.WESTERN, cc.UNIT) or classes[index : index + 2] == cc.DASH + cc.UNIT:
            continue  # an apostrophe, or part of a unit of two ems
        if mark in "“‘":
            waiting.append(index)
        elif opening and any(text[at] == opening for at in waiting[-_NESTED:]):
            while text[last := waiting.pop()] != opening:
                yield last, last
            yield last, index
        else:
            yield index, index
    for index in waiting:
        yield index, index


def _side(text: str, classes: str, index: int, step: int) -> str:
    """What stands on a side of a mark, spaces and other quotes looked through: ``west``, ``edge`` or ``han``."""
    for at in range(index + step, index + step * (_FAR + 1), step):
        if not 0 <= at < len(text):
            return "edge"
        if classes[at] not in _LOOKED_THROUGH and text[at] not in "“”‘’":
            return "west" if classes[at] in cc.WESTERN_TEXT else "han"
    return "han"
