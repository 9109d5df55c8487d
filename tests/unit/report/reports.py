"""Reports made by hand: six pages of an issue as it is bound, findings of each kind, what has changed since."""

from __future__ import annotations

from typing import Any

import PIL.Image

from huozi.diagnostics import Severity, Span
from huozi.display import Side
from huozi.geometry import Rect, Size
from huozi.output.pictures.png import png_of
from huozi.report.model import Both, Fact, Report, ReportArticle, ReportFinding, ReportPage
from huozi.rounds.changes import Comparison, FolioChange, FurnitureChange, LineChange, TitleChange, Where
from huozi.sheets.lines import TextLine

SIZE = Size(300_000, 400_000)
HOSTILE = (
    """</script><script>window.caught=1</script><img src=x onerror="window.caught=2"> """
    """& &amp; " ' javascript:window.caught=3 </title></style> ${x} $title"""
)
"""What a text may try: none of it may run, all of it must be read."""


def picture(grey: int) -> bytes:
    return png_of(PIL.Image.new("RGB", (60, 80), (grey, grey, grey)), 20)[0]


def line(number: int, text: str, column: int = 1) -> TextLine:
    top = 40_000 + 20_000 * number
    left = 40_000 + 120_000 * (column - 1)
    return TextLine(column, number, left, left + 100_000, top, 10_000, text, (), Span("a.md", number, 1), None, left)


def page(label: str, side: Side, *lines: TextLine, old: int = 0, at: int = 0) -> ReportPage:
    folio = label if label.isdecimal() else ""
    words = "" if lines else f"{label}的字"
    return ReportPage(label, folio, side, at, SIZE, picture(255), lines, words, picture(old) if old else b"")


PAGES = (
    page("封一", "right"),
    page("封二", "left", at=1),
    page("1", "right", line(1, "目录"), at=2),
    page("2", "left", line(1, "水鸟又来了"), line(2, "冰化了"), line(3, "岸上"), old=200, at=3),
    page("3", "right", line(1, HOSTILE), line(2, "渡口"), at=4),
    page("封四", "left", at=5),
)


def box(number: int) -> Rect:
    return Rect(50_000, 31_200 + 20_000 * number, 20_000, 10_000)


def found(rule: str, severity: Severity, label: str, *boxes: Rect, **facts: Any) -> ReportFinding:
    made = ReportFinding(
        rule, severity, Both(f"{rule} 的话", f"words of {rule}"), Both("改一改", "mend it"), "articles/01-a.md", 3, 7,
        label, boxes, "0123456789ab", "a",
    )  # fmt: skip
    return made._replace(**facts)


FINDINGS = (
    found("half-width-mark", Severity.WARNING, "2", box(1)),
    found("line-loose", Severity.NOTE, "2", box(1), box(2), is_new=True),
    found("glyph-missing", Severity.ERROR, "3", box(2), article="b", file="articles/02-b.md"),
    found("wide-digits", Severity.NOTE, "3", box(2), is_accepted=True, accepted_by="李", accepted_why="举例"),
    found("page-count-odd", Severity.NOTE, "1", article="", file="issue.yaml"),
    found("notes-at-end", Severity.NOTE, "", line=0),
)

FIRST, SECOND, THIRD = (Where("2", 1, number) for number in (1, 2, 3))
CHANGED = LineChange("changed", "a", "paragraph", Span("a.md", 1, 1), FIRST, FIRST, "水鸟飞来了", "水鸟又来了")
GONE = LineChange("gone", "a", "paragraph", Span("a.md", 2, 1), SECOND, None, "风停了", "")
MOVED = LineChange("moved", "a", "paragraph", Span("a.md", 3, 1), THIRD, SECOND, "冰化了", "冰化了")
COMPARISON = Comparison(
    "湖畔 3 期 二校",
    "湖畔 3 期 三校",
    6,
    6,
    (CHANGED, GONE, MOVED),
    ("2",),
    ("3",),
    (FurnitureChange("3", ("湖畔",), ("湖边",)),),
    (FolioChange("b", "渡口", "2", "3"),),
    (TitleChange("b", "渡船", "渡口"),),
)  # fmt: skip

ARTICLES = (ReportArticle("a", "水鸟", "岸上", "2"), ReportArticle("b", "渡口", "岸上", "3"))
FACTS = (Fact(Both("校次", "Round"), "三校"),)

REPORT = Report("湖畔 2031 年第 3 期", FACTS, PAGES, FINDINGS, ARTICLES, COMPARISON, "huozi 1")
PLAIN = REPORT._replace(pages=[each._replace(old_picture=b"") for each in PAGES], comparison=None)
BARE = Report("湖畔", (), PAGES[:1], ())
EMPTY = Report("", (), (), ())


def hostile() -> Report:
    """A report all of whose texts try to be markup."""
    both = Both(HOSTILE, HOSTILE)
    finding = ReportFinding(
        HOSTILE, Severity.ERROR, both, both, HOSTILE, 1, 1, HOSTILE, (box(1),), HOSTILE, HOSTILE, HOSTILE, HOSTILE
    )
    place = Where(HOSTILE, 1, 1)
    change = LineChange("changed", HOSTILE, HOSTILE, Span(HOSTILE), place, place, f"a{HOSTILE}", f"b{HOSTILE}")
    comparison = Comparison(
        HOSTILE, HOSTILE, 1, 1, (change,), (HOSTILE,), (HOSTILE,), (FurnitureChange(HOSTILE, (HOSTILE,), (HOSTILE,)),),
        (FolioChange(HOSTILE, HOSTILE, HOSTILE, HOSTILE),), (TitleChange(HOSTILE, HOSTILE, HOSTILE),),
    )  # fmt: skip
    pages = (page(HOSTILE, "right", line(1, HOSTILE), old=9), page("封二", "left", at=1)._replace(words=HOSTILE))
    articles = (ReportArticle(HOSTILE, HOSTILE, HOSTILE, HOSTILE),)
    accepted = finding._replace(is_accepted=True)
    return Report(HOSTILE, (Fact(both, HOSTILE),), pages, (finding, accepted), articles, comparison, HOSTILE)
