"""Definition lists: a term in a face of its own, an em of space, what it means, turned-over lines hung in."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.blocks.frame import framed, spaced, whole_ems
from huozi.blocks.labels import make_label, set_hung, set_labelled
from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.setting import Setting
from huozi.content.model import Definition, DefinitionList, Inline, Text
from huozi.galley import Galley, Matter
from huozi.structure import Kind

BETWEEN_TERMS = "、"


def set_definitions(block: DefinitionList, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """Terms and meanings in order."""
    style, inner = setting.style("definition"), setting.inside(Kind.DEFINITIONS, block.span)
    matter = tuple(piece for entry in block.entries for piece in _set_entry(entry, inner, set_blocks))
    return spaced(matter, style)


def _set_entry(entry: Definition, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """An entry: its terms lead its first meaning, further meanings begin lines of their own."""
    setting = setting.inside(Kind.DEFINITION, entry.span)
    term, style = setting.style("term"), setting.style("definition")
    em = setting.sheet.page.area.size
    frame = framed(setting, style, entry.span, whole_ems(style.hang, em))
    label = make_label(tuple(_terms(entry)), setting, term, entry.span)
    first, *others = entry.meanings or ((),)
    matter: list[Matter] = [*set_labelled(label, whole_ems(label.width, em) + em, first, frame, style, set_blocks)]
    for meaning in others:
        matter += set_hung(meaning, frame, style, set_blocks)
    return tuple(matter)


def _terms(entry: Definition) -> Iterator[Inline]:
    for index, term in enumerate(entry.terms):
        if index:
            yield Text(BETWEEN_TERMS, term[0].span)
        yield from term
