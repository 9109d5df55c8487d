"""The design of a spine, whose width is not known when a layout is read; what is reported of it."""

from __future__ import annotations

import pytest
from issues import HOUSE

from huozi.diagnostics import Findings, InvalidIssue
from huozi.geometry import Rect
from huozi.style.elements import SpineDesign
from huozi.style.load import load_stylesheet

TEXT = "draw: text, style: body, text: '{journal}'"


def read(elements: str, spine: str = "true") -> tuple[SpineDesign | None, list[str]]:
    findings = Findings()
    overrides = [("designs.spine", f"[{elements}]"), ("covers.spine", spine), ("page.bleed", "10pt")]
    try:
        sheet = load_stylesheet("square", HOUSE, overrides, findings)
    except InvalidIssue as error:
        return None, [item.rule for item in error.findings]
    return sheet.spine, [item.rule for item in findings]


def test_a_spine_is_drawn_for_no_width_and_for_a_wide_one() -> None:
    design, found = read(
        "{draw: bars, x: 25%, width: 50%, y: 20pt, height: 10%}, {draw: bars, across: trim, y: 1pt, height: 2pt}"
    )
    assert design is not None
    assert [element.area for element in design.thin] == [Rect(0, 20_000, 0, 40_000), Rect(0, 1_000, 0, 2_000)]
    assert [element.area for element in design.wide] == [
        Rect(250_000, 20_000, 500_000, 40_000),
        Rect(0, 1_000, 1_000_000, 2_000),
    ]
    assert found == []


@pytest.mark.parametrize("spine", ["false", "none", "blank"])
def test_a_layout_may_have_none(spine: str) -> None:
    assert read(f"{{{TEXT}, y: 20pt, height: 90pt}}", spine) == (None, [])


@pytest.mark.parametrize(
    ("elements", "rules"),
    [
        ("{draw: box, across: trim, y: -10pt, height: 420pt}", []),
        ("{draw: box, across: trim, y: 0, height: 100pt}", ["design-bleed"]),
        ("{draw: box, across: trim, y: 350pt, height: 50pt}", ["design-bleed"]),
        ("{draw: rule, x: 0, vertical: true, y: 0, height: 400pt}", ["design-bleed"]),
        (f"{{{TEXT}, across: trim, y: 20pt, height: 90pt}}", []),
        (f"{{{TEXT}, across: trim, y: 5pt, height: 90pt}}", ["design-unsafe"]),
        (f"{{{TEXT}, across: trim, y: 320pt, height: 90pt}}", ["design-outside"]),
        ("{draw: text, style: body, text: '{date_cn}', y: 20pt, height: 90pt}", ["spine-month"]),
        ("{draw: text, style: body, text: '{year}年3月', y: 20pt, height: 90pt}", ["spine-month"]),
        ("{draw: text, style: bodi, text: 甲, y: 20pt, height: 90pt}", ["style-undefined"]),
    ],
)
def test_what_is_wrong_on_a_spine_is_told_once(elements: str, rules: list[str]) -> None:
    assert read(elements)[1] == rules


def test_a_spine_of_a_design_that_is_not_there_is_told() -> None:
    assert read(f"{{{TEXT}, y: 20pt, height: 90pt}}", "ridge")[1] == ["design-unknown"]
