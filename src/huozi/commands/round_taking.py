"""A round taken of an issue whose pages are made, and put in its place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from huozi.commands.documents import plan_of, target_of
from huozi.commands.editions import Side
from huozi.commands.fingerprints import Roots
from huozi.commands.listing import Entry
from huozi.commands.making import Made
from huozi.commands.outcome import SEVERITIES
from huozi.commands.round_files import place_of_round, round_path
from huozi.content.issue_model import Issue
from huozi.diagnostics import Findings, Span
from huozi.digests import blake2b
from huozi.makeup.kept_text import plan_text
from huozi.revisions.standing import Revision
from huozi.rounds.kept import Facts, KeptFinding, Round, round_text

DIGEST_BYTES = 8


def round_of(name: str, made: Made, side: Side, entries: Iterable[Entry], revision: Revision | None) -> Round:
    """What an issue is in a round: of what it was made, its edition, its plan, what was found in it."""
    from huozi import __version__

    issue, folder = made.issue, _folder(made.issue)
    facts = Facts(
        name,
        issue.journal,
        issue.year,
        issue.number,
        revision.day if revision else issue.date.isoformat(),
        _named(revision),
        __version__,
        target_of(made, "print").layout,
        tuple(_digests(issue, folder)),
    )
    roots = Roots(folder, tuple(os.path.dirname(room) for room in made.house.layouts))
    found = tuple(_finding(entry, roots) for entry in entries if entry.accepted is None)
    return Round(facts, side.edition, plan_text(plan_of(made)), found)


def _named(revision: Revision | None) -> str:
    """A revision by its name; one that files differ from has a ``+``."""
    return f"{revision.name}{'+' * revision.is_changed}" if revision else ""


def _folder(issue: Issue) -> str:
    return os.path.dirname(issue.span.file)


def _finding(entry: Entry, roots: Roots) -> KeptFinding:
    place = entry.finding.span
    file = roots.name(place.file) or os.path.basename(place.file)
    return KeptFinding(entry.fingerprint, entry.finding.rule, SEVERITIES[entry.severity], place._replace(file=file))


def _digests(issue: Issue, folder: str) -> Iterator[tuple[str, str]]:
    """The files that editors write, with digests of what is in them; one that is gone by now is left out."""
    files = (issue.span.file, *(article.span.file for article in (*issue.articles, *issue.fillers)))
    for path in dict.fromkeys(files):
        try:
            with open(path, "rb") as file:
                digest = blake2b(file.read(), digest_size=DIGEST_BYTES).hexdigest()
        except OSError:
            continue
        yield os.path.relpath(path, folder).replace(os.sep, "/"), digest


def keep_round(kept: Round, issue: str, findings: Findings) -> str:
    """Put a round in its place, whole; gives its path. A round that is there already is replaced, and that is told.

    Raises ``InvalidIssue`` where it cannot be written. Finding: ``round-replaced``.
    """
    from huozi.output.files import make_folder, write_whole

    path = place_of_round(kept.facts.name, issue)
    text = round_text(kept).encode("utf-8", "replace")
    if round_path(kept.facts.name, issue) is not None and _differs(path, text):
        findings.add(Span(path), "round-replaced", name=kept.facts.name)
    make_folder(os.path.dirname(path))
    write_whole(path, text)
    return path


def _differs(path: str, text: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read() != text
    except OSError:
        return True
