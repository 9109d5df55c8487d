"""Facts of an issue that cannot be right: dates and numbers that contradict each other, titles alike, lengths."""

from __future__ import annotations

import os
import re

from huozi.content.issue_model import Article, Issue
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings, Span
from huozi.numbering import numbers_of

_FOLDER = r"([12][0-9]{3})[-_.年](?:第)?([0-9]{1,2})期?"

MOST_CHARACTERS = {
    "title": 100, "subtitle": 100, "short_title": 60, "abstract": 1_000, "keywords": 40, "authors": 40,
    "title_en": 400, "subtitle_en": 400, "abstract_en": 4_000, "keywords_en": 160, "authors_en": 160,
}  # fmt: skip
"""More characters than such a text ever has, or an item of such a list: something else is written there, most likely.

GB/T 7713 wants abstracts of 300 characters; the longest here is what a page of the densest layout holds.
"""

DAYS_OF_A_WEEK = 7


def check_facts(issue: Issue, folder: str, findings: Findings) -> None:
    """Report what cannot all be right of an issue's numbers and dates, and titles that two articles share."""
    _check_numbers(issue, findings)
    if issue.year and issue.date.year > 1:
        if issue.date.year != issue.year:
            wrong = "date" if len(str(issue.year)) == 4 else "year"  # 26, 20226: no year of a journal
            findings.add(issue.place(wrong), "date-not-of-year", date=issue.date.isoformat(), year=issue.year)
        else:
            _check_time(issue, findings)
    _check_folder(issue, folder, findings)
    _check_dates(issue, findings)
    _check_first_year(issue, findings)
    _check_titles(issue, findings)
    for article in (*issue.articles, *issue.fillers):
        _check_lengths(article, findings)


def _check_numbers(issue: Issue, findings: Findings) -> None:
    for key, text in (("issue", issue.number), ("serial", issue.serial)):
        numbers = numbers_of(text)
        if numbers and numbers[0] > numbers[-1]:
            findings.add(issue.place(key), "number-backwards", key=key, first=numbers[0], last=numbers[-1])
    number, serial = numbers_of(issue.number), numbers_of(issue.serial)
    if number and serial and number[0] <= number[-1] and max(serial) < max(number):
        findings.add(issue.place("serial"), "serial-below-issue", serial=issue.serial, issue=issue.number)


def _check_time(issue: Issue, findings: Findings) -> None:
    """Not even a weekly has come to its number 20 in March."""
    numbers = numbers_of(issue.number)
    weeks = issue.date.timetuple().tm_yday // DAYS_OF_A_WEEK + 2
    if numbers and max(numbers) > max(weeks, len(numbers)) and max(numbers) <= 60:
        findings.add(issue.place("date"), "date-before-issue", date=issue.date.isoformat(), issue=issue.number)


def _check_folder(issue: Issue, folder: str, findings: Findings) -> None:
    """The folder's name where it says year and number (``2026-01``)."""
    name = os.path.basename(os.path.realpath(folder))
    found = re.fullmatch(_FOLDER, name) if name[:4].isdecimal() else None
    numbers = numbers_of(issue.number)
    if not found or not issue.year or not numbers:
        return
    if int(found[1]) != issue.year or int(found[2]) not in numbers:
        place = issue.place("year" if int(found[1]) != issue.year else "issue")
        findings.add(place, "issue-not-of-folder", folder=name, year=issue.year, issue=issue.number)


def _check_dates(issue: Issue, findings: Findings) -> None:
    """No article comes in, and none is revised, when its issue is out."""
    day = issue.date.isoformat()
    if issue.date.year == 1:
        return
    for article in (*issue.articles, *issue.fillers):
        for key in ("received", "revised"):
            for words in article.said(key):
                if (said := plain_title(words)) > day:
                    findings.add(words.span, "date-after-issue", key=key, date=said, issue=day)


def _check_first_year(issue: Issue, findings: Findings) -> None:
    for key, texts, span in issue.imprint:
        if key == "first_year" and issue.year and any(text.isdecimal() and int(text) > issue.year for text in texts):
            findings.add(span, "first-year-later", first=texts[0], year=issue.year)


def _check_titles(issue: Issue, findings: Findings) -> None:
    seen: dict[str, Span] = {}
    for article in issue.articles:
        title = "".join(plain_title(article.title).split())
        if title in seen and seen[title].file != article.title.span.file:
            first = seen[title]
            findings.add(article.title.span, "same-title", other=os.path.basename(first.file), line=first.line)
        elif title:
            seen[title] = article.title.span


def _check_lengths(article: Article, findings: Findings) -> None:
    """Report a title without a word, and what is longer than such a text ever is: once for each field."""
    title = plain_title(article.title)
    if title and not any(map(str.isalnum, title)):
        findings.add(article.title.span, "title-without-words", title=title)
    said = {
        **{key: "".join(map(plain_title, words)) for key, words in article.fields},
        "title": title,
        **{key: max(texts, key=len, default="") for key, texts in _lists_of(article).items()},
    }
    places = {"title": article.title.span, **{key: words[0].span for key, words in article.fields if words}}
    for key, most in MOST_CHARACTERS.items():
        if len(said.get(key, "")) > most:
            findings.add(places.get(key, article.span), "field-too-long", key=key, count=len(said[key]), most=most)


def _lists_of(article: Article) -> dict[str, list[str]]:
    return {
        "keywords": [*article.keywords],
        "keywords_en": [*article.keywords_en],
        "authors": [author.name for author in article.authors],
        "authors_en": [author.name for author in article.authors_en],
    }
