"""Every character of the print file stands at the same place in the proof, read from both files by pdfium.

Over all lines of the specimen and of the real issue, in one column and in two two-column layouts; the comments that
reviewers leave on lines of that proof are read back to the right place.
"""

from __future__ import annotations

import ctypes
import json
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pytest
from conftest import SPECIMEN

from huozi.cli import main
from huozi.commands.documents import document_bytes
from huozi.commands.making import Made, Request, make
from huozi.diagnostics import Findings
from huozi.sheets.lines import lines_of

HALF_A_HUNDREDTH = 0.005
LAYOUTS = ("", "16k-two-columns", "a4-two-columns")


class Sign(NamedTuple):
    """A character of a page with its origin, in hundredths of a point."""

    text: str
    x: int
    y: int


class Files(NamedTuple):
    """The print file and the proof of an issue, and what they were made of."""

    made: Made
    printed: Path
    proof: Path
    map: dict[str, Any]


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    manuscript = next(iter(sorted((SPECIMEN.parents[2] / "shared" / "seed").glob("*.txt"))), None)
    found = {"specimen": SPECIMEN}
    if manuscript is not None:
        target = tmp_path_factory.mktemp("real") / "issue"
        main(["import", str(manuscript), "-o", str(target)])
        found["real"] = target
    return found


@pytest.fixture(scope="module", params=[(name, layout) for name in ("specimen", "real") for layout in LAYOUTS])
def files(request: pytest.FixtureRequest, issues: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Files:
    name, layout = request.param
    if name not in issues:
        pytest.skip("the real issue's text is not beside the checkout (../shared/seed)")
    room, folder = tmp_path_factory.mktemp("files"), str(issues[name])
    asked = ["--layout", layout] if layout else []
    printed, proof = room / "print.pdf", room / "proof.pdf"
    main(["proof", folder, *asked, "-o", str(proof)])
    made = make(Request(folder, layout=layout), Findings(), lambda _: None)
    printed.write_bytes(document_bytes(made, made.pages, "print"))  # the specimen has errors in layouts of others
    with pikepdf.open(proof) as pdf:
        private = pdf.Root.PieceInfo.Huozi.Private.read_bytes()
    return Files(made, printed, proof, json.loads(private))


def signs_of(page: pypdfium2.PdfPage) -> list[Sign]:
    """The characters of a page but for spaces, each at its origin."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(text.count_chars()):
        character = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
        if pypdfium2.raw.FPDFText_IsGenerated(text, index) == 1 or character.isspace():
            continue
        pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
        found.append(Sign(character, round(x.value * 100), round(y.value * 100)))
    return found


def test_every_character_stands_where_it_is_printed(files: Files) -> None:
    printed, proof = pypdfium2.PdfDocument(files.printed), pypdfium2.PdfDocument(files.proof)
    assert len(printed) == len(files.map["pages"]) == len(files.made.pages)
    shifts = set()
    for own, told in zip(range(len(printed)), files.map["pages"], strict=True):
        sheet = signs_of(proof[told["sheet"]])
        signs = signs_of(printed[own])
        if not signs:
            continue
        shift = shift_of(signs, sheet)
        shifts.add(shift)
        there = set(sheet)
        missing = [
            sign
            for sign in signs
            if not any(
                Sign(sign.text, sign.x + shift[0] + right, sign.y + shift[1] + up) in there
                for right in (0, -1, 1)
                for up in (0, -1, 1)
            )
        ]
        assert missing == [], told["label"]
    assert max(x for x, _ in shifts) - min(x for x, _ in shifts) <= 1
    assert max(y for _, y in shifts) - min(y for _, y in shifts) <= 1


def shift_of(signs: list[Sign], sheet: list[Sign]) -> tuple[int, int]:
    """From the trimmed page to the sheet: the way that most of the first characters have gone."""
    ways: dict[tuple[int, int], int] = {}
    for sign in signs[:12]:
        for other in sheet:
            if other.text == sign.text:
                way = (other.x - sign.x, other.y - sign.y)
                ways[way] = ways.get(way, 0) + 1
    return max(ways, key=lambda way: ways[way])


def test_the_map_has_every_line_with_its_number(files: Files) -> None:
    for page, told in zip(files.made.pages, files.map["pages"], strict=True):
        lines = lines_of(page)
        numbers = [(line.column, line.number if line.is_counted else 0) for line in lines]
        assert [(line[4], line[5]) for line in told["lines"]] == numbers
        assert [line[9] for line in told["lines"]] == [line.text for line in lines]
        counted = [number for number in numbers if number[1]]
        assert len(set(counted)) == len(counted)


def test_comments_on_any_line_are_read_back_to_it(files: Files, tmp_path: Path) -> None:
    wanted = []
    with pikepdf.open(files.proof) as pdf:
        for told in files.map["pages"][::3]:
            for line in told["lines"][::7]:
                left, bottom, right, top, column, number, file, row, *_ = line
                page = pdf.pages[told["sheet"]]
                note = pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Highlight, Contents=pikepdf.String("改"),
                    T=pikepdf.String("编辑"), Rect=[left, bottom, right, top],
                    QuadPoints=[left, top, right, top, left, bottom, right, bottom],
                )  # fmt: skip
                if "/Annots" not in page:
                    page.Annots = pikepdf.Array()
                page.Annots.append(pdf.make_indirect(note))
                source = files.map["files"][file] if file >= 0 else ""
                wanted.append((told["label"], column, number or None, source, row if source else 0))
        pdf.save(tmp_path / "read.pdf")
    out = tmp_path / "notes.json"
    assert main(["notes", str(tmp_path / "read.pdf"), "--format", "json", "-o", str(out)]) == 0
    read = json.loads(out.read_text("utf-8"))["comments"]
    assert len(read) == len(wanted) > 40
    found = [
        (each["label"], each["column"], each["line"], *((each["source"] or {}).get(key) for key in ("file", "line")))
        for each in read
    ]
    assert sorted(found, key=str) == sorted(
        ((label, column, number, source or None, row or None) for label, column, number, source, row in wanted), key=str
    )


def test_the_proof_s_own_comments_are_read_back_to_their_findings(files: Files, tmp_path: Path) -> None:
    out = tmp_path / "notes.json"
    assert main(["notes", str(files.proof), "--all", "--format", "json", "-o", str(out)]) == 0
    read = [
        (each["text"].partition("\n")[0], each["source"]["file"], each["source"]["line"])
        for each in json.loads(out.read_text("utf-8"))["comments"]
        if each["kind"] == "finding" and each["marked"]
    ]
    named = []
    with pikepdf.open(files.proof) as pdf:
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                if note.Subtype == pikepdf.Name.Highlight:
                    file, line, _ = str(note.NM).partition("#")[0].rsplit(":", 2)
                    named.append((str(note.Contents).partition("\n")[0], file, int(line)))
    assert sorted(read) == sorted(named)
