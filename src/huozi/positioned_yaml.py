"""YAML with the place of every value: what the house reads settings, issues and front matter with.

The safe C parser's events are made frozen nodes; nothing is constructed but text, numbers, truth values and dates.
Input comes from strangers, so size, depth and count are limited, and anchors, aliases and tags (which could unfold or
construct) are refused. Everything wrong is a finding at its place; what can be read is given back all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

import yaml

from huozi.diagnostics import Findings, Span

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 24
MAX_NODES = 50_000

Value: TypeAlias = str | int | float | bool | date | None


class Scalar(NamedTuple):
    """A single value, and the text it was written as."""

    value: Value
    raw: str
    span: Span


class Sequence(NamedTuple):
    """A list of values."""

    items: tuple[Node, ...]
    span: Span


class Mapping(NamedTuple):
    """Keys with their values, in the order written; each key once."""

    entries: tuple[tuple[str, Span, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of a key, ``None`` where the mapping has no such key."""
        for name, _, node in self.entries:
            if name == key:
                return node
        return None


Node: TypeAlias = Scalar | Sequence | Mapping

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})")
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

# What the parser says (a part of it) → the rule that says it to an editor; anything else is yaml-syntax.
PROBLEMS = {
    "that cannot start any token": "yaml-character",
    "mapping values are not allowed": "yaml-colon",
    "could not find expected ':'": "yaml-key",
    "did not find expected key": "yaml-indent",
    "did not find expected '-' indicator": "yaml-indent",
    "block sequence entries are not allowed": "yaml-indent",
    "found unexpected end of stream": "yaml-quote",
}


class Limit(Exception):
    """Reading stops here: the rule broken, its place and its arguments."""

    def __init__(self, rule: str, span: Span, **arguments: object) -> None:
        self.rule, self.span, self.arguments = rule, span, arguments


def read_yaml(text: str, file: str, findings: Findings, first_line: int = 1) -> Node | None:
    """The document in a text as nodes with spans; ``None`` where it cannot be read or is empty.

    ``first_line`` is the line of the file on which the text begins (front matter: 2). Duplicate keys and everything
    else wrong go to ``findings``.
    """
    reader = Reader(file, first_line, findings)
    try:
        if len(text) > MAX_CHARACTERS:
            raise Limit("yaml-too-large", Span(file), limit=MAX_CHARACTERS)
        return reader.document(yaml.parse(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader))
    except Limit as limit:
        findings.add(limit.span, limit.rule, **limit.arguments)
    except yaml.MarkedYAMLError as error:
        problem = error.problem or ""
        rule = next((rule for part, rule in PROBLEMS.items() if part in problem), "yaml-syntax")
        span = reader.span(error.problem_mark) if error.problem_mark else Span(file)
        findings.add(span, rule, problem=problem)
    except yaml.YAMLError as error:  # a character YAML does not allow: the error knows no line
        findings.add(Span(file), "yaml-character", problem=str(error).splitlines()[0])
    return None


class Reader:
    """One reading of one text: its events become nodes."""

    def __init__(self, file: str, first_line: int, findings: Findings) -> None:
        self.file = file
        self.first_line = first_line
        self.findings = findings
        self.nodes = 0

    def span(self, mark: yaml.Mark) -> Span:
        """The place of a mark of the parser (which counts from 0)."""
        return Span(self.file, mark.line + self.first_line, mark.column + 1)

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """The only document of the stream."""
        root: Node | None = None
        for event in events:
            match event:
                case yaml.DocumentStartEvent() if root is not None:
                    raise Limit("yaml-documents", self.span(event.start_mark))
                case yaml.NodeEvent():
                    root = self.node(event, events, 0)
        return root

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        """The node that begins with an event."""
        span = self.span(event.start_mark)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise Limit("yaml-too-large", span, limit=MAX_NODES)
        if depth > MAX_DEPTH:
            raise Limit("yaml-too-deep", span, limit=MAX_DEPTH)
        match event:
            case yaml.AliasEvent():
                raise Limit("yaml-anchor", span, mark=f"*{event.anchor}")
            case yaml.NodeEvent(anchor=str(anchor)):
                raise Limit("yaml-anchor", span, mark=f"&{anchor}")
            case yaml.ScalarEvent(tag=str(tag)) | yaml.CollectionStartEvent(tag=str(tag)):
                raise Limit("yaml-tag", span, tag=tag)
            case yaml.ScalarEvent(value=raw, style=style):
                return Scalar(resolve(raw) if style in (None, "") else raw, raw, span)
            case yaml.SequenceStartEvent():
                return Sequence(tuple(self.sequence(events, depth + 1)), span)
            case _:
                return self.mapping(events, span, depth + 1)

    def sequence(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        """The items of a list."""
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self.node(event, events, depth)

    def mapping(self, events: Iterator[yaml.Event], span: Span, depth: int) -> Mapping:
        """A mapping; of a key written twice the first stands, and the second is a finding."""
        entries: dict[str, tuple[str, Span, Node]] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, events, depth)
            value = self.node(next(events), events, depth)
            match key:
                case Scalar(raw=raw) if raw in entries:
                    self.findings.add(key.span, "yaml-duplicate-key", key=raw, line=entries[raw][1].line)
                case Scalar(raw=raw):
                    entries[raw] = (raw, key.span, value)
                case _:
                    self.findings.add(key.span, "yaml-key")
        return Mapping(tuple(entries.values()), span)


def resolve(raw: str) -> Value:
    """The value of a plain scalar (YAML 1.2 core schema, and dates).

    Words like ``yes`` and ``off`` stay text; so does a number with leading zeros (a telephone number).
    """
    if raw in WORDS:
        return WORDS[raw]
    if INTEGER.fullmatch(raw):
        return int(raw)
    if FLOAT.fullmatch(raw):
        return float(raw)
    if found := DATE.fullmatch(raw):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return raw
    return raw
