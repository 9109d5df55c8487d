"""``huozi check``: everything that can be found in an issue, in one list."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable

from huozi.commands.build import Request, make, request_of
from huozi.commands.options import add_issue_options
from huozi.commands.outcome import Exit, Outcome, Progress, worst
from huozi.content.checks import check_articles
from huozi.content.issue_file import readable_articles
from huozi.diagnostics import Finding, Findings, InvalidIssue, Language, Severity
from huozi.messages import MESSAGES, severity, texts

LEVELS: dict[str, Severity] = {"warning": Severity.WARNING, "error": Severity.ERROR}
"""What ``--fail-on`` takes."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``check``."""
    add_issue_options(parser)
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="列表的形式 / form of the list")
    parser.add_argument("--fail-on", choices=tuple(LEVELS), default="error", help="到哪一级算不通过 / what fails")


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Check as the command line asks; a list in another form than text goes to the standard output alone."""
    outcome = check(request_of(options), options.fail_on, progress)
    shown = FORMATS[options.format]
    return outcome if shown is None else outcome._replace(text=shown(outcome.findings, options.lang), findings=())


def check(request: Request, fail_on: str, progress: Progress) -> Outcome:
    """All findings of manuscript, layout, fonts, composition and pages, in the order of their places.

    Where the issue or its layout cannot be used, the manuscripts that can be read are checked all the same.
    """
    findings = Findings()
    try:
        made = make(request, findings, progress)
        check_articles(made.issue.articles, findings)
    except InvalidIssue as error:
        findings.extend(error.findings)
        check_articles(readable_articles(request.folder), findings)
        return Outcome(Exit.BAD_INPUT, in_order(findings))
    failed = worst(findings) >= LEVELS[fail_on]
    return Outcome(Exit.FINDINGS if failed else Exit.DONE, in_order(findings))


def in_order(findings: Findings) -> tuple[Finding, ...]:
    """Findings by file, line and column."""
    return tuple(sorted(findings, key=lambda item: (item.span, item.rule, item.arguments)))


def as_json(findings: tuple[Finding, ...], language: Language) -> str:
    """Findings as a JSON list of objects."""
    rows = []
    for item in findings:
        message, hint = texts(item, language)
        place = {"file": item.span.file, "line": item.span.line, "column": item.span.column}
        grade = severity(item).name.lower()
        rows.append({**place, "severity": grade, "rule": item.rule, "message": message, "hint": hint})
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


GITHUB_LEVELS = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


def as_github(findings: tuple[Finding, ...], language: Language) -> str:
    """Findings as workflow commands, which a pull request shows at their lines."""
    lines = []
    for item in findings:
        message, hint = texts(item, language)
        level = GITHUB_LEVELS[MESSAGES[item.rule].severity]
        place = f"file={_property(item.span.file)},line={item.span.line or 1},col={item.span.column or 1}"
        lines.append(f"::{level} {place},title={_property(item.rule)}::{_data(f'{message} {hint}')}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[tuple[Finding, ...], Language], str] | None] = {
    "text": None,
    "json": as_json,
    "github": as_github,
}
"""What ``--format`` takes; text is what the command line shows anyway."""
