"""What keeps a file from being written."""

from __future__ import annotations

from huozi.diagnostics import InvalidIssue


class OutputError(InvalidIssue):
    """Pages that make no file, or a file that finds no place; ``findings`` says why, with place and remedy."""
