"""Quotations: set in from both sides in their own face, with the line that says whose words they are."""

from __future__ import annotations

from huozi.blocks.frame import bare, framed, kept_together, moved, spaced
from huozi.blocks.paragraphs import SetBlocks, set_paragraph
from huozi.blocks.setting import Setting
from huozi.content.model import Quote
from huozi.galley import Galley
from huozi.structure import Kind
from huozi.style.text_style import ParagraphStyle

LIKE_BODY = ("list", "definition", "dialogue")
"""Styles that take the quotation's face within it, unless the layout gives them one of their own."""


def set_quote(block: Quote, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """A quotation in its own style; a quotation within it is set in further."""
    style = setting.style("quote")
    frame = framed(setting.inside(Kind.QUOTE, block.span), style, block.span)
    inner = in_face(frame.setting.with_style("quote-text", bare(style)), style)
    matter = set_blocks(block.blocks, inner, "quote-text")
    if block.source:
        whose = inner.part(Kind.ATTRIBUTION, block.source[0].span, block.source)
        said_by = set_paragraph(block.source, inner, setting.style("attribution"), whose)
        matter = kept_together(matter, said_by)
    return spaced(moved(matter, frame.left), style)


def in_face(setting: Setting, style: ParagraphStyle) -> Setting:
    """The surroundings with the blocks that look like the body set in a style's face."""
    body = setting.style("body")
    for name in LIKE_BODY:
        other = setting.style(name)
        if (other.font, other.size) == (body.font, body.size):
            setting = setting.with_style(name, other._replace(font=style.font, size=style.size, leading=style.leading))
    return setting
