"""Fields that are there and say nothing: keys in a front matter or in ``issue.yaml`` with nothing behind them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from huozi.content.front_matter import FRONT_MATTER_KEYS
from huozi.content.imprint import IMPRINT_KEYS
from huozi.content.issue_file import ISSUE_KEYS
from huozi.diagnostics import Findings, Span
from huozi.inspection.subject import Subject

KEYS = frozenset((*FRONT_MATTER_KEYS, *ISSUE_KEYS, *IMPRINT_KEYS, "affiliation", "email", "name_en"))

_EMPTY = re.compile(r"(?P<indent>[ -]*)(?P<key>[a-z_]+):[ \t]*(?:\[[ ]*\]|\"[ ]*\"|'[ ]*'|~|null)?[ \t]*(?:#.*)?")


def look_at_empty_fields(subject: Subject, findings: Findings) -> None:
    """Report keys with nothing behind them: left out on purpose they would not be there."""
    files = [subject.issue.span.file, *(article.span.file for article in subject.texts)]
    for file in dict.fromkeys(files):
        for line, key in _empty_keys(file):
            findings.add(Span(file, line, 1), "field-empty", key=key)


def _empty_keys(file: str) -> Iterator[tuple[int, str]]:
    """The lines of a file's YAML whose key has nothing behind it, with their numbers."""
    try:
        with open(file, encoding="utf-8") as opened:
            lines = opened.read().split("\n")
    except (OSError, UnicodeDecodeError):  # whoever reads it has told
        return
    if os.path.splitext(file)[1] == ".md":
        lines = lines[: lines.index("---", 1)] if "---" in lines[1:] else []
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
        found = _EMPTY.fullmatch(line)
        goes_on = following.startswith((" ", "- ")) and len(following) - len(following.lstrip(" ")) >= _depth(line)
        if found and found["key"] in KEYS and not (line.rstrip().endswith(":") and goes_on):
            yield number, found["key"]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
