"""Font files by their heads: faces, names in all languages, weights, and why one cannot be used."""

from __future__ import annotations

import os
import random
import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from small_fonts import Design, font_of, write_bitmaps_only, write_collection, write_font, write_variable
from squares import ROOT

from huozi.messages.fonts import UNUSABLE_FONTS
from huozi.sfnt import Axis, FaceKey, FontFace, face_key, file_fault, font_files, names_of, parse_key, read_font

SONG = Design("Probe Song", chinese="试验宋体")


def only_face(path: Path) -> FontFace:
    (face,) = read_font(str(path)).faces
    return face


def test_a_family_has_its_names_in_all_languages(tmp_path: Path) -> None:
    face = only_face(write_font(tmp_path / "x.ttf", SONG))
    assert (face.families, face.weight, face.italic, face.fault) == (("Probe Song", "试验宋体"), 400, False, "")


def test_the_typographic_family_is_the_family_and_the_legacy_one_a_styled_one(tmp_path: Path) -> None:
    design = Design("Probe Ming", "SemiBold", 600, legacy=("Probe Ming SemiBold", "Regular"))
    face = only_face(write_font(tmp_path / "x.ttf", design))
    assert (face.families, face.weight) == (("Probe Ming",), 600)
    assert face.styled == ("Probe Ming SemiBold", "ProbeMing-SemiBold")


def test_a_collection_has_its_faces_and_a_variable_face_its_axis(tmp_path: Path) -> None:
    collection = write_collection(tmp_path / "c.ttc", SONG, Design("Probe Hei", "Bold", 700))
    assert [(face.number, face.families[0], face.weight) for face in read_font(str(collection)).faces] == [
        (0, "Probe Song", 400),
        (1, "Probe Hei", 700),
    ]
    variable = only_face(write_variable(tmp_path / "v.ttf", SONG, 250, 800))
    assert variable.axes == (Axis("wght", 250.0, 250.0, 800.0),)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "font-empty"),
        (b"<!DOCTYPE html>", "font-none"),
        (b"PK\x03\x04", "font-none"),
        (bytes(5000), "font-none"),
        (b"wOFF" + bytes(60), "font-web"),
        (b"wOF2" + bytes(60), "font-web"),
        (b"%!PS-AdobeFont-1.0: X", "font-old"),
        (b"\x80\x01\x00\x00\x00\x00", "font-old"),
        (b"\x00\x01\x00\x00", "font-damaged"),
        (b"ttcf\x00\x01\x00\x00\x00\x00\x00\x00", "font-damaged"),  # a collection of none
        (b"OTTO" + bytes(60), None),
    ],
)
def test_a_file_that_is_no_font_is_told_for_what_it_is(tmp_path: Path, content: bytes, rule: str | None) -> None:
    path = tmp_path / "x.ttf"
    path.write_bytes(content)
    font = read_font(str(path))
    if rule is None:  # a directory without tables
        assert [face.fault for face in font.faces] == ["font-damaged"]
    else:
        assert (font.fault, font.faces) == (rule, ())


def test_a_font_of_a_hundred_megabytes_is_too_large_and_keeps_its_name(tmp_path: Path) -> None:
    path = write_font(tmp_path / "x.ttf", SONG)
    with path.open("r+b") as file:
        file.truncate(100 << 20)
    font = read_font(str(path))
    assert (font.fault, font.faces[0].families[1], font.faces[0].fault) == (
        "font-too-large",
        "试验宋体",
        "font-too-large",
    )


def test_a_collection_may_be_larger_than_a_face(tmp_path: Path) -> None:
    path = write_collection(tmp_path / "x.ttc", SONG, SONG)
    with path.open("r+b") as file:
        file.truncate(200 << 20)
    assert [face.fault for face in read_font(str(path)).faces] == ["", ""]


@pytest.mark.parametrize(
    ("bits", "fault"),
    [
        (0x0000, ""),  # installable
        (0x0002, "font-restricted"),
        (0x0004, ""),  # preview and print
        (0x0008, ""),  # editable
        (0x0006, ""),  # of two the less restrictive holds
        (0x0104, "font-restricted"),  # not in part
        (0x0200, "font-restricted"),  # bitmaps only
    ],
)
def test_the_bits_of_the_licence_decide_whether_a_face_may_be_embedded(tmp_path: Path, bits: int, fault: str) -> None:
    assert only_face(write_font(tmp_path / "x.ttf", SONG._replace(fs_type=bits))).fault == fault


def test_pictures_and_old_codes_make_no_font_to_print_from(tmp_path: Path) -> None:
    assert only_face(write_bitmaps_only(tmp_path / "x.ttf", SONG)).fault == "font-bitmap"
    font = font_of(SONG)
    for table, code in zip(font["cmap"].tables, (3, 4), strict=True):  # GB 2312, Big5
        table.platformID, table.platEncID = 3, code
    font.save(tmp_path / "y.ttf")
    assert only_face(tmp_path / "y.ttf").fault == "font-unmapped"


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.99])
def test_a_font_cut_off_anywhere_is_damaged(tmp_path: Path, share: float) -> None:
    whole = write_font(tmp_path / "x.ttf", SONG).read_bytes()
    cut = tmp_path / "cut.ttf"
    cut.write_bytes(whole[: int(len(whole) * share)])
    assert only_face(cut).fault == "font-damaged"


def test_a_font_with_holes_of_noughts_is_damaged(tmp_path: Path) -> None:
    path = write_font(tmp_path / "x.ttf", SONG)
    with TTFont(path) as font:
        entry = font.reader.tables["head"]
    data = bytearray(path.read_bytes())
    data[entry.offset : entry.offset + entry.length] = bytes(entry.length)
    path.write_bytes(data)
    assert only_face(path).fault == "font-damaged"


def test_whatever_stands_in_a_file_it_is_read_or_refused(tmp_path: Path) -> None:
    sources = [
        write_font(tmp_path / "a.ttf", SONG).read_bytes(),
        write_collection(tmp_path / "b.ttc", SONG, SONG._replace(cff=True)).read_bytes(),
        write_variable(tmp_path / "c.ttf", SONG).read_bytes(),
    ]
    chance = random.Random(9)  # noqa: S311
    for number in range(300):
        data = bytearray(sources[number % 3])
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(chance.choice((64, 500, len(data))))] = chance.randrange(256)
        path = tmp_path / f"{number}.ttf"
        path.write_bytes(data[: chance.randrange(len(data))] if number % 5 == 0 else data)
        font = read_font(str(path))
        assert font.faces or font.fault in UNUSABLE_FONTS
        assert {face.fault for face in font.faces} <= {"", *UNUSABLE_FONTS}


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    assert read_font(str(tmp_path / "gone.ttf")).fault == "font-closed"
    os.mkfifo(tmp_path / "pipe.ttf")
    assert read_font(str(tmp_path / "pipe.ttf")).fault == "font-closed"
    (tmp_path / "folder.ttf").mkdir()
    assert read_font(str(tmp_path / "folder.ttf")).fault == "font-closed"


def name_record(platform: int, encoding: int, name: int, data: bytes) -> bytes:
    """A name table of one record."""
    return struct.pack(">9H", 0, 1, 18, platform, encoding, 0, name, len(data), 0) + data


@pytest.mark.parametrize(
    ("platform", "encoding", "data"),
    [
        (3, 1, "方正书宋".encode("utf-16-be")),
        (0, 3, "方正书宋".encode("utf-16-be")),
        (1, 25, "方正书宋".encode("gb18030")),
        (3, 3, "方正书宋".encode("gb18030")),
    ],
)
def test_names_are_read_in_the_codes_that_makers_use(platform: int, encoding: int, data: bytes) -> None:
    assert names_of(name_record(platform, encoding, 1, data)) == {1: ("方正书宋",)}


@pytest.mark.parametrize("data", [b"", b"\x00", bytes(6), b"\xff" * 40, name_record(3, 1, 1, b"\xd8")])
def test_names_that_cannot_be_read_are_none(data: bytes) -> None:
    assert names_of(data) == {}


def test_a_key_names_file_face_and_axes() -> None:
    key = FaceKey("宋体 1", 3, (("wght", 350.0), ("ital", 1.0)))
    assert face_key(key) == "宋体 1/3/wght=350/ital=1"
    assert parse_key(face_key(key)) == key
    assert parse_key("NotoSerifSC-Bold") == FaceKey("NotoSerifSC-Bold")


def test_two_files_of_one_stem_have_two_keys_and_the_first_folder_wins(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, names in ((own, ("a.otf", "a.ttf", ".hidden.ttf", "b.TTC")), (shipped, ("a.ttf", "c.ttf"))):
        folder.mkdir()
        for name in names:
            (folder / name).touch()
    assert font_files([str(own), str(shipped)]) == {
        "a": str(own / "a.otf"),
        "a.ttf": str(own / "a.ttf"),
        "b": str(own / "b.TTC"),
        "c": str(shipped / "c.ttf"),
    }


def test_the_shipped_fonts_can_be_used() -> None:
    fonts = [read_font(str(path)) for path in (ROOT / "fonts").glob("*.ttf")]
    assert len(fonts) == 9
    assert [face.fault for font in fonts for face in font.faces] == [""] * 9


@pytest.mark.parametrize(
    ("weight", "width", "selection", "told"),
    [
        (400, 5, 0x0040, (400, 5, False, False)),
        (1, 1, 0x0020, (100, 1, True, False)),
        (9, 9, 0x0001, (900, 9, False, True)),
        (10, 3, 0x0200, (10, 3, False, True)),
        (950, 7, 0x0221, (950, 7, True, True)),
        (0, 0, 0x0100, (400, 5, False, False)),
    ],
)
def test_weight_width_and_slope_are_the_classes_of_the_file(
    tmp_path: Path, weight: int, width: int, selection: int, told: tuple[int, int, bool, bool]
) -> None:
    font = font_of(SONG)
    font["OS/2"].usWeightClass, font["OS/2"].usWidthClass, font["OS/2"].fsSelection = weight, width, selection
    font.save(tmp_path / "x.ttf")
    face = only_face(tmp_path / "x.ttf")
    assert (face.weight, face.width, face.bold, face.italic) == told


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        (b"wOFF\x00\x01\x00\x00", "font-web"),
        (b"wOF2\x00\x01\x00\x00", "font-web"),
        (b"%!PS-AdobeFont-1.0", "font-old"),
        (b"\x80\x01\x10\x00\x00\x00", "font-old"),
        (b"\x00\x00\x01\x00\x00\x00\x10\x00", "font-old"),
        (b"MZ\x90\x00\x03\x00", "font-old"),
        (b"\x01fcp\x08\x00\x00\x00", "font-old"),
        (b"STARTFONT 2.1\n", "font-old"),
        (b"<html><head>", "font-none"),
    ],
)
def test_what_a_file_is_shows_in_how_it_begins(head: bytes, fault: str) -> None:
    assert file_fault(head, 10_000) == fault


def test_a_file_of_no_bytes_is_empty() -> None:
    assert file_fault(b"", 0) == "font-empty"
