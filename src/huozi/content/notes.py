"""Notes as a Chinese keyboard types them.

``[^1]：`` begins a note's text as ``[^1]: `` does. What else is mistyped about a note stays text, and is reported once:
where it is wrong, not at its right counterpart.
"""

from __future__ import annotations

import re
from collections import Counter

_WIDE_COLON = rb"(?m)^([ \t>]*\[\^[^\[\]\s]{1,100}\])\xef\xbc\x9a"
_PICTURE_WITH_CALLS = rb"!\[((?:[^\[\]\n]|\[\^[^\[\]\s]{1,100}\]){0,2000})\]\("
_NAME = r"([^\[\]［］【】\s]{1,40})"
_BEGUN = rf"(?m)^[ \t>]*(?:\[\^{_NAME}\](?![:：])|(?!\[\^{_NAME}\])[\[［【](?:[\^＾]|…{{1,2}}){_NAME}[\]］】][:：])"
_CALLED = rf"(?!\[\^{_NAME}\])[\[［【](?:[\^＾]|…{{1,2}}){_NAME}[\]］】]"
_CARETS = (b"^", "＾".encode(), "…".encode())
_AT_ALL = rf"\[\^{_NAME}\]"


def may_hold_notes(data: bytes) -> bool:
    """Whether a note may be in a text: few articles have any."""
    return b"[^" in data


def with_half_width_colons(data: bytes) -> bytes:
    """A text with the full-width colons behind the names of notes as half-width ones, each byte at its place."""
    if not may_hold_notes(data):
        return data
    return re.sub(_WIDE_COLON, rb"\1:  ", data)


def without_calls_in_pictures(data: bytes) -> bytes:
    """A text whose calls in the brackets of pictures are in parentheses, each byte at its place.

    No parser takes ``![caption[^1]](a.png)`` for a picture.
    """
    return re.sub(_PICTURE_WITH_CALLS, _parenthesised, data)


def _parenthesised(found: re.Match[bytes]) -> bytes:
    return b"![" + re.sub(rb"\[(\^[^\[\]\s]+)\]", rb"(\1)", found[1]) + b"]("


def notes_begun_wrongly(data: bytes, called: frozenset[str]) -> frozenset[str]:
    """The names of notes whose text begins without a colon, or with brackets or a caret in full width.

    ``called`` are those that are called elsewhere than in the text.
    """
    text = data.decode()
    begun = {found[1] or found[3] for found in re.finditer(_BEGUN, text) if found[1] or found[3]}
    if not begun:
        return frozenset()
    times = Counter(re.findall(_AT_ALL, text))
    wide = {found[3] for found in re.finditer(_BEGUN, text)}
    return frozenset(name for name in begun if times[name] > 1 or name in called or name in wide)


def notes_called_wrongly(data: bytes) -> frozenset[str]:
    """The names of notes that are called with brackets or a caret in full width."""
    if all(caret not in data for caret in _CARETS):
        return frozenset()
    return frozenset(found[2] for found in re.finditer(_CALLED, data.decode()))
