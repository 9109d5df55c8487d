"""``huozi check --accept``: findings signed off in ``issue.yaml``, whose every other byte is kept."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from typing import Any

from huozi.commands.listing import Entry, list_of
from huozi.commands.making import Request, examine
from huozi.commands.outcome import Progress
from huozi.content.acceptance import ACCEPT_KEYS
from huozi.content.fields import UNSEEN
from huozi.diagnostics import Finding, Findings, InvalidIssue, Severity, Span, finding
from huozi.libyaml import events_of, yaml
from huozi.messages.acceptance import ACCEPTANCE
from huozi.positioned_yaml import Mapping, Node, Scalar, read_yaml
from huozi.positioned_yaml import Sequence as YamlSequence
from huozi.records import NamedTuple

KEY = "accept"
AROUND = "[] \t"
"""What may come along with a fingerprint that is copied from a list."""

DEEPER = 2
"""Columns that items stand further in than their key."""


class Signature(NamedTuple):
    """Who accepts, and why."""

    by: str
    why: str


def accept(request: Request, marks: Sequence[str], signature: Signature, progress: Progress) -> list[Finding]:
    """Sign off the findings of these fingerprints in the issue's ``issue.yaml``; gives what speaks against it.

    All of them or none. What has been accepted already is left as it is.
    """
    signature = Signature(*(" ".join(text.split()) for text in signature))
    marks = [mark.strip(AROUND).lower() for mark in marks]
    if not marks:
        return [finding(Span("--by"), "acceptance-alone")]
    if any(UNSEEN.issuperset(text) or not text.isprintable() for text in signature):
        return [finding(Span("--why"), "acceptance-unsigned")]
    found = Findings()
    examined = examine(request, found, progress)
    entries = {entry.fingerprint: entry for entry in list_of(examined, found).entries}
    refused = list(_refused(marks, entries))
    wanted = [entries[mark] for mark in dict.fromkeys(marks) if mark in entries and entries[mark].accepted is None]
    if refused or not wanted:
        return refused
    texts = [entry_text(item, signature) for item in wanted]
    path = os.path.join(request.folder, "issue.yaml")
    return _unwritable(path, texts) if examined.issue is None else _written(path, texts)


def _refused(marks: Sequence[str], entries: dict[str, Entry]) -> Iterator[Finding]:
    """Fingerprints that nothing has, and findings that nobody may accept."""
    for mark in marks:
        entry = entries.get(mark)
        if entry is None:
            yield finding(Span("--accept"), "acceptance-unknown", fingerprint=mark)
        elif entry.severity is Severity.ERROR or entry.finding.rule in ACCEPTANCE:
            yield finding(Span("--accept"), "acceptance-refused", fingerprint=mark, rule=entry.finding.rule)


def entry_text(entry: Entry, signature: Signature) -> str:
    """An entry of ``accept`` as it is written, in one line."""
    values = (_quoted(entry.fingerprint), entry.finding.rule, *map(_quoted, signature))
    return "{" + ", ".join(f"{key}: {value}" for key, value in zip(ACCEPT_KEYS, values, strict=True)) + "}"


def _quoted(text: str) -> str:
    """A text in double quotes, as YAML and JSON both write it."""
    return json.dumps(text, ensure_ascii=False)


def _written(path: str, entries: Sequence[str]) -> list[Finding]:
    """Put entries into a file; gives what speaks against it."""
    from huozi.output.files import write_whole

    try:
        with open(path, "rb") as file:
            data = file.read()
        made = with_entries(data.decode("utf-8"), entries)
    except UnicodeDecodeError:
        made = None
    except OSError as error:
        return [finding(Span(path), "unreadable-file", reason=error.strerror)]
    if made is None:
        return _unwritable(path, entries)
    try:
        write_whole(path, made.encode("utf-8"))
    except InvalidIssue as error:
        return list(error.findings)
    return []


def _unwritable(path: str, entries: Sequence[str]) -> list[Finding]:
    """That a file is left to people, with what they are to write."""
    return [finding(Span(path), "acceptance-unwritable", entry=entry) for entry in entries]


# ------------------------------------------------------------------ the text


def with_entries(text: str, entries: Sequence[str]) -> str | None:
    """The text of an ``issue.yaml`` with entries at the end of its ``accept``; all else stays as it is.

    ``None`` where that cannot be done: what comes out is read again and compared.
    """
    try:
        place = _place(text)
    except (yaml.YAMLError, StopIteration):
        return None
    if place is None:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    made = text[: place.offset] + place.wrapped(entries, newline, text) + text[place.offset :]
    return made if _is_as_meant(text, made, len(entries)) else None


class _Place(NamedTuple):
    """Where entries go: ``kind`` says what is there.

    ``key``: no ``accept`` yet, the offset is the end of a line, ``indent`` that of the keys; ``inside``: the key has no
    value, ``block``: items with dashes, likewise, ``indent`` being that of items; ``flow``: before the bracket that
    closes a list; ``flow-key``: before the brace that closes the whole. ``first``: the list or the whole is empty.
    """

    kind: str
    offset: int
    indent: str = ""
    first: bool = False

    def wrapped(self, entries: Sequence[str], newline: str, text: str) -> str:
        """The entries as they stand there, with what parts them from what is before."""
        comma = "" if self.first or _ends_in_comma(text[: self.offset]) else ", "
        match self.kind:
            case "flow":
                return comma + ", ".join(entries)
            case "flow-key":
                return f"{comma}{KEY}: [{', '.join(entries)}]"
        start = "" if not self.offset or text[self.offset - 1] in "\r\n" else newline
        head = [f"{self.indent}{KEY}:"] if self.kind == "key" else []
        indent = self.indent + " " * DEEPER if head else self.indent
        lines = newline.join([*head, *(f"{indent}- {entry}" for entry in entries)])
        end = newline if not start and self.offset <= len(text) else ""
        return start + lines + end


def _ends_in_comma(before: str) -> bool:
    """Whether a list's last item is followed by a comma already (a comment may stand behind it)."""
    return before.rstrip().endswith(",")


def _place(text: str) -> _Place | None:
    """Where in a text entries of ``accept`` go; ``None`` where its whole is no mapping."""
    bare = text.removeprefix("\ufeff")
    lines = _Lines(bare, len(text) - len(bare))
    events = events_of(bare)
    for event in events:
        match event:
            case yaml.StreamStartEvent() | yaml.DocumentStartEvent():
                continue
            case yaml.MappingStartEvent():
                return _in_mapping(event, events, lines)
        break
    return None


class _Lines:
    """Offsets of a text's lines, for libyaml tells places by line and column."""

    def __init__(self, text: str, shift: int) -> None:
        self.text = text
        self.shift = shift
        self.starts = [0, *(match.end() for match in re.finditer("\r\n|\r|\n", text))]

    def offset(self, mark: Any) -> int:
        """The offset of a place in the whole text."""
        offset: int = self.shift + self.starts[mark.line] + mark.column
        return offset

    def end_of_line(self, mark: Any) -> int:
        """The offset of the end of the line that a place stands in: of its beginning, where it stands there."""
        if mark.column == 0:
            return self.offset(mark)
        found = re.compile("[^\r\n]*").match(self.text, self.starts[mark.line])
        return self.shift + (found.end() if found else 0)


def _in_mapping(start: Any, events: Iterator[Any], lines: _Lines) -> _Place | None:
    """The place in the whole mapping, its own event taken."""
    last = start
    empty = True
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            if start.flow_style:
                return _Place("flow-key", lines.offset(key.start_mark), first=empty)
            return _Place("key", lines.end_of_line(last.end_mark), " " * start.start_mark.column)
        empty = False
        value = next(events)
        if isinstance(key, yaml.ScalarEvent) and key.value == KEY:
            return _in_list(value, events, lines, " " * (key.start_mark.column + DEEPER))
        last = _skipped(value, events)
    return None


def _in_list(value: Any, events: Iterator[Any], lines: _Lines, indent: str) -> _Place | None:
    """The place in the list of ``accept``; ``indent`` is that of items where there are none yet."""
    match value:
        case yaml.ScalarEvent(value="", style=None | ""):
            return _Place("inside", lines.end_of_line(value.end_mark), indent)
        case yaml.SequenceStartEvent():
            pass
        case _:
            return None
    last, empty = value, True
    for item in events:
        if isinstance(item, yaml.SequenceEndEvent):
            break
        last, empty = _skipped(item, events), False
    if value.flow_style:
        return _Place("flow", lines.offset(item.start_mark), first=empty)
    return _Place("block", lines.end_of_line(last.end_mark), " " * value.start_mark.column)


def _skipped(event: Any, events: Iterator[Any]) -> Any:
    """The last event of a node that is written out: blocks end where the next thing begins, and are none."""
    last = event
    depth = 0
    while True:
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                depth += 1
                last = event
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                depth -= 1
                if event.end_mark.index > event.start_mark.index:  # a bracket
                    last = event
            case _:
                last = event
        if not depth:
            return last
        event = next(events)


def _is_as_meant(before: str, after: str, count: int) -> bool:
    """Whether a changed text says what it said, with so many items more at the end of ``accept``."""
    (old, faults), (new, new_faults) = (_said(text) for text in (before, after))
    held, holds = old.pop(KEY, None) or [], new.pop(KEY, None)
    is_longer = isinstance(holds, list) and holds[: len(held)] == held and len(holds) == len(held) + count
    return old == new and faults == new_faults and is_longer


def _said(text: str) -> tuple[dict[str, Any], list[str]]:
    """What the keys of a text say, as plain values without places, and the rules that it breaks."""
    found = Findings()
    node = read_yaml(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), "", found)
    entries = node.entries if isinstance(node, Mapping) else ()
    return {entry.key: _plain(entry.value) for entry in entries}, [item.rule for item in found]


def _plain(node: Node) -> Any:
    match node:
        case Scalar(value=value):
            return value
        case YamlSequence(items=items):
            return [_plain(item) for item in items]
        case Mapping(entries=entries):
            return {entry.key: _plain(entry.value) for entry in entries}
