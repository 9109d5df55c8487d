"""Ten thousand paragraphs set and drawn: what every line must be, worked out anew from its characters and its gaps.

The law of a filled line: what is too long or too short is shared out step by step in the order of the table, an earlier
step used up before the next begins; within a step each place takes its part in proportion to its room, so that places
of the same room change alike to the millipoint.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import pytest
from seeded import Case, marked_cases
from squares import BODY, EM, rules_of, stretch

from huozi.diagnostics import Findings
from huozi.display import SOFT_HYPHEN
from huozi.paragraph.breaking.cost import cost_fields
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.hints import FORCED_BREAK
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.lines.parted import as_drawn
from huozi.paragraph.lines.runs import glyph_runs
from huozi.paragraph.rules.spacing import COMPRESS_STEPS, EXPAND_STEPS, Pair
from huozi.style.text_style import Fill, TextStyle

CHARACTER, CONNECTOR = EXPAND_STEPS.index("character"), EXPAND_STEPS.index("connector")
CEILINGS = (0, 1)
"""The steps of expansion that have ceilings: word spaces and Han–Latin gaps."""
EDGES = ("line-start", "line-end")
BLANKS = " \u3000"


class Step(NamedTuple):
    """A step of the order in a line: its name, the gaps it has with the room of each."""

    name: str
    rooms: dict[int, int]


def compose_case(case: Case) -> tuple[Composed, Findings]:
    findings = Findings()
    style = BODY._replace(text=case.rules, indent=case.indent)
    return compose(list(case.stretches), style, case.measure, findings), findings


def rows_of(work: Composed, line: Line) -> list[Pair]:
    return [work.items.rows[code] for code in work.items.codes[line.start : line.end - 1]]


def natural_width(work: Composed, line: Line) -> int:
    """The line's width without adjustment and untrimmed, added up from what its characters and gaps are."""
    advances = sum(work.items.advance[line.start : line.end])
    return advances + sum(row.space * EM // 1000 for row in rows_of(work, line))


def edges(line: Line) -> int:
    return sum(step.amount for step in line.adjustments if step.step in EDGES)


def steps_of(work: Composed, line: Line, slack: int, loosest: int) -> list[Step]:
    """The steps that fill a line, in their order, each with what its gaps take at the most; none where it stays short.

    The last steps of expansion are worked out by pouring: all gaps that are open least are opened together.
    """
    rows = list(enumerate(rows_of(work, line)))
    if slack <= 0:
        found = []
        for index, name in enumerate(COMPRESS_STEPS):
            rooms = {gap: room * EM // 1000 for gap, row in rows for step, room in row.compress if step == index}
            found.append(Step(name, rooms))
        return [step for step in found if step.rooms]
    limited = {gap: row.ceiling * EM // 1000 for gap, row in rows if row.expand in CEILINGS}
    first = [
        Step(EXPAND_STEPS[index], {gap: limited[gap] for gap, row in rows if row.expand == index}) for index in CEILINGS
    ]
    rest = slack - sum(limited.values())
    own = [gap for gap, row in rows if row.expand == CHARACTER]
    last = [gap for gap, row in rows if row.expand == CONNECTOR]
    places = len(own) + len(limited) or len(last)
    if rest > places * EM:
        return []
    if rest <= 0 or not (own or limited):
        return [step for step in [*first, Step("connector", dict.fromkeys(last, EM))] if step.rooms]
    share = min(rest, len(own) * loosest) if rest <= places * loosest else rest * len(own) // places
    poured = {gap: Fraction(share, len(own)) for gap in own}
    further = {gap: Fraction(rest - share, len(limited)) for gap in limited}
    shared = [Step("character", poured), Step("beyond", further)]  # type: ignore[arg-type]
    return [step for step in [*first, *shared] if any(step.rooms.values())]


def lawful(steps: list[Step], slack: int) -> tuple[list[tuple[str, int]], dict[int, Fraction], dict[int, int]]:
    """What each step must do to fill a line; what each gap changes by in all, and by how many steps."""
    left, done = abs(slack), []
    changes: dict[int, Fraction] = {}
    times: dict[int, int] = {}
    sign = 1 if slack > 0 else -1
    for step in steps:
        rooms, total = step.rooms, sum(step.rooms.values())
        used = int(min(left, total))
        if used:
            done.append((step.name, sign * used))
            for gap, room in rooms.items():
                changes[gap] = changes.get(gap, Fraction(0)) + Fraction(sign * used * room, total)
                times[gap] = times.get(gap, 0) + 1
            left -= used
    return done, changes, times


def line_is_lawful(work: Composed, line: Line, room: int, last: bool) -> None:
    """Width, steps and places of a line are what its characters and the table say."""
    natural = natural_width(work, line)
    parted = line.start in work.items.hyphens or line.end in work.items.hyphens
    if not parted:
        assert line.natural == natural
    slack = room - line.natural - edges(line)
    if last and slack > 0:
        slack = 0
    done, changes, times = lawful(steps_of(work, line, slack, work.work.measured.columns.loosest), slack)
    assert [(step.step, step.amount) for step in line.adjustments if step.step not in EDGES] == done
    assert line.width == line.natural + edges(line) + sum(amount for _, amount in done)
    assert abs(sum(amount for _, amount in done)) <= abs(slack), "not beyond what is wanted"
    if parted:
        return
    rows = rows_of(work, line)
    found = [
        right - left - advance - row.space * EM // 1000
        for (left, right), advance, row in zip(
            pairwise(line.xs), work.items.advance[line.start : line.end - 1], rows, strict=True
        )
    ]
    for gap, change in enumerate(found):
        assert abs(change - changes.get(gap, Fraction(0))) < max(times.get(gap, 0), 1)
        assert not change or rows[gap].expand >= 0 or rows[gap].compress, "never inside a unit"
        assert change * slack >= 0, "a line too short never compresses, one too long never expands"


def line_is_drawn(work: Composed, line: Line) -> str:
    """The runs of a line stand in order, hold its text and end where the line does; gives that text."""
    items, drawn = as_drawn(work.items, line)
    end = drawn.xs[-1] + items.advance[drawn.end - 1] if line.end in work.items.hyphens else None
    runs = glyph_runs(work.items, line, BODY.ink)
    said = "".join("".join(run.texts) for _, run in runs)
    text = work.items.text[line.start : line.end]
    assert said.removesuffix(SOFT_HYPHEN) == text.rstrip(BLANKS)
    assert said.endswith(SOFT_HYPHEN) <= (line.end in work.items.hyphens)
    assert end is None or end == line.width
    return text


def paragraph_is_lawful(case: Case) -> int:
    """All of a paragraph's lines; gives the number of those that were filled."""
    work, findings = compose_case(case)
    rules, lines, filled = set(rules_of(findings)), work.set(), 0
    assert "".join(line_is_drawn(work, line) for line in lines) == case.text
    for line in lines:
        room = work.measure - (0 if line.start else work.indent)
        last = line.end in work.work.stops
        line_is_lawful(work, line, room, last)
        alone = not any(line.start < place < line.end for place in work.work.measured.breaks)
        if line.width > room:
            assert alone, "one unit by itself"
            assert "line-overfull" in rules
        elif not last:
            short = not [step for step in line.adjustments if step.step not in EDGES]
            assert line.width == room or short, "as wide as the measure, to the millipoint"
            assert line.width == room or rules & {"line-short", "line-overfull"}, "what is left short is named"
            filled += line.width == room
        compressed = [step.step for step in line.adjustments if step.amount < 0 and step.step not in EDGES]
        assert work.best is not None
        gave_way = cost_fields(work.best.cost)["giving-way"] > 0
        assert case.rules.fill != "push-out" or alone or not compressed or gave_way, "marks keep their width"
    return filled


def test_every_line_of_ten_thousand_paragraphs_is_lawful() -> None:
    tried = filled = 0
    for case in marked_cases(2):
        try:
            filled += paragraph_is_lawful(case)
        except Exception as error:
            raise AssertionError(
                f"{case.rules}, {case.measure}, {[(p.text, p.look) for p in case.stretches]}"
            ) from error
        tried += 1
    assert tried == 10_000
    assert filled > 20_000


@pytest.mark.parametrize("looseness", [-1, 1])
def test_lines_of_a_paragraph_in_one_less_or_one_more_are_lawful_too(looseness: int) -> None:
    other = 0
    for case in list(marked_cases(2))[::3]:
        work, _ = compose_case(case)
        if work.breaking(looseness) is None:
            continue
        lines = work.set(looseness)
        other += 1
        assert len(lines) == work.line_count + looseness
        assert "".join(line_is_drawn(work, line) for line in lines) == case.text
        for line in lines:
            room = work.measure - (0 if line.start else work.indent)
            line_is_lawful(work, line, room, line.end in work.work.stops)
            assert line.width <= room, "asked for so many lines, none runs over"
    assert other > 8


def forced(*texts: str, rules: TextStyle, ems: float) -> Case:
    """Texts with a forced break between each two."""
    stretches = [stretch(part) for text in texts for part in (FORCED_BREAK, text)][1:]
    return Case(tuple(stretches), rules, round(ems * EM), 0)


@pytest.mark.parametrize("unseen", ["\u200b", "\u0301", "\ufe00"])
def test_what_is_unseen_after_a_forced_break_has_no_trim(unseen: str) -> None:
    paragraph_is_lawful(forced("、", f"{unseen}wwwww", rules=TextStyle(), ems=2))


def test_no_hyphen_stands_at_a_forced_break() -> None:
    work, _ = compose_case(forced("中word", "different中", rules=TextStyle(hyphenate="en"), ems=1))
    line = next(line for line in work.set() if line.end == 5)
    assert SOFT_HYPHEN not in "".join("".join(run.texts) for _, run in glyph_runs(work.items, line, BODY.ink))


@pytest.mark.parametrize("fill", ["push-out", "pull-in", "least"])
def test_marks_give_way_in_a_unit_wider_than_its_line_however_lines_are_filled(fill: Fill) -> None:
    work, findings = compose_case(forced("书、，国国", rules=TextStyle(fill=fill), ems=2))
    assert [line.width for line in work.set()] == [2 * EM, 2 * EM]
    assert not len(findings)
