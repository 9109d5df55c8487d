"""The list as SARIF 2.1.0 (OASIS), the form that code scanning and editors read. Clauses are those of the standard.

Nothing in it is of this machine or of this moment (appendix F): the root of the repository is named, not told.
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias
from urllib.parse import quote_from_bytes

from huozi import __version__
from huozi.commands.file_places import ISSUE_FILE, Place, Repository, relative
from huozi.commands.forms import Manner
from huozi.commands.forms.words import message_and_hint
from huozi.commands.listing import Entry, Listing
from huozi.diagnostics import Language, Severity
from huozi.messages import MESSAGES
from huozi.messages.listing import say

Object: TypeAlias = dict[str, object]

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.NOTE: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
"""3.27.10, 3.50.3."""

ROOT = "SRCROOT"
LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}
FINGERPRINT = "huozi/v1"
"""The name of our fingerprint and its version (3.27.17). GitHub's own, ``primaryLocationLineHash``, its action adds."""


def form(listings: Sequence[Listing], manner: Manner) -> str:
    """One run with the findings of all issues; what is accepted is in it, suppressed."""
    log = {"version": VERSION, "$schema": SCHEMA, "runs": [_run(listings, manner.language)]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _run(listings: Sequence[Listing], language: Language) -> Object:
    rules = sorted({entry.finding.rule for listing in listings for entry in listing.entries})
    return {
        "tool": {
            "driver": {
                "name": "Huozi",
                "version": __version__,
                "language": LANGUAGES[language],
                "rules": [_rule(rule, language) for rule in rules],
            }
        },
        "language": LANGUAGES[language],
        "automationDetails": {"id": _run_id(listings)},
        "originalUriBaseIds": {ROOT: {"description": {"text": say("root", language)}}},  # 3.14.14: no path of a machine
        "newlineSequences": ["\r\n", "\r", "\n"],  # 3.14.26: so lines are counted when a source is read
        "columnKind": "unicodeCodePoints",  # 3.14.27
        "results": [result for listing in listings for result in _results(listing, rules, language)],
    }


def _run_id(listings: Sequence[Listing]) -> str:
    """The category of the run (3.17.3): what stands before the last slash; GitHub keeps one list of each category."""
    if len(listings) != 1:
        return "huozi/"
    issue = listings[0].issue
    inside = os.path.dirname(Repository(issue).place_in_issue(ISSUE_FILE))
    return f"huozi/{inside}/" if inside else "huozi/"


def _rule(rule: str, language: Language) -> Object:
    """A rule (3.49): what it says of any finding, its fields left open."""
    row = MESSAGES[rule]
    open_fields: defaultdict[str, str] = defaultdict(lambda: "…")
    text, hint = (row.zh, row.zh_hint) if language == "zh" else (row.en, row.en_hint)
    return {
        "id": rule,
        "shortDescription": {"text": _message(text.format_map(open_fields))},
        "help": {"text": _message(hint.format_map(open_fields))},
        "defaultConfiguration": {"level": LEVELS[row.severity]},
    }


def _results(listing: Listing, rules: Sequence[str], language: Language) -> Iterable[Object]:
    repository = Repository(listing.issue)
    for entry in listing.entries:
        place = repository.place(entry.finding)
        message, hint = message_and_hint(entry, language, place.about)
        yield {
            "ruleId": entry.finding.rule,
            "ruleIndex": rules.index(entry.finding.rule),
            "level": LEVELS[entry.severity],
            "message": {"text": _message(f"{message}\n{hint}")},
            "locations": [_location(place, entry)],
            "partialFingerprints": {FINGERPRINT: entry.fingerprint},
            **_suppressed(entry),
            "properties": _properties(listing, entry),
        }


def _location(place: Place, entry: Entry) -> Object:
    """Where a result is (3.28); of a whole file its first line, for GitHub asks for a line."""
    region: Object = {"startLine": place.line, "startColumn": place.column}
    if entry.length and not place.about:
        region["endColumn"] = place.column + entry.length  # 3.30.8: the column after the last character
    artifact = {"uri": quote_from_bytes(os.fsencode(place.path)), "uriBaseId": ROOT}  # 3.4.3: a URI, not a path
    location: Object = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    return location | ({"logicalLocations": [{"fullyQualifiedName": place.about}]} if place.about else {})


def _suppressed(entry: Entry) -> Object:
    """Who has accepted a result, and why (3.35): outside the text that it is about, so ``external``."""
    if entry.accepted is None:
        return {}
    reason = f"{entry.accepted.by}: {entry.accepted.why}"
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": reason}]}


def _properties(listing: Listing, entry: Entry) -> Object:
    """What SARIF has no word for (3.8): the issue, the page in the file and its folio."""
    page: Object = {"page": entry.page} if entry.page else {}
    folio: Object = {"folio": entry.folio} if entry.folio else {}
    return {"issue": relative(listing.issue), **page, **folio}


_PLACEHOLDER = re.compile(r"\{(?=[0-9]+\})|(?<=[0-9])\}|\{(?=\{)|\}(?=\})")
_LINK = re.compile(r"\](?=\()")


def _message(text: str) -> str:
    """A text as a plain message, in which nothing is a placeholder (3.11.5) or a link (3.11.6).

    A brace is doubled where it could be taken for one of a placeholder, or of a doubled one; elsewhere it stays single,
    for a remedy says what to type, and no viewer that is in use makes one of two. Between the brackets of what would be
    a link stands a word joiner: outside the text of a link there is no other way to keep it from being one.
    """
    return _LINK.sub("]\u2060", _PLACEHOLDER.sub(lambda found: found[0] * 2, text))
