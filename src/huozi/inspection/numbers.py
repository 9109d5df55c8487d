"""Year, volume, number, serial number and date of an issue: whether they go together and follow the issue before."""

from __future__ import annotations

import os
import re

from huozi.content.back_issues import Past, There, issues_in, text_of
from huozi.content.issue_model import Issue
from huozi.diagnostics import Findings
from huozi.inspection.subject import Subject
from huozi.numbering import numbers_of
from huozi.records import NamedTuple
from huozi.templates import facts_of

A_YEAR = {
    "周刊": 53, "旬刊": 36, "半月刊": 24, "双周刊": 27, "月刊": 12, "双月刊": 6, "季刊": 4, "半年刊": 2, "年刊": 1,
}  # fmt: skip
"""Issues of a year at most, by how often a journal says it comes out."""

MONTHS = 12
HALF_OF_A_YEAR = 7
"""The number that begins the second volume of a year, of monthlies that have two."""


class Now(NamedTuple):
    """The issue in hand: its place in the row, and what its file says."""

    issue: Issue
    past: Past


def look_at_numbers(subject: Subject, findings: Findings) -> None:
    """Report what year, volume, number, serial number and date say against each other and against other issues."""
    issue = subject.issue
    numbers, serials = numbers_of(issue.number), numbers_of(issue.serial)
    facts = facts_of(issue, subject.sheet.journal)
    _check_frequency(issue, numbers, facts.get("frequency", ""), findings)
    _check_founding(issue, (numbers, serials), facts, findings)
    if not numbers:  # a supplement stands beside the row
        return
    now = Now(issue, Past(issue.year, numbers[0], numbers[-1], serials[-1] if serials else 0, issue.date))
    others = _others(subject)
    _check_taken(now, others, findings)
    before = _before(now.past, others)
    if before is not None:
        _check_following(now, before, findings)


def _check_frequency(issue: Issue, numbers: tuple[int, ...], frequency: str, findings: Findings) -> None:
    """A monthly has no number 13, and its number 3 is not out in September."""
    most = A_YEAR.get(frequency.strip(), 0)
    if not most or not numbers:
        return
    if numbers[-1] > most:
        findings.add(
            issue.place("issue"), "number-beyond-frequency", issue=issue.number, frequency=frequency, most=most
        )
    elif most <= MONTHS and len(numbers) == 1:
        last_month = numbers[0] * MONTHS // most
        if not last_month - MONTHS // most - 1 < issue.date.month <= last_month + 1:
            findings.add(
                issue.place("date"), "date-not-of-number",
                date=issue.date.isoformat(), issue=issue.number, frequency=frequency,
            )  # fmt: skip


def _check_founding(
    issue: Issue, counted: tuple[tuple[int, ...], tuple[int, ...]], facts: dict[str, str], findings: Findings
) -> None:
    """In its first year a journal's serial numbers are its numbers, and its volume is the first."""
    found = re.search(r"(?<!\d)[12][0-9]{3}(?!\d)", facts.get("first_year", ""))
    if not found or int(found[0]) > issue.year:
        return
    numbers, serials = counted
    years = issue.year - int(found[0]) + 1
    most = A_YEAR.get(facts.get("frequency", "").strip(), A_YEAR["周刊"]) * years
    first = {"first": found[0], "year": issue.year}
    if issue.volume > years:
        findings.add(issue.place("volume"), "volume-beyond-years", volume=issue.volume, most=years, **first)
    if numbers and serials and (serials[-1] > most or (years == 1 and serials[-1] != numbers[-1])):
        right = numbers[-1] if years == 1 else most
        findings.add(issue.place("serial"), "serial-beyond-years", serial=issue.serial, most=right, **first)


def _others(subject: Subject) -> list[There]:
    """The other issues of the journal in the same room; supplements stand beside the row."""
    own = os.path.realpath(subject.folder)
    return [
        other
        for other in issues_in(os.path.dirname(own))
        if os.path.realpath(other.folder) != own and other.journal == subject.issue.journal and other.past.last
    ]


def _before(past: Past, others: list[There]) -> There | None:
    """The issue before: the latest that came out earlier, else the one with the number below."""
    earlier = [other for other in others if other.past.day < past.day]
    below = [other for other in others if (other.past.year, other.past.last) < (past.year, past.first)]
    if earlier:
        return max(earlier, key=lambda other: (other.past.day, other.past.last))
    return max(below, key=lambda other: (other.past.year, other.past.last), default=None)


def _check_taken(now: Now, others: list[There], findings: Findings) -> None:
    """Report numbers that another issue has, and dates out of the row of numbers."""
    issue, past = now
    for other in others:
        name = os.path.basename(other.folder)
        if (other.past.year, other.past.first) == (past.year, past.first):
            findings.add(issue.place("issue"), "number-taken", year=past.year, issue=issue.number, folder=name)
        elif past.serial and other.past.serial == past.serial:
            findings.add(issue.place("serial"), "serial-taken", serial=issue.serial, folder=name)
        comes_after = (other.past.year, other.past.first) < (past.year, past.first)
        if other.past.day == past.day or (comes_after and other.past.day > past.day):
            days = {"date": past.day.isoformat(), "other": other.past.day.isoformat()}
            findings.add(issue.place("date"), "date-not-later", folder=name, **days)


def _check_following(now: Now, there: There, findings: Findings) -> None:
    """Report number, serial number, volume and date that do not follow those of the issue before."""
    (issue, past), before = now, there.past
    name = os.path.basename(there.folder)
    begins = past.year == before.year + 1 and past.first == 1
    goes_on = past.year == before.year and past.first == before.last + 1
    if not begins and not goes_on and (before.year, before.first) != (past.year, past.first):
        shown = {"last": f"{before.year}-{before.last}", "now": f"{past.year}-{past.first}"}
        findings.add(issue.place("issue"), "number-not-next", folder=name, **shown)
    steps = (1, past.last - past.first + 1)
    if past.serial and before.serial and past.serial - before.serial not in (0, *steps):
        findings.add(issue.place("serial"), "serial-not-next", folder=name, last=before.serial, serial=issue.serial)
    _check_volume(issue, before, there, findings)
    if goes_on and before.first == before.last == before.day.month and past.first == past.last <= MONTHS:
        away = abs(past.day.month - past.first)
        if away not in (0, 1):  # a monthly, as the one before says
            shown = {"date": past.day.isoformat(), "issue": issue.number, "other": before.day.isoformat()}
            findings.add(issue.place("date"), "date-out-of-rhythm", folder=name, **shown)


def _check_volume(issue: Issue, before: Past, there: There, findings: Findings) -> None:
    """A volume is the same within a year (or the next, where there are two a year) and one more in the next year."""
    volume = _volume(there)
    if not volume and not issue.volume:
        return
    name = os.path.basename(there.folder)
    if not issue.volume or not volume:
        findings.add(issue.place("volume"), "volume-only-once", folder=name, volume=volume or issue.volume)
        return
    years, more = issue.year - before.year, issue.volume - volume
    begins_a_half = numbers_of(issue.number)[:1] == (HALF_OF_A_YEAR,)
    if more not in ((0, 1) if years == 0 and begins_a_half else (years, 2 * years)):
        findings.add(issue.place("volume"), "volume-not-next", folder=name, last=volume, volume=issue.volume)


def _volume(there: There) -> int:
    """The volume that another issue says, 0 where it says none."""
    text = text_of(there.file.get("volume"))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0
