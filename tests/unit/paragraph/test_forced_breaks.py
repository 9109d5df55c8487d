"""Forced line breaks: the line before one ends there, whatever its length, and is not justified."""

from __future__ import annotations

import time

import pytest
from squares import BODY, EM, HERE, PUSH_OUT, squares, stretch

from huozi.diagnostics import Findings, Span
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.hints import FORCED_BREAK, PREFERRED_BREAK
from huozi.paragraph.items.sorts import Stretch

BREAK = stretch(FORCED_BREAK)


def composed(*parts: str, ems: int = 10, indent: int = 0, findings: Findings | None = None) -> Composed:
    """The parts with forced breaks between them."""
    stretches = [piece for part in parts for piece in (BREAK, stretch(part))][1:]
    style = BODY._replace(indent=indent * EM, text=PUSH_OUT)
    return compose(stretches, style, ems * EM, Findings() if findings is None else findings)


def lines(work: Composed, looseness: int = 0) -> list[str]:
    return [work.items.text[line.start : line.end] for line in work.set(looseness)]


def test_a_line_ends_where_it_is_told_to_and_keeps_its_width() -> None:
    work = composed("春眠不觉晓", "处处闻啼鸟")
    assert lines(work) == ["春眠不觉晓", "处处闻啼鸟"]
    assert [line.width for line in work.set()] == [5 * EM, 5 * EM]


def test_lines_before_and_after_a_forced_break_are_filled_as_ever() -> None:
    work = composed("汉" * 15, "字" * 15)
    assert [len(line) for line in lines(work)] == [10, 5, 10, 5]
    assert [line.width for line in work.set()] == [10 * EM, 5 * EM, 10 * EM, 5 * EM]


def test_the_first_line_alone_is_indented() -> None:
    assert [line.x for line in composed("甲", "乙", indent=2).set()] == [2 * EM, 0]


@pytest.mark.parametrize(("before", "after"), [("甲", "。乙"), ("（", "甲"), ("Hu", "ozi"), ("—", "—甲"), ("3", ".14")])
def test_a_forced_break_stands_above_every_prohibition(before: str, after: str) -> None:
    assert lines(composed(before, after)) == [before, after]


def test_breaks_at_the_ends_and_in_a_row_make_no_empty_lines() -> None:
    assert lines(composed("", "甲", "", "乙", "")) == ["甲", "乙"]
    assert lines(composed("", "")) == []


def test_other_numbers_of_lines_keep_the_break() -> None:
    work = composed("汉" * 12, "字" * 3)
    (loose,) = {tuple(lines(work, 1))}
    assert len(loose) == work.line_count + 1
    assert "字字字" in "".join(loose[2:])
    assert not any("汉字" in line for line in loose)


def test_it_stands_beside_preferred_breaks() -> None:
    text = [stretch(f"甲 {PREFERRED_BREAK} 乙丙"), BREAK, stretch(f"丁{PREFERRED_BREAK}戊")]
    work = compose(text, BODY, 10 * EM, Findings(), break_at_bars=True)
    assert lines(work) == ["甲 ", "乙丙", "丁", "戊"]
    assert lines(compose(text, BODY, 10 * EM, Findings())) == ["甲 乙丙", "丁戊"]


def test_the_character_itself_within_a_text_is_text() -> None:
    assert composed(f"甲{FORCED_BREAK}乙").items.text == f"甲{FORCED_BREAK}乙"


def test_findings_after_a_break_stand_at_their_own_place() -> None:
    findings = Findings()
    second = Stretch("甲ABCDEFGHIJKLMN乙", squares(), Span("a.md", 2, 1))
    compose([Stretch("甲", squares(), HERE), BREAK, second], BODY, 5 * EM, findings)
    assert {item.span.line for item in findings} == {2}


def test_ten_thousand_forced_breaks_take_no_square_of_time() -> None:
    began = time.process_time()
    assert composed(*["汉字"] * 10_000).line_count == 10_000
    assert time.process_time() - began < 3
