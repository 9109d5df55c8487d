"""How the forms of a comparison tell of figures, tables, boxes, notes, and of lines that readers do not count."""

from __future__ import annotations

import csv
import io
import json

import pytest
from json_schema import faults

from huozi.commands.change_forms import as_csv, as_html, as_json, as_text
from huozi.commands.change_words import Compared
from huozi.commands.diff_schema import diff_schema
from huozi.commands.editions import Side
from huozi.commands.proof_facts import changed_of
from huozi.diagnostics import Span
from huozi.rounds.changes import Comparison, ItemChange, ItemPlace, LineChange, Where
from huozi.rounds.edition import Edition

PLACE = Span("articles/a.md", 9, 1)
MOVED = ItemChange(
    "moved", "a", "figure", "图 2", "图 2", PLACE, ItemPlace("4", "head", 1), ItemPlace("6", "foot", 2), "mention"
)
GONE = ItemChange("gone", "a", "box", "aside", "aside", PLACE, ItemPlace("4", "page", 1), None)
LINE = LineChange("changed", "a", "note", PLACE, Where("4", 1, -2), Where("4", 1, -2), "旧注", "新注")
FOUND = Comparison("甲", "甲", 9, 9, (LINE,), ("4",), ("6",), items=(MOVED, GONE))
EMPTY = Edition("甲", (), (), (), ())
COMPARED = Compared(Side("旧", EMPTY), Side("新", EMPTY), FOUND)


def test_text_tells_them_in_words() -> None:
    told = as_text(COMPARED, "zh")
    assert "图、表、框、注\n  图 2：第 4 页之首 → 第 6 页第 2 栏之末，随提到它的文字（articles/a.md:9:1）\n" in told
    assert "  框 aside：删去，原在第 4 页（独页）（articles/a.md:9:1）\n" in told
    assert "第 4 页注文 articles/a.md:9:1 [改动]" in told


def test_spreadsheets_have_a_row_for_each() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(COMPARED, "zh").removeprefix("\ufeff"))))
    assert rows[1][:7] == ["改动", "4", "1", "注文", "4", "1", "注文"]
    assert rows[2] == ["图表挪动", "6", "2", "", "4", "1", "", "图 2", "图 2", "a", "articles/a.md", "9"]
    assert rows[3] == ["图表删去", "", "", "", "4", "1", "", "aside", "", "a", "articles/a.md", "9"]


def test_programs_get_values_that_the_schema_allows() -> None:
    told = json.loads(as_json(COMPARED, "zh"))
    assert faults(told, diff_schema()) == []
    assert told["lines"][0]["new"] == {"page": "4", "column": 1, "line": 0}
    assert told["items"][0] == {
        "kind": "moved", "article": "a", "item": "figure", "label": "图 2", "old_label": "图 2",
        "file": "articles/a.md", "source_line": 9, "old": {"page": "4", "where": "head", "column": 1},
        "new": {"page": "6", "where": "foot", "column": 2}, "cause": "mention",
    }  # fmt: skip
    assert (told["items"][1]["new"], told["items"][1]["cause"]) == (None, "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_lists_them(language: str) -> None:
    told = as_html(COMPARED, language)  # type: ignore[arg-type]  # one of the two
    assert "<li>图 2" in told
    assert ("注文" if language == "zh" else "a note") in told
    assert "-2" not in told


def test_the_proof_s_front_sheet_tells_them() -> None:
    changed = changed_of(FOUND, "zh")
    assert [value for label, value in changed.facts if label == "图、表、框、注"] == [
        "图 2：第 4 页之首 → 第 6 页第 2 栏之末，随提到它的文字（articles/a.md:9:1）",
        "框 aside：删去，原在第 4 页（独页）（articles/a.md:9:1）",
    ]
    assert [each.line for each in changed.corrections] == [-2]
