"""``huozi import``: a manuscript to an issue folder."""

from __future__ import annotations

import argparse

from huozi.commands.outcome import Exit, Outcome, Progress
from huozi.content.importers.importing import import_manuscript
from huozi.style.house import find_house
from huozi.style.load import journal_names


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``import``."""
    parser.add_argument("file", help="来稿 / manuscript (.txt, .md)")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="写成哪个文件夹 / folder to write")
    parser.add_argument("--force", action="store_true", help="取代已有的一期 / replace an issue that is there")


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Import as the command line asks; what the import is unsure of is among the findings and in its report."""
    progress("import")
    layouts = journal_names(find_house(options.output))
    result = import_manuscript(options.file, options.output, layouts=layouts, force=options.force)
    return Outcome(Exit.DONE, result.findings, "".join(f"{options.output}/{name}\n" for name in result.files))
