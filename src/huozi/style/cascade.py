"""Layers of a layout, one over the other: the last one that says something wins.

A layer is flat: full path of a key → its value and the place it was written. So merging is a dict's ``|``, whatever
the depth, and every value keeps the place where a finding must point.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, cast

from huozi.diagnostics import Span
from huozi.display import Ink
from huozi.geometry import Mpt, Size
from huozi.positioned_yaml import Node, Scalar
from huozi.records import NamedTuple
from huozi.style.keys.property import Property
from huozi.style.kinds import KINDS
from huozi.style.lengths import Length
from huozi.style.properties import PROPERTIES
from huozi.style.readers import Cover, Face, Measure, Paint


class Value(NamedTuple):
    """A value of a layout, read by its kind, and where it stands."""

    value: object
    span: Span


Layer: TypeAlias = dict[str, Value]

OVERRIDE = Span("--set")
"""Where the keys stand that are given on the command line."""


class RawElement(NamedTuple):
    """An element of a list (a design, an opening) as written: what it is, and its keys."""

    kind: str
    values: Values
    span: Span


class Values:
    """The values of merged layers, by path; each reader is for paths of its kind.

    A path that no layer sets has the default of its row; one without a default is empty (``""``, ``()``, 0).
    """

    def __init__(self, layer: Layer, rows: dict[str, Property], span: Span, files: tuple[str, ...] = ()) -> None:
        self.layer = layer
        self.rows = rows
        self.span = span
        self.files = files

    def has(self, path: str) -> bool:
        """Whether a layer sets the path."""
        return path in self.layer

    def place(self, path: str) -> Span:
        """Where a path is set; the layout as a whole where it is not."""
        return self.layer[path].span if path in self.layer else self.span

    def blame(self, *paths: str) -> Span:
        """Where to mend what several paths bring about together: that which the last layer sets, the first of equals.

        So nobody is sent to a shipped layout for a value of their own.
        """
        return self.latest([self.layer[path].span for path in paths if path in self.layer])

    def latest(self, spans: Iterable[Span]) -> Span:
        """The place, of several, that is in the last layer; the layout as a whole where there is none."""
        rank = {file: at for at, file in enumerate(self.files)}
        return max(spans, key=lambda span: rank.get(span.file, 0), default=self.span)

    def names(self, room: str) -> tuple[str, ...]:
        """The names given under a key (``styles``, ``colour.inks``), in the order in which they first occur."""
        start, at = f"{room}.", len(room) + 1
        return tuple(dict.fromkeys(path[at:].partition(".")[0] for path in self.layer if path.startswith(start)))

    def value(self, path: str) -> object:
        """The value of a path whatever its kind, or its default; ``None`` where there is neither."""
        if path in self.layer:
            return self.layer[path].value
        row = self._row(path)
        if row.default is None:
            return None
        return read_value(row, Scalar(row.default, str(row.default), False, self.span))

    def _row(self, path: str) -> Property:
        """The row that declares a path: its own, or the one with ``*`` in the place of its second key, a name."""
        if path in self.rows:
            return self.rows[path]
        room, _, rest = path.partition(".")
        return self.rows[f"{room}.*.{rest.partition('.')[2]}"]

    def text(self, path: str) -> str:
        """A text, a name, a template or a choice."""
        return cast(str, self.value(path) or "")

    def texts(self, path: str) -> tuple[str, ...]:
        """A list of texts or names."""
        return cast("tuple[str, ...]", self.value(path) or ())

    def integer(self, path: str) -> int:
        """A whole number, of lines or of thousandths as well."""
        return cast(int, self.value(path) or 0)

    def truth(self, path: str) -> bool:
        """True or false."""
        return cast(bool, self.value(path))

    def length(self, path: str) -> Length:
        """A length as written; its path has a default or is set."""
        return cast(Length, self.value(path))

    def size(self, path: str) -> Mpt:
        """A size of type; its path is set."""
        return cast(Mpt, self.value(path))

    def trim(self, path: str) -> Size:
        """A trimmed size."""
        return cast(Size, self.value(path))

    def measure(self, path: str) -> Measure:
        """A number of characters or lines, or the length they are to fill."""
        return cast(Measure, self.value(path))

    def paint(self, path: str) -> Paint:
        """A colour as written; its path has a default or is set."""
        return cast(Paint, self.value(path))

    def paints(self, path: str) -> tuple[Paint, ...]:
        """A list of colours as written; none where no layer has it."""
        return cast("tuple[Paint, ...]", self.value(path) or ())

    def inks(self, path: str) -> Ink:
        """A colour of the layout's own."""
        return cast(Ink, self.value(path))

    def face(self, path: str, otherwise: Face) -> Face:
        """A font role with its weight."""
        return cast(Face, self.value(path) or otherwise)

    def cover(self, path: str) -> Cover:
        """What stands on a page of the cover."""
        return cast(Cover, self.value(path))

    def elements(self, path: str) -> tuple[RawElement, ...]:
        """The elements of a list; none where no layer has it."""
        return cast("tuple[RawElement, ...]", self.value(path) or ())


def merge(layers: Iterable[Layer], span: Span) -> Values:
    """The layers one over the other, from the base to the last; ``span`` is the place of what none of them says."""
    merged: Layer = {}
    files: list[str] = []
    for layer in layers:
        merged |= layer
        files += [entry.span.file for entry in layer.values()][:1]
    return Values(merged, {row.path: row for row in PROPERTIES}, span, tuple(files))


def read_value(row: Property, node: Node) -> object:
    """The value of a node by the kind of its row; ``ValueError`` where the kind does not take it."""
    if not row.choices:
        return KINDS[row.kind].read(node)
    match node:
        case Scalar(text=text) if text in row.choices:
            return text
        case _:
            raise ValueError("…")
