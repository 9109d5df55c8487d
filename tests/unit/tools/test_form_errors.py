from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
import tool_path  # noqa: F401
from form_error_copies import Copy, digits_swapped, mistyped, paragraphs, replaced, sound_copies, with_value
from form_error_table import KINDS
from form_errors import LEAST, keys_of, made, new_rules, shares, tried

from huozi.diagnostics import Span, finding
from huozi.messages import MESSAGES

ARTICLE = "---\ntitle: 渡口\nabstract: >-\n  一段\n  两行\nkeywords: [水则, 渡口]\n---\n\n## 一、刻痕\n\n"


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> list[Copy]:
    return sound_copies(tmp_path_factory.mktemp("copies"), None)


def test_kinds_have_sources_rules_that_there_are_and_ways_or_a_reason() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 40
    assert {kind.source for kind in KINDS} == {"print.md", "standards.md", "trade papers"}
    assert all(kind.rules and kind.rules <= MESSAGES.keys() for kind in KINDS)
    assert all(bool(kind.ways) != bool(kind.impossible) for kind in KINDS)


@pytest.mark.parametrize("count", [1, 200, 400])
def test_every_kind_has_five_errors_at_the_least(count: int) -> None:
    numbers = [number for _, number in shares(count)]
    assert min(numbers) >= LEAST
    assert sum(numbers) >= count


def test_an_error_is_told_by_what_the_sound_issue_does_not_have() -> None:
    one, moved = (finding(Span("a.md", line), "same-title", other="b.md", line=2) for line in (2, 9))
    other = finding(Span("a.md", 2), "empty-heading")
    assert new_rules([moved], keys_of([one])) == []
    assert new_rules([moved, other], keys_of([one])) == ["empty-heading"]
    assert new_rules([one, one], Counter()) == ["same-title"]


def test_a_file_is_changed_in_one_place(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(ARTICLE, "utf-8")
    edit = with_value(path, "abstract", "短")
    assert edit is not None
    assert edit.text == ARTICLE.replace("abstract: >-\n  一段\n  两行\n", "abstract: 短\n")
    gone = with_value(path, "keywords", "")
    assert gone is not None
    assert "keywords" not in gone.text
    second = replaced(path, "渡口", "津渡", "mistyped", nth=1)
    assert second is not None
    assert second.text == ARTICLE.replace("[水则, 渡口]", "[水则, 津渡]")
    assert replaced(path, "渡口", "津渡", "mistyped", nth=2) is None


def test_slips_are_one_character_or_two_neighbours() -> None:
    rng = random.Random(7)  # noqa: S311
    for _ in range(50):
        text = mistyped(rng, "旧渡口 A")
        assert sum(one != other for one, other in zip(text, "旧渡口 A", strict=True)) == 1
        assert sum(one != other for one, other in zip(digits_swapped(rng, "2030-03"), "2030-03", strict=True)) in (1, 2)


def test_paragraphs_in_divisions_are_left_alone(tmp_path: Path) -> None:
    long = "水" * 70
    path = tmp_path / "a.md"
    path.write_text(f"{ARTICLE}{long}一\n\n::: {{style=x}}\n{long}二\n:::\n\n{long}三\n", "utf-8")
    assert paragraphs(path) == [f"{long}一", f"{long}三"]


def test_an_error_is_put_in_found_and_taken_out(copies: list[Copy]) -> None:
    kind = next(kind for kind in KINDS if kind.name == "year of the issue")
    before = {path: path.read_bytes() for path in copies[0].issue.rglob("*.*") if path.is_file()}
    error = made(kind, copies[:1], random.Random(1), set())  # noqa: S311
    assert error is not None
    trial = tried(kind, *error, Counter())
    assert set(trial.fitting) & {"date-not-of-year", "issue-not-of-folder"}
    assert {path: path.read_bytes() for path in before} == before


def test_every_way_has_a_place_in_some_copy(copies: list[Copy]) -> None:
    rng = random.Random(3)  # noqa: S311
    without = [
        kind.name
        for kind in KINDS
        if kind.ways and all(way(copy, rng) is None for way in kind.ways for copy in copies for _ in range(4))
    ]
    assert without == []
