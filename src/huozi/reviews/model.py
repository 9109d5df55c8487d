"""What is known of a reviewed proof: annotations as they stand in the file, comments as editors read them.

Coordinates are those of the PDF page (its user space: from the bottom left, y up), in millipoints.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.geometry import Mpt
from huozi.records import NamedTuple

Kind: TypeAlias = Literal[
    "note",
    "highlight",
    "underline",
    "squiggly",
    "delete",
    "insert",
    "replace",
    "text",
    "callout",
    "typewriter",
    "ink",
    "stamp",
    "shape",
    "other",
    "finding",
]
"""What a comment is to an editor; ``finding`` is one that the proof itself brought along."""

OWN_AUTHOR = "Huozi"
"""The author of the comments that a proof brings along."""


class Box(NamedTuple):
    """A rectangle of a PDF page (Mpt)."""

    left: Mpt
    bottom: Mpt
    right: Mpt
    top: Mpt

    @property
    def x(self) -> Mpt:
        """Its middle, across."""
        return (self.left + self.right) // 2

    @property
    def y(self) -> Mpt:
        """Its middle, up."""
        return (self.bottom + self.top) // 2


class Annotation(NamedTuple):
    """An annotation as it stands in a file, its texts decoded.

    ``key`` is its number among all that were read, ``sheet`` the page of the file, from 0. ``boxes`` are those of its
    quadrilaterals, ``box`` is its rectangle (of a caret, that of the sign itself; of a callout, the point that its line
    leads to). ``answers`` is the key of what it is a reply to, -1 for what is no longer there, ``None`` where it is
    none; ``grouped``: it is part of that instead.
    ``state`` and ``state_model`` are what a review says of the other one. ``date`` is as it stands in the file.
    """

    key: int
    sheet: int
    subtype: str
    box: Box | None
    boxes: tuple[Box, ...] = ()
    text: str = ""
    author: str = ""
    date: str = ""
    name: str = ""
    intent: str = ""
    icon: str = ""
    answers: int | None = None
    grouped: bool = False
    state: str = ""
    state_model: str = ""
    hidden: bool = False


class ReviewedFile(NamedTuple):
    """What was read of a PDF: how many pages it has, what it calls those with annotations, its map as it stands in it.

    ``readable`` are the pages (from 0) whose text is not too much to be read. ``unread`` counts annotations that are
    damaged, ``left_out`` those beyond what is read.
    """

    sheets: int
    labels: tuple[tuple[int, str], ...]
    annotations: tuple[Annotation, ...]
    proof_map: bytes | None = None
    map_refused: bool = False
    readable: frozenset[int] = frozenset()
    unread: int = 0
    left_out: int = 0


class Reply(NamedTuple):
    """An answer to a comment, or what a review says of it (``state``, empty for an answer); ``depth`` counts from 1."""

    depth: int
    author: str
    date: str
    text: str
    state: str = ""
    state_model: str = ""
    hidden: bool = False


class Thread(NamedTuple):
    """A comment's annotation, what is grouped with it, and the answers to it."""

    head: Annotation
    members: tuple[Annotation, ...] = ()
    replies: tuple[Reply, ...] = ()


class Place(NamedTuple):
    """Where a comment stands: the page's number in the file from 1, its label, column and line from 1 (0: not known).

    ``columns``: how many columns the page has. ``span``: the place in the source, its file empty where none is known.
    ``part``: which of the pages on that sheet, from 0. ``near``: it stands beside that line, not on it. ``by``: what
    told the place: a map of lines (the proof's own, or made again), a finding of the proof nearby, or the page alone.
    """

    sheet: int
    label: str
    column: int = 0
    columns: int = 0
    line: int = 0
    span: Span = Span("")
    near: bool = False
    part: int = 0
    by: Literal["map", "finding", "page"] = "page"


class Comment(NamedTuple):
    """A comment as an editor reads it.

    ``marked`` is the text beneath it, ``before`` and ``after`` the characters beside a caret, ``beside`` the words near
    one that marks none. ``text`` is what was written: of ``insert`` and ``replace`` the text to be put in. ``icon`` is
    the name of a stamp, the kind of another annotation. ``orphan``: what it answers is no longer there.
    """

    number: int
    kind: Kind
    place: Place
    author: str
    date: str
    text: str
    marked: str = ""
    before: str = ""
    after: str = ""
    beside: str = ""
    icon: str = ""
    replies: tuple[Reply, ...] = ()
    hidden: bool = False
    orphan: bool = False
