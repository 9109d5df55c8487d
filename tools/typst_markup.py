"""What an issue says, as Typst's markup: the text of articles without their looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from huozi.blocks.said import filled
from huozi.blocks.setting import Said
from huozi.content.model import (
    Block,
    Box,
    Code,
    Columns,
    CrossRef,
    DefinitionList,
    Dialogue,
    Divider,
    Figure,
    Heading,
    Inline,
    ListBlock,
    NoteRef,
    Paragraph,
    Quote,
    Ruby,
    Styled,
    Table,
    Text,
    TextRole,
    Verse,
)
from huozi.style.openings import TextPiece

DEEPEST = 5
"""The deepest level of headings: sections are Typst's first level, articles its second."""


def escaped(text: str) -> str:
    """A text as markup that stands for just itself.

    >>> escaped("约 12.5% [*]")
    '约 12\\\\.5\\\\% \\\\[\\\\*\\\\]'
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def title_markup(text: str) -> str:
    """A title; a space between Han characters is one em wide."""
    text = "".join(part.strip() for part in text.split("|"))
    return escaped(re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "\u3000", text))


def set_function(style: str) -> str:
    """The function that sets a piece of an article's head or end in a style of the layout."""
    return f"set-{style}"


def piece_markup(piece: TextPiece, said: Said, facts: Mapping[str, str]) -> Iterator[str]:
    """A text of an article's head or end, a line a paragraph; none where all fields that it names are empty."""
    label = f"#strong[{escaped(piece.label)}]" if piece.label else ""
    for paragraph in filled(piece.template, said, facts, piece.span):
        yield f"#{set_function(piece.style.name)}[{label}{markup(paragraph)}]"
        label = ""


def blocks(content: Sequence[Block]) -> Iterator[str]:
    """Blocks of a body, parted by blank lines."""
    for item in content:
        yield from block_markup(item)
        yield ""


def block_markup(item: Block) -> Iterator[str]:
    """One block."""
    match item:
        case Paragraph(inlines):
            yield markup(inlines)
        case Heading(level, inlines):
            yield f"{'=' * min(level + 1, DEEPEST)} {broken_at_bars(markup(inlines))}"
        case ListBlock(items, numbers):
            parts = [f"[{chr(10).join(blocks(part))}]" for part in items]
            numbered = [f"enum.item({int(number)}){part}" for number, part in zip(numbers, parts, strict=False)]
            yield f"#enum({', '.join(numbered)})" if numbers else f"#list({', '.join(parts)})"
        case DefinitionList() | Quote() | Verse() | Dialogue() | Styled() | Columns():
            yield from container_markup(item)
        case Figure(_, inlines) | Table(inlines):
            yield f"#caption[{markup(inlines)}]"
        case Box(_, inner):
            yield from blocks(inner)
        case Code(lines):
            yield from (escaped(line) for line in lines)
        case Divider():
            yield "#line(length: 20%)"
        case _:
            assert_never(item)


def container_markup(item: DefinitionList | Quote | Verse | Dialogue | Styled | Columns) -> Iterator[str]:
    """A block of a kind of its own."""
    match item:
        case DefinitionList(entries):
            for entry in entries:
                meanings = chr(10).join(chr(10).join(blocks(meaning)) for meaning in entry.meanings)
                yield f"#terms(([{'#linebreak()'.join(map(markup, entry.terms))}], [{meanings}]))"
        case Quote(inner, _, source):
            yield f"#quotation[{chr(10).join(blocks(inner))}{markup(source)}]"
        case Verse(stanzas, source):
            for lines in filter(None, (*stanzas, (source,))):
                yield from ("#linebreak()".join(map(markup, lines)), "")
        case Styled(_, inner) | Columns(_, inner):
            yield from blocks(inner)
        case Dialogue(turns):
            for turn in turns:
                yield markup(turn.speaker)
                yield from blocks(turn.blocks)
        case _:
            assert_never(item)


def broken_at_bars(text: str) -> str:
    """A heading with its lines parted where ``|`` stands, which ``markup`` has escaped."""
    return "#linebreak()".join(part.strip() for part in text.split("\\|"))


ROLES = {TextRole.STRONG: "#strong[{}]", TextRole.EMPHASIS: "#emph[{}]", TextRole.CODE: "#code[{}]"}
"""Markup of the roles of text within a paragraph."""


def markup(inlines: Sequence[Inline]) -> str:
    """The inlines of a block."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text("\n", _, _):
            return "#linebreak()"
        case Text(text, _, role):
            return ROLES.get(role, "{}").format(escaped(text))
        case Ruby(base, reading, _):
            return escaped(f"{base}（{reading}）")
        case NoteRef(name, _):
            return escaped(f"［{name}］")
        case CrossRef(target, _):
            return escaped(f"［{target}］")
        case _:
            assert_never(inline)
