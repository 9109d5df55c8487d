"""Where places of the source stand on their page."""

from __future__ import annotations

from issues import article, issue, pages, titled

from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings, Span
from huozi.display import Page
from huozi.geometry import Rect
from huozi.sheets.finding_places import Passage, boxes_of
from huozi.sheets.lines import lines_of

FILE = "a.md"
EM = 10_000
"""The squares' size; the measure has twenty of them."""


def body(text: str, title: str = "题") -> Page:
    one = article("题", *read_markdown(text, FILE, ".", Findings()).blocks)
    made = pages(issue([one._replace(title=titled(title, Span("title.md", 2, 8)))]), "square")
    return next(page for page in made if page.folio == "2")


def places(page: Page, column: int, source: str = "", length: int = 0, line: int = 1) -> list[tuple[int, int, int]]:
    """The boxes of a place: the line's number, and from which em of the measure to which."""
    lines = lines_of(page)
    edge = lines[2].left - 2 * EM  # a paragraph begins with two ems
    found = boxes_of(page, lines, Passage(Span(FILE, line, column), source, length))
    tops = {each.box.y: each.number for each in lines}
    return [(tops[box.y], (box.x - edge) // EM, (box.right - edge) // EM) for box in found]


def test_a_place_without_words_is_its_line() -> None:
    page = body("国" * 45)
    assert places(page, 1) == [(3, 2, 20)]
    assert places(page, 18) == [(3, 2, 20)]
    assert places(page, 19) == [(4, 0, 20)]
    assert places(page, 45) == [(5, 0, 7)]


def test_words_are_boxed_by_their_glyphs() -> None:
    text = "国国国人民国" + "国" * 30
    assert places(body(text), 4, text, 2) == [(3, 5, 7)]


def test_the_same_word_twice_is_told_apart() -> None:
    text = "国人国国国人国"
    assert places(body(text), 2, text, 1) == [(3, 3, 4)]
    assert places(body(text), 6, text, 1) == [(3, 7, 8)]


def test_a_word_of_a_line_before_is_not_counted() -> None:
    text = "人" + "国" * 20 + "人国人"
    assert places(body(text), 22, text, 1) == [(4, 3, 4)]
    assert places(body(text), 24, text, 1) == [(4, 5, 6)]


def test_marks_that_are_not_set_shift_nothing() -> None:
    text = "国**国国**人国**国**国人"
    assert places(body(text), 8, text, 1) == [(3, 5, 6)]
    assert places(body(text), 16, text, 1) == [(3, 9, 10)]


def test_words_that_run_over_a_line_s_end_have_two_boxes() -> None:
    text = "国" * 17 + "人民" + "国" * 9
    assert places(body(text), 18, text, 2) == [(3, 19, 20), (4, 0, 1)]


def test_words_that_were_set_otherwise_leave_the_line() -> None:
    text = "国国**国**国国"
    assert places(body(text), 3, text, 5) == [(3, 2, 7)]


def test_words_of_a_line_below_in_the_source_are_found() -> None:
    page = body("国国国国\n国国人民国\n\n人民")
    assert places(page, 3, "国国人民国", 2, line=2) == [(3, 8, 10)]
    assert places(page, 1, "人民", 2, line=4) == [(4, 2, 4)]


def test_a_title_of_two_lines_is_boxed_whole_or_by_its_words() -> None:
    page = body("国", title="长" * 12 + "短" * 12)
    lines, span = lines_of(page), Span("title.md", 2, 8)
    assert len(boxes_of(page, lines, Passage(span))) == 2
    (box,) = boxes_of(page, lines, Passage(span._replace(column=20), "title: " + "长" * 12 + "短" * 12, 1))
    assert (box.width, box.height) == (lines[1].size, lines[1].size)
    assert box.x == lines[2].left


def test_a_place_before_all_text_and_one_of_another_file_have_no_box() -> None:
    page = body("国")
    assert places(page, 1, line=0) == []
    assert boxes_of(page, lines_of(page), Passage(Span("b.md", 1, 1))) == ()
    assert boxes_of(page, (), Passage(Span(FILE, 1, 1))) == ()


def test_a_box_of_a_line_is_its_em_box() -> None:
    page = body("国国")
    line = lines_of(page)[2]
    assert line.box == Rect(line.left, line.baseline - 8_800, 2 * EM, EM)
