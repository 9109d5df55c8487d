"""What stands beside the text of a part: its floats and notes, and what its pieces call of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from huozi.galley import Call, Float, Where
from huozi.records import NamedTuple


class UnitCall(NamedTuple):
    """What a line of a unit (from 0) calls: a note or a float of its part, by its place among them; −1: none."""

    line: int
    note: int = -1
    float: int = -1


class PartNote(NamedTuple):
    """A note as pages see it: its lines on the notes' own leading; ``source`` is its place in the galley."""

    lines: int
    source: int = -1


class PartFloat(NamedTuple):
    """A float as pages see it.

    ``height``: grid lines. ``within``: how many columns stand side by side where it is written, ``over`` how many of
    them it runs over; one that runs over all of them stands at the head or foot of a page, others of a column.
    ``places`` and ``on`` are as in the galley. ``article`` counts the articles of its part, from 0. ``notes``: the
    notes of the part that it calls itself. ``source`` is its place in the galley.
    """

    height: int
    within: int = 1
    over: int = 1
    places: tuple[Where, ...] = ("head", "foot", "here", "page")
    on: Literal["", "page", "next-page", "column", "next-column"] = ""
    article: int = 0
    notes: tuple[int, ...] = ()
    source: int = -1

    @property
    def is_wide(self) -> bool:
        """Whether it runs over all columns that stand side by side."""
        return self.over >= self.within


CallsOf: TypeAlias = Callable[[int], tuple[UnitCall, ...]]


class PartMatter:
    """The floats and notes of a part in the making, by the keys that they are called by."""

    __slots__ = ("_called", "_keys", "floats", "notes")

    def __init__(self) -> None:
        self.floats: list[PartFloat] = []
        self.notes: list[PartNote] = []
        self._keys: dict[tuple[str, str], int] = {}
        self._called: list[tuple[Call, ...]] = []

    def add_note(self, key: str, lines: int, index: int) -> None:
        """A note that text calls by a key; ``index`` is its place in the galley."""
        self._keys.setdefault(("note", key), len(self.notes))
        self.notes.append(PartNote(lines, index))

    def add_float(self, piece: Float, index: int, article: int) -> int:
        """A float at its place in the galley, of an article of the part; its number among the floats."""
        over = min(piece.columns or piece.within, piece.within)
        number = len(self.floats)
        self._keys.setdefault(("float", piece.key), number)
        self._called.append(piece.calls)
        self.floats.append(PartFloat(piece.height, piece.within, over, piece.places, piece.on, article, source=index))
        return number

    def all_floats(self) -> tuple[PartFloat, ...]:
        """The floats, with the notes that they call."""
        return tuple(
            each._replace(notes=tuple(call.note for call in self._known(calls) if call.note >= 0))
            for each, calls in zip(self.floats, self._called, strict=True)
        )

    def calls(self, called: Callable[[int], tuple[Call, ...]]) -> CallsOf:
        """What the lines of a paragraph call, by places among the part's floats and notes.

        A float of another part, a note that stands nowhere, are left out; they may stand behind what calls them.
        """
        return lambda lines: self._known(called(lines))

    def calls_of_slug(self, calls: tuple[Call, ...]) -> CallsOf:
        """The same for a piece that is never broken."""
        return lambda _: self._known(calls)

    def _known(self, calls: tuple[Call, ...]) -> tuple[UnitCall, ...]:
        places = ((call, self._keys.get((call.kind, call.key), -1)) for call in calls)
        return tuple(
            UnitCall(call.line, note=at) if call.kind == "note" else UnitCall(call.line, float=at)
            for call, at in places
            if at >= 0
        )
