"""The list of findings: what it tells, in which order and form, and which exit code follows from it."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from houses import house, rows, told
from json_schema import faults
from squares import ROOT

from huozi import __version__
from huozi.cli import main
from huozi.commands.findings_schema import findings_schema
from huozi.commands.forms import FORMS
from huozi.commands.outcome import OUTSIDE
from huozi.messages import MESSAGES
from huozi.messages.listing import PHRASES

EMOJI = "😀"
SLIPS = "题目\n甲,乙。\n\n丙,丁。"
RULE = "half-width-mark"


# ------------------------------------------------------------------ build and check


@pytest.mark.parametrize("text", [SLIPS, f"题目\n甲,乙{EMOJI}。", "题目\n甲 。\n\n# 甲", "\n甲,乙"])
@pytest.mark.parametrize("profile", ["print", "screen"])
def test_build_lists_what_check_lists(
    text: str, profile: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"a": text})
    checked = told(issue, capsys)
    built = told(issue, capsys, "--profile", profile, command="build")
    assert built["findings"] == checked["findings"] != []
    assert built["counts"] == checked["counts"]


def test_fillers_are_looked_through_and_listed_behind_the_articles_in_their_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"z": "题目\n甲,乙。"}, more="fillers: [y, x]\n")
    for name, body in (("y", "丙,丁。"), ("x", "戊己{keep=next}庚。")):  # one found by the lint, one by the reading
        text = f"---\ntitle: {name}\nkind: filler\n---\n\n{body}\n"
        (issue / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    found = [(Path(row["file"]).stem, row["rule"]) for row in rows(issue, capsys) if row["file"].endswith(".md")]
    assert found == [("z", RULE), ("y", RULE), ("x", "filler-unplaced"), ("x", "hint-place")]


def test_what_was_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, {"a": "题目\n甲乙。"})
    checked, built = told(issue, capsys)["made"], told(issue, capsys, command="build")["made"]
    folios = [{"section": "栏目", "page": 4, "folio": "2"}]
    assert checked == {"path": None, "pages": 6, "folios": folios}
    path = os.path.relpath(issue / "build" / "print.pdf").replace(os.sep, "/")
    assert built == {"path": path, "pages": 6, "folios": folios}
    main(["build", str(issue)])
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == f"{issue / 'build' / 'print.pdf'}：共 6 页；栏目页码：栏目 2"


def test_nothing_is_told_to_have_been_made_where_nothing_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"a": "题目\n# 甲"})
    for command in ("build", "check"):
        assert told(issue, capsys, command=command)["made"] is None
        main([command, str(issue), "--lang", "en"])
        assert capsys.readouterr().out.splitlines()[-1] == "no pages made, no file written"


def test_pages_without_a_file_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, {"a": f"题目\n甲{EMOJI}"})
    made = told(issue, capsys, command="build")["made"]
    assert (made["path"], made["pages"]) == (None, 6)
    assert not (issue / "build").exists()


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("form", list(FORMS))
def test_a_list_goes_to_the_standard_output_alone(
    command: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for issue in (house(tmp_path, {"a": SLIPS}), tmp_path / "nowhere"):
        main([command, str(issue), "--format", form])
        said = capsys.readouterr()
        assert said.err == ""
        assert said.out.endswith("\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "nowhere"],
        ["build", "ISSUE", "--set", "text.fill"],
        ["build", "ISSUE", "-o", "nowhere/at/all.pdf"],
        ["build", "ISSUE", "-o", "ISSUE/issue.yaml"],
        ["check", "ISSUE", "--layout", "nowhere"],
        ["check", "ISSUE", "--accept", "0123456789ab"],
        ["check", "ISSUE", "--by", "李"],
    ],
)
def test_what_ends_a_run_is_one_json_object_too(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = str(house(tmp_path, {"a": "题目\n甲乙。"}))
    assert main([*(word.replace("ISSUE", issue) for word in arguments), "--format", "json"]) == 2
    said = capsys.readouterr()
    assert said.err == ""
    whole = json.loads(said.out)
    assert whole["counts"]["error"] == 1
    assert faults(whole, findings_schema()) == []


# ------------------------------------------------------------------ exit codes


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("题目\n甲乙。", (0, 0, 0, 0)),
        ("题目\n甲 and 乙。", (0, 0, 1, 0)),
        (SLIPS, (0, 1, 1, 0)),
    ],
)
def test_a_run_fails_from_the_level_asked_for_on(
    command: str, text: str, codes: tuple[int, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"a": text})
    levels = ("error", "warning", "note", "never")
    assert tuple(main([command, str(issue), "--fail-on", level]) for level in levels) == codes
    assert (issue / "build" / "print.pdf").exists() == (command == "build")
    capsys.readouterr()


def test_the_level_never_decides_whether_a_file_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = house(tmp_path, {"a": SLIPS})
    assert main(["build", str(good), "--fail-on", "note"]) == 1
    assert (good / "build" / "print.pdf").exists()
    bad = house(tmp_path, {"a": f"题目\n{EMOJI}"}, name="two")
    assert main(["build", str(bad), "--fail-on", "never"]) == 1
    assert not (bad / "build").exists()
    assert main(["build", str(bad), "--fail-on", "never", "--profile", "screen"]) == 0
    assert (bad / "build" / "screen.pdf").exists()
    assert main(["check", str(bad), "--fail-on", "never"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"issue.yaml": "journal: [\n"}, 1),
        ({"issue.yaml": None}, 1),
        ({"articles/a.md": "---\ntitle: 题\nx: 1\n---\n\n甲\n"}, 1),
        ({"articles/a.md": "甲乙丙丁\n".encode("gb18030")}, 1),
        ({"../../layout/square.yaml": "extends: nothing\n"}, 1),
        ({"../../fonts/square.ttf": b"no font"}, 2),
        ({"articles/a.md": None, "articles/a.md/b": "a folder"}, 2),
        ({"build": "a file where a folder should be"}, 2),
    ],
)
def test_exit_codes_tell_the_cause(
    change: dict[str, str | bytes | None], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"a": "题目\n甲乙。"})
    for room in ("layout", "fonts"):
        target = (tmp_path / room).resolve()
        (tmp_path / room).unlink()
        shutil.copytree(target, tmp_path / room)
    for name, content in change.items():
        path = issue / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["build", str(issue)]) == code
    assert main(["build", str(issue), "--fail-on", "never"]) == code
    capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["compose", "nowhere.txt"], 2),
        (["compose", "text.txt", "--layout", "nowhere"], 2),
        (["compose", "text.txt", "--layout", "broken"], 1),
        (["compose", "text.txt", "--measure", "wide"], 2),
        (["compose", "text.txt", "--set", "text.fill"], 2),
        (["import", "nowhere.txt", "-o", "made"], 2),
        (["import", "text.docx", "-o", "made"], 2),
        (["import", "empty.txt", "-o", "made"], 1),
        (["import", "text.txt", "-o", "layout"], 2),
    ],
)
def test_other_commands_tell_the_cause_as_well(
    arguments: list[str],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "layout").mkdir()
    (tmp_path / "layout" / "broken.yaml").write_text("extends: a4-35x37\ntext: {fill: sideways}\n", encoding="utf-8")
    for name, text in (("text.txt", "甲乙丙丁。\n"), ("text.docx", "PK"), ("empty.txt", "\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(arguments) == code
    assert capsys.readouterr().err


def test_every_rule_that_is_no_fault_of_a_manuscript_exists() -> None:
    assert sorted(OUTSIDE - MESSAGES.keys()) == []


# ------------------------------------------------------------------ JSON


def test_the_json_is_as_its_schema_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, {"a": f"{SLIPS}\n\n{EMOJI}"})
    (finding,) = rows(issue, capsys, rule="character-missing")
    mark = rows(issue, capsys, rule=RULE)[0]["fingerprint"]
    main(["check", str(issue), "--accept", mark, "--by", "李", "--why", "原样"])
    whole = told(issue, capsys)
    assert faults(whole, findings_schema()) == []
    assert whole["version"] == 1
    assert whole["huozi"] == __version__
    assert whole["issue"] == os.path.relpath(issue).replace(os.sep, "/")
    assert whole["counts"] == {"error": 1, "warning": 1, "note": 0, "accepted": 1}
    assert [row["accepted"] for row in whole["findings"] if row["fingerprint"] == mark] == [{"by": "李", "why": "原样"}]
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (9, 1, 9, 2)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"issue": None},
        {"counts": {"error": 0, "warning": 0, "note": 0}},
        {"made": {"path": None, "pages": -1, "folios": []}},
        {"findings": [{"rule": "x"}]},
        {"more": 1},
    ],
)
def test_the_schema_refuses_what_is_otherwise(
    change: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = told(house(tmp_path, {"a": SLIPS}), capsys)
    assert faults(whole, findings_schema()) == []
    assert faults(whole | change, findings_schema()) != []


def test_paths_are_told_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"a": SLIPS})
    for here, path in ((tmp_path, "issue/one/articles/a.md"), (issue, "articles/a.md"), (issue / "articles", "a.md")):
        monkeypatch.chdir(here)
        for named in (issue, Path(os.path.relpath(issue))):
            assert [row["file"] for row in rows(named, capsys, rule=RULE)] == [path, path]


def test_columns_count_characters_not_bytes_nor_halves_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"a": "题目\n甲𠮷乙,丙"})
    (row,) = rows(issue, capsys, rule=RULE)
    assert (row["line"], row["column"], row["end_column"]) == (5, 4, 5)


def keys_of(schema: dict[str, Any]) -> set[str]:
    """All keys that a schema names, however deep."""
    found = set(schema.get("properties", ()))
    for below in (*schema.get("properties", {}).values(), schema.get("items"), *schema.get("anyOf", ())):
        found |= keys_of(below) if below else set()
    return found


def test_every_key_is_described() -> None:
    described = (ROOT / "docs" / "findings.md").read_text("utf-8").partition("## JSON")[2]
    named = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", described))))
    assert sorted(keys_of(findings_schema()) - named) == []


def test_the_phrases_of_a_list_say_the_same_in_both_languages() -> None:
    for phrase in PHRASES.values():
        zh, en = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in phrase.values())
        assert zh == en


# ------------------------------------------------------------------ order and folding


def test_files_come_as_they_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, {"z": SLIPS, "b": SLIPS, "m": "题目\n甲乙"}, more="pages: {multiple: 16}\n")
    found = [(Path(row["file"]).name, row["line"]) for row in rows(issue, capsys) if row["rule"] != "same-title"]
    assert list(dict.fromkeys(found)) == [("issue.yaml", 9), ("z.md", 5), ("z.md", 7), ("b.md", 5), ("b.md", 7)]


def text_of(issue: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    main(["check", str(issue), "--lang", "en", *options])
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("slips", "shown", "more"), [(2, 2, ""), (3, 3, ""), (4, 3, "and 1 more"), (9, 3, "and 6 more")]
)
def test_a_rules_first_three_places_are_shown(
    slips: int, shown: int, more: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"a": "题目\n" + "\n\n".join(["甲,乙"] * (slips - 1)), "b": "题目\n丙,丁"})
    said = text_of(issue, capsys)
    assert said.count(f" warning {RULE}: ") == shown
    assert [line.strip() for line in said.splitlines() if line.strip().startswith("and ")] == ([more] if more else [])
    assert len(rows(issue, capsys, rule=RULE)) == slips
    main(["check", str(issue), "--format", "github"])
    assert capsys.readouterr().out.count(f"title={RULE}::") == slips


def test_errors_are_all_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, {"a": "题目\n" + "\n\n".join("😀😁😂😃😄")})
    said = text_of(issue, capsys)
    assert said.count(" error character-missing: ") == 5
    assert " more\n" not in said


def test_what_must_go_for_a_count_of_pages_is_all_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, {"a": "题目\n" + "\n\n".join(["国" * 25] * 14)})
    said = text_of(issue, capsys, "--page-count", "3")
    assert said.count(" note lines-to-cut: ") == 4
    assert "and 1 more" not in said


# ------------------------------------------------------------------ pages

LONG = "\n\n".join(["国国国国国国国国国国"] * 60)


def test_findings_tell_their_page_and_folio(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, {"a": f"甲,乙\n{LONG}\n\n丙,丁", "b": "题目\n戊,己"})
    title, last, other = rows(issue, capsys, rule=RULE)
    assert (title["page"], title["folio"]) == (4, "2")
    assert (last["page"], last["folio"]) == (8, "6")
    assert (other["page"], other["folio"]) == (9, "7")
    assert "a.md:125:2: 警告 half-width-mark: 汉字旁边用了半角的“,”（第 6 页）\n" in main_text(issue, capsys)


def main_text(issue: Path, capsys: pytest.CaptureFixture[str]) -> str:
    main(["check", str(issue)])
    return capsys.readouterr().out


def test_in_a_paragraph_of_several_pages_each_line_has_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "国" * 3000
    issue = house(tmp_path, {"a": f"题目\n甲,{body}乙,{body}丙,丁"})
    pages = [row["page"] for row in rows(issue, capsys, rule=RULE)]
    assert pages == sorted(set(pages))
    assert len(pages) == 3


def test_what_is_not_set_has_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, {"a": "题目\n甲乙[^n]\n\n[^n]: 注"}, more="pages: {multiple: 8}\n")
    article = issue / "articles" / "a.md"
    article.write_text(article.read_text("utf-8").replace("---\n\n", "keywords: [甲]\n---\n\n"), "utf-8")
    found = {row["rule"]: (row["page"], row["folio"]) for row in rows(issue, capsys)}
    assert set(found.values()) == {(None, None)}
    assert {"field-unprinted", "page-count-filled"} <= found.keys()


def test_a_running_head_tells_its_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, {"a": "题目\n甲乙。"})
    long = "国" * 300
    (row,) = rows(
        issue, capsys, "--set", f"running.verso={long}", "--set", f"running.recto={long}", rule="furniture-too-long"
    )
    assert (row["page"], row["folio"]) == (4, "2")


def test_the_file_of_the_cover_is_told_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"a": "题\n字"})
    whole = told(issue, capsys, "--covers", str(tmp_path / "cover.pdf"), command="build")
    assert Path(whole["made"]["covers"]).name == "cover.pdf"
    assert faults(whole, findings_schema()) == []
    assert "covers" not in told(issue, capsys, command="build")["made"]
