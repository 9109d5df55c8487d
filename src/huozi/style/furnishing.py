"""Furniture of a layout, resolved: where running heads and folios stand, what is drawn beneath the text.

What cannot be printed so is told when the layout is read: too near the trim, two things at one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from huozi.diagnostics import Findings
from huozi.display import Side
from huozi.geometry import Mpt, baseline
from huozi.style.cascade import RawElement, Values
from huozi.style.colours import of_section
from huozi.style.designs import CHECKS, Sheet, design_names, drawn_in, place_of, resolved
from huozi.style.furniture import (
    FolioStyle,
    FurnitureStyle,
    Naming,
    Openings,
    PageDesign,
    PageDesigns,
    PageElement,
    Position,
    RunningStyle,
    Spot,
)
from huozi.style.lengths import show_mm
from huozi.style.model import PageTemplate
from huozi.style.pages import GEOMETRY, SAFE, absolute, one_line
from huozi.style.text_style import ParagraphStyle

"""The name, in designs of pages, of the colour of the section in force."""


def edge_of(position: Position) -> str:
    """The end of the type area that a position is at: ``head``, ``foot`` or, of none, ``none``."""
    return position.partition("-")[0]


def resolve_running(values: Values, page: PageTemplate, style: ParagraphStyle, findings: Findings) -> RunningStyle:
    """Running heads; one that stands in the unsafe margin is a finding."""
    size, leading = style.size, page.area.leading
    running = RunningStyle(
        verso=one_line(values, "running.verso"),
        recto=one_line(values, "running.recto"),
        style=style,
        distance=absolute(values, "running.distance", size, leading),
        rule=absolute(values, "running.rule", size, leading),
        rule_distance=absolute(values, "running.rule_distance", size, leading),
        contents=values.truth("running.contents"),
        position=cast(Position, values.text("running.position")),
        opening=one_line(values, "running.opening") if values.has("running.opening") else None,
        names=cast(Naming, values.text("running.names")),
    )
    if is_printed(running):
        _check_safe(values, "running", page, (Spot(running.position, running.distance), size), findings)
    return running


def is_printed(running: RunningStyle) -> bool:
    """Whether any page can have a running head."""
    return bool(running.verso or running.recto or running.opening)


def resolve_folio(
    values: Values, page: PageTemplate, style: ParagraphStyle, running: RunningStyle, findings: Findings
) -> FolioStyle:
    """The printed page number; one that stands in the unsafe margin, or on the running head, is a finding."""
    own = absolute(values, "folio.distance", style.size, page.area.leading)
    position, opening = cast(Position, values.text("folio.position")), values.text("folio.opening")
    usual = _spot(position, own, style, running)
    other = None if opening == "same" else _spot(cast(Position, opening), own, style, running)
    for spot in dict.fromkeys((usual, other or usual)):
        if edge_of(spot.position) != edge_of(running.position) or not is_printed(running):
            _check_safe(values, "folio", page, (spot, style.size), findings)
    _check_places(values, (usual, other), running, findings)
    return FolioStyle(
        position=usual.position,
        first=cast(Literal["contents", "body"], values.text("folio.first")),
        template=one_line(values, "folio.template"),
        style=style,
        distance=usual.distance,
        opening=other,
    )


def _spot(position: Position, own: Mpt, style: ParagraphStyle, running: RunningStyle) -> Spot:
    """Where a folio stands: on the baseline of the running heads where they are at the same end of the page."""
    if edge_of(position) != edge_of(running.position) or not is_printed(running):
        return Spot(position, own)
    size, to_baseline = running.style.size, baseline(running.style.size) - baseline(style.size)
    if edge_of(position) == "foot":
        return Spot(position, running.distance + to_baseline)
    return Spot(position, running.distance + size - style.size - to_baseline)


def _check_safe(values: Values, key: str, page: PageTemplate, at: tuple[Spot, Mpt], findings: Findings) -> None:
    """Report a line of furniture of a size that stands too near the trim (print.md, preflight 9)."""
    (position, distance), size = at
    match edge_of(position):
        case "head":
            margin = page.margins.top
        case "foot":
            margin = page.margins.bottom
        case _:
            return
    if margin - distance - size < SAFE <= margin:
        place = values.blame(f"{key}.distance", f"styles.{key}.size", *GEOMETRY)
        findings.add(place, "furniture-unsafe", key=key, safe=show_mm(SAFE))


def _check_places(values: Values, spots: tuple[Spot, Spot | None], running: RunningStyle, findings: Findings) -> None:
    """Report a folio that would be printed on the running heads."""
    usual, opening = spots
    heads = running.verso or running.recto
    on_openings = running.opening or (running.opening is None and heads)
    clashes = {"folio.position": usual.position == running.position and heads}
    clashes["folio.opening"] = opening is not None and opening.position == running.position and on_openings
    for key, is_clash in clashes.items():
        if is_clash:
            place = values.blame(key, "running.position")
            findings.add(place, "furniture-same-place", key=key, position=running.position)


# ------------------------------------------------------------------ designs of pages


def resolve_furniture(sheet: Sheet) -> FurnitureStyle:
    """The designs of pages."""
    left, right = _design("furniture.verso", "left", sheet), _design("furniture.recto", "right", sheet)
    opening = page_designs("furniture.opening", sheet) if sheet.values.has("furniture.opening") else None
    openings = cast(Openings, sheet.values.text("furniture.openings"))
    return FurnitureStyle(PageDesigns(left, right), opening, openings)


def page_designs(path: str, sheet: Sheet) -> PageDesigns:
    """The design that a key names, as it is drawn on left and on right pages."""
    return PageDesigns(_design(path, "left", sheet), _design(path, "right", sheet))


def _design(path: str, side: Side, sheet: Sheet) -> PageDesign:
    """The design that a key names, as it is drawn on one side; an empty one where there is none."""
    name = sheet.values.text(path)
    if name in ("", "none") or not design_names(name, path, sheet):
        return ()
    _check_page_only(name, sheet)
    return tuple(element for raw in sheet.values.elements(f"designs.{name}") for element in _drawn(raw, side, sheet))


def _check_page_only(name: str, sheet: Sheet) -> None:
    """Report what only covers have where a design of pages of the inside asks for it."""
    for raw in sheet.values.elements(f"designs.{name}"):
        if raw.kind == "cover-lines":
            sheet.findings.add(raw.span, "design-cover-lines", design=name)


def _drawn(raw: RawElement, side: Side, sheet: Sheet) -> Iterator[PageElement]:
    """What an element draws on one side; nothing after a finding where it is at fault."""
    area = place_of(raw.values, sheet.page, side, is_mirrored=True, is_text=raw.kind in ("text", "contact"))
    CHECKS[raw.kind](raw, area, sheet)
    raw, tint = of_section(raw, sheet.values, sheet.findings)
    step = resolved(raw.values, "step", sheet.page, sheet.page.trim.height) if "step" in raw.values.rows else 0
    for element in drawn_in(raw, area, sheet, is_mirrored=side == "left"):
        yield PageElement(element, step, tint, raw.span)
