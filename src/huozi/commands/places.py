"""On which page a place of the source stands, once the pages are made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from huozi.content.issue_model import Issue
from huozi.diagnostics import Finding, Span
from huozi.display import Page


class PagePlaces:
    """The pages of the places of an issue's source whose text was set.

    A place belongs to the piece of text that begins last before it. Of what stands before an article's text (its front
    matter) and in ``issue.yaml``, only the lines that are set themselves have a page: titles.
    """

    def __init__(self, issue: Issue | None, pages: Sequence[Page], written: Sequence[Page] = ()) -> None:
        """``written``: the pages in the file, where they are not all."""
        self._issue = issue
        self._pages = pages
        self._numbers = {page.index + 1: number for number, page in enumerate(written or pages, 1)}
        self._first: dict[Span, int] = {}
        self._found: dict[str, list[Span]] = {}
        self._starts: dict[str, list[Span]] = {}
        self._bodies: dict[str, int] = {}

    def of(self, item: Finding) -> tuple[int, str]:
        """The page of a finding, by its number in the file from 1, and its folio.

        0 where it has none, or one that is not in the file; an empty folio where nothing is printed or nothing known.
        """
        return self._shown(item.page or self._page(item.span))

    def at(self, span: Span) -> tuple[int, str]:
        """The same of a place."""
        return self._shown(self._page(span))

    def _shown(self, page: int) -> tuple[int, str]:
        return self._numbers.get(page, 0), (self._pages[page - 1].folio or "" if page else "")

    def _page(self, span: Span) -> int:
        if not self._first:
            self._look()
        if span in self._first:
            return self._first[span]
        if not self._found:
            self._group()
        if span.file not in self._starts:
            self._starts[span.file] = sorted(self._found.get(span.file, ()))
        starts = self._starts[span.file]
        at = bisect_right(starts, span) - 1
        if at < 0:
            return 0
        body = self._bodies.get(span.file, 0)
        in_text = body and min(starts[at].line, span.line) >= body
        return self._first[starts[at]] if in_text or starts[at].line == span.line else 0

    def _group(self) -> None:
        """Note the places of each file, and the line that its text begins in."""
        for span in self._first:
            self._found.setdefault(span.file, []).append(span)
        for article in (*self._issue.articles, *self._issue.fillers) if self._issue else ():
            if article.blocks:
                self._bodies[article.span.file] = article.blocks[0].span.line

    def _look(self) -> None:
        """Note where each piece of text begins and the first page that it is on.

        What is made of an article's fields (affiliation, source) has no place but the article's head.
        """
        for page in self._pages:
            for span in page.sources:
                if span[1:] != (1, 1):
                    self._first.setdefault(span, page.index + 1)


NOWHERE = PagePlaces(None, ())
"""Where no pages have been made."""
