"""What is taken of an issue to be compared: the same for the same source, whatever the layout makes of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from issues import article, heading, issue, pages, paragraph, said
from squares import HERE

from huozi.content.issue_model import Article, Author, Issue
from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings, Span
from huozi.rounds.edition import Edition, EditionParagraph
from huozi.rounds.sources import said as one_text
from huozi.rounds.taking import edition_of, unset_edition


def taken(made: Issue, *overrides: tuple[str, str]) -> Edition:
    return edition_of(made, pages(made, "square", *overrides), "甲刊", lambda file: file)


def of_markdown(text: str, title: str = "题") -> Issue:
    return issue([article(title, *read_markdown(text, "a.md", ".", Findings()).blocks)])


def body(edition: Edition) -> EditionParagraph:
    """The first paragraph that stands in a manuscript."""
    return next(each for each in edition.paragraphs if each.kind == "paragraph" and each.place.file == "a.md")


@dataclass(frozen=True)
class Pair:
    """Two manuscripts of one paragraph, and whether they say the same."""

    one: str
    other: str
    is_same: bool


PAIRS = {
    "turned over elsewhere": Pair("国文字", "国\n文字", True),
    "another character": Pair("国文字", "国文子", False),
    "emphasis": Pair("国文字", "国**文**字", False),
    "dots": Pair("国文字", "国==文==字", False),
    "a reading": Pair("国文字", "国{文|wén}字", False),
    "another reading": Pair("国{文|wén}字", "国{文|wèn}字", False),
    "a link that leads elsewhere": Pair("[文](https://a.example)", "[文](https://b.example)", False),
    "a comment": Pair("国文字", "国文字\n\n<!-- 说明 -->", True),
    "a hint": Pair("国文字", "国文字{lines=+1}", True),
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_a_source_says_is_told_apart_from_how_it_is_typed(name: str) -> None:
    pair = PAIRS[name]
    one, other = (body(taken(of_markdown(text))).source for text in (pair.one, pair.other))
    assert (one == other) is pair.is_same


def test_a_layout_changes_settings_and_no_source() -> None:
    made = of_markdown("国" * 60)
    one, other = taken(made), taken(made, ("styles.body.size", "9pt"))
    assert [each.source for each in one.paragraphs] == [each.source for each in other.paragraphs]
    assert [line.setting for line in body(one).lines] != [line.setting for line in body(other).lines]


def test_the_rank_of_a_heading_is_part_of_its_source() -> None:
    ranks = [taken(issue([article("题", heading("小", level), paragraph("国"))])) for level in (2, 3)]
    sources = [next(each.source for each in one.paragraphs if each.kind == "heading") for one in ranks]
    assert sources[0] != sources[1]


def entry(edition: Edition) -> EditionParagraph:
    return [each for each in edition.paragraphs if each.kind == "contents-entry"][-1]


def test_an_entry_of_the_contents_is_the_same_on_another_page() -> None:
    short = taken(issue([article("甲", paragraph("国")), article("乙", paragraph("国"))]))
    long = taken(issue([article("甲", paragraph("国" * 900)), article("乙", paragraph("国"))]))
    assert entry(short).source == entry(long).source
    assert entry(short).lines[0].text != entry(long).lines[0].text


def test_an_entry_changes_with_what_it_lists() -> None:
    def listed(*authors: str) -> str:
        one = article("甲", paragraph("国"))._replace(authors=tuple(Author(name) for name in authors))
        return entry(taken(issue([one]), ("contents.authors", "true"))).source

    assert listed("方木") == listed("方木")
    assert listed("方木") != listed("石青")


def test_lines_know_their_page_and_place() -> None:
    lines = body(taken(of_markdown("国" * 45))).lines
    assert [(line.column, line.number, len(line.text)) for line in lines] == [(1, 3, 18), (1, 4, 20), (1, 5, 7)]
    assert len({line.page for line in lines}) == 1


def test_running_heads_and_folios_are_furniture() -> None:
    edition = taken(of_markdown("国"))
    (page,) = (page for page in edition.pages if page.label == "2")
    assert "2" in page.furniture
    assert all("国" not in text for text in page.furniture)
    assert [page.furniture == () for page in edition.pages if page.label == "封二"] == [True]


def test_what_is_made_of_fields_is_told_by_its_text() -> None:
    def noted(text: str) -> list[str]:
        one: Article = article("题", paragraph("国"))._replace(fields=said(source=text))
        made = taken(issue([one]))
        return [each.source for each in made.paragraphs if each.kind == "source"]

    assert noted("报") == noted("报")
    assert noted("报") != noted("刊")


def test_an_issue_that_is_not_set_has_the_same_sources() -> None:
    made = of_markdown("国**文**字\n\n## 小标题\n\n- 一项\n- 又一项")
    there = {each.source for each in taken(made).paragraphs}
    unset = unset_edition(made, "甲刊", lambda file: file)
    assert unset.pages == ()
    assert [each[:3] for each in unset.articles] == [("题", "题", "栏0")]
    assert unset.sections == (("栏0", ""),)
    assert {each.source for each in unset.paragraphs} <= there
    assert [each.kind for each in unset.paragraphs] == ["title", "paragraph", "heading", "paragraph", "paragraph"]


def test_pieces_marked_alike_are_one_text_wherever_they_were_typed() -> None:
    made = read_markdown("甲\n乙**丙**", "a.md", ".", Findings()).blocks[0]
    again = read_markdown("甲乙**丙**", "a.md", ".", Findings()).blocks[0]
    assert one_text(made.inlines) == one_text(again.inlines)  # type: ignore[union-attr]
    assert one_text(paragraph("甲").inlines) == "甲"
    assert HERE.file == "here"


@pytest.mark.parametrize("field", ["title_en", "subtitle", "subtitle_en", "abstract", "abstract_en"])
def test_an_entry_changes_with_every_field_that_it_may_list(field: str) -> None:
    def listed(text: str) -> str:
        fields = {"title_en": "A", **{field: text}}
        return entry(taken(issue([article("甲", paragraph("国"))._replace(fields=said(**fields))]))).source

    assert listed("A") == listed("A")
    assert listed("A") != listed("B")


def test_a_line_that_stands_elsewhere_in_its_column_looks_the_same() -> None:
    made = of_markdown("国")
    (one,), (other,) = (body(taken(made, ("styles.body.align", align))).lines for align in ("left", "right"))
    assert (one.text, one.look) == (other.text, other.look)
    assert one.setting != other.setting


def test_a_section_s_name_is_told_by_what_it_says() -> None:
    def named(text: str) -> list[str]:
        made = of_markdown("国")
        (section,) = made.sections
        title = section.title._replace(inlines=read_markdown(text, "a.md", ".", Findings()).blocks[0].inlines)  # type: ignore[union-attr]
        own = section._replace(title=title, span=Span("issue.yaml", 6, 14))
        edition = taken(made._replace(sections=(own,)))
        return [each.source for each in edition.paragraphs if each.kind == "section-name"]

    assert named("栏目") == named("栏目")
    assert named("栏目") != named("栏**目**")
