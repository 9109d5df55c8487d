"""What ``huozi ci`` makes of an issue beside its list of findings: a table of steps, each of which gives files.

A step is a function of all that is known of the issue; it writes nothing. What it needs is imported where it is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from huozi.commands.before import Before
from huozi.commands.change_forms import FORMS, Compared
from huozi.commands.documents import document_bytes
from huozi.commands.listing import Listing, Written, list_of
from huozi.commands.making import Examined, Made
from huozi.commands.outcome import has_errors
from huozi.diagnostics import Finding, Findings, InvalidIssue, Language, Span
from huozi.records import NamedTuple

Files: TypeAlias = Mapping[str, bytes]
"""Files by their names in the issue's folder, parts parted by ``/``."""

NO_FILES: Files = MappingProxyType({})

PRINT = "print.pdf"


class Work(NamedTuple):
    """All that is known of an issue while steps are done on it.

    ``room`` is the folder its files will lie in; ``findings`` are those of ``listing``, and take what steps find.
    ``before`` is the issue as it was, laid out as long as steps are done; ``compared`` what differs; ``None`` where
    there is nothing to compare with. ``files`` are those of the steps before. ``left_out`` are steps that an extra is
    missing for, each with what says so.
    """

    room: str
    examined: Examined
    findings: Findings
    listing: Listing
    language: Language = "zh"
    before: Before | None = None
    compared: Compared | None = None
    files: Files = NO_FILES
    left_out: tuple[tuple[str, Finding], ...] = ()

    def fresh(self) -> frozenset[str] | None:
        """The fingerprints of what was not found before the change; ``None`` where that is not known."""
        if self.before is None:
            return None
        return frozenset(entry.fingerprint for entry in self.listing.entries) - self.before.known()


class Step(NamedTuple):
    """A step: its name, as ``--skip`` takes it; what it makes of an issue whose pages are made; its comparison needed?

    ``excused``: rules of errors that leave the step out and fail nothing: an extra is not installed.
    """

    name: str
    make: Callable[[Work, Made], Files]
    compares: bool = False
    excused: Container[str] = frozenset()


def print_file(work: Work, made: Made) -> Files:
    """The file for print, where no error was found."""
    return {} if has_errors(work.findings) else {PRINT: document_bytes(made, made.pages, "print")}


def changes(work: Work, _made: Made) -> Files:
    """What has changed since: a page to read, a table of every line, data."""
    if work.compared is None:
        return {}
    return {f"diff.{form}": FORMS[form](work.compared, work.language).encode() for form in ("html", "csv", "json")}


STEPS: tuple[Step, ...] = (
    Step("print", print_file),
    Step("diff", changes, compares=True),
)
"""The steps in their order. What the first finds keeps the file from being written, and the others tell of it."""

NAMES = tuple(step.name for step in STEPS)


def carry_out(work: Work, steps: Iterable[Step]) -> Work:
    """The work with the files of steps, as far as there are pages to make them of."""
    made = work.examined.made
    if made is None:
        return work
    for step in steps:
        if step.compares and work.compared is None:
            continue
        try:
            work = work._replace(files={**work.files, **step.make(work, made)})
        except InvalidIssue as error:
            if all(item.rule in step.excused for item in error.findings):
                work = work._replace(left_out=(*work.left_out, *((step.name, item) for item in error.findings)))
                continue
            work.findings.extend(error.findings)
        except OSError as error:  # a font that is gone by now
            place = Span(os.fsdecode(error.filename or step.name))
            work.findings.add(place, "system-refuses", reason=error.strerror or error)
        work = work._replace(listing=relisted(work))
    return work


def relisted(work: Work) -> Listing:
    """The list of an issue's findings as they are now, with the print file where it was made."""
    made = work.examined.made
    is_written = made is not None and PRINT in work.files
    path = os.path.join(work.room, PRINT) if is_written else ""
    written = Written(path, made.pages if made is not None and is_written else ())
    listing = list_of(work.examined, work.findings, written)
    return listing._replace(came_about=is_written)
