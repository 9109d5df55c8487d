"""The list of a run's findings: in order, each with its page, its fingerprint, and who has accepted it.

Order: the files as they are read (``issue.yaml``, the articles in the order of the contents, then layouts, fonts and
options as findings named them), and in a file by line and column.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from huozi.commands.acceptances import judge
from huozi.commands.fingerprints import Roots, Sources, fingerprints, length_at
from huozi.commands.making import Examined, Made
from huozi.commands.outcome import Exit, code_by_cause
from huozi.commands.places import NOWHERE, PagePlaces
from huozi.content.issue_model import Acceptance, Issue
from huozi.content.plain import plain_title
from huozi.diagnostics import Finding, Findings, Severity
from huozi.display import Page
from huozi.messages import severity
from huozi.records import NamedTuple

LEVELS: dict[str, int] = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "note": Severity.NOTE,
    "never": Severity.ERROR + 1,
}
"""What ``--fail-on`` takes: the least severity that fails a run."""


class Entry(NamedTuple):
    """A finding as it is listed.

    ``page`` is its page's number in the file from 1 (0: none that is known), ``folio`` what is printed on it (empty:
    nothing), ``length`` how many characters it is about (0: not known). ``accepted`` says who has signed it off.
    """

    finding: Finding
    severity: Severity
    page: int
    folio: str
    length: int
    fingerprint: str
    accepted: Acceptance | None = None


class SectionPage(NamedTuple):
    """A section's title and the page it begins on, as in an ``Entry``."""

    title: str
    page: int
    folio: str


class Written(NamedTuple):
    """The file that was written (empty: none) and the pages in it, which may be some of those made.

    ``covers`` is the file of the covers' sheet, empty where none was asked for; ``others`` what was written beside it.
    """

    path: str
    pages: tuple[Page, ...]
    covers: str = ""
    others: tuple[str, ...] = ()


NOT_WRITTEN = Written("", ())


class MadeFile(NamedTuple):
    """What was made: the file written (empty: none), its pages, the pages that its sections begin on.

    ``folios``: the first and the last of a file that holds some of the pages, as ``3-8``, or the only one; empty where
    it holds all. ``covers``: the file of the covers' sheet, empty where there is none. ``others``: files and folders
    written beside it.
    """

    path: str
    pages: int
    sections: tuple[SectionPage, ...]
    folios: str = ""
    covers: str = ""
    others: tuple[str, ...] = ()


class Since(NamedTuple):
    """The revision since which findings are listed, and how many are not because the issue had them then already."""

    revision: str
    known: int


class Listing(NamedTuple):
    """All that a run tells: the issue's folder, the findings in order, what was made (``None``: no pages).

    ``came_about``: whether what was asked for is there. ``since``: what was left out, ``None`` where all is listed.
    """

    issue: str
    entries: tuple[Entry, ...]
    made: MadeFile | None
    came_about: bool = True
    since: Since | None = None

    def findings(self) -> tuple[Finding, ...]:
        """The findings alone, in order."""
        return tuple(entry.finding for entry in self.entries)

    def without(self, known: frozenset[str], revision: str) -> Listing:
        """The list without the findings of these fingerprints, which the issue had at a revision already."""
        left = tuple(entry for entry in self.entries if entry.fingerprint not in known)
        return self._replace(entries=left, since=Since(revision, len(self.entries) - len(left)))


def list_of(examined: Examined, findings: Findings, written: Written = NOT_WRITTEN) -> Listing:
    """The list of what was found in an issue, with the file that was written of it.

    Pages are told by their number in that file, those that are not in it by their folio alone.
    """
    request, _, issue, made = examined
    places = PagePlaces(made.issue, made.pages, written.pages) if made else NOWHERE
    ordered = in_order(findings, issue)
    sources = Sources(roots_of(examined))
    marks = fingerprints(ordered, sources)
    accepted, idle = judge(ordered, marks, examined)
    if idle:
        findings.extend(idle)
        ordered = in_order(findings, issue)
        marks = fingerprints(ordered, sources)
    entries = tuple(
        Entry(item, severity(item), *places.of(item), length_at(item, sources), mark, accepted.get(mark))
        for item, mark in zip(ordered, marks, strict=True)
    )
    return Listing(request.folder, entries, made_file(made, places, written) if made else None)


def roots_of(examined: Examined) -> Roots:
    """The folders that an issue's and its layouts' files are named from."""
    return Roots(examined.request.folder, tuple(os.path.dirname(folder) for folder in examined.house.layouts))


def exit_code(listing: Listing, fail_on: str, *, could_be_made: bool) -> Exit:
    """The code of a run by the cause of what it found.

    ``could_be_made``: what was asked for has come about; where it has not, the run has failed whatever ``fail_on``
    says. What is accepted does not count.
    """
    counted = [entry for entry in listing.entries if entry.accepted is None]
    by_cause = code_by_cause(entry.finding for entry in counted)
    if by_cause is Exit.USAGE or not could_be_made:
        return by_cause
    return Exit.FINDINGS if any(entry.severity >= LEVELS[fail_on] for entry in counted) else Exit.DONE


def in_order(findings: Iterable[Finding], issue: Issue | None) -> tuple[Finding, ...]:
    """Findings by file in the order of reading, by line and by column."""
    found = tuple(findings)
    files = (issue.span.file, *(article.span.file for article in (*issue.articles, *issue.fillers))) if issue else ()
    rank = {file: at for at, file in enumerate(dict.fromkeys((*files, *(item.span.file for item in found))))}
    return tuple(sorted(found, key=lambda item: (rank[item.span.file], item.span, item.rule, item.arguments)))


def made_file(made: Made, places: PagePlaces, written: Written) -> MadeFile:
    """What was made of an issue; of a file of some pages, the sections that begin on one of them."""
    begin = [(plain_title(section.title), *places.at(section.span)) for section in made.issue.sections]
    pages = written.pages or made.pages
    is_part = len(pages) < len(made.pages)
    sections = tuple(SectionPage(*row) for row in begin if row[1] or not is_part)
    folios = dict.fromkeys((pages[0].folio, pages[-1].folio)) if is_part else ()
    told = "-".join(folio or "" for folio in folios)
    return MadeFile(written.path, len(pages), sections, told, written.covers, written.others)
