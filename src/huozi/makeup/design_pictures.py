"""Pictures in designs: a layout's own, and the one that an issue wants on its cover."""

from __future__ import annotations

import os

from huozi.display import Image, Placed, Role
from huozi.geometry import Mpt, Rect, Size
from huozi.makeup.cover_text import CoverSetter
from huozi.structure import Element, Kind
from huozi.style.elements import PictureElement

WHOLE = 1000
"""Crops are thousandths of a side."""

SHARE_BEFORE = {"left": 0, "top": 0, "center": 1, "middle": 1, "right": 2, "bottom": 2}
"""How many halves of what is left over lie before a picture; of what is cut, before the part that is kept."""


def picture_items(element: PictureElement, setter: CoverSetter) -> list[Placed]:
    """The picture of an element at its place; none where it is not known, which has been told.

    Finding: ``cover-picture-none`` where an issue gives no picture for the place of one.
    """
    pictures = setter.pictures
    if element.file:
        path = os.path.join(os.path.dirname(element.span.file), element.file)
        name = os.path.abspath(path)
    elif pictures.cover:
        name, path = pictures.cover, os.path.join(pictures.folder, pictures.cover)
    else:
        setter.findings.add(element.span, "cover-picture-none")
        return []
    facts = pictures.look_at(name, 1)
    if facts is None or not facts.width or not facts.height:
        return []
    shown, crop = fill(element, facts.size) if element.fit == "crop" else (fitted(element, facts.size), (0, 0, 0, 0))
    image = Image(facts.path or path, Size(shown.width, shown.height), element.alt, crop=crop)
    if not element.alt:
        return [Placed(shown.x, shown.y, image, Role.ARTIFACT, -1)]
    figure = Element(Kind.FIGURE, 0, None, element.span)
    return [Placed(shown.x, shown.y, image, Role.PARAGRAPH, 0, figure)]


def fill(element: PictureElement, size: Size) -> tuple[Rect, tuple[int, int, int, int]]:
    """The place of a picture that fills its area, and what is cut of it: on two sides, the others are whole."""
    area = element.area
    wide, high = area.width * size.height, area.height * size.width  # the shapes, brought to one denominator
    if wide <= high:  # the picture is too wide
        cut = WHOLE - round(WHOLE * wide / high) if high else 0
        before = cut * SHARE_BEFORE[element.align] // 2
        return area, (before, 0, cut - before, 0)
    cut = WHOLE - round(WHOLE * high / wide)
    before = cut * SHARE_BEFORE[element.valign] // 2
    return area, (0, before, 0, cut - before)


def fitted(element: PictureElement, size: Size) -> Rect:
    """The place of a whole picture in its area."""
    area = element.area
    if area.width * size.height <= area.height * size.width:
        width, height = area.width, round(area.width * size.height / size.width)
    else:
        width, height = round(area.height * size.width / size.height), area.height
    x = area.x + _before(area.width - width, element.align)
    return Rect(x, area.y + _before(area.height - height, element.valign), width, height)


def _before(spare: Mpt, align: str) -> Mpt:
    return spare * SHARE_BEFORE[align] // 2
