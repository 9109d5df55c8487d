"""On which page a place of the source stands."""

from __future__ import annotations

from datetime import date

import pytest
from issues import titled

from huozi.commands.places import NOWHERE, PagePlaces
from huozi.content.issue_model import Article, Issue, Section
from huozi.content.model import Paragraph, Text
from huozi.diagnostics import Finding, Span
from huozi.display import Page, Stand
from huozi.geometry import Size

FILE = "articles/a.md"
TITLE, BODY = Span(FILE, 3, 8), Span(FILE, 7, 1)
SECTION = Span("issue.yaml", 9, 14)


def page(index: int, folio: str | None, *sources: Span) -> Page:
    return Page(
        index,
        "right",
        folio,
        folio or "封一",
        Size(100_000, 100_000),
        0,
        (),
        tuple(Stand(source, 0, 1, ()) for source in sources),
    )


def test_a_place_amid_the_text_of_a_filler_is_on_the_page_of_the_filler() -> None:
    begins = Span("articles/b.md", 5, 1)
    filler = Article("b", titled("补白", Span("articles/b.md", 2, 8)), (Paragraph((), begins),), Span("articles/b.md"))
    issue = Issue("x", 2030, "1", "1", date(2030, 1, 1), (), Span("issue.yaml", 1, 1), fillers=(filler,))
    assert PagePlaces(issue, (page(0, None), page(1, "7", begins))).at(Span("articles/b.md", 6, 3)) == (2, "7")


def test_pages_are_counted_as_the_file_has_them() -> None:
    pages = (page(0, None, SECTION), page(1, "1", TITLE), page(2, "2", BODY))
    places = PagePlaces(None, pages, pages[1:])
    assert [places.at(span) for span in (SECTION, TITLE, BODY)] == [(0, ""), (1, "1"), (2, "2")]


@pytest.fixture
def places() -> PagePlaces:
    """An article that begins in line 7 of its file and runs from page 2 to page 4 of ours, the last without a folio."""
    text = Paragraph((Text("国", BODY),), BODY)
    article = Article("a", titled("题", TITLE), (text,), Span(FILE, 1, 1))
    issue = Issue(
        "x",
        2030,
        "1",
        "1",
        date(2030, 1, 1),
        (Section(titled("栏", SECTION), (article,), SECTION),),
        Span("issue.yaml", 1, 1),
    )
    pages = (
        page(0, None),
        page(1, "1", SECTION, TITLE, BODY, Span(FILE, 7, 19)),
        page(2, "2", Span(FILE, 7, 39), Span(FILE, 9, 1)),
        page(3, None, Span(FILE, 12, 1), Span(FILE, 1, 1)),
    )
    return PagePlaces(issue, pages)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (SECTION, (2, "1")),
        (SECTION._replace(column=20), (2, "1")),  # in the section's title
        (Span("issue.yaml", 10, 1), (0, "")),
        (Span("issue.yaml", 1, 1), (0, "")),
        (TITLE, (2, "1")),
        (Span(FILE, 3, 11), (2, "1")),  # in the title
        (Span(FILE, 3, 1), (0, "")),  # its key
        (Span(FILE, 4, 1), (0, "")),  # another field
        (Span(FILE, 1, 1), (0, "")),  # the article as a whole
        (BODY, (2, "1")),
        (Span(FILE, 7, 38), (2, "1")),
        (Span(FILE, 7, 39), (3, "2")),  # the paragraph's first line on the next page
        (Span(FILE, 8, 1), (3, "2")),  # between two paragraphs
        (Span(FILE, 9, 5), (3, "2")),
        (Span(FILE, 12, 1), (4, "")),
        (Span(FILE, 99, 1), (4, "")),
        (Span("articles/b.md", 7, 1), (0, "")),
        (Span("--set"), (0, "")),
    ],
)
def test_a_place_is_on_the_page_of_the_text_that_begins_last_before_it(
    span: Span, expected: tuple[int, str], places: PagePlaces
) -> None:
    assert places.at(span) == expected
    assert places.of(Finding(span, "x")) == expected


def test_a_finding_that_knows_its_page_is_believed(places: PagePlaces) -> None:
    assert places.of(Finding(Span("issue.yaml", 1, 1), "x", (), 3)) == (3, "2")


def test_without_pages_nothing_stands_anywhere() -> None:
    assert NOWHERE.at(TITLE) == (0, "")
