"""``huozi explain``: why the pages of an issue are as they are, and what other counts of pages would cost."""

from __future__ import annotations

import argparse

from huozi.commands.file_places import relative
from huozi.commands.making import Made, Request, make, request_of
from huozi.commands.options import add_issue_options
from huozi.commands.outcome import Exit, Outcome, Progress, code_by_cause, has_errors
from huozi.commands.page_matter import Matter, labels_of
from huozi.commands.page_report import Explained, as_json, as_text
from huozi.commands.ranges import PageRange, add_range_option, chosen_pages
from huozi.diagnostics import Findings, Language, Severity
from huozi.makeup.curve import curve_of
from huozi.makeup.reasons import page_reasons
from huozi.messages import severity
from huozi.rounds.matter import items_of

FORMS = {"text": as_text, "json": as_json}
"""What ``--format`` takes."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``explain``."""
    add_issue_options(parser)
    add_range_option(parser)
    since = (
        "再说明同这个版本或校次比，哪些起页变了、为什么 / also which entries moved since a revision or round, and why"
    )
    parser.add_argument("--since", default="", metavar="REV", help=since)
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help="输出的形式 / form of the output")


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Explain as the command line asks."""
    findings = Findings()
    request = request_of(options, findings)
    return explain(request, progress, options.pages, findings, (options.format, options.lang), options.since)


def explain(
    request: Request,
    progress: Progress,
    wanted: PageRange | None = None,
    findings: Findings | None = None,
    form: tuple[str, Language] = ("text", "zh"),
    since: str = "",
) -> Outcome:
    """The reasons of an issue's pages, all or those of a range, and its curve of page counts.

    ``since``: a revision or a round; the entries that have moved since then are told too.

    Errors alone are shown beside it: ``huozi check`` lists everything. Raises ``InvalidIssue`` where no pages are made.
    """
    findings = Findings() if findings is None else findings
    made = make(request, findings, progress)
    told = explained(made, request.folder, wanted, findings)
    if since:
        from huozi.commands.moved_since import moved_since  # few are asked for

        told = told._replace(since=since, moved=moved_since(made, request.folder, since, progress))
    errors = tuple(item for item in findings if severity(item) is Severity.ERROR)
    code = code_by_cause(errors) if has_errors(errors) else Exit.DONE
    return Outcome(code, errors, FORMS[form[0]](told, form[1]), made=made)


def explained(made: Made, folder: str, wanted: PageRange | None, findings: Findings) -> Explained:
    """What is told of an issue; of the pages of a range where one is wanted."""
    _, decision, solver, paging, first, folio, fillers, _ = made.made_up
    body = made.pages[first : first + decision.plan.pages]
    chosen = made.pages if wanted is None else chosen_pages(made.pages, wanted, findings)
    numbers = {page.index - first + 1 for page in chosen}
    reasons = page_reasons(decision.plan, solver, paging, numbers)
    pages = tuple((body[reason.number - 1], reason) for reason in reasons)
    names = tuple(filler.name for filler in made.issue.fillers)
    matter = Matter(items_of(made.issue, made.pages, made.sheet.references, relative), labels_of(made.pages))
    curve = curve_of(decision, solver, paging, fillers)
    return Explained(folder, pages, curve, paging, folio, names, decision.stood, matter=matter)
