"""Blocks as galley matter: what each becomes, how deep it is, where its text stands."""

from __future__ import annotations

import pytest
from issues import (
    HOUSE,
    SIGNED,
    SOURCE,
    TITLE,
    article,
    ending,
    heading,
    issue,
    opening,
    paragraph,
    said,
    sheet,
    text_piece,
    titled,
)
from plain_pages import lay_out
from squares import EM, HERE, rules_of

from huozi.blocks.article import set_article, set_issue
from huozi.blocks.body import set_blocks
from huozi.blocks.setting import Setting
from huozi.content.issue_model import Article, Author
from huozi.content.model import Block, ListBlock, Paragraph, Quote, Text, TextRole
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings
from huozi.display import Bookmark, GlyphRun, Placed, Role
from huozi.fonts.catalog import Catalog
from huozi.galley import Mark, SetParagraph, Slug, Start
from huozi.style.load import load_stylesheet

LONG = "一句话，不长不短，排满一行还多一点。" * 3


def setting(*overrides: tuple[str, str], layout: str = "square", findings: Findings | None = None) -> Setting:
    style = sheet(layout, *overrides)
    return Setting(style, Catalog(HOUSE.fonts), Findings() if findings is None else findings, style.page.area.measure)


def items_of(*blocks: Block, within: Setting | None = None) -> list[tuple[Placed, ...]]:
    """The items of each row of blocks."""
    rows = lay_out(set_blocks(blocks, within or setting()))
    return [row.slug.items for row in rows if row.slug]


def texts(items: tuple[Placed, ...]) -> list[str]:
    return ["".join(placed.item.texts) for placed in items if isinstance(placed.item, GlyphRun)]


def lefts(items: tuple[Placed, ...]) -> list[int]:
    return [placed.x for placed in items if isinstance(placed.item, GlyphRun)]


def test_a_paragraph_is_indented_by_two_ems_on_its_first_line() -> None:
    assert [lefts(row)[0] for row in items_of(paragraph(LONG))] == [2 * EM, 0, 0]


def test_an_empty_paragraph_is_nothing() -> None:
    assert set_blocks((paragraph(""),), setting()) == ()


def test_a_paragraph_can_be_asked_for_other_numbers_of_lines() -> None:
    (found,) = set_blocks((paragraph("一句话，不长不短。" * 9),), setting(("text.fill", "pull-in")))
    assert isinstance(found, SetParagraph)
    assert len(found.cast(found.lines)) == found.lines
    assert len(found.cast(found.lines + 1)) in (found.lines, found.lines + 1)
    assert all(slug.height == 1 for slug in found.cast(found.lines))


@pytest.mark.parametrize(("text", "height"), [("小标题", 1), ("小标题|第二行", 2), ("长" * 30, 2)])
def test_a_heading_takes_as_many_grid_lines_as_its_text_needs(text: str, height: int) -> None:
    (found,) = set_blocks((heading(text),), setting())
    assert isinstance(found, Slug)
    assert (found.height, found.keep) == (height, 2)


def test_headings_deeper_than_four_look_like_the_fourth() -> None:
    fourth, sixth = (items_of(heading("题", level))[0] for level in (4, 6))
    assert [placed[:5] for placed in fourth] == [placed[:5] for placed in sixth]
    assert [[placed.element.level for placed in items if placed.element] for items in (fourth, sixth)] == [[4], [6]]


def test_a_quotation_is_set_in() -> None:
    rows = items_of(Quote((paragraph(LONG),), HERE))
    assert [lefts(row)[0] for row in rows][:2] == [4 * EM, 2 * EM]


@pytest.mark.parametrize(
    ("numbers", "labels"), [((), ["•", "•"]), (("1", "2"), ["1.", "2."]), (("9", "10"), ["9.", "10."])]
)
def test_a_list_has_bullets_or_numbers_and_hangs_in(numbers: tuple[str, ...], labels: list[str]) -> None:
    rows = items_of(ListBlock(((paragraph("甲"),), (paragraph(LONG),)), numbers, HERE))
    assert [texts(row)[0] for row in rows[:2]] == labels
    assert [lefts(row)[-1] for row in rows] == [2 * EM] * len(rows)
    assert all(lefts(row)[0] < 2 * EM for row in rows[:2])


def test_a_list_in_a_list_hangs_in_further() -> None:
    inner = ListBlock(((paragraph(LONG),),), (), HERE)
    rows = items_of(ListBlock(((paragraph("甲"), inner),), (), HERE))
    assert [lefts(row)[-1] for row in rows[1:]] == [4 * EM] * (len(rows) - 1)
    assert max(x + max(p.item.xs) for row in rows for p in row if isinstance(p.item, GlyphRun) for x in [p.x]) < 20 * EM


def test_an_item_without_text_still_has_its_bullet() -> None:
    assert [texts(row) for row in items_of(ListBlock(((),), (), HERE))] == [["•"]]


def test_roles_of_text_choose_their_faces() -> None:
    inlines = (Text("甲", HERE), Text("乙", HERE, TextRole.STRONG), Text("丙", HERE, TextRole.EMPHASIS))
    findings = Findings()
    style = load_stylesheet("a4-35x37", HOUSE, (), findings)
    within = Setting(style, Catalog(HOUSE.fonts), findings, style.page.area.measure)
    (row,) = items_of(Paragraph(inlines, HERE), within=within)
    assert [placed.item.face for placed in row if isinstance(placed.item, GlyphRun)] == [
        "NotoSerifSC-Regular",
        "NotoSansSC-SemiBold",
        "LXGWWenKai-Regular",
    ]


# ------------------------------------------------------------------ articles


def test_a_title_is_one_piece_with_its_bookmark_and_keeps_text() -> None:
    mark, title, *_ = set_article(article("从铅字 | 到版面", paragraph(LONG)), 4, setting()).galley
    assert mark == Mark("article", 4)
    assert isinstance(title, Slug)
    assert title.keep == 2
    marks = [placed.item for placed in title.items if isinstance(placed.item, Bookmark)]
    assert marks == [Bookmark("从铅字 到版面", 1)]
    assert {placed.role for placed in title.items} == {Role.TITLE, Role.ARTIFACT}


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("从铅字 | 到版面", "从铅字 到版面"),
        ("从铅字|到版面", "从铅字到版面"),
        ("从铅字 |到版面", "从铅字到版面"),
        ("Lead | 活字", "Lead 活字"),
        (" | | ", ""),
        ("空格 不是空", "空格 不是空"),
        ("|", ""),
    ],
)
def test_a_plain_title_has_its_preferred_breaks_taken_out(title: str, plain: str) -> None:
    assert plain_title(titled(title)) == plain


def test_what_stands_at_an_articles_end_is_the_layouts() -> None:
    fields = said(affiliation_note="作者单位：某大学", source="某报")
    whole = Article("a", titled("题"), (), HERE, (Author("张三"), Author("李四")), fields=fields)
    keys = (SIGNED, ending(text_piece("［{affiliation_note}］", "affiliation"), SOURCE))
    rows = lay_out(set_article(whole, 0, setting(*keys)).galley)
    found = ["".join(texts(row.slug.items)) for row in rows if row.slug]
    assert found == ["题", "张三\u3000李四", "［作者单位：某大学］", "来源：某报"]


def test_a_layout_may_print_the_affiliations_of_the_authors_each_once() -> None:
    authors = (Author("张三", ("甲校",)), Author("李四", ("乙社",)), Author("王五", ("甲校",)))
    whole = Article("a", titled("题"), (), HERE, authors)
    rows = lay_out(
        set_article(whole, 0, setting(opening(TITLE, text_piece("{authors}（{affiliations}）", "byline")))).galley
    )
    assert ["".join(texts(row.slug.items)) for row in rows if row.slug] == [
        "题",
        "张三1\u3000李四2\u3000王五1（1. 甲校；2. 乙社）",
    ]


def test_what_an_article_has_not_is_not_set() -> None:
    rows = lay_out(set_article(article("题", paragraph("甲")), 0, setting(SIGNED)).galley)
    assert [texts(row.slug.items) for row in rows if row.slug] == [["题"], ["甲"]]


def test_sections_and_articles_are_numbered_through_the_issue() -> None:
    matter = set_issue(issue([article("甲"), article("乙")], [article("丙")]), setting()).galley
    marks = [(piece.kind, piece.key) for piece in matter if isinstance(piece, Mark)]
    assert marks == [("section", 0), ("article", 0), ("article", 1), ("section", 1), ("article", 2)]
    costs = [piece for piece in matter if isinstance(piece, Start)]
    assert [cost.at for cost in costs] == ["page", "run-on", "page"]


def test_sections_may_run_on_and_articles_start_pages() -> None:
    within = setting(("sections.start", "run-on"), ("articles.start", "page"))
    galley = set_issue(issue([article("甲"), article("乙")]), within).galley
    costs = [piece for piece in galley if isinstance(piece, Start)]
    assert [cost.at for cost in costs][-1] == "page"


def test_a_section_without_its_name_still_sinks_its_first_title() -> None:
    within = setting(("sections.name", "false"), ("sections.sink", "4行"))
    rows = lay_out(set_issue(issue([article("甲")]), within).galley)
    assert (rows[0].height, rows[0].breakable) == (4, False)


def test_text_of_the_body_keeps_its_bars() -> None:
    (row,) = items_of(paragraph("甲|乙"))
    assert "".join(texts(row)) == "甲|乙"


def test_a_missing_character_is_found_at_its_own_place() -> None:
    findings = Findings()
    items_of(paragraph("甲😀"), within=setting(findings=findings))
    assert rules_of(findings) == ["character-missing"]
    assert [item.span.column for item in findings] == [2]
