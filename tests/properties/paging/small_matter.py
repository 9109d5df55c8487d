"""Small issues with floats and notes drawn from a seed: a part of a few units, and what is asked of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from huozi.galley import Where
from huozi.makeup.costs import fields_of
from huozi.makeup.part_matter import PartFloat, PartNote, UnitCall
from huozi.makeup.search import Found
from huozi.makeup.steps import Rules
from huozi.makeup.units import ONE, Unit
from paging.brute import Asked
from paging.brute_matter import best_cost
from paging.sheets import Matters
from paging.small import Kind, Small, small_issue

PLACES: tuple[tuple[Where, ...], ...] = (
    ("head", "foot", "here", "page"), ("head", "foot", "page"), ("foot", "head"), ("here", "head", "foot"),
    ("head",), ("foot",), ("here",), ("page",), ("page", "head"), ("foot", "here"),
)  # fmt: skip
ON = ("page", "next-page", "column", "next-column")


class Drawn(NamedTuple):
    """How many floats and notes are drawn at most, how deep floats are and how long notes at most.

    ``fitting``: floats are due where all of them may stand, over all columns if need be.
    """

    floats: int = 2
    notes: int = 3
    deepest: int = 6
    longest: int = 5
    fitting: bool = False


class SmallMatter(NamedTuple):
    """A part's units, floats and notes and what is asked of its pages."""

    units: tuple[Unit, ...]
    matters: Matters
    asked: Asked

    @property
    def rules(self) -> Rules:
        """What is asked, in the search's words."""
        floats, notes, depths = self.matters
        return Small(self.units, self.asked).rules._replace(floats=floats, notes=notes, note_depths=depths)


@dataclass(frozen=True)
class Calls:
    """What lines of a unit call, in any number of them: one that there is not is called by the last."""

    given: tuple[UnitCall, ...]

    def __call__(self, lines: int) -> tuple[UnitCall, ...]:
        """The calls in so many lines."""
        return tuple(call._replace(line=min(call.line, lines - 1)) for call in self.given)


def small_matter(random: Random, kind: Kind, drawn: Drawn) -> SmallMatter:
    """A small issue of a kind with floats and notes."""
    plain = small_issue(random, kind)
    depth = plain.asked.depth
    count = random.choice((0, 1, 1, *range(drawn.floats + 1)))
    notes = tuple(PartNote(random.randint(1, drawn.longest)) for _ in range(random.randint(not count, drawn.notes)))
    floats = [_float(random, min(depth, drawn.deepest)) for _ in range(count)]
    units = [_varied(random, unit, depth) for unit in _few_choices(plain.units)]
    units = _with_calls(random, units, floats, len(notes))
    spots = sorted(random.randint(0, len(units)) for _ in floats)
    units, floats = _with_spots(random, units, floats, spots, fitting=drawn.fitting)
    depths = random.choice(
        (tuple(-(-(3 * lines + 2) // 4) if lines else 0 for lines in range(9)), (0, 1), (0, 2, 2, 3), (0, 1, 1, 2, 2))
    )
    matters = Matters(tuple(floats), notes, depths)
    return SmallMatter(tuple(units), matters, _asked(random, units, matters, plain.asked))


def _float(random: Random, deepest: int) -> PartFloat:
    """A float that is not yet written anywhere."""
    height = random.randint(2, random.choice((2, 3, deepest, max(deepest, 2))))
    on = random.choice(ON) if random.random() < 0.12 else ""
    return PartFloat(height, places=random.choice((PLACES[0], PLACES[0], *PLACES)), on=on)  # type: ignore[arg-type]


def _few_choices(units: Sequence[Unit]) -> list[Unit]:
    """Units of which two at the most may take other numbers of lines: brute force tries all of them with all."""
    variable = [at for at, unit in enumerate(units) if len(unit.choices) > 1][:2]
    return [unit._replace(choices=unit.choices[: 2 if at in variable else 1]) for at, unit in enumerate(units)]


def _varied(random: Random, unit: Unit, depth: int) -> Unit:
    """A unit that may have first lines that stand together, or lines that head each further column of it."""
    if unit.is_text and unit.lines > 2 and random.random() < 0.15:
        unit = unit._replace(solid=random.randint(2, min(3, max(depth, 2))))
    if unit.is_text and unit.lines > 2 and depth > 2 and random.random() < 0.15:
        unit = unit._replace(again=1)
    return unit


def _with_calls(random: Random, units: list[Unit], floats: list[PartFloat], notes: int) -> list[Unit]:
    """The units with calls of notes, in their order, and mentions of floats."""
    texts = [at for at, unit in enumerate(units) if not unit.idle]
    places = sorted((random.choice(texts), random.randrange(6)) for _ in range(notes))
    calls = [(at, UnitCall(line, note=note)) for note, (at, line) in enumerate(places)]
    for note in range(notes):
        if floats and random.random() < 0.2:
            calls[note] = (-1, calls[note][1])
            which = random.randrange(len(floats))
            floats[which] = floats[which]._replace(notes=(*floats[which].notes, note))
    for number in range(len(floats)):
        if random.random() < 0.75:
            calls.append((random.choice(texts), UnitCall(random.randrange(6), float=number)))
    given = [tuple(sorted((call for where, call in calls if where == at), key=_line)) for at in range(len(units))]
    return [unit._replace(calls=Calls(own).__call__) if own else unit for unit, own in zip(units, given, strict=True)]


def _line(call: UnitCall) -> int:
    return call.line


def _with_spots(
    random: Random, units: list[Unit], floats: list[PartFloat], spots: Sequence[int], *, fitting: bool
) -> tuple[list[Unit], list[PartFloat]]:
    """The units with those that take no line of their own: where floats are written, and where they are due."""
    made: list[Unit] = []
    written: list[PartFloat] = []
    article = shift = past = 0
    for at in range(len(units) + 1):
        unit = units[at]._replace(band=units[at].band + shift) if at < len(units) else None
        while len(written) < len(floats) and spots[len(written)] == at:
            beside = made[-1] if made and (unit is None or random.random() < 0.5) else unit
            assert beside is not None
            made.append(_bare(beside, spot=len(written)))
            over = random.randint(1, beside.columns)
            item = floats[len(written)]
            written.append(item._replace(within=beside.columns, over=over, article=article))
        begins = unit is not None and at > 0 and unit.article >= 0
        if written and (unit is None or begins):
            due = _due(random, made[-1], unit, written[past:] if fitting else (), len(written))
            past = len(written)
            if unit is not None and unit.columns > 1 and unit.band <= due.band and due.columns == 1:
                shift += due.band + 1 - unit.band
                unit = unit._replace(band=due.band + 1)
            made.append(due)
        article += begins
        if unit is not None:
            made.append(unit)
    return made, written


def _due(random: Random, before: Unit, unit: Unit | None, floats: Sequence[PartFloat], number: int) -> Unit:
    """A unit that makes so many floats due: in the band before, in that of what follows, or in one of its own."""
    must = not all(each.over == 1 and each.within == before.columns for each in floats)
    ends_band = unit is None or unit.band > before.band
    if before.columns == 1 or not (must or (ends_band and random.random() < 0.5)):
        return _bare(before, due=number)
    if unit is not None and unit.columns == 1:
        return _bare(unit, due=number)
    return _bare(before, due=number)._replace(columns=1, band=before.band + 1)


def _bare(beside: Unit, *, spot: int = -1, due: int = 0) -> Unit:
    """A unit that takes no line of its own, in the band of another."""
    return Unit(0, ONE, beside.source, columns=beside.columns, band=beside.band, spot=spot, due=due)


def _asked(random: Random, units: Sequence[Unit], matters: Matters, plain: Asked) -> Asked:
    """What is asked of pages: a count that can be had or not, held pages, kept ones."""
    shares = sum(unit.height(unit.lines, unit.lines) / unit.columns for unit in units)
    shares += sum(item.height * item.over / item.within for item in matters.floats)
    shares += sum(note.lines for note in matters.notes) / max(unit.columns for unit in units)
    pages = max(round(shares / plain.depth) + random.choice((-1, 0, 0, 0, 1, 1)), 1)
    starts = [item for item, unit in enumerate(units) if unit.article >= 0]
    texts = [item for item, unit in enumerate(units) if unit.depth]
    held = {item: random.randrange(pages) for item in starts if random.random() < 0.2}
    kept = {page: (random.choice(texts), 0) for page in range(1, pages) if random.random() < 0.1}
    forbidden = (1, random.choice(texts), random.choice((0, 2))) if random.random() < 0.1 else None
    return plain._replace(pages=pages, held=held, kept=kept, forbidden=forbidden)


def difference(small: SmallMatter, found: Found | None) -> str:
    """What pages that were found and brute force differ in; nothing where they agree."""
    by_search = None if found is None else fields_of(found.cost)
    by_force = best_cost(*small)
    return "" if by_search == by_force else f"search {by_search}, brute force {by_force}"
