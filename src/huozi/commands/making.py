"""What ``build`` and ``check`` have in common: an issue read, looked through, set and made up, in one run.

Whatever one of the two finds the other finds too: both call :func:`examine`.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from huozi.commands.options import overrides
from huozi.commands.outcome import Progress, has_errors
from huozi.content.issue_file import load_issue, named_journal, readable_articles
from huozi.content.issue_model import Issue, PageCount
from huozi.diagnostics import Findings, InvalidIssue, Severity, Span
from huozi.display import Image, Page
from huozi.fonts.catalog import Catalog
from huozi.galley import Galley
from huozi.makeup.pages import COVER_LABELS, MadeUp
from huozi.messages import severity
from huozi.pictures.model import NO_PICTURES, PictureFacts, PictureKey, Prepared
from huozi.pipeline import set_and_made_up
from huozi.records import NamedTuple
from huozi.source_file import read_source
from huozi.style.house import House, find_house
from huozi.style.kept import stylesheet_of
from huozi.style.model import Stylesheet

if TYPE_CHECKING:
    from huozi.makeup.kept import KeptPlan
    from huozi.pictures.shelf import Shelf


class Request(NamedTuple):
    """What is asked of an issue's folder. ``page_count``: that of inside pages (0: what the issue says).

    ``keep``: the round, or the file of a plan, whose pages are to be kept; empty where none are. ``final``: the last
    look before print is taken too.
    """

    folder: str
    page_count: int = 0
    layout: str = ""
    overrides: Sequence[tuple[str, str]] = ()
    keep: str = ""
    final: bool = False


class Made(NamedTuple):
    """Pages ready for an output, with what made them; ``shelf`` is that of pictures, where they were
    looked at, ``pictures`` those of the pages, where the issue was examined.
    """

    issue: Issue
    sheet: Stylesheet
    house: House
    catalog: Catalog
    galley: Galley
    pages: tuple[Page, ...]
    made_up: MadeUp
    shelf: Shelf | None = None
    pictures: Mapping[PictureKey, Prepared] = NO_PICTURES


class Examined(NamedTuple):
    """How far an issue came: ``issue`` as far as it could be read, ``made`` where its pages could be made."""

    request: Request
    house: House
    issue: Issue | None
    made: Made | None


def request_of(options: argparse.Namespace, findings: Findings, folder: str | None = None) -> Request:
    """What the shared options ask of an issue; what is wrong with them is added to ``findings``.

    ``folder``: that of the issue where several are asked for.
    """
    folder = options.issue if folder is None else folder
    return Request(folder, options.page_count, options.layout, overrides(options, findings))


def examine(request: Request, findings: Findings, progress: Progress) -> Examined:
    """Read an issue and its layout, look its manuscripts through, set it and make it up; all that is wrong is found.

    Errors of the issue, its articles *and* its layout come in one run. Where they keep the pages from being made, the
    manuscripts that can be read are looked through all the same.
    """
    examined = _made_of(request, findings, progress)
    if examined.made is not None:
        examined = examined._replace(made=_with_pictures(request, examined.made, findings))
    _look_through(request.folder, examined.issue, findings)
    if request.final and examined.made is not None:
        from huozi.inspection.subject import Subject  # asked for once an issue, before it is printed
        from huozi.inspection.table import look_before_print

        made = examined.made
        look_before_print(Subject(request.folder, made.issue, made.sheet, made.pages), findings)
    return examined


def make(request: Request, findings: Findings, progress: Progress) -> Made:
    """The pages of an issue, whose manuscripts are not looked through: for tools that want nothing else.

    Raises ``InvalidIssue`` with everything found where they cannot be made.
    """
    made = _made_of(request, findings, progress).made
    if made is None:
        raise InvalidIssue(findings)
    return made


def _made_of(request: Request, findings: Findings, progress: Progress) -> Examined:
    """An issue read, set and made up as far as that goes."""
    progress("read")
    issue = load_issue(request.folder, findings)
    is_sound = issue is not None and not has_errors(findings)
    house = find_house(request.folder)
    sheet = _stylesheet(request, issue, house, findings)
    made = None
    if issue is not None and is_sound and sheet is not None:
        progress("set")
        made = _made(_asked(issue, request), sheet, house, request, findings)
    return Examined(request, house, issue, made)


def _stylesheet(request: Request, issue: Issue | None, house: House, findings: Findings) -> Stylesheet | None:
    """The layout that is asked for, else the issue's; ``None`` after findings where it cannot be used.

    Of an issue that names none, or none that can be one, that has been said.
    """
    name, asked = request.layout, Span("--layout")
    if not name and issue is None:
        name, asked = named_journal(request.folder)
    elif not name and issue is not None:
        name, asked = issue.journal, issue.journal_span
        if any(item.span == asked and severity(item) is Severity.ERROR for item in findings):
            return None
    if not name:
        return None
    try:
        return stylesheet_of(name, house, request.overrides, findings, asked)
    except InvalidIssue as error:
        findings.extend(error.findings)
    return None


def _asked(issue: Issue, request: Request) -> Issue:
    """The issue with the count of pages that is asked for instead of its own."""
    if not request.page_count:
        return issue
    return issue._replace(pages=PageCount(exactly=request.page_count, span=issue.span))


MOST_OF_A_PLAN = 4 * 2**20
"""Bytes of the file of a plan: a line of thirty for each of a hundred thousand paragraphs."""


def _kept(request: Request, findings: Findings) -> tuple[KeptPlan, Span] | None:
    """The plan that is to be kept, with its file; ``None`` where none is, after a finding where it cannot be read."""
    if not request.keep:
        return None
    from huozi.commands.round_files import load_round, round_path
    from huozi.makeup.kept_text import read_plan

    if (path := round_path(request.keep, request.folder)) is not None:
        try:
            text: str | None = load_round(path).plan
        except InvalidIssue as error:
            findings.extend(error.findings)
            return None
    else:
        path = request.keep
        text = read_source(path, os.path.dirname(os.path.realpath(path)), MOST_OF_A_PLAN, findings)
    plan = None if text is None else read_plan(text, path, findings)
    return None if plan is None else (plan, Span(path))


def _made(issue: Issue, sheet: Stylesheet, house: House, request: Request, findings: Findings) -> Made | None:
    """The pages of an issue; ``None`` after findings where a font cannot be used."""
    kept = _kept(request, findings)
    shelves: list[Shelf] = []

    def look_at(path: str, page: int) -> PictureFacts | None:
        if not shelves:
            from huozi.commands.printed_pictures import shelf_of  # what most issues do without

            shelves.append(shelf_of(request.folder, issue, house))
        return shelves[0].look_at(path, page)

    try:
        catalog = Catalog(house.fonts, findings)
        made = Made(issue, sheet, house, catalog, *set_and_made_up(issue, sheet, catalog, findings, kept, look_at))
        return made._replace(shelf=shelves[0]) if shelves else made
    except InvalidIssue as error:
        findings.extend(error.findings)
    finally:
        for shelf in shelves:
            shelf.tell(findings)
    return None


def _with_pictures(request: Request, made: Made, findings: Findings) -> Made:
    """What was made, with the pictures of its pages ready. Note: ``pages-in-colour``."""
    from huozi.makeup.inside_black import pages_in_colour, told_pages

    if any(isinstance(placed.item, Image) for page in made.pages for placed in page.items):
        from huozi.commands.printed_pictures import prepared, shelf_of
        from huozi.pictures.printed import key_of

        shelf = made.shelf or shelf_of(request.folder, made.issue, made.house)
        pictures = prepared(shelf, made.pages, made.sheet, findings)
        made = made._replace(pictures=pictures)
        coloured = pages_in_colour(made.pages, COVER_LABELS, lambda image: pictures.is_coloured(key_of(image)))
    else:
        coloured = pages_in_colour(made.pages, COVER_LABELS)
    if coloured:
        findings.add(made.issue.span, "pages-in-colour", pages=told_pages(coloured), count=len(coloured))
    return made


def _look_through(folder: str, issue: Issue | None, findings: Findings) -> None:
    """The manuscript lint of what the issue names; of all articles, where it does not say which."""
    from huozi.content.checks import check_articles, check_titles

    sections = () if issue is None else issue.sections
    check_titles((section.title for section in sections), findings)
    articles = () if issue is None else (*issue.articles, *issue.fillers)
    check_articles(articles or readable_articles(folder), findings)
