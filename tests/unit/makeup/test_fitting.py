"""Texts of designs made smaller to fit, between bounds; where they stand in the height; lines forced and gone.

``probe`` is 10 pt on 16 pt, flush left, in squares: a Han character is an em wide.
"""

from __future__ import annotations

import pytest
from drawn import texts
from issues import article, issue, pages, paragraph

from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Placed
from huozi.geometry import Mpt

PROBE = (("styles.probe.based_on", "contact-line"), ("styles.probe.size", "10pt"), ("styles.probe.leading", "16pt"))
WORK = issue([article("题", paragraph("字"))])


def drawn(words: str, more: str, height: str = "100pt") -> tuple[tuple[Placed, ...], list[tuple[str, dict[str, str]]]]:
    place = f"x: 30pt, y: 60pt, width: 100pt, height: {height}"
    design = f'[{{draw: text, text: "{words}", style: probe, {place}, {more}}}]'
    findings = Findings()
    made = pages(WORK, "square", *PROBE, ("designs.front", design), findings=findings)
    return made[0].items, [(item.rule, dict(item.arguments)) for item in findings if item.rule.startswith("cover-")]


def sizes(items: tuple[Placed, ...]) -> set[Mpt]:
    return {placed.item.size for placed in items if isinstance(placed.item, GlyphRun)}


@pytest.mark.parametrize(
    ("count", "more", "size"),
    [
        (12, "fit: width", 8_333),
        (12, "fit: width, least: 8pt", 8_333),
        (12, "fit: true, least: 12pt", 10_000),  # never above its own size
        (8, "fit: width", 10_000),
        (8, "fit: false", 10_000),
    ],
)
def test_a_text_is_made_smaller_down_to_the_least(count: int, more: str, size: Mpt) -> None:
    items, _ = drawn("方" * count, more)
    assert sizes(items) == {size}


def test_a_text_that_would_be_smaller_than_the_least_is_named_with_its_sizes() -> None:
    items, found = drawn("方" * 20, "fit: width, least: 8pt")
    assert sizes(items) == {8_000}
    assert found == [("cover-not-fitted", {"text": "方" * 20, "least": "8pt", "needed": "5pt"})]


@pytest.mark.parametrize(
    ("count", "height", "size", "lines"),
    [
        (10, "100pt", 10_000, 1),
        (20, "26pt", 10_000, 2),
        (30, "42pt", 10_000, 3),
        (30, "41pt", 9_700, 3),  # 2 × 15.52 + 9.7 pt
        (20, "10pt", 5_000, 1),
    ],
)
def test_a_text_fits_its_box_in_as_many_lines_as_go_in(count: int, height: str, size: Mpt, lines: int) -> None:
    items, found = drawn("方" * count, "fit: box", height)
    assert found == []
    assert sizes(items) == {size}
    assert len({placed.y for placed in items}) == lines


def test_a_text_too_long_for_its_box_is_named() -> None:
    items, found = drawn("方" * 60, "fit: box, least: 9pt", "20pt")
    assert sizes(items) == {9_000}
    assert [rule for rule, _ in found] == ["cover-not-fitted"]


@pytest.mark.parametrize(("valign", "y"), [("top", 68_800), ("middle", 105_800), ("bottom", 142_800)])
def test_a_text_stands_in_the_height_as_it_is_asked(valign: str, y: Mpt) -> None:
    items, _ = drawn("方块\\n方块", f"valign: {valign}")  # 26 of 100 pt
    assert [row[1] for row in texts(items)] == [y, y + 16_000]


def test_each_line_is_a_template_by_itself_and_goes_with_its_empty_fields() -> None:
    items, _ = drawn("{year}年\\n协办：{co_organiser}\\n第{issue}期", "fit: false")
    assert [(y, words) for _, y, words in texts(items)] == [(68_800, "2030年"), (84_800, "第3期")]
