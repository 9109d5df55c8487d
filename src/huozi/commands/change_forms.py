"""The forms of a comparison: text for people, a table for spreadsheets, a page to print, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from huozi.commands.change_words import (
    CORRECTED,
    KINDS,
    Compared,
    folios_told,
    furniture_told,
    has_columns,
    line_told,
    place_told,
    side_told,
    summary_of,
    titles_told,
)
from huozi.commands.editions import Side
from huozi.diagnostics import Language
from huozi.messages.changes import say
from huozi.rounds.changes import Comparison, ItemChange, ItemPlace, LineChange, Where
from huozi.rounds.item_words import items_told

Form: TypeAlias = Callable[[Compared, Language], str]


# ------------------------------------------------------------------ text


def as_text(compared: Compared, language: Language) -> str:
    """What has changed, in the order in which readers want it: how much, which pages, then line by line."""
    return "".join(f"{line}\n" for line in _lines(compared, language))


def _lines(compared: Compared, language: Language) -> Iterator[str]:
    found = compared.comparison
    yield say("sides", language, old=side_told(compared.old, language), new=side_told(compared.new, language))
    if compared.is_same:
        yield say("same", language)
        return
    if compared.is_unset:
        yield say("unset", language)
    yield from summary_of(found, language, is_unset=compared.is_unset)
    for phrase, rows in (("titles", titles_told(found, language)), ("folios", folios_told(found, language))):
        yield from _block(say(phrase, language), rows)
    yield from _block(say("items", language), items_told(found, language))
    yield from _block(say("furniture", language), furniture_told(found, language))
    yield from _block(say("table", language), _corrections(found, language))


def _block(heading: str, rows: Iterable[str]) -> Iterator[str]:
    lines = list(rows)
    if lines:
        yield f"\n{heading}"
        yield from (f"  {line}" for line in lines)


def _corrections(found: Comparison, language: Language) -> Iterator[str]:
    """Every line that was changed, with the old one above it."""
    columns = has_columns(found)
    for change in found.lines:
        if change.kind in CORRECTED:
            yield f"{place_told(change, language, columns=columns)} {change.place} [{say(change.kind, language)}]"
            if change.old_text:
                yield f"  − {change.old_text}"
            if change.new_text:
                yield f"  ＋ {change.new_text}"


# ------------------------------------------------------------------ CSV

COLUMNS = (
    "kind", "page", "column", "line", "was-page", "was-column", "was-line", "was-text", "is-text", "article", "file",
    "source-line",
)  # fmt: skip


def as_csv(compared: Compared, language: Language) -> str:
    """Every line, figure, table, box and note that differs, a row each, for spreadsheets: with the mark by which they
    know UTF-8.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([say(name, language) for name in COLUMNS])
    for change in compared.comparison.lines:
        new, old = (_cells(change, where, language) for where in (change.new, change.old))
        texts = (change.old_text, change.new_text, change.article, change.place.file)
        row = [say(change.kind, language), *new, *old, *map(_harmless, texts), change.place.line]
        writer.writerow(row)
    for item in compared.comparison.items:
        texts = (item.old_label if item.old else "", item.label if item.new else "", item.article, item.place.file)
        cells = [each for place in (item.new, item.old) for each in _item_cells(place)]
        writer.writerow([say(f"item-{item.kind}", language), *cells, *map(_harmless, texts), item.place.line])
    return "\ufeff" + out.getvalue()


def _cells(change: LineChange, where: Where | None, language: Language) -> tuple[object, ...]:
    """Page, column and line of a place; what has no number is named."""
    return ("", "", "") if where is None else (where.page, where.column, line_told(change, where, language))


def _item_cells(place: ItemPlace | None) -> tuple[object, ...]:
    return ("", "", "") if place is None else (place.page, place.column, "")


FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula, and carry out."""


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULAS) else text


# ------------------------------------------------------------------ JSON

VERSION = 1
"""The version of the JSON: it counts up when a key changes its meaning or goes."""


def as_json(compared: Compared, _language: Language) -> str:
    """The comparison as one JSON object (docs/diff.md, ``huozi schema diff``)."""
    return json.dumps(as_data(compared), ensure_ascii=False, indent=1) + "\n"


def as_data(compared: Compared) -> dict[str, object]:
    """The comparison as the values of that object."""
    from huozi import __version__

    found = compared.comparison
    counted = Counter(change.kind for change in found.lines)
    return {
        "version": VERSION,
        "huozi": __version__,
        "old": _side_data(compared.old),
        "new": _side_data(compared.new),
        "same": compared.is_same,
        "compared": "text" if compared.is_unset else "pages",
        "counts": {kind: counted[kind] for kind in KINDS},
        "pages": {
            "old": found.old_pages,
            "new": found.new_pages,
            "changed": list(found.changed_pages),
            "affected": list(found.affected_pages),
        },
        "titles": [each._asdict() for each in found.titles],
        "folios": [each._asdict() for each in found.folios],
        "furniture": [{"page": page, "old": list(old), "new": list(new)} for page, old, new in found.furniture],
        "items": [_item_data(change) for change in found.items],
        "lines": [_line_data(change) for change in found.lines],
    }


def _item_data(change: ItemChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "article": change.article,
        "item": change.item,
        "label": change.label,
        "old_label": change.old_label,
        "file": change.place.file,
        "source_line": change.place.line,
        "old": change.old._asdict() if change.old else None,
        "new": change.new._asdict() if change.new else None,
        "cause": change.cause,
    }


def _side_data(side: Side) -> dict[str, object]:
    return {
        "asked": side.asked,
        "title": side.edition.title,
        "revision": side.revision.name if side.revision else None,
        "date": side.revision.day if side.revision else (side.round.facts.day if side.round else None),
        "round": side.round.facts.name if side.round else None,
    }


def _line_data(change: LineChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "article": change.article,
        "element": change.element,
        "file": change.place.file,
        "source_line": change.place.line,
        "old": _where_data(change.old),
        "new": _where_data(change.new),
        "old_text": change.old_text,
        "new_text": change.new_text,
    }


def _where_data(where: Where | None) -> dict[str, object] | None:
    """A place; its line is 0 where readers do not count it."""
    return None if where is None else {**where._asdict(), "line": max(where.line, 0)}


def as_html(compared: Compared, language: Language) -> str:
    """A page that stands alone, to be read or printed."""
    from huozi.commands.change_html import html_page

    return html_page(compared, language)


FORMS: dict[str, Form] = {"text": as_text, "csv": as_csv, "html": as_html, "json": as_json}
"""What ``--format`` takes."""
