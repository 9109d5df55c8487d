"""Families by their own names: which face of which file a layout gets, and what is told of weights and bad files."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_fonts import Design, write_bitmaps_only, write_collection, write_font, write_variable
from squares import ROOT

from huozi.diagnostics import Findings, InvalidIssue
from huozi.sfnt import read_font
from huozi.style.cuts import Cut, choose_cut, cuts_of, nearest_cut, wanted_as
from huozi.style.faces import SHIPPED, Shelf, is_shipped
from huozi.style.house import House
from huozi.style.load import load_stylesheet

FONTS = str(ROOT / "fonts")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    return fonts


def chosen(folder: Path, family: str, weight: str = "regular") -> str:
    return choose_cut(Shelf([str(folder), FONTS]).cuts(family), weight)


@pytest.mark.parametrize("name", ["Probe Song", "试验宋体", "probesong", "PROBE-SONG", "试验 宋体"])
def test_a_family_is_found_by_its_names_whatever_the_file_is_called(folder: Path, name: str) -> None:
    write_font(folder / "字体 (1).ttf", Design("Probe Song", chinese="试验宋体"))
    write_font(folder / "x.otf", Design("Probe Song", "Bold", 700, chinese="试验宋体", cff=True))
    assert (chosen(folder, name), chosen(folder, name, "bold")) == ("字体 (1)", "x")


def test_a_weight_without_the_chinese_name_is_of_the_family_all_the_same(folder: Path) -> None:
    write_font(folder / "a.ttf", Design("Probe Song", chinese="试验宋体"))
    write_font(folder / "b.ttf", Design("Probe Song", "Bold", 700))
    assert chosen(folder, "试验宋体", "bold") == "b"


def test_the_names_inside_say_more_than_the_name_of_the_file(folder: Path) -> None:
    write_font(folder / "Ming-Bold.ttf", Design("Probe Song", "Light", 300))
    assert Shelf([str(folder)]).cuts("Probe Song")[0].weight == 300
    assert Shelf([str(folder)]).cuts("Ming")[0].weight == 700  # a house may name its files as it likes


def test_old_names_with_the_weight_in_them_are_families_of_their_own(folder: Path) -> None:
    write_font(folder / "s.ttf", Design("Probe Ming", "SemiBold", 600, legacy=("Probe Ming SemiBold", "Regular")))
    cuts = Shelf([str(folder)]).cuts
    assert [cut.weight for cut in cuts("Probe Ming")] == [600]
    assert [cut.weight for cut in cuts("Probe Ming SemiBold")] == [400]
    assert [cut.key for cut in cuts("ProbeMing-SemiBold")] == ["s"]


def test_a_files_whole_name_is_a_family_however_it_is_spaced(folder: Path) -> None:
    for name in ("FangZheng Ming.ttf", "FangZhengMing-Bold.ttf"):
        write_font(folder / name, Design("Probe"))
    keys = [chosen(folder, "fangzheng ming", weight) for weight in ("regular", "bold")]
    assert keys == ["FangZheng Ming", "FangZhengMing-Bold"]


def test_a_collection_gives_its_faces(folder: Path) -> None:
    hei = Design("Probe Hei", chinese="试验黑体")
    write_collection(folder / "all.ttc", hei, hei._replace(style="Bold", weight=700), Design("Probe Kai"))
    assert (chosen(folder, "试验黑体"), chosen(folder, "试验黑体", "bold")) == ("all", "all/1")
    assert chosen(folder, "Probe Kai", "bold") == "all/2"
    assert chosen(folder, "all", "bold") == "all/1"  # by the file's name: the family it begins with


@pytest.mark.parametrize(
    ("weight", "key"),
    [("thin", "v/wght=200"), ("regular", "v/wght=400"), ("semibold", "v/wght=600"), ("black", "v/wght=800")],
)
def test_a_variable_face_stands_at_the_weight_asked_as_far_as_it_goes(folder: Path, weight: str, key: str) -> None:
    write_variable(folder / "v.ttf", Design("Probe Var", chinese="试验变体"), 200, 800)
    assert chosen(folder, "试验变体", weight) == key
    assert chosen(folder, "v", weight) == key  # by the file's name too


def test_a_condensed_face_is_not_taken_for_the_family(folder: Path) -> None:
    narrow = Cut(400, False, "narrow", width=3)
    assert nearest_cut((narrow, Cut(700, False, "bold")), wanted_as("regular")) == Cut(700, False, "bold")
    assert nearest_cut((narrow,), wanted_as("regular")) == narrow


def test_the_house_comes_before_the_shipped_fonts_and_adds_to_their_families(folder: Path) -> None:
    write_font(folder / "m.otf", Design("Noto Serif SC", "Medium", 500, cff=True))
    write_font(folder / "r.otf", Design("Noto Serif SC", cff=True))
    weights = ("regular", "medium", "bold")
    assert [chosen(folder, "Noto Serif SC", each) for each in weights] == ["r", "m", "NotoSerifSC-Bold"]


def test_a_shipped_font_is_found_by_its_name_in_chinese() -> None:
    assert chosen(ROOT / "nowhere", "霞鹜文楷") == "LXGWWenKai-Regular"


def test_what_the_table_says_of_the_shipped_fonts_is_what_they_say_themselves() -> None:
    assert {path.name: path.stat().st_size for path in (ROOT / "fonts").glob("*.?t?")} == SHIPPED
    for name in SHIPPED:
        (face,) = read_font(f"{FONTS}/{name}").faces
        (cut,) = cuts_of(face.families[0], (name.removesuffix(".ttf"),))
        assert (cut.weight, cut.italic) == (face.weight, face.italic)


def test_the_shipped_fonts_are_not_opened_to_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise AssertionError(path)

    monkeypatch.setattr("huozi.style.faces.read_font", refuse)
    for family in ("Noto Serif SC", "Noto Sans SC", "LXGW WenKai", "Source Serif 4"):
        assert Shelf([FONTS]).cuts(family)


def test_a_file_of_a_shipped_name_is_the_houses_own(folder: Path) -> None:
    write_font(folder / "NotoSerifSC-Regular.ttf", Design("Probe Song"))
    assert not is_shipped(str(folder / "NotoSerifSC-Regular.ttf"))
    assert chosen(folder, "Probe Song") == "NotoSerifSC-Regular"


# ------------------------------------------------------------------ what is told

LAYOUT = "extends: a4-35x37\n{more}"


def told(house: Path, more: str) -> list[tuple[str, str, str]]:
    """The findings of a layout: file and line, rule, the files or the system's words that it names."""
    (house / "layout").mkdir(exist_ok=True)
    (house / "layout" / "own.yaml").write_text(LAYOUT.format(more=more), encoding="utf-8")
    findings = Findings()
    folders = House((str(house / "layout"), str(ROOT / "layout")), (str(house / "fonts"), FONTS))
    try:
        load_stylesheet("own", folders, (), findings)
    except InvalidIssue as error:
        findings.extend(error.findings)
    return [
        (f"{Path(item.span.file).name}:{item.span.line}", item.rule, dict(item.arguments).get("files", ""))
        for item in findings
    ]


def test_a_weight_that_files_have_not_is_told_once_for_each_of_them(folder: Path) -> None:
    write_font(folder / "one.ttf", Design("Probe Song"))
    styles = "styles:\n  quote: {font: song, weight: medium}\n  list: {font: song, weight: medium}\n"
    more = f"fonts: {{song: {{han: one}}}}\n{styles}"
    found = told(folder.parent, more)
    assert found == [
        ("own.yaml:2", "font-weight-missing", "one"),  # title, in the layout extended, asks for bold
        ("own.yaml:4", "font-weight-missing", "one、SourceSerif4-Regular"),
        ("own.yaml:2", "font-weight-missing", "one"),  # cover-name: black
    ]


def test_a_weight_in_marked_text_is_told_too_and_one_that_is_there_is_not(folder: Path) -> None:
    write_font(folder / "one.ttf", Design("Probe Hei", weight=700))
    more = "fonts: {hei: {han: Probe Hei}}\nstyles:\n  quote: {strong: hei bold}\n  list: {strong: hei light}\n"
    assert told(folder.parent, more) == [("own.yaml:5", "font-weight-missing", "one")]


def test_a_variable_face_has_all_its_weights(folder: Path) -> None:
    write_variable(folder / "v.ttf", Design("Probe Var"), 200, 900)
    more = "fonts: {song: {han: Probe Var}}\nstyles:\n  quote: {strong: song bold}\n"
    assert told(folder.parent, more) == []


@pytest.mark.parametrize(
    ("name", "family"),
    [("Probe-Regular.ttf", "Probe"), ("Probe.otf", "Probe"), ("x.ttf", "Probe Song"), ("x.ttf", "试验宋体")],
)
def test_a_font_that_may_not_be_embedded_is_refused_for_that(folder: Path, name: str, family: str) -> None:
    write_font(folder / name, Design("Probe Song", chinese="试验宋体", fs_type=2))
    assert told(folder.parent, f"fonts: {{song: {{han: {family}}}}}\n") == [(f"{name}:0", "font-restricted", "")]


@pytest.mark.parametrize("named", ["字.ttf", "字.TTF", "字"])
def test_a_font_may_be_named_as_its_file_is(folder: Path, named: str) -> None:
    write_font(folder / "字.ttf", Design("Probe Hei", weight=700))
    assert told(folder.parent, f"fonts: {{hei: {{han: {named}}}}}\n") == []


def test_a_file_s_name_that_is_none_is_missing(folder: Path) -> None:
    write_font(folder / "字.ttf", Design("Probe Hei", weight=700))
    assert told(folder.parent, "fonts: {hei: {han: 子.ttf}}\n") == [("own.yaml:2", "font-family-missing", "")]
    assert told(folder.parent, "fonts: {hei: {han: .ttf}}\n") == [("own.yaml:2", "font-family-missing", "")]


def test_an_empty_file_is_refused_for_that(folder: Path) -> None:
    (folder / "Probe-Regular.ttf").touch()
    assert told(folder.parent, "fonts: {song: {han: Probe}}\n") == [("Probe-Regular.ttf:0", "font-empty", "")]


def test_a_web_font_is_refused_for_that(folder: Path) -> None:
    (folder / "Probe.woff2").write_bytes(b"wOF2" + bytes(40))
    assert told(folder.parent, "fonts: {song: {han: Probe}}\n") == [("Probe.woff2:0", "font-web", "")]


def test_pictures_of_glyphs_are_refused_for_that(folder: Path) -> None:
    write_bitmaps_only(folder / "x.ttf", Design("Probe Song"))
    assert told(folder.parent, "fonts: {song: {han: Probe Song}}\n") == [("x.ttf:0", "font-bitmap", "")]


def test_a_file_that_says_nothing_of_itself_is_named_beside_the_family_that_it_may_be(folder: Path) -> None:
    (folder / "x.ttf").write_bytes(b"no font")
    assert told(folder.parent, "fonts: {song: {han: 方正书宋}}\n") == [
        ("own.yaml:2", "font-family-missing", ""),
        ("x.ttf:0", "font-none", ""),
    ]


def test_a_bad_weight_of_a_family_is_told_where_it_is_asked_for(folder: Path) -> None:
    write_font(folder / "a.ttf", Design("Probe Song"))
    write_font(folder / "b.ttf", Design("Probe Song", "Light", 300, fs_type=2))
    assert told(folder.parent, "fonts: {hei: {han: Probe Song}}\n") == []
    more = "fonts: {hei: {han: Probe Song}}\nstyles:\n  quote: {font: hei, weight: light}\n"
    assert told(folder.parent, more) == [("b.ttf:0", "font-restricted", "")]


def test_bad_files_that_nobody_asks_for_keep_nobody_from_building(folder: Path) -> None:
    for name, content in (("a.ttf", b""), ("b.otf", b"no font"), ("c.ttc", b"ttcf"), ("d.woff", b"wOFF")):
        (folder / name).write_bytes(content)
    write_font(folder / "e.ttf", Design("Closed", fs_type=2))
    assert told(folder.parent, "") == []
