"""Composition of one paragraph: characters in, lines out, on demand in one line less or more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huozi.diagnostics import Findings, Span
from huozi.geometry import Mpt
from huozi.paragraph.itemize import Items, Stretch, itemize
from huozi.paragraph.justify import Line, set_line
from huozi.paragraph.linebreak import Breaking, Measured, Shape, best_breaking, break_lines, measure_items
from huozi.style.model import ParagraphStyle


@dataclass(frozen=True, slots=True)
class Composed:
    """A paragraph whose breakings are known: ``set`` gives the lines of any of them."""

    items: Items
    measured: Measured
    shape: Shape
    breakings: dict[int, Breaking]
    measure: Mpt
    indent: Mpt

    @property
    def line_count(self) -> int:
        """The number of lines of the best breaking; 0 where there is no text."""
        best = best_breaking(self.breakings)
        return len(best.ends) if best else 0

    def set(self, looseness: int = 0) -> tuple[Line, ...]:
        """The lines of the best breaking, or of the best one with ``looseness`` more (negative: fewer) lines.

        Falls back to the best breaking where the paragraph cannot be set in that many lines.
        """
        breaking = best_breaking(self.breakings, looseness) or best_breaking(self.breakings)
        if breaking is None:
            return ()
        starts = (0, *breaking.ends[:-1])
        return tuple(self._line(start, end) for start, end in zip(starts, breaking.ends, strict=True))

    def _line(self, start: int, end: int) -> Line:
        indent = 0 if start else self.indent
        room = self.measure - indent
        natural = self.measured.end[end] - self.measured.start[start]
        stops = end == len(self.items.text) or (self.shape.break_at_bars and end in self.items.preferred)
        fills = self.shape.align == "justify" and (not stops or natural > room)
        line = set_line(self.items, self.measured, start, end, room if fills else None)
        match self.shape.align:
            case "right":
                x = room - line.width
            case "center":
                x = (room - line.width) // 2
            case _:
                x = indent
        return line._replace(x=x)


def compose(
    stretches: Sequence[Stretch],
    style: ParagraphStyle,
    measure: Mpt,
    findings: Findings,
    *,
    break_at_bars: bool = False,
) -> Composed:
    """A paragraph in a style at a measure (Mpt, insets of the style not yet taken off).

    Findings: ``character-missing`` for what no face has, ``line-overfull`` where a unit is wider than the measure.
    """
    room = max(measure - style.inset_left - style.inset_right, 1)
    indent = min(style.indent, room - 1) if style.align in ("justify", "left") else 0
    items = itemize(stretches, style.size, style.text, style.letter_spacing, findings)
    measured = measure_items(items, style.text)
    shape = Shape(room - indent, room, style.align, break_at_bars)
    composed = Composed(items, measured, shape, break_lines(items, measured, shape, style.text), room, indent)
    _report_overfull(composed, stretches, findings)
    return composed


def _report_overfull(composed: Composed, stretches: Sequence[Stretch], findings: Findings) -> None:
    """A finding for each line that runs over its measure."""
    best = best_breaking(composed.breakings)
    if best is None:
        return
    start = 0
    for end in best.ends:
        room = composed.measure - (0 if start else composed.indent)
        excess = composed.measured.end[end] - composed.measured.start[start] - room
        if excess > 0 and composed.set()[best.ends.index(end)].width > room:
            findings.add(
                place_of(stretches, start),
                "line-overfull",
                text=composed.items.text[start:end][:24],
                excess=f"{excess / 1000:.1f}",
            )
        start = end


def place_of(stretches: Sequence[Stretch], index: int) -> Span:
    """The place in the source of a character of a paragraph, as near as its stretch tells."""
    for stretch in stretches:
        if index < len(stretch.text):
            return stretch.span._replace(column=stretch.span.column + index) if stretch.span.line else stretch.span
        index -= len(stretch.text)
    return stretches[-1].span if stretches else Span("")
