"""Boxes and asides: ``::: box {title="…" columns=2 span=all place=top}``, ``::: pullquote``, ``::: editors-note``,
``::: portrait``, and ``::: {box=name}`` for a style that the layout has a name for.

Whether the layout has the style is found out where blocks are set.
"""

from __future__ import annotations

from collections.abc import Iterator

from huozi.content.attributes import read_attributes, read_said, read_whole
from huozi.content.divs import DivKind
from huozi.content.markdown_tree import Node
from huozi.content.model import Block, Box
from huozi.content.reading import Gathered, ReadBlocks
from huozi.content.wishes import WISHES, read_wish
from huozi.geometry import MOST_COLUMNS

ATTRIBUTES = ("title", "columns", "style", *WISHES)
"""The attributes of a box."""


def read_box(div: Node, reading: Gathered, read_blocks: ReadBlocks) -> Iterator[Block]:
    """The box that a div is; in a note its blocks without it (``matter-in-note``).

    Headings in it count by themselves, from the rank of those around on.
    """
    kind: DivKind = div.value
    source = reading.source
    if reading.in_note:
        source.report(div.start, "matter-in-note")
        yield from read_blocks(div.children, reading)
        return
    given = read_attributes(kind.written, kind.start, ATTRIBUTES, source)
    within = reading._replace(levels=[*reading.levels])
    yield Box(
        kind.style or (given["style"].text if "style" in given else kind.name),
        tuple(read_blocks(div.children, within)),
        source.places.span(div.start),
        read_said(given, "title", reading),
        read_whole(given, "columns", MOST_COLUMNS, 1, source),
        read_wish(given, source),
    )
