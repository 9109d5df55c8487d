"""``huozi fonts``: the list, what an issue's faces lack, fonts checked and put in their place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from issues import write_issue
from small_fonts import CENTRED, Design, write_bitmaps_only, write_collection, write_font, write_variable
from squares import ROOT

from huozi.cli import main

LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
LAYOUT = """extends: a4-35x37
journal: {name: 试刊, name_en: TRIAL, organiser: 试社, contact: {heading: 试, lines: [试]}}
fonts: {song: {han: 试验宋体, latin: Source Serif 4, fallback: [Noto Serif SC]}}
styles: {title: {weight: regular}, heading-3: {weight: regular}, contents-title: {weight: regular}}
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with an empty ``fonts/``, where one stands in it."""
    root = tmp_path / "house"
    for name in ("layout", "fonts"):
        (root / name).mkdir(parents=True)
    (root / "layout" / "own.yaml").write_text(LAYOUT, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def listed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> dict[str, Any]:
    assert main(["fonts", *arguments, "--format", "json"]) == code
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def row(data: dict[str, Any], key: str) -> dict[str, Any]:
    (found,) = [font for font in data["fonts"] if font["key"] == key]
    return dict(found)


def test_the_list_says_of_each_face_what_it_is(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    design = Design("Probe Song", "Bold", 700, chinese="试验宋体", licence=LICENCE, fs_type=8)
    write_font(house / "fonts" / "x.ttf", design)
    found = row(listed(capsys), "x")
    assert found == {
        "family": "Probe Song",
        "families": ["Probe Song", "试验宋体"],
        "style": "Bold",
        "weight": 700,
        "weights": ["bold"],
        "italic": False,
        "axes": {},
        "key": "x",
        "file": "fonts/x.ttf",
        "face": 0,
        "shipped": False,
        "version": "1.5",
        "licence": "SIL OFL 1.1",
        "licence_url": "",
        "fs_type": 8,
        "embedding": ["editable"],
        "embeddable": True,
        "glyphs": 42,
        "characters": 41,
        "coverage": {"gb2312": {"has": 15, "of": 6763}, "gbk": {"has": 15, "of": 20923}},
        "used": False,
        "lacks": [],
    }


def test_the_shipped_fonts_are_listed_with_what_they_cover(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = listed(capsys)
    assert len(data["fonts"]) == 9
    kai = row(data, "LXGWWenKai-Regular")
    assert (kai["families"], kai["shipped"], kai["version"]) == (["LXGW WenKai", "霞鹜文楷"], True, "1.250")
    assert kai["coverage"] == {"gb2312": {"has": 6763, "of": 6763}, "gbk": {"has": 20923, "of": 20923}}
    assert row(data, "NotoSerifSC-Black")["coverage"]["gbk"]["has"] == 6763


def test_faces_of_collections_and_weights_of_variable_fonts(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_collection(house / "fonts" / "c.ttc", Design("Probe Hei"), Design("Probe Kai"))
    write_variable(house / "fonts" / "v.ttf", Design("Probe Var"), 300, 700)
    data = listed(capsys)
    assert [(row(data, key)["family"], row(data, key)["face"]) for key in ("c", "c/1")] == [
        ("Probe Hei", 0),
        ("Probe Kai", 1),
    ]
    assert row(data, "v")["weights"] == ["light", "regular", "medium", "semibold", "bold"]
    assert row(data, "v")["axes"] == {"wght": [300.0, 300.0, 700.0]}


def test_files_that_cannot_be_used_are_listed_for_what_they_are(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fonts = house / "fonts"
    write_font(fonts / "closed.ttf", Design("Closed", fs_type=2))
    write_bitmaps_only(fonts / "pixels.ttf", Design("Pixels"))
    whole = write_font(fonts / "cut.ttf", Design("Cut")).read_bytes()
    for name, content in (
        ("cut.ttf", whole[:2000]),
        ("empty.otf", b""),
        ("none.ttf", b"no font"),
        ("web.woff2", b"wOF2"),
    ):
        (fonts / name).write_bytes(content)
    with (fonts / "large.ttf").open("wb") as file:
        file.write(whole)
        file.truncate(100 << 20)
    data = listed(capsys, code=2)
    assert {Path(item["file"]).name: item["rule"] for item in data["unusable"]} == {
        "closed.ttf": "font-restricted",
        "pixels.ttf": "font-bitmap",
        "cut.ttf": "font-damaged",
        "empty.otf": "font-empty",
        "none.ttf": "font-none",
        "web.woff2": "font-web",
        "large.ttf": "font-too-large",
    }
    assert len(data["fonts"]) == 9
    assert main(["fonts"]) == 2
    assert "fonts/empty.otf" in "".join(capsys.readouterr())


def test_of_an_issue_is_told_what_its_faces_lack(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_font(house / "fonts" / "x.ttf", Design("Probe Song", chinese="试验宋体"))
    write_issue(house / "issue" / "1", "甲乙丙丁，渡口活字。", journal="own", title="活字")
    data = listed(capsys, "issue/1")
    found = row(data, "x")
    assert (found["used"], "渡" in found["lacks"], "甲" in found["lacks"]) == (True, True, False)
    assert row(data, "NotoSerifSC-Bold")["used"] is False
    assert main(["fonts", "issue/1"]) == 0
    shown = capsys.readouterr().out
    assert "Probe Song · 试验宋体" in shown
    assert "x 缺本期的" in shown


def test_where_a_family_is_missing_the_fonts_are_listed_all_the_same(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_issue(house / "issue" / "1", "甲乙。", journal="own")
    assert main(["fonts", "issue/1"]) == 1
    shown = "".join(capsys.readouterr())
    assert "font-family-missing" in shown
    assert "Noto Serif SC" in shown


def test_the_list_in_english(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fonts", "--lang", "en"]) == 0
    assert "[shipped]" in capsys.readouterr().out


# ------------------------------------------------------------------ add


def test_a_font_is_put_in_its_place_and_the_family_named(
    house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = write_font(tmp_path / "下载 的字体.otf", Design("Probe Song", chinese="试验宋体", cff=True))
    assert main(["fonts", "add", str(given)]) == 0
    assert (house / "fonts" / "下载 的字体.otf").read_bytes() == given.read_bytes()
    shown = capsys.readouterr().out
    assert "han: 试验宋体" in shown
    assert "regular" in shown
    assert row(listed(capsys), "下载 的字体")["families"] == ["Probe Song", "试验宋体"]


def test_a_house_without_a_folder_for_fonts_gets_one(house: Path, tmp_path: Path) -> None:
    (house / "fonts").rmdir()
    given = write_font(tmp_path / "x.ttf", Design("Probe Song"))
    assert main(["fonts", "add", str(given)]) == 0
    assert (house / "fonts" / "x.ttf").is_file()


def test_a_font_of_a_strange_name_gets_a_suffix(house: Path, tmp_path: Path) -> None:
    given = write_collection(tmp_path / "download", Design("Probe Hei"), Design("Probe Kai"))
    assert main(["fonts", "add", str(given)]) == 0
    assert [path.name for path in (house / "fonts").iterdir()] == ["download.ttc"]


@pytest.mark.parametrize(
    ("content", "rule"), [(b"", "font-empty"), (b"no font", "font-none"), (b"wOFF" + bytes(40), "font-web")]
)
def test_what_cannot_be_used_is_refused_and_stays_outside(
    house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, rule: str
) -> None:
    (tmp_path / "x.ttf").write_bytes(content)
    assert main(["fonts", "add", str(tmp_path / "x.ttf")]) == 2
    assert rule in "".join(capsys.readouterr())
    assert list((house / "fonts").iterdir()) == []


def test_a_font_that_may_not_be_embedded_and_one_that_is_not_there_are_refused(
    house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = write_font(tmp_path / "x.ttf", Design("Closed", fs_type=2))
    assert main(["fonts", "add", str(given), str(tmp_path / "gone.ttf")]) == 2
    shown = "".join(capsys.readouterr())
    assert "font-restricted" in shown
    assert "font-closed" in shown
    assert list((house / "fonts").iterdir()) == []


def test_a_font_broken_inside_is_refused(house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from fontTools.ttLib import TTFont

    given = write_font(tmp_path / "x.ttf", Design("Probe Song"))
    with TTFont(given) as font:
        entry = font.reader.tables["glyf"]
    data = bytearray(given.read_bytes())
    data[entry.offset : entry.offset + entry.length] = b"\xff\x7f" * (entry.length // 2) + b"\0" * (entry.length % 2)
    given.write_bytes(data)
    assert main(["fonts", "add", str(given)]) == 2
    assert "font-broken-inside" in "".join(capsys.readouterr())
    assert list((house / "fonts").iterdir()) == []


def test_no_font_is_written_over(house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = write_font(house / "fonts" / "x.ttf", Design("Probe Song"))
    before = there.read_bytes()
    given = write_font(tmp_path / "x.ttf", Design("Probe Hei"))
    assert main(["fonts", "add", str(given)]) == 2
    assert "font-name-taken" in "".join(capsys.readouterr())
    assert there.read_bytes() == before


def test_the_same_file_is_not_added_twice(house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = write_font(tmp_path / "x.ttf", Design("Probe Song"))
    (house / "fonts" / "other.ttf").write_bytes(given.read_bytes())
    assert main(["fonts", "add", str(given)]) == 0
    assert "font-there-already" in "".join(capsys.readouterr())
    assert [path.name for path in (house / "fonts").iterdir()] == ["other.ttf"]


def test_a_weight_that_is_there_is_not_doubled_and_another_one_is_added(
    house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_font(house / "fonts" / "old.ttf", Design("Probe Song", chinese="试验宋体"))
    double = write_font(tmp_path / "new.ttf", Design("Probe Song", marks=CENTRED))
    bold = write_font(tmp_path / "bold.ttf", Design("Probe Song", "Bold", 700))
    assert main(["fonts", "add", str(double)]) == 2
    assert "font-double" in "".join(capsys.readouterr())
    assert main(["fonts", "add", str(bold)]) == 0
    assert sorted(path.name for path in (house / "fonts").iterdir()) == ["bold.ttf", "old.ttf"]


def test_a_fuller_version_of_a_shipped_font_takes_its_place(
    house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = write_font(tmp_path / "full.ttf", Design("Noto Serif SC"))
    assert main(["fonts", "add", str(given)]) == 0
    assert "font-replaces" in "".join(capsys.readouterr())
    assert (house / "fonts" / "full.ttf").is_file()


def test_without_a_house_there_is_no_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = write_font(tmp_path / "x.ttf", Design("Probe Song"))
    monkeypatch.chdir(tmp_path)
    assert main(["fonts", "add", str(given)]) == 2
    assert "fonts-no-house" in "".join(capsys.readouterr())


@pytest.mark.parametrize("arguments", [["add"], ["issue/1", "x.ttf"]])
def test_words_that_mean_nothing_are_answered_with_what_does(
    house: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["fonts", *arguments]) == 2
    assert "fonts-usage" in "".join(capsys.readouterr())


def test_fonttools_is_loaded_by_this_command_alone() -> None:
    code = "import sys; from huozi.cli import main; main(['build', sys.argv[1], '-o', sys.argv[2]]); "
    code += "sys.exit('fontTools' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "issue" / "specimen"), "/dev/null"], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
