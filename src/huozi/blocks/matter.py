"""Matter beside running text: figures, tables, boxes, lines of programs, rules between parts."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from huozi.blocks.frame import across
from huozi.blocks.paragraphs import SetBlocks, set_paragraph
from huozi.blocks.setting import Setting
from huozi.content.model import Box, Code, Divider, Figure, Table
from huozi.galley import Galley
from huozi.structure import Kind

Matter: TypeAlias = Figure | Table | Box | Code | Divider


def set_matter(block: Matter, setting: Setting, set_blocks: SetBlocks) -> Galley:  # noqa: ARG001
    """A block that is no running text as galley matter."""
    match block:
        case Figure(_, caption, _, span):
            style, element = setting.style("caption"), setting.part(Kind.CAPTION, span, caption)
            return across(style, setting, lambda within: set_paragraph(caption, within, style, element))
        case Table():
            from huozi.blocks.tables import set_table

            return set_table(block, setting)
        case Box() | Code() | Divider():
            return ()
        case _:
            assert_never(block)
