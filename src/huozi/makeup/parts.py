"""Parts solved: the pages of each part on either side, in any count, found when first asked for."""

from __future__ import annotations

from huozi.galley import Galley, SetParagraph
from huozi.makeup.costs import BROKEN, CUT, VARIANTS
from huozi.makeup.greedy import greedy_pages
from huozi.makeup.plans import Draft
from huozi.makeup.search import BUDGET, Found, best_pages, stepper_of
from huozi.makeup.steps import Rules
from huozi.makeup.units import Choice, Part, Unit
from huozi.records import NamedTuple

SHORTER_BY = 2
"""A paragraph may be asked to lose one part of so many of its lines."""
CUT_PRICE = 60_000
"""What it costs, beside the lines themselves, that a paragraph is to lose them: squared lines by its length, times
this, so that what must go is asked of long paragraphs, and of several rather than of one."""


WITHOUT_HOLES = 1
"""Lines that a column may be short which leaves no hole."""


class Grid(NamedTuple):
    """What units are filled into: grid lines a page, columns at the start, how closed bands of columns are.

    ``note_depths`` are the grid lines that notes take at a foot by how many lines they have.
    """

    lines: int
    columns: int
    least: int = 2
    balance: bool = True
    note_depths: tuple[int, ...] = (0,)


class Kept(NamedTuple):
    """What of an earlier plan is to hold in a part.

    ``starts``: the places that its pages (from 0) may begin at and be the same. ``lines``: the lines of its units;
    ``still``: those that stand on pages on which nothing has changed. ``held``: the pages that articles begin on, by
    their first units. ``pages``: how many pages it had, 0 where it need not have as many. ``first``: the page of the
    body (from 0) that it began on, -1 where that is not known.
    """

    starts: dict[int, tuple[tuple[int, int], ...]] = {}  # noqa: RUF012  # never changed
    lines: dict[int, int] = {}  # noqa: RUF012
    still: frozenset[int] = frozenset()
    held: dict[int, int] = {}  # noqa: RUF012
    pages: int = 0
    first: int = -1


NOTHING_KEPT = Kept()


class Solver:
    """The parts of an issue, each solved for a side and a count of pages when that is first asked for.

    ``places`` counts the places that were looked at.
    """

    __slots__ = (
        "_cut",
        "_kept",
        "_least",
        "_plain",
        "_solved",
        "_varied",
        "galley",
        "grid",
        "kept",
        "parts",
        "places",
        "short",
    )

    def __init__(self, parts: tuple[Part, ...], galley: Galley, grid: Grid, kept: tuple[Kept, ...] = ()) -> None:
        self.parts, self.galley, self.grid = parts, galley, grid
        self.kept = kept or (NOTHING_KEPT,) * len(parts)
        self.short: dict[tuple[int, int], int] = {}
        self._plain: dict[tuple[int, bool], Found] = {}
        self._varied: dict[int, Part] = {}
        self._cut: dict[int, Part] = {}
        self._least: dict[tuple[int, int], int | None] = {}
        self._solved: dict[tuple[int, bool, int, bool], Draft | None] = {}
        self._kept: dict[tuple[int, bool, bool], Draft | None] = {}
        self.places = 0

    def shorten(self, short: dict[tuple[int, int], int]) -> None:
        """Make pages shorter: by so many lines, by part and page of it. What was solved for others is solved anew."""
        self.short = short
        for known in (self._plain, self._solved, self._kept, self._least):
            known.clear()

    def plain(self, part: int, right: bool) -> Found:
        """A part as the plain paginator has it."""
        if (part, right) not in self._plain:
            units = self.parts[part].units
            most = sum(unit.lines for unit in units) + len(units) + len(self.parts[part].floats) + 1
            most += sum(note.lines for note in self.parts[part].notes)
            rules = self._rules(part, right, self._depths(part, most))
            self._plain[part, right] = greedy_pages(units, rules)
        return self._plain[part, right]

    def natural_count(self, part: int, right: bool) -> int:
        """How many pages a part has by itself: as in the plan that is kept, or in natural lines one after the other."""
        if self._as_kept(part, right, cut=False):
            return self.kept[part].pages
        return self.plain(part, right).pages

    def natural(self, part: int, right: bool) -> Draft:
        """The best pages of a part that keep its count of pages, and each article on its page."""
        draft = self.solved(part, right, self.natural_count(part, right))
        plain = self.plain(part, right)
        return draft or Draft(self.parts[part], plain._replace(is_exact=False), self._depths(part, plain.pages))

    def solved(self, part: int, right: bool, count: int, *, cut: bool = False) -> Draft | None:
        """The best pages of a part in so many; ``None`` where there are none without lines to cut (unless ``cut``).

        More pages than it has by nature are only there where they leave no hole.
        """
        asked = (part, right, count, cut)
        if count == self.kept[part].pages and (draft := self._as_kept(part, right, cut=cut)):
            return draft
        if asked not in self._solved:
            whole = self.solved(part, right, count) if cut else None
            is_whole = whole is not None and not whole.found.cost >> CUT  # then any line cut would be dearer
            self._solved[asked] = whole if is_whole else self._solve(*asked)
        return self._solved[asked]

    def _as_kept(self, part: int, right: bool, *, cut: bool) -> Draft | None:
        """The best pages of a part in as many as the plan that is kept has, its articles on the pages they had there.

        ``None`` where there is no such plan, or its pages would break more rules than those that come by themselves.
        Articles may begin elsewhere where they cannot all begin there.
        """
        asked = (part, right, cut)
        if asked not in self._kept:
            kept = self.kept[part]
            self._kept[asked] = None
            for held in (kept.held, {}) if kept.pages else ():
                depths = self._depths(part, kept.pages)
                rules = self._rules(part, right, depths)._replace(kept=kept.starts, held=held)
                draft = self._best(part, rules, cut=cut)
                if draft is not None and not self._breaks_more(draft, part, right, cut=cut):
                    self._kept[asked] = draft
                    break
        return self._kept[asked]

    def _breaks_more(self, draft: Draft, part: int, right: bool, *, cut: bool) -> bool:
        """Whether pages break more rules than those that a part has by itself."""
        if not draft.found.cost >> BROKEN:
            return False
        other = self.solved(part, right, self.plain(part, right).pages, cut=cut)
        return other is not None and draft.found.cost >> BROKEN > other.found.cost >> BROKEN

    def _depths(self, part: int, count: int) -> tuple[int, ...]:
        """The grid lines of so many pages of a part."""
        return tuple(self.grid.lines - self.short.get((part, page), 0) for page in range(count))

    def _best(self, part: int, rules: Rules, *, cut: bool, most_short: int = -1) -> Draft | None:
        """The best pages of a part under rules, its paragraphs in any number of lines that they may have."""
        units = self.varied(part, cut=cut).units
        if most_short >= 0 and stepper_of(units, rules).room.is_hopeless():
            return None
        return self._drafted(part, units, best_pages(units, rules, BUDGET, most_short=most_short), rules.depths)

    def _drafted(
        self, part: int, units: tuple[Unit, ...], found: Found | None, depths: tuple[int, ...]
    ) -> Draft | None:
        """Pages found as a draft; what the search took is counted."""
        if found is None:
            return None
        self.places += found.places
        return Draft(self.parts[part]._replace(units=units), found, depths)

    def _solve(self, part: int, right: bool, count: int, cut: bool) -> Draft | None:
        plain, kept = self.plain(part, right), self.kept[part]
        is_natural = count == plain.pages
        rules = self._asked(part, right, count)
        perfect = is_natural and not plain.cost >> VARIANTS and not kept.starts
        if perfect:
            units = self.parts[part].units
            return self._drafted(part, units, best_pages(units, rules, BUDGET), rules.depths)
        most_short = -1 if is_natural else WITHOUT_HOLES if count > plain.pages else self.grid.lines
        return self._best(part, rules, cut=cut, most_short=most_short)

    def elsewhere(self, part: int, right: bool, draft: Draft, start: tuple[int, int, int]) -> Found | None:
        """The best pages of a part in as many as a draft has, that do not begin one of them where it does.

        ``start`` is that page of the part and the place ``(unit, lines left)`` that it begins at. Rules may be broken;
        ``None`` where there is no way at all.
        """
        rules = self._asked(part, right, draft.found.pages)
        return best_pages(self.varied(part).units, rules._replace(depths=draft.depths, forbidden=start))

    def _asked(self, part: int, right: bool, count: int) -> Rules:
        """What is asked of a part in so many pages: in its natural count each article stays on its page."""
        plain = self.plain(part, right)
        rules = self._rules(part, right, self._depths(part, count))._replace(kept=self.kept[part].starts)
        return rules._replace(held=plain.held(self.parts[part].units)) if count == plain.pages else rules

    def least_cut(self, part: int, count: int) -> int | None:
        """The lines that a part must lose at the least for so many pages, whatever its rules; ``None``: too many."""
        if (part, count) not in self._least:
            rules = self._rules(part, False, self._depths(part, count))
            stepper = stepper_of(self.varied(part, cut=True).units, rules)
            self._least[part, count] = None if stepper.room.is_hopeless() else stepper.least_cut(stepper.start) >> CUT
        return self._least[part, count]

    def _rules(self, part: int, right: bool, depths: tuple[int, ...]) -> Rules:
        beside = self.parts[part]
        rules = Rules(depths, right, least=self.grid.least, balance=self.grid.balance)
        if not (beside.floats or beside.notes):
            return rules
        return rules._replace(floats=beside.floats, notes=beside.notes, note_depths=self.grid.note_depths)

    def varied(self, part: int, *, cut: bool = False) -> Part:
        """A part whose paragraphs may take other numbers of lines; or lose some, where lines are to be cut."""
        if part not in self._varied:
            units = tuple(_varied(unit, self.galley, self.kept[part]) for unit in enumerate(self.parts[part].units))
            self._varied[part] = self.parts[part]._replace(units=units)
        if not cut:
            return self._varied[part]
        if part not in self._cut:
            units = tuple(_shortened(unit, self.galley) for unit in self._varied[part].units)
            self._cut[part] = self.parts[part]._replace(units=units)
        return self._cut[part]


def _varied(numbered: tuple[int, Unit], galley: Galley, kept: Kept) -> Unit:
    """A unit with the numbers of lines that it may take, those told apart that an earlier plan did not have."""
    item, unit = numbered
    match galley[unit.source]:
        case SetParagraph() as paragraph:
            choices = [Choice(each.lines, each.price) for each in paragraph.variants()] or [*unit.choices]
        case _:
            return unit
    if item in kept.lines:
        unlike = [int(choice.lines != kept.lines[item]) for choice in choices]
        choices = [
            choice._replace(unlike=other, stirs=other * (item in kept.still))
            for choice, other in zip(choices, unlike, strict=True)
        ]
    return unit._replace(choices=tuple(choices))


def _shortened(unit: Unit, galley: Galley) -> Unit:
    """A unit that may lose lines, where it is a paragraph of text."""
    match galley[unit.source]:
        case SetParagraph(may_be_cut=True):
            lines = unit.lines - len(unit.tail)
            known = {choice.lines for choice in unit.choices}
            cuts = (
                Choice(unit.lines - cut, CUT_PRICE * cut * cut // lines, cut)
                for cut in range(1, lines // SHORTER_BY + 1)
                if unit.lines - cut not in known
            )
            return unit._replace(choices=(*unit.choices, *cuts))
        case _:
            return unit
