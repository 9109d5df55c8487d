"""``huozi schema``: the JSON Schema of a kind of file, for editors; the keys of a layout in a list, for people."""

from __future__ import annotations

import argparse
import json

from huozi.commands.outcome import Exit, Outcome, Progress

KEYS = "keys"
"""The kind that is a list for people, in Markdown."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``schema``."""
    from huozi.style.schema import SCHEMAS

    parser.add_argument(
        "kind",
        nargs="?",
        choices=(*SCHEMAS, KEYS),
        default="layout",
        help="哪一种文件；keys 列出版式的键 / of which file; keys lists those of a layout",
    )


def run(options: argparse.Namespace, _progress: Progress) -> Outcome:
    """Print a schema, or the list of keys."""
    if options.kind == KEYS:
        from huozi.style.reference import layout_reference

        return Outcome(Exit.DONE, text=layout_reference(options.lang))
    from huozi.style.schema import SCHEMAS

    return Outcome(Exit.DONE, text=json.dumps(SCHEMAS[options.kind](), ensure_ascii=False, indent=2) + "\n")
