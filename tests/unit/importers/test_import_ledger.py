"""The ledger accounts for every character; the lines and places it stands on; messages and reasons are all in use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from manuscripts import ROOT, read

from huozi.content.importers.ledger import UNPLACED, Ledger
from huozi.content.importers.manuscript import Edit, EditKind, first_fault, replay
from huozi.content.importers.report import import_report
from huozi.content.importers.source import LineKind, Places, split_lines
from huozi.messages.importing import IMPORTING, REASONS

SOURCE = ROOT / "src" / "huozi" / "content" / "importers"


def test_lines_are_parted_at_every_kind_of_line_end() -> None:
    text = "\ufeff甲\r\n  乙 \r丙\f丁\u2028戊\n"
    lines = split_lines(text)
    assert [text[line.body : line.body_end] for line in lines] == ["甲", "乙", "丙", "丁", "戊"]
    assert lines[0].start == 1
    assert [line.next for line in lines][-1] == len(text)


@pytest.mark.parametrize(
    ("text", "kind", "depth", "plain"),
    [
        ("## **题**  ##", LineKind.HEADING, 2, "题"),
        ("##题", LineKind.HEADING, 2, "题"),
        ("#1机组", LineKind.TEXT, 0, "#1机组"),
        ("---", LineKind.RULE, 0, ""),
        ("![图](a.png)", LineKind.PICTURE, 0, ""),
        ("　　字", LineKind.TEXT, 0, "字"),
        ("\u200b", LineKind.BLANK, 0, ""),
        ("## ", LineKind.BLANK, 0, ""),
    ],
)
def test_kinds_of_lines(text: str, kind: LineKind, depth: int, plain: str) -> None:
    (line,) = split_lines(text)
    assert (line.kind, line.depth, line.plain) == (kind, depth, plain)


def test_places_count_lines_and_columns_from_one() -> None:
    text = "\ufeff甲乙\r\n丙"
    places = Places("a.txt", split_lines(text))
    assert [str(places.span(offset)) for offset in (0, 1, 2, 5)] == ["a.txt:1:1", "a.txt:1:1", "a.txt:1:2", "a.txt:2:1"]


def test_what_nobody_claims_is_accounted_for_and_named() -> None:
    text = "\ufeff## 甲 \n\n\n\n乙\r\n---"
    ledger = Ledger(text, split_lines(text))
    edits = ledger.edits()
    assert first_fault(len(text), edits) is None
    assert {edit.reason for edit in edits if "甲" in text[edit.start : edit.end]} == {UNPLACED}
    assert [line.index for line in ledger.unplaced()] == [0, 4]
    assert {"bom", "heading-mark", "trailing-space", "blank-run", "line-end", "rule"} <= {edit.reason for edit in edits}


def test_a_line_is_claimed_once() -> None:
    ledger = Ledger("甲", split_lines("甲"))
    ledger.drop(0, "folio")
    with pytest.raises(ValueError, match="twice"):
        ledger.drop(0, "folio")


def test_faults_of_a_partition_are_found() -> None:
    def kept(*ranges: tuple[int, int]) -> list[Edit]:
        return [Edit(start, end, EditKind.KEPT, "text", "", "x") for start, end in ranges]

    assert first_fault(4, kept((0, 2), (2, 4))) is None
    assert first_fault(4, kept((0, 2), (3, 4))) == 2
    assert first_fault(4, kept((0, 3), (2, 4))) == 3
    assert first_fault(4, kept((0, 2))) == 2
    assert first_fault(0, []) is None


def test_replay_takes_kept_text_from_the_source_and_changed_text_from_the_edit() -> None:
    edits = [
        Edit(0, 1, EditKind.KEPT, "text", "", "a"),
        Edit(1, 2, EditKind.CHANGED, "half-width", "，", "a"),
        Edit(2, 3, EditKind.DROPPED, "han-latin-space"),
        Edit(3, 4, EditKind.KEPT, "text", "", "b"),
    ]
    assert replay("甲, 乙", edits) == {"a": "甲，", "b": "乙"}


def test_the_report_lists_each_finding_with_its_line_and_adds_up() -> None:
    manuscript = read("# 铅与火\n\n第7期\n\n# 题名\n\n活字,铅字 and 铅火 2 种。\n\n## 上\n\n## 下\n\n正文。\n")
    report = import_report(manuscript)
    for item in manuscript.findings:
        assert f"第 {item.span.line} 行第 {item.span.column} 列" in report
    counts = [int(n) for n in re.findall(r"^\| (?:照录|改动|未录) .* (\d+) \|$", report, re.MULTILINE)]
    assert sum(counts) == len(manuscript.source)
    assert f"原稿共 {len(manuscript.source)} 字（含空格和换行），上表合计 {len(manuscript.source)} 字：相符" in report
    assert "首尾相接，没有遗漏也没有重叠" in report
    assert "- `,` → `，`：第 7 行" in report


def test_the_report_says_where_an_account_is_wrong() -> None:
    manuscript = read("# 题名\n\n正文。\n")
    broken = type(manuscript)(
        manuscript.file,
        manuscript.source,
        manuscript.journal,
        manuscript.masthead,
        manuscript.sections,
        manuscript.contact,
        manuscript.edits[:-2],
        manuscript.findings,
    )
    report = import_report(broken)
    assert "不符" in report
    assert "有遗漏或重叠" in report


def written_words() -> set[str]:
    words: set[str] = set()
    for path in sorted(Path(SOURCE).glob("*.py")):
        words |= set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', path.read_text(encoding="utf-8")))
    return words


def test_every_message_and_reason_is_used_and_every_one_used_exists() -> None:
    words = written_words()
    furniture = {"import-running-head", "import-folio", "import-section-repeated"}  # named after their reasons
    assert set(IMPORTING) == {word for word in words if word.startswith("import-")} | furniture
    assert set(REASONS) <= words
