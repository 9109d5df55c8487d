"""The spine of what is bound flat: its design, for a width that is known only when the pages are made."""

from __future__ import annotations

import re

from huozi.diagnostics import Findings
from huozi.geometry import Mpt, Rect, Size
from huozi.style.cascade import RawElement
from huozi.style.designs import Sheet, check_cover_only, drawn_in, resolved
from huozi.style.elements import SPAN, Design, SpineDesign
from huozi.style.lengths import show_mm
from huozi.style.pages import SAFE, SLACK

MONTH = re.compile(r"\{date(?:_cn)?\}|月")
"""What says the month in a template: no spine does (GB/T 3179: year, volume and issue)."""

READ = ("text", "cover-lines", "contact")
"""Elements that are read."""


def resolve_spine(sheet: Sheet) -> SpineDesign | None:
    """The design of the spine; ``None`` where the layout has none.

    Findings: ``design-unknown``, ``design-field``, ``design-step``, ``spine-month``; ``design-bleed`` and
    ``design-unsafe`` at its head and foot.
    """
    cover = sheet.values.cover("covers.spine")
    if cover.page in ("none", "blank"):
        return None
    name, known = cover.design or "spine", sheet.values.names("designs")
    if name not in known:
        from huozi.slips.key_names import suggested  # a mistake alone pays for it

        place = sheet.values.place("covers.spine")
        sheet.findings.add(place, "design-unknown", design=name, known=suggested(name, known))
        return None
    check_cover_only(name, sheet)
    for raw in sheet.values.elements(f"designs.{name}"):
        _check(raw, spine_place(raw, sheet), sheet)
        if raw.kind == "text" and MONTH.search(raw.values.text("text")):
            sheet.findings.add(raw.values.place("text"), "spine-month")
    quiet = sheet._replace(findings=Findings())  # what is wrong is told once
    return SpineDesign(_drawn(name, 0, sheet), _drawn(name, SPAN, quiet))


def _drawn(name: str, width: Mpt, sheet: Sheet) -> Design:
    """The design on a spine of a width."""
    spine = sheet._replace(page=sheet.page._replace(trim=Size(width, sheet.page.trim.height)))
    raws = sheet.values.elements(f"designs.{name}")
    return tuple(element for raw in raws for element in drawn_in(raw, spine_place(raw, spine), spine))


def spine_place(raw: RawElement, sheet: Sheet) -> Rect:
    """Where an element stands: ``across`` is as wide as the spine, percentages are of the spine too."""
    (width, height), values = sheet.page.trim, raw.values
    x, wide = (
        (0, width)
        if values.text("across")
        else (
            resolved(values, "x", sheet.page, width),
            resolved(values, "width", sheet.page, width),
        )
    )
    return Rect(x, resolved(values, "y", sheet.page, height), wide, resolved(values, "height", sheet.page, height))


def _check(raw: RawElement, area: Rect, sheet: Sheet) -> None:
    """Report what ends at the head or foot of the spine short of the bleed, and words too near to them."""
    outside = (-area.y, area.bottom - sheet.page.trim.height)
    if raw.kind in READ:
        if (least := min(-beyond for beyond in outside)) < SAFE:
            rule = "design-unsafe" if least >= 0 else "design-outside"
            sheet.findings.add(sheet.blame(raw), rule, least=show_mm(abs(least)), safe=show_mm(SAFE))
    elif raw.kind != "bars" and any(0 <= beyond < sheet.page.bleed - SLACK for beyond in outside):
        sheet.findings.add(sheet.blame(raw), "design-bleed", bleed=show_mm(sheet.page.bleed))
