"""Positioned YAML: plain values of a file with the place of each, safe to read from strangers.

The part of YAML that people need to describe an issue or a layout: mappings, sequences and scalars. Aliases, anchors,
tags and further documents are findings (they hide or repeat matter), and so are duplicate keys, which PyYAML would let
win silently. A plain scalar is a number, a date, true, false, null or text by YAML 1.2's core rules, so that ``no`` and
``012`` are what they look like.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any, TypeAlias

from huozi.diagnostics import Findings, Span
from huozi.libyaml import events_of, yaml
from huozi.records import NamedTuple
from huozi.source_file import all_seen, quoted, read_source, report_characters

MAX_BYTES = 4 * 2**20
MAX_DEPTH = 32
MAX_NODES = 100_000
TOO_DEEP = f"{MAX_DEPTH} × {MAX_NODES}"

Plain: TypeAlias = str | int | float | bool | date | None


class Scalar(NamedTuple):
    """A single value: what it means (``value``), how it is written (``text``) and whether in quotes or as a block.

    ``source`` is what stands in the file where that is something else than the text: quotation marks, several lines.
    """

    value: Plain
    text: str
    quoted: bool
    span: Span
    source: str = ""


class Sequence(NamedTuple):
    """Values in order."""

    items: tuple[Node, ...]
    span: Span


class Entry(NamedTuple):
    """A key of a mapping, its place, and its value."""

    key: str
    span: Span
    value: Node


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file; every key once."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of a key, ``None`` if it is not there."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping

# What libyaml says, by the rule that says it to an editor; the first match counts.
_SYNTAX_RULES: tuple[tuple[str, str], ...] = (
    ("exceeded maximum nesting depth", "yaml-too-large"),  # libyaml's own limit, of its versions that have one
    ("scanning an a", "yaml-alias"),  # an anchor, an alias
    ("ing a tag", "yaml-tag"),
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("cannot start any token", "yaml-first-character"),
    ("found unexpected end of stream", "yaml-open-quote"),
    ("unknown escape character", "yaml-escape"),
    ("expected ',' or", "yaml-open-bracket"),
    ("did not find expected", "yaml-indent"),
    ("expected <block end>", "yaml-indent"),
)

_WORDS: dict[str, Plain] = dict.fromkeys(("", "~", "null", "Null", "NULL")) | {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WHOLE = r"[-+]?[0-9]{1,18}"
_DECIMAL = r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,3})?"
_NUMERIC = frozenset("+-.0123456789")
"""What numbers and dates begin with."""
DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
"""A scalar meant as a date; an impossible one (2024-13-41) stays text, for the reader of the key to report."""

_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"


class _TooMuchError(Exception):
    """The document is deeper or larger than any honest one; its finding is made."""


def read_yaml_file(path: str, folder: str, findings: Findings, max_nodes: int = MAX_NODES) -> Node | None:
    """The value of a YAML file that lies in ``folder``; ``None`` after a finding if it cannot be read."""
    text = read_source(path, folder, MAX_BYTES, findings)
    return None if text is None else read_yaml(text, path, findings, max_nodes=max_nodes)


def read_yaml(
    text: str, file: str, findings: Findings, line: int = 1, column: int = 1, max_nodes: int = MAX_NODES
) -> Node | None:
    """The value of a YAML text; ``None`` after a finding if it is not YAML or exceeds a limit.

    ``line`` and ``column`` say where the text starts in ``file`` (front matter starts in line 2). An empty text is the
    null scalar.
    """
    if len(text) > MAX_BYTES:
        findings.add(Span(file, line, column), "yaml-too-large", what=f"{MAX_BYTES // 2**20} MiB")
        return None
    if not all_seen(text) and re.search(_FORBIDDEN, text):
        report_characters(text, file, findings, line)
        text = re.sub(_FORBIDDEN, "\ufffd", text)
    composer = _Composer(text, Span(file, line, column), max_nodes, findings)
    try:
        return composer.document(events_of(text))
    except _TooMuchError:
        return None
    except yaml.MarkedYAMLError as error:
        problem = f"{error.context or ''} {error.problem or ''}".strip()
        rule = next((rule for words, rule in _SYNTAX_RULES if words in problem), "yaml-syntax")
        opened = rule in ("yaml-open-quote", "yaml-open-bracket", "yaml-no-colon") and error.context_mark
        arguments = {"yaml-syntax": {"problem": quoted(problem)}, "yaml-too-large": {"what": TOO_DEEP}}.get(rule, {})
        findings.add(composer.place(opened or error.problem_mark), rule, **arguments)
    except yaml.YAMLError as error:
        findings.add(Span(file, line, column), "yaml-syntax", problem=quoted(str(error)))
    return None


class _Composer:
    """Nodes from libyaml's events. The events are drawn one by one, so a limit stops the parser as well."""

    __slots__ = ("column", "file", "findings", "line", "room", "text")

    def __init__(self, text: str, start: Span, room: int, findings: Findings) -> None:
        self.text = text
        self.file, self.line, self.column = start
        self.room = room
        self.findings = findings

    def place(self, mark: Any) -> Span:
        if mark is None:
            return Span(self.file, self.line, self.column)
        return Span(self.file, self.line + mark.line, mark.column + (1 if mark.line else self.column))

    def document(self, events: Iterator[Any]) -> Node:
        node: Node | None = None
        for event in events:
            match event:
                case yaml.StreamStartEvent() | yaml.StreamEndEvent() | yaml.DocumentEndEvent():
                    pass
                case yaml.DocumentStartEvent() if node is None:
                    node = self.node(next(events), events, 1)
                case _:
                    self.findings.add(self.place(event.start_mark), "yaml-documents")
                    break
        return node or Scalar(None, "", False, Span(self.file, self.line, self.column))

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        span = self.place(event.start_mark)
        self.room -= 1
        if depth > MAX_DEPTH or self.room < 0:
            self.findings.add(span, "yaml-too-large", what=TOO_DEEP)
            raise _TooMuchError
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self.findings.add(span, "yaml-alias")
        elif event.tag:
            self.findings.add(span, "yaml-tag")
        match event:
            case yaml.SequenceStartEvent():
                return Sequence(tuple(self.items(events, depth + 1)), span)
            case yaml.MappingStartEvent():
                return Mapping(tuple(self.entries(events, depth + 1)), span)
            case yaml.ScalarEvent():
                is_quoted = bool(event.style)  # empty where libyaml is, None where it is not
                value = event.value if is_quoted else resolve(event.value)
                is_text = not is_quoted and event.start_mark.line == event.end_mark.line
                source = "" if is_text else self.text[event.start_mark.index : event.end_mark.index]
                return Scalar(value, event.value, is_quoted, span, source)
            case _:  # an alias: text as it is written
                return Scalar(f"*{event.anchor}", f"*{event.anchor}", False, span)

    def items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self.node(event, events, depth)

    def entries(self, events: Iterator[Any], depth: int) -> Iterator[Entry]:
        seen: dict[str, Span] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = self.key(self.node(event, events, depth))
            value = self.node(next(events), events, depth)
            if key is None:
                continue
            name, span = key
            if name in seen:
                self.findings.add(span, "duplicate-key", key=quoted(name), line=seen[name].line)
            else:
                seen[name] = span
                yield Entry(name, span, value)

    def key(self, node: Node) -> tuple[str, Span] | None:
        match node:
            case Scalar(str(name), _, _, span):
                return name, span
            case Scalar(_, text, _, span):
                self.findings.add(span, "yaml-key", key=quoted(text))
                return text, span
            case _:
                self.findings.add(node.span, "yaml-key", key="[…]")
                return None


def resolve(text: str) -> Plain:
    """What a plain scalar means: null, a boolean, a number, a date, or else its own text.

    >>> resolve("012"), resolve("no"), resolve("2024-02-30")
    (12, 'no', '2024-02-30')
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:  # as most
        return text
    if re.fullmatch(_WHOLE, text):
        return int(text)
    if re.fullmatch(_DECIMAL, text):
        return float(text)
    with suppress(ValueError):
        if found := DATE.fullmatch(text):
            return date(*map(int, found.groups()))
    return text


_ESCAPES = {"x": 4, "u": 6, "U": 10}
"""How long the escapes of a text in double quotes are that are longer than two characters, by their letters."""

_LINE_PARTED = r"\\\n[ \t]*"
_LINE_END = r"[ \t]*\n[ \t\n]*"


def character_places(scalar: Scalar) -> Iterator[Span]:
    """The place of each character of a scalar's text, whatever it is written in: quotes, escapes, several lines."""
    source, span = scalar.source or scalar.text, scalar.span
    mark = source[:1] if scalar.quoted else ""
    at = source.find("\n") + 1 if mark in ("|", ">") else len(mark)
    starts = [0, *(found.end() for found in re.finditer("\n", source))]
    for character in scalar.text:
        place, at = _character_place(source, at, character, mark)
        row = bisect_right(starts, place) - 1
        yield Span(span.file, span.line + row, place - starts[row] + (1 if row else span.column))


def _character_place(source: str, at: int, character: str, mark: str) -> tuple[int, int]:
    """Where a character of a text stands in its source from a place on, and the place behind it."""
    while at < len(source):
        if mark == '"' and source[at] == "\\":
            if found := re.compile(_LINE_PARTED).match(source, at):
                at = found.end()
                continue
            return at, at + _ESCAPES.get(source[at + 1 : at + 2], 2)
        if character in " \n":
            found = re.compile(_LINE_END).match(source, at)
            return at, found.end() if found else at + (source[at] in " \t\n")
        if source[at] == character:
            return at, at + (2 if mark == character == "'" else 1)
        if not source[at].isspace():
            break
        at += 1
    return at, at + 1


def shown(node: Node) -> str:
    """A value as a finding quotes it."""
    match node:
        case Scalar(text=text):
            return quoted(text)
        case Sequence():
            return "[…]"
        case Mapping():
            return "{…}"
