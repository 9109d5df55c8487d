"""Fenced divs: ``::: verse`` … ``:::`` around blocks of a kind that Markdown has no mark for, and
``::: {style=name}`` … ``:::`` around paragraphs that are to look like a style of the layout, ``::: {columns=1}`` around
what is set in another number of columns, both in one where both are meant. The colons may be full-width: no line of a
text begins with three.

The parser knows no such thing. A fence stands alone in its line, so it is given to the parser as a thematic break of
the same length (``***``): it ends paragraphs and lists as a fence should, every byte keeps its place, and in code it
stays what it is. The tree's thematic breaks at fences are then what its blocks are grouped by.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from huozi.content.markdown_tree import MAX_DEPTH, Node
from huozi.content.spans import Source
from huozi.geometry import MOST_COLUMNS
from huozi.records import NamedTuple
from huozi.source_file import quoted

DIVS = ("verse", "dialogue")
"""The kinds of div that have a name."""

UNNAMED = ("{style=…}", "{columns=…}")
"""How a finding shows the kinds that have none."""

_FENCE = re.compile("(?m)^[ \t>]*((?::|：){3}[^\n]*)$".encode())
_NAME = re.compile(r"\{?\s*\.?([\w-]+)\s*\}?")
_ATTRIBUTE = r'(style|columns)="?([\w-]+)"?'
_ATTRIBUTES = re.compile(rf"\{{\s*{_ATTRIBUTE}(?:\s+(?!\1){_ATTRIBUTE})?\s*\}}")


_COUNTS = frozenset(str(count) for count in range(1, MOST_COLUMNS + 1))


class DivKind(NamedTuple):
    """What a div is: its name, or the style that its paragraphs are to have and the number of columns it is set in
    (0: that around it); nothing of it where nobody knows it.
    """

    name: str = ""
    style: str = ""
    columns: int = 0


class Fence(NamedTuple):
    """A fence by what stands after its colons: the name of a div, or nothing where one ends."""

    name: str
    start: int


def find_fences(data: bytes) -> dict[int, Fence]:
    """The lines that look like fences, by their first byte; those in code are none."""
    return {
        found.start(1): Fence(found[1].decode("utf-8", "replace").strip(":： \t\u3000"), found.start(1))
        for found in _FENCE.finditer(data)
    }


def masked(data: bytes) -> bytes:
    """The text with its fences as thematic breaks of the same length."""
    pieces: list[bytes] = []
    done = 0
    for found in _FENCE.finditer(data):
        start, end = found.span(1)
        pieces += (data[done:start], b"***".ljust(end - start))
        done = end
    pieces.append(data[done:])
    return b"".join(pieces)


def nest_divs(nodes: Sequence[Node], fences: Mapping[int, Fence], source: Source, depth: int = 1) -> list[Node]:
    """The nodes with what stands between two fences as one node ``Div``, its value the div's kind.

    A div ends in the block it began in. Findings: ``div-open``, ``div-not-open``, ``div-unknown``, ``div-too-deep``,
    ``div-columns``, ``div-columns-place``.
    """
    root: list[Node] = []
    open_divs = [Node("", None, 0, 0, root)]
    ignored = 0
    for node in nodes:
        fence = fences.get(node.start) if node.name == "Rule" else None
        if fence is None:
            deeper = depth + len(open_divs)
            inner = nest_divs(node.children, fences, source, deeper) if node.children else []
            open_divs[-1].children.append(node._replace(children=inner))
        elif fence.name and depth + len(open_divs) > MAX_DEPTH:
            source.report(fence.start, "div-too-deep", depth=MAX_DEPTH)
            ignored += 1
        elif fence.name:
            is_outermost = depth + len(open_divs) == 2
            div = Node("Div", _kind(fence, is_outermost, source), node.start, node.end, [])
            open_divs[-1].children.append(div)
            open_divs.append(div)
        elif ignored:
            ignored -= 1
        elif len(open_divs) > 1:
            _close(open_divs, node.end)
        else:
            source.report(fence.start, "div-not-open")
    while len(open_divs) > 1:
        source.report(open_divs[-1].start, "div-open", name=quoted(fences[open_divs[-1].start].name))
        _close(open_divs, nodes[-1].end)
    return root


def _close(open_divs: list[Node], end: int) -> None:
    """End the innermost div at a byte."""
    div = open_divs.pop()
    open_divs[-1].children[-1] = div._replace(end=end)


def _kind(fence: Fence, is_outermost: bool, source: Source) -> DivKind:
    """The kind of a div; one that nobody knows is reported and empty."""
    if given := _ATTRIBUTES.fullmatch(fence.name):
        asked = {given[1]: given[2], given[3]: given[4]}
        columns = _columns(asked["columns"], fence, is_outermost, source) if "columns" in asked else 0
        return DivKind(style=asked.get("style", ""), columns=columns)
    found = _NAME.fullmatch(fence.name)
    if found and found[1] in DIVS:
        return DivKind(found[1])
    source.report(fence.start, "div-unknown", name=quoted(fence.name), known="、".join((*DIVS, *UNNAMED)))
    return DivKind()


def _columns(value: str, fence: Fence, is_outermost: bool, source: Source) -> int:
    """The number of columns that a div asks for; 0 after a finding where it cannot have it."""
    if value not in _COUNTS:
        source.report(fence.start, "div-columns", value=quoted(value), most=MOST_COLUMNS)
    elif not is_outermost:
        source.report(fence.start, "div-columns-place")
    else:
        return int(value)
    return 0


def report_strays(nodes: Sequence[Node], source: Source) -> None:
    """Report fences that stand in a text: they are not alone in their line."""
    for node in nodes:
        is_escaped = source.places.data[node.start - 1 : node.start] == b"\\"
        if node.name == "Text" and node.value.startswith(":::") and not is_escaped:
            source.report(node.start, "div-not-alone")
        report_strays(node.children, source)
