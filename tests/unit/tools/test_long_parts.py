from __future__ import annotations

from random import Random
from typing import Any

import pytest
import tool_path  # noqa: F401
from long_parts import depth_of, differs, keeps, long_part, main, paged, row
from sixty_issues import Article, Texts
from tiny_pages import heading, paragraph

from huozi.galley import Start
from huozi.makeup.costs import fields_of
from huozi.makeup.parts import Grid

TEXTS = Texts(
    (heading(3, 1),),
    (heading(3),),
    (heading(1),),
    tuple(paragraph(lines, (lines + 1, 5)) for lines in (3, 4, 5, 6, 7)),
    (paragraph(1),),
    (Article((False, True, False, False), has_source=True), Article((False, False), has_source=False)),
    (Start("page"), Start("run-on", 4, is_article=True)),
)


def test_a_long_part_is_one_section_of_at_least_so_many_lines() -> None:
    galley = long_part(TEXTS, Random(1), 500)  # noqa: S311
    assert sum(matter == Start("page") for matter in galley) == 1
    assert 500 <= sum(map(depth_of, galley)) < 540
    assert depth_of(heading(2)) == 2
    assert depth_of(Start("page")) == 0


def test_a_short_part_costs_what_the_exact_search_says() -> None:
    found = paged(long_part(TEXTS, Random(1), 500), Grid(20, 1), exactly=True)  # noqa: S311
    assert (found["is_exact"], found["told"]) == (True, 0)
    assert found["cost"] == found["exact"]
    assert found["pages"] >= 25
    assert "exact" not in paged(long_part(TEXTS, Random(1), 100), Grid(20, 1), exactly=False)  # noqa: S311


NOTHING = fields_of(0)
SHORT, HOLE = NOTHING | {"short": 21}, NOTHING | {"hole": 1}
FOUND: dict[str, Any] = {
    "pages": 400,
    "seconds": 2.0,
    "places": 20_000,
    "is_exact": False,
    "told": 1,
    "cost": SHORT,
    "exact_seconds": 3.0,
    "exact_places": 90_000,
    "exact": NOTHING | {"short": 20},
}


def test_costs_differ_first_by_what_is_worst() -> None:
    assert differs(SHORT | {"white": 9}, SHORT | {"white": 7}) == ("white", 9, 7)
    assert differs(SHORT | {"white": 9}, HOLE) == ("hole", 0, 1)
    assert differs(SHORT, SHORT) == ("", 0, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"seconds": 2.01},
        {"cost": NOTHING | {"short": 22}},
        {"cost": SHORT | HOLE | {"short": 0}},
        {"told": 0},
        {"is_exact": True},
    ],
)
def test_a_part_keeps_no_bound_where_it_is_slow_dear_or_not_told(change: dict[str, Any]) -> None:
    assert keeps(FOUND)
    assert not keeps(FOUND | change)
    assert row(FOUND).endswith("short 21 instead of 20; holds")
    assert row(FOUND | change).endswith("DOES NOT HOLD")


def test_without_the_real_issue_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("long_parts.seed", lambda: None)
    monkeypatch.setattr("sys.argv", ["long_parts"])
    assert main() == 0
    assert "not at hand" in capsys.readouterr().out
