"""``huozi schema``: the JSON Schema of a kind of file, for editors; the keys of a layout in a list, for people."""

from __future__ import annotations

import argparse
import json

from huozi.commands.outcome import Exit, Outcome, Progress

FINDINGS, EXPLAIN, NOTES = "findings", "explain", "notes"
"""The kinds that programs read of us."""

KEYS = "keys"
"""The kind that is a list for people, in Markdown."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``schema``."""
    from huozi.style.schema import SCHEMAS

    parser.add_argument(
        "kind",
        nargs="?",
        choices=(*SCHEMAS, FINDINGS, EXPLAIN, NOTES, KEYS),
        default="layout",
        help="哪一种文件；findings 是 build、check 用 --format json 列出的，explain、notes 是这两个命令的；"
        "keys 列出版式的键 / of which file; findings: what build and check give as JSON, explain, notes: "
        "what these do; keys lists a layout's",
    )


def run(options: argparse.Namespace, _progress: Progress) -> Outcome:
    """Print a schema, or the list of keys."""
    if options.kind == KEYS:
        from huozi.style.reference import layout_reference

        return Outcome(Exit.DONE, text=layout_reference(options.lang))
    if options.kind == FINDINGS:
        from huozi.commands.findings_schema import findings_schema as schema
    elif options.kind == EXPLAIN:
        from huozi.commands.explain_schema import explain_schema as schema
    elif options.kind == NOTES:
        from huozi.commands.notes_schema import notes_schema as schema
    else:
        from huozi.style.schema import SCHEMAS

        schema = SCHEMAS[options.kind]
    return Outcome(Exit.DONE, text=json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
