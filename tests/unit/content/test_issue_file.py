"""The folder of an issue to an ``Issue``: the cases of ``cases/content/issue``, and files no case file can hold."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from dumps import cases, parts_of, plain_text, show_findings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huozi import positioned_yaml
from huozi.content import article_file
from huozi.content.issue_file import load_issue, read_issue
from huozi.content.issue_model import Author, PageCount, Title
from huozi.content.model import Text
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings, InvalidIssue, Severity, Span
from huozi.messages import render, severity

ISSUE_YAML = """\
journal: jiangsu-vc
year: 2024
issue: 12
serial: 250
date: 2024-12-31
contents:
  - section: 理论
    articles: [dianli]
pages: {multiple: 4}
"""

ARTICLE = """\
---
title: "加快建设 | 提升能力"
authors: [{name: 张三, affiliation: 某大学}, 李四]
affiliation_note: 作者单位：某大学
source: 某报
keywords: [电力, 2024]
---

正文第一段。
"""

SPECIMEN = Path(__file__).parents[3] / "issue" / "specimen"
FILES = {"issue.yaml": ISSUE_YAML, "articles/01-dianli.md": ARTICLE}


def write_issue(root: Path, files: dict[str, str]) -> str:
    """Write an issue's files over the standard ones; a name that begins with ``-`` takes a file away."""
    chosen = {name: text for name, text in (FILES | files).items() if f"-{name}" not in files and name[0] != "-"}
    for name, text in chosen.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    return str(root)


def found_in(folder: str) -> list[str]:
    findings = Findings()
    load_issue(folder, findings)
    assert all(render(item, language) for item in findings for language in ("zh", "en"))
    return [line.replace(folder + "/", "") for line in show_findings(findings)]


@pytest.mark.parametrize("case", cases("issue"))
def test_case(case: str, tmp_path: Path) -> None:
    parts = parts_of(case)
    expected = parts.pop("findings").rstrip("\n")
    assert "\n".join(found_in(write_issue(tmp_path, parts))) == expected


def test_every_error_is_raised_at_once(tmp_path: Path) -> None:
    parts = parts_of("issue/every-error-in-one-run.txt")
    expected = parts.pop("findings").rstrip("\n").split("\n")
    with pytest.raises(InvalidIssue) as raised:
        read_issue(write_issue(tmp_path, parts), Findings())
    assert len(raised.value.findings) == len(expected)


def test_issue_is_read_whole(tmp_path: Path) -> None:
    findings = Findings()
    issue = read_issue(write_issue(tmp_path, {}), findings)
    path = f"{tmp_path}/articles/01-dianli.md"
    assert (issue.journal, issue.year, issue.number, issue.serial) == ("jiangsu-vc", 2024, "12", "250")
    assert issue.date == date(2024, 12, 31)
    assert issue.pages == PageCount(multiple=4, span=Span(f"{tmp_path}/issue.yaml", 9, 8))
    (section,) = issue.sections
    assert (plain_title(section.title), section.span[1:]) == ("理论", (7, 14))
    (article,) = issue.articles
    assert article.name == "dianli"
    place = Span(path, 2, 9)
    assert article.title == Title((Text("加快建设 | 提升能力", place),), place)
    assert article.authors == (
        Author("张三", ("某大学",), span=Span(path, 3, 11)),
        Author("李四", span=Span(path, 3, 41)),
    )
    assert article.fields == (
        ("affiliation_note", (Title((Text("作者单位：某大学", Span(path, 4, 19)),), Span(path, 4, 19)),)),
        ("source", (Title((Text("某报", Span(path, 5, 9)),), Span(path, 5, 9)),)),
    )
    assert article.keywords == ("电力", "2024")
    assert article.blocks[0].span == (path, 9, 1)
    assert not len(findings)


ASKING = """\
---
title: 增强
columns: 3
start: recto
contents: false
---
正文
"""
FILLER = """\
---
title: 补白
kind: filler
---
正文
"""


def test_an_article_says_what_it_asks_of_its_pages(tmp_path: Path) -> None:
    yaml = ISSUE_YAML.replace("[dianli]", "[dianli, asking]")
    issue = read_issue(write_issue(tmp_path, {"issue.yaml": yaml, "articles/asking.md": ASKING}), Findings())
    said_nothing, asking = issue.articles
    assert (said_nothing.columns, said_nothing.start, said_nothing.kind) == (0, "", "article")
    assert said_nothing.in_contents
    assert (asking.columns, asking.start, asking.kind, asking.in_contents) == (3, "recto", "article", False)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("columns: 2", (2, "", "article", True)),
        ("columns:", (0, "", "article", True)),
        ("start: page", (0, "page", "article", True)),
        ("start: verso", (0, "", "article", True)),
        ("kind: poem", (0, "", "article", True)),
        ("kind: filler", (0, "", "filler", False)),
        ("contents: false", (0, "", "article", False)),
        ("contents: 否", (0, "", "article", True)),
    ],
)
def test_what_an_article_does_not_ask_for_is_as_usual(
    said: str, asked: tuple[int, str, str, bool], tmp_path: Path
) -> None:
    folder = write_issue(tmp_path, {"articles/01-dianli.md": f"---\ntitle: 题\n{said}\n---\n正文\n"})
    issue = load_issue(folder, Findings())
    assert issue is not None
    (article,) = issue.articles
    assert (article.columns, article.start, article.kind, article.in_contents) == asked


def test_fillers_are_kept_in_order_of_preference_beside_the_articles(tmp_path: Path) -> None:
    files = {
        "issue.yaml": ISSUE_YAML + "fillers: [second, first]\n",
        "articles/first.md": FILLER,
        "articles/second.md": FILLER.replace("补白", "又一则").replace("filler\n", "filler\ncontents: true\n"),
    }
    findings = Findings()
    issue = read_issue(write_issue(tmp_path, files), findings)
    assert [article.name for article in issue.articles] == ["dianli"]
    assert [(filler.name, filler.kind, filler.in_contents) for filler in issue.fillers] == [
        ("second", "filler", True),
        ("first", "filler", False),
    ]
    assert not len(findings)


def test_a_filler_that_is_listed_twice_or_in_the_contents_is_a_filler_once(tmp_path: Path) -> None:
    yaml = ISSUE_YAML + "fillers: [one, dianli, other, one]\n"
    files = {"issue.yaml": yaml, "articles/one.md": FILLER, "articles/other.md": FILLER}
    issue = load_issue(write_issue(tmp_path, files), Findings())
    assert issue is not None
    assert [filler.name for filler in issue.fillers] == ["one", "other"]


@pytest.mark.parametrize(
    ("columns", "asked"), [("1", 1), ("4", 4), ("0", 0), ("5", 0), ("-1", 0), ("true", 0), ("1.5", 0), ("'2'", 0)]
)
def test_an_article_has_one_column_to_four(columns: str, asked: int, tmp_path: Path) -> None:
    findings = Findings()
    folder = write_issue(tmp_path, {"articles/01-dianli.md": ASKING.replace("3", columns)})
    issue = load_issue(folder, findings)
    assert issue is not None
    assert (issue.articles[0].columns, len(findings)) == (asked, int(not asked))


def test_a_filler_has_no_say_in_where_it_stands(tmp_path: Path) -> None:
    yaml = ISSUE_YAML + "fillers: [asking]\n"
    text = ASKING.replace("contents: false", "kind: filler")
    issue = load_issue(write_issue(tmp_path, {"issue.yaml": yaml, "articles/asking.md": text}), Findings())
    assert issue is not None
    assert [(filler.columns, filler.start) for filler in issue.fillers] == [(0, "")]


def test_warnings_do_not_stop_an_issue(tmp_path: Path) -> None:
    findings = Findings()
    read_issue(write_issue(tmp_path, {"articles/01-dianli.md": ARTICLE + "他** 说 **了"}), findings)
    assert [severity(item) for item in findings] == [Severity.WARNING]


def test_files_are_named_as_the_folder_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_issue(tmp_path / "issue" / "2024-12", {"issue.yaml": "journal: [x"})
    monkeypatch.chdir(tmp_path)
    findings = Findings()
    load_issue("issue/2024-12/", findings)
    assert next(iter(findings)).span.file == "issue/2024-12/issue.yaml"


def test_folder_that_is_no_issue_is_told_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert found_in(str(tmp_path / "none")) == [f"{tmp_path}/none: no-such-folder"]
    assert found_in(str(tmp_path)) == [f"{tmp_path}: not-an-issue"]
    assert found_in(str(tmp_path / "file")) == [f"{tmp_path}/file: not-a-folder parent={tmp_path}"]
    with pytest.raises(InvalidIssue, match="not-an-issue"):
        read_issue(str(tmp_path), Findings())


def test_bad_byte_is_named_with_line_and_column_and_the_rest_is_checked(tmp_path: Path) -> None:
    folder = write_issue(tmp_path, {})
    path = tmp_path / "articles" / "01-dianli.md"
    path.write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode() + "\n第二".encode() + b"\xff" + "段\n\n# 一级\n".encode())
    assert found_in(folder) == [
        "articles/01-dianli.md:11:3: bad-utf8 byte=FF count=1",
        "articles/01-dianli.md:11:3: lost-character code=U+FFFD",
        "articles/01-dianli.md:13:1: heading-level-1",
    ]


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-16-le"])
def test_file_in_another_encoding_is_one_finding(tmp_path: Path, encoding: str) -> None:
    folder = write_issue(tmp_path, {})
    (tmp_path / "articles" / "01-dianli.md").write_bytes(ARTICLE.encode(encoding))
    (line,) = found_in(folder)
    assert line.endswith(": other-encoding")


def test_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    folder = write_issue(tmp_path, {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in FILES.items()})
    assert found_in(folder) == []


def test_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    folder = write_issue(tmp_path, {"articles/01-dianli.md": ARTICLE + "字" * (article_file.MAX_BYTES // 3)})
    (line,) = found_in(folder)
    assert line.startswith("articles/01-dianli.md:1:1: file-too-large")
    os.truncate(tmp_path / "issue.yaml", positioned_yaml.MAX_BYTES + 1)
    assert found_in(folder)[0].startswith("issue.yaml:1:1: file-too-large")


def test_link_that_leads_outside_is_not_followed(tmp_path: Path) -> None:
    folder = write_issue(tmp_path / "issue", {})
    (tmp_path / "secret.md").write_text("秘密")
    (tmp_path / "issue" / "articles" / "02-link.md").symlink_to(tmp_path / "secret.md")
    assert found_in(folder) == [
        "articles/02-link.md:1:1: outside-folder",
        "articles/02-link.md:1:1: article-not-listed name=link",
    ]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    folder = write_issue(tmp_path, {})
    os.mkfifo(tmp_path / "articles" / "02-pipe.md")
    (tmp_path / "articles" / "03-folder.md").mkdir()
    (tmp_path / "articles" / ".DS_Store").write_bytes(b"\0")
    assert [line for line in found_in(folder) if "listed" not in line] == [
        "articles/03-folder.md:1:1: not-a-file",
        "articles/02-pipe.md:1:1: not-a-file",
    ]


def test_name_that_cannot_be_shown_is_reported_without_its_characters(tmp_path: Path) -> None:
    folder = write_issue(tmp_path, {"articles/02-\x1b[2J.md": ARTICLE})
    (line,) = found_in(folder)
    assert line == "articles/02-\ufffd[2J.md:1:1: bad-file-name"


def test_composed_and_decomposed_names_are_one(tmp_path: Path) -> None:
    yaml = ISSUE_YAML.replace("[dianli]", "[dianli, caf\u00e9]")
    assert (
        found_in(
            write_issue(tmp_path, {"issue.yaml": yaml, "articles/02-cafe\u0301.md": ARTICLE.replace("提升", "增强")})
        )
        == []
    )


def test_findings_of_an_article_are_counted_beyond_five_hundred(tmp_path: Path) -> None:
    lines = found_in(write_issue(tmp_path, {"articles/01-dianli.md": ARTICLE + "*甲 ~~乙\n" * 400}))
    assert len(lines) == 501
    assert lines[-1] == "articles/01-dianli.md:1:1: more-findings shown=500 count=800"


def test_an_error_is_listed_behind_any_number_of_warnings(tmp_path: Path) -> None:
    folder = write_issue(tmp_path, {"articles/01-dianli.md": ARTICLE + "*“甲”*乙 " * 400 + "\n\n# 一级\n"})
    with pytest.raises(InvalidIssue):
        read_issue(folder, Findings())


def test_front_matter_of_megabytes_without_an_end_is_quickly_done(tmp_path: Path) -> None:
    began = time.process_time()
    found_in(write_issue(tmp_path, {"articles/01-dianli.md": "---\n" + "a: b\n" * 100_000}))
    assert time.process_time() - began < 10


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=300))
def test_no_bytes_raise(tmp_path: Path, yaml: bytes, article: bytes) -> None:
    folder = write_issue(tmp_path, {})
    (tmp_path / "issue.yaml").write_bytes(yaml)
    (tmp_path / "articles" / "01-dianli.md").write_bytes(article)
    found_in(folder)


MOST_CALLS = 30_000
"""Calls of functions that reading 30,000 characters may make: one a character, whatever a machine makes of it."""


def calls_of(read: Callable[[], object]) -> int:
    """How many functions are called, Python's own too: what a time depends on, whatever else the machine is doing."""
    counted = 0

    def count(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read()
    finally:
        sys.setprofile(None)
    return counted


def test_an_issue_of_thirty_thousand_characters_is_read_in_few_calls(tmp_path: Path) -> None:
    names = [f"article-{number}" for number in range(10)]
    body = "\n\n".join("电力市场建设加快推进，“新能源”消纳能力提升，GDP增长5%。" * 4 for _ in range(24))
    files = {f"articles/{number:02}-{name}.md": ARTICLE + "\n## 小标题\n\n" + body for number, name in enumerate(names)}
    folder = write_issue(
        tmp_path, {"issue.yaml": ISSUE_YAML.replace("dianli", ", ".join(names)), "-articles/01-dianli.md": "", **files}
    )
    assert sum(map(len, files.values())) > 30_000
    read_issue(folder, Findings())  # what is compiled and remembered once
    assert calls_of(lambda: read_issue(folder, Findings())) < MOST_CALLS


def test_an_issue_without_errors_is_read_without_what_only_errors_need() -> None:
    late = {"difflib", "unicodedata", "huozi.content.checks"}
    code = f"import sys, huozi.content.issue_file; sys.exit(not {late}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.skipif(not SPECIMEN.is_dir(), reason="the specimen issue is not here")
def test_specimen_is_read_without_a_finding_and_keeps_every_character() -> None:
    findings = Findings()
    issue = read_issue(str(SPECIMEN), findings)
    assert show_findings(findings) == []
    for article in issue.articles:
        body = Path(article.span.file).read_text(encoding="utf-8").split("---\n", 2)[2]
        kept = plain_text(article.blocks) + "".join(plain_text(blocks) for _, blocks in article.notes)
        kept = kept.replace("\n", "")
        if "](../images/" not in body:
            assert kept == unmarked(body)
        for paragraph in re.split(r"\n\n+", body):  # beside figures, tables and boxes: those that have no attributes
            if HAN.match(paragraph) and "```" not in paragraph:
                assert unmarked(paragraph) in kept


BLOCK_MARKS = r"(?m)^:::.*$|^\s*(?:#+|>|[-*]|[0-9]+\.|:)\s|^>$|\\$|^\[\^\w+\]: "
HAN = re.compile("[\u4e00-\u9fff]")
INLINE_MARKS = (
    (r"\[@[^\[\]]*\](?:\{\.\w+\})?", ""),
    (r"\[\^\w+\]|\{(?:lines|break|keep|start|spread)=[^{}]*\}|==|\*\*|\*", ""),
    (r"\^([0-9A-Za-z−]+)\^|~([0-9]+)~", r"\1\2"),
    (r"\{([^{}|]+)\|([^{}|]+)\}", r"\1\2"),
    (r"\[([^\[\]]*)\](?:\{[^{}]*\}|\([^()]*\))", r"\1"),
    (r"\[([^\[\]]*)\](?:\{[^{}]*\}|\([^()]*\))", r"\1"),  # one within another
    (r"<(https?:[^<>]*)>", r"\1"),
)
"""What marks a text, and what of it is text."""


def unmarked(body: str) -> str:
    """A Markdown text without its marks, those shown as code kept."""
    parts = re.split(r"`([^`\n]+)`", re.sub(BLOCK_MARKS, "", body))
    for index in range(0, len(parts), 2):
        parts[index] = parts[index].replace("\n", "\0")
    text = "\1".join(parts[::2])  # marks may stand on both sides of code
    for pattern, kept in INLINE_MARKS:
        text = re.sub(pattern, kept, text)
    words = html.unescape(text).replace("\0", "").split("\1")
    return "".join(word + code for word, code in zip(words, [*parts[1::2], ""], strict=True))
