"""The next issue of a journal: what is in its folder, after the issues that there are."""

from __future__ import annotations

import os
import re
from datetime import date

from huozi.content.back_issues import ISSUE_FILE, MAX_NODES, Past, There, issues_in, names_in, text_of
from huozi.content.checks import PLACEHOLDER
from huozi.content.titles import characters_of
from huozi.diagnostics import Findings, InvalidIssue, Span, finding
from huozi.new.following import Following, following
from huozi.new.places import file_name, make_whole, refuse_taken
from huozi.new.texts import as_written, filled, word
from huozi.positioned_yaml import Mapping, Scalar, Sequence, read_yaml_file
from huozi.records import NamedTuple
from huozi.style.house import upwards

ISSUES = "issue"
"""The room of a house that its issues stand in."""

ONLY_SECTION = ("正文", "正文")
"""The section of an issue whose forerunner's sections cannot be read."""

_DATED_NAME = re.compile(r"(?P<before>\D*)(?P<year>\d{4})(?P<between>\D+)(?P<number>\d+)(?:[-–~～]\d+)?(?P<after>\D*)")


class Asked(NamedTuple):
    """What is to be otherwise than the issues there say; empty or 0: as they say."""

    journal: str = ""
    number: int = 0
    serial: int = 0
    day: date | None = None


def new_issue(folder: str, asked: Asked) -> tuple[str, list[str]]:
    """Make the issue after the latest of a house; gives its folder and the paths of its files.

    ``folder`` is the house, the room of its issues, one of these, or the folder to be made. Raises ``InvalidIssue``
    where there is no issue to follow or the place is taken; nothing is written then.
    """
    room, target = _room_of(folder)
    issues = _of_one_journal(folder, issues_in(room), asked.journal or _journal_of(folder))
    coming = _coming(folder, issues, asked)
    latest = max(issues, key=lambda issue: (issue.past.last > 0, issue.past.year, issue.past.last))
    target = target or os.path.join(room, next_name(os.path.basename(latest.folder), latest.past, coming))
    target = os.path.normpath(target)
    refuse_taken(target)
    files = issue_files(latest, coming)
    make_whole(target, files)
    return target, [os.path.join(target, *path.split("/")) for path in files]


# ------------------------------------------------------------------ what is there


def _room_of(folder: str) -> tuple[str, str]:
    """The folder that holds the issues, and the folder to be made where it is named."""
    if not os.path.lexists(folder):
        return os.path.dirname(folder) or ".", folder
    if os.path.isfile(os.path.join(folder, ISSUE_FILE)):
        return os.path.dirname(folder.rstrip("/\\")) or os.path.join(folder, os.pardir), ""
    if _has_issues(folder):
        return folder, ""
    for above in upwards(os.path.realpath(folder)):
        room = os.path.join(above, ISSUES)
        if _has_issues(room):
            inside = os.path.join(folder, ISSUES)
            return (inside if os.path.isdir(inside) else os.path.relpath(room)), ""
    raise InvalidIssue([finding(Span(folder), "new-no-issue", folder=folder)])


def _has_issues(room: str) -> bool:
    return any(os.path.isfile(os.path.join(room, name, ISSUE_FILE)) for name in names_in(room))


def _journal_of(folder: str) -> str:
    """The journal of the issue that a folder is; empty where it is none."""
    if not os.path.isfile(os.path.join(folder, ISSUE_FILE)):
        return ""
    match read_yaml_file(os.path.join(folder, ISSUE_FILE), folder, Findings(), MAX_NODES):
        case Mapping() as file:
            return text_of(file.get("journal"))
    return ""


def _of_one_journal(folder: str, issues: list[There], journal: str) -> list[There]:
    """The issues of the journal asked for, or of the only one; raises ``InvalidIssue`` where neither can be said."""
    journals = list(dict.fromkeys(issue.journal for issue in issues))
    if not journal and len(journals) > 1:
        raise InvalidIssue([finding(Span(folder), "new-several-journals", journals="、".join(journals))])
    chosen = [issue for issue in issues if not journal or issue.journal == journal]
    if not any(issue.past.last for issue in chosen):
        raise InvalidIssue([finding(Span(folder), "new-no-issue", folder=folder)])
    return chosen


# ------------------------------------------------------------------ what is to come


def _coming(folder: str, issues: list[There], asked: Asked) -> Following:
    try:
        coming = following([issue.past for issue in issues])
    except (ValueError, OverflowError) as error:  # past the calendar's end
        raise InvalidIssue([finding(Span(folder), "new-no-issue", folder=folder)]) from error
    day = asked.day or coming.day
    year = coming.year if asked.day is None or asked.number == 0 else day.year
    return Following(year, asked.number or coming.number, asked.serial or coming.serial, day)


def next_name(name: str, past: Past, coming: Following) -> str:
    """The folder of the issue to come, named as the one before it is.

    >>> latest, coming = Past(2024, 12, 12, 250, date(2024, 12, 31)), Following(2025, 1, 251, date(2025, 1, 31))
    >>> [next_name(name, latest, coming) for name in ("2024-12", "2024年第12期", "250", "dongji")]
    ['2025-01', '2025年第1期', '251', '2025-01']
    """
    if name.isdecimal() and int(name) == past.serial and coming.serial:
        return str(coming.serial).zfill(len(name))
    match = _DATED_NAME.fullmatch(name)
    if match is None or int(match["year"]) != past.year or int(match["number"]) != past.first:
        return f"{coming.year}-{coming.number:02}"
    padded = match["number"].startswith("0") or (len(match["number"]) > 1 and match["between"] == "-")
    number = str(coming.number).zfill(len(match["number"]) if padded else 1)
    return f"{match['before']}{coming.year}{match['between']}{number}{match['after']}"


def issue_files(latest: There, coming: Following) -> dict[str, str]:
    """The files of an issue that has the sections of the latest, each with an article to begin with."""
    file = latest.file
    head = {"journal": as_written(file.get("journal")), "year": coming.year, "issue": coming.number}
    if coming.serial:
        head["serial"] = coming.serial
    match file.get("volume"):
        case Scalar(value=int() as volume):
            head["volume"] = volume + coming.year - latest.past.year
    head["date"] = coming.day.isoformat()
    if requires := as_written(file.get("requires")):
        head["requires"] = requires
    match file.get("pages"):
        case Mapping() as pages if multiple := as_written(pages.get("multiple")):
            head["pages"] = f"{{multiple: {multiple}}}"
    lines = [*(f"{key}: {value}" for key, value in head.items()), "contents:"]
    files: dict[str, str] = {}
    names: list[str] = []
    for title, written in _sections(file):
        names.append(_free_name(file_name(title) or "article", names))
        lines += [f"  - section: {written}", f"    articles: [{word(names[-1])}]"]
        files[f"articles/{len(names):02}-{names[-1]}.md"] = filled(
            "article.md", {"title": written, "text": PLACEHOLDER}
        )
    return {ISSUE_FILE: "\n".join(lines) + "\n", **files}


def _free_name(name: str, taken: list[str]) -> str:
    tries = (name if count == 1 else f"{name}-{count}" for count in range(1, len(taken) + 2))
    return next(one for one in tries if one not in taken)


def _sections(file: Mapping) -> list[tuple[str, str]]:
    """The titles of an issue's sections, plain and as they are written."""
    match file.get("contents"):
        case Sequence(items=items):
            nodes = [item.get("section") for item in items if isinstance(item, Mapping)]
            titles = [(characters_of(text_of(node)), as_written(node)) for node in nodes if text_of(node)]
            return titles or [ONLY_SECTION]
    return [ONLY_SECTION]
