"""Folios, sides, labels and running heads of whole issues: what is counted, what is printed, what a head names.

A page holds 15 lines. An article's opening takes a line for its title (``SHORT`` has no sink); a
section's first one stands below the sink, where there is one.
"""

from __future__ import annotations

import pytest
from drawn import texts
from issues import article, issue, pages, paragraph
from squares import rules_of

from huozi.content.issue_model import Issue
from huozi.diagnostics import Findings
from huozi.display import Bookmark, Link, Page, Role

SHORT = (
    ("sections.sink", "0"),
    ("articles.room", "2行"),
    ("styles.title.lines", "1行"),
)
LINE = "字" * 18  # with its indent of two a full line


def lines(count: int) -> str:
    """A text that fills so many lines."""
    return "字" * (20 * count - 2)


def body(found: tuple[Page, ...]) -> list[Page]:
    """The pages that text stands on."""
    return [page for page in found if any(placed.role is Role.TITLE for placed in page.items) or page.folio]


def head(page: Page) -> str:
    """What stands above the type area, which begins 40 pt below the trim."""
    return "".join(text for _, y, text in texts(page.items, Role.ARTIFACT) if y < 40_000)


def foot(page: Page) -> str:
    """What stands below the type area, which ends at 274 pt."""
    return "".join(text for _, y, text in texts(page.items, Role.ARTIFACT) if y > 274_000)


def made(work: Issue, *overrides: tuple[str, str], findings: Findings | None = None) -> list[Page]:
    """The inside of an issue in the layout with outer folios, its covers left out."""
    found = pages(work, "square-outer", *SHORT, *overrides, findings=findings)
    return [page for page in found if not page.label.startswith("封")]


# ------------------------------------------------------------------ running heads that change


def test_a_head_names_the_last_section_and_article_that_begin_on_its_page() -> None:
    work = issue([article("甲", paragraph(LINE)), article("乙", paragraph(LINE))], [article("丙", paragraph(LINE))])
    (_, left) = made(work, ("running.verso", "{section}·{title}"))
    assert (left.side, head(left)) == ("left", "栏1·丙")


def test_a_page_on_which_nothing_begins_is_headed_by_what_goes_on() -> None:
    # 甲 fills page 2 but for a line, 乙 begins page 3 and goes on over pages 4 and 5 to page 6
    work = issue([article("甲", paragraph(lines(13))), article("乙", paragraph(lines(47)))])
    found = made(work, ("running.verso", "{title}"), ("articles.start", "page"))
    assert [head(page) for page in found] == ["目录", "甲", "乙", "乙", "乙", "乙"]
    assert [foot(page) for page in found] == ["1页", "2页", "3页", "4页", "5页", "6页"]


def test_a_section_that_begins_within_a_page_heads_it() -> None:
    work = issue([article("甲", paragraph(lines(16)))], [article("乙", paragraph(lines(16)))])
    found = made(work, ("running.recto", "{section}"), ("running.verso", "{section}"))
    # 17 lines, then 17: page 2 is all of the first section, page 3 ends within the second
    assert [head(page) for page in found[1:]] == ["栏0", "栏1", "栏1"]


@pytest.mark.parametrize(("title", "shown"), [("上 | 下", "上 下"), ("上|下", "上下")])
def test_a_title_with_a_preferred_break_is_one_line_in_the_head(title: str, shown: str) -> None:
    (_, left, *_) = made(issue([article(title, paragraph(LINE))]), ("running.verso", "{title}"))
    assert head(left) == shown


def test_the_contents_is_headed_by_its_title_where_a_layout_wants_it() -> None:
    work = issue([article("甲", paragraph(LINE))])
    (contents, *_) = made(work, ("contents.title", "本期目录"))
    assert (contents.side, head(contents)) == ("right", "本期目录")
    (contents, *_) = made(work, ("contents.title", "本期目录"), ("running.recto", "{section}/{folio}"))
    assert head(contents) == "本期目录/1"
    (contents, *_) = made(work, ("running.contents", "false"))
    assert (head(contents), foot(contents)) == ("", "1页")


def too_long(findings: Findings) -> list[str]:
    return [dict(item.arguments)["text"] for item in findings if item.rule == "furniture-too-long"]


def test_a_contents_head_too_long_is_reported_where_it_is_printed() -> None:
    long = "目" * 30
    for printed, texts_found in (("true", [long]), ("false", [])):
        findings = Findings()
        made(many(1), ("contents.title", long), ("running.contents", printed), findings=findings)
        assert too_long(findings) == texts_found


def test_furniture_too_long_is_reported_once_for_each_text() -> None:
    findings = Findings()
    work = issue([article("甲" * 30, paragraph(lines(40))), article("乙" * 30, paragraph(lines(40)))])
    made(work, ("folio.template", "第{folio}页" * 10), ("articles.start", "page"), findings=findings)
    # the folio is one text, however many pages it stands on; the first stands for all
    assert too_long(findings) == ["第2页" * 10, "甲" * 30, "乙" * 30]


# ------------------------------------------------------------------ numbers and sides


def many(count: int) -> Issue:
    """An issue whose contents has the heading's five lines, one for its section and so many for its articles."""
    return issue([article(f"题{number}", paragraph(LINE)) for number in range(count)])


@pytest.mark.parametrize(
    ("articles", "contents", "folio", "side"),
    [(8, 1, "2", "left"), (9, 2, "3", "right"), (23, 2, "3", "right"), (24, 3, "4", "left")],
)
def test_the_body_is_numbered_and_sided_after_the_contents(articles: int, contents: int, folio: str, side: str) -> None:
    found = made(many(articles))
    assert [any(placed.role is Role.CONTENTS for placed in page.items) for page in found].count(True) == contents
    first = found[contents]
    assert (first.folio, first.label, first.side) == (folio, folio, side)
    assert [placed.item.title for placed in first.items if isinstance(placed.item, Bookmark)][:2] == ["栏0", "题0"]


def test_the_contents_quotes_the_folios_of_sections_and_articles() -> None:
    # a title and a line of text each: seven on a page of 15 lines
    found = made(many(16))
    quoted = [placed.item.target for page in found for placed in page.items if isinstance(placed.item, Link)]
    assert quoted == ["3", *["3"] * 7, *["4"] * 7, *["5"] * 2]
    printed = [text for page in found[:2] for x, _, text in texts(page.items, Role.CONTENTS) if text.isdecimal()]
    assert printed == quoted


def growing() -> Issue:
    """Eight articles of a page, the first of two. A title of 18 characters leaves room for a folio of one figure.

    With one page of contents the last would stand on page 10, which turns its line over: the contents has two pages.
    """
    texts_of = [lines(20), *[lines(10)] * 7]
    titles = [*(f"题{number}" for number in range(7)), "字" * 18]
    return issue([article(title, paragraph(text)) for title, text in zip(titles, texts_of, strict=True)])


def test_contents_that_grow_by_their_folios_are_made_up_until_they_agree() -> None:
    findings = Findings()
    found = made(growing(), ("articles.start", "page"), findings=findings)
    quoted = [placed.item.target for page in found for placed in page.items if isinstance(placed.item, Link)]
    assert quoted == ["3", "3", "5", "6", "7", "8", "9", "10", "11"]
    assert [page.folio for page in found if any(placed.role is Role.TITLE for placed in page.items)] == quoted[1:]
    assert rules_of(findings) == ["page-count-odd"]


def test_folios_that_never_agree_are_reported_at_the_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huozi.makeup.inside.MOST_PASSES", 1)
    monkeypatch.setattr("huozi.makeup.pages.MOST_PASSES", 1)
    findings = Findings()
    work = growing()
    made(work, ("articles.start", "page"), findings=findings)
    found = [(item.span, dict(item.arguments)) for item in findings if item.rule == "contents-unstable"]
    assert found == [(work.span, {"passes": "1"})]


def test_where_the_body_begins_with_page_one_the_contents_is_not_counted() -> None:
    found = made(many(8), ("folio.first", "body"))
    assert [(page.label, page.folio, page.side) for page in found] == [
        ("目1", None, "right"),
        ("目2", None, "left"),
        ("1", "1", "right"),
        ("2", "2", "left"),
    ]
    assert found[1].items == (), "a blank page ends the contents' leaf"
    assert [foot(page) for page in found] == ["", "", "1页", "2页"]
    assert [head(page) for page in found[:2]] == ["目录", ""]


def test_contents_of_two_pages_before_page_one_need_no_blank() -> None:
    found = made(many(9), ("folio.first", "body"))
    assert [page.label for page in found] == ["目1", "目2", "1", "2"]
    assert all(page.items for page in found)
    quoted = [placed.item.target for page in found for placed in page.items if isinstance(placed.item, Link)]
    assert quoted == ["1", *["1"] * 7, *["2"] * 2]


def test_contents_of_three_pages_before_page_one_are_filled_to_two_leaves() -> None:
    found = made(many(24), ("folio.first", "body"))
    assert [page.label for page in found[:5]] == ["目1", "目2", "目3", "目4", "1"]
    assert [bool(page.items) for page in found[:5]] == [True, True, True, False, True]


# ------------------------------------------------------------------ blank pages

ODD = [(("page.binding", "perfect"),), (("page.binding", "saddle"),)]


@pytest.mark.parametrize("binding", ODD)
def test_an_odd_inside_gets_a_blank_page_without_number_head_or_foot(binding: tuple[tuple[str, str], ...]) -> None:
    assert len(made(many(9), *binding)) == 4  # two pages of contents, two of text
    found = made(many(8), *binding)  # one of contents, two of text
    assert [(page.label, page.folio, page.side, len(page.items) > 0) for page in found] == [
        ("1", "1", "right", True),
        ("2", "2", "left", True),
        ("3", "3", "right", True),
        ("4", None, "left", False),
    ]


def test_single_leaves_need_no_blank_page() -> None:
    assert [page.label for page in made(many(8), ("page.binding", "single"))] == ["1", "2", "3"]


def test_a_blank_page_after_a_body_that_begins_with_one_goes_on_counting() -> None:
    found = made(many(1), ("folio.first", "body"))
    assert [(page.label, page.folio) for page in found] == [("目1", None), ("目2", None), ("1", "1"), ("2", None)]


def test_a_saddle_stitched_issue_that_is_no_whole_sheets_says_how_many_pages_it_lacks() -> None:
    findings = Findings()
    pages(many(8), "square-outer", *SHORT, ("page.binding", "saddle"), ("covers.back", "false"), findings=findings)
    said = {item.rule: dict(item.arguments) for item in findings}
    assert said["page-count-saddle"] == {"count": "4", "covers": "3", "total": "7", "more": "1"}
    assert said["page-count-odd"] == {"count": "3", "blanks": "1", "total": "4"}
