"""Revisions: an issue as it was at a revision of its repository.

Git is asked as a program; it is no dependency, for only what compares with a revision needs it.
"""

from __future__ import annotations

from huozi.revisions.old import OldIssue, Revision, old_issue, revision_of

__all__ = ["OldIssue", "Revision", "old_issue", "revision_of"]
