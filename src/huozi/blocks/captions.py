"""Captions and credits of figures: lines on a leading of their own, centred where one line holds them (图题)."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.blocks.calls import slug_calls
from huozi.blocks.frame import bare
from huozi.blocks.lines import place_line, stretches_of
from huozi.blocks.setting import Setting
from huozi.content.model import Inline, Text
from huozi.diagnostics import Findings, Span
from huozi.display import Placed
from huozi.galley import Call
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.hints import take_out_hints
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.justify import Line
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.text_style import ParagraphStyle

GAP = "\u3000"
"""What parts a figure's number from its caption: one em (CY/T 171)."""

LEAST_HUNG = 5
"""A number hangs only where it takes less than one part of so many of the width."""

LEAST_JUSTIFIED = 16
"""Ems of a width from which on the lines of a caption are made full."""


class Cast(NamedTuple):
    """What is cast off the grid: how deep it is, what stands in it from its top left corner, how wide that is.

    ``calls`` are the notes and floats that it calls.
    """

    depth: Mpt
    items: tuple[Placed, ...]
    width: Mpt = 0
    calls: tuple[Call, ...] = ()


NOTHING_CAST = Cast(0, ())


class Said(NamedTuple):
    """What is said below a picture: its number, its caption, whose it is; ``element`` is the figure it is part of."""

    label: str
    caption: tuple[Inline, ...]
    credit: tuple[Inline, ...]
    span: Span
    element: Element
    style: str = "caption"


def style_named(name: str, setting: Setting) -> ParagraphStyle:
    """A style of captions without a shape of its own; the caption's where the layout has no such one."""
    styles = setting.sheet.styles
    return bare(styles.get(name, styles["caption"]))._replace(indent=0)


def set_caption(said: Said, widths: tuple[Mpt, Mpt], setting: Setting) -> Cast:
    """A caption below a picture: in one line in the middle of all the width there is, else as wide as the picture.

    ``widths`` are these two; the picture stands in the middle of the first. What is said of the credit stands in
    brackets behind it.
    """
    text = _Text(said, setting)
    if not text.stretches:
        return NOTHING_CAST
    whole, own = widths
    first = Findings()
    composed = compose(text.stretches, text.style._replace(align="center"), whole, first)
    if composed.line_count < 2:
        setting.findings.extend(first)
        return text.cast(composed, 0)
    left = (whole - own) // 2
    turn = setting.sheet.figures.caption_turn
    if turn == "text" and said.label and (said.caption or said.credit):
        hung = _hung(said, own, left, setting)
        if hung is not None:
            return hung
    style = _filled(text.style, own) if turn != "center" else text.style._replace(align="center")
    return text.cast(compose(text.stretches, style, own, setting.findings), left)


def _filled(style: ParagraphStyle, width: Mpt) -> ParagraphStyle:
    """A style whose lines are as wide as they are to be, unless that would open them too far."""
    return style._replace(align="justify" if width >= LEAST_JUSTIFIED * style.size else "left")


class _Text:
    """The stretches of a caption, and what of it is the credit: another style, another element."""

    def __init__(self, said: Said, setting: Setting) -> None:
        self.style = style_named(said.style, setting)
        self.credit_style = style_named("credit", setting)._replace(size=self.style.size)
        before = f"{said.label}{GAP}" if said.label and (said.caption or said.credit) else said.label
        label = (Text(before, said.span),) if before else ()
        self.inlines = (*label, *said.caption)
        self.stretches: list[Stretch] = _stretches(self.inlines, self.style, setting)
        self.till = sum(len(stretch.text) for stretch in take_out_hints(self.stretches).stretches)
        if said.credit:
            in_brackets = _in_brackets(said.credit) if self.inlines else said.credit
            self.stretches += _stretches(in_brackets, self.credit_style, setting)
        within = setting._replace(part_of=said.element)
        self.element = within.part(Kind.CAPTION, said.span, self.inlines)
        self.credit = within.part(Kind.CREDIT, said.credit[0].span, said.credit) if said.credit else None

    def cast(self, composed: Composed, left: Mpt) -> Cast:
        """Its lines, so far from the left."""
        items: list[Placed] = []
        lines = composed.set()
        for number, line in enumerate(lines):
            for part, style, element in self._parts(line):
                top = number * self.style.leading
                items += place_line(composed, part._replace(x=part.x + left), style, top, element)
        depth = (composed.line_count - 1) * self.style.leading + self.style.size
        calls = slug_calls(composed, lines) if composed.called else ()
        return Cast(depth, tuple(items), max(line.width for line in lines), calls)

    def _parts(self, line: Line) -> list[tuple[Line, ParagraphStyle, Element | None]]:
        """What of a line is caption, and what is credit."""
        till = min(max(self.till, line.start), line.end)
        parts: list[tuple[Line, ParagraphStyle, Element | None]] = []
        if till > line.start:
            cut = line._replace(end=till, xs=line.xs[: till - line.start])
            parts.append((cut, self.style, self.element))
        if till < line.end:
            cut = line._replace(start=till, xs=line.xs[till - line.start :])
            parts.append((cut, self.credit_style, self.credit))
        return parts


def _hung(said: Said, width: Mpt, left: Mpt, setting: Setting) -> Cast | None:
    """A caption whose turned lines stand behind its number; ``None`` where the number is too wide for that."""
    text = _Text(said._replace(label=""), setting)
    style = text.style._replace(align="left")
    inlines = (Text(f"{said.label}{GAP}", said.span),)
    label = compose(_stretches(inlines, style, setting), style, width, Findings())
    line = label.set()[0]
    room = line.xs[-1] + label.items.advance[line.end - 1]
    if room * LEAST_HUNG > width or label.line_count > 1:
        return None
    led = place_line(label, line._replace(x=left), style, 0, text.element)
    composed = compose(text.stretches, _filled(style, width - room), width - room, setting.findings)
    cast = text.cast(composed, left + room)
    return Cast(cast.depth, (*led, *cast.items), width, cast.calls)


def set_credit(said: Said, widths: tuple[Mpt, Mpt], setting: Setting) -> Cast:
    """A credit of its own, at the right end below a picture; nothing where it stands behind the caption."""
    if not said.credit:
        return NOTHING_CAST
    whole, own = widths
    text = _Text(said._replace(label="", caption=()), setting)
    composed = compose(text.stretches, text.credit_style._replace(align="right"), own, setting.findings)
    return text.cast(composed, (whole - own) // 2)


def _stretches(inlines: Sequence[Inline], style: ParagraphStyle, setting: Setting) -> list[Stretch]:
    return [stretch for inline in inlines for stretch in stretches_of(setting, inline, style)]


def _in_brackets(credit: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A credit in brackets."""
    return (Text("（", credit[0].span), *credit, Text("）", credit[-1].span))
