"""How runs over issues are told: their list in the form that is asked for, where it goes, and the exit code."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from huozi.commands.destinations import AGAINST_LISTS, against_list, is_standard_output
from huozi.commands.forms import COMMENT, FORMS, Manner, in_form
from huozi.commands.listing import LEVELS, NOT_WRITTEN, Listing, Written, exit_code, list_of
from huozi.commands.making import Examined, Request, request_of
from huozi.commands.outcome import Exit, Outcome, code_by_cause
from huozi.diagnostics import Findings, InvalidIssue, Language, Span, finding
from huozi.records import NamedTuple
from huozi.style.house import find_house


class Telling(NamedTuple):
    """How the list is to be told: a form of ``FORMS``, a language, the level of ``LEVELS`` that fails a run.

    ``file`` is where the form goes; text is told beside it then (empty: the form is told). ``most`` characters are in
    a form that people read in a comment. ``since`` is a revision or a round: what the issue had then is not listed, and
    ``known`` are the fingerprints of that, once it has been looked at (:func:`prepared`).
    """

    form: str = "text"
    language: Language = "zh"
    fail_on: str = "error"
    file: str = ""
    most: int = COMMENT
    since: str = ""
    known: frozenset[str] | None = None


PLAIN = Telling()


class Told(NamedTuple):
    """How a run over one issue went: its list, its exit code, whether it wrote the file that it was asked for.

    ``lists``: whether a file of the list may be written. ``aside``: a file is the standard output itself. ``examined``:
    all that was made, held as long as it is wanted.
    """

    listing: Listing
    code: Exit
    wrote: bool
    lists: bool
    aside: bool = False
    examined: Examined | None = None


Run: TypeAlias = Callable[[Request, Telling, Findings], Told]
"""A run over one issue; the findings are those of reading the options."""


# ------------------------------------------------------------------ the command line


SINCE = "只列这个版本（HEAD~1、origin/main）或校次以来新出的问题 / only what is new since a revision or a round"


def add_list_options(parser: argparse.ArgumentParser, *more_names: str, since: str = SINCE) -> None:
    """The options of the list of findings; ``more_names`` are other names of the file it goes to.

    ``since`` says what that option does.
    """
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help="列表的形式 / form of the list")
    parser.add_argument(
        "--fail-on",
        choices=tuple(LEVELS),
        default="error",
        help="到哪一级算不通过；认可了的不算 / what fails; accepted findings do not",
    )
    parser.add_argument(
        "--list",
        *more_names,
        dest="list_file",
        default="",
        metavar="FILE",
        help="照 --format 写到 FILE，屏幕上仍是文字 / write the list to FILE, and text to the standard output",
    )
    parser.add_argument("--since", default="", metavar="REV", help=since)


def telling_of(options: argparse.Namespace) -> Telling:
    """What the command line asks of the list."""
    return Telling(options.format, options.lang, options.fail_on, options.list_file, since=options.since)


def only_of_one(options: argparse.Namespace, given: dict[str, object]) -> None:
    """Refuse options (by their names, with what was given) that make sense for one issue only, where there are several.

    Raises ``InvalidIssue``.
    """
    count = len(issues_of(options))
    wrong = [
        finding(Span(name), "option-of-one-issue", option=name, count=count) for name, value in given.items() if value
    ]
    if count > 1 and wrong:
        raise InvalidIssue(wrong)


def issues_of(options: argparse.Namespace) -> list[str]:
    """The folders of the issues that are asked for, each once however it is written."""
    named: dict[str, str] = {}
    for folder in options.issue:
        named.setdefault(os.path.realpath(folder), folder)
    return list(named.values())


def tell_each(options: argparse.Namespace, run: Run) -> Outcome:
    """The outcome of a run over each issue: one that cannot be used keeps no other from being looked at.

    Of several, only the lists are kept.
    """
    telling = telling_of(options)
    folders = issues_of(options)
    runs = []
    for folder in folders:
        done = _run(options, folder, telling, run)
        runs.append(done if len(folders) == 1 else done._replace(examined=None))
    return outcome_of(runs, telling)


def _run(options: argparse.Namespace, folder: str, telling: Telling, run: Run) -> Told:
    findings = Findings()
    request = request_of(options, findings, folder)
    try:
        return run(request, telling, findings)
    except InvalidIssue as error:
        findings.extend(error.findings)
    except OSError as error:
        if error.filename is None:
            raise
        findings.add(Span(os.fsdecode(error.filename)), "system-refuses", reason=error.strerror or error)
    telling = prepared(request, telling._replace(since=""), findings)
    if any(item.rule in AGAINST_LISTS for item in findings):
        telling = telling._replace(file="")
    return told(Examined(request, find_house(folder), None, None), findings, telling, could_be_made=False)


# ------------------------------------------------------------------ a run, and several


def prepared(request: Request, telling: Telling, findings: Findings, outputs: Iterable[str] = ()) -> Telling:
    """How an issue is told, once it has been looked at where the list is to go and what the issue had before.

    ``outputs``: the files that the run reads or writes beside it. What is wrong with either is added to ``findings``.
    """
    if telling.file and (rule := against_list(request.folder, telling.file, outputs)):
        findings.add(Span(telling.file), rule)
        telling = telling._replace(file="")
    if telling.since and telling.known is None:
        from huozi.commands.earlier import known_before

        try:
            telling = telling._replace(known=known_before(request, telling.since))
        except InvalidIssue as error:
            findings.extend(error.findings)
    return telling


def told(
    examined: Examined, findings: Findings, telling: Telling, written: Written = NOT_WRITTEN, *, could_be_made: bool
) -> Told:
    """What a run has come to: its list and its exit code."""
    listing = list_of(examined, findings, written)._replace(came_about=could_be_made)
    if telling.known is not None:
        listing = listing.without(telling.known, telling.since)
    code = exit_code(listing, telling.fail_on, could_be_made=could_be_made)
    return Told(listing, code, bool(written.path), bool(telling.file), examined=examined)


def outcome_of(runs: Sequence[Told], telling: Telling) -> Outcome:
    """What runs have come to together: their lists in one, written where it is asked for, and the worst exit code."""
    listings = [run.listing for run in runs]
    code = max(run.code for run in runs)
    findings = tuple(item for listing in listings for item in listing.findings())
    manner = Manner(telling.language, telling.fail_on, telling.most)
    form = in_form(telling.form, listings, manner)
    aside = any(run.aside for run in runs)
    held = [run.examined for run in runs]
    outcome = Outcome(code, findings, form, True, all(run.wrote for run in runs), aside, held)
    if not telling.file:
        return outcome
    outcome = outcome._replace(
        text=form if telling.form == "text" else in_form("text", listings, manner),
        aside=aside or is_standard_output(telling.file),
    )
    if not all(run.lists for run in runs):
        return outcome
    from huozi.output.files import write_whole

    try:  # what no UTF-8 can hold is written as JSON writes it
        write_whole(telling.file, form.encode("utf-8", "backslashreplace"))
    except InvalidIssue as error:  # told beside the list, which stands as it is
        return outcome._replace(code=max(code, code_by_cause(error.findings)), findings=error.findings, listed=False)
    return outcome


def tell(
    examined: Examined, findings: Findings, telling: Telling, written: Written = NOT_WRITTEN, *, could_be_made: bool
) -> Outcome:
    """The outcome of a run over one issue."""
    return outcome_of([told(examined, findings, telling, written, could_be_made=could_be_made)], telling)
