"""Tables: pipe tables with a caption line before them, and ``::: table`` around one, around YAML, or with a file.

``表: caption {#tab-b span=all}`` stands directly before a pipe table, with a blank line or without one; a line
``单位：…`` may follow it. Lines ``注：…`` and ``资料来源：…`` directly behind the table are its notes and its source;
within ``::: table`` whatever stands behind it is. They are printed as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from huozi.content.attributes import (
    NAME,
    Attributes,
    read_attributes,
    read_flag,
    read_name,
    read_said,
    read_whole,
    report_twice,
    report_value,
)
from huozi.content.divs import DivKind
from huozi.content.figures import report_numbered
from huozi.content.inlines import read_inlines
from huozi.content.markdown_tree import Node
from huozi.content.model import Block, CellAlign, Inline, Table
from huozi.content.reading import Gathered, ReadBlocks, as_blocks
from huozi.content.spans import Source
from huozi.content.table_grid import ALIGNS, MOST_HEADS, Item, Row, grid_of, within_limits
from huozi.content.wishes import WHOLE, WISHES, read_wish, share_of
from huozi.diagnostics import Span
from huozi.records import NamedTuple
from huozi.source_file import quoted

OF_TABLES = (*WISHES, "numbered", "style", "heads", "align", "widths", "unit", "note", "source")
"""The attributes that a table has besides its ``#name``."""

OF_DIVS = ("caption", "file", *OF_TABLES)
"""Those of ``::: table``."""

_CAPTION = re.compile(r"(?:表|[Tt]able|TABLE)[ \u3000]*[:：]\s*")
_TYPED = re.compile(
    r"(?:表|[Tt]able)[ \u3000]*[0-9０-９一二三四五六七八九十]{1,3}(?:[-－–.．][0-9０-９]{1,3})?[\s:：.．、　]\s*\S"
)
_UNIT = re.compile(r"[（(]?[ \u3000]*单[ \u3000]*位[ \u3000]*[:：]")
_SOURCE = re.compile(r"[（(]?(?:(?:资料|数据)?(?:来源|出处)|[Ss]ources?)[ \u3000]*[:：]")
_NOTE = re.compile(r"[（(]?(?:(?:附|表)?注|说明|备注|[Nn]otes?)[ \u3000]*[0-9①-⑳]{0,2}[ \u3000]*[:：]")
_GIVEN = re.compile(
    r"\s*[{｛](\s*(?:[#＃]|[A-Za-z-]{2,12}\s*[=＝]|turned\b)(?:[^{}｛｝\"“”]|\"[^\"]*\"|“[^“”]*”)*)[}｝]\s*\Z"
)
_BREAKS = ("SoftBreak", "HardBreak")
_ALIGNED: dict[str, CellAlign] = {"Left": "left", "Center": "center", "Right": "right"}


class Headed(NamedTuple):
    """A pipe table's alignments by the parser's names, with the lines before it that are its caption and its unit."""

    aligns: tuple[str, ...]
    caption: Node | None = None
    unit: Node | None = None


class _Beside(NamedTuple):
    """What is written below a table."""

    notes: tuple[tuple[Inline, ...], ...] = ()
    source: tuple[Inline, ...] = ()


# ------------------------------------------------------------------ captions


def with_captions(nodes: Sequence[Node], source: Source) -> list[Node]:
    """The nodes with the caption of each pipe table taken out of the paragraph before. Finding: ``caption-typed``."""
    made: list[Node] = []
    for node in nodes:
        if node.name == "Table":
            headed = Headed(tuple(node.value))
            if made and made[-1].name == "Paragraph":
                headed, left = _headed(headed, made.pop(), node, source)
                made += left
            made.append(node._replace(value=headed))
        elif node.children and node.name != "Paragraph":
            made.append(node._replace(children=with_captions(node.children, source)))
        else:
            made.append(node)
    return made


def _headed(headed: Headed, paragraph: Node, table: Node, source: Source) -> tuple[Headed, list[Node]]:
    """A table with the last lines of the paragraph before it, and what is left of that."""
    lines = _lines_of(paragraph)
    adjoins = not source.places.data[paragraph.end : table.start].strip(b" \t>")
    if (len(lines) > 1 or adjoins) and _begins(lines[-1], _UNIT):
        headed = headed._replace(unit=lines.pop())
    if lines and _begins(lines[-1], _CAPTION):
        headed = headed._replace(caption=lines.pop())
    elif headed.unit and not adjoins:
        lines.append(headed.unit)
        headed = headed._replace(unit=None)
    elif len(lines) == 1 and _begins(lines[0], _TYPED):
        source.report(lines[0].start, "caption-typed", mark=quoted(source.places.text(lines[0].start, lines[0].end)))
    if not lines:
        return headed, []
    end = lines[-1].end
    children = [child for child in paragraph.children if child.end <= end]
    return headed, [paragraph._replace(children=children, end=end)]


def _lines_of(paragraph: Node) -> list[Node]:
    """A paragraph's lines, each as a paragraph."""
    lines: list[list[Node]] = [[]]
    for child in paragraph.children:
        if child.name in _BREAKS:
            lines.append([])
        else:
            lines[-1].append(child)
    return [Node("Paragraph", None, line[0].start, line[-1].end, line) for line in lines if line]


def _begins(line: Node, pattern: re.Pattern[str]) -> bool:
    first = line.children[0]
    return first.name == "Text" and pattern.match(first.value) is not None


def _without(line: Node, start: int, end: int) -> list[Node]:
    """The nodes of a line from one byte to another."""
    kept: list[Node] = []
    for child in line.children:
        if child.start >= end or child.end <= start:
            continue
        if child.name == "Text" and (child.start < start or child.end > end):
            data = child.value.encode()[max(start - child.start, 0) : end - child.start]
            begin = max(child.start, start)
            kept.append(child._replace(value=data.decode(), start=begin, end=begin + len(data)))
        else:
            kept.append(child)
    return kept


def _read_caption(line: Node | None, reading: Gathered) -> tuple[tuple[Inline, ...], Attributes]:
    """The caption that a line is, and the attributes at its end."""
    if line is None:
        return (), {}
    source = reading.source
    written = source.places.text(line.start, line.end)
    mark = _CAPTION.match(written)
    given = _GIVEN.search(written)
    end = line.start + len(written[: given.start()].encode()) if given else line.end
    start = line.start + len(mark[0].encode()) if mark else line.start
    caption = read_inlines(_without(line, start, end), source)
    report_numbered(caption, "表", reading)
    if not given:
        return caption, {}
    at = line.start + len(written[: given.start(1)].encode())
    return caption, read_attributes(given[1], at, OF_TABLES, source)


# ------------------------------------------------------------------ pipe tables


def read_pipe_table(node: Node, reading: Gathered) -> Table:
    """The table of a pipe table with the lines before and behind it that are its own."""
    headed: Headed = node.value
    source = reading.source
    caption, given = _read_caption(headed.caption, reading)
    rows, beside = _part_beside(node, reading)
    grid = grid_of(within_limits(_rows(rows, headed, reading), source.findings), 1, source.findings)
    if grid.heads and not any(cell.inlines for cell in grid.rows[0]):
        grid = grid._replace(rows=grid.rows[1:], heads=0)
    place = (headed.caption or node).start
    unit = read_inlines(headed.unit.children, source) if headed.unit else ()
    aligns = tuple(_ALIGNED.get(align, "") for align in headed.aligns[: grid.columns])
    table = Table(caption, "", grid.rows, grid.heads, aligns, source.places.span(place), unit=unit)
    table = table._replace(notes=beside.notes, source=beside.source)
    return with_attributes(table, given, reading)


def _part_beside(table: Node, reading: Gathered) -> tuple[list[Node], _Beside]:
    """A pipe table's rows, and what is written in lines directly behind it, which the parser takes for rows."""
    rows = [row for row in table.children if row.name in ("TableHead", "TableRow")]
    notes: list[tuple[Inline, ...]] = []
    source: tuple[Inline, ...] = ()
    while len(rows) > 1 and (label := _label(rows[-1], reading)):
        words = read_inlines(rows.pop().children[0].children, reading.source)
        if label is _SOURCE and not source:
            source = words
        else:
            notes.append(words)
    return rows, _Beside(tuple(reversed(notes)), source)


def _label(row: Node, reading: Gathered) -> re.Pattern[str] | None:
    """What a row without a bar is by its label, if it is a line behind the table."""
    written = reading.source.places.text(row.start, row.end).strip(" \t>\n")
    if "|" in written or not row.children:
        return None
    return next((pattern for pattern in (_SOURCE, _NOTE) if pattern.match(written)), None)


def _rows(rows: Sequence[Node], headed: Headed, reading: Gathered) -> list[Row[Item]]:
    """The rows as they are written. Findings: ``table-row-long``, ``table-row-short``."""
    source = reading.source
    made: list[Row[Item]] = []
    for number, row in enumerate(rows, 1):
        cells = [cell for cell in row.children if cell.name == "TableCell"]
        written = [cell for cell in cells if cell.end > cell.start]
        if 0 < len(written) < len(headed.aligns):
            source.report(row.start, "table-row-short", row=number, cells=len(written), columns=len(headed.aligns))
        end = written[-1].end if written else row.start
        rest = source.places.text(end, row.end)
        if number > 1 and rest.strip("| \t>\n"):
            at = end + len(rest[: len(rest) - len(rest.lstrip("| \t"))].encode())
            source.report(at, "table-row-long", row=number, columns=len(headed.aligns), text=quoted(rest.strip("| \n")))
        items = [Item(read_inlines(cell.children, source), _start(cell, source)) for cell in cells]
        made.append(Row(items, source.places.span(row.start)))
    return made


def _start(cell: Node, source: Source) -> Span:
    return source.places.span(cell.children[0].start if cell.children else cell.start)


# ------------------------------------------------------------------ divs


def read_table_div(div: Node, reading: Gathered, read_blocks: ReadBlocks) -> Iterator[Block]:
    """The table of a ``::: table``; other blocks in it stand behind. Findings: ``table-block``, ``table-empty``."""
    kind: DivKind = div.value
    source = reading.source
    given = read_attributes(kind.written, kind.start, OF_DIVS, source)
    span = source.places.span(div.start)
    if kind.body[1] or "file" in given:
        from huozi.content.yaml_tables import read_written_table

        others = list(as_blocks(div.children))
        if table := read_written_table(kind.body, given, span, reading):
            yield with_attributes(table, given, reading)
    else:
        tables = [node for node in div.children if node.name == "Table"]
        others = [node for node in as_blocks(div.children) if node not in tables[:1]]
        if tables:
            table, others = _with_lines(read_pipe_table(tables[0], reading), tables[0], others, reading)
            yield with_attributes(table._replace(span=span), given, reading)
        elif div.children:
            source.report(div.start, "table-empty")
    for node in others:
        source.report(node.start, "table-block")
    yield from read_blocks(others, reading)


def _with_lines(table: Table, node: Node, others: Sequence[Node], reading: Gathered) -> tuple[Table, list[Node]]:
    """A table with the paragraphs behind it as its notes and its source, and what is left."""
    notes, said_by, left = list(table.notes), table.source, []
    for other in others:
        if other.name != "Paragraph" or other.start < node.start:
            left.append(other)
            continue
        for line in _lines_of(other):
            words = read_inlines(line.children, reading.source)
            if _begins(line, _SOURCE) and not said_by:
                said_by = words
            elif words:
                notes.append(words)
    return table._replace(notes=tuple(notes), source=said_by), left


# ------------------------------------------------------------------ attributes


def with_attributes(table: Table, given: Attributes, reading: Gathered) -> Table:
    """A table with what its attributes say; what is said already is reported where they say it again."""
    source = reading.source
    lines = {"caption": table.caption, "unit": table.unit, "source": table.source}
    for key, said in lines.items():
        if key in given and said:
            report_twice(given[key], source)
        elif key in given:
            lines[key] = read_said(given, key, reading)
    notes = (*table.notes, read_said(given, "note", reading)) if "note" in given else table.notes
    if "caption" in given:
        report_numbered(lines["caption"], "表", reading)
    heads = read_whole(given, "heads", min(MOST_HEADS, len(table.rows)), table.heads, source)
    if NAME in given:
        table = table._replace(name=read_name(given, reading))
    if any(key in given for key in WISHES):
        table = table._replace(wish=read_wish(given, source))
    return table._replace(
        caption=lines["caption"],
        unit=lines["unit"],
        source=lines["source"],
        notes=notes,
        heads=heads,
        aligns=_aligns(table.aligns, given, source),
        widths=_widths(table, given, source),
        style=given["style"].text if "style" in given else table.style,
        numbered=read_flag(given, "numbered", table.numbered, source),
    )


def _aligns(aligns: tuple[CellAlign, ...], given: Attributes, source: Source) -> tuple[CellAlign, ...]:
    """The alignments of columns, those that an attribute gives before those that are there."""
    if "align" not in given:
        return aligns
    words = given["align"].text.replace(",", " ").lower().split()
    found: list[CellAlign] = [next((align for align in ALIGNS if align == word), "") for word in words]
    if len(words) > len(aligns) or any(not align and word != "-" for align, word in zip(found, words, strict=True)):
        report_value(given["align"], (*ALIGNS, "-"), source)
        return aligns
    made: list[CellAlign] = list(aligns)
    made[: len(found)] = found
    return tuple(made)


def _widths(table: Table, given: Attributes, source: Source) -> tuple[int, ...]:
    """The widths of columns (``30% - 20%``), 0 where none is said."""
    if "widths" not in given:
        return table.widths
    words = given["widths"].text.replace(",", " ").split()
    shares = [0 if word == "-" else share_of(word) for word in words]
    if len(words) > len(table.aligns) or min(shares, default=0) < 0 or sum(shares) > WHOLE:
        report_value(given["widths"], ("30% - 20%",), source)
        return table.widths
    return (*shares, *(0 for _ in table.aligns[len(shares) :]))
