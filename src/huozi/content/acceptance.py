"""``accept:`` in ``issue.yaml``: findings that someone has signed off."""

from __future__ import annotations

import re

from huozi.content.fields import Fields, read_fields
from huozi.content.issue_model import Acceptance
from huozi.positioned_yaml import Entry, Scalar
from huozi.source_file import quoted

ACCEPT_KEYS: dict[str, bool] = {"finding": True, "rule": False, "by": True, "why": True}
"""Keys of an entry: required or not."""

FINGERPRINT_PATTERN = "^[0-9a-f]{12}$"
"""What a fingerprint looks like."""


def is_fingerprint(text: str) -> bool:
    """Whether a text can be the fingerprint of a finding.

    >>> is_fingerprint("0f3a9c1b22d7"), is_fingerprint("0F3A"), is_fingerprint("")
    (True, False, False)
    """
    return re.fullmatch(FINGERPRINT_PATTERN, text) is not None


def read_acceptances(fields: Fields) -> tuple[Acceptance, ...]:
    """The entries of ``accept`` that are whole; whatever is wrong with one is reported at its place."""
    match fields.entries.get("accept"):
        case None | Entry(value=Scalar(value=None)):
            return ()
    entries: list[Acceptance] = []
    for item in fields.items("accept"):
        own = read_fields(item, ACCEPT_KEYS, fields.findings)
        if own is None:
            continue
        mark, by, why = own.text("finding"), own.text("by"), own.text("why")
        if mark and not is_fingerprint(mark):
            own.findings.add(own.span_of("finding"), "acceptance-fingerprint", value=quoted(mark))
        elif mark and by and why:
            entries.append(Acceptance(mark, own.optional_text("rule"), by, why, own.span_of("finding")))
    return tuple(entries)
