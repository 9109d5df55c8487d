"""Numbers in the cells of a table: what is one, and where its decimal point stands, or would."""

from __future__ import annotations

import re
from collections.abc import Sequence

from huozi.content.model import Inline, NoteRef, Script, Text

_NUMBER = re.compile(
    r"""
    [<>≤≥≈~～＜＞≦≧]?[ ]?              # about or bound
    (?P<sign>[+\-−–±＋－])?[ ]?         # minus as it is typed
    [¥￥$€£]?[ ]?
    (?P<whole>\d{1,3}(?:[,，\u2009\u202f ]\d{3})+|\d+)?
    (?P<part>[.．]\d+)?
    (?P<rest>.*)
    """,
    re.VERBOSE | re.DOTALL,
)
_REST = re.compile(
    r"""
    (?:[ ]?[×xX·][ ]?10\S{0,6})?            # a power of ten
    (?:[ ]?±[ ]?[\d.,．]+)?                 # what it may be off by
    (?:[ ]?[%‰℃℉°′″])?
    (?:[ ]?[A-Za-zµμΩ²³/·⁻¹%]{1,8})?        # a unit
    (?:[ ]?[\u4e00-\u9fff]{1,3})?           # 万元, 个百分点 is none
    (?:[ ]?[(（][^()（）]{1,16}[)）])?       # what a model says in brackets: t, share, rank
    (?:[*＊†‡§]|[①-⑳]){0,4}
    """,
    re.VERBOSE,
)


def point_of(inlines: Sequence[Inline]) -> int | None:
    """How many characters of a cell stand before its decimal point, or where that would be; ``None``: no number.

    A bare sign for nothing (–, —, …, /) is no number. Raised text and calls of notes behind a number are its own.
    """
    text = _before_raised(inlines)
    found = _NUMBER.fullmatch(text)
    if not found or not (found["whole"] or found["part"]):
        return None
    if not _REST.fullmatch(found["rest"].rstrip()):
        return None
    return found.start("part") if found["part"] else found.end("whole")


def _before_raised(inlines: Sequence[Inline]) -> str:
    """The text of a cell up to what is raised or lowered in it; a line break within makes it no number."""
    text = ""
    for inline in inlines:
        match inline:
            case NoteRef():
                break
            case Text(part, markup=markup) if markup.script is Script.NORMAL:
                text += part
            case Text() if text:
                break
            case _:
                return "\n"
    return text


def is_blank(inlines: Sequence[Inline]) -> bool:
    """Whether a cell says nothing: it is empty or has a sign for nothing alone."""
    text = "".join(inline.text if isinstance(inline, Text) else "?" for inline in inlines).strip()
    return not text.strip("-–—−…/／·　")
