"""Pages of whole issues: contents and the numbers in them, sides and labels, blanks, grid, columns, furniture."""

from __future__ import annotations

import pytest
from issues import article, heading, issue, pages, paragraph, shown
from squares import HERE, rules_of

from huozi.content.issue_model import Issue, PageCount
from huozi.content.model import Block
from huozi.diagnostics import Findings
from huozi.display import Bookmark, GlyphRun, Link, Page, Role

TEXT = "一句话，不长不短，排满一行还多一点。"
LONG = TEXT * 8


def many(sections: int, articles: int) -> Issue:
    return issue(*([article(f"题{s}之{a}", paragraph(TEXT)) for a in range(articles)] for s in range(sections)))


def inside(found: tuple[Page, ...]) -> list[Page]:
    return [page for page in found if page.label.isdecimal()]


def contents_of(found: tuple[Page, ...]) -> list[Page]:
    return [page for page in inside(found) if "题" in shown(page, Role.CONTENTS) or "目" in shown(page, Role.CONTENTS)]


def targets(found: tuple[Page, ...]) -> list[str]:
    """The pages that the lines of the contents lead to."""
    return [placed.item.target for page in contents_of(found) for placed in page.items if isinstance(placed.item, Link)]


def places(found: tuple[Page, ...]) -> list[str]:
    """The labels of the pages that sections and articles stand on."""
    return [page.label for page in found for placed in page.items if isinstance(placed.item, Bookmark)]


@pytest.mark.parametrize(("sections", "articles", "count"), [(1, 1, 1), (2, 2, 1), (3, 6, 2), (4, 14, 5)])
def test_the_contents_quotes_the_pages_that_things_stand_on(sections: int, articles: int, count: int) -> None:
    findings = Findings()
    found = pages(many(sections, articles), findings=findings)
    assert len(contents_of(found)) == count
    assert targets(found) == places(found)
    assert "contents-unstable" not in rules_of(findings)
    numbers = "".join(shown(page, Role.CONTENTS) for page in contents_of(found))
    assert all(number in numbers for number in targets(found))


def test_the_body_changes_sides_with_the_number_of_contents_pages() -> None:
    for work, side in ((many(1, 1), "left"), (many(3, 6), "right")):
        found = pages(work)
        first = next(page for page in found if any(placed.role is Role.TITLE for placed in page.items))
        assert first.side == side


def test_page_one_is_a_right_hand_page_and_sides_take_turns() -> None:
    found = inside(pages(many(2, 6)))
    assert [page.side for page in found] == ["right" if number % 2 else "left" for number in range(1, len(found) + 1)]
    assert [page.label for page in found] == [str(number) for number in range(1, len(found) + 1)]


def test_covers_are_labelled_and_not_numbered() -> None:
    found = pages(many(1, 1))
    covers = [page for page in found if not page.label.isdecimal()]
    assert [page.label for page in covers] == ["封一", "封二", "封三", "封四"]
    assert [page.folio for page in covers] == [None] * 4
    assert [page.side for page in covers] == ["right", "left", "right", "left"]
    assert [page.index for page in found] == list(range(len(found)))


@pytest.mark.parametrize(
    ("wanted", "total", "rule"),
    [
        (PageCount(span=HERE), 2, None),
        (PageCount(multiple=4, span=HERE), 4, "page-count-filled"),
        (PageCount(exactly=7, span=HERE), 7, "page-count-filled"),
        (PageCount(exactly=2, span=HERE), 2, None),
        (PageCount(exactly=1, span=HERE), 2, "page-count-unreachable"),
    ],
)
def test_blank_pages_fill_up_to_the_count_asked_for(wanted: PageCount, total: int, rule: str | None) -> None:
    findings = Findings()
    found = inside(pages(many(1, 1)._replace(pages=wanted), findings=findings))
    assert len(found) == total
    assert [page.folio for page in found[2:]] == [None] * (total - 2), "a blank page shows no number"
    assert not any(page.items for page in found[2:])
    assert rules_of(findings) == ([rule] if rule else [])


def test_an_odd_inside_is_filled_to_a_leaf() -> None:
    findings = Findings()
    found = pages(issue([article("题", *[paragraph(LONG)] * 3)]), findings=findings)
    assert len(inside(found)) % 2 == 0


GRID = {83_500 + 16_000 * line for line in range(15)}
"""The baselines of a page: the type area begins 74.7 pt below the trim, the first one 8.8 pt below that."""


@pytest.mark.parametrize("layout", ["square", "square-columns"])
def test_baselines_of_the_text_stand_on_the_grid(layout: str) -> None:
    blocks: list[Block] = [
        paragraph(LONG),
        heading("小标题|第二行"),
        paragraph(LONG),
        heading("再一个", 3),
        paragraph(TEXT),
    ]
    found = pages(issue([article("题目很长很长很长很长很长很长很长很长很长很长", *blocks * 3)]), layout)
    used = {
        placed.y
        for page in found
        for placed in page.items
        if placed.role in (Role.PARAGRAPH, Role.HEADING) and page.folio and isinstance(placed.item, GlyphRun)
    }
    assert used == GRID


COLUMNS = {
    "square": [(50_000, 250_000)],
    "square-columns": [(50_000, 140_000), (160_000, 250_000)],
    "smoke-two-columns": [(87_638, 291_638), (303_638, 507_638)],
    "a4-35x37": [(87_638, 507_638)],
}
"""Where the columns of a layout begin and end: 20, 9, 17 and 35 characters."""


@pytest.mark.parametrize("layout", COLUMNS)
def test_text_stands_in_its_column_and_fills_it(layout: str) -> None:
    blocks: list[Block] = [paragraph(LONG), heading("小标题"), paragraph(TEXT)]
    found = pages(issue([article("题目", *blocks * 30)]), layout)
    ends = [
        (placed.x, placed.x + placed.item.width)
        for page in found
        for placed in page.items
        if placed.role in (Role.PARAGRAPH, Role.HEADING) and page.folio and isinstance(placed.item, GlyphRun)
    ]
    columns = COLUMNS[layout]
    # a mark at the end of a line may stand with its blank half, of half an em, beyond the edge
    assert all(any(left <= start < end <= right + 6_000 for left, right in columns) for start, end in ends)
    assert {start for start, _ in ends} >= {left for left, _ in columns}
    assert {end for _, end in ends} >= {right for _, right in columns}


def test_no_page_ends_on_a_heading_or_on_one_line_below_it() -> None:
    for count in range(1, 14):
        blocks: list[Block] = [*[paragraph("短句。")] * count, heading("小标题"), paragraph(LONG), paragraph(LONG)]
        for page in inside(pages(issue([article("题", *blocks)])))[1:]:
            last = [placed.role for placed in page.items if placed.role in (Role.PARAGRAPH, Role.HEADING)][-2:]
            assert Role.HEADING not in last


def test_a_section_starts_a_new_page_and_articles_run_on() -> None:
    work = issue([article("甲"), article("乙", paragraph(TEXT))], [article("丙", paragraph(TEXT))])
    found = pages(work, "square", ("articles.room", "3行"))
    assert places(found) == ["2", "2", "2", "3", "3"]


@pytest.mark.parametrize(("room", "page"), [("3行", "2"), ("9行", "3")])
def test_an_article_that_finds_too_little_room_starts_the_next_page(room: str, page: str) -> None:
    work = issue([article("甲", paragraph(TEXT)), article("乙", paragraph(TEXT))])
    assert places(pages(work, "square", ("articles.room", room)))[-1] == page


def test_running_heads_name_the_journal_left_and_the_section_right() -> None:
    found = inside(pages(issue([article("甲", *[paragraph(LONG)] * 4)], [article("乙", *[paragraph(LONG)] * 4)])))
    for page in found[1:]:
        furniture = shown(page, Role.ARTIFACT)
        if page.folio:
            assert ("方块月刊" in furniture) == (page.side == "left")
            assert ("栏" in furniture) == (page.side == "right")
            assert page.folio in furniture


def test_text_is_in_reading_order_and_furniture_is_outside_it() -> None:
    for page in pages(many(2, 3)):
        orders = [placed.order for placed in page.items if placed.order >= 0]
        assert orders == sorted(orders)
        assert all((placed.role is Role.ARTIFACT) == (placed.order < 0) for placed in page.items)


def test_a_title_deeper_than_a_page_is_an_error_and_stands_all_the_same() -> None:
    findings = Findings()
    found = pages(issue([article("长" * 300, paragraph(TEXT))]), findings=findings)
    assert "page-too-deep" in rules_of(findings)
    assert sum(shown(page, Role.TITLE).count("长") for page in found) == 300


def test_a_leader_shorter_than_three_dots_is_space() -> None:
    def dots(title: str) -> int:
        found = contents_of(pages(issue([article(title, paragraph(TEXT))])))
        rows = {placed.y for page in found for placed in page.items if placed.role is Role.CONTENTS}
        runs = [p for page in found for p in page.items if isinstance(p.item, GlyphRun) and set(p.item.texts) == {"."}]
        assert {placed.y for placed in runs} <= rows
        return min((len(placed.item.texts) for placed in runs if isinstance(placed.item, GlyphRun)), default=0)

    assert dots("短") > 20
    assert all(count == 0 or count >= 3 for count in map(dots, ("长" * length for length in range(10, 20))))


@pytest.mark.parametrize("articles", [1, 14])
def test_the_body_can_begin_with_page_one(articles: int) -> None:
    found = pages(many(2, articles), "square", ("folio.first", "body"))
    first = next(page for page in found if any(placed.role is Role.TITLE for placed in page.items))
    assert (first.label, first.side) == ("1", "right")
    links = [placed.item.target for page in found for placed in page.items if isinstance(placed.item, Link)]
    assert links == places(found)
    before = [page.label for page in found[: found.index(first)] if not page.label.startswith("封")]
    assert before == [f"目{number}" for number in range(1, len(before) + 1)]
    assert len(before) % 2 == 0
    assert not any(page.folio for page in found if page.label.startswith("目"))
    sides = [page.side for page in found if page.label.isdecimal()]
    assert sides == ["right", "left"] * (len(sides) // 2) + ["right"] * (len(sides) % 2)


@pytest.mark.parametrize(
    ("binding", "longs", "rules", "blanks"),
    [
        ("saddle", 1, ["page-count-saddle"], 0),
        ("saddle", 2, ["page-count-odd"], 1),
        ("perfect", 1, [], 0),
        ("perfect", 2, ["page-count-odd"], 1),
        ("single", 2, [], 0),
    ],
)
def test_the_way_of_binding_says_how_many_pages_are_whole(
    binding: str, longs: int, rules: list[str], blanks: int
) -> None:
    findings = Findings()
    work = issue([article("题", paragraph(LONG * longs))])
    found = pages(work, "square", ("page.binding", binding), findings=findings)
    assert [item.rule for item in findings if item.rule.startswith("page-count")] == rules
    assert sum(not page.items for page in inside(found)) == blanks
