"""Article files: front matter and body to an ``Article``."""

from __future__ import annotations

import re

from huozi.content.fields import Fields, read_fields, read_text
from huozi.content.markdown import read_markdown
from huozi.content.model import Article, Author, Text
from huozi.diagnostics import Findings, Span
from huozi.messages import severity
from huozi.positioned_yaml import Entry, Mapping, Node, Scalar, read_yaml, shown
from huozi.source_file import read_source

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
}
"""Keys of an article's front matter: required or not."""

AUTHOR_KEYS: dict[str, bool] = {"name": True, "affiliation": False}

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")


def read_article(name: str, path: str, folder: str, findings: Findings) -> Article | None:
    """The article in the file at ``path`` of the issue in ``folder``; ``None`` if the file cannot be read.

    Everything wrong with it is reported; an article with errors is as complete as it can be.
    """
    own = Findings()
    text = read_source(path, folder, MAX_BYTES, own)
    article = None if text is None else parse_article(text, name, path, folder, own)
    worst = sorted(own, key=lambda item: -severity(item))[:MAX_FINDINGS]
    findings.extend(sorted(worst))
    if len(own) > MAX_FINDINGS:
        findings.add(Span(path, 1, 1), "more-findings", shown=MAX_FINDINGS, count=len(own))
    return article


def parse_article(text: str, name: str, path: str, folder: str, findings: Findings) -> Article:
    """The article that a text is, as if it stood in the file at ``path``."""
    found = _FRONT_MATTER.match(text)
    if found:
        line = found.group().count("\n") + 1
        fields = _read_front_matter(read_yaml(found["yaml"], path, findings, 2, 1, MAX_FRONT_MATTER_NODES), findings)
        body = text[found.end() :]
    else:
        opened = _FENCE.match(text)
        findings.add(Span(path, 1, 1), "front-matter-open" if opened else "front-matter-missing")
        line, fields = (2, None) if opened else (1, None)
        body = text[opened.end() :] if opened else text
    content = read_markdown(body, path, folder, findings, line)
    if not content.blocks:
        findings.add(Span(path, max(line - 1, 1), 1), "empty-article")
    if fields is None:
        return Article(name, "", content.blocks, Span(path, 1, 1), Span(path, 1, 1), notes=content.notes)
    return Article(
        name=name,
        title=fields.text("title"),
        blocks=content.blocks,
        span=Span(path, 1, 1),
        title_span=_text_span(fields, "title"),
        authors=_read_authors(fields),
        affiliation_note=fields.optional_text("affiliation_note"),
        source=fields.optional_text("source"),
        keywords=_read_keywords(fields),
        notes=content.notes,
        lines=tuple(
            Text(text, _text_span(fields, key))
            for key in ("affiliation_note", "source")
            if (text := fields.optional_text(key))
        ),
    )


def _read_front_matter(node: Node | None, findings: Findings) -> Fields | None:
    match node:
        case None:
            return None
        case Scalar(value=None, span=span):  # nothing between the lines
            return read_fields(Mapping((), span), FRONT_MATTER_KEYS, findings)
        case _:
            return read_fields(node, FRONT_MATTER_KEYS, findings)


def _text_span(fields: Fields, key: str) -> Span:
    """The place of a text's first character: past its quotation mark, where it has one."""
    span = fields.span_of(key)
    match fields.entries.get(key):
        case Entry(value=Scalar(quoted=True)):
            return span._replace(column=span.column + 1)
        case _:
            return span


def _read_authors(fields: Fields) -> tuple[Author, ...]:
    """The authors: names, or mappings of name and affiliation."""
    authors: list[Author] = []
    for item in fields.items("authors"):
        match item:
            case Scalar():
                authors.append(Author(read_text(item, "authors", fields.findings)))
            case Mapping():
                if author := read_fields(item, AUTHOR_KEYS, fields.findings):
                    authors.append(Author(author.text("name"), author.optional_text("affiliation")))
            case _:
                fields.findings.add(item.span, "expected-author", value=shown(item))
    return tuple(author for author in authors if author.name)


def _read_keywords(fields: Fields) -> tuple[str, ...]:
    return tuple(filter(None, (read_text(item, "keywords", fields.findings) for item in fields.items("keywords"))))
