"""A reviewed PDF to its comments: read, placed by the map it carries or by the issue, told in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from huozi.diagnostics import Findings, InvalidIssue, Span, finding
from huozi.display import Page
from huozi.records import NamedTuple
from huozi.reviews.comments import comments_of
from huozi.reviews.fitting import map_of
from huozi.reviews.model import Comment, ReviewedFile
from huozi.reviews.pdf_file import MOST_ANNOTATIONS, NotRead, read_pdf
from huozi.reviews.placing import agrees, is_own, known_of
from huozi.reviews.proof_map import ProofMap, read_map
from huozi.reviews.signs import Pages, SignsOf
from huozi.reviews.sources import Sources
from huozi.reviews.threads import threads_of

PagesOf: TypeAlias = Callable[[], Sequence[Page]]
"""Makes the pages of an issue; raises ``InvalidIssue`` where they cannot be made."""


class OfIssue(NamedTuple):
    """The issue that a proof should be of: its folder, its names (a map without pages), its pages on demand."""

    folder: str
    named: ProofMap
    pages: PagesOf


class Notes(NamedTuple):
    """What a reviewed PDF says: the proof it is of (``None``: not known), its pages, its comments.

    ``own_left_out`` counts the proof's own findings that are not among them.
    """

    file: str
    proof: ProofMap | None
    sheets: int
    comments: tuple[Comment, ...]
    own_left_out: int = 0


def read_notes(data: bytes, path: str, findings: Findings, issue: OfIssue | None, *, all_of_them: bool) -> Notes:
    """The comments of a PDF; what keeps some of them from being told whole is added to ``findings``.

    Raises ``InvalidIssue`` where it cannot be read, or is the proof of another issue.
    """
    try:
        file = read_pdf(data)
    except NotRead as error:
        raise InvalidIssue([finding(Span(path), error.rule)]) from error
    with Pages(data, file.readable) as pages:
        proof_map = _map_of(file, path, findings, issue, pages.signs)
        threads = threads_of(file.annotations)
        known = known_of(proof_map, file.annotations, dict(file.labels), "" if issue is None else issue.folder)
        sources = Sources("" if issue is None else issue.folder)
        reviewed = comments_of(threads, known, pages.signs, sources, all_of_them=all_of_them)
    own = sum(is_own(thread.head) for thread in threads)
    told = sum(comment.kind == "finding" for comment in reviewed.comments)
    if proof_map is None and issue is None and any(comment.place.by != "map" for comment in reviewed.comments):
        _say_without_map(file, path, findings)
    unread = sum(comment.place.sheet - 1 not in file.readable for comment in reviewed.comments)
    _report(file, reviewed.wordless + unread, path, findings)
    return Notes(path, proof_map, file.sheets, reviewed.comments, own - told)


def _map_of(
    file: ReviewedFile, path: str, findings: Findings, issue: OfIssue | None, signs_of: SignsOf
) -> ProofMap | None:
    """The map of a proof: as it carries it, else as the issue makes it again; ``None`` where neither can be had.

    One whose pages are not those of the file any more has none.
    Raises ``InvalidIssue`` where the file says that it is of another issue.
    """
    own_findings = Findings()
    carried = _carried(file, path, own_findings)
    if carried is not None and issue is not None and _names(carried) != _names(issue.named):
        said = {"theirs": _told(carried), "ours": _told(issue.named)}
        raise InvalidIssue([finding(Span(path), "notes-other-issue", **said)])
    if carried is not None and carried.pages and not len(own_findings):
        return carried
    names_alone = None if carried is None else carried._replace(pages=())
    if issue is None or not file.annotations:
        findings.extend(own_findings)
        return names_alone
    made = map_of(issue.pages(), file.sheets, signs_of, carried or issue.named, issue.folder)
    if made.pages:
        return made
    findings.add(Span(path), "notes-not-found")
    return names_alone


def _carried(file: ReviewedFile, path: str, findings: Findings) -> ProofMap | None:
    """The map that a file carries; a finding says where pages are gone, or why there is none."""
    if file.proof_map is None:
        if file.map_refused:
            findings.add(Span(path), "notes-map-damaged")
        return None
    match read_map(file.proof_map):
        case "damaged":
            findings.add(Span(path), "notes-map-damaged")
        case "later":
            findings.add(Span(path), "notes-map-later")
        case ProofMap() as found:
            wanted = max((page.sheet + 1 for page in found.pages), default=0)
            if wanted > file.sheets:
                findings.add(Span(path), "notes-map-misfit", sheets=file.sheets, wanted=wanted)
            elif not agrees(found, file.annotations):
                findings.add(Span(path), "notes-pages-moved")
            return found
    return None


def _names(proof_map: ProofMap) -> tuple[str, str, str]:
    return proof_map.journal, proof_map.year, proof_map.issue


def _told(proof_map: ProofMap) -> str:
    """An issue's names as a finding tells them."""
    return " ".join(part for part in _names(proof_map) if part) or "?"


def _say_without_map(file: ReviewedFile, path: str, findings: Findings) -> None:
    """Say that there is no map; where it is damaged, that has been said."""
    if file.proof_map is None and not file.map_refused:
        findings.add(Span(path), "notes-no-map")


def _report(file: ReviewedFile, wordless: int, path: str, findings: Findings) -> None:
    """Say what was not read."""
    if file.unread:
        findings.add(Span(path), "notes-some-unread", count=file.unread)
    if file.left_out:
        findings.add(Span(path), "notes-too-many", most=MOST_ANNOTATIONS, count=file.left_out)
    if wordless:
        findings.add(Span(path), "notes-wordless", count=wordless)
