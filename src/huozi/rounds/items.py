"""Figures, tables, boxes and notes of two editions compared: which moved and why, which are others, which are new."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeAlias

from huozi.rounds.changes import ItemCause, ItemChange, ItemPlace
from huozi.rounds.edition import Edition, EditionItem

Pair: TypeAlias = tuple[EditionItem | None, EditionItem | None]


def item_changes(old: Edition, new: Edition) -> Iterator[ItemChange]:
    """What differs in figures, tables, boxes and notes, in the order of the new pages, then what is gone.

    Nothing where nobody kept those of the old edition.
    """
    if old.items is None or new.items is None:
        return
    for was, each in paired(old.items, new.items):
        if each is None and was is not None:
            yield _change("gone", was, was, _place(old, was), None)
        elif was is None and each is not None:
            yield _change("new", each, each, None, _place(new, each))
        elif was is not None and each is not None:
            yield from _of_pair(old, new, was, each)


def _of_pair(old: Edition, new: Edition, was: EditionItem, each: EditionItem) -> Iterator[ItemChange]:
    there, here = _place(old, was), _place(new, each)
    if was.source != each.source:
        yield _change("changed", was, each, there, here)
    if was.picture != each.picture:
        yield _change("picture", was, each, there, here)
    if was.label != each.label and each.kind != "note":
        yield _change("renumbered", was, each, there, here)
    if there != here:
        yield _change("moved", was, each, there, here)._replace(cause=_cause(old, new, was, each))


def _change(
    kind: str, was: EditionItem, each: EditionItem, there: ItemPlace | None, here: ItemPlace | None
) -> ItemChange:
    label, old_label = (item.label or item.name for item in (each, was))
    return ItemChange(kind, each.article, each.kind, label, old_label, each.place, there, here)  # type: ignore[arg-type]


def _place(edition: Edition, item: EditionItem) -> ItemPlace:
    return ItemPlace(edition.pages[item.page].label, item.where, item.column)


def _cause(old: Edition, new: Edition, was: EditionItem, each: EditionItem) -> ItemCause:
    """Why an item stands elsewhere: its mention moved to another page, it is another one itself, or room decided it."""
    is_mentioned = was.mention >= 0 and each.mention >= 0
    if is_mentioned and old.pages[was.mention].label != new.pages[each.mention].label:
        return "mention"
    return "itself" if was.source != each.source or was.picture != each.picture else "room"


# ------------------------------------------------------------------ which is which


def paired(old: Sequence[EditionItem], new: Sequence[EditionItem]) -> list[Pair]:
    """Every item of both with its counterpart (``None``: it has none), the new ones in order, then what is gone.

    Those that say the same come together first, within their article, then those of the same name, then those of the
    same picture or number; last those that say the same in another article.
    """
    left = list(old)
    found: dict[int, EditionItem] = {}
    for key in KEYS:
        for at, each in enumerate(new):
            if at in found or key(each) is None:
                continue
            was = next((other for other in left if key(other) == key(each)), None)
            if was is not None:
                found[at] = was
                left.remove(was)
    return [(found.get(at), each) for at, each in enumerate(new)] + [(was, None) for was in left]


Key: TypeAlias = Callable[[EditionItem], Hashable | None]
"""What an item is known again by; ``None``: it has nothing of the kind."""

KEYS: tuple[Key, ...] = (
    lambda item: (item.article, item.kind, item.source, item.picture, item.name),
    lambda item: (item.article, item.kind, item.source, item.picture),
    lambda item: (item.article, item.kind, item.name) if item.name and item.kind != "box" else None,
    lambda item: (item.article, item.kind, item.source),
    lambda item: (item.article, item.kind, item.picture) if item.picture else None,
    lambda item: (item.article, item.kind, item.label) if item.label else None,
    lambda item: (item.kind, item.source, item.picture),
)
"""What items are known again by, the surest first: what they say, their name, their picture, their number; and what
they say in another article."""
