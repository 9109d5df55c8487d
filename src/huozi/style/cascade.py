"""Layers of a layout, one over the other: the last one that says something wins.

A layer is flat: full path of a key → its value and the place it was written. So merging is a dict's ``|``, whatever
the depth, and every value keeps the place where a finding must point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias, cast

from huozi.diagnostics import Findings, Span
from huozi.display import Ink
from huozi.geometry import Mpt, Size
from huozi.positioned_yaml import Mapping, Node, Scalar, Sequence
from huozi.style.kinds import KINDS, NAME, Cover, Face, Measure, Paint
from huozi.style.lengths import Length
from huozi.style.properties import ELEMENT_TREES, ELEMENTS, PROPERTIES, Property, Tree


class Entry(NamedTuple):
    """A value of a layout, read by its kind, and where it stands."""

    value: object
    span: Span


Layer: TypeAlias = dict[str, Entry]


class RawElement(NamedTuple):
    """An element of a design as written: what it draws, and its keys."""

    draw: str
    values: Values
    span: Span


class Values:
    """The values of merged layers, by path and kind; a path that no layer sets has its row's default."""

    def __init__(self, layer: Layer, rows: dict[str, Property], span: Span) -> None:
        self.layer = layer
        self.rows = rows
        self.span = span

    def row(self, path: str) -> Property:
        """The row that declares a path: its own, or the one with ``*`` in the place of a name."""
        keys = path.split(".")
        starred = (".".join((*keys[:at], "*", *keys[at + 1 :])) for at in range(1, len(keys)))
        return next(self.rows[name] for name in (path, *starred) if name in self.rows)

    def has(self, path: str) -> bool:
        """Whether a layer sets the path."""
        return path in self.layer

    def place(self, path: str) -> Span:
        """Where a path is set; the layout as a whole where it is not."""
        return self.layer[path].span if path in self.layer else self.span

    def names(self, room: str) -> tuple[str, ...]:
        """The names given under a key (``styles``, ``colour.inks``), in the order in which they first occur."""
        at = room.count(".") + 1
        return tuple(dict.fromkeys(path.split(".")[at] for path in self.layer if path.startswith(f"{room}.")))

    def value(self, path: str) -> object:
        """The value of a path whatever its kind, or its default; ``None`` where there is neither."""
        if path in self.layer:
            return self.layer[path].value
        row = self.row(path)
        if row.default is None:
            return None
        return read_value(row, Scalar(row.default, str(row.default), False, self.span))

    def text(self, path: str) -> str:
        return cast(str, self.value(path) or "")

    def texts(self, path: str) -> tuple[str, ...]:
        return cast("tuple[str, ...]", self.value(path) or ())

    def integer(self, path: str) -> int:
        return cast(int, self.value(path) or 0)

    def truth(self, path: str) -> bool:
        return cast(bool, self.value(path))

    def length(self, path: str) -> Length:
        return cast(Length, self.value(path))

    def size(self, path: str) -> Mpt:
        return cast(Mpt, self.value(path))

    def trim(self, path: str) -> Size:
        return cast(Size, self.value(path))

    def measure(self, path: str) -> Measure:
        return cast(Measure, self.value(path))

    def paint(self, path: str) -> Paint:
        return cast(Paint, self.value(path))

    def inks(self, path: str) -> Ink:
        return cast(Ink, self.value(path))

    def face(self, path: str) -> Face:
        return cast(Face, self.value(path))

    def cover(self, path: str) -> Cover:
        return cast(Cover, self.value(path))

    def design(self, path: str) -> tuple[RawElement, ...]:
        return cast("tuple[RawElement, ...]", self.value(path) or ())


def merge(layers: Iterable[Layer], span: Span) -> Values:
    """The layers one over the other, from the base to the last; ``span`` is the place of what none of them says."""
    merged: Layer = {}
    for layer in layers:
        merged |= layer
    return Values(merged, {row.path: row for row in PROPERTIES}, span)


def read_value(row: Property, node: Node) -> object:
    """The value of a node by the kind of its row; ``ValueError`` where the kind does not take it."""
    if not row.choices:
        return KINDS[row.kind].read(node)
    match node:
        case Scalar(text=raw) if raw in row.choices:
            return raw
        case _:
            raise ValueError


def accepted(row: Property) -> str:
    """What may be written for a row, as examples."""
    return "、".join(row.choices) or KINDS[row.kind].accepted


def read_layer(node: Mapping, tree: Tree, findings: Findings, prefix: str = "") -> Layer:
    """A layout's file as a layer; keys it does not know and values it cannot take are findings."""
    return dict(entries_of(node, tree, findings, prefix))


def entries_of(node: Mapping, tree: Tree, findings: Findings, prefix: str) -> Iterator[tuple[str, Entry]]:
    """The entries of a mapping and of all below it."""
    for key, span, below in node.entries:
        path = f"{prefix}{key}"
        known = tree.get(key)
        if known is None and "*" in tree:
            known = tree["*"]
            if not NAME.fullmatch(key):
                findings.add(span, "layout-name", name=key)
                continue
        match known, below:
            case None, _:
                findings.add(span, "layout-key", key=path, known=nearest(key, [name for name in tree if name != "*"]))
            case Property(kind="design"), _:
                yield path, Entry(tuple(read_design(below, findings)), span)
            case Property() as row, _:
                yield from entry_of(path, row, below, findings)
            case dict() as branch, Mapping():
                yield from entries_of(below, branch, findings, f"{path}.")
            case dict() as branch, _:
                findings.add(span, "layout-mapping", key=path, known="、".join(branch).replace("*", "……"))


def entry_of(path: str, row: Property, node: Node, findings: Findings) -> Iterator[tuple[str, Entry]]:
    """The entry of a key whose value is a single one."""
    try:
        yield path, Entry(read_value(row, node), node.span)
    except ValueError:
        findings.add(node.span, "layout-value", key=path, value=shown(node), accepted=accepted(row))


def read_design(node: Node, findings: Findings) -> Iterator[RawElement]:
    """The elements of a design."""
    match node:
        case Sequence(items=items):
            for item in items:
                yield from read_element(item, findings)
        case _:
            findings.add(node.span, "design-list", known="、".join(ELEMENTS))


def read_element(node: Node, findings: Findings) -> Iterator[RawElement]:
    """An element of a design, if it says what it draws."""
    match node:
        case Mapping() as mapping:
            draw = mapping.get("draw")
        case _:
            draw = None
    match node, draw:
        case Mapping(entries=entries, span=span), Scalar(text=raw) if raw in ELEMENTS:
            keys = Mapping(tuple(entry for entry in entries if entry[0] != "draw"), span)
            layer = read_layer(keys, ELEMENT_TREES[raw], findings)
            rows = {row.path: row for row in ELEMENTS[raw]}
            for row in ELEMENTS[raw]:
                if row.required and not mapping_has(keys, row.path):
                    findings.add(span, "layout-missing", key=row.path, help_zh=row.zh, help_en=row.en)
            yield RawElement(raw, Values(layer, rows, span), span)
        case _:
            findings.add(node.span, "design-element", known="、".join(ELEMENTS))


def mapping_has(node: Mapping, key: str) -> bool:
    """Whether a mapping has a key, whatever its value."""
    return any(name == key for name, _, _ in node.entries)


def shown(node: Node) -> str:
    """A node in a few characters, for messages."""
    match node:
        case Scalar(text=raw):
            return raw if len(raw) <= 40 else f"{raw[:39]}…"
        case Sequence():
            return "[…]"
        case Mapping():
            return "{…}"


def nearest(name: str, known: Iterable[str]) -> str:
    """The known names nearest to a mistyped one, or all of them where none is near."""
    import difflib  # only a mistake pays for it

    names = list(known)
    return "、".join(difflib.get_close_matches(name, names, n=2) or names)
