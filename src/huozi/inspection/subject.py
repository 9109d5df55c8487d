"""What the look before print looks at: an issue, its layout, its made pages, and the folder that it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from huozi.content.issue_model import Article, Issue
from huozi.diagnostics import Finding, Findings, Span, finding
from huozi.display import GlyphRun, Page, Placed, on_line
from huozi.records import NamedTuple
from huozi.structure import Element, of_text
from huozi.style.model import Stylesheet


class Subject(NamedTuple):
    """An issue as it is to be printed; ``pages`` are all of the file, covers and all."""

    folder: str
    issue: Issue
    sheet: Stylesheet
    pages: tuple[Page, ...]

    @property
    def texts(self) -> tuple[Article, ...]:
        """The articles in the order of the contents, and the fillers behind them."""
        return (*self.issue.articles, *self.issue.fillers)


Look: TypeAlias = Callable[[Subject, Findings], None]
"""A look at an issue that reports what is wrong there."""


class Line(NamedTuple):
    """A line of text as it stands on a page; ``order`` is negative for what is no part of any text (furniture)."""

    text: str
    order: int
    element: Element | None


def lines_on(page: Page) -> list[Line]:
    """The lines of a page in the order of the display list: what stands on one baseline, part of one element.

    What is parted by more than the width of some characters is two: a running head and the folio beside it.
    """
    lines: list[list[tuple[Placed, GlyphRun]]] = []
    for placed in page.items:
        run = placed.item
        if not isinstance(run, GlyphRun):
            continue
        last = lines[-1][-1] if lines else None
        if last is not None and _goes_on(last, placed):
            lines[-1].append((placed, run))
        else:
            lines.append([(placed, run)])
    return [_line(runs) for runs in lines]


APART = 2
"""Ems of white that part two texts on one baseline."""


def _goes_on(last: tuple[Placed, GlyphRun], placed: Placed) -> bool:
    """Whether what is placed goes on the line of what was placed last."""
    before, run = last
    (row, start), (own_row, own_start) = on_line(before), on_line(placed)
    is_of_it = (row, before.is_turned, before.role, before.order < 0) == (
        own_row, placed.is_turned, placed.role, placed.order < 0,
    )  # fmt: skip
    gap = own_start - start - run.width
    return is_of_it and of_text(before.element) is of_text(placed.element) and -run.size <= gap <= APART * run.size


def _line(runs: list[tuple[Placed, GlyphRun]]) -> Line:
    first = runs[0][0]
    return Line("".join("".join(run.texts) for _, run in runs), first.order, of_text(first.element))


def squeezed(text: str) -> str:
    """A text without spaces and preferred breaks: what two forms of one title have in common.

    >>> squeezed("甲乙 | 丙　丁")
    '甲乙丙丁'
    """
    return "".join(text.replace("|", "").split())


def at_page(page: Page, span: Span, rule: str, /, **arguments: object) -> Finding:
    """A finding that is known to stand on a page."""
    return finding(span, rule, **arguments)._replace(page=page.index + 1)


def body_pages(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages with a number: neither covers nor what stands between them and the body."""
    return (page for page in pages if page.label.isdecimal())
