"""Why entries of the contents have moved: how many lines came and went before them, and in which paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.records import NamedTuple
from huozi.rounds.changes import FolioChange
from huozi.rounds.edition import Edition, EditionParagraph
from huozi.rounds.matching import ENTRY, Pair, matched

CauseKind: TypeAlias = Literal["changed", "new", "gone", "reset", "contents"]
"""``changed``: an author's words did; ``new``, ``gone``: a paragraph came or went; ``reset``: the same words take
another number of lines; ``contents``: the contents have another number of pages."""


class Cause(NamedTuple):
    """What made room or took it: a paragraph by its article and place, with the lines it takes more (or fewer).

    Of the contents, ``lines`` are pages.
    """

    kind: CauseKind
    article: str
    place: Span
    lines: int


class Moved(NamedTuple):
    """An entry that begins on another page, and what came and went since the entry before it.

    ``lines`` are those of all such causes since the last entry that stayed. No cause: it goes with the entry before it,
    or the same lines were parted into pages otherwise.
    """

    change: FolioChange
    causes: tuple[Cause, ...]
    lines: int


def moved_entries(old: Edition, new: Edition, changes: Sequence[FolioChange]) -> tuple[Moved, ...]:
    """The articles whose first page is another one, in the order of the contents, each with what moved it."""
    pairs = matched(old.paragraphs, new.paragraphs)
    by_article = {change.name: change for change in changes if change.name}
    moved: list[Moved] = []
    causes = list(_of_contents(old, new))
    lines = 0
    for each in new.articles:
        change = by_article.get(each.name)
        lines = lines + lines_in(causes) if change else 0
        if change is not None and change.old:
            moved.append(Moved(change, tuple(causes), lines))
        causes = [*_in_article(each.name, pairs), *_gone_after(each.name, old, new, pairs)]
    return tuple(moved)


def lines_in(causes: Iterable[Cause]) -> int:
    """The lines that causes take in all; the pages of the contents are no lines."""
    return sum(cause.lines for cause in causes if cause.kind != "contents")


def _of_contents(old: Edition, new: Edition) -> Iterator[Cause]:
    """The pages that the contents have more or fewer, whether they are numbered or not."""
    had, have = (
        len({line.page for each in edition.paragraphs if each.kind == ENTRY for line in each.lines})
        for edition in (old, new)
    )
    if had != have:
        yield Cause("contents", "", Span(""), have - had)


def _in_article(article: str, pairs: Sequence[Pair]) -> Iterator[Cause]:
    """The paragraphs of an article that take another number of lines than before, or were not there."""
    counted: set[int] = set()
    for before, after in pairs:
        if after is None or after.article != article:
            continue
        if before is None:
            yield Cause("new", article, after.place, len(after.lines))
            continue
        had = 0 if id(before) in counted else len(before.lines)  # a paragraph that was parted had its lines once
        counted.add(id(before))
        if len(after.lines) != had:
            kind: CauseKind = "reset" if before.source == after.source else "changed"
            yield Cause(kind, article, after.place, len(after.lines) - had)
    for before, after in pairs:
        if after is None and before is not None and before.article == article:
            yield Cause("gone", article, before.place, -len(before.lines))


def _gone_after(article: str, old: Edition, new: Edition, pairs: Sequence[Pair]) -> Iterator[Cause]:
    """The paragraphs of whole articles that are gone and stood behind this one."""
    there = {each.name for each in new.articles}
    names = [each.name for each in old.articles]
    if article not in names:
        return
    for name in names[names.index(article) + 1 :]:
        if name in there:
            return
        yield from (_gone(before) for before, after in pairs if before and after is None and before.article == name)


def _gone(before: EditionParagraph) -> Cause:
    return Cause("gone", before.article, before.place, -len(before.lines))
