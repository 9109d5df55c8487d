"""Dots, lines below names and links: where they stand to the justified characters (squares: Han 10 pt)."""

from __future__ import annotations

from typing import Literal

import pytest
from squares import BODY, EM, HERE, squares

from huozi.diagnostics import Findings, Span
from huozi.display import BLACK, Link, Path, Role, Rule
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.look import PLAIN, Dots, Look, NameLine
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.decorate import Drawn, decorations

DOTTED = Look(dots=Dots(2_000, 500))
FOOT = 1_200
"""The em box ends so far below the baseline."""


def name(column: int, kind: Literal["name", "book"] = "name") -> Look:
    return Look(line=NameLine(kind, Span("here", 1, column), 400, 700, 300, 1_000))


def composed(*parts: tuple[str, Look], ems: float = 40) -> Composed:
    return compose(
        [Stretch(text, squares(), HERE, look=look) for text, look in parts], BODY, round(ems * EM), Findings()
    )


def drawn(work: Composed) -> list[list[Drawn]]:
    """What each line carries."""
    return [list(decorations(work.items, line, BLACK)) for line in work.set()]


def centres(path: Drawn) -> list[Mpt]:
    """The centres of the dots of an outline."""
    assert isinstance(path.item, Path)
    return [path.x + int(segment[1]) for segment in path.item.segments if segment[0] == "M"]


def rules(found: list[Drawn]) -> list[tuple[Mpt, Mpt]]:
    """Where straight lines begin and end."""
    return [(x, x + item.width) for x, _, item, _ in found if isinstance(item, Rule)]


def test_a_dot_stands_in_the_middle_below_each_han() -> None:
    ((dots,),) = drawn(composed(("国", PLAIN), ("国国", DOTTED)))
    assert centres(dots) == [15_000, 25_000]
    assert (dots.x, dots.y, dots.role) == (14_000, FOOT + 500, Role.ARTIFACT)


def test_marks_spaces_and_latin_have_no_dots() -> None:
    ((dots,),) = drawn(composed(("国，A 国", DOTTED)))
    assert len(centres(dots)) == 2
    assert drawn(composed(("，A 1", DOTTED))) == [[]]


def test_dots_follow_the_justified_characters() -> None:
    work = composed(("国国国国国国国", DOTTED), ems=5.5)
    line = work.set()[0]
    assert line.xs[1] > 10_000
    assert centres(drawn(work)[0][0]) == [x + 5_000 for x in line.xs]


def test_dots_of_small_text_stand_below_its_own_box() -> None:
    ((dots,),) = drawn(composed(("国", DOTTED._replace(size=8_000, rise=760))))
    assert centres(dots) == [4_000]
    assert dots.y == 960 - 760 + 500


def test_a_line_below_a_name_is_a_little_shorter_than_the_name() -> None:
    ((line,),) = drawn(composed(("国", PLAIN), ("国国", name(2)), ("国", PLAIN)))
    assert rules([line]) == [(10_300, 29_700)]
    assert (line.y, line.item, line.role) == (FOOT + 700, Rule(19_400, 400, BLACK), Role.ARTIFACT)


def test_two_names_side_by_side_have_a_break_between_their_lines() -> None:
    (found,) = drawn(composed(("国国", name(1)), ("国", name(3))))
    assert rules(found) == [(300, 19_700), (20_300, 29_700)]


def test_a_name_in_two_faces_has_one_line() -> None:
    bold = name(1)._replace(link="https://example.org")
    (found,) = drawn(composed(("国", name(1)), ("国", bold)))
    assert rules(found) == [(300, 19_700)]


@pytest.mark.parametrize("parts", [(6,), (2, 4), (1, 2, 3)])
def test_a_line_goes_on_over_a_line_break(parts: tuple[int, ...]) -> None:
    work = composed(("国国", PLAIN), *[("国" * count, name(3)) for count in parts], ("国国", PLAIN), ems=5)
    first, second = drawn(work)
    assert rules(first) == [(20_300, 50_000)]
    assert rules(second) == [(0, 29_700)]


def test_names_that_a_line_break_parts_anyway_keep_their_own_ends() -> None:
    first, second = drawn(composed(("国国国", name(1)), ("国国国", name(4)), ems=3))
    assert rules(first) == [(300, 29_700)]
    assert rules(second) == [(300, 29_700)]


def test_a_line_below_a_stretched_name_is_as_long_as_the_name() -> None:
    work = composed(("国国国国国国国", name(1)), ems=5.5)
    assert rules(drawn(work)[0]) == [(300, 55_000)]


def test_a_line_does_not_reach_past_a_mark_cut_at_the_lines_end() -> None:
    work = composed(("国国国，", name(1)), ("国国", PLAIN), ems=3.5)
    assert rules(drawn(work)[0]) == [(300, 34_700)]


def test_a_book_has_a_wave_that_begins_and_ends_in_its_middle() -> None:
    ((wave,),) = drawn(composed(("国国国", name(1, "book"))))
    assert isinstance(wave.item, Path)
    assert (wave.x, wave.y) == (300, FOOT + 700 + 200)
    start, *halves = wave.item.segments
    assert start == ("M", 0, 500)
    assert halves[-1][-2:] == (29_400, 500)
    assert len(halves) == 17
    assert wave.item.stroke_width == 400


def test_a_wave_goes_up_and_down_by_two_thirds_of_its_height() -> None:
    ((wave,),) = drawn(composed(("国国", name(1, "book"))))
    assert isinstance(wave.item, Path)
    assert wave.item.segments[:3] == (  # eleven halves in 19.4 pt, of 1.7 heights each as near as may be
        ("M", 0, 500),
        ("C", 641, -166, 1_122, -166, 1_763, 500),
        ("C", 2_405, 1_166, 2_885, 1_166, 3_527, 500),
    )
    assert len(wave.item.segments) == 1 + 11


@pytest.mark.parametrize(("wave", "halves"), [(1_000, 6), (9_000, 2), (0, 5_529)])
def test_a_wave_has_two_halves_at_least(wave: Mpt, halves: int) -> None:
    look = name(1, "book")
    assert look.line is not None
    ((found,),) = drawn(composed(("国", look._replace(line=look.line._replace(wave=wave)))))
    assert isinstance(found.item, Path)
    assert len(found.item.segments) == 1 + halves


def test_a_dot_is_round() -> None:
    ((dots,),) = drawn(composed(("国", DOTTED)))
    assert isinstance(dots.item, Path)
    assert dots.item.segments == (
        ("M", 1_000, 0),
        ("C", 1_552, 0, 2_000, 448, 2_000, 1_000),
        ("C", 2_000, 1_552, 1_552, 2_000, 1_000, 2_000),
        ("C", 448, 2_000, 0, 1_552, 0, 1_000),
        ("C", 0, 448, 448, 0, 1_000, 0),
        ("Z",),
    )
    assert dots.item.fill == BLACK


def test_dots_stand_below_the_line_of_a_name() -> None:
    (found,) = drawn(composed(("国", name(1)._replace(dots=Dots(2_000, 500)))))
    assert [item.y for item in found if isinstance(item.item, Path)] == [FOOT + 500 + 700 + 400]


def test_a_link_is_active_where_its_text_stands_in_each_line() -> None:
    look = Look(link="https://example.org")
    first, second = drawn(composed(("国", PLAIN), ("国国国", look), ("国", PLAIN), ems=3))
    assert first == [Drawn(10_000, -8_800, Link(20_000, 10_000, "", "https://example.org"), None)]
    assert second == [Drawn(0, -8_800, Link(10_000, 10_000, "", "https://example.org"), None)]


def test_ten_thousand_names_take_no_square_of_time() -> None:
    work = composed(*[("国", name(column)) for column in range(10_000)], ems=35)
    assert sum(map(len, drawn(work))) == 10_000
