"""Facts of an issue that contradict each other, and those that only look so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from issues import article, issue, paragraph, said, titled

from huozi.content.facts import check_facts
from huozi.content.issue_model import Author, Issue
from huozi.diagnostics import Findings, Span

KEYS = ("year", "issue", "serial", "date")
PLACES = tuple((key, Span("issue.yaml", line, 1)) for line, key in enumerate(KEYS, 2))


def of(year: int, number: str, serial: str, day: date) -> Issue:
    made = issue([article("一", paragraph("字"))])
    return made._replace(year=year, number=number, serial=serial, date=day, places=PLACES)


@pytest.mark.parametrize(
    ("year", "number", "serial", "day", "found"),
    [
        (2026, "3", "40", date(2026, 3, 31), []),
        (2026, "3", "", date(2026, 3, 31), []),
        (2026, "1", "1", date(2026, 11, 30), []),
        (2026, "13", "40", date(2026, 3, 31), []),
        (2026, "12", "250", date(2027, 1, 5), [("date-not-of-year", 5)]),
        (2025, "3", "40", date(2026, 3, 31), [("date-not-of-year", 5)]),
        (2026, "12", "250", date(2026, 1, 15), [("date-before-issue", 5)]),
        (2026, "3", "2", date(2026, 3, 31), [("serial-below-issue", 4)]),
        (2026, "1-2", "2", date(2026, 2, 28), []),
        (2026, "2-1", "40", date(2026, 2, 28), [("number-backwards", 3)]),
        (2026, "增刊1", "40", date(2026, 1, 2), []),
    ],
)
def test_numbers_and_dates_that_contradict_each_other_are_told(
    year: int, number: str, serial: str, day: date, found: list[tuple[str, int]], tmp_path: Path
) -> None:
    findings = Findings()
    check_facts(of(year, number, serial, day), str(tmp_path), findings)
    assert [(item.rule, item.span.line) for item in findings] == found


@pytest.mark.parametrize(
    ("folder", "line"),
    [("2026-03", 0), ("2026-3", 0), ("2026-02", 3), ("2025-03", 2), ("specimen", 0), ("2026-03-旧", 0)],
)
def test_a_folder_that_is_named_otherwise_is_told(folder: str, line: int, tmp_path: Path) -> None:
    findings = Findings()
    check_facts(of(2026, "3", "40", date(2026, 3, 31)), str(tmp_path / folder), findings)
    assert [(item.rule, item.span.line) for item in findings] == ([("issue-not-of-folder", line)] if line else [])


def test_two_articles_of_one_title_are_told_at_the_second(tmp_path: Path) -> None:
    titles = ["两岸", "风筝", "两|岸", "两岸记"]
    places = [Span(f"{at}.md", 2, 8) for at in range(4)]
    articles = [article("")._replace(title=titled(title, place)) for title, place in zip(titles, places, strict=True)]
    findings = Findings()
    check_facts(issue(articles[:2], articles[2:]), str(tmp_path), findings)
    assert [(item.rule, item.span) for item in findings] == [("same-title", places[2])]


LIMITS = {
    "title": ("水", 100), "subtitle": ("水", 100), "short_title": ("水", 60), "abstract": ("水", 1_000),
    "keywords": ("水", 40), "authors": ("水", 40), "title_en": ("w", 400), "subtitle_en": ("w", 400),
    "abstract_en": ("w", 4_000), "keywords_en": ("w", 160), "authors_en": ("w", 160),
}  # fmt: skip


@pytest.mark.parametrize("key", LIMITS)
def test_what_is_longer_than_such_a_text_ever_is_is_told(key: str) -> None:
    letter, most = LIMITS[key]
    for count in (most, most + 1):
        text = letter * count
        one = article("题")
        match key:
            case "title":
                one = article(text)
            case "keywords":
                one = one._replace(keywords=("水", text))
            case "keywords_en":
                one = one._replace(keywords_en=("water", text))
            case "authors":
                one = one._replace(authors=(Author("张"), Author(text)))
            case "authors_en":
                one = one._replace(authors_en=(Author("ZHANG"), Author(text)))
            case _:
                one = one._replace(fields=said(**{key: text}))
        findings = Findings()
        check_facts(issue([one]), "2030-03", findings)
        told = [dict(found.arguments) for found in findings if found.rule == "field-too-long"]
        assert told == ([{"key": key, "count": str(count), "most": str(most)}] if count > most else [])


@pytest.mark.parametrize(
    ("title", "told"), [("？", True), ("（……）", True), ("1984", False), ("问？", False), ("Ω", False)]
)
def test_a_title_without_a_word_is_told(title: str, told: bool) -> None:
    findings = Findings()
    check_facts(issue([article(title)]), "2030-03", findings)
    assert ("title-without-words" in [found.rule for found in findings]) == told
