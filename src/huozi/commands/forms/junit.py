"""The list as JUnit's XML, the form in which every CI reads tests.

There is no standard. Written are the elements and attributes that GitLab ("Unit test reports"), Jenkins and the schema
of Ant's task have in common: ``testsuites``, ``testsuite``, ``testcase`` with ``failure`` and ``system-out``, and the
``file`` that GitLab and CircleCI read. No time is told: it would be another in each run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from huozi.commands.file_places import Repository, relative
from huozi.commands.forms import Manner
from huozi.commands.forms.words import counted, made_in_words, message_and_hint
from huozi.commands.listing import LEVELS, Entry, Listing
from huozi.commands.outcome import SEVERITIES
from huozi.messages.listing import say
from huozi.records import NamedTuple

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot have, not as references either (production 2, ``Char``)."""

LOST = "\ufffd"


class Case(NamedTuple):
    """A test: the file and the rule, why it fails (a line; empty: it does not) and all that is said of it."""

    file: str
    rule: str
    failure: str
    severity: str
    said: str


def form(listings: Sequence[Listing], manner: Manner) -> str:
    """A suite an issue, in it a case for each rule and file that something was found of.

    A case fails where its findings fail the run. A run that failed without one has a case that says so; a run in which
    nothing was found has one that passes.
    """
    suites = [(relative(listing.issue), _cases(listing, manner)) for listing in listings]
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines.append(f'<testsuites name="huozi"{_counts(case for _, cases in suites for case in cases)}>')
    for name, cases in suites:
        lines.append(f' <testsuite name="{_attribute(name)}"{_counts(cases)}>')
        lines += [line for case in cases for line in _lines(case)]
        lines.append(" </testsuite>")
    return "\n".join((*lines, "</testsuites>", ""))


def _counts(cases: Iterable[Case]) -> str:
    failed = [bool(case.failure) for case in cases]
    return f' tests="{len(failed)}" failures="{sum(failed)}" errors="0" skipped="0" time="0"'


def _cases(listing: Listing, manner: Manner) -> list[Case]:
    """The tests of an issue, in the order of what was found."""
    repository = Repository(listing.issue)
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in listing.entries:
        groups.setdefault((repository.place(entry.finding).path, entry.finding.rule), []).append(entry)
    cases = [_case(*key, entries, repository, manner) for key, entries in groups.items()]
    made = made_in_words(listing.made, manner.language)
    own = repository.place_in_issue("issue.yaml")
    if not listing.came_about and not any(case.failure for case in cases):
        cases.append(Case(own, "made", made, "error", made))
    if not cases:
        cases.append(Case(own, "findings", "", "", f"{counted(listing, manner.language)}\n{made}"))
    return cases


def _case(file: str, rule: str, entries: Sequence[Entry], repository: Repository, manner: Manner) -> Case:
    """The test of a rule in a file. All findings of a rule are as grave as each other."""
    failing = [entry for entry in entries if entry.accepted is None and entry.severity >= LEVELS[manner.fail_on]]
    said = "\n".join(_said(entry, repository, manner) for entry in entries)
    first = message_and_hint(failing[0], manner.language)[0] if failing else ""
    return Case(file, rule, first, SEVERITIES[entries[0].severity], said)


def _said(entry: Entry, repository: Repository, manner: Manner) -> str:
    place = repository.place(entry.finding)
    message, hint = message_and_hint(entry, manner.language, place.about)
    signed = entry.accepted
    accepted = say("accepted-by", manner.language, by=signed.by, why=signed.why) if signed else ""
    return f"{place.path}:{place.line}:{place.column}: {message}{accepted}\n    {hint} [{entry.fingerprint}]"


def _lines(case: Case) -> Iterator[str]:
    file = _attribute(case.file)
    yield f'  <testcase classname="{file}" name="{_attribute(case.rule)}" file="{file}" time="0">'
    if case.failure:
        head = f'message="{_attribute(case.failure)}" type="{case.severity}"'
        yield f"   <failure {head}>{_text(case.said)}</failure>"
    else:
        yield f"   <system-out>{_text(case.said)}</system-out>"
    yield "  </testcase>"


def _text(text: str) -> str:
    """A text as character data (XML 1.0, 2.4); a carriage return as a reference, else it is read as a line feed."""
    written = NOT_XML.sub(LOST, text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return written.replace("\r", "&#13;")


def _attribute(text: str) -> str:
    """A text as the value of an attribute (3.3.3): what ends lines would be read as a space."""
    return _text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
