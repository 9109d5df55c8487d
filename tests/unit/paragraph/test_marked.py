"""Marked text in a line: sizes, raised text, what clings to what; all in the face of squares (Han 10 pt, Latin 5)."""

from __future__ import annotations

import pytest
from squares import BODY, EM, HERE, PULL_IN, PUSH_OUT, squares

from huozi.diagnostics import Findings
from huozi.display import BLACK, GlyphRun
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.look import PLAIN, Look
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.runs import glyph_runs
from huozi.style.text_style import TextStyle

SMALL = Look(size=8_000)
RAISED = Look(size=6_000, rise=4_000, clings="script")
CALL = Look(size=6_000, rise=4_000, clings="call")


def composed(*parts: tuple[str, Look], ems: float = 40, rules: TextStyle = PUSH_OUT, tracking: Mpt = 0) -> Composed:
    stretches = [Stretch(text, squares(), HERE, look=look) for text, look in parts]
    style = BODY._replace(text=rules, letter_spacing=tracking)
    return compose(stretches, style, round(ems * EM), Findings())


def places(work: Composed) -> list[Mpt]:
    """Where each character of the first line stands, and where the line ends."""
    line = work.set()[0]
    return [*line.xs, line.width]


def runs(work: Composed) -> list[tuple[str, Mpt, Mpt]]:
    """The runs of all lines: text, size, rise."""
    found: list[GlyphRun] = [run for line in work.set() for _, run in glyph_runs(work.items, line, BLACK)]
    return [("".join(run.texts), run.size, run.rise) for run in found]


def texts(work: Composed) -> list[str]:
    return [work.items.text[line.start : line.end] for line in work.set()]


def test_small_text_takes_the_room_of_its_size() -> None:
    assert places(composed(("国国", PLAIN), ("国国", SMALL), ("国", PLAIN))) == [
        0,
        10_000,
        20_000,
        28_000,
        36_000,
        46_000,
    ]


def test_runs_part_where_the_look_changes() -> None:
    assert runs(composed(("国", PLAIN), ("A", SMALL), ("1", RAISED), ("国", PLAIN))) == [
        ("国", 10_000, 0),
        ("A", 8_000, 0),
        ("1", 6_000, 4_000),
        ("国", 10_000, 0),
    ]


@pytest.mark.parametrize("end", range(1, 8))
def test_runs_of_every_line_hold_its_text_whatever_the_looks(end: int) -> None:
    work = composed(("国国", PLAIN), ("国国国", SMALL), ("1", RAISED), ("国", PLAIN), ems=end)
    assert "".join(text for text, _, _ in runs(work)) == "国国国国国1国"


def test_gap_of_small_han_and_latin_is_a_quarter_of_their_em() -> None:
    assert places(composed(("国A", SMALL))) == [0, 10_000, 14_000]


def test_gap_between_sizes_goes_by_the_han() -> None:
    assert places(composed(("国", PLAIN), ("A", SMALL)))[1] == 12_500
    assert places(composed(("国", SMALL), ("A", PLAIN)))[1] == 10_000


def test_space_of_a_small_mark_is_half_of_its_em() -> None:
    assert places(composed(("国，", SMALL), ("国国", PLAIN), ems=3.2, rules=PULL_IN)) == [
        0,
        8_000,
        12_000,
        22_000,
        32_000,
    ]
    assert len(texts(composed(("国，", SMALL), ("国国", PLAIN), ems=3.1999, rules=PULL_IN))) == 2
    assert composed(("国国，", SMALL), ems=9).set()[0].width == 20_000


def test_two_small_marks_share_an_em_and_a_half_of_theirs() -> None:
    assert places(composed(("国）。国", SMALL))) == [0, 8_000, 12_000, 20_000, 28_000]


def test_marks_of_two_sizes_keep_the_smaller_share() -> None:
    assert places(composed(("国）", SMALL), ("。国", PLAIN))) == [0, 8_000, 12_000, 22_000, 32_000]


@pytest.mark.parametrize("look", [RAISED, CALL])
def test_raised_text_follows_a_han_without_a_gap(look: Look) -> None:
    assert places(composed(("国", PLAIN), ("1", look), ("国", PLAIN))) == [0, 10_000, 13_000, 23_000]


def test_raised_text_of_a_word_keeps_the_words_gap() -> None:
    assert places(composed(("国m", PLAIN), ("2", RAISED), ("国", PLAIN))) == [0, 12_500, 17_500, 23_000, 33_000]


def test_call_at_a_word_takes_the_place_of_its_gap() -> None:
    assert places(composed(("国m", PLAIN), ("2", CALL), ("国", PLAIN))) == [0, 12_500, 17_500, 20_500, 30_500]


@pytest.mark.parametrize("mark", "。，）”")
def test_call_stands_in_the_space_of_the_mark_before_it(mark: str) -> None:
    assert places(composed((f"国{mark}", PLAIN), ("1", CALL), ("国", PLAIN))) == [0, 10_000, 15_000, 18_000, 28_000]


@pytest.mark.parametrize("look", [RAISED, CALL])
@pytest.mark.parametrize("text", ["1", "①", "[2]"])
def test_raised_text_never_begins_a_line(look: Look, text: str) -> None:
    for ems in range(2, 9):
        work = composed(("国国国国国国", PLAIN), (text, look), ("国国", PLAIN), ems=ems)
        assert not any(line.startswith(text) for line in texts(work))


def test_raised_text_is_not_parted() -> None:
    for ems in range(2, 9):
        work = composed(("国国国国国国", PLAIN), ("①②", CALL), ("国国", PLAIN), ems=ems)
        assert any("国①②" in line for line in texts(work))


def test_gap_before_a_call_is_not_stretched() -> None:
    work = composed(("国国国国", PLAIN), ("1", CALL), ("国国国国国", PLAIN), ems=6.9)
    first = work.set()[0]
    assert first.width == 69_000
    assert first.xs[4] - first.xs[3] == 10_000
    assert first.xs[3] - first.xs[2] > 10_000


def test_justified_lines_of_all_sizes_fill_their_measure() -> None:
    parts = [("国国，国", PLAIN), ("（国A国）", SMALL), ("3", CALL), ("。国国A 1国", PLAIN)] * 5
    for ems in range(5, 30):
        for rules in (PUSH_OUT, PULL_IN):
            work = composed(*parts, ems=ems + 0.5, rules=rules)
            assert {line.width for line in work.set()[:-1]} <= {ems * EM + EM // 2}
            assert "".join(texts(work)) == work.items.text


def test_letter_spacing_goes_between_small_characters_too() -> None:
    assert places(composed(("国国", SMALL), ("国", PLAIN), tracking=1_000)) == [0, 9_000, 18_000, 28_000]


def test_plain_text_has_no_looks() -> None:
    work = composed(("国国", PLAIN))
    assert (work.items.worn, work.items.readings) == ((), ())


def test_a_preferred_break_within_marked_text_keeps_the_looks_in_place() -> None:
    work = composed(("国国 \ufdd0 国国", SMALL), ("国", PLAIN))
    assert work.items.worn == ((0, 5, SMALL),)


def test_code_is_shown_as_it_is_written_with_gaps_at_its_edges_alone() -> None:
    def work(*parts: tuple[str, bool]) -> Composed:
        stretches = [Stretch(text, squares(), HERE, is_code) for text, is_code in parts]
        return compose(stretches, BODY, 99 * EM, Findings())

    for text in ("**加重**", "{字|音}", "[^名称]", "A字B"):
        bare = work((text, True)).set()[0].width
        assert work(("写", False), (text, True), ("吧", False)).set()[0].width == bare + 2 * EM + 2 * (EM // 4)
    option = work(("写", False), ("--measure=20", True)).items
    assert not any(option.rows[code].breakable for code in option.codes[1:])


def test_a_small_mark_at_a_line_s_end_gives_no_more_than_its_own_half_em() -> None:
    full = PULL_IN._replace(line_end="full")
    assert composed(("国，", PLAIN), rules=full).items.spare == {1: 5_000}
    assert composed(("国，", SMALL), rules=full).items.spare == {1: 4_000}


LOWERED = Look(size=6_000, rise=-1_200, clings="script")


def gaps(work: Composed) -> list[tuple[int, bool]]:
    """What stands in each gap in thousandths of an em, and whether a line may end there."""
    return [(work.items.rows[code].space, work.items.rows[code].breakable) for code in work.items.codes]


@pytest.mark.parametrize("before", "、，（“")
@pytest.mark.parametrize("raised", ["87", "3", "99m"])
def test_a_number_raised_before_a_letter_belongs_to_it_and_the_mark_keeps_its_width(before: str, raised: str) -> None:
    work = composed(("国" + before, PLAIN), (raised, RAISED), ("Sr国", PLAIN))
    assert gaps(work)[1] == gaps(composed((f"国{before}Sr国", PLAIN)))[1]
    assert gaps(work)[1][1] == (before in "、，")
    assert gaps(work)[1 + len(raised)] == (0, False)


def test_between_a_hanzi_and_a_number_raised_before_a_symbol_stands_the_gap_of_its_word() -> None:
    work = composed(("国", PLAIN), ("131", RAISED), ("I国", PLAIN))
    assert gaps(work) == [(250, True), (0, False), (0, False), (0, False), (250, True)]


def test_what_is_lowered_and_raised_before_a_symbol_is_one_with_it() -> None:
    work = composed(("国", PLAIN), ("92", LOWERED), ("235", RAISED), ("U国", PLAIN))
    assert gaps(work)[0] == (250, True)
    assert not any(may for _, may in gaps(work)[1:6])


def test_a_prescript_may_begin_a_line_and_is_not_parted_from_its_letter() -> None:
    work = composed(("国国国国、", PLAIN), ("14", RAISED), ("C国国国", PLAIN), ems=4.5)
    assert texts(work) == ["国国国国、", "14C国国国"]


@pytest.mark.parametrize(
    ("before", "raised", "after", "look"),
    [
        ("国m", "2", "K", RAISED),
        ("10", "4", "Pa", RAISED),
        ("国", "①", "乙", RAISED),
        ("国", "1", "However", RAISED),
        ("国。", "3", "However", RAISED),
        ("国", "[1]", "A", RAISED),
        ("国", "1", "A", CALL),
        ("国。", "1", "国", RAISED),
    ],
)
def test_other_raised_text_belongs_to_what_stands_before_it(before: str, raised: str, after: str, look: Look) -> None:
    work = composed((before, PLAIN), (raised, look), (after, PLAIN))
    space, may = gaps(work)[len(before) - 1]
    assert not may
    assert space == (-500 if before.endswith("。") else 0)
