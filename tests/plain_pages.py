"""A galley of one column laid out flat, a row each for what is never broken, and pages filled row by row.

It shares nothing with the paginator but the galley: tests hold its plain pages against these.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from huozi.galley import Band, Float, Galley, Mark, Note, SetParagraph, Slug, Space, Start
from huozi.records import NamedTuple

ORPHANS = 2
"""At least so many lines of a paragraph stand at a column's foot (背题, 孤行不成页)."""
WIDOWS = 2
"""At least so many lines of a paragraph stand at a column's head."""


class Row(NamedTuple):
    """A piece of the column that is never broken.

    ``height`` in grid lines; ``slug`` ``None`` for space. ``breakable``: a column may end after it. ``new_page``: it
    starts a page. ``room``: it starts only where so many lines are left. ``discard``: it vanishes at a column's head.
    ``item`` and ``line`` say where in the galley it comes from.
    """

    height: int
    slug: Slug | None
    item: int
    line: int = 0
    breakable: bool = True
    new_page: bool = False
    room: int = 0
    discard: bool = False
    marks: tuple[Mark, ...] = ()


def lay_out(galley: Galley, looseness: dict[int, int] | None = None) -> tuple[Row, ...]:
    """The galley as rows; ``looseness`` asks single paragraphs (by index) for lines more or fewer."""
    wanted = looseness or {}
    rows: list[Row] = []
    marks: list[Mark] = []
    new_page = False
    room = keep = 0
    for index, matter in enumerate(galley):
        match matter:
            case Start(at, lines):
                new_page, room = new_page or at == "page", max(room, lines)
                if keep:  # a heading asks for the text of its own article: that is at its end
                    rows[-1], keep = rows[-1]._replace(breakable=True), 0
                continue
            case Mark():
                marks.append(matter)
                continue
            case Slug():
                keep = max(matter.keep, keep - 1, 0)
                new = [Row(matter.height, matter, index, breakable=keep == 0)]
            case SetParagraph():
                new, keep = _paragraph_rows(matter, index, wanted.get(index, 0), keep)
            case Space(lines, kept):
                new = [Row(lines, None, index, breakable=keep == 0, discard=not kept)]
            case Band() | Note() | Float():
                raise ValueError("rows are of one column, and of text alone")
            case _:
                assert_never(matter)
        if new:
            rows.append(new[0]._replace(marks=tuple(marks), new_page=new_page, room=room))
            rows += new[1:]
            marks, new_page, room = [], False, 0
    return tuple(rows)


def without_idle_space(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows without space that nothing follows on its page, but what is kept at a page's head as well.

    Were it left, it would open a page of its own below a full one.
    """
    kept: list[Row] = []
    ends_page = True
    for row in reversed(rows):
        if row.discard and ends_page and not row.marks and not row.new_page:
            continue
        kept.append(row)
        ends_page = row.new_page
    return tuple(reversed(kept))


def _paragraph_rows(paragraph: SetParagraph, index: int, looseness: int, keep: int) -> tuple[list[Row], int]:
    """A paragraph's lines: no break after its first nor before its last line, nor while a heading asks for text.

    Gives the rows and how many lines the heading above still asks for.
    """
    slugs = paragraph.cast(paragraph.lines + looseness)
    count = len(slugs)
    rows = [
        Row(
            slug.height,
            slug,
            index,
            line,
            breakable=line >= keep and (line == count or (line >= ORPHANS and count - line >= WIDOWS)),
        )
        for line, slug in enumerate(slugs, 1)
    ]
    return rows, max(keep - count, 0)


def fill_plainly(rows: Sequence[Row], lines: int) -> list[list[Row]] | None:
    """Pages each filled as far as a column may end; ``None`` where a page has no such end.

    Empty rows at a page's head are left out, and no page ends with such.
    """
    pages: list[list[Row]] = []
    at = 0
    while at < len(rows):
        page, after = _fill(rows, at, lines)
        if not page:
            return None
        pages.append(page)
        at = after
    return pages


def _fill(rows: Sequence[Row], at: int, lines: int) -> tuple[list[Row], int]:
    """The rows of the fullest page that begins with a row, and the row after it."""
    page: list[Row] = []
    best: tuple[list[Row], int] = ([], at)
    used = 0
    for index in range(at, len(rows)):
        row = rows[index]
        if row.discard and not page:
            continue
        if page and (row.new_page or row.room > lines - used):
            return best
        if used + row.height > lines:
            return best
        page.append(row)
        used += row.height
        if row.breakable and not row.discard:
            best = (list(page), index + 1)
    return page, len(rows)
