"""Pagination: a galley to pages, the best of all that keep each article on its page unless a goal says otherwise."""

from __future__ import annotations

from huozi.display import Side
from huozi.galley import Galley
from huozi.makeup.goals import IssuePlan
from huozi.makeup.plans import OTHER_SIDE, PagePlan, cast


def cast_pages(galley: Galley, plan: IssuePlan, first: Side, depth: int) -> tuple[PagePlan, ...]:
    """The pages of a plan, blank ones among them, with their lines cast; the first stands on a side."""
    pages: list[PagePlan] = []
    side = first

    def add_blanks(count: int, side: Side) -> Side:
        for _ in range(count):
            pages.append(PagePlan(side, (), depth))
            side = OTHER_SIDE[side]
        return side

    for blanks, draft in zip(plan.before, plan.drafts, strict=True):
        side = add_blanks(blanks, side)
        pages += cast(galley, draft, side)
        side = OTHER_SIDE[pages[-1].side]
    add_blanks(plan.after, side)
    return tuple(pages)
