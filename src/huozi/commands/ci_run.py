"""One issue of ``huozi ci``: looked through once, compared with what it was, its files made and put in their place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from typing import Literal, TypeAlias

from huozi.commands.before import Before, issue_before, named
from huozi.commands.change_words import Compared
from huozi.commands.ci_folder import put
from huozi.commands.ci_issues import Touched
from huozi.commands.ci_steps import Step, Work, carry_out, relisted
from huozi.commands.editions import made_side, side_before
from huozi.commands.listing import LEVELS, Entry, Listing, Since
from huozi.commands.making import Examined, Request, examine
from huozi.commands.outcome import Exit, Progress, code_by_cause
from huozi.diagnostics import Finding, Findings, InvalidIssue, Language, Severity, Span, finding
from huozi.messages import texts
from huozi.records import NamedTuple
from huozi.revisions.base import Base
from huozi.rounds.comparing import compare
from huozi.style.house import find_house, shown_path

State: TypeAlias = Literal["compared", "new", "alone", "unread"]
"""How an issue was compared: with the one of then; not, for there was none then; not, for nothing can be compared with;
not, or not wholly, for what was then cannot be read."""


class Plan(NamedTuple):
    """What is done with every issue of a repository (by its top).

    What it is compared with, the folder of the run, the steps, how it is told, what fails it.
    """

    top: str
    base: Base
    output: str
    steps: Sequence[Step]
    language: Language = "zh"
    fail_on: str = "error"


class IssueRun(NamedTuple):
    """What has become of an issue.

    ``listing`` has all that was found. ``fresh`` are the fingerprints of what is new, ``None`` where nothing was
    compared; ``gone`` what was found then and is no more, placed in the files of today. ``room`` is the folder of its
    ``files``, by their names in it. ``warnings`` are of the run, ``left_out`` the steps that an extra is missing for.
    """

    issue: Touched
    state: State
    listing: Listing
    room: str
    code: Exit
    fresh: frozenset[str] | None = None
    gone: tuple[Entry, ...] = ()
    compared: Compared | None = None
    files: tuple[str, ...] = ()
    warnings: tuple[Finding, ...] = ()
    left_out: tuple[tuple[str, Finding], ...] = ()

    def told(self, revision: str) -> Listing:
        """The list that a change is told: what is new, and errors, however old; the others are counted."""
        return self.listing if self.fresh is None else _only_fresh(self.listing, self.fresh, revision)


def run_issue(issue: Touched, plan: Plan, progress: Progress) -> IssueRun:
    """Look an issue through, compare it, make its files.

    Raises ``InvalidIssue`` where these cannot be written: then none of them has been.
    """
    room = os.path.join(plan.output, issue.name)
    findings = Findings()
    warnings: list[Finding] = []
    with ExitStack() as stack:
        state, before = _before(issue, plan, stack, warnings)
        examined = _examined(Request(issue.folder), findings, progress)
        bare = Work(room, examined, findings, Listing(issue.folder, (), None), plan.language, before)
        work = bare._replace(listing=relisted(bare), compared=_compared(bare, plan, warnings))
        progress("write")
        work = carry_out(work, plan.steps)
        put(room, work.files)
        compared = work.compared
        if compared is not None:  # without what the pages are made of: there may be many issues
            compared = compared._replace(old=compared.old._replace(made=None), new=compared.new._replace(made=None))
        fresh = frozenset(each.fingerprint for each in work.listing.entries) if state == "new" else work.fresh()
        return IssueRun(
            issue,
            "unread" if warnings else state,
            work.listing,
            room,
            code_of(work.listing, fresh, plan.fail_on),
            fresh,
            () if before is None else tuple(_gone(before, work.listing, plan.top)),
            compared,
            tuple(sorted(work.files)),
            tuple(warnings),
            work.left_out,
        )


def _examined(request: Request, findings: Findings, progress: Progress) -> Examined:
    try:
        return examine(request, findings, progress)
    except InvalidIssue as error:
        findings.extend(error.findings)
    return Examined(request, find_house(request.folder), None, None)


def _before(issue: Touched, plan: Plan, stack: ExitStack, warnings: list[Finding]) -> tuple[State, Before | None]:
    """The issue as it was; a warning where the repository does not give it."""
    if not plan.base.commit:
        return "new" if plan.base.kind == "first" else "alone", None
    try:
        old = stack.enter_context(issue_before(Request(issue.folder), plan.base.commit, issue.was))
    except InvalidIssue as error:
        warnings.append(_not_compared(issue.folder, plan, error.findings))
        return "unread", None
    return ("new", None) if old is None else ("compared", old)


def _compared(work: Work, plan: Plan, warnings: list[Finding]) -> Compared | None:
    """What differs from the issue as it was, where both can be read and the new one's pages are made."""
    made, before = work.examined.made, work.before
    if made is None or before is None:
        return None
    try:
        old = side_before(shown_name(plan.base), before)
    except InvalidIssue as error:
        warnings.append(_not_compared(work.listing.issue, plan, error.findings))
        return None
    new = made_side(work.listing.issue, made)
    return Compared(old, new, compare(old.edition, new.edition))


def shown_name(base: Base) -> str:
    """What people call a base: a branch without the rooms it is in, a commit by its beginning."""
    name = base.name.removeprefix("refs/").removeprefix("remotes/").removeprefix("heads/")
    return name[:12] if name == base.commit or len(name) >= 40 else name


def _not_compared(folder: str, plan: Plan, findings: Iterable[Finding]) -> Finding:
    """What is told where an issue cannot be compared, with the first of what keeps it from that."""
    reason = next((texts(item, plan.language)[0] for item in findings), "")
    return finding(Span(folder), "ci-not-compared", revision=shown_name(plan.base), reason=reason)


def _gone(before: Before, now: Listing, top: str) -> Iterable[Entry]:
    """What was found then and is no more, at its place in the repository; what had been accepted is left out."""
    there = {entry.fingerprint for entry in now.entries}
    for entry in before.listing.entries:
        if entry.accepted is None and entry.fingerprint not in there:
            in_issue = named(entry.finding, before.folder, now.issue)  # the folder may have had another name
            yield entry._replace(finding=named(in_issue, before.laid_out[0], os.path.join(shown_path(top), "")))


def _only_fresh(listing: Listing, fresh: frozenset[str], revision: str) -> Listing:
    entries = tuple(
        entry for entry in listing.entries if entry.fingerprint in fresh or entry.severity is Severity.ERROR
    )
    left_out = len(listing.entries) - len(entries)
    return listing._replace(entries=entries, since=Since(revision, left_out) if left_out else None)


def code_of(listing: Listing, fresh: frozenset[str] | None, fail_on: str) -> Exit:
    """The exit code of an issue: errors fail it however old they are, warnings and notes where they are new.

    Where nothing was compared all are new. Under ``never`` no finding fails it, but for those of paths and the system.
    """
    counted = [entry for entry in listing.entries if entry.accepted is None]
    if code_by_cause(entry.finding for entry in counted) is Exit.USAGE:
        return Exit.USAGE
    if fail_on == "never":
        return Exit.DONE
    least = LEVELS[fail_on]
    fails = any(
        entry.severity is Severity.ERROR or (entry.severity >= least and (fresh is None or entry.fingerprint in fresh))
        for entry in counted
    )
    return Exit.FINDINGS if fails else Exit.DONE
