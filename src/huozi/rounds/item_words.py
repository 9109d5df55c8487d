"""What has changed in figures, tables, boxes and notes, in words."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.diagnostics import Language
from huozi.messages.changes import say
from huozi.rounds.changes import Comparison, ItemChange, ItemPlace


def items_told(found: Comparison, language: Language) -> Iterator[str]:
    """What differs in figures, tables, boxes and notes, a line each."""
    for change in found.items:
        name, told = item_name(change, language), item_told(change, language)
        yield say("item-told", language, name=name, told=told, place=change.place)


def item_name(change: ItemChange, language: Language) -> str:
    """What is called of a figure, a table, a box or a note: as it is in print, else its kind and its name."""
    if change.item in ("figure", "table") and not change.label.isascii():
        return change.label
    return say(f"item-{change.item}", language, label=change.label).strip()


def item_told(change: ItemChange, language: Language) -> str:
    """What differs in it, and why it moved."""
    where = {"old": _place(change.old, language), "new": _place(change.new, language)}
    told = say(f"item-was-{change.kind}", language, old_label=change.old_label, label=change.label, **where)
    return told + (say(f"because-{change.cause}", language) if change.cause else "")


def _place(place: ItemPlace | None, language: Language) -> str:
    if place is None:
        return say("none", language)
    phrase = "item-place-column" if place.column > 1 else "item-place"
    where = say(f"at-{place.where}", language)
    return say(phrase, language, page=place.page, column=place.column, where=where)
