"""What a command came to, and the exit code by its cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import TypeAlias

from huozi.diagnostics import Finding, Language, Severity
from huozi.messages import render, severity
from huozi.messages.ci import CI
from huozi.messages.fonts import UNUSABLE_FONTS
from huozi.messages.listing import say
from huozi.messages.new import NEW
from huozi.messages.revisions import REVISIONS
from huozi.records import NamedTuple


class Exit(IntEnum):
    """Exit codes (formats.md): who has to do something about it is told by the code."""

    DONE = 0
    FINDINGS = 1
    """Faults in a manuscript or a layout: an editor's to mend."""
    USAGE = 2
    """Usage, paths, the system, a kind of file that is not read: his who runs the command."""
    OUR_FAULT = 3


class Outcome(NamedTuple):
    """An exit code, what was found, and text for the standard output.

    ``listed``: the text is the list of the findings, so that they are not shown beside it. ``may_go_unheard``: the
    command has written the file it was asked for, so that a closed output takes nothing away. ``aside``: that file is
    the standard output itself, and the text goes to the standard error. ``made`` is all that was made on the way: it is
    held until the process ends, which then need not take it down.
    """

    code: Exit
    findings: tuple[Finding, ...] = ()
    text: str = ""
    listed: bool = False
    may_go_unheard: bool = False
    aside: bool = False
    made: object = None


Progress: TypeAlias = Callable[[str], None]
"""Told the id of each stage as it begins."""

OUTSIDE = frozenset(
    {
        # paths
        "no-such-folder", "not-a-folder", "not-an-issue", "not-a-file", "outside-folder", "output-is-source",
        "plan-over-output", "covers-over-output", "list-over-source", "list-over-output",
        "folder-missing", "place-is-folder", "import-not-a-file", "import-target-missing", "import-target-exists",
        "import-target-foreign", "font-name-taken", "font-double", "fonts-no-house", "fonts-usage",
        *NEW, *REVISIONS, *CI,
        # the system
        "system-refuses", "unreadable-file", "profile-unreadable", "disk-full", "not-writable", "write-failed",
        "file-held", "proof-extra-missing",
        "import-unreadable", "import-unwritable", "notes-unreadable", "notes-need-extra", "notes-over-source",
        "notes-other-issue",
        # kinds of files that are not read
        "file-too-large", "font-unreadable", "import-unknown-format", "import-too-large", *UNUSABLE_FONTS,
        "notes-too-large", "notes-not-a-pdf", "notes-damaged", "notes-encrypted", "picture-no-pdf",
    }
)  # fmt: skip
"""Rules whose errors are no fault of a manuscript or a layout."""


def is_outside(item: Finding) -> bool:
    """Whether a finding is one of usage, of a path or of the system: an option is named like one (``--set``)."""
    return item.rule in OUTSIDE or item.span.file.startswith("--")


def code_by_cause(findings: Iterable[Finding]) -> Exit:
    """The code of a run that its errors have ended."""
    errors = [item for item in findings if severity(item) is Severity.ERROR]
    return Exit.USAGE if any(map(is_outside, errors)) else Exit.FINDINGS


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether an error is among findings."""
    return any(severity(item) is Severity.ERROR for item in findings)


SEVERITIES = {level: level.name.lower() for level in Severity}
"""The severities as programs are told them."""


def counted_in_words(counts: Counter[str], accepted: int, language: Language) -> str:
    """How many findings there are of each severity, and how many are accepted, in a line."""
    if not counts and not accepted:
        return say("nothing", language)
    numbers = {name: counts[name] for name in SEVERITIES.values()}
    return say("counts-accepted" if accepted else "counts", language, accepted=accepted, **numbers)


def as_lines(findings: Iterable[Finding], language: Language) -> list[str]:
    """The findings of a command that makes no list of an issue, all of them, and how many there are; none of none."""
    found = list(findings)
    counts = Counter(SEVERITIES[severity(item)] for item in found)
    return [*(render(item, language) for item in found), counted_in_words(counts, 0, language)] if found else []
