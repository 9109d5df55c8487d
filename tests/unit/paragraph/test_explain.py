"""Why a line ends where it ends, as ``huozi compose`` says it."""

from __future__ import annotations

import pytest
from squares import BODY, EM, PULL_IN, PUSH_OUT, composed, stretch

from huozi.diagnostics import Findings
from huozi.paragraph.compose import compose
from huozi.paragraph.explain import (
    Dearer,
    Forbidden,
    Obstacle,
    Rejected,
    TooWide,
    break_reason,
    can_compare,
    characters,
    explain,
)
from huozi.style.text_style import Marks, TextStyle


@pytest.mark.parametrize(
    ("text", "ems", "rules", "reason"),
    [
        ("国国国国国国国国", 5, PUSH_OUT, "full"),
        ("国国国国国，国国国国", 5, PUSH_OUT, "kinsoku"),
        ("国国国国（国国国国国", 5, PUSH_OUT, "kinsoku"),
        ("国国国ABCDEFGH国国国", 6, PUSH_OUT, "unit"),
        ("国国国国——国国国国国", 5, PUSH_OUT, "unit"),
        ("国，国（国国国）国国国国国国国", 8.5, PULL_IN, "pull-in"),
        ("国国国国国国", 5, PUSH_OUT, "total-fit"),
        ("国国国", 5, PUSH_OUT, "end"),
    ],
)
def test_the_reason_a_line_ends(text: str, ems: float, rules: TextStyle, reason: str) -> None:
    work = composed(text, ems, rules)
    assert break_reason(work, work.set()[0]) == reason


def test_a_bar_forces_a_line_to_end() -> None:
    work = compose([stretch("国国\ufdd0国")], BODY, 9 * EM, Findings(), break_at_bars=True)
    assert [break_reason(work, line) for line in work.set()] == ["forced", "end"]


@pytest.mark.parametrize("ems", [1, 3, 7.3, 20])
def test_advances_add_up_to_the_width_and_texts_to_the_text(ems: float) -> None:
    work = composed("国国，“国AB 1.5”——国……（国）国·国，", ems, PULL_IN)
    for line in work.set():
        found = characters(work, line)
        assert sum(character.advance for character in found) == line.width
        assert "".join(character.text for character in found) == work.items.text[line.start : line.end]
        assert [found[0].x + sum(c.advance for c in found[:at]) for at in range(len(found))] == [c.x for c in found]


# ------------------------------------------------------------------ what was rejected


def rejected(text: str, ems: float, rules: TextStyle, line: int = 0) -> list[Rejected]:
    return list(explain(composed(text, ems, rules)).lines[line].rejected)


def test_a_line_is_held_against_the_best_that_ends_it_elsewhere() -> None:
    (other,) = rejected("国国国国国国国国国国", 5, PUSH_OUT)
    assert isinstance(other, Dearer)
    assert (other.line.end, other.lines) == (4, 3)
    assert other.line.adjustments == (("character", 3, EM),)


@pytest.mark.parametrize(
    ("text", "ems", "rules", "end", "kind", "what"),
    [
        ("国国国国国，国国国国", 5, PUSH_OUT, 5, "line-start", "，"),
        ("国国国国（国国国国国", 5, PUSH_OUT, 5, "line-end", "（"),
        ("国国国国／国国国国国", 5, PUSH_OUT, 5, "line-end", "／"),
        ("国国国ABCDEFGH国国国", 6, PUSH_OUT, 8, "unit", "ABCDEFGH"),
        ("国国国国——国国国国国", 5, PUSH_OUT, 5, "unit", "——"),
        ("国国国￥12国国国国国", 4, PUSH_OUT, 4, "unit", "￥12"),
    ],
)
def test_the_fullest_line_is_told_with_what_forbids_it(
    text: str, ems: float, rules: TextStyle, end: int, kind: str, what: str
) -> None:
    assert Forbidden(end, Obstacle(kind, what)) in rejected(text, ems, rules)  # type: ignore[arg-type]


def test_at_the_mildest_level_that_forbids_a_place_the_reason_is_found() -> None:
    strict = TextStyle(kinsoku="strict")
    assert Forbidden(4, Obstacle("line-start", "—")) in rejected("国国国国——国国国国国", 4, strict)
    assert not any(isinstance(item, Forbidden) for item in rejected("国国国国——国国国国国", 4, PUSH_OUT))


def test_a_place_beyond_reach_is_told_with_what_it_lacks() -> None:
    far = [
        item
        for item in rejected("国国国国国，国国国国", 5, PUSH_OUT._replace(loosest=1_000))
        if isinstance(item, TooWide)
    ]
    assert far == [TooWide(6, EM // 2, compressed=False)]
    tried = [item for item in rejected("国，国国国——国国国国", 4, PULL_IN) if isinstance(item, TooWide)]
    assert tried == []


def test_where_marks_give_way_what_is_lacking_then_is_told() -> None:
    found = rejected("国，国国国国ABCDEFGH国国", 8, PULL_IN)
    assert found[1:] == [Forbidden(9, Obstacle("unit", "ABCDEFGH")), TooWide(14, 16_250, compressed=True)]


def test_of_a_line_that_holds_the_rest_nothing_is_rejected() -> None:
    assert rejected("国国国", 5, PUSH_OUT) == []
    assert rejected("国国国国国国国国", 5, PUSH_OUT, line=1) == []


def test_a_line_that_can_end_nowhere_else_says_what_holds_it() -> None:
    (only,) = rejected("ABCDEFGH国", 4, PUSH_OUT)  # marks may give way for the lone 国, and do not help
    assert only == TooWide(9, EM + EM // 8, compressed=True)


@pytest.mark.parametrize("looseness", [-1, 0, 1])
def test_costs_add_up_and_no_alternative_is_cheaper(looseness: int) -> None:
    work = composed("国国，国国国（国国国国），国国国国国ABC国国；国国国国国，国国国。" * 2, 9, PULL_IN)
    lines, cost = explain(work, looseness)
    assert sum(line.cost for line in lines) == cost
    others = [item for line in lines for item in line.rejected if isinstance(item, Dearer)]
    assert others
    assert all(item.cost >= cost for item in others)
    assert {item.lines for item in others} == {len(lines)} or not looseness


def test_a_paragraph_too_long_to_compare_is_explained_without_others() -> None:
    work = composed("国国国国，" * 7_000, 35, PUSH_OUT)
    assert not can_compare(work)
    assert all(line.rejected == () for line in explain(work).lines)


def test_no_text_has_nothing_to_explain() -> None:
    assert explain(composed("", 5, PUSH_OUT)) == ((), 0)


# ------------------------------------------------------------------ the characters of a line


def test_a_line_that_cannot_be_set_in_its_measure_says_so() -> None:
    work = composed("国ABCDE——国", 1.5, PUSH_OUT)
    reasons = {work.items.text[line.start : line.end]: break_reason(work, line) for line in work.set()}
    assert reasons["——"] == "overfull"


@pytest.mark.parametrize(
    ("marks", "text", "advances"),
    [
        ("kaiming", "国A（国）国", [1.25, 0.5, 0.5, 1, 0.5, 1]),
        ("kaiming", "国，（国）国", [1, 0.5, 0.5, 1, 0.5, 1]),
        ("banjiao", "国。“国”国", [1, 0.5, 0.5, 1, 0.5, 1]),
        ("quanjiao", "国（国）国", [1, 1, 1, 1, 1]),
    ],
)
def test_a_bracket_of_half_an_em_begins_at_its_ink(marks: Marks, text: str, advances: list[float]) -> None:
    work = composed(text, 99, TextStyle(marks=marks, line_end="full"))
    assert [character.advance / EM for character in characters(work, work.set()[0])] == advances


def test_a_bracket_at_a_lines_start_begins_at_its_edge() -> None:
    work = composed("国国国国（国国国国国国", 4, TextStyle(line_start="half"))
    line = work.set()[1]
    assert line.adjustments[0] == ("line-start", 1, -EM // 2)
    found = characters(work, line)
    assert found[0].x == line.x
    assert EM // 2 <= found[0].advance < EM
    assert sum(character.advance for character in found) == line.width


def test_letters_after_a_compressed_space_stand_where_their_boxes_do() -> None:
    work = composed("国国国AB CD EF GH国国国国国国国", 8.3, PULL_IN)
    line = work.set()[0]
    assert line.adjustments == (("western-space", 3, -750),)
    assert [character.x for character in characters(work, line)] == list(line.xs)
