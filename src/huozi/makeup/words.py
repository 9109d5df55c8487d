"""An editor's words for pages: those that pages must stand for, carried out; and those that change nothing, named.

Loaded only for an issue that has any. Most words are part of the galley (a start, what is kept together, a number of
lines); how deep a spread is can only be said once it is known which spread a paragraph begins on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from huozi.diagnostics import Findings
from huozi.galley import (
    Band,
    Float,
    Galley,
    Mark,
    Matter,
    Note,
    SetMatter,
    SetParagraph,
    Slug,
    Space,
    Start,
    Variant,
    Word,
    words_on,
)
from huozi.makeup.goals import IssuePlan, Paging
from huozi.makeup.parts import Solver
from huozi.makeup.planning import Decision, decide
from huozi.makeup.units import units_of
from huozi.records import NamedTuple

TRIES: Final = 4
"""How often spreads are made shorter before it is given up: what begins on one may go to another by that."""
MOST_WORDS: Final = 40
"""Words of an issue that are tried one by one; pages are made once more for each."""
MOST_PLACES: Final = 100_000
"""Places that are looked at for words, some seconds' work, before the rest are not tried: columns take many."""


class Said(NamedTuple):
    """A word, and the place in the galley of the matter that it stands on."""

    word: Word
    at: int


def words_of(galley: Galley) -> Iterator[Said]:
    """The words of an editor in a galley, in order."""
    for index, matter in enumerate(galley):
        yield from (Said(word, index) for word in words_on(matter))


def decided(solver: Solver, paging: Paging) -> Decision:
    """The pages decided on, the spreads shorter that an editor asks so for, where that can be had."""
    if solver.short:  # of pages behind a shorter contents, perhaps: a spread of those is none of these
        solver.shorten({})
    decision = decide(solver, paging)
    for _ in range(TRIES):
        short = dict(_short_pages(solver, paging, decision.plan))
        if short == solver.short:
            return decision
        solver.shorten(short)
        decision = decide(solver, paging)
    solver.shorten({})
    return decide(solver, paging)


def _short_pages(solver: Solver, paging: Paging, plan: IssuePlan) -> Iterator[tuple[tuple[int, int], int]]:
    """The pages of parts that belong to a spread which is to be shorter, and by how many lines.

    A facing page of another part stays as deep as it is: its text would need a page more.
    """
    for part, item, number, first in _asking(solver, paging, plan):
        lines = -solver.parts[part].units[item].spread
        for page in (number - number % 2, number - number % 2 + 1):
            if 0 <= page - first < plan.drafts[part].found.pages:
                yield (part, page - first), lines


def _asking(solver: Solver, paging: Paging, plan: IssuePlan) -> Iterator[tuple[int, int, int, int]]:
    """The units that ask for a shorter spread: part, unit, number of the page it begins on, of the part's first."""
    first = paging.ahead + 1
    for part, (blanks, draft) in enumerate(zip(plan.before, plan.drafts, strict=True)):
        first += blanks
        asking = {item for item, unit in enumerate(solver.parts[part].units) if unit.spread}
        for (page, item, left, *_), step in draft.found.way if asking else ():
            if item in asking and step.lines and not left:
                yield part, item, first + page, first
        first += draft.found.pages


def report_words(solver: Solver, paging: Paging, plan: IssuePlan, findings: Findings) -> None:
    """Report what an editor's words could not do, and those that change nothing any more.

    Findings: ``word-not-had`` for a spread that could not be made shorter, ``word-idle``, ``words-not-tried``.
    """
    said = list(words_of(solver.galley))
    pages = _signature(plan)
    lost = set(_lost_spreads(solver, paging, plan))
    places = 0
    for number, (word, index) in enumerate(said):
        if number == MOST_WORDS or places >= MOST_PLACES:
            findings.add(word.span, "words-not-tried", most=number, count=len(said))
            break
        if index in lost and word.kind == "spread":
            findings.add(word.span, "word-not-had")
            continue
        galley = without(solver.galley, word, index)
        other = Solver(units_of(galley, solver.grid.columns), galley, solver.grid)
        if _signature(decided(other, paging).plan) == pages:
            findings.add(word.span, "word-idle")
        places += other.places


def report_unheard(fillers: Iterable[SetMatter], findings: Findings) -> None:
    """Report words for pages in fillers, which stand where there is white. Finding: ``word-in-filler``."""
    for filler in fillers:
        for word, _ in words_of(filler.galley):
            if word.kind in ("break", "column", "start", "spread"):
                findings.add(word.span, "word-in-filler")


def _lost_spreads(solver: Solver, paging: Paging, plan: IssuePlan) -> Iterator[int]:
    """The places in the galley of what asks for a shorter spread and begins on one that is not."""
    for part, item, number, first in _asking(solver, paging, plan):
        if plan.drafts[part].depths[number - first] == solver.grid.lines:
            yield solver.parts[part].units[item].source


def without(galley: Galley, word: Word, index: int) -> Galley:
    """A galley as it would be without a word of an editor."""
    match galley[index]:
        case Start():
            return (*galley[:index], *galley[index + 1 :])
        case SetParagraph() as text:
            return _with(galley, index, _unasked(text, word))
        case Slug() as slug:
            changed = slug._replace(spread=0) if word.kind == "spread" else slug._replace(keep=word.unasked)
            return _with(galley, index, changed)
        case Float() as each:
            return _with(galley, index, each._replace(places=each.unasked or each.places, on=""))
        case Space() | Band() | Mark() | Note():
            return galley
        case matter:
            assert_never(matter)


def _with(galley: Galley, index: int, matter: Matter) -> Galley:
    return (*galley[:index], matter, *galley[index + 1 :])


def _unasked(text: SetParagraph, word: Word) -> SetParagraph:
    """A paragraph without one of its words."""
    match word.kind:
        case "keep":
            return text._replace(keep=word.unasked)
        case "spread":
            return text._replace(spread=0)
        case "lines":
            variants: tuple[Variant, ...] = text.unasked()
            return text._replace(lines=variants[0].lines, variants=lambda: variants) if variants else text
        case "break" | "column" | "start" | "place":
            return text
        case _:
            assert_never(word.kind)


WHERES: Final = ("head", "foot", "here", "page")
"""Where floats may stand, to tell plans apart by."""


def _signature(plan: IssuePlan) -> list[tuple[int, ...]]:
    """What tells pages from others: where each text stands, how many of its lines there, and how many it has in all."""
    told: list[tuple[int, ...]] = []
    first = texts = 0
    for blanks, draft in zip(plan.before, plan.drafts, strict=True):
        first += blanks
        units = draft.part.units
        number = {
            item: texts + place for place, item in enumerate(item for item, unit in enumerate(units) if unit.is_text)
        }
        texts += len(number)
        for (page, item, left, _, fill, column, top, *_), step in draft.found.way:
            if step.lines and item in number:
                told.append((first + page, column, top + fill, number[item], left, step.lines, step.of))
            for each, where in step.floats:
                told.append((first + page, WHERES.index(where), *step.place[5:7], -1 - each))
        first += draft.found.pages
    return [*told, (first + plan.after,)]
