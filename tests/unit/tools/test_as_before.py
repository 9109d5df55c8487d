from __future__ import annotations

import pytest
import tool_path  # noqa: F401
from as_before import Elsewhere, Paged, Start, cost_of, is_right, made_now, paged_now, shown, texts_of
from cold_runs import RunFailed
from issues import is_body
from real_issue import SPECIMEN
from tiny_pages import costs, heading, paragraph, solver

from huozi.galley import Space
from huozi.galley import Start as Begin
from huozi.makeup.costs import SHORT, UNEQUAL
from huozi.makeup.parts import Grid
from huozi.makeup.steps import Rules

SAME = Paged((1, 3), (Start(0, 1), Start(1, 2)))
PART = Elsewhere(((7, Start(1, 4), Start(1, 3)),), 2 << UNEQUAL, 3 << SHORT)


def test_pages_are_right_where_each_that_begins_elsewhere_costs_less() -> None:
    assert is_right(SAME, SAME, [])
    assert is_right(SAME, SAME, [PART])
    assert not is_right(SAME, SAME, [PART, PART._replace(now=PART.before)])
    assert not is_right(SAME, SAME._replace(lines=(1, 4)), [PART])


def test_each_page_that_begins_elsewhere_is_listed_with_what_it_is_worth() -> None:
    assert list(shown("it", SAME, SAME, [PART])) == [
        "it: 2 texts, 0 in other lines; 2 pages, 1 begin elsewhere: right",
        "  page 7: began with text 1 line 4, now 1 line 3",
        "  its part costs less: unequal 2 → 0, short 0 → 3",
    ]
    wrong = list(shown("it", SAME, SAME, [PART._replace(now=3 << UNEQUAL)]))
    assert wrong[0].endswith("WRONG")
    assert wrong[2] == "  its part costs NO LESS: unequal 2 → 3"


def test_pages_of_before_cost_what_their_ends_cost_today() -> None:
    draft = solver((paragraph(4), paragraph(6)), Grid(6, 1)).natural(0, right=True)
    rules = Rules(draft.depths, True)
    assert cost_of(draft, rules, [(0, 1), (1, 3)]) == draft.found.cost
    assert costs(draft.found.cost) == {"white": 2}
    assert costs(cost_of(draft, rules, [(0, 1), (1, 1)])) == {"hole": 1, "short": 2}
    with pytest.raises(RunFailed, match="cannot be had"):
        cost_of(draft, rules, [(0, 1), (0, 2)])


def test_what_pages_begin_with_is_told_by_texts_and_lines() -> None:
    assert texts_of((Begin("page"), heading(), Space(1), paragraph(2))) == [1, 3]
    made = made_now(SPECIMEN, "push-out")
    now = paged_now(made)
    assert now.starts[0] == (0, 1)
    assert len(now.starts) == len([page for page in made.pages if page.folio and is_body(page)])
    assert all(1 <= start.line <= now.lines[start.text] for start in now.starts)
    assert sorted(now.starts) == list(now.starts)
    assert any(start.line > 1 for start in now.starts)
