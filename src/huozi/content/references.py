"""Cross references: ``[@fig-a]``, ``[@sec-x]{.page}``, ``[@2024-03/name]``, several in one ``[@fig-a; @fig-b]``.

They are taken out of the tree before anything else is read in it, so that no mark in a name is one of emphasis. An
address (a@b.cn) and a name after a bare @ are text. Whether there is what they refer to is found out where blocks are
set. Only an article that has any loads this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from huozi.content.markdown_tree import READ, Node
from huozi.content.model import CrossRef, Inline, Text
from huozi.content.spans import Source, is_escaped
from huozi.source_file import quoted

FORMS: Mapping[str, Literal["number", "page", "both"]] = {"number": "number", "page": "page", "both": "both"}
"""What may be printed of what is referred to, by the class that asks for it."""

_AND = "、"
_NAME = r"[^\W_][\w.:-]{0,80}(?<![.:])"
_ONE = rf"(?:[^\W_][\w-]{{0,40}}/)?{_NAME}"
_REFERENCE = re.compile(
    rf"\[(@{_ONE}(?:\s*[;；,，、]\s*@{_ONE}){{0,20}})\](?:[{{｛]\s*[.．]?([A-Za-z-]{{1,20}})\s*[}}｝])?"
)
_EACH = re.compile(rf"(?P<part>[;；,，、])|@(?:(?P<issue>[^\W_][\w-]{{0,40}})/)?(?P<name>{_NAME})")
_CODE = ("Code", "CodeBlock", "HtmlBlock", "InlineHtml")


def with_references(nodes: Sequence[Node], source: Source) -> list[Node]:
    """The nodes with the references in their texts as nodes of their own. Finding: ``reference-form``."""
    made: list[Node] = []
    for node in nodes:
        if node.name == "Text" and ("[@" in node.value or node.value[:2] == "(@"):
            made += _parted(_as_written(node, source), source)
        elif node.children and node.name not in _CODE:
            made.append(node._replace(children=with_references(node.children, source)))
        else:
            made.append(node)
    return made


def _as_written(text: Node, source: Source) -> Node:
    """A text as it was written: the bracket of a reference behind a call is a parenthesis to the parser."""
    written = source.places.text(text.start, text.end)
    is_same = written[:1] == "[" and text.value[:1] == "(" and written[1:] == text.value[1:]
    return text._replace(value=written) if is_same else text


def _parted(text: Node, source: Source) -> Iterator[Node]:
    """A text and the references in it."""
    value: str = text.value
    done, offset = 0, text.start
    for found in _REFERENCE.finditer(value):
        if not found.start() and is_escaped(text, source):
            continue
        start = offset + len(value[done : found.start()].encode())
        if found.start() > done:
            yield Node("Text", value[done : found.start()], offset, start, [])
        offset = start + len(found[0].encode())
        yield Node(READ, tuple(_inlines(found, start, source)), start, offset, [])
        done = found.end()
    if done < len(value):
        yield Node("Text", value[done:], offset, text.end, [])


def _inlines(found: re.Match[str], start: int, source: Source) -> Iterator[Inline]:
    """The references of one bracket that begins at a byte, a 、 between two."""
    span = source.places.span(start)
    form: Literal["number", "page", "both"] = "number"
    if found[2] in FORMS:
        form = FORMS[found[2]]
    elif found[2]:
        source.report(start, "reference-form", form=quoted(found[2]), known="、".join(f"{{.{name}}}" for name in FORMS))
    for one in _EACH.finditer(found[0], found.start(1) - found.start(), found.end(1) - found.start()):
        place = span._replace(column=span.column + one.start())
        if one["part"]:
            yield Text(_AND, place)
        else:
            yield CrossRef(one["name"], place, form, one["issue"] or "")
