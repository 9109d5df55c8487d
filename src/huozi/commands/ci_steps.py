"""What ``huozi ci`` makes of an issue beside its list of findings: a table of steps, each of which gives files.

A step is a function of all that is known of the issue; it writes nothing. What it needs is imported where it is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from huozi.commands.before import Before
from huozi.commands.change_forms import FORMS
from huozi.commands.change_words import Compared
from huozi.commands.documents import document_bytes
from huozi.commands.listing import Listing, Written, list_of
from huozi.commands.making import Examined, Made
from huozi.commands.outcome import has_errors
from huozi.diagnostics import Finding, Findings, InvalidIssue, Language, Span
from huozi.messages.ci import say
from huozi.records import NamedTuple
from huozi.revisions.standing import revision_of
from huozi.rounds.changes import Comparison

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

    def changes(self) -> Comparison | None:
        """What differs, by pages; ``None`` where there is no such thing."""
        return None if self.compared is None or self.compared.is_unset else self.compared.comparison

    def old(self) -> tuple[Made, ...]:
        """What the old pages are made of, where there are such and they were compared."""
        made = self.compared.old.made if self.compared else None
        return () if made is None else (made,)


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


def proof(work: Work, made: Made) -> Files:
    """The proof: pages with their lines numbered, findings beside them, bars where text has changed."""
    from huozi.commands.proofing import ProofWish, proof_bytes

    revision = revision_of(work.examined.request.folder)
    wish = ProofWish(stage=say("stage", work.language), changed=work.changes())
    if revision is not None:
        wish = wish._replace(revision=revision.shown, date=revision.day)
    return {"proof.pdf": proof_bytes(work.examined, made, made.pages, work.listing, wish, work.language)}


def pictures(work: Work, made: Made) -> Files:
    """Pictures of the pages that show a change, and of those that bore their labels before; of all where all is new."""
    from huozi.commands.showing import differing, drawn

    wanted = differing(work.changes())
    labels = [page.label for page in made.pages] if wanted is None else wanted
    now = {_picture_file("pages", made, label): png for label, png in drawn(made, labels).items()}
    return now | {
        _picture_file("before", old, label): png for old in work.old() for label, png in drawn(old, labels).items()
    }


def report(work: Work, made: Made) -> Files:
    """The report: pages with their findings, and what has changed, in one file."""
    from huozi.commands.showing import View, report_bytes

    known = None if work.before is None else work.before.known()
    old = next(iter(work.old()), None)
    view = View(work.examined, made.pages, work.listing, work.language, work.changes(), known, old)
    return {"report.html": report_bytes(made, view, _shown("pages", work, made))}


def _picture_file(room: str, made: Made, label: str) -> str:
    """The name of the file of a page's picture."""
    from huozi.output.pictures.folder import picture_name

    labels = [page.label for page in made.pages]
    return f"{room}/{picture_name(labels.index(label) + 1, len(labels), label)}"


def _shown(room: str, work: Work, made: Made) -> dict[str, bytes]:
    """The pictures of pages, by their labels, that an earlier step has made."""
    named = ((page.label, _picture_file(room, made, page.label)) for page in made.pages)
    return {label: work.files[name] for label, name in named if name in work.files}


EXTRA = frozenset({"proof-extra-missing"})

STEPS: tuple[Step, ...] = (
    Step("print", print_file),
    Step("diff", changes, compares=True),
    Step("proof", proof),
    Step("pictures", pictures, excused=EXTRA),
    Step("report", report, excused=EXTRA),
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
