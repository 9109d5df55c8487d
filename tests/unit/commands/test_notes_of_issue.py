"""``huozi notes --issue``: a proof is checked against its issue, which tells the places that the PDF does not tell."""

from __future__ import annotations

import json
import zlib
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from houses import house
from json_schema import faults
from reviewed import TEXT, printed_anew, struck, written

from huozi.cli import main
from huozi.commands import notes_forms
from huozi.commands.notes import FORM_NAMES
from huozi.commands.notes_schema import VERSION, notes_schema

WORDS = ("栏上", "问水涨", "豆腐")
"""Words on the second, the third and the last line of the article."""


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return house(tmp_path_factory.mktemp("house"), {"hedeng": f"河灯\n{TEXT}"})


@pytest.fixture(scope="module")
def printed(issue: Path) -> bytes:
    path = issue.parent / "print.pdf"
    assert main(["build", str(issue), "-o", str(path)]) == 0
    return path.read_bytes()


@cache
def reviewed(data: bytes) -> bytes:
    return struck(data, WORDS)


def with_map(data: bytes, **names: object) -> bytes:
    """A file with a map that has no pages, of an issue of some names."""
    pdf = pikepdf.open(BytesIO(data))
    stream = pdf.make_stream(b"")
    whole = {"version": 1, "journal": "square", "year": 2030, "issue": "3", "files": [], "pages": [], **names}
    stream.write(zlib.compress(json.dumps(whole).encode()), filter=pikepdf.Name("/FlateDecode"))
    pdf.Root.PieceInfo = pikepdf.Dictionary(Huozi=pikepdf.Dictionary(Private=stream))
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def told(capsys: pytest.CaptureFixture[str], path: str, *options: str) -> tuple[dict[str, Any], str]:
    """The comments of a file as programs are told them, and what is said beside."""
    capsys.readouterr()
    assert main(["notes", path, "--format", "json", *options]) == 0
    said = capsys.readouterr()
    whole = json.loads(said.out)
    assert faults(whole, notes_schema()) == []
    return whole, said.err


def places(whole: dict[str, Any]) -> list[tuple[object, ...]]:
    return [
        (
            item["marked"],
            item["label"],
            item["line"],
            item["source"] and (item["source"]["line"], item["source"]["column"]),
        )
        for item in whole["comments"]
    ]


FOUND = [("栏上", "2", 4, (5, 19)), ("问水涨", "2", 5, (5, 39)), ("豆腐", "2", 7, (7, 22))]
"""Words, folio, line and place in the source: the section's name and the title are the first two lines."""


@pytest.mark.parametrize("anew", [False, True])
def test_lines_are_found_by_the_issue_where_the_pdf_does_not_tell_them(
    anew: bool, issue: Path, printed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = struck(printed_anew(printed), WORDS) if anew else reviewed(printed)
    whole, said = told(capsys, written(tmp_path / "a.pdf", data), "--issue", str(issue))
    assert places(whole) == FOUND
    assert {item["by"] for item in whole["comments"]} == {"map"}
    assert {Path(item["source"]["file"]).name for item in whole["comments"]} == {"hedeng.md"}
    assert said == ""


def test_without_the_issue_the_page_and_the_words_are_told(
    printed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, said = told(capsys, written(tmp_path / "a.pdf", reviewed(printed)))
    assert places(whole) == [("栏上", "2", None, None), ("问水涨", "2", None, None), ("豆腐", "2", None, None)]
    assert "notes-no-map" in said


def test_where_the_text_is_another_no_line_is_guessed(
    printed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = house(
        tmp_path, {"qiao": "桥\n船工把缆绳系在柳树上，等一个迟到的客人，一直等到月亮升起来，江面铺了一层白。"}
    )
    whole, said = told(capsys, written(tmp_path / "a.pdf", reviewed(printed)), "--issue", str(other))
    assert [item["line"] for item in whole["comments"]] == [None, None, None]
    assert "notes-not-found" in said


@pytest.mark.parametrize("names", [{"journal": "other"}, {"year": 2029}, {"issue": "4"}])
def test_a_proof_of_another_issue_is_refused(
    names: dict[str, object], issue: Path, printed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "a.pdf", with_map(reviewed(printed), **names))
    assert main(["notes", path, "--issue", str(issue)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "notes-other-issue" in said.err
    assert "square 2030 3" in said.err


def test_a_proof_of_this_issue_without_lines_has_them_from_the_issue(
    issue: Path, printed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "a.pdf", with_map(reviewed(printed), round="二校"))
    whole, _ = told(capsys, path, "--issue", str(issue))
    assert places(whole) == FOUND
    assert whole["proof"]["round"] == "二校"


def test_the_text_leads_to_the_file(
    issue: Path, printed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.pdf", reviewed(printed))
    monkeypatch.chdir(issue.parent.parent)
    capsys.readouterr()
    assert main(["notes", path, "--issue", "issue/one"]) == 0
    first = capsys.readouterr().out.split("\n")[1]
    assert first == "1. 第 2 页 第 4 行 issue/one/articles/hedeng.md:5:19 删去“栏上”（王编辑，2030-11-20）：多余"


def test_an_issue_that_is_none_is_refused(printed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path / "a.pdf", reviewed(printed))
    assert main(["notes", path, "--issue", str(tmp_path / "none")]) == 2
    assert "no-such-folder" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["articles/hedeng.md", "articles/new.txt", "issue.yaml"])
def test_no_list_is_written_over_the_issue(
    name: str, issue: Path, printed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "a.pdf", reviewed(printed))
    assert main(["notes", path, "--issue", str(issue), "-o", str(issue / name)]) == 2
    assert "notes-over-source" in capsys.readouterr().err
    assert "河灯" in (issue / "articles" / "hedeng.md").read_text(encoding="utf-8")


def test_the_command_knows_the_forms_that_there_are() -> None:
    assert tuple(notes_forms.FORMS) == FORM_NAMES
    assert notes_forms.VERSION == VERSION


def test_the_schema_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "notes"]) == 0
    assert json.loads(capsys.readouterr().out) == notes_schema()
