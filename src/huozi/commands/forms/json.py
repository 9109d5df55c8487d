"""The list as JSON for programs (``huozi schema findings``)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from huozi import __version__
from huozi.commands.file_places import relative
from huozi.commands.forms import Manner
from huozi.commands.listing import Entry, Listing, MadeFile
from huozi.commands.outcome import SEVERITIES
from huozi.diagnostics import Language
from huozi.messages import texts

VERSION = 1
"""The version of the JSON: it counts up when a key changes its meaning or goes."""


def form(listings: Sequence[Listing], manner: Manner) -> str:
    """The list as one JSON object; of several issues, one that holds an object of each."""
    head: dict[str, object] = {"version": VERSION, "huozi": __version__}
    objects = [_list_object(listing, manner.language) for listing in listings]
    return (
        json.dumps(head | (objects[0] if len(objects) == 1 else {"issues": objects}), ensure_ascii=False, indent=1)
        + "\n"
    )


def _list_object(listing: Listing, language: Language) -> dict[str, object]:
    counts = Counter("accepted" if entry.accepted else SEVERITIES[entry.severity] for entry in listing.entries)
    since = {"since": listing.since._asdict()} if listing.since else {}
    return {
        "issue": relative(listing.issue),
        "counts": {name: counts[name] for name in ("error", "warning", "note", "accepted")},
        **since,
        "made": None if listing.made is None else _made_object(listing.made),
        "findings": [_finding_object(entry, language) for entry in listing.entries],
    }


def _made_object(made: MadeFile) -> dict[str, object]:
    folios = [{"section": title, "page": page, "folio": folio or None} for title, page, folio in made.sections]
    told: dict[str, object] = {
        "path": relative(made.path) if made.path else None,
        "pages": made.pages,
        "folios": folios,
    }
    told |= {"covers": relative(made.covers)} if made.covers else {}
    return told | ({"others": [relative(path) for path in made.others]} if made.others else {})


def _finding_object(entry: Entry, language: Language) -> dict[str, object]:
    item = entry.finding
    message, hint = texts(item, language)
    line, column = (item.span.line, item.span.column or 1) if item.span.line else (0, 0)
    signed = {"by": entry.accepted.by, "why": entry.accepted.why} if entry.accepted else None
    return {
        "rule": item.rule,
        "severity": SEVERITIES[entry.severity],
        "message": message,
        "hint": hint,
        "file": relative(item.span.file),
        "line": line,
        "column": column,
        "end_line": line if entry.length else None,
        "end_column": column + entry.length if entry.length else None,
        "page": entry.page or None,
        "folio": entry.folio or None,
        "fingerprint": entry.fingerprint,
        "accepted": signed,
    }
