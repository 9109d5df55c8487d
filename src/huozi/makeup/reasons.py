"""Why the pages are as they are: the depth of each, what was varied, rules that hold, what another end would cost."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.makeup.costs import FIELDS, LATE_AS_HOLES, SIDE_BY_SIDE, field_of, fields_of
from huozi.makeup.goals import IssuePlan, Paging
from huozi.makeup.parts import Solver
from huozi.makeup.plans import Draft
from huozi.makeup.search import Found
from huozi.makeup.steps import FLOW, Place, Step
from huozi.makeup.units import Unit
from huozi.records import NamedTuple

RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("depth", ("deep",)),
    ("headings", ("heading",)),
    ("alone", ("lone_page", "lone_top", "single", "parted")),
    ("feet", ("short",)),
    ("level", ("unequal",)),
)
"""The rules of a page, worst to break first, and the fields of the cost that count where one is broken."""

MOST_PLACES = 60_000
"""Places that are looked at for other ends of pages before the rest go without: a few seconds' work."""


class Column(NamedTuple):
    """A column of a page: the number of its band from 1, the grid lines it has, those that are taken."""

    band: int
    lines: int
    used: int


class Varied(NamedTuple):
    """A paragraph in other than its natural number of lines, by how many more (below 0: fewer)."""

    span: Span
    lines: int


class RuleKept(NamedTuple):
    """A rule of ``RULES`` on a page: how many times, or by how many lines, it is broken; 0: it holds."""

    rule: str
    amount: int


Amounts: TypeAlias = tuple[tuple[str, int], ...]
"""Fields of a cost, worst first, with what is in each."""


class Dearer(NamedTuple):
    """The cheapest plan in which a page ends elsewhere: what the page after it would begin with, and what that costs.

    ``left``: so many last lines of that paragraph, 0 all of it. ``more`` is the cost beyond that of the plan made,
    field by field (below 0: less). ``varied``: paragraphs whose lines it has otherwise than the plan made.
    """

    span: Span
    left: int
    more: Amounts
    varied: tuple[Varied, ...]


Fixed: TypeAlias = Literal["blank", "part-ends", "no-other", "not-looked-for"]
"""Why there is no other plan: a blank page; its text ends; no other end is possible; enough had been looked at."""


class PageReason(NamedTuple):
    """Why a page is as it is; ``number`` counts the body's pages from 1."""

    number: int
    columns: tuple[Column, ...]
    varied: tuple[Varied, ...]
    rules: tuple[RuleKept, ...]
    elsewhere: Dearer | Fixed


def page_reasons(
    plan: IssuePlan, solver: Solver, paging: Paging, wanted: Container[int], most: int = MOST_PLACES
) -> Iterator[PageReason]:
    """The reasons of pages of the body, those of the ``wanted`` numbers (from 1).

    Other ends are looked for until ``most`` places have been looked at.
    """
    number = 0
    for part, (blanks, draft) in enumerate(zip(plan.before, plan.drafts, strict=True)):
        yield from _blank_pages(number, blanks, wanted)
        number += blanks
        right = (paging.ahead + number) % 2 == 0
        starts = _starts(draft.found)
        for page in range(draft.found.pages):
            if number + page + 1 not in wanted:
                continue
            elsewhere: Dearer | Fixed = "part-ends"
            if page + 1 in starts:
                elsewhere = "not-looked-for"
                if most > 0:
                    found = solver.elsewhere(part, right, draft, (page + 1, *starts[page + 1]))
                    elsewhere = "no-other" if found is None else _dearer(draft, found, page + 1)
                    most -= draft.found.places if found is None else found.places
            columns, varied = tuple(_columns(draft, page)), tuple(_varied_on(draft, page))
            yield PageReason(number + page + 1, columns, varied, _rules(draft, page), elsewhere)
        number += draft.found.pages
    yield from _blank_pages(number, plan.after, wanted)


def _blank_pages(number: int, count: int, wanted: Container[int]) -> Iterator[PageReason]:
    """Blank pages behind so many others."""
    for page in range(number + 1, number + count + 1):
        if page in wanted:
            yield PageReason(page, (), (), (), "blank")


def _starts(found: Found) -> dict[int, tuple[int, int]]:
    """What each page of a part begins with: its unit, and how many lines of it are left (0: all)."""
    starts: dict[int, tuple[int, int]] = {}
    for (page, item, left, *_), _ in found.way:
        starts.setdefault(page, (item, left))
    return starts


Way: TypeAlias = Sequence[tuple[Place, Step]]


def amounts_of(way: Way) -> dict[str, int]:
    """What steps cost, field by field, as it is told: lines that columns side by side differ by count once, and what is
    late is no hole.
    """
    side_by_side = sum(field_of(step.cost, "unequal") for place, step in way if place[7] > 0)
    amounts = fields_of(sum(step.cost for _, step in way))
    unequal = amounts["unequal"] - side_by_side + side_by_side // SIDE_BY_SIDE
    return amounts | {"unequal": unequal, "hole": amounts["hole"] - amounts["late"] * LATE_AS_HOLES}


def amounts_of_plan(plan: IssuePlan) -> dict[str, int]:
    """What the pages of an issue cost, field by field, as it is told."""
    unequal = sum(amounts_of(draft.found.way)["unequal"] for draft in plan.drafts)
    amounts = fields_of(plan.cost)
    return amounts | {"unequal": unequal, "hole": amounts["hole"] - amounts["late"] * LATE_AS_HOLES}


def _rules(draft: Draft, page: int) -> tuple[RuleKept, ...]:
    """The rules on a page."""
    amounts = amounts_of([(place, step) for place, step in draft.found.way if place[0] == page])
    return tuple(RuleKept(rule, sum(amounts[field] for field in fields)) for rule, fields in RULES)


def natural(unit: Unit) -> int:
    """The lines of a unit by itself."""
    return unit.choices[0].lines


def varied_in(draft: Draft) -> dict[int, Varied]:
    """The paragraphs of a part in other than their natural numbers of lines, none cut, by their units."""
    found: dict[int, Varied] = {}
    for item, lines in draft.lines.items():
        unit = draft.part.units[item]
        is_cut = any(choice.cut for choice in unit.choices if choice.lines == lines)
        if lines != natural(unit) and not is_cut:
            found[item] = Varied(unit.span, lines - natural(unit))
    return found


def _varied_on(draft: Draft, page: int) -> Iterator[Varied]:
    """The varied paragraphs that begin on a page."""
    varied = varied_in(draft)
    begun = {place[1] for place, step in draft.found.way if place[0] == page and step.lines and not place[2]}
    yield from (each for item, each in varied.items() if item in begun)


def _dearer(draft: Draft, found: Found, page: int) -> Dearer:
    """Another plan of a part, in which a page begins elsewhere, beside the one made."""
    item, left = _starts(found)[page]
    units = draft.part.units
    other = varied_in(draft._replace(found=found))
    mine = varied_in(draft)
    changed = (Varied(each.span, each.lines) for at, each in other.items() if mine.get(at) != each)
    before, after = amounts_of(draft.found.way), amounts_of(found.way)
    more = tuple((name, after[name] - before[name]) for name, _ in FIELDS if after[name] != before[name])
    return Dearer(units[item].span, left, more, tuple(changed))


# ------------------------------------------------------------------ columns


def _columns(draft: Draft, page: int) -> Iterator[Column]:
    """The columns of a page, band by band; text that runs over all columns is a band of one."""
    bands = _bands(draft, page)
    for number, (begin, depth, columns) in enumerate(bands, 1):
        for used in columns:
            yield Column(number, depth, max(used - begin, 0))


def _bands(draft: Draft, page: int) -> list[tuple[int, int, list[int]]]:
    """The bands of a page: where each begins, how deep it is, and the grid line that each of its columns ends at."""
    made: list[tuple[tuple[int, int], int, list[int]]] = []
    for place, step in draft.found.way:
        if place[0] != page:
            continue
        _, item, _, _, fill, column, top, limit = place[:8]
        unit = draft.part.units[item]
        if limit == FLOW and (not step.lines or unit.idle):
            continue  # a band begins, or there is nothing but empty lines
        if not made or made[-1][0] != (top, limit):
            begin = fill if limit == FLOW else top
            made.append(((top, limit), begin, [begin] * (1 if limit == FLOW else unit.columns)))
        if step.lines and not unit.idle:
            made[-1][2][column] = top + fill + unit.height(step.lines, step.of)
    found: list[tuple[int, int, list[int]]] = []
    for at, ((_, limit), begin, columns) in enumerate(made):
        end = draft.depths[page] if at + 1 == len(made) else made[at + 1][1]
        found.append((begin, limit if limit > 0 else end - begin, columns))
    return found
