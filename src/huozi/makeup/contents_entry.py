"""An entry of the contents as rows: its texts with leader and folio, its summary below."""

from __future__ import annotations

from huozi.diagnostics import Span
from huozi.display import GlyphRun, Link, Placed, Role
from huozi.galley import SetLine
from huozi.geometry import Mpt, baseline
from huozi.makeup.contents_flow import ContentsRow, kept
from huozi.makeup.contents_texts import (
    ContentsSetter,
    Entry,
    Row,
    Shape,
    Work,
    authors_in_column,
    authors_left,
    below,
    set_folio,
    titled,
)
from huozi.structure import Element, Kind
from huozi.style.text_style import ParagraphStyle

LEADER_PITCH = 500
"""The distance of leader dots in thousandths of an em; dots stand on one raster across all lines."""

TEXTS = (Kind.CONTENTS_ENTRY, Kind.SUBTITLE, Kind.BYLINE)
FOLIO, SUMMARY = len(TEXTS), len(TEXTS) + 1
"""The ranks of an entry's parts in reading order, after its texts in theirs; in a rank they are read as drawn."""
RANKS = SUMMARY + 1


def entry_rows(entry: Entry, shape: Shape, setter: ContentsSetter, whole: Element, rank: int) -> list[ContentsRow]:
    """An entry: its texts, authors, leader and folio, then its summary; its style's spaces around it.

    ``rank`` is that of its first part in reading order; it takes ``RANKS`` of them.
    """
    contents = setter.sheet.contents
    style = contents.styles.section if entry.section else contents.styles.entry
    element = Element(Kind.CONTENTS_ENTRY, 1 if entry.section else 2, whole, entry.span, entry.lang)
    folio = set_folio(entry, shape.measure, setter)
    own = max((line.width for line in folio), default=0)
    left, right = 0, shape.measure
    if contents.folio_at == "before":
        left = shape.folios + contents.styles.entry.size if folio else 0
    else:
        right -= own + style.size // 2
    work = Work(entry, setter, shape, element, element, style, rank, left, right)
    if work.has_column:
        work = work._replace(right=authors_left(shape, contents) - style.size)
    rows = titled(work)
    titles = len(rows)
    rows += below(work)
    column = authors_in_column(work) if shape.authors else []
    for at, line in enumerate(column, titles - 1):
        rows[at:] = [[*rows[at], line], *rows[at + 1 :]] if at < len(rows) else [[line]]
    ends_at = 0 if contents.folio_at == "before" else titles + max(len(column), 1) - 2
    made: list[ContentsRow] = []
    if any(line.element is not element for row in rows for line in row):
        work = work._replace(folio=work.part(Kind.LABEL))
    for at, row in enumerate(rows):
        leads = bool(column) and at == titles - 1 and contents.leader_to == "authors"
        dots = _leader(row[-2].end, row[-1].left - style.size // 4, work) if leads else []
        made.append(_row(row, dots, folio, work) if at == ends_at else _row(row, dots, None, work))
    return spaced(_with_summary(kept(made), work), style)


def _row(row: Row, dots: list[Placed], folio: tuple[SetLine, ...] | None, work: Work) -> ContentsRow:
    """A row of an entry; with the folio (none: there is no page number) that leads to its page where it is the one."""
    contents, area = work.contents, work.area
    sizes = [line.style.size for line in row] + [contents.styles.folio.size for _ in folio or ()]
    height = max(map(area.lines_for, sizes))
    lead = row[0].style
    y = ((height - 1) * area.leading + area.size - lead.size) // 2 + baseline(lead.size)
    items = [
        Placed(line.x + line.set.x + x, y, run, Role.CONTENTS, work.rank + TEXTS.index(line.element.kind), line.element)
        for line in row
        for x, run in line.set.runs
    ]
    down = (height - 1) * area.leading // 2
    if folio and contents.folio_at == "right" and not (contents.leader_to == "authors" and work.has_column):
        air = 0 if contents.texts.folio.startswith("{folio}") else contents.styles.entry.size // 4
        dots = _leader(row[-1].end, work.shape.measure - folio[0].width - air, work)
    items += [placed._replace(y=placed.y + down, element=work.element) for placed in dots]
    if folio is not None:
        items += [placed._replace(y=placed.y + down) for placed in _folio(folio, work)]
        if work.entry.folio:
            link = Link(work.shape.measure, height * area.leading, work.entry.folio)
            items.append(Placed(0, 0, link, Role.CONTENTS, work.rank + FOLIO, work.folio))
    return ContentsRow(height, tuple(items))


def _folio(folio: tuple[SetLine, ...], work: Work) -> list[Placed]:
    """The folio: flush right, or flush with the others before the titles."""
    area, size = work.area, work.contents.styles.folio.size
    y = (area.size - size) // 2 + baseline(size)
    edge = work.shape.folios if work.contents.folio_at == "before" else work.shape.measure
    return [
        Placed(edge - line.width + x, y, run, Role.CONTENTS, work.rank + FOLIO, work.folio)
        for line in folio[:1]
        for x, run in line.runs
    ]


def spaced(rows: list[ContentsRow], style: ParagraphStyle) -> list[ContentsRow]:
    """Rows with their style's empty lines before and after them."""
    before = [ContentsRow(style.lines_before, (), space=True, keep=True)] if style.lines_before else []
    after = [ContentsRow(style.lines_after, (), space=True)] if style.lines_after else []
    return [*before, *rows, *after]


def _leader(start: Mpt, end: Mpt, work: Work) -> list[Placed]:
    """Dots from a text to what they lead to, on a raster from the right edge; fewer than the least are space."""
    contents, area, width = work.contents, work.area, work.shape.measure
    if contents.leader == "none":
        return []
    style = contents.styles.entry._replace(ink=contents.leader_ink)
    dot = work.setter.set_text(".", style, area.width, Span(""))[0].runs[0][1]
    pitch = style.size * LEADER_PITCH // 1000
    last = (width - end + pitch // 2) // pitch + 1
    first = (width - start - pitch // 2) // pitch
    count = first - last + 1
    if count < contents.leader_min:
        return []
    xs = tuple(index * pitch for index in range(count))
    run = GlyphRun(
        dot.face, dot.size, dot.glyphs * count, xs, (".",) * count, count * pitch, contents.leader_ink, dot.rise
    )
    y = (area.size - style.size) // 2 + baseline(style.size)
    return [Placed(width - first * pitch, y, run, Role.ARTIFACT, -1)]


def _with_summary(rows: list[ContentsRow], work: Work) -> list[ContentsRow]:
    """The rows of an entry, its summary below them: two lines of that at least stand together on a page."""
    contents, area = work.contents, work.area
    if not (contents.summaries and work.entry.summary):
        return rows
    style, element = contents.styles.summary or work.style._replace(inset_left=0), work.part(Kind.ABSTRACT)
    room = work.shape.measure - work.turned
    lines = [line for text in work.entry.summary for line in work.setter.set_text(text, style, room, work.entry.span)]
    height = area.lines_for(style.size)
    y = ((height - 1) * area.leading + area.size - style.size) // 2 + baseline(style.size)
    below = [
        ContentsRow(
            height,
            tuple(
                Placed(work.turned + line.x + x, y, run, Role.CONTENTS, work.rank + SUMMARY, element)
                for x, run in line.runs
            ),
            keep=at in (0, len(lines) - 2) and at < len(lines) - 1,
        )
        for at, line in enumerate(lines)
    ]
    return [*(row._replace(keep=True) for row in rows), *below]
