"""What ``issue.yaml`` says of cover and imprint, and of pages left free between sections."""

from __future__ import annotations

from pathlib import Path

from huozi.content.issue_file import load_issue
from huozi.content.issue_model import CoverWish, Insert, Issue
from huozi.diagnostics import Findings, Span

HEAD = "journal: square\nyear: 2030\nissue: 3\ndate: 2030-03-31\n"
ARTICLE = "---\ntitle: {}\n---\n正文\n"


def read(folder: Path, rest: str) -> tuple[Issue, list[str]]:
    (folder / "articles").mkdir()
    for name in ("yi", "er"):
        (folder / "articles" / f"{name}.md").write_text(ARTICLE.format(name), encoding="utf-8")
    (folder / "issue.yaml").write_text(HEAD + rest, encoding="utf-8")
    findings = Findings()
    issue = load_issue(str(folder), findings)
    assert issue is not None
    return issue, [f"{item.span.line}:{item.span.column} {item.rule}" for item in findings]


TWO = """\
contents:
  - insert: 封二后彩页
    pages: 2
  - section: 理论
    name_en: Theory
    articles: [yi]
  - section: 实务
    articles: [er]
  - {insert: 广告}
"""


def test_inserts_know_the_section_that_follows(tmp_path: Path) -> None:
    issue, found = read(tmp_path, TWO)
    file = f"{tmp_path}/issue.yaml"
    assert issue.inserts == (
        Insert("封二后彩页", 2, 0, Span(file, 6, 13)),
        Insert("广告", 1, 2, Span(file, 13, 14)),
    )
    assert [section.name_en for section in issue.sections] == ["Theory", ""]
    assert found == []


def test_thirty_two_pages_are_the_most_of_an_insert(tmp_path: Path) -> None:
    issue, found = read(tmp_path, TWO.replace("pages: 2", "pages: 32"))
    assert (issue.inserts[0].pages, found) == (32, [])


def test_the_cover_quotes_articles_of_the_contents(tmp_path: Path) -> None:
    issue, found = read(tmp_path, TWO + "cover: {lines: [er, yi]}\n")
    file = f"{tmp_path}/issue.yaml"
    lines = (("er", Span(file, 14, 17)), ("yi", Span(file, 14, 21)))
    assert issue.cover == CoverWish("", lines, Span(file, 14, 8))
    assert found == []


def test_a_picture_on_the_cover_is_looked_for(tmp_path: Path) -> None:
    (tmp_path / "a.tif").write_bytes(b"II")
    issue, found = read(tmp_path, TWO + "cover: {picture: a.tif}\n")
    assert issue.cover.picture == "a.tif"
    assert found == []


def test_the_imprint_is_a_text_or_several_under_each_key(tmp_path: Path) -> None:
    issue, found = read(tmp_path, TWO + "imprint:\n  price: 12 元\n  editors: [甲, 乙]\n  url:\n")
    file = f"{tmp_path}/issue.yaml"
    assert issue.imprint == (
        ("price", ("12 元",), Span(file, 15, 10)),
        ("editors", ("甲", "乙"), Span(file, 16, 12)),
    )
    assert found == []


def test_an_issue_that_says_nothing_of_them_has_none(tmp_path: Path) -> None:
    issue, _ = read(tmp_path, TWO + "cover:\nimprint:\n")
    assert (issue.cover, issue.imprint) == (CoverWish(), ())
