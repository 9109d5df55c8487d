"""What hangs below the lines of marked text: dots, lines below names, lowered text. Make-up asks whether it touches."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.blocks.setting import Setting
from huozi.diagnostics import Span
from huozi.display import BLACK
from huozi.fonts.ink import ink_boxes
from huozi.galley import Hung
from huozi.geometry import Mpt, baseline
from huozi.paragraph.compose import Composed
from huozi.paragraph.items.look import Worn, worn_within
from huozi.paragraph.lines.decorate import hanging
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.lines.runs import glyph_runs
from huozi.style.text_style import ParagraphStyle


def hung_below(setting: Setting, composed: Composed, line: Line, style: ParagraphStyle, top: Mpt) -> Iterator[Hung]:
    """What hangs below a line whose em box has its top at a place in the slug."""
    items = composed.items
    worn = worn_within(items.worn, line.start, line.end)
    if all(look.dots is None and look.line is None and look.rise >= 0 for _, _, look in worn):
        return
    y, x = top + baseline(style.size), style.inset_left + line.x
    for kind, first, left, head, right, foot in hanging(items, line):
        text, span = _above(composed, next(each for each in worn if each.start <= first < each.end), line)
        yield Hung(kind, text, span, x + left, y + head, x + right, y + foot, y)
    for each in worn:
        if each.look.rise < 0:
            yield from _lowered(setting, composed, line, (x, y), each)


def _above(composed: Composed, worn: Worn, line: Line) -> tuple[str, Span]:
    """The text of a look in a line, as far as it is worth showing, and its place in the source."""
    first, last = max(worn.start, line.start), min(worn.end, line.end)
    return composed.items.text[first : min(last, first + SHOWN)], composed.place(first)


SHOWN = 8
"""Characters of what stands above a line that a finding shows."""


def _lowered(setting: Setting, composed: Composed, line: Line, place: tuple[Mpt, Mpt], worn: Worn) -> Iterator[Hung]:
    """The ink of lowered text, glyph by glyph."""
    text, span = _above(composed, worn, line)
    x, y = place
    piece = line._replace(start=max(worn.start, line.start), end=min(worn.end, line.end))
    piece = piece._replace(xs=line.xs[piece.start - line.start : piece.end - line.start])
    for at, run in glyph_runs(composed.items, piece, BLACK):
        for _, box in ink_boxes(run, setting.catalog.face(run.face)):
            yield Hung("lowered", text, span, x + at + box.left, y + box.top, x + at + box.right, y + box.bottom, y)
