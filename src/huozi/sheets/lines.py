"""The lines of text on finished pages, numbered from 1 in each column as readers count them.

A line is what stands on one baseline in one piece of text. Column 1 of a page is the leftmost: what runs across several
columns is counted with the first of them, so that numbers go on down the page from band to band, and none stands twice
in a column. Furniture, covers and designs have no lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from huozi.diagnostics import Span
from huozi.display import SOFT_HYPHEN, GlyphRun, Page, Placed, Role, Stand, box_of, on_line
from huozi.geometry import Mpt, Rect, baseline
from huozi.records import NamedTuple
from huozi.structure import Element, Kind, lineage

SAME_LINE = 4
"""Baselines nearer than this part of the type's size are one line: a name beside a title in a larger size."""


class TextLine(NamedTuple):
    """A line of text on a page.

    ``column`` and ``number`` count from 1. ``left`` and ``right`` are the ends of its glyphs' advances, ``baseline`` is
    its y, ``size`` that of its largest type (Mpt). ``items`` are the places of all that it is made of among the page's
    items, dots and readings too. ``span`` is its place in the source: that of its piece of text for a piece of one
    line, else that of the element it is part of, which is its text's own where a label leads it. ``edge`` is the x of
    the edge of its column. ``turned`` is the box of a line that runs up the page: its ends are then those of the box,
    its baseline where it begins.
    """

    column: int
    number: int
    left: Mpt
    right: Mpt
    baseline: Mpt
    size: Mpt
    text: str
    items: tuple[int, ...]
    span: Span
    element: Element | None
    edge: Mpt
    turned: Rect | None = None

    @property
    def box(self) -> Rect:
        """As wide as its glyphs' advances, as high as the em of its largest type."""
        if self.turned is not None:
            return self.turned
        return Rect(self.left, self.baseline - baseline(self.size), self.right - self.left, self.size)


class _Row(NamedTuple):
    """The items of a line before it has its number; of turned text the baseline is an x."""

    baseline: Mpt
    size: Mpt
    items: list[int]
    is_turned: bool = False


def lines_of(page: Page) -> tuple[TextLine, ...]:
    """The lines of a page's text in the order of its columns' pieces; none on covers and bare pages."""
    counted: Counter[int] = Counter()
    lines: list[TextLine] = []
    for stand in page.stands:
        rows = _rows(page.items, stand)
        for row in rows:
            counted[stand.column] += 1
            span = stand.span if len(rows) == 1 else Span("")
            lines.append(_line(page.items, row, stand, counted[stand.column], span))
    return tuple(lines)


def _rows(items: Sequence[Placed], stand: Stand) -> list[_Row]:
    """What stands on one baseline, from the top down; what is no text goes with the row that it stands beside."""
    rows: list[_Row] = []
    for index in stand.items:
        placed = items[index]
        if not _is_text(placed):
            continue
        size = placed.item.size if isinstance(placed.item, GlyphRun) else 0
        own = on_line(placed)[0]
        for at, row in enumerate(rows):
            is_near = abs(row.baseline - own) * SAME_LINE <= max(size, row.size)
            if row.is_turned == placed.is_turned and is_near and _apart(items[row.items[0]]) is _apart(placed):
                rows[at] = row._replace(size=max(size, row.size), items=[*row.items, index])
                break
        else:
            rows.append(_Row(own, size, [index], placed.is_turned))
    rows.sort(key=lambda row: row.baseline)
    for index in stand.items:
        if rows and not _is_text(items[index]):
            nearest = min(rows, key=lambda row: abs(row.baseline - on_line(items[index])[0]))
            nearest.items.append(index)
    return rows


def _apart(placed: Placed) -> Element | None:
    """What an item is part of that is no line of the text beside it: a figure."""
    return next((each for each in lineage(placed.element) if each.kind is Kind.FIGURE), None)


def _is_text(placed: Placed) -> bool:
    """Whether an item is text that is read in its line: no reading of ruby, no leader."""
    return isinstance(placed.item, GlyphRun) and placed.role not in (Role.READING, Role.ARTIFACT)


def _line(items: Sequence[Placed], row: _Row, stand: Stand, number: int, span: Span) -> TextLine:
    runs = [items[index] for index in sorted(row.items) if _is_text(items[index])]
    elements = [placed.element for placed in runs if placed.element is not None]
    led = (each for each in elements if each.kind not in (Kind.LABEL, Kind.CALL))
    element = next(led, elements[0] if elements else None)
    if not span.file and element is not None:
        span = element.span
    own = tuple(sorted(row.items))
    text = "".join(_texts(runs))
    if row.is_turned:
        boxes = [box_of(placed) for placed in runs]
        top, foot = min(box.y for box in boxes), max(box.bottom for box in boxes)
        area = Rect(row.baseline - baseline(row.size), top, row.size, foot - top)
        place = (stand.column + 1, number, area.x, area.right, area.bottom, row.size)
        return TextLine(*place, text, own, span, element, stand.left, area)
    left = min(placed.x for placed in runs)
    right = max(placed.x + _width(placed) for placed in runs)
    place = (stand.column + 1, number, left, right, row.baseline, row.size)
    return TextLine(*place, text, own, span, element, stand.left)


def _texts(runs: Sequence[Placed]) -> Iterator[str]:
    """The text of a line as it is read: a word parted at its end has no hyphen."""
    for placed in runs:
        if isinstance(placed.item, GlyphRun):
            yield from (text for text in placed.item.texts if text != SOFT_HYPHEN)


def _width(placed: Placed) -> Mpt:
    return placed.item.width if isinstance(placed.item, GlyphRun) else 0
