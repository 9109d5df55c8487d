"""What each command does, asked for in process: outcomes, exit codes, files, forms of output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from issues import titled, write_issue
from squares import ROOT, TESTS, rules_of

from huozi.cli import main
from huozi.commands.build import Product, build
from huozi.commands.check import check
from huozi.commands.compose import Request as ComposeRequest
from huozi.commands.compose import compose_text, read_text, split_paragraphs
from huozi.commands.documents import joined_keywords
from huozi.commands.making import Request
from huozi.commands.options import page_count
from huozi.commands.outcome import Exit
from huozi.commands.telling import Telling
from huozi.content.issue_model import Article
from huozi.diagnostics import Findings, Span

SMALL = TESTS / "cases" / "issues" / "small"
TEXT = "一句话，不长不短，排满一行还多一点。"
EMOJI = "😀"


def silent(_stage: str) -> None:
    """No progress."""


def issue_with(folder: Path, body: str, **others: str) -> str:
    """An issue in a house of its own that has the layouts of the tests."""
    for name in ("layout", "fonts"):
        (folder / name).symlink_to(TESTS / name)
    return str(write_issue(folder / "issue" / "one", body, **others))


# ------------------------------------------------------------------ build


def test_a_build_writes_into_the_issues_folder(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, TEXT)
    outcome = build(Request(folder), silent)
    assert outcome.code is Exit.DONE
    assert Path(folder, "build", "print.pdf").read_bytes().startswith(b"%PDF-")


def test_a_build_writes_where_it_is_asked_to(tmp_path: Path) -> None:
    place = tmp_path / "here.pdf"
    assert build(Request(issue_with(tmp_path, TEXT)), silent, Product(str(place))).code is Exit.DONE
    assert place.stat().st_size > 1000


def test_a_missing_character_keeps_the_print_file_from_being_written(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, f"{TEXT}{EMOJI}")
    outcome = build(Request(folder), silent)
    assert outcome.code is Exit.FINDINGS
    (item,) = (found for found in outcome.findings if found.rule == "character-missing")
    arguments = dict(item.arguments)
    assert (arguments["character"], arguments["code"]) == (EMOJI, "U+1F600")
    assert item.span.file.endswith("articles/a.md")
    assert (item.span.line, item.span.column) == (5, len(TEXT) + 1)
    assert not Path(folder, "build").exists()


def test_the_screen_file_comes_all_the_same(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, f"{TEXT}{EMOJI}")
    outcome = build(Request(folder), silent, Product(profile="screen"))
    assert outcome.code is Exit.FINDINGS
    assert Path(folder, "build", "screen.pdf").stat().st_size > 1000


def test_an_old_print_file_stays_where_the_new_one_fails(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, TEXT)
    build(Request(folder), silent)
    before = Path(folder, "build", "print.pdf").read_bytes()
    Path(folder, "articles", "a.md").write_text(f"---\ntitle: 题\n---\n\n{EMOJI}\n", encoding="utf-8")
    assert build(Request(folder), silent).code is Exit.FINDINGS
    assert Path(folder, "build", "print.pdf").read_bytes() == before


@pytest.mark.parametrize(("pages", "code"), [(4, Exit.DONE), (2, Exit.DONE), (1, Exit.FINDINGS)])
def test_page_count_asks_for_a_count(tmp_path: Path, pages: int, code: Exit) -> None:
    assert build(Request(issue_with(tmp_path, TEXT), page_count=pages), silent).code is code


def test_errors_of_the_issue_and_of_the_layout_come_in_one_run(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, TEXT, more="colour: red\n")
    outcome = build(Request(folder, layout="square", overrides=(("text.fil", "x"),)), silent)
    files = {item.span.file.rpartition("/")[2] for item in outcome.findings}
    assert files == {"issue.yaml", "--set"}


def test_the_stages_of_a_build_are_told_in_order(tmp_path: Path) -> None:
    told: list[str] = []
    build(Request(issue_with(tmp_path, TEXT)), told.append)
    assert told == ["read", "set", "write"]


# ------------------------------------------------------------------ check


def test_check_lists_what_content_and_composition_find_in_order(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, f"第一段,半角。\n\n第二段{EMOJI}。\n\n第三段。。")
    outcome = check(Request(folder), silent)
    assert outcome.code is Exit.FINDINGS
    assert {"half-width-mark", "character-missing", "doubled-mark"} <= set(rules_of(outcome.findings))
    assert list(outcome.findings) == sorted(outcome.findings, key=lambda item: (item.span, item.rule))


@pytest.mark.parametrize(("level", "code"), [("error", Exit.DONE), ("warning", Exit.FINDINGS)])
def test_fail_on_says_from_which_severity_on_a_check_fails(tmp_path: Path, level: str, code: Exit) -> None:
    outcome = check(Request(issue_with(tmp_path, "第一段,半角。")), silent, Telling(fail_on=level))
    assert (outcome.code, rules_of(outcome.findings)) == (code, ["half-width-mark"])


def test_faults_that_end_the_reading_are_faults_of_the_manuscript(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, TEXT, more="x: 1\n")
    for level in ("error", "never"):
        assert check(Request(folder), silent, Telling(fail_on=level)).code is Exit.FINDINGS
        assert build(Request(folder), silent, telling=Telling(fail_on=level)).code is Exit.FINDINGS


def test_the_names_of_sections_are_looked_through(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, "第一段。")
    path = Path(folder, "issue.yaml")
    path.write_text(path.read_text("utf-8").replace("section: 栏目", "section: ＊＊栏＊＊目"), "utf-8")
    (found,) = (item for item in check(Request(folder), silent).findings if item.rule == "wide-markup")
    assert found.span == Span(str(path), 7, 14)


def test_check_writes_nothing(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, TEXT)
    before = sorted(tmp_path.rglob("*"))
    check(Request(folder), silent)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_small_issue_has_nothing_to_find_but_what_its_layout_leaves_out() -> None:
    outcome = check(Request(str(SMALL)), silent, Telling(fail_on="warning"))
    assert rules_of(outcome.findings) == ["field-unprinted", "page-count-filled"]


def test_check_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", issue_with(tmp_path, "第一段,半角。"), "--format", "json", "--lang", "en"])
    said = capsys.readouterr()
    (row,) = json.loads(said.out)["findings"]
    assert (code, said.err) == (0, "")
    assert {key: row[key] for key in ("line", "column", "severity", "rule")} == {
        "line": 5,
        "column": 4,
        "severity": "warning",
        "rule": "half-width-mark",
    }
    assert row["file"].endswith("articles/a.md")
    assert row["message"]
    assert row["hint"]


def test_check_for_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", issue_with(tmp_path, f"五成,50%{EMOJI}"), "--format", "github"])
    *said, made = capsys.readouterr().out.splitlines()
    assert made == "排成 6 页，没有写文件；栏目页码：栏目 2"
    assert [line.split(" ")[0] for line in said] == ["::error", "::warning"]
    assert all(",line=5,col=" in line and ",title=" in line for line in said)
    assert not any("%" in line.replace("%25", "").replace("%0A", "").replace("%3A", "") for line in said)


def test_check_as_text_says_how_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", issue_with(tmp_path, f"五成,{EMOJI}"), "--lang", "en"])
    said = capsys.readouterr()
    assert (code, said.err) == (1, "")
    assert "a.md:5:4: error character-missing:" in said.out
    assert said.out.splitlines()[-2:] == [
        "1 errors, 1 warnings, 0 notes",
        "6 pages made up, no file written; sections: 栏目 2",
    ]


# ------------------------------------------------------------------ the rest


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_keys_of_a_layout_are_listed(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "keys", "--lang", language]) == 0
    listed = capsys.readouterr().out
    assert "| `journal.name` |" in listed
    assert "| `text.fill` |" in listed


@pytest.mark.parametrize("kind", ["layout", "issue", "article", "findings"])
def test_schema_prints_a_json_schema(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("\n\n", []),
        ("甲\n乙\n\n丙", [[(1, 1, "甲"), (2, 1, "乙")], [(4, 1, "丙")]]),
        ("one\ntwo\n三", [[(1, 1, "one "), (2, 1, "two"), (3, 1, "三")]]),
        ("café\nΩ", [[(1, 1, "café "), (2, 1, "Ω")]]),
        ("\n  甲  \r\n乙\n\n\n\u3000\u3000丙\t丁\n", [[(2, 3, "甲"), (3, 1, "乙")], [(6, 3, "丙 丁")]]),
        ("甲\x0c乙\u2028丙", [[(1, 1, "甲\x0c乙\u2028丙")]]),
    ],
)
def test_paragraphs_are_parted_by_blank_lines(text: str, paragraphs: list[list[tuple[int, int, str]]]) -> None:
    assert [[tuple(line) for line in lines] for lines in split_paragraphs(text)] == paragraphs


@pytest.mark.parametrize("text", ["1", "28", "9999"])
def test_a_count_of_pages_is_a_whole_number(text: str) -> None:
    assert page_count(text) == int(text)


# ------------------------------------------------------------------ check where the issue cannot be read


def test_the_manuscripts_of_a_broken_issue_are_checked_all_the_same(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, "第一段,半角。", more="x: 1\n")
    outcome = check(Request(folder), silent)
    assert outcome.code is Exit.FINDINGS
    assert "half-width-mark" in rules_of(outcome.findings)
    assert len(outcome.findings) == len(set(outcome.findings))


def test_manuscripts_are_checked_without_an_issue_file_and_without_a_layout(tmp_path: Path) -> None:
    folder = issue_with(tmp_path, "第一段,半角。")
    no_layout = check(Request(folder, layout="nowhere"), silent)
    assert {"half-width-mark", "layout-file-missing"} <= set(rules_of(no_layout.findings))
    Path(folder, "issue.yaml").unlink()
    no_issue = check(Request(folder), silent)
    assert {"half-width-mark", "issue-yaml-missing"} <= set(rules_of(no_issue.findings))


def test_no_issue_at_all_is_said_once() -> None:
    assert rules_of(check(Request("nowhere"), silent).findings) == ["no-such-folder"]


# ------------------------------------------------------------------ compose: where the text comes from


def test_a_linked_text_is_read_and_a_folder_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "text.txt").write_text("国国国", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "far" / "text.txt")
    findings = Findings()
    assert read_text(str(link), findings) == "国国国"
    assert list(findings) == []
    for folder in (".", str(tmp_path), "/"):
        found = Findings()
        assert read_text(folder, found) is None
        assert rules_of(found) == ["not-a-file"]


def test_a_finding_stands_at_its_line_and_column_of_a_text() -> None:
    text = f"\n  甲乙\n丙{EMOJI}丁\n\n　　戊{EMOJI}"
    found = compose_text(ComposeRequest("text.txt", text)).findings
    assert [(item.rule, item.span.line, item.span.column) for item in found] == [
        ("character-missing", 3, 2),
        ("character-missing", 5, 4),
    ]


@pytest.mark.parametrize("name", ["issue.yaml", "articles/a.md", "articles/new.pdf", "images/a.pdf"])
def test_nothing_of_the_issue_is_written_over(name: str, tmp_path: Path) -> None:
    folder = Path(issue_with(tmp_path, "第一段。"))
    before = (folder / "issue.yaml").read_bytes(), (folder / "articles" / "a.md").read_bytes()
    assert main(["build", str(folder), "-o", str(folder / name)]) == 2
    assert before == ((folder / "issue.yaml").read_bytes(), (folder / "articles" / "a.md").read_bytes())


@pytest.mark.parametrize(
    ("share", "rule"),
    [
        (0.001, "font-none"),
        (0.01, "font-damaged"),
        (0.3, "font-damaged"),
        (0.6, "font-damaged"),
        (0.999, "font-damaged"),
    ],
)  # of one byte nobody can tell what it was
def test_a_font_that_is_cut_off_is_a_finding(
    share: float, rule: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = issue_with(tmp_path, "第一段。")
    (tmp_path / "fonts").unlink()
    (tmp_path / "fonts").mkdir()
    whole = (TESTS / "fonts" / "square.ttf").read_bytes()
    (tmp_path / "fonts" / "square.ttf").write_bytes(whole[: int(len(whole) * share)])
    assert main(["build", folder, "-o", str(tmp_path / "a.pdf")]) == 2
    assert f" {rule}: " in capsys.readouterr().out


def test_a_layout_that_is_not_there_is_reported_where_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = issue_with(tmp_path, "第一段。", journal="nope")
    assert main(["build", folder]) == 1
    assert "issue.yaml:1:10: 错误 layout-file-missing" in capsys.readouterr().out
    assert main(["build", folder, "--layout", "neither"]) == 2
    assert "--layout: 错误 layout-file-missing" in capsys.readouterr().out


def test_a_profile_that_is_cut_off_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = issue_with(tmp_path, "第一段。")
    (tmp_path / "layout").unlink()
    (tmp_path / "layout" / "icc").mkdir(parents=True)
    (tmp_path / "layout" / "square.yaml").write_bytes((TESTS / "layout" / "square.yaml").read_bytes())
    whole = next((ROOT / "layout" / "icc").glob("FOGRA39L*.icc")).read_bytes()
    (tmp_path / "layout" / "icc" / "FOGRA39L_coated.icc").write_bytes(whole[:5000])
    assert main(["build", folder, "-o", str(tmp_path / "a.pdf")]) == 1
    assert "profile-not-cmyk" in capsys.readouterr().out


def test_keywords_beyond_what_a_file_may_hold_are_left_out_whole() -> None:
    place = Span("a.md")
    articles = [Article(str(n), titled("甲", place), (), place, keywords=("渡" * 3_000 + str(n),)) for n in range(9)]
    assert joined_keywords(articles) == "渡" * 3_000 + "0, " + "渡" * 3_000 + "1"
