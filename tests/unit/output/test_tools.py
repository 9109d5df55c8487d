"""What other people's tools say of the file: validators, rasterizers, text extraction."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from output_pages import HEI, ROOT, SCREEN, TARGET, issue, page, pdf, run
from PIL import Image as Pillow

from huozi.display import Ink, Placed, Rule, Target

VALIDATE = ROOT.parent / "shared" / "tools" / "verapdf" / "validate"


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def output(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "issue.pdf"
    path.write_bytes(pdf(*issue()))
    return path


def test_qpdf_finds_no_fault(written: Path) -> None:
    assert "No syntax or stream encoding errors found" in output(tool("qpdf"), "--check", written)


@pytest.mark.slow
@pytest.mark.parametrize("target", [TARGET, SCREEN], ids=["print", "screen"])
def test_verapdf_finds_pdf_a_2u(tmp_path: Path, target: Target) -> None:
    if not VALIDATE.exists():
        pytest.skip("veraPDF is not beside the checkout")
    path = tmp_path / "issue.pdf"
    path.write_bytes(pdf(*issue(), target=target))
    assert "compliant=true" in output(VALIDATE, "PDFA-2U", path)


def test_extraction_gives_the_source_back(written: Path) -> None:
    text = output(tool("pdftotext"), "-f", "3", "-l", "3", written, "-")
    lines = [line for line in text.splitlines() if line.strip("\f")]
    assert lines == ["湖畔的春天", "冰化了，水鸟回来了……", "Spring 2031", "——岸上有人"]


def test_every_font_is_embedded_and_cut(written: Path) -> None:
    rows = output(tool("pdffonts"), written).splitlines()[2:]
    assert len(rows) == 4
    assert all("CID TrueType" in row and row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_poppler_reads_what_the_file_says_of_itself(written: Path) -> None:
    rows = dict(row.split(":", 1) for row in output(tool("pdfinfo"), "-isodates", "-box", written).splitlines())
    found = {key: " ".join(value.split()) for key, value in rows.items()}
    assert found["Title"] == "湖畔月刊 2031 年第 3 期"
    assert found["Author"] == "湖畔读书会"
    assert found["Subject"] == "总第 7 期"
    assert found["CreationDate"] == found["ModDate"] == "2031-03-31T00:00:00+08"
    assert (found["Pages"], found["PDF version"], found["Encrypted"]) == ("4", "1.6", "no")
    assert found["MediaBox"] == found["BleedBox"] == "0.00 0.00 436.54 612.28"
    assert found["TrimBox"] == "8.50 8.50 428.03 603.78"
    assert (found["Tagged"], found["JavaScript"], found["Form"]) == ("no", "no", "none")


def test_a_text_page_needs_black_ink_alone(tmp_path: Path) -> None:
    path = tmp_path / "text.pdf"
    path.write_bytes(pdf(page(Placed(60_000, 80_000, run("一页黑字", HEI, 40_000)))))
    cyan, magenta, yellow, black = output(tool("gs"), "-q", "-o", "-", "-sDEVICE=ink_cov", path).split()[:4]
    assert (float(cyan), float(magenta), float(yellow)) == (0, 0, 0)
    assert float(black) > 0


def plates(folder: Path, ink: Ink) -> dict[str, list[int]]:
    """The most and the least (in percent) that each plate prints across a stroke of type on a tint."""
    tint = Placed(60_000, 60_000, Rule(120_000, 120_000, Ink(0, 400, 0, 0)))
    type_ = Placed(60_000, 170_000, run("一", HEI, 120_000, ink))
    path = folder / "over.pdf"
    path.write_bytes(pdf(page(tint, type_)))
    output(tool("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r72", f"-sOutputFile={folder}/p.tif", path)
    found = {}
    for plate in ("Magenta", "Black"):
        with Pillow.open(folder / f"p({plate}).tif") as image:
            column = image.convert("L").crop((128, 80, 129, 160)).tobytes()  # across the stroke of 一
        found[plate] = [round((255 - value) / 2.55) for value in (min(column), max(column))]
    return found


def test_black_type_leaves_the_tint_below_it(tmp_path: Path) -> None:
    assert plates(tmp_path, Ink(0, 0, 0, 1000, overprint=True)) == {"Magenta": [40, 40], "Black": [100, 0]}


def test_black_type_that_does_not_overprint_knocks_the_tint_out(tmp_path: Path) -> None:
    assert plates(tmp_path, Ink(0, 0, 0, 1000)) == {"Magenta": [40, 0], "Black": [100, 0]}
