"""An editor's words for pages: what they do, and which are named because they change nothing any more."""

from __future__ import annotations

from typing import Literal

import pytest
from tiny_pages import article, heading, paragraph, solver

from huozi.diagnostics import Findings, Span
from huozi.galley import Galley, SetParagraph, Start, Variant, Word
from huozi.makeup import words
from huozi.makeup.goals import Paging
from huozi.makeup.parts import Grid
from huozi.makeup.words import MOST_WORDS, decided, report_words, words_of

GRID = Grid(6, 1)
ALONE = Paging(1, leaf=1)
"""A page before the body: its first page is 2, on the left."""


def said(text: SetParagraph, kind: Literal["keep", "spread", "lines"], column: int = 9) -> SetParagraph:
    return text._replace(words=(Word(kind, Span("here", 1, column)),))


def started(at: Literal["page", "column", "recto"], column: int = 9) -> Start:
    kinds: dict[str, Literal["break", "column", "start"]] = {"page": "break", "column": "column", "recto": "start"}
    return Start(at, words=(Word(kinds[at], Span("here", 1, column)),))


def reported(galley: Galley, grid: Grid = GRID, paging: Paging = ALONE) -> list[tuple[str, int]]:
    """What is reported of words: the rule and the column of each."""
    findings = Findings()
    parts = solver(galley, grid)
    report_words(parts, paging, decided(parts, paging).plan, findings)
    return [(item.rule, item.span.column) for item in findings]


def depths_of(galley: Galley, grid: Grid = GRID) -> list[int]:
    parts = solver(galley, grid)
    return [depth for draft in decided(parts, ALONE).plan.drafts for depth in draft.depths]


def test_a_page_begun_where_one_would_end_is_a_word_that_changes_nothing() -> None:
    assert reported((paragraph(6), started("page"), paragraph(3))) == [("word-idle", 9)]
    assert reported((paragraph(4), started("page"), paragraph(5))) == []


def test_a_right_hand_page_asked_for_where_one_comes_anyway_changes_nothing() -> None:
    assert reported((paragraph(6), started("recto"), paragraph(6))) == [("word-idle", 9)]
    assert reported((paragraph(3), started("recto"), paragraph(3))) == []


def test_what_would_be_kept_together_anyway_is_named() -> None:
    kept = said(paragraph(4)._replace(keep=2), "keep")
    assert reported((kept, paragraph(4))) == [("word-idle", 9)]  # two lines of the next stand below it
    assert reported((paragraph(4), said(paragraph(2)._replace(keep=2), "keep"), paragraph(4))) == []


def test_a_heading_that_keeps_its_text_anyway_needs_no_word_for_it() -> None:
    """Without the word it keeps what its style asks for, not nothing."""
    kept = heading()._replace(words=(Word("keep", Span("here", 1, 9), 2),))
    assert reported((paragraph(5), kept, paragraph(4))) == [("word-idle", 9)]
    bare = heading()._replace(words=(Word("keep", Span("here", 1, 9), 0),))
    assert reported((paragraph(5), bare, paragraph(4))) == []


def test_lines_that_pages_would_choose_by_themselves_are_named() -> None:
    free = (Variant(4), Variant(5, 3))
    asked = said(paragraph(5)._replace(unasked=lambda: free), "lines")
    assert reported((asked, paragraph(4), paragraph(2))) == []
    chosen = (asked, heading(), paragraph(4), paragraph(2))  # a line more is a line less empty above the heading
    assert reported(chosen) == [("word-idle", 9)]


def test_a_spread_is_a_line_short_where_an_editor_says_so() -> None:
    short = said(paragraph(4)._replace(spread=-1), "spread")
    assert depths_of((paragraph(4), short, paragraph(8), paragraph(8))) == [5, 5, 6, 6, 6]
    assert reported((paragraph(4), short, paragraph(8), paragraph(8))) == []


def test_a_spread_is_counted_from_its_left_hand_page() -> None:
    short = said(paragraph(6)._replace(spread=-2), "spread")
    assert depths_of((paragraph(6), paragraph(6), short, paragraph(6)))[:4] == [6, 6, 4, 4]


def test_spreads_are_counted_anew_when_the_body_begins_on_another_page() -> None:
    parts = solver((said(paragraph(8)._replace(spread=-1), "spread"), paragraph(8), paragraph(8)), GRID)
    depths = [decided(parts, Paging(ahead, leaf=1)).plan.drafts[0].depths for ahead in (1, 2, 1)]
    assert depths == [(5, 5, 6, 6, 6), (5, 6, 6, 6, 6), (5, 5, 6, 6, 6)]


def test_of_a_shorter_spread_a_page_that_ends_another_part_stays() -> None:
    """Its text would need a page more, and what follows would be on another spread."""
    short = said(paragraph(6)._replace(spread=-1), "spread")
    assert depths_of((paragraph(6), started("page"), short, paragraph(4))) == [6, 5, 6]


def test_a_spread_that_its_paragraph_leaves_when_it_is_made_shorter_is_told() -> None:
    short = said(paragraph(2)._replace(spread=-2), "spread")
    assert reported((paragraph(10), short, paragraph(6))) == [("word-not-had", 9)]


def test_words_are_tried_up_to_a_number_and_no_further() -> None:
    many = tuple(piece for column in range(1, MOST_WORDS + 3) for piece in (started("page", column), paragraph(6)))
    found = reported((paragraph(6), *many))
    assert found.count(("words-not-tried", MOST_WORDS + 1)) == 1
    assert len([rule for rule, _ in found if rule == "word-idle"]) == MOST_WORDS


def test_words_are_tried_as_long_as_that_is_little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    galley = (paragraph(6), *(piece for column in (1, 2, 3) for piece in (started("page", column), paragraph(6))))
    monkeypatch.setattr(words, "MOST_PLACES", 1)
    assert reported(galley) == [("word-idle", 1), ("words-not-tried", 2)]


def test_a_word_that_asks_of_a_heading_what_it_has_by_itself_is_idle() -> None:
    kept = heading(1, 2)._replace(words=(Word("keep", Span("here", 1, 9), unasked=2),))
    assert reported((paragraph(5), kept, paragraph(6))) == [("word-idle", 9)]
    assert reported((paragraph(5), kept._replace(words=(Word("keep", Span("here", 1, 9)),)), paragraph(6))) == []


def test_words_are_found_in_their_order_with_the_matter_they_stand_on() -> None:
    galley = (started("page", 1), paragraph(3), *article(0), said(paragraph(2), "keep", 2))
    assert [(each.word.span.column, each.at) for each in words_of(galley)] == [(1, 0), (2, 4)]


def test_pages_without_words_report_nothing() -> None:
    assert reported((paragraph(8), paragraph(5))) == []
