"""The curve of page counts: every count of inside pages that can be had about the one by nature, and its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from huozi.makeup.costs import BLANK
from huozi.makeup.goals import IssuePlan, Paging, least_cuts, natural_plan, plan_in
from huozi.makeup.parts import Solver
from huozi.makeup.planning import Decision
from huozi.makeup.plans import Stood
from huozi.makeup.reasons import Varied, varied_in
from huozi.records import NamedTuple

if TYPE_CHECKING:
    from huozi.makeup.filling import Fillers

REACH = 4
"""So many pages fewer and more than by nature are looked at."""
MOST_CUT = 10
"""One line of so many, at the most, may have to go."""
MOST_PLACES = 20_000
"""Places that are looked at before no fewer pages are tried: text in columns that must be cut takes many."""


class Count(NamedTuple):
    """A count of inside pages as bound, with its best pages and the fillers on them; ``is_made``: they are made."""

    pages: int
    plan: IssuePlan
    is_made: bool
    stood: tuple[Stood, ...] = ()

    def blank_pages(self, paging: Paging) -> tuple[int, ...]:
        """The inside pages that are blank, by their numbers from 1; none that a filler stands on."""
        filled = {paging.ahead + each.page + 1 for each in self.stood}
        return tuple(page for page in blank_pages(self.plan, paging) if page not in filled)


class Curve(NamedTuple):
    """The counts that can be had, the fewest first; ``is_cut_short``: of fewer nothing is said."""

    counts: tuple[Count, ...]
    is_cut_short: bool


def curve_of(
    decision: Decision, solver: Solver, paging: Paging, fillers: Fillers | None = None, most: int = MOST_PLACES
) -> Curve:
    """Every count that can be bound and had, from four pages fewer than by nature to four more.

    Fewer only as long as at most a tenth of the lines must go, and until ``most`` places have been looked at; a count
    that was asked for is there whatever it takes. Parts so long that not all their pages could be tried in one count
    are not tried in others. ``fillers``: those that may stand on any of the pages.
    """
    natural = natural_plan(solver, paging)
    base = paging.ahead + natural.pages
    base += -base % paging.leaf
    plans: dict[int, IssuePlan] = {}
    spent = solver.places
    is_exact = all(draft.found.is_exact for draft in natural.drafts)
    is_cut_short = not is_exact
    if is_cut_short:
        blank = base - paging.ahead - natural.pages
        plans[base] = natural._replace(after=blank, cost=natural.cost + (blank << BLANK))
    for count in () if is_cut_short else range(base, max(base - REACH, paging.ahead + 1) - 1, -paging.leaf):
        if solver.places - spent > most:
            is_cut_short = True
            break
        plan = plan_in(solver, paging, count, natural) or _with_cuts(solver, paging, count, natural)
        is_cut_short = is_cut_short or plan is None
        if plan is not None:
            plans[count] = plan
    for count in range(base + paging.leaf, base + REACH + 1, paging.leaf) if is_exact else ():
        plan = plan_in(solver, paging, count, natural)
        if plan is not None:
            plans[count] = plan
    if decision.lacking is not None:
        plans[paging.ahead + decision.lacking.pages] = decision.lacking
    made = paging.ahead + decision.plan.pages
    plans[made] = decision.plan
    counts = (Count(count, plans[count], count == made, _stood(plans[count], fillers)) for count in sorted(plans))
    return Curve(tuple(counts), is_cut_short)


class Outlook(NamedTuple):
    """A count of inside pages as bound: its best pages, or (``None``) how many lines must go at the least for it."""

    pages: int
    best: Count | None
    least: int = 0


def outlook_of(
    decision: Decision, solver: Solver, paging: Paging, fillers: Fillers | None = None
) -> tuple[Outlook, ...]:
    """The counts of :func:`curve_of` at a glance: where lines must go, nobody has looked which ones are best cut.

    It takes next to no time, as everything it looks at has been made or is bounded.
    """
    natural = natural_plan(solver, paging)
    base = paging.ahead + natural.pages
    base += -base % paging.leaf
    made = paging.ahead + decision.plan.pages
    plans: dict[int, IssuePlan | None] = {}
    if all(draft.found.is_exact for draft in natural.drafts):
        first = max(base - REACH, paging.ahead + 1)
        plans = {
            count: plan_in(solver, paging, count, natural) for count in range(first, base + REACH + 1, paging.leaf)
        }
    if decision.lacking is not None:
        plans[paging.ahead + decision.lacking.pages] = decision.lacking
    plans[made] = decision.plan
    found = []
    for pages, plan in sorted(plans.items()):
        if plan is not None:
            found.append(Outlook(pages, Count(pages, plan, pages == made, _stood(plan, fillers))))
        elif least := least_cuts(solver, pages - paging.ahead):
            found.append(Outlook(pages, None, least))
    return tuple(found)


def _stood(plan: IssuePlan, fillers: Fillers | None) -> tuple[Stood, ...]:
    """The fillers that stand on the pages of a plan."""
    if fillers is None:
        return ()
    from huozi.makeup.filling import stood  # most issues have none

    return stood(plan, fillers)


def _with_cuts(solver: Solver, paging: Paging, count: int, natural: IssuePlan) -> IssuePlan | None:
    """The best pages in so many with lines cut; ``None`` where that is too many of them."""
    most = sum(unit.lines for part in solver.parts for unit in part.units if unit.is_text) // MOST_CUT
    least = least_cuts(solver, count - paging.ahead)
    if least is None or least > most:
        return None
    plan = plan_in(solver, paging, count, natural, cut=True)
    return plan if plan is not None and plan.cut <= most else None


def blank_pages(plan: IssuePlan, paging: Paging) -> tuple[int, ...]:
    """The inside pages that a plan leaves blank, by their numbers from 1."""
    blank: list[int] = []
    number = paging.ahead
    for before, pages in zip((*plan.before, plan.after), (*(each.found.pages for each in plan.drafts), 0), strict=True):
        blank += range(number + 1, number + before + 1)
        number += before + pages
    return tuple(blank)


def varied_of(plan: IssuePlan) -> Iterator[Varied]:
    """The paragraphs of a plan in other than their natural numbers of lines, in the order of the text."""
    for draft in plan.drafts:
        yield from varied_in(draft).values()
