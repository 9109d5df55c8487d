"""Texts set downwards: where each cell stands. 10 pt on 16 pt; a Han character is 10 pt wide, a figure 5 pt."""

from __future__ import annotations

import pytest
from drawn import FIELDS, composer, texts
from issues import sheet

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Placed
from huozi.geometry import Mpt, Rect
from huozi.makeup.cover_text import CoverSetter
from huozi.makeup.covers import draw
from huozi.style.elements import Fit, TextElement, Valign
from huozi.style.text_style import ParagraphStyle

HERE = Span("layout.yaml", 7, 5)
ROOM = Rect(30_000, 60_000, 20_000, 100_000)


def style(spacing: Mpt = 0) -> ParagraphStyle:
    body = sheet().styles["body"]
    return body._replace(indent=0, align="left", size=10_000, leading=16_000, letter_spacing=spacing)


def down(
    words: str, room: Rect = ROOM, fit: Fit = "none", least: Mpt = 0, valign: Valign = "top", spacing: Mpt = 0
) -> tuple[list[Placed], list[str]]:
    """What is drawn, and the rules found broken."""
    element = TextElement(room, words, style(spacing), fit, HERE, least, valign, vertical=True)
    findings = Findings()
    items = draw((element,), CoverSetter(FIELDS, {}, sheet(), composer(), findings))
    return items, [item.rule for item in findings if item.rule.startswith("cover-")]


def sizes(items: list[Placed]) -> list[Mpt]:
    return [placed.item.size for placed in items if isinstance(placed.item, GlyphRun)]


def test_characters_stand_one_below_the_other_in_the_middle_of_the_width() -> None:
    items, found = down("方块")
    assert texts(items) == [(35_000, 68_800, "方"), (35_000, 78_800, "块")]
    assert [placed.order for placed in items] == [0, 1]
    assert found == []


def test_letters_are_spaced_downwards() -> None:
    items, _ = down("方块", spacing=2_000, valign="bottom")
    assert texts(items) == [(35_000, 146_800, "方"), (35_000, 158_800, "块")]


@pytest.mark.parametrize(("valign", "y"), [("top", 68_800), ("middle", 108_800), ("bottom", 148_800)])
def test_a_column_stands_in_the_height_as_it_is_asked(valign: Valign, y: Mpt) -> None:
    assert texts(down("方块", valign=valign)[0])[0][1] == y


def test_further_lines_stand_to_the_left() -> None:
    assert texts(down("方\n块")[0]) == [(43_000, 68_800, "方"), (27_000, 68_800, "块")]


def test_a_space_is_as_deep_as_it_would_be_wide() -> None:
    assert [row[1] for row in texts(down("方　块 方")[0])] == [68_800, 88_800, 103_800]


def test_a_short_group_of_figures_stands_across_the_column() -> None:
    # its capitals, 6.8 pt high, in the middle of 10 pt: 8.4 below its head
    assert texts(down("第12期")[0]) == [(35_000, 68_800, "第"), (35_000, 78_400, "12"), (35_000, 88_800, "期")]


def test_a_group_a_little_too_wide_is_made_smaller() -> None:
    items, _ = down("第250期")  # 15 pt wide, 12 are allowed
    assert texts(items)[1][2] == "250"
    assert sizes(items) == [10_000, 8_000, 10_000]
    assert texts(items)[1][:2] == (34_000, 76_720)  # 12 pt about the middle; 5.44 high in the middle of 8
    assert texts(items)[2][1] == 86_800


def test_a_longer_group_goes_down_figure_by_figure() -> None:
    assert texts(down("2030年")[0]) == [
        (37_500, 67_400, "2"),  # 6.8 pt high in the middle of 8
        (37_500, 75_400, "0"),
        (37_500, 83_400, "3"),
        (37_500, 91_400, "0"),
        (35_000, 100_800, "年"),
    ]


def test_a_mark_without_an_upright_form_in_its_face_stays_as_it_is() -> None:
    assert [row[2] for row in texts(down("《方》")[0])] == ["《", "方", "》"]


def test_a_column_too_long_is_named_or_made_smaller_between_bounds() -> None:
    assert down("方" * 10)[1] == []
    assert down("方" * 12)[1] == ["cover-overflow"]
    items, found = down("方" * 12, fit="width")
    assert (set(sizes(items)), found) == ({8_330}, [])
    items, found = down("方" * 12, fit="width", least=9_000)
    assert (set(sizes(items)), found) == ({9_000}, ["cover-not-fitted"])


def test_a_room_narrower_than_its_type_is_named_or_makes_it_smaller() -> None:
    narrow = ROOM._replace(width=8_000)
    assert down("方", narrow)[1] == ["cover-not-fitted"]
    items, found = down("方", narrow, fit="box")
    assert (sizes(items), found) == ([8_000], [])
