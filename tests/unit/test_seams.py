"""What rooms hand to each other: lengths, places, findings, and what a record holds where nothing is said."""

from __future__ import annotations

import pytest

from huozi.diagnostics import Finding, Findings, InvalidIssue, Message, Severity, Span, finding
from huozi.display import BLACK, GlyphRun, Image, Ink, Link, Page, Path, Placed, Role, Rule, Target
from huozi.galley import Slug, Space, Start
from huozi.geometry import Insets, Rect, Size, baseline, mm

HERE = Span("a.md", 3, 4)


@pytest.mark.parametrize(("millimetres", "length"), [(0, 0), (25.4, 72_000), (1, 2_835), (210, 595_276), (-3, -8_504)])
def test_millimetres_are_points_of_an_inch(millimetres: float, length: int) -> None:
    assert mm(millimetres) == length


@pytest.mark.parametrize(("size", "depth"), [(0, 0), (1_000, 880), (10_500, 9_240), (12_000, 10_560)])
def test_the_baseline_stands_120_thousandths_above_the_foot_of_the_em_box(size: int, depth: int) -> None:
    assert baseline(size) == depth


def test_a_rectangle_knows_its_edges_and_what_is_inside() -> None:
    rect = Rect(10, 20, 300, 400)
    assert (rect.right, rect.bottom) == (310, 420)
    assert rect.inset(Insets(1, 2, 4, 8)) == Rect(18, 21, 290, 395)


@pytest.mark.parametrize(
    ("span", "shown"),
    [(Span("a"), "a"), (Span("a", 3), "a:3:1"), (Span("a", 3, 7), "a:3:7"), (Span("a", 0, 7), "a")],
)
def test_a_place_is_shown_as_far_as_it_is_known(span: Span, shown: str) -> None:
    assert f"{span}" == shown


def test_errors_are_gravest() -> None:
    assert sorted(Severity, reverse=True) == [Severity.ERROR, Severity.WARNING, Severity.NOTE]


def test_the_same_finding_counts_once_in_the_order_of_the_first() -> None:
    findings = Findings()
    findings.add(HERE, "one", count=3)
    findings.add(HERE, "two")
    findings.add(HERE, "one", count=3)
    findings.extend([finding(HERE, "two"), finding(HERE, "three")])
    assert [item.rule for item in findings] == ["one", "two", "three"]
    assert next(iter(findings)) == Finding(HERE, "one", (("count", "3"),))
    assert [item.rule for item in findings.take({"two", "four"})] == ["two"]
    assert [item.rule for item in findings] == ["one", "three"]
    assert len(findings) == 2


def test_an_input_that_cannot_be_set_names_all_its_errors() -> None:
    error = InvalidIssue([finding(HERE, "one"), finding(Span("b"), "two")])
    assert str(error) == "a.md:3:4: one; b: two"
    assert [item.rule for item in error.findings] == ["one", "two"]


def test_a_message_has_its_fields_in_order() -> None:
    assert Message(Severity.NOTE, "甲", "乙", "a", "b")._asdict() == {
        "severity": Severity.NOTE, "zh": "甲", "zh_hint": "乙", "en": "a", "en_hint": "b",
    }  # fmt: skip


def test_where_nothing_is_said_there_is_nothing() -> None:
    run = GlyphRun("song", 10, (1,), (0,), ("字",), 10)
    assert (run.ink, run.rise) == (Ink(0, 0, 0, 1000, overprint=True), 0)
    assert Ink(0, 0, 0, 1000).overprint is False
    assert Rule(1, 2).ink == BLACK
    assert Path(())[1:] == (None, None, 0)
    assert Image("a.png", Size(1, 2)).alt == ""
    assert Link(1, 2, "3").uri == ""
    placed = Placed(1, 2, run)
    assert placed[3:] == (Role.PARAGRAPH, 0, None, False)
    assert Page(0, "right", None, "1", Size(1, 2), 3, ()).stands == ()
    assert Target("", "", "", "zh", "", "", "print").layout == ""
    assert Slug(1, (), HERE)[3:] == (0, (), False, 0, (), None, ())
    assert Space(1).kept is False
    assert Start() == ("run-on", 0, False, ())
    assert Finding(HERE, "one")[2:] == ((), 0)
