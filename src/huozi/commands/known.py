"""What an issue had already: the fingerprints of its findings as it was at a revision."""

from __future__ import annotations

from huozi.commands.before import issue_before
from huozi.commands.making import Request


def known_before(request: Request, revision: str) -> frozenset[str]:
    """The fingerprints of all findings of an issue at a revision; none where there was no such issue.

    Raises ``InvalidIssue`` where the revision cannot be had.
    """
    with issue_before(request, revision) as old:
        return frozenset() if old is None else old.known()
