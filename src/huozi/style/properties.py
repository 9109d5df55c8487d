"""Every key of a layout file, declared once: path, kind, default and help.

The loader, its findings, the JSON Schema and the reference for people follow from these rows. ``*`` in a path stands
for a name that the layout gives (a style, a font role, an ink, a design). Defaults are written as a layout would
write them; ``None`` means that nothing is said (a style inherits it, an element goes without).
"""

from __future__ import annotations

from huozi.records import NamedTuple
from huozi.style.keys.colour import COLOUR
from huozi.style.keys.contents import CONTENTS
from huozi.style.keys.covers import COVERS, ELEMENTS
from huozi.style.keys.figures import FIGURES
from huozi.style.keys.furniture import FURNITURE
from huozi.style.keys.headings import HEADINGS
from huozi.style.keys.journal import JOURNAL
from huozi.style.keys.make_up import MAKE_UP
from huozi.style.keys.notes import NOTES
from huozi.style.keys.openings import OPENINGS, PIECES
from huozi.style.keys.page import PAGE
from huozi.style.keys.property import Property, Tree
from huozi.style.keys.styles import STYLES
from huozi.style.keys.tables import TABLES
from huozi.style.keys.text import CHARACTERS, FONTS, TEXT

PROPERTIES = (
    *JOURNAL, *PAGE, *FONTS, *STYLES, *TEXT, *CHARACTERS, *COVERS, *OPENINGS, *HEADINGS, *CONTENTS, *FURNITURE, *COLOUR,
    *MAKE_UP, *NOTES, *FIGURES, *TABLES,
)  # fmt: skip


def grow(rows: tuple[Property, ...]) -> Tree:
    """The rows as a tree of keys, as a layout file nests them."""
    tree: Tree = {}
    branches: dict[str, Tree] = {"": tree}
    for row in rows:
        above = ""
        for key in row.path.split(".")[:-1]:
            path = f"{above}.{key}"
            if path not in branches:
                branches[above][key] = branches[path] = {}
            above = path
        branches[above][row.path.rpartition(".")[2]] = row
    return tree


TREE = grow(PROPERTIES)


class ListKind(NamedTuple):
    """A list of elements in a layout: the key by which each says what it is, the keys of each, the same as trees."""

    key: str
    elements: dict[str, tuple[Property, ...]]
    trees: dict[str, Tree]


def _listed(key: str, elements: dict[str, tuple[Property, ...]]) -> ListKind:
    return ListKind(key, elements, {name: grow(rows) for name, rows in elements.items()})


LISTS = {"design": _listed("draw", ELEMENTS), "pieces": _listed("set", PIECES)}
"""The lists of elements, by the kind of their rows."""
