"""Fenced divs: ``::: verse`` … ``:::`` around blocks of a kind that Markdown has no mark for, and
``::: {style=name}`` … ``:::`` around paragraphs that are to look like a style of the layout, ``::: {columns=1}`` around
what is set in another number of columns, both in one where both are meant. ``::: box {title="…"}``, ``::: group`` and
``::: table`` have attributes of their own. The colons may be full-width: no line of a text begins with three.

The parser knows no such thing. A fence stands alone in its line, so it is given to the parser as a thematic break of
the same length (``***``): it ends paragraphs and lists as a fence should, every byte keeps its place, and in code it
stays what it is. The tree's thematic breaks at fences are then what its blocks are grouped by. A ``::: table`` around
YAML is given to it as a block of code, of blanks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from huozi.content.markdown_tree import MAX_DEPTH, Node
from huozi.content.spans import Source
from huozi.geometry import MOST_COLUMNS
from huozi.records import NamedTuple
from huozi.source_file import quoted

BOXES = ("box", "pullquote", "editors-note", "portrait")
"""The kinds of div that are boxes of a style that every layout has."""

WITH_ATTRIBUTES = (*BOXES, "group", "table")
"""The kinds of div that have attributes of their own."""

DIVS = ("verse", "dialogue", *WITH_ATTRIBUTES)
"""The kinds of div that have a name."""

UNNAMED = ("{style=…}", "{columns=…}", "{box=…}")
"""How a finding shows the kinds that have none."""

_FENCE = re.compile("(?m)^([ \t>]*)((?::|：){3}[^\n]*)$".encode())
_NAME = re.compile(r"\{?\s*\.?([\w-]+)\s*\}?")
_WITH_ATTRIBUTES = re.compile(
    rf"(?:({'|'.join(WITH_ATTRIBUTES)})\s*[{{｛]|[{{｛]\s*\.({'|'.join(WITH_ATTRIBUTES)})\s)(.*)[}}｝]"
)
_STYLED_BOX = re.compile(r'[{｛]\s*box\s*[=＝]\s*["“]?([\w-]+)["”]?(?:\s(.*))?[}｝]')
_COLON = ":： \t\u3000"
_TABLE = re.compile("(?::|：){3,}[ \t\u3000]*[{｛]?[ \t]*[.]?table(?![\\w-])".encode())
_BARE = re.compile("(?::|：){3,}[ \t\u3000]*".encode())
_PIPES = re.compile(rb"(?m)\A\s*\||^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$")
_ATTRIBUTE = r'(style|columns)="?([\w-]+)"?'
_ATTRIBUTES = re.compile(rf"\{{\s*{_ATTRIBUTE}(?:\s+(?!\1){_ATTRIBUTE})?\s*\}}")


_COUNTS = frozenset(str(count) for count in range(1, MOST_COLUMNS + 1))


class DivKind(NamedTuple):
    """What a div is: its name, or the style that its paragraphs are to have and the number of columns it is set in
    (0: that around it); nothing of it where nobody knows it. A box without a name is ``box`` with a style.

    ``written`` are its attributes, from byte ``start`` on; ``body`` the bytes of a table in YAML.
    """

    name: str = ""
    style: str = ""
    columns: int = 0
    written: str = ""
    start: int = 0
    body: tuple[int, int] = (0, 0)


class Fence(NamedTuple):
    """A fence by what stands after its colons, from byte ``at`` on: the name of a div, or nothing where one ends.

    ``body``: the bytes up to the next fence, where they are no Markdown; ``end`` is that one's last.
    """

    name: str
    start: int
    at: int = 0
    body: tuple[int, int] = (0, 0)
    end: int = 0


def find_fences(data: bytes) -> dict[int, Fence]:
    """The lines that look like fences, by their first byte; those in code are none."""
    fences: dict[int, Fence] = {}
    matches = list(_FENCE.finditer(data))
    for found, following in zip_longest(matches, matches[1:]):
        start, written = found.start(2), found[2].decode("utf-8", "replace")
        name = written.lstrip(_COLON)
        at = start + len(written.encode()) - len(name.encode())
        fence = Fence(name.rstrip(_COLON), start, at)
        if following and _is_opaque(found, following, data):
            body = (min(found.end() + 1, following.start()), following.start())
            fence = fence._replace(body=body, end=following.end())
        fences[start] = fence
    return fences


def _is_opaque(found: re.Match[bytes], following: re.Match[bytes], data: bytes) -> bool:
    """Whether what stands between two fences is a table in YAML; in a quotation none can be."""
    if b">" in found[1] or not _TABLE.match(found[2]) or not _BARE.fullmatch(following[2]):
        return False
    body = data[found.end() : following.start()]
    return bool(body.strip()) and not _PIPES.search(body)


def masked(data: bytes, fences: Mapping[int, Fence]) -> bytes:
    """The text with its fences as thematic breaks of the same length, tables in YAML as code of blanks."""
    pieces: list[bytes] = []
    done = 0
    for fence in fences.values():
        if fence.start < done:  # the end of a table
            continue
        end = data.find(b"\n", fence.start)
        end = len(data) if end < 0 else end
        mark = b"~~~" if fence.end else b"***"
        pieces += (data[done : fence.start], mark.ljust(end - fence.start))
        done = end
        if fence.end:
            blank = _NO_LINE_END.sub(b" ", data[end : fence.body[1]])
            closing = data[fence.body[1] : fence.end]
            indent = closing[: len(closing) - len(closing.lstrip())]
            pieces += (blank, indent, b"~~~".ljust(len(closing) - len(indent)))
            done = fence.end
    pieces.append(data[done:])
    return b"".join(pieces)


_NO_LINE_END = re.compile(rb"[^\n]")


def nest_divs(nodes: Sequence[Node], fences: Mapping[int, Fence], source: Source, depth: int = 1) -> list[Node]:
    """The nodes with what stands between two fences as one node ``Div``, its value the div's kind.

    A div ends in the block it began in. Findings: ``div-open``, ``div-not-open``, ``div-unknown``, ``div-too-deep``,
    ``div-columns``, ``div-columns-place``.
    """
    root: list[Node] = []
    open_divs = [Node("", None, 0, 0, root)]
    ignored = 0
    for node in nodes:
        fence = fences.get(node.start) if node.name in ("Rule", "CodeBlock") else None
        if fence is not None and fence.end and node.name == "CodeBlock":
            kind = _kind(fence, False, source)._replace(body=fence.body)
            open_divs[-1].children.append(node._replace(name="Div", value=kind, children=[]))
        elif fence is None or node.name == "CodeBlock":
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
    if found := _WITH_ATTRIBUTES.fullmatch(fence.name):
        at = fence.at + len(fence.name[: found.start(3)].encode())
        return DivKind(found[1] or found[2], written=found[3], start=at)
    if found := _STYLED_BOX.fullmatch(fence.name):
        at = fence.at + len(fence.name[: max(found.start(2), 0)].encode())
        return DivKind("box", found[1], written=found[2] or "", start=at)
    found = _NAME.fullmatch(fence.name)
    if found and found[1] in DIVS:
        return DivKind(found[1], start=fence.at)
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
