"""Revisions: an issue as it was at a revision of its repository."""
