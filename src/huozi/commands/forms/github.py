"""The list as workflow commands of GitHub Actions, which a pull request shows at their lines.

A command is ``::level key=value,…::data`` in a line of the log (documentation of GitHub Actions, "Workflow commands").
The runner takes ``%0D``, ``%0A`` and ``%25`` in data back to what they stand for, in a property ``%3A`` and ``%2C`` as
well. In what unit ``col`` and ``endColumn`` count is told nowhere, and the site shows lines alone: they are code
points, and ``endColumn`` is the column after the last one, as everywhere in Huozi.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from huozi.commands.file_places import Repository, relative
from huozi.commands.forms import Manner
from huozi.commands.forms.words import counted, made_in_words, message_and_hint, shown
from huozi.commands.listing import Entry, Listing
from huozi.diagnostics import Finding, Language, Severity
from huozi.messages import severity, texts
from huozi.messages.listing import say

MOST = 10
"""Annotations of a level that GitHub shows of one step ("Usage limits": 10 errors, 10 warnings, 10 notices a step)."""

LEVELS = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}

OLD_COMMAND = "##["
"""What begins a command of the runner's old form, wherever it stands in a line that is no command."""


def form(listings: Sequence[Listing], manner: Manner) -> str:
    """The findings of all issues, worst first and of each level as many as are shown; then a line or two an issue.

    What is accepted is left out.
    """
    language = manner.language
    repositories = [(listing, Repository(listing.issue)) for listing in listings]
    entries = [(entry, repository) for listing, repository in repositories for entry in shown(listing)]
    entries.sort(key=lambda row: -row[0].severity)
    so_far: Counter[Severity] = Counter()
    lines = []
    for entry, repository in entries:
        so_far[entry.severity] += 1
        if so_far[entry.severity] <= MOST:
            lines.append(_command(entry, repository, language))
    more = sum(max(count - MOST, 0) for count in so_far.values())
    lines += [_plain(say("not-annotated", language, count=more, most=MOST))] if more else []
    for listing in listings:
        head = f"{relative(listing.issue)}: " if len(listings) > 1 else ""
        if head or more or listing.since:
            lines.append(_plain(head + counted(listing, language)))
        lines.append(_plain(head + made_in_words(listing.made, language)))
    return "".join(f"{line}\n" for line in lines)


def _command(entry: Entry, repository: Repository, language: Language) -> str:
    place = repository.place(entry.finding)
    message, hint = message_and_hint(entry, language, place.about)
    end = f",endColumn={place.column + entry.length}" if entry.length and not place.about else ""
    where = f"file={_property(place.path)},line={place.line},col={place.column}{end}"
    words = _data(f"{message}\n{hint}")
    return f"::{LEVELS[entry.severity]} {where},title={_property(entry.finding.rule)}::{words}"


def notice(item: Finding, language: Language) -> str:
    """A finding of the run itself, as a command that has no place in a file."""
    message, hint = texts(item, language)
    words = _data(f"{message}\n{hint}")
    return f"::{LEVELS[severity(item)]} title={_property(item.rule)}::{words}\n"


def harmless(text: str) -> str:
    """A text of several lines none of which is a command: the runner looks behind spaces, and into lines."""
    lines = []
    for line in text.replace("\r", " ").replace(OLD_COMMAND, "# #[").split("\n"):
        rest = line.lstrip()
        lines.append(f"{line[: len(line) - len(rest)]}· {rest}" if rest.startswith("::") else line)
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(text: str) -> str:
    """A text as one line of the log that is no command, whatever stands in it."""
    line = " ".join(text.split()).replace(OLD_COMMAND, "# #[")
    return f"· {line}" if line.startswith("::") else line
