"""Lists: items led by numbers or bullets, hung in by whole ems."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.blocks.frame import framed, shifted, spaced, whole_ems
from huozi.blocks.labels import Label, make_label, set_labelled
from huozi.blocks.numerals import numbered
from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.setting import Setting
from huozi.content.model import ListBlock, Text
from huozi.galley import Galley, Matter, Space
from huozi.geometry import Mpt
from huozi.structure import Kind, lineage
from huozi.style.text_style import FaceChoice, ParagraphStyle


def set_list(block: ListBlock, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """A list; its text hangs in by its widest number, in whole ems, or by what the style gives.

    Numbers in half-width digits end half an em before the text, so that their points stand below each other; those of
    full width begin on the grid, and bullets stand in the middle of their room.
    """
    style = setting.style("list")
    labels = list(_labels(block, setting, style))
    em = setting.sheet.page.area.size
    hang = max([whole_ems(style.hang, em), *(whole_ems(_room(label, em), em) for label in labels)])
    level = 1 + sum(element.kind is Kind.LIST for element in lineage(setting.part_of))
    frame = framed(setting.inside(Kind.LIST, block.span, level), style, block.span, hang)
    inner = _one_deeper(frame.setting, style, block)
    places = block.places or (block.span,) * len(block.items)
    matter: list[Matter] = []
    for label, item, place in zip(labels, block.items, places, strict=True):
        frame = frame._replace(setting=inner.inside(Kind.LIST_ITEM, place))
        if matter and block.loose and style.between:
            matter.append(Space(style.between))
        placed = _placed(label, frame.hang, em, is_bullet=not block.numbers)
        matter += set_labelled(placed, whole_ems(_room(label, em), em), item, frame, style, set_blocks)
    return spaced(tuple(matter), style)


def _labels(block: ListBlock, setting: Setting, style: ParagraphStyle) -> Iterator[Label]:
    """The labels of a list, one an item."""
    if not block.numbers:
        inlines = (Text(style.bullets[0], block.span),)
        bullet = make_label(inlines, setting, style._replace(font=_latin_first(style.font)), block.span)
        yield from (bullet for _ in block.items)
        return
    for number in block.numbers:
        yield make_label((Text(numbered(style.numbers[0], number), block.span),), setting, style, block.span)


def _latin_first(faces: FaceChoice) -> FaceChoice:
    """Faces in which bullets come from the Latin one: a Han font draws • as small as the dot within a name."""
    return FaceChoice(faces.latin, "", (faces.han, *faces.fallback)) if faces.latin else faces


def _room(label: Label, em: Mpt) -> Mpt:
    """What a label takes at the least, with the gap after it."""
    return label.width if label.is_full else label.width + em // 2


def _placed(label: Label, hang: Mpt, em: Mpt, *, is_bullet: bool) -> Label:
    """A label at its place in its room."""
    spare = hang - label.width
    x = spare // 2 if is_bullet else 0 if label.is_full else spare - em // 2
    return label._replace(slug=shifted(label.slug, max(x, 0)))


def _one_deeper(setting: Setting, style: ParagraphStyle, block: ListBlock) -> Setting:
    """The surroundings of a list within this one: its numbers or bullets are the next."""
    if not block.numbers:
        return setting.with_style("list", style._replace(bullets=(*style.bullets[1:], style.bullets[0])))
    return setting.with_style("list", style._replace(numbers=(*style.numbers[1:], style.numbers[0])))
