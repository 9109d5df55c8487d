"""Pages of sections: their own page and its numbers, pages left free, counts of pages, articles' numbers.

A page holds fifteen lines of twenty characters; an article's title takes three, as does the sink of a section.
"""

from __future__ import annotations

import re

import pytest
from issues import article, issue, opening, pages, paragraph, shown, text_piece
from squares import HERE, rules_of

from huozi.content.issue_model import Insert, Issue
from huozi.diagnostics import Findings
from huozi.display import Bookmark, Page

LEAF = (("designs.leaf", "[{draw: box, across: bleed, y: 100pt, height: 50pt}]"), ("sections.page", "leaf"))
BARE = (
    ("running.verso", '""'), ("running.recto", '""'), ("contents.title", '""'), ("contents.issue_line", '""'),
    ("contents.leader", "none"), ("covers.front", "false"), ("covers.inside_front", "false"),
    ("covers.inside_back", "false"), ("covers.back", "false"),
)  # fmt: skip
TWO = issue([article("甲", paragraph("文" * 30))], [article("乙", paragraph("字" * 30))])
FREE = TWO._replace(inserts=(Insert("间", 2, 1, HERE), Insert("末", 1, 2, HERE), Insert("前", 1, 0, HERE)))
LAYOUTS = pytest.mark.parametrize("layout", ["square", "square-columns"])


def made(work: Issue, *keys: tuple[str, str], layout: str = "square", findings: Findings | None = None) -> list[Page]:
    return list(pages(work, layout, *BARE, *keys, findings=findings))


def told(page: Page) -> str:
    """A page in a word: its label, its folio or –, which of the articles' texts stand on it."""
    said = "".join(dict.fromkeys(letter for letter in shown(page) if letter in "甲乙丙文字"))
    return f"{page.label} {page.folio or '–'} {said}".rstrip()


def body(work: Issue, *keys: tuple[str, str], layout: str = "square") -> list[str]:
    return [told(page) for page in made(work, *keys, layout=layout)[1:]]


# ------------------------------------------------------------------ a page of its own


def test_the_contents_quotes_the_page_of_the_opener_for_its_section() -> None:
    contents = shown(made(TWO, *LEAF)[0])
    assert contents.startswith("栏02甲3栏14乙5")


def test_a_section_s_own_page_is_counted_and_bare_and_its_bookmark_leads_there() -> None:
    assert body(TWO, *LEAF) == ["2 –", "3 3 甲文", "4 –", "5 5 乙字", "6 –"]
    marked = {
        placed.item.title: page.label
        for page in made(TWO, *LEAF)
        for placed in page.items
        if isinstance(placed.item, Bookmark)
    }
    assert marked == {"栏0": "2", "甲": "3", "栏1": "4", "乙": "5"}


def test_sections_whose_own_pages_are_right_hand_ones_have_blank_pages_before_them() -> None:
    found = made(TWO, *LEAF, ("sections.start", "recto"))
    assert [(page.label, page.side, told(page)[2:]) for page in found[1:]] == [
        ("2", "left", "–"), ("3", "right", "–"), ("4", "left", "4 甲文"), ("5", "right", "–"), ("6", "left", "6 乙字"),
    ]  # fmt: skip


@LAYOUTS
def test_the_design_is_drawn_on_the_section_s_own_pages_alone(layout: str) -> None:
    found = made(TWO, *LEAF, layout=layout)
    assert [page.label for page in found if any(placed.y == 100_000 for placed in page.items)] == ["2", "4"]


# ------------------------------------------------------------------ pages left free


@LAYOUTS
def test_pages_left_free_are_bare_and_counted(layout: str) -> None:
    # before the first section, two between, one at the end; the last page makes a leaf
    assert body(FREE, layout=layout) == ["2 –", "3 3 甲文", "4 –", "5 –", "6 6 乙字", "7 –", "8 –"]


@LAYOUTS
def test_pages_left_free_are_counted_from_the_body_s_first_page(layout: str) -> None:
    found = made(FREE, ("folio.first", "body"), layout=layout)
    assert [told(page) for page in found] == ["目1 – 甲乙", "目2 –", "1 –", "2 2 甲文", "3 –", "4 –", "5 5 乙字", "6 –"]
    assert shown(found[0]).startswith("栏02甲2栏15乙5")


def test_the_contents_lists_pages_left_free_with_the_pages_that_they_are() -> None:
    contents = shown(made(FREE, ("contents.inserts", "广告"))[0])
    assert contents.startswith("栏03甲3栏16乙6广告间4–5末7前2")


def test_pages_left_free_stand_behind_a_section_s_blank_page() -> None:
    work = TWO._replace(inserts=(Insert("间", 1, 1, HERE),))
    found = [told(page) for page in made(work, ("sections.start", "recto"))]
    assert found == ["1 1 甲乙", "2 –", "3 3 甲文", "4 –", "5 5 乙字", "6 –"]


@pytest.mark.parametrize(
    ("key", "value", "count", "rules"),
    [
        ("multiple", "4", 8, ["page-count-filled"]),
        ("exactly", "8", 8, ["page-count-filled"]),
        ("exactly", "12", 12, ["page-count-filled"]),
    ],
)
def test_counts_of_pages_are_met_with_pages_left_free_among_them(
    key: str, value: str, count: int, rules: list[str]
) -> None:
    findings = Findings()
    found = made(FREE, (f"make_up.pages.{key}", value), findings=findings)
    assert len(found) == count
    assert [rule for rule in rules_of(findings) if rule.startswith("page-count")] == rules
    assert [told(page) for page in found[1:7]] == ["2 –", "3 3 甲文", "4 –", "5 –", "6 6 乙字", "7 –"]


# ------------------------------------------------------------------ numbers of articles

ISSN = ("journal.issn", "ISSN 1234-5679")
NUMBER = opening(text_piece("{title}", "title"), text_piece("编号{article_number}", "source"))
LONG = issue(
    [article("甲", paragraph("文" * 600)), article("乙", paragraph("字" * 100)), article("丙", paragraph("文" * 700))],
    [article("丁", paragraph("文" * 30))],
)
RUN_ON = (("articles.room", "2行"), ("styles.source.size", "10pt"))


def numbers(work: Issue, *keys: tuple[str, str], layout: str = "square") -> list[str]:
    """What follows the year and the issue in the articles' numbers, page after page."""
    text = "".join(shown(page) for page in made(work, *RUN_ON, *keys, layout=layout))
    return re.findall(r"1234-5679\(2030\)03-(\d{4}-\d\d)", text)


def test_an_article_s_number_has_its_first_page_and_how_many_it_stands_on() -> None:
    # below sink, title and number 甲 has 8 of its 31 lines on page 2, 15 on 3, 8 on 4; 乙 begins there with 3 of its 6
    # lines and ends on 5, where 丙 begins with 8 of its 36; that ends on 7
    assert numbers(LONG, ISSN, NUMBER) == ["0002-03", "0004-02", "0005-03", "0008-01"]
    assert numbers(LONG, ISSN, NUMBER, ("folio.first", "body")) == ["0001-03", "0003-02", "0004-03", "0007-01"]


@pytest.mark.parametrize("issn", ["ISSN 1234-5679", "1234-5679"])
def test_a_number_has_the_issn_without_its_letters(issn: str) -> None:
    assert "编号1234-5679(2030)03-0002-01" in "".join(map(shown, made(TWO, ("journal.issn", issn), NUMBER)))


def test_numbers_follow_the_pages_that_text_comes_to_stand_on() -> None:
    first, *others = LONG.sections[0].articles
    longer = first._replace(blocks=(paragraph("文" * 900),))  # fifteen lines more: a page
    work = LONG._replace(sections=(LONG.sections[0]._replace(articles=(longer, *others)), LONG.sections[1]))
    assert numbers(work, ISSN, NUMBER) == ["0002-04", "0005-02", "0006-03", "0009-01"]


def test_in_two_columns_an_article_stands_on_the_pages_that_any_column_of_it_is_on() -> None:
    # columns of nine characters: 甲's 67 lines are two of 8 on page 2, two of 15 on 3, and 11 beside 10 on 4, where too
    # little is left for 乙 (12 lines, page 5); 丙's 78 are two of 11 on page 6, two of 15 on 7, two of 13 on 8
    assert numbers(LONG, ISSN, NUMBER, layout="square-columns") == ["0002-03", "0005-01", "0006-03", "0009-01"]


def test_a_filler_or_an_insert_is_no_page_of_the_article_before_it() -> None:
    work = issue([article("甲", paragraph("文" * 30))], [article("乙")])._replace(inserts=(Insert("间", 2, 1, HERE),))
    assert numbers(work, ISSN, NUMBER) == ["0002-01", "0005-01"]


@pytest.mark.parametrize(
    "elements",
    [
        ('{set: text, text: "{title} {article_number}", style: title}',),
        (text_piece("{title}", "title"), '{set: band, text: "编号{article_number}", style: source}'),
        (text_piece("{title}", "title"), text_piece("编号{article_number}", "body")),
    ],
)
def test_a_number_is_filled_in_wherever_it_is_asked_for(elements: tuple[str, ...]) -> None:
    found = numbers(TWO, ISSN, opening(*elements))
    assert found == ["0002-01", "0003-01"]


def test_a_journal_without_issn_has_no_numbers_and_nothing_in_their_place() -> None:
    text = "".join(map(shown, made(LONG, NUMBER)))
    assert "编号" not in text


def test_an_issn_that_the_numbers_carry_is_printed() -> None:
    def unprinted(*keys: tuple[str, str]) -> bool:
        findings = Findings()
        made(TWO, ISSN, ("journal.kind", "periodical"), *keys, findings=findings)
        return "journal-unprinted" in rules_of(findings)

    assert (unprinted(), unprinted(NUMBER)) == (True, False)


def test_what_stands_on_a_band_is_printed() -> None:
    work = TWO._replace(
        sections=(TWO.sections[0]._replace(articles=(article("甲")._replace(keywords=("乙",)),)), TWO.sections[1])
    )
    band = opening(text_piece("{title}", "title"), '{set: band, text: "{keywords}{issn}", style: source}')
    findings = Findings()
    made(work, ISSN, ("journal.kind", "periodical"), band, findings=findings)
    assert not {"field-unprinted", "journal-unprinted"} & set(rules_of(findings))
