"""Blocks beside running text, by their nodes: code, tables, rules between parts; the divs that hold any of them.

An article without any does not load this module.
"""

from __future__ import annotations

from collections.abc import Iterator

from huozi.content.inlines import source_lines
from huozi.content.markdown_tree import Node
from huozi.content.model import Block, Divider, Paragraph
from huozi.content.reading import Gathered, ReadBlocks


def read_matter(node: Node, reading: Gathered) -> Iterator[Block]:
    """The block of a node that is no text."""
    match node.name:
        case "CodeBlock":
            from huozi.content.code_blocks import read_code

            yield read_code(node, reading.source)
        case "Rule":
            yield Divider(reading.source.places.span(node.start))
        case _ if reading.in_note:
            yield in_note(node, reading)
        case _:
            from huozi.content.tables import read_pipe_table

            yield read_pipe_table(node, reading)


def read_matter_div(div: Node, reading: Gathered, read_blocks: ReadBlocks) -> Iterator[Block]:
    """The blocks of ``::: table``, ``::: group`` and boxes."""
    match div.value.name:
        case "table" | "group" if reading.in_note:
            yield in_note(div, reading)
        case "table":
            from huozi.content.tables import read_table_div

            yield from read_table_div(div, reading, read_blocks)
        case "group":
            from huozi.content.figures import read_group

            yield from read_group(div, reading, read_blocks)
        case _:
            from huozi.content.boxes import read_box

            yield from read_box(div, reading, read_blocks)


def in_note(node: Node, reading: Gathered) -> Paragraph:
    """What cannot stand in a note, as it is written. Finding: ``matter-in-note``."""
    reading.source.report(node.start, "matter-in-note")
    return Paragraph(source_lines(node, reading.source), reading.source.places.span(node.start))
