"""Inside pages in black alone, and those that carry colour where they may."""

from __future__ import annotations

import pytest

from huozi.display import BLACK, Bookmark, GlyphRun, Image, Ink, Page, Path, Placed, Rule
from huozi.geometry import Size
from huozi.makeup.cover_pages import COVER_LABELS
from huozi.makeup.inside_black import in_black, inside_in_black, pages_in_colour, told_pages

RED, DEEP, GREY = Ink(0, 1000, 1000, 0), Ink(1000, 700, 0, 300), Ink(0, 0, 0, 300)
SEGMENTS = (("M", 0, 0), ("L", 9, 9), ("Z",))


def page(label: str, *items: object, index: int = 0) -> Page:
    placed = tuple(Placed(0, 0, item) for item in items)  # type: ignore[arg-type]
    return Page(index, "right", label, label, Size(9, 9), 0, placed)


def word(ink: Ink) -> GlyphRun:
    return GlyphRun("song", 9, (1,), (0,), ("春",), 9, ink)


@pytest.mark.parametrize(
    ("ink", "black"),
    [
        ((0, 0, 0, 0), 0),
        ((1000, 0, 0, 0), 300),
        ((0, 1000, 0, 0), 590),
        ((0, 0, 1000, 0), 110),
        ((500, 500, 500, 0), 500),
        ((300, 0, 0, 400), 490),
        ((1000, 1000, 1000, 1000), 1000),
        ((0, 0, 0, 640), 640),
    ],
)
def test_an_ink_is_as_dark_in_black_alone(ink: tuple[int, int, int, int], black: int) -> None:
    assert in_black(Ink(*ink)) == Ink(0, 0, 0, black)


def test_black_text_stays_laid_over() -> None:
    assert in_black(BLACK) == BLACK
    assert in_black(Ink(0, 0, 0, 1000, overprint=False)).overprint is False


def test_all_that_an_inside_page_shows_goes_to_black() -> None:
    items = (
        word(RED),
        Rule(9, 9, DEEP),
        Path(SEGMENTS, RED, None, 1),
        Path(SEGMENTS, None, DEEP, 1),
        Image("a.png", Size(9, 9)),
        Bookmark("题", 0),
    )
    (black,) = inside_in_black([page("1", *items)], COVER_LABELS)
    assert [placed.item for placed in black.items] == [
        word(Ink(0, 0, 0, 700)),
        Rule(9, 9, Ink(0, 0, 0, 1000)),
        Path(SEGMENTS, Ink(0, 0, 0, 700), None, 1),
        Path(SEGMENTS, None, Ink(0, 0, 0, 1000), 1),
        Image("a.png", Size(9, 9), is_black=True),
        Bookmark("题", 0),
    ]


def test_covers_keep_their_colours() -> None:
    covers = tuple(page(label, Rule(9, 9, RED), Image("a.png", Size(9, 9))) for label in COVER_LABELS)
    assert inside_in_black(covers, COVER_LABELS) == covers


@pytest.mark.parametrize(
    ("item", "coloured"),
    [
        (word(BLACK), False),
        (word(RED), True),
        (Rule(9, 9, GREY), False),
        (Rule(9, 9, DEEP), True),
        (Path(SEGMENTS, None, RED, 1), True),
        (Path(SEGMENTS, RED, None, 1), True),
        (Path(SEGMENTS, GREY, None, 1), False),
        (Image("colour", Size(9, 9)), True),
        (Image("grey", Size(9, 9)), False),
        (Bookmark("题", 0), False),
    ],
)
def test_a_page_carries_colour_where_anything_on_it_does(item: object, coloured: bool) -> None:
    inside, cover = page("5", word(BLACK), item), page("封二", Rule(9, 9, RED))
    found = pages_in_colour((cover, inside), COVER_LABELS, lambda image: image.path == "colour")
    assert found == ((inside,) if coloured else ())


def test_pages_are_told_in_runs() -> None:
    pages = [page(label, index=index) for index, label in ((2, "I"), (4, "1"), (5, "2"), (6, "3"), (9, "6"))]
    assert told_pages(pages) == "I, 1–3, 6"
