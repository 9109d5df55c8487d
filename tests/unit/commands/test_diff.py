"""``huozi diff`` and ``explain --since`` as people type them."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from houses import house
from json_schema import faults
from repositories import begun, commit, put

from huozi.cli import main
from huozi.commands.diff_schema import diff_schema

TEXT = "一句话，不长不短，排满一行还多一点。" * 6
ARTICLES = {"a": f"甲题\n{TEXT}\n\n第二段，{TEXT}", "b": f"乙题\n{TEXT * 8}", "c": f"丙题\n{TEXT * 8}"}


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An issue of three articles, committed."""
    made = house(tmp_path, ARTICLES)
    put(tmp_path, {".gitignore": "build/\n"})
    for room in ("layout", "fonts"):  # links lead out of a repository: its own files are what it has
        target = (tmp_path / room).resolve()
        (tmp_path / room).unlink()
        shutil.copytree(target, tmp_path / room)
    begun(tmp_path)
    return made


def edit(issue: Path, was: str, now: str, article: str = "a") -> None:
    path = issue / "articles" / f"{article}.md"
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), "utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(list(arguments))
    out = capsys.readouterr()
    return code, out.out, out.err


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    whole = json.loads(said(capsys, "diff", *arguments, "--format", "json")[1])
    assert faults(whole, diff_schema()) == []
    assert isinstance(whole, dict)
    return whole


def test_nothing_changed_is_said_and_the_code_is_0(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "diff", str(issue), str(issue)) == (0, f"旧：{issue}；新：{issue}\n两稿排出来完全一样。\n", "")
    assert said(capsys, "diff", str(issue), "--since", "HEAD")[0] == 0
    assert data(capsys, str(issue), str(issue))["same"] is True


def test_a_corrected_character_is_one_line_and_the_code_is_1(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, "第二段", "第三段")
    code, out, err = said(capsys, "diff", str(issue), "--since", "HEAD")
    assert (code, err) == (1, "")
    assert out.splitlines()[1:] == [
        "行：改动 1",
        "改动的页：2",
        "",
        "核红表",
        "  第 2 页第 9 行 articles/a.md:7:1 [改动]",
        "    − 第二段，一句话，不长不短，排满一行还",
        "    ＋ 第三段，一句话，不长不短，排满一行还",
    ]


def test_a_space_in_yaml_a_comment_and_a_line_turned_over_change_nothing(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = issue / "issue.yaml"
    path.write_text("# 说明\n" + path.read_text("utf-8").replace("year: ", "year:    "), "utf-8")
    edit(issue, "第二段，一句话", "第二段，一\n句话")
    assert said(capsys, "diff", str(issue), "--since", "HEAD")[0] == 0


def test_revisions_folders_and_revisions_of_other_folders_are_compared(
    issue: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = issue.parent.parent
    copy = root / "elsewhere" / "issue" / "one"
    shutil.copytree(issue, copy)
    for room in ("layout", "fonts"):
        shutil.copytree(root / room, root / "elsewhere" / room)
    edit(issue, "第二段", "第三段")
    commit(root, "二")
    assert data(capsys, str(copy), str(issue))["counts"]["changed"] == 1
    assert data(capsys, str(issue), "--since", "HEAD")["counts"]["changed"] == 0
    monkeypatch.chdir(root)
    assert data(capsys, "HEAD~1:issue/one", "issue/one")["counts"]["changed"] == 1
    assert data(capsys, "HEAD~1:issue/one", "HEAD:issue/one")["counts"]["changed"] == 1


def test_a_table_for_spreadsheets_has_a_row_a_line_and_no_formula(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(issue, "第二段", "=SUM(A1)")
    out = said(capsys, "diff", str(issue), "--since", "HEAD", "--format", "csv")[1]
    assert out.startswith("\ufeff类别,页,栏,行,原页,原栏,原行,原文,改后,文章,稿件,稿件行\r\n")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    changed = [row for row in rows if row[0] == "改动"]
    assert changed[0][8].startswith("'=SUM(A1)")
    assert {len(row) for row in rows} == {12}


def test_a_page_of_html_stands_alone_and_runs_nothing(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, "第二段", "第\\<script>alert(1)\\</script>段")
    out = said(capsys, "diff", str(issue), "--since", "HEAD", "--format", "html")[1]
    assert "<script" not in out and "&lt;script" in out
    assert "<del>" in out and "<ins>" in out
    assert "http" not in out.replace("http-equiv", "")


def test_the_form_may_go_to_a_file_beside_the_text(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, "第二段", "第三段")
    file = issue / "build" / "diff.csv"
    file.parent.mkdir(exist_ok=True)
    out = said(capsys, "diff", str(issue), "--since", "HEAD", "--format", "csv", "-o", str(file))[1]
    assert "核红表" in out
    assert file.read_bytes().startswith("\ufeff类别".encode())
    code, _, err = said(capsys, "diff", str(issue), "--since", "HEAD", "-o", str(issue / "articles" / "a.md"))
    assert (code, "output-is-source" in err) == (2, True)


def test_an_old_one_that_cannot_be_set_any_more_is_compared_by_its_text(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = issue.parent.parent
    layout = root / "layout" / "square.yaml"
    sound = layout.read_text("utf-8")
    layout.write_text("extends: nowhere\n", "utf-8")
    commit(root, "坏了版式")
    layout.write_text(sound, "utf-8")
    edit(issue, "第二段", "第三段")
    code, out, err = said(capsys, "diff", str(issue), "--since", "HEAD")
    assert code == 1
    assert "旧稿现在排不成，只比了题名和正文" in out
    assert ":layout/square.yaml:1:10: 错误 layout-file-missing" in err
    assert "huozi-" not in err.replace("huozi-specimen", "")
    whole = data(capsys, str(issue), "--since", "HEAD")
    assert whole["compared"] == "text"
    assert {line["source_line"] for line in whole["lines"]} == {7}


@pytest.mark.parametrize(
    ("arguments", "rule", "code"),
    [
        (["--since", "nothing"], "revision-unknown", 2),
        (["other", "--since", "HEAD"], "diff-usage", 2),
        ([], "diff-usage", 2),
    ],
)
def test_what_is_wrong_with_the_asking_is_told(
    issue: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], rule: str, code: int
) -> None:
    got, _, err = said(capsys, "diff", str(issue), *arguments)
    assert (got, rule in err) == (code, True)


def test_an_issue_that_was_not_there_is_told(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = house(issue.parent.parent, ARTICLES, name="two")
    code, _, err = said(capsys, "diff", str(other), "--since", "HEAD")
    assert (code, "revision-without-issue" in err) == (2, True)


def test_outside_a_repository_there_is_a_word_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = house(tmp_path, ARTICLES)
    code, _, err = said(capsys, "diff", str(made), "--since", "HEAD")
    assert (code, "no-repository" in err) == (2, True)


@pytest.mark.parametrize("text", ["", '["huozi-round",1]\n["name"', "{}", "%PDF-1.4"])
def test_a_damaged_round_is_told(issue: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    put(issue, {"proofs/二校.jsonl": text})
    code, _, err = said(capsys, "diff", "二校", str(issue))
    assert (code, "round-" in err, "二校.jsonl" in err) == (2, True, True)


def test_a_page_of_html_tells_titles_and_first_pages_too(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, "title: 甲题", "title: 子题")
    edit(issue, "第二段", TEXT * 7 + "第二段")
    out = said(capsys, "diff", str(issue), "--since", "HEAD", "--format", "html")[1]
    assert "<li>a: 甲题 → 子题</li>" in out
    assert "<li>乙题: 3 → 6</li>" in out
    assert "<h2>书眉、页码、封面等</h2>" in out


def test_pictures_of_changed_pages_stand_side_by_side(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, "第二段", "第三段")
    asked = ("diff", str(issue), "--since", "HEAD", "--pictures")
    out = said(capsys, *asked, "--format", "html")[1]
    assert out.count("<img ") == 2 and 'alt="第 2 页 · 旧"' in out and 'alt="第 2 页 · 新"' in out
    code, _, err = said(capsys, *asked, "--format", "csv")
    assert (code, "diff-pictures" in err) == (2, True)


def test_a_table_s_cells_stand_under_their_heads(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, "第二段", "第三段")
    out = said(capsys, "diff", str(issue), "--since", "HEAD", "--format", "csv")[1]
    (row,) = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert row["改后"].startswith("第三段") and row["原文"].startswith("第二段")
    assert (row["类别"], row["页"], row["行"], row["文章"], row["稿件"], row["稿件行"]) == (
        "改动", "2", "9", "a", "articles/a.md", "7",
    )  # fmt: skip


def test_furniture_that_differs_alike_on_many_pages_is_told_once(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("diff", str(issue), "--since", "HEAD", "--set", 'running.recto="新书眉"')
    out = said(capsys, *asked)[1]
    told = out.partition("书眉、页码、封面等\n")[2].splitlines()
    assert [line.strip() for line in told] == ["3、5、7、9: 栏目 → 新书眉"]


# ------------------------------------------------------------------ explain --since


def test_the_entries_that_moved_are_told_with_what_moved_them(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, "第二段", TEXT * 7 + "第二段")
    out = said(capsys, "explain", str(issue), "--since", "HEAD")[1]
    told = out[out.index("同 HEAD 比") :].splitlines()
    assert told[:4] == [
        "同 HEAD 比，起页变了的：",
        "    乙题：第 3 页 → 第 6 页",
        "        上一篇里 +38 行，累计 +38 行：",
        "        articles/a.md:7 改了，+38 行",
    ]


def test_where_no_entry_moved_that_is_said(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, "第二段", "第三段")
    assert "同 HEAD 比，各篇的起页都没有变" in said(capsys, "explain", str(issue), "--since", "HEAD")[1]
    whole = json.loads(said(capsys, "explain", str(issue), "--since", "HEAD", "--format", "json")[1])
    assert (whole["since"], whole["moved"]) == ("HEAD", [])
