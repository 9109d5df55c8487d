"""Furniture: what stands on a page beside the text — running head with its hairline, folio.

All of it is an artifact: a reader of the text passes over it.
"""

from __future__ import annotations

from collections.abc import Mapping

from huozi.diagnostics import Span
from huozi.display import Placed, Role, Rule, Side
from huozi.galley import Composer
from huozi.geometry import Mpt, Rect, baseline
from huozi.makeup.templates import fill
from huozi.makeup.type_area import type_area_on
from huozi.style.model import ParagraphStyle, Stylesheet

NOWHERE = Span("")


def running_head(sheet: Stylesheet, side: Side, fields: Mapping[str, str], set_text: Composer) -> list[Placed]:
    """The running head of a page at its outer edge, over a hairline as wide as the type area."""
    running = sheet.running
    text = head_text(sheet, side, fields)
    if not text:
        return []
    area = type_area_on(sheet.page, side)
    top = area.y - running.distance - running.style.size
    align = "left" if side == "left" else "right"
    items = aligned_text(text, running.style, Rect(area.x, top, area.width, 0), align, set_text)
    if running.rule:
        y = top + running.style.size + running.rule_distance
        items.append(Placed(area.x, y, Rule(area.width, running.rule, running.style.ink), Role.ARTIFACT, -1))
    return items


def head_text(sheet: Stylesheet, side: Side, fields: Mapping[str, str]) -> str:
    """The text of a page's running head."""
    return fill(sheet.running.verso if side == "left" else sheet.running.recto, fields)


def too_long(sheet: Stylesheet, side: Side, fields: Mapping[str, str], set_text: Composer) -> list[tuple[str, str]]:
    """The running head and the folio of a page where they do not go into a line, each by what it is told apart by.

    Of a folio that is its template, for numbers make it no longer.
    """
    head, foot = head_text(sheet, side, fields), fill(sheet.folio.template, fields)
    found = [(head, head, sheet.running.style)]
    if sheet.folio.position != "none" and fields["folio"]:
        found.append((sheet.folio.template, foot, sheet.folio.style))
    width = sheet.page.area.width
    return [(key, text) for key, text, style in found if len(set_text(text, style, width, NOWHERE)) > 1]


def folio(sheet: Stylesheet, side: Side, fields: Mapping[str, str], set_text: Composer) -> list[Placed]:
    """The printed page number at the foot, in the middle or at the outer edge."""
    style = sheet.folio
    if style.position == "none":
        return []
    area = type_area_on(sheet.page, side)
    outer = "left" if side == "left" else "right"
    align = "center" if style.position == "foot-centre" else outer
    place = Rect(area.x, area.bottom + style.distance, area.width, 0)
    return aligned_text(fill(style.template, fields), style.style, place, align, set_text)


def aligned_text(
    text: str, style: ParagraphStyle, place: Rect, align: str, set_text: Composer, role: Role = Role.ARTIFACT
) -> list[Placed]:
    """A line of text in a box: its em box at the box's top, at its left, right or in its middle."""
    items: list[Placed] = []
    for line in set_text(text, style, place.width, NOWHERE)[:1]:  # of longer ones ``too_long`` tells
        left = {"left": 0, "right": place.width - line.width, "center": (place.width - line.width) // 2}[align]
        y = place.y + baseline(style.size)
        items += [Placed(place.x + left + x, y, run, role, -1) for x, run in line.runs]
    return items


def width_of(text: str, style: ParagraphStyle, set_text: Composer) -> Mpt:
    """The natural width of a text in a style."""
    lines = set_text(text, style, 1 << 40, NOWHERE)
    return max((line.width for line in lines), default=0)
