"""Covers and other designed pages: what a layout's elements draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from huozi.display import Ink, Path, Placed, Role, Rule
from huozi.geometry import Mpt
from huozi.makeup.cover_checks import Sheet, Words, check_words
from huozi.makeup.cover_text import CoverSetter, fill_lines, parts_of, set_across
from huozi.makeup.fitting import Room
from huozi.numbering import numbers_of
from huozi.style.elements import (
    BarsElement,
    BoxElement,
    CircleElement,
    ContactElement,
    CoverLinesElement,
    Design,
    DesignElement,
    PictureElement,
    TextElement,
)
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fill, text_place


def draw(design: Design, setter: CoverSetter, beneath: Sequence[Placed] = ()) -> list[Placed]:
    """The items of a design, in the order of its elements; later ones lie over earlier ones, all over ``beneath``.

    Findings: ``cover-…`` where words cannot be read.
    """
    items = list(beneath)
    words: list[Words] = []
    for number, element in enumerate(design):
        before = len(items)
        drawn, texts = _draw_element(element, setter)
        for placed in drawn:
            items.append(placed if placed.order < 0 else placed._replace(order=len(items)))
        words += [text._replace(element=number, before=before) for text in texts]
    body = setter.sheet.styles["body"].ink
    check_words(words, items, Sheet(setter.sheet.page.trim, setter.sheet.places, body, setter.findings))
    return items


def _draw_element(element: DesignElement, setter: CoverSetter) -> tuple[list[Placed], list[Words]]:
    """The items of an element, and the texts among them."""
    match element:
        case BoxElement(area, ink):
            return [Placed(area.x, area.y, Rule(area.width, area.height, ink), Role.ARTIFACT, -1)], []
        case CircleElement(area, ink):
            return [Placed(area.x, area.y, circle(area.width, area.height, ink), Role.ARTIFACT, -1)], []
        case PictureElement():
            from huozi.makeup.design_pictures import picture_items  # few designs have any

            return picture_items(element, setter), []
        case TextElement():
            words = _text_element(element, setter)
        case CoverLinesElement():
            from huozi.makeup.cover_lines import cover_lines  # few covers quote articles

            words = cover_lines(element, setter)
        case ContactElement(area, heading, style, span):
            words = _contact(Room(area, span, span), heading, style, setter)
        case BarsElement():
            return _bars(element, setter), []
        case _:
            assert_never(element)
    return [placed for text in words for line in text.lines for placed in line], words


CURVE = 552_285
"""How far the control points of a quarter of a circle are from its ends, in millionths of the radius."""


def circle(width: Mpt, height: Mpt, ink: Ink) -> Path:
    """An ellipse in a rectangle, filled, as four curves from its right edge on."""
    across, down = width // 2, height // 2
    x, y = across * CURVE // 1_000_000, down * CURVE // 1_000_000
    left, right, top, bottom = across - x, across + x, down - y, down + y
    segments: tuple[tuple[str | Mpt, ...], ...] = (
        ("M", width, down),
        ("C", width, bottom, right, height, across, height),
        ("C", left, height, 0, bottom, 0, down),
        ("C", 0, top, left, 0, across, 0),
        ("C", right, 0, width, top, width, down),
        ("Z",),
    )
    return Path(segments, fill=ink)


def _text_element(element: TextElement, setter: CoverSetter) -> list[Words]:
    """A text of a design, across or down."""
    area, span = element.area, element.span
    own = text_place(element.content, setter.fields, setter.places, setter.sheet.places, span)
    room = Room(area, span, own, element.fit, element.least, element.valign)
    parts = fill_lines(element.content, setter.fields)
    if element.vertical and parts:
        from huozi.makeup.vertical import Bench, set_down  # few covers have any

        return [set_down(parts, element.style, Bench(room, setter.set_text, setter.has))]
    return set_across(parts, element.style, room, setter.set_text)


def _contact(room: Room, heading: ParagraphStyle, style: ParagraphStyle, setter: CoverSetter) -> list[Words]:
    """The contact block, its heading first."""
    words: list[Words] = []
    contact, keys, area = setter.sheet.journal.contact, setter.sheet.places, room.area
    texts = (
        (contact.heading, heading, "journal.contact.heading"),
        *((line, style, "journal.contact.lines") for line in contact.lines),
    )
    y = area.y
    for text, own, key in texts:
        place = room._replace(area=area._replace(y=y), text=keys.of(key))
        for drawn in set_across(parts_of(text), own, place, setter.set_text):
            y += own.leading * len(drawn.lines)
            words.append(drawn._replace(area=area))
    return words


def _bars(element: BarsElement, setter: CoverSetter) -> list[Placed]:
    """Bars that rise from left to right, the those that the issue's number names in an ink of their own."""
    numbers = numbers_of(fill(element.highlight, setter.fields))
    width = (element.area.width - element.gap * (element.bars - 1)) // element.bars
    items = []
    for index in range(element.bars):
        share = element.first + (element.last - element.first) * index // max(element.bars - 1, 1)
        height = element.area.height * share // 1000
        ink = element.highlight_ink if index + 1 in numbers else element.ink
        x = element.area.x + index * (width + element.gap)
        items.append(Placed(x, element.area.bottom - height, Rule(width, height, ink), Role.ARTIFACT, -1))
    return items
