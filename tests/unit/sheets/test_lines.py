"""The lines of text on pages, numbered from 1 in each column."""

from __future__ import annotations

import pytest
from issues import BYLINE, TITLE, article, heading, issue, opening, pages, paragraph, said, sheet

from huozi.content.issue_model import Author
from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Page, Placed, Stand
from huozi.geometry import Rect, Size
from huozi.sheets.lines import TextLine, lines_of
from huozi.structure import Element, Kind


def numbered(page: Page) -> list[tuple[int, int, str]]:
    return [(line.column, line.number, line.text) for line in lines_of(page)]


def body(*overrides: tuple[str, str], text: str = "国" * 45, layout: str = "square") -> Page:
    made = pages(issue([article("题", paragraph(text), paragraph("文"))]), layout, *overrides)
    return next(page for page in made if page.folio == "2")


def test_every_line_of_text_has_its_number_and_its_text() -> None:
    assert numbered(body()) == [
        (1, 1, "栏0"), (1, 2, "题"), (1, 3, "国" * 18), (1, 4, "国" * 20), (1, 5, "国" * 7), (1, 6, "文"),
    ]  # fmt: skip


def test_running_heads_folios_and_covers_have_no_lines() -> None:
    made = pages(issue([article("题", paragraph("国"))]), "square")
    assert [len(lines_of(page)) for page in made if page.label.startswith("封")] == [0, 0, 0, 0]
    assert all(line.text != "2" for line in lines_of(body()))


def test_numbers_begin_anew_in_each_column() -> None:
    lines = lines_of(body(text="国" * 200, layout="square-columns"))
    assert [line.number for line in lines if line.column == 2] == list(range(1, 1 + sum(o.column == 2 for o in lines)))
    assert len({(line.column, line.number) for line in lines}) == len(lines)
    assert {line.column for line in lines} == {1, 2}


def test_what_spans_the_columns_is_counted_with_the_first() -> None:
    lines = lines_of(body(("styles.title.span", "2"), text="国" * 200, layout="square-columns"))
    assert [(line.column, line.number, line.text) for line in lines[:2]] == [(1, 1, "栏0"), (1, 2, "题")]
    assert min(line.number for line in lines if line.column == 1 and line.text[0] == "国") == 3
    assert min(line.number for line in lines if line.column == 2) == 1


def test_the_lines_of_the_contents_are_numbered_row_by_row() -> None:
    made = pages(issue([article("甲", paragraph("国")), article("乙", paragraph("国"))]), "square")
    (contents,) = (page for page in made if page.folio == "1")
    last = numbered(contents)[-2:]
    assert [text for _, _, text in last] == ["甲2", "乙3"]
    assert [number for _, number, _ in numbered(contents)] == [1, 2, 3, 4, 5]


def test_a_title_of_two_lines_is_two() -> None:
    made = pages(issue([article("长" * 12, heading("小"), paragraph("国"))]), "square", ("styles.title.size", "20pt"))
    (page,) = (page for page in made if page.folio == "2")
    assert [text for _, _, text in numbered(page)] == ["栏0", "长" * 6, "长" * 6, "小", "国"]


def test_readings_and_dots_belong_to_the_line_that_they_stand_at() -> None:
    blocks = read_markdown("{国|guó}==文==字" + "国" * 30, "a.md", ".", Findings()).blocks
    made = pages(issue([article("题", *blocks)]), "square")
    (page,) = (page for page in made if page.folio == "2")
    _, _, first, second = lines_of(page)
    assert first.text == "国文字" + "国" * 15
    owned = [index for line in lines_of(page) for index in line.items]
    assert sorted(owned) == sorted(index for stand in page.stands for index in stand.items)
    assert second.text == "国" * 15


def test_a_line_knows_where_it_begins_in_the_source() -> None:
    blocks = read_markdown("国" * 30, "a.md", ".", Findings()).blocks
    made = pages(issue([article("题", *blocks)]), "square")
    lines: list[TextLine] = [line for page in made if page.folio == "2" for line in lines_of(page)]
    assert [str(line.span) for line in lines[2:]] == ["a.md:1:1", "a.md:1:19"]


def test_names_beside_each_other_in_two_sizes_are_one_line() -> None:
    one = article("题", paragraph("国"))._replace(authors=(Author("方木"), Author("石青")), fields=said(source="报"))
    made = pages(issue([one]), "square", opening(TITLE, BYLINE))
    (page,) = (page for page in made if page.folio == "2")
    assert [text for _, _, text in numbered(page)][1:3] == ["题", "方木　石青"]


@pytest.mark.parametrize("layout", ["square", "square-columns", "square-single", "square-outer"])
def test_no_number_stands_twice_in_a_column(layout: str) -> None:
    for page in pages(issue([article(f"题{at}", paragraph("国" * 90)) for at in range(4)]), layout):
        places = [(line.column, line.number) for line in lines_of(page)]
        assert len(set(places)) == len(places)


def test_the_layout_of_tests_has_the_line_that_the_examples_count_on() -> None:
    assert sheet("square").page.area.characters == 20


# ------------------------------------------------------------------ what is not counted

ARTICLE = Element(Kind.ARTICLE, 0, None, Span("a.md"))


def placed(text: str, y: int, *kinds: Kind, x: int = 0, is_turned: bool = False) -> Placed:
    """A line of text that is part of elements of some kinds, the outermost first."""
    element = ARTICLE
    for kind in kinds:
        element = Element(kind, 0, element, Span("a.md", y, 1))
    xs = tuple(10_000 * at for at in range(len(text)))
    run = GlyphRun("face", 10_000, tuple(range(len(text))), xs, tuple(text), 10_000 * len(text))
    return Placed(x, y, run, element=element, is_turned=is_turned)


def drawn(*pieces: Placed, columns: int = 1) -> Page:
    """A page whose items are a piece of text each."""
    stands = tuple(Stand(Span(""), at % columns, columns, (at,)) for at in range(len(pieces)))
    return Page(0, "right", "1", "1", Size(300_000, 400_000), 0, pieces, stands)


@pytest.mark.parametrize(
    ("kinds", "is_counted"),
    [
        ((Kind.PARAGRAPH,), True),
        ((Kind.HEADING,), True),
        ((Kind.BOX, Kind.PARAGRAPH), True),
        ((Kind.CODE,), True),
        ((Kind.SOURCE,), True),
        ((Kind.FIGURE, Kind.CAPTION), False),
        ((Kind.FIGURE, Kind.CREDIT), False),
        ((Kind.TABLE, Kind.CAPTION), False),
        ((Kind.TABLE, Kind.TABLE_ROW, Kind.TABLE_CELL), False),
        ((Kind.TABLE, Kind.SOURCE), False),
        ((Kind.NOTE, Kind.PARAGRAPH), False),
        ((Kind.BOX, Kind.FIGURE, Kind.CAPTION), False),
    ],
)
def test_text_is_counted_and_what_stands_beside_it_is_not(kinds: tuple[Kind, ...], is_counted: bool) -> None:
    first, own, last = lines_of(
        drawn(placed("甲", 10_000, Kind.PARAGRAPH), placed("乙", 40_000, *kinds), placed("丙", 70_000, Kind.PARAGRAPH))
    )
    assert (first.number, own.number, last.number) == ((1, 2, 3) if is_counted else (1, -1, 2))
    assert own.is_counted is is_counted


def test_lines_that_are_not_counted_are_told_apart_in_their_column() -> None:
    note, caption = (Kind.NOTE,), (Kind.FIGURE, Kind.CAPTION)
    made = drawn(placed("一", 9, *note), placed("二", 9, *caption), placed("三", 90_000, *note), columns=2)
    assert [(line.column, line.number) for line in lines_of(made)] == [(1, -1), (2, -1), (1, -2)]


def test_a_turned_line_runs_up_the_page() -> None:
    two = [placed("甲乙丙", 300_000, Kind.TABLE, x=100_000 + down, is_turned=True) for down in (0, 16_000)]
    made = drawn(two[0])._replace(items=tuple(two), stands=(Stand(Span(""), 0, 1, (0, 1)),))
    first, second = lines_of(made)
    assert (first.text, second.text) == ("甲乙丙", "甲乙丙")
    assert (first.baseline, second.baseline) == (100_000, 116_000)
    assert (first.left, first.right, first.is_turned) == (270_000, 300_000, True)
    assert first.box == Rect(91_200, 270_000, 10_000, 30_000)


def test_a_line_has_the_box_of_its_em() -> None:
    (line,) = lines_of(drawn(placed("甲乙", 20_000, Kind.PARAGRAPH, x=5_000)))
    assert line.box == Rect(5_000, 11_200, 20_000, 10_000)
