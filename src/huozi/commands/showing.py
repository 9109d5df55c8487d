"""Pictures of an issue's pages and its report, as files: what ``proof`` and ``ci`` show of a run."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

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

NOTHING: Mapping[str, bytes] = MappingProxyType({})


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


def drawn(made: Made, labels: Collection[str], dpi: int = USUAL_DPI) -> dict[str, bytes]:
    """Pictures of pages by their labels, drawn from what a screen shows; labels that no page has are left out."""
    pages = [page for page in made.pages if page.label in labels]
    there = [page.label for page in pages]
    return pictures_by_label(document_bytes(made, pages, "screen"), there, Drawn(dpi)) if pages else {}


def report_bytes(made: Made, view: View, ready: Mapping[str, bytes] = NOTHING) -> bytes:
    """The report of a run as a file; ``ready`` are pictures that were drawn already, by their labels.

    Raises ``OutputError`` where pages cannot be drawn.
    """
    from huozi.report.writing import report_html

    pictures = dict(ready) | drawn(made, [page.label for page in view.pages if page.label not in ready], view.dpi)
    old = {} if view.old is None else drawn(view.old, differing(view.comparison) or ())
    shown = Shown(view.pages, pictures, old, view.comparison, view.known)
    report = report_of(made, view.listing, Sources(roots_of(view.examined)), shown)
    return report_html(report, view.language)


def beside(path: str, name: str) -> str:
    """A file or folder of a name beside a file."""
    return os.path.join(os.path.dirname(path), name)
