"""The order of adjustment (先挤进后推出): a step is used up before the next one begins, its places all alike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from squares import BODY, EM, PULL_IN, PUSH_OUT, composed, lines

from huozi.paragraph.breaking.cost import COST_FIELDS, FIELD_BITS, cost_fields
from huozi.paragraph.lines.justify import Line, set_line
from huozi.paragraph.rules.spacing import COMPRESS_STEPS, EDGE_STEPS, EXPAND_STEPS
from huozi.style.text_style import TextStyle


def justified(text: str, ems: float, rules: TextStyle = PULL_IN) -> Line:
    """A text set as one line of so many ems, whatever that takes."""
    work = composed(text, 99, rules).work
    return set_line(work.items, work.measured, 0, len(text), round(ems * EM))


def steps(text: str, ems: float, rules: TextStyle = PULL_IN) -> dict[str, float]:
    """What each step did to a line of so many ems, in ems."""
    return {change.step: change.amount / EM for change in justified(text, ems, rules).adjustments}


def test_a_full_line_has_no_adjustment() -> None:
    assert steps("国国国国国", 5) == {}


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("国国国国，", 4.5, {"line-end": -0.5}),
        ("国A BB国国", 5.25, {"western-space": -0.125}),
        ("国（国国）国国", 6, {"bracket": -1.0}),
        ("国，国国、国国", 6, {"pause": -1.0}),
        ("国，国（国国", 5.25, {"bracket": -0.5, "pause": -0.25}),
        ("国A国A国国", 5.5, {"han-latin": -0.5}),
        ("国。国国？国国", 6, {"stop": -1.0}),
        ("国A国。国国", 5.5, {"han-latin": -0.25, "stop": -0.25}),
    ],
)
def test_a_line_too_long_is_compressed_in_the_order_of_the_table(
    text: str, ems: float, expected: dict[str, float]
) -> None:
    assert justified(text, ems).width == ems * EM
    assert steps(text, ems) == expected


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("国A BB国国", 5.5, {"western-space": 0.125}),
        ("国A国国", 4.25, {"han-latin": 0.25}),
        ("国A BB国国", 5.75, {"western-space": 0.125, "han-latin": 0.25}),
        ("国国国（国国", 6.5, {"character": 0.5}),
        ("国A国国", 4.6, {"han-latin": 0.5, "character": 0.1}),
        ("国A国国", 4.75, {"han-latin": 0.5, "character": 0.125, "beyond": 0.125}),
        ("国A国国", 5.1, {"han-latin": 0.5, "character": 0.2, "beyond": 0.4}),
        ("国A", 2.2, {"han-latin": 0.25, "beyond": 0.2}),
    ],
)
def test_a_line_too_short_is_expanded_in_the_order_of_the_table(
    text: str, ems: float, expected: dict[str, float]
) -> None:
    assert justified(text, ems).width == ems * EM
    assert steps(text, ems) == expected


def test_places_of_a_step_share_alike_to_the_millipoint() -> None:
    line = justified("国国国国国国国国国国", 10.7)
    advances = [right - left for left, right in pairwise(line.xs)]
    assert line.width == 107_000
    assert max(advances) - min(advances) <= 1


@pytest.mark.parametrize("text", ["国ABCDEFGH国国国国国国国", "AB CD EF GHIJKLMNOPQ RS国国国"])
def test_a_line_whose_only_places_have_a_ceiling_is_filled_all_the_same(text: str) -> None:
    """JLREQ, 3.8.4: at the last all places are expanded alike."""
    first = composed(text, 5.9).set()[0]
    assert first.width == round(5.9 * EM)


def test_no_space_goes_into_a_unit() -> None:
    line = justified("国——国……国AB12国", 12)
    advances = [right - left for left, right in pairwise(line.xs)]
    assert line.width == 12 * EM
    assert (advances[1], advances[4]) == (EM, EM), "inside —— and ……"
    assert [advances[at] for at in (7, 8, 9)] == [EM // 2] * 3, "inside a word"


def test_push_out_leaves_marks_their_width_as_long_as_no_line_is_loose() -> None:
    text = "国，国，国，国，国，国，" * 6
    for line in composed(text, 9, PUSH_OUT._replace(loosest=250)).set():
        assert all(change.amount > 0 for change in line.adjustments if change.step not in EDGE_STEPS)


def test_push_out_lets_marks_give_way_before_a_line_is_loose() -> None:
    text = "国，国，国，国，国，国，" * 6
    changes = [change for line in composed(text, 9, PUSH_OUT).set() for change in line.adjustments]
    assert {(change.step, change.amount < 0) for change in changes if change.step not in EDGE_STEPS} == {
        ("pause", True)
    }


def test_pull_in_saves_lines() -> None:
    text = "国国，国国国、国国国国。国国（国国）国国国国国国，国" * 6
    assert composed(text, 17, PULL_IN).line_count < composed(text, 17, PUSH_OUT).line_count


def test_least_weighs_all_steps_alike() -> None:
    text = "国（国国国国国国国国国" + "国" * 9
    assert lines(text, 10, PULL_IN)[0] == lines(text, 10, TextStyle(fill="least"))[0]
    assert lines(text, 10.6, PULL_IN)[0] == "国（国国国国国国国国国", "pulled in as far as it goes"
    assert lines(text, 10.1, TextStyle(fill="least"))[0] == "国（国国国国国国国国", (
        "a tenth of an em shared by many moves less"
    )


def test_the_gap_is_compressed_to_an_eighth_and_expanded_to_the_layouts_limit() -> None:
    assert steps("国A国A国国", 5.5)["han-latin"] == -4 * 0.125
    assert steps("国A国国", 4.25, PUSH_OUT._replace(han_latin_max=333)) == {"han-latin": 0.166, "character": 0.084}


def test_the_order_of_steps_is_that_of_the_cost() -> None:
    expansion = tuple(reversed(EXPAND_STEPS))
    compression = tuple(f"-{step}" for step in reversed(COMPRESS_STEPS))
    assert tuple(name for name in COST_FIELDS if name in expansion + compression) == expansion + compression


def test_a_cost_can_be_read_by_field() -> None:
    place = FIELD_BITS * (len(COST_FIELDS) - 1 - COST_FIELDS.index("han-latin"))
    assert cost_fields(7 << place)["han-latin"] == 7
    assert sum(cost_fields(7 << place).values()) == 7


# ------------------------------------------------------------------ the paragraph as a whole


def test_a_last_line_holds_more_than_one_character() -> None:
    assert lines("国" * 11, 5)[-1] != "国"
    assert lines("国" * 10 + "国。", 5)[-1] != "国。"
    assert lines("国" * 11, 5, PUSH_OUT._replace(lone_character=False))[-1] == "国"


def test_a_last_line_keeps_its_own_width() -> None:
    last = composed("国" * 13, 5).set()[-1]
    assert (last.width, last.adjustments) == (3 * EM, ())


def test_a_paragraph_of_one_line_may_be_short() -> None:
    assert [line.width for line in composed("国", 5).set()] == [EM]


def test_the_first_line_is_indented() -> None:
    found = composed("国" * 13, 5, style=BODY._replace(indent=2 * EM)).set()
    assert [(line.x, line.width) for line in found] == [(2 * EM, 3 * EM), (0, 5 * EM), (0, 5 * EM)]


def test_a_paragraph_can_be_asked_for_a_line_more_or_less() -> None:
    work = composed("国国，国国国、国国国国。" * 6, 15.5, PULL_IN)
    for looseness in (-1, 1):
        if work.breaking(looseness) is not None:
            assert len(work.set(looseness)) == work.line_count + looseness
    assert work.set(-50) == work.set(), "what cannot be done is left as it is"


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 10_000), ("right", 20_000)])
def test_lines_that_do_not_fill_the_measure_stand_where_they_are_aligned(align: str, x: int) -> None:
    work = composed("国国国", 5, align=align)  # type: ignore[arg-type]  # mypy takes parameters for plain strings
    assert [(line.x, line.width) for line in work.set()] == [(x, 3 * EM)]


def test_no_text_has_no_lines() -> None:
    assert composed("", 5).set() == ()
    assert composed("", 5).line_count == 0


@pytest.mark.parametrize("text", ["国25 A国", "国10 000国", "国10\u00a0000国", "国10\u202f000国"])
def test_a_space_inside_a_number_keeps_its_width(text: str) -> None:
    assert set(steps(text.replace("25 A", "25 ℃"), 6.5, PUSH_OUT)) <= {"han-latin", "character", "beyond"}
    work = composed(f"{text.replace('25 A', '25 ℃')}国国国国国国国国", 7)
    line = work.set()[0]
    at = next(index for index, letter in enumerate(work.items.text) if letter in " \u00a0\u202f")
    assert line.xs[at + 1] - line.xs[at] == work.items.advance[at]
    assert line.xs[at] - line.xs[at - 1] == work.items.advance[at - 1]


def test_gaps_beside_a_connector_are_widened_last() -> None:
    assert steps("国国～国国国", 6.5, PUSH_OUT) == {"character": 0.5}
    line = justified("国国～国国国", 6.5, PUSH_OUT)
    assert [after - before for before, after in pairwise(line.xs)] == [11_666, 10_000, 10_000, 11_667, 11_667]
    assert steps("～国", 2.5, PUSH_OUT) == {"connector": 0.5}


def test_a_mark_that_keeps_its_em_at_a_line_s_end_gives_it_first_where_lines_are_pulled_in() -> None:
    full = PULL_IN._replace(line_end="full")
    assert steps("国国国，国，", 5.75, full) == {"line-end": -0.25}
    assert steps("国国国，国，", 5.25, full) == {"line-end": -0.5, "pause": -0.25}
    lines = composed("甲，乙丙丁戊。己庚辛壬癸", 6, full).set()
    assert [line.end for line in lines] == [7, 12]
    assert composed("甲，乙丙丁戊。己庚辛壬癸", 6, PUSH_OUT._replace(line_end="full")).set()[0].end == 5
