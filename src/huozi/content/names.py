"""What may be referred to in an article: its figures, tables and headings by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from huozi.content.issue_model import Article
from huozi.content.model import Block, Figure, Heading, Table
from huozi.content.running_text import parts_of
from huozi.diagnostics import Span
from huozi.records import NamedTuple

NamedKind: TypeAlias = Literal["figure", "table", "heading"]


class Name(NamedTuple):
    """What bears a name, and its place; ``numbered``: it takes part in the counting of its kind."""

    kind: NamedKind
    span: Span
    numbered: bool = True


def names_of(article: Article) -> Mapping[str, Name]:
    """What an article's names stand for, in the order of the text; of two that are alike the first counts."""
    names: dict[str, Name] = {}
    for name, what in _named(article.blocks):
        names.setdefault(name, what)
    return names


def _named(blocks: Iterable[Block]) -> Iterator[tuple[str, Name]]:
    for block in blocks:
        match block:
            case Figure(name=name, span=span, numbered=numbered) if name:
                yield name, Name("figure", span, numbered)
            case Table(name=name, span=span, numbered=numbered) if name:
                yield name, Name("table", span, numbered)
            case Heading(name=name, span=span) if name:
                yield name, Name("heading", span)
            case Figure() | Table() | Heading():
                pass
            case _:
                yield from _named(parts_of(block))
