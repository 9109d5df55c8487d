"""Frames: the measure that insets and labels leave, space between blocks, labels carried by first lines."""

from __future__ import annotations

import pytest
from galleys import setting
from squares import BODY, EM, HERE

from huozi.blocks.frame import bare, closed_up, framed, kept_together, led_by, moved, shifted, spaced, whole_ems
from huozi.diagnostics import Findings
from huozi.display import Placed, Rule
from huozi.galley import Galley, Hung, SetParagraph, Slug, Space, Start


def mark(x: int, width: int = 1) -> Placed:
    return Placed(x, 0, Rule(width, 1))


def slug(x: int) -> Slug:
    return Slug(1, (mark(x),), HERE)


def paragraph(*xs: int) -> SetParagraph:
    """A paragraph of a line for each x; in so many lines more all are moved by as much."""
    return SetParagraph(len(xs), lambda lines: tuple(slug(x + lines - len(xs)) for x in xs), HERE)


def starts(matter: Galley, loose: int = 0) -> list[list[int]]:
    """Where the items of each line stand."""
    slugs: list[Slug] = []
    for piece in matter:
        if isinstance(piece, SetParagraph):
            slugs += piece.cast(piece.lines + loose)
        elif isinstance(piece, Slug):
            slugs.append(piece)
    return [[placed.x for placed in found.items] for found in slugs]


@pytest.mark.parametrize(
    ("left", "right", "hang", "measure", "starts_at"),
    [
        (0, 0, 0, 200, 0),
        (20, 0, 0, 180, 20),
        (24, 0, 0, 180, 20),  # on the body's grid: to the nearest em
        (26, 0, 0, 170, 30),
        (25, 0, 0, 180, 20),
        (20, 13, 0, 160, 20),  # a justified line holds whole ems
        (20, 0, 20, 160, 40),
        (60, 60, 20, 60, 80),
    ],
)
def test_a_frame_leaves_whole_ems(left: int, right: int, hang: int, measure: int, starts_at: int) -> None:
    style = BODY._replace(inset_left=left * 1000, inset_right=right * 1000)
    findings = Findings()
    frame = framed(setting(findings=findings), style, HERE, hang * 1000)
    assert (frame.setting.measure, frame.left, frame.hang) == (measure * 1000, starts_at * 1000, hang * 1000)
    assert list(findings) == []


@pytest.mark.parametrize(("left", "hang", "measure", "kept"), [(150, 0, 200, 0), (80, 70, 130, 70), (0, 150, 200, 0)])
def test_a_frame_that_leaves_less_than_six_ems_is_dropped(left: int, hang: int, measure: int, kept: int) -> None:
    findings = Findings()
    frame = framed(setting(findings=findings), BODY._replace(inset_left=left * 1000), HERE, hang * 1000)
    assert (frame.setting.measure, frame.left, frame.hang) == (measure * 1000, kept * 1000, kept * 1000)
    assert [(item.rule, item.arguments) for item in findings] == [("inset-too-deep", (("ems", "6"),))]


def test_a_line_that_is_not_justified_takes_all_that_is_left() -> None:
    frame = framed(setting(), BODY._replace(inset_right=13_000, align="left"), HERE)
    assert frame.setting.measure == 187_000


@pytest.mark.parametrize(("length", "ems"), [(0, 0), (1, 1), (EM, 1), (EM + 1, 2), (-1, 0), (-EM, -1)])
def test_a_length_is_held_by_whole_ems(length: int, ems: int) -> None:
    assert whole_ems(length, EM) == ems * EM


def test_what_its_frame_has_taken_a_style_has_no_more() -> None:
    style = BODY._replace(inset_left=1, inset_right=2, lines_before=3, lines_after=4, indent=5, keep_lines=6)
    assert bare(style) == BODY._replace(indent=5, keep_lines=6)


def test_empty_lines_stand_before_and_after_what_there_is() -> None:
    matter = (slug(1),)
    assert spaced(matter, BODY._replace(lines_before=2, lines_after=3)) == (Space(2), slug(1), Space(3))
    assert spaced(matter, BODY._replace(lines_before=2)) == (Space(2), slug(1))
    assert spaced(matter, BODY._replace(lines_after=3)) == (slug(1), Space(3))
    assert spaced(matter, BODY) == matter
    assert spaced((), BODY._replace(lines_before=2)) == ()


def test_space_after_a_block_and_before_the_next_is_one() -> None:
    kept = Space(1, kept=True)
    assert closed_up((Space(1), Space(2), slug(1), Space(2), Space(1), slug(2))) == (
        Space(2),
        slug(1),
        Space(2),
        slug(2),
    )
    assert closed_up((kept, Space(2))) == (kept, Space(2))
    assert closed_up((Space(2), kept)) == (Space(2), kept)


def test_matter_is_moved_with_every_line_that_it_is_set_in() -> None:
    matter = (slug(1), Space(1), paragraph(2, 3), Start())
    assert starts(moved(matter, 10)) == [[11], [12], [13]]
    assert starts(moved(matter, 10), loose=1) == [[11], [13], [14]]
    assert moved(matter, 0) is matter
    assert moved(matter, 10)[1::2] == (Space(1), Start())


def test_what_closes_a_part_is_moved_with_it() -> None:
    rule = Placed(3, 5, Rule(20, 1))
    rows = paragraph(2)._replace(parted=lambda last: last._replace(items=(*last.items, rule)))
    (piece,) = moved((rows,), 10)
    assert isinstance(piece, SetParagraph)
    assert piece.parted is not None
    (line,) = piece.cast(1)
    assert [placed.x for placed in piece.parted(line).items] == [12, 13]


def test_a_label_stands_in_the_first_line_of_text() -> None:
    label = slug(9)
    assert starts(led_by(label, (Space(1), paragraph(2, 3), slug(4)))) == [[9, 2], [3], [4]]
    assert starts(led_by(label, (paragraph(2, 3),)), loose=1) == [[9, 3], [4]]
    assert starts(led_by(label, (slug(4), paragraph(2)))) == [[9, 4], [2]]
    assert led_by(label, (Space(1),)) == (Space(1), label)


def test_what_hangs_below_a_label_goes_with_it() -> None:
    hung = Hung("name", "国", HERE, 0, 12, 10, 13, 11)
    label = shifted(Slug(1, (), HERE, hung=(hung,)), 5, 2)
    first, _ = led_by(label, (slug(4)._replace(hung=(hung,)), slug(5)))
    assert isinstance(first, Slug)
    assert first.hung == (Hung("name", "国", HERE, 5, 14, 15, 15, 13), hung)


def test_a_source_is_set_with_the_last_line_above_it() -> None:
    joined = kept_together((slug(1), paragraph(2, 3)), (paragraph(4),))
    assert starts(joined) == [[1], [2], [3], [4]]
    assert isinstance(joined[-1], SetParagraph)
    assert joined[-1].lines == 3
    assert starts(joined, loose=1) == [[1], [3], [4], [4]], "the source keeps its own lines"
    assert kept_together((slug(1),), (paragraph(4),))[0] == slug(1)
    assert len(kept_together((slug(1),), (paragraph(4),))) == 2
