"""Furniture: what stands on a page beside the text — running head with its hairline, folio.

All of it is an artifact: a reader of the text passes over it.
"""

from __future__ import annotations

from collections.abc import Mapping

from huozi.diagnostics import Span
from huozi.display import Placed, Role, Rule, Side
from huozi.galley import Composer
from huozi.geometry import Mpt, Rect, baseline
from huozi.makeup.type_area import type_area_on
from huozi.records import NamedTuple
from huozi.style.model import Stylesheet
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fill, text_place

NOWHERE = Span("")


class Furnishing(NamedTuple):
    """What furniture is made with: the layout, the page's side, fields and where their values stand, the composer."""

    sheet: Stylesheet
    side: Side
    fields: Mapping[str, str]
    places: Mapping[str, Span]
    set_text: Composer

    def place(self, key: str, template: str) -> Span:
        """Where the text of one of the layout's templates can be changed."""
        places = self.sheet.places
        return text_place(template, self.fields, self.places, places, places.of(key))


def running_head(work: Furnishing) -> list[Placed]:
    """The running head of a page at its outer edge, over a hairline as wide as the type area."""
    running = work.sheet.running
    head = head_of(work)
    if not head.text:
        return []
    area = type_area_on(work.sheet.page, work.side)
    top = area.y - running.distance - running.style.size
    align = "left" if work.side == "left" else "right"
    items = aligned_text(head, running.style, Rect(area.x, top, area.width, 0), align, work.set_text)
    if running.rule:
        y = top + running.style.size + running.rule_distance
        items.append(Placed(area.x, y, Rule(area.width, running.rule, running.style.ink), Role.ARTIFACT, -1))
    return items


class PlacedText(NamedTuple):
    """A text and where it can be changed."""

    text: str
    span: Span


def head_of(work: Furnishing) -> PlacedText:
    """The text of a page's running head."""
    key, template = (
        ("running.verso", work.sheet.running.verso)
        if work.side == "left"
        else ("running.recto", work.sheet.running.recto)
    )
    return PlacedText(fill(template, work.fields), work.place(key, template))


def foot_of(work: Furnishing) -> PlacedText:
    """The text of a page's folio."""
    template = work.sheet.folio.template
    return PlacedText(fill(template, work.fields), work.place("folio.template", template))


def too_long(work: Furnishing) -> list[tuple[str, PlacedText]]:
    """The running head and the folio of a page where they do not go into a line, each by what it is told apart by.

    Of a folio that is its template, for numbers make it no longer.
    """
    sheet, head = work.sheet, head_of(work)
    found = [(head.text, head, sheet.running.style)]
    if sheet.folio.position != "none" and work.fields["folio"]:
        found.append((sheet.folio.template, foot_of(work), sheet.folio.style))
    width = sheet.page.area.width
    return [(key, text) for key, text, style in found if len(work.set_text(text.text, style, width, text.span)) > 1]


def folio(work: Furnishing) -> list[Placed]:
    """The printed page number at the foot, in the middle or at the outer edge."""
    style = work.sheet.folio
    if style.position == "none":
        return []
    area = type_area_on(work.sheet.page, work.side)
    outer = "left" if work.side == "left" else "right"
    align = "center" if style.position == "foot-centre" else outer
    place = Rect(area.x, area.bottom + style.distance, area.width, 0)
    return aligned_text(foot_of(work), style.style, place, align, work.set_text)


def aligned_text(
    text: PlacedText, style: ParagraphStyle, place: Rect, align: str, set_text: Composer, role: Role = Role.ARTIFACT
) -> list[Placed]:
    """A line of text in a box: its em box at the box's top, at its left, right or in its middle."""
    items: list[Placed] = []
    for line in set_text(text.text, style, place.width, text.span)[:1]:  # of longer ones ``too_long`` tells
        left = {"left": 0, "right": place.width - line.width, "center": (place.width - line.width) // 2}[align]
        y = place.y + baseline(style.size)
        items += [Placed(place.x + left + x, y, run, role, -1) for x, run in line.runs]
    return items


def width_of(text: str, style: ParagraphStyle, set_text: Composer, place: Span = NOWHERE) -> Mpt:
    """The natural width of a text in a style."""
    lines = set_text(text, style, 1 << 40, place)
    return max((line.width for line in lines), default=0)
