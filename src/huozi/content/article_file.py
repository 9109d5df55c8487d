"""Article files: front matter and body to an ``Article``."""

from __future__ import annotations

import re

from huozi.content.fields import Line
from huozi.content.front_matter import FRONT_MATTER_KEYS, KEYS, Front, read_front, words_of
from huozi.content.issue_model import Article
from huozi.content.markdown import read_markdown
from huozi.content.notes import notes_called_wrongly
from huozi.content.titles import calls_of, read_title, with_notes
from huozi.diagnostics import Findings, Span
from huozi.messages import severity
from huozi.records import NamedTuple
from huozi.slips.mending import Reader, read_mended
from huozi.source_file import quoted, read_source

MAX_BYTES = 8 * 2**20
MAX_FRONT_MATTER_NODES = 20_000
"""Of a front matter; that of a thousand authors has so many."""
MAX_FINDINGS = 500
"""Findings of one article that are listed, errors before all; the rest are counted."""

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_ODD_FENCE = "[ \t\u3000\u00a0]*[-—–－‐−―─━﹣]{2,}[ \t\u3000]*"
"""A line that is meant to part front matter and body."""

_CLOSING_FENCE = rf"{_ODD_FENCE}|(?:\.{{3}}|[*]{{3,}}|={{3,}}|_{{3,}})[ \t]*"
_FIRST_KEY = rf"(?:{'|'.join(FRONT_MATTER_KEYS)}|标题|题名|题目|作者)[ \t]*[:：]"


class _Parts(NamedTuple):
    """An article's text in two: the YAML and the number of its first line, ``None`` without one; the body and its."""

    yaml: str | None
    yaml_line: int
    body: str
    body_line: int


def read_article(name: str, path: str, folder: str, findings: Findings) -> Article | None:
    """The article in the file at ``path`` of the issue in ``folder``; ``None`` if the file cannot be read.

    Everything wrong with it is reported; an article with errors is as complete as it can be.
    """
    own = Findings()
    text = read_source(path, folder, MAX_BYTES, own)
    article = None if text is None else parse_article(text, name, path, folder, own)
    take_worst(own, path, findings)
    return article


def take_worst(own: Findings, path: str, findings: Findings) -> None:
    """Take over what was found in an article; of more than ``MAX_FINDINGS`` the worst, and one that counts all."""
    worst = sorted(own, key=lambda item: -severity(item))[:MAX_FINDINGS]
    findings.extend(sorted(worst))
    if len(own) > MAX_FINDINGS:
        findings.add(Span(path, 1, 1), "more-findings", shown=MAX_FINDINGS, count=len(own))


def parse_article(text: str, name: str, path: str, folder: str, findings: Findings) -> Article:
    """The article that a text is, as if it stood in the file at ``path``."""
    parts = _parts_of(text, path, findings)
    front = None
    if parts.yaml is not None:
        reader = Reader(Span(path, parts.yaml_line, 1), read_front, lambda: KEYS, MAX_FRONT_MATTER_NODES)
        front = read_mended(parts.yaml, reader, findings)
    whole = Span(path, 1, 1)
    front = front or Front(Line("", whole))
    title = read_title(front.title, findings)
    words = ((key, words_of(key, lines, findings)) for key, lines in front.said)
    fields = tuple((key, said) for key, said in words if said)
    called = calls_of(title) | notes_called_wrongly(front.title.text.encode())
    called = called.union(*(calls_of(said) for _, lines in fields for said in lines))
    content = read_markdown(parts.body, path, folder, findings, parts.body_line, called)
    if not content.blocks:
        findings.add(Span(path, max(parts.body_line - 1, 1), 1), "empty-article")
    notes = dict(content.notes)
    return Article(
        name=name,
        title=with_notes(title, notes, content.notes_begun, findings),
        blocks=content.blocks,
        span=whole,
        authors=front.authors,
        keywords=front.keywords,
        notes=content.notes,
        columns=front.asked.columns,
        kind=front.asked.kind,
        start=front.asked.start,
        in_contents=front.asked.in_contents,
        notes_place=front.asked.notes_place,
        authors_en=front.authors_en,
        keywords_en=front.keywords_en,
        fields=tuple(
            (key, tuple(with_notes(said, notes, content.notes_begun, findings) for said in lines))
            for key, lines in fields
        ),
    )


def _parts_of(text: str, path: str, findings: Findings) -> _Parts:
    """Front matter and body, as far as they can be told apart; what is wrong with the lines between is reported."""
    if found := _FRONT_MATTER.match(text):
        return _Parts(found["yaml"], 2, text[found.end() :], found.group().count("\n") + 1)
    lines = text.split("\n")
    first = next((row for row, line in enumerate(lines) if line.strip()), 0)
    if not re.fullmatch(_ODD_FENCE, lines[first]):
        findings.add(Span(path, 1, 1), "front-matter-missing")
        if not re.match(_FIRST_KEY, lines[first]):
            return _Parts(None, 1, text, 1)
        first -= 1  # what stands there is front matter all the same
    elif not _FENCE.match(lines[first]):
        findings.add(Span(path, first + 1, 1), "fence-full-width", typed=quoted(lines[first].strip()))
    elif first:
        findings.add(Span(path, 1, 1), "fence-not-first")
    after = next((row for row in range(first + 1, len(lines)) if re.fullmatch(_CLOSING_FENCE, lines[row])), None)
    if after is None:
        end = next((row for row in range(first + 1, len(lines)) if not lines[row].strip()), len(lines))
        findings.add(Span(path, min(end + 1, len(lines)), 1), "front-matter-open")
        after, body = end, end
    else:
        body = after + 1
        if not _FENCE.match(lines[after]):
            findings.add(Span(path, after + 1, 1), "fence-full-width", typed=quoted(lines[after].strip()))
    yaml = "\n".join(lines[first + 1 : after])
    return _Parts(yaml, first + 2, "\n".join(lines[body:]), body + 1)
