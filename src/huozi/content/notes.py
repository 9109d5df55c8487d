"""Notes as a Chinese keyboard types them.

``[^1]：`` begins a note's text as ``[^1]: `` does. What else is mistyped about a note stays text, and is reported once:
where it is wrong, not at its right counterpart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from huozi.content.markdown_tree import Node
from huozi.content.spans import Source

_WIDE_COLON = rb"(?m)^([ \t>]*\[\^[^\[\]\s]{1,100}\])\xef\xbc\x9a"
_PICTURE_WITH_CALLS = rb"!\[((?:[^\[\]\n]|\[\^[^\[\]\s]{1,100}\]){0,2000})\]\("
_JOINED = rb"(\[\^[^\[\]\s]{1,100}\])\[@"
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

    No parser takes ``![caption[^1]](a.png)`` for a picture; :func:`with_calls_in_pictures` puts them back.
    """
    return re.sub(_PICTURE_WITH_CALLS, _parenthesised, data)


def without_joined_references(data: bytes) -> bytes:
    """A text in which a reference directly behind a call begins with a parenthesis, each byte at its place.

    No parser takes ``[^1][@fig-a]`` for a call: it might be a link by a name. What a reference is is read in the text
    as it was written.
    """
    return re.sub(_JOINED, rb"\1(@", data) if b"][@" in data else data


def with_calls_in_pictures(nodes: Sequence[Node], noted: Collection[str], source: Source) -> list[Node]:
    """The nodes with the calls in the brackets of pictures as calls, those of notes that there are."""
    made: list[Node] = []
    for node in nodes:
        if node.name == "Image":
            inner = [part for child in node.children for part in _with_calls(child, noted, source)]
            made.append(node._replace(children=inner))
        else:
            made.append(node._replace(children=with_calls_in_pictures(node.children, noted, source)))
    return made


def _with_calls(node: Node, noted: Collection[str], source: Source) -> Iterator[Node]:
    """A node of a picture's brackets, a text parted at its calls."""
    written = source.places.text(node.start, node.end) if node.name == "Text" else ""
    if node.name != "Text" or written == node.value or len(written) != len(node.value):
        yield node
        return
    done, offset = 0, node.start
    for found in re.finditer(_AT_ALL, written):
        if found[1] not in noted:
            continue
        start = offset + len(written[done : found.start()].encode())
        if found.start() > done:
            yield Node("Text", written[done : found.start()], offset, start, [])
        offset = start + len(found[0].encode())
        yield Node("FootnoteReference", found[1], start, offset, [])
        done = found.end()
    if done < len(written):
        yield Node("Text", written[done:], offset, node.end, [])


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
