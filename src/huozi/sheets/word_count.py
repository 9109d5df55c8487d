"""The characters of an issue by the formula that journals are judged by, and the errors that it may have.

《期刊编校差错率计算方法》 (an annex of 《报纸期刊质量管理规定》, 2020): characters a line × lines × pages. Every page
with a number counts as a full one, a blank one not at all; running heads and folios count as lines; a cover counts as
half a page where anything stands on it. A journal with more than two errors in ten thousand fails.
"""

from __future__ import annotations

from collections.abc import Sequence

from huozi.display import Page, Role
from huozi.records import NamedTuple
from huozi.style.model import Stylesheet

COVER = 50
"""A cover counts as so many hundredths of a full page."""

ALLOWED = 2
"""So many errors are allowed in ten thousand characters."""


class WordCount(NamedTuple):
    """What the count is made of: characters a line, lines a page, those that furniture takes, pages and covers.

    ``characters`` are those of all columns. Blank pages and covers are counted, too, to be told.
    """

    characters: int
    lines: int
    furniture: int
    pages: int
    blank_pages: int
    covers: int
    blank_covers: int

    @property
    def full(self) -> int:
        """The characters of a full page."""
        return self.characters * (self.lines + self.furniture)

    @property
    def total(self) -> int:
        """The characters of the issue."""
        return self.full * self.pages + self.full * self.covers * COVER // 100

    @property
    def allowed(self) -> int:
        """The errors that the issue may have, in tenths, rounded down: some count as a tenth."""
        return self.total * ALLOWED * 10 // 10_000


def word_count(pages: Sequence[Page], sheet: Stylesheet, covers: Sequence[str]) -> WordCount:
    """The count of an issue's pages; ``covers`` are the labels of its covers."""
    area = sheet.page.area
    inside = [not _is_blank(page) for page in pages if page.label not in covers]
    outside = [not _is_blank(page) for page in pages if page.label in covers]
    head = sheet.running.position if sheet.running.verso or sheet.running.recto else "none"
    ends = {place.partition("-")[0] for place in (head, sheet.folio.position)} - {"none"}
    return WordCount(
        area.characters * area.columns,
        area.lines,
        len(ends),
        sum(inside),
        len(inside) - sum(inside),
        sum(outside),
        len(outside) - sum(outside),
    )


def _is_blank(page: Page) -> bool:
    """Whether nothing stands on a page but furniture."""
    return all(placed.role is Role.ARTIFACT for placed in page.items)
