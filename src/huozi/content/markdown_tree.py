"""Markdown as a tree: pulldown-cmark's events with the bytes each stands for, nested as they are in the source.

Text is merged where the source runs on, so that a node of text is one stretch of one source line; an escape or an
entity starts another. Emphasis is not in the tree: what CommonMark pairs is not what is meant in Chinese text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pyromark

from huozi.records import NamedTuple

MAX_DEPTH = 32
"""Quotes, lists and links inside each other; what is deeper is left out, with a finding."""

EMPHASIS = {"Emphasis": 1, "Strong": 2}
"""The marks of emphasis, by how many there are: they stay text here (``emphasis`` pairs them)."""

READ = "Read"
"""The name of a node whose value are inlines that are read already."""

_OPTIONS = pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_MATH
_MARKDOWN = pyromark.Markdown(options=_OPTIONS)
_WITH_DEFINITIONS = pyromark.Markdown(options=_OPTIONS | pyromark.Options.ENABLE_DEFINITION_LIST)


class Node(NamedTuple):
    """A construct by pulldown-cmark's name (``Paragraph``, ``Strong``, ``Text``…), what it carries, its bytes."""

    name: str
    value: Any
    start: int
    end: int
    children: list[Node]


class Tree(NamedTuple):
    """The blocks of a text; ``too_deep`` is the first byte of what was left out, ``None`` if nothing was."""

    blocks: list[Node]
    too_deep: int | None


def parse_markdown(data: bytes, *, definitions: bool = False) -> Tree:
    """The tree of a Markdown text in UTF-8 (CommonMark with footnotes, pipe tables and math).

    ``definitions``: a line ``: meaning`` defines the paragraph before it. Not asked for, a colon is a colon.
    """
    root: list[Node] = []
    open_lists = [root]
    too_deep: int | None = None
    skipped = 0
    for kind, name, value, start, end in _events(data.decode(), _WITH_DEFINITIONS if definitions else _MARKDOWN):
        match kind:
            case "Start" | "End" if name in EMPHASIS:
                if not skipped:
                    place = start if kind == "Start" else end - EMPHASIS[name]
                    open_lists[-1].append(_text((place, place + EMPHASIS[name]), data))
            case "Start" if skipped or len(open_lists) > MAX_DEPTH:
                too_deep = start if too_deep is None else too_deep
                skipped += 1
            case "Start":
                node = Node(name, value, start, end, [])
                open_lists[-1].append(node)
                open_lists.append(node.children)
            case "End" if skipped:
                skipped -= 1
            case "End":
                merged = _merge_text(open_lists.pop(), data)
                open_lists[-1][-1].children[:] = merged
            case _ if not skipped:
                open_lists[-1].append(Node(name, value, start, end, []))
    return Tree(root, too_deep)


def _events(text: str, parser: pyromark.Markdown) -> Iterator[tuple[str, str, Any, int, int]]:
    """Each event as kind (``Start``, ``End``, ``Leaf``), name, what it carries and its bytes."""
    for event, extent in parser.events_with_range(text):
        start, end = extent["start"], extent["end"]
        if isinstance(event, str):  # SoftBreak, HardBreak, Rule
            yield "Leaf", event, None, start, end
            continue
        name: Any
        ((name, value),) = event.items()
        if name not in ("Start", "End"):
            yield "Leaf", name, value, start, end
        elif isinstance(value, str):
            yield name, value, None, start, end
        else:
            ((tag, carried),) = cast("dict[str, Any]", value).items()
            yield name, tag, carried, start, end


def _merge_text(nodes: list[Node], data: bytes) -> list[Node]:
    """The nodes with neighbouring literal texts made one; an entity (``&amp;``) stays by itself."""
    if not any(map(_are_texts, nodes, nodes[1:])):
        return nodes
    merged: list[Node] = []
    run: tuple[int, int] | None = None
    for node in nodes:
        is_literal = node.name == "Text" and data[node.start : node.end] == node.value.encode()
        if run and is_literal and run[1] == node.start:
            run = (run[0], node.end)
            continue
        if run:
            merged.append(_text(run, data))
        run = (node.start, node.end) if is_literal else None
        if not is_literal:
            merged.append(node)
    if run:
        merged.append(_text(run, data))
    return merged


def _are_texts(node: Node, following: Node) -> bool:
    return node.name == following.name == "Text"


def _text(run: tuple[int, int], data: bytes) -> Node:
    start, end = run
    return Node("Text", data[start:end].decode(), start, end, [])
