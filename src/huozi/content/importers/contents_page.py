"""The contents page of the source: a run of lines with leaders and page numbers, read to check the articles by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from huozi.content.importers.characters import normalised
from huozi.content.importers.source import Line, LineKind
from huozi.records import NamedTuple

LEADERS = ".．·・•…‥。"
MAX_ENTRY = 300  # characters of a line that may be an entry
MAX_GAP = 2  # lines without a number that may stand between two entries
MIN_ENTRIES = 2
MAX_ENTRIES = 1000  # a longer run is a table of numbers

_MARKS = r"(?:</?(?:b|strong)>|\*\*)*"
_STRICT = re.compile(
    rf"(?P<title>.*?[^\s{LEADERS}])"
    rf"(?P<tail>{_MARKS}(?:[ \u3000]*(?:[{LEADERS}][ \t\u3000]*){{2,}}|[ \u3000]*\t[ \t\u3000]*|[ \u3000]{{2,}})"
    rf"(?P<page>\d{{1,4}}){_MARKS})",
    re.IGNORECASE,
)
_LOOSE = re.compile(rf"(?P<title>.*?[^\s{LEADERS}])(?P<tail>[\s{LEADERS}]+(?P<page>\d{{1,4}}){_MARKS})", re.IGNORECASE)
_BOLD = re.compile(r"<(?:b|strong)>|\*\*", re.IGNORECASE)
_HEADING_WORDS = frozenset({"目录", "目次", "本期目录", "contents"})


class Entry(NamedTuple):
    """An entry of the contents page. ``start`` to ``end`` is its title in its last line; ``page`` 0 is none printed."""

    lines: tuple[int, ...]
    start: int
    end: int
    title: str
    page: int
    is_marked: bool


class ContentsPage(NamedTuple):
    """The contents page: the lines from ``first`` to ``last``, its entries, and the line that heads it (or -1)."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    heading: int


def find_contents_page(source: str, lines: Sequence[Line]) -> ContentsPage | None:
    """The contents page: of all runs of entries the one that most later lines answer to."""
    runs = [run for run in _runs(source, lines) if MIN_ENTRIES <= len(run) <= MAX_ENTRIES]
    if not runs:
        return None
    known = {name: line.index for line in lines if line.is_text and (name := normalised(line.plain))}
    run = max(runs, key=lambda run: (_answered(source, lines, run, known), len(run)))
    first, last = _widened(source, lines, run[0], run[-1])
    return ContentsPage(first, last, _entries(source, lines, first, last), _heading(lines, first))


def _body(source: str, line: Line) -> str:
    return source[line.body : line.body_end]


def _runs(source: str, lines: Sequence[Line]) -> list[list[int]]:
    """The lines that are entries by their leaders, in runs with few other lines between."""
    runs: list[list[int]] = []
    gap = MAX_GAP + 1
    for line in lines:
        if not line.is_text:
            continue
        if line.body_end - line.body <= MAX_ENTRY and _STRICT.fullmatch(_body(source, line)):
            if gap > MAX_GAP:
                runs.append([])
            runs[-1].append(line.index)
            gap = 0
        else:
            gap += 1
    return runs


def _answered(source: str, lines: Sequence[Line], run: Sequence[int], known: dict[str, int]) -> int:
    """How many entries of a run have a later line that says the same."""
    titles = (_STRICT.fullmatch(_body(source, lines[index])) for index in run)
    names = [normalised(_BOLD.sub("", match["title"])) for match in titles if match]
    return sum(known.get(name, -1) > run[-1] for name in names)


def _widened(source: str, lines: Sequence[Line], first: int, last: int) -> tuple[int, int]:
    """The run with the lines that touch it and end in a number too, whose leaders the OCR lost."""

    def touches(index: int) -> bool:
        if not 0 <= index < len(lines) or lines[index].kind is not LineKind.TEXT:
            return False
        body = _body(source, lines[index])
        return len(body) <= MAX_ENTRY and _LOOSE.fullmatch(body) is not None

    while touches(first - 1):
        first -= 1
    while touches(last + 1):
        last += 1
    return first, last


def _entries(source: str, lines: Sequence[Line], first: int, last: int) -> tuple[Entry, ...]:
    return tuple(_entry(source, line) for line in lines[first : last + 1] if line.is_text)


def _entry(source: str, line: Line) -> Entry:
    body = _body(source, line)
    match = (_STRICT.fullmatch(body) or _LOOSE.fullmatch(body)) if len(body) <= MAX_ENTRY else None
    end = line.body + match.end("title") if match else line.body_end
    title = _BOLD.sub("", re.sub(r"</(?:b|strong)>", "", source[line.body : end], flags=re.IGNORECASE)).strip()
    is_marked = line.bold or line.depth > 0 or _BOLD.match(body) is not None
    return Entry((line.index,), line.body, end, title, int(match["page"]) if match else 0, is_marked)


def _heading(lines: Sequence[Line], first: int) -> int:
    """The line that says 目录 above the entries."""
    for line in reversed(lines[:first]):
        if line.is_text:
            return line.index if normalised(line.plain) in _HEADING_WORDS else -1
    return -1
