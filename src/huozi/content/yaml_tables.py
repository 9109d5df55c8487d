"""Tables in YAML within ``::: table``, and tables whose rows stand in a file.

::

    caption: 各地区产量
    unit: 单位：万吨
    head:
      - [地区, {text: 2023 年, columns: 2}, 备注]
      - [null, 数量, 增长, null]
    rows:
      - [甲, 1.5, 2.0, "见[^1]"]
    align: [left, point, point, left]
    widths: [30%, 20%, 20%, 30%]
    notes: [注：数据不含……]
    source: 资料来源：……

A cell is a text, or a mapping with ``text``, ``rows``, ``columns``, ``align``. ``null`` stands for a place that a
merged cell covers (it may be left out); in the head it merges with the cell above, elsewhere it is empty. Texts are
Markdown, and printed as they are written. With ``file=`` the rows come from there; ``heads`` says how many of them are
the head, behind one that is written here none.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeAlias

from huozi.content.attributes import Attributes, read_words
from huozi.content.csv_files import read_records
from huozi.content.fields import Fields, Line, line_of, read_fields
from huozi.content.figures import report_numbered
from huozi.content.model import CellAlign, Inline, Table, Text
from huozi.content.pictures import from_article, path_in_issue
from huozi.content.reading import Gathered
from huozi.content.table_grid import (
    ALIGNS,
    MOST_COLUMNS,
    MOST_HEADS,
    MOST_ROWS,
    Item,
    Row,
    grid_of,
    unaligned,
    within_limits,
)
from huozi.content.wishes import WHOLE, share_of
from huozi.diagnostics import Findings, Span
from huozi.positioned_yaml import Entry, Mapping, Node, Scalar
from huozi.positioned_yaml import Sequence as YamlSequence
from huozi.records import NamedTuple
from huozi.slips.mending import Reader, read_mended
from huozi.source_file import quoted

KEYS = dict.fromkeys(("caption", "unit", "head", "heads", "rows", "align", "widths", "notes", "source", "style"), False)
"""The keys of a table in YAML; none must be there."""

CELL_KEYS = dict.fromkeys(("text", "rows", "columns", "align"), False)
"""Those of a cell."""

_ALL_KEYS = (*KEYS, *CELL_KEYS)
_PATH_RULES = {
    "picture-address": "table-file-address",
    "picture-path": "table-file-path",
    "picture-outside": "table-file-outside",
    "picture-missing": "table-file-missing",
}
"""What speaks against the path of a table's file, by what would against that of a picture."""

Lines: TypeAlias = tuple[Line, ...]


class _Cell(NamedTuple):
    """A cell as it is written."""

    lines: Lines
    span: Span
    rows: int = 1
    columns: int = 1
    align: CellAlign = ""
    is_covered: bool = False


class _Written(NamedTuple):
    """A table as YAML has it, its texts not read yet: YAML may be read several times."""

    lines: tuple[tuple[str, Lines], ...] = ()
    notes: tuple[Lines, ...] = ()
    rows: tuple[Row[_Cell], ...] = ()
    heads: int = 0
    aligns: tuple[CellAlign, ...] = ()
    widths: tuple[int, ...] = ()
    align_span: Span = Span("")


def read_written_table(body: tuple[int, int], given: Attributes, span: Span, reading: Gathered) -> Table | None:
    """The table of YAML between two bytes, its rows from a file where an attribute names one; ``None`` where there is
    nothing to be set, after a finding.

    Findings: those of YAML and its fields, of files, ``table-empty``, ``table-rows-twice``, ``table-columns-said``.
    """
    findings = reading.source.findings
    written = _read_yaml(body, reading) if body[1] else _Written()
    if written is None:
        return None
    rows = written.rows
    heads = written.heads
    if "file" in given:
        if rows[heads:]:
            findings.add(rows[heads].span, "table-rows-twice")
        else:
            records = _read_file(given, reading)
            rows = (*rows, *records)
            heads = heads or (1 if records else 0)
    if not rows:
        if "file" not in given:
            findings.add(span, "table-empty")
        return None
    made = [Row([_item(cell, reading) for cell in row.items], row.span) for row in within_limits(rows, findings)]
    grid = grid_of(made, min(heads, len(made)), findings)
    table = Table((), "", grid.rows, grid.heads, unaligned(grid.columns), span)
    return _told(written, table, reading)


def _told(written: _Written, table: Table, reading: Gathered) -> Table:
    """A table with what YAML says of it beside its cells."""
    said = {key: _words(lines, reading) for key, lines in written.lines if key != "style"}
    columns = len(table.aligns)
    if max(len(written.aligns), len(written.widths)) > columns:
        count = max(len(written.aligns), len(written.widths))
        reading.source.findings.add(written.align_span, "table-columns-said", count=count, columns=columns)
    aligns: tuple[CellAlign, ...] = (*written.aligns[:columns], *table.aligns[len(written.aligns) :])
    widths = written.widths and (*written.widths[:columns], *(0 for _ in aligns[len(written.widths) :]))
    report_numbered(said.get("caption", ()), "表", reading)
    return table._replace(
        caption=said.get("caption", ()),
        unit=said.get("unit", ()),
        source=said.get("source", ()),
        notes=tuple(_words(lines, reading) for lines in written.notes),
        style=next((lines[0].text for key, lines in written.lines if key == "style"), ""),
        aligns=aligns,
        widths=widths,
    )


def _item(cell: _Cell, reading: Gathered) -> Item:
    """A cell with its text read."""
    return Item(_words(cell.lines, reading), cell.span, cell.rows, cell.columns, cell.align, cell.is_covered)


def _words(lines: Lines, reading: Gathered) -> tuple[Inline, ...]:
    """Lines as inlines, forced line breaks between them."""
    if len(lines) == 1:
        return read_words(lines[0], reading)
    words: list[Inline] = []
    for line in lines:
        if words:
            words.append(Text("\n", line.span))
        words += read_words(line, reading)
    return tuple(words)


# ------------------------------------------------------------------ files


def _read_file(given: Attributes, reading: Gathered) -> list[Row[_Cell]]:
    """The rows of the file that an attribute names; none after a finding."""
    findings = reading.source.findings
    written = given["file"].value
    path, rule = path_in_issue(written.text, from_article(reading.file, reading.folder), reading.folder)
    if rule:
        findings.add(written.span, _PATH_RULES[rule], path=quoted(written.text))
        return []
    if path.lower().endswith((".xlsx", ".xls", ".ods", ".et")):
        findings.add(written.span, "table-file-kind", path=quoted(written.text))
        return []
    before = len(findings)
    records, count = read_records(os.path.join(reading.folder, path), MOST_ROWS, findings)
    if not records and len(findings) == before:
        findings.add(written.span, "table-file-empty", path=quoted(written.text))
    if count > len(records) and records:
        findings.add(written.span, "table-rows", rows=count, most=MOST_ROWS)
    return [
        Row([_Cell(lines, lines[0].span if lines else record.span) for lines in record.cells], record.span)
        for record in records
    ]


# ------------------------------------------------------------------ YAML


def _read_yaml(body: tuple[int, int], reading: Gathered) -> _Written | None:
    """What the YAML between two bytes says; ``None`` after a finding where it says nothing that can be read."""
    places = reading.source.places
    place = places.span(body[0])
    reader = Reader(place._replace(column=1), _read, lambda: _ALL_KEYS)
    return read_mended(places.text(*body), reader, reading.source.findings)


def _read(node: Node, findings: Findings) -> _Written | None:
    """A table as it is written."""
    fields = read_fields(node, KEYS, findings)
    if fields is None:
        return None
    head = _rows(_head_items(fields), "head", findings)
    widths = _widths(fields)
    return _Written(
        tuple((key, (fields.line(key),)) for key in ("caption", "unit", "source", "style") if _is_said(fields, key)),
        _notes(fields),
        (*head, *_rows(fields.items("rows"), "rows", findings)),
        len(head) or (fields.up_to("heads", MOST_HEADS) if "heads" in fields.entries else 0),
        _aligns(fields),
        widths,
        fields.span_of("align" if "align" in fields.entries else "widths"),
    )


def _is_said(fields: Fields, key: str) -> bool:
    match fields.entries.get(key):
        case None | Entry(value=Scalar(value=None)):
            return False
        case _:
            return True


def _head_items(fields: Fields) -> Sequence[Node]:
    """The rows of the head: a list of cells is one row."""
    items = fields.items("head")
    if items and not any(isinstance(item, YamlSequence) for item in items):
        return (YamlSequence(items, fields.span_of("head")),)
    return items


def _rows(items: Sequence[Node], key: str, findings: Findings) -> tuple[Row[_Cell], ...]:
    rows: list[Row[_Cell]] = []
    for item in items:
        match item:
            case YamlSequence(cells, span):
                rows.append(Row([_cell(cell, findings) for cell in cells], span))
            case _:
                findings.add(item.span, "table-row-form", key=key)
    return tuple(rows)


def _cell(node: Node, findings: Findings) -> _Cell:
    """A cell as it is written. Finding: ``table-cell-form``."""
    match node:
        case Scalar(value=None, span=span, quoted=False):
            return _Cell((), span, is_covered=True)
        case Scalar():
            return _Cell(_lines(node), node.span)
        case Mapping(span=span):
            fields = read_fields(node, CELL_KEYS, findings)
            if fields is None:
                return _Cell((), span)
            match fields.entries.get("text"):
                case Entry(value=Scalar(value=value) as text) if value is not None:
                    lines = _lines(text)
                case None | Entry(value=Scalar()):
                    lines = ()
                case entry:
                    findings.add(entry.value.span, "table-cell-form")
                    lines = ()
            return _Cell(
                lines,
                lines[0].span if lines else span,
                fields.up_to("rows", MOST_ROWS) or 1,
                fields.up_to("columns", MOST_COLUMNS) or 1,
                fields.choice("align", ALIGNS, ""),
            )
        case _:
            findings.add(node.span, "table-cell-form")
            return _Cell((), node.span)


def _lines(scalar: Scalar) -> Lines:
    """The lines of a text, those that a block has as it has them."""
    whole = line_of(scalar, scalar.text)
    if "\n" not in scalar.text:
        stripped = scalar.text.strip()
        return (line_of(scalar, stripped),) if stripped else ()
    lines: list[Line] = []
    at = 0
    for part in scalar.text.split("\n"):
        if part.strip():
            places = tuple(whole.place(at + index) for index in range(len(part)))
            lines.append(Line(part, places[0], places))
        at += len(part) + 1
    return tuple(lines)


def _notes(fields: Fields) -> tuple[Lines, ...]:
    """The notes: a list of texts, or a text of a line for each."""
    match fields.entries.get("notes"):
        case Entry(value=Scalar() as text) if text.value is not None:
            return tuple((line,) for line in _lines(text))
        case None | Entry(value=Scalar()):
            return ()
        case _:
            cells = (_cell(item, fields.findings) for item in fields.items("notes"))
            return tuple(cell.lines for cell in cells if cell.lines)


def _aligns(fields: Fields) -> tuple[CellAlign, ...]:
    """How the columns are aligned, nothing where ``-`` or null stands. Finding: ``expected-one-of``."""
    found: list[CellAlign] = []
    for item in fields.items("align"):
        match item:
            case Scalar(value=None) | Scalar(text="-"):
                found.append("")
            case _:
                one = Fields({"align": Entry("align", item.span, item)}, item.span, fields.findings)
                found.append(one.choice("align", ALIGNS, ""))
    return tuple(found)


def _widths(fields: Fields) -> tuple[int, ...]:
    """The widths of columns in thousandths. Finding: ``table-widths``."""
    shares: list[int] = []
    for item in fields.items("widths"):
        match item:
            case Scalar(value=None) | Scalar(text="-"):
                shares.append(0)
            case Scalar(text=text):
                shares.append(share_of(text))
            case _:
                shares.append(-1)
    if min(shares, default=0) < 0 or sum(shares) > WHOLE:
        fields.findings.add(fields.span_of("widths"), "table-widths")
        return ()
    return tuple(shares)
