"""The JSON Schema of what ``huozi notes --format json`` gives (docs/notes.md)."""

from __future__ import annotations

from typing import get_args

from huozi.reviews.model import Kind
from huozi.style.schema_parts import DIALECT, Schema, described, listed, mapping

VERSION = 1
"""That of the JSON (``notes_forms.VERSION``): the schema needs none of what reads a PDF."""

COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "integer", "minimum": 1}
TEXT: Schema = {"type": "string"}
YES: Schema = {"enum": [True, False]}


def notes_schema() -> Schema:
    """The JSON Schema of a list of comments: every key is always there."""
    names = ("journal", "year", "issue", "title", "round", "revision")
    proof = _object(dict.fromkeys(names, TEXT))
    keys: dict[str, Schema] = {
        "version": described({"const": VERSION}, "这种格式的版本", "Version of this form"),
        "huozi": described(TEXT, "程序的版本", "Version of the program"),
        "file": described(TEXT, "批注所在的 PDF", "The PDF"),
        "proof": described(
            _or_null(proof), "它是哪一期的什么校样；不知道时为 null", "The proof it is; null if not known"
        ),
        "pages": described(COUNT, "PDF 有几页", "Pages of the PDF"),
        "left_out": described(COUNT, "校样自带而没有列出的提示", "The proof's own findings that are left out"),
        "comments": described(listed(_comment()), "批注，按页、栏、行", "Comments by page, column, line"),
    }
    return {"$schema": DIALECT, "title": "Huozi notes", **_object(keys)}


def _object(keys: dict[str, Schema]) -> Schema:
    return mapping(keys, list(keys))


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _comment() -> Schema:
    source = _object({"file": TEXT, "line": COUNT, "column": NUMBER})
    return _object(
        {
            "number": described(NUMBER, "在列表里的号", "Its number in the list"),
            "kind": described({"enum": list(get_args(Kind))}, "哪一种批注", "What kind it is"),
            "said": described(TEXT, "要求什么，用话说", "What it asks for, in words"),
            "page": described(NUMBER, "PDF 的第几页", "Number of the page in the PDF"),
            "label": described(_or_null(TEXT), "页码或页的名称", "The page's folio or label"),
            "column": described(_or_null(NUMBER), "第几栏；不知道时为 null", "Column; null if not known"),
            "line": described(_or_null(NUMBER), "栏里第几行；不知道时为 null", "Line in its column; null if not known"),
            "near": described(YES, "在这一行旁边，不在它上面", "It stands beside that line"),
            "by": described(
                {"enum": ["map", "finding", "page"]},
                "位置怎样知道的：各行位置的数据、旁边的提示、只知道页",
                "How its place is known: a map of lines, a finding nearby, the page alone",
            ),
            "source": described(_or_null(source), "稿件里的位置", "Place in the source"),
            "marked": described(TEXT, "所标的文字", "The words it marks"),
            "before": described(TEXT, "插入处之前的字", "Character before an insertion"),
            "after": described(TEXT, "插入处之后的字", "Character after an insertion"),
            "beside": described(TEXT, "旁边的文字", "Words beside one that marks none"),
            "text": described(TEXT, "批注的话；插入、改动的新文字", "What was written; text to be put in"),
            "author": described(TEXT, "署名", "Author as the file has it"),
            "date": described(_or_null(TEXT), "日期，ISO 8601", "Date as ISO 8601, or as it stands"),
            "icon": described(TEXT, "图章的名称；其他批注的种类", "Name of a stamp; type of another annotation"),
            "hidden": described(YES, "已隐藏", "It is hidden"),
            "orphan": described(YES, "所回复的批注已删去", "What it answers is gone"),
            "replies": described(listed(_reply()), "回复和审阅意见", "Answers, and states of a review"),
        }
    )


def _reply() -> Schema:
    return _object(
        {
            "depth": described(NUMBER, "1 是回复批注，2 是回复那条回复", "1: to the comment, 2: to an answer"),
            "author": TEXT,
            "date": _or_null(TEXT),
            "text": TEXT,
            "state": described(TEXT, "Accepted、Rejected 等；空的是回复", "A state; empty for an answer"),
            "state_model": described(TEXT, "Review、Marked 等", "The model of the state"),
            "hidden": YES,
        }
    )
