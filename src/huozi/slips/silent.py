"""Slips that YAML reads without a word: a ` #` that cuts a text off, a key or item that goes on a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from contextlib import suppress

from huozi.diagnostics import Findings, Span
from huozi.libyaml import events_of, yaml
from huozi.positioned_yaml import resolve
from huozi.records import NamedTuple
from huozi.slips.edits import place_of
from huozi.slips.key_names import MEANT
from huozi.source_file import quoted

_GLUED = re.compile("(?<=[ \t])#(?=[^ \t\n#!])[^\n]*")
_WIDE = re.compile("(?<=[ \t\u3000])＃")
_DASH = re.compile("^[ \t]+(?=-[ \t])", re.MULTILINE)
_KEY = re.compile("^[ \t]*(?:- +)*([A-Za-z]\\w*)[ \t]*：", re.MULTILINE)


class _Plain(NamedTuple):
    """A plain scalar of a text: where it begins and ends, and whether it is text (or empty), no number or date."""

    start: int
    end: int
    is_text: bool


def report_silent(text: str, first: Span, keys: Collection[str], findings: Findings) -> None:
    """Report the slips of a text that can be read; ``first`` is where it starts in its file."""
    scalars = _plain_scalars(text)
    ends = [scalar.end for scalar in scalars]
    begins = {scalar.start for scalar in scalars}
    for found in _GLUED.finditer(text):
        index = bisect_right(ends, found.start()) - 1
        if index >= 0 and scalars[index].is_text and not text[ends[index] : found.start()].strip(" \t"):
            findings.add(place_of(text, found.start(), first), "hash-cut", typed=quoted(found[0].rstrip()))

    def within(at: int) -> bool:
        index = bisect_right(ends, at)
        return index < len(scalars) and scalars[index].start <= at and not _is_comment(text, at)

    for found in _WIDE.finditer(text):
        if within(found.start()):
            shown = text[found.start() : found.start() + 12].split("\n", maxsplit=1)[0]
            findings.add(place_of(text, found.start(), first), "hash-wide", typed=quoted(shown))
    for found in _DASH.finditer(text):
        if within(found.end()) and found.end() not in begins:
            findings.add(place_of(text, found.end(), first), "yaml-indent")
    for found in _KEY.finditer(text):
        if within(found.start(1)) and (found[1] in keys or found[1] in MEANT):
            findings.add(place_of(text, found.start(1), first), "key-in-text", typed=quoted(found[1]))


def _plain_scalars(text: str) -> list[_Plain]:
    """The plain scalars of a text in their order, as far as it is YAML: behind a second ``---`` it may be none."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    found: list[_Plain] = []
    with suppress(yaml.YAMLError):
        for event in events_of(text):
            match event:
                case yaml.ScalarEvent() if not event.style:
                    value = resolve(event.value)
                    begins, ends = (starts[mark.line] + mark.column for mark in (event.start_mark, event.end_mark))
                    found.append(_Plain(begins, ends, value is None or value == event.value))
    return found


def _is_comment(text: str, at: int) -> bool:
    """Whether a place stands behind a ``#`` that begins a comment."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return bool(re.search(r"(?:^|\s)#", line))
