"""Turned text: its lines, their boxes and words where they lie on the page."""

from __future__ import annotations

import pytest
from squares import HERE

from huozi.diagnostics import Span
from huozi.display import (
    BLACK,
    Bookmark,
    Comment,
    GlyphRun,
    Image,
    Item,
    Link,
    Page,
    Path,
    Placed,
    Role,
    Rule,
    Stand,
    box_of,
    on_line,
)  # fmt: skip
from huozi.geometry import Point, Rect, Size
from huozi.inspection.subject import lines_on
from huozi.sheets.finding_places import Passage, boxes_of
from huozi.sheets.lines import lines_of
from huozi.sheets.moving import moved, upright, within
from huozi.structure import Element, Kind

PLACE = Span("a.md", 5, 1)
FIGURE = Element(Kind.FIGURE, 0, None, PLACE)
CAPTION = Element(Kind.CAPTION, 0, FIGURE, PLACE)
TEXT = Element(Kind.PARAGRAPH, 0, None, Span("a.md", 9, 1))


def run(text: str) -> GlyphRun:
    xs = tuple(10_000 * at for at in range(len(text)))
    return GlyphRun("song", 10_000, tuple(range(1, len(text) + 1)), xs, tuple(text), 10_000 * len(text))


@pytest.mark.parametrize(
    ("item", "upright_box", "turned_box"),
    [
        (run("山水"), Rect(100_000, 491_200, 20_000, 10_000), Rect(91_200, 480_000, 10_000, 20_000)),
        (Rule(30_000, 500), Rect(100_000, 500_000, 30_000, 500), Rect(100_000, 470_000, 500, 30_000)),
        (Image("a", Size(30, 20)), Rect(100_000, 500_000, 30, 20), Rect(100_000, 499_970, 20, 30)),
        (Link(3_000, 2_000, "1"), Rect(100_000, 500_000, 3_000, 2_000), Rect(100_000, 497_000, 2_000, 3_000)),
        (
            Path((("M", -1_000, 0), ("L", 4_000, 2_000), ("Z",)), fill=BLACK),
            Rect(99_000, 500_000, 5_000, 2_000),
            Rect(100_000, 496_000, 2_000, 5_000),
        ),
        (
            Comment((Rect(0, -9_000, 10_000, 10_000), Rect(20_000, 0, 10_000, 10_000)), "n", "a", "s", "t", (0, 0, 0)),
            Rect(100_000, 491_000, 30_000, 19_000),
            Rect(91_000, 470_000, 19_000, 30_000),
        ),
        (Bookmark("题", 0), Rect(100_000, 500_000, 0, 0), Rect(100_000, 500_000, 0, 0)),
    ],
)  # fmt: skip
def test_the_box_of_an_item(item: Item, upright_box: Rect, turned_box: Rect) -> None:
    assert box_of(Placed(100_000, 500_000, item)) == upright_box
    assert box_of(Placed(100_000, 500_000, item, is_turned=True)) == turned_box


def test_raised_glyphs_lie_higher_and_turned_ones_further_left() -> None:
    raised = run("山")._replace(rise=3_000)
    assert box_of(Placed(0, 100_000, raised)) == Rect(0, 88_200, 10_000, 10_000)
    assert box_of(Placed(100_000, 0, raised, is_turned=True)) == Rect(88_200, -10_000, 10_000, 10_000)


def turned_page() -> Page:
    """A page with a picture of 60 by 40 points and two lines of caption, turned, beside a line of text."""
    items = (
        Placed(50_000, 300_000, Image("a", Size(60_000, 40_000)), Role.PARAGRAPH, 0, FIGURE, is_turned=True),
        Placed(108_800, 300_000, run("山水"), Role.PARAGRAPH, 1, CAPTION, is_turned=True),
        Placed(108_800, 280_000, run("清音"), Role.PARAGRAPH, 2, CAPTION, is_turned=True),
        Placed(120_800, 300_000, run("又一行"), Role.PARAGRAPH, 3, CAPTION, is_turned=True),
        Placed(20_000, 108_800, run("正文"), Role.PARAGRAPH, 4, TEXT),
    )
    stands = (Stand(PLACE, 0, 1, range(4), 20_000), Stand(TEXT.span, 0, 1, range(4, 5), 20_000))
    return Page(0, "right", "1", "1", Size(200_000, 400_000), 0, items, stands)


def test_turned_text_has_lines_that_run_up_the_page() -> None:
    first, second, text = lines_of(turned_page())
    assert (first.text, second.text, text.text) == ("山水清音", "又一行", "正文")
    assert (first.is_turned, first.box) == (True, Rect(100_000, 260_000, 10_000, 40_000))
    assert second.box == Rect(112_000, 270_000, 10_000, 30_000)
    assert (text.is_turned, text.box) == (False, Rect(20_000, 100_000, 20_000, 10_000))
    assert (first.left, first.right) == (260_000, 300_000)
    assert first.items == (0, 1, 2)  # the picture belongs to the line that it stands beside


def test_words_of_turned_text_are_found() -> None:
    page = turned_page()
    passage = Passage(PLACE, "水清", 2)
    assert boxes_of(page, lines_of(page), passage) == (Rect(100_000, 270_000, 10_000, 20_000),)


def test_turned_text_is_read_line_by_line() -> None:
    assert [line.text for line in lines_on(turned_page())] == ["山水清音", "又一行", "正文"]
    assert on_line(turned_page().items[1]) == (108_800, -300_000)


def test_what_is_turned_is_moved_and_made_smaller_as_it_is() -> None:
    image, *_ = moved(turned_page().items, Point(1_000, 2_000), 500, {})
    assert box_of(image) == Rect(26_000, 122_000, 20_000, 30_000)
    (whole,) = moved(turned_page().items[:1], Point(1_000, 2_000), 1000, {})
    assert box_of(whole) == Rect(51_000, 242_000, 40_000, 60_000)


def test_what_is_turned_is_cut_where_another_page_begins() -> None:
    rule = Placed(50_000, 300_000, Rule(60_000, 40_000), Role.ARTIFACT, -1, is_turned=True)
    (cut,) = within([rule], None, 70_000)
    assert (cut.is_turned, box_of(cut)) == (False, Rect(50_000, 240_000, 20_000, 60_000))
    assert list(within([rule], 90_000, None)) == []
    path = Path((("M", 0, 0), ("L", 60_000, 0), ("L", 60_000, 40_000), ("Z",)), fill=BLACK)
    lying = upright(Placed(50_000, 300_000, path, is_turned=True))
    assert lying.item == path._replace(segments=(("M", 0, 0), ("L", 0, -60_000), ("L", 40_000, -60_000), ("Z",)))
    assert box_of(lying) == Rect(50_000, 240_000, 40_000, 60_000)
    words = Placed(50_000, 300_000, run("山"), is_turned=True)
    assert list(within([words], None, 40_000)) == [words]


def test_a_caption_beside_text_is_no_part_of_its_line() -> None:
    items = (
        Placed(100_000, 109_000, run("图题"), Role.PARAGRAPH, 0, CAPTION),
        Placed(20_000, 108_800, run("正文"), Role.PARAGRAPH, 1, TEXT),
    )
    page = Page(0, "right", "1", "1", Size(200_000, 400_000), 0, items, (Stand(HERE, 0, 1, range(2)),))
    assert [line.text for line in lines_of(page)] == ["正文", "图题"]
