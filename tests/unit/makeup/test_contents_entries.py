"""An entry of the contents: subtitle, authors, folio, summary, and how it is turned over.

The type area is 20 characters of 10 pt wide; entries are set in by one. Places are counted from the entry's first line.
"""

from __future__ import annotations

import pytest
from drawn import FIELDS, composer, links, texts
from issues import sheet
from squares import HERE

from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Placed
from huozi.makeup.contents import contents_pages
from huozi.makeup.contents_texts import ContentsSetter, Entry
from huozi.structure import Kind

BARE = (("contents.title", '""'), ("contents.issue_line", '""'), ("contents.rule", "0pt"))
COLUMN = ("contents.authors", "column")
OWN_AUTHORS = ("styles.contents-authors.font", "kai")
"""A style of their own, so that authors are a text of their own."""


def page(*entries: Entry, asked: tuple[tuple[str, str], ...] = ()) -> list[Placed]:
    style = sheet("square", *BARE, *asked)
    (found,) = contents_pages(entries, ContentsSetter(style, FIELDS, composer(style), Findings()))
    return found.items


def shown(*entries: Entry, asked: tuple[tuple[str, str], ...] = ()) -> list[tuple[float, int, str]]:
    """Texts with x in points and the line that they stand on; dots counted."""
    return [
        (x / 1000, (y - 8_800) // 16_000, f"{len(text)} dots" if set(text) == {"."} else text)
        for x, y, text in texts(page(*entries, asked=asked))
    ]


def entry(text: str, folio: str = "3", *authors: str, subtitle: str = "", summary: tuple[str, ...] = ()) -> Entry:
    return Entry(text, folio, False, authors, HERE, subtitle, summary)


# ------------------------------------------------------------------ authors


def test_authors_in_a_column_stand_before_the_dots_that_lead_to_the_folio() -> None:
    # 200 pt less the folio's 5, 30 for dots, 30 for the widest authors: the column begins at 135
    found = shown(entry("甲", "3", "乙", "丙"), entry("丁", "4", "戊"), asked=(COLUMN,))
    assert found == [
        (10, 0, "甲"), (135, 0, "乙\u3000丙"), (170, 0, "5 dots"), (195, 0, "3"),
        (10, 1, "丁"), (135, 1, "戊"), (150, 1, "9 dots"), (195, 1, "4"),
    ]  # fmt: skip


def test_dots_may_lead_to_authors_who_stand_flush_before_the_folio() -> None:
    found = shown(
        entry("甲", "3", "乙", "丙"), entry("丁", "12", "戊"), asked=(COLUMN, ("contents.leader_to", "authors"))
    )
    # folios are 10 pt wide at the most, an em parts them from the authors, whose last ends at 180
    assert found == [
        (10, 0, "甲"), (150, 0, "乙\u3000丙"), (25, 0, "24 dots"), (195, 0, "3"),
        (10, 1, "丁"), (170, 1, "戊"), (25, 1, "28 dots"), (190, 1, "12"),
    ]  # fmt: skip


def test_an_entry_without_authors_has_dots_to_its_folio() -> None:
    found = shown(entry("甲", "3"), entry("丁", "4", "戊"), asked=(COLUMN, ("contents.leader_to", "authors")))
    assert found[:3] == [(10, 0, "甲"), (25, 0, "34 dots"), (195, 0, "3")]


def test_authors_turn_over_in_their_column_between_names_and_the_folio_stands_on_the_last_line() -> None:
    asked = (COLUMN, ("contents.authors_width", "5字"), ("contents.author_separator", "，"))
    found = shown(entry("甲", "3", "乙乙", "丙丙", "丁丁"), asked=asked)
    # 乙乙，丙丙， would be six ems with the comma that follows it
    assert [each for each in found if "dots" not in each[2]] == [
        (10, 0, "甲"), (115, 0, "乙乙，"), (115, 1, "丙丙，丁丁"), (195, 1, "3"),
    ]  # fmt: skip


def test_the_column_has_a_third_of_the_measure_at_the_most() -> None:
    found = shown(entry("甲", "3", *("乙乙乙",) * 4), asked=(COLUMN, ("contents.leader", "none")))
    # 66 of 200 pt; one em before the folio
    assert [(line, text) for _, line, text in found[1:-1]] == [(at, "乙乙乙") for at in range(4)]
    assert {x for x, _, _ in found[1:-1]} == {118.334}


def test_a_column_that_leaves_titles_no_room_is_none() -> None:
    # 200 pt less the folio's 5, 10 and 86 of authors, 10 to the titles, their inset of 10: 79 is less than two fifths
    asked = (COLUMN, ("contents.authors_width", "86pt"), ("contents.leader", "none"))
    assert shown(entry("甲", "3", "乙"), asked=asked) == [(10, 0, "甲"), (10, 1, "乙"), (195, 0, "3")]
    asked = (COLUMN, ("contents.authors_width", "85pt"), ("contents.leader", "none"))
    assert shown(entry("甲", "3", "乙"), asked=asked) == [(10, 0, "甲"), (100, 0, "乙"), (195, 0, "3")]


def test_authors_below_stand_on_a_line_of_their_own() -> None:
    found = shown(entry("甲", "3", "乙", "丙"), asked=(("contents.authors", "below"),))
    assert found == [(10, 0, "甲"), (25, 0, "34 dots"), (10, 1, "乙\u3000丙"), (195, 0, "3")]


def test_authors_below_stand_where_their_style_has_them() -> None:
    asked = (("contents.authors", "below"), ("styles.contents-authors.align", "right"))
    assert (190, 1, "乙") in shown(entry("甲", "3", "乙"), asked=asked)
    inset = (("contents.authors", "below"), ("styles.contents-authors.inset_left", "3字"))
    assert (40, 1, "乙") in shown(entry("甲", "3", "乙"), asked=inset)


def test_authors_behind_a_title_in_a_style_of_their_own_are_a_text_of_their_own() -> None:
    found = shown(entry("甲", "3", "乙", "丙"), asked=(("contents.authors", "true"), OWN_AUTHORS))
    assert found[:2] == [(10, 0, "甲"), (20, 0, "／乙\u3000丙")]


def test_what_parts_titles_and_authors_is_the_layout_s() -> None:
    asked = (("contents.authors", "true"), ("contents.authors_before", '"\u3000"'), ("contents.author_separator", "，"))
    assert shown(entry("甲", "3", "乙", "丙"), asked=asked)[0] == (10, 0, "甲\u3000乙，丙")
    # alone on a line, they are led by nothing; behind a title, by the space
    assert shown(entry("甲", "3", "乙"), asked=(*asked, OWN_AUTHORS))[:2] == [(10, 0, "甲"), (30, 0, "乙")]


def test_authors_that_do_not_go_behind_a_title_begin_a_line_and_no_name_is_parted() -> None:
    names = ("天天天", "地地地", "玄玄玄", "黄黄黄", "宇宇宇")
    found = shown(entry("字" * 14, "3", *names), asked=(("contents.authors", "true"),))
    # 18 ems: four names with their spaces take 15, the fifth would take 19
    assert [each for each in found if "dots" not in each[2]] == [
        (10, 0, "字" * 14),
        (10, 1, "天天天\u3000地地地\u3000玄玄玄\u3000黄黄黄"),
        (10, 2, "宇宇宇"),
        (195, 2, "3"),
    ]  # fmt: skip


# ------------------------------------------------------------------ subtitles


def test_a_subtitle_follows_its_title_after_a_dash() -> None:
    line = entry("甲", subtitle="乙")
    assert shown(line, asked=(("contents.subtitles", "true"),))[0] == (10, 0, "甲——乙")
    assert shown(line)[0] == (10, 0, "甲")


def test_a_subtitle_s_own_dash_is_not_doubled() -> None:
    assert shown(entry("甲", subtitle="——乙"), asked=(("contents.subtitles", "true"),))[0] == (10, 0, "甲——乙")


def test_a_subtitle_that_does_not_go_behind_begins_a_line_with_the_folio() -> None:
    asked = (("contents.subtitles", "true"), ("styles.contents-entry.hang", "2字"))
    found = shown(entry("字" * 15, subtitle="副题"), asked=asked)
    assert found == [(10, 0, "字" * 15), (30, 1, "——副题"), (75, 1, "24 dots"), (195, 1, "3")]


def test_a_subtitle_below_stands_on_a_line_of_its_own_before_authors() -> None:
    asked = (("contents.subtitles", "below"), ("contents.authors", "below"))
    found = shown(entry("甲", "3", "丙", subtitle="乙"), asked=asked)
    assert [each for each in found if "dots" not in each[2]] == [
        (10, 0, "甲"), (10, 1, "——乙"), (10, 2, "丙"), (195, 0, "3"),
    ]  # fmt: skip


def in_english(title: str, subtitle: str, where: str) -> list[tuple[int, str]]:
    """Line and text of an English entry, without dots and folio."""
    found = shown(entry(title, subtitle=subtitle)._replace(lang="en"), asked=(("contents.subtitles", where),))
    return [(line, text) for _, line, text in found if "dots" not in text and text != "3"]


def test_an_english_subtitle_follows_its_title_after_a_colon() -> None:
    assert in_english("Title", "Sub", "true") == [(0, "Title: Sub")]


def test_an_english_subtitle_on_a_line_of_its_own_begins_with_no_colon() -> None:
    assert in_english("Title", "Sub", "below") == [(0, "Title"), (1, "Sub")]
    assert in_english("A" * 30, "Subtitle", "true") == [(0, "A" * 30), (1, "Subtitle")]


# ------------------------------------------------------------------ long titles


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("字" * 19, ["字" * 9, "字" * 10]),
        ("字" * 12 + "：" + "文" * 9, ["字" * 12 + "：", "文" * 9]),
        ("字" * 11 + "\u3000" + "文" * 12, ["字" * 11, "文" * 12]),
    ],
)
def test_a_long_title_is_turned_over_at_a_mark_or_in_even_lines(title: str, lines: list[str]) -> None:
    found = shown(entry(title), asked=(("contents.leader", "none"),))
    assert [text.strip("\u3000") for _, _, text in found[:-1]] == lines


def test_a_title_is_not_turned_over_at_its_marks_where_that_costs_a_line() -> None:
    # 字×6，字×17，字×10: at the commas it would take three lines of 18, which two hold
    found = shown(entry("字" * 6 + "，" + "文" * 17 + "，" + "句" * 10), asked=(("contents.leader", "none"),))
    assert {line for _, line, _ in found} == {0, 1}


def test_lines_that_are_turned_over_hang() -> None:
    asked = (("styles.contents-entry.hang", "2字"), ("contents.leader", "none"))
    found = shown(entry("字" * 19), asked=asked)
    assert [x for x, _, text in found if "字" in text] == [10, 30]


# ------------------------------------------------------------------ folios


def test_folios_before_titles_are_flush_and_have_no_leaders() -> None:
    found = shown(entry("甲", "3"), entry("乙", "12"), asked=(("contents.folio_position", "before"),))
    assert found == [(30, 0, "甲"), (5, 0, "3"), (30, 1, "乙"), (0, 1, "12")]


def test_folios_are_written_as_the_layout_writes_them() -> None:
    found = shown(entry("甲", "3"), asked=(("contents.folio_template", "p{folio}"), ("contents.leader", "none")))
    assert found == [(10, 0, "甲"), (190, 0, "p3")]
    assert [link[-1] for link in links(page(entry("甲", "3"), asked=(("contents.folio_template", "p{folio}"),)))] == [
        "3"
    ]


def test_the_last_page_of_several_is_told() -> None:
    found = shown(entry("甲", "3")._replace(last="4"), asked=(("contents.leader", "none"),))
    assert [text for _, _, text in found] == ["甲", "3–4"]


# ------------------------------------------------------------------ summaries


def test_a_summary_stands_below_its_entry() -> None:
    asked = (("contents.summaries", "true"), ("styles.contents-summary.inset_left", "2字"))
    found = shown(entry("甲", "3", summary=("字" * 20, "乙")), asked=asked)
    assert [each for each in found if "dots" not in each[2]] == [
        (10, 0, "甲"), (195, 0, "3"), (30, 1, "字" * 17), (30, 2, "字字字"), (30, 3, "乙"),
    ]  # fmt: skip
    assert len(shown(entry("甲", "3", summary=("字",)))) == 3


# ------------------------------------------------------------------ what a reader is told


def test_an_entry_is_read_as_title_subtitle_authors_folio_summary() -> None:
    asked = (
        ("contents.subtitles", "below"), ("contents.authors", "below"), ("contents.summaries", "true"),
        ("contents.folio_position", "before"),
    )  # fmt: skip
    items = page(entry("甲", "3", "丙", subtitle="乙", summary=("丁",)), asked=asked)
    read = sorted((item.order, item) for item in items if item.order >= 0 and isinstance(item.item, GlyphRun))
    assert [("".join(item.item.texts), item.element and item.element.kind) for _, item in read] == [  # type: ignore[union-attr]
        ("甲", Kind.CONTENTS_ENTRY), ("——乙", Kind.SUBTITLE), ("丙", Kind.BYLINE), ("3", Kind.LABEL),
        ("丁", Kind.ABSTRACT),
    ]  # fmt: skip
    (whole,) = {item.element for _, item in read if item.element and item.element.kind is Kind.CONTENTS_ENTRY}
    assert all(item.element in (whole, None) or item.element.parent is whole for _, item in read if item.element)
