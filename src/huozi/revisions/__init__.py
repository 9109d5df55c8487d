"""Revisions: an issue as it was at a revision of its repository, and what has changed since.

Git is asked as a program; it is no dependency, for only what compares with a revision needs it.
"""

from __future__ import annotations

from huozi.revisions.base import NONE, Base, base_of, changed_since, files_now, moved_since
from huozi.revisions.git import top_of
from huozi.revisions.old import NOT_READ, OldIssue, Revision, old_issue, revision_of

__all__ = [
    "NONE",
    "NOT_READ",
    "Base",
    "OldIssue",
    "Revision",
    "base_of",
    "changed_since",
    "files_now",
    "moved_since",
    "old_issue",
    "revision_of",
    "top_of",
]
