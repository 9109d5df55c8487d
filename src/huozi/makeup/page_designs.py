"""Designs of pages: rules, tints and marks of sections beneath the text, and whether words stand clear of each other.

All of it is an artifact. What is in the way of the text is told once for each element of a design, on the first page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import assert_never

from huozi.diagnostics import Finding, Findings, Span, finding
from huozi.display import GlyphRun, Placed, Role, Side, on_page
from huozi.geometry import Mpt, Rect, baseline
from huozi.makeup.cover_text import CoverSetter
from huozi.makeup.covers import draw
from huozi.makeup.furniture import Furnishing, PlacedText
from huozi.records import NamedTuple
from huozi.source_file import quoted
from huozi.style.contrast import reads_well
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
from huozi.style.furniture import FurnitureStyle, PageDesign, PageDesigns, PageElement
from huozi.style.lengths import show_mm
from huozi.style.model import Stylesheet
from huozi.style.pages import SAFE
from huozi.style.tints import tinted

CLEAR = 2
"""Texts on one line are clear of each other with this part of an em between them."""

GRAZE = 8
"""Text meets what covers more than this part of its em box, across and down: the box is larger than what is printed."""

RULES = {
    "cover-overlap": "furniture-overlap",
    "cover-overflow": "page-text-overflow",
    "cover-outside": "page-text-outside",
    "cover-too-small": "page-text-too-small",
    "cover-hidden": "page-text-hidden",
    "cover-too-light": "page-text-too-light",
}
"""What is found wrong with the words of a cover, and what the same is called on a page."""


class Line(NamedTuple):
    """A text of a page with the em boxes of its runs and the size of its type."""

    text: str
    span: Span
    boxes: tuple[Rect, ...]
    size: Mpt


class Shown(NamedTuple):
    """What a page shows beside its design: text, running head, folio, all within a width of ``area``.

    ``page`` is its number in the file.
    """

    text: Sequence[Placed]
    head: tuple[PlacedText, Sequence[Placed]]
    number: tuple[PlacedText, Sequence[Placed]]
    area: Rect
    page: int


def beneath(work: Furnishing, shown: Shown, setter: CoverSetter) -> list[Placed]:
    """What is drawn beneath the text of a page. Findings: ``furniture-overlap``, ``page-text-…``.

    Without any design the running head and the folio are looked at all the same.
    """
    furniture = work.sheet.furniture
    designs = furniture.opening if work.opens and furniture.opening is not None else furniture.designs
    elements = elements_on(designs, work.side, work.fields, work.sheet)
    found = Findings()
    items = draw(drawn(elements), setter._replace(findings=found))
    told = [item._replace(rule=RULES.get(item.rule, item.rule)) for item in found]
    told += _overlaps(list(_lines_of(items)), shown)
    told += _unreadable(elements, shown)
    _report_once(told, shown.page, setter.findings)
    return [placed._replace(role=Role.ARTIFACT, order=-1, element=None) for placed in items]


def elements_on(designs: PageDesigns, side: Side, fields: Mapping[str, str], sheet: Stylesheet) -> PageDesign:
    """The elements of a design as they are drawn on a page of a side, with its section's colour and at its height."""
    design, section = designs.left if side == "left" else designs.right, fields["section_number"]
    return tuple(
        each._replace(element=_in_section(each, int(section or 1), sheet))
        for each in design
        if section or not each.needs_section
    )


def drawn(elements: PageDesign) -> Design:
    """The elements by themselves."""
    return tuple(each.element for each in elements)


def _in_section(each: PageElement, section: int, sheet: Stylesheet) -> DesignElement:
    """An element as it is drawn in a section, counted from 1."""
    element, inks = each.element, sheet.opening.section_inks
    match element:
        case BoxElement(area) | CircleElement(area) if each.tint and inks:
            ink = tinted(inks[(section - 1) % len(inks)], each.tint)
            return element._replace(area=_lower(area, each, section), ink=ink)
        case BoxElement(area) | CircleElement(area) | TextElement(area) | PictureElement(area):
            return element._replace(area=_lower(area, each, section))
        case ContactElement() | BarsElement() | CoverLinesElement():
            return element
        case _:
            assert_never(element)


def _lower(area: Rect, each: PageElement, section: int) -> Rect:
    return area._replace(y=area.y + each.step * (section - 1))


def report_steps(sheet: Stylesheet, sections: int, findings: Findings) -> None:
    """Report marks of sections that step off the page before the last section. Finding: ``section-mark-outside``."""
    for each in _elements(sheet.furniture):
        inside = SAFE if isinstance(each.element, TextElement) else 0
        for section in range(2, sections + 1) if each.step else ():
            area = _lower(each.element.area, each, section)
            beyond = max(inside - area.y, area.bottom + inside - sheet.page.trim.height)
            if beyond > 0:
                findings.add(each.span, "section-mark-outside", number=section, beyond=show_mm(beyond))
                break


def _elements(furniture: FurnitureStyle) -> Iterator[PageElement]:
    """The elements of all designs, those of left and right pages alike once."""
    seen: dict[Span, PageElement] = {}
    for designs in (furniture.designs, furniture.opening or furniture.designs):
        for element in (*designs.left, *designs.right):
            seen.setdefault(element.span, element)
    yield from seen.values()


# ------------------------------------------------------------------ words in each other's way


def _report_once(found: Iterable[Finding], page: int, findings: Findings) -> None:
    """Report findings of a page, each rule once for a place."""
    for item in found:
        if not any(other.rule == item.rule and other.span == item.span for other in findings):
            findings.extend([item._replace(page=page)])


def _overlaps(lines: list[Line], shown: Shown) -> Iterator[Finding]:
    """Texts of a design, the head and the folio that are in each other's way, and a design's texts in the text's."""
    own = [line for text, items in (shown.head, shown.number) if (line := _line(text, items)).boxes]
    for one, other in (*((line, each) for line in lines for each in own), *combinations(own, 2)):
        if any(_meet(a, b, min(one.size, other.size) // CLEAR) for a in one.boxes for b in other.boxes):
            yield finding(one.span, "furniture-overlap", text=quoted(one.text), other=quoted(other.text))
    for line in lines:
        under = next((each for each in _lines_of(shown.text) if _lie_on_each_other(line, each)), None)
        if under is not None:
            yield finding(line.span, "furniture-overlap", text=quoted(line.text), other=quoted(under.text))


def _line(text: PlacedText, items: Sequence[Placed]) -> Line:
    runs = [(box, run.size) for box, run in _runs(items)]
    return Line(text.text, text.span, tuple(box for box, _ in runs), max((size for _, size in runs), default=0))


def _lines_of(items: Iterable[Placed]) -> Iterator[Line]:
    """The texts among items, those of one element together."""
    for element, placed in groupby(items, key=lambda each: each.element):
        runs = list(_runs(placed))
        if runs and element is not None:
            text = "".join("".join(run.texts) for _, run in runs)
            yield Line(text, element.span, tuple(box for box, _ in runs), max(run.size for _, run in runs))


def _runs(items: Iterable[Placed]) -> Iterator[tuple[Rect, GlyphRun]]:
    """The runs of text among items, each with its em box."""
    for placed in items:
        match placed.item:
            case GlyphRun(size=size, width=width) as run:
                yield on_page(placed, Rect(0, -baseline(size), width, size)), run
            case _:
                pass


def _meet(one: Rect, other: Rect, apart: Mpt) -> bool:
    """Whether boxes on one height are less than so far apart."""
    across = max(one.x, other.x) - min(one.right, other.right)
    return across < apart and _share(one, other)[1] > min(one.height, other.height) // GRAZE


def _share(one: Rect, other: Rect) -> tuple[Mpt, Mpt]:
    """How far two boxes share a width and a height; below zero: how far they are apart."""
    return min(one.right, other.right) - max(one.x, other.x), min(one.bottom, other.bottom) - max(one.y, other.y)


def _lie_on_each_other(one: Line, other: Line) -> bool:
    return any(_covers(a, b) for a in one.boxes for b in other.boxes)


def _covers(one: Rect, other: Rect) -> bool:
    """Whether boxes lie on each other by more than a graze."""
    least = min(one.height, other.height) // GRAZE
    return min(_share(one, other)) > least


def _unreadable(elements: PageDesign, shown: Shown) -> Iterator[Finding]:
    """Boxes of a design that are as dark as what stands on them: the text of a page, its head or folio."""
    boxes = [
        (each.element.area, each.element.ink, each.span) for each in elements if isinstance(each.element, BoxElement)
    ]
    for box, run in _runs((*shown.head[1], *shown.number[1], *shown.text)) if boxes else ():
        left = max(box.x, shown.area.x)  # what is blank of a mark at a line's end may hang out of its column
        inside = Rect(left, box.y, min(box.right, shown.area.right) - left, box.height)
        under = [(ink, span) for area, ink, span in boxes if _covers(inside, area)]
        if under and not reads_well(run.ink, under[-1][0], run.size):
            yield finding(under[-1][1], "page-text-too-light", text=quoted("".join(run.texts)))
