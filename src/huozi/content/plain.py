"""Titles as plain text, for wherever they are not set as they were written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

from huozi.content.issue_model import BAR, Title
from huozi.content.model import CrossRef, Inline, NoteRef, Ruby, Script, Text


def plain_title(title: Title) -> str:
    """A title as one line of text: the preferred breaks and calls of notes gone, what is marked as it is unmarked.

    Halves parted by a bar with a space on either side are parted by a space, others are not (:func:`without_breaks`).

    Raised and lowered figures are the characters that Unicode has for them: 10⁶ is not 106.

    >>> from huozi.diagnostics import Span
    >>> plain_title(Title((Text("从铅字 | 到版面", Span("a.md")),), Span("a.md")))
    '从铅字 到版面'
    """
    return without_breaks(title_text(title))


def without_breaks(text: str) -> str:
    """A title's text in one line, its bars as they are printed.

    A bar with a space on either side stands for that space, any other is but a place where a line may end.

    >>> without_breaks("甲 | 乙|丙| 丁"), without_breaks(" | 甲 || 乙 |")
    ('甲 乙丙丁', '甲 乙')
    """
    if "|" not in text:
        return text.strip().replace(BAR, "|")
    return re.sub(_BARS, _between, text).strip().replace(BAR, "|")


_BARS = r"\s*\|[\s|]*"


def _between(bars: re.Match[str]) -> str:
    """What stands between the halves of a title in place of its bars."""
    found = bars[0]
    return found[0] if found[0].isspace() and found[-1].isspace() else ""


_UNICODE_SCRIPTS = {
    Script.SUPER: str.maketrans("0123456789+−-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"),
    Script.SUB: str.maketrans("0123456789+−-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}


def in_unicode(text: str, script: Script) -> str:
    """A raised or lowered text in Unicode's own characters; as it is where they lack one of it.

    >>> in_unicode("2", Script.SUB), in_unicode("−6", Script.SUPER), in_unicode("th", Script.SUPER)
    ('₂', '⁻⁶', 'th')
    """
    table = _UNICODE_SCRIPTS.get(script, {})
    return text.translate(table) if all(ord(character) in table for character in text) else text


def title_text(title: Title, scripted: Callable[[str, Script], str] = in_unicode) -> str:
    """The characters of a title in one piece, ``|`` and ``BAR`` still among them.

    ``scripted`` gives what stands for a raised or lowered text.
    """
    return "".join(_characters(inline, scripted) for inline in title.inlines)


def _characters(inline: Inline, scripted: Callable[[str, Script], str]) -> str:
    match inline:
        case Text("\n"):
            return "|"
        case Text(text, markup=markup) | Ruby(base=text, markup=markup):
            return text if markup.script is Script.NORMAL else scripted(text, markup.script)
        case NoteRef() | CrossRef():
            return ""
        case _:
            assert_never(inline)
