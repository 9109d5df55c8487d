"""PDF files that an issue names for whole pages: covers and inserts."""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.content.issue_file import load_issue
from huozi.content.issue_model import CoverFile, Insert
from huozi.content.page_files import path_and_page
from huozi.diagnostics import Findings, Span

HERE = Span("issue.yaml", 1, 1)
NAMED = {
    "images/a.pdf": ("images/a.pdf", 1),
    "images/a.pdf#2": ("images/a.pdf", 2),
    "images/a.PDF#page=12": ("images/a.PDF", 12),
    "./images/a.pdf": ("images/a.pdf", 1),
}


@pytest.fixture(name="folder")
def folder_of_files(tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    for name in ("a.pdf", "a.PDF", "a.tif"):
        (tmp_path / "images" / name).write_bytes(b"")
    (tmp_path.parent / "out.pdf").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize("text", NAMED)
def test_a_file_and_its_page(text: str, folder: Path) -> None:
    findings = Findings()
    assert path_and_page(text, HERE, str(folder), findings) == NAMED[text]
    assert len(findings) == 0


REFUSED = {
    "https://example.org/a.pdf": "page-picture-address",
    "images\\a.pdf": "page-picture-path",
    "../out.pdf": "page-picture-outside",
    "/etc/a.pdf": "page-picture-outside",
    "images/no.pdf": "page-picture-missing",
    "images/a.tif": "page-picture-kind",
    "images/a.pdf#0": "page-picture-page",
    "images/a.pdf#99999": "page-picture-page",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_file_of_the_issue_is_told(text: str, folder: Path) -> None:
    findings = Findings()
    assert path_and_page(text, HERE, str(folder), findings) == ("", 1)
    assert [item.rule for item in findings] == [REFUSED[text]]


ISSUE = """journal: square
year: 2030
issue: 3
date: 2030-03-31
contents:
  - section: 甲
    articles: [a]
  - insert: 广告
    pages: 2
    file: images/a.pdf#3
cover:
  front: images/a.pdf
  封四: {文件: images/a.pdf#2, text: true, alt: 封底}
  inside_back: {text: true}
"""


def test_an_issue_names_them_for_covers_and_inserts(folder: Path) -> None:
    (folder / "articles").mkdir()
    (folder / "articles" / "a.md").write_text("---\ntitle: 题\n---\n\n字\n", encoding="utf-8")
    (folder / "issue.yaml").write_text(ISSUE, encoding="utf-8")
    findings = Findings()
    issue = load_issue(str(folder), findings)
    file = f"{folder}/issue.yaml"
    assert issue is not None
    assert issue.inserts == (Insert("广告", 2, 1, Span(file, 8, 13), "images/a.pdf", 3),)
    assert issue.cover.files == (
        CoverFile("front", "images/a.pdf", 1, False, "", Span(file, 12, 10)),
        CoverFile("back", "images/a.pdf", 2, True, "封底", Span(file, 13, 12)),
    )
    assert [(item.rule, dict(item.arguments).get("nearest")) for item in findings] == [
        ("unknown-key", "back"),
        ("unknown-key", "file"),
        ("missing-key", None),
    ]
