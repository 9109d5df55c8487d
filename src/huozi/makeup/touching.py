"""Whether two lines touch on the page: what hangs below one (lines below names, dots, lowered text) or stands above it.

Each line is cast by itself, and two of them meet only on the page: those of a paragraph, of two, of a heading and the
text below it. What is looked at is ink: a reading without a mark of tone may keep clear where one with it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Role
from huozi.fonts.face import Face
from huozi.fonts.ink import InkBox, ink_boxes
from huozi.galley import Hung, Slug
from huozi.geometry import Mpt
from huozi.makeup.plans import PagePlan
from huozi.makeup.type_area import place_of
from huozi.records import NamedTuple
from huozi.scripts import is_han
from huozi.style.model import PageTemplate

TOUCHING = {
    "name": "name-line-touches",
    "book": "name-line-touches",
    "dots": "dots-touch",
    "lowered": "lowered-touches",
}
"""The rules by what hangs."""

READING_TOUCHES = "reading-touches"
"""The rule for a reading that reaches into the hanzi of the line above it."""

TALLEST, DEEPEST = 1300, 300
"""No glyph reaches further above or below its baseline than so many thousandths of its size."""

FaceOf: TypeAlias = Callable[[str], Face]
"""Opens the face of a key."""


def report_touching(plan: PagePlan, page: PageTemplate, face_of: FaceOf, findings: Findings) -> None:
    """Report what hangs below a line or stands above it and touches its neighbour, once for each place in the source.

    Findings: ``name-line-touches``, ``dots-touch``, ``lowered-touches``, ``reading-touches``.
    """
    told: set[tuple[str, Span]] = set()
    for rule, span, text, below in _touching(plan, page, face_of):
        if (rule, span) not in told:
            told.add((rule, span))
            findings.add(span, rule, text=text, below=below)


def _touching(plan: PagePlan, page: PageTemplate, face_of: FaceOf) -> Iterator[tuple[str, Span, str, str]]:
    """What touches on a page: rule, place, the text of the line above and that of the line below."""
    for column in plan.columns():
        rows = [(place_of(page, plan.side, each).y, each.slug) for each in column]
        for (top, slug), (after, following) in pairwise((*rows, (0, None))):
            if slug is None:
                continue
            next_items = _runs(following, after - top) if following is not None else []
            own = _runs(slug, 0) if slug.hung or slug.read or (following is not None and following.read) else []
            for hung, text in _met_below(slug.hung, [*own, *next_items], face_of):
                yield TOUCHING[hung.kind], hung.span, hung.text, text
            for reading, text in _met_above([*own, *next_items], face_of):
                place = slug.span if reading in own or following is None else following.span
                yield READING_TOUCHES, place, text, reading.text


class _Run(NamedTuple):
    """A run of glyphs at its place in a column, relative to the slug that is looked at."""

    x: Mpt
    y: Mpt
    run: GlyphRun
    role: Role

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(self.run.texts)

    def boxes(self, face_of: FaceOf) -> Iterator[tuple[str, InkBox]]:
        """Its characters with the boxes of their ink."""
        for text, box in ink_boxes(self.run, face_of(self.run.face)):
            yield text, InkBox(box.left + self.x, box.top + self.y, box.right + self.x, box.bottom + self.y)


def _runs(slug: Slug, down: Mpt) -> list[_Run]:
    """The runs of a slug that stands so far down, but for turned ones: nothing hangs from line to line there."""
    return [
        _Run(placed.x, placed.y + down, placed.item, placed.role)
        for placed in slug.items
        if isinstance(placed.item, GlyphRun) and not placed.is_turned
    ]


def _met_below(hung: Sequence[Hung], runs: Sequence[_Run], face_of: FaceOf) -> Iterator[tuple[Hung, str]]:
    """What hangs and touches a run of a line below its own, with the text of that."""
    for one in runs if hung else ():
        highest = one.y - one.run.rise - one.run.size * TALLEST // 1000
        near = [each for each in hung if each.bottom >= highest and one.y > each.baseline]
        boxes = list(one.boxes(face_of)) if near else []
        for each in near:
            if any(_meet(InkBox(each.left, each.top, each.right, each.bottom), box) for _, box in boxes):
                yield each, one.text


def _met_above(runs: Sequence[_Run], face_of: FaceOf) -> Iterator[tuple[_Run, str]]:
    """The readings that touch hanzi of a line above their own, with the first of these."""
    for reading in runs:
        if reading.role is not Role.READING:
            continue
        highest = reading.y - reading.run.rise - reading.run.size * TALLEST // 1000
        above = [
            one
            for one in runs
            if one.y < reading.y
            and one.role is not Role.READING
            and one.y - one.run.rise + one.run.size * DEEPEST // 1000 >= highest
        ]
        ink = [box for _, box in reading.boxes(face_of)] if above else []
        for one in above:
            met = (text for text, box in one.boxes(face_of) if is_han(text[:1]) and any(_meet(box, own) for own in ink))
            if text := next(met, ""):
                yield reading, text
                break


def _meet(one: InkBox, other: InkBox) -> bool:
    """Whether two boxes meet."""
    return one.left < other.right and other.left < one.right and one.top <= other.bottom and other.top <= one.bottom
