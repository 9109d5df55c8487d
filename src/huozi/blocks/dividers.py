"""What parts an article where its author wants it (``* * *``): a short rule, stars, or empty lines alone."""

from __future__ import annotations

from huozi.blocks.frame import bare, shifted
from huozi.blocks.lines import set_text
from huozi.blocks.setting import Setting
from huozi.content.model import Divider
from huozi.diagnostics import Span
from huozi.display import Placed, Role, Rule
from huozi.galley import Galley, Matter, Note, SetParagraph, Slug, Space
from huozi.geometry import Mpt, baseline
from huozi.style.boxes import DividerStyle

STARS = "＊　＊　＊"


def set_divider(block: Divider, setting: Setting) -> Galley:
    """A divider in whole grid lines."""
    style = setting.sheet.boxes.divider
    if style.kind == "space":
        return (Space(style.lines),)
    area = setting.sheet.page.area
    depth = style.lines * area.leading - (area.leading - area.size)
    drawn = _rule(style, setting, depth) if style.kind == "rule" else _stars(style, setting, depth, block.span)
    return (Slug(style.lines, drawn, block.span),)


def _rule(style: DividerStyle, setting: Setting, depth: int) -> tuple[Placed, ...]:
    """A short rule in the middle of the lines that it takes."""
    width = min(style.width, setting.measure)
    down = (depth - style.thickness) // 2
    return (Placed((setting.measure - width) // 2, down, Rule(width, style.thickness, style.ink), Role.ARTIFACT, -1),)


def _stars(style: DividerStyle, setting: Setting, depth: int, span: Span) -> tuple[Placed, ...]:
    """Three stars in the middle of the lines that they take; they are no part of the text."""
    text = bare(setting.style("body"))._replace(align="center", indent=0, ink=style.ink)
    top = (depth - text.size) // 2 + baseline(text.size)
    return tuple(
        Placed(line.x + x, top, run, Role.ARTIFACT, -1)
        for line in set_text(setting, STARS, text, setting.measure, span)
        for x, run in line.runs
    )


def parted(matter: list[Matter], divider: Galley, leading: Mpt) -> Galley:
    """Matter with a divider below it, which never heads a column: it is of one piece with the last line above it.

    The divider counts as no line of the text: two lines of a paragraph go on with it, as without one.
    """
    last = next((at for at in range(len(matter) - 1, -1, -1) if not isinstance(matter[at], Note)), -1)
    match matter[last : last + 1], divider:
        case [SetParagraph() as above], (Slug() as below,):
            one: Matter = _under_text(above, below, leading)
        case [Slug() as above], (Slug() as below,):
            one = _under(above, below, leading)
        case _:
            return (*matter[: last + 1], *divider, *matter[last + 1 :])
    return (*matter[:last], one, *matter[last + 1 :])


def _under_text(above: SetParagraph, below: Slug, leading: Mpt) -> SetParagraph:
    *before, last = above.tail or (above.depth,)

    def cast(lines: int) -> tuple[Slug, ...]:
        *others, line = above.cast(lines)
        return (*others, _under(line, below, leading))

    return above._replace(cast=cast, tail=(*before, last + below.height))


def _under(above: Slug, below: Slug, leading: Mpt) -> Slug:
    items = shifted(below, 0, above.height * leading).items
    return above._replace(height=above.height + below.height, items=(*above.items, *items))
