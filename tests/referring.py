"""Texts with references, made by hand: ``见[@fig-a]``, ``[@sec-x]{.page}``, ``[@2030-01/duhe]{.both}``."""

from __future__ import annotations

import re
from itertools import count

from huozi.content.model import CrossRef, Figure, Heading, Inline, NoteRef, Paragraph, Picture, Table, Text
from huozi.diagnostics import Span

FILE = "articles/a.md"
_REFERENCE = re.compile(
    r"\[@(?:(?P<issue>[^\]/]+)/)?(?P<target>[^\]]+)\](?:\{\.(?P<form>page|both)\})?|\[\^(?P<note>\w+)\]"
)
_lines = count(1)


def place(file: str = FILE) -> Span:
    """A place that nothing else has."""
    return Span(file, next(_lines), 1)


def inlines(text: str, file: str = FILE) -> tuple[Inline, ...]:
    """A text with references and calls of notes, each at its column."""
    span, made, at = place(file), list[Inline](), 0
    for found in _REFERENCE.finditer(text):
        if found.start() > at:
            made.append(Text(text[at : found.start()], span._replace(column=at + 1)))
        here = span._replace(column=found.start() + 1)
        if found["note"]:
            made.append(NoteRef(found["note"], here))
        else:
            form = found["form"] or "number"
            made.append(CrossRef(found["target"], here, form, found["issue"] or ""))  # type: ignore[arg-type]
        at = found.end()
    return (*made, Text(text[at:], span._replace(column=at + 1))) if at < len(text) else tuple(made)


def worded(text: str, file: str = FILE) -> Paragraph:
    """A paragraph of such a text."""
    made = inlines(text, file)
    return Paragraph(made, made[0].span)


def figure(name: str, caption: str = "渡口旧影", *, numbered: bool = True, file: str = FILE) -> Figure:
    """A figure of a picture that is not there."""
    span = place(file)
    return Figure(
        (Picture("images/a.png", span),), inlines(caption, file) if caption else (), name, span, numbered=numbered
    )


def table(name: str, caption: str = "历年水则", *, numbered: bool = True, file: str = FILE) -> Table:
    """A table without a row."""
    return Table(inlines(caption, file) if caption else (), name, (), 0, (), place(file), numbered=numbered)


def headed(name: str, text: str, level: int = 2, file: str = FILE) -> Heading:
    """A heading with a name."""
    span = place(file)
    return Heading(level, (Text(text, span),), span, name=name)
