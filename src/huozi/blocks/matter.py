"""Matter beside running text: figures, tables, boxes, lines of programs, rules between parts."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.setting import Setting
from huozi.content.model import Box, Code, Divider, Figure, Table
from huozi.galley import Galley

Matter: TypeAlias = Figure | Table | Box | Code | Divider


def set_matter(block: Matter, setting: Setting, set_blocks: SetBlocks) -> Galley:  # noqa: ARG001
    """A block that is no running text as galley matter."""
    match block:
        case Figure():
            from huozi.blocks.figures import set_figure

            return set_figure(block, setting)
        case Table():
            from huozi.blocks.tables import set_table

            return set_table(block, setting)
        case Box() | Code() | Divider():
            return ()
        case _:
            assert_never(block)
