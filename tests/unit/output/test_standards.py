"""The table of output standards: a file differs from another by its row alone."""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple, get_args

import pikepdf
import pytest
from issues import write_issue
from output_pages import TARGET, issue, pdf
from squares import TESTS

from huozi.commands.build import Product, build
from huozi.commands.making import Request
from huozi.display import StandardName
from huozi.output.standards import STANDARDS, Standard

PRINT, SCREEN = STANDARDS["print"], STANDARDS["screen"]


class Held(NamedTuple):
    """What a file holds: the width of its media boxes, links, kinds of output intents, the PDF/X it names twice."""

    width: float
    links: int
    intents: tuple[str, ...]
    pdfx: str
    said: str
    declared: bool


def held(name: StandardName) -> Held:
    """What the file of a standard holds, read by another library."""
    with pikepdf.open(io.BytesIO(pdf(*issue(), target=TARGET._replace(profile=name)))) as file:
        packet = file.Root.Metadata.read_bytes().decode()
        _, _, version = packet.partition("<pdfxid:GTS_PDFXVersion>")
        return Held(
            float(file.pages[2].MediaBox[2]),
            sum(len(page.obj.get("/Annots", [])) for page in file.pages),
            tuple(str(intent.S) for intent in file.Root.OutputIntents),
            str(file.docinfo.get("/GTS_PDFXVersion", "")),
            version.partition("<")[0],
            "<pdfaSchema:prefix>pdfxid</pdfaSchema:prefix>" in packet,
        )


IN_PRINT = Held(436.536, 0, ("/GTS_PDFX", "/GTS_PDFA1"), "PDF/X-4", "PDF/X-4", True)
ON_SCREEN = Held(419.528, 1, ("/GTS_PDFA1",), "", "", False)


def test_every_purpose_has_its_row() -> None:
    assert tuple(STANDARDS) == get_args(StandardName)


def test_a_print_file_and_a_screen_file_hold_what_their_rows_say() -> None:
    assert held("print") == IN_PRINT
    assert held("screen") == ON_SCREEN


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (PRINT._replace(bleed=False), IN_PRINT._replace(width=419.528)),
        (PRINT._replace(links=True), IN_PRINT._replace(links=1)),
        (PRINT._replace(intents=("GTS_PDFX",)), IN_PRINT._replace(intents=("/GTS_PDFX",))),
        (PRINT._replace(pdfx="PDF/X-6"), IN_PRINT._replace(pdfx="PDF/X-6", said="PDF/X-6")),
        (PRINT._replace(pdfx=""), IN_PRINT._replace(pdfx="", said="", declared=False)),
        (PRINT._replace(despite_errors=True), IN_PRINT),
        (PRINT._replace(facing=False, comments=True), IN_PRINT),
        (SCREEN, ON_SCREEN),
    ],
)
def test_each_column_changes_what_it_names_and_nothing_else(
    row: Standard, expected: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(STANDARDS, "print", row)
    assert held("print") == expected


@pytest.mark.parametrize("name", get_args(StandardName))
@pytest.mark.parametrize("despite", [False, True])
def test_whether_a_file_is_written_with_an_error_is_said_by_its_row(
    name: StandardName, despite: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(STANDARDS, name, STANDARDS[name]._replace(despite_errors=despite))
    for folder in ("layout", "fonts"):
        (tmp_path / folder).symlink_to(TESTS / folder)
    file = tmp_path / "made.pdf"
    issue_folder = write_issue(tmp_path / "issue" / "one", "国😀")
    build(Request(str(issue_folder)), lambda _stage: None, Product(str(file), name))
    assert file.exists() == despite


def test_print_keeps_errors_out_and_a_screen_shows_them() -> None:
    assert (PRINT.despite_errors, SCREEN.despite_errors) == (False, True)
