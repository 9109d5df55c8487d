"""What is told of pages decided on: rules that are broken, columns that end short, and what would cure it."""

from __future__ import annotations

from tiny_pages import heading, lines_of, paragraph, solver

from huozi.diagnostics import Findings, Span
from huozi.galley import Band, Galley, SetParagraph, Slug, Start
from huozi.makeup.goals import Paging
from huozi.makeup.parts import Grid
from huozi.makeup.planning import Decision, decide, report_pages
from huozi.makeup.plans import Stood

ALONE = Paging(0, leaf=1)


def at(text: SetParagraph, line: int, *, cut: bool = False) -> SetParagraph:
    return text._replace(span=Span("a.md", line, 1), may_be_cut=cut)


def told(galley: Galley, grid: Grid, paging: Paging = ALONE, folio: int = 1) -> list[tuple[str, int, dict[str, str]]]:
    """What is reported: the rule, the line of its place, its facts."""
    solved, findings = solver(galley, grid), Findings()
    report_pages(decide(solved, paging).plan, solved, paging, folio, findings)
    return [(item.rule, item.span.line, dict(item.arguments)) for item in findings]


def test_full_pages_report_nothing() -> None:
    assert told((paragraph(6), paragraph(4)), Grid(6, 1)) == []


def test_a_column_one_line_short_is_not_told_and_one_two_lines_short_is() -> None:
    one = (at(paragraph(5), 3), Slug(3, (), Span("a.md", 5, 1)))
    assert told(one, Grid(6, 1)) == []
    assert told(one, Grid(7, 1)) == [("column-short", 3, {"folio": "1", "lines": "2"})]


def test_folios_of_findings_are_those_printed_whatever_stands_before_the_body() -> None:
    galley = (at(paragraph(5), 3), Slug(3, (), Span("a.md", 5, 1)))
    assert told(galley, Grid(7, 1), Paging(2, leaf=1), 1)[0][2]["folio"] == "1"
    assert told(galley, Grid(7, 1), Paging(2, leaf=1), 3)[0][2]["folio"] == "3"


def test_a_heading_without_its_text_is_told_at_the_last_of_them() -> None:
    galley = (at(paragraph(8), 3, cut=True), heading()._replace(span=Span("a.md", 5, 1)), at(paragraph(3), 7))
    assert told(galley, Grid(6, 1)) == []
    headings = tuple(heading()._replace(span=Span("a.md", line, 1)) for line in range(1, 9))
    assert told((*headings, at(paragraph(3), 9, cut=True)), Grid(6, 1)) == [
        ("heading-at-foot-anyhow", 6, {"folio": "1", "lines": "6"})
    ]
    piece = (at(paragraph(3), 1, cut=True), heading(3)._replace(span=Span("a.md", 2, 1)), at(paragraph(2), 4))
    assert told(piece, Grid(4, 1)) == [("heading-at-foot-anyhow", 2, {"folio": "2", "lines": "4"})]


PARTED: Galley = (heading(), at(paragraph(3), 5, cut=True))
"""On pages of three lines the last of them stands alone."""


def test_lines_alone_are_told_with_the_lines_that_would_cure_it() -> None:
    galley = (*PARTED, at(paragraph(4), 9))
    assert told(galley, Grid(3, 1)) == [("line-alone-at-head", 5, {"cure": "1", "folio": "1", "lines": "3"})]
    uncut = (heading(), at(paragraph(3), 5), at(paragraph(4), 9))
    assert told(uncut, Grid(3, 1)) == [("line-alone-at-head-anyhow", 5, {"folio": "1", "lines": "3"})]
    assert told(PARTED, Grid(3, 1)) == [("line-alone-at-head-anyhow", 5, {"folio": "1", "lines": "3"})], (
        "a line less would be a page less"
    )


def test_lines_alone_at_a_foot_are_first_lines() -> None:
    assert [(rule, facts["folio"]) for rule, _, facts in told((at(paragraph(3), 1),), Grid(1, 1))] == [
        ("line-alone-at-foot-anyhow", "1"),
        ("line-alone-at-head-anyhow", "2"),
    ]


def test_a_piece_deeper_than_a_page_is_told_and_does_not_hide_what_would_cure_the_rest() -> None:
    deep = Slug(9, (), Span("a.md", 1, 1))
    assert told((deep, *PARTED, at(paragraph(4), 9)), Grid(3, 1)) == [
        ("page-too-deep", 1, {"folio": "1", "lines": "3"}),
        ("line-alone-at-head", 5, {"cure": "1", "folio": "2", "lines": "3"}),
    ]


# ------------------------------------------------------------------ counts of pages


def decided(galley: Galley, paging: Paging) -> tuple[tuple[int, ...], int, int]:
    """The blank pages before each part and at the end, and how many of them only fill the count."""
    decision = decide(solver(galley, Grid(6, 1)), paging)
    return decision.plan.before, decision.plan.after, decision.blanks_to_fill


def test_blank_pages_that_fill_a_count_are_told_from_those_before_a_right_hand_page() -> None:
    galley = (paragraph(6), Start("recto"), paragraph(6), Start("page"), paragraph(6))
    assert decided(galley, Paging(0)) == ((0, 1, 0), 0, 0)
    assert decided(galley, Paging(0, exactly=6)) == ((0, 1, 0), 2, 2)
    alike = (paragraph(6), Start("page"), paragraph(6))
    assert decided(alike, Paging(0, exactly=4, blanks="section")) == ((0, 0), 2, 2), "no place is better"
    uneven = (paragraph(6), Start("page"), heading(5, 0), heading(6, 0), paragraph(3))  # level where it begins right
    assert decided(uneven, Paging(0, exactly=5, blanks="section")) == ((0, 1), 0, 1)


def test_no_blank_page_is_told_that_a_filler_stands_on() -> None:
    decision = decide(solver((paragraph(6), Start("recto"), paragraph(6)), Grid(6, 1)), Paging(0, exactly=6))
    assert [stood_on(decision, *pages) for pages in ((), (1,), (3,), (3, 3, 5))] == [3, 3, 2, 1]


def stood_on(decision: Decision, *pages: int) -> int:
    """The blank pages left to tell with fillers on some pages."""
    return decision._replace(stood=tuple(Stood(0, page, 0) for page in pages)).blanks_to_fill


def test_pages_that_miss_their_count_can_be_bound_all_the_same() -> None:
    decision = decide(solver((paragraph(18),), Grid(6, 1)), Paging(0, exactly=1))
    assert (decision.is_met, decision.plan.pages, decision.plan.after) == (False, 4, 1)


# ------------------------------------------------------------------ columns that were to end level


def test_an_empty_column_beside_a_full_one_is_told() -> None:
    galley = (at(paragraph(3), 1), Band(1), heading(1, 0))
    assert told(galley, Grid(8, 2)) == [("column-short", 1, {"folio": "1", "lines": "3"})]
    assert told(galley, Grid(8, 2, balance=False)) == [], "nothing asks for level columns"


def test_columns_above_a_title_that_differ_by_two_lines_are_told_and_by_one_are_not() -> None:
    piece = Slug(3, (), Span("a.md", 1, 1))
    assert told((piece, Slug(2, (), Span("a.md", 2, 1)), Band(1), heading(1, 0)), Grid(8, 2)) == []
    assert told((piece, Slug(1, (), Span("a.md", 2, 1)), Band(1), heading(1, 0)), Grid(8, 2)) == [
        ("column-short", 2, {"folio": "1", "lines": "2"})
    ]
    shallow = (Slug(1, (), Span("a.md", 1, 1)), Slug(3, (), Span("a.md", 2, 1)), Band(1), heading(1, 0))
    assert told(shallow, Grid(8, 2)) == [("column-short", 1, {"folio": "1", "lines": "2"})]


def test_text_of_one_line_above_a_title_stands_in_one_column_and_is_not_told() -> None:
    assert told((SetParagraph(1, lines_of, Span("a.md", 1, 1)), Band(1), heading(1, 0)), Grid(8, 2)) == []


def test_two_lines_that_end_a_part_beside_an_empty_column_are_told() -> None:
    galley: Galley = (Band(1), heading(2, 2), Band(2), paragraph(2))
    assert [rule for rule, _, _ in told(galley, Grid(8, 2))] == ["column-short"]
