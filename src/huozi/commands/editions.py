"""The editions that commands compare: an issue's folder, a round that was kept, an issue as it was at a revision."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack

from huozi.commands.before import Before, named
from huozi.commands.documents import target_of
from huozi.commands.fingerprints import Roots
from huozi.commands.making import Made, Request, make
from huozi.commands.outcome import Progress
from huozi.commands.round_files import load_round, round_path
from huozi.content.issue_file import load_issue
from huozi.content.issue_model import Issue
from huozi.diagnostics import Finding, Findings, InvalidIssue, Severity, Span, finding
from huozi.messages import severity
from huozi.records import NamedTuple
from huozi.revisions.old import old_issue
from huozi.revisions.standing import Revision
from huozi.rounds.edition import Edition
from huozi.rounds.kept import Round
from huozi.rounds.taking import edition_of, unset_edition


class Side(NamedTuple):
    """One of two editions: what it was asked as, its edition, the pages where they were made here.

    ``failed``: why it could not be set; the edition is then of its text alone. ``revision``: of one from a repository.
    """

    asked: str
    edition: Edition
    made: Made | None = None
    failed: tuple[Finding, ...] = ()
    revision: Revision | None = None
    round: Round | None = None

    def must_be_set(self) -> None:
        """Raise ``InvalidIssue`` with why, where its pages could not be made."""
        if self.failed:
            raise InvalidIssue(self.failed)


def new_side(request: Request, findings: Findings, progress: Progress) -> Side:
    """The edition of an issue's folder as it is now. Raises ``InvalidIssue`` where its pages cannot be made."""
    return made_side(request.folder, make(request, findings, progress))


def side_before(asked: str, old: Before) -> Side:
    """The edition of an issue that has been looked through as it was; of its text alone where it was not made.

    ``asked`` is what people call it. Raises ``InvalidIssue`` with its findings where it cannot even be read.
    """
    if old.examined.made is not None:
        return made_side(asked, old.examined.made)._replace(revision=old.revision)
    errors = [item for item in old.listing.findings() if severity(item) is Severity.ERROR]
    return _unset_side(asked, old.folder, errors, old.laid_out)._replace(revision=old.revision)


def made_side(asked: str, made: Made) -> Side:
    """The edition of an issue whose pages are made."""
    folder = made.issue.span.file.removesuffix("issue.yaml").rstrip("/" + os.sep)
    title = target_of(made, "screen").title
    return Side(asked, edition_of(made.issue, made.pages, title, named_from(folder, made), made.sheet.references), made)


def named_from(folder: str, made: Made) -> Callable[[str], str]:
    """How the files of an issue are named, the same wherever its folder lies."""
    roots = Roots(folder, tuple(os.path.dirname(room) for room in made.house.layouts))
    return lambda file: roots.name(file) or os.path.basename(file)


def old_side(asked: str, issue: str, stack: ExitStack, progress: Progress) -> Side:
    """The edition that is asked for: a folder, a round (its name or its file), ``REV:folder``, or a revision.

    ``issue`` is the folder that it is compared with: its rounds, and its place in the repository. What is laid out of
    a revision stays until the ``stack`` is closed. Raises ``InvalidIssue``: with what :func:`huozi.revisions.old_issue`
    raises, with ``round-…``, or with the findings of an issue that cannot even be read.
    """
    if os.path.isdir(asked):
        return _tried(asked, asked, progress, None)
    if (path := round_path(asked, issue)) is not None:
        kept = load_round(path)
        return Side(asked, kept.edition, round=kept)
    revision, colon, path = asked.partition(":")
    here = issue if os.path.isdir(issue) or not colon else os.getcwd()
    old = stack.enter_context(old_issue(here, revision, path if colon else ""))
    if not old.folder:
        raise InvalidIssue([finding(Span(asked), "revision-without-issue", revision=old.revision.short)])
    return _tried(asked, old.folder, progress, old.revision, old.laid_out)


def _tried(
    asked: str, folder: str, progress: Progress, revision: Revision | None, laid_out: tuple[str, str] = ("", "")
) -> Side:
    """An issue set with today's program, its own layout and fonts; its text alone where that cannot be."""
    try:
        made = make(Request(folder), Findings(), progress)
    except InvalidIssue as error:
        return _unset_side(asked, folder, error.findings, laid_out)._replace(revision=revision)
    return made_side(asked, made)._replace(revision=revision)


def _unset_side(asked: str, folder: str, errors: Sequence[Finding], laid_out: tuple[str, str]) -> Side:
    """The edition of an issue that these errors keep from being set; raises them where it cannot be read either."""
    issue = load_issue(folder, Findings())
    failed = tuple(named(item, *laid_out) for item in errors)
    if issue is None:
        raise InvalidIssue(failed)
    return Side(asked, _of_text(issue, folder), failed=failed)


def _of_text(issue: Issue, folder: str) -> Edition:
    roots = Roots(folder, ())
    title = f"{issue.journal} {issue.year}-{issue.number}"
    return unset_edition(issue, title, lambda file: roots.name(file) or os.path.basename(file))
