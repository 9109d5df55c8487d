"""The JSON Schema of what ``--format json`` gives (docs/findings.md)."""

from __future__ import annotations

from typing import cast

from huozi.commands.forms.json import VERSION
from huozi.commands.outcome import SEVERITIES
from huozi.content.acceptance import FINGERPRINT_PATTERN
from huozi.style.schema_parts import DIALECT, Schema, described, mapping

COUNT: Schema = {"type": "integer", "minimum": 0}
TEXT: Schema = {"type": "string"}


def findings_schema() -> Schema:
    """The JSON Schema of the findings of an issue, or of several: every key is always there, but for some.

    Those are of covers, of other files and of a revision, which are there where they were asked for.
    """
    head: dict[str, Schema] = {
        "version": described({"const": VERSION}, "这种格式的版本", "Version of this form"),
        "huozi": described(TEXT, "程序的版本", "Version of the program"),
    }
    issues = described(
        _list(_with_since(_of_an_issue())), "给了几期时，每期一个对象", "An object an issue, where several were given"
    )
    one, several = _with_since(head | _of_an_issue()), _object(head | {"issues": issues})
    return {"$schema": DIALECT, "title": "Huozi findings", "anyOf": [one, several]}


def _of_an_issue() -> dict[str, Schema]:
    """What is told of an issue."""
    return {
        "issue": described(TEXT, "一期的文件夹", "The issue's folder"),
        "counts": described(
            _object(dict.fromkeys((*SEVERITIES.values(), "accepted"), COUNT)),
            "各级有几处；认可了的另计",
            "How many there are of each severity; accepted ones apart",
        ),
        "made": described(_or_null(_made()), "排成了什么；没有排成为 null", "What was made; null where nothing was"),
        "findings": described(_list(_finding()), "所有问题，按次序", "All findings in their order"),
    }


def _with_since(keys: dict[str, Schema]) -> Schema:
    """An object with these keys, and with that of a revision where one was given."""
    since = described(
        _object(
            {
                "revision": described(TEXT, "哪个版本", "Which revision"),
                "known": described(
                    COUNT, "那时已有、没有列出的有几处", "How many it had already, which are not listed"
                ),
            }
        ),
        "只列此后新出的（--since），没有要就没有",
        "Only what is new since then is listed, where that was asked for",
    )
    whole = _object(keys)
    return whole | {"properties": {**cast(Schema, whole["properties"]), "since": since}}


def _object(keys: dict[str, Schema]) -> Schema:
    return mapping(keys, list(keys))


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _made() -> Schema:
    """The file that was written, its pages, and the pages that sections begin on."""
    section = {
        "section": described(TEXT, "栏目名", "The section's title"),
        "page": described(COUNT, "起始页在文件里是第几页", "Its first page's number in the file"),
        "folio": described(_or_null(TEXT), "那页上印的页码", "The folio printed there"),
    }
    made = _object(
        {
            "path": described(_or_null(TEXT), "写成的文件；没有写为 null", "The file written; null where none was"),
            "pages": described(
                COUNT,
                "文件共几页，封面在内；没有写文件时为排成的页数",
                "Pages of the file, covers and all; those made up where none is written",
            ),
            "folios": described(
                _list(_object(section)), "在文件里起始的各栏目", "The pages of the file that sections begin on"
            ),
        }
    )
    covers = described(
        TEXT, "另写的封面文件（--covers），没有要就没有", "The file of the cover, where it was asked for"
    )
    others = described(
        {"type": "array", "items": TEXT},
        "另写的文件和文件夹：校次的留底、图片、报告，没有要就没有",
        "Files and folders written beside it (a round, pictures, a report), where they were asked for",
    )
    return made | {"properties": {**cast(Schema, made["properties"]), "covers": covers, "others": others}}


def _finding() -> Schema:
    """A finding."""
    from_one: Schema = {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "null"}]}
    signed = _object({"by": described(TEXT, "谁", "By whom"), "why": described(TEXT, "为什么", "Why")})
    return _object(
        {
            "rule": described(TEXT, "规则名", "The rule's id"),
            "severity": described({"enum": list(SEVERITIES.values())}, "级别", "How grave it is"),
            "message": described(TEXT, "哪里不对", "What is wrong"),
            "hint": described(TEXT, "怎么办", "What to do"),
            "file": described(
                TEXT, "文件，从当前文件夹算起；选项写作 --set", "The file, from the working folder; options as --set"
            ),
            "line": described(COUNT, "行，从 1 起；0 指整个文件", "Line from 1; 0 is the file as a whole"),
            "column": described(COUNT, "列，从 1 起，按字计", "Column from 1, in code points"),
            "end_line": described(from_one, "止于哪一行；不知道为 null", "Line it ends in; null where not known"),
            "end_column": described(
                from_one, "末字之后的列；不知道为 null", "Column after its last character; null where not known"
            ),
            "page": described(
                from_one,
                "在文件里的第几页；不在文件里为 null",
                "Number of its page in the file; null where it is not in it",
            ),
            "folio": described(_or_null(TEXT), "那页上印的页码", "Folio printed on that page"),
            "fingerprint": described(
                {"type": "string", "pattern": FINGERPRINT_PATTERN}, "编号，别处改动时不变", "What it is known by again"
            ),
            "accepted": described(_or_null(signed), "谁认可了它", "Who has accepted it"),
        }
    )
