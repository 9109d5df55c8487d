"""Editions made by hand: pages of lines, written down as readers would."""

from __future__ import annotations

from huozi.diagnostics import Span
from huozi.rounds.edition import Edition, EditionArticle, EditionLine, EditionPage, EditionParagraph

LINES = 4
"""Lines of a page."""


def paragraph(source: str, *lines: str, kind: str = "paragraph", article: str = "a", at: int = 1) -> EditionParagraph:
    """A paragraph whose lines have no place yet; ``source`` is what stands in the manuscript."""
    made = tuple(EditionLine(0, 1, 1, 0, line, "look", "setting") for line in lines)
    return EditionParagraph(article, kind, 0, source, Span(f"articles/{article}.md", at, 1), made)


def edition(*paragraphs: EditionParagraph, lines: int = LINES, title: str = "甲刊") -> Edition:
    """Paragraphs line by line down pages of so many lines, numbered from 1."""
    at = 0
    placed: list[EditionParagraph] = []
    folios: dict[str, str] = {}
    for each in paragraphs:
        own: list[EditionLine] = []
        for line in each.lines:
            page, row = divmod(at, lines)
            own.append(line._replace(page=page, number=row + 1, baseline=row * 16_000))
            folios.setdefault(each.article, str(page + 1))
            at += 1
        placed.append(each._replace(lines=tuple(own)))
    pages = tuple(
        EditionPage(str(page + 1), str(page + 1), (str(page + 1),), "rest") for page in range(-(-at // lines))
    )
    articles = tuple(EditionArticle(name, name, "栏", folio) for name, folio in folios.items() if name)
    return Edition(title, pages, tuple(placed), articles, (("栏", "1"),))
