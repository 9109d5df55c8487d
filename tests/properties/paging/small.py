"""Small issues drawn from a seed: a part of a few units, and what is asked of its pages."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from tiny_pages import article, heading, paragraph

from huozi.galley import Band, Matter, Space, Start
from huozi.makeup.costs import fields_of
from huozi.makeup.search import best_pages
from huozi.makeup.steps import Rules
from huozi.makeup.units import Choice, Unit, units_of
from paging.brute import Asked, best_cost


class Small(NamedTuple):
    """A part's units and what is asked of its pages, as the search and as brute force want to be told."""

    units: tuple[Unit, ...]
    asked: Asked

    @property
    def rules(self) -> Rules:
        """What is asked, in the search's words."""
        asked = self.asked
        return Rules(
            (asked.depth,) * asked.pages,
            asked.right,
            asked.held,
            {page: (place,) for page, place in asked.kept.items()},
            asked.forbidden,
            asked.least,
            asked.balance,
        )


class Kind(NamedTuple):
    """What small issues are drawn: of how many columns and pieces, how often one spans, how deep pages may be."""

    columns: int
    most: int
    spanning: float = 0.0
    deepest: int = 5


def small_issue(random: Random, kind: Kind) -> Small:
    """A small issue of a kind."""
    units: tuple[Unit, ...] = ()
    depth = random.randint(2, kind.deepest)
    while not units:
        matter = [
            piece for number in range(random.randint(1, kind.most)) for piece in _matter(random, kind, number, depth)
        ]
        units = tuple(_varied(random, unit) for part in units_of(tuple(matter), kind.columns) for unit in part.units)
    return Small(units, _asked(random, units, depth))


def _matter(random: Random, kind: Kind, number: int, depth: int) -> list[Matter]:
    """The next piece of a galley with what stands before it."""
    matter: list[Matter] = []
    drawn = random.random()
    if drawn < 0.2 and number:
        matter += article(number, random.choice((0, 0, 2, 3)))
    elif drawn < 0.25 and number and kind.columns > 1:
        matter.append(Start("column"))
    spans = random.random() < kind.spanning
    if spans:
        matter.append(Band(1))
    drawn = random.random()
    if drawn < 0.12:
        matter.append(Space(random.randint(1, 2), random.random() < 0.2))
    elif drawn < 0.3 or spans:
        matter.append(heading(min(random.choice((1, 1, 2)), depth), random.randint(0, 2)))
    else:
        lines = random.randint(1, 6 if kind.columns == 1 else 5)
        keep = int(random.random() < 0.1)
        made = paragraph(lines, keep=keep, is_lone=random.random() < 0.15)
        matter.append(made._replace(tail=(2,) if random.random() < 0.06 else ()))
    if kind.spanning:
        matter.append(Band(kind.columns))
    return matter


def _varied(random: Random, unit: Unit) -> Unit:
    """A unit with numbers of lines that it may take, where it has lines of its own."""
    lines = unit.lines
    choices = list(unit.choices)
    if unit.is_text and unit.depth == 1 and lines > 1:
        choices += [Choice(lines + 1, random.randint(1, 5), 0, random.randint(0, 1))] * (random.random() < 0.35)
        choices += [Choice(lines - 1, random.randint(1, 5), 0, random.randint(0, 1), int(random.random() < 0.2))] * (
            random.random() < 0.3
        )
        choices += [Choice(lines - 1, 3, 1)] * (random.random() < 0.1)
    return unit._replace(choices=tuple(choices))


def _asked(random: Random, units: tuple[Unit, ...], depth: int) -> Asked:
    """What is asked of pages: a count that can be had or not, held pages, kept ones."""
    shares = sum(unit.height(unit.lines, unit.lines) / unit.columns for unit in units)
    pages = max(round(shares / depth) + random.choice((-1, 0, 0, 0, 1, 1)), 1)
    starts = [item for item, unit in enumerate(units) if unit.article >= 0]
    held = {item: random.randrange(pages) for item in starts if random.random() < 0.4}
    kept = {page: (random.randrange(len(units)), 0) for page in range(1, pages) if random.random() < 0.1}
    forbidden = (1, random.randrange(len(units)), random.choice((0, 2))) if random.random() < 0.1 else None
    return Asked(
        depth, pages, random.random() < 0.5, held, kept, forbidden, random.randint(1, 2), random.random() < 0.9
    )


def difference(small: Small) -> str:
    """What search and brute force differ in; nothing where they agree."""
    found = best_pages(small.units, small.rules)
    by_search = None if found is None else fields_of(found.cost)
    by_force = best_cost(small.units, small.asked)
    return "" if by_search == by_force else f"search {by_search}, brute force {by_force}"
