"""Kinds of block beyond paragraphs and lists: verse, dialogue, definitions, and whose words a quotation is.

Few articles have them, so this module is loaded when the first of them shows up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from huozi.content.divs import DivKind
from huozi.content.inlines import read_inlines
from huozi.content.markdown_tree import Node
from huozi.content.model import (
    Block,
    Columns,
    Definition,
    DefinitionList,
    Dialogue,
    Inline,
    Paragraph,
    Quote,
    Styled,
    Text,
    TextRole,
    Turn,
    Verse,
)
from huozi.content.pictures import find_pictures
from huozi.content.reading import Gathered, ReadBlocks, as_blocks
from huozi.content.spans import Source
from huozi.diagnostics import Span
from huozi.records import NamedTuple

_BREAKS = ("SoftBreak", "HardBreak")
_SOURCE = "——"
_GOES_ON = re.compile(r"[^\s>：:。！？；…”’」』）]\n\Z")
"""What a line before a quotation ends with that no sentence ends with."""

_ENDS_SENTENCE = re.compile(r"[。！？…”’』」）.!?]\s*$")

MOST_LABEL = 12
"""Characters that a speaker's label has at the most, its colon not counted; 他说： is none, but words of the speech."""

_NOT_IN_NAMES = r"，。！？；：:“”…—*\n"
_NAME = rf"(?!\s)[^{_NOT_IN_NAMES}]{{1,{MOST_LABEL}}}(?<![说道称])(?:：|:(?![/\d]))"
_LABEL = re.compile(rf"\s*{_NAME}[ \t]*")
_EMPHASIS = "*_"


def read_div(node: Node, reading: Gathered, read_blocks: ReadBlocks) -> Iterator[Block]:
    """The blocks of a div; those of an unknown one stand for themselves.

    Whether the layout has the style that one asks for is found out where blocks are set.
    """
    if not node.children and not (node.value.name == "table" and (node.value.written or node.value.body[1])):
        reading.source.report(node.start, "div-empty")
    match node.value:
        case DivKind("verse"):
            yield from _read_verse(node, reading, read_blocks)
        case DivKind("dialogue"):
            yield from _read_dialogue(node, reading, read_blocks)
        case DivKind(name) if name:
            from huozi.content.matter import read_matter_div

            yield from read_matter_div(node, reading, read_blocks)
        case DivKind(_, style, columns):
            span = reading.source.places.span(node.start)
            blocks = tuple(read_blocks(node.children, reading))
            if style:
                blocks = (Styled(style, blocks, span),)
            if columns:
                blocks = (Columns(columns, blocks, span),)
            yield from blocks
        case _:
            yield from read_blocks(node.children, reading)


# ------------------------------------------------------------------ verse


def _read_verse(div: Node, reading: Gathered, read_blocks: ReadBlocks) -> Iterator[Block]:
    """Paragraphs as stanzas, line by line; other blocks part them and are reported (``verse-block``)."""
    stanzas: list[tuple[tuple[Inline, ...], ...]] = []
    source = reading.source
    for node in as_blocks(div.children):
        if node.name == "Paragraph" and not find_pictures(node, source):
            if lines := _lines(read_inlines(_with_hard_breaks(node.children), source)):
                stanzas.append(lines)
            continue
        yield from _verse(stanzas)
        stanzas = []
        source.report(node.start, "verse-block")
        yield from read_blocks([node], reading)
    yield from _verse(stanzas)


def _with_hard_breaks(nodes: Iterable[Node]) -> list[Node]:
    """Nodes whose line breaks are all meant."""
    return [
        node._replace(
            name="HardBreak" if node.name == "SoftBreak" else node.name, children=_with_hard_breaks(node.children)
        )
        for node in nodes
    ]


def _lines(inlines: Iterable[Inline]) -> tuple[tuple[Inline, ...], ...]:
    """Inlines parted at forced line breaks; empty lines are none."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        match inline:
            case Text("\n"):
                lines.append([])
            case _:
                lines[-1].append(inline)
    return tuple(tuple(line) for line in lines if line)


def _verse(stanzas: Sequence[tuple[tuple[Inline, ...], ...]]) -> Iterator[Verse]:
    """The verse of its stanzas; a last line that begins with —— says whose it is."""
    if not stanzas:
        return
    span = stanzas[0][0][0].span
    *before, last = stanzas[-1]
    match last:
        case (Text(text), *_) if text.startswith(_SOURCE) and (before or stanzas[1:]):
            rest = (*stanzas[:-1], tuple(before)) if before else tuple(stanzas[:-1])
            yield Verse(rest, last, span)
        case _:
            yield Verse(tuple(stanzas), (), span)


# ------------------------------------------------------------------ quotations


def read_quote(node: Node, reading: Gathered, read_blocks: ReadBlocks) -> Quote:
    """A quotation; a last paragraph, or a last line after a full sentence, that begins with —— is its source."""
    children = list(as_blocks(node.children))
    data = reading.source.places.data[node.start : node.end]
    if not children and not data.strip(b"> \t\n"):
        reading.source.report(node.start, "quote-empty")
    elif re.fullmatch(rb">[0-9][^\n]*\s*", data) or (
        re.match(rb"> ?[0-9]", data) and _GOES_ON.search(reading.source.places.text(max(node.start - 4, 0), node.start))
    ):
        reading.source.report(node.start, "quote-or-sign")
    source: tuple[Inline, ...] = ()
    if children and children[-1].name == "Paragraph":
        words, said_by = _part_source(children[-1].children, is_only=len(children) == 1)
        if said_by:
            source = read_inlines(said_by, reading.source)
            children[-1:] = [children[-1]._replace(children=words)] if words else []
    return Quote(tuple(read_blocks(children, reading)), reading.source.places.span(node.start), source)


def _part_source(nodes: list[Node], is_only: bool) -> tuple[list[Node], list[Node]]:
    """A paragraph's words and the line that says whose they are."""
    if not is_only and _begins_source(nodes):
        return [], nodes
    at = next((index for index in range(len(nodes) - 1, 0, -1) if nodes[index].name in _BREAKS), 0)
    is_end = at and (nodes[at].name == "HardBreak" or _ENDS_SENTENCE.search(_plain(nodes[at - 1 : at])))
    if is_end and _begins_source(nodes[at + 1 :]):
        return nodes[:at], nodes[at + 1 :]
    return nodes, []


def _begins_source(nodes: Sequence[Node]) -> bool:
    return bool(nodes) and nodes[0].name == "Text" and nodes[0].value.startswith(_SOURCE)


def _plain(nodes: Iterable[Node]) -> str:
    """The text of nodes, a line each where the source has one."""
    return "".join(map(_plain_text, nodes))


def _plain_text(node: Node) -> str:
    match node.name:
        case "Text" | "Code":
            return str(node.value)
        case "SoftBreak" | "HardBreak":
            return "\n"
        case _:
            return _plain(node.children)


# ------------------------------------------------------------------ dialogue


class _Speech(NamedTuple):
    """A turn as it is read: its label, what is said so far, its place."""

    speaker: tuple[Inline, ...]
    blocks: list[Block]
    span: Span


def _read_dialogue(div: Node, reading: Gathered, read_blocks: ReadBlocks) -> Iterator[Block]:
    """Turns: a line that begins with a label starts one, what has none goes on with the turn before.

    Findings: ``dialogue-no-speaker``, ``dialogue-only-label``.
    """
    turns: list[_Speech] = []
    for node in as_blocks(div.children):
        span = reading.source.places.span(node.start)
        if node.name != "Paragraph" or find_pictures(node, reading.source):
            _say(read_blocks([node], reading), (), span, turns, reading.source)
            continue
        for speech in _speeches(node):
            place = reading.source.places.span(speech.start)
            label, words = _part_label(read_blocks([speech], reading))
            _say(words, label, place, turns, reading.source)
    for turn in turns:
        if not turn.blocks:
            reading.source.findings.add(turn.span, "dialogue-only-label")
    if turns:
        made = tuple(Turn(turn.speaker, tuple(turn.blocks), turn.span) for turn in turns)
        yield Dialogue(made, reading.source.places.span(div.start))


def _say(blocks: Iterable[Block], label: tuple[Inline, ...], span: Span, turns: list[_Speech], source: Source) -> None:
    """Begin a turn where there is a label, else go on with the last one."""
    if not label and not turns:
        source.findings.add(span, "dialogue-no-speaker")
    if label or not turns:
        turns.append(_Speech(label, [], span))
    turns[-1].blocks.extend(blocks)


def _speeches(paragraph: Node) -> Iterator[Node]:
    """A paragraph parted where a line of the source begins with a label."""
    lines: list[list[Node]] = [[]]
    nodes = paragraph.children
    for index, node in enumerate(nodes):
        following = _plain(nodes[index + 1 : index + 4]).lstrip(_EMPHASIS) if node.name in _BREAKS else ""
        if _LABEL.match(following):
            lines.append([])
        else:
            lines[-1].append(node)
    for line in filter(None, lines):
        yield Node("Paragraph", None, line[0].start, line[-1].end, line)


def _part_label(blocks: Iterator[Block]) -> tuple[tuple[Inline, ...], list[Block]]:
    """The label a paragraph begins with, and what is left of it; a label's face is its style's alone."""
    match list(blocks):
        case [Paragraph(inlines) as paragraph]:
            found = _LABEL.match("".join(inline.text for inline in inlines if isinstance(inline, Text)))
            if not found:
                return (), [paragraph]
            label, rest = _split(inlines, found.end())
            return label, [paragraph._replace(inlines=rest)] if rest else []
        case others:
            return (), others


def _split(inlines: Sequence[Inline], count: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Inlines parted after so many characters of text."""
    label: list[Inline] = []
    rest: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text(text, span, role):
                mine, others = text[:count], text[count:]
                if mine.strip():
                    label.append(Text(mine.rstrip(), span, TextRole.PLAIN))
                if others:
                    rest.append(Text(others, span._replace(column=span.column + len(mine)), role))
                count -= len(mine)
            case _:
                (label if count else rest).append(inline)
    return tuple(label), tuple(rest)


# ------------------------------------------------------------------ definitions


def read_definitions(node: Node, reading: Gathered, read_blocks: ReadBlocks) -> DefinitionList:
    """Terms, a line each, and their meanings. Finding: ``definition-empty``."""
    span = reading.source.places.span
    entries: list[tuple[Node, list[tuple[Block, ...]]]] = []
    for child in node.children:
        if child.name == "DefinitionListTitle":
            entries.append((child, []))
        elif blocks := tuple(read_blocks(child.children, reading)):
            entries[-1][1].append(blocks)
        else:
            reading.source.report(child.start, "definition-empty")
    made = (Definition(_terms(title, reading), tuple(meanings), span(title.start)) for title, meanings in entries)
    return DefinitionList(tuple(made), span(node.start))


def _terms(title: Node, reading: Gathered) -> tuple[tuple[Inline, ...], ...]:
    return _lines(read_inlines(_with_hard_breaks(title.children), reading.source))
