"""Article files: front matter and body to an ``Article``."""

from __future__ import annotations

import re
from typing import Literal

from huozi.content.fields import Fields, Line, line_of, parts_of, read_fields, read_text, report_mark
from huozi.content.markdown import read_markdown
from huozi.content.model import Article, Author, Text, Title, Words
from huozi.content.notes import notes_called_wrongly
from huozi.content.titles import calls_of, read_title, report_markup, with_notes
from huozi.diagnostics import Findings, Span
from huozi.geometry import MOST_COLUMNS
from huozi.messages import severity
from huozi.positioned_yaml import Entry, Mapping, Node, Scalar, shown
from huozi.records import NamedTuple
from huozi.slips.mending import Reader, read_mended
from huozi.source_file import quoted, read_source

MAX_BYTES = 8 * 2**20
MAX_FRONT_MATTER_NODES = 2_000
MAX_FINDINGS = 500
"""Findings of one article that are listed, errors before all; the rest are counted."""

FRONT_MATTER_KEYS: dict[str, bool] = {
    "title": True,
    "authors": False,
    "affiliation_note": False,
    "source": False,
    "keywords": False,
    "columns": False,
    "start": False,
    "kind": False,
    "contents": False,
}
"""Keys of an article's front matter: required or not."""

AUTHOR_KEYS: dict[str, bool] = {"name": True, "affiliation": False}

KEYS = frozenset((*FRONT_MATTER_KEYS, *AUTHOR_KEYS))
"""Every key of a front matter, at whatever depth."""

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_ODD_FENCE = "[ \t\u3000\u00a0]*[-—–－‐−―─━﹣]{2,}[ \t\u3000]*"
"""A line that is meant to part front matter and body."""

_CLOSING_FENCE = rf"{_ODD_FENCE}|(?:\.{{3}}|[*]{{3,}}|={{3,}}|_{{3,}})[ \t]*"
_FIRST_KEY = rf"(?:{'|'.join(FRONT_MATTER_KEYS)}|标题|题名|题目|作者)[ \t]*[:：]"

_MAY_JOIN = frozenset(" \u3000/／&＆+＋和与及")
"""What may stand between two people in one text."""


STARTS: tuple[Literal["run-on", "column", "page", "recto"], ...] = ("run-on", "column", "page", "recto")
"""Where an article may begin."""

ARTICLE_KINDS: tuple[Literal["article", "filler"], ...] = ("article", "filler")


class _Asked(NamedTuple):
    """What a front matter asks of the pages, as in ``Article``."""

    columns: int = 0
    kind: Literal["article", "filler"] = "article"
    start: Literal["", "run-on", "column", "page", "recto"] = ""
    in_contents: bool = True


class _Front(NamedTuple):
    """What an article's front matter says."""

    title: Line
    authors: tuple[Author, ...] = ()
    keywords: tuple[str, ...] = ()
    fields: tuple[tuple[str, Words], ...] = ()
    lines: tuple[Text, ...] = ()
    asked: _Asked = _Asked()


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
        reader = Reader(Span(path, parts.yaml_line, 1), _read_front, lambda: KEYS, MAX_FRONT_MATTER_NODES)
        front = read_mended(parts.yaml, reader, findings)
    whole = Span(path, 1, 1)
    front = front or _Front(Line("", whole))
    title = read_title(front.title, findings)
    called = calls_of(title) | notes_called_wrongly(front.title.text.encode())
    content = read_markdown(parts.body, path, folder, findings, parts.body_line, called)
    if not content.blocks:
        findings.add(Span(path, max(parts.body_line - 1, 1), 1), "empty-article")
    return Article(
        name=name,
        title=with_notes(title, dict(content.notes), content.notes_begun, findings),
        blocks=content.blocks,
        span=whole,
        authors=front.authors,
        keywords=front.keywords,
        notes=content.notes,
        lines=front.lines,
        columns=front.asked.columns,
        kind=front.asked.kind,
        start=front.asked.start,
        in_contents=front.asked.in_contents,
        fields=front.fields,
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


def _read_front(node: Node, findings: Findings) -> _Front | None:
    match node:
        case Scalar(value=None, span=span):  # nothing between the lines
            fields = read_fields(Mapping((), span), FRONT_MATTER_KEYS, findings)
        case _:
            fields = read_fields(node, FRONT_MATTER_KEYS, findings)
    if fields is None:
        return None
    plain = {key: _plain_line(fields, key) for key in ("affiliation_note", "source")}
    lines = {key: Text(line.text, line.span) for key, line in plain.items() if line.text}
    return _Front(
        title=fields.line("title"),
        authors=_read_authors(fields),
        keywords=_read_keywords(fields),
        fields=tuple((key, (Title((line,), line.span),)) for key, line in lines.items()),
        lines=tuple(lines.values()),
        asked=_read_asked(fields),
    )


def _read_asked(fields: Fields) -> _Asked:
    """What an article asks of its pages. Finding: ``filler-only``, where it is one and has no say in them."""
    if fields.entries.keys().isdisjoint(("columns", "start", "kind", "contents")):
        return _Asked()
    kind = fields.choice("kind", ARTICLE_KINDS, "article")
    asked = _Asked(
        fields.up_to("columns", MOST_COLUMNS),
        kind,
        fields.choice("start", STARTS, ""),
        fields.flag("contents", kind != "filler"),
    )
    if kind == "filler":
        for key in ("columns", "start"):
            if key in fields.entries:
                fields.findings.add(fields.span_of(key), "filler-only", key=key)
        return asked._replace(columns=0, start="")
    return asked


def _plain_line(fields: Fields, key: str) -> Line:
    """A line that is printed as it is typed."""
    line = fields.optional_line(key)
    report_markup(line, key, fields.findings)
    return line


def _read_authors(fields: Fields) -> tuple[Author, ...]:
    """The authors: names, or mappings of name and affiliation."""
    authors: list[Author] = []
    for item in fields.items("authors"):
        match item:
            case Scalar(text=text) if _is_key_of_author(text):
                fields.findings.add(item.span, "expected-author", value=shown(item))
            case Scalar():
                authors.append(Author(_read_one(item, "authors", fields), span=item.span))
            case Mapping():
                if author := read_fields(item, AUTHOR_KEYS, fields.findings):
                    match author.entries.get("name"):
                        case Entry(value=Scalar(text=text) as value) if _is_key_of_author(text):
                            fields.findings.add(value.span, "expected-author", value=shown(value))
                    name = _read_one(author.entries["name"].value, "name", author) if "name" in author.entries else ""
                    affiliation = _plain_line(author, "affiliation").text
                    authors.append(Author(name, (affiliation,) if affiliation else (), span=item.span))
            case _:
                fields.findings.add(item.span, "expected-author", value=shown(item))
    return tuple(author for author in authors if author.name)


def _is_key_of_author(text: str) -> bool:
    """Whether a text holds a key that no colon of YAML follows (``name：白石``), so that it is a mapping's."""
    if text.split(" ", maxsplit=1)[0] in AUTHOR_KEYS:
        return True
    heads = [head.split()[-1] for head in text.replace("：", ":").split(":")[:-1] if head.strip()]
    if not heads:
        return False
    from huozi.slips.key_names import meant

    return any(meant(head, AUTHOR_KEYS) for head in heads)


def _read_keywords(fields: Fields) -> tuple[str, ...]:
    return tuple(filter(None, (_read_one(item, "keywords", fields) for item in fields.items("keywords"))))


def _read_one(node: Node, key: str, fields: Fields) -> str:
    """The text of an item; a warning where it looks like several (甲、乙)."""
    text = read_text(node, key, fields.findings)
    report_markup(line_of(node, text), key, fields.findings)
    parts = parts_of(text)
    if len(parts) == 1 and key != "keywords" and not _MAY_JOIN.isdisjoint(text):
        from huozi.slips.people import people_of

        parts = people_of(parts[0])
    if len(parts) == 1 and report_mark(text, parts[0], node.span, fields.findings):
        return parts[0]
    if len(parts) > 1:
        shown_parts = quoted(", ".join(parts))
        fields.findings.add(node.span, "one-of-many", key=key, typed=quoted(text), instead=shown_parts)
    return text
