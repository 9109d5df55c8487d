"""Lines as they are filled: exactly their measure wide, places alike, one step used up before the next begins."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphs import RULES, texts
from squares import EM, NOT_AT_LINE_END, NOT_AT_LINE_START, UNITS, composed, rules_of

from huozi.diagnostics import Findings
from huozi.paragraph.breaking.cost import cost_fields
from huozi.paragraph.compose import Composed
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.rules.spacing import COMPRESS_STEPS, EDGE_STEPS, EXPAND_STEPS, Pair
from huozi.style.text_style import TextStyle

TEXTS = texts(60)
MEASURES = st.sampled_from([1, 2, 5, 10, 20, 35]) | st.integers(EM, 36 * EM).map(lambda width: width / EM)


def gaps_of(work: Composed, line: Line) -> list[Pair]:
    return [work.items.rows[code] for code in work.items.codes[line.start : line.end - 1]]


def able(line: Line, work: Composed, step: str, order: tuple[str, ...]) -> int:
    """What a step of an order can take or give in a line, in millipoints."""
    index = order.index(step)
    if order is COMPRESS_STEPS:
        return sum(amount * EM // 1000 for row in gaps_of(work, line) for at, amount in row.compress if at == index)
    if step in ("western-space", "han-latin"):
        return sum(row.ceiling * EM // 1000 for row in gaps_of(work, line) if row.expand == index)
    return 0  # the later steps share as they open a line


def changes(line: Line) -> list[tuple[str, int]]:
    """The steps between the characters: what a mark gives up at the line's end is its width there."""
    return [(change.step, change.amount) for change in line.adjustments if change.step not in EDGE_STEPS]


def most_that_opens(work: Composed, line: Line) -> int:
    """By how much a line's gaps can be opened in all: the first two steps, and each gap by an em."""
    rows = gaps_of(work, line)
    limited = [row for row in rows if row.expand in (0, 1)]
    others = [row for row in rows if row.expand == EXPAND_STEPS.index("character")]
    last = [row for row in rows if row.expand == EXPAND_STEPS.index("connector")]
    places = len(limited) + len(others) or len(last)
    return sum(row.ceiling * EM // 1000 for row in limited) + places * EM


@settings(max_examples=400)
@given(TEXTS, RULES, MEASURES)
def test_every_justified_line_is_exactly_as_wide_as_its_measure(text: str, rules: TextStyle, ems: float) -> None:
    work = composed(text, ems, rules)
    for line in work.set()[:-1]:
        if line.width > work.measure:
            assert not any(line.start < place < line.end for place in work.work.measured.breaks), "one unit alone"
        elif line.width < work.measure:
            assert not changes(line), "left short at its natural width"
            assert work.measure - line.width > most_that_opens(work, line), "a gap would be wider than an em"
    for line in work.set()[-1:]:
        assert line.width <= work.measure or not any(
            line.start < place < line.end for place in work.work.measured.breaks
        )


@settings(max_examples=250)
@given(TEXTS, RULES, MEASURES)
def test_a_line_is_as_wide_as_its_characters(text: str, rules: TextStyle, ems: float) -> None:
    work = composed(text, ems, rules)
    for line in work.set():
        trimmed = -sum(change.amount for change in line.adjustments if change.step == "line-end")
        end = line.xs[-1] + work.items.advance[line.end - 1] - trimmed
        assert end == line.width == line.natural + sum(change.amount for change in line.adjustments)


@settings(max_examples=400)
@given(TEXTS, RULES, MEASURES)
def test_no_step_begins_while_an_earlier_one_has_room(text: str, rules: TextStyle, ems: float) -> None:
    work = composed(text, ems, rules)
    for line in work.set():
        done = changes(line)
        order: tuple[str, ...] = COMPRESS_STEPS if done and done[0][1] < 0 else EXPAND_STEPS
        assert [step for step, _ in done] == [step for step in order if step in dict(done)]
        for earlier in order[: order.index(done[-1][0])] if done else ():
            if earlier not in EDGE_STEPS:
                assert abs(dict(done).get(earlier, 0)) >= able(line, work, earlier, order)


@settings(max_examples=250)
@given(TEXTS, RULES, MEASURES)
def test_a_short_line_never_compresses_and_a_long_one_never_expands(text: str, rules: TextStyle, ems: float) -> None:
    work = composed(text, ems, rules)
    for line in work.set():
        amounts = [amount for _, amount in changes(line)]
        edges = sum(change.amount for change in line.adjustments if change.step in EDGE_STEPS)
        short = line.natural + edges <= work.measure
        assert all(amount > 0 for amount in amounts) if short else all(amount < 0 for amount in amounts)
        one_unit = not any(line.start < place < line.end for place in work.work.measured.breaks)
        assert work.best is not None
        gave_way = cost_fields(work.best.cost)["giving-way"] > 0
        assert rules.fill != "push-out" or short or not amounts or one_unit or gave_way


@settings(max_examples=400)
@given(TEXTS, RULES, MEASURES)
def test_equal_places_of_a_step_change_alike_to_the_millipoint(text: str, rules: TextStyle, ems: float) -> None:
    work = composed(text, ems, rules)
    start, advance = work.work.measured.place, work.items.advance
    for line in work.set():
        moved: dict[Pair, list[int]] = {}
        for index, (left, right) in enumerate(pairwise(line.xs), line.start):
            change = (right - left) - (start[index + 1] - start[index])
            moved.setdefault(work.items.rows[work.items.codes[index]], []).append(change)
            inside = (work.items.classes[index], work.items.classes[index + 1])
            assert change == 0 or inside not in {("W", "W"), ("D", "U"), ("U", "U")}, "never inside a unit"
        most = 2 if "beyond" in dict(changes(line)) else 1
        assert all(max(found) - min(found) <= most for found in moved.values())
        assert len(line.xs) == line.end - line.start <= len(advance)


@settings(max_examples=400)
@given(TEXTS, RULES.filter(lambda rules: rules.kinsoku in ("gb", "strict") and rules.profile == "clreq"), MEASURES)
def test_no_line_starts_or_ends_with_what_may_not(text: str, rules: TextStyle, ems: float) -> None:
    findings = Findings()
    work = composed(text, ems, rules, findings=findings)
    if {"prohibition-relaxed", "word-broken"} & set(rules_of(findings)):
        return
    found = [work.items.text[line.start : line.end] for line in work.set()]
    for line in found[1:]:
        assert line[0] not in NOT_AT_LINE_START or line.startswith(UNITS)
        assert line[0] not in " \u3000"
    for line in found[:-1]:
        assert line[-1] not in NOT_AT_LINE_END
    assert all(unit not in before[-1] + after[0] for before, after in pairwise(found) for unit in UNITS[:2])


@settings(max_examples=250)
@given(TEXTS, RULES, MEASURES)
def test_a_line_that_runs_over_is_always_reported(text: str, rules: TextStyle, ems: float) -> None:
    findings = Findings()
    work = composed(text, ems, rules, findings=findings)
    over = any(line.width > work.measure for line in work.set())
    assert not over or "line-overfull" in rules_of(findings)


@settings(max_examples=150)
@given(texts(40), RULES, st.sampled_from([-1, 1]), MEASURES)
def test_lines_asked_for_one_more_or_one_less_keep_all_rules(
    text: str, rules: TextStyle, looseness: int, ems: float
) -> None:
    work = composed(text, ems, rules)
    found = work.set(looseness)
    assert "".join(work.items.text[line.start : line.end] for line in found) == text
    if work.breaking(looseness) is not None:
        assert len(found) == work.line_count + looseness
        assert all(line.width == work.measure or not changes(line) for line in found[:-1])
