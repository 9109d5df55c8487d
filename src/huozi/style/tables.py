"""Styles of tables: their rules, the room about their cells, what their texts are set in, where they may stand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from huozi.display import BLACK, Ink
from huozi.geometry import Mpt
from huozi.records import NamedTuple

TableWidth: TypeAlias = Literal["auto", "full", "natural"]
"""Whether a table is as wide as its columns of text, or as its cells need; *auto*: the first, but at most twice the
second."""

CellsAt: TypeAlias = Literal["top", "middle"]
"""Where a cell stands in a row that is deeper than it."""

TableMark: TypeAlias = Literal["letter", "circled", "digit"]
"""How the notes of a table are marked: a, b, c; ①②③; 1, 2, 3."""

TablePlace: TypeAlias = Literal["head", "foot", "here", "page"]
"""Where a table may stand."""


class TableRules(NamedTuple):
    """The thickness of a table's rules (Mpt; 0: none) and their ink.

    ``top``, ``bottom`` and ``head`` (below the head) run across it, ``rows`` between its rows, ``merged`` under the
    merged cells of a head of several rows; ``columns`` stand between its columns, ``sides`` at its edges.
    """

    top: Mpt = 1000
    bottom: Mpt = 1000
    head: Mpt = 500
    merged: Mpt = 500
    rows: Mpt = 0
    columns: Mpt = 0
    sides: Mpt = 0
    ink: Ink = BLACK


class TableTexts(NamedTuple):
    """The names of the paragraph styles that a table's texts are set in, and the layout's own words in it.

    ``continued`` stands behind a table's number where it goes on, the labels lead notes and a source that do not say
    themselves what they are.
    """

    title: str = "table-title"
    head: str = "table-head"
    cell: str = "table-cell"
    note: str = "table-note"
    unit: str = "table-unit"
    continued: str = "（续）"
    note_label: str = "注："
    source_label: str = "资料来源："


class TableStyle(NamedTuple):
    """A style of tables, resolved.

    ``pad_across`` and ``pad_down`` are the room between a cell's text and its edges, ``gap`` that between the table and
    its title or notes, ``white`` the least between it and the text above and below, all in Mpt. ``head_tint`` and
    ``odd_tint`` lie beneath its head and every other row. ``least`` is the smallest size that its cells may be set in
    where they do not fit, ``may_turn``: it may be turned a quarter. ``places`` are those where it may stand.
    """

    name: str = "three-rule"
    rules: TableRules = TableRules()
    texts: TableTexts = TableTexts()
    pad_across: Mpt = 5000
    pad_down: Mpt = 1000
    gap: Mpt = 3000
    white: Mpt = 12000
    head_tint: Ink | None = None
    odd_tint: Ink | None = None
    width: TableWidth = "auto"
    cells: CellsAt = "middle"
    marks: TableMark = "letter"
    least: Mpt = 7500
    may_turn: bool = True
    places: tuple[TablePlace, ...] = ("head", "foot", "here", "page")


NO_STYLES: Mapping[str, TableStyle] = MappingProxyType({})


class TableStyles(NamedTuple):
    """The styles of tables that a layout has, by name, and the usual one."""

    usual: TableStyle = TableStyle()
    named: Mapping[str, TableStyle] = NO_STYLES
