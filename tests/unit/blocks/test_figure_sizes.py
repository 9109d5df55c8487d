"""How large pictures are printed."""

from __future__ import annotations

import pytest
from figure_trial import drawing, raster, surroundings

from huozi.blocks.figure_sizes import at_width, in_rows, own_size, rows_of, shown_of, side_by_side
from huozi.content.model import Picture
from huozi.diagnostics import Span
from huozi.geometry import Size
from huozi.pictures.model import PictureFacts


@pytest.mark.parametrize(
    ("facts", "size"),
    [
        (raster(600, 300, 300), (144_000, 72_000)),  # as its file says
        (raster(600, 300, 72), (144_000, 72_000)),  # fewer than 300 to the inch would be coarse
        (raster(600, 300, 600), (72_000, 36_000)),  # finer than need be: its file says so
        (raster(800, 400, 300, line_art=True), (72_000, 36_000)),  # lines want 800
        (drawing(500, 200), (500_000, 200_000)),
    ],
)
def test_a_picture_is_as_large_as_its_pixels_allow(facts: PictureFacts, size: tuple[int, int]) -> None:
    assert own_size(facts) == Size(*size)


def test_what_is_cropped_off_does_not_count() -> None:
    within = surroundings({"a.png": drawing(100, 100)})
    shown = shown_of(Picture("a.png", Span("a.md"), crop=(100, 0, 300, 500)), within)
    assert shown.own == Size(60_000, 50_000)


def test_a_picture_that_nobody_knows_is_a_frame() -> None:
    shown = shown_of(Picture("a.png", Span("a.md")), surroundings({}))
    assert (shown.facts, shown.own) == (None, Size(240_000, 160_000))


def test_proportions_are_kept() -> None:
    assert at_width(Size(300, 100), 60_000) == Size(60_000, 20_000)
    assert at_width(Size(900_000, 1), 90_000) == Size(90_000, 1_000)  # a line is still to be seen


def test_pictures_side_by_side_have_one_height_and_fill_the_width() -> None:
    row = side_by_side((Size(300, 200), Size(100, 100), Size(200, 400)), 320_000, 10_000)
    assert {size.height for size in row} == {100_000}
    assert [size.width for size in row] == [150_000, 100_000, 50_000]


@pytest.mark.parametrize(
    ("count", "ems", "most", "rows"),
    [
        (2, 17, 0, (2,)), (3, 20, 0, (2, 1)), (3, 35, 0, (3,)), (4, 20, 0, (2, 2)), (4, 35, 0, (4,)),
        (5, 35, 0, (3, 2)),
        (2, 10, 0, (1, 1)), (4, 48, 2, (2, 2)), (3, 10, 3, (3,)),
    ],
)  # fmt: skip
def test_rows_are_few_and_even(count: int, ems: int, most: int, rows: tuple[int, ...]) -> None:
    assert in_rows(count, ems * 10_000, 10_000, 10_000, most) == rows


def test_a_last_row_of_fewer_pictures_is_no_higher() -> None:
    within = surroundings({}, ("figures.row", "2"), ("figures.gap", "0"))
    rows = rows_of([Size(100, 100)] * 3, 200_000, within)
    assert rows == ((Size(100_000, 100_000),) * 2, (Size(100_000, 100_000),))
