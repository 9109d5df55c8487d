"""Whether what hangs below a line (lines below names, dots, lowered text) touches the one after it: readings, any text.

Each line is cast by itself, and two of them meet only on the page: those of a paragraph, of two, of a heading and the
text below it. What is looked at is ink: a reading without a mark of tone may keep clear where one with it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Placed
from huozi.fonts.face import Face
from huozi.fonts.ink import ink_boxes
from huozi.galley import Hung
from huozi.makeup.paginate import PagePlan
from huozi.makeup.type_area import line_top
from huozi.style.model import PageTemplate

TOUCHING = {
    "name": "name-line-touches",
    "book": "name-line-touches",
    "dots": "dots-touch",
    "lowered": "lowered-touches",
}
"""The rules by what hangs."""

TALLEST = 1300
"""No glyph reaches higher above its baseline than so many thousandths of its size (Vietnamese capitals with marks)."""

FaceOf = Callable[[str], Face]
"""Opens the face of a key."""


def report_touching(plan: PagePlan, page: PageTemplate, face_of: FaceOf, findings: Findings) -> None:
    """Report what hangs below a line and touches the line below it, once for each place in the source."""
    told: set[tuple[str, Span]] = set()
    for index, column in enumerate(plan.columns):
        rows = [(line, row.slug) for line, row in column.rows]
        for (line, slug), (after, following) in pairwise((*rows, (0, None))):
            if slug is None or not slug.hung:
                continue
            below = list(slug.items)
            if following is not None:
                down = line_top(page, plan.side, index, after).y - line_top(page, plan.side, index, line).y
                below += [placed._replace(y=placed.y + down) for placed in following.items]
            for hung, text in _touched(slug.hung, below, face_of):
                rule = TOUCHING[hung.kind]
                if (rule, hung.span) not in told:
                    told.add((rule, hung.span))
                    findings.add(hung.span, rule, text=hung.text, below=text)


def _touched(hung: Sequence[Hung], below: Sequence[Placed], face_of: FaceOf) -> Iterator[tuple[Hung, str]]:
    """What hangs and touches something, with the text that it touches."""
    for placed in below:
        run = placed.item
        if not isinstance(run, GlyphRun):
            continue
        highest = placed.y - run.rise - run.size * TALLEST // 1000
        near = [
            each
            for each in hung
            if each.bottom >= highest
            and placed.y > each.baseline
            and each.left < placed.x + run.width + run.size
            and each.right > placed.x - run.size
        ]
        if near:
            yield from ((each, "".join(run.texts)) for each in near if _meets(each, placed, run, face_of(run.face)))


def _meets(hung: Hung, placed: Placed, run: GlyphRun, face: Face) -> bool:
    """Whether the ink of a run reaches up to what hangs above it."""
    return any(
        box.top + placed.y <= hung.bottom
        and box.bottom + placed.y >= hung.top
        and box.left + placed.x < hung.right
        and box.right + placed.x > hung.left
        for box in ink_boxes(run, face)
    )
