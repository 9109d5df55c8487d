"""The forms of a list of findings: text for people, JSON for programs (docs/findings.md), commands for GitHub."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from huozi.commands.listing import Entry, Listing, MadeFile, SectionPage
from huozi.commands.outcome import SEVERITIES, counted_in_words
from huozi.diagnostics import Language, Severity
from huozi.messages import render, texts
from huozi.messages.listing import say

Form: TypeAlias = Callable[[Listing, Language], str]

SHOWN = 3
"""Places of a rule that a text shows; the rest are counted. Errors are all shown."""
ASKED_FOR = ("lines-to-cut",)
"""Rules that answer what someone asked: they are all shown too."""


# ------------------------------------------------------------------ text


def as_text(listing: Listing, language: Language) -> str:
    """Each finding with its remedy, how many there are, what was made; what is accepted is counted alone."""
    shown = [entry for entry in listing.entries if entry.accepted is None]
    lines = [*_places(shown, language)]
    counts = Counter(SEVERITIES[entry.severity] for entry in shown)
    accepted = len(listing.entries) - len(shown)
    lines.append(counted_in_words(counts, accepted, language))
    lines.append(_made(listing.made, language))
    return "".join(f"{line}\n" for line in lines)


def _places(shown: Iterable[Entry], language: Language) -> Iterator[str]:
    """The findings as they are shown, a rule's further ones counted behind the last that is."""
    entries = list(shown)
    all_of = Counter(entry.finding.rule for entry in entries)
    so_far: Counter[str] = Counter()
    for entry in entries:
        rule = entry.finding.rule
        so_far[rule] += 1
        is_error = entry.severity is Severity.ERROR
        is_whole = is_error or rule in ASKED_FOR
        if so_far[rule] > SHOWN and not is_whole:
            continue
        folio = say("folio", language, folio=entry.folio) if entry.folio else ""
        yield render(entry.finding, language, folio, "" if is_error else f" [{entry.fingerprint}]")
        if so_far[rule] == SHOWN < all_of[rule] and not is_whole:
            yield f"    {say('more', language, count=all_of[rule] - SHOWN)}"


def _made(made: MadeFile | None, language: Language) -> str:
    """What was made: the file, how many pages, the folios that sections begin on."""
    if made is None:
        return say("none-made", language)
    what = say("written" if made.path else "made-up", language, path=made.path, pages=made.pages)
    what += say("folios", language, folios=made.folios) if made.folios else ""
    sections = say("between", language).join(_section(section, language) for section in made.sections)
    what += say("sections", language, sections=sections) if sections else ""
    return what + (say("covers", language, path=made.covers) if made.covers else "")


def _section(section: SectionPage, language: Language) -> str:
    return say("section", language, title=section.title, folio=section.folio or say("no-folio", language))


# ------------------------------------------------------------------ JSON

VERSION = 1
"""The version of the JSON: it counts up when a key changes its meaning or goes."""


def as_json(listing: Listing, language: Language) -> str:
    """The list as one JSON object (``huozi schema findings``)."""
    import json

    from huozi import __version__

    counted = Counter("accepted" if entry.accepted else SEVERITIES[entry.severity] for entry in listing.entries)
    whole = {
        "version": VERSION,
        "huozi": __version__,
        "issue": relative(listing.issue),
        "counts": {name: counted[name] for name in ("error", "warning", "note", "accepted")},
        "made": None if listing.made is None else _made_object(listing.made),
        "findings": [_finding_object(entry, language) for entry in listing.entries],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _made_object(made: MadeFile) -> dict[str, object]:
    folios = [{"section": title, "page": page, "folio": folio or None} for title, page, folio in made.sections]
    told: dict[str, object] = {
        "path": relative(made.path) if made.path else None,
        "pages": made.pages,
        "folios": folios,
    }
    return told | ({"covers": relative(made.covers)} if made.covers else {})


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


def relative(path: str) -> str:
    """A path from the working folder, with ``/`` on every system; an option's name is left as it is."""
    if path.startswith("--"):
        return path
    try:
        found = os.path.relpath(path)
    except ValueError:  # on another drive
        found = path
    return found.replace(os.sep, "/")


# ------------------------------------------------------------------ GitHub

GITHUB_LEVELS = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


def as_github(listing: Listing, language: Language) -> str:
    """Findings as workflow commands, which a pull request shows at their lines, and what was made as a plain line.

    What is accepted is left out.
    """
    lines = [_command(entry, language) for entry in listing.entries if entry.accepted is None]
    return "".join(f"{line}\n" for line in (*lines, _made(listing.made, language)))


def _command(entry: Entry, language: Language) -> str:
    item = entry.finding
    message, hint = texts(item, language)
    folio = say("folio", language, folio=entry.folio) if entry.folio else ""
    line, column = item.span.line or 1, item.span.column or 1
    end = f",endColumn={column + entry.length}" if entry.length else ""
    place = f"file={_property(relative(item.span.file))},line={line},col={column}{end}"
    level = GITHUB_LEVELS[entry.severity]
    words = _data(f"{message}{folio}\n{hint}")
    return f"::{level} {place},title={_property(item.rule)}::{words}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMS: dict[str, Form] = {"text": as_text, "json": as_json, "github": as_github}
"""What ``--format`` takes."""
