"""What an issue's tree holds where its author said nothing."""

from __future__ import annotations

from huozi.content.issue_model import Author, PageCount
from huozi.content.model import Figure, Hints, Markup, Paragraph, Picture, Script, Text, TextRole
from huozi.content.running_text import running_text
from huozi.diagnostics import Span

HERE = Span("a.md", 1, 1)


def test_text_is_plain() -> None:
    text = Text("字", HERE)
    assert (text.role, text.markup) == (TextRole.PLAIN, Markup())
    assert Markup() == (False, Script.NORMAL, False, None, "", ())


def test_a_paragraph_has_its_best_lines() -> None:
    assert Paragraph((Text("字", HERE),), HERE).hints == Hints()


def test_an_issue_has_as_many_pages_as_it_needs() -> None:
    assert PageCount() == (0, 0, Span(""))


def test_an_author_needs_no_affiliation() -> None:
    assert Author("某人").affiliations == ()


def test_the_caption_of_a_picture_is_text_that_runs() -> None:
    caption = (Text("图一", HERE),)
    assert list(running_text([Figure((Picture("images/a.tif", HERE),), caption, "", HERE)])) == [
        Paragraph(caption, HERE)
    ]
    assert list(running_text([Figure((Picture("images/a.tif", HERE),), (), "", HERE)])) == []
