"""The map that a proof carries is a stranger's: every member is looked at."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from proofs import map_json

from huozi.diagnostics import Span
from huozi.reviews.model import Box
from huozi.reviews.proof_map import MapLine, ProofMap, read_map


def read(**changes: Any) -> object:
    return read_map(json.dumps({**map_json(), **changes}).encode())


def with_line(at: int, value: object) -> object:
    """The map whose first line has another member at a place."""
    whole = map_json()
    whole["pages"][0]["lines"][0][at] = value
    return read_map(json.dumps(whole).encode())


def test_a_map_is_read_as_it_is_written() -> None:
    found = read()
    assert isinstance(found, ProofMap)
    assert found[:6] == ("hedeng", "2030", "3", "河灯 2030 年第 3 期", "二校", "1a2b3c4")
    assert [(page.sheet, page.label, len(page.lines)) for page in found.pages] == [
        (1, "4", 4),
        (2, "5", 4),
        (2, "6", 2),
    ]
    box = Box(100_000, 697_000, 172_000, 709_000)
    assert found.pages[0].lines[0] == MapLine(box, 1, 1, Span("articles/01-hedeng.md", 5, 1))


@pytest.mark.parametrize(
    ("value", "file"),
    [("articles/b.md", "articles/b.md"), (1, "articles/02-qiaodun.md"), (None, ""), (-1, ""), ("", "")],
)
def test_a_file_is_named_or_counted_or_not_known(value: object, file: str) -> None:
    found = with_line(6, value)
    assert isinstance(found, ProofMap)
    assert found.pages[0].lines[0].span == (Span(file, 5, 1) if file else Span(""))


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "C:\\a.md", "c:a.md", "a/../b.md", "a//b.md", "a\nb.md", "a\u202eb.md"]
)
def test_a_file_outside_the_issue_is_none(name: str) -> None:
    found = with_line(6, name)
    assert isinstance(found, ProofMap)
    assert found.pages[0].lines[0].span == Span("")


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (0, "1"), (0, None), (1, True), (2, 1e9), (3, -1e9), (0, float("nan")), (1, float("inf")), (4, -1), (4, 1.5),
        (5, "2"), (5, 10**9), (6, 2), (6, 1.5), (6, [1]), (7, -2), (7, None), (8, "x"), (8, True), (6, "x" * 400),
    ],
)  # fmt: skip
def test_a_line_with_a_member_that_is_none_damages_the_map(at: int, value: object) -> None:
    assert with_line(at, value) == "damaged"


@pytest.mark.parametrize(
    "changes",
    [
        {"pages": None}, {"pages": {}}, {"pages": [1]}, {"pages": [{"sheet": -1, "lines": []}]},
        {"pages": [{"sheet": 0}]}, {"pages": [{"sheet": 0, "lines": [[1, 2]]}]}, {"files": "a"}, {"files": [1]},
        {"journal": ["a"]}, {"year": True},
        {"round": "x" * 400}, {"version": 0}, {"version": "1"}, {"version": None},
        {"pages": [{"sheet": 0, "lines": [[0, 0, 1, 1, 1, 1, 0, 1, 1]] * 1500}] * 2},
    ],
)  # fmt: skip
def test_a_member_that_is_none_damages_the_map(changes: dict[str, Any]) -> None:
    assert read(**changes) == "damaged"


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'{"version": ' + b"9" * 5000 + b"}", b"1"]
)
def test_what_is_no_map_is_damaged(data: bytes) -> None:
    assert read_map(data) == "damaged"


def test_a_map_of_a_later_version_says_so() -> None:
    assert read(version=2, pages="otherwise") == "later"


def test_a_map_larger_than_any_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huozi.reviews.proof_map.MOST_BYTES", 100)
    assert read() == "damaged"


def test_what_a_later_version_adds_is_no_fault() -> None:
    whole = map_json()
    whole["more"] = 1
    whole["pages"][0]["more"] = 2
    for line in whole["pages"][0]["lines"]:
        line.append("一行的文字")
    found = read_map(json.dumps(whole).encode())
    assert isinstance(found, ProofMap)
    assert found.pages[0].lines[0].text == "一行的文字"


CORNERS: list[Callable[[list[Any]], list[Any]]] = [
    lambda row: [row[2], row[3], row[0], row[1], *row[4:]],
    lambda row: [row[0], row[3], row[2], row[1], *row[4:]],
]


@pytest.mark.parametrize("turned", CORNERS)
def test_corners_may_be_any_two(turned: Callable[[list[Any]], list[Any]]) -> None:
    whole = map_json()
    whole["pages"][0]["lines"][0] = turned(whole["pages"][0]["lines"][0])
    found = read_map(json.dumps(whole).encode())
    assert isinstance(found, ProofMap)
    assert found.pages[0].lines[0].box == Box(100_000, 697_000, 172_000, 709_000)
