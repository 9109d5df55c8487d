"""Ranges of folios: which of an issue's pages are asked for (``--pages 3-8``)."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence

from huozi.content.issue_file import MOST_PAGES
from huozi.diagnostics import Findings, Span
from huozi.display import Page
from huozi.records import NamedTuple

_RANGE = r"(?P<only>[0-9]{1,5})|(?P<first>[0-9]{0,5})[-–—~～－](?P<last>[0-9]{0,5})"


class PageRange(NamedTuple):
    """The folios asked for, from ``first`` to ``last``, as they were ``written``."""

    first: int
    last: int
    written: str

    @property
    def name(self) -> str:
        """The range as a part of a file's name.

        >>> page_range("3–8").name, page_range("5").name, page_range("3-").name
        ('3-8', '5', '3-')
        """
        if self.first == self.last:
            return str(self.first)
        return f"{self.first}-{self.last if self.last < MOST_PAGES else ''}"


def add_range_option(parser: argparse.ArgumentParser) -> None:
    """``--pages 3-8``, for what tells or writes some pages alone."""
    parser.add_argument(
        "--pages",
        type=page_range,
        default=None,
        metavar="3-8",
        help="只要这些页码：3-8、5、3-、-8 / only the pages of these folios",
    )


def page_range(text: str) -> PageRange:
    """A range from ``3-8``, ``5``, ``3-`` or ``-8``; argparse words the complaint where it is none.

    >>> page_range("3-8")[:2], page_range("5")[:2], page_range("-8")[:2]
    ((3, 8), (5, 5), (1, 8))
    """
    found = re.fullmatch(_RANGE, text.strip())
    if not found or not any(found.groups()):
        raise argparse.ArgumentTypeError(f"3-8, 5, 3-, -8 ({text!r})")
    first, last = found["only"] or found["first"] or 1, found["only"] or found["last"] or MOST_PAGES
    return PageRange(int(first), int(last), text.strip())


def chosen_pages(pages: Sequence[Page], wanted: PageRange, findings: Findings) -> tuple[Page, ...]:
    """The pages of a range, in their order; those that bear no folio, covers among them, are in none.

    None after a finding (``pages-not-there``) where no page has a folio of the range.
    """
    numbered = [(int(page.folio), page) for page in pages if page.folio and page.folio.isdecimal()]
    chosen = tuple(page for folio, page in numbered if wanted.first <= folio <= wanted.last)
    if not chosen:
        there = ", ".join(in_runs(folio for folio, _ in numbered))
        findings.add(Span("--pages"), "pages-not-there", wanted=wanted.written, there=there or "–")
    return chosen


def in_runs(numbers: Iterable[int]) -> list[str]:
    """Numbers as ranges: ``1-26``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ["-".join(map(str, run)) for run in runs]
