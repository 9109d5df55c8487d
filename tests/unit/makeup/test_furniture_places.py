"""Furniture: where running heads and folios stand at head and foot, on left and right pages, and on opening pages."""

from __future__ import annotations

import pytest
from drawn import rules
from furnished import LONG, foot, found, head, made, outside, text
from issues import issue
from squares import HERE

from huozi.content.issue_model import Insert

NOTHING = '""'
BARE = (("running.verso", NOTHING), ("running.recto", NOTHING))


@pytest.mark.parametrize(
    ("position", "left", "right"),
    [
        ("foot-outer", (70_000, 301_920), (225_500, 301_920)),
        ("foot-centre", (167_750, 301_920), (127_750, 301_920)),
        ("foot-inner", (265_500, 301_920), (30_000, 301_920)),
        ("head-outer", (70_000, 18_920), (225_500, 18_920)),
        ("head-centre", (167_750, 18_920), (127_750, 18_920)),
        ("head-inner", (265_500, 18_920), (30_000, 18_920)),
    ],
)
def test_a_folio_stands_at_one_of_six_places(position: str, left: tuple[int, int], right: tuple[int, int]) -> None:
    # 20 pt from the type area: its em box ends at 20 pt or begins at 294; the baseline is 7.92 below its top
    pages = made(LONG, *BARE, ("folio.position", position))
    assert outside(pages["2"].items) == [(*left, "2")]
    assert outside(pages["3"].items) == [(*right, "3")]


@pytest.mark.parametrize(
    ("position", "left", "right", "hairlines"),
    [
        ("head-outer", (70_000, 24_920), (212_000, 24_920), 28_000),
        ("head-centre", (161_000, 24_920), (121_000, 24_920), 28_000),
        ("head-inner", (252_000, 24_920), (30_000, 24_920), 28_000),
        ("foot-outer", (70_000, 295_920), (212_000, 295_920), 285_000),
        ("foot-centre", (161_000, 295_920), (121_000, 295_920), 285_000),
        ("foot-inner", (252_000, 295_920), (30_000, 295_920), 285_000),
    ],
)
def test_a_running_head_stands_at_one_of_six_places_with_its_hairline_towards_the_text(
    position: str, left: tuple[int, int], right: tuple[int, int], hairlines: int
) -> None:
    own = (("running.position", position), ("running.verso", "木作"), ("folio.position", "none"))
    pages = made(LONG, *own)
    assert outside(pages["2"].items) == [(*left, "木作")]
    assert outside(pages["3"].items) == [(*right, "锯子")]
    assert rules(pages["2"].items) == [(70_000, hairlines, 200_000, 1_000)]
    assert rules(pages["3"].items) == [(30_000, hairlines, 200_000, 1_000)]


@pytest.mark.parametrize(("edge", "baseline"), [("head", 24_920), ("foot", 295_920)])
@pytest.mark.parametrize("size", ["9pt", "12pt", "6pt"])
def test_a_folio_beside_a_running_head_stands_on_its_baseline(edge: str, baseline: int, size: str) -> None:
    own = (("running.position", f"{edge}-centre"), ("folio.position", f"{edge}-outer"), ("styles.folio.size", size))
    for label in ("2", "3"):
        places = outside(made(LONG, *own)[label].items)
        assert [y for _, y, _ in places] == [baseline, baseline]


def test_a_folio_keeps_to_that_baseline_on_a_side_without_running_head() -> None:
    pages = made(
        LONG, ("running.recto", NOTHING), ("running.position", "head-centre"), ("folio.position", "head-outer")
    )
    assert outside(pages["3"].items) == [(225_500, 24_920, "3")]


# ------------------------------------------------------------------ opening pages

# 甲 opens page 2 and ends with line 9 of page 3, where 乙 begins; 丙 opens page 4
THREE = issue([text("甲", 23), text("乙", 5), text("丙", 20)])


def heads(*overrides: tuple[str, str]) -> list[str]:
    return [head(made(THREE, *overrides)[label]) for label in ("2", "3", "4")]


def feet(*overrides: tuple[str, str]) -> list[str]:
    return [foot(made(THREE, *overrides)[label]) for label in ("2", "3", "4")]


def test_pages_headed_by_an_article_s_opening_can_have_another_head_or_none() -> None:
    same = ("running.verso", "左"), ("running.recto", "右")
    assert heads(*same) == ["左", "右", "左"]
    assert heads(*same, ("running.opening", "首{folio}")) == ["首2", "右", "首4"]
    assert heads(*same, ("running.opening", NOTHING)) == ["", "右", ""]


def test_an_opening_page_without_head_has_no_hairline() -> None:
    pages = made(THREE, ("running.opening", NOTHING))
    assert [len(rules(pages[label].items)) for label in ("2", "3", "4")] == [0, 1, 0]


def test_pages_on_which_any_article_opens_are_opening_pages_where_a_layout_says_so() -> None:
    own = (("running.opening", "首"), ("running.verso", "左"), ("running.recto", "右"))
    work = issue([text("甲", 23), text("乙", 20)])
    assert [head(made(work, *own)[label]) for label in "234"] == ["首", "右", "左"]
    assert [head(made(work, *own, ("furniture.openings", "any"))[label]) for label in "234"] == ["首", "首", "左"]


def test_opening_pages_can_have_no_folio_or_one_elsewhere() -> None:
    assert feet() == ["2", "3", "4"]
    assert feet(("folio.opening", "same")) == ["2", "3", "4"]
    assert feet(("folio.opening", "none")) == ["", "3", ""]
    pages = made(THREE, ("folio.opening", "foot-centre"))
    assert [outside(pages[label].items)[-1] for label in ("2", "3")] == [
        (167_750, 301_920, "2"),
        (225_500, 301_920, "3"),
    ]


def test_a_folio_at_the_foot_of_opening_pages_keeps_its_own_distance() -> None:
    own = (("running.position", "head-centre"), ("folio.position", "head-outer"), ("folio.opening", "foot-centre"))
    pages = made(THREE, *own)
    assert outside(pages["2"].items)[-1] == (167_750, 301_920, "2")
    assert outside(pages["3"].items)[-1] == (225_500, 24_920, "3")


def test_the_contents_is_no_opening_page() -> None:
    own = (("running.opening", "首"), ("running.recto", "右"), ("running.contents", "true"), ("folio.opening", "none"))
    pages = made(THREE, *own)
    assert (head(pages["1"]), foot(pages["1"])) == ("右", "1")


# ------------------------------------------------------------------ pages that are bare


def test_a_section_s_own_page_has_neither_head_nor_folio_and_the_page_behind_it_opens() -> None:
    leaf = ("designs.leaf", "[{draw: box, across: bleed, y: 100pt, height: 50pt, colour: red}]")
    own = (("sections.page", "leaf"), ("running.opening", "首"), ("furniture.verso", "leaf"))
    pages = made(issue([text("甲", 20)]), leaf, *own)
    assert outside(pages["2"].items) == []
    assert rules(pages["2"].items) == [(-8_504, 100_000, 317_008, 50_000)]
    assert (head(pages["3"]), foot(pages["3"]), foot(pages["4"])) == ("首", "3", "4")


def test_a_page_left_free_has_nothing_at_all() -> None:
    rule = ("designs.rule", "[{draw: box, across: type-area, y: 20pt, height: 1pt, colour: red}]")
    work = issue([text("甲", 5)], [text("乙", 5)])._replace(inserts=(Insert("插页", 1, 1, HERE),))
    pages = made(work, rule, ("furniture.verso", "rule"), ("furniture.recto", "rule"))
    assert [len(rules(page.items)) for page in pages.values()] == [2, 2, 0, 2]
    assert (pages["3"].items, pages["3"].folio) == ((), None)


# ------------------------------------------------------------------ in each other's way


def crowded(*overrides: tuple[str, str]) -> list[dict[str, str]]:
    own = (("running.position", "head-outer"), ("folio.position", "head-inner"), *overrides)
    return [dict(item.arguments) for item in found(LONG, *own) if item.rule == "furniture-overlap"]


def test_a_head_that_reaches_the_folio_or_has_less_than_half_an_em_before_it_is_reported_once() -> None:
    # the folio of right pages is 4.5 pt wide at the left: 21 characters leave 6.5 pt, beside 6 of 9 pt more than half
    own = ("running.recto", "字" * 21)
    assert crowded(own) == []
    assert crowded(own, ("folio.template", "{folio}a")) == [{"text": "字" * 21, "other": "3a"}]
    assert crowded(("running.recto", "字" * 22)) == [{"text": "字" * 22, "other": "3"}]


def test_the_finding_of_a_crowded_line_stands_at_the_head_with_its_page() -> None:
    own = (("running.position", "head-outer"), ("folio.position", "head-inner"), ("running.recto", "字" * 22))
    (item,) = (item for item in found(LONG, *own) if item.rule == "furniture-overlap")
    assert (item.span.file, item.page) == ("--set", 3)
