"""The lines of text on finished pages, numbered from 1 in each column as readers count them.

A line is what stands on one baseline in one piece of text. Column 1 of a page is the leftmost: what runs across several
columns is counted with the first of them, so that numbers go on down the page from band to band, and none stands twice
in a column. Furniture, covers and designs have no lines. What figures, tables and notes say has lines that are not
counted: they stand where pages have room for them, and readers count the text. Boxes are text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from huozi.diagnostics import Span
from huozi.display import SOFT_HYPHEN, GlyphRun, Page, Placed, Role, Stand
from huozi.geometry import Mpt, Rect, baseline
from huozi.records import NamedTuple
from huozi.structure import Element, Kind, lineage

SAME_LINE = 4
"""Baselines nearer than this part of the type's size are one line: a name beside a title in a larger size."""


UNCOUNTED = frozenset({Kind.FIGURE, Kind.TABLE, Kind.CAPTION, Kind.CREDIT, Kind.NOTE})
"""What has lines that are not counted."""


class TextLine(NamedTuple):
    """A line of text on a page.

    ``column`` and ``number`` count from 1; lines that are not counted have the numbers -1, -2, … in their column, by
    which they are told apart. ``left`` and ``right`` are the ends of its glyphs' advances, ``baseline`` is its y,
    ``size`` that of its largest type (Mpt). ``items`` are the places of all that it is made of among the page's items,
    dots and readings too. ``span`` is its place in the source: that of its piece of text for a piece of one line, else
    that of the element it is part of, which is its text's own where a label leads it. ``edge`` is the x of the edge of
    its column. ``is_turned``: it runs up the page, a quarter to the left: its upper and lower end are ``left`` and
    ``right``, and ``baseline`` is its x.
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
    is_turned: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether it has a number for readers."""
        return self.number > 0

    @property
    def box(self) -> Rect:
        """As wide as its glyphs' advances, as high as the em of its largest type; of a turned one the other way."""
        rise, length = baseline(self.size), self.right - self.left
        if self.is_turned:
            return Rect(self.baseline - rise, self.left, self.size, length)
        return Rect(self.left, self.baseline - rise, length, self.size)


class _Row(NamedTuple):
    """The items of a line before it has its number."""

    baseline: Mpt
    size: Mpt
    items: list[int]
    is_turned: bool
    is_counted: bool = True


def lines_of(page: Page) -> tuple[TextLine, ...]:
    """The lines of a page's text in the order of its columns' pieces; none on covers and bare pages."""
    counted: Counter[tuple[int, bool]] = Counter()
    lines: list[TextLine] = []
    for stand in page.stands:
        rows = _rows(page.items, stand)
        for row in rows:
            span = stand.span if len(rows) == 1 else Span("")
            line = _line(page.items, row, stand, span)
            is_counted = _is_counted(line.element)
            counted[stand.column, is_counted] += 1
            number = counted[stand.column, is_counted]
            lines.append(line._replace(number=number if is_counted else -number))
    return tuple(lines)


def _rows(items: Sequence[Placed], stand: Stand) -> list[_Row]:
    """What stands on one baseline, from the top down; what is no text goes with the row that it stands beside."""
    rows: list[_Row] = []
    for index in stand.items:
        placed = items[index]
        if not _is_text(placed):
            continue
        size = placed.item.size if isinstance(placed.item, GlyphRun) else 0
        for at, row in enumerate(rows):
            is_alike = row.is_turned == placed.is_turned and row.is_counted == _is_counted(placed.element)
            if is_alike and _away(row, placed) * SAME_LINE <= max(size, row.size):
                rows[at] = row._replace(size=max(size, row.size), items=[*row.items, index])
                break
        else:
            at_line = placed.x if placed.is_turned else placed.y
            rows.append(_Row(at_line, size, [index], placed.is_turned, _is_counted(placed.element)))
    rows.sort(key=lambda row: (row.baseline, not row.is_counted))
    for index in stand.items:
        if rows and not _is_text(items[index]):
            nearest = min(rows, key=lambda row: _away(row, items[index]))
            nearest.items.append(index)
    return rows


def _is_counted(element: Element | None) -> bool:
    """Whether a line of an element has a number for readers: a caption beside text is no part of its line."""
    return not any(each.kind in UNCOUNTED for each in lineage(element))


def _away(row: _Row, placed: Placed) -> Mpt:
    """How far from a line's baseline something is placed."""
    return abs(row.baseline - (placed.x if row.is_turned else placed.y))


def _is_text(placed: Placed) -> bool:
    """Whether an item is text that is read in its line: no reading of ruby, no leader."""
    return isinstance(placed.item, GlyphRun) and placed.role not in (Role.READING, Role.ARTIFACT)


def _line(items: Sequence[Placed], row: _Row, stand: Stand, span: Span) -> TextLine:
    """A line that has no number yet."""
    runs = [items[index] for index in sorted(row.items) if _is_text(items[index])]
    elements = [placed.element for placed in runs if placed.element is not None]
    led = (each for each in elements if each.kind not in (Kind.LABEL, Kind.CALL))
    element = next(led, elements[0] if elements else None)
    if not span.file and element is not None:
        span = element.span
    if row.is_turned:
        left, right = min(placed.y - _width(placed) for placed in runs), max(placed.y for placed in runs)
    else:
        left, right = min(placed.x for placed in runs), max(placed.x + _width(placed) for placed in runs)
    own = tuple(sorted(row.items))
    place = (stand.column + 1, 0, left, right, row.baseline, row.size)
    return TextLine(*place, "".join(_texts(runs)), own, span, element, stand.left, row.is_turned)


def _texts(runs: Sequence[Placed]) -> Iterator[str]:
    """The text of a line as it is read: a word parted at its end has no hyphen."""
    for placed in runs:
        if isinstance(placed.item, GlyphRun):
            yield from (text for text in placed.item.texts if text != SOFT_HYPHEN)


def _width(placed: Placed) -> Mpt:
    return placed.item.width if isinstance(placed.item, GlyphRun) else 0
