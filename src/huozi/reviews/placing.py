"""Where comments stand: page, column, line and source, by the map of the proof, else by what is left beside them.

A proof carries its map. Where a reviewer's program has dropped it (a file printed anew, "optimised" or rewritten), the
map can be made again from the issue; without that, the findings that the proof brought along, where the program has
left them their names, tell file and line of what stands near them; and in the end there is the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from huozi.diagnostics import Span
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.reviews.beneath import tip_of
from huozi.reviews.model import OWN_AUTHOR, Annotation, Box, Place, Thread
from huozi.reviews.proof_map import MapLine, MapPage, ProofMap, is_plain_file

_OWN = re.compile(r"(?P<file>[^\n]{1,300}?):(?P<line>[0-9]{1,7})(?::(?P<column>[0-9]{1,7}))?#[0-9A-Za-z-]{1,64}")

BESIDE: Mpt = 3_000
"""How far from a line's ends a comment may stand and is still on it."""

NEAR: Mpt = 200_000
"""How far a finding of the proof may be from a comment for which it speaks: a quarter of a page."""


MOST_ASKED = 500
"""Findings of a proof that are asked whether they stand where its map says."""


class Known(NamedTuple):
    """What is known of places: the map's pages by the PDF's pages, the proof's findings by theirs, labels of pages.

    ``folder`` stands before the names of files, empty where they are told as they are.
    """

    pages: Mapping[int, tuple[MapPage, ...]]
    findings: Mapping[int, tuple[tuple[Box, Span], ...]]
    labels: Mapping[int, str]
    folder: str = ""


def known_of(
    proof_map: ProofMap | None, annotations: Sequence[Annotation], labels: Mapping[int, str], folder: str = ""
) -> Known:
    """What a file says of its places."""
    pages: dict[int, tuple[MapPage, ...]] = {}
    for page in () if proof_map is None else proof_map.pages:
        pages[page.sheet] = (*pages.get(page.sheet, ()), page)
    findings: dict[int, tuple[tuple[Box, Span], ...]] = {}
    for item in annotations:
        span = own_place(item.name) if is_own(item) else None
        box = first_box(item)
        if span is not None and box is not None:
            findings[item.sheet] = (*findings.get(item.sheet, ()), (box, span))
    return Known(pages, findings, labels, folder)


def is_own(item: Annotation) -> bool:
    """Whether an annotation is a finding that the proof brought along: by its author, or by the form of its name."""
    return item.author == OWN_AUTHOR or own_place(item.name) is not None


def agrees(proof_map: ProofMap, annotations: Sequence[Annotation]) -> bool:
    """Whether the findings that a proof brought along stand in the files that its map says: not where pages have moved.

    Some may stand beside a line of another file: most decide.
    """
    known = known_of(proof_map, annotations, {})
    files = {line.span.file for page in proof_map.pages for line in page.lines}
    right = wrong = 0
    for item in [item for item in annotations if is_own(item)][:MOST_ASKED]:
        own = own_place(item.name)
        if own is not None and own.file in files:
            there = place_of(Thread(item), known)[0].span.file == own.file
            right, wrong = right + there, wrong + (not there)
    return right >= wrong


def own_place(name: str) -> Span | None:
    """The place that a finding of the proof bears in its name (``file:line:column#fingerprint``).

    >>> own_place("articles/01-a.md:14:35#9f2c00d1aa04"), own_place("okular-{5f0e}"), own_place("../a.md:1:1#ab")
    (Span(file='articles/01-a.md', line=14, column=35), None, None)
    """
    found = _OWN.fullmatch(name)
    if not found or not is_plain_file(found["file"]):
        return None
    return Span(found["file"], int(found["line"]), int(found["column"] or 1))


def first_box(item: Annotation) -> Box | None:
    """What an annotation points at: of marks on text the first, of a caret its tip, of others the rectangle."""
    if item.boxes:
        return item.boxes[0]
    return tip_of(item.box) if item.subtype == "Caret" and item.box is not None else item.box


def place_of(thread: Thread, known: Known) -> tuple[Place, Box | None]:
    """Where a thread stands, and the box of the line that it is on (``None`` where no map tells)."""
    sheet = thread.head.sheet
    boxes = _boxes(thread)
    pages = known.pages.get(sheet, ())
    found = min((line for line in (_nearest(box, pages) for box in boxes) if line is not None), default=None)
    if found is not None:
        page, line = pages[found.page], pages[found.page].lines[found.line]
        place = Place(sheet + 1, page.label or page.folio or known.labels.get(sheet, ""))
        columns = len({other.column for other in page.lines})
        told = place._replace(column=line.column, columns=columns, line=line.number, near=found.far)
        return told._replace(span=in_folder(line.span, known.folder), part=found.page, by="map"), line.box
    place = Place(sheet + 1, _label(pages, known.labels.get(sheet, "")), by="map" if pages else "page")
    beside = _finding_beside(boxes[:1], known.findings.get(sheet, ()))
    if beside is None or pages:
        return place, None
    return place._replace(span=in_folder(beside, known.folder), near=True, by="finding"), None


def _label(pages: Sequence[MapPage], label: str) -> str:
    """What a page is called, whose lines say nothing: as the map calls it, else as the file does."""
    return next((page.label or page.folio for page in pages if page.label or page.folio), label)


def _boxes(thread: Thread) -> list[Box]:
    """What a thread points at: all its marks on text where it has any, else what its first annotation points at."""
    marks = [box for item in (thread.head, *thread.members) for box in item.boxes]
    first = next((box for item in (thread.head, *thread.members) if (box := first_box(item)) is not None), None)
    return marks or ([] if first is None else [first])


class _Found(NamedTuple):
    """A line by its place among the pages of a sheet; ``far``: what was looked for is not on it.

    Records come in the order of lines as they are read.
    """

    page: int
    line: int
    far: bool


def _nearest(box: Box, pages: Sequence[MapPage]) -> _Found | None:
    """The line of some pages that a box stands on, or that it is nearest to; ``None`` where they have none."""
    best: tuple[int, int, int] | None = None
    for number, page in enumerate(pages):
        for index, line in enumerate(page.lines):
            distance = _distance(box, line)
            if best is None or distance < best[0]:
                best = (distance, number, index)
    return None if best is None else _Found(best[1], best[2], best[0] > BESIDE * BESIDE)


def _distance(box: Box, line: MapLine) -> int:
    """How far the middle of a box is from a line (squared); across, what overlaps is not away from it."""
    across = max(line.box.left - box.right, 0, box.left - line.box.right)
    up = max(line.box.bottom - box.y, 0, box.y - line.box.top)
    return across * across + up * up


def _finding_beside(boxes: Sequence[Box], findings: Sequence[tuple[Box, Span]]) -> Span | None:
    """The place of the finding that is nearest to a comment, where one is near."""
    near = [
        (abs(box.y - other.y), abs(box.x - other.x), span)
        for box in boxes
        for other, span in findings
        if abs(box.y - other.y) <= NEAR
    ]
    return min(near)[2] if near else None


def in_folder(span: Span, folder: str) -> Span:
    """A place in a folder of an issue; as it is told where there is no folder, or it names no file."""
    return span._replace(file=f"{folder.rstrip('/')}/{span.file}") if folder and span.file else span
