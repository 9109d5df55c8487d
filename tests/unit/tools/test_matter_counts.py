from __future__ import annotations

import pytest
import tool_path  # noqa: F401
from issues import sheet
from matter_counts import Faults, NotesStand, faults_of, floats_of, notes_of, on_grid, read_pages
from matter_texts import compared, standing

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Page, Placed, Rule, Side, Stand
from huozi.geometry import Size
from huozi.structure import Element, Kind

PAGE = sheet("square").page
LEADING, LINES = PAGE.area.leading, PAGE.area.lines
TOP = PAGE.margins.top + 10_000
ARTICLE = Element(Kind.ARTICLE, 1, None, Span("a.md", 1))


def element(kind: Kind, line: int, level: int = 0, parent: Element = ARTICLE) -> Element:
    return Element(kind, level, parent, Span("a.md", line))


def run(text: str) -> GlyphRun:
    return GlyphRun("face", 10_000, tuple(range(len(text))), tuple(range(len(text))), tuple(text), 10_000 * len(text))


Row = tuple[int, str, Element]
"""The grid line, the text and the element of what stands on a page."""


def page(number: int, side: Side, *rows: Row) -> Page:
    """A page of one column."""
    items = tuple(Placed(0, TOP + at * LEADING, run(text), element=part) for at, text, part in rows)
    stands = tuple(Stand(part.span, 0, 1, (at,)) for at, (_, _, part) in enumerate(rows))
    return Page(number, side, str(number + 1), str(number + 1), Size(100, 100), 0, items, stands)


def two(first: list[Row], second: list[Row]) -> tuple[Page, ...]:
    return page(0, "left", *first), page(1, "right", *second)


def rows(part: Element, first: int, count: int, text: str = "排字房的灯") -> list[Row]:
    return [(first + at, text, part) for at in range(count)]


LONG, NEXT = element(Kind.PARAGRAPH, 3), element(Kind.PARAGRAPH, 5)
HEADING = element(Kind.HEADING, 4, 2)

FAULTS = {
    "none": (two(rows(LONG, LINES - 3, 3), [*rows(LONG, 0, 2), *rows(NEXT, 2, 3)]), Faults()),
    "widow": (two(rows(LONG, LINES - 3, 3), rows(LONG, 0, 1)), Faults(widows=1)),
    "lone": (two(rows(LONG, LINES - 3, 3), rows(LONG, 0, 1, "灯。")), Faults(widows=1, lone=1)),
    "orphan": (two(rows(LONG, LINES - 1, 1), rows(LONG, 0, 2)), Faults(orphans=1)),
    "heading": (two([(LINES - 1, "字架", HEADING)], rows(NEXT, 0, 3)), Faults(headings=1)),
    "heading with text": (two([(LINES - 3, "字架", HEADING), *rows(NEXT, LINES - 2, 2)], rows(NEXT, 0, 2)), Faults()),
    "short foot": (two(rows(LONG, LINES - 5, 3), [*rows(NEXT, 0, 2)]), Faults(short_feet=1)),
    "one line": (two(rows(LONG, LINES - 1, 1), rows(NEXT, 0, 2)), Faults()),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_counted(name: str) -> None:
    pages, faults = FAULTS[name]
    assert faults_of(read_pages(pages, PAGE)) == faults


def test_white_that_notes_bring_along_is_no_short_foot() -> None:
    note = element(Kind.NOTE, 20, 1)
    first = rows(LONG, LINES - 5, 2)
    for height, short in ((LINES - 2, 0), (LINES - 0, 1)):
        pages = two([*first, (height, "注", note)], rows(NEXT, 0, 2))
        assert faults_of(read_pages(pages, PAGE)).short_feet == short


def test_lines_off_the_grid_are_told() -> None:
    pages = two(rows(LONG, 0, 3), rows(NEXT, 0, 1))
    off = pages[1].items[0]._replace(y=pages[1].items[0].y + 500)
    assert on_grid(read_pages(pages, PAGE)) == 1
    assert on_grid(read_pages((pages[0], pages[1]._replace(items=(off,))), PAGE)) == 0.75


def test_floats_stand_so_far_from_their_mention() -> None:
    mention = element(Kind.PARAGRAPH, 3)
    figure = element(Kind.CAPTION, 5, parent=element(Kind.FIGURE, 5))
    text = [(0, "见下（见图", mention), (1, "3）。", mention)]
    findings = Findings()
    findings.add(Span("a.md", 5), "float-late", folio=4, mention=1)
    found = {}
    for at, name in enumerate(("spread", "spread", "later", "later")):
        sides: tuple[Side, ...] = ("left", "right", "left", "right")
        pages = [page(number, sides[number]) for number in range(4)]
        shown = [*text, (5, "图 3", figure)] if at == 0 else text
        pages[0] = page(0, "left", *shown)
        pages[at] = pages[0] if at == 0 else page(at, sides[at], (0, "图 3", figure))
        (found[at],) = floats_of(read_pages(pages, PAGE), findings)
        assert (found[at].where, found[at].mention, found[at].page) == (name, "1", str(at + 1))
    assert found[3].reason.startswith("float-late: ")


def test_a_float_on_the_page_after_a_right_hand_one_is_next() -> None:
    mention = element(Kind.PARAGRAPH, 3)
    table = element(Kind.TABLE_CELL, 5, parent=element(Kind.TABLE, 5))
    pages = page(0, "right", (0, "（表 1）", mention)), page(1, "left", (0, "表", table))
    assert floats_of(read_pages(pages, PAGE), Findings())[0].where == "next"
    turned = page(0, "right", (0, "表", table)), page(1, "left", (0, "（表 1）", mention))
    assert floats_of(read_pages(turned, PAGE), Findings())[0].where == "earlier"


def test_notes_stand_below_their_calls_or_go_on() -> None:
    calls = [element(Kind.CALL, 3, number, LONG) for number in (1, 2, 3)]
    notes = [element(Kind.NOTE, 20 + number, number) for number in (1, 2, 3)]
    first = [(0, "1", calls[0]), (1, "2", calls[1]), (2, "3", calls[2]), (9, "注一", notes[0]), (10, "注二", notes[1])]
    pages = two(first, [(8, "续", notes[1])])
    assert notes_of(read_pages(pages, PAGE)) == NotesStand(2, 2, 1, (), 1)
    pages = two(first, [(8, "续", notes[1]), (9, "注三", notes[2])])
    assert notes_of(read_pages(pages, PAGE)) == NotesStand(3, 2, 1, ("a.md 3",), 0)


def test_what_readers_lack_is_told() -> None:
    pages = two(rows(LONG, 0, 1), rows(NEXT, 0, 1, "校样"))
    assert compared("x", pages, ("排字 房的灯\n", "校样")).lacking == ()
    wrong = compared("x", pages, ("排字房灯", "校样校样"))
    assert (wrong.lines, wrong.lacking, wrong.characters) == (2, ("排字房的灯",), 3)


def test_a_head_that_a_table_repeats_counts_once_and_marks_are_no_text() -> None:
    table = element(Kind.TABLE, 5)
    head, again = (element(Kind.TABLE_HEAD, 6, parent=table) for _ in range(2))
    note = element(Kind.NOTE, 9, 1)
    label = element(Kind.LABEL, 9, parent=note)
    caption = element(Kind.CAPTION, 5, parent=table)
    pages = two(
        [(0, "表 1 年表", caption), (1, "地区", head), (2, "1", label), (3, "见上（图 2）", LONG)],
        [(0, "地区", again)],
    )
    assert dict(standing(pages)) == {"年表": 1, "地区": 1, "见上(§)": 1}


def test_rules_are_no_text() -> None:
    first, second = two(rows(LONG, 0, 1), [])
    pages = (first._replace(items=(*first.items, Placed(0, 0, Rule(5, 5)))), second)
    assert len(read_pages(pages, PAGE).lines) == 1
