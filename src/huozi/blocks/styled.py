"""Blocks whose paragraphs an editor gives a style of the layout (``::: {style=name}``)."""

from __future__ import annotations

from huozi.blocks.frame import across, bare, framed, moved, spaced
from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.setting import Setting
from huozi.content.model import Styled
from huozi.galley import Galley
from huozi.style.text_style import ParagraphStyle


def set_styled(block: Styled, setting: Setting, style_name: str, set_blocks: SetBlocks) -> Galley:
    """Blocks with their paragraphs in the style asked for, set in as it says; the style's empty lines stand around all.

    Headings, lists and other kinds of block within keep styles of their own. A style that the layout does not have is
    a finding (``text-style-unknown``), and the paragraphs stay in the style named ``style_name``, which is that around.
    """
    styles = setting.sheet.styles
    if block.style not in styles:
        from huozi.slips.key_names import suggested  # a mistake alone pays for it

        known = suggested(block.style, styles)
        setting.findings.add(block.span, "text-style-unknown", style=block.style, known=known)
        return set_blocks(block.blocks, setting, style_name)
    style = styles[block.style]
    return across(style, setting, lambda within: _in_style(block, style, within, set_blocks))


def _in_style(block: Styled, style: ParagraphStyle, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """The blocks in the style, in the columns that it runs over."""
    frame = framed(setting, style, block.span)
    name = f"{style.name}-text"
    matter = set_blocks(block.blocks, frame.setting.with_style(name, bare(style)), name)
    return spaced(moved(matter, frame.left), style)
