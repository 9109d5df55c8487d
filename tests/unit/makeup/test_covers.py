"""Covers: what the elements of a design draw, and which pages of the file they are.

The designs are those of a front cover; ``probe`` is a style of 10 pt on 16 pt, flush left where nothing else is said.
"""

from __future__ import annotations

import pytest
from drawn import rules, texts
from issues import article, issue, pages, paragraph

from huozi.display import GlyphRun, Ink, Path, Placed, Role, Rule
from huozi.structure import Kind

RED, BLUE = Ink(0, 1000, 800, 0), Ink(1000, 500, 0, 0)
INKS = (("colour.inks.red", "[0, 100, 80, 0]"), ("colour.inks.blue", "[100, 50, 0, 0]"))
PROBE = (("styles.probe.based_on", "contact-line"), ("styles.probe.size", "10pt"), ("styles.probe.leading", "16pt"))
PLACE = "x: 30pt, y: 60pt, width: 100pt, height: 100pt"
WORK = issue([article("题", paragraph("字"))])
BOX = "{draw: box, " + PLACE + ", colour: red}"
BARS = "draw: bars, x: 20pt, y: 100pt, width: 100pt, height: 60pt, gap: 5pt, first: 20%, last: 100%"


def drawn(elements: str, *overrides: tuple[str, str]) -> tuple[Placed, ...]:
    """What a front cover of these elements shows."""
    made = pages(WORK, "square", *INKS, *PROBE, ("designs.front", f"[{elements}]"), *overrides)
    return made[0].items


def text(words: str, more: str = "", place: str = PLACE) -> str:
    return f"{{draw: text, text: '{words}', style: probe, {place}{more}}}"


def bars(more: str = "", count: int = 3) -> str:
    return f"{{{BARS}, count: {count}, colour: blue, highlight_colour: red, highlight: '{{issue}}'{more}}}"


# ------------------------------------------------------------------ elements


def test_a_box_is_a_rule_over_its_area() -> None:
    assert drawn(BOX) == (Placed(30_000, 60_000, Rule(100_000, 100_000, RED), Role.ARTIFACT, -1),)


def test_a_text_begins_at_the_top_of_its_area_with_its_fields_filled() -> None:
    items = drawn(text("{year}年第{issue}期"))
    assert texts(items, Role.PARAGRAPH) == [(30_000, 68_800, "2030年第3期")]
    assert [placed.order for placed in items] == [0]


@pytest.mark.parametrize(("align", "x"), [("left", 30_000), ("center", 70_000), ("right", 110_000)])
def test_a_text_stands_in_its_area_as_its_style_says(align: str, x: int) -> None:
    assert texts(drawn(text("方块"), ("styles.probe.align", align))) == [(x, 68_800, "方块")]


def test_a_text_of_several_lines_goes_down_by_its_leading() -> None:
    items = drawn(text("方块" * 12), ("styles.probe.align", "justify"), ("styles.probe.leading", "21pt"))
    assert texts(items) == [
        (30_000, 68_800, "方块" * 5),
        (30_000, 89_800, "方块" * 5),
        (30_000, 110_800, "方块" * 2),
    ]
    assert [placed.order for placed in items] == [0, 1, 2]


def test_a_text_without_words_draws_nothing() -> None:
    assert drawn(text("{organiser}"), ("journal.organiser", '""')) == ()


def test_a_text_too_wide_for_its_area_is_made_to_fill_it() -> None:
    (placed,) = drawn(text("方块" * 10, ", fit: true"))
    assert isinstance(placed.item, GlyphRun)
    assert (placed.item.size, placed.item.width) == (5_000, 100_000)
    assert (placed.x, placed.y) == (30_000, 64_400)


def test_a_text_that_is_spaced_is_scaled_with_its_spaces() -> None:
    # ten characters of 10 pt and nine spaces of 10 pt, 190 pt: half of it
    narrow = "x: 30pt, y: 60pt, width: 95pt, height: 100pt"
    spaced = ("styles.probe.letter_spacing", "10pt")
    (placed,) = drawn(text("方块" * 5, ", fit: true", narrow), spaced)
    assert isinstance(placed.item, GlyphRun)
    assert (placed.item.size, placed.item.xs[:3]) == (5_000, (0, 10_000, 20_000))
    assert len(drawn(text("方块" * 5, place=narrow), spaced)) == 2


@pytest.mark.parametrize("count", [3, 5])
def test_a_text_that_fits_keeps_its_size(count: int) -> None:
    (placed,) = drawn(text("方块" * count, ", fit: true"))
    assert isinstance(placed.item, GlyphRun)
    assert placed.item.size == 10_000


# ------------------------------------------------------------------ rules, frames, circles


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (f"{{draw: rule, {PLACE}, thickness: 2pt}}", [(30_000, 60_000, 100_000, 2_000)]),
        (f"{{draw: rule, {PLACE}, vertical: true}}", [(30_000, 60_000, 500, 100_000)]),
        (
            f"{{draw: frame, {PLACE}, thickness: 2pt}}",
            [
                (30_000, 60_000, 100_000, 2_000),
                (30_000, 158_000, 100_000, 2_000),
                (30_000, 62_000, 2_000, 96_000),
                (128_000, 62_000, 2_000, 96_000),
            ],
        ),
        (f"{{draw: frame, {PLACE}, thickness: 0}}", []),
    ],
)
def test_rules_and_frames_stand_in_their_area(element: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert rules(drawn(element)) == expected


def test_a_circle_fills_its_area() -> None:
    (placed,) = drawn(f"{{draw: circle, {PLACE}, colour: red}}")
    assert (placed.x, placed.y, placed.role) == (30_000, 60_000, Role.ARTIFACT)
    assert isinstance(placed.item, Path)
    assert placed.item.fill == RED
    assert [segment[-2:] for segment in placed.item.segments[:-1]] == [
        (100_000, 50_000), (50_000, 100_000), (0, 50_000), (50_000, 0), (100_000, 50_000),
    ]  # fmt: skip


# ------------------------------------------------------------------ the contact block

CONTACT = f"{{draw: contact, {PLACE}}}"
SIZES = (("styles.contact-heading.size", "10pt"), ("styles.contact-line.size", "10pt"))


def contact(heading: str, lines: str, *overrides: tuple[str, str]) -> tuple[Placed, ...]:
    told = (("journal.contact.heading", heading), ("journal.contact.lines", lines))
    return drawn(CONTACT, *SIZES, *told, *overrides)


def test_the_contact_block_is_its_heading_and_a_line_each() -> None:
    items = contact("联系我们", "[方块社, 方块路1号]")
    assert texts(items, Role.PARAGRAPH) == [
        (30_000, 68_800, "联系我们"),
        (30_000, 92_800, "方块社"),  # the heading's leading is 24 pt, that of the lines 18
        (30_000, 110_800, "方块路1号"),
    ]
    assert [placed.order for placed in items] == [0, 1, 2]


def test_a_contact_block_without_heading_begins_with_its_lines() -> None:
    assert texts(contact('""', "[甲, 乙]")) == [(30_000, 68_800, "甲"), (30_000, 86_800, "乙")]


def test_a_line_of_contact_that_is_turned_over_takes_two() -> None:
    items = contact("联系", f"[{'甲' * 12}, 乙]", ("styles.contact-line.align", "justify"))
    assert [(y, words) for _, y, words in texts(items)] == [
        (68_800, "联系"),
        (92_800, "甲" * 10),
        (110_800, "甲甲"),
        (128_800, "乙"),
    ]


# ------------------------------------------------------------------ bars


def inks(items: tuple[Placed, ...]) -> list[Ink]:
    return [placed.item.ink for placed in items if isinstance(placed.item, Rule)]


def test_bars_rise_from_the_foot_of_their_area() -> None:
    items = drawn(bars())
    assert rules(items) == [
        (20_000, 148_000, 30_000, 12_000),
        (55_000, 124_000, 30_000, 36_000),
        (90_000, 100_000, 30_000, 60_000),
    ]
    assert {(placed.role, placed.order) for placed in items} == {(Role.ARTIFACT, -1)}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1", [RED, BLUE, BLUE]),
        ("2", [BLUE, RED, BLUE]),
        ("3", [BLUE, BLUE, RED]),
        ("1-2", [RED, RED, BLUE]),
        ("4", [BLUE] * 3),
        ("12", [BLUE] * 3),
        ("增刊1", [BLUE] * 3),
    ],
)
def test_the_bar_that_the_issue_s_number_names_is_set_off(number: str, expected: list[Ink]) -> None:
    made = pages(WORK._replace(number=number), "square", *INKS, ("designs.front", f"[{bars()}]"))
    assert inks(made[0].items) == expected


def test_one_bar_fills_the_width_at_the_first_height() -> None:
    assert rules(drawn(bars(count=1))) == [(20_000, 148_000, 100_000, 12_000)]


def test_elements_are_drawn_in_their_order_and_only_texts_are_read() -> None:
    items = drawn(f"{BOX}, {text('甲')}, {bars()}, {text('乙')}")
    assert [type(placed.item) for placed in items] == [Rule, GlyphRun, Rule, Rule, Rule, GlyphRun]
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
    found = pages(WORK, "square", *covers)
    assert [page.label for page in found] == labels
    assert "".join("右" if page.side == "right" else "左" for page in found) == sides
    assert [page.index for page in found] == list(range(len(labels)))


def test_a_blank_cover_has_no_items_and_a_designed_one_those_of_its_design() -> None:
    found = {page.label: page for page in pages(WORK)}
    assert found["封二"].items == found["封三"].items == ()
    assert texts(found["封一"].items) == [(94_000, 74_080, "方块月刊")]
    assert texts(found["封四"].items)[0] == (50_000, 70_560, "联系我们")
    told = [(placed.element.kind, placed.element.parent) for placed in found["封四"].items if placed.element]
    assert told == [(Kind.PARAGRAPH, None)] * len(found["封四"].items)
    assert len({placed.element for placed in found["封四"].items}) == len(found["封四"].items) > 1
    assert {page.folio for label, page in found.items() if label.startswith("封")} == {None}


def test_the_inside_of_a_cover_can_have_a_design_of_its_own() -> None:
    own = [("covers.inside_front", "contact"), ("covers.inside_back", "front")]
    found = {page.label: page for page in pages(WORK, "square", *own)}
    assert texts(found["封二"].items) == texts(found["封四"].items)
    assert [placed[:5] for placed in found["封三"].items] == [placed[:5] for placed in found["封一"].items]
