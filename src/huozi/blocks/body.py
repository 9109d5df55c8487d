"""The blocks of an article's body as galley matter, each kind in a module of its own.

Those beyond paragraphs and headings are loaded when the first of them shows up: most issues have few of them. What
holds blocks itself is handed :func:`set_blocks`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import assert_never, cast

from huozi.blocks.frame import across, closed_up
from huozi.blocks.headings import set_headings
from huozi.blocks.paragraphs import set_paragraph
from huozi.blocks.setting import Setting
from huozi.content.model import (
    Block,
    Box,
    Code,
    Columns,
    DefinitionList,
    Dialogue,
    Divider,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Styled,
    Table,
    Verse,
    Wish,
)
from huozi.galley import Galley, Matter
from huozi.structure import Kind


def set_blocks(
    blocks: Sequence[Block], setting: Setting, style_name: str = "body", *, below_title: bool = False
) -> Galley:
    """Blocks in order as galley matter; paragraphs in the style named.

    ``below_title``: they stand directly below an article's opening.
    """
    matter: list[Matter] = []
    at = 0
    while at < len(blocks):
        match blocks[at]:
            case Heading():
                row = tuple(takewhile(lambda block: isinstance(block, Heading), blocks[at:]))
                headings = cast("tuple[Heading, ...]", row)
                behind = blocks[at + len(row)] if at + len(row) < len(blocks) else None
                below = below_title and not at
                set_row, took = set_headings(headings, setting, setting.style(style_name), behind, below_title=below)
                matter += set_row
                at += len(row) + took
            case Figure(wish=Wish(place="beside")) as figure:
                from huozi.blocks.beside import set_beside  # few pictures stand beside text

                set_texts, beside = set_beside(figure, blocks[at + 1 :], setting, style_name)
                matter += set_texts
                at += 1 + beside
            case Box(wish=Wish(place="beside")) as box if setting.around is None:
                from huozi.blocks.box_beside import set_box_beside  # few boxes stand beside text

                set_texts, beside = set_box_beside(box, blocks[at + 1 :], setting, style_name, set_blocks)
                matter += set_texts
                at += 1 + beside
            case Divider() as divider:
                from huozi.blocks.dividers import parted, set_divider  # few articles are parted

                matter = [*parted(matter, set_divider(divider, setting), setting.sheet.page.area.leading)]
                at += 1
            case block:
                matter += set_block(block, setting, style_name)
                at += 1
    return closed_up(tuple(matter))


def set_block(block: Block, setting: Setting, style_name: str) -> Galley:  # noqa: PLR0911, C901  # a kind each
    """One block as galley matter."""
    match block:
        case Paragraph(inlines, span, hints):
            element = setting.part(Kind.PARAGRAPH, span, inlines)
            return set_paragraph(inlines, setting, setting.style(style_name), element, hints)
        case Heading():
            return set_headings((block,), setting, setting.style(style_name))[0]
        case ListBlock():
            from huozi.blocks.lists import set_list

            return across(setting.style("list"), setting, lambda within: set_list(block, within, set_blocks))
        case DefinitionList():
            from huozi.blocks.definitions import set_definitions

            style = setting.style("definition")
            return across(style, setting, lambda within: set_definitions(block, within, set_blocks))
        case Quote():
            from huozi.blocks.quotes import set_quote

            return across(setting.style("quote"), setting, lambda within: set_quote(block, within, set_blocks))
        case Verse():
            from huozi.blocks.verse import set_verse

            return across(setting.style("verse"), setting, lambda within: set_verse(block, within))
        case Dialogue():
            from huozi.blocks.dialogue import set_dialogue

            return across(setting.style("dialogue"), setting, lambda within: set_dialogue(block, within, set_blocks))
        case Styled():
            from huozi.blocks.styled import set_styled

            return set_styled(block, setting, style_name, set_blocks)
        case Columns():
            from huozi.blocks.columns import set_columns

            return set_columns(block, setting, style_name, set_blocks)
        case Figure() | Table() | Box() | Code() | Divider():
            from huozi.blocks.matter import set_matter  # many articles are text alone

            return set_matter(block, setting, set_blocks)
        case _:
            assert_never(block)
