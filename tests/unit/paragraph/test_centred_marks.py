"""Marks that a face stands in the middle of their em keep it, and stand inside the margin (CLREQ, Traditional)."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_fonts import CENTRED, HANZI, MARKS, Design, write_font
from squares import BODY, EM, HERE, ROOT, square

from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog, FaceSet
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.rules.spacing import stands_centred
from huozi.style.text_style import FaceChoice


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    write_font(tmp_path / "mainland.ttf", Design("Mainland"))
    write_font(tmp_path / "taiwan.ttf", Design("Taiwan", marks=CENTRED))
    return tmp_path


def faces(folder: Path, key: str) -> FaceSet:
    return Catalog([str(folder)]).faces(FaceChoice(key, ""))


def composed(folder: Path, key: str, text: str, ems: int, **rules: str) -> Composed:
    style = BODY._replace(text=BODY.text._replace(**rules))  # type: ignore[arg-type]  # values of the rules' own kinds
    return compose([Stretch(text, faces(folder, key), HERE)], style, ems * EM, Findings())


def natural(folder: Path, key: str, text: str, **rules: str) -> float:
    """The natural width of a text in one line, in ems."""
    (line,) = composed(folder, key, text, 40, **rules).set()
    return line.natural / EM


@pytest.mark.parametrize(
    ("text", "mainland", "taiwan"),
    [
        ("甲，乙", 3, 3),
        ("甲，“乙", 3.5, 3.5),  # the bracket's half goes, whoever has it
        ("甲”，乙", 3.5, 3.5),
        ("甲？！乙", 3, 4),
    ],
)
def test_a_centred_mark_keeps_its_em(fonts: Path, text: str, mainland: float, taiwan: float) -> None:
    assert (natural(fonts, "mainland", text), natural(fonts, "taiwan", text)) == (mainland, taiwan)


@pytest.mark.parametrize(("text", "mainland", "taiwan"), [("甲。", 1.5, 2), ("甲）。", 2, 2.5), ("甲。”", 2, 2.5)])
def test_it_keeps_its_em_at_a_lines_end(fonts: Path, text: str, mainland: float, taiwan: float) -> None:
    widths = [composed(fonts, key, text, 40).set()[0].width / EM for key in ("mainland", "taiwan")]
    assert widths == [mainland, taiwan]


@pytest.mark.parametrize("mark", "，。、；：！？")
def test_each_pause_and_stop_keeps_its_em_in_every_style_of_marks(fonts: Path, mark: str) -> None:
    for marks in ("quanjiao", "kaiming", "banjiao"):
        assert natural(fonts, "taiwan", f"甲{mark}乙", marks=marks) == 3
    assert natural(fonts, "mainland", f"甲{mark}乙", marks="banjiao") == 2.5


@pytest.mark.parametrize(("key", "text"), [("mainland", "甲乙丙丁，"), ("taiwan", "甲乙丙")])
def test_it_stands_inside_the_margin_where_others_hang(fonts: Path, key: str, text: str) -> None:
    work = composed(fonts, key, "甲乙丙丁，甲乙丙丁，", 4, line_end="hang")
    line = work.set()[0]
    assert work.items.text[line.start : line.end] == text


def test_no_line_begins_with_it(fonts: Path) -> None:
    for ems in (4, 5, 6, 7):
        work = composed(fonts, "taiwan", "甲乙丙丁，天地人。" * 4, ems)
        assert not {work.items.text[line.start] for line in work.set()} & set("，。")


def test_a_pull_in_takes_nothing_from_it(fonts: Path) -> None:
    work = composed(fonts, "taiwan", "甲，乙，丙，丁，天地人甲乙丙丁", 8, fill="pull-in", line_end="full")
    assert {step.step for line in work.set() for step in line.adjustments} <= {"character"}


def test_brackets_of_such_a_face_are_as_ever(fonts: Path) -> None:
    assert natural(fonts, "taiwan", "（甲）", line_start="full") == natural(
        fonts, "mainland", "（甲）", line_start="full"
    )


def test_of_two_faces_in_a_paragraph_each_has_its_own_marks(fonts: Path) -> None:
    stretches = [Stretch("甲，乙", faces(fonts, key), HERE) for key in ("taiwan", "mainland")]
    work = compose(stretches, BODY, 40 * EM, Findings())
    assert work.items.classes == f"H{cc.CENTRED}HH{cc.PAUSE}H"


@pytest.mark.parametrize(
    ("ink", "centred"),
    [
        ((360, 640, 1000), True),
        ((440, 560, 1000), True),  # a colon
        ((40, 500, 1000), False),  # a heavy ？ of the mainland
        ((80, 230, 1000), False),
        ((40, 960, 1000), False),  # a frame in place of a glyph
        ((0, 0, 1000), False),  # nothing drawn
        ((80, 420, 500), True),  # half an em is all it has
        ((30, 160, 500), True),
        ((95, 496, 591), True),
    ],
)
def test_the_ink_decides(ink: tuple[int, int, int], centred: bool) -> None:
    assert stands_centred(ink) == centred


def test_marks_of_the_shipped_faces_stand_at_the_left() -> None:
    catalog = Catalog([str(ROOT / "fonts")])
    keys = ("NotoSerifSC-Regular", "NotoSerifSC-Bold", "NotoSerifSC-Black", "NotoSansSC-SemiBold", "LXGWWenKai-Regular")
    assert not any(stands_centred(catalog.face(key).ink(mark)) for key in keys for mark in "，。、；：！？．")
    assert not any(stands_centred(square().ink(mark)) for mark in "，。、；：！？．")


def test_the_designs_of_these_tests_have_what_is_asked_of_them(fonts: Path) -> None:
    for key in ("mainland", "taiwan"):
        face = faces(fonts, key).han
        assert all(map(face.glyph, HANZI + MARKS))
