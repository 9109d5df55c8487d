"""Designs of covers resolved: where elements stand, in which ink and style, what is reported of them.

The trim is 300 × 400 pt, the bleed 10 pt; the type area begins 50 pt from the left and is 200 pt wide.
"""

from __future__ import annotations

import pytest
from issues import HOUSE

from huozi.diagnostics import Finding, Findings, InvalidIssue
from huozi.display import Ink
from huozi.geometry import Rect
from huozi.style.elements import BarsElement, BoxElement, ContactElement, Design, TextElement
from huozi.style.load import load_stylesheet

ACCENT = ("colour.inks.accent", "[100, 70, 10, 30]")


def read(elements: str) -> tuple[Design, list[Finding]]:
    """The front cover of these elements, and what is found wrong with it."""
    findings = Findings()
    overrides = [("designs.front", f"[{elements}]"), ("page.bleed", "10pt"), ("page.margins.inner", "50pt"), ACCENT]
    try:
        sheet = load_stylesheet("square", HOUSE, overrides, findings)
    except InvalidIssue as error:
        return (), list(error.findings)
    assert sheet.covers.front is not None
    return sheet.covers.front, list(findings)


def area(place: str) -> Rect:
    """Where bars stand, which may stand anywhere."""
    (element,), found = read(f"{{draw: bars, {place}, count: 2, colour: accent}}")
    assert isinstance(element, BarsElement)
    assert found == []
    return element.area


def rules(elements: str) -> list[str]:
    return [item.rule for item in read(elements)[1]]


def said(elements: str) -> dict[str, str]:
    (item,) = read(elements)[1]
    return dict(item.arguments)


# ------------------------------------------------------------------ places


@pytest.mark.parametrize(
    ("place", "rect"),
    [
        ("across: bleed, y: 20pt, height: 30pt", Rect(-10_000, 20_000, 320_000, 30_000)),
        ("across: trim, y: 20pt, height: 30pt", Rect(0, 20_000, 300_000, 30_000)),
        ("across: type-area, y: 20pt, height: 30pt", Rect(50_000, 20_000, 200_000, 30_000)),
        ("x: 11pt, width: 22pt, y: 33pt, height: 44pt", Rect(11_000, 33_000, 22_000, 44_000)),
        ("x: 10%, width: 50%, y: 10%, height: 50%", Rect(30_000, 40_000, 150_000, 200_000)),
        ("x: 2字, width: 3字, y: 1行, height: 2行", Rect(20_000, 16_000, 30_000, 32_000)),
    ],
)
def test_an_element_stands_where_its_lengths_and_what_it_goes_across_say(place: str, rect: Rect) -> None:
    assert area(place) == rect


def test_on_left_hand_covers_the_type_area_is_that_of_left_hand_pages() -> None:
    margins = ("page.margins.inner", "30pt"), ("page.margins.outer", "70pt")
    own = (
        ("designs.back", "[{draw: bars, across: type-area, y: 20pt, height: 30pt, count: 2}]"),
        ("covers.back", "true"),
    )
    back = load_stylesheet("square", HOUSE, (*own, *margins), Findings()).covers.back
    assert back is not None
    assert [element.area for element in back] == [Rect(70_000, 20_000, 200_000, 30_000)]


# ------------------------------------------------------------------ elements


def test_a_text_has_its_words_its_style_and_whether_it_is_to_fit() -> None:
    text = "draw: text, text: '{journal}', style: contents-title, across: type-area, y: 60pt, height: 20pt"
    (plain, fitted), found = read(f"{{{text}}}, {{{text}, fit: true}}")
    assert isinstance(plain, TextElement) and isinstance(fitted, TextElement)
    assert (plain.content, plain.style.name, plain.style.size) == ("{journal}", "contents-title", 16_000)
    assert (plain.fit, fitted.fit) == ("none", "width")
    assert found == []


def test_the_contact_block_has_styles_for_its_heading_and_its_lines() -> None:
    ((element,), _) = read("{draw: contact, across: type-area, y: 60pt, height: 100pt}")
    assert isinstance(element, ContactElement)
    assert (element.heading.name, element.style.name) == ("contact-heading", "contact-line")
    assert element.area == Rect(50_000, 60_000, 200_000, 100_000)


def test_bars_have_their_number_gap_heights_and_inks() -> None:
    ((element,), _) = read(
        "{draw: bars, across: type-area, y: 60pt, height: 100pt, count: 5, gap: 3pt, first: 20%, last: 90%,"
        " colour: accent 50%, highlight: '{issue}', highlight_colour: white}"
    )
    assert element == BarsElement(
        Rect(50_000, 60_000, 200_000, 100_000),
        bars=5,
        gap=3_000,
        first=200,
        last=900,
        ink=Ink(500, 350, 50, 150),
        highlight="{issue}",
        highlight_ink=Ink(0, 0, 0, 0),
    )


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("accent", Ink(1000, 700, 100, 300)),
        ("accent 10%", Ink(100, 70, 10, 30)),
        ("k100", Ink(0, 0, 0, 1000, overprint=True)),
        ("k35", Ink(0, 0, 0, 350)),
        ("white", Ink(0, 0, 0, 0)),
    ],
)
def test_a_box_has_the_ink_it_names(colour: str, ink: Ink) -> None:
    ((element,), _) = read(f"{{draw: box, across: bleed, y: -10pt, height: 420pt, colour: {colour}}}")
    assert isinstance(element, BoxElement)
    assert element.ink == ink


def test_elements_stand_in_their_order_and_one_at_fault_is_left_out() -> None:
    box = "{draw: box, across: bleed, y: -10pt, height: 20pt, colour: accent}"
    design, found = read(f"{box}, {{draw: contact, across: type-area, y: 60pt, height: 100pt}}, {box}")
    assert [type(element) for element in design] == [BoxElement, ContactElement, BoxElement]
    assert found == []


# ------------------------------------------------------------------ what bleeds


@pytest.mark.parametrize(
    ("place", "reported"),
    [
        ("x: -10pt, width: 320pt, y: -10pt, height: 20pt", False),
        ("x: 0, width: 300pt, y: 50pt, height: 20pt", True),
        ("x: -9pt, width: 100pt, y: 50pt, height: 20pt", True),
        ("x: -9.8pt, width: 100pt, y: 50pt, height: 20pt", False),  # 0.1 mm short is how millimetres are written
        ("x: -9.7pt, width: 100pt, y: 50pt, height: 20pt", True),
        ("x: 200pt, width: 100pt, y: 50pt, height: 20pt", True),
        ("x: 200pt, width: 110pt, y: 50pt, height: 20pt", False),
        ("x: 200pt, width: 99pt, y: 50pt, height: 20pt", False),
        ("x: 50pt, width: 50pt, y: 0, height: 20pt", True),
        ("x: 50pt, width: 50pt, y: -10pt, height: 20pt", False),
        ("x: 50pt, width: 50pt, y: 300pt, height: 100pt", True),
        ("x: 50pt, width: 50pt, y: 300pt, height: 110pt", False),
        ("x: 50pt, width: 50pt, y: 1pt, height: 398pt", False),
    ],
)
def test_a_box_that_touches_the_trim_must_reach_the_edge_of_the_bleed(place: str, reported: bool) -> None:
    assert rules(f"{{draw: box, {place}, colour: accent}}") == (["design-bleed"] if reported else [])


# ------------------------------------------------------------------ what must not be cut off

TEXT = "{{draw: text, text: 字, style: contents-line, {}}}"
SAFE = "8.504pt"
"""Three millimetres."""


@pytest.mark.parametrize(
    ("place", "rule"),
    [
        ("x: 8.504pt, width: 100pt, y: 50pt, height: 20pt", None),
        ("x: 8.503pt, width: 100pt, y: 50pt, height: 20pt", "design-unsafe"),
        ("x: 0, width: 100pt, y: 50pt, height: 20pt", "design-unsafe"),
        ("x: -1pt, width: 100pt, y: 50pt, height: 20pt", "design-outside"),
        ("x: 50pt, width: 241.496pt, y: 50pt, height: 20pt", None),
        ("x: 50pt, width: 241.497pt, y: 50pt, height: 20pt", "design-unsafe"),
        ("x: 50pt, width: 251pt, y: 50pt, height: 20pt", "design-outside"),
        ("x: 50pt, width: 50pt, y: 8.503pt, height: 20pt", "design-unsafe"),
        ("x: 50pt, width: 50pt, y: -1pt, height: 20pt", "design-outside"),
        ("x: 50pt, width: 50pt, y: 371.496pt, height: 20pt", None),
        ("x: 50pt, width: 50pt, y: 371.497pt, height: 20pt", "design-unsafe"),
        ("x: 50pt, width: 50pt, y: 381pt, height: 20pt", "design-outside"),
    ],
)
def test_text_stands_three_millimetres_inside_the_trim(place: str, rule: str | None) -> None:
    assert rules(TEXT.format(place)) == ([rule] if rule else [])
    contact = f"{{draw: contact, {place}}}"
    assert rules(contact) == ([rule] if rule else [])


def test_the_finding_says_how_much_is_left_and_how_much_is_needed() -> None:
    place = "x: 1mm, width: 100pt, y: 50pt, height: 20pt"
    assert {key: said(TEXT.format(place))[key] for key in ("least", "safe")} == {"least": "1.0mm", "safe": "3.0mm"}
    outside = said(TEXT.format("x: -2mm, width: 100pt, y: 50pt, height: 20pt"))
    assert outside["least"] == "2.0mm"
    assert said("{draw: box, x: 0, width: 9pt, y: 9pt, height: 9pt, colour: accent}")["bleed"] == "3.5mm"


# ------------------------------------------------------------------ bars

BARS = "{{draw: bars, x: 50pt, width: {width}, y: 60pt, height: 50pt, count: 4, gap: 10pt, colour: accent}}"


@pytest.mark.parametrize(("width", "reported"), [("31pt", False), ("30.999pt", True), ("30pt", True), ("40pt", False)])
def test_bars_are_at_least_a_quarter_point_wide(width: str, reported: bool) -> None:
    assert rules(BARS.format(width=width)) == (["design-bars"] if reported else [])


# ------------------------------------------------------------------ names


def test_a_style_or_a_colour_that_is_not_there_is_named_with_the_nearest() -> None:
    text = "{draw: text, text: 字, style: contents-lin, across: type-area, y: 60pt, height: 20pt}"
    ((item,)) = [one for one in read(text)[1] if one.rule == "style-undefined"]
    assert dict(item.arguments)["style"] == "contents-lin" and "contents-line" in dict(item.arguments)["known"]
    assert "colour-unknown" in rules("{draw: box, across: bleed, y: -10pt, height: 20pt, colour: acent}")
