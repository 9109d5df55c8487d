"""Templates of running heads, folios and covers: text with fields that the issue fills."""

from __future__ import annotations

from collections.abc import Mapping

from huozi.content.model import Issue
from huozi.style.model import Journal


def issue_fields(issue: Issue, journal: Journal) -> dict[str, str]:
    """The fields that stand for the same text all through an issue."""
    return {
        "journal": journal.name,
        "journal_en": journal.name_en,
        "organiser": journal.organiser,
        "year": str(issue.year),
        "issue": str(issue.number),
        "serial": str(issue.serial),
        "date": issue.date.isoformat(),
        "date_cn": f"{issue.date.year}年{issue.date.month}月{issue.date.day}日",
    }


def fill(template: str, fields: Mapping[str, str]) -> str:
    """A template with its fields filled; the layout's loader has made sure that each is known."""
    return template.format_map(fields)
