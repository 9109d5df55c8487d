"""Designs of pages: what is drawn beneath the text on left and right pages, section by section; words in the way.

The bleed is 8.504 pt, as is the room that text keeps from the trim.
"""

from __future__ import annotations

import pytest
from drawn import rules, texts
from furnished import LONG, found, made, text
from issues import issue

from huozi.display import GlyphRun, Ink, Page, Path, Placed, Role, Rule

RED, BLUE = Ink(0, 1000, 800, 0), Ink(1000, 500, 0, 0)
BOTH = (("furniture.verso", "side"), ("furniture.recto", "side"))
NOTHING = (("running.verso", '""'), ("running.recto", '""'), ("folio.position", "none"))
SECTIONS = issue([text("甲", 13)], [text("乙", 14)], [text("丙", 14)])
"""Three sections on pages 2, 3 and 4."""


def design(elements: str, name: str = "side") -> tuple[str, str]:
    return (f"designs.{name}", f"[{elements}]")


def drawn(page: Page) -> list[tuple[int, int, int, int]]:
    return rules(page.items)


def said(elements: str, *overrides: tuple[str, str]) -> list[tuple[str, dict[str, str]]]:
    """What is found on pages with these elements beneath."""
    items = found(LONG, *BOTH, design(elements), *overrides)
    return [(item.rule, dict(item.arguments)) for item in items if item.rule.startswith(("page-text", "furniture"))]


# ------------------------------------------------------------------ places


@pytest.mark.parametrize(
    ("place", "left", "right"),
    [
        ("x: 10pt, width: 15pt", (275_000, 15_000), (10_000, 15_000)),
        ("across: outer", (-8_504, 78_504), (230_000, 78_504)),
        ("across: inner", (270_000, 38_504), (-8_504, 38_504)),
        ("across: type-area", (70_000, 200_000), (30_000, 200_000)),
        ("across: bleed", (-8_504, 317_008), (-8_504, 317_008)),
    ],
)
def test_a_box_on_a_left_page_mirrors_that_on_a_right_one(
    place: str, left: tuple[int, int], right: tuple[int, int]
) -> None:
    pages = made(LONG, *BOTH, *NOTHING, design(f"{{draw: box, {place}, y: 5pt, height: 20pt, colour: red}}"))
    assert drawn(pages["2"]) == [(left[0], 5_000, left[1], 20_000)]
    assert drawn(pages["3"]) == [(right[0], 5_000, right[1], 20_000)]


def test_text_in_a_margin_keeps_from_the_trim_and_is_mirrored() -> None:
    tab = design("{draw: text, text: '{section}', style: probe, across: outer, y: 100pt, height: 16pt}")
    work = issue([text("锯子", 40)])
    for align, left, right in (("left", 52_500, 230_000), ("right", 8_504, 273_996), ("center", 30_502, 251_998)):
        pages = made(work, *BOTH, *NOTHING, tab, ("styles.probe.align", align))
        for label, x in (("2", left), ("3", right)):
            ((found_x, y, words),) = texts(placed for placed in pages[label].items if placed.order < 0)
            assert (found_x, y, words) == (x, 108_800, "栏0")


def test_left_and_right_pages_can_have_designs_of_their_own() -> None:
    one = design("{draw: box, x: 10pt, width: 15pt, y: 5pt, height: 20pt, colour: red}", "one")
    other = design("{draw: box, x: 10pt, width: 15pt, y: 7pt, height: 20pt, colour: blue}", "other")
    pages = made(LONG, *NOTHING, one, other, ("furniture.verso", "one"), ("furniture.recto", "other"))
    assert (drawn(pages["2"]), drawn(pages["3"])) == (
        [(275_000, 5_000, 15_000, 20_000)],
        [(10_000, 7_000, 15_000, 20_000)],
    )
    pages = made(LONG, *NOTHING, one, ("furniture.recto", "one"), ("furniture.verso", "none"))
    assert (len(drawn(pages["2"])), len(drawn(pages["3"]))) == (0, 1)


def test_opening_pages_can_have_another_design_or_none() -> None:
    one = design("{draw: box, x: 10pt, width: 15pt, y: 5pt, height: 20pt, colour: red}")
    other = design("{draw: box, x: 10pt, width: 15pt, y: 7pt, height: 20pt, colour: blue}", "other")
    for opening, y in (("other", [7_000]), ("none", []), ("side", [5_000])):
        pages = made(LONG, *BOTH, *NOTHING, one, other, ("furniture.opening", opening))
        assert [rule[1] for rule in drawn(pages["2"])] == y
        assert [rule[1] for rule in drawn(pages["3"])] == [5_000]


def test_a_design_lies_beneath_the_text_and_outside_the_reading_order() -> None:
    elements = "{draw: box, across: outer, y: 100pt, height: 20pt, colour: red}, {draw: text, text: '{folio}', "
    elements += "style: probe, across: outer, y: 102pt, height: 16pt}"
    page = made(LONG, *BOTH, design(elements))["3"]
    beneath: list[Placed] = list(page.items[:2])
    assert [type(placed.item) for placed in beneath] == [Rule, GlyphRun]
    assert {(placed.role, placed.order, placed.element) for placed in beneath} == {(Role.ARTIFACT, -1, None)}
    assert [placed.order for placed in page.items if placed.role is Role.PARAGRAPH] == list(range(15))


def test_a_blank_page_has_no_design() -> None:
    band = design("{draw: box, across: bleed, y: 5pt, height: 9pt, colour: red}")
    pages = made(issue([text("甲", 20)]), *BOTH, band, ("page.binding", "perfect"))
    assert [(page.folio, page.items == ()) for page in pages.values()] == [
        ("1", False),
        ("2", False),
        ("3", False),
        (None, True),
    ]


# ------------------------------------------------------------------ sections

INDEX = "{draw: box, across: outer, y: 50pt, height: 20pt, step: 30pt, colour: section 50%}"
INKS = ("sections.colours", "[red, blue]")


def test_a_mark_steps_down_and_changes_its_colour_section_by_section() -> None:
    pages = made(SECTIONS, *BOTH, *NOTHING, INKS, design(INDEX), ("sections.start", "page"))
    assert [drawn(pages[label])[0][1] for label in ("2", "3", "4")] == [50_000, 80_000, 110_000]
    inks = [
        [placed.item.ink for placed in pages[label].items if type(placed.item) is Rule] for label in ("2", "3", "4")
    ]
    half_red, half_blue = Ink(0, 500, 400, 0), Ink(500, 250, 0, 0)
    assert inks == [[half_red], [half_blue], [half_red]]


def test_a_mark_s_text_steps_with_it() -> None:
    words = "{draw: text, text: '{section_number}', style: probe, across: outer, y: 50pt, height: 16pt, step: 30pt}"
    pages = made(SECTIONS, *BOTH, *NOTHING, design(words), ("sections.start", "page"))
    assert [[(y, label) for _, y, label in texts(p for p in pages[page].items if p.order < 0)] for page in "234"] == [
        [(58_800, "1")],
        [(88_800, "2")],
        [(118_800, "3")],
    ]


@pytest.mark.parametrize("mark", ["rule, thickness: 2pt", "frame, thickness: 1pt", "circle"])
def test_rules_frames_and_circles_step_as_boxes_do(mark: str) -> None:
    words = f"{{draw: {mark}, across: outer, y: 50pt, height: 20pt, step: 30pt, colour: section}}"
    pages = made(SECTIONS, *BOTH, *NOTHING, INKS, design(words), ("sections.start", "page"))
    drawn_on = [[(p.y, p.item) for p in pages[label].items if p.order < 0 and p.element is None] for label in "234"]
    tops = [min(y for y, item in page if isinstance(item, Rule | Path)) for page in drawn_on]
    assert [top - tops[0] for top in tops] == [0, 30_000, 60_000]
    fills = [
        {item.fill if isinstance(item, Path) else item.ink for _, item in page if isinstance(item, Rule | Path)}
        for page in drawn_on
    ]
    assert fills == [{RED}, {BLUE}, {RED}]


def test_the_contents_has_what_is_of_no_section() -> None:
    still = "{draw: box, across: outer, y: 5pt, height: 20pt, colour: blue}"
    pages = made(SECTIONS, *BOTH, *NOTHING, INKS, design(f"{INDEX}, {still}"), ("contents.rule", "0"))
    assert drawn(pages["1"]) == [(230_000, 5_000, 78_504, 20_000)]


def test_an_ink_of_the_layout_s_own_that_is_called_section_is_that_ink() -> None:
    pages = made(LONG, *BOTH, *NOTHING, design(INDEX), ("colour.inks.section", "[0, 100, 80, 0]"))
    assert [p.item.ink for p in pages["2"].items if type(p.item) is Rule] == [Ink(0, 500, 400, 0)]


def test_a_mark_that_steps_off_the_page_is_reported_with_its_section() -> None:
    far = INDEX.replace("step: 30pt", "step: 170pt")
    items = found(SECTIONS, *BOTH, INKS, design(far), ("sections.start", "page"))
    assert [(item.rule, dict(item.arguments)) for item in items if item.rule == "section-mark-outside"] == [
        ("section-mark-outside", {"number": "3", "beyond": "3.5mm"})
    ]
    assert not [item for item in found(LONG, *BOTH, INKS, design(far)) if item.rule == "section-mark-outside"]


def test_a_section_s_own_page_has_its_colour_and_its_number() -> None:
    leaf = "{draw: box, across: bleed, y: 100pt, height: 50pt, colour: section}, "
    leaf += "{draw: text, text: '{section_number} {section}', style: probe, across: type-area, y: 120pt, height: 16pt}"
    pages = made(issue([text("甲", 4)], [text("乙", 4)]), INKS, design(leaf, "leaf"), ("sections.page", "leaf"))
    shown = {label: "".join(words for _, _, words in texts(page.items)) for label, page in pages.items()}
    assert (shown["2"], shown["4"]) == ("1 栏0", "2 栏1")
    assert [p.item.ink for p in pages["4"].items if type(p.item) is Rule] == [BLUE]


@pytest.mark.parametrize("key", ["furniture.recto", "sections.page", "contents.design"])
def test_a_design_of_pages_may_name_what_is_of_the_page_the_issue_and_its_covers(key: str) -> None:
    words = "{draw: text, text: '第{folio}页{pages}{article_count}{parameters}{section}{title}', style: probe, "
    pages = made(LONG, design(words + "across: type-area, y: 300pt, height: 16pt}", "all"), (key, "all"), *NOTHING)
    shown = {
        label: "".join(words for _, y, words in texts(page.items) if y == 308_800) for label, page in pages.items()
    }
    wanted = {
        "furniture.recto": {"1": "第1页41目录目录", "3": "第3页41栏0锯子"},
        "contents.design": {"1": "第1页41目录目录"},
    }
    wanted["sections.page"] = {"2": "第2页51栏0"}
    assert {label: text for label, text in shown.items() if text} == wanted[key]


# ------------------------------------------------------------------ words in each other's way

TEXT = "draw: text, style: probe, height: 16pt"


def test_a_design_s_text_on_the_text_of_a_page_is_reported_once() -> None:
    inside = f"{{{TEXT}, text: 印在字上, x: 40pt, width: 100pt, y: 60pt}}"
    assert said(inside) == [("furniture-overlap", {"text": "印在字上", "other": f"{'字' * 40}…"})]
    below = f"{{{TEXT}, text: 印在字下, x: 40pt, width: 100pt, y: 275pt}}"
    assert said(below) == []


def test_a_design_s_text_on_the_running_head_or_the_folio_is_reported() -> None:
    foot = f"{{{TEXT}, text: 页, x: 225pt, width: 20pt, y: 293pt}}"
    assert said(foot) == [("furniture-overlap", {"text": "页", "other": "1"})]
    head = f"{{{TEXT}, text: 眉, x: 222pt, width: 20pt, y: 16pt}}"
    assert said(head, ("running.verso", '""')) == [("furniture-overlap", {"text": "眉", "other": "锯子"})]


def test_text_on_a_box_as_dark_as_it_is_is_reported_once() -> None:
    dark = "{draw: box, across: type-area, y: 50pt, height: 20pt, colour: k90}"
    (said_once,) = said(dark)
    assert said_once[0] == "page-text-too-light"
    assert said("{draw: box, across: type-area, y: 50pt, height: 20pt, colour: k10}") == []
    assert said("{draw: box, across: outer, y: 50pt, height: 20pt, colour: k90}") == []


def test_a_folio_on_a_dark_box_is_reported() -> None:
    dark = "{draw: box, across: bleed, y: 290pt, height: 120pt, colour: k90}"
    assert said(dark) == [("page-text-too-light", {"text": "1"})]
    assert said(dark, ("styles.folio.colour", "white")) == []


TAB = f"{{{TEXT}, text: 栏, across: outer, y: 60pt}}"


@pytest.mark.parametrize(
    ("elements", "rule"),
    [
        (f"{{{TEXT}, text: 字字字字字字字字, across: inner, y: 60pt}}", "page-text-overflow"),
        (f"{{{TEXT}, text: 字字字, x: 280pt, width: 10pt, y: 60pt}}", "page-text-overflow"),
        (f"{TAB}, {{draw: box, across: outer, y: 60pt, height: 20pt, colour: red}}", "page-text-hidden"),
        (f"{{draw: box, across: outer, y: 60pt, height: 20pt, colour: k90}}, {TAB}", "page-text-too-light"),
        (f"{TAB}, {{{TEXT}, text: 目, across: outer, y: 62pt}}", "furniture-overlap"),
    ],
)
def test_words_of_a_design_that_cannot_be_read_are_reported_once(elements: str, rule: str) -> None:
    assert [found_rule for found_rule, _ in said(elements)] == [rule]
