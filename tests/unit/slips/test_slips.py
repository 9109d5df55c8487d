"""Slips of the Chinese keyboard in issue.yaml and front matter: each named on its own line, once, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.content.issue_file import load_issue
from huozi.diagnostics import Finding, Findings
from huozi.messages import render

ISSUE = """\
journal: mine
year: 2026
issue: 1
serial: 1
date: 2026-11-30
contents:
  - section: 随笔
    articles: [a, b]
"""

ARTICLE = """\
---
title: 纸船记
authors: [白石]
source: 春山书局
keywords: [灯, 风筝]
---

正文。
"""

OTHER = "---\ntitle: 瓦片\n---\n\n正文。\n"

IN_ISSUE: tuple[tuple[str, str, list[int]], ...] = (
    ("year: 2026", "year：2026", [2]),
    ("year: 2026", "year： 2026", [2]),
    ("year: 2026", "year:2026", [2]),
    ("year: 2026", "year 2026", [2]),
    ("year: 2026", "year=2026", [2]),
    ("year: 2026", "year；2026", [2]),
    ("year: 2026", "year;2026", [2]),
    ("year: 2026", "year,2026", [2]),
    ("year: 2026", "year : 2026", []),
    ("year: 2026", "year\u3000: 2026", [2]),
    ("year: 2026", "year:\u30002026", [2]),
    ("year: 2026", "year:\xa02026", [2]),
    ("year: 2026", "year: ２０２６", [2]),
    ("year: 2026", "year：２０２６", [2]),
    ("year: 2026", "year: “2026”", [2]),
    ("year: 2026", "year: 2026年", [2]),
    ("year: 2026", "ｙｅａｒ: 2026", [2]),
    ("year: 2026", "Year: 2026", [2]),
    ("year: 2026", "“year”: 2026", [2]),
    ("year: 2026", "年: 2026", [2]),
    ("year: 2026", "年份：2026", [2, 2]),
    ("year: 2026", "yaer: 2026", [2]),
    ("year: 2026", "\u3000year: 2026", [2]),
    ("year: 2026", "\tyear: 2026", [2]),
    ("year: 2026", " year: 2026", [2]),
    ("year: 2026", "year: 2026 #年", []),
    ("year: 2026", "year: 2026 ＃年", [2]),
    ("year: 2026", "year: 2026 # 年", []),
    ("year: 2026", "＃ 年\nyear: 2026", [2]),
    ("year: 2026", "year: 2026，", [2]),
    ("year: 2026", "-year: 2026", [2]),
    ("year: 2026", "year:: 2026", [2]),
    ("serial: 1\n", "serial：1\n", [4]),
    ("serial: 1\n", "", []),
    ("journal: mine", "journal：mine", [1]),
    ("journal: mine", "journal: mine.yaml", []),
    ("journal: mine", "journal: “mine”", [1]),
    ("journal: mine", "刊名: mine", [1]),
    ("date: 2026-11-30", "date：2026-11-30", [5]),
    ("date: 2026-11-30", "date: 2026－11－30", [5]),
    ("date: 2026-11-30", "date: 2026—11—30", [5]),
    ("date: 2026-11-30", "date: 2026年11月30日", [5]),
    ("date: 2026-11-30", "date: 2026/11/30", [5]),
    ("date: 2026-11-30", "date: ２０２６-１１-３０", [5]),
    ("date: 2026-11-30", "date: 2026.11.30", [5]),
    ("date: 2026-11-30", 'date: "2026-11-30"', [5]),
    ("date: 2026-11-30", "date: “2026-11-30”", [5]),
    ("contents:", "contents：", [6]),
    ("contents:", "contents", [6]),
    ("contents:", "contens:", [6]),
    ("contents:", "目录:", [6]),
    ("contents:\n", "contents: \n\n", []),
    ("  - section: 随笔", "  - section：随笔", [7]),
    ("  - section: 随笔", "  -section: 随笔", [7]),
    ("  - section: 随笔", "  — section: 随笔", [7]),
    ("  - section: 随笔", "  － section: 随笔", [7]),
    ("  - section: 随笔", "  • section: 随笔", [7]),
    ("  - section: 随笔", "  * section: 随笔", [7]),
    ("  - section: 随笔", "\u3000- section: 随笔", [7]),
    ("  - section: 随笔", "\t- section: 随笔", [7]),
    ("  - section: 随笔", "  - section:随笔", [7]),
    ("  - section: 随笔", "  - section 随笔", [7]),
    ("  - section: 随笔", "  - 栏目: 随笔", [7]),
    ("  - section: 随笔", "  -\u3000section: 随笔", [7]),
    ("  - section: 随笔", "  -section：随笔", [7, 7]),
    ("  - section: 随笔", "  - section: 山城 #2", [7]),
    ("  - section: 随笔", "  - section: “随笔”", [7]),
    ("  - section: 随笔", '  - section: "随笔”', [7]),
    ("  - section: 随笔", "  - section: 随笔：一", []),
    ("  - section: 随笔", "  - section: 随笔: 一", [7]),
    ("  - section: 随笔", "  1. section: 随笔", [7]),
    ("  - section: 随笔", "    section: 随笔", [7]),
    ("    articles: [a, b]", "    articles：[a, b]", [8]),
    ("    articles: [a, b]", "    articles: [a，b]", [8]),
    ("    articles: [a, b]", "    articles: [a、b]", [8]),
    ("    articles: [a, b]", "    articles: ［a, b］", [8]),
    ("    articles: [a, b]", "    articles: 【a，b】", [8]),
    ("    articles: [a, b]", "    articles：【a，b】", [8]),
    ("    articles: [a, b]", "    articles: （a, b）", [8]),
    ("    articles: [a, b]", "    articles: a, b", [8]),
    ("    articles: [a, b]", "    articles: a，b", [8]),
    ("    articles: [a, b]", "    articles: [a, b", [8]),
    ("    articles: [a, b]", "    articles: [a, b】", [8]),
    ("    articles: [a, b]", "    articles: [a；b]", [8]),
    ("    articles: [a, b]", "    articles: [a b]", [8]),
    ("    articles: [a, b]", "    articles:[a, b]", [8]),
    ("    articles: [a, b]", "\t articles: [a, b]", [8]),
    ("    articles: [a, b]", "\u3000\u3000articles: [a, b]", [8]),
    ("    articles: [a, b]", "\tarticles: [a, b]", [8]),
    ("    articles: [a, b]", "    articles:\n      - a\n      - b", []),
    ("    articles: [a, b]", "    articles:\n      — a\n      — b", [9, 10]),
    ("    articles: [a, b]", "    articles:\n      -a\n      -b", [9, 10]),
    ("    articles: [a, b]", "    articles:\n      －a\n      －b", [9, 10]),
    ("    articles: [a, b]", "    articles:\n      · a\n      · b", [9, 10]),
    ("    articles: [a, b]", "    articles:\n      1. a\n      2. b", [9, 10]),
    ("    articles: [a, b]", "    articles: [“a”, “b”]", [8]),
    ("    articles: [a, b]", "    articles: [a.md, b]", [8]),
    ("    articles: [a, b]", "    articles: [01-a, b]", [8]),
    ("    articles: [a, b]", "    articels: [a, b]", [8]),
    ("    articles: [a, b]", "    文章: [a, b]", [8]),
    ("    articles: [a, b]", "    articles: [a, b]。", [8]),
    ("    articles: [a, b]", "    articles: [a, b,]", []),
    ("    articles: [a, b]", "    articles: [a, bb]", [8]),
    ("    articles: [a, b]\n", "    articles: [a, b]\npages：{multiple: 4}\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\npages: ｛multiple: 4｝\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\npages: {multiple：4}\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\npages: {multiple:4}\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\npages: {multiple: ４}\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\npages: {倍数: 4}\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\npages: {multiple: 4，exactly: 28}\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\nfillers: [x]\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a]\nfillers: [b, ]\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\nfillers：\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\ncover: {lines: a}\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\nlabel：冬季号\n", [9]),
    ("    articles: [a, b]\n", "    articles: [a, b]\nlabel: 冬季号\ntheme: “水”与“船”\nvolume: 12\n", []),
    ("issue: 1\n", "issue: 1-2\n", [4]),
    ("issue: 1\n", "issue: 增刊1\n", []),
    ("issue: 1\n", "issue: 第1期\n", [3]),
    ("issue: 1\n", "issue: １\n", [3]),
    ("issue: 1\n", "issue: 2-1\n", [3]),
    ("issue: 1\n", "issue: 1－2\n", [3, 4]),
    ("year: 2026", "year: 2025", [5]),
    ("issue: 1\n", "issue: 5\n", [4]),
    ("year: 2026\nissue: 1\n", "year：2026\nissue：1\n", [2, 3]),
    ("year: 2026", "year: 20226", [2]),
    ("journal: mine", "———\njournal: mine", [1]),
    ("journal: mine", "---\njournal: mine", []),
    ("contents:", "toc:", [6]),
    ("    articles: [a, b]", "    files: [a, b]", [8]),
    ("    articles: [a, b]", "    xyz: 1\n    articles: [a, b]", [8]),
    ("    articles: [a, b]", "    articles: [a;b]", [8]),
    ("    articles: [a, b]", "    articles: [a/b]", [8]),
    ("    articles: [a, b]", "    articles: [a。b]", [8]),
    ("    articles: [a, b]", "    articles: [a. b]", [8]),
    ("    articles: [a, b]", "    articles: [a和b]", [8]),
    ("    articles: [a, b]", "    articles: [a.md|02-b.md]", [8, 8, 8]),
    ("    articles: [a, b]", "    articles: [articles/01-a.md, b]", [8]),
    ("    articles: [a, b]", "    articles: [[a, b]]", [8]),
    ("    articles: [a, b]", "    articles:\n      - a, b", [9]),
    ("    articles: [a, b]", "    articles:\n      - a；\n      - b", [9]),
    ("    articles: [a, b]", "    articles:\n      - a\n       - b", [10]),
    ("    articles: [a, b]", "    articles: # 两篇\n      - a # 一\n      - b", []),
    ("    articles: [a, b]", "    articles: - a\n              - b", [8]),
    ("    articles: [a, b]", "    articles:\n      ① a\n      ②b", [9, 10]),
    ("    articles: [a, b]", "    articles:\n      + a\n      + b", [9, 10]),
    ("  - section: 随笔", "- section：随笔", [7, 8]),
)
"""What is typed in the place of what, and the lines of ``issue.yaml`` that have a finding."""

IN_ARTICLE: tuple[tuple[str, str, list[int]], ...] = (
    ("title: 纸船记", "title：纸船记", [2]),
    ("title: 纸船记", "title:纸船记", [2]),
    ("title: 纸船记", "标题：纸船记", [2, 2]),
    ("title: 纸船记", "标题: 纸船记", [2]),
    ("title: 纸船记", "题名: 纸船记", [2]),
    ("title: 纸船记", "title 纸船记", [2]),
    ("title: 纸船记", "title: 风筝 #乡", [2]),
    ("title: 纸船记", "title: #5号楼", [2]),
    ("title: 纸船记", "title: # 纸船", [2]),
    ("title: 纸船记", "title: 风筝 ＃ 注", [2]),
    ("title: 纸船记", "title: “纸船记”", [2]),
    ("title: 纸船记", "title: “纸船”与“瓦片”", []),
    ("title: 纸船记", "title: “两岸”下的风筝", []),
    ("title: 纸船记", "title: '“纸船记”'", []),
    ("title: 纸船记", 'title: "纸船"的故事', [2]),
    ("title: 纸船记", 'title: "纸船记”', [2]),
    ("title: 纸船记", 'title: “纸船记"', [2]),
    ("title: 纸船记", 'title: "纸船记', [2]),
    ("title: 纸船记", "title: [综述]风筝", [2]),
    ("title: 纸船记", "title: 【综述】风筝", []),
    ("title: 纸船记", "title: 风筝: 一", [2]),
    ("title: 纸船记", "title: 风筝：一", []),
    ("title: 纸船记", "title: @风筝", [2]),
    ("title: 纸船记", "title: *风筝*", [2]),
    ("title: 纸船记", "title: %5", [2]),
    ("title: 纸船记", "title: - 风筝", [2]),
    ("title: 纸船记", "title: |\n  风筝\n  记", []),
    ("title: 纸船记", "title: >\n  风筝：记\n  x #y", []),
    ("title: 纸船记", "title: 风筝\n  subtitle：副题", [3]),
    ("title: 纸船记", "title: 风筝\n  之记", []),
    ("title: 纸船记", "title: 《风筝》志", []),
    ("title: 纸船记", "title: 《风筝》", []),
    ("title: 纸船记", "title: 12", []),
    ("title: 纸船记", "title: A：B，C", []),
    ("title: 纸船记", "title: ＡＢＣ", []),
    ("title: 纸船记", "title: C#语言", []),
    ("title: 纸船记", "title: 纸船记 # 注", []),
    ("title: 纸船记", 'title: "a #b"', []),
    ("title: 纸船记", 'title: "纸船" #b', []),
    ("title: 纸船记", "subtitle: [副]\ntitle: 纸船记", [2]),
    ("title: 纸船记", "摘要: 副\ntitle: 纸船记", [2]),
    ("title: 纸船记", "日期: 2026-1-1\ntitle: 纸船记", [2]),
    ("title: 纸船记", "山水: 副\ntitle: 纸船记", [2]),
    ("authors: [白石]", "authors：[白石]", [3]),
    ("authors: [白石]", "作者: [白石]", [3]),
    ("authors: [白石]", "作者：白石", [3, 3, 3]),
    ("authors: [白石]", "authors: [白石，青禾]", [3]),
    ("authors: [白石]", "authors: [白石、青禾]", [3]),
    ("authors: [白石]", "authors: ［白石］", [3]),
    ("authors: [白石]", "authors: 白石", [3]),
    ("authors: [白石]", "authors: [{name：白石}]", [3]),
    ("authors: [白石]", "authors: [{name:白石}]", [3]),
    ("authors: [白石]", "authors: [{name: 白石，affiliation: 文社}]", [3]),
    ("authors: [白石]", "authors: [｛name：白石，affiliation：文社｝]", [3]),
    ("authors: [白石]", "authors：［｛name：白石，affiliation：文社｝］", [3]),
    ("authors: [白石]", "authors: [{姓名: 白石, 单位: 文社}]", [3, 3]),
    ("authors: [白石]", "authors: [{name: 白石, 单位: 文社}]", [3]),
    ("authors: [白石]", "authors:\n  - name：白石\n    affiliation：文社", [4, 5]),
    ("authors: [白石]", "authors:\n  - name: 白石\n    affiliation: 文社", []),
    ("authors: [白石]", "authors:\n  — 白石\n  — 青禾", [4, 5]),
    ("authors: [白石]", "authors:\n  - 白石\n  - 青禾", []),
    ("authors: [白石]", "authors: [“白石”]", [3]),
    ("authors: [白石]", "authors: {name: 白石}", [3]),
    ("authors: [白石]", 'authors: ["Smith, John"]', []),
    ("authors: [白石]", "authors: [让·雅克, John Smith]", []),
    ("authors: [白石]", 'authors: [{name: 白石, affiliation: "文社，山南"}]', []),
    ("keywords: [灯, 风筝]", "keywords: [灯，风筝]", [5]),
    ("keywords: [灯, 风筝]", "keywords: [灯；风筝]", [5]),
    ("keywords: [灯, 风筝]", "keywords: 灯，风筝", [5]),
    ("keywords: [灯, 风筝]", "关键词：[灯，风筝]", [5, 5, 5]),
    ("keywords: [灯, 风筝]", "keywords: [山城 #2, 风筝]", [5]),
    ("keywords: [灯, 风筝]", "keyword: [灯]", [5]),
    ("keywords: [灯, 风筝]", "单位: 文社", [5]),
    ("keywords: [灯, 风筝]", "keywords: [灯, 风筝", [5]),
    ("keywords: [灯, 风筝]", "keywords:\n- 灯\n- 风筝", []),
    ("keywords: [灯, 风筝]", "keywords: [\n  灯,\n  风筝,\n  ]", []),
    ("keywords: [灯, 风筝]", "keywords: [\n  灯，\n  风筝\n  ]", [6]),
    ("---\ntitle", "———\ntitle", [1]),
    ("筝]\n---", "筝]\n———", [6]),
    ("筝]\n---", "筝]\n－－－", [6]),
    ("---\ntitle", "\n---\ntitle", [1]),
    ("---\ntitle", "----\ntitle", [1]),
    ("筝]\n---\n\n", "筝]\n\n", [6]),
    ("source: 春山书局", "source：春山书局\nsource2: x", [4, 5]),
    ("source: 春山书局", "source: 《春山》，2020", []),
    ("source: 春山书局", "来源：春山", [4, 4]),
    ("source: 春山书局", "source: http://a.b/c", []),
    ("source: 春山书局", "source: 9:30", []),
    ("source: 春山书局", "source:", []),
    ("source: 春山书局", "source: &x 灯", [4]),
    ("source: 春山书局", "source: *x", [4]),
    ("source: 春山书局", "source: 见：[1]", []),
    ("source: 春山书局", "source: 灯：声 #x", [4]),
    ("keywords: [灯, 风筝]", "keywords: [#灯, 风筝]", [5]),
    ("keywords: [灯, 风筝]", "keywords: [灯, # 注\n  风筝]", []),
    ("keywords: [灯, 风筝]", "keywords: [灯 / 风筝]", [5]),
    ("keywords: [灯, 风筝]", "keywords: [灯|风筝]", [5]),
    ("keywords: [灯, 风筝]", "keywords: [灯。风筝]", [5]),
    ("keywords: [灯, 风筝]", "keywords: [灯；]", [5]),
    ("keywords: [灯, 风筝]", "keywords: [TCP/IP, 山城 灯会, 李白 杜甫]", []),
    ("keywords: [灯, 风筝]", "keywords:\n  - 灯\n   - 风筝", [7]),
    ("keywords: [灯, 风筝]", "keywords:\n  ①灯\n  ②风筝", [6, 7]),
    ("title: 纸船记", "title: 纸船\n  - 记", [3]),
    ("title: 纸船记", "title: >\n  纸船\n   - 记", []),
    ("authors: [白石]", "authors: [白石，]", [3]),
    ("authors: [白石]", "authors: [白石/青禾]", [3]),
    ("authors: [白石]", "authors: [白石 & 青禾]", [3]),
    ("authors: [白石]", "authors: [John Smith; Ann Lee]", [3]),
    ("authors: [白石]", "authors: [李白 杜甫]", [3]),
    ("authors: [白石]", "authors: [李白\u3000欧阳修]", [3]),
    ("authors: [白石]", "authors: [李白和杜甫]", [3]),
    ("authors: [白石]", "authors: [{name: 李白 杜甫}]", [3]),
    ("authors: [白石]", "authors: [李 白, 欧阳 修, 司马 相如, 李和平, 文/青禾]", []),
    ("authors: [白石]", "authors: [文社 编辑部, 文化和旅游部, 卫健委与应急局]", []),
    ("authors: [白石]", "authors: [name：白石]", [3]),
    ("authors: [白石]", "authors: [作者：白石]", [3]),
    ("authors: [白石]", "authors:\n  - name:白石\n    affiliation:文社", [4, 5]),
    ("authors: [白石]", "authors:\n  - name 白石", [4]),
    ("authors: [白石]", "authors:\n  - 姓名：白石\n    单位：文社", [4]),
    ("authors: [白石]", "authors:\n  - name: 白石\n    单位：文社", [5, 5]),
    ("authors: [白石]", "authors:\n  - 白石\n   - 青禾", [5]),
    ("筝]\n---", "筝]\n...", [6]),
)
"""The same for the front matter of an article."""


def found_in(folder: Path, issue: str = ISSUE, article: str = ARTICLE) -> list[Finding]:
    (folder / "articles").mkdir()
    (folder / "issue.yaml").write_text(issue, encoding="utf-8")
    (folder / "articles" / "01-a.md").write_text(article, encoding="utf-8")
    (folder / "articles" / "02-b.md").write_text(OTHER, encoding="utf-8")
    findings = Findings()
    load_issue(str(folder), findings)
    assert all(render(item, language) for item in findings for language in ("zh", "en"))
    return sorted(findings)


def lines_of(found: list[Finding]) -> list[tuple[str, int]]:
    return [(Path(item.span.file).name, item.span.line) for item in found]


@pytest.mark.parametrize(("right", "typed", "lines"), IN_ISSUE)
def test_a_slip_in_the_issue_is_named_on_its_line_and_nowhere_else(
    right: str, typed: str, lines: list[int], tmp_path: Path
) -> None:
    assert right in ISSUE
    found = found_in(tmp_path, issue=ISSUE.replace(right, typed))
    assert lines_of(found) == [("issue.yaml", line) for line in lines]


@pytest.mark.parametrize(("right", "typed", "lines"), IN_ARTICLE)
def test_a_slip_in_an_article_is_named_on_its_line_and_nowhere_else(
    right: str, typed: str, lines: list[int], tmp_path: Path
) -> None:
    assert right in ARTICLE
    found = found_in(tmp_path, article=ARTICLE.replace(right, typed))
    assert lines_of(found) == [("01-a.md", line) for line in lines]


def test_an_article_may_be_called_by_marks_that_part_others(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "03-灯、船.md").write_text("---\ntitle: 灯\n---\n\n正文。\n", encoding="utf-8")
    (tmp_path / "articles" / "01-a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "issue.yaml").write_text(ISSUE.replace("[a, b]", "[灯、船, a]"), encoding="utf-8")
    findings = Findings()
    load_issue(str(tmp_path), findings)
    assert list(findings) == []


def test_every_colon_typed_full_width_is_named_in_one_run(tmp_path: Path) -> None:
    found = found_in(tmp_path, issue=ISSUE.replace(": ", "："))
    assert lines_of(found) == [("issue.yaml", line) for line in (1, 2, 3, 4, 5, 7, 8)]
    assert {item.rule for item in found} == {"full-width-mark"}


@pytest.mark.parametrize(
    ("typed", "rule", "column", "arguments"),
    [
        ("year：2026", "full-width-mark", 5, {"typed": "：", "instead": ":"}),
        ("year:2026", "missing-space", 5, {"typed": ":"}),
        ("year；2026", "missing-colon", 1, {"typed": "year", "instead": "；"}),
        ("year: ２０２６", "full-width-mark", 7, {"typed": "２０２６", "instead": "2026"}),
        ("\u3000year: 2026", "yaml-indent-space", 1, {"typed": "U+3000"}),
        ("年份: 2026", "unknown-key", 1, {"nearest": "year"}),
        ("潮位: 1\nyear: 2026", "no-such-key", 1, {"key": "潮位"}),
        ("版权:\nyear: 2026", "unknown-key", 1, {"nearest": "imprint"}),
    ],
)
def test_a_slip_is_named_for_what_it_is(
    typed: str, rule: str, column: int, arguments: dict[str, str], tmp_path: Path
) -> None:
    (item,) = found_in(tmp_path, issue=ISSUE.replace("year: 2026", typed))
    assert (item.rule, item.span.column) == (rule, column)
    assert arguments.items() <= dict(item.arguments).items()


def test_marks_of_one_line_are_one_slip(tmp_path: Path) -> None:
    typed = "authors：［｛name：白石，affiliation：文社｝］"
    (item,) = found_in(tmp_path, article=ARTICLE.replace("authors: [白石]", typed))
    assert dict(item.arguments)["typed"] == "： ［ ｛ ， ｝ ］"


def test_what_is_wrong_behind_a_slip_is_found_at_its_own_column(tmp_path: Path) -> None:
    found = found_in(tmp_path, issue=ISSUE + "pages：{multiple: four, exactly: 0}\n")
    assert [(item.rule, item.span.column) for item in found] == [
        ("full-width-mark", 6),
        ("expected-whole", 18),
        ("expected-whole", 33),
    ]


def test_a_text_with_full_width_marks_stays_a_text_in_a_file_with_slips(tmp_path: Path) -> None:
    typed = "source：《春山》：一，二；〔三〕"
    (item,) = found_in(tmp_path, article=ARTICLE.replace("source: 春山书局", typed))
    assert (item.rule, dict(item.arguments)["typed"]) == ("full-width-mark", "：")
