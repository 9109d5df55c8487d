"""What is known of an earlier issue of the journal: its number, its articles, the pages they began on.

The number and the names come from its ``issue.yaml``, the pages from the latest round that is kept of it: they are what
readers hold in their hands. Nothing is reported of it, and nothing set again.
"""

from __future__ import annotations

import json
import os
import re

from huozi.content.back_issues import ISSUE_FILE, MAX_NODES, names_in, text_of
from huozi.diagnostics import Findings
from huozi.messages.proof_words import STAGES
from huozi.positioned_yaml import Mapping, Node, Scalar, Sequence, read_yaml_file
from huozi.records import NamedTuple
from huozi.source_file import lies_inside

ROUNDS, SUFFIX = "proofs", ".jsonl"
"""Where an issue's rounds are kept, and what their names end in (``huozi.commands.destinations`` writes them there)."""

MOST_BYTES = 64 * 2**20
"""Bytes of a round that are read."""

FOLDER = re.compile(r"[^\W_][\w.+-]{0,80}")
"""The name of an issue's folder: nothing that leads out of the room."""


class EarlierIssue(NamedTuple):
    """An earlier issue: year and number as printed, the names of its articles, the folio each began on (by name)."""

    year: str
    number: str
    articles: tuple[str, ...]
    folios: dict[str, str]


def room_of(folder: str) -> str:
    """The folder that an issue's own one lies in, where the other issues of its journal are."""
    return os.path.normpath(os.path.join(folder or ".", os.pardir))


def earlier_issue(room: str, name: str) -> EarlierIssue | None:
    """The issue of a folder in a room; ``None`` where none can be read there."""
    folder = os.path.join(room, name)
    path = os.path.join(folder, ISSUE_FILE)
    if not FOLDER.fullmatch(name) or not lies_inside(path, room) or not os.path.isfile(path):
        return None
    match read_yaml_file(path, room, Findings(), MAX_NODES):
        case Mapping() as file:
            names = tuple(dict.fromkeys(_articles(file.get("contents"))))
            number = text_of(file.get("issue"))
            return EarlierIssue(text_of(file.get("year")), number, names, _folios(folder))
    return None


def issue_folders(room: str) -> list[str]:
    """The names of the folders of a room in which an issue lies."""
    return [name for name in names_in(room) if os.path.isfile(os.path.join(room, name, ISSUE_FILE))]


def _articles(node: Node | None, *, is_listed: bool = False) -> list[str]:
    """The names that stand under ``articles`` in the contents."""
    match node:
        case Sequence(items=items):
            return [name for item in items for name in _articles(item, is_listed=is_listed)]
        case Mapping() as section:
            return _articles(section.get("articles"), is_listed=True)
        case Scalar() as scalar if is_listed:
            return [part for part in re.split(r"[,，、\s]+", text_of(scalar)) if part]
    return []


def _folios(folder: str) -> dict[str, str]:
    """The folios of an issue's articles by their names, as its latest round has them."""
    for stage in reversed(STAGES):
        path = os.path.join(folder, ROUNDS, stage + SUFFIX)
        if os.path.isfile(path) and lies_inside(path, folder) and os.path.getsize(path) <= MOST_BYTES:
            return _read_folios(path)
    return {}


def _read_folios(path: str) -> dict[str, str]:
    """The rows of a round that say where articles began; a row that says something else is none of them."""
    found: dict[str, str] = {}
    try:
        with open(path, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line.startswith('["article"'):
                    match json.loads(line):
                        case ["article", str(name), str(), str(), str(folio)] if folio:
                            found[name] = folio
    except (OSError, ValueError, RecursionError):
        return {}
    return found
