"""What the reading of an article's Markdown hands on: what it gathers, and how blocks inside blocks are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from huozi.content.markdown_tree import Node
from huozi.content.model import Block
from huozi.content.spans import Source
from huozi.diagnostics import Span
from huozi.records import NamedTuple

CONTAINERS = frozenset(
    {"BlockQuote", "List", "Item", "FootnoteDefinition", "DefinitionList", "DefinitionListDefinition", "Div"}
)
BLOCKS = CONTAINERS | {"Paragraph", "Heading", "CodeBlock", "HtmlBlock", "Table", "Rule"}
"""Nodes that stand for themselves; whatever else stands in an item of a list is a paragraph of it."""


class Gathered(NamedTuple):
    """What the reading of an article gathers besides its blocks.

    ``names``: the names that are taken, with their places. ``noted``: the names of the notes that there are, ``called``
    those that are called from where the tree does not show it. ``hints``: the places of the hints that paragraphs have
    taken; ``None`` where the article has none. ``hangs``: what is read hangs in by what leads it, an item's number or a
    note's name. ``in_note``: it is a note's text.
    """

    source: Source
    file: str
    folder: str
    levels: list[int]
    names: dict[str, Span]
    notes: dict[str, list[Block]]
    hints: set[int] | None
    noted: frozenset[str]
    called: set[str]
    hangs: bool = False
    in_note: bool = False


ReadBlocks: TypeAlias = Callable[[Iterable[Node], Gathered], Iterator[Block]]
"""The blocks of nodes, in order: handed to the kinds of block that hold others."""


def as_blocks(nodes: Iterable[Node]) -> Iterator[Node]:
    """Nodes that are blocks all: in a tight list an item's text stands without a paragraph, and is given one."""
    for is_block, group in groupby(nodes, lambda node: node.name in BLOCKS):
        if is_block:
            yield from group
        else:
            inlines = list(group)
            yield Node("Paragraph", None, inlines[0].start, inlines[-1].end, inlines)
