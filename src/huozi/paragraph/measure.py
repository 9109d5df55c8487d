"""Measuring: a paragraph's items summed up, so that any line's width and room are two look-ups."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from operator import add, sub
from typing import NamedTuple

from huozi.geometry import Mpt
from huozi.paragraph.itemize import Items
from huozi.paragraph.spacing import COMPRESS_STEPS, EM, EXPAND_STEPS, pair_table
from huozi.style.model import TextStyle


class Measured(NamedTuple):
    """The running sums of a paragraph.

    ``start[i]`` is where character i stands when all is natural; ``end[i]`` where a line ends that holds i
    characters. ``expand_…`` and ``compress_…`` are running sums over the gaps, a list a step (empty: no place).
    """

    start: list[Mpt]
    end: list[Mpt]
    breaks: list[int]
    break_ends: list[Mpt]
    expand_room: list[list[Mpt]]
    expand_places: list[list[int]]
    compress_room: list[list[Mpt]]
    compress_places: list[list[int]]


class Tables(NamedTuple):
    """The pair table turned to columns, by pair code: what the running sums are made of (Mpt at one size)."""

    space: dict[str, Mpt]
    breakable: frozenset[str]
    expand: tuple[dict[str, int], ...]
    ceiling: tuple[dict[str, Mpt], ...]
    compress: tuple[dict[str, Mpt], ...]
    compressible: tuple[dict[str, int], ...]


@lru_cache(maxsize=64)
def tables(style: TextStyle, word_space: int, em: Mpt) -> Tables:
    """The columns of a style's pair table at a size; compression is empty where the fill never compresses."""
    rows = pair_table(style, word_space)
    compress: list[dict[str, Mpt]] = [dict.fromkeys(rows, 0) for _ in COMPRESS_STEPS]
    if style.fill != "push-out":
        for code, row in rows.items():
            for step, amount in row.compress:
                compress[step][code] += amount * em // EM
    steps = range(len(EXPAND_STEPS))
    return Tables(
        {code: row.space * em // EM for code, row in rows.items()},
        frozenset(code for code, row in rows.items() if row.breakable),
        tuple({code: int(row.expand == step) for code, row in rows.items()} for step in steps),
        tuple({code: row.ceiling * em // EM * (row.expand == step) for code, row in rows.items()} for step in steps),
        tuple(compress),
        tuple({code: int(amount > 0) for code, amount in column.items()} for column in compress),
    )


def measure_items(items: Items, style: TextStyle) -> Measured:
    """The running sums that the breaker and the justifier look lines up in."""
    columns = tables(style, items.word_space, items.em)
    codes, count = items.codes, len(items.text)
    used = set(codes)
    spaces = [*map(columns.space.__getitem__, codes), 0]
    start = list(accumulate(map(add, items.advance, spaces), initial=0))
    end = [0, *map(sub, map(add, start, items.advance), items.trim)]
    breaks = [index for index, code in enumerate(codes, 1) if code in columns.breakable]
    if count:
        breaks.append(count)
    last = len(EXPAND_STEPS) - 1
    return Measured(
        start,
        end,
        breaks,
        [end[at] for at in breaks],
        [[] if step == last else _sums(column, codes, used) for step, column in enumerate(columns.ceiling)],
        [_sums(column, codes, used, always=True) for column in columns.expand],
        [_sums(column, codes, used) for column in columns.compress],
        [_sums(column, codes, used) for column in columns.compressible],
    )


def _sums(column: dict[str, int], codes: list[str], used: set[str], *, always: bool = False) -> list[int]:
    """A running sum of a column over the gaps; empty where it stays 0, unless it is ``always`` wanted."""
    if always or any(map(column.__getitem__, used)):
        return list(accumulate(map(column.__getitem__, codes), initial=0))
    return []
