"""Notes that tables alone call: they stand under their table, with marks of its own, and not at a column's foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from huozi.content.model import Block, Heading, Inline, NoteRef, Paragraph, Table
from huozi.content.running_text import parts_of, running_text


def notes_of_tables(
    notes: Mapping[str, tuple[Block, ...]], blocks: Iterable[Block], elsewhere: Iterable[Inline]
) -> dict[str, tuple[Block, ...]]:
    """The notes that only tables of some blocks call, by name: paragraphs alone, for nothing else stands under a table.

    What other text of the article calls (``elsewhere``), or another note, stands at the foot of a column with its own.
    """
    in_tables: dict[str, None] = {}
    outside = set(_named(elsewhere))
    for text in notes.values():
        outside.update(_named(inline for run in running_text(text) for inline in run.inlines))
    for inlines, is_table in _texts(blocks):
        if is_table:
            in_tables.update(dict.fromkeys(_named(inlines)))
        else:
            outside.update(_named(inlines))
    return {
        name: notes[name]
        for name in in_tables
        if name not in outside and notes.get(name) and all(isinstance(block, Paragraph) for block in notes[name])
    }


def _named(inlines: Iterable[Inline]) -> Iterator[str]:
    return (inline.name for inline in inlines if isinstance(inline, NoteRef))


def _texts(blocks: Iterable[Block], *, in_table: bool = False) -> Iterator[tuple[tuple[Inline, ...], bool]]:
    """The texts of blocks, and whether each stands in a table."""
    for block in blocks:
        match block:
            case Paragraph(inlines) | Heading(_, inlines):
                yield inlines, in_table
            case _:
                yield from _texts(parts_of(block), in_table=in_table or isinstance(block, Table))
