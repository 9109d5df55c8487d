"""A box beside text (a pull quote that the text runs round), tied to the start of the paragraph that follows it."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.blocks.beside import LEAST_LINE, Beside, Standing
from huozi.blocks.boxes import LEAST_COLUMN, in_measure, one_piece, report_idle, set_box, style_of
from huozi.blocks.captions import Cast
from huozi.blocks.frame import LEAST_MEASURE
from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.setting import Setting
from huozi.content.model import Block, Box, Paragraph
from huozi.diagnostics import Findings
from huozi.galley import Galley

WHOLE = 1000


def set_box_beside(
    block: Box, behind: Sequence[Block], setting: Setting, style_name: str, set_blocks: SetBlocks
) -> tuple[Galley, int]:
    """A box with the paragraphs beside it, and how many of the blocks behind it these are.

    Its lines stand on the grid of those beside it. Where it cannot stand there (no paragraph follows, the column is too
    narrow, it calls notes, it is deeper than a page) it stands where such boxes do. Findings: ``box-not-beside``, those
    of boxes.
    """
    style, area = setting.style(style_name), setting.sheet.page.area
    found = Findings()
    alone = setting._replace(findings=found)
    own = style_of(block, alone)
    em, gap = area.size, setting.sheet.figures.beside_gap
    most = setting.measure - gap - LEAST_LINE * style.size
    width = min(setting.measure * (block.wish.width or own.width) // WHOLE, most) // em * em
    fits = behind and isinstance(behind[0], Paragraph) and setting.measure >= LEAST_COLUMN * style.size
    if not fits or width < LEAST_MEASURE * em:
        return set_box(block, setting, set_blocks), 0
    boxed = in_measure(block, own, alone, (1, width))
    made = one_piece(boxed, set_blocks)
    panel = boxed.panel
    lines = made.lines + 2 * panel.lead
    if made.calls or lines > area.lines - 1 or not made.lines:
        return set_box(block, setting, set_blocks), 0
    setting.findings.extend(found)
    report_idle(block, setting, ("on", "span", "turned"))
    depth = lines * area.leading - (area.leading - area.size)
    measure = max((setting.measure - width - gap) // style.size, 1) * style.size
    side = block.wish.side or setting.sheet.figures.beside
    left = 0 if side == "left" else setting.measure - width
    pad, down = boxed.style.pad_across, panel.lead * area.leading
    inner = (placed._replace(x=placed.x + pad, y=placed.y + down) for placed in made.items)
    items = tuple(placed._replace(x=placed.x + left) for placed in (*panel.drawn(0, depth), *inner))
    standing = Standing(Cast(depth, items, width), lines, setting.measure - measure if side == "left" else 0, measure)
    return Beside(standing, style, setting).set(behind)
