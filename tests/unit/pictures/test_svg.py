"""SVG drawings in inks: facts without typst, the drawing with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from drawings import PLACE, PLAIN, file_of, is_clean, printed_inks, rules, svg
from issues import HOUSE
from picture_files import press

from huozi.diagnostics import Findings
from huozi.geometry import Size
from huozi.pictures.colours import printing_on
from huozi.pictures.model import PictureFacts, Vector
from huozi.pictures.svg import SvgHouse, svg_facts, svg_vector

SHIPPED = (str(Path(__file__).resolve().parents[3] / "fonts"),)
FONTS = SvgHouse(HOUSE.fonts, PLAIN)
RECT = '<rect width="10" height="10" fill="{}"/>'
GRADIENT = """<linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/>
</linearGradient><rect width="20" height="10" fill="url(#g)"/>"""
PATTERN = """<pattern id="p" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="1" height="2" fill="red"/>
</pattern><rect width="20" height="10" fill="url(#p)"/>"""


def drawn(data: bytes, is_black: bool = False, house: SvgHouse = FONTS) -> tuple[Vector | None, list[str]]:
    findings = Findings()
    return svg_vector(data, house, is_black, PLACE, findings), rules(findings)


def test_facts_are_read_without_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    findings = Findings()
    assert svg_facts(svg(""), PLACE, findings) == PictureFacts("svg", 15_000, 7_500, Size(15_000, 7_500))
    assert rules(findings) == []


TOLD = {
    "<script>1</script>": ["svg-scripts"],
    "<animate/>": ["svg-moving"],
    "<foreignObject/>": ["svg-html"],
    '<use href="a.svg"/>': ["svg-foreign"],
}


@pytest.mark.parametrize("body", TOLD)
def test_what_of_a_drawing_is_not_printed_is_told(body: str) -> None:
    findings = Findings()
    svg_facts(svg(body), PLACE, findings)
    assert rules(findings) == TOLD[body]


def test_a_drawing_without_a_size_is_told() -> None:
    findings = Findings()
    facts = svg_facts(svg("", ""), PLACE, findings)
    assert facts is not None
    assert facts.size == Size(75_000, 75_000)
    assert rules(findings) == ["svg-size-unsaid"]


INKS: dict[str, tuple[str, tuple[float, ...]]] = {
    "black": (RECT.format("#000"), (0, 0, 0, 0.5)),
    "grey": (RECT.format("#808080"), (0, 0, 0, 0.25)),
    "red": (RECT.format("#f00"), (0, 0.5, 0.5, 0)),
    "gradient": (GRADIENT, (0.5, 1, 0.5, 0)),
    "pattern": (PATTERN, (0, 0.5, 0.5, 0)),
    "opacity": (RECT.format('#f00" opacity="0.5'), (0, 0.25, 0.25, 0)),
}


@pytest.mark.parametrize("name", INKS)
def test_colours_become_inks_and_greys_black_alone(name: str, tmp_path: Path) -> None:
    body, inks = INKS[name]
    vector, found = drawn(svg(body))
    assert vector is not None
    assert vector.size == Size(15_000, 7_500)
    assert found == (["vector-transparent"] if name == "opacity" else [])
    assert is_clean(file_of(vector), tmp_path)
    assert printed_inks(file_of(vector), tmp_path) == pytest.approx(inks, abs=0.03)
    assert vector.is_coloured == (name not in ("black", "grey"))


def test_a_grey_of_a_drawing_is_as_dark_as_that_of_a_picture(tmp_path: Path) -> None:
    vector, _ = drawn(svg(RECT.format("#808080")), house=SvgHouse(HOUSE.fonts, printing_on(press())))
    assert vector is not None
    assert printed_inks(file_of(vector), tmp_path) == pytest.approx((0, 0, 0, 0.62 / 2), abs=0.01), "on half of it"


@pytest.mark.parametrize("name", INKS)
def test_a_drawing_is_black_alone_where_that_is_asked(name: str, tmp_path: Path) -> None:
    vector, _ = drawn(svg(INKS[name][0]), is_black=True)
    assert vector is not None
    cyan, magenta, yellow, black = printed_inks(file_of(vector), tmp_path)
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black > 0.1
    assert not vector.is_coloured


def test_text_is_black_ink_alone_and_its_font_is_in_the_file(tmp_path: Path) -> None:
    text = svg('<text y="9" font-size="9" font-family="Noto Serif SC">字A</text>')
    vector, found = drawn(text, house=SvgHouse(SHIPPED, PLAIN))
    assert vector is not None
    assert found == []
    cyan, magenta, yellow, black = printed_inks(file_of(vector), tmp_path)
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black > 0.05
    assert any("/FontFile" in str(part) for piece in vector.pieces for part in piece.parts)


def test_a_font_that_the_house_lacks_is_told() -> None:
    assert "svg-font-unknown" in drawn(svg('<text font-family="No Such Font">A</text>'))[1]


@pytest.mark.parametrize(
    "asked",
    ["", 'font-family="serif"', 'font-family="Times"', 'font-family="Source Serif 4"', 'style="font-family:Arial"',
     "style='font: bold 9px monospace'"],
)  # fmt: skip
def test_text_is_printed_whatever_family_it_asks_for(asked: str) -> None:
    vector, _ = drawn(svg(f'<text y="9" font-size="9" {asked}>A</text>'))
    assert vector is not None
    assert any("/FontFile" in str(part) for piece in vector.pieces for part in piece.parts)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert drawn(svg(GRADIENT)) == drawn(svg(GRADIENT))


def test_pictures_within_are_told_where_they_have_colour() -> None:
    from base64 import b64encode
    from io import BytesIO

    import PIL.Image

    for mode, expected in (("RGB", ["vector-picture-colour"]), ("L", [])):
        out = BytesIO()
        PIL.Image.linear_gradient("L").convert(mode).point(lambda value: value // 2).save(out, "PNG")
        if mode == "RGB":
            out = BytesIO()
            PIL.Image.new("RGB", (4, 4), (200, 30, 40)).save(out, "PNG")
        address = "data:image/png;base64," + b64encode(out.getvalue()).decode()
        assert drawn(svg(f'<image width="9" height="9" href="{address}"/>'))[1] == expected


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert drawn(svg("")) == (None, ["figures-extra-missing"])


def test_fonts_put_into_the_house_are_seen(tmp_path: Path) -> None:
    house = SvgHouse((str(tmp_path),), PLAIN)
    text = svg('<text font-family="Source Serif 4">A</text>')
    assert drawn(text, house=house)[1] == ["svg-font-unknown"]
    source = next(Path(folder, "SourceSerif4-Regular.ttf") for folder in SHIPPED if Path(folder).is_dir())
    shutil.copy(source, tmp_path)
    assert drawn(text, house=house)[1] == []
