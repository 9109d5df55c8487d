"""Boxes and asides: panels with text in them, in the text and over columns, or in one piece wherever there is room.

A box of one column that stands where it is written goes on over columns and pages, line by line. One with columns of
its own, one beside a picture or text, and one that may stand at a head or foot is one piece.
"""

from __future__ import annotations

from huozi.blocks.box_columns import Piece, in_one_piece
from huozi.blocks.box_panels import Panel, closed_spaces, over_columns
from huozi.blocks.box_texts import set_inside, set_title
from huozi.blocks.frame import LEAST_MEASURE, moved
from huozi.blocks.paragraphs import SetBlocks
from huozi.blocks.setting import Setting
from huozi.content.model import Box, Code, Figure, Wish
from huozi.diagnostics import Findings, Span
from huozi.display import Placed
from huozi.galley import Band, Float, Galley, Slug, Where, Word
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.structure import Kind, lineage
from huozi.style.boxes import BoxRules, BoxStyle

LEAST_COLUMN = 20
"""Ems of the text that a column has at the least in which a box stands beside it."""

LEAST_TEXT = 8
"""Ems of the body that a line in a box has at the least before its padding grows."""

LEAST_BESIDE = 9
"""Ems of the body that a line beside the picture of a box has at the least; else the picture stands above."""

CODE = "code"
"""The style of boxes that lines of programs stand in, where the layout has one."""

PLAIN = BoxStyle(rules=BoxRules(0, 0), pad_down=0, space=0)
"""A box that is none."""

BARE = PLAIN._replace(space=1)
"""Lines of programs without a panel: white alone parts them from the text."""


class Boxed(NamedTuple):
    """A box in its room: style, surroundings inside of it, and the columns that it runs over of those side by side."""

    block: Box
    style: BoxStyle
    inner: Setting
    panel: Panel
    columns: int
    within: int


def set_box(block: Box, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """A box as galley matter.

    Findings: ``box-style-unknown``, ``box-nested``, ``box-too-deep``, ``box-not-beside``, ``box-span``,
    ``box-here-across``, ``wish-idle``, ``columns-too-narrow``, those of what stands in it.
    """
    if any(element.kind is Kind.BOX for element in lineage(setting.part_of)):
        setting.findings.add(block.span, "box-nested")
        return _inside(block, PLAIN, setting.inside(Kind.BOX, block.span), set_blocks)
    style = style_of(block, setting)
    if block.wish.place == "beside":
        place = place_of(block.wish, "place", block.span)
        setting.findings.add(place, "box-not-beside", ems=LEAST_COLUMN)
    boxed = in_room(block, style, setting)
    places = _places(boxed, setting)
    is_piece = _columns_of(boxed)[0] > 1 or _picture_of(boxed) is not None
    goes_on = not is_piece and places == ("here",)
    report_idle(block, setting, ("side", "turned", "width", *(("on",) if goes_on else ())))
    if goes_on:
        return _going_on(boxed, setting, set_blocks)
    found = Findings()
    made = one_piece(_finding(boxed, found), set_blocks)
    if made.lines + 2 * boxed.panel.lead > setting.sheet.page.area.lines:
        setting.findings.add(block.span, "box-too-deep", lines=made.lines, page=setting.sheet.page.area.lines)
        return _going_on(boxed, setting, set_blocks)
    setting.findings.extend(found)
    return _placed(boxed, made, places, setting)


def set_code_box(block: Code, setting: Setting) -> Galley:
    """Lines of a program in the layout's box for them, which goes on over columns; as they are where it has none."""
    from huozi.blocks.code import set_code

    style = setting.sheet.boxes.named.get(CODE, BARE)
    if any(element.kind is Kind.BOX for element in lineage(setting.part_of)):
        style = PLAIN
    measure = setting.measure
    matter = set_code(block, setting._replace(measure=measure - 2 * style.pad_across))
    panel = Panel(style, measure, setting.sheet.page.area)
    return over_columns(moved(matter, style.pad_across), panel)


# ------------------------------------------------------------------ style and room


def style_of(block: Box, setting: Setting) -> BoxStyle:
    """The style of a box; a plain one, ruled above and below, where the layout has none of its name.

    Finding: ``box-style-unknown``.
    """
    named = setting.sheet.boxes.named
    if block.style in named:
        return named[block.style]
    from huozi.slips.key_names import suggested  # a mistake alone pays for it

    setting.findings.add(block.span, "box-style-unknown", style=block.style, known=suggested(block.style, (*named,)))
    return named.get("box", BoxStyle())


def place_of(wish: Wish, key: str, otherwise: Span) -> Span:
    """Where a word of a wish stands."""
    return dict(wish.places).get(key, otherwise)


def in_room(block: Box, style: BoxStyle, setting: Setting) -> Boxed:
    """A box in the columns that it runs over. Finding: ``box-span``."""
    count = setting.columns
    asked = block.wish.span if block.wish.span >= 0 else style.span
    if block.wish.span > count:
        place = place_of(block.wish, "span", block.span)
        setting.findings.add(place, "box-span", asked=asked, columns=count)
    columns = count if asked == 0 else min(asked, count)
    around = setting if columns == 1 else setting.across(columns)
    return in_measure(block, style, setting, (columns, around.measure))


def in_measure(block: Box, style: BoxStyle, setting: Setting, room: tuple[int, Mpt]) -> Boxed:
    """A box in so many columns, and so wide; its text stands in whole ems of the body."""
    columns, measure = room
    em = setting.sheet.page.area.size
    pad = min(style.pad_across, max((measure - LEAST_TEXT * em) // (2 * em), 0) * em)
    inner = setting.inside(Kind.BOX, block.span)._replace(measure=max(measure - 2 * pad, em), columns=1, around=None)
    style = style._replace(pad_across=pad)
    return Boxed(block, style, inner, Panel(style, measure, setting.sheet.page.area), columns, setting.columns)


def _finding(boxed: Boxed, findings: Findings) -> Boxed:
    """The same box, what is found in it apart."""
    return boxed._replace(inner=boxed.inner._replace(findings=findings))


def report_idle(block: Box, setting: Setting, keys: tuple[str, ...]) -> None:
    """Report words on its place that a box does not heed. Finding: ``wish-idle``."""
    for key, span in block.wish.places:
        if key in keys:
            setting.findings.add(span, "wish-idle", key=key)


# ------------------------------------------------------------------ over columns


def _inside(block: Box, style: BoxStyle, inner: Setting, set_blocks: SetBlocks) -> Galley:
    """A title with the text below it."""
    return (*set_title(block, style, inner), *set_inside(block.blocks, style, inner, set_blocks))


def _going_on(boxed: Boxed, setting: Setting, set_blocks: SetBlocks) -> Galley:
    """A box that goes on from column to column; over several of them it ends the text above and heads that below."""
    matter = closed_spaces(_inside(boxed.block, boxed.style, boxed.inner, set_blocks))
    made = over_columns(moved(matter, boxed.style.pad_across), boxed.panel)
    return (Band(1), *made, Band(setting.columns)) if made and boxed.columns > 1 else made


# ------------------------------------------------------------------ in one piece


def _columns_of(boxed: Boxed) -> tuple[int, Mpt, Mpt]:
    """The columns of a box's own text: how many, how wide, and what parts the left edges of two of them."""
    em, inner = boxed.panel.area.size, boxed.inner
    asked = boxed.block.columns if boxed.block.columns > 1 else boxed.style.columns
    count = asked
    while count > 1 and _width(inner.measure, count, boxed.style.gap, em) < LEAST_MEASURE * em:
        count -= 1
    width = _width(inner.measure, count, boxed.style.gap, em)
    return count, width, (inner.measure - width) // (count - 1) if count > 1 else 0


def _width(measure: Mpt, count: int, gap: Mpt, em: Mpt) -> Mpt:
    """How wide one of so many columns is, in whole ems."""
    return measure if count == 1 else max((measure - gap * (count - 1)) // count // em, 0) * em


def _picture_of(boxed: Boxed) -> Figure | None:
    """The picture that stands beside a box's text."""
    match boxed.block.blocks:
        case (Figure() as figure, _, *_) if boxed.style.picture != "none":
            room = boxed.inner.measure - boxed.style.picture_width - boxed.panel.area.size
            return figure if room >= LEAST_BESIDE * boxed.panel.area.size else None
        case _:
            return None


def one_piece(boxed: Boxed, set_blocks: SetBlocks) -> Piece:
    """What stands in a box, cast in one piece. Finding: ``columns-too-narrow``."""
    picture = _picture_of(boxed)
    if picture is not None:
        return _beside_picture(boxed, picture, set_blocks)
    count, width, step = _columns_of(boxed)
    asked = max(boxed.block.columns, boxed.style.columns)
    em = boxed.panel.area.size
    if count < asked:
        boxed.inner.findings.add(
            boxed.block.span, "columns-too-narrow",
            asked=asked, ems=_width(boxed.inner.measure, asked, boxed.style.gap, em) // em, least=LEAST_MEASURE,
            columns=count,
        )  # fmt: skip
    title = set_title(boxed.block, boxed.style, boxed.inner)
    matter = set_inside(boxed.block.blocks, boxed.style, boxed.inner._replace(measure=width), set_blocks)
    return in_one_piece(title, matter, (count, step), boxed.panel.area.leading)


def _beside_picture(boxed: Boxed, figure: Figure, set_blocks: SetBlocks) -> Piece:
    """A box's text beside the picture that it begins with, the title above the text."""
    from huozi.blocks.figure_sizes import shown_of
    from huozi.blocks.figures import Room, fitted

    style, inner, area = boxed.style, boxed.inner, boxed.panel.area
    gap = area.size
    for key, span in figure.wish.places:
        inner.findings.add(span, "wish-idle", key=key)
    filled = figure._replace(wish=Wish(width=1000))
    shown = tuple(shown_of(picture, inner) for picture in figure.pictures)
    picture = fitted(filled, shown, Room(1, 1, style.picture_width, area.height), inner).cast
    room = (inner.measure - style.picture_width - gap) // area.size * area.size
    narrow = inner._replace(measure=room)
    title = set_title(boxed.block, style, narrow)
    text = in_one_piece(title, set_inside(boxed.block.blocks[1:], style, narrow, set_blocks), (1, 0), area.leading)
    at_left = style.picture == "left"
    left = inner.measure - style.picture_width if not at_left else 0
    right = inner.measure - room if at_left else 0
    items = (*_moved(picture.items, left, 0), *_moved(text.items, right, 0))
    return Piece(max(text.lines, area.lines_for(picture.depth)), items, text.calls)


def _moved(items: tuple[Placed, ...], right: Mpt, down: Mpt) -> tuple[Placed, ...]:
    return tuple(placed._replace(x=placed.x + right, y=placed.y + down) for placed in items)


def piece_at(boxed: Boxed, made: Piece, where: Where, lines: int) -> Slug:
    """A box in one piece at a place: flush with the type area at a head and a foot, else in the middle of its lines."""
    panel, leading = boxed.panel, boxed.panel.area.leading
    gap = leading - panel.area.size
    first = {"head": panel.lead, "foot": lines - made.lines - panel.lead}.get(where, (lines - made.lines) // 2)
    top, foot = first * leading - panel.pad, (first + made.lines) * leading - gap + panel.pad
    if where == "head":
        top = 0
    if where == "foot":
        foot = lines * leading - gap
    items = _moved(made.items, boxed.style.pad_across, first * leading)
    return Slug(lines, (*panel.drawn(top, foot), *items), boxed.block.span, calls=made.calls)


def _places(boxed: Boxed, setting: Setting) -> tuple[Where, ...]:
    """Where a box may stand: where its author wants it, else where its style has it; in a frame where it is written."""
    asked = boxed.block.wish.place
    if setting.around is not None:
        if asked not in ("", "here", "beside"):  # told already
            setting.findings.add(place_of(boxed.block.wish, "place", boxed.block.span), "box-in-frame")
        return ("here",)
    if asked and asked != "beside":
        return (asked,)
    return boxed.style.places


def _placed(boxed: Boxed, made: Piece, places: tuple[Where, ...], setting: Setting) -> Galley:
    """A box in one piece as a float, or as a slug where it can stand nowhere else."""
    area, panel, block = setting.sheet.page.area, boxed.panel, boxed.block
    is_wide = boxed.columns > 1
    lines = min(made.lines + 2 * panel.around, area.lines)
    if places == ("here",) and (boxed.columns in (1, boxed.within) or setting.around is not None):
        slug = piece_at(boxed, made, "here", lines)
        return (Band(1), slug, Band(setting.columns)) if is_wide else (slug,)
    if is_wide:
        places = tuple(each for each in places if each != "here") or ("head", "foot")
        if block.wish.place == "here":
            setting.findings.add(place_of(block.wish, "place", block.span), "box-here-across", columns=boxed.columns)
    words = tuple(Word("place", span) for key, span in block.wish.places if key in ("place", "on"))

    def cast_at(where: Where) -> Slug:
        return piece_at(boxed, made, where, lines)

    unasked = tuple(each for each in boxed.style.places if each != "here" or not is_wide) if words else ()
    return (
        Float(
            str(block.span), lines, cast_at, block.span, boxed.columns, boxed.within, places, block.wish.on,
            made.calls, words, unasked,
        ),
    )  # fmt: skip
