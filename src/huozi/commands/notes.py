"""``huozi notes``: the comments that reviewers left in a proof, with page, column, line and source."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from huozi.commands.outcome import Exit, Outcome, Progress
from huozi.diagnostics import Findings, InvalidIssue, Language, Span, finding
from huozi.messages.notes import word
from huozi.source_file import lies_inside

if TYPE_CHECKING:
    from huozi.reviews.reading import Notes, OfIssue

MOST_BYTES = 512 * 2**20
"""A proof with its pictures is not larger."""

FORM_NAMES = ("text", "markdown", "json")
"""What ``--format`` takes; the forms themselves are loaded with what reads a PDF."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``notes``."""
    parser.add_argument("file", metavar="FILE.pdf", help="审稿人批注过的 PDF / the PDF that was commented on")
    parser.add_argument("--format", choices=FORM_NAMES, default="text", help="列表的形式 / form of the list")
    written = "把列表写到 FILE / write the list to FILE"
    parser.add_argument("-o", "--output", default="", metavar="FILE", help=written)
    every = "连校样自带的提示一起列出 / list the proof's own findings too"
    parser.add_argument("--all", action="store_true", help=every)
    folder = "这份校样是哪一期：核对，并补上 PDF 里没有的位置 / the proof's issue: checked, and places found by it"
    parser.add_argument("--issue", default="", metavar="ISSUE", help=folder)
    parser.add_argument("--layout", default="", help="这一期改用另一份版式 / another layout than the issue names")


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """List the comments as the command line asks."""
    findings = Findings()
    data = _bytes_of(options.file)
    _check_output(options.output, options.file, options.issue)
    notes = _read(data, options, progress, findings)
    text = _told(notes, options.format, options.lang)
    if not options.output:
        return Outcome(Exit.DONE, tuple(findings), text)
    from huozi.output.files import write_whole

    write_whole(options.output, text.encode("utf-8", "replace"))
    said = word("written", options.lang, path=options.output, count=len(notes.comments)) + "\n"
    return Outcome(Exit.DONE, tuple(findings), said, may_go_unheard=True)


def _bytes_of(path: str) -> bytes:
    """A file's bytes; raises ``InvalidIssue`` where it cannot be read or is too large."""
    reason = ""
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1) if os.path.isfile(path) else b""
    except OSError as error:
        reason = error.strerror or str(error)
    if not reason and not os.path.isfile(path):
        reason = "not a file"
    if reason:
        raise InvalidIssue([finding(Span(path), "notes-unreadable", reason=reason)])
    if len(data) > MOST_BYTES:
        size, limit = os.path.getsize(path) // 2**20, MOST_BYTES // 2**20
        raise InvalidIssue([finding(Span(path), "notes-too-large", size=size, limit=limit)])
    return data


def _check_output(output: str, path: str, issue: str) -> None:
    """Raises ``InvalidIssue`` where the list would replace the PDF, or a file of the issue."""
    if not output:
        return
    parts = [os.path.join(issue, name) for name in ("articles", "images")] if issue else []
    is_source = any(lies_inside(output, folder) for folder in parts)
    is_source |= bool(issue) and os.path.realpath(output) == os.path.realpath(os.path.join(issue, "issue.yaml"))
    if is_source or os.path.realpath(output) == os.path.realpath(path):
        raise InvalidIssue([finding(Span(output), "notes-over-source")])


def _read(data: bytes, options: argparse.Namespace, progress: Progress, findings: Findings) -> Notes:
    """The comments of a PDF; raises ``InvalidIssue`` where they cannot be read, also for want of a library."""
    progress("read")
    try:
        from huozi.reviews.reading import read_notes
    except ImportError as error:
        name = (error.name or "pikepdf").partition(".")[0]
        raise InvalidIssue([finding(Span(options.file), "notes-need-extra", name=name)]) from error
    issue = _issue_of(options, progress) if options.issue else None
    return read_notes(data, options.file, findings, issue, all_of_them=options.all)


def _issue_of(options: argparse.Namespace, progress: Progress) -> OfIssue:
    """The issue that a proof should be of; raises ``InvalidIssue`` where it cannot be read.

    Its pages are made only where the PDF does not say where its lines are: what is found on the way, ``check`` lists.
    """
    from huozi.commands.making import Request, make
    from huozi.content.issue_file import load_issue
    from huozi.reviews.proof_map import ProofMap
    from huozi.reviews.reading import OfIssue

    found = Findings()
    issue = load_issue(options.issue, found)
    if issue is None:
        raise InvalidIssue(found)
    named = ProofMap(issue.journal, str(issue.year), issue.number, "", "", "", ())
    request = Request(options.issue, layout=options.layout)
    return OfIssue(options.issue, named, lambda: make(request, Findings(), progress).pages)


def _told(notes: Notes, form: str, language: Language) -> str:
    from huozi.commands.notes_forms import FORMS

    return FORMS[form](notes, language)
