"""What a house may have on the character grid: marks side by side in one em, or in two, and figures of half an em."""

from __future__ import annotations

import pytest
from squares import EM, HERE, ROOT, composed, squares

from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.look import Look
from huozi.paragraph.items.model import Items
from huozi.paragraph.items.sorts import Stretch
from huozi.style.text_style import AdjacentMarks, FaceChoice, LatinSetting, Marks, TextStyle


def width(text: str, adjacent: AdjacentMarks, marks: Marks = "quanjiao") -> float:
    rules = TextStyle(adjacent_marks=adjacent, marks=marks)
    return composed(text, 99, rules).set()[0].width / EM


@pytest.mark.parametrize(
    ("marks", "half", "one", "two"),
    [
        ("：“", 1.5, 1, 2),
        ("”。", 1.5, 1, 2),
        ("（“", 1.5, 1, 2),
        ("）（", 1.5, 1, 2),
        ("。”）", 2, 1.5, 3),
        ("《“（", 2, 1.5, 3),
        ("”，“", 2, 1.5, 3),
        ("，。", 2, 2, 2),
        ("？！", 1, 1, 2),
        ("，", 1, 1, 1),
        ("（", 1, 1, 1),
    ],
)
def test_marks_side_by_side_take_what_the_house_gives_them(marks: str, half: float, one: float, two: float) -> None:
    assert [width(f"国{marks}国", each) - 2 for each in ("1.5字", "1字", "2字")] == [half, one, two]


def test_marks_of_half_an_em_take_no_less_than_that() -> None:
    assert width("国，“国", "1字", marks="banjiao") == 3
    assert width("国，“国", "2字", marks="banjiao") == 3


def test_marks_that_keep_their_em_give_way_where_lines_are_pulled_in() -> None:
    rules = TextStyle(adjacent_marks="2字", fill="pull-in")
    work = composed("国国国：“国国”国国国国", 6, rules)
    assert work.items.text[: work.set()[0].end] == "国国国：“国"
    assert work.set()[0].width == 6 * EM


@pytest.mark.parametrize("ems", [5, 6, 7, 8])
def test_a_mark_closed_up_begins_and_ends_lines_as_others_do(ems: int) -> None:
    work = composed("国（《国》）。国国（“国国”）国国" * 3, ems, TextStyle(adjacent_marks="1字", fill="pull-in"))
    lines = work.set()
    assert all(line.width == ems * EM for line in lines[:-1])
    assert "".join(work.items.text[line.start : line.end] for line in lines) == work.items.text


def test_a_time_of_full_width_marks_is_as_wide_whatever_marks_side_by_side_are() -> None:
    assert width("国21：40国", "2字") == width("国21：40国", "1.5字") == 5


# ------------------------------------------------------------------ figures


USUAL = LatinSetting()


def half_figures(text: str, setting: LatinSetting = USUAL, look: Look | None = None) -> Items:
    faces = Catalog([str(ROOT / "fonts")]).faces(FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular", (), setting))
    stretch = Stretch(text, faces, HERE) if look is None else Stretch(text, faces, HERE, look=look)
    return itemize([stretch], EM, TextStyle(digits="half"), 0, Findings())


@pytest.mark.parametrize("setting", [LatinSetting(), LatinSetting(figures="oldstyle"), LatinSetting(scale=1100)])
def test_each_figure_takes_half_an_em_and_stands_in_its_middle(setting: LatinSetting) -> None:
    items = half_figures("1117A0", setting)
    faces = Catalog([str(ROOT / "fonts")])
    for at in (0, 1, 2, 3, 5):
        assert items.advance[at] == EM // 2
        own = faces.face(items.fount[at].face).advance(items.glyph[at], items.fount[at].size)
        assert items.offset[at] == (EM // 2 - own) // 2
    assert items.advance[4] != EM // 2


def test_figures_of_raised_text_take_half_of_their_own_em() -> None:
    assert half_figures("12", look=Look(size=6_000, rise=4_000, clings="script")).advance == (3_000, 3_000)


def test_full_width_figures_and_those_of_code_are_as_they_were() -> None:
    assert half_figures("１２").advance == (EM, EM)
    code = Stretch("12", squares()._replace(latin_scale=800), HERE, whole=True)
    plain, half = (itemize([code], EM, TextStyle(digits=each), 0, Findings()) for each in ("proportional", "half"))
    assert plain.advance == half.advance


def test_a_number_keeps_its_signs_and_its_wholeness() -> None:
    whole = [code[-1] for code in half_figures("歼-20").codes]
    assert whole == ["w", "w", "W"]
    assert sum(half_figures("20.5%").advance[at] for at in (0, 1, 3)) == 3 * EM // 2
