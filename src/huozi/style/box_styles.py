"""Styles of boxes, resolved from a layout's keys."""

from __future__ import annotations

from typing import cast

from huozi.display import Ink
from huozi.geometry import Mpt
from huozi.style.boxes import BoxPlace, BoxRules, BoxStyle, BoxStyles, BoxTexts, DividerKind, DividerStyle, PictureAt
from huozi.style.colours import ink_of
from huozi.style.designs import Sheet
from huozi.style.keys.boxes import TEXTS_OF_BOXES
from huozi.style.pages import one_line

ROOM = "box_styles"


def resolve_boxes(sheet: Sheet) -> BoxStyles:
    """The styles of boxes and what parts articles. Findings: ``style-undefined``, those of colours."""
    values = sheet.values
    divider = DividerStyle(
        cast(DividerKind, values.text("dividers.draw")),
        values.integer("dividers.lines"),
        _length("dividers.width", sheet),
        _length("dividers.thickness", sheet),
        _ink("dividers.colour", sheet),
    )
    return BoxStyles({name: resolve_box(name, sheet) for name in values.names(ROOM)}, divider)


def resolve_box(name: str, sheet: Sheet) -> BoxStyle:
    """A style of boxes; 字 and 行 are the body's."""
    values, own = sheet.values, f"{ROOM}.{name}"
    half = max(sheet.page.area.leading // 2, 1)
    em = sheet.page.area.size
    return BoxStyle(
        name=name,
        tint=ink_of(values, f"{own}.tint", sheet.findings) if values.has(f"{own}.tint") else None,
        rules=BoxRules(
            top=_length(f"{own}.top", sheet),
            bottom=_length(f"{own}.bottom", sheet),
            left=_length(f"{own}.left", sheet),
            right=_length(f"{own}.right", sheet),
            ink=_ink(f"{own}.colour", sheet),
        ),
        texts=_texts(own, sheet),
        pad_across=-(-_length(f"{own}.pad_across", sheet) // em) * em,
        pad_down=-(-_length(f"{own}.pad_down", sheet) // (half + 1)),
        space=-(-_length(f"{own}.space", sheet) // (half + 1)),
        columns=values.integer(f"{own}.columns"),
        gap=_length(f"{own}.gap", sheet),
        span=values.integer(f"{own}.span"),
        places=cast("tuple[BoxPlace, ...]", values.texts(f"{own}.places")) or BoxStyle().places,
        width=values.integer(f"{own}.width"),
        picture=cast(PictureAt, values.text(f"{own}.picture")),
        picture_width=_length(f"{own}.picture_width", sheet),
    )


def _texts(own: str, sheet: Sheet) -> BoxTexts:
    """The names of the styles of a box's texts, and its label. Finding: ``style-undefined``."""
    values = sheet.values
    for key in TEXTS_OF_BOXES:
        name, path = values.text(f"{own}.{key}"), f"{own}.{key}"
        if values.has(path) and name not in sheet.styles:
            from huozi.slips.key_names import suggested  # a mistake alone pays for it

            sheet.findings.add(values.place(path), "style-undefined", style=name, known=suggested(name, sheet.styles))
    text, title = (values.text(f"{own}.{key}") for key in TEXTS_OF_BOXES)
    return BoxTexts(text, title, one_line(values, f"{own}.label"))


def _length(path: str, sheet: Sheet) -> Mpt:
    area = sheet.page.area
    return sheet.values.length(path).resolve(em=area.size, line=area.leading)


def _ink(path: str, sheet: Sheet) -> Ink:
    """The ink of a path, that of text where it is not said."""
    return ink_of(sheet.values, path if sheet.values.has(path) else "colour.text", sheet.findings)
