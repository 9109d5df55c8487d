"""The list as Markdown for a comment under a change or the summary of a job, as GitHub and GitLab show it.

What comes from an issue is text and stays text: in a cell of a table nothing of it is markup, ends the cell, makes a
link, or calls a person, an issue or a label of the host.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from huozi.commands.file_places import Repository, relative
from huozi.commands.forms import Manner
from huozi.commands.forms.words import counted, made_in_words, message_and_hint, shown
from huozi.commands.listing import Entry, Listing
from huozi.diagnostics import Language, Severity
from huozi.messages import SEVERITY_NAMES
from huozi.messages.listing import say

CELL = 400
"""Characters of one text that are shown; a message that quotes more of a manuscript is cut."""

LINE = 1_000
"""The same of a line of its own, as that of what was made."""

SPARE = 300
"""Characters that the words around the tables of an issue take, at most."""


def form(listings: Sequence[Listing], manner: Manner) -> str:
    """Of each issue a heading, the counts, errors and warnings in a table, notes in one that is folded.

    As much as ``manner.most`` characters hold: errors first, and the rest is counted.
    """
    room = manner.most - SPARE
    parts: list[str] = []
    for at, listing in enumerate(listings):
        part = _issue(listing, manner.language, room)
        if not part:
            parts.append(f"{say('more-issues', manner.language, count=len(listings) - at)}\n")
            break
        parts.append(part)
        room -= length(part) + 1
    return "\n".join(parts)


def _issue(listing: Listing, language: Language, room: int) -> str:
    """What is told of an issue in so much room; empty where not even its head has room."""
    head = f"### {say('heading', language, issue=plain(relative(listing.issue)))}\n\n"
    head += f"**{plain(counted(listing, language))}**\n\n{plain(made_in_words(listing.made, language), LINE)}\n"
    room -= length(head) + 2 * SPARE
    if room < 0:
        return ""
    repository = Repository(listing.issue)
    entries = sorted(shown(listing), key=lambda entry: -entry.severity)
    grave = [entry for entry in entries if entry.severity is not Severity.NOTE]
    notes = entries[len(grave) :]
    table = findings_table(grave, repository, language, room)
    folded = findings_table(notes, repository, language, room - length(table))
    if folded:
        summary = say("notes", language, count=len(notes))
        folded = f"\n<details>\n<summary>{summary}</summary>\n{folded}\n</details>\n"
    return head + table + folded


def findings_table(entries: Sequence[Entry], repository: Repository, language: Language, room: int) -> str:
    """A table of findings, as many as there is room for, and a line on the others; empty of none."""
    titles = say("columns", language).split("|")
    return table(titles, (_row(entry, repository, language) for entry in entries), len(entries), room, language)


def table(titles: Sequence[str], rows: Iterable[Sequence[str]], count: int, room: int, language: Language) -> str:
    """A table of so many rows of plain texts, as many as there is room for, and a line on the others; empty of none."""
    if not count:
        return ""
    lines = ["", f"| {' | '.join(titles)} |", "|---" * len(titles) + "|"]
    room -= sum(map(len, lines)) + len(lines)
    written = 0
    for cells in rows:
        row = f"| {' | '.join(map(plain, cells))} |"
        room -= length(row) + 1
        if room < 0:
            break
        lines.append(row)
        written += 1
    if not written:
        lines = []
    if written < count:
        lines += ["", say("more", language, count=count - written)]
    return "".join(f"{line}\n" for line in lines)


def _row(entry: Entry, repository: Repository, language: Language) -> tuple[str, ...]:
    place = repository.place(entry.finding)
    message, hint = message_and_hint(entry._replace(folio=""), language, place.about)  # the page has its own cell
    where = f"{place.path}:{place.line}:{place.column}"
    level = SEVERITY_NAMES[language][entry.severity]
    page = entry.folio or str(entry.page or "")
    return level, where, page, message, hint


def length(text: str) -> int:
    """The length of a text as the hosts may count it: a character beyond the first plane twice, as in UTF-16."""
    return len(text) + sum(character > "\uffff" for character in text)


# ------------------------------------------------------------------ text that stays text

_MARKS = re.compile(r"[!-/:-@\[-`{-~]")
"""ASCII punctuation: all that can be markup (CommonMark 0.31, 2.4), and the sigils of the hosts."""

_PLAIN = frozenset("',-./:;\"()%+=?")
"""Of those, what is none inside a cell or a line that begins with something else."""

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
"""Controls, ends of lines, turns of direction, halves of pairs."""

_CALLS = re.compile(r"(?i)[@#!$%&~^*](?=[\w\"'{\[(])|:(?=//|[\w+-]+:)|(?<=www)\.|(?<=gh)-(?=\d)|(?<=\w)@")
"""Where a host reads a call in the text itself, markup or none: people, issues, labels, addresses, little pictures."""

_BREAK = "\u200b"
"""A space of no width: what stands behind it is no longer part of a call."""


def plain(text: str, most: int = CELL) -> str:
    """A text as Markdown that shows it and nothing else, in one line.

    Punctuation is written as numbers of characters, which never are markup (CommonMark 0.31, 2.5).

    >>> plain("a|b <i> `c`")
    'a&#124;b &#60;i&#62; &#96;c&#96;'
    >>> plain("@name, #12").replace(_BREAK, "·")
    '&#64;·name, &#35;·12'
    """
    line = " ".join(_UNSEEN.sub(" ", text).split())
    if len(line) > most:
        line = line[: most - 1] + "…"
    line = _CALLS.sub(lambda found: found[0] + _BREAK, line)
    return _MARKS.sub(lambda found: found[0] if found[0] in _PLAIN else f"&#{ord(found[0])};", line)
