"""Looks: how marked text differs from the text around it, in millipoints; whoever sets a block resolves it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Literal

from huozi.diagnostics import Span
from huozi.fonts.catalog import FaceSet
from huozi.geometry import Mpt
from huozi.records import NamedTuple


class Dots(NamedTuple):
    """Emphasis dots (着重号): their diameter, and how far below the em box they begin."""

    diameter: Mpt
    distance: Mpt


class NameLine(NamedTuple):
    """A line below a name: straight (``name``) or a wave so high (``book``).

    It begins ``distance`` below the em box and is shorter than the name by ``inset`` at either end. ``key`` tells two
    names side by side apart.
    """

    kind: Literal["name", "book"]
    key: Span
    thickness: Mpt
    distance: Mpt
    inset: Mpt
    wave: Mpt

    @property
    def depth(self) -> Mpt:
        """From the em box to the line's lower edge."""
        return self.distance + self.thickness + (self.wave if self.kind == "book" else 0)


class Reading(NamedTuple):
    """A reading above its base (注音): text, faces, place in the source, size, how far above the base's baseline.

    ``gap`` is the least distance to another reading, ``overhang`` how far it may reach over a neighbour that has none.
    """

    text: str
    faces: FaceSet
    span: Span
    size: Mpt
    rise: Mpt
    gap: Mpt
    overhang: Mpt


class Called(NamedTuple):
    """What a stretch of text calls, by its key: a note (with its number), or a float that it names; ``span`` is where.

    Two calls of one note differ in their places.
    """

    kind: Literal["note", "float"]
    key: str
    span: Span
    number: int = 0


class Look(NamedTuple):
    """How a stretch differs from plain text: facts that hold together.

    ``size`` 0 is the paragraph's own. ``clings``: it belongs to the character before it, raised or lowered (``script``)
    or as the call of a note (``call``). ``calls`` is what it calls; by that alone it looks like plain text.
    """

    size: Mpt = 0
    rise: Mpt = 0
    clings: Literal["", "script", "call"] = ""
    dots: Dots | None = None
    line: NameLine | None = None
    link: str = ""
    reading: Reading | None = None
    calls: Called | None = None


PLAIN = Look()


class Worn(NamedTuple):
    """A look and the characters that wear it."""

    start: int
    end: int
    look: Look


_START, _END = itemgetter(0), itemgetter(1)


def worn_within(worn: Sequence[Worn], start: int, end: int) -> Sequence[Worn]:
    """The looks that any of the characters from one count to another wear; as they are, not cut off there."""
    return worn[bisect_right(worn, start, key=_END) : bisect_left(worn, end, key=_START)]
