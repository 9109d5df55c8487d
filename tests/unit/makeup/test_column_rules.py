"""Rules between columns: in the middle of their gaps, as deep as the band, as the layout wants them."""

from __future__ import annotations

import pytest
from drawn import rules
from issues import article, issue, pages, paragraph, sheet
from squares import HERE

from huozi.display import Ink, Page, Placed, Role, Rule, Side
from huozi.galley import Slug
from huozi.makeup.column_rules import column_rules
from huozi.makeup.plans import PagePlan, Standing

HALF = ("make_up.columns.rule", "0.5pt")
THIN, POINT, LEADING, EM = 500, 1_000, 16_000, 10_000
TOP = 74_700
"""Of the type area; it begins 50 pt from the left, its two columns of 90 pt have a gap of 20 pt."""


def standing(line: int, column: int, columns: int = 2, band: int = 0, height: int = 1) -> Standing:
    return Standing(line, column, columns, band, Slug(height, (), HERE), (), 0, 0)


def drawn(*stands: Standing, side: Side = "right", rule: str = "0.5pt", **keys: str) -> list[tuple[int, int, int, int]]:
    """The rules of a page: left, top, width, height."""
    changes = [(f"page.type_area.{key}", value) for key, value in keys.items()]
    style = sheet("square-columns", ("make_up.columns.rule", rule), *changes)
    return rules(column_rules(style, PagePlan(side, stands, 15)))


def test_a_rule_stands_in_the_middle_of_the_gap_from_the_first_line_to_the_foot_of_the_last() -> None:
    assert drawn(standing(0, 0), standing(1, 0), standing(0, 1)) == [(149_750, TOP, THIN, LEADING + EM)]
    assert drawn(standing(0, 0), standing(0, 1), rule="1pt") == [(149_500, TOP, POINT, EM)]


def test_a_rule_is_as_deep_as_the_deepest_column_with_all_that_its_last_piece_takes() -> None:
    found = drawn(standing(0, 0), standing(0, 1), standing(1, 1, height=3))
    assert found == [(149_750, TOP, THIN, 3 * LEADING + EM)]


def test_each_band_has_its_own_rules_and_what_spans_has_none() -> None:
    stands = (standing(0, 0), standing(0, 1), standing(1, 0, 1, 1, 3), standing(4, 0, 2, 2), standing(4, 1, 2, 2))
    assert drawn(*stands) == [(149_750, TOP, THIN, EM), (149_750, TOP + 4 * LEADING, THIN, EM)]


def test_bands_of_other_columns_have_their_own_gaps() -> None:
    # three columns of five characters in 200 pt: what is left, 50 pt, is their two gaps
    stands = (standing(2, 0, 3), standing(2, 1, 3), standing(2, 2, 3))
    middles = [50_000 + 50_000 + 12_500, 50_000 + 75_000 + 50_000 + 12_500]
    assert drawn(*stands) == [(middle - 250, TOP + 2 * LEADING, THIN, EM) for middle in middles]


def test_no_rule_stands_before_empty_columns() -> None:
    assert drawn(standing(0, 0), standing(1, 0)) == []
    assert len(drawn(standing(0, 0, 3), standing(0, 1, 3))) == 1


@pytest.mark.parametrize(("side", "left"), [("right", 129_750), ("left", 169_750)])
def test_rules_stand_in_the_type_area_of_their_side(side: Side, left: int) -> None:
    style = sheet("square-columns", HALF, ("page.margins.inner", "30pt"))
    plan = PagePlan(side, (standing(0, 0), standing(0, 1)), 15)
    assert [left for left, *_ in rules(column_rules(style, plan))] == [left]


# ------------------------------------------------------------------ on pages

TWO = issue([article("题", paragraph("字" * 61))])


def tall(page: Page) -> list[tuple[Placed, Rule]]:
    """The upright rules of a page with what they are placed as."""
    found = [(placed, placed.item) for placed in page.items if isinstance(placed.item, Rule)]
    return [(placed, rule) for placed, rule in found if rule.height > rule.width]


def test_rules_are_ornaments_in_the_bodys_ink_after_all_text() -> None:
    found = pages(TWO, "square-columns", HALF, ("styles.body.colour", "k60"))
    items = next(page for page in found if page.label == "2").items
    ((placed, rule),) = tall(next(page for page in found if page.label == "2"))
    assert (placed.role, placed.order, placed.element) == (Role.ARTIFACT, -1, None)
    assert rule.ink == Ink(0, 0, 0, 600)
    # below the sink of three lines and the title's three: 63 characters, four lines in one column, three in the other
    assert (placed.x, placed.y, rule.height) == (149_750, TOP + 6 * LEADING, 3 * LEADING + EM)
    orders = [placed.order for placed in items if placed.order >= 0]
    assert orders == sorted(orders)


@pytest.mark.parametrize("keys", [(), (("make_up.columns.rule", "none"),)])
def test_a_layout_without_rules_draws_none(keys: tuple[tuple[str, str], ...]) -> None:
    assert [tall(page) for page in pages(TWO, "square-columns", *keys) if page.folio] == [[], []]
