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
    """Report fields of an article in two languages that are there in one alone, and lists that do not match.

    ``counts``: how many items its lists have, by their keys.

    Findings: ``english-missing`` and ``chinese-missing``, at the one that is there; ``counterpart-count``.
    """
    said = frozenset(filter(lambda key: _says_something(fields, key), fields.entries))
    if not any(english in said for _, english in COUNTERPARTS):
        return
    for own, english in COUNTERPARTS:
        if own in said and english not in said:
            fields.findings.add(fields.span_of(own), "english-missing", key=own, english=english)
        elif english in said and own not in said and own != "title":  # a title must be there anyway
            fields.findings.add(fields.span_of(english), "chinese-missing", key=own, english=english)
        _check_count(fields, own, counts.get(own, 0), counts.get(english, 0))


def _says_something(fields: Fields, key: str) -> bool:
    match fields.entries[key]:
        case Entry(value=Scalar(value=None)):
            return False
        case _:
            return True


def _check_count(fields: Fields, key: str, count: int, english: int) -> None:
    if count and english and count != english:
        fields.findings.add(fields.span_of(f"{key}_en"), "counterpart-count", key=key, count=count, english=english)
