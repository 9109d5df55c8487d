"""What an issue had already: the fingerprints of its findings as it was at a revision."""

from __future__ import annotations

from huozi.commands.listing import list_of
from huozi.commands.making import Request, examine
from huozi.diagnostics import Findings


def known_before(request: Request, revision: str) -> frozenset[str]:
    """The fingerprints of all findings of an issue at a revision, with its layouts and fonts of then.

    What is asked of the issue is asked of the old one too, but for a plan that is to be kept. None where there was no
    such issue. Raises ``InvalidIssue`` where the revision cannot be had.
    """
    from huozi.revisions import old_issue

    with old_issue(request.folder, revision) as old:
        if not old.folder:
            return frozenset()
        found = Findings()
        examined = examine(request._replace(folder=old.folder, keep=""), found, lambda _: None)
        return frozenset(entry.fingerprint for entry in list_of(examined, found).entries)
