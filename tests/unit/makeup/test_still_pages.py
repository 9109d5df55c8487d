"""What a kept plan weighs: pages' first lines, then the lines of paragraphs on pages where nothing has changed."""

from __future__ import annotations

import pytest
from squares import HERE

from huozi.galley import Galley, SetParagraph, Slug, Variant
from huozi.makeup.costs import FIELDS, field_of
from huozi.makeup.goals import Paging, natural_plan
from huozi.makeup.kept import starts_of
from huozi.makeup.parts import Grid, Kept, Solver
from huozi.makeup.units import units_of

LINES = 4


def text(lines: int, *others: int) -> SetParagraph:
    """A paragraph of so many lines that may have these numbers too."""
    choices = (Variant(lines), *(Variant(other, 100) for other in others))
    return SetParagraph(lines, lambda count: (Slug(1, (), HERE),) * count, HERE, lambda: choices)


def pages(galley: Galley, kept: Kept) -> tuple[list[tuple[int, int]], list[int], int]:
    """Where pages begin, the lines of each paragraph, and the cost."""
    solver = Solver(units_of(galley, 1), galley, Grid(LINES, 1), (kept,))
    plan = natural_plan(solver, Paging(0))
    (draft,) = plan.drafts
    return list(starts_of(draft)), [draft.lines[item] for item in sorted(draft.lines)], plan.cost


def test_a_page_that_begins_as_in_the_plan_is_worth_more_than_any_hole() -> None:
    names = [name for name, _ in FIELDS]
    assert names.index("cut") < names.index("moved") < names.index("stirred") < names.index("hole")
    assert names[-1] == "unlike"


@pytest.mark.parametrize(("still", "lines"), [(frozenset({1}), [2, 4, 3, 2]), (frozenset[int](), [2, 3, 3, 2])])
def test_paragraphs_keep_their_lines_on_pages_on_which_nothing_has_changed(
    still: frozenset[int], lines: list[int]
) -> None:
    """Else the second page, which has a line more in the plan, would be made as short as the third, which it faces."""
    kept = Kept({page: ((page, 0),) for page in range(4)}, {1: 4}, still, {}, 4, 0)
    starts, found, _ = pages((text(2), text(3, 4), text(3), text(2)), kept)
    assert starts == [(0, 0), (1, 0), (2, 0), (3, 0)]
    assert found == lines


@pytest.mark.parametrize("lines", [[2, 2], [1, 3]])
def test_among_equal_pages_the_plan_made_last_wins(lines: list[int]) -> None:
    """One of two paragraphs has a line more, so that the first page is full."""
    kept = Kept({0: ((0, 0),)}, dict(enumerate(lines)))
    _, found, cost = pages((text(1, 2), text(2, 3), text(2), text(2)), kept)
    assert found == [*lines, 2, 2]
    assert field_of(cost, "unlike") == 0


def test_a_page_may_begin_at_any_of_its_places() -> None:
    galley = (text(6), text(2))
    for places, moved in ((((0, 2),), 0), (((0, 3), (0, 2)), 0), (((0, 3),), 1)):
        starts, _, cost = pages(galley, Kept({0: ((0, 0),), 1: places}))
        assert starts == [(0, 0), (0, 2)]
        assert field_of(cost, "moved") == moved


def test_a_part_that_begins_elsewhere_is_moved() -> None:
    galley = (text(4), text(2))
    assert field_of(pages(galley, Kept({0: ((0, 0),)}, first=0))[2], "moved") == 0
    assert field_of(pages(galley, Kept({0: ((0, 0),)}, first=1))[2], "moved") == 1
    assert field_of(pages(galley, Kept({0: ((0, 0),)}))[2], "moved") == 0
