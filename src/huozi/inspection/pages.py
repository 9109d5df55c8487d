"""The made pages as they go to print: blank ones, short ones, text near the trim, small type."""

from __future__ import annotations

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Page, Placed, Role, box_of
from huozi.geometry import Mpt, Size, mm
from huozi.inspection.subject import Subject, at_page, body_pages
from huozi.style.lengths import show_length, show_mm

SAFE: Mpt = mm(3)
FOLIO_SAFE: Mpt = mm(5)
SLACK: Mpt = mm(0.1)
"""How far lengths written in millimetres may miss an edge that they mean."""

LEAST_LINES = 5
"""Lines on the last page of an article, where the next begins on another."""

LEAST_SIZE: Mpt = 5_000
LEAST_COLOURED: Mpt = 9_000


def look_at_pages(subject: Subject, findings: Findings) -> None:
    """Report blank pages that nobody has asked for, and last pages that are all but empty."""
    pages = list(body_pages(subject.pages))
    inserts = _inserted(subject)
    last = max((at for at, page in enumerate(pages) if page.items), default=0)
    for page in pages[:last]:  # of those at the end page-count-odd tells, and page-count-filled
        if not page.items and page.label not in inserts:
            place = page.sources[0] if page.sources else subject.issue.place("contents")
            findings.extend([at_page(page, place, "page-blank", folio=page.label)])
    for page, following in zip(pages, [*pages[1:], None], strict=True):
        if len(page.sources) >= LEAST_LINES or len(page.sources) < 2:  # one line: page-of-one-line
            continue
        ends = following is None or not following.sources or following.sources[0].file != page.sources[-1].file
        begins = any(placed.role in (Role.TITLE, Role.SECTION) for placed in page.items)
        if ends and not begins and _is_in_columns_of_one(subject):
            count = len(page.sources)
            findings.extend([at_page(page, page.sources[0], "page-short", folio=page.label, count=count)])


def _is_in_columns_of_one(subject: Subject) -> bool:
    """Whether a page's pieces are its lines: side by side, each line counts for two."""
    return subject.sheet.page.area.columns == 1


def _inserted(subject: Subject) -> set[str]:
    """The labels of as many blank pages as are left free for what the printer has."""
    free = sum(insert.pages for insert in subject.issue.inserts if not insert.file)
    blank = [page.label for page in body_pages(subject.pages) if not page.items and page.folio is None]
    return set(blank[:free])


def look_at_edges(subject: Subject, findings: Findings) -> None:
    """Report text nearer to the trim than it may stand, and type that is too small; once for each piece of text."""
    told: set[tuple[str, Span]] = set()
    for page in subject.pages:
        for placed in page.items:
            run = placed.item
            if not isinstance(run, GlyphRun) or not "".join(run.texts).strip():
                continue
            _check_edge(subject, (page, placed, run), told, findings)
            _check_size(subject, (page, placed, run), told, findings)


def _check_edge(
    subject: Subject, found: tuple[Page, Placed, GlyphRun], told: set[tuple[str, Span]], findings: Findings
) -> None:
    page, placed, run = found
    away = _distance(placed, page.trim)
    is_folio = placed.element is None and placed.order < 0 and "".join(run.texts).strip() == page.folio
    least, rule = (FOLIO_SAFE, "folio-near-trim") if is_folio else (SAFE, "text-near-trim")
    place = subject.sheet.places.of("folio.distance") if is_folio else _place(subject, placed)
    if away < least - SLACK and (rule, place) not in told:
        told.add((rule, place))
        shown = {"text": "".join(run.texts).strip()[:12], "away": show_mm(max(away, 0)), "least": show_mm(least)}
        findings.extend([at_page(page, place, rule, **shown)])


def _distance(placed: Placed, trim: Size) -> Mpt:
    """How far the em boxes of a run are inside the trim, on the nearest side."""
    box = box_of(placed)
    return min(box.x, trim.width - box.right, box.y, trim.height - box.bottom)


def _check_size(
    subject: Subject, found: tuple[Page, Placed, GlyphRun], told: set[tuple[str, Span]], findings: Findings
) -> None:
    """Raised and lowered figures and readings are smaller than their text, which is what counts."""
    page, placed, run = found
    if run.rise or placed.role is Role.READING:
        return
    inks = sum(1 for ink in run.ink[:4] if ink)
    least = LEAST_COLOURED if inks != 1 else LEAST_SIZE
    place = _place(subject, placed)
    if run.size < least and ("type-too-small", place) not in told:
        told.add(("type-too-small", place))
        shown = {"size": show_length(run.size), "least": show_length(least)}
        findings.extend([at_page(page, place, "type-too-small", text="".join(run.texts).strip()[:12], **shown)])


def _place(subject: Subject, placed: Placed) -> Span:
    return placed.element.span if placed.element else subject.sheet.places.of("running.distance")
