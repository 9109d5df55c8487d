"""What stands in a box: its title, its text in the box's own face, led by its label; what floats stands where it is."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.blocks.asked import without_pages
from huozi.blocks.box_panels import KEPT
from huozi.blocks.frame import bare, closed_up
from huozi.blocks.lines import cast_whole, compose_heading
from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.quotes import in_face
from huozi.blocks.setting import Setting
from huozi.content.model import Block, Box, Figure, Inline, Paragraph, Table, Text, TextRole
from huozi.galley import Band, Float, Galley, Mark, Matter, SetParagraph, Slug
from huozi.structure import Kind
from huozi.style.boxes import BoxStyle
from huozi.style.text_style import ParagraphStyle

OWN_TEXT = "box-own-text"
"""The name that the style of a box's text goes by within it."""


def set_title(block: Box, style: BoxStyle, setting: Setting) -> Galley:
    """The title of a box, kept with its text; it is no heading of the article."""
    if not block.title:
        return ()
    styles = setting.sheet.styles
    text = styles.get(style.texts.title) or _like_strong(styles["body"])
    composed = compose_heading(setting, block.title, bare(text))
    element = setting.part(Kind.PARAGRAPH, block.title[0].span, block.title)
    return (cast_whole(setting, composed, bare(text), element, KEPT),)


def _like_strong(body: ParagraphStyle) -> ParagraphStyle:
    """The body's strong face: a title where the layout has no style for it."""
    return body._replace(font=body.strong, indent=0, align="left", shape="even")


def set_inside(blocks: Sequence[Block], style: BoxStyle, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """The blocks of a box as slugs and paragraphs. Findings: ``box-float`` and those of the blocks."""
    styles = setting.sheet.styles
    text = bare(styles.get(style.texts.text) or styles["body"])
    within = in_face(setting.with_style(OWN_TEXT, text), text)
    for block in blocks:
        match block:
            case Figure(wish=wish) | Table(wish=wish) if wish.place in ("head", "foot", "page"):
                setting.findings.add(dict(wish.places).get("place", block.span), "box-float")
    matter = closed_up(without_pages(set_blocks(_labelled(blocks, style.texts.label), within, OWN_TEXT)))
    keys = {piece.key for piece in matter if isinstance(piece, Float)}
    return tuple(_standing(piece, keys) for piece in matter if not isinstance(piece, Band | Mark))


def _labelled(blocks: Sequence[Block], label: str) -> Sequence[Block]:
    """Blocks whose first paragraph begins with a label; one of its own, where they begin otherwise."""
    if not label or not blocks:
        return blocks
    led: Inline = Text(label, blocks[0].span, TextRole.STRONG)
    match blocks:
        case (Paragraph(inlines, span, hints), *rest):
            return (Paragraph((led, *inlines), span, hints), *rest)
        case _:
            return (Paragraph((led,), blocks[0].span), *blocks)


def _standing(piece: Matter, keys: set[str]) -> Matter:
    """A piece of a box, a float in the place where it is written; nothing calls it any more."""
    match piece:
        case Float(cast_at=cast_at, height=height, calls=calls):
            return cast_at("here")._replace(height=height, calls=calls)
        case Slug(calls=calls) if keys and calls:
            return piece._replace(calls=tuple(call for call in calls if call.key not in keys))
        case SetParagraph():
            return piece._replace(spread=0)
        case _:
            return piece
