"""A house's own fonts in the file: collections, CFF, variable faces embedded, read back with other libraries."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from issues import write_issue
from small_fonts import Design, write_collection, write_font, write_variable

from huozi.cli import main

HEAD = """extends: a4-35x37
journal: {name: 活字, name_en: TRIAL, organiser: 活字, contact: {heading: 活字, lines: [活字]}}
covers: {front: blank, back: blank}
"""
STYLE = """fonts: {{proof: {{han: {family}, latin: Source Serif 4, fallback: [Noto Serif SC]}}}}
styles: {{proof: {{based_on: body, font: proof, weight: {weight}}}}}
"""

SONG = Design("Probe Song", chinese="试验宋体")


class Embedded(NamedTuple):
    """A font of a file: subtype of its CIDFont, the program and its kind, whether codes are mapped to glyphs in it."""

    subtype: str
    kind: str
    program: bytes
    mapped: bool

    def left_edge(self) -> int:
        """How far from its em's edge the ink of the program's first glyph after .notdef begins."""
        pen = BoundsPen(None)
        if self.kind == "TrueType":
            font = TTFont(io.BytesIO(self.program))
            font.getGlyphSet()[font.getGlyphOrder()[1]].draw(pen)
        else:
            cff = CFFFontSet()
            cff.decompile(io.BytesIO(self.program), None)
            shapes = cff[cff.fontNames[0]].CharStrings
            shapes[list(shapes.keys())[1]].draw(pen)
        edge: float = pen.bounds[0]
        return round(edge)


def embedded(path: Path) -> dict[str, Embedded]:
    """The house's own fonts in a file, by their names without the tag of the subset."""
    found: dict[str, Embedded] = {}
    with pikepdf.open(path) as file:
        for font in [font for page in file.pages for font in page.Resources.Font.values()]:
            name = str(font.BaseFont).partition("+")[2]
            descendant = font.DescendantFonts[0]
            descriptor = descendant.FontDescriptor
            bare = "/FontFile3" in descriptor
            program = (descriptor.FontFile3 if bare else descriptor.FontFile2).read_bytes()
            kind = str(descriptor.FontFile3.Subtype) if bare else "TrueType"
            if name.startswith("Probe"):
                found[name] = Embedded(str(descendant.Subtype), kind, program, "/CIDToGIDMap" in descendant)
    return found


def built(folder: Path, family: str, weight: str = "regular") -> dict[str, Embedded]:
    """The own fonts in the file of a page set in a family of the house's own; the file is sound, its text whole."""
    (folder / "layout").mkdir()
    layout = HEAD + STYLE.format(family=family, weight=weight)
    (folder / "layout" / "own.yaml").write_text(layout, encoding="utf-8")
    issue = write_issue(folder / "issue", "::: {style=proof}\n活字甲乙，国家天地。\n:::", journal="own")
    assert main(["build", str(issue), "-o", str(folder / "out.pdf")]) == 0
    checked = subprocess.run(["qpdf", "--check", str(folder / "out.pdf")], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout
    text = subprocess.run(["pdftotext", str(folder / "out.pdf"), "-"], capture_output=True, check=True)
    assert "活字甲乙，国家天地。" in text.stdout.decode()
    return embedded(folder / "out.pdf")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "fonts").mkdir()
    return tmp_path


def test_a_face_of_a_collection_is_embedded_alone(house: Path) -> None:
    write_collection(house / "fonts" / "all.ttc", SONG, Design("Probe Hei", chinese="试验黑体", inset=70))
    ((name, font),) = built(house, "试验黑体").items()
    assert (name, font.subtype, font.kind) == ("ProbeHei-Regular", "/CIDFontType2", "TrueType")
    assert font.left_edge() == 70  # its own glyphs, not its neighbour's


@pytest.mark.parametrize("suffix", ["otf", "otc"])
def test_outlines_of_postscript_are_embedded_bare(house: Path, suffix: str) -> None:
    design = SONG._replace(cff=True)
    path = house / "fonts" / f"x.{suffix}"
    if suffix == "otf":
        write_font(path, design)
    else:
        write_collection(path, design._replace(family="Probe Other", chinese=""), design)
    ((name, font),) = built(house, "试验宋体").items()
    assert (name, font.subtype, font.kind) == ("ProbeSong-Regular", "/CIDFontType0", "/CIDFontType0C")
    assert not font.mapped


@pytest.mark.parametrize(
    ("cff", "weight", "name", "edge"),
    [
        (False, "extralight", "ProbeVar_200wght", 80),
        (False, "bold", "ProbeVar_700wght", 30),
        (False, "black", "ProbeVar_900wght", 10),
        (True, "bold", "ProbeVar_700wght", 30),
        (True, "black", "ProbeVar_900wght", 10),
    ],
)
def test_a_variable_face_is_embedded_as_it_is_at_its_weight(
    house: Path, cff: bool, weight: str, name: str, edge: int
) -> None:
    design = Design("Probe Var", chinese="试验变体", cff=cff, marks={})
    write_variable(house / "fonts" / "v.otf", design, 200, 900)
    ((found, font),) = built(house, "试验变体", weight).items()
    assert (found, font.left_edge()) == (name, edge)
    if cff:
        assert (font.kind, font.program[0]) == ("/CIDFontType0C", 1)  # CFF, which viewers know, not CFF2
    else:
        program = TTFont(io.BytesIO(font.program))
        assert not {"fvar", "gvar", "avar", "HVAR"} & set(program.keys())


def test_two_weights_of_a_variable_face_are_two_fonts(house: Path) -> None:
    write_variable(house / "fonts" / "v.ttf", Design("Probe Var", marks={}), 200, 900)
    (house / "layout").mkdir()
    layout = HEAD + STYLE.format(family="Probe Var", weight="light").replace(
        "styles: {", "styles: {dark: {based_on: body, font: proof, weight: bold}, "
    )
    (house / "layout" / "own.yaml").write_text(layout, encoding="utf-8")
    body = "::: {style=proof}\n活字甲乙。\n:::\n\n::: {style=dark}\n活字甲乙。\n:::"
    issue = write_issue(house / "issue", body, journal="own")
    assert main(["build", str(issue), "-o", str(house / "out.pdf")]) == 0
    edges = {name: font.left_edge() for name, font in embedded(house / "out.pdf").items()}
    assert edges == {"ProbeVar_300wght": 70, "ProbeVar_700wght": 30}


def test_a_folder_of_bad_fonts_keeps_no_issue_from_print(house: Path, capfd: pytest.CaptureFixture[str]) -> None:
    fonts = house / "fonts"
    whole = write_font(fonts / "cut.ttf", Design("Cut")).read_bytes()
    (fonts / "cut.ttf").write_bytes(whole[:3000])
    (fonts / "empty.ttf").touch()
    (fonts / "text.otf").write_text("这不是字体", encoding="utf-8")
    write_font(fonts / "closed.ttf", Design("Closed", fs_type=2))
    with (fonts / "large.ttf").open("wb") as file:
        file.write(whole)
        file.truncate(100 << 20)
    write_font(fonts / "good.ttf", SONG)
    assert set(built(house, "试验宋体")) == {"ProbeSong-Regular"}
    assert "font-" not in "".join(capfd.readouterr())


def test_the_same_fonts_give_the_same_bytes(house: Path) -> None:
    write_variable(house / "fonts" / "v.otf", Design("Probe Var", cff=True), 200, 900)
    built(house, "Probe Var", "medium")
    first = (house / "out.pdf").read_bytes()
    assert main(["build", str(house / "issue"), "-o", str(house / "again.pdf")]) == 0
    assert (house / "again.pdf").read_bytes() == first
