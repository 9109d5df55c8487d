"""Furniture: where running heads, their rules and folios stand on left and on right pages, and what they say.

The layout's margins are 30 pt inside, 70 outside, 40 at the head; its type area is 200 pt wide and 234 deep. The issue
has one article, 锯子 in the section 栏0, that fills pages 2 (left) and 3 (right).
"""

from __future__ import annotations

import pytest
from drawn import rules, texts
from issues import article, issue, pages, paragraph

from huozi.diagnostics import Findings
from huozi.display import Placed, Role, Side

NOTHING = '""'
HEAD, FOOT = 40_000, 274_000
"""Where the type area begins and ends."""


def furniture(side: Side, *overrides: tuple[str, str], title: str = "锯子") -> list[Placed]:
    """What stands outside the type area on page 2 or on page 3."""
    work = issue([article(title, paragraph("字" * 400))])
    number = {"left": "2", "right": "3"}[side]
    (page,) = (page for page in pages(work, "square-outer", *overrides) if page.label == number)
    assert page.side == side
    return [placed for placed in page.items if not HEAD <= placed.y <= FOOT]


def head(side: Side, *overrides: tuple[str, str], title: str = "锯子") -> list[Placed]:
    return [placed for placed in furniture(side, *overrides, title=title) if placed.y < HEAD]


def foot(side: Side, *overrides: tuple[str, str]) -> list[Placed]:
    return [placed for placed in furniture(side, *overrides) if placed.y > FOOT]


def too_long(*overrides: tuple[str, str]) -> list[str]:
    """The texts that are reported as too long for their line."""
    findings = Findings()
    pages(issue([article("锯子", paragraph("字" * 400))]), "square-outer", *overrides, findings=findings)
    return [dict(item.arguments)["text"] for item in findings if item.rule == "furniture-too-long"]


# ------------------------------------------------------------------ running heads


def test_a_left_page_s_head_stands_at_its_left_edge_and_names_the_section() -> None:
    # 14 pt above the type area, 9 pt high: it begins 17 pt below the trim; its baseline is 7.92 below that
    assert texts(head("left")) == [(70_000, 24_920, "栏0")]


def test_a_right_page_s_head_stands_at_its_right_edge_and_names_the_article() -> None:
    assert texts(head("right")) == [(212_000, 24_920, "锯子")]


def test_the_hairline_stands_below_the_head_over_the_whole_type_area() -> None:
    assert rules(head("left")) == [(70_000, 28_000, 200_000, 1_000)]
    assert rules(head("right")) == [(30_000, 28_000, 200_000, 1_000)]


def test_a_head_without_words_has_no_hairline() -> None:
    assert head("right", ("running.recto", NOTHING)) == []
    assert head("left", ("running.recto", NOTHING)) != []
    assert head("right", ("running.recto", "{organiser}"), ("journal.organiser", NOTHING)) == []


def test_a_head_without_hairline_is_its_words() -> None:
    found = head("right", ("running.rule", "0pt"))
    assert (len(found), texts(found)) == (1, [(212_000, 24_920, "锯子")])


def test_distances_are_those_of_the_layout() -> None:
    own = (("running.distance", "20pt"), ("running.rule_distance", "5pt"), ("styles.running.size", "6pt"))
    found = head("right", *own)
    assert texts(found) == [(218_000, 19_280, "锯子")]
    assert rules(found) == [(30_000, 25_000, 200_000, 1_000)]


def test_furniture_is_outside_the_reading_order() -> None:
    found = [*furniture("left"), *furniture("right")]
    assert len(found) >= 6
    assert {(placed.role, placed.order) for placed in found} == {(Role.ARTIFACT, -1)}


def test_the_text_of_a_head_has_its_fields_filled() -> None:
    verso = ("running.verso", "{journal} {year}年第{issue}期 {folio}")
    assert "".join(text for _, _, text in texts(head("left", verso))) == "方块月刊 2030年第3期 2"


def test_a_head_too_long_for_its_line_stands_on_one_and_is_reported() -> None:
    long = ("running.recto", "很长的书眉" * 5)  # 25 characters of 9 pt: 225 pt
    assert {y for _, y, _ in texts(head("right", long))} == {24_920}
    assert too_long(long) == ["很长的书眉" * 5]


def test_a_head_that_contents_and_body_share_is_reported_once() -> None:
    long = "很长的书眉" * 5
    findings = Findings()
    work = issue([article(f"题{number}", paragraph("字" * 200)) for number in range(12)])  # two pages of contents
    both = (("running.recto", long), ("running.verso", long))
    pages(work, "square-outer", *both, findings=findings)
    assert [dict(item.arguments) for item in findings if item.rule == "furniture-too-long"] == [{"text": long}]


@pytest.mark.parametrize(
    ("overrides", "page"),
    [
        ((), 5),  # 封一, 封二, the contents, page 2, page 3
        ((("covers.front", "false"), ("covers.inside_front", "false")), 3),
        ((("running.contents", "true"),), 3),
        ((("folio.first", "body"),), 5),  # 封一, 封二, the contents and its blank page, page 1
    ],
)
def test_a_head_too_long_is_placed_on_its_first_page_by_its_number_in_the_file(
    overrides: tuple[tuple[str, str], ...], page: int
) -> None:
    findings = Findings()
    own = (("running.recto", "很长的书眉" * 5), ("running.contents", "false"), *overrides)
    pages(issue([article("锯子", paragraph("字" * 1_000))]), "square-outer", *own, findings=findings)
    assert [item.page for item in findings if item.rule == "furniture-too-long"] == [page]


def test_a_head_can_name_all_that_an_issue_is() -> None:
    fields = "{journal_en}/{organiser}/{serial}/{date}/{date_cn}"
    (words,) = (text for _, _, text in texts(head("left", ("running.verso", fields), ("styles.running.size", "5pt"))))
    assert words == "SQUARES/方块社/7/2030-03-31/2030年3月31日"


@pytest.mark.parametrize(("count", "found"), [(22, []), (23, ["字" * 23])])
def test_a_head_that_just_fills_its_line_is_not_too_long(count: int, found: list[str]) -> None:
    assert too_long(("running.recto", "字" * count)) == found


# ------------------------------------------------------------------ folios


def test_a_folio_at_the_outer_edge_is_left_on_left_pages_and_right_on_right_ones() -> None:
    # a figure and 页 in 9 pt, a quarter of an em between them: 15.75 pt; 20 pt below the type area's foot
    assert texts(foot("left")) == [(70_000, 301_920, "2页")]
    assert texts(foot("right")) == [(214_250, 301_920, "3页")]


def test_a_folio_in_the_middle_is_in_the_middle_of_the_type_area_and_not_of_the_page() -> None:
    own = (("folio.position", "foot-centre"), ("folio.template", "{folio}"))
    assert texts(foot("left", *own)) == [(167_750, 301_920, "2")]
    assert texts(foot("right", *own)) == [(127_750, 301_920, "3")]


def test_a_layout_can_print_no_folio() -> None:
    none = ("folio.position", "none")
    assert foot("left", none) == foot("right", none) == []


def test_a_folio_s_distance_is_counted_from_the_foot_to_its_em_box() -> None:
    own = (("folio.distance", "25pt"), ("styles.folio.size", "12pt"))
    assert texts(foot("left", *own)) == [(70_000, 309_560, "2页")]


def test_a_folio_too_long_is_reported_where_it_is_printed() -> None:
    long = ("folio.template", "第{folio}页" * 8)
    assert len(too_long(long)) == 1
    assert too_long(long, ("folio.position", "none")) == []
