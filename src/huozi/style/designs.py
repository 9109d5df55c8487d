"""Designs of covers, resolved: what is drawn where, in millipoints from the trim's top left corner."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never, cast

from huozi.diagnostics import Findings, Span
from huozi.display import Ink, Side
from huozi.geometry import Insets, Mpt, Rect
from huozi.records import NamedTuple
from huozi.source_file import lies_inside, quoted
from huozi.style.cascade import RawElement, Values
from huozi.style.colours import ink_of
from huozi.style.elements import (
    Across,
    BarsElement,
    BoxElement,
    CircleElement,
    ContactElement,
    CoverLinesElement,
    Cut,
    Design,
    DesignElement,
    Fit,
    PictureElement,
    TextElement,
    Valign,
)
from huozi.style.keys.fields import NAMED_FIELDS
from huozi.style.lengths import show_mm
from huozi.style.model import Covers, PageTemplate
from huozi.style.pages import GEOMETRY, SAFE, SLACK
from huozi.style.readers import COVER_PICTURE, FIELD
from huozi.style.text_style import Align, ParagraphStyle

THINNEST: Mpt = 250
"""The thinnest thing a press prints for certain, a quarter point (print.md, preflight 35)."""


class Sheet(NamedTuple):
    """What a design is drawn on: the page, the styles, and the values with the layout's inks."""

    values: Values
    page: PageTemplate
    styles: Mapping[str, ParagraphStyle]
    findings: Findings

    def blame(self, raw: RawElement, paths: Sequence[str] = ("page.bleed", *GEOMETRY)) -> Span:
        """Where to mend how an element stands on the page: the element, or what of the page a later layer sets."""
        return self.values.latest([raw.span, *(self.values.place(path) for path in paths if self.values.has(path))])


def resolve_covers(sheet: Sheet) -> Covers:
    """封一 to 封四 with their designs."""
    front, inside_front, inside_back, back = (
        resolve_cover(side, sheet) for side in ("front", "inside_front", "inside_back", "back")
    )
    return Covers(front, inside_front, inside_back, back)


def resolve_cover(side: str, sheet: Sheet) -> Design | None:
    """The design of one page of the cover; ``None`` where there is no such page, empty where it is blank."""
    path = f"covers.{side}"
    cover = sheet.values.cover(path)
    match cover.page:
        case "none":
            return None
        case "blank":
            return ()
        case "own" | "named":
            name = cover.design or side
        case _:
            assert_never(cover.page)
    if not design_names(name, path, sheet):
        return ()
    check_cover_only(name, sheet)
    return tuple(resolve_design(name, sheet, "right" if side in ("front", "inside_back") else "left"))


def design_names(name: str, path: str, sheet: Sheet) -> bool:
    """Whether there is a design of a name; if not, that is a finding at the key that names it."""
    known = sheet.values.names("designs")
    if name in known:
        return True
    from huozi.slips.key_names import suggested  # a mistake alone pays for it

    sheet.findings.add(sheet.values.place(path), "design-unknown", design=name, known=suggested(name, known))
    return False


def check_cover_only(name: str, sheet: Sheet) -> None:
    """Report what only pages of the inside have where a cover's design asks for it."""
    for raw in sheet.values.elements(f"designs.{name}"):
        if raw.kind == "text":
            odd = [field for field in FIELD.findall(raw.values.text("text")) if field in (*NAMED_FIELDS, "folio")]
            for field in odd:
                sheet.findings.add(raw.values.place("text"), "design-field", field=f"{{{field}}}")
        if raw.values.has("step"):
            sheet.findings.add(raw.values.place("step"), "design-step", design=name)


def resolve_design(name: str, sheet: Sheet, side: Side = "right") -> Iterator[DesignElement]:
    """The elements of a design on a page of a side, those at fault left out."""
    for raw in sheet.values.elements(f"designs.{name}"):
        area = place_of(raw.values, sheet.page, side, is_text=raw.kind in ("text", "contact"))
        CHECKS[raw.kind](raw, area, sheet)
        yield from drawn_in(raw, area, sheet)


def drawn_in(raw: RawElement, area: Rect, sheet: Sheet, *, is_mirrored: bool = False) -> Iterator[DesignElement]:
    """What an element draws in its area; nothing where its style is unknown, which is reported.

    Mirrored, left is right in its text.
    """
    match raw.kind:
        case "box":
            yield BoxElement(area, element_ink(raw, "colour", sheet))
        case "rule":
            yield BoxElement(line_of(raw, area, sheet.page), element_ink(raw, "colour", sheet))
        case "frame":
            yield from frame_of(raw, area, sheet)
        case "circle":
            yield CircleElement(area, element_ink(raw, "colour", sheet))
        case "picture":
            yield picture_of(raw, area, sheet, is_mirrored=is_mirrored)
        case "text" if style := element_style(raw, sheet.styles, sheet.findings):
            yield text_of(raw, area, mirrored(style) if is_mirrored else style)
        case "cover-lines" if style := element_style(raw, sheet.styles, sheet.findings):
            yield cover_lines_of(raw, area, style, sheet)
        case "contact":
            yield ContactElement(area, sheet.styles["contact-heading"], sheet.styles["contact-line"], raw.span)
        case "bars":
            yield bars_of(raw, area, sheet)


def picture_of(raw: RawElement, area: Rect, sheet: Sheet, *, is_mirrored: bool = False) -> PictureElement:
    """A picture; mirrored it is on the other side. Findings: ``design-picture-path``, ``design-picture-missing``."""
    values = raw.values
    file, place = values.text("file"), values.place("file")
    own = "" if file == COVER_PICTURE else file
    if own:
        folder = os.path.dirname(place.file)
        whole = os.path.join(folder, own)
        if ":" in own or own.startswith("/") or not lies_inside(whole, folder):
            sheet.findings.add(place, "design-picture-path", path=quoted(own))
        elif not os.path.isfile(whole):
            sheet.findings.add(place, "design-picture-missing", path=quoted(own))
    align = cast(Across, values.text("align"))
    if is_mirrored:
        align = ACROSS[align]
    valign, fit = cast(Valign, values.text("valign")), cast(Cut, values.text("fit"))
    return PictureElement(area, own, fit, align, valign, values.text("alt"), place)


ACROSS: dict[Across, Across] = {"left": "right", "center": "center", "right": "left"}
"""Where a picture of right pages stands on left ones."""


def text_of(raw: RawElement, area: Rect, style: ParagraphStyle) -> TextElement:
    """A text."""
    values = raw.values
    return TextElement(
        area=area,
        content=values.text("text"),
        style=style,
        fit=cast(Fit, values.value("fit")),
        span=values.place("text"),
        least=values.size("least") if values.has("least") else 0,
        valign=cast(Valign, values.text("valign")),
        vertical=values.truth("vertical"),
    )


def cover_lines_of(raw: RawElement, area: Rect, style: ParagraphStyle, sheet: Sheet) -> CoverLinesElement:
    """The articles quoted on a cover."""
    values = raw.values
    other = element_style(raw, sheet.styles, sheet.findings, "lines_style") if values.has("lines_style") else None
    gap = resolved(values, "gap", sheet.page, area.height)
    return CoverLinesElement(area, values.text("text"), style, other or style, gap, raw.span)


def line_of(raw: RawElement, area: Rect, page: PageTemplate) -> Rect:
    """A rule: across from the top of its area, or down from its left."""
    thickness = resolved(raw.values, "thickness", page, 0)
    return area._replace(width=thickness) if raw.values.truth("vertical") else area._replace(height=thickness)


def frame_of(raw: RawElement, area: Rect, sheet: Sheet) -> Iterator[BoxElement]:
    """The four lines of a frame, inside its area: head, foot, and between them left and right."""
    thick, ink = resolved(raw.values, "thickness", sheet.page, 0), element_ink(raw, "colour", sheet)
    if thick:
        between = area.inset(Insets(thick, 0, thick, 0))
        yield BoxElement(area._replace(height=thick), ink)
        yield BoxElement(area._replace(y=area.bottom - thick, height=thick), ink)
        yield BoxElement(between._replace(width=thick), ink)
        yield BoxElement(between._replace(x=area.right - thick, width=thick), ink)


def check_line(raw: RawElement, area: Rect, sheet: Sheet) -> None:
    """Report a rule that touches the trim and does not reach the bleed's edge."""
    check_bleed(raw, line_of(raw, area, sheet.page), sheet)


MIRRORED: dict[Align, Align] = {"left": "right", "right": "left"}
"""How a text is aligned on left pages that is so on right ones."""


def mirrored(style: ParagraphStyle) -> ParagraphStyle:
    """A style of right pages as it is on left ones."""
    return style._replace(align=MIRRORED.get(style.align, style.align))


def check_bleed(raw: RawElement, area: Rect, sheet: Sheet) -> None:
    """Report a box that touches the trim and does not reach the bleed's edge (print.md, preflight 8)."""
    (width, height), bleed = sheet.page.trim, sheet.page.bleed
    outside = (-area.x, -area.y, area.right - width, area.bottom - height)
    if any(0 <= beyond < bleed - SLACK for beyond in outside):
        sheet.findings.add(sheet.blame(raw), "design-bleed", bleed=show_mm(bleed))


def check_safe(raw: RawElement, area: Rect, sheet: Sheet) -> None:
    """Report text that stands too near the trim (print.md, preflight 9)."""
    width, height = sheet.page.trim
    across, down = min(area.x, width - area.right), min(area.y, height - area.bottom)
    inside = min(across, down)
    if inside < SAFE:
        rule = "design-unsafe" if inside >= 0 else "design-outside"
        is_too_deep = across >= SAFE and sheet.values.has("page.trim")  # the type area has no part in that
        place = sheet.blame(raw, ("page.trim",)) if is_too_deep else sheet.blame(raw)
        if place != raw.span and any(item.rule == rule and item.span == place for item in sheet.findings):
            return  # what of the page is to blame is told once, however many elements it moves
        sheet.findings.add(place, rule, least=show_mm(abs(inside)), safe=show_mm(SAFE))


def check_bars(raw: RawElement, area: Rect, sheet: Sheet) -> None:
    """Report bars for which their gaps leave no width."""
    count, gap = raw.values.integer("count"), resolved(raw.values, "gap", sheet.page, area.width)
    if area.width - gap * (count - 1) < count * THINNEST:
        sheet.findings.add(sheet.blame(raw), "design-bars", count=count, gap=show_mm(gap), width=show_mm(area.width))


CHECKS = {
    "box": check_bleed,
    "rule": check_line,
    "frame": check_bleed,
    "circle": check_bleed,
    "picture": check_bleed,
    "text": check_safe,
    "cover-lines": check_safe,
    "contact": check_safe,
    "bars": check_bars,
}


def bars_of(raw: RawElement, area: Rect, sheet: Sheet) -> BarsElement:
    """A row of bars."""
    values = raw.values
    return BarsElement(
        area,
        values.integer("count"),
        resolved(values, "gap", sheet.page, area.width),
        values.integer("first"),
        values.integer("last"),
        element_ink(raw, "colour", sheet),
        values.text("highlight"),
        element_ink(raw, "highlight_colour", sheet),
    )


def element_ink(raw: RawElement, key: str, sheet: Sheet) -> Ink:
    """The ink that an element names, looked up among the layout's."""
    return ink_of(with_inks(raw, sheet.values), key, sheet.findings)


def with_inks(raw: RawElement, values: Values) -> Values:
    """The values of an element, with the layout's inks among them."""
    inks = {path: entry for path, entry in values.layer.items() if path.startswith("colour.inks.")}
    return Values(inks | raw.values.layer, values.rows | raw.values.rows, raw.span)


def element_style(
    raw: RawElement, styles: Mapping[str, ParagraphStyle], findings: Findings, key: str = "style"
) -> ParagraphStyle | None:
    """The style that an element names; an unknown one is a finding."""
    name = raw.values.text(key)
    if name and name not in styles:
        from huozi.slips.key_names import suggested  # a mistake alone pays for it

        findings.add(raw.values.place(key), "style-undefined", style=name, known=suggested(name, styles))
    return styles.get(name)


def place_of(
    values: Values, page: PageTemplate, side: Side = "right", *, is_mirrored: bool = False, is_text: bool = False
) -> Rect:
    """Where an element stands: ``across`` gives left and width, else they are lengths; percentages are of the trim.

    A margin is filled to the bleed's edge, or by text as far as text may go. The type area and the margins are those of
    the side. Mirrored, ``x`` counts from the spine.
    """
    width, height = page.trim
    x, wide = _across(values.text("across"), page, is_text) or (
        resolved(values, "x", page, width),
        resolved(values, "width", page, width),
    )
    if side == "left" and (is_mirrored or values.text("across")):
        x = width - x - wide
    return Rect(x, resolved(values, "y", page, height), wide, resolved(values, "height", page, height))


def _across(name: str, page: PageTemplate, is_text: bool) -> tuple[Mpt, Mpt] | None:
    """Left and width of what a name of ``across`` stands for on right pages; ``None`` where there is no such name."""
    width, area, beyond = page.trim.width, page.margins.left + page.area.width, -SAFE if is_text else page.bleed
    return {
        "bleed": (-page.bleed, width + 2 * page.bleed),
        "trim": (0, width),
        "type-area": (page.margins.left, page.area.width),
        "outer": (area, width + beyond - area),
        "inner": (-beyond, page.margins.left + beyond),
    }.get(name)


def resolved(values: Values, key: str, page: PageTemplate, whole: Mpt) -> Mpt:
    """A length of an element: 字 and 行 are the body's, percentages of ``whole``."""
    return values.length(key).resolve(em=page.area.size, line=page.area.leading, whole=whole)
