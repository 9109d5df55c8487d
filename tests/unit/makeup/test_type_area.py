"""The type area: where it stands on left and on right pages, where its columns and lines stand in it."""

from __future__ import annotations

import pytest
from issues import sheet
from squares import HERE

from huozi.display import Side
from huozi.galley import Slug
from huozi.geometry import PT, Insets, Mpt, Point, Rect, baseline, mm
from huozi.makeup.plans import Standing
from huozi.makeup.type_area import column_left, place_of, type_area_on
from huozi.style.model import PageTemplate, TypeArea


def standing(line: int, column: int, columns: int = 2) -> Standing:
    """A slug on a grid line of a column, of so many side by side."""
    return Standing(line, column, columns, 0, Slug(1, (), HERE), (), 0, 0)


def page(layout: str = "square-outer", *overrides: tuple[str, str]) -> PageTemplate:
    return sheet(layout, *overrides).page


def test_inner_and_outer_margins_change_places_on_left_pages() -> None:
    assert type_area_on(page(), "right") == Rect(30_000, 40_000, 200_000, 234_000)
    assert type_area_on(page(), "left") == Rect(70_000, 40_000, 200_000, 234_000)


def test_margins_are_what_the_type_area_leaves_of_the_trim() -> None:
    assert page().margins == Insets(top=40_000, right=70_000, bottom=126_000, left=30_000)


def test_a_type_area_without_margins_stands_in_the_middle_and_a_little_above_it() -> None:
    # 100 pt and 166 pt are free: half of the one on each side, 45 % of the other above
    assert page("square").margins == Insets(top=74_700, right=50_000, bottom=91_300, left=50_000)


@pytest.mark.parametrize(
    ("key", "text", "margins"),
    [
        ("page.margins.inner", "35pt", Insets(74_700, 65_000, 91_300, 35_000)),
        ("page.margins.inner", "4字", Insets(74_700, 60_000, 91_300, 40_000)),
        ("page.margins.top", "5行", Insets(80_000, 50_000, 86_000, 50_000)),
    ],
)
def test_a_margin_that_is_given_leaves_the_other_to_follow(key: str, text: str, margins: Insets) -> None:
    assert page("square", (key, text)).margins == margins


@pytest.mark.parametrize(
    ("side", "column", "line", "place"),
    [
        ("right", 0, 0, Point(50_000, 74_700)),
        ("right", 0, 1, Point(50_000, 90_700)),
        ("left", 1, 0, Point(160_000, 74_700)),  # a column of nine characters, a gap of two
        ("right", 1, 14, Point(160_000, 298_700)),
    ],
)
def test_lines_and_columns_stand_on_the_grid(side: Side, column: int, line: int, place: Point) -> None:
    assert place_of(page("square-columns"), side, standing(line, column)) == place


@pytest.mark.parametrize(
    ("columns", "lefts"),
    [(1, [0]), (2, [0, 110_000]), (3, [0, 75_000, 150_000]), (4, [0, 56_666, 113_332, 169_998])],
)
def test_columns_of_another_number_are_whole_ems_wide_and_share_what_is_left(columns: int, lefts: list[Mpt]) -> None:
    # 200 pt wide, gaps of 20 pt at least: three of 5 em, four of 3 em
    area = page("square-columns").area
    assert [column_left(area, columns, column) for column in range(columns)] == lefts
    assert place_of(page("square-columns"), "right", standing(0, columns - 1, columns)).x == 50_000 + lefts[-1]


def test_columns_begin_at_the_inner_margin_of_right_and_the_outer_of_left_pages() -> None:
    unequal = page("square-columns", ("page.margins.inner", "30pt"))
    assert [place_of(unequal, side, standing(2, 1)) for side in SIDES] == [
        Point(180_000, 106_700),
        Point(140_000, 106_700),
    ]


SIDES: tuple[Side, Side] = ("left", "right")

# ------------------------------------------------------------------ characters × lines


def test_a_type_area_is_as_wide_as_its_characters_and_as_deep_as_its_lines() -> None:
    area = TypeArea(characters=9, lines=15, columns=3, gap=20_000, size=10_000, leading=16_000)
    assert (area.measure, area.width, area.height) == (90_000, 310_000, 234_000)


@pytest.mark.parametrize(("depth", "lines"), [(0, 1), (1, 1), (16_000, 1), (16_001, 2), (32_000, 2), (33_000, 3)])
def test_matter_takes_the_lines_that_it_does_not_run_over(depth: Mpt, lines: int) -> None:
    assert TypeArea(9, 15, 1, 0, 10_000, 16_000).lines_for(depth) == lines


@pytest.mark.parametrize(
    ("characters", "lines", "found"),
    [
        ("200pt", "234pt", (20, 15)),
        ("199.9pt", "233.9pt", (19, 14)),
        ("209.9pt", "249.9pt", (20, 15)),
        ("7pt", "9pt", (1, 1)),
    ],
)
def test_a_type_area_in_lengths_holds_the_whole_characters_and_lines_that_fit(
    characters: str, lines: str, found: tuple[int, int]
) -> None:
    asked = (("page.type_area.characters", characters), ("page.type_area.lines", lines))
    area = page("square", *asked).area
    assert (area.characters, area.lines) == found


# ------------------------------------------------------------------ lengths and shapes


def test_a_point_is_a_thousand_millipoints() -> None:
    assert PT == 1_000


@pytest.mark.parametrize(("millimetres", "length"), [(3, 8504), (210, 595276), (297, 841890), (0, 0), (-3, -8504)])
def test_a_millimetre_is_72_over_25_4_points(millimetres: int, length: Mpt) -> None:
    assert mm(millimetres) == length


@pytest.mark.parametrize(("size", "below"), [(10_000, 8_800), (12_000, 10_560), (10_500, 9_240), (1, 0)])
def test_the_baseline_stands_at_880_thousandths_of_the_em_box(size: Mpt, below: Mpt) -> None:
    assert baseline(size) == below


def test_a_rectangle_ends_where_its_width_and_height_take_it() -> None:
    box = Rect(-3, 10, 100, 50)
    assert (box.right, box.bottom) == (97, 60)
    assert box.inset(Insets(top=1, right=2, bottom=4, left=8)) == Rect(5, 11, 90, 45)
