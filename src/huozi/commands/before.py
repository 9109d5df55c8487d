"""An issue as it was at a revision, looked through by today's program: its findings, and its pages where it has any."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from huozi.commands.listing import Listing, list_of
from huozi.commands.making import Examined, Request, examine
from huozi.diagnostics import Finding, Findings
from huozi.records import NamedTuple
from huozi.revisions.old import old_issue
from huozi.revisions.standing import Revision


class Before(NamedTuple):
    """An old issue in a folder of its own, which goes with the context that gave it: how far it came, what was found.

    Errors are among the findings of ``listing``, whose paths are in that folder; ``laid_out`` is how they begin, and
    what people are told instead.
    """

    folder: str
    revision: Revision
    examined: Examined
    listing: Listing
    laid_out: tuple[str, str]

    def known(self) -> frozenset[str]:
        """The fingerprints of all that was found."""
        return frozenset(entry.fingerprint for entry in self.listing.entries)


@contextmanager
def issue_before(request: Request, revision: str, path: str = "") -> Iterator[Before | None]:
    """An issue at a revision, with its layouts and fonts of then; ``None`` where there was no such issue.

    What is asked of the issue is asked of the old one too, but for a plan that is to be kept. ``path``: where it lay
    in the repository then, empty where it lies now. Raises ``InvalidIssue`` where the revision cannot be had.
    """
    with old_issue(request.folder, revision, path) as old:
        if not old.folder:
            yield None
            return
        found = Findings()
        examined = examine(request._replace(folder=old.folder, keep=""), found, lambda _: None)
        yield Before(old.folder, old.revision, examined, list_of(examined, found), old.laid_out)


def named(item: Finding, root: str, name: str) -> Finding:
    """A finding of an issue that is laid out below ``root`` for the time being, with another name for that in it."""
    if not root:
        return item
    arguments = tuple((key, value.replace(root, name)) for key, value in item.arguments)
    return item._replace(span=item.span._replace(file=item.span.file.replace(root, name)), arguments=arguments)
