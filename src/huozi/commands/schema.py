"""``huozi schema``: the JSON Schema of a kind of file, for editors; the keys of a layout in a list, for people."""

from __future__ import annotations

import argparse
import json

from huozi.commands.outcome import Exit, Outcome, Progress
from huozi.style.schema_parts import Schema

TOLD = ("findings", "explain", "diff", "notes")
"""The kinds that programs read of us: what commands give as JSON."""

KEYS = "keys"
"""The kind that is a list for people, in Markdown."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``schema``."""
    from huozi.style.schema import SCHEMAS

    parser.add_argument(
        "kind",
        nargs="?",
        choices=(*SCHEMAS, *TOLD, KEYS),
        default="layout",
        help="哪一种文件；findings 是 build、check 等以 JSON 列出的，explain、diff、notes 是这几个命令的；"
        "keys 列出版式的键 / of which file; findings: what build, check and others give as JSON; keys: a layout's",
    )


def run(options: argparse.Namespace, _progress: Progress) -> Outcome:
    """Print a schema, or the list of keys."""
    if options.kind == KEYS:
        from huozi.style.reference import layout_reference

        return Outcome(Exit.DONE, text=layout_reference(options.lang))
    made = _schema_of(options.kind)
    return Outcome(Exit.DONE, text=json.dumps(made, ensure_ascii=False, indent=2) + "\n")


def _schema_of(kind: str) -> Schema:
    """The schema of a kind; only the module that makes it is loaded."""
    match kind:
        case "findings":
            from huozi.commands.findings_schema import findings_schema

            return findings_schema()
        case "explain":
            from huozi.commands.explain_schema import explain_schema

            return explain_schema()
        case "diff":
            from huozi.commands.diff_schema import diff_schema

            return diff_schema()
        case "notes":
            from huozi.commands.notes_schema import notes_schema

            return notes_schema()
        case _:
            from huozi.style.schema import SCHEMAS

            return SCHEMAS[kind]()
