"""Pagination: a galley to pages, the best of all that keep each article on its page."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.diagnostics import Findings
from huozi.display import Side
from huozi.galley import Galley, SetParagraph
from huozi.makeup.costs import VARIANTS
from huozi.makeup.greedy import greedy_pages
from huozi.makeup.plans import OTHER_SIDE, Draft, PagePlan, cast
from huozi.makeup.search import Found, best_pages
from huozi.makeup.steps import Rules
from huozi.makeup.units import Choice, Part, Unit, units_of
from huozi.records import NamedTuple


class Grid(NamedTuple):
    """What units are filled into: grid lines a page, columns, the side of the first page; how columns are balanced."""

    lines: int
    columns: int
    first_side: Side
    least: int = 2
    balance: bool = True


def natural_pages(part: Part, grid: Grid, right: bool) -> Found:
    """A part as the plain paginator has it."""
    most = sum(unit.lines for unit in part.units) + len(part.units) + 1
    return greedy_pages(part.units, Rules((grid.lines,) * most, right, least=grid.least, balance=grid.balance))


def pages_in(found: Found) -> int:
    """How many pages a part has."""
    return found.way[-1][1].place[0] + 1


def held_by(found: Found, units: Sequence[Unit]) -> dict[int, int]:
    """The pages that articles begin on, by their first units."""
    return {
        place[1]: place[0] for place, step in found.way if step.lines and not place[2] and units[place[1]].article >= 0
    }


def best_of(part: Part, galley: Galley, grid: Grid, right: bool) -> Draft:
    """The best pages of a part that keep its articles' pages and its count of pages."""
    plain = natural_pages(part, grid, right)
    rules = Rules(
        (grid.lines,) * pages_in(plain), right, held_by(plain, part.units), least=grid.least, balance=grid.balance
    )
    if plain.cost >> VARIANTS:
        part = with_variants(part, galley)
    found = best_pages(part.units, rules)
    return Draft(part, plain if found is None else found, rules.depths)


def with_variants(part: Part, galley: Galley) -> Part:
    """A part whose paragraphs may take the numbers of lines that they can be set in."""
    return part._replace(units=tuple(_varied(unit, galley) for unit in part.units))


def _varied(unit: Unit, galley: Galley) -> Unit:
    match galley[unit.source]:
        case SetParagraph() as paragraph:
            variants = paragraph.variants()
            if len(variants) > 1:
                return unit._replace(choices=tuple(Choice(each.lines, each.price) for each in variants))
        case _:
            pass
    return unit


def paginate(galley: Galley, grid: Grid, findings: Findings) -> tuple[PagePlan, ...]:
    """The best pages of all."""
    pages: list[PagePlan] = []
    side = grid.first_side
    for part in units_of(galley, grid.columns):
        if part.recto and side == "left":
            pages.append(PagePlan(side, (), grid.lines))
            side = OTHER_SIDE[side]
        draft = best_of(part, galley, grid, side == "right")
        pages += cast(galley, draft, side)
        side = OTHER_SIDE[pages[-1].side]
    return tuple(pages)
