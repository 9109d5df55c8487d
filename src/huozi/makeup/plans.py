"""Plans: pages decided on, and the lines cast that stand on them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from huozi.display import Side
from huozi.galley import Band, Float, Galley, Mark, Note, SetParagraph, Slug, Space, Start
from huozi.makeup.search import Found
from huozi.makeup.units import Part
from huozi.records import NamedTuple


class Standing(NamedTuple):
    """A slug at its place: the grid line it begins at, its column, and how many columns its band has.

    ``band`` numbers the bands of the page, ``item`` is the place of its matter in the galley, ``row`` its line of that;
    of a filler, which is no part of the issue's galley, ``item`` is -1.
    """

    line: int
    column: int
    columns: int
    band: int
    slug: Slug
    marks: tuple[Mark, ...]
    item: int
    row: int


class Stood(NamedTuple):
    """A filler where it stands: its place among the fillers, the page of the body, from 0, its first grid line."""

    filler: int
    page: int
    line: int


class PagePlan(NamedTuple):
    """A page decided on, its slugs in reading order; ``depth`` is the grid lines it has room for."""

    side: Side
    standing: tuple[Standing, ...]
    depth: int

    def columns(self) -> Iterator[tuple[Standing, ...]]:
        """Its slugs column by column."""
        for _, column in groupby(self.standing, key=lambda each: (each.band, each.column)):
            yield tuple(column)

    @property
    def marks(self) -> Iterator[Mark]:
        """What must know its page, in order."""
        return (mark for each in self.standing for mark in each.marks)


class Draft(NamedTuple):
    """A part's pages as they were found: ``lines`` is how many each unit takes."""

    part: Part
    found: Found
    depths: tuple[int, ...]

    @property
    def lines(self) -> dict[int, int]:
        """The lines of each unit, by its place in the part."""
        return {place[1]: step.of for place, step in self.found.way if step.of and not place[2]}


OTHER_SIDE: dict[Side, Side] = {"left": "right", "right": "left"}


def cast(galley: Galley, draft: Draft, side: Side) -> tuple[PagePlan, ...]:
    """The pages of a draft with their lines cast; the first stands on a side."""
    pages: list[list[Standing]] = [[]]
    slugs: dict[int, tuple[Slug, ...]] = {}
    totals: dict[int, int] = {}
    pending: tuple[Mark, ...] = ()
    given = 0
    for (page, item, _, _, fill, column, top, *_), step in draft.found.way:
        while len(pages) <= page:
            pages.append([])
        unit = draft.part.units[item]
        for each in draft.part.units[given : item + 1]:
            pending += each.marks
        given = max(given, item + 1)
        if not step.lines or unit.idle:
            continue
        if item not in slugs:
            totals[item] = step.of
            slugs[item] = slugs_of(galley, unit.source, step.of)
        row = totals[item] - step.of
        line = top + fill
        for index, slug in enumerate(slugs[item][row : row + step.lines], row):
            pages[page].append(Standing(line, column, unit.columns, unit.band, slug, pending, unit.source, index))
            pending = ()
            line += slug.height
    plans: list[PagePlan] = []
    for number, standing in enumerate(pages):
        plans.append(PagePlan(side, tuple(standing), draft.depths[number]))
        side = OTHER_SIDE[side]
    return tuple(plans)


def slugs_of(galley: Galley, index: int, lines: int) -> tuple[Slug, ...]:
    """The slugs of a piece of matter in a number of lines."""
    match galley[index]:
        case Slug() as slug:
            return (slug,)
        case SetParagraph(cast=cast_lines):
            return cast_lines(lines)
        case Space() | Start() | Band() | Mark() | Note() | Float():
            return ()
        case matter:
            assert_never(matter)
