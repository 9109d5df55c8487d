"""Furniture resolved: margins on either side, places of running heads and folios, designs of pages, and their faults.

The trim is 300 × 400 pt, the type area 200 × 234; margins are 30 and 70 pt across, 40 and 126 down. Three millimetres
are 8.504 pt. Running heads and folios are 9 pt.
"""

from __future__ import annotations

import pytest
from issues import HOUSE, sheet

from huozi.diagnostics import Finding, Findings, InvalidIssue
from huozi.display import Ink
from huozi.geometry import Insets, Rect
from huozi.style.elements import BoxElement, TextElement
from huozi.style.furniture import PageDesigns, PageElement, Spot
from huozi.style.load import load_stylesheet
from huozi.style.model import Stylesheet

LAYOUT = "square-furniture"
RED = Ink(0, 1000, 800, 0)


def found(*overrides: tuple[str, str], layout: str = LAYOUT) -> list[Finding]:
    findings = Findings()
    try:
        load_stylesheet(layout, HOUSE, overrides, findings)
    except InvalidIssue as error:
        return list(error.findings)
    return list(findings)


def rules(*overrides: tuple[str, str]) -> list[str]:
    told = ("furniture", "margins", "design", "section", "colour", "type-area")
    return [item.rule for item in found(*overrides) if item.rule.startswith(told)]


def made(*overrides: tuple[str, str]) -> Stylesheet:
    return sheet(LAYOUT, *overrides)


# ------------------------------------------------------------------ margins


@pytest.mark.parametrize(
    ("given", "margins"),
    [
        ((), Insets(74_700, 50_000, 91_300, 50_000)),
        ((("page.margins.inner", "30pt"),), Insets(74_700, 70_000, 91_300, 30_000)),
        ((("page.margins.outer", "30pt"),), Insets(74_700, 30_000, 91_300, 70_000)),
        ((("page.margins.top", "40pt"),), Insets(40_000, 50_000, 126_000, 50_000)),
        ((("page.margins.bottom", "40pt"),), Insets(126_000, 50_000, 40_000, 50_000)),
        ((("page.margins.inner", "30pt"), ("page.margins.outer", "70pt")), Insets(74_700, 70_000, 91_300, 30_000)),
        ((("page.margins.inner", "30pt"), ("page.margins.outer", "60pt")), Insets(74_700, 70_000, 91_300, 30_000)),
        ((("page.margins.bottom", "40pt"), ("page.margins.top", "50pt")), Insets(50_000, 50_000, 116_000, 50_000)),
    ],
)
def test_a_margin_is_given_on_either_side(given: tuple[tuple[str, str], ...], margins: Insets) -> None:
    assert sheet("square", *given).page.margins == margins


def test_margins_that_do_not_add_up_are_reported_with_the_one_that_counts() -> None:
    pair = ("page.margins.inner", "30pt"), ("page.margins.outer", "60pt")
    (item,) = (item for item in found(*pair, layout="square") if item.rule == "margins-contradict")
    assert dict(item.arguments) == {
        "one": "page.margins.inner",
        "other": "page.margins.outer",
        "sum": "31.8mm",
        "free": "35.3mm",
    }
    for outer in ("70pt", "70.2pt", "25mm"):
        told = [item.rule for item in found(pair[0], ("page.margins.outer", outer), layout="square")]
        assert ("margins-contradict" in told) == (outer == "25mm")


def test_a_margin_of_a_later_layer_counts_without_a_word() -> None:
    assert made(("page.margins.outer", "60pt")).page.margins == Insets(40_000, 60_000, 126_000, 40_000)
    assert rules(("page.margins.outer", "60pt")) == []


def test_a_type_area_too_near_the_trim_is_reported_at_the_margin_given() -> None:
    items = [item for item in found(("page.margins.bottom", "5pt")) if item.rule == "type-area-unsafe"]
    assert [(item.span.file, dict(item.arguments)["least"]) for item in items] == [("--set", "1.8mm")]


# ------------------------------------------------------------------ places


@pytest.mark.parametrize(
    ("position", "distance", "reported"),
    [
        ("head-outer", "22.496pt", False),
        ("head-outer", "22.497pt", True),
        ("foot-outer", "108.496pt", False),
        ("foot-outer", "108.497pt", True),
    ],
)
@pytest.mark.parametrize("key", ["running", "folio"])
def test_furniture_keeps_three_millimetres_from_the_trim_at_head_and_foot(
    key: str, position: str, distance: str, reported: bool
) -> None:
    alone = {"running": (("folio.position", "none"),), "folio": (("running.verso", '""'), ("running.recto", '""'))}
    own = (*alone[key], (f"{key}.position", position), (f"{key}.distance", distance))
    assert rules(*own) == (["furniture-unsafe"] if reported else [])


def test_a_folio_of_opening_pages_alone_is_looked_at_too() -> None:
    own = (("folio.position", "none"), ("folio.distance", "110pt"))
    assert rules(*own, ("folio.opening", "foot-centre")) == ["furniture-unsafe"]
    assert rules(*own, ("folio.opening", "none")) == []


def test_beside_running_heads_a_folio_s_own_distance_has_no_part() -> None:
    own = (("running.position", "head-outer"), ("folio.position", "head-inner"), ("folio.distance", "30pt"))
    assert rules(*own) == []
    assert made(*own).folio.distance == 14_000
    assert made(*own, ("styles.folio.size", "12pt")).folio.distance == 13_640
    assert made(*own, ("folio.opening", "foot-centre")).folio.opening == Spot("foot-centre", 30_000)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ((("folio.position", "head-outer"),), "folio.position"),
        ((("running.position", "foot-outer"),), "folio.position"),
        ((("folio.opening", "head-outer"),), "folio.opening"),
        ((("folio.position", "head-outer"), ("running.verso", '""')), "folio.position"),
        ((("folio.position", "head-outer"), ("running.verso", '""'), ("running.recto", '""')), ""),
        ((("folio.opening", "head-outer"), ("running.opening", '""')), ""),
        ((("folio.position", "head-inner"),), ""),
    ],
)
def test_a_folio_and_a_running_head_at_one_place_are_an_error(given: tuple[tuple[str, str], ...], key: str) -> None:
    items = [dict(item.arguments)["key"] for item in found(*given) if item.rule == "furniture-same-place"]
    assert items == ([key] if key else [])


# ------------------------------------------------------------------ designs


BOX = "{draw: box, x: 10pt, width: 15pt, y: 5pt, height: 20pt, step: 10%, colour: section 30%}"
WORDS = "{draw: text, text: '{section} {folio}', style: probe, across: outer, y: 50pt, height: 20pt}"
INKS = ("sections.colours", "[red, k50, blue 20%]")


def test_colours_of_sections_are_inks_in_turn() -> None:
    assert made(INKS).opening.section_inks == (RED, Ink(0, 0, 0, 500), Ink(200, 100, 0, 0))
    assert made(("sections.colours", "red")).opening.section_inks == (RED,)
    assert made().opening.section_inks == ()


def test_a_design_of_pages_is_resolved_for_both_sides() -> None:
    own = made(("designs.side", f"[{BOX}]"), INKS, ("furniture.verso", "side"), ("furniture.recto", "side"))
    black = Ink(0, 0, 0, 300)
    left, right = (own.furniture.designs.left, own.furniture.designs.right)
    assert [each[:3] for each in left] == [(BoxElement(Rect(275_000, 5_000, 15_000, 20_000), black), 40_000, 30)]
    assert [each[:3] for each in right] == [(BoxElement(Rect(10_000, 5_000, 15_000, 20_000), black), 40_000, 30)]
    assert own.furniture.opening is None
    assert made().furniture.designs == PageDesigns()


def test_text_of_a_design_may_name_what_is_of_its_page() -> None:
    own = made(("designs.side", f"[{WORDS}]"), ("furniture.recto", "side"))
    (element,) = own.furniture.designs.right
    assert isinstance(element, PageElement)
    assert isinstance(element.element, TextElement)
    assert element.element.content == "{section} {folio}"


def test_the_section_s_colour_needs_colours_of_sections() -> None:
    own = (("designs.side", f"[{BOX}]"), ("furniture.recto", "side"))
    assert rules(*own) == ["section-colours-missing"]
    assert rules(*own, INKS) == []


@pytest.mark.parametrize("page", ["front", "inside_front", "spine"])
def test_a_cover_has_no_section_no_folio_and_no_steps(page: str) -> None:
    cover = (f"covers.{page}", "side")
    assert rules(("designs.side", f"[{WORDS}]"), cover) == ["design-field", "design-field"]
    still = BOX.replace("section 30%", "red")
    assert rules(("designs.side", f"[{still}]"), cover) == ["design-step"]
    assert rules(("designs.side", f"[{BOX}]"), cover) == ["design-step", "colour-unknown"]


@pytest.mark.parametrize("key", ["furniture.recto", "furniture.opening", "sections.page"])
def test_a_page_of_the_inside_quotes_no_articles(key: str) -> None:
    lines = "{draw: cover-lines, text: '{title}', style: probe, across: type-area, y: 50pt, height: 90pt}"
    assert rules(("designs.side", f"[{lines}]"), (key, "side")) == ["design-cover-lines"]
    assert rules(("designs.side", f"[{WORDS}]"), (key, "side")) == []


def test_a_design_that_is_not_there_is_reported_where_it_is_named() -> None:
    for key in ("furniture.verso", "furniture.recto", "furniture.opening"):
        (item,) = (item for item in found((key, "nowhere")) if item.rule == "design-unknown")
        assert (item.span.file, dict(item.arguments)["design"]) == ("--set", "nowhere")
        assert rules((key, "none")) == []


@pytest.mark.parametrize(
    ("element", "rule"),
    [
        ("{draw: box, x: 0, width: 15pt, y: 50pt, height: 20pt, colour: red}", "design-bleed"),
        ("{draw: text, text: 栏, style: probe, x: 2pt, width: 20pt, y: 50pt, height: 20pt}", "design-unsafe"),
        ("{draw: text, text: 栏, style: probe, x: 290pt, width: 20pt, y: 50pt, height: 20pt}", "design-outside"),
    ],
)
def test_designs_of_pages_are_looked_at_as_covers_are_once_for_both_sides(element: str, rule: str) -> None:
    both = (("furniture.verso", "side"), ("furniture.recto", "side"))
    assert rules(("designs.side", f"[{element}]"), *both) == [rule]
