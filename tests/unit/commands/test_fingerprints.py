"""Fingerprints stay while the words at their place do; entries of ``accept`` go by them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from houses import house, rows, told

from huozi.cli import main
from huozi.commands.accepting import with_entries
from huozi.commands.fingerprints import Roots, Sources, fingerprints
from huozi.diagnostics import Finding, Span, finding

RULE = "half-width-mark"
ENTRY = '{finding: "0123456789ab", rule: x, by: "李", why: "原样"}'


def marks(issue: Path, capsys: pytest.CaptureFixture[str], rule: str = RULE) -> list[str]:
    """The fingerprints of a rule's findings, in order."""
    return [row["fingerprint"] for row in rows(issue, capsys, rule=rule)]


def changed(issue: Path, old: str, new: str, name: str = "articles/a.md") -> None:
    """A file of the issue with a text in place of another."""
    path = issue / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return house(
        tmp_path,
        {"a": "题目\n头一段甲乙丙丁,尾巴。\n\n第二段戊己庚辛;尾巴。", "b": "另一题\n第三段壬癸,尾巴。"},
        more="pages: {multiple: 8}\n",
    )


# ------------------------------------------------------------------ what changes nothing


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("头一段", "新的一段。\n\n再一段。\n\n头一段", "articles/a.md"),
        ("第二段", "<!-- 说明 -->\n\n第二段", "articles/a.md"),
        ("第二段戊己庚辛;尾巴。", "第二段戊己庚辛;尾巴。 \t ", "articles/a.md"),
        ("title: 题目", "title: 新题目\nsource: 某报", "articles/a.md"),
        ("articles: [a, b]", "articles: [b, a]", "issue.yaml"),
        ("year: 2030", "# 说明\nyear: 2031", "issue.yaml"),
    ],
)
def test_edits_elsewhere_change_no_fingerprint(
    old: str, new: str, name: str, issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = marks(issue, capsys)
    assert len(set(before)) == len(before) == 3
    changed(issue, old, new, name)
    assert sorted(marks(issue, capsys)) == sorted(before)


def test_no_folder_and_no_line_end_changes_a_fingerprint(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = marks(issue, capsys)
    moved = issue.rename(tmp_path / "issue" / "其他")
    assert marks(moved, capsys) == before
    monkeypatch.chdir(moved)
    for named in (Path("."), Path("../其他"), moved):
        assert marks(named, capsys) == before
    for article in (moved / "articles").iterdir():
        article.write_bytes(b"\xef\xbb\xbf" + article.read_bytes().replace(b"\n", b"\r\n"))
    assert marks(moved, capsys) == before


def test_findings_of_layouts_are_known_by_their_place_in_the_house(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for name in ("甲", "乙"):
        (tmp_path / name / "layout").mkdir(parents=True)
        (tmp_path / name / "layout" / "mine.yaml").write_text(
            "extends: a4-35x37\njournal: {name: 刊, name_en: X, organiser: 社, kind: internal}\n"
            "styles: {spare: {size: 10pt}}\n",
            "utf-8",
        )
        own = tmp_path / name / "issue" / "1"
        (own / "articles").mkdir(parents=True)
        (own / "issue.yaml").write_text(
            "journal: mine\nyear: 2030\nissue: 3\nserial: 7\ndate: 2030-03-31\n"
            "contents: [{section: 栏, articles: [a]}]\n",
            "utf-8",
        )
        (own / "articles" / "a.md").write_text("---\ntitle: 题\n---\n\n甲。\n", "utf-8")
        monkeypatch.chdir(tmp_path / name)
        found.append([row["fingerprint"] for row in rows(own, capsys) if row["file"].endswith("mine.yaml")])
        monkeypatch.chdir(tmp_path)
        found.append([row["fingerprint"] for row in rows(own, capsys) if row["file"].endswith("mine.yaml")])
    assert found[0]
    assert found == [found[0]] * 4


# ------------------------------------------------------------------ what changes them


def test_the_words_at_the_place_the_rule_and_the_file_tell_findings_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = "头一段甲乙丙丁,尾巴"
    issue = house(tmp_path, {"a": f"题目\n{same}\n\n{same}\n\n甲乙丙丁戊,尾巴", "b": f"又题\n{same}"})
    assert len(set(marks(issue, capsys))) == 4


def test_other_words_make_another_fingerprint(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, third = marks(issue, capsys)
    changed(issue, "丙丁,", "丙寅,")
    now = marks(issue, capsys)
    assert now[0] != first
    assert now[1:] == [second, third]


def test_equals_are_numbered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = "头一段甲乙丙丁,尾巴"
    issue = house(tmp_path, {"a": f"题目\n{same}\n\n{same}"})
    first, second = marks(issue, capsys)
    assert first != second
    changed(issue, f"{same}\n\n{same}", f"{same}\n\n别的话\n\n{same}\n\n{same}")
    assert marks(issue, capsys)[:2] == [first, second]


# ------------------------------------------------------------------ accept


def accept(issue: Path, *given: str) -> int:
    arguments = [word for mark in given for word in ("--accept", mark)]
    return main(["check", str(issue), *arguments, "--by", "李", "--why", "引文原样"])


def test_what_is_accepted_is_counted_and_listed_no_more(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (issue / "issue.yaml").read_bytes()
    first, second, third = marks(issue, capsys)
    assert accept(issue, first, third) == 0
    said = capsys.readouterr().out
    assert said.count(f" {RULE}: ") == 1
    assert "已认可 2 处" in said
    assert (issue / "issue.yaml").read_bytes() == before + (
        "accept:\n"
        f'  - {{finding: "{first}", rule: half-width-mark, by: "李", why: "引文原样"}}\n'
        f'  - {{finding: "{third}", rule: half-width-mark, by: "李", why: "引文原样"}}\n'
    ).encode()
    whole = told(issue, capsys)
    signed = {row["fingerprint"]: row["accepted"] for row in whole["findings"] if row["rule"] == RULE}
    assert signed == {first: {"by": "李", "why": "引文原样"}, second: None, third: {"by": "李", "why": "引文原样"}}
    assert whole["counts"]["accepted"] == 2
    main(["check", str(issue), "--format", "github"])
    assert capsys.readouterr().out.count(f"title={RULE}") == 1


@pytest.mark.parametrize("command", ["build", "check"])
def test_what_is_accepted_fails_nothing(command: str, issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, str(issue), "--fail-on", "warning"]) == 1
    warnings = [row["fingerprint"] for row in rows(issue, capsys) if row["severity"] == "warning"]
    assert accept(issue, *warnings) == 0
    assert main([command, str(issue), "--fail-on", "warning"]) == 0
    capsys.readouterr()


def test_accepting_twice_changes_nothing(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, _ = marks(issue, capsys)
    accept(issue, first, first, f"[{first.upper()}] ")
    once = (issue / "issue.yaml").read_bytes()
    assert once.count(first.encode()) == 1
    accept(issue, first)
    assert (issue / "issue.yaml").read_bytes() == once
    accept(issue, first, second)
    assert (issue / "issue.yaml").read_bytes().startswith(once)
    capsys.readouterr()


def refused(issue: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """The rules of what speaks against accepting; nothing is written then."""
    before = (issue / "issue.yaml").read_bytes()
    found = [row["rule"] for row in rows(issue, capsys, *options) if row["file"].startswith("--")]
    assert (issue / "issue.yaml").read_bytes() == before
    assert main(["check", str(issue), *options]) == 2
    capsys.readouterr()
    return found


def test_errors_and_what_is_not_there_cannot_be_accepted(
    issue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = marks(issue, capsys)[2]
    signed = ("--by", "李", "--why", "原样")
    changed(issue, "尾巴", "😀")
    error = marks(issue, capsys, "character-missing")[0]
    assert refused(issue, capsys, "--accept", error, *signed) == ["acceptance-refused"]
    assert refused(issue, capsys, "--accept", "0123456789ab", *signed) == ["acceptance-unknown"]
    assert refused(issue, capsys, "--accept", good, "--accept", "x", *signed) == ["acceptance-unknown"]


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        (["--accept", "MARK"], "acceptance-unsigned"),
        (["--accept", "MARK", "--by", "李"], "acceptance-unsigned"),
        (["--accept", "MARK", "--by", "李", "--why", " \u3000"], "acceptance-unsigned"),
        (["--accept", "MARK", "--by", "", "--why", "原样"], "acceptance-unsigned"),
        (["--accept", "MARK", "--by", "李", "--why", "\ud800"], "acceptance-unsigned"),
        (["--by", "李", "--why", "原样"], "acceptance-alone"),
    ],
)
def test_who_and_why_must_be_said(
    options: list[str], rule: str, issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mark = marks(issue, capsys)[0]
    assert refused(issue, capsys, *(word.replace("MARK", mark) for word in options)) == [rule]


def test_a_reason_is_kept_whatever_is_in_it(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark = marks(issue, capsys)[0]
    why = '他说"原样": #1 {照排} \\ 一行\n两行'
    main(["check", str(issue), "--accept", mark, "--by", "- 李", "--why", why])
    capsys.readouterr()
    (row,) = [row for row in rows(issue, capsys) if row["accepted"]]
    assert row["accepted"] == {"by": "- 李", "why": '他说"原样": #1 {照排} \\ 一行 两行'}


def written(issue: Path, text: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What is said of entries typed by hand."""
    with (issue / "issue.yaml").open("a", encoding="utf-8") as file:
        file.write(text)
    line = (issue / "issue.yaml").read_text("utf-8").count("\n")
    found = [row for row in rows(issue, capsys) if row["rule"].startswith("acceptance") or row["rule"] == "missing-key"]
    assert all(row["line"] == line for row in found)
    return found


def test_entries_that_accept_nothing_are_named(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(issue, "头一段", "😀头一段")
    mark, error = marks(issue, capsys)[0], marks(issue, capsys, "character-missing")[0]
    for entry, rule in (
        ("finding: 0123456789ab, by: 李, why: 原样", "acceptance-idle"),
        (f'finding: "{error}", by: 李, why: 原样', "acceptance-of-error"),
        (f'finding: "{mark}", rule: stray-word, by: 李, why: 原样', "acceptance-rule"),
        ("finding: XYZ, by: 李, why: 原样", "acceptance-fingerprint"),
        (f'finding: "{mark}", why: 原样', "missing-key"),
    ):
        before = (issue / "issue.yaml").read_bytes()
        assert [row["rule"] for row in written(issue, f"accept:\n  - {{{entry}}}\n", capsys)] == [rule]
        assert not [row for row in rows(issue, capsys) if row["accepted"]]
        (issue / "issue.yaml").write_bytes(before)
    good = f'{{finding: "{mark}", by: 李, why: 原样}}'
    assert [row["rule"] for row in written(issue, f"accept:\n  - {good}\n  - {good}\n", capsys)] == ["acceptance-twice"]


def test_nothing_is_called_idle_where_not_all_was_looked_at(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = "accept:\n  - {finding: 0123456789ab, by: 李, why: 原样}\n"
    assert [row["rule"] for row in written(issue, entry, capsys)] == ["acceptance-idle"]
    assert rows(issue, capsys, "--page-count", "8", rule="acceptance-idle") == []
    assert rows(issue, capsys, "--set", "text.fill=push-out", rule="acceptance-idle") == []
    changed(issue, "头一段", "# 头一段")
    assert rows(issue, capsys, rule="acceptance-idle") == []


@pytest.mark.skipif(os.name == "nt", reason="links are not for everyone on Windows")
def test_nothing_is_written_outside_the_issue(issue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = (issue / "issue.yaml").rename(tmp_path / "outside.yaml")
    (issue / "issue.yaml").symlink_to(outside)
    before = outside.read_bytes()
    mark = marks(issue, capsys)[0]
    assert accept(issue, mark) == 2
    assert " acceptance-unwritable: " in capsys.readouterr().out
    assert outside.read_bytes() == before


def test_what_cannot_be_written_is_shown_to_be_typed(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark = marks(issue, capsys)[0]
    changed(issue, "pages: {multiple: 8}", "pages: {multiple: 8}\naccept: ~", "issue.yaml")
    assert accept(issue, mark) == 1
    assert f'{{finding: "{mark}", rule: half-width-mark, by: "李", why: "引文原样"}}' in capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_told(
    issue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mark = marks(issue, capsys)[0]

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("os.replace", full)
    before = (issue / "issue.yaml").read_bytes()
    assert accept(issue, mark) == 2
    assert " disk-full: " in capsys.readouterr().out
    assert (issue / "issue.yaml").read_bytes() == before
    assert [path.name for path in issue.iterdir() if path.name.startswith(".")] == []


# ------------------------------------------------------------------ the text of issue.yaml

ONE = "accept:\n  - {finding: a, by: b, why: c}\n"
TEXTS = {
    "no key": ("year: 1\n", "year: 1\naccept:\n  - NEW\n"),
    "no line end": ("year: 1", "year: 1\naccept:\n  - NEW"),
    "comments kept": ("# a\nyear: 1  # b\n\n# c\n", "# a\nyear: 1  # b\naccept:\n  - NEW\n\n# c\n"),
    "lists last": ("a:\n  - b: [c]\n\n\n", "a:\n  - b: [c]\naccept:\n  - NEW\n\n\n"),
    "a block of text last": ("a: |\n  b\n  c\n", "a: |\n  b\n  c\naccept:\n  - NEW\n"),
    "windows": ("a: 1\r\nb: 2\r\n", "a: 1\r\nb: 2\r\naccept:\r\n  - NEW\r\n"),
    "a byte order mark": ("\ufeffa: 1\n", "\ufeffa: 1\naccept:\n  - NEW\n"),
    "documents": ("---\na: 1\n...\n", "---\na: 1\naccept:\n  - NEW\n...\n"),
    "empty key": ("accept:\nb: 1\n", "accept:\n  - NEW\nb: 1\n"),
    "empty key with a comment": ("accept:  # none\nb: 1\n", "accept:  # none\n  - NEW\nb: 1\n"),
    "null": ("accept: ~\n", None),
    "empty list": ("accept: []  # none\nb: 1\n", "accept: [NEW]  # none\nb: 1\n"),
    "list in brackets": ("accept: [{a: 1}]\n", "accept: [{a: 1}, NEW]\n"),
    "list in brackets, a comma": ("accept: [{a: 1},]\n", "accept: [{a: 1},NEW]\n"),
    "list in brackets over lines": ("accept: [\n  {a: 1}\n]\nb: 1\n", "accept: [\n  {a: 1}\n, NEW]\nb: 1\n"),
    "items": ("accept:\n  - {a: 1}  # x\n\n# y\nb: 1\n", "accept:\n  - {a: 1}  # x\n  - NEW\n\n# y\nb: 1\n"),
    "items not set in": ("accept:\n- {a: 1}\nb: 1\n", "accept:\n- {a: 1}\n- NEW\nb: 1\n"),
    "items over lines": (
        "accept:\n    - a: 1\n      b: c\nd: 1\n",
        "accept:\n    - a: 1\n      b: c\n    - NEW\nd: 1\n",
    ),
    "an item of text": ("accept:\n  - a: >\n      b\n\nd: 1\n", "accept:\n  - a: >\n      b\n\n  - NEW\nd: 1\n"),
    "items at the end": ("accept:\n  - {a: 1}", "accept:\n  - {a: 1}\n  - NEW"),
    "all in braces": ("{a: 1, b: [2]}\n", "{a: 1, b: [2], accept: [NEW]}\n"),
    "all in braces, with a list": ("{accept: [], b: [2]}\n", "{accept: [NEW], b: [2]}\n"),
    "a comment that ends in a comma": ("accept: [{a: 1} # x,\n]\n", None),
    "no list": ("accept: yes\n", None),
    "no mapping": ("- a\n", None),
    "nothing": ("", None),
    "no yaml": ("a: [\n", None),
    "an alias, told as before": ("a: &x 1\nb: *x\n", "a: &x 1\nb: *x\naccept:\n  - NEW\n"),
    "indented": ("  a: 1\n  b: 2\n", "  a: 1\n  b: 2\n  accept:\n    - NEW\n"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_an_entry_is_put_in_and_all_else_kept(name: str) -> None:
    text, expected = TEXTS[name]
    assert with_entries(text, [ENTRY]) == (None if expected is None else expected.replace("NEW", ENTRY))


@pytest.mark.parametrize("name", [name for name, (_, expected) in TEXTS.items() if expected is not None])
def test_entries_are_put_in_one_after_the_other_or_together(name: str) -> None:
    text, _ = TEXTS[name]
    other = ENTRY.replace("0123", "4567")
    together = with_entries(text, [ENTRY, other])
    once = with_entries(text, [ENTRY])
    assert together is not None
    assert once is not None
    after = with_entries(once, [other])
    assert after is not None
    for made in (together, after):
        assert made.index(ENTRY) < made.index(other)


# ------------------------------------------------------------------ findings of whole files, files elsewhere

ROOTS = Roots("issue/1", ("house", ""))


def prints(*found: Finding) -> list[str]:
    return fingerprints(found, Sources(ROOTS))


def test_what_concerns_a_whole_file_is_known_by_the_words_of_its_message_not_by_numbers_and_paths() -> None:
    head = Span("issue/1/issue.yaml", 1, 1)
    one, other, same = (finding(head, "furniture-too-long", text=text) for text in ("甲", "乙", "甲"))
    assert len(set(prints(one, other))) == 2
    assert prints(one) == prints(same)
    counts = [finding(head, "page-count-odd", count=count, blanks=1, total=9) for count in (7, 9)]
    assert prints(counts[0]) == prints(counts[1])
    places = [finding(Span("issue/1/a.md"), "layout-file-missing", layout="x", folders=path) for path in ("/a", "/b/c")]
    assert prints(places[0]) == prints(places[1])


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("issue/1/articles/a.md", "articles/a.md"),
        ("house/layout/a.yaml", "layout/a.yaml"),
        ("layout/a.yaml", "layout/a.yaml"),
        ("/elsewhere/a.yaml", None),
        ("issue/12/a.md", "issue/12/a.md"),
        ("--set", None),
    ],
)
def test_a_file_is_named_from_the_issue_or_from_its_house(file: str, name: str | None) -> None:
    assert ROOTS.name(file) == name


def test_no_file_elsewhere_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("甲乙丙", "utf-8")
    sources = Sources(Roots(str(tmp_path / "issue"), (str(tmp_path / "house"),)))
    assert sources.line(Span(str(secret), 1, 2)) == ""
    (tmp_path / "issue").mkdir()
    moved = secret.rename(tmp_path / "issue" / "open.md")
    assert sources.line(Span(str(moved), 1, 2)) == "甲乙丙"
    assert sources.line(Span(str(tmp_path / "issue"), 1, 2)) == ""
    assert sources.line(Span(str(moved), 9, 1)) == ""


def test_fingerprints_are_kept_from_version_to_version(tmp_path: Path) -> None:
    """They stand in people's files: another way of making them would undo every acceptance."""
    article = tmp_path / "a.md"
    article.write_text("一\n零一二三四五六七八九十,  甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未\n", "utf-8")
    slip = finding(Span(str(article), 2, 12), "half-width-mark", mark=",", better="，")
    whole = finding(Span(str(article), 1, 1), "furniture-too-long", text="甲", page=7)
    found = fingerprints([slip, slip, whole], Sources(Roots(str(tmp_path), ())))
    assert found == ["32a0d80952af", "a8c677563eea", "81ce09177d3e"]
