"""Every pair of the classes of marks in every style of marks, and every mark at a line's start and end.

Blanks are counted in ems: before the first ink, between the inks, after the last. The expected tables stand in
``cases/marks-matrix.txt`` (``pytest --renew`` writes them); what they must obey whatever they say is stated here.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple, get_args

import pytest
from squares import EM, TESTS, composed

from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.rules.spacing import BRACKETS
from huozi.style.text_style import LineEnd, Marks, TextStyle

EXPECTED = TESTS / "cases" / "marks-matrix.txt"
CLASSES = {
    cc.OPENING: "（",
    cc.CLOSING: "）",
    cc.PAUSE: "，",
    cc.STOP: "。",
    cc.INTERPUNCT: "·",
    cc.CONNECTOR: "～",
    cc.SOLIDUS: "／",
    cc.DASH: "——",
}
"""A mark of each class."""

TWO_HALVES = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP
INK = {mark: (EM // 2, EM) if name == cc.OPENING else (0, EM // 2) for name in TWO_HALVES for mark in cc.MARKS[name]}
"""Where in its em the ink of a mark is that has a blank half."""

STYLES: tuple[Marks, ...] = get_args(Marks)
LINE_ENDS: tuple[LineEnd, ...] = get_args(LineEnd)


class Set(NamedTuple):
    """Two marks as set between hanzi: the blanks before, between and after their inks, and the width of all."""

    before: float
    between: float
    after: float
    width: float


def as_set(first: str, second: str, marks: Marks) -> Set:
    work = composed(f"国{first}{second}国", 99, TextStyle(marks=marks, line_end="full"))
    (line,) = work.set()
    one, two, end = 1, 1 + len(first), 1 + len(first) + len(second)
    xs, advance = [x - EM for x in line.xs], work.items.advance
    one_ink = [xs[one] + edge for edge in INK.get(first, (0, sum(advance[one:two])))]
    two_ink = [xs[two] + edge for edge in INK.get(second, (0, sum(advance[two:end])))]
    lengths = (one_ink[0], two_ink[0] - one_ink[1], xs[end] - two_ink[1], xs[end])
    return Set(*(length / EM for length in lengths))


def edges(mark: str, marks: Marks, line_end: LineEnd) -> tuple[float, float]:
    """The widths that a mark has at a line's start and end, in ems: what a hanzi and the mark fill, less the hanzi."""
    rules = TextStyle(marks=marks, line_end=line_end, kinsoku="none")
    started = composed(f"{mark}国", 99, rules).set()[0]
    ended = composed(f"国{mark}", 99, rules).set()[0]
    return started.width / EM - 1, ended.width / EM - 1


def tables() -> str:
    """All tables as text: rows by the first mark, columns by the second; then the edges of lines."""
    parts = []
    for marks in STYLES:
        parts.append(f"{marks}: before + between + after (width)")
        for first in CLASSES.values():
            cells = []
            for second in CLASSES.values():
                found = as_set(first, second, marks)
                cells.append(f"{first}{second} {found.before:g}+{found.between:g}+{found.after:g} ({found.width:g})")
            parts.append("  ".join(cells))
        parts.append("")
    for marks, line_end in product(STYLES, LINE_ENDS):
        cells = [
            f"{mark} {start:g} {end:g}" for mark in CLASSES.values() for start, end in [edges(mark, marks, line_end)]
        ]
        parts.append(f"{marks}, line end {line_end}: width at start and end\n" + "  ".join(cells) + "\n")
    return "\n".join(parts)


def test_every_pair_and_every_edge_is_as_the_tables_have_it(renewed: bool) -> None:
    if renewed:
        EXPECTED.write_text(tables(), encoding="utf-8")
    assert tables() == EXPECTED.read_text(encoding="utf-8")


MARKS = "".join(cc.MARKS[name] for name in TWO_HALVES)
HUGGING = [(a, b) for a, b in product(TWO_HALVES, repeat=2) if a in BRACKETS or b in BRACKETS]


@pytest.mark.parametrize("marks", STYLES)
@pytest.mark.parametrize(("first", "second"), HUGGING)
def test_of_two_marks_a_bracket_hugs_what_it_holds(first: str, second: str, marks: Marks) -> None:
    """No blank inside a bracket or quote, at most half an em between two marks, 1.5 em in all (full style)."""
    for left, right in product(cc.MARKS[first][:4], cc.MARKS[second][:4]):
        found = as_set(left, right, marks)
        if first == cc.OPENING or second == cc.CLOSING:
            assert found.between == 0
        assert found.between <= 0.5
        if marks == "quanjiao":
            empty = first == cc.OPENING and second != cc.OPENING  # there is nothing to hug
            assert found.width == (2 if empty else 1.5)
        assert found.before + found.between + found.after + 1 == found.width


@pytest.mark.parametrize("mark", MARKS.replace("．", ""))
@pytest.mark.parametrize("marks", STYLES)
def test_every_mark_at_a_line_end_is_what_the_style_says(mark: str, marks: Marks) -> None:
    name = cc.classes(mark)
    blank_at_end = name != cc.OPENING
    narrow = {"quanjiao": "", "kaiming": "POC", "banjiao": "PSOC"}[marks]
    expected = {
        "half": 0.5 if blank_at_end else 1,
        "full": 0.5 if name in narrow and blank_at_end else 1,
        "hang": 0 if name in "PS" else 0.5 if blank_at_end else 1,
    }
    if name == cc.OPENING and name in narrow:
        expected = dict.fromkeys(expected, 0.5)
    assert {line_end: edges(mark, marks, line_end)[1] for line_end in LINE_ENDS} == expected
