"""Filling: white that decided pages leave at articles' ends, how deep fillers are, and pages with them cast."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from huozi.diagnostics import Finding, Findings, Span
from huozi.galley import Galley, SetMatter, Start
from huozi.makeup.fillers import ABOVE, White, stand, widest_left
from huozi.makeup.goals import IssuePlan
from huozi.makeup.parts import Grid
from huozi.makeup.plans import Draft, PagePlan, Stood, cast
from huozi.makeup.search import best_pages
from huozi.makeup.steps import Rules
from huozi.makeup.units import Part, units_of
from huozi.records import NamedTuple

SHARES = 12
"""Lines are counted in twelfths of a page's width, so that lines of one to four columns add up."""
OF_FILLER = -1
"""The place in the issue's galley of what is no part of it."""


class Filler(NamedTuple):
    """A filler ready to stand: its galley, the page that it makes alone, and how many grid lines it takes.

    ``draft`` is ``None`` where it is deeper than a page. ``span`` is its place, ``findings`` what was found in
    setting it.
    """

    galley: Galley
    draft: Draft | None
    depth: int
    span: Span
    findings: tuple[Finding, ...] = ()


class Fillers(NamedTuple):
    """An issue's fillers in order of preference, the grid lines of its pages, and those that must not stand."""

    ready: tuple[Filler, ...]
    lines: int
    barred: frozenset[int] = frozenset()


def filler_of(made: SetMatter, span: Span, grid: Grid) -> Filler:
    """A filler in natural lines on a page of its own; it is never split, so nothing in it begins a page or a column."""
    whole = tuple(piece for piece in made.galley if not isinstance(piece, Start))
    units = units_of(whole, grid.columns)[0].units
    shares = sum(unit.height(unit.lines, unit.lines) * SHARES // unit.columns for unit in units)
    least = -(-shares // SHARES)
    rules = Rules((grid.lines,), least=grid.least, balance=grid.balance)
    fits = least <= grid.lines and all(unit.depth <= grid.lines for unit in units)
    found = best_pages(units, rules) if fits else None
    if found is None:
        return Filler(whole, None, max(least, grid.lines + 1), span, made.findings)
    draft = Draft(Part(units), found, rules.depths)
    return Filler(whole, draft, _pages_of(draft)[0].used, span, made.findings)


class _Page(NamedTuple):
    """A page: the grid lines used, those that there are, and whether an article or a section begins with its first."""

    used: int
    lines: int
    begins: bool = False


def _pages_of(draft: Draft) -> list[_Page]:
    """The pages of a part."""
    units = draft.part.units
    pages = [_Page(0, lines) for lines in draft.depths[: draft.found.pages]]
    given = 0
    for (page, item, _, _, fill, _, top, *_), step in draft.found.way:
        unit = units[item]
        if not step.lines or unit.idle:
            continue
        known = pages[page]
        begins = known.begins or (not known.used and any(each.marks for each in units[given : item + 1]))
        bottom = top + fill + unit.height(step.lines, step.of)
        pages[page] = known._replace(used=max(known.used, bottom), begins=begins)
        given = item + 1
    if draft.part.floats or draft.part.notes:
        from huozi.makeup.float_reports import whole_pages  # many issues are text alone

        for page, above in whole_pages(draft).items():
            pages[page] = pages[page]._replace(used=min(pages[page].used + above, pages[page].lines))
    return pages


def whites_of(plan: IssuePlan, depth: int) -> tuple[White, ...]:
    """White at the ends of articles: below them, and blank pages behind them; none within an article."""
    pages: list[_Page] = []
    for blanks, draft in zip(plan.before, plan.drafts, strict=True):
        pages += [_Page(0, depth)] * blanks
        pages += _pages_of(draft)
    pages += [_Page(0, depth)] * plan.after
    first = next((number for number, page in enumerate(pages) if page.used), len(pages))
    found: list[White] = []
    ends = True
    for number in range(len(pages) - 1, first - 1, -1):
        page = pages[number]
        if ends and page.used < page.lines:
            found.append(White(number, page.used, page.lines - page.used))
        ends = page.begins if page.used else ends
    return tuple(reversed(found))


def stood(plan: IssuePlan, fillers: Fillers) -> tuple[Stood, ...]:
    """Where fillers stand on the pages of a plan."""
    may = [filler for filler in range(len(fillers.ready)) if filler not in fillers.barred]
    found = stand([fillers.ready[filler].depth for filler in may], whites_of(plan, fillers.lines))
    return tuple(each._replace(filler=may[each.filler]) for each in found)


def filled(pages: Sequence[PagePlan], fillers: Fillers, standing: Iterable[Stood]) -> tuple[PagePlan, ...]:
    """Pages with the fillers that stand on them, cast."""
    found = list(pages)
    for filler, number, line in standing:
        galley, draft = fillers.ready[filler][:2]
        if draft is not None:
            page = found[number]
            rows = cast(galley, draft, page.side)[0].standing
            below = max((each.band for each in page.standing), default=-1) + 1
            lower = (each._replace(line=each.line + line, band=each.band + below, item=OF_FILLER) for each in rows)
            found[number] = page._replace(standing=(*page.standing, *lower))
    return tuple(found)


def report_fillers(fillers: Fillers, plan: IssuePlan, standing: Sequence[Stood], findings: Findings) -> None:
    """Report what was found in the fillers that stand, and those that do not.

    Findings: ``filler-unplaced``, ``filler-unsettled``.
    """
    depths = [filler.depth for filler in fillers.ready]
    widest = widest_left(depths, whites_of(plan, fillers.lines), standing)
    there = {each.filler for each in standing}
    for number, filler in enumerate(fillers.ready):
        if number in there:
            findings.extend(filler.findings)
        elif number in fillers.barred:
            findings.add(filler.span, "filler-unsettled")
        else:
            findings.add(filler.span, "filler-unplaced", lines=filler.depth + ABOVE, widest=widest)
