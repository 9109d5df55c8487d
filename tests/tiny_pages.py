"""Galleys and units of a few lines, and how deep the pages are that they become."""

from __future__ import annotations

from typing import Any

from huozi.diagnostics import Span
from huozi.display import Side
from huozi.galley import Galley, Mark, SetParagraph, Slug, Start, Variant
from huozi.makeup.costs import fields_of
from huozi.makeup.goals import Paging, natural_plan
from huozi.makeup.paginate import cast_pages
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.plans import PagePlan
from huozi.makeup.search import Found
from huozi.makeup.units import Choice, Unit, units_of

HERE = Span("here", 1, 1)


def lines_of(count: int) -> tuple[Slug, ...]:
    """A paragraph's lines, each at a place of its own."""
    return tuple(Slug(1, (), Span("here", line, 1)) for line in range(1, count + 1))


def paragraph(count: int, *others: tuple[int, int], keep: int = 0, is_lone: bool = False) -> SetParagraph:
    """A paragraph of so many lines; ``others`` are numbers of lines that it may take as well, with their prices."""
    variants = (Variant(count), *(Variant(lines, price) for lines, price in others))
    return SetParagraph(count, lines_of, HERE, lambda: variants, keep=keep, is_lone=is_lone)


def heading(height: int = 1, keep: int = 2) -> Slug:
    """A heading cast in one piece, with the lines that must follow it."""
    return Slug(height, (), HERE, keep)


def article(number: int, room: int = 0) -> Galley:
    """The beginning of an article."""
    return (Start("run-on", room, is_article=True), Mark("article", number))


def used(plan: PagePlan) -> list[int]:
    """How deep the columns of a page are, from the page's head, band after band."""
    return [max(each.line + each.slug.height for each in column) for column in plan.columns()]


def solver(galley: Galley, grid: Grid) -> Solver:
    """A galley's parts, to be solved on a grid."""
    return Solver(units_of(galley, grid.columns), galley, grid)


def pages_of(galley: Galley, grid: Grid, first: Side = "left") -> tuple[PagePlan, ...]:
    """The pages that a galley comes to by itself; the first stands on a side."""
    plan = natural_plan(solver(galley, grid), Paging(1 if first == "left" else 0))
    return cast_pages(galley, plan, first, grid.lines)


def depths(galley: Galley, lines: int, columns: int = 1) -> list[list[int]]:
    """How deep the columns of each page are; the first stands on the left."""
    return [used(plan) for plan in pages_of(galley, Grid(lines, columns))]


def lines(count: int, *others: Choice, **facts: Any) -> Unit:
    """A unit of so many lines of text."""
    return Unit(1, (Choice(count), *others), 0, is_text=True)._replace(**facts)


def piece(depth: int, keep: int = 0) -> Unit:
    """A piece that is never parted, and how many lines of text must follow it."""
    return Unit(depth, (Choice(1),), 0, keep, is_text=True)


def empty(count: int = 1) -> Unit:
    """Empty lines that vanish at a column's head."""
    return Unit(count, (Choice(1),), 0, idle=True)


def units(*given: Unit, columns: int = 1) -> tuple[Unit, ...]:
    """Units in their order, all in one band."""
    return tuple(unit._replace(source=at, columns=columns) for at, unit in enumerate(given))


def costs(cost: int) -> dict[str, int]:
    """What of a cost is not nothing."""
    return {name: value for name, value in fields_of(cost).items() if value}


def page_ends(found: Found) -> list[tuple[int, int]]:
    """The unit that each page but the first begins with, and how many of its lines are left (0: all)."""
    return [(step.place[1], step.place[2]) for place, step in found.way if step.place[0] > place[0]]
