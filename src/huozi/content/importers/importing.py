"""Importing: a manuscript in one of the formats known to the folder of an issue, with a report of every guess."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping

from huozi.content.importers.folder import REPORT_FILE, check_target, issue_files, write_folder
from huozi.content.importers.manuscript import Manuscript, Reader
from huozi.content.importers.ocr_text import read_ocr_text
from huozi.content.importers.report import import_report
from huozi.content.importers.source import MAX_BYTES
from huozi.diagnostics import Finding, InvalidIssue, Span, finding
from huozi.records import NamedTuple

READERS: dict[str, Reader] = {
    ".txt": read_ocr_text,
    ".md": read_ocr_text,
}
"""The formats: a file's suffix and what reads it. Another format is one module and one row."""


class ImportResult(NamedTuple):
    """What an import gives: its findings in the order of the source, and the files written, below the target."""

    findings: tuple[Finding, ...]
    files: tuple[str, ...]


def import_manuscript(path: str, target: str, *, layouts: Mapping[str, str], force: bool = False) -> ImportResult:
    """Make the folder of an issue at ``target`` from the manuscript at ``path``, with ``import-report.md`` in it.

    ``layouts`` maps the names of journals to the keys of their layouts. Raises ``InvalidIssue`` where the manuscript
    cannot be read or holds no article, where the target exists (with ``force``: where it is no issue's folder), or
    where it cannot be written; nothing is left half written.
    """
    check_target(target, force=force)
    manuscript = read_manuscript(path, layouts)
    if not manuscript.articles:
        raise InvalidIssue([*manuscript.findings, finding(Span(path), "import-empty")])
    files = issue_files(manuscript)
    files[REPORT_FILE] = import_report(manuscript)
    write_folder(target, files)
    return ImportResult(manuscript.findings, tuple(files))


def read_manuscript(path: str, layouts: Mapping[str, str]) -> Manuscript:
    """The manuscript in a file, read by the reader of its suffix; raises ``InvalidIssue`` where that is impossible."""
    suffix = os.path.splitext(path)[1].lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = "、".join(READERS)
        raise InvalidIssue([finding(Span(path), "import-unknown-format", suffix=suffix, known=known)])
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise InvalidIssue([finding(Span(path), "import-not-a-file")])
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InvalidIssue([finding(Span(path), "import-unreadable", reason=error.strerror)]) from error
    return reader(data, path, layouts)
