"""What an article says in two languages: a field that lacks its counterpart, lists of different lengths."""

from __future__ import annotations

from collections.abc import Mapping

from huozi.content.fields import Fields
from huozi.positioned_yaml import Entry, Scalar

COUNTERPARTS = (
    ("title", "title_en"),
    ("subtitle", "subtitle_en"),
    ("authors", "authors_en"),
    ("abstract", "abstract_en"),
    ("keywords", "keywords_en"),
)
"""Keys of one thing in both languages."""


def check_counterparts(fields: Fields, counts: Mapping[str, int]) -> None:
    """Report what an article in two languages says in one alone, and lists of different lengths.

    ``counts``: how many items could be read under each key. Findings: ``english-missing`` and ``chinese-missing``, at
    the one that is there; ``counterpart-count``.
    """
    if not any(counts.get(english) for _, english in COUNTERPARTS):
        return
    for key, english in COUNTERPARTS:
        own, other = counts.get(key, 0), counts.get(english, 0)
        if own and not other and _is_empty(fields, english):
            fields.findings.add(fields.span_of(key), "english-missing", key=key, english=english)
        elif other and not own and _is_empty(fields, key) and key != "title":  # a title must be there anyway
            fields.findings.add(fields.span_of(english), "chinese-missing", key=key, english=english)
        elif own and other and own != other:
            fields.findings.add(fields.span_of(english), "counterpart-count", key=key, count=own, english=other)


def _is_empty(fields: Fields, key: str) -> bool:
    """Whether a key is not there or has nothing behind it; what could not be read is reported, and not missing."""
    match fields.entries.get(key):
        case None | Entry(value=Scalar(text="")):
            return True
        case _:
            return False
