"""What a report shows: pages with their pictures, findings with their places, what has changed since another edition.

All texts are plain; whatever stands in them, they are escaped where they are written. Lengths and boxes are in Mpt from
the corner of the trimmed page.
"""

from __future__ import annotations

from collections.abc import Sequence

from huozi.diagnostics import Severity
from huozi.display import Side
from huozi.geometry import Rect, Size
from huozi.records import NamedTuple
from huozi.rounds.changes import Comparison
from huozi.sheets.lines import TextLine


class Both(NamedTuple):
    """A text in both languages."""

    zh: str
    en: str


class ReportPage(NamedTuple):
    """A page: what a viewer calls it, where it stands in a spread and in the file, its picture (a PNG file), its lines.

    ``at`` counts the pages of the file from 0: those shown may be some of them.
    ``old_picture`` is that of the page which bore the same label before, empty where none is given. ``words`` is what
    is read where there are no lines: on covers. ``label`` is unique among the pages.
    """

    label: str
    folio: str
    side: Side
    at: int
    size: Size
    picture: bytes
    lines: Sequence[TextLine] = ()
    words: str = ""
    old_picture: bytes = b""


class ReportFinding(NamedTuple):
    """A finding as it is shown: at its page (``label``, empty: on none that is known) and its boxes there.

    ``file`` is its path as people are to read it, ``line`` 0 where it concerns the file; ``article`` the name of the
    article it belongs to, empty for none. ``is_new``: not there in what is compared with.
    """

    rule: str
    severity: Severity
    message: Both
    hint: Both
    file: str
    line: int
    column: int
    label: str
    boxes: Sequence[Rect]
    fingerprint: str
    article: str = ""
    accepted_by: str = ""
    accepted_why: str = ""
    is_accepted: bool = False
    is_new: bool = False


class ReportArticle(NamedTuple):
    """An article by its name: its title, its section, the label of the page it begins on (empty: not known)."""

    name: str
    title: str
    section: str
    label: str


class Fact(NamedTuple):
    """Something said of the issue at the report's head: pages, revision, layout."""

    name: Both
    value: str


class Report(NamedTuple):
    """All that a report shows. ``program`` is what has made it, with its version."""

    title: str
    facts: Sequence[Fact]
    pages: Sequence[ReportPage]
    findings: Sequence[ReportFinding]
    articles: Sequence[ReportArticle] = ()
    comparison: Comparison | None = None
    program: str = ""
