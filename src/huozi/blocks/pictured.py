"""What a figure is made of: its pictures at their sizes, each over its own caption, and that of them all below."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.blocks.calls import once
from huozi.blocks.captions import Cast, Said, set_caption, set_credit, style_named
from huozi.blocks.figure_sizes import Shown, rows_of
from huozi.blocks.setting import Setting
from huozi.content.model import Figure, Picture
from huozi.display import Image, Ink, Path, Placed, Role
from huozi.galley import Call
from huozi.geometry import Mpt, Size
from huozi.records import NamedTuple
from huozi.structure import Element, Kind

FRAME = Ink(0, 0, 0, 400)
"""The ink of the frame that stands in for a picture that cannot be read."""
FRAME_WIDTH: Mpt = 500

LEAST_CAPTION = 16
"""Ems that a caption of several lines has at the least, where its picture is narrower and there is room."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Pictured(NamedTuple):
    """A figure as it is cast in some room: how wide its pictures are together, how high, and all that stands in it.

    The width of ``cast`` is that of its widest part, which stands in the middle of the room.
    """

    width: Mpt
    height: Mpt
    cast: Cast


def pictured(figure: Figure, shown: Sequence[Shown], widths: tuple[Mpt, Mpt], setting: Setting) -> Pictured:
    """A figure in the middle of a room; ``widths`` are the room's and the pictures' own."""
    room, width = widths
    style, element = setting.sheet.figures, element_of(figure, setting)
    items: list[Placed] = []
    calls: list[Call] = []
    at, down, high = 0, 0, 0
    letters = LETTERS if len(shown) > 1 and any(each.picture.caption for each in shown) else ""
    for number, sizes in enumerate(rows_of([each.own for each in shown], width, setting)):
        down += style.gap if number else 0
        row = shown[at : at + len(sizes)]
        left = (room - sum(size.width for size in sizes) - style.gap * (len(sizes) - 1)) // 2
        deepest = 0
        for one, size in zip(row, sizes, strict=True):
            part = element if len(shown) == 1 else _part_of(element, one.picture)
            items.append(drawn(one, size, (left, down), part))
            if letters:
                below = _subcaption(one.picture, letters[at % len(letters)], size.width, part, setting)
                items += moved_by(below, left, down + sizes[0].height + style.caption_space)
                deepest = max(deepest, below.depth)
                calls += below.calls
            left, at = left + size.width + style.gap, at + 1
        down += sizes[0].height + (style.caption_space + deepest if deepest else 0)
        high += sizes[0].height
    widest = width
    for below in captions_of(figure, (room, width), element, setting):
        if below.depth:
            items += moved_by(below, 0, down + style.caption_space)
            down += style.caption_space + below.depth
            widest = max(widest, below.width)
            calls += below.calls
    return Pictured(width, high, Cast(down, tuple(items), widest, once(calls)))


def captions_of(figure: Figure, widths: tuple[Mpt, Mpt], element: Element, setting: Setting) -> tuple[Cast, ...]:
    """What stands below the pictures of a figure: a credit of its own, and the caption."""
    room = widths[0]
    label = setting.labels.get(figure.span, "")
    said = Said(label, figure.caption, figure.credit, figure.span, element)
    if setting.sheet.figures.credit == "right":
        return set_credit(said, widths, setting), set_caption(said._replace(credit=()), _wide(widths, setting), setting)
    return (set_caption(said, (room, _wide(widths, setting)[1]), setting),)


def _wide(widths: tuple[Mpt, Mpt], setting: Setting) -> tuple[Mpt, Mpt]:
    """The widths of a caption: no narrower than some ems where there is room."""
    room, width = widths
    return room, max(width, min(LEAST_CAPTION * style_named("caption", setting).size, room))


def _subcaption(picture: Picture, letter: str, width: Mpt, element: Element, setting: Setting) -> Cast:
    """The caption of one of several pictures, led by its letter."""
    return set_caption(
        Said(f"({letter})", picture.caption, (), picture.span, element, "subcaption"), (width, width), setting
    )


def element_of(figure: Figure, setting: Setting) -> Element:
    """The figure as a part of its article: what is read out for its picture, where it has but one."""
    parent = setting.part_of
    if len(figure.pictures) != 1:
        return Element(Kind.FIGURE, 0, parent, figure.span)
    only = figure.pictures[0]
    return Element(Kind.FIGURE, 0, parent, figure.span, only.lang, only.alt)


def _part_of(figure: Element, picture: Picture) -> Element:
    """One of several pictures as a part of their figure."""
    return Element(Kind.FIGURE, 0, figure, picture.span, picture.lang, picture.alt)


def drawn(shown: Shown, size: Size, place: tuple[Mpt, Mpt], element: Element) -> Placed:
    """A picture at its place; a light frame where it cannot be read. One that means nothing is no part of the text."""
    x, y = place
    picture, facts = shown.picture, shown.facts
    if facts is None:
        right, bottom = size
        corners = (("M", 0, 0), ("L", right, 0), ("L", right, bottom), ("L", 0, bottom), ("Z",))
        return Placed(x, y, Path(corners, stroke=FRAME, stroke_width=FRAME_WIDTH), Role.PARAGRAPH, 0, element)
    item = Image(facts.path or picture.path, size, picture.alt, picture.page, picture.crop)
    if picture.is_ornament:
        return Placed(x, y, item, Role.ARTIFACT, -1)
    return Placed(x, y, item, Role.PARAGRAPH, 0, element)


def moved_by(cast: Cast, right: Mpt, down: Mpt) -> list[Placed]:
    """What is cast, moved."""
    return [placed._replace(x=placed.x + right, y=placed.y + down) for placed in cast.items]
