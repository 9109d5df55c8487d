"""The forms of a list of findings: a module each, of which only the one asked for is imported (docs/findings.md).

A form is a module of this package with a function ``form(listings, manner)``: the lists of one run or of several as one
text. Whatever a text from outside may hold, it is written so that it stays text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TypeAlias

from huozi.commands.listing import Listing
from huozi.diagnostics import Language
from huozi.records import NamedTuple

COMMENT = 65_536
"""Characters that GitHub takes in a comment; GitLab takes more in a note (1,000,000)."""


class Manner(NamedTuple):
    """How lists are told: the language, the level of ``LEVELS`` that fails a run, the most characters of a form.

    A form that people read in a comment is kept within ``most``; the others are as long as they are.
    """

    language: Language = "zh"
    fail_on: str = "error"
    most: int = COMMENT


Form: TypeAlias = Callable[[Sequence[Listing], Manner], str]

FORMS: dict[str, str] = {
    "text": "for people",
    "json": "for programs",
    "github": "annotations of GitHub Actions",
    "sarif": "code scanning: SARIF 2.1.0",
    "junit": "tests: JUnit's XML",
    "gitlab": "GitLab's report of code quality",
    "markdown": "a comment, or the summary of a job",
}
"""What ``--format`` takes, by the name of its module, and what reads it."""


def in_form(name: str, listings: Sequence[Listing], manner: Manner) -> str:
    """Lists in a form of ``FORMS``."""
    form: Form = import_module(f"huozi.commands.forms.{name}").form
    return form(listings, manner)
