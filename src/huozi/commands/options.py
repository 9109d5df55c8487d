"""Options that several commands share."""

from __future__ import annotations

import argparse

from huozi.content.issue_file import MOST_PAGES
from huozi.diagnostics import Findings, Span


def add_issue_options(parser: argparse.ArgumentParser, *, several: bool = False, optional: bool = False) -> None:
    """The issue folder (or ``several``) and what can be asked of it otherwise than its files say.

    ``optional``: with another option none need be named.
    """
    if several:
        many = "*" if optional else "+"
        parser.add_argument("issue", nargs=many, help="一期或几期的文件夹 / folders of one issue or several")
    else:
        parser.add_argument("issue", help="一期的文件夹 / folder of the issue")
    parser.add_argument("--layout", default="", help="改用另一份版式 / another layout than the issue names")
    add_set_option(parser)
    parser.add_argument(
        "--page-count",
        type=page_count,
        default=0,
        metavar="N",
        help="内文须有几页 / how many inside pages there are to be",
    )


def add_set_option(parser: argparse.ArgumentParser) -> None:
    """``--set KEY=VALUE``, for any key of a layout."""
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="临时改版式里的一项 / set a layout key"
    )


def page_count(text: str) -> int:
    """A count of pages; argparse words the complaint where it is none."""
    count = int(text)
    if not 0 < count <= MOST_PAGES:
        raise argparse.ArgumentTypeError(f"1 … {MOST_PAGES}")
    return count


def overrides(options: argparse.Namespace, findings: Findings) -> tuple[tuple[str, str], ...]:
    """The ``--set`` options as pairs; one without an equals sign is reported and left out."""
    pairs = []
    for text in options.set:
        key, equals, value = text.partition("=")
        if equals:
            pairs.append((key.strip(), value.strip()))
        else:
            findings.add(Span("--set"), "option-without-value", value=text)
    return tuple(pairs)
