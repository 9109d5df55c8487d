"""``huozi schema``: the JSON Schema of a kind of file, for editors; the keys of a layout in a list, for people."""

from __future__ import annotations

import argparse
import json
from importlib import import_module

from huozi.commands.outcome import Exit, Outcome, Progress

TOLD: dict[str, str] = {
    "findings": "findings_schema",
    "explain": "explain_schema",
    "diff": "diff_schema",
    "notes": "notes_schema",
}
"""The kinds that programs read of us: the module under ``huozi.commands`` whose function of that name gives each."""

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
        help="哪一种文件；findings 是 build、check 等以 JSON 列出的，explain、diff、notes 是这几个命令的；keys 列出版式的键 / "
        "of which file; findings: what build, check and others give as JSON; keys: a layout's",
    )


def run(options: argparse.Namespace, _progress: Progress) -> Outcome:
    """Print a schema, or the list of keys."""
    if options.kind == KEYS:
        from huozi.style.reference import layout_reference

        return Outcome(Exit.DONE, text=layout_reference(options.lang))
    if options.kind in TOLD:
        name = TOLD[options.kind]
        made = getattr(import_module(f"huozi.commands.{name}"), name)()
    else:
        from huozi.style.schema import SCHEMAS

        made = SCHEMAS[options.kind]()
    return Outcome(Exit.DONE, text=json.dumps(made, ensure_ascii=False, indent=2) + "\n")
