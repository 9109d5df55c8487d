"""``huozi schema``: the JSON Schema of a kind of file, for editors."""

from __future__ import annotations

import argparse
import json

from huozi.commands.outcome import Exit, Outcome, Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``schema``."""
    from huozi.style.schema import SCHEMAS

    parser.add_argument("kind", nargs="?", choices=tuple(SCHEMAS), default="layout", help="哪一种文件 / of which file")


def run(options: argparse.Namespace, _progress: Progress) -> Outcome:
    """Print a schema."""
    from huozi.style.schema import SCHEMAS

    return Outcome(Exit.DONE, text=json.dumps(SCHEMAS[options.kind](), ensure_ascii=False, indent=2) + "\n")
