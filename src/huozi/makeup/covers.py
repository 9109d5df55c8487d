"""Covers and other designed pages: what a layout's elements draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from huozi.diagnostics import Findings, Span
from huozi.display import Placed, Role, Rule
from huozi.galley import Composer
from huozi.geometry import Rect, baseline
from huozi.makeup.cover_checks import Sheet, Words, check_words
from huozi.makeup.furniture import width_of
from huozi.numbering import numbers_of
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.elements import BarsElement, BoxElement, ContactElement, Design, DesignElement, TextElement
from huozi.style.model import Stylesheet
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fill, text_place


class CoverSetter(NamedTuple):
    """The surroundings of a design: fields of templates and where they stand, the layout, composer, findings."""

    fields: Mapping[str, str]
    places: Mapping[str, Span]
    sheet: Stylesheet
    set_text: Composer
    findings: Findings


def draw(design: Design, setter: CoverSetter) -> list[Placed]:
    """The items of a design, in the order of its elements; later ones lie over earlier ones.

    Findings: ``cover-…`` where words cannot be read.
    """
    items: list[Placed] = []
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
        case TextElement(area, content, style, fit, span):
            own = text_place(content, setter.fields, setter.places, setter.sheet.places, span)
            words = _text(fill(content, setter.fields), style, Room(area, span, own, fit), setter)
        case ContactElement(area, heading, style, span):
            words = _contact(Room(area, span, span), heading, style, setter)
        case BarsElement():
            return _bars(element, setter), []
        case _:
            assert_never(element)
    return [placed for text in words for line in text.lines for placed in line], words


class Room(NamedTuple):
    """Where a text is drawn: its area, where its element stands and where it can be changed; ``fit`` as the element."""

    area: Rect
    element: Span
    text: Span
    fit: bool = False


def _text(text: str, style: ParagraphStyle, room: Room, setter: CoverSetter) -> list[Words]:
    """A text from the top of its area, as many lines as it needs; ``fit`` scales its size to fill the width.

    A line's end of the text is one of the page.
    """
    area, own_size = room.area, style.size
    parts = [part.strip() for part in text.split("\n") if part.strip()]
    if room.fit and parts:
        style = _fitted(
            max(parts, key=lambda part: width_of(part, style, setter.set_text, room.text)), style, room, setter
        )
    lines = [line for part in parts for line in setter.set_text(part, style, area.width, room.text)]
    if not lines:
        return []
    own, top = Element(Kind.PARAGRAPH, 0, None, room.text), area.y + baseline(style.size)
    placed = tuple(
        tuple(
            Placed(area.x + line.x + x, top + number * style.leading, run, Role.PARAGRAPH, element=own)
            for x, run in line.runs
        )
        for number, line in enumerate(lines)
    )
    words = Words(" ".join(parts), style.name, style.size, style.ink, area, placed, room.text, room.element, 0, 0)
    return [words._replace(shrunk=style.size < own_size)]


def _fitted(text: str, style: ParagraphStyle, room: Room, setter: CoverSetter) -> ParagraphStyle:
    """The style in the size at which a text fills the width, never above its own size."""
    natural, width = width_of(text, style, setter.set_text, room.text), room.area.width
    if natural <= width:
        return style
    scaled = style.size * width // natural
    return style._replace(
        size=scaled,
        leading=style.leading * width // natural,
        letter_spacing=style.letter_spacing * width // natural,
    )


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
        for drawn in _text(text, own, place, setter):
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
