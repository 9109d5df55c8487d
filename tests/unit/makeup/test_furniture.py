"""Furniture: where running heads, their rules and folios stand on left and on right pages, and what they say.

The layout's margins are 30 pt inside, 70 outside, 40 at the head; its type area is 200 pt wide and 234 deep.
"""

from __future__ import annotations

import pytest
from drawn import FIELDS, composer, rules, texts
from issues import sheet

from huozi.display import Placed, Role, Side
from huozi.geometry import Rect
from huozi.makeup.furniture import aligned_text, folio, head_text, running_head, too_long, width_of
from huozi.style.model import Stylesheet

NOTHING = '""'


def outer(*overrides: tuple[str, str]) -> Stylesheet:
    return sheet("square-outer", *overrides)


def head(side: Side, *overrides: tuple[str, str]) -> list[Placed]:
    style = outer(*overrides)
    return running_head(style, side, FIELDS, composer(style))


def foot(side: Side, *overrides: tuple[str, str]) -> list[Placed]:
    style = outer(*overrides)
    return folio(style, side, FIELDS, composer(style))


# ------------------------------------------------------------------ running heads


def test_a_left_page_s_head_stands_at_its_left_edge_and_names_the_section() -> None:
    # 14 pt above the type area, 9 pt high: it begins 17 pt below the trim; its baseline is 7.92 below that
    assert texts(head("left")) == [(70_000, 24_920, "木作")]


def test_a_right_page_s_head_stands_at_its_right_edge_and_names_the_article() -> None:
    assert texts(head("right")) == [(212_000, 24_920, "锯子")]


def test_the_hairline_stands_below_the_head_over_the_whole_type_area() -> None:
    assert rules(head("left")) == [(70_000, 28_000, 200_000, 1_000)]
    assert rules(head("right")) == [(30_000, 28_000, 200_000, 1_000)]


def test_a_head_without_words_has_no_hairline() -> None:
    assert head("right", ("running.recto", NOTHING)) == []
    assert head("left", ("running.recto", NOTHING)) != []
    assert head("right", ("running.recto", "{organiser}")) == []


def test_a_head_without_hairline_is_its_words() -> None:
    found = head("left", ("running.rule", "0pt"))
    assert (len(found), texts(found)) == (1, [(70_000, 24_920, "木作")])


def test_distances_are_those_of_the_layout() -> None:
    found = head("left", ("running.distance", "20pt"), ("running.rule_distance", "5pt"), ("styles.running.size", "6pt"))
    assert texts(found) == [(70_000, 19_280, "木作")]
    assert rules(found) == [(70_000, 25_000, 200_000, 1_000)]


def test_furniture_is_outside_the_reading_order() -> None:
    found = [*head("left"), *head("right"), *foot("left"), *foot("right")]
    assert len(found) == 6 + sum(len(foot(side)) - 1 for side in SIDES)
    assert {(placed.role, placed.order) for placed in found} == {(Role.ARTIFACT, -1)}


SIDES: tuple[Side, Side] = ("left", "right")


def test_a_head_too_long_for_its_line_is_cut_and_reported() -> None:
    long = ("running.recto", "很长的书眉" * 5)  # 25 characters of 9 pt: 225 pt
    found = head("right", long)
    assert {y for _, y, _ in texts(found)} == {24_920}
    style = outer(long)
    assert too_long(style, "right", FIELDS, composer(style)) == [("很长的书眉" * 5, "很长的书眉" * 5)]
    assert too_long(style, "left", FIELDS, composer(style)) == []


def test_a_head_that_just_fills_its_line_is_not_too_long() -> None:
    style = outer(("running.recto", "字" * 22))
    assert too_long(style, "right", FIELDS, composer(style)) == []
    style = outer(("running.recto", "字" * 23))
    assert len(too_long(style, "right", FIELDS, composer(style))) == 1


def test_the_text_of_a_head_has_its_fields_filled() -> None:
    style = outer(("running.verso", "{journal} {year}年第{issue}期"))
    assert head_text(style, "left", FIELDS) == "方块月刊 2030年第3期"
    assert head_text(style, "right", FIELDS) == "锯子"


# ------------------------------------------------------------------ folios


def test_a_folio_at_the_outer_edge_is_left_on_left_pages_and_right_on_right_ones() -> None:
    # 12 and 页 in 9 pt, a quarter of an em between them: 20.25 pt; 20 pt below the type area's foot at 274
    assert texts(foot("left")) == [(70_000, 301_920, "12页")]
    assert texts(foot("right")) == [(209_750, 301_920, "12页")]


def test_a_folio_in_the_middle_is_in_the_middle_of_the_type_area_and_not_of_the_page() -> None:
    centred = ("folio.position", "foot-centre")
    plain = ("folio.template", "{folio}")
    assert texts(foot("left", centred, plain)) == [(165_500, 301_920, "12")]
    assert texts(foot("right", centred, plain)) == [(125_500, 301_920, "12")]


def test_a_layout_can_print_no_folio() -> None:
    assert foot("left", ("folio.position", "none")) == foot("right", ("folio.position", "none")) == []


def test_a_folio_s_distance_is_counted_from_the_foot_to_its_em_box() -> None:
    assert texts(foot("left", ("folio.distance", "25pt"), ("styles.folio.size", "12pt"))) == [(70_000, 309_560, "12页")]


def test_a_folio_too_long_is_told_by_its_template() -> None:
    style = outer(("folio.template", "第{folio}页" * 8))
    assert too_long(style, "left", FIELDS, composer(style)) == [("第{folio}页" * 8, "第12页" * 8)]
    assert too_long(style, "left", {**FIELDS, "folio": ""}, composer(style)) == []
    style = outer(("folio.template", "第{folio}页" * 8), ("folio.position", "none"))
    assert too_long(style, "left", FIELDS, composer(style)) == []


# ------------------------------------------------------------------ a text in a box


@pytest.mark.parametrize(("align", "x"), [("left", 5_000), ("center", 38_000), ("right", 71_000)])
def test_a_text_stands_at_the_left_at_the_right_or_in_the_middle_of_its_box(align: str, x: int) -> None:
    style = sheet().styles["running"]  # 9 pt
    found = aligned_text("两字", style, Rect(5_000, 7_000, 84_000, 0), align, composer())
    assert texts(found, Role.ARTIFACT) == [(x, 14_920, "两字")]


def test_the_width_of_a_text_is_that_of_its_one_line() -> None:
    body = sheet().styles["body"]._replace(indent=0, align="left")
    assert width_of("字" * 50, body, composer()) == 500_000
    assert width_of("", body, composer()) == 0
