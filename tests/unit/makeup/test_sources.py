"""Pages know the places of the text that stands on them."""

from __future__ import annotations

from issues import article, is_body, issue, pages

from huozi.content.model import Paragraph, Text
from huozi.diagnostics import Span

TITLE = Span("here", 1, 1)


def test_each_line_has_the_place_of_its_first_character() -> None:
    text = Span("a.md", 7, 1)
    body = Paragraph((Text("国" * 45, text), Text("文" * 20, Span("a.md", 8, 1))), text)
    (page,) = (page for page in pages(issue([article("题", body)])) if page.folio == "2")
    places = [stand.span for stand in page.stands if stand.span.file == "a.md"]
    assert places == [text, *(Span("a.md", 7, column) for column in (19, 39)), Span("a.md", 8, 14)]


def test_pages_without_text_have_no_places() -> None:
    made = pages(issue([article("题", Paragraph((Text("国", TITLE),), TITLE))]))
    assert [is_body(page) for page in made] == [page.folio == "2" for page in made]
