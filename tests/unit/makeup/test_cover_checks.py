"""Words on covers that cannot be read: too light, out of their room, over each other, behind a box."""

from __future__ import annotations

import pytest
from drawn import FIELDS, composer
from issues import sheet

from huozi.diagnostics import Findings, Span
from huozi.display import BLACK, Ink
from huozi.geometry import Mpt, Rect
from huozi.makeup.cover_text import CoverSetter
from huozi.makeup.covers import draw
from huozi.style.elements import BoxElement, CircleElement, DesignElement, TextElement, Valign
from huozi.style.model import Places
from huozi.style.text_style import ParagraphStyle

WHITE, DARK, PALE = Ink(0, 0, 0, 0), Ink(1000, 700, 100, 300), Ink(50, 50, 0, 0)
HERE, THERE = Span("layout.yaml", 7, 5), Span("layout.yaml", 8, 5)
ROOM = Rect(30_000, 60_000, 100_000, 12_000)
GROUND = Rect(20_000, 50_000, 120_000, 60_000)


def style(ink: Ink = BLACK, size: Mpt = 10_000) -> ParagraphStyle:
    return sheet().styles["body"]._replace(indent=0, align="left", ink=ink, size=size, leading=size * 3 // 2)


def text(
    words: str = "方块",
    area: Rect = ROOM,
    ink: Ink = BLACK,
    span: Span = HERE,
    size: Mpt = 10_000,
    valign: Valign = "top",
) -> TextElement:
    return TextElement(area, words, style(ink, size), span=span, valign=valign)


def found(*design: DesignElement) -> list[tuple[str, Span]]:
    findings = Findings()
    draw(design, CoverSetter(FIELDS, {}, sheet(), composer(), findings))
    return [(item.rule, item.span) for item in findings if item.rule.startswith("cover-")]


@pytest.mark.parametrize(
    ("design", "rules"),
    [
        ([text()], []),
        ([text(ink=WHITE)], ["cover-too-light"]),
        ([text(ink=PALE)], ["cover-too-light"]),
        ([text(ink=DARK)], []),
        ([BoxElement(GROUND, DARK), text(ink=WHITE)], []),
        ([BoxElement(GROUND, PALE), text(ink=WHITE)], ["cover-too-light"]),
        ([BoxElement(GROUND, DARK), text()], ["cover-too-light"]),
        ([BoxElement(GROUND, PALE), text()], []),
        ([BoxElement(GROUND, DARK), BoxElement(GROUND, WHITE), text()], []),
        ([BoxElement(GROUND._replace(y=65_000), DARK), text(ink=WHITE)], ["cover-too-light"]),
        ([text(ink=BLACK), BoxElement(GROUND, PALE)], ["cover-hidden"]),
        ([text("方块" * 5)], []),
        ([text("方块" * 6)], ["cover-overflow"]),
        ([text("方块" * 6, ROOM._replace(height=30_000))], []),
        ([text(size=12_500)], []),
        ([text(size=20_000)], ["cover-overflow"]),
        ([text(area=ROOM._replace(x=-1_000))], ["cover-outside"]),
        ([CircleElement(GROUND, DARK), text(ink=WHITE)], ["cover-too-light"]),  # half of it on its edge
        ([CircleElement(GROUND._replace(x=10_000, width=60_000), DARK), text(ink=WHITE)], []),
        ([CircleElement(GROUND._replace(x=10_000, width=60_000), DARK), text()], ["cover-too-light"]),
        ([CircleElement(Rect(0, 0, 36_000, 66_000), DARK), text()], []),  # its corner reaches under, it does not
        ([text(), CircleElement(GROUND, PALE)], ["cover-hidden"]),
        ([text(valign="bottom"), text("块", ROOM._replace(y=82_000))], []),
        ([text("方\n块", valign="bottom")], ["cover-overflow"]),
        ([text("方块\n方块", ROOM._replace(height=25_000))], []),
    ],
)
def test_words_that_cannot_be_read_are_told(design: list[DesignElement], rules: list[str]) -> None:
    assert found(*design) == [(rule, HERE) for rule in rules]


@pytest.mark.parametrize(
    ("other", "rules"),
    [
        (ROOM, ["cover-overlap"]),
        (ROOM._replace(x=40_000), ["cover-overlap"]),
        (ROOM._replace(x=50_000), []),
        (ROOM._replace(y=65_000), ["cover-overlap"]),
        (ROOM._replace(y=69_500), []),
        (ROOM._replace(y=50_500), []),
    ],
)
def test_words_over_words_are_told_at_the_later_ones(other: Rect, rules: list[str]) -> None:
    assert found(text(), text("方", other, span=THERE)) == [(rule, THERE) for rule in rules]


def test_words_out_of_their_room_are_not_told_of_what_they_lie_on_as_well() -> None:
    below = ROOM._replace(y=75_000)
    assert found(text("方块" * 6), text(area=below, span=THERE)) == [("cover-overflow", HERE)]


@pytest.mark.parametrize(("count", "size", "rules"), [(20, 10_000, []), (21, 10_000, ["cover-too-small"])])
def test_words_shrunk_to_fit_below_what_is_read_are_told(count: int, size: Mpt, rules: list[str]) -> None:
    assert found(text("方" * count, size=size)._replace(fit="width")) == [(rule, HERE) for rule in rules]


def test_words_that_are_small_as_the_layout_has_them_are_not() -> None:
    assert found(text("方" * 20, size=4_500)._replace(fit="width")) == []


OWN, BASE, YEAR = Span("own.yaml", 4, 9), Span("base.yaml", 9, 5), Span("issue.yaml", 2, 7)


@pytest.mark.parametrize(("element", "place"), [(OWN, OWN), (BASE, YEAR)])
def test_words_over_words_are_told_at_a_design_of_one_s_own_else_at_what_is_filled_in(
    element: Span, place: Span
) -> None:
    places = Places(Span("own.yaml"), {}, (Span("base.yaml"), Span("own.yaml")))
    findings, layout = Findings(), sheet()._replace(places=places)
    design = (text(span=BASE), text("{year}年", ROOM._replace(x=40_000), span=element))
    draw(design, CoverSetter(FIELDS, {"year": YEAR}, layout, composer(), findings))
    assert [(item.rule, item.span) for item in findings] == [("cover-overlap", place)]
