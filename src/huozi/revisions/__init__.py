"""Revisions: an issue as it was at a revision of its repository, and what has changed since.

Git is asked as a program; it is no dependency, for only what compares with a revision needs it.
"""
