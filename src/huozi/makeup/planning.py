"""Planning: the pages of an issue decided on, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from huozi.diagnostics import Findings, Span
from huozi.makeup.costs import SIDE_BY_SIDE, field_of
from huozi.makeup.goals import IssuePlan, Paging, filled_up, natural_plan, plan_in, wanted_plan
from huozi.makeup.parts import Solver
from huozi.makeup.plans import Draft, Stood
from huozi.makeup.steps import Place, Step
from huozi.makeup.units import ORPHANS, WIDOWS, Unit
from huozi.records import NamedTuple

SHORT_BY = 2
"""A column that is so many lines short is told: one whose text runs on, or that is not level with those beside it."""


class Decision(NamedTuple):
    """What was decided: the plan that is made, and, where a count that is wanted cannot be had, what it would take.

    ``lacking`` is the plan with lines cut; ``None`` too where no cutting would do. ``stood`` tells which fillers stand
    on the plan's white, page by page.
    """

    plan: IssuePlan
    is_met: bool = True
    lacking: IssuePlan | None = None
    stood: tuple[Stood, ...] = ()

    @property
    def blanks_to_fill(self) -> int:
        """The blank pages that only fill a count, not to come to a right-hand page, and that no filler stands on."""
        page, blank = 0, set[int]()
        for blanks, draft in zip(self.plan.before, self.plan.drafts, strict=True):
            turned = int(draft.part.recto and blanks % 2 == 1)
            blank.update(range(page, page + blanks - turned))
            page += blanks + draft.found.pages
        blank.update(range(page, page + self.plan.after))
        return len(blank.difference(each.page for each in self.stood))


class Cut(NamedTuple):
    """Lines that a paragraph would have to lose."""

    span: Span
    lines: int


def decide(solver: Solver, paging: Paging) -> Decision:
    """The pages that meet what is asked; else those that come by themselves, with what would have to go.

    Either can be bound: without a count that can be had a blank page fills the last leaf.
    """
    plan = wanted_plan(solver, paging)
    if plan is not None:
        return Decision(plan)
    natural = natural_plan(solver, paging)  # a multiple can always be had, by blank pages
    return Decision(
        filled_up(natural, paging, paging.leaf), False, plan_in(solver, paging, paging.exactly, natural, cut=True)
    )


def cuts_of(plan: IssuePlan) -> Iterator[Cut]:
    """The paragraphs that lose lines in a plan, in the order of the text."""
    for draft in plan.drafts:
        for item, lines in draft.lines.items():
            unit = draft.part.units[item]
            cut = next((choice.cut for choice in unit.choices if choice.lines == lines), 0)
            if cut:
                yield Cut(unit.span, cut)


def report_pages(plan: IssuePlan, solver: Solver, paging: Paging, folio: int, findings: Findings) -> None:
    """Report what is wrong with pages: broken rules, columns that end short, each with what would cure it.

    ``folio`` is that of the body's first page.

    Findings: ``heading-at-foot``, ``line-alone-at-foot``, ``line-alone-at-head``, ``page-too-deep``, ``column-short``,
    ``pages-not-all-tried``.
    """
    number = paging.ahead + 1
    shift = folio - number
    for part, (blanks, draft) in enumerate(zip(plan.before, plan.drafts, strict=True)):
        number += blanks
        wrong = [(place, step, *found) for place, step in draft.found.way for found in _faults(draft, place, step)]
        cure = _cure(solver, part, number, draft) if any(row[2] in CURED for row in wrong) else 0
        for place, _, rule, span, lines in wrong:
            facts = {"folio": number + place[0] + shift, "lines": lines or draft.depths[place[0]]}
            _report(rule, span, cure, facts, findings)
        if not draft.found.is_exact:
            findings.add(draft.part.units[0].span, "pages-not-all-tried", pages=draft.found.pages)
        if draft.part.floats or draft.part.notes:
            from huozi.makeup.float_reports import report_matter  # many issues are text alone

            report_matter(draft, number, shift, findings)
        number += draft.found.pages


def _report(rule: str, span: Span, cure: int, facts: dict[str, int], findings: Findings) -> None:
    """Report a fault of pages, with what would cure it where that is known."""
    if rule in CURED:
        rule, facts = (rule, facts | {"cure": cure}) if cure else (CURED[rule], facts)
    findings.add(span, rule, **facts)


CURED: Final = {
    "heading-at-foot": "heading-at-foot-anyhow",
    "line-alone-at-foot": "line-alone-at-foot-anyhow",
    "line-alone-at-head": "line-alone-at-head-anyhow",
}
"""Broken rules that fewer lines may mend, each with the finding where these would not."""

MENDED: Final = ("heading", "lone_page", "lone_top", "single", "parted")
"""The fields of a cost that are empty once they are mended; a piece deeper than a page stays as deep."""


def _faults(draft: Draft, place: Place, step: Step) -> Iterator[tuple[str, Span, int]]:
    """What is wrong with where a step leads: rule, place in the source, lines."""
    units = draft.part.units
    item = place[1]
    if field_of(step.cost, "deep"):
        yield "page-too-deep", units[item].span, 0
    if field_of(step.cost, "heading"):
        yield "heading-at-foot", _last_text(units, item).span, 0
    if step.lines and field_of(step.cost, "parted") + field_of(step.cost, "lone_top"):
        if step.of - step.lines < WIDOWS:
            yield "line-alone-at-head", units[item].span, 0
        if not place[2] and step.lines < ORPHANS:
            yield "line-alone-at-foot", units[item].span, 0
    short = field_of(step.cost, "short") or _unlevel(units[item], place, step)
    if short >= SHORT_BY:
        yield "column-short", _last_text(units, item + bool(step.lines)).span, short


def _unlevel(unit: Unit, place: Place, step: Step) -> int:
    """How short a column of a band is whose columns were to end level; of those left empty, all its lines."""
    fill, column, limit = place[4], place[5], place[7]
    unequal = field_of(step.cost, "unequal") // SIDE_BY_SIDE
    if limit <= 0 or not unequal:
        return 0
    if step.place[7] == limit:  # it goes on in the next column
        return unequal
    return limit - fill - unit.height(step.lines, step.of) if column + 1 == unit.columns else limit


def _last_text(units: tuple[Unit, ...], item: int) -> Unit:
    """The unit above a place that has text; the place may be the end of them all."""
    return next((unit for unit in reversed(units[:item]) if unit.is_text), units[min(item, len(units) - 1)])


def _cure(solver: Solver, part: int, number: int, draft: Draft) -> int:
    """How many lines less would let a part keep all rules in as many pages; 0 where that would not do."""
    mended = solver.solved(part, number % 2 == 1, draft.found.pages, cut=True)
    if mended is None or any(field_of(mended.found.cost, name) for name in MENDED):
        return 0
    return field_of(mended.found.cost, "cut")
