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
from huozi.style.furniture import Spot
from huozi.style.model import Stylesheet
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fill, text_place

NOWHERE = Span("")


class Furnishing(NamedTuple):
    """What furniture is made with: the layout, the page's side, fields and where their values stand, the composer.

    ``opens``: it is an opening page.
    """

    sheet: Stylesheet
    side: Side
    fields: Mapping[str, str]
    places: Mapping[str, Span]
    set_text: Composer
    opens: bool = False

    def place(self, key: str, template: str) -> Span:
        """Where the text of one of the layout's templates can be changed."""
        places = self.sheet.places
        return text_place(template, self.fields, self.places, places, places.of(key))


class PlacedText(NamedTuple):
    """A text and where it can be changed."""

    text: str
    span: Span


def running_head(work: Furnishing) -> list[Placed]:
    """The running head of a page at its place, and between it and the text a hairline as wide as the type area."""
    running, head = work.sheet.running, head_of(work)
    if not head.text:
        return []
    place, align = _room(work, Spot(running.position, running.distance), running.style)
    items = aligned_text(head, running.style, place, align, work.set_text)
    if running.rule:
        y = place.y + running.style.size + running.rule_distance
        if running.position.startswith("foot"):
            y = place.y - running.rule_distance - running.rule
        items.append(Placed(place.x, y, Rule(place.width, running.rule, running.style.ink), Role.ARTIFACT, -1))
    return items


def _room(work: Furnishing, spot: Spot, style: ParagraphStyle) -> tuple[Rect, str]:
    """The line of the type area's width that stands at a place, and where in it a text does."""
    area = type_area_on(work.sheet.page, work.side)
    edge, _, across = spot.position.partition("-")
    top = area.bottom + spot.distance if edge == "foot" else area.y - spot.distance - style.size
    outer, inner = ("left", "right") if work.side == "left" else ("right", "left")
    align = {"outer": outer, "inner": inner}.get(across, "center")
    return Rect(area.x, top, area.width, 0), align


def head_of(work: Furnishing) -> PlacedText:
    """The text of a page's running head."""
    running = work.sheet.running
    key, template = ("running.verso", running.verso) if work.side == "left" else ("running.recto", running.recto)
    if work.opens and running.opening is not None:
        key, template = "running.opening", running.opening
    return PlacedText(fill(template, work.fields), work.place(key, template))


def foot_of(work: Furnishing) -> PlacedText:
    """The text of a page's folio."""
    template = work.sheet.folio.template
    return PlacedText(fill(template, work.fields), work.place("folio.template", template))


def folio_spot(work: Furnishing) -> Spot:
    """Where the folio of a page stands."""
    style = work.sheet.folio
    return style.opening if work.opens and style.opening else Spot(style.position, style.distance)


def shares_an_end(work: Furnishing) -> bool:
    """Whether the folio of a page and its running head are at the same end of it."""
    running, number = work.sheet.running.position, folio_spot(work).position
    return running.partition("-")[0] == number.partition("-")[0]


def too_long(work: Furnishing) -> list[tuple[str, PlacedText]]:
    """The running head and the folio of a page where they do not go into a line, each by what it is told apart by.

    Of a folio that is its template, for numbers make it no longer.
    """
    sheet, head = work.sheet, head_of(work)
    found = [(head.text, head, sheet.running.style)]
    if folio_spot(work).position != "none" and work.fields["folio"]:
        found.append((sheet.folio.template, foot_of(work), sheet.folio.style))
    width = sheet.page.area.width
    return [(key, text) for key, text, style in found if len(work.set_text(text.text, style, width, text.span)) > 1]


def folio(work: Furnishing) -> list[Placed]:
    """The printed page number at its place."""
    style, spot = work.sheet.folio, folio_spot(work)
    if spot.position == "none":
        return []
    place, align = _room(work, spot, style.style)
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
