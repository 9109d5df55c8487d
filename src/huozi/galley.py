"""The galley (长条样): matter in order, ready to page, before anyone knows what page it stands on.

Heights are whole lines of the grid, so that pagination is exact arithmetic. A paragraph can still be asked for one
line less or more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.display import GlyphRun, Placed
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.model import ParagraphStyle


class Note(NamedTuple):
    """A footnote whose call stands in a slug: it must stand at the foot of the same column."""

    name: str
    slugs: tuple[Slug, ...]


class Hung(NamedTuple):
    """What hangs below a line of a slug: from where to where it reaches, relative to the slug, and of which line.

    ``kind`` is what it is (``name``, ``book``, ``dots``, ``lowered``), ``text`` what stands above it, ``baseline`` that
    of its line.
    """

    kind: Literal["name", "book", "dots", "lowered"]
    text: str
    span: Span
    left: Mpt
    top: Mpt
    right: Mpt
    bottom: Mpt
    baseline: Mpt


class Slug(NamedTuple):
    """A line cast in one piece: never broken, ``height`` grid lines deep (行), its items relative to its top left.

    ``keep`` is how many further lines of text must stand below it in its column (headings). ``hung`` is what hangs
    below its text: the line after it must keep clear of that. ``read``: readings stand above it, which must keep clear
    of the line before.
    """

    height: int
    items: tuple[Placed, ...]
    span: Span
    keep: int = 0
    notes: tuple[Note, ...] = ()
    hung: tuple[Hung, ...] = ()
    read: bool = False


class SetParagraph(NamedTuple):
    """A paragraph, its lines set on demand.

    ``lines`` is the number of lines at best; ``setting(looseness)`` gives its slugs in as many lines, one fewer or
    one more (or what comes nearest).
    """

    lines: int
    setting: Callable[[int], tuple[Slug, ...]]
    span: Span


class Space(NamedTuple):
    """Empty grid lines; dropped at the top of a column unless ``kept`` (the sink of a section's first title)."""

    lines: int
    kept: bool = False


class BreakCost(NamedTuple):
    """What a page break here costs: ``page`` forces one; else it is taken unless ``room`` lines are left."""

    page: bool = False
    room: int = 0


class Mark(NamedTuple):
    """Something that must know its page: ``kind`` is ``section`` or ``article``, ``key`` its number in the issue."""

    kind: str
    key: int


class Floating(NamedTuple):
    """A figure free to move to the top or foot of a column; ``height`` in grid lines."""

    height: int
    items: tuple[Placed, ...]
    span: Span


Matter: TypeAlias = Slug | SetParagraph | Space | BreakCost | Mark | Floating
Galley: TypeAlias = tuple[Matter, ...]


class SetLine(NamedTuple):
    """A line of text set by a composer: its runs with their x, from the line's own start to ``width``."""

    x: Mpt
    width: Mpt
    runs: tuple[tuple[Mpt, GlyphRun], ...]


Composer: TypeAlias = Callable[[str, ParagraphStyle, Mpt, Span], tuple[SetLine, ...]]
"""Sets a text in a style at a measure: handed to make-up for what it must set itself (contents, running heads)."""
