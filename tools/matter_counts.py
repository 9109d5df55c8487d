"""What stands on pages with floats and notes, counted from the pages themselves, by element: ``matter_trial`` shows it.

Nothing here asks the paginator: lines are the pieces of text that stand on a page, columns are runs of them, and what
they are is said by their elements. So it tells the same of the best pages and of plain ones.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Page, Placed, Role, Stand, box_of
from huozi.geometry import Mpt
from huozi.messages import texts
from huozi.structure import Element, Kind, lineage, of_text
from huozi.style.model import PageTemplate

FLOATS = (Kind.FIGURE, Kind.TABLE, Kind.BOX)
BESIDE = (*FLOATS, Kind.NOTE)
"""What stands beside the text, whatever it holds."""
TITLES = (Kind.SECTION_NAME, Kind.TITLE, Kind.SUBTITLE, Kind.BYLINE)
"""What begins something: the column above it has ended as it was meant to."""
MENTION = re.compile(r"（见?(?:[图表]\s*\d+(?:[-–—.]\d+)*|(?:fig|tab)-\d+)）")
"""A mention of a float as ``with_matter`` writes it, with a number or, unresolved, with a name."""
SIGNS = re.compile(r"[^\w]")
BESIDE_WHITE = 2
"""Lines of white that a float or notes below text may bring along: their depth is rounded up to the grid."""


class Line(NamedTuple):
    """A line of running text: its page, its column there (counted in reading order), its element, text, baseline."""

    page: int
    column: int
    element: Element
    text: str
    y: Mpt


class Faults(NamedTuple):
    """What is wrong at heads and feet of columns; ``lone``: last lines of one character at a head."""

    widows: int = 0
    orphans: int = 0
    headings: int = 0
    lone: int = 0
    short_feet: int = 0


class Pages(NamedTuple):
    """An issue's pages with the lines of running text on them, column after column."""

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    template: PageTemplate


class Afar(NamedTuple):
    """A float: its place in the source, what it is, its page and that of its mention, how far they are apart.

    ``where`` is ``spread``, ``next``, ``later``, ``earlier`` or ``absent``; ``reason`` is the finding that names it.
    """

    place: str
    kind: str
    page: str
    mention: str
    where: str
    reason: str = ""


class NotesStand(NamedTuple):
    """Notes by how they stand: below their call, going on from there, begun elsewhere; such as are nowhere."""

    notes: int = 0
    in_column: int = 0
    going_on: int = 0
    elsewhere: tuple[str, ...] = ()
    absent: int = 0


# ------------------------------------------------------------------ lines


def text_of(items: Sequence[Placed]) -> str:
    """The text that items stand for."""
    return "".join("".join(placed.item.texts) for placed in items if isinstance(placed.item, GlyphRun))


def beside(element: Element | None) -> Element | None:
    """The float or note that an element is part of; ``None`` for running text."""
    return next((each for each in lineage(element) if each.kind in BESIDE), None)


def items_of(page: Page, stand: Stand) -> list[Placed]:
    """The items of a piece of text."""
    return [page.items[index] for index in stand.items]


def _element_of(items: Sequence[Placed]) -> Element | None:
    """The element of a piece of running text; ``None`` for all else."""
    elements = [of_text(placed.element) for placed in items if placed.element is not None]
    return elements[0] if elements and beside(elements[0]) is None else None


def read_pages(pages: Sequence[Page], template: PageTemplate) -> Pages:
    """The pages with their lines."""
    lines: list[Line] = []
    column, before = -1, (-1, -1, -1)
    for page in pages:
        if page.folio is None:
            continue
        for stand in page.stands:
            items = items_of(page, stand)
            element = _element_of(items)
            text = text_of([each for each in items if each.role is not Role.READING])
            if element is None or not text:
                continue
            here = (page.index, stand.columns, stand.column)
            if here != before:
                column, before = column + 1, here
            baseline = max(each.y for each in items if isinstance(each.item, GlyphRun))
            lines.append(Line(page.index, column, element, text, baseline))
    return Pages(tuple(pages), tuple(lines), template)


# ------------------------------------------------------------------ heads and feet


def faults_of(read: Pages) -> Faults:
    """The faults at heads and feet of columns."""
    pieces = [tuple(piece) for _, piece in groupby(read.lines, key=lambda line: (id(line.element), line.column))]
    lengths = Counter(id(line.element) for line in read.lines)
    begun: set[int] = set()
    found = Counter[str]()
    for at, piece in enumerate(pieces):
        element, whole = piece[0].element, lengths[id(piece[0].element)]
        goes_on, comes_over = at + 1 < len(pieces) and pieces[at + 1][0].element is element, id(element) in begun
        begun.add(id(element))
        if element.kind is Kind.HEADING:
            found["headings"] += at + 1 < len(pieces) and pieces[at + 1][0].column != piece[0].column
        elif element.kind is Kind.PARAGRAPH and whole > 1 and len(piece) == 1:
            found["orphans"] += goes_on and not comes_over
            found["widows"] += comes_over and not goes_on
            found["lone"] += comes_over and not goes_on and len(SIGNS.sub("", piece[0].text)) == 1
    return Faults(**found, short_feet=sum(1 for _ in short_feet(read)))


def short_feet(read: Pages) -> Iterator[tuple[Line, int]]:
    """Columns that end lines above their foot though their article runs on: their last line, and by how many.

    Not such as end level because the article ends on their page.
    """
    leading = read.template.area.leading
    ends = {article(line): line.page for line in read.lines}
    for last, first in zip(read.lines, read.lines[1:], strict=False):
        if first.column == last.column or first.element.kind in TITLES:
            continue
        if article(last) is None or article(first) is not article(last):
            continue
        if last.page == first.page == ends[article(last)]:
            continue
        foot, allowed = _foot_below(read, last)
        short = (foot - last.y) // leading - allowed
        if short > 0:
            yield last, short


def _foot_below(read: Pages, last: Line) -> tuple[Mpt, int]:
    """Where the column of a line ends: its last grid line's baseline, or what stands below; white that this brings."""
    page = read.pages[last.page]
    area = read.template.area
    stand = next(each for each in page.stands if any(page.items[at].y == last.y for at in each.items)
                 and _element_of(items_of(page, each)) is last.element)  # fmt: skip
    left, right = stand.left, stand.left + area.measure_in(stand.columns)
    tops = []
    for other in page.stands:
        boxes = [box_of(item) for item in items_of(page, other)]
        boxes = [box for box in boxes if box.x < right and box.right > left and box.y > last.y]
        tops += [min(box.y for box in boxes)] if boxes else []
    if tops:
        return min(tops), BESIDE_WHITE
    first = read.template.margins.top
    lines = (last.y - first) // area.leading
    return last.y + (area.lines - 1 - lines) * area.leading, 0


def article(line: Line) -> Element | None:
    """The article that a line is part of."""
    return next((each for each in lineage(line.element) if each.kind is Kind.ARTICLE), None)


def on_grid(read: Pages) -> float:
    """The share of lines of paragraphs whose baseline stands on the page's grid."""
    leading = read.template.area.leading
    paragraphs = [line for line in read.lines if line.element.kind is Kind.PARAGRAPH]
    if not paragraphs:
        return 1.0
    (phase, _), *_ = Counter(line.y % leading for line in paragraphs).most_common(1)
    off = sum(min((line.y - phase) % leading, (phase - line.y) % leading) > 1 for line in paragraphs)
    return 1 - off / len(paragraphs)


# ------------------------------------------------------------------ floats and notes


def spread_of(page: Page) -> int:
    """The number of the spread that a page is one side of."""
    return page.index if page.side == "left" else page.index - 1


def floats_of(read: Pages, findings: Findings) -> list[Afar]:
    """The floats of an issue with how far from their mention each stands."""
    late = {(item.span.file, item.span.line): item for item in findings if item.rule in ("float-late",)}
    found: dict[tuple[str, int], tuple[Kind, int]] = {}
    for page in read.pages:
        for placed in page.items:
            each = beside(placed.element)
            if each is not None and each.kind in FLOATS:
                found.setdefault((each.span.file, each.span.line), (each.kind, page.index))
    rows = []
    for (file, line), (kind, at) in sorted(found.items()):
        place, mention = f"{file.rpartition('/')[2]}:{line}", _mention(read, Span(file, line))
        if mention is None:
            rows.append(Afar(place, kind.value, _folio(read, at), "", "absent"))
            continue
        reason = late.get((file, line))
        told = "" if reason is None else f"{reason.rule}: {texts(reason, 'en')[0]}"
        rows.append(Afar(place, kind.value, _folio(read, at), _folio(read, mention), _apart(read, at, mention), told))
    return rows


def _folio(read: Pages, page: int) -> str:
    return read.pages[page].folio or read.pages[page].label


def _apart(read: Pages, page: int, mention: int) -> str:
    """How far a page is from that of a mention."""
    if spread_of(read.pages[page]) == spread_of(read.pages[mention]):
        return "spread"
    return "next" if page == mention + 1 else "later" if page > mention else "earlier"


def _mention(read: Pages, place: Span) -> int | None:
    """The page on which the paragraph before a float (in the source) mentions it."""
    before = [
        line for line in read.lines if line.element.span.file == place.file and line.element.span.line < place.line
    ]
    if not before:
        return None
    nearest = max(line.element.span.line for line in before)
    own = [line for line in before if line.element.span.line == nearest]
    spots = list(MENTION.finditer("".join(line.text for line in own)))
    if not spots:
        return None
    at = spots[-1].start()
    for line in own:
        if at < len(line.text):
            return line.page
        at -= len(line.text)
    return None


def notes_of(read: Pages) -> NotesStand:
    """How notes stand to their calls, by article and number."""
    calls: dict[tuple[str, int], tuple[int, int, int]] = {}
    stood: defaultdict[tuple[str, int], list[tuple[int, int, int]]] = defaultdict(list)
    for page in read.pages:
        for stand in page.stands:
            where = (page.index, stand.columns, stand.column)
            for key, kind in _marks(items_of(page, stand)):
                if kind is Kind.CALL:
                    calls.setdefault(key, where)
                elif where not in stood[key]:
                    stood[key].append(where)
    elsewhere = [f"{file.rpartition('/')[2]} {number}" for (file, number), at in calls.items()
                 if (file, number) in stood and stood[file, number][0] != at]  # fmt: skip
    going_on = sum(len(places) > 1 for places in stood.values())
    begun = sum(stood[key][0] == at for key, at in calls.items() if key in stood)
    absent = len(set(calls) ^ set(stood))
    return NotesStand(len(stood), begun, going_on, tuple(elsewhere), absent)


def _marks(items: Sequence[Placed]) -> Iterator[tuple[tuple[str, int], Kind]]:
    """The calls and notes that items are parts of, with their article's file and their number."""
    for placed in items:
        for each in lineage(placed.element):
            if each.kind in (Kind.CALL, Kind.NOTE) and each.level:
                yield (each.span.file, each.level), each.kind
                break
