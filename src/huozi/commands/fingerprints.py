"""Fingerprints: by what a finding is known again when the text around it has been edited.

A finding is told by its rule, its file, the words at and around its place, and by its number among those that are alike
in all of that. Line numbers are no part of it, so that an edit in other lines changes nothing.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Sequence

from huozi.commands.outcome import is_outside
from huozi.diagnostics import Finding, Span
from huozi.digests import blake2b
from huozi.records import NamedTuple

DIGITS = 12
"""Hexadecimal digits of a fingerprint."""

BEFORE, AFTER = 10, 16
"""Characters of the line that are looked at before and from the place on."""

SPACIOUS = 4
"""So many times as much is looked at, for spaces count once however many they are."""

MOST_BYTES = 8 * 2**20
"""No source that is read is larger."""


class Roots(NamedTuple):
    """The folders that files are named from: the issue's own, and those of the houses its layouts come from."""

    issue: str
    houses: tuple[str, ...]

    def name(self, file: str) -> str | None:
        """A file by its path in the issue or the house, the same wherever that lies; ``None`` for others."""
        for root in (self.issue, *self.houses):
            inside = _below(root, file)
            if inside:
                return inside.replace(os.sep, "/")
        return None


def _below(root: str, file: str) -> str:
    """The path of a file from a folder that it lies in; empty where it does not."""
    if not root:
        return "" if os.path.isabs(file) or file.startswith("-") else file
    start = root.rstrip(os.sep) + os.sep
    return file[len(start) :] if file.startswith(start) else ""


def fingerprints(findings: Sequence[Finding], sources: Sources) -> list[str]:
    """The fingerprints of findings, which come in the order of their places."""
    roots = sources.roots
    seen: Counter[str] = Counter()
    prints = []
    for item in findings:
        key = "\0".join((item.rule, roots.name(item.span.file) or item.span.file, *_words(item, sources)))
        prints.append(blake2b(f"{key}\0{seen[key]}".encode("utf-8", "replace"), digest_size=DIGITS // 2).hexdigest())
        seen[key] += 1
    return prints


def length_at(item: Finding, sources: Sources) -> int:
    """How many characters at a finding's place it is about: those that its message names; 0 where it names none."""
    if not item.span.line or is_outside(item):
        return 0
    line, at = sources.line(item.span), item.span.column - 1
    return max((len(value) for _, value in item.arguments if value and line.startswith(value, at)), default=0)


def _words(item: Finding, sources: Sources) -> Iterable[str]:
    """The words at and around a finding's place; of one that concerns a whole file, what its message names."""
    if item.span.line and item.span[1:] != (1, 1) and not is_outside(item):
        line, at = sources.line(item.span), max(item.span.column - 1, 0)
        before, after = line[max(at - SPACIOUS * BEFORE, 0) : at], line[at : at + SPACIOUS * AFTER]
        return " ".join(before.split())[-BEFORE:], " ".join(after.split())[:AFTER]
    return [value for _, value in item.arguments if not _varies(value)]


def _varies(value: str) -> bool:
    """Whether an argument is a number or a path, and another one tomorrow or elsewhere."""
    return "/" in value or "\\" in value or not any(character.isalpha() for character in value)


class Sources:
    """The lines of the issue's and the house's files, each read once. No other file is ever opened."""

    def __init__(self, roots: Roots) -> None:
        self.roots = roots
        self._lines: dict[str, list[str]] = {}

    def line(self, span: Span) -> str:
        """The line that a place stands in; empty where it is in no text that can be read."""
        if span.file not in self._lines:
            self._lines[span.file] = _lines(span.file) if self.roots.name(span.file) else []
        lines = self._lines[span.file]
        return lines[span.line - 1] if 0 < span.line <= len(lines) else ""


def _lines(path: str) -> list[str]:
    """The lines of a file as they were counted when it was read (``huozi.source_file``)."""
    try:
        if not os.path.isfile(path):
            return []
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES)
    except OSError:
        return []
    text = data.removeprefix(BOM_UTF8).decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
