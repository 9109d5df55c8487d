"""The JSON Schema of what ``huozi diff --format json`` gives (docs/diff.md)."""

from __future__ import annotations

from typing import get_args

from huozi.commands.change_forms import VERSION
from huozi.commands.change_words import KINDS
from huozi.rounds.changes import ItemCause, ItemChangeKind
from huozi.rounds.edition import ItemKind
from huozi.rounds.edition import Where as PlaceOnPage
from huozi.style.schema_parts import DIALECT, Schema, described, mapping

COUNT: Schema = {"type": "integer", "minimum": 0}
TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"anyOf": [TEXT, {"type": "null"}]}


def diff_schema() -> Schema:
    """The JSON Schema of a comparison: every key is always there."""
    keys: dict[str, Schema] = {
        "version": described({"const": VERSION}, "这种格式的版本", "Version of this form"),
        "huozi": described(TEXT, "程序的版本", "Version of the program"),
        "old": described(_side(), "旧稿", "The old edition"),
        "new": described(_side(), "新稿", "The new edition"),
        "same": described({"type": "boolean"}, "是不是完全一样", "Whether nothing differs"),
        "compared": described(
            {"enum": ["pages", "text"]}, "比到什么：各页各行；旧稿排不成时只比文字", "Pages, or text alone"
        ),
        "counts": described(_object(dict.fromkeys(KINDS, COUNT)), "各类有几行", "Lines of each kind"),
        "pages": described(
            _object({"old": COUNT, "new": COUNT, "changed": _list(TEXT), "affected": _list(TEXT)}),
            "页数；改动的页和牵动页（页的标签）",
            "Counts of pages; labels of those changed and those affected",
        ),
        "titles": described(_list(_object(dict.fromkeys(("name", "old", "new"), TEXT))), "题名", "Titles"),
        "folios": described(
            _list(_object(dict.fromkeys(("name", "title", "old", "new"), TEXT))), "起页", "First pages"
        ),
        "furniture": described(
            _list(_object({"page": TEXT, "old": _list(TEXT), "new": _list(TEXT)})), "书眉、页码、封面", "Furniture"
        ),
        "items": described(_list(_item()), "不同的图、表、框、注", "Figures, tables, boxes and notes that differ"),
        "lines": described(_list(_line()), "不同的行，按新稿的次序", "Lines that differ, in the order of the pages"),
    }
    return {"$schema": DIALECT, "title": "Huozi comparison", **_object(keys)}


def _object(keys: dict[str, Schema]) -> Schema:
    return mapping(keys, list(keys))


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _side() -> Schema:
    texts = dict.fromkeys(("asked", "title"), TEXT)
    return _object({**texts, **dict.fromkeys(("revision", "date", "round"), TEXT_OR_NULL)})


def _line() -> Schema:
    where: Schema = {"anyOf": [_object({"page": TEXT, "column": COUNT, "line": COUNT}), {"type": "null"}]}
    texts = dict.fromkeys(("article", "element", "file", "old_text", "new_text"), TEXT)
    return _object({"kind": {"enum": list(KINDS)}, "source_line": COUNT, "old": where, "new": where, **texts})


def _item() -> Schema:
    place = _object({"page": TEXT, "where": {"enum": list(get_args(PlaceOnPage))}, "column": COUNT})
    where: Schema = {"anyOf": [place, {"type": "null"}]}
    texts = dict.fromkeys(("article", "label", "old_label", "file"), TEXT)
    kinds: dict[str, Schema] = {
        "kind": {"enum": list(get_args(ItemChangeKind))},
        "item": {"enum": list(get_args(ItemKind))},
        "cause": {"enum": list(get_args(ItemCause))},
    }
    return _object({**kinds, "source_line": COUNT, "old": where, "new": where, **texts})
