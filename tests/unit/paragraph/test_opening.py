"""How a line is opened beyond the first two steps: shared by all its gaps, named where it is loose, else left short."""

from __future__ import annotations

import pytest
from squares import EM, PULL_IN, PUSH_OUT, composed, lines, rules_of

from huozi.diagnostics import Findings
from huozi.paragraph.breaking.cost import cost_fields
from huozi.paragraph.items.measure import widest_gap
from huozi.paragraph.lines.justify import set_line
from huozi.paragraph.rules.opening import open_line
from huozi.style.text_style import TextStyle


def opened(text: str, ems: float, rules: TextStyle = PULL_IN) -> dict[str, float]:
    work = composed(text, 99, rules).work
    line = set_line(work.items, work.measured, 0, len(text), round(ems * EM))
    return {change.step: change.amount / EM for change in line.adjustments}


@pytest.mark.parametrize(
    ("text", "ems", "steps"),
    [
        ("国　word word", 8.5, {"western-space": 0.125, "character": 1.0, "beyond": 1.0}),
        ("国　word word", 8.501, {}),
        ("ABC国DEF", 6.5, {"han-latin": 0.5, "beyond": 1.5}),
        ("ABC国DEF", 7.125, {}),
        ("～国", 3.0, {"connector": 1.0}),
        ("～国", 3.001, {}),
        ("ABCDEF", 3.5, {}),
    ],
)
def test_no_gap_is_opened_by_more_than_an_em(text: str, ems: float, steps: dict[str, float]) -> None:
    """A full-width space and a lone Han among words share like any gap."""
    assert opened(text, ems) == steps


def test_a_line_that_would_need_more_stands_at_its_natural_width() -> None:
    first = composed("国国ABCDEFGHIJKLMNOPQ国国", 9).set()[0]
    assert (first.width, first.natural, first.adjustments) == (2 * EM, 2 * EM, ())


@pytest.mark.parametrize(("loosest", "rules"), [(100, []), (99, ["line-loose"]), (0, ["line-loose"]), (1_000, [])])
def test_what_is_opened_further_than_the_loosest_line_is_named(loosest: int, rules: list[str]) -> None:
    findings = Findings()
    composed("国国国国国国ABCDEFG", 6.5, PULL_IN._replace(loosest=loosest), findings=findings)
    assert rules_of(findings) == rules


def test_a_loose_line_is_named_with_its_text_and_by_how_much_it_is_opened() -> None:
    findings = Findings()
    composed("国国国国国国ABCDEFGH", 6.7, PULL_IN, findings=findings)
    (item,) = findings
    assert str(item.span) == "here:1:1"
    assert dict(item.arguments) == {"text": "国国国国国国", "gap": "0.14", "loosest": "0.125"}


def test_short_lines_in_a_row_are_one_finding() -> None:
    findings = Findings()
    composed("国国ABCDEFGHIJKLMNOPQ国国", 9, findings=findings)
    (item,) = findings
    assert (item.rule, dict(item.arguments)) == ("line-short", {"text": "国国", "short": "7", "lines": "2"})


def test_short_lines_that_a_filled_one_parts_are_two_findings_in_the_order_of_the_text() -> None:
    findings = Findings()
    composed("国国ABCDEFGHIJKLMNOPQ国国国国国国国国国国国ABCDEFGHIJKLMNOPQ国国", 9, findings=findings)
    short = [item.span.column for item in findings if item.rule == "line-short"]
    assert len(short) == 2
    assert short == sorted(short)


def test_a_short_line_costs_more_than_a_loose_one_and_that_more_than_marks_that_give_way() -> None:
    def cost(text: str, end: int, slack: int) -> dict[str, int]:
        work = composed(text, 99, PUSH_OUT).work
        found = work.cost_of(0, end, slack, False)
        assert found is not None
        return {name: amount for name, amount in cost_fields(found).items() if amount}

    assert cost("国国国", 2, 20_000) == {"short": 32 * 32, "unevenness": 5 * 32 * 32}
    assert cost("国国国", 2, 10_000)["loose"] == 15 * 15
    assert "loose" not in cost("国国国", 2, 1_250)
    assert cost("国国国", 2, 1_251)["loose"] == 1


def test_word_spaces_are_widened_with_the_rest_once_a_line_is_loose() -> None:
    work = composed("国国国A BB", 99).work
    given = work.measured.given[5] - work.measured.given[0]
    opening = open_line(given, 10_000, work.measured.columns)
    assert opening is not None
    assert {step.name: (places, amount) for step, places, amount in opening.steps} == {
        "character": (2, 5_000),
        "beyond": (2, 5_000),
    }
    assert opening.gap == 2_500


def test_the_widest_gap_of_a_line_is_beyond_what_the_first_steps_allow() -> None:
    work = composed("国国国A国国", 99, PULL_IN).work
    assert widest_gap(work.measured, 0, 6, 5_000) == 0, "the two gaps beside A take half an em"
    assert widest_gap(work.measured, 0, 6, 8_000) == 1_000
    assert widest_gap(work.measured, 0, 6, 0) == 0
    assert widest_gap(work.measured, 0, 6, 60_000) is None


def test_marks_give_way_where_a_line_would_be_loose_and_only_there() -> None:
    text = "国国，国国国，国国ABCDEF国国国国国国"
    assert lines(text, 9.5)[0] == "国国，国国国，国国"
    assert composed(text, 9.5).set()[0].adjustments == (("character", 8, 5_000),)
    loose = composed("国国，国国国，国国国国", 10.25, PUSH_OUT._replace(loosest=50)).set()
    assert [line.width for line in loose] == [round(10.25 * EM)]
    assert [change.step for change in loose[0].adjustments] == ["pause"]
