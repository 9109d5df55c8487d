"""Thousands of random paragraphs in a line less and a line more: the quick search gives what the plain one gives."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from seeded import HAN, PER_STYLE, WORDS, Case, marked_cases, measure_from, short_cases, style_from, text_from
from squares import EM, stretch

from huozi.diagnostics import Findings
from huozi.paragraph.breaking.bounds import Bound, nothing_known, promise_of, summed
from huozi.paragraph.breaking.cost import EVEN, GIVING_WAY, contrast, cost_fields
from huozi.paragraph.breaking.linebreak import Breakable, Shape, break_best, breakable, line_to
from huozi.paragraph.breaking.within import break_within, break_within_plainly
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.measure import measure_items, widest_gap

GAPS = (0, 500, EM // 16, EM // 12, EM // 8, EM // 4, EM, 9 * EM)
"""How wide gaps may be opened; no line has them wider than an em."""
ANY_FAULT = (1 << 7 * 64) - 1
"""The most of each of the seven fields above unevenness."""


def matter_of(case: Case) -> Breakable:
    items = itemize(case.stretches, EM, case.rules, 0, Findings())
    shape = Shape(case.measure - case.indent, case.measure, "justify", False)
    return breakable(items, measure_items(items), shape, case.rules)


def cost_and_gap(work: Breakable, ends: tuple[int, ...]) -> tuple[int, int]:
    """What the lines of a breaking cost and the widest gap in them, line by line."""
    cost, widest, at, before = 0, 0, 0, EVEN
    for end in ends:
        slack = work.measured.start[at] + (work.shape.rest if at else work.shape.first) - work.measured.end[end]
        line = line_to(work, at, end, slack, end in work.stops)
        assert line is not None, "a line that runs over"
        gap = 0 if end in work.stops else widest_gap(work.measured, at, end, slack)
        assert gap is not None, "a line left short"
        widest = max(widest, gap)
        cost += line[1] + contrast(at, before, line[2])
        at, before = end, line[2]
    return cost, widest


def no_more_is_promised(work: Breakable, ends: tuple[int, ...], bound: Bound) -> None:
    """From each line on, the lines are no more even than sums promised."""
    sums = summed(work, len(ends), bound, nothing_known())
    assert sums is not None
    promise = promise_of(sums)
    uneven = 0
    for number, end in reversed(list(enumerate(ends))):
        at = ends[number - 1] if number else 0
        slack = work.measured.start[at] + (work.shape.rest if at else work.shape.first) - work.measured.end[end]
        line = line_to(work, at, end, slack, end in work.stops)
        assert line is not None
        uneven += cost_fields(line[1])["unevenness"]
        promised = promise(at, len(ends) - number)
        assert promised is not None
        assert promised <= uneven


def compared(work: Breakable, random: Random) -> int:
    """How many breakings in other numbers of lines were found, the same by both searches."""
    best = break_best(work)
    found = 0
    for lines in {len(best.ends) + more for more in (-1, 0, 1)}:
        bound = Bound(random.choice(GAPS), random.choice((0, best.cost >> GIVING_WAY, ANY_FAULT)))
        quick, plain = break_within(work, lines, bound), break_within_plainly(work, lines, bound)
        assert (quick and quick.cost) == (plain and plain.cost), (lines, bound)
        if quick is not None:
            cost, gap = cost_and_gap(work, quick.ends)
            assert (len(quick.ends), cost) == (lines, quick.cost)
            assert gap <= bound.gap
            no_more_is_promised(work, quick.ends, bound)
            found += lines != len(best.ends)
    return found


def long_cases(seed: int) -> Iterator[Case]:
    """Paragraphs of so many lines that in all of them there may be room for another."""
    random = Random(seed)  # noqa: S311
    for _ in range(60):
        rules = style_from(random)
        for _ in range(PER_STYLE):
            text = text_from(random, 90, (*HAN * 20, *WORDS))
            yield Case((stretch(text),), rules, measure_from(random, 7) + 5 * EM, random.choice((0, 2 * EM)))


def thinned(cases: Iterator[Case], step: int) -> Iterator[Case]:
    return (case for index, case in enumerate(cases) if index % step == 0)


@pytest.mark.parametrize(
    ("cases", "least"),
    [(long_cases(10), 150), (thinned(short_cases(11), 3), 50), (thinned(marked_cases(12), 3), 50)],
    ids=["long", "short", "marked"],
)
def test_the_quick_search_gives_what_the_plain_one_gives(cases: Iterator[Case], least: int) -> None:
    random = Random(13)  # noqa: S311
    assert sum(compared(matter_of(case), random) for case in cases) > least
