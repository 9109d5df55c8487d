"""The masthead: what the lines before the contents page say of the issue, by their form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from huozi.content.importers.characters import ANY_HAN, normalised
from huozi.content.importers.cleaning import Mode, Piece, cells_of, clean
from huozi.content.importers.desk import Desk
from huozi.content.importers.manuscript import Edit, EditKind
from huozi.content.importers.source import Line
from huozi.records import NamedTuple

MAX_MASTHEAD_LINE = 60
MAX_MASTHEAD_LINES = 30

DATE = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<one>\s*[年./-]\s*)(?P<month>0?[1-9]|1[0-2])(?P<two>\s*[月./-]\s*)"
    r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])(?P<three>\s*日)?"
)
YEAR = re.compile(r"(?P<value>(?:19|20)[0-9]{2})\s*年")
NUMBER = re.compile(r"(?<!总)(?<!总 )第\s*(?P<value>[0-9]{1,4})\s*期")
SERIAL = re.compile(r"总\s*第?\s*(?P<value>[0-9]{1,5})\s*期")
ORGANISER = re.compile(
    r"(?:主办(?:单位)?\s*[:：]\s*(?P<value>\S.*?))|(?:(?P<before>\S.*?)\s*主\s*办)"
)  # the name stands behind the label or before the word

NUMBER_FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = (("serial", SERIAL), ("issue", NUMBER), ("year", YEAR))
_WORDING = re.compile(r"[\s年第期总（）()·,，:：|/—-]*")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile("[A-Za-z]{2}")


JOURNAL_FIELDS = frozenset({"name", "name_en", "organiser", "other"})


class Found(NamedTuple):
    """A field found in a line: its offsets in the source, and what it becomes (``None``: it stays as it is)."""

    field: str
    start: int
    end: int
    output: str | None = None


def cover_lines(lines: Sequence[Line], *, before_contents: bool) -> tuple[Line, ...]:
    """The lines of the cover: all before the contents page where they are short, else up to the last that is plain."""
    head = list(lines[:MAX_MASTHEAD_LINES])
    for i, line in enumerate(head):
        if len(line.plain) > MAX_MASTHEAD_LINE or line.plain.endswith(("。", "！", "？")):
            head = head[:i]
            break
    if before_contents and len(head) == len(lines):
        return tuple(head)
    last = max((i for i, line in enumerate(head) if _says_issue(line.plain)), default=-1)
    return tuple(head[: last + 1])


def _says_issue(text: str) -> bool:
    return bool(DATE.fullmatch(text) or NUMBER.search(text) or ORGANISER.fullmatch(text))


def read_masthead(desk: Desk, lines: Sequence[Line]) -> set[str]:
    """Claim the lines of the masthead, each field once; gives the fields found."""
    known: set[str] = set()
    others = 0
    for line in lines:
        found = list(_fields(desk, line, known))
        known |= {item.field for item in found}
        if not found:
            others += 1
            found = [Found(f"other/{others}", line.body, line.body_end)]
            desk.say(line.index, "import-masthead-line", text=line.plain)
        desk.ledger.claim(line.index, _edits(desk, line, found))
    return known


def _fields(desk: Desk, line: Line, known: set[str]) -> Iterator[Found]:
    body = desk.body(line.index)
    numbers = [item for item in _numbers(body, line.body) if item.field not in known]
    if numbers and _WORDING.fullmatch(_rest(body, line.body, numbers)):
        yield from numbers
        return
    if line.plain not in body:
        return  # marks stand inside it
    start = line.body + body.index(line.plain)
    organiser = ORGANISER.fullmatch(line.plain)
    if organiser and "organiser" not in known:
        group = "value" if organiser["value"] else "before"
        yield Found("organiser", start + organiser.start(group), start + organiser.end(group))
    elif ANY_HAN.search(line.plain):
        if "name" not in known and not _DIGIT.search(line.plain):
            yield Found("name", start, start + len(line.plain))
    elif _LETTERS.search(line.plain) and "name_en" not in known:
        yield Found("name_en", start, start + len(line.plain))


def _numbers(body: str, offset: int) -> list[Found]:
    """Date, year, number and total number in a line, in the order they stand."""
    found: list[Found] = []
    rest = body
    if day := _valid_date(body):
        found.extend(_date(day, offset))
        rest = body[: day.start()] + " " * len(day[0]) + body[day.end() :]
    for field, pattern in NUMBER_FIELDS:
        if match := pattern.search(rest):
            found.append(Found(field, offset + match.start("value"), offset + match.end("value")))
    return sorted(found, key=lambda item: item.start)


def _date(match: re.Match[str], offset: int) -> Iterator[Found]:
    for group in ("year", "one", "month", "two", "day", "three"):
        start, end = match.span(group)
        if start < end:
            output = _date_part(group, match[group])
            yield Found("date", offset + start, offset + end, None if output == match[group] else output)


def _date_part(group: str, text: str) -> str:
    match group:
        case "one" | "two":
            return "-"
        case "month" | "day":
            return text.zfill(2)
        case "three":
            return ""
        case _:
            return text


def _valid_date(text: str) -> re.Match[str] | None:
    """The first date of a text that the calendar has."""
    for match in DATE.finditer(text):
        try:
            date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        return match
    return None


def _rest(body: str, offset: int, found: Sequence[Found]) -> str:
    rest = list(body)
    for item in found:
        for i in range(item.start - offset, item.end - offset):
            rest[i] = " "
    return "".join(rest)


def _edits(desk: Desk, line: Line, found: Sequence[Found]) -> Iterator[Edit]:
    at = line.body
    for item in found:
        yield Edit(at, item.start, EditKind.DROPPED, "masthead-wording")
        if item.field.split("/")[0] in JOURNAL_FIELDS:
            yield from _text_edits(desk, line, item)
        else:
            yield _number_edit(item)
        at = item.end
    yield Edit(at, line.body_end, EditKind.DROPPED, "masthead-wording")


def _text_edits(desk: Desk, line: Line, item: Found) -> Iterator[Edit]:
    cells = cells_of(desk.source, [Piece(line.index, item.start, item.end)])
    clean(cells, Mode.TITLE)
    yield from cells.edits(f"journal/{item.field}")[line.index]


def _number_edit(item: Found) -> Edit:
    if item.output is None:
        return Edit(item.start, item.end, EditKind.KEPT, "text", "", f"issue/{item.field}")
    if not item.output:
        return Edit(item.start, item.end, EditKind.DROPPED, "date-form")
    return Edit(item.start, item.end, EditKind.CHANGED, "date-form", item.output, f"issue/{item.field}")


def find_layout(name: str, name_en: str, layouts: Mapping[str, str]) -> tuple[str, bool]:
    """The key of the layout of a journal of this name, and whether there is one; else a key made of its name."""
    known = {normalised(other): key for other, key in sorted(layouts.items())}
    if name and normalised(name) in known:
        return known[normalised(name)], True
    words = re.findall(r"[A-Za-z0-9]+", name_en)
    return "-".join(words).lower() or normalised(name) or "journal", False
