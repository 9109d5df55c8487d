"""The contents: its heading, its lines with leaders and folios, its pages. Places are counted from the type area.

The type area is 20 characters of 10 pt wide, 15 lines of 16 pt deep; the heading takes five of them.
"""

from __future__ import annotations

import pytest
from drawn import FIELDS, composer, links, rules, texts
from issues import sheet
from squares import HERE

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Ink, Placed, Role
from huozi.makeup.contents import contents_pages
from huozi.makeup.contents_texts import ContentsSetter, Entry

NOTHING = '""'
FIRST = 80_000
"""Where the first line below the heading begins: five lines down."""


def contents(*entries: Entry, **overrides: str) -> list[list[Placed]]:
    """The pages of a contents; ``contents__rule="0pt"`` overrides ``contents.rule``."""
    style = sheet("square", *((key.replace("__", "."), text) for key, text in overrides.items()))
    made = contents_pages(entries, ContentsSetter(style, FIELDS, composer(style), Findings()))
    return [page.items for page in made]


def entry(text: str, folio: str = "3", *authors: str) -> Entry:
    return Entry(text, folio, False, authors, HERE)


def section(text: str, folio: str = "3") -> Entry:
    return Entry(text, folio, True, (), HERE)


def below_heading(page: list[Placed]) -> list[tuple[int, int, str]]:
    """The texts below the heading, dots counted."""
    return [
        (x, y - FIRST, f"{len(text)} dots" if set(text) == {"."} else text)
        for x, y, text in texts(page)
        if y > FIRST or text not in ("目录", "2030年第3期（总第7期）")
    ]


# ------------------------------------------------------------------ the heading


def test_the_heading_stands_in_the_middle_of_its_lines_and_of_the_page() -> None:
    (page,) = contents()
    # two lines of 16 pt, the last without its gap of 6: 26 pt, of which the type takes 16; 目 begins 5 pt down
    assert texts(page) == [(76_000, 19_080, "目录"), (38_312, 48_990, "2030年第3期（总第7期）")]


def test_the_rule_stands_in_the_middle_of_a_line_below_the_heading() -> None:
    (page,) = contents()
    assert rules(page) == [(0, 69_000, 200_000, 500)]
    (rule,) = (placed for placed in page if placed.order < 0)
    assert rule.role is Role.ARTIFACT


def test_a_heading_without_rule_and_issue_line_is_its_title() -> None:
    (page,) = contents(entry("甲"), contents__rule="0pt", contents__issue_line=NOTHING)
    assert rules(page) == []
    assert texts(page, Role.CONTENTS) == [
        (76_000, 19_080, "目录"),
        (10_000, 40_800, "甲"),
        (195_000, 40_800, "3"),
    ]


def test_lines_before_the_heading_stay_open_at_the_page_s_head() -> None:
    (page,) = contents(**{"styles.contents-title.before": "1行"})
    assert texts(page)[0] == (76_000, 35_080, "目录")
    assert texts(page)[1][1] == 64_990


def test_a_heading_of_two_lines_takes_the_lines_it_needs() -> None:
    (page,) = contents(
        entry("甲"), contents__title="目录目录目录目录", contents__issue_line=NOTHING, contents__rule="0pt"
    )
    heading = texts(page)[:2]
    # eight characters on 32 pt: six in a line of 200 pt; 16 + 20 of depth in three lines, which hold 42
    assert [(y, text) for _, y, text in heading] == [(17_080, "目录目录"), (37_080, "目录目录")]
    assert texts(page, Role.CONTENTS)[2] == (10_000, 56_800, "甲")


# ------------------------------------------------------------------ a line


def test_a_line_is_its_text_the_dots_and_the_folio_flush_right() -> None:
    (page,) = contents(entry("甲", "3"))
    assert below_heading(page) == [(10_000, 8_800, "甲"), (25_000, 8_800, "34 dots"), (195_000, 8_800, "3")]


def test_the_dots_are_no_text_and_the_folio_is() -> None:
    (page,) = contents(entry("甲", "3"))
    told = [
        (placed.role, placed.order, "".join(placed.item.texts)[:1])
        for placed in page
        if isinstance(placed.item, GlyphRun) and placed.y > FIRST
    ]
    assert told == [(Role.CONTENTS, 3, "甲"), (Role.ARTIFACT, -1, "."), (Role.CONTENTS, 5, "3")]


def test_the_dots_have_an_ink_of_their_own_and_stand_half_an_em_apart() -> None:
    (page,) = contents(entry("甲", "3"))
    (dots,) = (p.item for p in page if isinstance(p.item, GlyphRun) and p.item.texts[0] == ".")
    assert (dots.ink, dots.size, dots.width) == (Ink(0, 0, 0, 600), 10_000, 170_000)
    assert dots.xs[:3] == (0, 5_000, 10_000) and dots.xs[-1] == 165_000
    assert len(dots.glyphs) == len(dots.xs) == len(dots.texts) == 34
    assert len(set(dots.glyphs)) == 1


def test_all_dots_stand_on_one_raster_whatever_stands_beside_them() -> None:
    (page,) = contents(entry("甲", "3"), entry("甲乙a", "12"), entry("b", "123"))
    dots = [(x, x + 5_000 * len(text)) for x, _, text in texts(page) if set(text) == {"."}]
    # from half a dot's distance beyond the text to that before the folio, on multiples of 5 pt from the right
    assert dots == [(25_000, 195_000), (40_000, 190_000), (20_000, 185_000)]


@pytest.mark.parametrize(("letters", "least", "dots"), [(33, 3, 3), (34, 3, 0), (32, 4, 4), (33, 4, 0)])
def test_fewer_dots_than_the_least_are_space(letters: int, least: int, dots: int) -> None:
    (page,) = contents(entry("a" * letters, "3"), contents__leader_min=str(least))
    assert sum(len(text) for _, _, text in texts(page) if set(text) == {"."}) == dots


def test_without_leaders_there_is_space() -> None:
    (page,) = contents(entry("甲", "3"), contents__leader="none")
    assert below_heading(page) == [(10_000, 8_800, "甲"), (195_000, 8_800, "3")]


def test_a_line_leads_to_its_page_over_the_whole_width() -> None:
    (page,) = contents(section("栏", "3"), entry("甲", "5"))
    assert links(page) == [(0, FIRST + 16_000, 200_000, 16_000, "3"), (0, FIRST + 32_000, 200_000, 16_000, "5")]


def test_a_section_stands_further_left_in_its_own_size() -> None:
    (page,) = contents(section("栏", "3"))
    # a line of space; 14 pt in a line whose em box is 10: it begins 2 pt above it
    assert below_heading(page) == [(0, 26_320, "栏"), (20_000, 24_800, "35 dots"), (195_000, 24_800, "3")]


def test_a_section_s_folio_is_set_in_the_section_s_face() -> None:
    (page,) = contents(section("栏", "3"), entry("甲", "4"), fonts__hei__latin="Source Serif 4")
    faces = {placed.item.texts[0]: placed.item.face for placed in page if isinstance(placed.item, GlyphRun)}
    assert (faces["3"], faces["4"]) == ("SourceSerif4-Regular", "square")


def test_a_section_without_a_page_number_leads_there_all_the_same() -> None:
    (page,) = contents(section("栏", "3"), contents__section_pages="false")
    assert below_heading(page) == [(0, 26_320, "栏")]
    assert links(page) == [(0, FIRST + 16_000, 200_000, 16_000, "3")]


def test_authors_follow_a_title_after_a_solidus_where_the_layout_lists_them() -> None:
    line = entry("甲", "3", "乙", "丙")
    assert below_heading(contents(line, contents__authors="true")[0])[0] == (10_000, 8_800, "甲／乙　丙")
    assert below_heading(contents(line)[0])[0] == (10_000, 8_800, "甲")
    assert below_heading(contents(entry("甲"), contents__authors="true")[0])[0] == (10_000, 8_800, "甲")


@pytest.mark.parametrize(("count", "lines"), [(18, 1), (19, 2)])
def test_between_text_and_folio_is_at_least_half_an_em(count: int, lines: int) -> None:
    # 200 pt less 10 of inset, 5 of the folio and 5 of space: 18 characters
    found = below_heading(contents(entry("字" * count, "3"))[0])
    assert [set(text) for _, _, text in found].count({"字"}) == lines


@pytest.mark.parametrize(("count", "lines"), [(13, 1), (14, 2)])
def test_half_an_em_is_kept_free_where_no_folio_stands(count: int, lines: int) -> None:
    found = below_heading(contents(section("字" * count), contents__section_pages="false")[0])
    assert [set(text) for _, _, text in found].count({"字"}) == lines


def test_a_line_that_is_turned_over_has_dots_folio_and_link_at_its_end() -> None:
    (page,) = contents(entry("字" * 22, "3"), entry("乙", "4"))
    found = below_heading(page)
    first, second = (len(text) for _, _, text in found if set(text) == {"字"})
    assert first + second == 22
    assert [(y, text) for _, y, text in found if text in ("3", "乙")] == [(24_800, "3"), (40_800, "乙")]
    assert [y for _, y, text in found if "dots" in text] == [24_800, 40_800]
    assert [(y - FIRST, target) for _, y, _, _, target in links(page)] == [(16_000, "3"), (32_000, "4")]


def test_large_type_takes_two_lines_with_dots_and_folio_in_their_middle() -> None:
    (page,) = contents(entry("甲", "3"), entry("乙", "4"), **{"styles.contents-entry.size": "18pt"})
    # 18 pt in two lines, whose em boxes are 26 pt deep: 4 pt down, baseline 15.84 below that
    assert below_heading(page) == [
        (18_000, 19_840, "甲"),
        (47_000, 19_840, "16 dots"),
        (195_000, 16_800, "3"),
        (18_000, 51_840, "乙"),
        (47_000, 51_840, "16 dots"),
        (195_000, 48_800, "4"),
    ]
    assert links(page)[1] == (0, FIRST + 32_000, 200_000, 32_000, "4")


def test_a_folio_of_another_size_is_centred_on_the_line() -> None:
    (page,) = contents(entry("甲", "3"), **{"styles.contents-folio.size": "12pt"})
    assert below_heading(page)[-1] == (194_000, 9_560, "3")


# ------------------------------------------------------------------ space and pages


def test_space_stands_before_sections_and_between_entries() -> None:
    (page,) = contents(
        section("栏"), entry("甲"), entry("乙"), contents__section_space="2行", contents__entry_space="1行"
    )
    found = [(y, text) for _, y, text in below_heading(page) if text in "栏甲乙"]
    assert found == [(42_320, "栏"), (72_800, "甲"), (104_800, "乙")]


def test_a_page_is_filled_to_its_last_line() -> None:
    first, second = contents(*(entry(f"甲{number}", str(number)) for number in range(11, 22)))
    assert [y for _, y, text in texts(first) if text == "甲20"] == [FIRST + 9 * 16_000 + 8_800]
    assert texts(second) == [(10_000, 8_800, "甲21"), (35_000, 8_800, "." * 31), (190_000, 8_800, "21")]
    assert len(contents(*(entry(f"甲{number}") for number in range(11, 21)))) == 1


def test_space_vanishes_at_the_head_of_a_page() -> None:
    _, second = contents(*(entry("甲") for _ in range(10)), section("栏"))
    assert texts(second)[0] == (0, 10_320, "栏")


def test_reading_order_begins_anew_on_each_page() -> None:
    _, second = contents(*(entry("甲") for _ in range(10)), section("栏"), entry("乙"))
    assert [placed.order for placed in second] == [0, -1, 2, 3, 4, -1, 6, 7]


def test_a_heading_deeper_than_the_page_leaves_no_empty_page_before_it() -> None:
    deep = {"styles.contents-title.lines": "16行"}
    first, second = contents(entry("甲"), contents__rule="0pt", contents__issue_line=NOTHING, **deep)
    assert [text for _, _, text in texts(first)] == ["目录"]
    assert texts(second)[0] == (10_000, 8_800, "甲")


def test_what_a_line_cannot_show_is_reported_at_its_article() -> None:
    findings = Findings()
    style = sheet()
    place = Span("a.md", 2, 8)
    setter = ContentsSetter(style, FIELDS, composer(style, findings), findings)
    contents_pages([Entry("\U0001f600", "3", False, (), place)], setter)
    assert [(item.rule, item.span.file, item.span.line) for item in findings] == [("character-missing", "a.md", 2)]
