"""Ruby: bases as wide as their readings need, readings where they belong.

Squares: a Han is 10 pt, a letter of a reading 2.5.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from squares import BODY, EM, HERE, PULL_IN, PUSH_OUT, rules_of, squares

from huozi.diagnostics import Findings
from huozi.display import BLACK, GlyphRun, Role
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.look import Look, Reading
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.decorate import decorations
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.lines.readings import place_readings
from huozi.style.text_style import TextStyle

GAP = 1_250
OVERHANG = 2_500


def base(text: str, reading: str) -> Stretch:
    return Stretch(
        text, squares(), HERE, look=Look(reading=Reading(reading, squares(), HERE, 5_000, 10_000, GAP, OVERHANG))
    )


def composed(
    *parts: str | tuple[str, str], ems: float = 40, rules: TextStyle = PUSH_OUT, tracking: Mpt = 0
) -> Composed:
    stretches = [base(*part) if isinstance(part, tuple) else Stretch(part, squares(), HERE) for part in parts]
    style = BODY._replace(text=rules, letter_spacing=tracking)
    return compose(stretches, style, round(ems * EM), Findings())


def readings(work: Composed, line: Line) -> list[tuple[Mpt, Mpt]]:
    """Where the readings of a line begin and end."""
    placed = place_readings(work.items, line.start, line.xs, line.width)
    return [(x, x + reading.width) for x, reading in placed]


def glyphs(work: Composed, line: Line) -> list[Mpt]:
    """Where the glyphs of a line stand."""
    return [x + work.items.offset[index] for index, x in enumerate(line.xs, line.start)]


def test_short_reading_is_centred_and_moves_nothing() -> None:
    work = composed("国", ("国", "ab"), "国")
    (line,) = work.set()
    assert line.xs == (0, 10_000, 20_000)
    assert readings(work, line) == [(12_500, 17_500)]


def test_reading_reaches_over_a_han_by_half_its_em() -> None:
    work = composed("国", ("国", "abcdef"), "国")  # 15 pt over 10: 2.5 on either side
    (line,) = work.set()
    assert line.xs == (0, 10_000, 20_000)
    assert readings(work, line) == [(7_500, 22_500)]


def test_base_is_widened_by_what_the_reading_does_not_find_beside_it() -> None:
    work = composed("国", ("国", "abcdefgh"), "国")  # 20 pt over 10: 5 on either side, 2.5 of them allowed
    (line,) = work.set()
    assert glyphs(work, line) == [0, 12_500, 25_000]
    assert line.width == 35_000
    assert readings(work, line) == [(7_500, 27_500)]


@pytest.mark.parametrize(("before", "after"), [("，", "，"), ("（", "）"), ("”", "“"), ("。", "《")])
def test_reading_reaches_over_a_mark_by_half_the_marks_em(before: str, after: str) -> None:
    work = composed(f"国{before}", ("国", "abcdefgh"), f"{after}国")
    (line,) = work.set()
    assert line.width == 50_000
    assert readings(work, line) == [(15_000, 35_000)]


def test_a_base_is_widened_by_what_half_the_em_of_a_mark_does_not_hold() -> None:
    work = composed("国，", ("国", "abcdefghij"), "，国")  # 25 pt over 10: 7.5 on either side, 5 of them allowed
    (line,) = work.set()
    assert line.width == 55_000
    assert glyphs(work, line) == [0, 10_000, 22_500, 35_000, 45_000]
    assert readings(work, line) == [(15_000, 40_000)]


def test_readings_side_by_side_keep_a_quarter_of_their_em() -> None:
    work = composed("国", ("国", "abcd"), ("国", "efgh"), "国")  # both as wide as their bases
    (line,) = work.set()
    assert glyphs(work, line) == [0, 10_000, 20_000 + GAP, 30_000 + GAP]
    assert readings(work, line) == [(10_000, 20_000), (20_000 + GAP, 30_000 + GAP)]


def test_room_beside_a_short_reading_serves_its_neighbour() -> None:
    work = composed("国", ("国", "a"), ("国", "efgh"), "国")
    (line,) = work.set()
    assert line.width == 40_000


def test_readings_on_both_sides_of_a_character_do_not_meet_over_it() -> None:
    for rules in (PUSH_OUT, PULL_IN):
        for tenths in range(55, 90):
            work = composed("国，", ("国", "abcdefgh"), "，", ("国", "abcdefgh"), "，国", ems=tenths / 10, rules=rules)
            for line in work.set():
                found = readings(work, line)
                assert all(right[0] - left[1] >= GAP for left, right in pairwise(found))


def test_both_bases_give_way_alike_for_readings_that_meet_over_a_mark() -> None:
    work = composed(("国", "abcdef"), "，", ("国", "abcdef"))  # 15 pt over 10; five of the comma's ten are free
    (line,) = work.set()
    assert line.xs == (0, 13_125, 23_125)
    assert readings(work, line) == [(0, 15_000), (15_000 + 5 * GAP, 30_000 + 5 * GAP)]
    assert glyphs(work, line) == [2_500, 13_125, 23_750]


def ink(work: Composed, line: Line) -> tuple[Mpt, Mpt]:
    """Where the first hanzi of a line begins, and where its last one ends."""
    places = glyphs(work, line)
    return places[0], places[-1] + EM


WIDE, NARROW = "abcdef", "abc"
"""15 pt and 7.5 pt wide, over 10."""


def test_room_for_the_reading_of_a_neighbour_goes_where_that_stands_in_another_line() -> None:
    pairs = [("国", WIDE), ("国", NARROW)]
    together = composed(*pairs).set()[0]
    assert glyphs(composed(*pairs), together) == [2_500, 15_000], "in one line there is room"
    work = composed(*pairs, *["国国国"], ems=1.5)
    first, second, *_ = work.set()
    assert ink(work, first) == (2_500, 12_500), "its own reading needs room on either side"
    assert ink(work, second)[0] == 0
    work = composed("国国", ("国", NARROW), ("国", "abcdefghij"), ems=3)
    first, second = work.set()
    assert ink(work, first) == (0, 30_000), "and at a line's end"
    assert first.width == 30_000
    assert readings(work, second) == [(0, 25_000)]


def test_a_reading_at_a_line_s_edge_keeps_the_room_it_needs_itself() -> None:
    work = composed(("国", WIDE), ("国", WIDE), ems=1.5)
    assert [line.end for line in work.set()] == [1, 2]
    for line in work.set():
        assert ink(work, line) == (2_500, 12_500)
        assert readings(work, line) == [(0, 15_000)]
        assert line.width == 15_000


@pytest.mark.parametrize("rules", [PUSH_OUT, PULL_IN])
@pytest.mark.parametrize("tracking", [0, 700])
def test_lines_with_readings_begin_at_their_edge_and_fill_their_measure(rules: TextStyle, tracking: Mpt) -> None:
    parts = [("国", text) for text in ("a", "abcdef", "ab", "abcdefgh", "abc", "a", "abcde") * 4]
    for tenths in range(30, 70):
        work = composed(*parts, ems=tenths / 10, rules=rules, tracking=tracking)
        for line in work.set():
            start, end = ink(work, line)
            short = {index for index, (_, text) in enumerate(parts) if len(text) <= 4}
            assert start == 0 or line.start not in short
            if line.end < len(parts):
                gaps = line.end - line.start - 1
                assert line.width == work.measure or work.measure - line.width > gaps * EM, "else it is left short"
                assert end == line.width or line.end - 1 not in short


def test_room_for_a_neighbour_s_reading_stands_beside_a_group_not_within_it() -> None:
    work = composed(("国国", "a"), ("国", "abcdefghij"))  # 25 pt over 10, beside 2.5 over 20
    (line,) = work.set()
    assert glyphs(work, line)[:2] == [0, 10_000]


def test_group_is_widened_evenly_and_stays_whole() -> None:
    work = composed(("国国", "abcdefghijklmn"))  # 35 pt over 20
    (line,) = work.set()
    assert line.width == 35_000
    assert glyphs(work, line) == [3_750, 21_250]
    assert readings(work, line) == [(0, 35_000)]


@pytest.mark.parametrize("ems", range(4, 12))
def test_group_is_never_broken_but_characters_with_a_reading_each_are(ems: int) -> None:
    group = composed("国" * 5, ("国国国", "abc"), "国" * 5, ems=ems)
    assert not any(line.start < count <= 7 and line.end == count for line in group.set() for count in (6, 7))
    work = composed(*[("国", "abcd")] * 12, ems=ems)
    assert all(len(line.xs) <= ems for line in work.set())
    assert len(work.set()) > 1


def test_reading_does_not_stand_out_of_the_line() -> None:
    for tenths in range(30, 90):
        work = composed("国国国", ("国", "abcdefgh"), "国国国", ems=tenths / 10)
        for line in work.set():
            for left, right in readings(work, line):
                assert left >= 0
                assert right <= line.width


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["国", "国国", "，", "A", "（", "）"]),
            st.tuples(st.just("国"), st.text("ab", min_size=1, max_size=12)),
        ),
        min_size=1,
        max_size=20,
    ),
    st.integers(40, 120),
)
def test_readings_never_touch_and_never_leave_the_line(parts: list[str | tuple[str, str]], tenths: int) -> None:
    work = composed(*parts, ems=tenths / 10, rules=PULL_IN)
    assert "".join(work.items.text[line.start : line.end] for line in work.set()) == work.items.text
    for line in work.set():
        found = readings(work, line)
        assert all(left >= 0 for left, _ in found)
        if sum(right - left + GAP for left, right in found) <= line.width:
            assert all(right <= line.width for _, right in found)
            assert all(after[0] - before[1] >= GAP for before, after in pairwise(found))


def test_letter_spacing_does_not_pull_a_reading_off_its_base() -> None:
    work = composed("国", ("国", "ab"), "国", tracking=2_000)
    (line,) = work.set()
    assert readings(work, line) == [(14_500, 19_500)]


def test_reading_is_drawn_in_its_size_above_the_line() -> None:
    work = composed(("国", "ab"))
    (line,) = work.set()
    (drawn,) = decorations(work.items, line, BLACK)
    assert drawn.role is Role.READING
    assert isinstance(drawn.item, GlyphRun)
    assert (drawn.x, drawn.y, drawn.item.rise, drawn.item.size) == (2_500, 0, 10_000, 5_000)
    assert drawn.item.texts == ("a", "b")


def test_character_that_no_face_has_is_reported_in_a_reading_too() -> None:
    findings = Findings()
    compose([base("国", "\ue000")], BODY, 9 * EM, findings)
    assert rules_of(findings) == ["character-missing"]


def test_thousand_readings_take_no_square_of_time() -> None:
    work = composed(*[("国", "abcdef")] * 20_000, ems=35)
    assert sum(len(readings(work, line)) for line in work.set()) == 20_000
