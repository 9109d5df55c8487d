"""The galley (长条样): matter in order, ready to page, before anyone knows what page it stands on.

Heights are whole lines of the grid, so that pagination is exact arithmetic. A paragraph can still be asked for one
line less or more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, assert_never

from huozi.diagnostics import Finding, Span
from huozi.display import GlyphRun, Placed
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.text_style import ParagraphStyle


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


class Word(NamedTuple):
    """An editor's word on the piece of matter that carries it, and where it is written.

    ``break``, ``column`` and ``start`` (on a right-hand page) stand on a ``Start``, ``keep`` and ``spread`` on text,
    ``lines`` on a paragraph, ``place`` on a float. ``unasked``: of ``keep``, the lines that have to follow without it.
    """

    kind: Literal["break", "column", "start", "keep", "spread", "lines", "place"]
    span: Span
    unasked: int = 0


class Late(NamedTuple):
    """What stands in a slug once the pages are known that an article (by its number) stands on.

    ``make(first, count)`` gives its items, in the same room, from the article's first folio and its count of pages.
    """

    article: int
    make: Callable[[int, int], tuple[Placed, ...]]


class Call(NamedTuple):
    """What a line calls (``line`` counts from 0 within its matter): a note, or a float whose first mention it is.

    ``key`` is that of the :class:`Note` or the :class:`Float`. A mark in the text stands for the note: all its glyphs
    are parts of an element of kind ``CALL`` whose ``level`` is the note's number by article or issue.
    """

    line: int
    kind: Literal["note", "float"]
    key: str


class Slug(NamedTuple):
    """A line cast in one piece: never broken, ``height`` grid lines deep (行), its items relative to its top left.

    ``keep`` is how many further lines of text must stand below it in its column (headings). ``hung`` is what hangs
    below its text: the line after it must keep clear of that. ``read``: readings stand above it, which must keep clear
    of the line before. ``spread``: by how many lines the depth of the spread is changed that it begins on. ``words``
    are those of an editor that are carried out by it. ``late``: its items follow from the pages of its article.
    ``calls``: the notes and floats that it calls.
    """

    height: int
    items: tuple[Placed, ...]
    span: Span
    keep: int = 0
    hung: tuple[Hung, ...] = ()
    read: bool = False
    spread: int = 0
    words: tuple[Word, ...] = ()
    late: Late | None = None
    calls: tuple[Call, ...] = ()


class Variant(NamedTuple):
    """A number of lines that a paragraph may take: what that costs in composition, and its widest gap (Mpt).

    ``price`` is 0 for the natural number, more for any other.
    """

    lines: int
    price: int = 0
    strain: Mpt = 0


class SetParagraph(NamedTuple):
    """A paragraph whose lines are cast once the pages stand.

    ``lines`` is the number of lines at best, ``variants()`` gives the numbers that it may take, that one first;
    ``cast(lines)`` gives the slugs of one of them. Each line is ``depth`` grid lines deep, but for the last ones that
    ``tail`` gives the depths of. ``keep``, ``spread`` and ``words`` as in a slug. ``is_lone``: its last line is one of
    a single character. ``may_be_cut``: it is running text that an author may be asked to shorten. Where an editor asks
    for a number of lines, that alone is in ``variants()``; ``unasked()`` gives those that it may take without this
    word, none where there is none. ``calls`` gives what its lines call in a number of them, ``None`` where they call
    nothing. ``solid``: its first lines that no column's end parts (a picture stands beside them). ``again`` heads each
    further column that it goes on in (the head of a table), ``parted`` gives the last line before as it stands there
    (above a rule).
    """

    lines: int
    cast: Callable[[int], tuple[Slug, ...]]
    span: Span
    variants: Callable[[], tuple[Variant, ...]] = tuple
    depth: int = 1
    tail: tuple[int, ...] = ()
    keep: int = 0
    is_lone: bool = False
    may_be_cut: bool = False
    spread: int = 0
    words: tuple[Word, ...] = ()
    unasked: Callable[[], tuple[Variant, ...]] = tuple
    calls: Callable[[int], tuple[Call, ...]] | None = None
    solid: int = 0
    again: Slug | None = None
    parted: Callable[[Slug], Slug] | None = None


class Space(NamedTuple):
    """Empty grid lines; dropped at the top of a column unless ``kept`` (the sink of a section's first title)."""

    lines: int
    kept: bool = False


StartsAt: TypeAlias = Literal["run-on", "column", "page", "recto"]
"""Where something begins: where the text before it ends, or with a column, a page, a right-hand page."""


class Start(NamedTuple):
    """The start of what follows: where it begins, and only where so many grid lines (``room``) are left.

    ``words`` is that of an editor who asks for it.
    """

    at: StartsAt = "run-on"
    room: int = 0
    is_article: bool = False
    words: tuple[Word, ...] = ()


class Band(NamedTuple):
    """From here on text stands in so many columns; what spans them all is text in one."""

    columns: int


class Mark(NamedTuple):
    """Something that must know its page: ``key`` is its number among the issue's sections, articles, fillers, inserts.

    The page of an ``opener`` is that of a section's own design; that of an ``insert`` is left free.
    """

    kind: Literal["section", "article", "filler", "opener", "insert"]
    key: int


class Note(NamedTuple):
    """A note that lines of the galley call by its ``key``: it stands at the foot of the column of its first call.

    ``lines`` is how many it has on the notes' own leading, ``cast_lines()`` gives them, each a slug whose items are
    relative to the top left of its em box (their ``height`` says nothing). ``columns`` is the number of columns of the
    band that it is set for.
    """

    key: str
    lines: int
    cast_lines: Callable[[], tuple[Slug, ...]]
    span: Span
    columns: int = 1


Where: TypeAlias = Literal["head", "foot", "here", "page"]
"""Where a float may stand: at the head or foot of a column (or page), in the text, on a page of its own."""


class Float(NamedTuple):
    """A figure, a table or a box that pages find a place for; it stands in the galley where it is written.

    ``height`` is the grid lines that it takes with the white that parts it from text, at most a page's.
    ``cast_at(where)`` gives the slug, white included. ``columns`` is the number of columns that it runs over of the
    ``within`` that stand side by side where it is written (0: all). ``places`` are those it may take, the dearest wish
    first. ``on``: an editor has it on the page or in the column of its first call, or in the one after. ``calls`` are
    the notes of its caption. ``words`` are those of an editor that it carries out; ``unasked`` are the places that it
    may take without them.
    """

    key: str
    height: int
    cast_at: Callable[[Where], Slug]
    span: Span
    columns: int = 1
    within: int = 1
    places: tuple[Where, ...] = ("head", "foot", "here", "page")
    on: Literal["", "page", "next-page", "column", "next-column"] = ""
    calls: tuple[Call, ...] = ()
    words: tuple[Word, ...] = ()
    unasked: tuple[Where, ...] = ()


Matter: TypeAlias = Slug | SetParagraph | Space | Start | Band | Mark | Note | Float
Galley: TypeAlias = tuple[Matter, ...]


def words_on(matter: Matter) -> tuple[Word, ...]:
    """The words of an editor that a piece of matter carries."""
    match matter:
        case Start(words=words) | SetParagraph(words=words) | Slug(words=words) | Float(words=words):
            return words
        case Space() | Band() | Mark() | Note():
            return ()
        case _:
            assert_never(matter)


class Referral(NamedTuple):
    """A reference in set text: its place, what it leads to, the label of the page that it quotes.

    ``page`` is ``None`` where it quotes none, empty where none was known yet. ``article`` is the number of its article
    among the issue's, -1 in a filler.
    """

    span: Span
    target: Span
    page: str | None = None
    article: int = -1


class SetMatter(NamedTuple):
    """Galley matter and what was found in setting it, in the order of the text; ``referrals`` are its references."""

    galley: Galley
    findings: tuple[Finding, ...] = ()
    referrals: tuple[Referral, ...] = ()


class SetLine(NamedTuple):
    """A line of text set by a composer: its runs with their x, from the line's own start to ``width``."""

    x: Mpt
    width: Mpt
    runs: tuple[tuple[Mpt, GlyphRun], ...]


Composer: TypeAlias = Callable[[str, ParagraphStyle, Mpt, Span], tuple[SetLine, ...]]
"""Sets a text in a style at a measure: handed to make-up for what it must set itself (contents, running heads)."""
