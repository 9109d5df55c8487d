"""The quick searches, the layered one and brute force agree: on the best breaking, and on the best in so many lines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphs import RULES, texts
from squares import EM, HERE, squares, stretch

from huozi.diagnostics import Findings
from huozi.paragraph.breaking.cost import CONTRAST, EVEN, MISFIT, UNEVENNESS
from huozi.paragraph.breaking.linebreak import Breakable, Shape, break_best, breakable, line_to
from huozi.paragraph.breaking.variants import break_in_layers, break_in_lines
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.look import PLAIN, Look, Reading
from huozi.paragraph.items.measure import measure_items
from huozi.paragraph.items.sorts import Stretch
from huozi.style.text_style import Align, TextStyle


def work_of(text: str, rules: TextStyle, measure: int, indent: int, align: Align = "justify") -> Breakable:
    items = itemize([stretch(text)], EM, rules, 0, Findings())
    return breakable(items, measure_items(items), Shape(measure - indent, measure, align, False), rules)


def all_breakings(work: Breakable) -> Iterator[tuple[tuple[int, ...], int]]:
    """Every breaking of a paragraph with its cost: the line ends tried one by one, nothing left out."""

    def following(at: int, before: int) -> Iterator[tuple[tuple[int, ...], int]]:
        width = work.shape.rest if at else work.shape.first
        later = [place for place in work.measured.breaks if place > at]
        if not later:
            yield (), 0
        for end in later:
            slack = work.measured.start[at] + width - work.measured.end[end]
            line = line_to(work, at, end, slack, end == later[-1])
            if line is None and end == later[0]:
                line = (end, -slack << MISFIT, EVEN)  # a unit wider than the measure stands by itself
            if line is None:
                continue
            _, cost, kind = line
            if at and abs(kind - before) > 1:
                cost += CONTRAST << UNEVENNESS
            for ends, more in following(end, kind):
                yield (end, *ends), cost + more

    yield from following(0, EVEN)


MEASURES = st.sampled_from([1, 2, 3, 4, 5, 7]).map(lambda ems: ems * EM) | st.integers(EM, 8 * EM)


@settings(max_examples=400)
@given(texts(11), RULES, MEASURES, st.sampled_from([0, 0, EM]))
def test_the_quick_breaker_finds_what_brute_force_finds(text: str, rules: TextStyle, measure: int, indent: int) -> None:
    work = work_of(text, rules, measure, min(indent, measure - 1))
    found = break_best(work)
    costs = dict(all_breakings(work))
    assert costs[found.ends] == found.cost == min(costs.values())


@settings(max_examples=250)
@given(texts(11), RULES, MEASURES)
def test_both_searches_find_the_best_in_every_number_of_lines(text: str, rules: TextStyle, measure: int) -> None:
    work = work_of(text, rules, measure, 0)
    best: dict[int, int] = {}
    for ends, cost in all_breakings(work):
        best[len(ends)] = min(cost, best.get(len(ends), cost))
    for count in range(1, len(work.measured.breaks) + 2):
        wanted = best.get(count)
        for found in (break_in_lines(work, count), break_in_layers(work, count)):
            assert (found.cost if found else None) == (None if wanted is None or wanted >> MISFIT else wanted)
            assert found is None or len(found.ends) == count


READ = st.lists(st.text("ab", max_size=9), min_size=1, max_size=11)
"""The readings of hanzi, one each; none where they are empty."""


def read_paragraph(readings: list[str]) -> list[Stretch]:
    looks = (Look(reading=Reading(text, squares(), HERE, 5_000, 10_000, 1_250, 2_500)) for text in readings)
    return [
        Stretch("国", squares(), HERE, look=look if look.reading and look.reading.text else PLAIN) for look in looks
    ]


@settings(max_examples=250)
@given(READ, RULES, MEASURES)
def test_brute_force_agrees_where_the_room_of_readings_goes_at_line_ends(
    readings: list[str], rules: TextStyle, measure: int
) -> None:
    items = itemize(read_paragraph(readings), EM, rules, 0, Findings())
    work = breakable(items, measure_items(items), Shape(measure, measure, "justify", False), rules)
    best: dict[int, int] = {}
    for ends, cost in all_breakings(work):
        best[len(ends)] = min(cost, best.get(len(ends), cost))
    assert break_best(work).cost == min(best.values())
    for count in range(1, len(readings) + 1):
        wanted = best.get(count)
        found = break_in_lines(work, count)
        assert (found.cost if found else None) == (None if wanted is None or wanted >> MISFIT else wanted)


@settings(max_examples=150)
@given(texts(90), RULES, st.integers(6 * EM, 36 * EM), st.sampled_from([0, 2 * EM]))
def test_the_two_breakers_agree_on_long_paragraphs(text: str, rules: TextStyle, measure: int, indent: int) -> None:
    work = work_of(text, rules, measure, indent)
    found = break_best(work)
    for count in range(max(len(found.ends) - 1, 1), len(found.ends) + 2):
        quick, plain = break_in_lines(work, count), break_in_layers(work, count)
        assert (quick and quick.cost) == (plain and plain.cost)
        assert quick is None or (quick.cost >= found.cost and len(quick.ends) == count)


@settings(max_examples=150)
@given(texts(14), st.sampled_from(["left", "center", "right"]), MEASURES)
def test_ragged_lines_are_the_best_of_all_too(text: str, align: Align, measure: int) -> None:
    work = work_of(text, TextStyle(), measure, 0, align)
    if work.measured.end[-1] <= measure:
        assert len(break_best(work).ends) == 1
        return
    breakings = dict(all_breakings(work_of(text[:14], TextStyle(), measure, 0, align)))
    if text == text[:14]:
        assert break_best(work).cost == min(breakings.values())


@pytest.mark.parametrize("count", [0, 1, 2, 3, 500])
def test_a_number_of_lines_that_cannot_be_is_none(count: int) -> None:
    found = break_in_lines(work_of("国" * 40, TextStyle(), 10 * EM, 0), count)
    assert found is None


def test_breaking_takes_time_in_proportion_to_the_text() -> None:
    text = "国国国国，国国国国国国。" * 2_000
    assert len(break_best(work_of(text, TextStyle(), 35 * EM, 0)).ends) > 600
