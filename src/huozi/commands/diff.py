"""``huozi diff``: what has changed from one edition of an issue to another, though text has reflowed."""

from __future__ import annotations

import argparse
import os
from contextlib import ExitStack

from huozi.commands.change_forms import FORMS
from huozi.commands.change_words import Compared, PagePair
from huozi.commands.editions import Side, new_side, old_side
from huozi.commands.making import request_of
from huozi.commands.options import add_set_option, page_count
from huozi.commands.outcome import Exit, Outcome, Progress
from huozi.commands.round_files import round_path
from huozi.diagnostics import Findings, InvalidIssue, Language, Span, finding
from huozi.rounds.comparing import compare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``diff``."""
    parser.description = f"{parser.description}\n有不同时退出码是 1 / the exit code is 1 where anything differs"
    both = (
        "旧稿和新稿：文件夹、留底的校次（二校），或 版本:文件夹；有 --since 时只写一期 / folders, rounds or REV:folder"
    )
    parser.add_argument("editions", nargs="+", metavar="OLD NEW", help=both)
    since = "同这个版本（HEAD~1、origin/main）或校次比 / compare with this revision or round"
    parser.add_argument("--since", default="", metavar="REV", help=since)
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help="输出的形式 / form of the output")
    parser.add_argument("-o", "--output", default="", metavar="FILE", help="写到 FILE / write to FILE")
    drawn = "HTML 里附上改了的页前后的图片 / with pictures of changed pages before and after, in HTML"
    parser.add_argument("--pictures", action="store_true", help=drawn)
    parser.add_argument("--layout", default="", help="新稿改用另一份版式 / another layout for the new one")
    add_set_option(parser)
    parser.add_argument("--page-count", type=page_count, default=0, metavar="N", help="新稿的内文页数 / inside pages")


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Compare as the command line asks."""
    old, new = sides_asked(options.editions, options.since)
    findings = Findings()
    options.issue = new
    request = request_of(options, findings)
    with ExitStack() as stack:
        before = old_side(old, new if os.path.isdir(new) else ".", stack, progress)
        after = _new(new, stack, progress) or new_side(request, findings, progress)
        compared = Compared(before, after, compare(before.edition, after.edition))
        if options.pictures:
            compared = _with_pictures(compared, options.format)
    return told(compared, (options.format, options.lang), options.output, request.folder)


def _with_pictures(compared: Compared, form: str) -> Compared:
    """A comparison with pictures of the pages that are not as they were.

    Raises ``InvalidIssue``: ``diff-pictures`` in a form that can have none, ``proof-extra-missing``.
    """
    if form != "html":
        raise InvalidIssue([finding(Span("--pictures"), "diff-pictures", form=form)])
    from huozi.commands.showing import differing, drawn

    labels = differing(compared.comparison) or ()
    old, new = (drawn(side.made, labels) if side.made else {} for side in (compared.old, compared.new))
    order = [page.label for page in (compared.new.edition.pages or compared.old.edition.pages) if page.label in labels]
    return compared._replace(
        pictures=tuple(PagePair(label, old.get(label, b""), new.get(label, b"")) for label in order)
    )


def _new(asked: str, stack: ExitStack, progress: Progress) -> Side | None:
    """The newer edition where it is no folder: a round, or an issue at a revision; ``None`` where it is one."""
    if os.path.isdir(asked) or (":" not in asked and round_path(asked, ".") is None):
        return None
    return old_side(asked, ".", stack, progress)


def sides_asked(editions: list[str], since: str) -> tuple[str, str]:
    """What is the old edition and what the new one. Raises ``InvalidIssue`` (``diff-usage``) where that is unclear."""
    if since and len(editions) == 1:
        return since, editions[0]
    if not since and len(editions) == 2:
        return editions[0], editions[1]
    raise InvalidIssue([finding(Span("--since"), "diff-usage", count=len(editions))])


def told(compared: Compared, form: tuple[str, Language], output: str, folder: str) -> Outcome:
    """The outcome of a comparison: its text, or the file it is written to; the code says whether anything differs."""
    text = FORMS[form[0]](compared, form[1])
    code = Exit.DONE if compared.is_same else Exit.FINDINGS
    if not output:
        return Outcome(code, compared.old.failed, text, made=compared)
    from huozi.commands.destinations import is_source
    from huozi.output.files import write_whole

    if is_source(folder, output):
        raise InvalidIssue([finding(Span(output), "output-is-source")])
    write_whole(output, text.encode("utf-8", "replace"))
    shown = FORMS["text"](compared, form[1])
    return Outcome(code, compared.old.failed, shown, may_go_unheard=True, made=compared)
