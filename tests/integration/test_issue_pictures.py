"""An issue with pictures, built by the command that people type: warm and cold, its inks as Ghostscript parts them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]

ISSUE = """journal: huozi-specimen
year: 2030
volume: 1
issue: 3
serial: 7
date: 2030-03-31
contents:
  - section: 图
    articles: [tu]
"""

ARTICLE = """---
title: 五张图
authors: [{name: 何一苇}]
---

河面上的冰在三月化开，水鸟回到芦苇荡里，岸上的人把去年留下的木桨一把一把拿出来晒。

![彩色](../images/colour.png){#fig-a width=40% alt="彩色"}

下面一张是灰的，只用黑墨印。

![灰色](../images/grey.jpg){#fig-b width=40% alt="灰色"}

线条图也只用黑墨。

![线条](../images/lines.png){#fig-c width=25% alt="线条"}
"""

HEAVY = ("typst", "pikepdf", "PIL.ImageCms", "PIL.ImageFile", "PIL.JpegImagePlugin", "PIL.PngImagePlugin")

BUILD = """
import sys
from huozi.imports import process_is_ours
process_is_ours()
from huozi.cli import main
code = main(sys.argv[1:])
print(*sys.modules, sep="\\n")
sys.exit(code)
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with one issue of three pictures."""
    root = tmp_path_factory.mktemp("pictures")
    issue = root / "issue" / "tu"
    (issue / "articles").mkdir(parents=True)
    (issue / "images").mkdir()
    (issue / "issue.yaml").write_text(ISSUE, "utf-8")
    (issue / "articles" / "01-tu.md").write_text(ARTICLE, "utf-8")
    grain = Image.effect_noise((900, 600), 60)
    colour = Image.merge("RGB", (grain, grain.rotate(180), Image.linear_gradient("L").resize((900, 600))))
    colour.save(issue / "images" / "colour.png")
    grain.convert("RGB").save(issue / "images" / "grey.jpg", quality=95)
    grain.resize((1600, 1200)).convert("1").save(issue / "images" / "lines.png")
    for folder in ("layout", "fonts"):
        (root / folder).symlink_to(ROOT / folder)
    return issue


def built(issue: Path, output: Path, *options: str) -> str:
    """What a build in a process of its own says, and the modules that it loaded."""
    command = [sys.executable, "-c", BUILD, "build", str(issue), "-o", str(output), *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def separations(pdf: Path, *options: str) -> list[tuple[float, float, float, float]]:
    """How much of each page each ink covers, by Ghostscript."""
    if shutil.which("gs") is None:
        pytest.skip("Ghostscript, which parts the inks, is not installed")
    command = ["gs", "-q", "-o", "-", "-sDEVICE=inkcov", *options, str(pdf)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [line.split() for line in done.stdout.splitlines() if "CMYK" in line]
    return [(float(row[0]), float(row[1]), float(row[2]), float(row[3])) for row in rows]


def folios(pdf: Path) -> dict[str, int]:
    """The pages of a file by their labels."""
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(pdf) as file:
        return {str(page.label): number for number, page in enumerate(file.pages)}


def test_a_warm_build_gives_the_same_and_loads_nothing_that_makes_pictures(house: Path, tmp_path: Path) -> None:
    shutil.rmtree(house / "build", ignore_errors=True)
    cold = built(house, tmp_path / "cold.pdf")
    assert "PIL.ImageCms" in cold.split()
    kept = {path.name: path.read_bytes() for path in (house / "build" / "pictures").iterdir()}
    assert len(kept) == 6, "facts and streams of three pictures"
    warm = built(house, tmp_path / "warm.pdf")
    assert [name for name in HEAVY if name in warm.split()] == []
    assert (tmp_path / "warm.pdf").read_bytes() == (tmp_path / "cold.pdf").read_bytes()
    said = [out.split("\nsys\n")[0].replace("warm.pdf", "cold.pdf") for out in (cold, warm)]
    assert said[0] == said[1]
    (damaged,) = [name for name, data in kept.items() if len(data) == max(map(len, kept.values()))]
    (house / "build" / "pictures" / damaged).write_bytes(kept[damaged][:-9])
    built(house, tmp_path / "mended.pdf")
    assert (tmp_path / "mended.pdf").read_bytes() == (tmp_path / "cold.pdf").read_bytes()
    assert (house / "build" / "pictures" / damaged).read_bytes() == kept[damaged]


def test_inks_are_parted_as_they_were_meant(house: Path, tmp_path: Path) -> None:
    said = built(house, tmp_path / "a.pdf")
    assert "pages-in-colour" in said
    covered = separations(tmp_path / "a.pdf")
    inside = [covered[number] for label, number in folios(tmp_path / "a.pdf").items() if not label.startswith("封")]
    assert any(cyan and magenta and yellow for cyan, magenta, yellow, _ in inside)


def test_inside_in_black_is_black_alone(house: Path, tmp_path: Path) -> None:
    said = built(house, tmp_path / "k.pdf", "--set", "colour.inside=k")
    assert "pages-in-colour" not in said
    covered = separations(tmp_path / "k.pdf")
    for label, number in folios(tmp_path / "k.pdf").items():
        cyan, magenta, yellow, _ = covered[number]
        if not label.startswith("封"):
            assert (cyan, magenta, yellow) == (0, 0, 0), label
    assert any(black > 0.05 for *_, black in covered)


def test_a_grey_picture_is_black_alone(house: Path, tmp_path: Path) -> None:
    article = house / "articles" / "01-tu.md"
    article.write_text(ARTICLE.replace('![彩色](../images/colour.png){#fig-a width=40% alt="彩色"}\n\n', ""), "utf-8")
    try:
        said = built(house, tmp_path / "g.pdf")
    finally:
        article.write_text(ARTICLE, "utf-8")
    assert "pages-in-colour" not in said
    for label, number in folios(tmp_path / "g.pdf").items():
        if not label.startswith("封"):
            assert separations(tmp_path / "g.pdf")[number][:3] == (0, 0, 0)


def test_the_keys_of_x_4_hold_with_pictures(house: Path, tmp_path: Path) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    built(house, tmp_path / "x.pdf")
    with pikepdf.open(tmp_path / "x.pdf") as file:
        assert file.pdf_version == "1.6"
        assert str(file.docinfo["/GTS_PDFXVersion"]) == "PDF/X-4"
        assert {str(intent.S) for intent in file.Root.OutputIntents} == {"/GTS_PDFX", "/GTS_PDFA1"}
        images = [image for page in file.pages for image in page.Resources.get("/XObject", {}).values()]
        assert {str(image.ColorSpace) for image in images} == {"/DeviceCMYK", "/DeviceGray"}
        assert not [image for image in images if "/SMask" in image or "/Mask" in image]
