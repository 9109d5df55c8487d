"""Markdown: an article's body as blocks, every block and inline with its line and column.

CommonMark with footnotes, picture attributes and ruby. What cannot be set yet stays in the model, as itself or as the
text it is written in, and is reported: nothing of a manuscript is lost without a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from huozi.content.inlines import Source, is_comment, read_inlines, report_not_set, source_lines
from huozi.content.markdown_tree import MAX_DEPTH, Node, parse_markdown
from huozi.content.model import Block, Heading, ListBlock, Paragraph, Quote, TextRole
from huozi.content.pictures import find_float, read_float
from huozi.diagnostics import Findings
from huozi.source_file import places_of, quoted

CONTAINERS = frozenset({"BlockQuote", "List", "Item", "FootnoteDefinition"})
BLOCKS = CONTAINERS | {"Paragraph", "Heading", "CodeBlock", "HtmlBlock", "Table", "Rule"}
"""Nodes that stand for themselves; whatever else stands in an item of a list is a paragraph of it."""

_NO_SPACE_AFTER_HASHES = re.compile(r"#{2,6}(?=[^#\s])")
_DEFINITION = re.compile(rb"\[(?!\^)[^\[\]]{1,999}\]:")


class Body(NamedTuple):
    """The blocks of an article and its notes, each by its name, in the order of the text."""

    blocks: tuple[Block, ...]
    notes: tuple[tuple[str, tuple[Block, ...]], ...]


class _Reading(NamedTuple):
    """What the reading of an article gathers besides its blocks."""

    source: Source
    file: str
    folder: str
    levels: list[int]
    names: set[str]
    notes: dict[str, list[Block]]


def read_markdown(text: str, file: str, folder: str, findings: Findings, line: int = 1) -> Body:
    """The blocks of a Markdown text that starts in line ``line`` of ``file``, an article of the issue in ``folder``."""
    source = Source(places_of(text, file, line), findings)
    tree = parse_markdown(source.places.data)
    if tree.too_deep is not None:
        source.report(tree.too_deep, "too-deep", depth=MAX_DEPTH)
    reading = _Reading(source, file, folder, [1], set(), {})
    blocks = tuple(_read_blocks(tree.blocks, reading))
    if b"]:" in source.places.data:
        _report_definitions(tree.blocks, source)
    if reading.notes:
        _report_uncalled_notes(tree.blocks, source)
    return Body(blocks, tuple((name, tuple(note)) for name, note in reading.notes.items()))


def _read_blocks(nodes: Iterable[Node], reading: _Reading) -> Iterator[Block]:
    for is_block, group in groupby(nodes, lambda node: node.name in BLOCKS):
        if is_block:
            for node in group:
                yield from _read_block(node, reading)
        else:  # a tight list: the item's text stands without a paragraph
            inlines = list(group)
            yield from _read_paragraph(Node("Paragraph", None, inlines[0].start, inlines[-1].end, inlines), reading)


def _read_block(node: Node, reading: _Reading) -> Iterator[Block]:
    source = reading.source
    match node.name:
        case "Paragraph":
            yield from _read_paragraph(node, reading)
        case "Heading":
            yield _read_heading(node, reading)
        case "BlockQuote":
            yield Quote(tuple(_read_blocks(node.children, reading)), source.places.span(node.start))
        case "List":
            items = tuple(tuple(_read_blocks(item.children, reading)) for item in node.children)
            yield ListBlock(items, node.value, source.places.span(node.start))
        case "FootnoteDefinition":
            _read_note(node, reading)
        case "HtmlBlock" if is_comment(source.places.text(node.start, node.end)):
            source.report(node.start, "comment-left-out")
        case "CodeBlock":
            report_not_set("Indented" if node.value == "Indented" else "Fenced", node, source)
            yield Paragraph(source_lines(node, source, TextRole.CODE), source.places.span(node.start))
        case _:  # a table, HTML, a rule
            report_not_set(node.name, node, source)
            yield Paragraph(source_lines(node, source), source.places.span(node.start))


def _read_paragraph(node: Node, reading: _Reading) -> Iterator[Block]:
    source = reading.source
    if found := find_float(node, source):
        picture, attributes = found
        float_ = read_float(picture, attributes, reading.file, reading.folder, source)
        if float_.name and float_.name in reading.names:
            source.report(node.start, "same-figure", name=quoted(float_.name))
        reading.names.add(float_.name)
        yield float_
        return
    inlines = read_inlines(node.children, source)
    match node.children:
        case [Node(name="Text", value=text, start=start), *_] if found_hashes := _NO_SPACE_AFTER_HASHES.match(text):
            if source.places.data[start - 1 : start] != b"\\":
                source.report(start, "heading-space", mark=found_hashes.group())
    if inlines:
        yield Paragraph(inlines, source.places.span(node.start))


def _read_heading(node: Node, reading: _Reading) -> Heading:
    """A heading; level 1 is the article's title, and no level below may be left out."""
    source = reading.source
    level = int(node.value["level"][1])
    deepest = reading.levels[-1] + 1
    if not source.places.data.startswith(b"#", node.start):
        source.report(node.start, "underlined-heading", mark="#" * max(level, 2))
    if level == 1:
        source.report(node.start, "heading-level-1")
    elif level > deepest:
        source.report(node.start, "heading-skips", found="#" * level, wanted="#" * deepest)
    if not node.children:
        source.report(node.start, "empty-heading")
    reading.levels.append(max(level, 1))
    return Heading(level, read_inlines(node.children, source), source.places.span(node.start))


def _read_note(node: Node, reading: _Reading) -> None:
    if node.value in reading.notes:
        reading.source.report(node.start, "note-twice", name=quoted(node.value))
    reading.notes.setdefault(node.value, []).extend(_read_blocks(node.children, reading))


# ------------------------------------------------------------------ what Markdown takes out of the text


def _report_definitions(blocks: Sequence[Node], source: Source) -> None:
    """Report ``[name]: address`` lines, which CommonMark takes out of the text: often a note was meant."""
    ranges = list(_ranges(blocks))
    starts = [start for start, _ in ranges]
    for found in _DEFINITION.finditer(source.places.data):
        index = bisect_right(starts, found.start()) - 1
        if index < 0 or found.start() >= ranges[index][1]:
            source.report(found.start(), "link-definition", name=quoted(found.group().decode("utf-8", "replace")))


def _ranges(nodes: Iterable[Node]) -> Iterator[tuple[int, int]]:
    """The bytes of what holds text, in order."""
    for node in nodes:
        if node.name in CONTAINERS:
            yield from _ranges(node.children)
        else:
            yield node.start, node.end


def _report_uncalled_notes(blocks: Sequence[Node], source: Source) -> None:
    """Report notes that nothing in the text calls: they would not be printed."""
    nodes = list(_walk(blocks))
    called = {node.value for node in nodes if node.name == "FootnoteReference"}
    for node in nodes:
        if node.name == "FootnoteDefinition" and node.value not in called:
            source.report(node.start, "note-uncalled", name=quoted(node.value))


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)
