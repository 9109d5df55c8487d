"""Opening marks at a line's start: they lose their blank half in every line, after the indent too, or keep it."""

from __future__ import annotations

from typing import get_args

import pytest
from squares import BODY, EM, HERE, squares

from huozi.diagnostics import Findings
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.runs import glyph_runs
from huozi.style.text_style import Align, LineStart, Marks, ParagraphStyle, TextStyle

OPENING = cc.MARKS[cc.OPENING][:6]
STYLES: tuple[Marks, ...] = get_args(Marks)


def style(marks: Marks, line_start: LineStart, indent: int = 0, align: Align = "justify") -> ParagraphStyle:
    rules = TextStyle(marks=marks, line_start=line_start)
    return BODY._replace(text=rules, indent=indent * EM, align=align)


def made(text: str, body: ParagraphStyle, ems: int) -> Composed:
    return compose([Stretch(text, squares(), HERE)], body, ems * EM, Findings())


def first_ink(work: Composed, number: int) -> float:
    """Where the ink of a line's first mark begins, in ems from the line's start: it is in the second half of its em.

    A face may draw it in the first half of a narrow glyph that stands half an em further in.
    """
    line = work.set()[number]
    x, run = glyph_runs(work.items, line, BODY.ink)[0]
    return (x + run.xs[0] - work.items.offset[line.start]) / EM + 0.5


@pytest.mark.parametrize("marks", STYLES)
@pytest.mark.parametrize("mark", OPENING)
@pytest.mark.parametrize("indent", [0, 2])
def test_the_ink_of_an_opening_mark_stands_at_the_edge(mark: str, marks: Marks, indent: int) -> None:
    text = f"{mark}国国国国国{mark}国国"
    work = made(text, style(marks, "half", indent), 5 + indent)
    first, second = work.set()[:2]
    assert first.x == indent * EM
    assert first_ink(work, 0) == 0
    assert ("line-start", 1, -EM // 2) in first.adjustments
    if work.items.text[second.start] == mark:
        assert first_ink(work, 1) == 0


@pytest.mark.parametrize("mark", OPENING)
@pytest.mark.parametrize("indent", [0, 2])
def test_a_house_may_keep_the_whole_em(mark: str, indent: int) -> None:
    work = made(f"{mark}国国国国国国国", style("quanjiao", "full", indent), 6 + indent)
    assert first_ink(work, 0) == 0.5
    assert work.set()[0].adjustments == ()


@pytest.mark.parametrize("marks", ["kaiming", "banjiao"])
def test_a_mark_of_half_an_em_is_so_at_a_line_s_start_whatever_the_house_keeps(marks: Marks) -> None:
    assert first_ink(made("（国国国", style(marks, "full"), 9), 0) == 0


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_headings_are_aligned_by_their_ink(align: Align) -> None:
    work = made("“国国”", style("quanjiao", "half", align=align), 9)
    (line,) = work.set()
    assert line.width == 3 * EM
    assert line.x == {"left": 0, "center": 3 * EM, "right": 6 * EM}[align]
    assert first_ink(work, 0) == 0


def test_two_opening_marks_lose_one_half_at_the_start_and_one_between_them() -> None:
    (line,) = made("《“国”》国", style("quanjiao", "half"), 99).set()
    assert line.width == 4.5 * EM
