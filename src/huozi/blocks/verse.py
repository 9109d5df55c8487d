"""Verse: lines kept as they are, the block of them centred or set in, stanzas apart by empty lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from huozi.blocks.frame import Frame, bare, framed, kept_together, moved, spaced
from huozi.blocks.lines import cast_line, compose_inlines
from huozi.blocks.paragraphs import set_paragraph
from huozi.blocks.setting import Setting
from huozi.content.model import Inline, Verse
from huozi.galley import Call, Galley, Matter, SetParagraph, Slug, Space
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed
from huozi.structure import Kind
from huozi.style.text_style import Align, ParagraphStyle

SHARES: dict[Align, int] = {"center": 2, "right": 1}
"""Which share of the room beside the longest line stands at its left, by alignment; none where it is not named."""


def set_verse(block: Verse, setting: Setting) -> Galley:
    """Verse; the block of its lines is centred by the longest, by whole ems, and their beginnings stand in a column.

    A line longer than the measure is turned over and moved in by the style's ``hang``.
    """
    style = setting.style("verse")
    frame = framed(setting.inside(Kind.VERSE, block.span), style, block.span)
    turned = _line_style(style, frame)
    stanzas = [[compose_inlines(frame.setting, line, turned) for line in stanza] for stanza in block.stanzas]
    longest = max((_width(line, frame) for stanza in stanzas for line in stanza), default=frame.setting.measure)
    left = _left(longest, frame, style)
    matter: list[Matter] = []
    for lines, stanza in zip(stanzas, block.stanzas, strict=True):
        if matter and style.between:
            matter.append(Space(style.between))
        matter += _stanza(lines, stanza, left, turned, frame)
    if block.source:
        matter = list(kept_together(tuple(matter), _source(block, left, left + longest, frame)))
    return spaced(moved(tuple(matter), frame.left), style)


def _line_style(style: ParagraphStyle, frame: Frame) -> ParagraphStyle:
    """The style of a line: its own first line flush, what is turned over moved in."""
    hang = style.hang // style.size * style.size
    if frame.setting.measure - hang < style.size:
        hang = 0
    return bare(style)._replace(align="justify", inset_left=hang, indent=-hang)


def _width(line: Composed, frame: Frame) -> Mpt:
    """The length of a line; the measure where it is turned over."""
    return line.set()[0].width if line.line_count == 1 else frame.setting.measure


def _left(longest: Mpt, frame: Frame, style: ParagraphStyle) -> Mpt:
    """Where the lines start: the room beside the longest of them shared out by the alignment, in whole ems."""
    em = frame.setting.sheet.page.area.size
    share = SHARES.get(style.align)
    return max(frame.setting.measure - longest, 0) // share // em * em if share else 0


def _source(block: Verse, left: Mpt, right: Mpt, frame: Frame) -> Galley:
    """The line that says whose verse it is: flush with the longest line, or from where that one begins if it is wider.

    It is moved in by two ems then, so that it is not taken for a line of the verse.
    """
    style = frame.setting.style("attribution")
    width = _width(compose_inlines(frame.setting, block.source, bare(style)), frame)
    measure = min(max(right, left + 2 * style.size + width), frame.setting.measure)
    whose = frame.setting.part(Kind.ATTRIBUTION, block.source[0].span, block.source)
    return set_paragraph(block.source, frame.setting._replace(measure=measure), style, whose)


def _stanza(
    lines: Sequence[Composed], stanza: Sequence[Sequence[Inline]], left: Mpt, style: ParagraphStyle, frame: Frame
) -> Galley:
    """A stanza as one paragraph, so that no line of it is left alone by a page's end."""
    placed = style._replace(inset_left=style.inset_left + left)
    setting = frame.setting
    element = setting.part(Kind.STANZA, stanza[0][0].span, [inline for line in stanza for inline in line])

    def cast(_lines: int) -> tuple[Slug, ...]:
        return tuple(
            cast_line(setting, composed, line, placed, written[0].span, element)
            for composed, written in zip(lines, stanza, strict=True)
            for line in composed.set()
        )

    count = sum(line.line_count for line in lines)
    depth = setting.sheet.page.area.lines_for(style.size)
    calls = _calls(lines) if any(line.called for line in lines) else None
    return (SetParagraph(count, cast, stanza[0][0].span, depth=depth, calls=calls),) if count else ()


def _calls(lines: Sequence[Composed]) -> Callable[[int], tuple[Call, ...]]:
    """What the lines of a stanza call, which do not vary."""
    from huozi.blocks.calls import line_calls, once  # little verse has notes

    found: list[Call] = []
    first = 0
    for line in lines:
        found += line_calls(line, line.best.ends if line.best else (), first)
        first += line.line_count
    calls = once(found)
    return lambda _lines: calls
