"""Lists of findings made by hand, with any text in them, for tests of the forms."""

from __future__ import annotations

from hypothesis import strategies as st

from huozi.commands.listing import Entry, Listing, MadeFile, SectionPage
from huozi.content.issue_model import Acceptance
from huozi.diagnostics import Finding, Span
from huozi.messages import MESSAGES

NOTE, WARNING, ERROR = "notes-at-end", "half-width-mark", "system-refuses"
WORDS = (
    "|",
    "`",
    "<b>",
    "](x)",
    "{0}",
    "{{",
    "%0A",
    "::error::",
    "##[error]",
    ",",
    "@name",
    "#12",
    "\r\n",
    "\x00",
    "😀",
)
ANY_TEXT = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=6).map("".join)
"""Texts with what some tool takes for something else."""


def entry(
    text: str = "甲",
    *,
    rule: str = WARNING,
    file: str = "issue/one/articles/a.md",
    line: int = 5,
    column: int = 2,
    length: int = 1,
    mark: str = "0123456789ab",
    accepted: tuple[str, str] | None = None,
) -> Entry:
    """A finding whose message and remedy hold a text."""
    names = {"half-width-mark": ("mark", "better"), "system-refuses": ("reason",), "notes-at-end": ("count",)}
    item = Finding(Span(file, line, column), rule, tuple((name, text) for name in names[rule]))
    signed = Acceptance(mark, rule, *accepted, Span("issue.yaml", 9, 3)) if accepted else None
    return Entry(item, MESSAGES[rule].severity, 7, "5", length, mark, signed)


def listing(*entries: Entry, issue: str = "issue/one", title: str = "栏目", path: str = "", pages: int = 8) -> Listing:
    """A list of findings of an issue that was made up."""
    return Listing(issue, entries, MadeFile(path, pages, (SectionPage(title, 3, "1"),)))
