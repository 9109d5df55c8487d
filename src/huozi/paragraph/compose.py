"""Composition of one paragraph: characters in, lines out, on demand in one line less or more."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from huozi.diagnostics import Findings, Span
from huozi.geometry import Mpt
from huozi.paragraph.breaking.cost import (
    FIELD_MASK,
    GIVING_WAY,
    JOINT,
    JOINT_SIGNS,
    LONE,
    LOOSE_LINE,
    MISFIT,
    PARTED_WORD,
    UNEVENNESS,
    with_forbidden,
)
from huozi.paragraph.breaking.linebreak import Breakable, Breaking, Shape, break_best, breakable
from huozi.paragraph.breaking.remedy import last_remedies
from huozi.paragraph.items.hints import take_out_hints
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.look import Called
from huozi.paragraph.items.measure import measure_items, with_breaks
from huozi.paragraph.items.model import Items
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.justify import Line, set_line
from huozi.records import NamedTuple
from huozi.style.text_style import Fill, ParagraphStyle

if TYPE_CHECKING:
    from huozi.paragraph.breaking.for_pages import Variant


class Composed:
    """A paragraph with its best breaking; ``set`` gives its lines, ``variants`` what pages may choose instead."""

    __slots__ = ("_others", "_place", "_pulled", "_pulling", "_stretches", "best", "indent", "measure", "work")

    def __init__(
        self,
        work: Breakable,
        best: Breaking | None,
        lengths: tuple[Mpt, Mpt],
        stretches: Sequence[Stretch],
        pulling: Callable[[], Breakable] | None = None,
    ) -> None:
        self.work = work
        self._stretches = stretches
        self._pulling = pulling
        self._place: Callable[[int], Span] | None = None
        self.best = best
        self.measure, self.indent = lengths
        self._others: dict[int, Breaking | None] = {}
        self._pulled: Breakable | None = None

    @property
    def items(self) -> Items:
        """The paragraph's characters."""
        return self.work.items

    @property
    def line_count(self) -> int:
        """The number of lines of the best breaking; 0 where there is no text."""
        return len(self.best.ends) if self.best else 0

    @property
    def is_lone(self) -> bool:
        """Whether the last line of the best breaking is one of a single character."""
        return self.best is not None and bool(self.best.cost >> LONE & FIELD_MASK)

    def place(self, index: int) -> Span:
        """The place in the source of a character, as near as its stretch tells."""
        if self._place is None:
            self._place = places_in(take_out_hints(self._stretches).stretches)
        return self._place(index)

    @property
    def called(self) -> tuple[tuple[int, Called], ...]:
        """What the text calls, each with the index of the first character that does."""
        return tuple((first, look.calls) for first, _, look in self.items.worn if look.calls is not None)

    def breaking(self, looseness: int = 0) -> Breaking | None:
        """The best breaking, or the best in ``looseness`` lines more (negative: fewer); ``None``: there is none."""
        if not looseness or self.best is None:
            return self.best
        lines = len(self.best.ends) + looseness
        if lines not in self._others:
            from huozi.paragraph.breaking.variants import break_in_lines  # most issues are set without

            self._others[lines] = break_in_lines(self.work, lines)
        return self._others[lines]

    def set(self, looseness: int = 0) -> tuple[Line, ...]:
        """The lines of a breaking; of the best one where there is none in so many lines."""
        breaking = self.breaking(looseness) or self.best
        return () if breaking is None else self._lines(self.work, breaking)

    def broken_at(self, ends: tuple[int, ...]) -> Composed:
        """This paragraph, its lines ended at these counts of characters, each whatever its length."""
        cost = self.best.cost if self.best else 0
        own = self.measure, self.indent
        return Composed(self.work._replace(stops=ends), Breaking(ends, cost), own, self._stretches, self._pulling)

    def variants(self, stretch: Mpt, *, pull_in: bool = False) -> tuple[Variant, ...]:
        """The natural breaking, then those in a line less and a line more that pages may choose; none without text.

        ``stretch`` (Mpt) is how far gaps may be opened in them beyond what the first two steps allow; 0: there are
        none. A line less takes marks that give way: where the style's fill lets them, or for pages (``pull_in``).
        """
        if self.best is None:
            return ()
        from huozi.paragraph.breaking.for_pages import variants_of  # what is only composed does without

        shorter = self._pulled_in if pull_in or self._pulling is None else None
        return variants_of(self.work, self.best, stretch, shorter)

    def lines_of(self, variant: Variant) -> tuple[Line, ...]:
        """The lines of a variant of this paragraph."""
        return self._lines(self._pulled_in() if variant.pulled_in else self.work, variant.breaking)

    def _pulled_in(self) -> Breakable:
        """The paragraph's matter as a fill that pulls in has it."""
        if self._pulled is None:
            self._pulled = self._pulling() if self._pulling else self.work
        return self._pulled

    def line(self, start: int, end: int) -> Line:
        """The line from one count of characters to another, set as it would be in this paragraph."""
        return self._line(self.work, start, end, end in self.work.stops)

    def _lines(self, work: Breakable, breaking: Breaking) -> tuple[Line, ...]:
        starts, stops = (0, *breaking.ends[:-1]), frozenset(work.stops)
        return tuple(
            self._line(work, start, end, end in stops) for start, end in zip(starts, breaking.ends, strict=True)
        )

    def _line(self, work: Breakable, start: int, end: int, is_last: bool) -> Line:
        indent = 0 if start else self.indent
        room = self.measure - indent
        measured, align = work.measured, work.shape.align
        natural = measured.end[end] - measured.start[start]
        fills = align == "justify" and (not is_last or natural > room)
        line = set_line(work.items, measured, start, end, room if fills else None, indent)
        match align:
            case "right":
                return line._replace(x=room - line.width)
            case "center":
                return line._replace(x=(room - line.width) // 2)
            case _:
                return line


def compose(
    stretches: Sequence[Stretch],
    style: ParagraphStyle,
    measure: Mpt,
    findings: Findings,
    *,
    break_at_bars: bool = False,
) -> Composed:
    """A paragraph in a style at a measure (Mpt, insets of the style not yet taken off).

    Findings: ``character-missing`` for what no face has, ``line-overfull`` where a unit is wider than the measure,
    ``line-loose`` and ``line-short`` where a line cannot be filled well.
    """
    room = max(measure - style.inset_left - style.inset_right, 1)
    indent = style.indent if style.align in ("justify", "left") and room - style.indent >= style.size else 0
    items = itemize(stretches, style.size, style.text, style.letter_spacing, findings)
    shape = Shape(room - indent, room, style.align, break_at_bars)
    work = breakable(items, measure_items(items), shape, style.text)
    if not items.text:
        return Composed(work, None, (room, indent), stretches)
    parting, work, best = _broken(work, stretches, style)
    pulling = partial(_giving_way, parting, work, "pull-in") if style.text.fill == "push-out" else None
    if best.cost >> MISFIT:
        work, best = _remedied(work, best, stretches, findings)
    if best.cost >> LOOSE_LINE:
        from huozi.paragraph.faults import report_loose  # nearly all paragraphs do without

        report_loose(work, best, places_in(take_out_hints(stretches).stretches), findings)
    return Composed(work, best, (room, indent), stretches, pulling)


class _Parting(NamedTuple):
    """What parts a paragraph's words: its text and style, and whether at joints, whether with hyphens."""

    stretches: Sequence[Stretch]
    style: ParagraphStyle
    at_joints: bool
    with_hyphens: bool


def _broken(
    work: Breakable, stretches: Sequence[Stretch], style: ParagraphStyle
) -> tuple[_Parting, Breakable, Breaking]:
    """The best breaking of all, what it was found in, and what parted words there.

    What costs more than the best without it is not even tried: words parted at their joints, then with hyphens; and
    where the fill leaves marks their width, that they give way.
    """
    best = break_best(work)
    with_joints = _is_worth(work, best, JOINT) and any(sign in work.items.text for sign in JOINT_SIGNS)
    if with_joints:
        from huozi.paragraph.breaking.joints import jointed

        work = jointed(work)
        best = break_best(work)
    with_hyphens = (style.text.hyphenate != "none" or bool(work.items.soft)) and _is_worth(work, best, PARTED_WORD)
    if with_hyphens:
        from huozi.paragraph.breaking.hyphenation import hyphenated

        work = hyphenated(work, stretches, style)
        best = break_best(work)
    parting = _Parting(stretches, style, with_joints, with_hyphens)
    if style.align == "justify" and style.text.fill == "push-out" and best.cost >> GIVING_WAY:
        work = _giving_way(parting, work, "push-out")
        best = break_best(work)
    return parting, work, best


def _giving_way(parting: _Parting, work: Breakable, fill: Fill) -> Breakable:
    """The matter of a paragraph with marks that give way, at what that costs in a fill; its words parted as they are.

    Without last remedies: they are for what marks that give way do not help.
    """
    items, style = work.items, parting.style
    work = breakable(items, measure_items(items, giving_way=True), work.shape, style.text._replace(fill=fill))
    if parting.at_joints:
        from huozi.paragraph.breaking.joints import jointed

        work = jointed(work)
    if parting.with_hyphens:
        from huozi.paragraph.breaking.hyphenation import hyphenated

        work = hyphenated(work, parting.stretches, style)
    return work


def _is_worth(work: Breakable, best: Breaking, price: int) -> bool:
    """Whether a breaking costs no less than parting a word does, at a price.

    Lines that are not filled are left as they are, unless a word is wider than its line.
    """
    justified = work.shape.align == "justify" and best.cost >> UNEVENNESS >= price
    return justified or best.cost >> MISFIT > 0


def _remedied(
    work: Breakable, best: Breaking, stretches: Sequence[Stretch], findings: Findings
) -> tuple[Breakable, Breaking]:
    """The best breaking with last remedies for units wider than the measure, each reported at its place."""
    from huozi.paragraph.faults import report_overfull  # nearly all paragraphs do without

    place = places_in(take_out_hints(stretches).stretches)
    remedies = last_remedies(work.items, work.measured, work.shape.first, work.shape.rest)
    if remedies:
        measured = with_breaks(work.measured, remedies)
        work = work._replace(measured=measured, cost_of=with_forbidden(work.cost_of, remedies))
        best = break_best(work)
        for end in best.ends:
            if end in remedies:
                text = work.items.text[max(end - 6, 0) : end + 6]
                findings.add(place(end - 1), remedies[end], text=text)
    report_overfull(work, best, place, findings)
    return work, best


def places_in(stretches: Sequence[Stretch]) -> Callable[[int], Span]:
    """The place in the source of each character of a paragraph, as near as its stretch tells."""
    starts = list(accumulate((len(stretch.text) for stretch in stretches), initial=0))[:-1]

    def place(index: int) -> Span:
        at = bisect_right(starts, index) - 1
        span = stretches[at].span
        return Span(span.file, span.line, span.column + index - starts[at]) if span.line else span

    return place
