"""Ten thousand short paragraphs: every breaking of each is tried, and the quick searches find none that is better."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from seeded import Case, short_cases
from squares import EM, stretch

from huozi.diagnostics import Findings
from huozi.paragraph.breaking.cost import CONTRAST, EVEN, MISFIT, UNEVENNESS
from huozi.paragraph.breaking.linebreak import Breakable, Shape, break_best, breakable, line_to
from huozi.paragraph.breaking.variants import break_in_layers, break_in_lines
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.measure import measure_items
from huozi.style.text_style import Align, TextStyle


def matter_of(case: Case, align: Align = "justify") -> Breakable:
    items = itemize(case.stretches, EM, case.rules, 0, Findings())
    shape = Shape(case.measure - case.indent, case.measure, align, False)
    return breakable(items, measure_items(items), shape, case.rules)


def best_by_count(work: Breakable) -> dict[int, int]:
    """The least cost of each number of lines: every breaking counted through, none left out."""
    stops = set(work.stops)

    @cache
    def lines_from(at: int) -> list[tuple[int, int, int]]:
        width = work.shape.rest if at else work.shape.first
        later = [place for place in work.measured.breaks if place > at]
        found = []
        for end in later[: next(index for index, place in enumerate(later, 1) if place in stops)]:
            slack = work.measured.start[at] + width - work.measured.end[end]
            line = line_to(work, at, end, slack, end in stops)
            if line is None and end == later[0]:
                line = (end, -slack << MISFIT, EVEN)  # a unit wider than the measure stands by itself
            if line is not None:
                found.append(line)
        return found

    best: dict[int, int] = {}

    def go_on(at: int, before: int, cost: int, lines: int) -> None:
        if at == work.stops[-1]:
            best[lines] = min(cost, best.get(lines, cost))
            return
        for end, line, kind in lines_from(at):
            contrast = CONTRAST << UNEVENNESS if at and abs(kind - before) > 1 else 0
            go_on(end, kind, cost + line + contrast, lines + 1)

    go_on(0, EVEN, 0, 0)
    return best


def cost_of(work: Breakable, ends: tuple[int, ...]) -> int:
    """What a breaking costs, its lines counted up one by one."""
    cost, at, before = 0, 0, EVEN
    for end in ends:
        slack = work.measured.start[at] + (work.shape.rest if at else work.shape.first) - work.measured.end[end]
        line = line_to(work, at, end, slack, end in work.stops) or (end, -slack << MISFIT, EVEN)
        cost += line[1] + (CONTRAST << UNEVENNESS if at and abs(line[2] - before) > 1 else 0)
        at, before = end, line[2]
    return cost


def test_the_quick_breaker_equals_brute_force_on_ten_thousand_paragraphs() -> None:
    tried = 0
    for case in short_cases(3):
        work = matter_of(case)
        best = best_by_count(work)
        found = break_best(work)
        assert found.cost == min(best.values()) == cost_of(work, found.ends), case
        for lines in {len(found.ends) + more for more in (-1, 0, 1)} - {0}:
            wanted = best.get(lines)
            quick, plain = break_in_lines(work, lines), break_in_layers(work, lines)
            for other in (quick, plain):
                assert (other and other.cost) == (None if wanted is None or wanted >> MISFIT else wanted), (case, lines)
                assert other is None or (len(other.ends) == lines and other.cost == cost_of(work, other.ends))
        tried += 1
    assert tried == 10_000


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_ragged_lines_equal_brute_force_too(align: Align) -> None:
    for case in thinned(short_cases(2), 20):
        work = matter_of(case, align)
        best = best_by_count(work)
        found = break_best(work)
        if len(work.stops) == 1 and work.measured.end[-1] <= work.shape.first:
            assert len(found.ends) == 1
            continue
        assert found.cost == min(best.values()), case
        for lines in range(max(len(found.ends) - 1, 1), len(found.ends) + 2):
            wanted = best.get(lines)
            other = break_in_lines(work, lines)
            assert (other and other.cost) == (None if wanted is None or wanted >> MISFIT else wanted), (case, lines)


def thinned(cases: Iterator[Case], step: int) -> Iterator[Case]:
    return (case for index, case in enumerate(cases) if index % step == 0)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("报字字A、、文报。、", TextStyle(kinsoku="none", fill="least")),
        ("）字，国A，、、，A，、（", TextStyle("jlreq", "none", fill="pull-in", han_latin=125, han_latin_max=250)),
    ],
)
def test_the_quick_search_goes_past_lines_that_cannot_be_compressed_enough(text: str, rules: TextStyle) -> None:
    work = matter_of(Case((stretch(text),), rules, 4 * EM, 0))
    wanted, found = break_in_layers(work, 2), break_in_lines(work, 2)
    assert found is not None
    assert wanted is not None
    assert found.cost == wanted.cost == best_by_count(work)[2]


def test_the_quick_search_knows_what_spaces_at_a_lines_end_lose() -> None:
    rules = TextStyle("unicode", "basic", "kaiming", "full", "full", han_latin=125, lone_character=False)
    work = matter_of(Case((stretch("书字书……国 \xa0"),), rules, 4 * EM, 0))
    found = break_in_lines(work, 3)
    assert found is not None
    assert found.cost == best_by_count(work)[3]


def test_hanging_marks_before_a_space_leave_the_search_its_order() -> None:
    rules = TextStyle("jlreq", "none", "kaiming", "full", "hang", "least", han_latin=0)
    work = matter_of(Case((stretch("中书、 中（书书字·、"),), rules, 15_721, 0))
    assert break_best(work).cost == min(best_by_count(work).values())
