"""Faces found by key, roles with their fallbacks, what is said of files that are missing or no fonts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_fonts import Design, write_collection, write_variable
from squares import EM, ROOT, TESTS, square

from huozi.diagnostics import InvalidIssue
from huozi.fonts.catalog import GETA, Catalog
from huozi.fonts.shaping import shape
from huozi.style.text_style import FaceChoice

FONTS = str(ROOT / "fonts")
SQUARES = str(TESTS / "fonts")


def test_the_first_folder_wins(tmp_path: Path) -> None:
    shutil.copy(TESTS / "fonts" / "square.ttf", tmp_path / "NotoSerifSC-Regular.ttf")
    own = Catalog([str(tmp_path), FONTS]).face("NotoSerifSC-Regular")
    assert (own.path, own.upem) == (str(tmp_path / "NotoSerifSC-Regular.ttf"), 1000)
    assert Catalog([FONTS, str(tmp_path)]).face("NotoSerifSC-Regular").path.startswith(FONTS)


def test_a_missing_font_is_an_error_that_names_it() -> None:
    with pytest.raises(InvalidIssue) as caught:
        Catalog([FONTS]).face("Nowhere-Regular")
    (item,) = caught.value.findings
    assert (item.rule, dict(item.arguments)["font"]) == ("font-missing", "Nowhere-Regular")


def test_all_missing_fonts_of_a_role_are_named_at_once() -> None:
    with pytest.raises(InvalidIssue) as caught:
        Catalog([SQUARES]).faces(FaceChoice("one", "square", ("two", "three")))
    assert [dict(item.arguments)["font"] for item in caught.value.findings] == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("content", "rule"), [(b"", "font-empty"), (b"no font at all", "font-none"), (b"\x00\x01", "font-none")]
)
def test_a_file_that_is_no_font_is_an_error(tmp_path: Path, content: bytes, rule: str) -> None:
    (tmp_path / "bad.ttf").write_bytes(content)
    with pytest.raises(InvalidIssue) as caught:
        Catalog([str(tmp_path)]).face("bad")
    assert [item.rule for item in caught.value.findings] == [rule]


def test_a_face_of_a_collection_and_a_place_on_an_axis_are_asked_for_by_key(tmp_path: Path) -> None:
    write_collection(tmp_path / "c.ttc", Design("One", latin=500), Design("Two", latin=700))
    write_variable(tmp_path / "v.ttf", Design("Var"), 200, 900)  # letters of 500 to 600
    catalog = Catalog([str(tmp_path)])
    widths = {key: catalog.face(key) for key in ("c", "c/1", "v/wght=200", "v/wght=550", "v/wght=900")}
    assert {key: face.advance(face.glyph("A"), EM) for key, face in widths.items()} == {
        "c": 5_000,
        "c/1": 7_000,
        "v/wght=200": 5_000,
        "v/wght=550": 5_500,
        "v/wght=900": 6_000,
    }


def test_a_face_that_a_collection_has_not_is_an_error(tmp_path: Path) -> None:
    write_collection(tmp_path / "c.ttc", Design("One"), Design("Two"))
    with pytest.raises(InvalidIssue) as caught:
        Catalog([str(tmp_path)]).face("c/2")
    assert [item.rule for item in caught.value.findings] == ["font-damaged"]


def test_a_folder_that_is_not_there_holds_no_fonts() -> None:
    assert Catalog(["nowhere", SQUARES]).face("square").key == "square"


def test_without_a_latin_face_the_han_face_sets_latin() -> None:
    assert Catalog([SQUARES]).faces(FaceChoice("square", "")).latin.key == "square"


def test_the_chain_is_asked_in_order() -> None:
    faces = Catalog([FONTS, SQUARES]).faces(FaceChoice("square", "SourceSerif4-Regular", ("LXGWWenKai-Regular",)))
    assert {character: faces.covering(character) for character in "国A"} == {"国": faces.han, "A": faces.han}
    assert faces.covering("\U0001f600") is None
    assert faces.covering("ﬁ") in (faces.latin, faces.fallback[0])


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "fonts").glob("*SC-*.ttf")))
def test_every_shipped_han_face_has_the_geta_mark_and_full_width_marks(name: str) -> None:
    face = Catalog([FONTS]).face(name)
    for mark in GETA + "，。、；：？！（）《》":
        assert face.glyph(mark), mark
        assert face.advance(face.glyph(mark), EM) == EM


def test_a_square_is_an_em_and_a_latin_letter_half_of_it() -> None:
    face = square()
    assert {mark: face.advance(face.glyph(mark), EM) for mark in "国，A1“"} == {
        "国": EM,
        "，": EM,
        "A": EM // 2,
        "1": EM // 2,
        "“": EM // 2,
    }
    assert face.glyph("😀") == face.glyph("\x00") == 0


def test_a_ligature_stands_at_its_first_character() -> None:
    face = Catalog([FONTS]).face("SourceSerif4-Regular")
    shaped = shape(face, "fi", EM)
    assert len(shaped) == 2
    if shaped[1].glyph == -1:
        assert shaped[1].advance == 0
    assert sum(character.advance for character in shaped) > 0


@pytest.mark.parametrize("text", ["e\u0301", "A\u0301\u0302", "office", "“x”", "1/2", "ÅÉ"])
def test_shaping_gives_an_entry_a_character(text: str) -> None:
    face = Catalog([FONTS]).face("SourceSerif4-Regular")
    assert len(shape(face, text, EM)) == len(text)
    assert shape(face, text, EM) == shape(face, text, EM)
