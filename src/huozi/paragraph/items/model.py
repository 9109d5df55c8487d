"""The items of a paragraph: the types that breaking, justifying and drawing run over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from huozi.geometry import Mpt
from huozi.paragraph.items.look import Reading, Worn
from huozi.paragraph.items.sorts import Fount, Sort
from huozi.paragraph.rules.pairs import PairTable
from huozi.records import NamedTuple


class Hyphen(NamedTuple):
    """What parting a word after a count of characters puts in place of what stands there.

    ``head`` are the sorts that take the place of those from index ``first`` up to the line's end, the hyphen last;
    ``tail`` those that the next line begins with (where a ligature is parted; else empty).
    """

    first: int
    head: tuple[Sort, ...]
    tail: tuple[Sort, ...]


NO_LEADS: Mapping[int, Mpt] = MappingProxyType({})
NO_HYPHENS: Mapping[int, Hyphen] = MappingProxyType({})


class SetReading(NamedTuple):
    """A reading made ready: the characters of its base, its sorts and their width.

    ``lead`` and ``tail`` are the space that the base has before its first and after its last glyph.
    """

    start: int
    end: int
    reading: Reading
    sorts: tuple[Sort, ...]
    width: Mpt
    lead: Mpt = 0
    tail: Mpt = 0


class Items(NamedTuple):
    """A paragraph ready to break: parallel lists, an entry a character (lengths in Mpt).

    ``advance`` is a character's own width, ``offset`` where its glyph stands in it, ``glyph`` its glyph (-1: drawn by
    the glyph before), ``fount`` its face and size. ``codes[i]`` (the classes' letters, and what else tells gaps apart)
    stands between character i and i + 1; ``rows`` is the table of these codes. ``trim`` is what a character loses when
    it ends a line, ``lead`` what those of some indexes lose when they begin one. ``word_space`` is the Latin face's
    space in thousandths of an em. ``preferred`` and ``forced`` hold the counts where breaks of that kind stood,
    ``soft`` those where a soft hyphen did; ``hyphens`` what parting a word after a count puts there. ``worn`` holds the
    looks that are not plain, in the order of the text, and ``readings`` what stands above it. ``spare`` is what those
    of some indexes can lose at a line's end and need not (the first step of compression, where a house leaves marks at
    line ends their em).
    """

    text: str
    classes: str
    em: Mpt
    advance: Sequence[Mpt]
    offset: Sequence[Mpt]
    glyph: Sequence[int]
    fount: Sequence[Fount]
    codes: list[str]
    rows: PairTable
    trim: list[Mpt]
    lead: Mapping[int, Mpt]
    word_space: int
    preferred: tuple[int, ...]
    forced: tuple[int, ...] = ()
    soft: tuple[int, ...] = ()
    hyphens: Mapping[int, Hyphen] = NO_HYPHENS
    worn: tuple[Worn, ...] = ()
    readings: tuple[SetReading, ...] = ()
    spare: Mapping[int, Mpt] = NO_LEADS
