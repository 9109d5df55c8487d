"""The contents on its pages: columns, what is kept together, room left for a design, English, inserts, cover lines.

The type area is 20 characters of 10 pt wide, 15 lines of 16 pt deep; two columns are 90 pt wide, 20 pt apart.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from drawn import FIELDS, composer, texts
from issues import HOUSE, article, issue, pages, paragraph, sheet, titled
from squares import HERE, rules_of

from huozi.content.issue_model import Author, Insert, Issue
from huozi.diagnostics import Findings, InvalidIssue
from huozi.display import GlyphRun, Placed, Role
from huozi.makeup.contents import (
    NO_NUMBERS,
    Numbers,
    contents_entries,
    contents_pages,
    english_entries,
)
from huozi.makeup.contents_texts import ContentsSetter, Entry
from huozi.style.load import load_stylesheet

Asked = tuple[tuple[str, str], ...]
BARE: Asked = (
    ("contents.title", '""'), ("contents.issue_line", '""'), ("contents.rule", "0pt"), ("contents.leader", "none"),
    ("contents.section_pages", "false"),
)  # fmt: skip
TWO = ("contents.columns", "2")


def entries(count: int, first: int = 10) -> list[Entry]:
    return [Entry(f"甲{number}", str(number), False, (), HERE) for number in range(first, first + count)]


def section(text: str = "栏") -> Entry:
    return Entry(text, "3", True, (), HERE)


def made(
    listed: Sequence[Entry], asked: Asked = (), english: Sequence[Entry] = (), findings: Findings | None = None
) -> list[list[Placed]]:
    style = sheet("square", *BARE, *asked)
    into = Findings() if findings is None else findings
    return [
        page.items for page in contents_pages(listed, ContentsSetter(style, FIELDS, composer(style), into), english)
    ]


def places(page: list[Placed]) -> list[tuple[int, int, str]]:
    """Texts but for folios: the points that their line is moved right by, its grid line, the text."""
    return [
        (x // 1000 - (0 if text[0] == "栏" else 10), (y - 8_800) // 16_000, text)
        for x, y, text in texts(page)
        if not text.isdigit()
    ]


# ------------------------------------------------------------------ columns


def test_columns_are_filled_one_after_the_other() -> None:
    (page,) = made(entries(18), (TWO,))
    assert [place[:2] for place in places(page)] == [(0, line) for line in range(15)] + [
        (110, line) for line in range(3)
    ]
    assert [x for x, _, text in texts(page) if text in ("10", "25")] == [80_000, 190_000]


def test_columns_of_the_last_page_are_levelled_where_a_layout_says_so() -> None:
    first, last = made(entries(37), (TWO, ("contents.level", "true")))
    assert [place[:2] for place in places(first)] == [(at, line) for at in (0, 110) for line in range(15)]
    assert [place[:2] for place in places(last)] == [
        (0, 0), (0, 1), (0, 2), (0, 3), (110, 0), (110, 1), (110, 2),
    ]  # fmt: skip


def test_the_name_of_a_section_is_never_last_in_a_column() -> None:
    (page,) = made([*entries(13), section(), *entries(2, 30)], (TWO,))
    # 13 lines, a line of space, the name: the section goes over, without its space
    assert places(page)[12:] == [(0, 12, "甲22"), (110, 0, "栏"), (110, 1, "甲30"), (110, 2, "甲31")]


def test_an_entry_is_not_parted() -> None:
    long = Entry("字" * 30, "40", False, (), HERE)
    first, second = made([*entries(14), long])
    assert len(places(first)) == 14
    assert [line for _, line, _ in places(second)] == [0, 1]


def test_an_entry_deeper_than_a_column_is_parted_all_the_same() -> None:
    findings = Findings()
    long = Entry("字" * 17 * 16, "40", False, (), HERE)
    first, second = made([long], findings=findings)
    assert (len(places(first)), len(places(second))) == (15, 1)
    assert len(findings) == 0


def test_at_least_two_lines_of_a_summary_stand_together() -> None:
    asked = (("contents.summaries", "true"), ("styles.contents-summary.inset_left", "0"))
    told = Entry("乙", "40", False, (), HERE, summary=("字" * 100,))
    # a title and six lines of 19 characters, the last of five
    _, second = made([*entries(11), told], asked)
    assert [len(text) for _, _, text in places(second)] == [19, 19, 5]
    _, second = made([*entries(9), told], asked)
    assert [len(text) for _, _, text in places(second)] == [19, 5]
    first, second = made([*entries(13), told], asked)
    assert places(first)[-1][2] == "甲22"


# ------------------------------------------------------------------ room on pages


def test_lines_kept_free_are_free_on_the_first_page_alone() -> None:
    first, second = made(entries(12), (("contents.head", "3"), ("contents.foot", "2")))
    assert [line for _, line, _ in places(first)] == list(range(3, 13))
    assert [line for _, line, _ in places(second)] == [0, 1]


def test_no_room_at_all_is_an_error() -> None:
    with pytest.raises(InvalidIssue) as caught:
        load_stylesheet("square", HOUSE, [("contents.head", "8"), ("contents.foot", "7")])
    (found,) = caught.value.findings
    assert (found.rule, dict(found.arguments)) == ("contents-no-room", {"head": "8", "foot": "7", "lines": "15"})


def test_a_line_heads_later_pages_where_a_layout_says_so() -> None:
    first, second = made(entries(16), (("contents.title_again", "续"), ("styles.contents-line.lines", "1")))
    (again,) = (item for item in second if item.role is Role.ARTIFACT)
    assert (again.order, again.element) == (-1, None)
    assert [line for _, line, text in places(second) if text != "续"] == [1]
    assert all(item.role is not Role.ARTIFACT for item in first)


def test_a_heading_deeper_than_the_page_is_reported() -> None:
    findings = Findings()
    made(entries(1), (("contents.title", "目录"), ("styles.contents-title.lines", "16行")), findings=findings)
    assert [(item.rule, dict(item.arguments)) for item in findings] == [("page-too-deep", {"lines": "15"})]


def test_an_entry_s_line_deeper_than_the_page_is_reported() -> None:
    findings = Findings()
    large = (("styles.contents-entry.size", "250pt"), ("page.trim", "A3"))
    made(entries(2), large, findings=findings)
    assert "page-too-deep" in rules_of(findings)


def test_a_design_is_drawn_below_the_text_of_the_first_page() -> None:
    design = (
        "designs.mast",
        "[{draw: box, x: 30pt, y: 30pt, width: 50pt, height: 5pt}, "
        "{draw: text, text: '{journal}', style: contents-line, x: 50pt, y: 300pt, width: 100pt, height: 20pt}]",
    )
    work = issue([article(f"题{at}", paragraph("甲")) for at in range(20)])
    found = pages(work, "square", *BARE, design, ("contents.design", "mast"))
    first, second = [page for page in found if any(item.role is Role.CONTENTS for item in page.items)]
    words = [text for _, _, text in texts(first.items)]
    assert words[0] == "方块月刊"
    assert "方块月刊" not in [text for _, _, text in texts(second.items)]
    orders = {"".join(item.item.texts): item.order for item in first.items if isinstance(item.item, GlyphRun)}
    assert orders["方块月刊"] > max(order for text, order in orders.items() if text.startswith("题"))


# ------------------------------------------------------------------ in English


def bilingual() -> Issue:
    first = article("甲", paragraph("文"))._replace(
        authors_en=(Author("A B"), Author("C D")), fields=(("title_en", (titled("One"),)),)
    )
    second, third = article("乙", paragraph("文")), article("丙", paragraph("文"))
    third = third._replace(fields=(("title_en", (titled("Three"),)), ("subtitle_en", (titled("Sub"),))))
    work = issue([first, second], [third])
    return work._replace(sections=(work.sections[0]._replace(name_en="Papers"), work.sections[1]))


def test_what_has_an_english_title_is_listed_in_english() -> None:
    numbers = Numbers({0: 2, 1: 4}, {0: 2, 1: 3, 2: 4}, {}, {})
    listed = english_entries(bilingual(), numbers)
    assert [(each.text, each.folio, each.section, each.authors, each.subtitle) for each in listed] == [
        ("Papers", "2", True, (), ""),
        ("One", "2", False, ("A B", "C D"), ""),
        ("Three", "4", False, (), "Sub"),
    ]


def test_the_english_contents_stand_below_where_all_of_them_have_room() -> None:
    own, english = entries(8), [each._replace(text="b", lang="en") for each in entries(4, 50)]
    (page,) = made(own, english=english)
    assert [(line, text) for _, line, text in places(page)][8:] == [
        (8, "CONTENTS"), (10, "b"), (11, "b"), (12, "b"), (13, "b"),
    ]  # fmt: skip
    _, second = made([*own, *entries(2, 30)], english=english)
    assert [(line, text) for _, line, text in places(second)][:2] == [(0, "CONTENTS"), (2, "b")]
    assert {item.element.lang for item in second if item.element} == {"en"}


def test_columns_above_the_english_contents_are_level() -> None:
    english = [each._replace(text="b", lang="en") for each in entries(2, 50)]
    (page,) = made(entries(6), (TWO,), english)
    assert [place[:2] for place in places(page)][:6] == [(0, 0), (0, 1), (0, 2), (110, 0), (110, 1), (110, 2)]
    assert [(line, text) for _, line, text in places(page)][6:] == [(3, "CONTENTS"), (5, "b"), (6, "b")]


def test_english_authors_are_parted_in_their_own_way() -> None:
    english = [Entry("One", "2", False, ("A B", "C D"), HERE, lang="en")]
    (page,) = made([], (("contents.authors", "true"),), english)
    assert "One / A B, C D" in [text for _, _, text in texts(page)]


def test_what_is_not_listed_in_english_is_told_once() -> None:
    findings = Findings()
    pages(bilingual(), "square", ("contents.english", "true"), findings=findings)
    told = [(item.rule, dict(item.arguments)) for item in findings if item.rule.endswith("-english")]
    assert told == [
        ("contents-without-english", {"title": "乙", "count": "1"}),
        ("contents-section-without-english", {"section": "栏1", "count": "1"}),
    ]


# ------------------------------------------------------------------ inserts, cover lines


def test_inserts_are_listed_apart_with_their_pages() -> None:
    work = issue([article("甲")])._replace(inserts=(Insert("一", 1, 1, HERE), Insert("二", 3, 1, HERE)))
    numbers = Numbers({0: 2}, {0: 2}, {}, {0: 5, 1: 6})
    listed = contents_entries(work, numbers, "广告索引")
    assert [(each.text, each.folio, each.last, each.section) for each in listed] == [
        ("栏0", "2", "", True), ("甲", "2", "", False),
        ("广告索引", "", "", True), ("一", "5", "", False), ("二", "6", "8", False),
    ]  # fmt: skip
    assert contents_entries(work, numbers) == listed[:2]
    assert contents_entries(work, NO_NUMBERS, "广告索引")[-1].text == "甲"


# ------------------------------------------------------------------ what is printed


@pytest.mark.parametrize(
    ("field", "key"),
    [("subtitle", "contents.subtitles"), ("abstract", "contents.summaries"), ("title_en", "contents.english")],
)
def test_what_the_contents_list_is_printed(field: str, key: str) -> None:
    work = issue([article("甲", paragraph("文"))._replace(fields=((field, (titled("乙"),)),))])
    told = []
    for asked in ("false", "true"):
        findings = Findings()
        pages(work, "square", (key, asked), findings=findings)
        told.append("field-unprinted" in rules_of(findings))
    assert told == [True, False]


def test_inserts_stand_in_the_contents_once_their_pages_are_known() -> None:
    work = issue([article("甲", paragraph("文"))])._replace(inserts=(Insert("某厂", 1, 1, HERE),))
    style = sheet("square", *BARE, ("contents.inserts", "广告索引"))
    listed = contents_entries(work, Numbers({0: 2}, {0: 2}, {}, {0: 3}), style.contents.texts.inserts)
    found = [page.items for page in contents_pages(listed, ContentsSetter(style, FIELDS, composer(style), Findings()))]
    assert [text for _, _, text in texts(found[0])] == ["栏0", "甲", "2", "广告索引", "某厂", "3"]


@pytest.mark.parametrize("authors", ["true", "column", "below"])
@pytest.mark.parametrize("columns", ["1", "4"])
def test_whatever_is_listed_has_its_pages(authors: str, columns: str) -> None:
    names = tuple(f"名{number}" for number in range(40))
    odd = [
        Entry("字" * 300, "3", False, names, HERE, "副" * 200, ("摘" * 900,)),
        Entry("a" * 80, "5", False, ("b" * 60, ""), HERE, "——", ("",)),
        Entry("。", "6", False, ("甲",), HERE),
        Entry("", "12345678", False, (), HERE),
    ]
    asked = (("contents.authors", authors), ("contents.columns", columns), ("contents.subtitles", "below"))
    found = made(odd, (*asked, ("contents.summaries", "true")), odd)
    drawn = "".join(text for page in found for _, _, text in texts(page))
    assert [drawn.count(sign) for sign in "字副摘ab名"] == [600, 400, 1800, 160, 120, 80]
