"""How a run over an issue is told: its list in the form that is asked for, and its exit code."""

from __future__ import annotations

import argparse

from huozi.commands.forms import FORMS
from huozi.commands.listing import LEVELS, NOT_WRITTEN, Written, exit_code, list_of
from huozi.commands.making import Examined
from huozi.commands.outcome import Outcome
from huozi.diagnostics import Findings, Language
from huozi.records import NamedTuple


class Telling(NamedTuple):
    """How the list is to be told: a form of ``FORMS``, a language, the level of ``LEVELS`` that fails a run."""

    form: str = "text"
    language: Language = "zh"
    fail_on: str = "error"


PLAIN = Telling()


def add_list_options(parser: argparse.ArgumentParser) -> None:
    """The options of the list of findings."""
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help="列表的形式 / form of the list")
    parser.add_argument(
        "--fail-on",
        choices=tuple(LEVELS),
        default="error",
        help="到哪一级算不通过；认可了的不算 / what fails; accepted findings do not",
    )


def telling_of(options: argparse.Namespace) -> Telling:
    """What the command line asks of the list."""
    return Telling(options.format, options.lang, options.fail_on)


def tell(
    examined: Examined, findings: Findings, telling: Telling, written: Written = NOT_WRITTEN, *, could_be_made: bool
) -> Outcome:
    """The outcome of a run: its list and its exit code."""
    listing = list_of(examined, findings, written)
    code = exit_code(listing, telling.fail_on, could_be_made=could_be_made)
    text = FORMS[telling.form](listing, telling.language)
    return Outcome(code, listing.findings(), text, listed=True, may_go_unheard=bool(written.path), made=examined)
