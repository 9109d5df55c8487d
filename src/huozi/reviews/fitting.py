"""The map of a proof made again, for a file that carries none: an issue's lines found by their text on its pages.

Whatever a program did to the pages (a frame of marks around them, another paper, a scale, two on a sheet), the text of
their lines is still there, in order. How lines begin says which page of the issue stands where; from those that are
found follow place and scale, and with these the boxes of the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from huozi.diagnostics import Span
from huozi.display import Page
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.reviews.model import Box
from huozi.reviews.proof_map import MapLine, MapPage, ProofMap
from huozi.reviews.signs import HYPHEN, Sign, SignsOf
from huozi.sheets.lines import TextLine, lines_of

PROBE = 8
"""Characters of a line by which it is looked for; shorter lines say too little."""

MOST_PLACES = 4
"""Pages that a line's beginning speaks for: a title stands in the contents as well."""

LEAST = 2
"""Lines of a page that are found at the least, or it is not there."""


class _Sheet(NamedTuple):
    """The text of a PDF's page without its spaces, and the place of each of its characters among the signs."""

    text: str
    places: tuple[int, ...]
    signs: tuple[Sign, ...]


class _Fit(NamedTuple):
    """How a page lies on a sheet: its scale, and where its top left corner is."""

    scale: float
    left: float
    top: float


def map_of(pages: Sequence[Page], sheets: int, signs_of: SignsOf, named: ProofMap, folder: str) -> ProofMap:
    """The map of an issue's pages on the pages of a PDF, with the names of ``named``; files as ``folder`` holds them.

    A page that is found on none is left out.
    """
    read = [_sheet(signs_of(sheet)) for sheet in range(sheets)]
    where: dict[str, list[int]] = {}
    for number, sheet in enumerate(read):
        for at in range(len(sheet.text) - PROBE + 1):
            there = where.setdefault(sheet.text[at : at + PROBE], [])
            if not there or there[-1] != number:
                there.append(number)
    made = (_page(page, read, where, folder) for page in pages)
    return named._replace(pages=tuple(page for page in made if page is not None))


def _sheet(signs: tuple[Sign, ...]) -> _Sheet:
    seen = [(sign.text, at) for at, sign in enumerate(signs) if not sign.text.isspace() and sign.text != HYPHEN]
    seen = [(text, at) for text, at in seen if len(text) == 1]
    return _Sheet("".join(text for text, _ in seen), tuple(at for _, at in seen), signs)


def _page(page: Page, sheets: Sequence[_Sheet], where: dict[str, list[int]], folder: str) -> MapPage | None:
    """A page's lines where they stand in the PDF; ``None`` where it is not there."""
    lines = lines_of(page)
    texts = ["".join(line.text.split()) for line in lines]
    heads = (text[:PROBE] for text in texts if len(text) >= PROBE)
    votes = Counter(sheet for head in heads for sheet in where.get(head, ())[:MOST_PLACES])
    number = max(sorted(votes), key=votes.__getitem__, default=-1)
    if votes[number] < LEAST:
        return None
    whole = dict(_found(texts, sheets[number]))
    begun = dict(_found([text[:PROBE] for text in texts], sheets[number]))  # a leader may stand within a line
    fit = _fit(lines, begun | whole)
    if fit is None:
        return None
    rows = tuple(
        MapLine(
            whole.get(at) or _placed(line, fit),
            line.column,
            max(line.number, 0),
            _inside(line.span, folder),
            line.text,
        )
        for at, line in enumerate(lines)
    )
    return MapPage(number, page.label, page.folio or "", rows)


def _found(texts: Sequence[str], sheet: _Sheet) -> Iterator[tuple[int, Box]]:
    """The boxes of texts that stand on a sheet once, by their places among them."""
    for at, text in enumerate(texts):
        start = sheet.text.find(text) if len(text) >= PROBE else -1
        if start < 0 or sheet.text.find(text, start + 1) >= 0:
            continue
        boxes = [sheet.signs[place].box for place in sheet.places[start : start + len(text)]]
        yield at, Box(*(edge(box[side] for box in boxes) for side, edge in enumerate((min, min, max, max))))


def _fit(lines: Sequence[TextLine], found: dict[int, Box]) -> _Fit | None:
    """How a page lies, by the lines found on it: the highest and the lowest tell the scale, all of them the place."""
    found = {at: box for at, box in found.items() if not lines[at].is_turned}
    if len(found) < LEAST:
        return None
    first, last = (edge(found, key=lambda at: lines[at].baseline) for edge in (min, max))
    height = lines[last].baseline - lines[first].baseline
    scale = (found[first].y - found[last].y) / height if height else 0.0
    if not 0.1 < scale < 10:
        return None
    left = median(box.left - scale * lines[at].left for at, box in found.items())
    top = median(box.bottom + scale * lines[at].baseline for at, box in found.items())
    return _Fit(scale, left, top)


def _placed(line: TextLine, fit: _Fit) -> Box:
    """The box of a line on its sheet."""
    if line.is_turned:
        box = line.box
        edges = (round(fit.left + fit.scale * box.x), round(fit.top - fit.scale * box.bottom))
        return Box(*edges, edges[0] + round(fit.scale * box.width), edges[1] + round(fit.scale * box.height))
    bottom: Mpt = round(fit.top - fit.scale * line.baseline)
    left, right = (round(fit.left + fit.scale * edge) for edge in (line.left, line.right))
    return Box(left, bottom, right, bottom + round(fit.scale * line.size))


def _inside(span: Span, folder: str) -> Span:
    """A place with its file named from a folder; nowhere where that lies outside of it."""
    start = folder.replace("\\", "/").rstrip("/") + "/"
    file = span.file.replace("\\", "/")
    return span._replace(file=file.removeprefix(start)) if file.startswith(start) else Span("")
