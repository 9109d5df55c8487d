"""Text in other columns than the layout's: of an article that asks for them, of blocks within one."""

from __future__ import annotations

from huozi.blocks.frame import LEAST_MEASURE
from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.setting import Setting
from huozi.content.model import Columns
from huozi.diagnostics import Span
from huozi.galley import Band, Galley


def set_columns(block: Columns, setting: Setting, style_name: str, set_blocks: SetBlocks) -> Galley:
    """Blocks in a band of so many columns, whatever their number above and below."""
    within = in_columns(block.number, setting, block.span)
    matter = set_blocks(block.blocks, within, style_name)
    return banded(matter, within, setting)


def banded(matter: Galley, within: Setting, around: Setting) -> Galley:
    """Matter between the bands that it begins and that go on after it; as it is where their columns are the same."""
    if not matter or within.columns == around.columns:
        return matter
    return (Band(within.columns), *matter, Band(around.columns))


def in_columns(number: int, setting: Setting, span: Span) -> Setting:
    """The surroundings of text in so many columns, or in as many as leave lines of a length that can be set.

    Finding: ``columns-too-narrow``, where there are fewer than asked for.
    """
    if number == setting.columns:
        return setting
    area = setting.sheet.page.area
    fitting = number
    while fitting > 1 and area.measure_in(fitting) < LEAST_MEASURE * area.size:
        fitting -= 1
    if fitting != number:
        ems = area.measure_in(number) // area.size
        setting.findings.add(span, "columns-too-narrow", asked=number, ems=ems, least=LEAST_MEASURE, columns=fitting)
    return setting.in_columns(fitting)
