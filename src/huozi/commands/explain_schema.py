"""The JSON Schema of what ``huozi explain --format json`` gives (docs/explain.md)."""

from __future__ import annotations

from typing import get_args

from huozi.commands.page_report import VERSION
from huozi.commands.page_words import FIELDS, RULES
from huozi.makeup.reasons import Fixed
from huozi.rounds.edition import ItemKind, Where
from huozi.style.schema_parts import DIALECT, Schema, described, mapping

COUNT: Schema = {"type": "integer", "minimum": 0}
INTEGER: Schema = {"type": "integer"}
TEXT: Schema = {"type": "string"}


def explain_schema() -> Schema:
    """The JSON Schema of an explanation: every key is always there."""
    keys: dict[str, Schema] = {
        "version": described({"const": VERSION}, "这种格式的版本", "Version of this form"),
        "huozi": described(TEXT, "程序的版本", "Version of the program"),
        "issue": described(TEXT, "一期的文件夹", "The issue's folder"),
        "pages": described(_list(_page()), "正文各页，按次序", "The pages of the body, in order"),
        "curve": described(
            _list(_count()), "排得成的各种页数，从少到多", "The page counts that can be had, fewest first"
        ),
    }
    return {"$schema": DIALECT, "title": "Huozi explanation", **_object(keys)}


def _object(keys: dict[str, Schema]) -> Schema:
    return mapping(keys, list(keys))


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _place(zh: str, en: str) -> Schema:
    """A paragraph by the place that it begins at, and a number of its lines."""
    return _object({"file": TEXT, "line": COUNT, "lines": described(INTEGER, zh, en)})


VARIED = _place("比自然多几行，负数是少", "Lines more than by nature; below 0 fewer")


def _page() -> Schema:
    column = {
        "band": described(COUNT, "页上自上而下的第几段栏", "The number of its band on the page, from 1"),
        "lines": described(COUNT, "这一栏容几行", "Grid lines it has"),
        "used": described(COUNT, "排到第几行", "Grid lines taken"),
    }
    rule: dict[str, Schema] = {
        "rule": {"enum": list(RULES)},
        "clause": described(TEXT, "条款", "The clause"),
        "holds": described({"enum": [True, False]}, "合不合", "Whether it holds"),
        "amount": described(COUNT, "不合的有几处或几行", "How many times, or by how many lines, it does not"),
    }
    nowhere: Schema = {"anyOf": [_place("从末几行起，0 是段首", "Its last lines, 0 all"), {"type": "null"}]}
    rejected: dict[str, Schema] = {
        "why": {"enum": ["dearer", *get_args(Fixed)]},
        "next": described(nowhere, "下一页会从哪里起", "What the next page would begin with"),
        "cost": described(
            mapping(dict.fromkeys(FIELDS, INTEGER), []), "各项代价多几，负数是少", "Each field's difference"
        ),
        "varied": described(_list(VARIED), "行数会与现在不同的段", "Paragraphs it has in other numbers of lines"),
        "price": described(TEXT, "代价，用话说", "What that costs, in words"),
    }
    return _object(
        {
            "page": described({"type": "integer", "minimum": 1}, "在文件里的第几页", "Number of the page in the file"),
            "folio": described(
                {"anyOf": [TEXT, {"type": "null"}]}, "印的页码；白页为 null", "Printed folio; null on a blank page"
            ),
            "side": {"enum": ["left", "right"]},
            "columns": described(
                _list(_object(column)), "各栏；没有正文的页没有", "Its columns; none on a page without text"
            ),
            "varied": described(_list(VARIED), "在这页起头而多排、少排了行的段", "Paragraphs varied that begin here"),
            "fillers": described(_list(TEXT), "在这页上的补白的名字", "Names of the fillers on it"),
            "matter": described(_list(_matter()), "在这页上的图、表、框、注", "Figures, tables, boxes and notes on it"),
            "rules": described(
                _list(_object(rule)), "各条规则；没有正文的页没有", "The rules; none on a page without text"
            ),
            "rejected": described(
                _object(rejected), "在别处结束的最省的排法", "The cheapest plan in which the page ends elsewhere"
            ),
        }
    )


def _count() -> Schema:
    return _object(
        {
            "pages": described(COUNT, "内文页数，连白页", "Inside pages, blank ones counted"),
            "price": described(TEXT, "代价，用话说", "What that costs, in words"),
            "cut": described(COUNT, "共删几行", "Lines to cut in all"),
            "cuts": described(_list(_place("删几行", "Lines to cut")), "各段删几行", "Those of each paragraph"),
            "blanks": described(_list(COUNT), "白页是内文第几页", "Blank pages, by their number among the inside"),
            "fillers": described(_list(TEXT), "用上的补白的名字，按页", "Names of fillers used, page by page"),
            "made": described({"enum": [True, False]}, "是不是现在的排法", "Whether this is what is made"),
        }
    )


def _matter() -> Schema:
    return _object(
        {
            "kind": {"enum": list(get_args(ItemKind))},
            "label": described(TEXT, "编号，没有则空", "Its number, else empty"),
            "name": described(TEXT, "稿件里的名字", "Its name in the manuscript"),
            "file": TEXT,
            "line": COUNT,
            "where": described({"enum": list(get_args(Where))}, "在页上哪里", "Where on its first page"),
            "column": described(COUNT, "第几栏", "Its column, from 1"),
            "mention": described(
                {"anyOf": [TEXT, {"type": "null"}]}, "最先提到它的页", "The page of its first mention or call"
            ),
            "begins": described({"type": "boolean"}, "是不是从这页起", "Whether it begins here"),
            "goes_on": described({"type": "boolean"}, "是不是转到下页", "Whether it goes on overleaf"),
        }
    )
