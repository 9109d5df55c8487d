"""Fillers on the pages of an issue: below articles and on blank pages, moving nothing, told where they do not stand."""

from __future__ import annotations

from issues import article, issue, paragraph, shown
from issues import pages as pages_of
from squares import HERE, rules_of

from huozi.commands.places import PagePlaces
from huozi.content.issue_model import Article, Author, Issue, PageCount
from huozi.content.model import Block, Paragraph, Text
from huozi.diagnostics import Findings, Span
from huozi.display import Bookmark, GlyphRun, Page, Role
from huozi.galley import Band, Galley, Mark, SetMatter, Slug, Space, Start
from huozi.makeup.filling import Fillers, filled, filler_of, whites_of
from huozi.makeup.goals import Paging, natural_plan
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.plans import PagePlan, Standing, Stood
from huozi.makeup.units import units_of

TEXT = "一句话，不长不短，排满一行还多一点。"
FIRST = 83_500
"""The first baseline of a page; lines are 16 pt apart."""
TEN = Grid(10, 1)
NO_COUNT = PageCount()
SINGLE = ("page.binding", "single")
"""Single leaves: no blank page is added behind an odd number."""


def pages(
    work: Issue, *keys: tuple[str, str], layout: str = "square", findings: Findings | None = None
) -> tuple[Page, ...]:
    return pages_of(work, layout, SINGLE, *keys, findings=findings)


def filler(title: str, *blocks: Block, listed: bool = False) -> Article:
    place = Span(f"{title}.md", 1, 1)
    return article(title, *blocks)._replace(kind="filler", in_contents=listed, span=place)


def lines(page: Page) -> dict[int, str]:
    """The text of a page by its lines, titles by the line in whose middle they stand."""
    found: dict[int, str] = {}
    for placed in page.items:
        if isinstance(placed.item, GlyphRun) and placed.order >= 0:
            line = (placed.y - FIRST) // 16_000
            found[line] = found.get(line, "") + "".join(placed.item.texts)
    return found


def marked(found: tuple[Page, ...]) -> list[tuple[str, int, str]]:
    """The bookmarks: title, level, the page they lead to."""
    return [
        (placed.item.title, placed.item.level, page.label)
        for page in found
        for placed in page.items
        if isinstance(placed.item, Bookmark)
    ]


def head(page: Page) -> str:
    """The running head and the folio."""
    return "".join(
        "".join(placed.item.texts)
        for placed in page.items
        if isinstance(placed.item, GlyphRun) and placed.role is Role.ARTIFACT
    )


def page_of(found: tuple[Page, ...], label: str) -> Page:
    return next(page for page in found if page.label == label)


SHORT = filler("补白", paragraph("短。"))
DEEP = filler("长补", paragraph(TEXT * 9))
"""Three lines of title, nine of text: deeper than what any article leaves."""


def two(*fillers: Article, wanted: PageCount = NO_COUNT) -> Issue:
    """Two articles that leave eight lines of a page and nine."""
    work = issue([article("甲", paragraph(TEXT)), article("乙", paragraph(TEXT * 3))], pages=wanted)
    return work._replace(fillers=fillers)


# ------------------------------------------------------------------ on the page


def test_a_filler_stands_below_an_article_with_one_empty_line_between() -> None:
    found = pages(two(SHORT))
    assert lines(page_of(found, "2")) == {1: "栏0", 4: "甲", 6: TEXT, 9: "补白", 11: "短。"}


def test_no_page_is_moved_and_the_filler_has_a_bookmark_like_an_article() -> None:
    without, found = pages(two()), pages(two(SHORT))
    assert [page.label for page in found] == [page.label for page in without]
    assert [mark for mark in marked(found) if mark[0] != "补白"] == marked(without)
    assert marked(found) == [("栏0", 0, "2"), ("甲", 1, "2"), ("补白", 1, "2"), ("乙", 1, "3")]


def test_two_fillers_stand_below_each_other_in_their_order() -> None:
    found = pages(two(filler("一补"), filler("二补")))
    assert lines(page_of(found, "2")) == {1: "栏0", 4: "甲", 6: TEXT, 9: "一补", 13: "二补"}


def test_the_running_head_stays_that_of_the_article_above_the_filler() -> None:
    found = pages(two(SHORT), ("running.verso", "《{title}》"))
    assert "《甲》" in head(page_of(found, "2"))


def test_a_blank_page_with_a_filler_has_running_head_and_folio_and_is_blank_no_more() -> None:
    findings = Findings()
    keys = ("running.verso", "{section}《{title}》")
    found = pages(two(DEEP, wanted=PageCount(exactly=5, span=HERE)), keys, findings=findings)
    page = page_of(found, "4")
    assert (page.folio, head(page)) == ("4", "栏0《长补》4")
    assert lines(page)[1] == "长补" and min(lines(page)) == 1
    assert page_of(found, "5").folio is None
    assert [(item.rule, dict(item.arguments)) for item in findings] == [
        ("page-count-filled", {"count": "4", "blanks": "1", "total": "5"})
    ]


def test_where_fillers_fill_all_that_would_be_blank_nothing_is_said_of_blank_pages() -> None:
    findings = Findings()
    pages(two(DEEP, wanted=PageCount(multiple=4, span=HERE)), findings=findings)
    assert rules_of(findings) == []


def test_in_columns_a_filler_stands_in_columns_below_the_article() -> None:
    found = pages(two(filler("补", paragraph(TEXT * 2))), layout="square-columns")
    (page,) = [page for page in found if "补" in shown(page, Role.TITLE)]
    own = [
        ("left" if placed.x < 150_000 else "right", (placed.y - FIRST) // 16_000)
        for placed in page.items
        if placed.element and placed.element.parent and placed.element.parent.span.file == "补.md"
        if isinstance(placed.item, GlyphRun)
    ]
    assert own == [("left", 9), ("left", 11), ("left", 12), ("left", 13), ("right", 11), ("right", 12)]


# ------------------------------------------------------------------ contents


def contents(found: tuple[Page, ...]) -> str:
    return "".join(shown(page, Role.CONTENTS) for page in found if page.label in "1")


def test_a_filler_is_listed_only_where_it_says_so_below_what_stands_before_it() -> None:
    listed = SHORT._replace(in_contents=True)
    assert "补白" not in contents(pages(two(SHORT)))
    assert contents(pages(two(listed))).endswith("栏02甲2补白2乙3")


def test_a_filler_is_listed_in_the_section_that_it_stands_in() -> None:
    work = issue([article("甲", paragraph(TEXT))], [article("丙", paragraph(TEXT))])
    listed = [filler(name, paragraph(TEXT * 3), listed=True) for name in ("一补", "二补")]
    found = contents(pages(work._replace(fillers=tuple(listed))))
    assert found.endswith("栏02甲2一补2栏13丙3二补3")


def test_fillers_of_one_section_are_listed_in_the_order_of_the_pages_whatever_is_preferred() -> None:
    wide, small = filler("宽补", paragraph(TEXT * 5), listed=True), filler("窄补", paragraph(TEXT * 3), listed=True)
    found = pages(two(wide, small))
    assert contents(found).endswith("栏02甲2窄补2乙3宽补3")


def test_an_article_that_does_not_want_to_be_listed_is_not() -> None:
    work = issue([article("甲", paragraph(TEXT))._replace(in_contents=False), article("乙", paragraph(TEXT))])
    assert contents(pages(work)).endswith("栏02乙3")


def test_a_filler_whose_line_makes_the_contents_longer_and_its_own_white_vanish_does_not_stand() -> None:
    work = issue([article(f"题{number}", paragraph(TEXT * 7)) for number in range(8)])  # the contents are a full page
    findings = Findings()
    found = pages_of(work._replace(fillers=(DEEP._replace(in_contents=True),)), findings=findings)
    assert rules_of(findings) == ["filler-unsettled", "page-count-odd"]
    assert "长补" not in "".join(map(shown, found))
    assert [page.label for page in found if page.label.isdecimal()][-1] == "10"
    findings = Findings()
    found = pages_of(work._replace(fillers=(DEEP,)), findings=findings)
    assert rules_of(findings) == []
    assert ("长补", 1, "10") in marked(found)
    findings = Findings()
    other = filler("另补", paragraph(TEXT * 9))
    found = pages_of(work._replace(fillers=(DEEP._replace(in_contents=True), other)), findings=findings)
    assert rules_of(findings) == ["filler-unsettled"]
    assert ("另补", 1, "10") in marked(found), "the next one has its white"


# ------------------------------------------------------------------ findings


def test_a_filler_that_does_not_stand_is_told_with_its_lines_and_the_widest_white() -> None:
    findings = Findings()
    pages(two(SHORT, DEEP), findings=findings)
    (found,) = findings
    assert (found.span.file, found.rule) == ("长补.md", "filler-unplaced")
    assert dict(found.arguments) == {"lines": "13", "widest": "9"}


def test_a_filler_deeper_than_a_page_is_told_with_the_lines_it_takes() -> None:
    findings = Findings()
    pages(two(filler("长", paragraph(TEXT * 40))), findings=findings)
    (found,) = findings
    assert (found.rule, dict(found.arguments)) == ("filler-unplaced", {"lines": "41", "widest": "9"})


def test_what_is_wrong_within_a_filler_is_told_only_where_it_stands_and_on_its_page() -> None:
    place = Span("缺字.md", 5, 1)
    lacks = filler("缺字", Paragraph((Text("\ue000", place),), place))
    work, findings = two(lacks), Findings()
    found = pages(work, findings=findings)
    assert rules_of(findings) == ["character-missing"]
    assert PagePlaces(work, found).at(place) == (4, "2")
    findings = Findings()
    pages(two(lacks._replace(blocks=(*lacks.blocks, paragraph(TEXT * 40)))), findings=findings)
    assert rules_of(findings) == ["filler-unplaced"]


def test_what_a_layout_prints_nowhere_of_a_filler_is_told() -> None:
    findings = Findings()
    pages(two(SHORT._replace(authors=(Author("甲"),))), findings=findings)
    assert rules_of(findings) == ["field-unprinted"]


# ------------------------------------------------------------------ white


def slugs(count: int) -> Galley:
    return tuple(Slug(1, (), HERE) for _ in range(count))


def begun(number: int) -> Galley:
    return (Mark("article", number), *slugs(1))


def whites(galley: Galley, grid: Grid = TEN, after: int = 0, ahead: int = 0) -> list[tuple[int, int, int]]:
    solver = Solver(units_of(galley, grid.columns), galley, grid)
    plan = natural_plan(solver, Paging(ahead))
    return [(page, line, depth) for page, line, depth in whites_of(plan._replace(after=after), grid.lines)]


def test_white_is_what_the_last_page_of_the_text_leaves() -> None:
    assert whites((*begun(0), *slugs(12))) == [(1, 3, 7)]
    assert whites((*begun(0), *slugs(9))) == []


def test_white_is_what_a_page_leaves_whose_next_article_lacked_its_room_or_begins_a_page() -> None:
    assert whites((*begun(0), *slugs(5), Start(room=5, is_article=True), *begun(1), *slugs(2))) == [
        (0, 6, 4),
        (1, 3, 7),
    ]
    assert whites((*begun(0), *slugs(5), Start("page", is_article=True), *begun(1))) == [(0, 6, 4), (1, 1, 9)]
    assert whites((*begun(0), *slugs(5), Start("page"), Mark("section", 0), *begun(1))) == [(0, 6, 4), (1, 1, 9)]


def test_empty_lines_above_a_title_do_not_hide_that_an_article_begins() -> None:
    assert whites((*begun(0), *slugs(5), Start("page"), Space(2), *begun(1))) == [(0, 6, 4), (1, 1, 9)]
    above = (Mark("article", 1), Space(2), *slugs(1))
    assert whites((*begun(0), *slugs(5), Start("page"), *above)) == [(0, 6, 4), (1, 1, 9)]


def test_white_within_an_article_is_none() -> None:
    assert whites((*begun(0), *slugs(5), Start("page"), *slugs(3))) == [(1, 3, 7)]
    run_on = (Start(is_article=True), *begun(1))
    assert whites((*begun(0), *slugs(5), Start("page"), *slugs(3), *run_on)) == [(1, 4, 6)], "one begins below"
    assert whites((*begun(0), *slugs(5), Start("recto"), *slugs(3))) == [(2, 3, 7)], "nor the blank page amid it"


def test_a_blank_page_behind_an_article_is_white_from_its_head() -> None:
    assert whites((*begun(0), *slugs(5), Start("recto"), *begun(1))) == [(0, 6, 4), (1, 0, 10), (2, 1, 9)]
    assert whites((*begun(0), *slugs(9)), after=2) == [(1, 0, 10), (2, 0, 10)]


def test_a_blank_page_before_all_articles_is_no_white() -> None:
    assert whites((Start("recto"), *begun(0)), ahead=1) == [(1, 1, 9)]


def test_white_below_columns_begins_below_the_deepest() -> None:
    galley = (*begun(0), *slugs(4), Band(1), *slugs(1))
    assert whites(galley[:-2], Grid(10, 2)) == [(0, 3, 7)]
    assert whites(galley, Grid(10, 2)) == [(0, 4, 6)]


def test_a_filler_in_columns_is_as_deep_as_they_are_where_they_end_level() -> None:
    assert filler_of(SetMatter((*begun(0), *slugs(6))), HERE, Grid(10, 2)).depth == 4
    assert filler_of(SetMatter((*begun(0), *slugs(19))), HERE, Grid(10, 2)).depth == 10
    assert filler_of(SetMatter((*begun(0), *slugs(20))), HERE, Grid(10, 2)).depth == 11


def test_a_filler_in_columns_ends_as_the_layout_says() -> None:
    six = SetMatter((*begun(0), *slugs(5)))
    assert filler_of(six, HERE, Grid(10, 2)).depth == 3
    assert filler_of(six, HERE, Grid(10, 2, least=4)).depth == 4, "no band is less deep"
    assert filler_of(six, HERE, Grid(10, 2, balance=False)).depth == 6, "one column after the other"


def test_a_filler_stands_in_bands_of_its_own_and_is_no_part_of_the_issues_galley() -> None:
    made = filler_of(SetMatter((*begun(0), *slugs(1))), HERE, TEN)
    standing = Standing(3, 0, 1, 4, Slug(1, (), HERE), (), 7, 0)
    (page,) = filled((PagePlan("left", (standing,), 10),), Fillers((made,), 10), (Stood(0, 0, 5),))
    assert [(each.line, each.band, each.item) for each in page.standing] == [(3, 4, 7), (5, 5, -1), (6, 5, -1)]


def test_a_filler_is_never_split_whatever_it_asks_for() -> None:
    made = SetMatter((*begun(0), Start("page"), *slugs(2), Start("column"), *slugs(2)))
    assert filler_of(made, HERE, TEN).depth == 5


def test_a_filler_deeper_than_a_page_has_no_page_and_its_own_depth() -> None:
    made = filler_of(SetMatter((*begun(0), *slugs(20))), HERE, TEN)
    assert (made.draft, made.depth) == (None, 21)
    made = filler_of(SetMatter((Slug(12, (), HERE),)), HERE, TEN)
    assert (made.draft, made.depth) == (None, 12)
    made = filler_of(SetMatter((Slug(12, (), HERE),)), HERE, Grid(10, 2))
    assert (made.draft, made.depth) == (None, 11), "half of it would be as much as a page holds"
    assert filler_of(SetMatter((*begun(0), *slugs(9))), HERE, TEN).depth == 10
