"""Pictures of an issue's pages and its report, as files: what ``proof`` and ``ci`` show of a run."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence

from huozi.commands.documents import document_bytes
from huozi.commands.fingerprints import Sources
from huozi.commands.listing import Listing, roots_of
from huozi.commands.making import Examined, Made
from huozi.commands.pictures import Drawn, draw_pictures, pictures_by_label
from huozi.commands.reporting import Shown, report_of
from huozi.diagnostics import Language
from huozi.display import Page
from huozi.output.pictures.drawing import USUAL_DPI
from huozi.records import NamedTuple
from huozi.rounds.changes import Comparison

OLD_DPI = 110
"""The resolution of pages as they were: they are looked at beside the new ones, not worked on."""


class View(NamedTuple):
    """What is shown of a run: its pages, its list of findings, what has changed and what was known then.

    ``old`` is the issue as it was, where its pages could be made; ``dpi`` the resolution of pictures.
    """

    examined: Examined
    pages: Sequence[Page]
    listing: Listing
    language: Language = "zh"
    comparison: Comparison | None = None
    known: frozenset[str] | None = None
    old: Made | None = None
    dpi: int = USUAL_DPI


def differing(comparison: Comparison | None) -> Collection[str] | None:
    """The labels of pages that are not as they were; ``None`` (all) where nothing is compared."""
    if comparison is None:
        return None
    return frozenset((*comparison.changed_pages, *comparison.affected_pages))


def pictures_in(folder: str, made: Made, view: View) -> tuple[str, ...]:
    """Put the pictures of pages into a folder: all, or those that are not as they were. Gives their paths.

    Raises ``OutputError`` where pages cannot be drawn or written: the folder is as it was.
    """
    pdf = document_bytes(made, view.pages, "screen")
    labels = [page.label for page in view.pages]
    return draw_pictures(pdf, labels, folder, Drawn(view.dpi, differing(view.comparison)))


def report_bytes(made: Made, view: View) -> bytes:
    """The report of a run as a file. Raises ``OutputError`` where pages cannot be drawn."""
    from huozi.report.writing import report_html

    labels = [page.label for page in view.pages]
    pictures = pictures_by_label(document_bytes(made, view.pages, "screen"), labels, Drawn(view.dpi))
    old: dict[str, bytes] = {}
    if view.old is not None and view.comparison is not None:
        pages = [page for page in view.old.pages if page.label in (differing(view.comparison) or ())]
        if pages:
            there = [page.label for page in pages]
            old = pictures_by_label(document_bytes(view.old, pages, "screen"), there, Drawn(OLD_DPI))
    shown = Shown(view.pages, pictures, old, view.comparison, view.known)
    report = report_of(made, view.listing, Sources(roots_of(view.examined)), shown)
    return report_html(report, view.language)


def beside(path: str, name: str) -> str:
    """A file or folder of a name beside a file."""
    return os.path.join(os.path.dirname(path), name)
