"""Dialogue: speakers' labels in a face of their own, all that is said hung in by the same whole ems."""

from __future__ import annotations

from huozi.blocks.frame import framed, spaced, whole_ems
from huozi.blocks.labels import Label, make_label, set_hung, set_labelled
from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.setting import Setting
from huozi.content.model import Dialogue
from huozi.galley import Galley, Matter
from huozi.geometry import Mpt
from huozi.structure import Kind

WIDEST_HANG = 3
"""A label wider than this part of the measure does not widen the hang: its text begins after it, and turns over."""


def set_dialogue(block: Dialogue, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """Questions and answers, turnover lines hung in by the widest label; by what the style gives where that is more."""
    style, speaker = setting.style("dialogue"), setting.style("speaker")
    em = setting.sheet.page.area.size
    labels = [make_label(turn.speaker, setting, speaker, turn.span) for turn in block.turns]
    widest = setting.measure // WIDEST_HANG
    rooms = [whole_ems(_room(label, em), em) for label in labels]
    hang = max([whole_ems(style.hang, em), *(room for room in rooms if room <= widest)])
    frame = framed(setting.inside(Kind.DIALOGUE, block.span), style, block.span, hang)
    matter: list[Matter] = []
    for turn, label, room in zip(block.turns, labels, rooms, strict=True):
        within = frame._replace(setting=frame.setting.inside(Kind.TURN, turn.span))
        if label.slug.items:
            matter += set_labelled(label, room, turn.blocks, within, style, set_blocks)
        else:
            matter += set_hung(turn.blocks, within, style, set_blocks)
    return spaced(tuple(matter), style)


def _room(label: Label, em: Mpt) -> Mpt:
    """What a label takes at the least: a full-width colon holds the gap after it."""
    return label.width if label.is_full else label.width + em // 4
