"""Paragraphs of the front matter: a value of YAML (``|``, ``>``, in quotes or plain) read as Markdown, each character
at its place in the file. Only an article that has an abstract or a note pays for this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from huozi.content.fields import UNSEEN, Line
from huozi.content.inlines import Break, Piece, join_lines
from huozi.content.issue_model import Title
from huozi.content.model import Inline, Text
from huozi.content.titles import read_line, with_bars, without_calls
from huozi.diagnostics import Findings, Span
from huozi.positioned_yaml import Node, Scalar, character_places
from huozi.slips.mending import MADE_TEXT
from huozi.slips.quotes import is_in_wide_quotes

LINE_END = "\u1680"
"""Stands for the end of a line of the file while its paragraph is read as one line of Markdown: to Markdown it is white
space and nothing else, and no text has it."""

_AROUND = frozenset((" ", "\t", "\n", LINE_END))
_BLANK_LINES = re.compile(r"\n[ \t]*\n[ \t\n]*")
_NEXT_PARAGRAPH = re.compile(r"\n+")
_ABOUT_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_HARD = r"(?<!\\)(?:\\\\)*\\\Z"


def paragraphs_of(node: Node, key: str, findings: Findings) -> tuple[Line, ...]:
    """The paragraphs that a value is, parted by blank lines, the ends of their lines as ``LINE_END``.

    Findings: ``expected-paragraphs``, ``quotes-printed``, ``empty-value``.
    """
    match node:
        case Scalar(value=None):
            return ()
        case Scalar(text=text):
            pass
        case _:
            findings.add(node.span, "expected-paragraphs", key=key)
            return ()
    if text and UNSEEN.issuperset(text.replace("\n", "")):
        findings.add(node.span, "empty-value", key=key)
        return ()
    if not node.quoted and is_in_wide_quotes(text):
        findings.add(node.span, "quotes-printed", key=key)
    if not node.source:
        return (Line(text, node.span),)
    return tuple(_paragraphs(node))


def _paragraphs(scalar: Scalar) -> Iterator[Line]:
    text, places = scalar.text, list(character_places(scalar))
    is_literal = scalar.source[0] == "|"
    start = 0
    for found in [*(_BLANK_LINES if is_literal else _NEXT_PARAGRAPH).finditer(text), None]:
        end = found.start() if found else len(text)
        kept = [at for at in range(start, end) if text[at] not in _AROUND]
        if kept:
            yield _joined(text, places, range(kept[0], kept[-1] + 1), is_literal)
        start = found.end() if found else end


def _joined(text: str, places: list[Span], stretch: range, is_literal: bool) -> Line:
    """A paragraph as one line: what stands between two lines of the file is one ``LINE_END``."""
    ends: set[int] = set()
    dropped: set[int] = set()
    if is_literal:
        for found in _ABOUT_LINE_END.finditer(text, stretch.start, stretch.stop):
            end = text.index("\n", found.start())
            ends.add(end)
            dropped.update(at for at in range(*found.span()) if at != end)
    else:
        ends = {at for at in stretch[:-1] if text[at] == " " and places[at + 1].line > places[at].line}
    kept = [at for at in stretch if at not in dropped]
    said = "".join(LINE_END if at in ends else text[at] for at in kept)
    return Line(said, places[kept[0]], tuple(places[at] for at in kept))


def read_paragraph(line: Line, key: str, findings: Findings) -> Title:
    """The paragraph that a line is: a bar in it is text, and its lines are joined as in a body."""
    if any(item.rule in MADE_TEXT and item.span[:2] == line.span[:2] for item in findings):
        return Title((), line.span)
    inlines = without_calls(read_line(line, findings), key, findings)
    if LINE_END in line.text:
        inlines = join_lines(list(_parted(inlines)))
    return Title(with_bars(inlines), line.span)


def _parted(inlines: Iterable[Inline]) -> Iterator[Piece]:
    """Inlines, parted where lines of the file end; a backslash there ends the line in print too."""
    for inline in inlines:
        match inline:
            case Text(text, span) if LINE_END in text:
                yield from _lines_of(inline, text, span)
            case _:
                yield inline


def _lines_of(inline: Text, text: str, span: Span) -> Iterator[Piece]:
    at = 0
    *ended, last = text.split(LINE_END)
    for part in ended:
        here = span._replace(column=span.column + at)
        is_forced = re.search(_HARD, part) is not None
        if said := part[: len(part) - is_forced]:
            yield inline._replace(text=said, span=here)
        end = here._replace(column=here.column + len(part) - is_forced)
        yield inline._replace(text="\n", span=end) if is_forced else Break(end)
        at += len(part) + 1
    if last:
        yield inline._replace(text=last, span=span._replace(column=span.column + at))
