"""A comparison in words: what its forms have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from huozi.commands.editions import Side
from huozi.commands.ranges import in_runs
from huozi.diagnostics import Language
from huozi.messages.changes import say
from huozi.records import NamedTuple
from huozi.rounds.changes import Comparison, LineChange, LineKind, Where

KINDS: tuple[LineKind, ...] = get_args(LineKind)
CORRECTED: tuple[LineKind, ...] = ("changed", "gone")
"""The kinds that the table of corrections lists; the others follow from them."""


class PagePair(NamedTuple):
    """A page as it was and as it is: PNG pictures, empty where there is none of its label."""

    label: str
    old: bytes
    new: bytes


class Compared(NamedTuple):
    """Two editions and all that differs between them, with pictures of pages where they were asked for."""

    old: Side
    new: Side
    comparison: Comparison
    pictures: tuple[PagePair, ...] = ()

    @property
    def is_unset(self) -> bool:
        """Whether the old one could not be set, so that its text alone was compared."""
        return bool(self.old.failed)

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return self.comparison.is_same and not self.is_unset


def side_told(side: Side, language: Language) -> str:
    """An edition as it was asked for, with the commit that it is of."""
    if side.revision is None:
        return side.asked
    return say("revision", language, asked=side.asked, short=side.revision.short, day=side.revision.day)


def summary_of(found: Comparison, language: Language, *, is_unset: bool = False) -> Iterator[str]:
    """How many lines of each kind there are, which pages were changed and which are only affected."""
    counted = Counter(change.kind for change in found.lines)
    if counted:
        told = (
            say("count", language, kind=say(kind, language), count=counted[kind]) for kind in KINDS if counted[kind]
        )
        yield say("counts", language, lines=say("between", language).join(told))
    if is_unset:
        return
    if found.changed_pages:
        yield say("pages-changed", language, pages=pages_told(found.changed_pages, language))
    if found.affected_pages:
        yield say("pages-affected", language, pages=pages_told(found.affected_pages, language))
    if found.old_pages != found.new_pages:
        yield say("page-count", language, old=found.old_pages, new=found.new_pages)


def pages_told(labels: Sequence[str], language: Language) -> str:
    """Pages by their labels, those that follow one another together."""
    numbers = [int(label) for label in labels if label.isdecimal()]
    return say("list", language).join([*(each for each in labels if not each.isdecimal()), *in_runs(numbers)])


def titles_told(found: Comparison, language: Language) -> Iterator[str]:
    """The titles that are not as they were, a line each."""
    for change in found.titles:
        yield f"{change.name}: {_from(change.old, change.new, language)}"


def folios_told(found: Comparison, language: Language) -> Iterator[str]:
    """What begins on another page than it did, a line each."""
    for change in found.folios:
        yield f"{change.title}: {_from(change.old, change.new, language)}"


def furniture_told(found: Comparison, language: Language) -> Iterator[str]:
    """What differs in furniture, a line each, with all the pages on which it does."""
    pages: dict[str, list[str]] = {}
    for page, old, new in found.furniture:
        lost, won = (Counter(old) - Counter(new)), (Counter(new) - Counter(old))
        is_same = not lost and not won
        what = say("drawn-otherwise", language) if is_same else _from(" / ".join(lost), " / ".join(won), language)
        pages.setdefault(what, []).append(page)
    for what, labels in pages.items():
        yield f"{pages_told(labels, language)}: {what}"


def _from(old: str, new: str, language: Language) -> str:
    none = say("none", language)
    return say("from", language, old=old or none, new=new or none)


def has_columns(found: Comparison) -> bool:
    """Whether any line stands in a second column: only then are columns told."""
    return any(where.column > 1 for change in found.lines for where in (change.old, change.new) if where)


def place_told(change: LineChange, language: Language, *, columns: bool) -> str:
    """Where a line stands, or stood."""
    where = change.new or change.old or Where("", 0, 0)
    if where.line < 0:
        return say("place-uncounted", language, page=where.page, what=uncounted_told(change, language))
    return say("place-column" if columns else "place", language, **where._asdict())


IN_MATTER = {"caption": "in-caption", "credit": "in-caption", "figure": "in-figure", "note": "in-note"}
"""Words for what has lines that readers do not count, by its kind; all else is part of a table."""


def uncounted_told(change: LineChange, language: Language) -> str:
    """What a line is part of that readers do not count."""
    return say(IN_MATTER.get(change.element, "in-table"), language)


def line_told(change: LineChange, where: Where, language: Language) -> str:
    """The number of a line, or what it is part of where it has none."""
    return str(where.line) if where.line >= 0 else uncounted_told(change, language)
