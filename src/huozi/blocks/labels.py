"""Labels: what leads an item of a list, a speaker's turn or a definition, in a room of whole ems.

The text hangs in by that room. A label wider than it pushes the first line's text along the grid; one that would leave
that line too little, or stands before something else than a paragraph, has its own line.
"""

from __future__ import annotations

from collections.abc import Sequence

from huozi.blocks.frame import Frame, bare, led_by, moved, shifted
from huozi.blocks.lines import cast_whole, compose_inlines, place_line, with_hung
from huozi.blocks.paragraphs import SetBlocks, set_paragraph
from huozi.blocks.setting import Setting
from huozi.content.model import Block, Inline, Paragraph
from huozi.diagnostics import Span
from huozi.galley import Galley, Slug, Start
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.text_style import ParagraphStyle

LEAST_BESIDE = 2
"""What a wide label must leave of its line: one part of so many."""


class Label(NamedTuple):
    """A label set from x = 0 for one line of the grid: its width, and whether it ends in a full-width character.

    One bullet leads all items of a list: what it is part of is said where it is put to one.
    """

    inlines: tuple[Inline, ...]
    style: ParagraphStyle
    slug: Slug
    width: Mpt
    is_full: bool


def make_label(inlines: Sequence[Inline], setting: Setting, style: ParagraphStyle, span: Span) -> Label:
    """A label in a style, whatever its length."""
    full = style.text._replace(line_start="full")  # a label's marks keep its characters on whole ems
    plain = bare(style)._replace(indent=0, align="left", text=full)
    room = 2 * style.size * sum(len(str(inline)) for inline in inlines)
    composed = compose_inlines(setting._replace(measure=max(room, setting.measure)), inlines, plain)
    if not composed.line_count:
        return Label((), plain, Slug(1, (), span), 0, True)
    line = composed.set()[0]
    top = (setting.sheet.page.area.size - plain.size) // 2
    slug = Slug(1, tuple(place_line(composed, line, plain, top, None)), span)
    if composed.items.worn:
        slug = with_hung(setting, slug, composed, [(line, top)], plain)
    is_full = composed.items.advance[-1] >= style.size
    return Label(tuple(inlines), plain, slug, line.natural, is_full)


def set_hung(
    blocks: Sequence[Block], frame: Frame, style: ParagraphStyle, set_blocks: SetBlocks, first_indent: Mpt = 0
) -> Galley:
    """Blocks in a frame, a first paragraph flush with its edge or so far from it, later ones indented by the style."""
    text = bare(style)
    name = f"{style.name}-text"
    inner = frame.setting.with_style(name, text)
    match blocks:
        case (Paragraph(inlines, span, hints), *rest):
            flush, first = text._replace(indent=first_indent), inner.part(Kind.PARAGRAPH, span, inlines)
            matter = set_paragraph(inlines, inner, flush, first, hints) + set_blocks(rest, inner, name)
        case _:
            matter = set_blocks(blocks, inner, name)
    return moved(matter, frame.left)


def set_labelled(
    label: Label, room: Mpt, blocks: Sequence[Block], frame: Frame, style: ParagraphStyle, set_blocks: SetBlocks
) -> Galley:
    """Blocks hung in by the frame, their first line led by a label that takes ``room`` (whole ems)."""
    push = max(room - frame.hang, 0)
    match blocks:
        case (Paragraph(), *_) if push <= frame.setting.measure // LEAST_BESIDE:
            has_place = True
        case _:
            has_place = bool(blocks) and not push
    if not has_place:
        own, matter = _own_line(label, frame, bool(blocks)), set_hung(blocks, frame, style, set_blocks)
        return (matter[0], *own, *matter[1:]) if matter and isinstance(matter[0], Start) else (*own, *matter)
    edge = frame.left - frame.hang
    area = frame.setting.sheet.page.area
    down = (area.lines_for(style.size) - 1) * area.leading // 2  # large text takes several lines of the grid
    lead = _part_of(_element(label, frame), shifted(label.slug, edge, down))
    return led_by(lead, set_hung(blocks, frame, style, set_blocks, push))


def _element(label: Label, frame: Frame) -> Element:
    """The label as a part of what it leads, where that begins."""
    leads = frame.setting.part_of
    return frame.setting.part(Kind.LABEL, label.slug.span if leads is None else leads.span, label.inlines)


def _part_of(element: Element, slug: Slug) -> Slug:
    """A slug with all that stands in it part of an element; the mark of a note's call is a part of that."""
    made: dict[Element | None, Element] = {None: element}
    for placed in slug.items:
        own = placed.element
        if own is not None and own not in made:
            made[own] = own._replace(parent=element)
    return slug._replace(items=tuple(placed._replace(element=made[placed.element]) for placed in slug.items))


def _own_line(label: Label, frame: Frame, keep: bool) -> Galley:
    """A label as lines of its own, kept with what it labels."""
    setting = frame.setting._replace(measure=frame.setting.measure + frame.hang)
    composed = compose_inlines(setting, label.inlines, label.style)
    slug = cast_whole(setting, composed, label.style._replace(lines=0, lines_by=()), _element(label, frame), int(keep))
    return moved((slug,), frame.left - frame.hang)
