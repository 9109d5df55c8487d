"""docs/clauses.md: what standards ask of pages, by which keys a layout does it, which test shows that."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest

from huozi.content.front_matter import FRONT_MATTER_KEYS
from huozi.content.issue_file import ISSUE_KEYS
from huozi.records import NamedTuple
from huozi.style.keys.covers import ELEMENTS
from huozi.style.keys.fields import DESIGN_FIELDS, LINE_FIELDS, OPENING_FIELDS
from huozi.style.keys.openings import PIECES
from huozi.style.properties import PROPERTIES

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
BEYOND_UNITS = ("properties/", "integration/")
"""What the names of tests begin with that are none of units."""
TEXT = (ROOT / "docs" / "clauses.md").read_text(encoding="utf-8")
HEAD = "| 条款 | 键或做法 | 测试 | 结论 |"
HOLDS, NOT_DONE = "成立", "未做"
FIELDS = {f"{{{name}}}" for name in (*DESIGN_FIELDS, *LINE_FIELDS, *OPENING_FIELDS)}
KEYS = {row.path for row in PROPERTIES}
KNOWN = {
    *KEYS, *FIELDS, *(f"set: {name}" for name in PIECES), *(f"draw: {name}" for name in ELEMENTS),
    *(f"文章 {key}" for key in FRONT_MATTER_KEYS), *(f"本期 {key}" for key in ISSUE_KEYS),
}  # fmt: skip
"""What may be named as a key: of a layout, of its pieces and designs, of articles and issues; fields of templates."""


class Row(NamedTuple):
    """A clause with what is said of it."""

    clause: str
    keys: tuple[str, ...]
    tests: tuple[str, ...]
    verdict: str


def quoted(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))


def rows() -> list[Row]:
    tables = TEXT.split(HEAD)[1:]
    lines = [line for table in tables for line in table.split("\n\n")[0].splitlines()[2:]]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert {len(each) for each in cells} == {4}
    return [Row(clause, quoted(keys), quoted(tests), verdict) for clause, keys, tests, verdict in cells]


ROWS = rows()


@lru_cache
def functions(path: Path) -> frozenset[str]:
    """The tests of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_there_is_a_table_for_each_standard() -> None:
    assert TEXT.count(HEAD) == 7
    assert re.findall(r"^## (\S+?)(?:：|$)", TEXT, re.MULTILINE)[0] == "CLREQ"
    assert len(ROWS) > 60
    assert len({row.clause for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.clause)
def test_a_clause_holds_with_a_test_or_is_named_as_not_done(row: Row) -> None:
    assert row.verdict in (HOLDS, NOT_DONE)
    assert bool(row.tests) == (row.verdict == HOLDS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.clause)
def test_every_key_and_every_test_named_is_there(row: Row) -> None:
    assert [key for key in row.keys if key not in KNOWN] == []
    for name in row.tests:
        file, _, function = name.partition("::")
        folder = TESTS if file.startswith(BEYOND_UNITS) else TESTS / "unit"
        assert function in functions(folder / file), name


def test_what_is_not_done_is_listed_at_the_end() -> None:
    listed = re.findall(r"^\* (.+)$", TEXT.partition("## 未做的")[2], re.MULTILINE)
    assert listed == [row.clause for row in ROWS if row.verdict == NOT_DONE]
