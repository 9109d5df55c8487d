"""Which keys of a style have no effect: those that the style's use has no place for."""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.diagnostics import Findings
from huozi.style.house import House
from huozi.style.keys.styles import STYLE_NAMES
from huozi.style.load import load_stylesheet

ROOT = Path(__file__).parents[3]
HOUSE = House((str(ROOT / "layout"),), (str(ROOT / "fonts"),))
VALUES = {
    "leading": "20pt", "indent": "2字", "align": "left", "lines": "2", "before": "1", "after": "1", "inset_left": "1字",
    "inset_right": "1字", "keep": "2", "size": "小四", "colour": "k100", "hang": "2字", "between": "1",
    "span": "all", "shape": "even",
}  # fmt: skip
"""A value for each key that says something of a paragraph's shape, and for some that always have their effect."""

OF_HEADINGS = {"run_in": "true", "hang_number": "true", "start": "page"}
HEADINGS = ("heading-2", "heading-3", "heading-4", "heading-5")

IN_A_LINE = "after align before indent inset_left inset_right keep leading lines shape span"
ON_THE_GRID = "keep leading lines shape"
IN_TEXT = "keep leading lines shape span"
BELOW_A_TITLE = "after before hang indent inset_right keep leading lines shape span"
CAPTION = "after align before indent inset_left inset_right keep lines shape span"
IN_A_DESIGN = "after before keep lines shape span"
IN_A_TABLE = "after before keep lines shape span"
IN_A_CELL = "after align before indent inset_left inset_right keep lines shape span"
IDLE = {
    "body": "keep lines shape span",
    "title": "", "heading-2": "", "heading-3": "", "heading-4": "", "heading-5": "", "section-name": "",
    "caption": CAPTION, "subcaption": CAPTION, "credit": CAPTION,
    "contents-title": "shape span", "contents-line": "shape span", "contents-title-en": "shape span",
    "contents-subtitle": BELOW_A_TITLE, "contents-authors": BELOW_A_TITLE,
    "contents-summary": "hang keep leading lines shape span",
    "quote": ON_THE_GRID, "attribution": IN_TEXT,
    "list": ON_THE_GRID, "definition": ON_THE_GRID, "dialogue": ON_THE_GRID,
    "note": "keep lines shape",
    "contents-section": "align keep leading lines shape span", "contents-entry": "align keep leading lines shape span",
    "verse": "indent keep leading lines shape",
    "contents-folio": IN_A_LINE, "running": IN_A_LINE, "folio": IN_A_LINE, "term": IN_A_LINE, "speaker": IN_A_LINE,
    "table-title": IN_A_TABLE, "table-note": IN_A_TABLE,
    "table-head": IN_A_CELL, "table-cell": IN_A_CELL, "table-unit": IN_A_CELL,
    "box-text": "after before inset_left inset_right keep leading lines shape span",
    "box-title": "after before inset_left inset_right keep span",
    "code-block": "after align before indent inset_left inset_right keep lines shape span",
    "contact-heading": IN_A_DESIGN, "contact-line": IN_A_DESIGN,
}  # fmt: skip


def idle(*overrides: tuple[str, str]) -> str:
    findings = Findings()
    load_stylesheet("a4-35x37", HOUSE, overrides, findings)
    return " ".join(sorted(dict(item.arguments)["key"] for item in findings if item.rule == "style-key-idle"))


@pytest.mark.parametrize(("style", "keys"), IDLE.items())
def test_keys_without_effect_follow_from_the_use_of_a_style(style: str, keys: str) -> None:
    assert idle(*((f"styles.{style}.{key}", value) for key, value in VALUES.items())) == keys


@pytest.mark.parametrize("style", sorted(set(IDLE) & set(STYLE_NAMES)))
def test_what_is_said_of_headings_has_no_effect_elsewhere(style: str) -> None:
    said = [(f"styles.{style}.{key}", value) for key, value in OF_HEADINGS.items()]
    assert idle(*said) == ("" if style in HEADINGS else "hang_number run_in start")


def test_a_base_of_a_heading_may_say_what_headings_do() -> None:
    said = [(f"styles.own.{key}", value) for key, value in OF_HEADINGS.items()]
    assert idle(("styles.own.font", "hei"), ("styles.heading-2.based_on", "own"), *said) == ""


def test_every_style_that_composition_asks_for_is_tested() -> None:
    assert set(IDLE) == set(STYLE_NAMES)


def test_a_style_that_articles_ask_for_stands_on_the_grid() -> None:
    values = [(f"styles.own.{key}", value) for key, value in VALUES.items()]
    assert idle(("styles.own.based_on", "body"), *values) == ON_THE_GRID


def test_a_style_that_a_design_draws_has_the_keys_of_designs() -> None:
    values = [(f"styles.own.{key}", value) for key, value in VALUES.items()]
    design = ("designs.own", "[{draw: text, text: 甲, style: own}]")
    assert idle(("styles.own.font", "song"), *values, design) == IN_A_DESIGN
