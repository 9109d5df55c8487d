"""Matter beside running text: figures, tables, boxes, lines of programs, rules between parts."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.setting import Setting
from huozi.content.model import Box, Code, Divider, Figure, Table
from huozi.galley import Galley

Matter: TypeAlias = Figure | Table | Box | Code | Divider


def set_matter(block: Matter, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """A block that is no running text as galley matter."""
    match block:
        case Figure():
            from huozi.blocks.figures import set_figure

            return set_figure(block, setting)
        case Table():
            from huozi.blocks.tables import set_table

            return set_table(block, setting)
        case Box():
            from huozi.blocks.boxes import set_box

            return set_box(block, setting, set_blocks)
        case Code():
            from huozi.blocks.boxes import set_code_box

            return set_code_box(block, setting)
        case Divider():
            from huozi.blocks.dividers import set_divider

            return set_divider(block, setting)
        case _:
            assert_never(block)
