"""Covers: what the elements of a design draw, and which pages of the file they are."""

from __future__ import annotations

import pytest
from drawn import FIELDS, composer, rules, texts
from issues import article, issue, pages, paragraph, sheet

from huozi.display import GlyphRun, Ink, Placed, Role, Rule
from huozi.geometry import Mpt, Rect
from huozi.makeup.covers import CoverSetter, draw
from huozi.style.model import (
    Align,
    BarsElement,
    BoxElement,
    Contact,
    ContactElement,
    Element,
    ParagraphStyle,
    TextElement,
)

RED, BLUE = Ink(0, 1000, 800, 0), Ink(1000, 500, 0, 0)
NO_CONTACT = Contact("", ())
AREA = Rect(30_000, 60_000, 100_000, 50_000)
BARS = BarsElement(Rect(20_000, 100_000, 100_000, 60_000), 3, 5_000, 200, 1000, BLUE, "{issue}", RED)


def style(align: Align = "left", leading: Mpt = 16_000, letter_spacing: Mpt = 0) -> ParagraphStyle:
    """A style of 10 pt without indent."""
    body = sheet().styles["body"]
    return body._replace(indent=0, align=align, leading=leading, letter_spacing=letter_spacing)


def drawn(*design: Element, contact: Contact = NO_CONTACT) -> list[Placed]:
    return draw(design, CoverSetter(FIELDS, contact, composer()))


# ------------------------------------------------------------------ elements


def test_a_box_is_a_rule_over_its_area() -> None:
    assert drawn(BoxElement(AREA, RED)) == [Placed(30_000, 60_000, Rule(100_000, 50_000, RED), Role.ARTIFACT, -1)]


def test_a_text_begins_at_the_top_of_its_area_with_its_fields_filled() -> None:
    items = drawn(TextElement(AREA, "{year}年第{issue}期", style()))
    assert texts(items, Role.PARAGRAPH) == [(30_000, 68_800, "2030年第3期")]
    assert [placed.order for placed in items] == [0]


@pytest.mark.parametrize(("align", "x"), [("left", 30_000), ("center", 70_000), ("right", 110_000)])
def test_a_text_stands_in_its_area_as_its_style_says(align: Align, x: int) -> None:
    assert texts(drawn(TextElement(AREA, "方块", style(align)))) == [(x, 68_800, "方块")]


def test_a_text_of_several_lines_goes_down_by_its_leading() -> None:
    items = drawn(TextElement(AREA, "方块" * 12, style("justify", leading=21_000)))
    assert texts(items) == [
        (30_000, 68_800, "方块" * 5),
        (30_000, 89_800, "方块" * 5),
        (30_000, 110_800, "方块" * 2),
    ]
    assert [placed.order for placed in items] == [0, 1, 2]


def test_a_text_without_words_draws_nothing() -> None:
    assert drawn(TextElement(AREA, "{organiser}", style())) == []


def test_a_text_too_wide_for_its_area_is_made_to_fill_it() -> None:
    (placed,) = drawn(TextElement(AREA, "方块" * 10, style(), fit=True))
    assert isinstance(placed.item, GlyphRun)
    assert (placed.item.size, placed.item.width) == (5_000, 100_000)
    assert (placed.x, placed.y) == (30_000, 64_400)


def test_a_text_that_is_spaced_is_scaled_with_its_spaces_and_its_leading() -> None:
    spaced = style(letter_spacing=10_000)
    (placed,) = drawn(TextElement(Rect(0, 0, 95_000, 50_000), "方块" * 5, spaced, fit=True))
    # ten characters and nine spaces, 190 pt: half of it
    assert isinstance(placed.item, GlyphRun)
    assert (placed.item.size, placed.item.xs[:3]) == (5_000, (0, 10_000, 20_000))
    assert len(drawn(TextElement(Rect(0, 0, 95_000, 50_000), "方块" * 5, spaced))) == 2


@pytest.mark.parametrize("count", [3, 5])
def test_a_text_that_fits_keeps_its_size(count: int) -> None:
    (placed,) = drawn(TextElement(AREA, "方块" * count, style(), fit=True))
    assert isinstance(placed.item, GlyphRun)
    assert placed.item.size == 10_000


def test_the_contact_block_is_its_heading_and_a_line_each() -> None:
    contact = Contact("联系我们", ("方块社", "方块路1号"))
    items = drawn(ContactElement(AREA, style(leading=24_000), style(leading=18_000)), contact=contact)
    assert texts(items, Role.PARAGRAPH) == [
        (30_000, 68_800, "联系我们"),
        (30_000, 92_800, "方块社"),
        (30_000, 110_800, "方块路1号"),
    ]
    assert [placed.order for placed in items] == [0, 1, 2]


def test_a_contact_block_without_heading_begins_with_its_lines() -> None:
    items = drawn(ContactElement(AREA, style(), style()), contact=Contact("", ("甲", "", "乙")))
    assert texts(items) == [(30_000, 68_800, "甲"), (30_000, 84_800, "乙")]


def test_a_line_of_contact_that_is_turned_over_takes_two() -> None:
    items = drawn(ContactElement(AREA, style(), style("justify")), contact=Contact("", ("甲" * 12, "乙")))
    assert [(y, text) for _, y, text in texts(items)] == [(68_800, "甲" * 10), (84_800, "甲甲"), (100_800, "乙")]


def test_bars_rise_from_the_foot_of_their_area() -> None:
    items = drawn(BARS)
    assert rules(items) == [
        (20_000, 148_000, 30_000, 12_000),
        (55_000, 124_000, 30_000, 36_000),
        (90_000, 100_000, 30_000, 60_000),
    ]
    assert {(placed.role, placed.order) for placed in items} == {(Role.ARTIFACT, -1)}


@pytest.mark.parametrize(("highlight", "inks"), [("{issue}", [BLUE, BLUE, RED]), ("1", [RED, BLUE, BLUE])])
def test_the_bar_that_the_issue_s_number_names_is_set_off(highlight: str, inks: list[Ink]) -> None:
    assert [p.item.ink for p in drawn(BARS._replace(highlight=highlight)) if isinstance(p.item, Rule)] == inks


@pytest.mark.parametrize("highlight", ["0", "4", "", "{serial}"])
def test_a_number_beyond_the_bars_sets_none_off(highlight: str) -> None:
    found = drawn(BARS._replace(highlight=highlight))
    assert [p.item.ink for p in found if isinstance(p.item, Rule)] == [BLUE] * 3


def test_one_bar_fills_the_width_at_the_first_height() -> None:
    assert rules(drawn(BARS._replace(bars=1))) == [(20_000, 148_000, 100_000, 12_000)]


def test_elements_are_drawn_in_their_order_and_only_texts_are_read() -> None:
    text = TextElement(AREA, "甲", style())
    items = drawn(BoxElement(AREA, RED), text, BARS, text)
    kinds = [type(placed.item) for placed in items]
    assert kinds == [Rule, GlyphRun, Rule, Rule, Rule, GlyphRun]
    assert [placed.order for placed in items] == [-1, 1, -1, -1, -1, 5]


# ------------------------------------------------------------------ pages of the cover

ALL = {"front": "true", "inside_front": "blank", "inside_back": "blank", "back": "contact"}


@pytest.mark.parametrize(
    ("gone", "labels", "sides"),
    [
        ((), ["封一", "封二", "1", "2", "封三", "封四"], "右左右左右左"),
        (("front",), ["封二", "1", "2", "封三", "封四"], "左右左右左"),
        (("inside_front", "inside_back"), ["封一", "1", "2", "封四"], "右右左左"),
        (("front", "inside_front", "inside_back", "back"), ["1", "2"], "右左"),
    ],
)
def test_a_cover_page_that_a_layout_has_not_is_left_out(gone: tuple[str, ...], labels: list[str], sides: str) -> None:
    covers = [(f"covers.{side}", "false" if side in gone else wanted) for side, wanted in ALL.items()]
    found = pages(issue([article("题", paragraph("字"))]), "square", *covers)
    assert [page.label for page in found] == labels
    assert "".join("右" if page.side == "right" else "左" for page in found) == sides
    assert [page.index for page in found] == list(range(len(labels)))


def test_a_blank_cover_has_no_items_and_a_designed_one_those_of_its_design() -> None:
    found = {page.label: page for page in pages(issue([article("题", paragraph("字"))]))}
    assert found["封二"].items == found["封三"].items == ()
    assert texts(found["封一"].items) == [(94_000, 74_080, "方块月刊")]
    assert texts(found["封四"].items)[0] == (50_000, 70_560, "联系我们")
    assert {page.folio for label, page in found.items() if label.startswith("封")} == {None}


def test_the_inside_of_a_cover_can_have_a_design_of_its_own() -> None:
    own = [("covers.inside_front", "contact"), ("covers.inside_back", "front")]
    found = {page.label: page for page in pages(issue([article("题", paragraph("字"))]), "square", *own)}
    assert texts(found["封二"].items) == texts(found["封四"].items)
    assert found["封三"].items == found["封一"].items
