"""``huozi build``: an issue folder to its PDF."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Literal

from huozi.commands.options import add_issue_options, overrides
from huozi.commands.outcome import Exit, Outcome, Progress, worst
from huozi.content.issue_file import read_issue
from huozi.content.model import Issue, PageCount
from huozi.diagnostics import Finding, Findings, InvalidIssue, Severity, Span, finding
from huozi.display import GlyphRun, Page, Target
from huozi.fonts.catalog import Catalog
from huozi.galley import Galley
from huozi.makeup.templates import fill, issue_fields
from huozi.pipeline import set_and_made_up
from huozi.records import NamedTuple
from huozi.style.house import House, find_house
from huozi.style.load import load_stylesheet
from huozi.style.model import Stylesheet


class Request(NamedTuple):
    """What is asked of a build. ``pages``: the count of inside pages (0: what the issue says)."""

    folder: str
    output: str = ""
    profile: Literal["print", "screen"] = "print"
    pages: int = 0
    layout: str = ""
    overrides: Sequence[tuple[str, str]] = ()


class Made(NamedTuple):
    """Pages ready for an output, with what made them."""

    issue: Issue
    sheet: Stylesheet
    house: House
    catalog: Catalog
    galley: Galley
    pages: tuple[Page, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``build``."""
    add_issue_options(parser)
    parser.add_argument("-o", "--output", default="", metavar="FILE", help="写到哪里 / where to write the file")
    parser.add_argument(
        "--profile", choices=("print", "screen"), default="print", help="付印还是屏幕上看 / for print or for the screen"
    )


def request_of(options: argparse.Namespace) -> Request:
    """What the shared options of an issue ask for."""
    return Request(options.issue, pages=options.pages, layout=options.layout, overrides=overrides(options))


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Build as the command line asks."""
    return build(request_of(options)._replace(output=options.output, profile=options.profile), progress)


def build(request: Request, progress: Progress) -> Outcome:
    """Write the issue's PDF. In print an error keeps it from being written; a screen file is written all the same."""
    findings = Findings()
    path = _output_path(request)
    made = make(request, findings, progress)
    failed = worst(findings) >= Severity.ERROR
    if failed and request.profile == "print":
        return Outcome(Exit.FINDINGS, tuple(findings), made=made)
    from huozi.output.files import make_folder, write_whole
    from huozi.output.pdf import pdf_bytes

    progress("write")
    icc = _profile(made.sheet.colour.profile)
    faces = {key: made.catalog.face(key) for key in _face_keys(made.pages)}
    data = pdf_bytes(made.pages, target_of(made, request.profile), faces, icc)
    if not request.output:
        make_folder(os.path.dirname(path))
    write_whole(path, data)
    return Outcome(Exit.FINDINGS if failed else Exit.DONE, tuple(findings), made=made)


def make(request: Request, findings: Findings, progress: Progress) -> Made:
    """Read, set and make up an issue.

    Raises ``InvalidIssue`` with the errors of the issue *and* of its layout where either cannot be used.
    """
    progress("read")
    issue: Issue | None = None
    errors: list[Finding] = []
    try:
        issue = read_issue(request.folder, findings)
    except InvalidIssue as error:
        errors += error.findings
    house = find_house(request.folder)
    sheet = None
    name = request.layout or (issue.journal if issue else "")
    asked = Span("--layout") if request.layout or issue is None else issue.journal_span
    if name:
        try:
            sheet = load_stylesheet(name, house, request.overrides, findings, asked)
        except InvalidIssue as error:
            errors += error.findings
    if issue is None or sheet is None or errors:
        raise InvalidIssue(dict.fromkeys([*findings, *errors]))
    if request.pages:
        issue = issue._replace(pages=PageCount(exactly=request.pages, span=issue.span))
    progress("set")
    catalog = Catalog(house.fonts, findings)
    return Made(issue, sheet, house, catalog, *set_and_made_up(issue, sheet, catalog, findings))


def target_of(made: Made, profile: Literal["print", "screen"]) -> Target:
    """The document facts of an issue."""
    issue, journal = made.issue, made.sheet.journal
    return Target(
        title=fill(journal.document_title, issue_fields(issue, journal)),
        author=journal.organiser,
        subject="，".join(filter(None, (journal.name_en, journal.kind))),
        language="zh-CN",
        date=issue.date.isoformat(),
        output_intent=made.sheet.colour.output_intent,
        profile=profile,
    )


def _face_keys(pages: Sequence[Page]) -> list[str]:
    """The faces that pages use, in order of first use."""
    return list(dict.fromkeys(p.item.face for page in pages for p in page.items if isinstance(p.item, GlyphRun)))


def _profile(path: str) -> bytes:
    """The ICC profile of the output intent.

    Raises ``InvalidIssue`` where it cannot be read.
    """
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise InvalidIssue([finding(Span(path), "profile-unreadable", reason=error.strerror)]) from error


SOURCES = ("issue.yaml", "articles", "images")
"""What an editor writes in an issue's folder: no file of ours goes there."""


def _output_path(request: Request) -> str:
    """Where the file goes: as asked, else ``build/`` in the issue's folder.

    Raises ``InvalidIssue`` where that would replace what the issue is made of.
    """
    if not request.output:
        return os.path.join(request.folder, "build", f"{request.profile}.pdf")
    place = os.path.realpath(request.output)
    sources = [os.path.realpath(os.path.join(request.folder, name)) for name in SOURCES]
    if any(place == source or place.startswith(source + os.sep) for source in sources):
        raise InvalidIssue([finding(Span(request.output), "output-is-source")])
    return request.output
