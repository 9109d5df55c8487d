"""Pagination: a galley to pages, the best of all that keep each article on its page unless a goal says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from huozi.display import Side
from huozi.galley import Galley
from huozi.makeup.goals import IssuePlan
from huozi.makeup.plans import OTHER_SIDE, Draft, PagePlan, cast

if TYPE_CHECKING:
    from huozi.makeup.casting import Feet


def cast_pages(
    galley: Galley, plan: IssuePlan, first: Side, depth: int, feet: Callable[[], Feet] | None = None
) -> tuple[PagePlan, ...]:
    """The pages of a plan, blank ones among them, with their lines cast; the first stands on a side.

    ``feet`` gives how notes stand at feet, where there are any; without, there are no floats and notes.
    """
    pages: list[PagePlan] = []
    side = first

    def add_blanks(count: int, side: Side) -> Side:
        for _ in range(count):
            pages.append(PagePlan(side, (), depth))
            side = OTHER_SIDE[side]
        return side

    for blanks, draft in zip(plan.before, plan.drafts, strict=True):
        side = add_blanks(blanks, side)
        if feet is not None and with_matter(draft):
            from huozi.makeup.casting import cast_with_matter  # many issues are text alone

            pages += cast_with_matter(galley, draft, side, feet())
        else:
            pages += cast(galley, draft, side)
        side = OTHER_SIDE[pages[-1].side]
    add_blanks(plan.after, side)
    return tuple(pages)


def with_matter(draft: Draft) -> bool:
    """Whether floats or notes stand beside the text of a part, or what heads a piece that goes on."""
    part = draft.part
    return bool(part.floats or part.notes) or any(unit.again for unit in part.units)
