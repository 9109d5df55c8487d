"""The best rejected alternative of a line is what brute force finds, and what the breaker finds when it is forced."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphs import RULES, texts
from squares import EM
from test_breaking import MEASURES, all_breakings, work_of

from huozi.paragraph.breaking.alternatives import Alternative, alternatives, line_costs, lines_to_try
from huozi.paragraph.breaking.cost import FIELD_BITS, MISFIT
from huozi.paragraph.breaking.linebreak import Breakable, Breaking, break_best
from huozi.paragraph.breaking.variants import break_in_lines
from huozi.style.text_style import Align, TextStyle

ALIGNS = st.sampled_from(["justify", "justify", "justify", "left", "center"])
NO_LINE = 1 << MISFIT + FIELD_BITS


def cheapest_by_hand(
    breakings: Iterable[tuple[tuple[int, ...], int]], ends: tuple[int, ...], number: int
) -> tuple[int, int] | None:
    """Of all breakings, the cheapest in which a line starts where it does and ends elsewhere: its cost and that end."""
    start = ends[number - 1] if number else 0
    found = []
    for others, cost in breakings:
        starts = (0, *others[:-1])
        if start in starts and (end := others[starts.index(start)]) != ends[number]:
            found.append((cost, -end))
    return (min(found)[0], -min(found)[1]) if found else None


def without_counts(found: Iterable[Alternative | None]) -> list[tuple[int, int] | None]:
    return [None if item is None else (item.cost, item.end) for item in found]


@settings(max_examples=250)
@given(texts(10), RULES, MEASURES, st.sampled_from([0, 0, EM]), ALIGNS)
def test_each_line_has_the_alternative_that_brute_force_finds(
    text: str, rules: TextStyle, measure: int, indent: int, align: Align
) -> None:
    work = work_of(text, rules, measure, min(indent, measure - 1), align)
    if len(work.stops) == 1 and work.measured.end[-1] <= work.shape.first:
        return  # one line holds it
    best = break_best(work)
    breakings = list(all_breakings(work))
    wanted = [cheapest_by_hand(breakings, best.ends, number) for number in range(len(best.ends))]
    assert without_counts(alternatives(work, best)) == wanted
    assert all(found is None or found[0] >= best.cost for found in wanted)
    counts = {(cost, len(ends)) for ends, cost in breakings}
    assert all(found is None or (found.cost, found.lines) in counts for found in alternatives(work, best))


@settings(max_examples=200)
@given(texts(10), RULES, MEASURES)
def test_in_a_set_number_of_lines_the_alternatives_have_as_many(text: str, rules: TextStyle, measure: int) -> None:
    work = work_of(text, rules, measure, 0)
    breakings = list(all_breakings(work))
    for count in range(1, len(work.measured.breaks) + 1):
        best = break_in_lines(work, count)
        of_so_many = [(ends, cost) for ends, cost in breakings if len(ends) == count]
        if best is not None:
            found = alternatives(work, best, same_count=True)
            assert all(item is None or item.lines == count for item in found)
            for number, start in enumerate((0, *best.ends[:-1])):
                alike = [(ends, cost) for ends, cost in of_so_many if (0, *ends)[number] == start]
                assert without_counts(found)[number] == cheapest_by_hand(alike, best.ends, number)


def forced_elsewhere(work: Breakable, best: Breaking, number: int) -> Breaking:
    """The breaker's own best where a line must start where it does and may not end where it does."""
    start, end = best.ends[number - 1] if number else 0, best.ends[number]

    def cost_of(at: int, to: int, slack: int, last: bool) -> int | None:
        cost = work.cost_of(at, to, slack, last)
        barred = at < start < to or (at, to) == (start, end)
        return cost if cost is None or not barred else cost + NO_LINE

    return break_best(work._replace(cost_of=cost_of))


@settings(max_examples=60)
@given(texts(60), RULES, st.integers(6 * EM, 30 * EM), st.sampled_from([0, 2 * EM]))
def test_the_breaker_forced_to_end_a_line_elsewhere_finds_the_same(
    text: str, rules: TextStyle, measure: int, indent: int
) -> None:
    work = work_of(text, rules, measure, indent)
    if work.measured.end[-1] <= work.shape.first:
        return
    best = break_best(work)
    for number, found in enumerate(alternatives(work, best)):
        forced = forced_elsewhere(work, best, number)
        if found is not None and forced.cost < NO_LINE:
            assert found.cost == forced.cost


@settings(max_examples=150)
@given(texts(40), RULES, MEASURES, ALIGNS)
def test_the_lines_costs_add_up_to_the_paragraphs(text: str, rules: TextStyle, measure: int, align: Align) -> None:
    work = work_of(text, rules, measure, 0, align)
    best = break_best(work)
    if len(best.ends) > 1:
        assert sum(line_costs(work, best.ends)) == best.cost


def test_a_line_that_can_end_nowhere_else_has_no_alternative() -> None:
    work = work_of("ABCDEFGHIJ" * 2 + "国", TextStyle(), 4 * EM, 0)
    assert alternatives(work, break_best(work)) == (None, None)


def test_how_much_there_is_to_try_grows_with_the_text_alone() -> None:
    one, two = (lines_to_try(work_of("国" * count, TextStyle(), 35 * EM, 0)) for count in (1_000, 2_000))
    assert two == 2 * one
