"""Widths of marks, of marks in a row, of the Han–Latin gap, at a line's end; styles of marks."""

from __future__ import annotations

from itertools import product

import pytest
from squares import BODY, EM, PUSH_OUT, composed, lines, stretch

from huozi.diagnostics import Findings
from huozi.paragraph.compose import compose
from huozi.paragraph.explain import characters
from huozi.style.text_style import LineEnd, Marks, TextStyle

PAUSES, STOPS, OPENINGS, CLOSINGS = "、，：；", "。？！", "（《「『“‘【〔〈［｛〖", "）》」』”’】〕〉］｝〗"
FULL_END = TextStyle(line_end="full")


def width(text: str, rules: TextStyle = FULL_END) -> float:
    """The width of a text between two Han characters, in ems."""
    (line,) = composed(f"国{text}国", 99, rules).set()
    return line.width / EM - 2


def gaps(text: str, rules: TextStyle = FULL_END) -> list[float]:
    """How far each character of a text is from the next, in ems."""
    work = composed(text, 99, rules)
    return [character.advance / EM for character in characters(work, work.set()[0])]


@pytest.mark.parametrize(
    ("space", "thousandths"),
    [
        ("\u1680", 250), ("\u2000", 500), ("\u2001", 1000), ("\u2002", 500), ("\u2003", 1000), ("\u2004", 333),
        ("\u2005", 250), ("\u2006", 167), ("\u2007", 500), ("\u2008", 250), ("\u2009", 200), ("\u200a", 100),
        ("\u202f", 200), ("\u205f", 222),
    ],
)  # fmt: skip
def test_a_space_of_its_own_width_is_as_wide_as_the_standard_says(space: str, thousandths: int) -> None:
    assert round(width(space) * 1000, 6) == thousandths


@pytest.mark.parametrize("mark", PAUSES + STOPS + OPENINGS + CLOSINGS)
def test_a_mark_by_itself_is_one_em_wide(mark: str) -> None:
    assert width(mark) == 1


@pytest.mark.parametrize(("mark", "ems"), [("——", 2), ("……", 2), ("⸺", 2), ("—", 1), ("～", 1), ("–", 0.5), ("·", 0.5)])
def test_dashes_ellipses_and_connectors_have_the_widths_of_the_table(mark: str, ems: float) -> None:
    assert width(mark) == ems


def test_a_doubled_ellipsis_is_four_ems() -> None:
    assert width("…………") == 4


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PAUSES + STOPS + CLOSINGS, OPENINGS),
        (OPENINGS, OPENINGS),
        (CLOSINGS, PAUSES + STOPS + CLOSINGS),
        (PAUSES + STOPS, CLOSINGS),
    ],
    ids=["before-opening", "two-openings", "after-closing", "before-closing"],
)
def test_two_marks_in_a_row_share_an_em_and_a_half(before: str, after: str) -> None:
    found = {left + right: width(left + right) for left, right in product(before, after)}
    assert found == dict.fromkeys(found, 1.5)


@pytest.mark.parametrize(("before", "after"), [("。", "…"), ("？", "…"), ("，", "。"), ("。", "？")])
def test_marks_without_a_bracket_or_quote_keep_their_ems(before: str, after: str) -> None:
    assert width(before + after) == 2


@pytest.mark.parametrize(
    ("marks", "ems"), [("？？", 1), ("？！", 1), ("！！", 1), ("？！！", 2), ("！！！", 2), ("？？？？", 2)]
)
def test_question_and_exclamation_marks_in_a_row_share_their_ems(marks: str, ems: float) -> None:
    assert width(marks) == ems
    assert gaps(f"国{marks}国")[1:3] == [0.5, 0.5]


def test_two_of_them_and_a_closing_quote_are_two_ems() -> None:
    assert gaps("“国？！”国") == [0.5, 1, 0.5, 0.5, 1, 1]


@pytest.mark.parametrize(("before", "after"), [("「", "」"), ("（", "）"), ("“", "”")])
def test_an_empty_pair_of_brackets_keeps_its_two_ems(before: str, after: str) -> None:
    assert width(before + after) == 2


def test_the_bracket_hugs_its_content() -> None:
    assert gaps("国“（国）”国") == [1, 0.5, 1, 1, 0.5, 1, 1]
    assert gaps("国，“国”。国") == [1, 0.5, 1, 1, 0.5, 1, 1]


def test_three_marks_in_a_row_are_two_ems() -> None:
    assert width("）》，") == 2
    assert width("：“《") == 2


def test_a_mark_at_the_end_of_a_line_is_half_an_em() -> None:
    assert lines("国国国国国国，国国", 6.5) == ["国国国国国国，", "国国"]
    assert composed("国国国国国国，国国", 6.5).set()[0].adjustments == (("line-end", 1, -EM // 2),)


@pytest.mark.parametrize("mark", PAUSES + STOPS + CLOSINGS)
def test_every_mark_with_its_blank_at_the_end_gives_it_up_there(mark: str) -> None:
    assert lines(f"国国国国{mark}国国", 4.5) == [f"国国国国{mark}", "国国"]


@pytest.mark.parametrize("mark", ["…", "—", "～", "·", "国"])
def test_what_has_no_blank_at_its_end_keeps_its_width_there(mark: str) -> None:
    natural = composed(f"国国国{mark}", 99).set()[0]
    assert natural.width == natural.natural


@pytest.mark.parametrize(
    ("line_end", "measure", "first"),
    [
        ("half", 4, "国国国，"),
        ("half", 4.5, "国国国国，"),
        ("full", 5, "国国国国，"),
        ("hang", 4, "国国国国，"),
    ],
)
def test_where_a_mark_stands_at_the_end_is_a_choice_of_the_house(line_end: LineEnd, measure: float, first: str) -> None:
    text = "国国国，国国国国" if first == "国国国，" else "国国国国，国国国国"
    assert lines(text, measure, TextStyle(line_end=line_end))[0] == first


def test_one_mark_hangs_and_not_a_second() -> None:
    hang = TextStyle(line_end="hang")
    assert lines("国国国国。”国国国国", 4, hang)[0] == "国国国"
    assert composed("国国国国，国国国国", 4, hang).set()[0].width == 4 * EM


@pytest.mark.parametrize(
    ("marks", "pause", "stop", "bracket"),
    [("quanjiao", 1, 1, 1), ("kaiming", 0.5, 1, 0.5), ("banjiao", 0.5, 0.5, 0.5)],
)
def test_the_style_of_marks_says_which_are_half_an_em(marks: Marks, pause: float, stop: float, bracket: float) -> None:
    rules = FULL_END._replace(marks=marks)
    assert [width(mark, rules) for mark in "，、：；"] == [pause] * 4
    assert [width(mark, rules) for mark in "。？！"] == [stop] * 3
    assert [width(f"{left}国{right}", rules) - 1 for left, right in ("（）", "《》", "“”")] == [2 * bracket] * 3


# ------------------------------------------------------------------ Han and Latin


@pytest.mark.parametrize("word", ["A", "word", "12", "3.14", "é", "Ω"])
def test_a_quarter_em_stands_between_han_and_latin(word: str) -> None:
    assert width(word) == len(word) / 2 + 0.5


@pytest.mark.parametrize("mark", "，。、；：？！（）《》“”·—～…")
def test_no_gap_stands_beside_a_mark(mark: str) -> None:
    assert width(f"A{mark}") == width(f"{mark}A") == width(mark) + 0.25 + 0.5


def test_no_gap_stands_at_the_edges_of_a_line() -> None:
    assert composed("A国", 99).set()[0].xs[0] == 0
    assert composed("国A", 99).set()[0].width == EM + EM // 4 + EM // 2
    assert [line.width for line in composed("国国AA国国", 3.25).set()] == [3.25 * EM, 2 * EM]
    assert lines("国国AA国国国", 3.25) == ["国国AA", "国国国"]


def test_no_gap_stands_inside_brackets() -> None:
    assert width("（A）") == 2.5
    assert width("“A”") == 2.5


def test_a_space_typed_between_han_and_latin_is_the_gap_that_stands_there_by_itself() -> None:
    assert width(" A ") == width("A") == 0.25 * 2 + 0.5
    assert width(" A ", FULL_END._replace(han_latin=0)) == 0.5
    assert width("\u00a0A\u00a0") == width("A"), "one that no line ends at too"
    assert lines("国国\u00a0A\u00a0国国", 3.25) == ["国", "国\u00a0A\u00a0国", "国"]
    assert width("  A") == 2 * 0.375 + 0.5 + 0.25, "two spaces are no such gap"


def test_a_space_between_han_is_one_em() -> None:
    assert width(" ") == 1
    assert width("\u3000") == 1


def test_wide_signs_of_numbers_stand_in_their_em_without_a_gap() -> None:
    assert width("￥") == width("℃") == width("％") == 1


def test_narrow_signs_of_numbers_belong_to_the_number() -> None:
    assert width("12%") == 1.5 + 0.5
    assert width("$12") == 1.5 + 0.5


@pytest.mark.parametrize("gap", [0, 125, 250, 333])
def test_the_gap_is_the_layouts(gap: int) -> None:
    assert width("A", FULL_END._replace(han_latin=gap)) == pytest.approx(0.5 + 2 * gap / 1000)


def test_the_widths_do_not_depend_on_how_the_face_draws_quotes() -> None:
    assert gaps("“国”国", PUSH_OUT) == [0.5, 1, 1, 1], "the face's own quotes are half an em wide"


def test_code_is_shown_as_it_is_written_without_gaps_between_han_and_latin() -> None:
    code = compose([stretch("国A国")._replace(whole=True)], BODY, 99 * EM, Findings()).set()[0]
    text = compose([stretch("国A国")], BODY, 99 * EM, Findings()).set()[0]
    beside = compose([stretch("国A国")._replace(whole=True), stretch("A")], BODY, 99 * EM, Findings()).set()[0]
    assert (code.width, text.width) == (25_000, 30_000)
    assert beside.width == 25_000 + 2_500 + 5_000, "what stands beside code has its gap"
