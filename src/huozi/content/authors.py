"""The authors of an article as its front matter names them: names, or mappings of what is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from huozi.content.fields import Fields, line_of, parts_of, read_fields, read_text, report_mark
from huozi.content.issue_model import Author
from huozi.content.titles import report_markup
from huozi.diagnostics import Findings, Span
from huozi.positioned_yaml import Entry, Mapping, Node, Scalar, Sequence, shown
from huozi.source_file import quoted

AUTHOR_KEYS: dict[str, bool] = {"name": True, "affiliation": False, "email": False, "corresponding": False}

NAMES = frozenset(("authors", "authors_en", "name"))
"""Keys whose values are people."""

_MAY_JOIN = frozenset(" \u3000/／&＆+＋和与及")
"""What may stand between two people in one text."""

_BODIES = "[；;]"
"""What parts affiliations in one text: a name of one may hold any other mark (历史、文化学院)."""

_ADDRESS = r"[^\s@<>，；、]+@[^\s@<>，；、.]+(?:\.[^\s@<>，；、.]+)+"


def read_authors(fields: Fields, key: str) -> tuple[Author, ...]:
    """The authors under a key.

    Findings: those of names and mappings, ``affiliation-twice``, ``affiliation-alike``, ``email-form``.
    """
    affiliations: dict[str, Span] = {}
    authors = [_read_author(item, key, fields, affiliations) for item in fields.items(key)]
    if len(affiliations) > 1:
        _report_alike(affiliations, fields.findings)
    return tuple(author for author in authors if author.name)


def _read_author(item: Node, key: str, fields: Fields, affiliations: dict[str, Span]) -> Author:
    """An author; ``affiliations`` collects the names of theirs with the place where each stands first."""
    match item:
        case Scalar(text=text) if _is_key_of_author(text):
            pass
        case Scalar():
            return Author(read_one(item, key, fields), span=item.span)
        case Mapping():
            author = read_fields(item, AUTHOR_KEYS, fields.findings)
            return _described(author, item.span, affiliations) if author else Author("")
        case _:
            pass
    fields.findings.add(item.span, "expected-author", value=shown(item))
    return Author("")


def _described(author: Fields, span: Span, affiliations: dict[str, Span]) -> Author:
    """The author that a mapping describes."""
    match author.entries.get("name"):
        case Entry(value=Scalar(text=text) as value) if _is_key_of_author(text):
            author.findings.add(value.span, "expected-author", value=shown(value))
    return Author(
        name=read_one(author.entries["name"].value, "name", author) if "name" in author.entries else "",
        affiliations=_affiliations(author, affiliations),
        email=_email(author),
        is_corresponding=author.flag("corresponding", False),
        span=span,
    )


def _affiliations(author: Fields, seen: dict[str, Span]) -> tuple[str, ...]:
    """An author's affiliations: a text, or a list of texts."""
    match author.entries.get("affiliation"):
        case None | Entry(value=Scalar(value=None)):
            nodes: tuple[Node, ...] = ()
        case Entry(value=Sequence(items=items)):
            nodes = items
        case Entry(value=node):
            nodes = (node,)
    own: dict[str, Span] = {}
    for node in nodes:
        text = _affiliation(node, author.findings)
        if text in own:
            author.findings.add(node.span, "affiliation-twice", name=quoted(text))
        elif text:
            own[text] = node.span
            seen.setdefault(text, node.span)
    return tuple(own)


def _affiliation(node: Node, findings: Findings) -> str:
    text = read_text(node, "affiliation", findings)
    report_markup(line_of(node, text), "affiliation", findings)
    parts = [part.strip() for part in re.split(_BODIES, text) if part.strip()]
    if len(parts) > 1:
        findings.add(node.span, "one-of-many", key="affiliation", typed=quoted(text), instead=quoted(", ".join(parts)))
    return text


def _report_alike(affiliations: dict[str, Span], findings: Findings) -> None:
    """Report affiliations that differ in spaces and marks alone: one, typed in two ways."""
    seen: dict[str, str] = {}
    for name, span in affiliations.items():
        first = seen.setdefault(_letters_of(name), name)
        if first != name:
            findings.add(span, "affiliation-alike", name=quoted(name), other=quoted(first))


def _letters_of(name: str) -> str:
    """What is left of a name without spaces and marks, full-width letters as half-width ones."""
    from unicodedata import normalize

    return "".join(filter(str.isalnum, normalize("NFKC", name)))


def _email(author: Fields) -> str:
    """The address of an author. Finding: ``email-form``."""
    address = author.optional_text("email")
    if address and not re.fullmatch(_ADDRESS, address):
        author.findings.add(author.span_of("email"), "email-form", typed=quoted(address))
    return address


def _is_key_of_author(text: str) -> bool:
    """Whether a text holds a key that no colon of YAML follows (``name：白石``), so that it is a mapping's."""
    if text.split(" ", maxsplit=1)[0] in AUTHOR_KEYS:
        return True
    heads = [head.split()[-1] for head in text.replace("：", ":").split(":")[:-1] if head.strip()]
    if not heads:
        return False
    from huozi.slips.key_names import meant

    return any(meant(head, AUTHOR_KEYS) for head in heads)


def read_words(fields: Fields, key: str) -> tuple[str, ...]:
    """The texts of a list: keywords."""
    return tuple(filter(None, (read_one(item, key, fields) for item in fields.items(key))))


def read_one(node: Node, key: str, fields: Fields) -> str:
    """The text of an item; a warning where it looks like several (甲、乙)."""
    text = read_text(node, key, fields.findings)
    report_markup(line_of(node, text), key, fields.findings)
    parts = _parts(text, key)
    if len(parts) == 1 and report_mark(text, parts[0], node.span, fields.findings):
        return parts[0]
    if len(parts) > 1:
        shown_parts = quoted(", ".join(parts))
        fields.findings.add(node.span, "one-of-many", key=key, typed=quoted(text), instead=shown_parts)
    return text


def _parts(text: str, key: str) -> list[str]:
    """The items that a text looks like."""
    parts = parts_of(text)
    if len(parts) != 1:
        return parts
    if key == "keywords_en" and "," in text:
        return _filled(parts[0].split(","))
    if key in NAMES and not _MAY_JOIN.isdisjoint(text):
        from huozi.slips.people import people_of

        return people_of(parts[0])
    return parts


def _filled(parts: Iterable[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]
