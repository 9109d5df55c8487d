"""The contents' rows in the columns of its pages: what is not parted, what is levelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from huozi.display import Placed
from huozi.records import NamedTuple


class ContentsRow(NamedTuple):
    """A piece of the contents, so many grid lines deep; ``space`` vanishes at a column's head.

    ``keep``: it is not parted from the row behind it. An item's ``order`` is its rank in the reading order of what is
    kept together.
    """

    height: int
    items: tuple[Placed, ...]
    space: bool = False
    keep: bool = False


Block: TypeAlias = tuple[ContentsRow, ...]
"""Rows that stand in one column, where a column can hold them."""


class Frame(NamedTuple):
    """The grid lines of a page that columns may fill; ``closed`` above: what stands there keeps the space below it."""

    top: int
    bottom: int
    closed: bool = False


class Standing(NamedTuple):
    """A block, or a row of one that no column holds, in its column from a grid line of its page on."""

    page: int
    column: int
    line: int
    rows: Block


Frames: TypeAlias = Callable[[int], Frame]


def blocks_of(rows: Iterable[ContentsRow]) -> list[Block]:
    """The rows that are kept together."""
    blocks: list[Block] = []
    block: list[ContentsRow] = []
    for row in rows:
        block.append(row)
        if not row.keep:
            blocks.append(tuple(block))
            block = []
    return [*blocks, tuple(block)] if block else blocks


def kept(rows: Sequence[ContentsRow]) -> list[ContentsRow]:
    """Rows none of which is parted from the next."""
    return [*(row._replace(keep=True) for row in rows[:-1]), *rows[-1:]]


def flow(blocks: Sequence[Block], columns: int, frames: Frames, page: int = 0) -> list[Standing]:
    """Blocks from column to column and page to page, the first from the top of ``page`` on.

    A block deeper than any column goes row by row; a row deeper than that stands at a column's head all the same.
    Every page behind the first has room, and as much as the next.
    """
    standing: list[Standing] = []
    column, frame = 0, frames(page)
    line = frame.top
    deepest = frames(page + 1).bottom - frames(page + 1).top
    for block in blocks:
        fits = _depth(_without_space(block)) <= deepest or line + _depth(block) <= frame.bottom
        for part in [block] if fits else [(row,) for row in block]:
            while not _stands(part, line, frame, deepest):
                column += 1
                if column == columns:
                    column, page = 0, page + 1
                    frame = frames(page)
                line = frame.top
            rows = _at(part, line, frame)
            if any(not row.space for row in rows):
                standing.append(Standing(page, column, line, rows))
            line += _depth(rows)
    return standing


def _stands(rows: Block, line: int, frame: Frame, deepest: int) -> bool:
    """Whether rows stand from a line on: they fit, are nothing but space, or stand nowhere better."""
    rows = _at(rows, line, frame)
    if line + _depth(rows) <= frame.bottom or all(row.space for row in rows):
        return True
    return line == frame.top < frame.bottom and _depth(_without_space(rows)) > deepest


def _at(rows: Block, line: int, frame: Frame) -> Block:
    """Rows as they stand from a line on."""
    return _without_space(rows) if line == frame.top and not frame.closed else rows


def levelled(blocks: Sequence[Block], columns: int, frames: Frames, page: int = 0) -> list[Standing]:
    """The same with the columns of the last page no deeper than they must be."""
    standing = flow(blocks, columns, frames, page)
    last = max((each.page for each in standing), default=page)
    before = [each for each in standing if each.page < last]
    stood = sum(not row.space for each in before for row in each.rows)
    rest = list(blocks)
    while stood > 0:
        stood -= sum(not row.space for row in rest.pop(0))
    if columns == 1 or stood:  # a block goes on from the page before
        return standing
    for bottom in range(frames(last).top + 1, frames(last).bottom):
        tried = flow(rest, columns, _shortened(frames, last, bottom), last)
        if all(each.page == last and each.line + _depth(each.rows) <= bottom for each in tried):
            return before + tried
    return standing


def _shortened(frames: Frames, page: int, bottom: int) -> Frames:
    """Frames with that of a page ended at a line."""
    return lambda number: frames(number)._replace(bottom=bottom) if number == page else frames(number)


def foot_of(standing: Sequence[Standing]) -> int:
    """The grid line below the deepest of what stands on a page; 0 where nothing does."""
    return max((each.line + _depth(each.rows) for each in standing), default=0)


def _depth(rows: Block) -> int:
    return sum(row.height for row in rows)


def _without_space(rows: Block) -> Block:
    """Rows as they stand at a column's head."""
    first = next((at for at, row in enumerate(rows) if not row.space), len(rows))
    return rows[first:]
