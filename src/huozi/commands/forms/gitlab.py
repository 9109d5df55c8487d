"""The list as GitLab's report of code quality, which a merge request shows.

As its documentation has it ("Code Quality report format") this is a JSON array without a byte order mark. A finding
has a ``description``, a ``check_name``, a ``fingerprint`` of its own in the report, a ``location`` with ``path`` (from
the root of the repository, without ``./``) and ``lines.begin``, and a ``severity``: info, minor, major, critical or
blocker. Columns are not read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from huozi.commands.file_places import ISSUE_FILE, Repository
from huozi.commands.forms import Manner
from huozi.commands.forms.words import message_and_hint, shown
from huozi.commands.listing import Listing
from huozi.diagnostics import Severity
from huozi.digests import blake2b

LEVELS = {Severity.NOTE: "info", Severity.WARNING: "minor", Severity.ERROR: "critical"}


def form(listings: Sequence[Listing], manner: Manner) -> str:
    """The findings of all issues in one array. What is accepted is left out."""
    seen: Counter[str] = Counter()
    found = [row for listing in listings for row in _rows(listing, manner, seen)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _rows(listing: Listing, manner: Manner, seen: Counter[str]) -> Iterator[dict[str, object]]:
    """The findings of an issue.

    Fingerprints tell findings of an issue apart, and no two of a report may be the same: the issue is part of them, and
    their number among those that are alike (``seen``), for issues of two houses may have one name.
    """
    repository = Repository(listing.issue)
    issue = repository.place_in_issue(ISSUE_FILE)
    for entry in shown(listing):
        place = repository.place(entry.finding)
        key = f"{issue}\0{entry.fingerprint}"
        mark = blake2b(f"{key}\0{seen[key]}".encode("utf-8", "replace"), digest_size=16).hexdigest()
        seen[key] += 1
        yield {
            "description": " — ".join(
                " ".join(text.split()) for text in message_and_hint(entry, manner.language, place.about)
            ),
            "check_name": entry.finding.rule,
            "fingerprint": mark,
            "severity": LEVELS[entry.severity],
            "location": {"path": place.path, "lines": {"begin": place.line}},
        }
