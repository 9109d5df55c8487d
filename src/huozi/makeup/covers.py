"""Covers and other designed pages: what a layout's elements draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from huozi.diagnostics import Span
from huozi.display import Placed, Role, Rule
from huozi.galley import Composer
from huozi.geometry import Mpt, Rect, baseline
from huozi.makeup.furniture import width_of
from huozi.makeup.templates import fill
from huozi.records import NamedTuple
from huozi.style.model import (
    BarsElement,
    BoxElement,
    Contact,
    ContactElement,
    Design,
    Element,
    ParagraphStyle,
    TextElement,
)


class CoverSetter(NamedTuple):
    """The surroundings of a design: fields of templates, contact block, composer."""

    fields: Mapping[str, str]
    contact: Contact
    set_text: Composer


def draw(design: Design, setter: CoverSetter) -> list[Placed]:
    """The items of a design, in the order of its elements; later ones lie over earlier ones."""
    items: list[Placed] = []
    for element in design:
        for placed in _draw_element(element, setter):
            items.append(placed if placed.order < 0 else placed._replace(order=len(items)))
    return items


def _draw_element(element: Element, setter: CoverSetter) -> list[Placed]:
    match element:
        case BoxElement(area, ink):
            return [Placed(area.x, area.y, Rule(area.width, area.height, ink), Role.ARTIFACT, -1)]
        case TextElement(area, content, style, fit):
            return _text(fill(content, setter.fields), style, area, fit, setter)
        case ContactElement(area, heading, style):
            return _contact(area, heading, style, setter)
        case BarsElement():
            return _bars(element, setter)
        case _:
            assert_never(element)


def _text(text: str, style: ParagraphStyle, area: Rect, fit: bool, setter: CoverSetter) -> list[Placed]:
    """A text from the top of its area, as many lines as it needs; ``fit`` scales its size to fill the width."""
    if not text:
        return []
    if fit:
        style = _fitted(text, style, area.width, setter)
    items: list[Placed] = []
    for number, line in enumerate(setter.set_text(text, style, area.width, Span(""))):
        y = area.y + number * style.leading + baseline(style.size)
        items += [Placed(area.x + line.x + x, y, run, Role.PARAGRAPH) for x, run in line.runs]
    return items


def _fitted(text: str, style: ParagraphStyle, width: Mpt, setter: CoverSetter) -> ParagraphStyle:
    """The style in the size at which a text fills the width, never above its own size."""
    natural = width_of(text, style, setter.set_text)
    if natural <= width:
        return style
    scaled = style.size * width // natural
    return style._replace(
        size=scaled,
        leading=style.leading * width // natural,
        letter_spacing=style.letter_spacing * width // natural,
    )


def _contact(area: Rect, heading: ParagraphStyle, style: ParagraphStyle, setter: CoverSetter) -> list[Placed]:
    """The contact block, its heading first."""
    items: list[Placed] = []
    y = area.y
    for text, own in ((setter.contact.heading, heading), *((line, style) for line in setter.contact.lines)):
        if text:
            items += _text(text, own, area._replace(y=y), False, setter)
            y += own.leading * len(setter.set_text(text, own, area.width, Span("")))
    return items


def _bars(element: BarsElement, setter: CoverSetter) -> list[Placed]:
    """Bars that rise from left to right, the one that the issue's number names in an ink of its own."""
    named = fill(element.highlight, setter.fields)
    width = (element.area.width - element.gap * (element.bars - 1)) // element.bars
    items = []
    for index in range(element.bars):
        share = element.first + (element.last - element.first) * index // max(element.bars - 1, 1)
        height = element.area.height * share // 1000
        ink = element.highlight_ink if named == str(index + 1) else element.ink
        x = element.area.x + index * (width + element.gap)
        items.append(Placed(x, element.area.bottom - height, Rule(width, height, ink), Role.ARTIFACT, -1))
    return items
