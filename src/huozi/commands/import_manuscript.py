"""``huozi import``: a manuscript to an issue folder."""

from __future__ import annotations

import argparse

from huozi.commands.outcome import Outcome, Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``import``."""
    parser.add_argument("file", help="来稿 / manuscript (.txt, .md)")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="写成哪个文件夹 / folder to write")
    parser.add_argument("--force", action="store_true", help="取代已有的一期 / replace an issue that is there")


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Import as the command line asks."""
    raise NotImplementedError
