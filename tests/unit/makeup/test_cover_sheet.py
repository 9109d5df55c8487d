"""The cover as the printer's sheet: its width, what stands where, cut at the folds; the spine and its words.

Pages are 300 × 400 pt with a bleed of 10 pt.
"""

from __future__ import annotations

import pytest
from drawn import FIELDS, composer, rules, texts
from issues import HOUSE, article, issue, pages, paragraph, sheet

from huozi.diagnostics import Findings
from huozi.display import BLACK, Bookmark, GlyphRun, Page, Placed, Rule
from huozi.fonts.catalog import Catalog
from huozi.geometry import Mpt, Rect, Size, mm
from huozi.makeup.cover_sheet import cover_sheets, laid, spine_of, spine_width
from huozi.makeup.cover_text import CoverSetter
from huozi.pipeline import covers_made_up
from huozi.style.elements import BoxElement, SpineDesign
from huozi.style.model import Stylesheet

WORK = issue([article("题", paragraph("字"))])


# ------------------------------------------------------------------ the width of the spine


@pytest.mark.parametrize(
    ("count", "paper", "cover", "width"),
    [
        (26, "0.1mm", "0.25mm", 1.8),  # 13 leaves
        (27, "0.1mm", "0.25mm", 1.9),
        (200, "0.1mm", "0.25mm", 10.5),
        (96, "0.08mm", "0.3mm", 4.5),  # 3.84 + 0.6, rounded up
        (2, "0.1mm", "0", 0.1),
        (2000, "0.1mm", "0.25mm", 100.5),
    ],
)
def test_the_spine_is_as_wide_as_leaves_and_cover(count: int, paper: str, cover: str, width: float) -> None:
    style = sheet("square", ("page.paper", paper), ("page.cover_paper", cover))
    assert spine_width(style.page, count) == mm(width)


@pytest.mark.parametrize(("binding", "width"), [("perfect", mm(7)), ("saddle", 0), ("single", 0)])
def test_a_width_that_the_layout_gives_holds_where_there_is_a_spine(binding: str, width: Mpt) -> None:
    style = sheet("square", ("page.spine", "7mm"), ("page.binding", binding))
    assert spine_width(style.page, 26) == width


# ------------------------------------------------------------------ the sheet


def page(label: str, *items: Placed) -> Page:
    return Page(0, "right", None, label, Size(300_000, 400_000), 10_000, items)


def box(x: Mpt, width: Mpt) -> Placed:
    return Placed(x, 0, Rule(width, 50_000), order=-1)


def test_back_spine_and_front_stand_side_by_side_and_the_insides_behind_them() -> None:
    made = [
        page("封一", box(1_000, 10_000)),
        page("封二", box(2_000, 10_000)),
        page("1"),
        page("封三", box(3_000, 10_000)),
        page("封四", box(4_000, 10_000)),
    ]
    outside, inside = cover_sheets(made, [box(0, 20_000)], 20_000)
    assert (outside.trim, outside.bleed) == (Size(620_000, 400_000), 10_000)
    assert [(x, width) for x, _, width, _ in rules(outside.items)] == [
        (4_000, 10_000),
        (300_000, 20_000),
        (321_000, 10_000),
    ]
    assert [(x, width) for x, _, width, _ in rules(inside.items)] == [(2_000, 10_000), (323_000, 10_000)]
    assert (outside.label, inside.label) == ("封四·书脊·封一", "封二·封三")


def test_a_page_that_there_is_none_of_is_blank_and_without_a_spine_the_sheet_has_two() -> None:
    outside, inside = cover_sheets([page("封一", box(1_000, 10_000)), page("1")], [], 0)
    assert rules(outside.items) == [(301_000, 0, 10_000, 50_000)]
    assert (outside.trim.width, outside.label, inside.items) == (600_000, "封四·封一", ())


@pytest.mark.parametrize(
    ("x", "width", "between", "expected"),
    [
        (-10_000, 320_000, (-10_000, 300_000), [(-10_000, 310_000)]),  # bleeds to the left alone
        (-10_000, 320_000, (0, 310_000), [(0, 310_000)]),
        (290_000, 30_000, (-10_000, 300_000), [(290_000, 10_000)]),
        (300_000, 30_000, (-10_000, 300_000), []),
        (-30_000, 30_000, (0, 310_000), []),
    ],
)
def test_what_bleeds_is_cut_at_the_folds(
    x: Mpt, width: Mpt, between: tuple[Mpt, Mpt], expected: list[tuple[Mpt, Mpt]]
) -> None:
    found = list(laid([box(x, width)], 0, between))
    assert [(placed.x, placed.item.width) for placed in found if isinstance(placed.item, Rule)] == expected


def test_marks_of_a_screen_file_are_left_out() -> None:
    assert list(laid([Placed(0, 0, Bookmark("题", 0))], 0, (0, 300_000))) == []


def test_words_keep_their_order_on_the_sheet() -> None:
    made = covers_made_up(WORK, sheet(), Catalog(HOUSE.fonts), pages(WORK), Findings())
    read = [placed for placed in made[0].items if placed.order >= 0]
    assert [placed.order for placed in read] == sorted(placed.order for placed in read)
    assert "".join(words for _, _, words in texts(read)) == "联系我们方块社方块路1号方块月刊"


def test_a_layout_without_covers_has_no_sheet() -> None:
    none = [(f"covers.{side}", "false") for side in ("front", "inside_front", "inside_back", "back")]
    style = sheet("square", *none)
    assert covers_made_up(WORK, style, Catalog(HOUSE.fonts), pages(WORK, "square", *none), Findings()) == ()


# ------------------------------------------------------------------ what stands on the spine


def spine(width: str, design: str, *more: tuple[str, str]) -> tuple[tuple[Page, ...], list[tuple[str, dict[str, str]]]]:
    """The sheet of an issue with such a spine, and what is found."""
    overrides = [("page.spine", width), ("covers.spine", "true"), ("designs.spine", f"[{design}]"), *more]
    overrides += [("styles.probe.based_on", "contact-line"), ("styles.probe.size", "10pt")]
    findings, style = Findings(), sheet("square", *overrides)
    made = covers_made_up(WORK, style, Catalog(HOUSE.fonts), pages(WORK, "square", *overrides), findings)
    return made, [(item.rule, dict(item.arguments)) for item in findings if item.rule.startswith(("spine", "cover-"))]


NAME = "{draw: text, vertical: true, text: '{journal}', style: probe, across: trim, y: 60pt, height: 100pt"


def test_a_name_stands_in_the_middle_of_the_spine() -> None:
    made, found = spine("20pt", NAME + "}")
    assert [row for row in texts(made[0].items) if 300_000 <= row[0] < 320_000] == [
        (305_000, 68_800, "方"), (305_000, 78_800, "块"), (305_000, 88_800, "月"), (305_000, 98_800, "刊"),
    ]  # fmt: skip
    assert found == []


@pytest.mark.parametrize(
    ("width", "more", "size"),
    [
        ("16pt", "", 10_000),
        ("15pt", "", 0),  # 1 mm, 2.835 pt, on either side
        ("13pt", ", fit: box", 7_330),
        ("13pt", ", fit: box, least: 7pt", 7_330),
        ("13pt", ", fit: box, least: 8pt", 0),
        ("11pt", ", fit: box", 5_330),
        ("10pt", ", fit: box", 0),  # no type is smaller than 5 pt
    ],
)
def test_type_without_room_between_the_folds_is_made_smaller_or_left_out(width: str, more: str, size: Mpt) -> None:
    made, found = spine(width, f"{NAME}{more}}}")
    words = [
        placed.item.size
        for placed in made[0].items
        if placed.x in range(300_000, 316_000) and isinstance(placed.item, GlyphRun)
    ]
    assert words == ([size] * 4 if size else [])
    assert [rule for rule, _ in found] == ([] if size else ["spine-too-thin"])


def test_a_spine_too_thin_is_told_with_the_widths() -> None:
    _, found = spine("4mm", NAME + "}")
    assert found == [("spine-too-thin", {"text": "方块月刊", "size": "10pt", "width": "4.0mm", "needed": "5.5mm"})]


def test_a_box_across_the_spine_is_cut_at_its_folds_and_bleeds_at_head_and_foot() -> None:
    made, _ = spine("20pt", "{draw: box, across: bleed, y: -10pt, height: 420pt}", ("page.bleed", "10pt"))
    assert (300_000, -10_000, 20_000, 420_000) in rules(made[0].items)


def test_lengths_across_a_spine_follow_its_width() -> None:
    half = BoxElement(Rect(0, 0, 500_000, 10), BLACK)
    design = SpineDesign((half._replace(area=Rect(0, 0, 0, 10)),), (half,))
    made = spine_of(design, 26, _setter(sheet("square", ("page.spine", "8pt"))))
    assert (made.width, rules(made.items)) == (8_000, [(0, 0, 4_000, 10)])


def _setter(style: Stylesheet) -> CoverSetter:
    return CoverSetter(FIELDS, {}, style, composer(style), Findings())
