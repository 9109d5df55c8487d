"""The text of blocks run by run, whatever it stands in: what checks and tools look through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias, assert_never

from huozi.content.issue_model import Article
from huozi.content.model import (
    Block,
    Box,
    Code,
    Columns,
    CrossRef,
    Definition,
    DefinitionList,
    Dialogue,
    Divider,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
    Turn,
    Verse,
)
from huozi.diagnostics import Span

_flat = chain.from_iterable

Run: TypeAlias = Paragraph | Heading


def running_text(blocks: Iterable[Block]) -> Iterator[Run]:
    """The paragraphs and headings of blocks, in order.

    A caption, a term, a speaker's label and a source count as paragraphs, and so does a whole verse: a quotation in it
    may run over lines and stanzas. Each of its lines begins with a forced break.
    """
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block
            case _:
                yield from running_text(parts_of(block))


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks and all that they are made of, the outermost first."""
    for block in blocks:
        yield block
        if not isinstance(block, Paragraph | Heading):
            yield from every_block(parts_of(block))


def refers(article: Article) -> bool:
    """Whether anything of an article is numbered or referred to: a figure, a table, a reference to something."""
    said = (words.inlines for _, field in article.fields for words in field)
    if any(isinstance(inline, CrossRef) for inlines in (article.title.inlines, *said) for inline in inlines):
        return True
    blocks = (*article.blocks, *(block for _, note in article.notes for block in note))
    for block in every_block(blocks):
        match block:
            case Paragraph(inlines) | Heading(_, inlines):
                if CrossRef in map(type, inlines):
                    return True
            case Figure() | Table():
                return True
            case _:
                pass
    return False


def parts_of(block: Block) -> Iterator[Block]:  # noqa: C901  # a kind each
    """The blocks that a block is made of, in order; none where it is text itself."""
    match block:
        case Paragraph() | Heading():
            return
        case ListBlock(items):
            yield from _flat(items)
        case DefinitionList(entries):
            yield from _flat(map(_definition, entries))
        case Quote(blocks, span, source):
            yield from (*blocks, *_line(source, span))
        case Verse(stanzas, source, span):
            yield Paragraph(tuple(_flat((Text("\n", line[0].span), *line) for line in _flat(stanzas))), span)
            yield from _line(source, span)
        case Styled(_, blocks) | Columns(_, blocks):
            yield from blocks
        case Dialogue(turns):
            yield from _flat(map(_turn, turns))
        case Figure():
            yield from _figure(block)
        case Table():
            yield from _table(block)
        case Box(_, blocks, span, title):
            yield from (*_line(title, span), *blocks)
        case Code() | Divider():
            return
        case _:
            assert_never(block)


def _definition(entry: Definition) -> Iterator[Block]:
    for term in entry.terms:
        yield from _line(term, entry.span)
    for meaning in entry.meanings:
        yield from meaning


def _turn(turn: Turn) -> Iterator[Block]:
    yield from _line(turn.speaker, turn.span)
    yield from turn.blocks


def _figure(figure: Figure) -> Iterator[Block]:
    for picture in figure.pictures:
        yield from _line(picture.caption, picture.span)
    yield from _line(figure.caption, figure.span)
    yield from _line(figure.credit, figure.span)


def _table(table: Table) -> Iterator[Block]:
    yield from _line(table.caption, table.span)
    yield from _line(table.unit, table.span)
    for row in table.rows:
        for cell in row:
            yield from _line(cell.inlines, cell.span)
    for line in (*table.notes, table.source):
        yield from _line(line, table.span)


def _line(inlines: Sequence[Inline], span: Span) -> Iterator[Paragraph]:
    """A line as a paragraph, unless it is empty."""
    if inlines:
        yield Paragraph(tuple(inlines), span)
