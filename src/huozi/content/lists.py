"""Lists: the numbers that authors typed, and what only looks like an item.

The numbers typed are the numbers printed; one number on every item counts on from it, as Markdown has it. A year or a
date at the start of a paragraph (``2024. 12. 31``) is text. Where ``-`` or a number may be a sign or a date as well as
the mark of an item, it is kept as text, with a finding.

Few articles have lists, so this module is loaded when the first of them shows up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from huozi.content.markdown_tree import Node
from huozi.content.model import Block, ListBlock
from huozi.content.reading import Gathered, ReadBlocks, as_blocks
from huozi.content.spans import Source
from huozi.source_file import quoted

_NEWLINE = ord("\n")

LEAST_YEAR = 1000
"""A list that begins with so high a number is none: years stand there, and articles of a code."""

_MARK = re.compile(rb"[ \t]*([0-9]{1,9})[.)]")
_NUMBERED = re.compile(rb"(?m)^[ \t>]*([0-9]{1,9})[.)](?=[ \t])")
_AT_EDGE = re.compile(rb"(?m)^([0-9]{1,9})[.)](?=[ \t])")
_BULLETED = re.compile(rb"(?m)^[ \t>]*([-+*])(?=[ \t])")
_QUANTITY = re.compile(
    r"[0-9]+(?:[.．][0-9]+)?(?: ?(?:[℃℉°%％‰]|[kKMm]?[Vv](?![a-z])|dB)|(?=[，。；、～~)）]|[到至]|\Z))"
)
"""A number that may well have a sign before it."""

_GOES_ON = re.compile(r"[^\s>：:。！？；…”’」』）.!?;]\n[ \t>]*\Z")
"""What a line ends with that no sentence ends with."""

_LONGEST_MARK = 24


def read_list(node: Node, reading: Gathered, read_blocks: ReadBlocks) -> Iterator[Block]:
    """A list, or the paragraphs that its lines were meant to be.

    Findings: ``list-number-again``, ``list-number-jumps``, ``list-restarts``, ``list-or-text``, ``list-of-one``,
    ``item-empty``.
    """
    source = reading.source
    if node.value is None and _is_minus(node, source):
        source.report(node.children[0].start, "list-or-text", mark=_lead(node.children[0], source))
        yield from read_blocks(_as_text(node, source), reading)
    elif node.value is not None and (node.value >= LEAST_YEAR or _is_date(node, source)):
        if node.value < LEAST_YEAR:
            source.report(node.children[0].start, "list-or-text", mark=_lead(node.children[0], source))
        yield from read_blocks(_as_text(node, source), reading)
    else:
        numbers = () if node.value is None else _numbers(node, source)
        if len(node.children) == 1:
            _report_alone(node, source)
        for item in node.children:
            if not item.children and source.places.text(item.start, item.end).strip(" \t\n>") == _lead(item, source):
                source.report(item.start, "item-empty", mark=_lead(item, source))
        hung = reading._replace(hangs=True)
        items = tuple(tuple(read_blocks(item.children, hung)) for item in node.children)
        is_loose = any(inner.name == "Paragraph" for item in node.children for inner in item.children)
        places = tuple(source.places.span(item.start) for item in node.children)
        yield ListBlock(items, numbers, source.places.span(node.start), is_loose, places)


def _lead(item: Node, source: Source) -> str:
    """The mark that an item begins with."""
    return quoted(source.places.text(item.start, item.end).split(maxsplit=1)[0])


# ------------------------------------------------------------------ numbers


def _numbers(node: Node, source: Source) -> tuple[str, ...]:
    """The numbers of a list, as they are printed."""
    typed = tuple(_typed(item, source) for item in node.children)
    numbers = list(map(int, typed))
    steps = [after - before for before, after in pairwise(numbers)]
    if not any(steps):
        width = len(typed[0]) if typed[0].startswith("0") else 0
        return tuple(f"{number:0{width}}" for number, _ in enumerate(typed, numbers[0]))
    is_even = len(set(steps)) == 1 and (len(steps) > 1 or abs(steps[0]) == 1)
    at = 0 if is_even else next((index for index, step in enumerate(steps, 1) if step != 1), 0)
    if at:
        rule = "list-number-jumps" if steps[at - 1] else "list-number-again"
        source.report(node.children[at].start, rule, before=typed[at - 1], number=typed[at])
    return typed


def _typed(item: Node, source: Source) -> str:
    """The digits that an item begins with."""
    found = _MARK.match(source.places.data, item.start, item.end)
    return found[1].decode() if found else ""


def _report_alone(node: Node, source: Source) -> None:
    """Report the one item of a list where the text shows nothing that it could be one of."""
    item, data = node.children[0], source.places.data
    if item.start and data[item.start - 1] != _NEWLINE:
        return  # one in a quotation or in another list
    if node.value is not None:
        places, numbers = _edges_of(data)
        index = bisect_left(places, item.start) - 1
        if index >= 0 and numbers[index] == node.value and data.find(b"\n#", places[index], item.start) < 0:
            source.report(item.start, "list-restarts", mark=_lead(item, source))
    elif item.children and item.children[0].name != "List" and not _beginning(item.children).startswith("["):
        mark = _lead(item, source)
        if _bullets_of(data)[mark.encode()] == 1:
            source.report(item.start, "list-of-one", mark=mark)


# ------------------------------------------------------------------ text that looks like a list


def _is_minus(node: Node, source: Source) -> bool:
    """Whether the mark of a list's only item stands before a quantity, or before a number amid a sentence."""
    if len(node.children) != 1:
        return False
    first = _beginning(node.children[0].children)
    return _QUANTITY.match(first) is not None or (first[:1].isdecimal() and _goes_on(node.start, source))


def _goes_on(start: int, source: Source) -> bool:
    """Whether a line stands right before a byte, and ends in the midst of its sentence."""
    return (
        _GOES_ON.search(source.places.data[max(start - _LONGEST_MARK, 0) : start].decode(errors="ignore")) is not None
    )


def _is_date(node: Node, source: Source) -> bool:
    """Whether numbers stand behind the numbers of all items, and none of these goes on another's, or comes again."""
    if not all("0" <= _beginning(item.children)[:1] <= "9" for item in node.children):
        return False
    counts = _numbers_of(source.places.data)
    typed = [int(_typed(item, source)) for item in node.children]
    return all(counts[number] == 1 and not counts[number - 1] + counts[number + 1] for number in typed)


@lru_cache(maxsize=1)
def _numbers_of(data: bytes) -> Counter[int]:
    """How often each number begins a line as an item's does: of one article, which may ask many times."""
    return Counter(int(found[1]) for found in _NUMBERED.finditer(data))


@lru_cache(maxsize=1)
def _edges_of(data: bytes) -> tuple[list[int], list[int]]:
    """Where items with numbers begin at a line's very start, and their numbers."""
    found = list(_AT_EDGE.finditer(data))
    return [each.start() for each in found], [int(each[1]) for each in found]


@lru_cache(maxsize=1)
def _bullets_of(data: bytes) -> Counter[bytes]:
    """How often each bullet begins a line."""
    return Counter(found[1] for found in _BULLETED.finditer(data))


def _beginning(nodes: Sequence[Node]) -> str:
    """The text that nodes begin with; the number of a list as a digit."""
    match nodes:
        case [Node(name="Text", value=text), *_]:
            return str(text)
        case [Node(name="Paragraph", children=inner), *_]:
            return _beginning(inner)
        case [Node(name="List", value=int() as number), *_]:
            return f"{number}."
        case _:
            return ""


def _as_text(node: Node, source: Source) -> Iterator[Node]:
    """The items of a list as paragraphs, their marks text."""
    for item in node.children:
        written = source.places.data[item.start : item.end]
        yield from _with_mark(item, item.end - len(written.lstrip(b" \t")), source)


def _with_mark(item: Node, start: int, source: Source) -> Iterator[Node]:
    """An item's blocks, the first a paragraph whose text begins at a byte before it."""
    match list(as_blocks(item.children)):
        case [Node(name="Paragraph") as first, *rest]:
            yield first._replace(start=start, children=_led(first.children, start, source))
        case [Node(name="List", children=[inner, *others]) as nested, *rest]:
            yield from _with_mark(inner, start, source)
            if others:
                yield nested._replace(start=others[0].start, children=others)
        case rest:
            mark = source.places.text(start, item.end).split(maxsplit=1)[0]
            end = start + len(mark.encode())
            yield Node("Paragraph", None, start, end, [Node("Text", mark, start, end, [])])
    yield from rest


def _led(nodes: list[Node], start: int, source: Source) -> list[Node]:
    """Inlines with the text before them."""
    first, *others = nodes
    lead = source.places.text(start, first.start)
    if first.name == "Text" and source.places.text(first.start, first.end) == first.value:
        return [first._replace(value=lead + first.value, start=start), *others]
    return [Node("Text", lead, start, first.start, []), *nodes]
