"""The blocks of an article's body: paragraphs, headings, lists, quotations, each as galley matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from huozi.blocks.setting import Setting
from huozi.content.model import Block, Float, Heading, Inline, ListBlock, Paragraph, Quote, Text
from huozi.display import Placed, Role
from huozi.galley import Galley, Matter, Slug
from huozi.galley import Paragraph as SetParagraph
from huozi.geometry import Mpt
from huozi.style.model import ParagraphStyle

BULLET = "•"
HEADING_STYLES = {2: "heading-2", 3: "heading-3", 4: "heading-4"}
"""Styles of headings by level; deeper ones take the last."""


def set_blocks(blocks: Sequence[Block], setting: Setting, style_name: str = "body") -> Galley:
    """Blocks in order as galley matter; paragraphs in the style named."""
    return tuple(matter for block in blocks for matter in set_block(block, setting, style_name))


def set_block(block: Block, setting: Setting, style_name: str) -> Galley:
    """One block as galley matter."""
    match block:
        case Paragraph(inlines, _):
            return set_paragraph(inlines, setting, setting.style(style_name), block)
        case Heading(level, inlines, _):
            return (set_heading(level, inlines, setting, block),)
        case ListBlock(items, start, _):
            return set_list(items, start, setting, block)
        case Quote(blocks, _):
            return set_quote(blocks, setting)
        case Float(_, caption, _, _, _):
            return set_paragraph(caption, setting, setting.style("caption"), block)
        case _:
            assert_never(block)


def set_paragraph(inlines: Sequence[Inline], setting: Setting, style: ParagraphStyle, block: Block) -> Galley:
    """A paragraph whose lines are cut into slugs when the pages ask for them."""
    composed = setting.compose(inlines, style)
    if not composed.line_count:
        return ()

    def slugs(looseness: int) -> tuple[Slug, ...]:
        return tuple(
            setting.line_slug(composed, line, style, Role.PARAGRAPH, block.span) for line in composed.set(looseness)
        )

    return (SetParagraph(composed.line_count, slugs, block.span),)


def set_heading(level: int, inlines: Sequence[Inline], setting: Setting, block: Block) -> Slug:
    """A heading in one piece with the lines that must follow it; ``|`` parts its lines."""
    style = setting.style(HEADING_STYLES.get(level, HEADING_STYLES[max(HEADING_STYLES)]))
    composed = setting.compose_heading(inlines, style, break_at_bars=True)
    return setting.slug(composed, style, Role.HEADING, block.span, style.keep_lines)


def set_list(items: Sequence[Sequence[Block]], start: int | None, setting: Setting, block: Block) -> Galley:
    """A list: each item's first paragraph led by its number or bullet, all of it hung in by whole ems."""
    style = setting.style("list")
    text = style._replace(inset_left=0)  # the label and what it labels are moved in together
    inner = setting.narrower(style.inset_left).with_style("list-text", text)
    matter: list[Matter] = []
    for number, blocks in enumerate(items):
        label = BULLET if start is None else f"{start + number}."
        content = set_blocks(blocks, inner, "list-text")
        matter += _labelled(_indented(content, style.inset_left), label, setting, style, block)
    return tuple(matter)


def set_quote(blocks: Sequence[Block], setting: Setting) -> Galley:
    """A quotation in its own style, set in from both sides."""
    return set_blocks(blocks, setting, "quote")


def _indented(matter: Galley, by: Mpt) -> Galley:
    """Matter moved to the right."""
    return tuple(_moved(piece, by) for piece in matter)


def _moved(piece: Matter, by: Mpt) -> Matter:
    match piece:
        case Slug():
            return _shift(piece, by)
        case SetParagraph(lines, cast, span):
            return SetParagraph(lines, lambda loose: tuple(_shift(slug, by) for slug in cast(loose)), span)
        case _:
            return piece


def _shift(slug: Slug, by: Mpt) -> Slug:
    return slug._replace(items=tuple(placed._replace(x=placed.x + by) for placed in slug.items))


def _labelled(matter: Galley, label: str, setting: Setting, style: ParagraphStyle, block: Block) -> Galley:
    """Matter whose first line carries a list's number or bullet at the left."""
    composed = setting.compose((Text(label, block.span),), style._replace(inset_left=0, indent=0, align="left"))
    mark = setting.line_slug(composed, composed.set()[0], style._replace(inset_left=0), Role.PARAGRAPH, block.span)
    lift = style.inset_left - style.size * 3 // 2 if style.inset_left > style.size else 0
    items = tuple(placed._replace(x=placed.x + lift) for placed in mark.items)
    first, *rest = matter or (Slug(1, (), block.span),)
    match first:
        case SetParagraph(lines, cast, span):
            return (SetParagraph(lines, lambda loose: _prefixed(cast(loose), items), span), *rest)
        case Slug():
            return (first._replace(items=(*items, *first.items)), *rest)
        case _:
            return (Slug(1, items, block.span), first, *rest)


def _prefixed(slugs: tuple[Slug, ...], items: tuple[Placed, ...]) -> tuple[Slug, ...]:
    first, *rest = slugs
    return (first._replace(items=(*items, *first.items)), *rest)
