"""The issues of a journal that stand in one room, as far as their ``issue.yaml`` can be read: what others follow.

Nothing is reported of them: whoever looks at one of them is told by its own check.
"""

from __future__ import annotations

import os
import re
from datetime import date

from huozi.diagnostics import Findings
from huozi.positioned_yaml import Mapping, Node, Scalar, read_yaml_file
from huozi.records import NamedTuple

ISSUE_FILE = "issue.yaml"
MAX_NODES = 10_000

_NUMBERS = re.compile(r"([0-9]{1,4})(?:\s*[-–—―~～、，,/／·至和]\s*([0-9]{1,4}))?")
"""The number of an issue, or the first and last of a double one (合刊)."""


class Past(NamedTuple):
    """An issue that is there. ``first`` and ``last`` differ in a double issue (合刊) and are 0 in a supplement."""

    year: int
    first: int
    last: int
    serial: int
    day: date


class There(NamedTuple):
    """An issue that is there: its folder, its journal, its place in the row, and its file."""

    folder: str
    journal: str
    past: Past
    file: Mapping


def names_in(folder: str) -> list[str]:
    """The names in a folder, hidden ones left out; none where it cannot be read."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return []


def issues_in(room: str) -> list[There]:
    """The issues of a room that can be read so far that others may follow them."""
    found = []
    for name in names_in(room):
        folder = os.path.normpath(os.path.join(room, name))
        path = os.path.join(folder, ISSUE_FILE)
        if os.path.isfile(path):
            match read_yaml_file(path, folder, Findings(), MAX_NODES):
                case Mapping() as file if (past := _past(file)) is not None:
                    found.append(There(folder, text_of(file.get("journal")), past, file))
    return found


def _past(file: Mapping) -> Past | None:
    """An issue's place in the row; ``None`` where its year, its number or its date cannot be read."""
    match file.get("year"), file.get("issue"), file.get("date"):
        case Scalar(value=int() as year), Scalar(text=number), Scalar(value=date() as day):
            first, last = _first_and_last(number.strip())
            return Past(year, first, last, _first_and_last(text_of(file.get("serial")))[1], day)
    return None


def _first_and_last(text: str) -> tuple[int, int]:
    """The first and the last number that a text says; twice 0 where it says none."""
    numbers = _NUMBERS.fullmatch(text)
    return (int(numbers[1]), int(numbers[2] or numbers[1])) if numbers else (0, 0)


def text_of(node: Node | None) -> str:
    """The text of a value; empty where there is none."""
    match node:
        case Scalar(value=value, text=text) if value is not None:
            return text.strip()
    return ""
