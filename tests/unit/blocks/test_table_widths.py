"""Widths of a table's columns: never worse than trying every split in half ems; bounded whatever the table."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

import pytest

from huozi.blocks import table_widths
from huozi.blocks.table_demands import Demand, Job, depths, narrowest
from huozi.blocks.table_widths import column_widths


def splits(columns: int, room: int) -> Iterator[tuple[int, ...]]:
    """Every way to give all the room to columns."""
    if columns == 1:
        yield (room,)
        return
    for width in range(1, room - columns + 2):
        yield from ((width, *rest) for rest in splits(columns - 1, room - width))


def least_of_all(job: Job) -> int | None:
    """The least sum of depths of all splits; ``None`` where none holds every cell. Written by the definition alone."""
    best = None
    for widths in splits(len(job.least), job.room):
        if any(width < least for width, least in zip(widths, job.least, strict=True)):
            continue
        rows, joined = list(job.floors), []
        for demand in job.demands:
            width = sum(widths[demand.column : demand.column + demand.columns])
            fitting = [depth for least, depth in demand.steps if least <= width]
            if not fitting:
                break
            if demand.rows == 1:
                rows[demand.row] = max(rows[demand.row], fitting[-1])
            else:
                joined.append((demand.row + demand.rows, demand.row, fitting[-1]))
        else:
            for end, first, depth in sorted(joined):
                rows[end - 1] += max(depth - sum(rows[first:end]), 0)
            best = sum(rows) if best is None else min(best, sum(rows))
    return best


def a_table(chance: random.Random, *, merged: bool) -> Job:
    """A small table whose cells need what chance says."""
    columns, rows = chance.randint(1, 4), chance.randint(1, 4)
    taken: set[tuple[int, int]] = set()
    demands = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            down = across = 1
            if merged and chance.random() < 0.25:
                down, across = chance.randint(1, rows - row), chance.randint(1, columns - column)
                if any((row + y, column + x) in taken for y in range(down) for x in range(across)):
                    down = across = 1
            taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
            if chance.random() < 0.1:
                continue
            count = chance.randint(1, 4)
            widths = sorted(chance.sample(range(1, 9), count))
            deep = sorted(chance.sample(range(1, 12), count), reverse=True)
            demands.append(Demand(row, column, down, across, tuple(zip(widths, deep, strict=True))))
    least = tuple(chance.randint(1, 3) for _ in range(columns))
    return Job(least, chance.randint(columns * 2, columns * 7), (1,) * rows, tuple(demands))


@pytest.mark.parametrize("merged", [False, True])
def test_no_split_is_better_on_five_hundred_small_tables(merged: bool) -> None:
    chance = random.Random(14)  # noqa: S311
    fitting = 0
    for _ in range(500):
        job = a_table(chance, merged=merged)
        found, best = column_widths(job), least_of_all(job)
        assert (found is None) == (best is None)
        if found is not None:
            fitting += 1
            assert sum(found) <= job.room
            assert sum(depths(job, found)) == best
    assert fitting > 200


def texts(columns: int, rows: int, seed: int) -> Job:
    """A large table: each cell so many half ems of text, turned over where it must be."""
    chance = random.Random(seed)  # noqa: S311
    demands = []
    for column in range(columns):
        is_long = chance.random() < 0.6
        for row in range(rows):
            length = chance.randint(2, 60) if is_long else chance.randint(1, 6)
            steps: dict[int, int] = {}
            for width in range(2, 2 * length + 3):
                steps.setdefault(-(-2 * length // width), width)
            pairs = tuple((width, depth) for depth, width in steps.items())
            demands.append(Demand(row, column, 1, 1, pairs))
    return Job((1,) * columns, columns * 14, (1,) * rows, tuple(demands))


@pytest.mark.parametrize(("columns", "rows"), [(8, 40), (12, 60), (40, 500)])
def test_large_tables_are_bounded_and_no_worse_than_widths_in_proportion(
    columns: int, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = texts(columns, rows, 3)
    looked = 0
    bound = table_widths._Search._bound

    def counted(self: table_widths._Search, *arguments: object) -> int | None:
        nonlocal looked
        looked += len(self.needs)
        return bound(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(table_widths._Search, "_bound", counted)
    found = column_widths(job)
    assert found is not None and sum(found) == job.room
    assert looked <= table_widths.WORK + 2 * rows
    least = narrowest(job)
    wanted = [max(demand.steps[-1][0] for demand in job.demands if demand.column == at) for at in range(columns)]
    spare = job.room - sum(least)
    plain = [low + spare * want // sum(wanted) for low, want in zip(least, wanted, strict=True)]
    assert sum(depths(job, found)) <= sum(depths(job, plain))
    assert found == column_widths(job)


def test_columns_keep_their_natural_widths_where_there_is_room() -> None:
    job = Job((1, 1), 40, (1,), (Demand(0, 0, 1, 1, ((2, 3), (6, 1))), Demand(0, 1, 1, 1, ((2, 2), (4, 1)))))
    assert column_widths(job) == (6, 4)
    assert column_widths(job, full=True) == (24, 16)


def test_widths_equally_good_are_nearest_to_what_the_texts_need() -> None:
    steps = ((2, 6), (3, 4), (4, 3), (6, 2), (12, 1))
    job = Job((1, 1), 16, (1, 1), (Demand(0, 0, 1, 1, steps), Demand(1, 1, 1, 1, steps)))
    assert column_widths(job) == (8, 8)


def test_a_short_text_is_not_turned_over_for_nothing() -> None:
    short, long = ((1, 3), (3, 1)), ((4, 4), (6, 3), (8, 2), (16, 1))
    job = Job((1, 1), 9, (1,), (Demand(0, 0, 1, 1, short), Demand(0, 1, 1, 1, long)))
    assert column_widths(job) == (3, 6)  # (1, 8) is as deep


def test_a_fixed_column_keeps_its_width() -> None:
    steps = ((2, 6), (4, 3), (6, 2), (12, 1))
    job = Job((3, 1), 12, (1,), (Demand(0, 0, 1, 1, ((3, 5),)), Demand(0, 1, 1, 1, steps)), frozenset({0}))
    assert column_widths(job, full=True) == (3, 9)


def test_a_merged_cell_widens_the_last_of_its_columns() -> None:
    job = Job((1, 1, 1), 12, (1,), (Demand(0, 0, 1, 2, ((8, 1),)), Demand(0, 2, 1, 1, ((2, 1),))))
    assert narrowest(job) == (1, 7, 2)
    assert list(accumulate(column_widths(job) or ()))[1] >= 8


def test_what_no_room_holds_is_none() -> None:
    assert column_widths(Job((5, 5), 9, (1,), ())) is None
