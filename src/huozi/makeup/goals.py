"""Page counts as goals: the pages of an issue that are wanted, and what every count that can be had would cost.

Parts are solved one by one; they meet only in the side that each begins on. So the best pages of an issue in so many
are found part after part, by the pages used so far.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from huozi.makeup.costs import BLANK, MOVED, field_of
from huozi.makeup.parts import Solver
from huozi.makeup.plans import Draft
from huozi.records import NamedTuple


class Paging(NamedTuple):
    """What is asked of the count of inside pages.

    ``ahead``: pages before the body. ``exactly``, ``multiple``: the count wanted, 0 where not. ``leaf``: without such a
    wish the inside has a multiple of so many. ``blanks``: where blank pages stand that only fill a count.
    """

    ahead: int
    exactly: int = 0
    multiple: int = 0
    leaf: int = 2
    blanks: Literal["end", "section"] = "end"


class IssuePlan(NamedTuple):
    """The pages of an issue decided on: its parts, blank pages before each and after the last, and what they cost."""

    drafts: tuple[Draft, ...]
    before: tuple[int, ...]
    after: int
    cost: int

    @property
    def pages(self) -> int:
        """The pages of the body, blank ones at its end too."""
        return sum(draft.found.pages for draft in self.drafts) + sum(self.before) + self.after

    @property
    def cut(self) -> int:
        """The lines that must go for it."""
        return field_of(self.cost, "cut")

    @property
    def blanks(self) -> int:
        """The blank pages."""
        return sum(self.before) + self.after


class _Way(NamedTuple):
    """The best pages of the parts so far: cost, drafts, blank pages before each."""

    cost: int
    drafts: tuple[Draft, ...] = ()
    before: tuple[int, ...] = ()


def natural_plan(solver: Solver, paging: Paging) -> IssuePlan:
    """Every part in its natural count of pages, each article on its page."""
    way, number = _Way(0), paging.ahead + 1
    for part, each in enumerate(solver.parts):
        blank = int(each.recto and number % 2 == 0)
        draft = solver.natural(part, (number + blank) % 2 == 1)
        number += blank + draft.found.pages
        way = _with(solver, way, draft, blank)
    return IssuePlan(way.drafts, way.before, 0, way.cost)


def _with(solver: Solver, way: _Way, draft: Draft, blank: int) -> _Way:
    """The next part after so many blank pages; it is moved where it begins elsewhere than in a plan that is kept."""
    first = solver.kept[len(way.drafts)].first
    begins = sum(each.found.pages for each in way.drafts) + sum(way.before) + blank
    cost = way.cost + draft.found.cost + (blank << BLANK) + (int(first not in (-1, begins)) << MOVED)
    return _Way(cost, (*way.drafts, draft), (*way.before, blank))


def wanted_plan(solver: Solver, paging: Paging) -> IssuePlan | None:
    """The pages that meet the goal; ``None`` where they cannot be had without lines to cut."""
    natural = natural_plan(solver, paging)
    count = paging.ahead + natural.pages
    if paging.exactly:
        return plan_in(solver, paging, paging.exactly, natural)
    multiple = paging.multiple or paging.leaf
    if count % multiple == 0 or not paging.multiple:
        return filled_up(natural, paging, multiple)
    plans = (plan_in(solver, paging, count + more, natural) for more in (-(count % multiple), -count % multiple))
    return min((plan for plan in plans if plan is not None), key=lambda plan: plan.cost, default=None)


def filled_up(plan: IssuePlan, paging: Paging, multiple: int) -> IssuePlan:
    """A plan with blank pages at its end, so that the inside has a multiple of so many pages."""
    return _followed(plan, -(paging.ahead + plan.pages) % multiple)


def _followed(plan: IssuePlan, blanks: int) -> IssuePlan:
    """A plan with so many blank pages more at its end."""
    return plan._replace(after=plan.after + blanks, cost=plan.cost + (blanks << BLANK))


def plan_in(solver: Solver, paging: Paging, count: int, natural: IssuePlan, *, cut: bool = False) -> IssuePlan | None:
    """The best pages of an issue whose inside has so many; ``None`` where there are none (without lines to cut).

    Blank pages are there only beside parts in their natural counts, for a part is rather spread, where that leaves no
    hole, than followed by a blank page.
    """
    body = count - paging.ahead
    found = [
        plan for plan in (_with_blanks(solver, paging, body, natural), _without(solver, paging, body, cut)) if plan
    ]
    return min(found, key=lambda plan: plan.cost, default=None)


def _with_blanks(solver: Solver, paging: Paging, body: int, natural: IssuePlan) -> IssuePlan | None:
    """The natural counts of pages and as many blank pages as are missing, after sections or at the end."""
    missing = body - natural.pages
    if missing < 0:
        return None
    if paging.blanks == "end" or not missing:
        return _followed(natural, missing)
    ways = {0: _Way(0)}
    for part, each in enumerate(solver.parts):
        after: dict[int, _Way] = {}
        for used, way in ways.items():
            for blank in range(missing + 1 if part else 1):
                number = paging.ahead + used + blank + 1
                turned = int(each.recto and number % 2 == 0)
                draft = solver.natural(part, (number + turned) % 2 == 1)
                _offer(after, used + blank + turned + draft.found.pages, _with(solver, way, draft, blank + turned))
        ways = after
    plans = [
        IssuePlan(way.drafts, way.before, body - used, way.cost + (body - used << BLANK))
        for used, way in ways.items()
        if used <= body
    ]
    return min(plans, key=lambda plan: plan.cost, default=None)


def _offer(ways: dict[int, _Way], pages: int, way: _Way) -> None:
    """Keep the cheapest way to so many pages."""
    if pages not in ways or way.cost < ways[pages].cost:
        ways[pages] = way


def _without(solver: Solver, paging: Paging, body: int, cut: bool) -> IssuePlan | None:
    """The best pages of a body in so many, with no blank page but before what begins on a right-hand page.

    Lines are cut where the least that can be reckoned with says so: counts of a part that alone would need more than
    the best pages found are not even tried.
    """
    if not cut:
        return _split(solver, paging, body, None)
    least = least_cuts(solver, body)
    if least is None:
        return None
    plan = _split(solver, paging, body, least + MORE_CUT)
    return plan if plan is None or plan.cut <= least + MORE_CUT else _split(solver, paging, body, plan.cut)


MORE_CUT = 4
"""Lines that may have to go beyond what room alone asks for, before a wider search."""


def _split(solver: Solver, paging: Paging, body: int, most_cut: int | None) -> IssuePlan | None:
    """The pages of a body shared out to its parts at the least cost."""
    ways = {0: _Way(0)}
    for part, each in enumerate(solver.parts):
        after: dict[int, _Way] = {}
        rest = len(solver.parts) - part - 1
        for used, way in ways.items():
            number = paging.ahead + used + 1
            blank = int(each.recto and number % 2 == 0)
            right = (number + blank) % 2 == 1
            most = body - used - blank - rest
            for pages in _counts(solver, part, right, most, most_cut):
                may_cut = most_cut is not None and pages <= solver.natural_count(part, right)
                draft = solver.solved(part, right, pages, cut=may_cut)
                if draft is not None:
                    _offer(after, used + blank + pages, _with(solver, way, draft, blank))
        ways = after
    best = ways.get(body)
    return None if best is None else IssuePlan(best.drafts, best.before, 0, best.cost)


def _counts(solver: Solver, part: int, right: bool, most: int, most_cut: int | None) -> Iterator[int]:
    """The counts of pages that a part may have, at the most so many; none that needs more lines cut than asked."""
    natural = solver.natural_count(part, right)
    for pages in range(min(natural, most), 0, -1):
        if most_cut is None and pages < natural and solver.solved(part, right, pages) is None:
            break
        if most_cut is not None:
            least = solver.least_cut(part, pages)
            if least is None or least > most_cut:
                break
        yield pages
    missed = 0
    for pages in range(natural + 1, most + 1):
        missed = 0 if solver.solved(part, right, pages) else missed + 1
        if missed > 1:
            break
        yield pages


def least_cuts(solver: Solver, body: int) -> int | None:
    """The lines that must go at the least for a body of so many pages; ``None`` where all that may go is too little."""
    ways = {0: 0}
    for part in range(len(solver.parts)):
        after: dict[int, int] = {}
        for used, cut in ways.items():
            for pages in range(1, body - used + 1):
                least = solver.least_cut(part, pages)
                if least is None:
                    continue
                total = cut + least
                after[used + pages] = min(after.get(used + pages, total), total)
                if not least:
                    break
        ways = after
    return min((cut for used, cut in ways.items() if used <= body), default=None)
