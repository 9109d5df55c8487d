"""A manuscript as an importer hands it on: the issue's data, its articles, what was done to each character, and why.

The texts of an issue are not kept beside the edits: they *are* what replaying the edits on the source gives, so nothing
can be lost or made up between the two. A destination names the field a piece of text goes to: ``issue/year``,
``issue/sections/1``, ``journal/name``, ``journal/contact/lines/2``, ``articles/3/title``, ``articles/3/blocks/5``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from huozi.diagnostics import Finding
from huozi.records import NamedTuple

STRONG = "**"  # in the text of a body block two asterisks are the mark of strong text, never characters


class EditKind(Enum):
    """What became of a stretch of the source."""

    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "dropped"


class Edit(NamedTuple):
    """What became of ``source[start:end]``, why (a row of ``REASONS``), and where it went.

    ``output`` is empty for kept text, which stands in the source. A change of no width adds what the source lacks.
    """

    start: int
    end: int
    kind: EditKind
    reason: str
    output: str = ""
    destination: str = ""


class Masthead(NamedTuple):
    """What the cover says; an empty string where it does not. Numbers are digits, ``date`` is YYYY-MM-DD."""

    name: str = ""
    name_en: str = ""
    organiser: str = ""
    year: str = ""
    issue: str = ""
    serial: str = ""
    date: str = ""
    other: tuple[str, ...] = ()


class Contact(NamedTuple):
    """The block at an issue's end that says how to reach the journal."""

    heading: str
    lines: tuple[str, ...]


class BlockDraft(NamedTuple):
    """A block of a body: ``level`` 0 is a paragraph, 2 and more a heading; ``line`` is its first in the source."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article to be written. ``name`` is the file's without number and suffix; ``page`` is the contents page's."""

    name: str
    title: str
    blocks: tuple[BlockDraft, ...]
    line: int
    affiliation_note: str = ""
    source: str = ""
    page: int | None = None


class SectionDraft(NamedTuple):
    """A section with its articles, in the order of the contents page."""

    title: str
    articles: tuple[ArticleDraft, ...]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A manuscript read and put in order; ``journal`` is the key of its layout, ``source`` the text as decoded."""

    file: str
    source: str
    journal: str
    masthead: Masthead
    sections: tuple[SectionDraft, ...]
    contact: Contact | None
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]

    @property
    def articles(self) -> tuple[ArticleDraft, ...]:
        """The articles in the order of the contents."""
        return tuple(article for section in self.sections for article in section.articles)

    def article_path(self, number: int) -> str:
        """The file of the article with this number (from 1), below the issue's folder."""
        return f"articles/{number:02d}-{self.articles[number - 1].name}.md"


Reader: TypeAlias = Callable[[bytes, str, Mapping[str, str]], Manuscript]
"""A format's reader: the file's bytes, its path as shown to people, and the journals known (name → layout key)."""


def replay(source: str, edits: Iterable[Edit]) -> dict[str, str]:
    """The texts that the edits make of the source, by destination, in the order of the source."""
    texts: dict[str, list[str]] = {}
    for edit in edits:
        if edit.destination:
            piece = source[edit.start : edit.end] if edit.kind is EditKind.KEPT else edit.output
            texts.setdefault(edit.destination, []).append(piece)
    return {destination: "".join(pieces) for destination, pieces in texts.items()}


def first_fault(length: int, edits: Iterable[Edit]) -> int | None:
    """The first offset where the edits do not part ``[0, length)`` end to end; ``None`` where they do."""
    reached = 0
    for edit in edits:
        if edit.start != reached or edit.end < edit.start:
            return reached
        reached = edit.end
    return None if reached == length else reached
