"""``huozi notes``: what is said of a proof's comments, in three forms; what it refuses; no text breaks out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2  # noqa: F401  # loaded by the one that reads it, in these tests before it is missed
import pytest
from proofs import N, Note, R, annotation, box_of, by_pikepdf, map_json, mark, note, proof, utf16, with_map

from huozi.cli import main


def written(tmp_path: Path, *notes: Note) -> str:
    path = tmp_path / "proof.pdf"
    path.write_bytes(proof(*notes))
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command says on the standard output; nothing stands beside it."""
    capsys.readouterr()
    assert main(["notes", *arguments]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def by(name: str, date: str = "20301120") -> dict[str, Any]:
    return {"T": utf16(name), "M": f"D:{date}103000+08'00'".encode()}


RIVER = box_of("4", 3, "river")
CARET = annotation(
    1, "Caret", (RIVER[2] - 4, RIVER[1] - 3, RIVER[2] + 4, RIVER[1] + 5), Contents=utf16("brook"), **by("王编辑")
)
INSERTED = annotation(1, "Caret", (108, 694, 116, 702), Contents=utf16("花"), **by("王编辑"))
OWN = note("4", 4, "行太松", T=b"Huozi", NM=b"articles/01-hedeng.md:7:29#9f2c00d1aa04")
ALL = (
    CARET,
    mark("StrikeOut", "4", 3, "river", IRT=R(0), RT=N("Group")),
    mark("StrikeOut", "4", 2, "的", Contents=utf16("多一字"), **by("王编辑")),
    annotation(1, "Text", (0, 0, 0, 0), IRT=R(2), State=b"Accepted", StateModel=b"Review", **by("李主编", "20301121")),
    annotation(1, "Text", (0, 0, 0, 0), IRT=R(2), Contents=utf16("两处\n都删"), **by("李主编", "20301122")),
    annotation(1, "Text", (0, 0, 0, 0), IRT=R(4), Contents=utf16("好"), **by("王编辑", "20301123")),
    INSERTED,
    mark("Highlight", "5", 1, "右栏", 2),
    annotation(2, "Stamp", (402, 678, 440, 692), Name=N("SBApproved"), F=2),
    OWN,
)

TEXT = """\
校样：河灯 2030 年第 3 期 二校，版本 1a2b3c4
1. 第 4 页 第 1 行 articles/01-hedeng.md:5:1 在“河”与“灯”之间插入“花”（王编辑，2030-11-20）
2. 第 4 页 第 2 行 articles/01-hedeng.md:7:1 删去“的”（王编辑，2030-11-20）：多一字
   ↳ 李主编，2030-11-21：接受
   ↳ 李主编，2030-11-22：两处
     都删
      ↳ 王编辑，2030-11-23：好
3. 第 4 页 第 3 行 articles/01-hedeng.md:7:11 把“river”改为“brook”（王编辑，2030-11-20）
4. 第 5 页 第 2 栏 第 1 行 articles/02-qiaodun.md:5:1 标出“右栏”
5. 第 6 页 第 2 行 articles/02-qiaodun.md:11:1 图章“Approved”（已隐藏）
共 5 条批注；校样自带的提示 1 条没有列出（--all 全部列出）
"""

ENGLISH = """\
Proof: 河灯 2030 年第 3 期 二校, revision 1a2b3c4
1. page 4 line 1 articles/01-hedeng.md:5:1 insert “花” between “河” and “灯” (王编辑, 2030-11-20)
2. page 4 line 2 articles/01-hedeng.md:7:1 delete “的” (王编辑, 2030-11-20): 多一字
   ↳ 李主编, 2030-11-21: accepted
   ↳ 李主编, 2030-11-22: 两处
     都删
      ↳ 王编辑, 2030-11-23: 好
3. page 4 line 3 articles/01-hedeng.md:7:11 replace “river” with “brook” (王编辑, 2030-11-20)
4. page 5 column 2 line 1 articles/02-qiaodun.md:5:1 highlight “右栏”
5. page 6 line 2 articles/02-qiaodun.md:11:1 stamp “Approved” (hidden)
5 comments; 1 findings of the proof left out (--all lists them)
"""


def test_comments_are_told_to_people_in_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, *ALL)
    assert told(capsys, path) == TEXT
    assert told(capsys, path, "--lang", "en") == ENGLISH


def test_all_has_the_findings_of_the_proof_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys, written(tmp_path, OWN), "--all").split("\n")
    assert said[1:] == [
        "1. 第 4 页 第 4 行 articles/01-hedeng.md:7:29 校样的提示（Huozi）：行太松",
        "共 1 条批注",
        "",
    ]


def test_where_there_are_no_comments_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, written(tmp_path)).split("\n")[1] == "没有批注"
    said = told(capsys, written(tmp_path, OWN)).split("\n")[1]
    assert said == "没有批注；校样自带的提示 1 条没有列出（--all 全部列出）"


def test_beside_a_page_without_lines_words_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(by_pikepdf([note("4", 1, "一"), OWN]))
    assert main(["notes", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out.split("\n")[0] == "1. PDF 第 2 页 articles/01-hedeng.md:7:29 附近 批注：一"
    assert "notes-no-map" in said.err


@pytest.mark.parametrize(("label", "said"), [("封二", "封二 第 1 行"), ("iv", "第 iv 页 第 1 行")])
def test_a_page_is_called_by_its_name_or_its_number(
    label: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = map_json()
    whole["pages"][0]["label"] = label
    path = tmp_path / "a.pdf"
    path.write_bytes(with_map(by_pikepdf([note("4", 1, "一")]), whole))
    assert told(capsys, str(path)).split("\n")[1] == f"1. {said} articles/01-hedeng.md:5:1 批注：一"


def test_what_stands_where_the_map_has_no_page_has_the_number_of_the_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, annotation(0, "Text", (100, 700, 120, 720), Contents=utf16("封面要换")))
    assert told(capsys, path).split("\n")[1] == "1. PDF 第 1 页 批注：封面要换"


MARKDOWN = """\
1. **第 4 页 第 1 行** `articles/01-hedeng.md:5:1` 标出“河灯”（\\*李\\*）：\\| a \\|<br>#<!-- --> b @<!-- -->all
   - \\[x\\]\\(y\\)：\\<b\\>
"""


def test_in_markdown_a_text_is_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(
        tmp_path,
        mark("Highlight", "4", 1, "河灯", Contents=utf16("| a |\n# b @all"), T=utf16("*李*")),
        annotation(1, "Text", (0, 0, 0, 0), IRT=R(0), Contents=utf16("<b>"), T=utf16("[x](y)")),
    )
    said = told(capsys, path, "--format", "markdown")
    assert MARKDOWN in said
    assert said.startswith("# 批注：")


HOSTILE = "\x1b]0;title\x07\x1b[31m\u202eabc\u2066\u2028\x9b2J"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_nothing_that_a_terminal_obeys_is_told(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = utf16(HOSTILE)
    whole = map_json() | {"title": HOSTILE, "round": HOSTILE, "revision": HOSTILE}
    whole["pages"][0]["label"] = HOSTILE
    path = tmp_path / "a.pdf"
    notes = [
        note("4", 1, HOSTILE, T=evil, M=evil),
        annotation(1, "Text", (0, 0, 0, 0), IRT=R(0), Contents=evil, T=evil),
        annotation(1, "Text", (0, 0, 0, 0), IRT=R(0), State=evil, StateModel=evil, T=evil),
        annotation(1, "Stamp", (100, 700, 110, 705), Contents=evil),
    ]
    path.write_bytes(with_map(by_pikepdf(notes), whole))
    said = told(capsys, str(path), "--format", form)
    assert not [character for character in said if not character.isprintable() and character != "\n"]
    assert "\\\\x1b" in said if form == "markdown" else "\\x1b" in said


def test_what_is_told_to_programs_is_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(told(capsys, written(tmp_path, *ALL), "--format", "json"))
    assert (whole["version"], whole["pages"], whole["left_out"]) == (1, 3, 1)
    assert whole["proof"] == {
        "journal": "hedeng", "year": "2030", "issue": "3", "title": "河灯 2030 年第 3 期", "round": "二校",
        "revision": "1a2b3c4",
    }  # fmt: skip
    second = whole["comments"][1]
    assert second["source"] == {"file": "articles/01-hedeng.md", "line": 7, "column": 1}
    assert (second["kind"], second["said"], second["text"]) == ("delete", "删去“的”", "多一字")
    assert second["date"] == "2030-11-20T10:30:00+08:00"
    assert [(reply["depth"], reply["state"], reply["text"]) for reply in second["replies"]] == [
        (1, "Accepted", ""),
        (1, "", "两处\n都删"),
        (2, "", "好"),
    ]


# ------------------------------------------------------------------ a file


def test_a_list_is_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "批注 一.txt"
    said = told(capsys, written(tmp_path, *ALL), "-o", str(target))
    assert target.read_text(encoding="utf-8") == TEXT
    assert said == f"{target}：5 条批注\n"


def test_a_list_is_not_written_over_the_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, *ALL)
    before = Path(path).read_bytes()
    assert main(["notes", path, "-o", path]) == 2
    assert "notes-over-source" in capsys.readouterr().err
    assert Path(path).read_bytes() == before


def test_a_list_that_finds_no_place_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", written(tmp_path, *ALL), "-o", str(tmp_path / "none" / "a.txt")]) == 2
    assert "folder-missing" in capsys.readouterr().err
    assert os.listdir(tmp_path) == ["proof.pdf"]


# ------------------------------------------------------------------ what is refused


def locked(tmp_path: Path) -> bytes:
    pdf = pikepdf.open(BytesIO(proof()))
    out = BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(user="u", owner="o"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "notes-not-a-pdf"),
        (b"PK\x03\x04", "notes-not-a-pdf"),
        (b"%PDF-1.7\n%%EOF", "notes-damaged"),
        (None, "notes-encrypted"),
    ],
)
def test_what_cannot_be_read_is_named_with_exit_code_2(
    data: bytes | None, rule: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(locked(tmp_path) if data is None else data)
    assert main(["notes", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{path}: 错误 {rule}" in said.err


@pytest.mark.parametrize("name", ["none.pdf", ""])
def test_a_path_that_is_no_file_is_named(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", str(tmp_path / name)]) == 2
    assert "notes-unreadable" in capsys.readouterr().err


def test_a_file_larger_than_any_proof_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huozi.commands.notes.MOST_BYTES", 100)
    assert main(["notes", written(tmp_path)]) == 2
    assert "notes-too-large" in capsys.readouterr().err


@pytest.mark.parametrize("library", ["pikepdf", "pypdfium2"])
def test_without_the_extra_it_is_named(library: str, tmp_path: Path) -> None:
    program = f"import sys; sys.modules[{library!r}] = None; from huozi.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "notes", written(tmp_path), "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "notes-need-extra" in done.stderr
    assert library in done.stderr
    assert "pip install 'huozi[proof]'" in done.stderr


def test_the_libraries_are_loaded_where_a_pdf_is_read_alone() -> None:
    program = (
        "import sys, huozi.commands.notes; from huozi.cli import main; main(['schema', 'notes'])\n"
        "print(sorted({'pikepdf', 'pypdfium2'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.split("\n")[-2] == "[]"
