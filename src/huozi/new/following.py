"""Which issue comes after those that there are: its year, number, serial number and date, all rolled on.

How often a journal comes out is nowhere written; the issues say it. Supplements (增刊) stand beside the row.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from huozi.content.back_issues import Past
from huozi.records import NamedTuple


class Following(NamedTuple):
    """The issue to come; ``serial`` is 0 where the journal counts none."""

    year: int
    number: int
    serial: int
    day: date


class Rhythm(NamedTuple):
    """How often a journal comes out: every so many months, or every so many days; and how many issues a year has."""

    months: int
    days: int
    a_year: int


WEEKLY, TEN_DAILY, HALF_MONTHLY = Rhythm(0, 7, 53), Rhythm(0, 10, 36), Rhythm(0, 15, 24)
MONTHLY = Rhythm(1, 0, 12)
BY_DAYS = ((8, WEEKLY), (12, TEN_DAILY), (20, HALF_MONTHLY))
"""Rhythms of less than a month: the most days from one issue to the next."""

BY_MONTHS = (1, 2, 3, 4, 6, 12)
"""Months from one issue to the next, of journals that there are."""

RECENT = 8
"""Issues that say how often a journal comes out: what it did years ago does not count."""


def following(issues: Sequence[Past]) -> Following:
    """The issue after the latest of those given, of which one at least is no supplement."""
    row = sorted((issue for issue in issues if issue.last), key=lambda issue: (issue.year, issue.last))
    latest = row[-1]
    rhythm = rhythm_of(row)
    a_year = _counted_in_a_year(row) or rhythm.a_year
    day = _day_after(row, rhythm, a_year)
    ended = day.year > latest.day.year if rhythm is WEEKLY else latest.last >= a_year
    year, number = (latest.year + 1, 1) if ended else (latest.year, latest.last + 1)
    serials = [issue.serial for issue in issues if issue.day >= latest.day or issue is latest]
    return Following(year, number, max(serials) + 1 if latest.serial else 0, day)


def rhythm_of(row: Sequence[Past]) -> Rhythm:
    """How often the issues of a row come out; a single one tells by its number and its month."""
    gaps = [_gap(before, after) for before, after in pairwise(row[-RECENT:]) if _adjacent(before, after)]
    if not gaps:
        return _rhythm_of_one(row[-1])
    days = median(gaps)
    for most, rhythm in BY_DAYS:
        if days <= most:
            return rhythm
    months = min(BY_MONTHS, key=lambda months: abs(months * 30.4 - days))
    return Rhythm(months, 0, 12 // months)


def _adjacent(before: Past, after: Past) -> bool:
    """Whether no issue is missing between two."""
    return after.first == (before.last + 1 if after.year == before.year else 1) and after.year - before.year <= 1


def _gap(before: Past, after: Past) -> float:
    """The days from one issue to the next; a double issue takes the time of two."""
    covered = ((before.last - before.first) + (after.last - after.first)) / 2 + 1
    return (after.day - before.day).days / covered


def _rhythm_of_one(issue: Past) -> Rhythm:
    if issue.last > MONTHLY.a_year:
        return next(
            rhythm for rhythm in (HALF_MONTHLY, TEN_DAILY, WEEKLY) if issue.last <= rhythm.a_year or rhythm is WEEKLY
        )
    if issue.first > 1:  # the first of a year says nothing
        for months in BY_MONTHS:
            if months * (issue.last - 1) < issue.day.month <= months * issue.last:
                return Rhythm(months, 0, 12 // months)
    return MONTHLY


def _counted_in_a_year(row: Sequence[Past]) -> int:
    """How many issues the last year had that is there from its first issue to the next year's first; 0 for none."""
    for year in sorted({issue.year for issue in row}, reverse=True):
        numbers = [at for issue in row if issue.year == year for at in range(issue.first, issue.last + 1)]
        ended = any(issue.year == year + 1 and issue.first == 1 for issue in row)
        if ended and numbers == list(range(1, len(numbers) + 1)):
            return len(numbers)
    return 0


def _day_after(row: Sequence[Past], rhythm: Rhythm, a_year: int) -> date:
    """The date of the issue after a row: in the rhythm of those that are no double issues, as they stand in a month."""
    latest = row[-1]
    if rhythm.days:
        a_month = 30 // rhythm.days
        run = row[-a_month:]
        whole = len(run) == a_month and all(_adjacent(one, two) for one, two in pairwise(run)) and a_month < 4
        if whole:
            return months_on(run[0].day, 1)
        later = latest.day + timedelta(rhythm.days)
        is_second = rhythm is HALF_MONTHLY and later.month == latest.day.month and latest.day.day > rhythm.days
        return months_on(latest.day.replace(day=latest.day.day - rhythm.days), 1) if is_second else later
    if a_year * rhythm.months != 12 and latest.last >= a_year:  # a year with a pause begins when the last one began
        first = next((issue for issue in row if (issue.year, issue.first) == (latest.year, 1)), None)
        if first is not None:
            return months_on(first.day, 12)
    known = next((issue for issue in reversed(row) if issue.first == issue.last), latest)
    steps = (latest.year - known.year) * a_year + latest.last - known.last + 1
    if rhythm.months == 1 and known.first <= known.day.month <= known.last:
        steps += known.last - known.day.month  # a double issue is dated by one of its months, the next by its own
    return months_on(known.day, steps * rhythm.months)


def months_on(day: date, months: int) -> date:
    """The same day some months later; the last day of a month leads to the last of another.

    >>> months_on(date(2024, 1, 31), 1), months_on(date(2024, 2, 29), 1), months_on(date(2024, 12, 5), 2)
    (datetime.date(2024, 2, 29), datetime.date(2024, 3, 31), datetime.date(2025, 2, 5))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))
