"""Widths of a table's columns bettered: width is moved from where it is missed least to where it helps most.

It needs no search and comes to an end in tables of any size; what it finds is seldom far from the best.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from huozi.blocks.table_demands import Demand, Job, depth_at, depths
from huozi.geometry import Mpt

STRIDES = (8, 4, 2, 1)
"""Half ems that are moved at once: first many, then few."""

MOST_LOOKS = 150_000
"""Cells that are looked at, at the most."""


def descended(job: Job, start: tuple[int, ...]) -> tuple[int, ...]:
    """Widths at which all rows are no deeper together than at those to start from."""
    work = _Descent(job, start)
    for stride in STRIDES:
        while work.looks > 0 and work.moved(stride):
            pass
    return tuple(work.widths)


class _Descent:
    """The widths on their way, and the two deepest cells of each row there."""

    def __init__(self, job: Job, start: tuple[int, ...]) -> None:
        self.job = job
        self.widths = list(start)
        self.cost = sum(depths(job, start))
        self.looks = MOST_LOOKS
        self.covering: list[list[int]] = [[] for _ in job.least]
        for index, demand in enumerate(job.demands):
            for column in range(demand.column, demand.column + demand.columns):
                self.covering[column].append(index)

    def moved(self, stride: int) -> bool:
        """Whether so much width moved from one column to another made the rows less deep."""
        edges = [0, *accumulate(self.widths)]
        tops = self._tops(edges)
        losses = [self._loss(column, stride, edges, tops) for column in range(len(self.widths))]
        gains = [self._gain(column, stride, edges, tops) for column in range(len(self.widths))]
        for gain, to in sorted(((gain, column) for column, gain in enumerate(gains) if gain), reverse=True):
            for loss, giver in sorted((loss, column) for column, loss in enumerate(losses) if loss is not None):
                if giver == to or loss >= gain:
                    continue
                if self._better(giver, to, stride):
                    return True
                break
        return False

    def _better(self, giver: int, to: int, stride: int) -> bool:
        """Whether widths are better with so much moved; if so they are from now on."""
        widths = list(self.widths)
        widths[giver] -= stride
        widths[to] += stride
        self.looks -= len(self.job.demands)
        cost = sum(depths(self.job, widths))
        if cost >= self.cost or not self._fits(widths):
            return False
        self.widths, self.cost = widths, cost
        return True

    def _fits(self, widths: Sequence[int]) -> bool:
        edges = [0, *accumulate(widths)]
        return all(edges[each.column + each.columns] - edges[each.column] >= each.steps[0][0] for each in self._wide())

    def _wide(self) -> list[Demand]:
        return [demand for demand in self.job.demands if demand.columns > 1]

    def _depth(self, index: int, width: int) -> Mpt:
        return depth_at(self.job.demands[index].steps, width)

    def _tops(self, edges: Sequence[int]) -> list[tuple[Mpt, Mpt]]:
        """The two deepest cells of each row, merged ones of several rows left out."""
        self.looks -= len(self.job.demands)
        first, second = list(self.job.floors), list(self.job.floors)
        for index, demand in enumerate(self.job.demands):
            if demand.rows > 1:
                continue
            depth, row = self._depth(index, edges[demand.column + demand.columns] - edges[demand.column]), demand.row
            if depth > first[row]:
                first[row], second[row] = depth, first[row]
            elif depth > second[row]:
                second[row] = depth
        return list(zip(first, second, strict=True))

    def _loss(self, column: int, stride: int, edges: Sequence[int], tops: Sequence[tuple[Mpt, Mpt]]) -> Mpt | None:
        """How much deeper rows become with a column narrowed; ``None``: it cannot be."""
        if column in self.job.fixed or self.widths[column] - stride < self.job.least[column]:
            return None
        loss = 0
        self.looks -= len(self.covering[column])
        for index in self.covering[column]:
            demand = self.job.demands[index]
            width = edges[demand.column + demand.columns] - edges[demand.column] - stride
            if width < demand.steps[0][0]:
                return None
            if demand.rows == 1:
                loss += max(self._depth(index, width) - tops[demand.row][0], 0)
        return loss

    def _gain(self, column: int, stride: int, edges: Sequence[int], tops: Sequence[tuple[Mpt, Mpt]]) -> Mpt:
        """How much less deep rows become with a column widened; of merged cells of several rows, all they lose."""
        if column in self.job.fixed:
            return 0
        gain = 0
        self.looks -= len(self.covering[column])
        for index in self.covering[column]:
            demand = self.job.demands[index]
            width = edges[demand.column + demand.columns] - edges[demand.column]
            depth, wider = self._depth(index, width), self._depth(index, width + stride)
            if demand.rows > 1:
                gain += depth - wider
            elif depth == tops[demand.row][0]:
                gain += max(depth - max(wider, tops[demand.row][1]), 0)
        return gain
