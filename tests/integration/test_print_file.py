"""The specimen's print file, as the tools of printers and readers see it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest

from huozi.content.issue_file import read_issue
from huozi.content.issue_model import Issue
from huozi.content.model import Block, Ruby, Text
from huozi.content.plain import plain_title
from huozi.content.running_text import running_text
from huozi.diagnostics import Findings
from huozi.display import Side
from huozi.geometry import PT
from huozi.makeup.type_area import type_area_on
from huozi.style.house import find_house
from huozi.style.load import load_stylesheet
from huozi.style.model import Stylesheet

ROOT = Path(__file__).resolve().parents[2]
SPECIMEN = ROOT / "issue" / "specimen"
VALIDATE = ROOT.parent / "shared" / "tools" / "verapdf" / "validate"
ASKED_FOR = "HUOZI_VERAPDF"


def output(name: str, *arguments: str | Path) -> str:
    """What a tool prints; the test is skipped where there is no such tool."""
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    done = subprocess.run([name, *arguments], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def issue() -> Issue:
    return read_issue(str(SPECIMEN), Findings())


@pytest.fixture(scope="module")
def sheet(issue: Issue) -> Stylesheet:
    return load_stylesheet(issue.journal, find_house(str(SPECIMEN)), (), Findings())


@pytest.fixture(scope="module")
def labels(printed: Path) -> list[str]:
    """What a viewer shows for each page."""
    with pikepdf.open(printed) as pdf:
        return [page.label for page in pdf.pages]


def test_qpdf_finds_no_fault(printed: Path) -> None:
    assert "No syntax or stream encoding errors found" in output("qpdf", "--check", printed)


def test_text_pages_need_black_ink_alone(printed: Path, labels: list[str]) -> None:
    rows = output("gs", "-q", "-o", "-", "-sDEVICE=ink_cov", "-r36", printed).splitlines()
    inks = [tuple(float(value) for value in row.split()[:4]) for row in rows if row.endswith("CMYK OK")]
    inside = [ink for ink, label in zip(inks, labels, strict=True) if label.isdecimal()]
    assert len(inside) >= 12
    assert all(ink[:3] == (0, 0, 0) for ink in inside)
    assert any(sum(ink[:3]) for ink in inks), "the covers are printed in colour"


def test_every_font_is_embedded_cut_and_can_be_searched(printed: Path) -> None:
    rows = output("pdffonts", printed).splitlines()[2:]
    names = [row.split()[0].partition("+")[2] for row in rows]
    assert rows
    assert len(set(names)) == len(names), "one font object a face"
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_all_text_is_found_again(printed: Path, issue: Issue, sheet: Stylesheet, labels: list[str]) -> None:
    text = "".join(text_of_the_body(printed, sheet, labels))
    for article in issue.articles:
        assert squeezed(plain_title(article.title)) in text
        for words in texts(article.blocks):
            assert is_there(squeezed(words), text), words


def is_there(words: str, text: str) -> bool:
    """Whether a text is there whole, or in two parts of six characters and more with a float or notes between them."""
    parts = ((words[:at], words[at:]) for at in range(6, len(words) - 5))
    return words in text or any(first in text and last in text for first, last in parts)


def text_of_the_body(path: Path, sheet: Stylesheet, labels: list[str]) -> Iterator[str]:
    """The text inside the type area, page by page: running heads and folios stand outside it."""
    for number, label in enumerate(labels, 1):
        if label.isdecimal():
            side: Side = "right" if int(label) % 2 else "left"
            area = type_area_on(sheet.page, side)
            x, y = ((place + sheet.page.bleed) // PT - 2 for place in (area.x, area.y))
            box = {"-x": x, "-y": y, "-W": area.width // PT + 4, "-H": area.height // PT + 4}
            place = [str(word) for pair in box.items() for word in pair]
            yield squeezed(output("pdftotext", "-raw", "-f", str(number), "-l", str(number), *place, path, "-"))


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of each paragraph and heading, in pieces where a reading or the call of a note stands in the page."""
    for run in running_text(blocks):
        for is_text, inlines in groupby(run.inlines, lambda inline: isinstance(inline, Text)):
            if is_text:
                yield "".join(inline.text for inline in inlines if isinstance(inline, Text))
            else:
                yield from (inline.base for inline in inlines if isinstance(inline, Ruby))


def squeezed(text: str) -> str:
    """A text without what composition may take away or add: spaces, line ends, hints for them, hyphens at them."""
    return re.sub(r"[\s|\u00ad\u200b\u2060]", "", text)


def test_bookmarks_are_sections_and_articles(printed: Path, issue: Issue) -> None:
    with pikepdf.open(printed) as pdf, pdf.open_outline() as outline:
        entries = [[entry.title, *(below.title for below in entry.children)] for entry in outline.root]
    fillers = {squeezed(plain_title(filler.title)) for filler in issue.fillers}  # below the section that they stand in
    found = [[text for title in titles if (text := squeezed(title)) not in fillers] for titles in entries]
    for section in issue.sections:
        assert [
            squeezed(plain_title(section.title)),
            *(squeezed(plain_title(article.title)) for article in section.articles),
        ] in found


def test_labels_count_the_inside_from_one_and_name_the_covers(labels: list[str]) -> None:
    inside = [label for label in labels if label.isdecimal()]
    assert labels == ["封一", "封二", *inside, "封三", "封四"]
    assert inside == [str(number) for number in range(1, len(inside) + 1)]


@pytest.mark.skipif(not os.environ.get(ASKED_FOR), reason=f"veraPDF is fetched from the network: set {ASKED_FOR}=1")
@pytest.mark.skipif(not VALIDATE.exists(), reason="veraPDF is not beside the checkout")
def test_verapdf_finds_pdf_a_2u(printed: Path) -> None:
    assert "compliant=true" in output(str(VALIDATE), "PDFA-2U", printed)
