"""Where findings stand: at the line that can be changed, in the file that is at fault, and all of them in one run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from huozi.commands.documents import target_of
from huozi.commands.making import Examined, Request, examine
from huozi.diagnostics import Findings

ISSUE = (
    "journal: mine\nyear: 2026\nissue: 1\nserial: 1\ndate: 2026-11-30\n"
    "contents:\n  - section: 随笔\n    articles: [a]\n"
)
LAYOUT = "extends: a4-35x37\njournal: {name: 纸船, organiser: 文社}\npage: {binding: perfect}\n"
ARTICLE = "---\ntitle: 瓦片\n---\n\n正文。\n"


def examined(
    folder: Path, files: Mapping[str, str], issue: str = ISSUE, layout: str = LAYOUT, article: str = ARTICLE
) -> tuple[Examined, list[tuple[str, str, int]]]:
    """An issue in a house of its own, and its findings: rule, file, line."""
    standard = {"issue/1/issue.yaml": issue, "layout/mine.yaml": layout, "issue/1/articles/01-a.md": article}
    for name, text in {**standard, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    findings = Findings()
    made = examine(Request(str(folder / "issue" / "1")), findings, lambda _: None)
    return made, [(item.rule, Path(item.span.file).name, item.span.line) for item in findings]


def found(folder: Path, issue: str = ISSUE, layout: str = LAYOUT, article: str = ARTICLE) -> list[tuple[str, str, int]]:
    return examined(folder, {}, issue, layout, article)[1]


WRONG_ISSUES = {
    "an article": (ISSUE, ARTICLE.replace("---\n\n", "sauce: 灯\n---\n\n"), ("unknown-key", "01-a.md", 3)),
    "a key": (ISSUE + "zzz: 3\n", ARTICLE, ("no-such-key", "issue.yaml", 9)),
    "a colon": (ISSUE.replace("journal: ", "journal："), ARTICLE, ("full-width-mark", "issue.yaml", 1)),
    "no YAML": (ISSUE + "pages: }\n", ARTICLE, ("yaml-first-character", "issue.yaml", 9)),
    "no YAML at all": (ISSUE + "- 1\n", ARTICLE, ("yaml-indent", "issue.yaml", 9)),
}


@pytest.mark.parametrize("case", WRONG_ISSUES)
def test_mistakes_of_issue_and_layout_are_found_in_one_run(case: str, tmp_path: Path) -> None:
    issue, article, wrong = WRONG_ISSUES[case]
    listed = found(tmp_path, issue, LAYOUT + "folios: {position: none}\n", article)
    assert listed == [wrong, ("layout-key", "mine.yaml", 4)]


@pytest.mark.parametrize(
    ("layout", "place"),
    [
        ('running: {recto: "{title}", verso: "{title}"}\n', ("furniture-too-long", "01-a.md", 2)),
        (f'running: {{recto: "{"很长的书眉" * 12}", verso: "x"}}\n', ("furniture-too-long", "mine.yaml", 4)),
        ("page: {trim: A5, type_area: {characters: 24, lines: 26}}\n", ("design-outside", "mine.yaml", 4)),
        ("styles: {cover-issue: {colour: white}}\n", ("cover-too-light", "mine.yaml", 4)),
        ("styles: {body: {size: 20pt}}\n", ("style-leading", "mine.yaml", 4)),
        ('running: {recto: "\U0001f6a2", verso: "\U0001f6a2"}\n', ("character-missing", "mine.yaml", 4)),
    ],
)
def test_a_finding_stands_where_something_can_be_changed(
    layout: str, place: tuple[str, str, int], tmp_path: Path
) -> None:
    article = ARTICLE.replace("瓦片", "一块瓦片从屋檐上落下来以后的" * 5).replace("正文。", "正文。\n\n" * 60)
    listed = found(tmp_path, layout=LAYOUT.replace("page: {binding: perfect}\n", "") + "\n" + layout, article=article)
    assert place in listed
    assert not [item for item in listed if item[0] == place[0] and item != place]
    assert not [item for item in listed if item[1] == "a4-35x37.yaml"]


def test_a_layout_without_the_journals_name_is_told_at_the_journal(tmp_path: Path) -> None:
    assert ("layout-no-name", "mine.yaml", 2) in found(tmp_path, layout=LAYOUT.replace("name: 纸船, ", ""))


def test_a_shipped_layout_without_a_name_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    issue = ISSUE.replace("journal: mine", "journal: a4-35x37")
    assert ("layout-no-name", "issue.yaml", 1) in found(tmp_path, issue)


def test_a_page_of_one_line_is_told_at_the_line(tmp_path: Path) -> None:
    alone = "一句。\n\n又一句。{break=page}"
    listed = found(tmp_path, article=ARTICLE.replace("正文。", alone))
    assert ("page-of-one-line", "01-a.md", 7) in listed
    two = found(tmp_path / "two", article=ARTICLE.replace("正文。", f"{alone}\n\n再一句。"))
    assert not [item for item in two if item[0] == "page-of-one-line"]


@pytest.mark.parametrize(
    ("issue", "title"),
    [
        (ISSUE, "纸船2026年第1期（总第1期）"),
        (ISSUE.replace("serial: 1\n", ""), "纸船2026年第1期"),
        (
            ISSUE.replace("issue: 1\n", "issue: 1-2\n").replace("serial: 1", "serial: 7-8"),
            "纸船2026年第1-2期（总第7-8期）",
        ),
        (ISSUE.replace("issue: 1\n", "issue: 增刊1\n").replace("serial: 1\n", ""), "纸船2026年增刊1"),
    ],
)
def test_the_file_is_called_as_the_issue_is(issue: str, title: str, tmp_path: Path) -> None:
    made = examined(tmp_path, {}, issue)[0].made
    assert made is not None
    assert target_of(made, "print").title == title


def test_what_an_issue_says_of_itself_is_printed_or_told(tmp_path: Path) -> None:
    issue = ISSUE + "label: 春季号\ntheme: 瓦\nvolume: 3\n"
    listed = found(tmp_path, issue, LAYOUT + 'contents: {issue_line: "{year}年{label}{（{theme}）}"}\n')
    assert [item for item in listed if item[0] == "issue-field-unprinted"] == [
        ("issue-field-unprinted", "issue.yaml", 11)
    ]
