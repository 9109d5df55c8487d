"""An article entered in the contents of ``issue.yaml``: one name more in the text, all else as people wrote it."""

from __future__ import annotations

import re

from huozi.diagnostics import Findings
from huozi.new.texts import word
from huozi.positioned_yaml import Mapping, Node, Scalar, Sequence, read_yaml
from huozi.records import NamedTuple

_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_PLAIN_IN_FLOW = re.compile(r"[^,\[\]{}#\n]*")
_BETWEEN = re.compile(r"(?:[\s,]|#[^\n]*)*")


class Listed(NamedTuple):
    """A section as ``contents`` lists it: its title, and the node of its articles."""

    title: str
    articles: Node | None


def sections_of(node: Node | None) -> list[Listed]:
    """The sections that an issue's file lists, as far as they can be read."""
    match node:
        case Mapping() as file:
            match file.get("contents"):
                case Sequence(items=items):
                    return [_listed(item) for item in items if isinstance(item, Mapping)]
    return []


def _listed(section: Mapping) -> Listed:
    match section.get("section"):
        case Scalar(text=title):
            return Listed(title.strip(), section.get("articles"))
    return Listed("", section.get("articles"))


def names_of(section: Listed) -> list[str]:
    """The articles that a section lists."""
    match section.articles:
        case Sequence(items=items):
            return [item.text for item in items if isinstance(item, Scalar)]
    return []


def entered(text: str, at: int, name: str) -> str | None:
    """The text of ``issue.yaml`` with an article entered at the end of the section of a number.

    ``None`` where the text is written in a way that this does not see through: it is read again to be sure.
    """
    before = _names(text)
    wanted = [[*names, name] if number == at else names for number, names in enumerate(before)]
    for way in (_in_flow, _in_block, _in_nothing):
        made = way(text, at, word(name))
        if made is not None and _names(made) == wanted:
            return made
    return None


def _names(text: str) -> list[list[str]]:
    return [names_of(section) for section in sections_of(_read(text))]


def _read(text: str) -> Node | None:
    findings = Findings()
    node = read_yaml(text, "issue.yaml", findings)
    return None if len(findings) else node


def _place(text: str, line: int, column: int) -> int:
    """The character of the text at a line and a column."""
    return sum(len(row) for row in text.splitlines(keepends=True)[: line - 1]) + column - 1


def _articles(text: str, at: int) -> Node | None:
    sections = sections_of(_read(text))
    return sections[at].articles if at < len(sections) else None


def _in_flow(text: str, at: int, name: str) -> str | None:
    """``articles: [one, two]``: before the bracket that closes the list."""
    match _articles(text, at):
        case Sequence(items=items, span=span) if text[_place(text, span.line, span.column) :][:1] == "[":
            end = _place(text, span.line, span.column) + 1
            for item in items:
                start = _place(text, item.span.line, item.span.column)
                found = _QUOTED.match(text, start) or _PLAIN_IN_FLOW.match(text, start)
                end = start + len((found[0] if found else "").rstrip())
            between = _BETWEEN.match(text, end)
            if between is None or text[between.end() :][:1] != "]":
                return None
            comma = ", " if items else ""
            return f"{text[:end]}{comma}{name}{text[end:]}"
    return None


def _in_block(text: str, at: int, name: str) -> str | None:
    """A name a line, each after a dash: on a line of its own below the last."""
    match _articles(text, at):
        case Sequence(items=(*_, last)):
            rows = text.splitlines(keepends=True)
            row = rows[last.span.line - 1]
            dash = row.rfind("-", 0, last.span.column - 1)
            if dash < 0 or row[:dash].strip(" -"):
                return None
            ending = "\r\n" if "\r\n" in text else "\n"
            rows[last.span.line - 1] = row.rstrip("\r\n") + ending
            rows.insert(last.span.line, f"{' ' * dash}- {name}{ending}")
            return "".join(rows)
    return None


def _in_nothing(text: str, at: int, name: str) -> str | None:
    """``articles:`` with nothing behind it: there."""
    match _articles(text, at):
        case Scalar(value=None, span=span):
            rows = text.splitlines(keepends=True)
            for number in range(min(span.line, len(rows)) - 1, -1, -1):
                found = re.match(r"([ -]*articles:)[ ]*(?=[#\r\n]|$)", rows[number])
                if found:
                    rest = rows[number][found.end() :]
                    gap = "  " if rest.startswith("#") else ""
                    rows[number] = f"{found[1]} [{name}]{gap}{rest}"
                    return "".join(rows)
    return None
