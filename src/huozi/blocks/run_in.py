"""Run-in headings (串文): a heading that begins the paragraph behind it, in its own face and that paragraph's size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huozi.blocks.frame import joined
from huozi.blocks.lines import cast_line, stretches_of
from huozi.blocks.paragraphs import as_paragraph
from huozi.blocks.setting import Setting
from huozi.content.issue_model import BAR
from huozi.content.model import NO_HINTS, Heading, Hints, Inline, Paragraph, Text
from huozi.galley import Galley, Slug
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.hints import take_out_hints
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.justify import Line
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.text_style import ParagraphStyle

GAP = "\u3000"
"""What parts a heading from its paragraph."""

ENDS = frozenset("。：？！；，、…—")
"""Marks that part them already, within closing marks too."""

CLOSING = "”’」』）〉》】〕"


def set_run_in(
    heading: Heading, own: ParagraphStyle, paragraph: Paragraph, text: ParagraphStyle, setting: Setting
) -> Galley:
    """A heading and its paragraph as one: its runs are the heading's, in its faces and colour, those behind the text's.

    What an editor asks for at either is done; of what both ask for once, the heading's word is taken.
    """
    style = own._replace(size=text.size)
    lead = [
        stretch
        for inline in _led_by_gap(tuple(_in_one_line(heading.inlines)))
        for stretch in stretches_of(setting, inline, style)
    ]
    rest = [stretch for inline in paragraph.inlines for stretch in stretches_of(setting, inline, text)]
    composed = compose([*lead, *rest], text, setting.measure, setting.findings)
    level = setting.part(Kind.HEADING, heading.span, heading.inlines, heading.level)
    led = _Led(text._replace(ink=own.ink), _count(lead), level)
    element = setting.part(Kind.PARAGRAPH, paragraph.span, paragraph.inlines)

    def cast(line: Line) -> Slug:
        return _cast(line, composed, led, (text, element), setting)

    shape = text._replace(
        lines_before=max(own.lines_before, text.lines_before), lines_after=max(own.lines_after, text.lines_after)
    )
    return as_paragraph(composed, setting, shape, heading.span, _of_both(heading.hints, paragraph.hints), cast)


class _Led(NamedTuple):
    """What of a paragraph is its heading: its style, up to what count of characters, what it is."""

    style: ParagraphStyle
    till: int
    element: Element


def _cast(line: Line, composed: Composed, led: _Led, rest: tuple[ParagraphStyle, Element], setting: Setting) -> Slug:
    """A line of the paragraph: what of it is heading, and what is not."""
    till = min(max(led.till, line.start), line.end)
    span = composed.place(line.start)
    head = line._replace(end=till, xs=line.xs[: till - line.start])
    tail = line._replace(start=till, xs=line.xs[till - line.start :])
    if till == line.start:
        return cast_line(setting, composed, tail, rest[0], span, rest[1])
    begun = cast_line(setting, composed, head, led.style, span, led.element)
    return begun if till == line.end else joined(begun, cast_line(setting, composed, tail, rest[0], span, rest[1]))


def _count(lead: list[Stretch]) -> int:
    """The characters that a heading has as it is composed."""
    return sum(len(stretch.text) for stretch in take_out_hints(lead).stretches)


def _in_one_line(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """A heading's inlines without its breaks; between Latin words these are spaces."""
    for inline in inlines:
        match inline:
            case Text("\n"):
                continue
            case Text(text) if "|" in text or BAR in text:
                broken = re.sub(r"(?<=[!-~])\s*\|\s*(?=[!-~])", " ", text)
                yield inline._replace(text=re.sub(r"\s*\|\s*", "", broken).replace(BAR, "|"))
            case _:
                yield inline


def _led_by_gap(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A heading's inlines, and the gap behind them unless a mark is there."""
    text = "".join(str(getattr(inline, "text", "字")) for inline in inlines).rstrip().rstrip(CLOSING)
    return inlines if text[-1:] in ENDS else (*inlines, Text(GAP, inlines[-1].span))


def _of_both(heading: Hints, paragraph: Hints) -> Hints:
    """What an editor asks for at a heading and at the paragraph that it begins."""
    if heading is NO_HINTS:
        return paragraph
    return paragraph._replace(
        break_before=heading.break_before or paragraph.break_before,
        keep_next=heading.keep_next or paragraph.keep_next,
        start=heading.start or paragraph.start,
        spread=heading.spread or paragraph.spread,
        places=(*paragraph.places, *heading.places),
    )
