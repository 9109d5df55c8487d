"""``huozi proof``: the pages of the print file on larger sheets, to be read and corrected on."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

from huozi.commands.destinations import is_source, is_standard_output
from huozi.commands.listing import NOT_WRITTEN, Listing, Written, list_of
from huozi.commands.making import Examined, Made, Request, examine
from huozi.commands.options import add_issue_options
from huozi.commands.outcome import Outcome, Progress
from huozi.commands.proofing import USUAL, ProofWish, proof_bytes
from huozi.commands.ranges import add_range_option, chosen_pages
from huozi.commands.round_files import place_of_round, round_before
from huozi.commands.telling import (
    PLAIN,
    Telling,
    Told,
    add_list_options,
    only_of_one,
    outcome_of,
    prepared,
    tell_each,
    told,
)
from huozi.diagnostics import Findings, InvalidIssue, Span
from huozi.display import Page
from huozi.messages.proof_words import STAGES
from huozi.records import NamedTuple
from huozi.rounds.changes import Comparison
from huozi.sheets.paper import PAPERS
from huozi.structure import lineage

if TYPE_CHECKING:
    from huozi.commands.earlier import Earlier
    from huozi.commands.editions import Side
    from huozi.revisions.standing import Revision


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``proof``."""
    add_issue_options(parser, several=True)
    parser.add_argument("-o", "--output", default="", metavar="FILE", help="写到哪里 / where to write the file")
    kept_round = "第几校，并在 proofs/ 里留底，下一校同它比 / the round, kept in proofs/ for the next to compare with"
    parser.add_argument("--round", default="", metavar="NAME", help=kept_round)
    stamp = "第几校，只盖戳，不留底 / the round in the stamp alone"
    parser.add_argument("--stage", choices=STAGES, default=USUAL.stage, help=stamp)
    day = "校样的日期；不写就用版本的或本期的日期 / the day of the proof; else that of the revision or the issue"
    parser.add_argument("--date", default="", metavar="2026-11-27", help=day)
    sheet = "纸张；不写就用排得下原大的最小的一种 / paper; else the smallest that takes pages at full size"
    parser.add_argument("--paper", choices=tuple(PAPERS), default="", help=sheet)
    parser.add_argument("--spreads", action="store_true", help="对页拼在一张上 / two facing pages on a sheet")
    parser.add_argument("--plain", action="store_true", help="只要页面、行号和戳记 / pages, line numbers, stamp alone")
    add_range_option(parser)
    parser.add_argument("--article", default="", metavar="NAME", help="只要这一篇所在的页 / the pages of an article")
    kept = "照 FILE 或一个校次（三校）排，改动不牵动别的页 / keep the pages of a file or a round: no other page moves"
    parser.add_argument("--keep-plan", default="", metavar="FILE", help=kept)
    drawn = (
        "把各页画成 PNG，放进 pages/；有 --since 就只画变了的 / draw the pages as PNG; with --since those that changed"
    )
    parser.add_argument("--png", action="store_true", help=drawn)
    parser.add_argument("--dpi", type=int, default=USUAL.dpi, metavar="N", help="图片的分辨率 / resolution of pictures")
    written = "另写一份网页报告 report.html / write a report in one file too"
    parser.add_argument("--report", action="store_true", help=written)
    compared = (
        "同这个版本或校次比：改动的行有竖线，只列新出的问题 / bars where text changed since a revision or a round"
    )
    add_list_options(parser, since=compared)


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Proof as the command line asks."""
    only_of_one(options, {"--output": options.output, "--article": options.article, "--keep-plan": options.keep_plan})
    stage = options.round or options.stage
    wish = ProofWish(options.output, stage, options.date, paper=options.paper, spreads=options.spreads)
    wish = wish._replace(plain=options.plain, pages=options.pages, article=options.article, keeps=bool(options.round))
    wish = wish._replace(pictures=options.png, report=options.report, dpi=options.dpi)

    def run_over(request: Request, telling: Telling, findings: Findings) -> Told:
        return _proofed(request._replace(keep=options.keep_plan), progress, wish, telling, findings)

    return tell_each(options, run_over)


def proof(
    request: Request,
    progress: Progress,
    wish: ProofWish = USUAL,
    telling: Telling = PLAIN,
    findings: Findings | None = None,
) -> Outcome:
    """Write the proof of an issue, whatever was found in it, where its pages could be made.

    ``findings`` are those of reading the options.
    """
    findings = Findings() if findings is None else findings
    return outcome_of([_proofed(request, progress, wish, telling, findings)], telling)


def _proofed(request: Request, progress: Progress, wish: ProofWish, telling: Telling, findings: Findings) -> Told:
    from huozi.revisions.standing import asked_for

    path = _output_path(request, wish, findings)
    revision = asked_for(request.folder)
    with ExitStack() as stack:
        old = _earlier(request, wish, telling, stack, findings)
        if telling.since:
            telling = telling._replace(known=frozenset() if old is None else old.known())
        telling = prepared(request, telling, findings, (path, request.keep, *_beside(path, wish)))
        examined = examine(request, findings, progress)
        written = NOT_WRITTEN
        pages = _pages_of(examined.made, wish, findings)
        if examined.made is not None and path and pages and _is_day(wish.date, findings):
            progress("write")
            work = Work(examined, examined.made, pages, wish, telling, old, revision)
            try:
                written = _write(path, work, findings)
            except InvalidIssue as error:
                findings.extend(error.findings)
            except OSError as error:  # a font that is gone by now
                place = Span(os.fsdecode(error.filename or path))
                findings.add(place, "system-refuses", reason=error.strerror or error)
        done = told(examined, findings, telling, written, could_be_made=bool(written.path))
    return done._replace(aside=is_standard_output(path))


class Work(NamedTuple):
    """What a proof is made of: an issue whose pages are made, those that are asked for, what it is compared with.

    ``revision`` gives the commit that it stands at, once that is known.
    """

    examined: Examined
    made: Made
    pages: tuple[Page, ...]
    wish: ProofWish
    telling: Telling
    old: Earlier | None
    revision: Callable[[], Revision | None]


def _earlier(
    request: Request, wish: ProofWish, telling: Telling, stack: ExitStack, findings: Findings
) -> Earlier | None:
    """What the proof is compared with: what is asked for, else the round before the one that is to be kept.

    ``None`` where there is neither, or after a finding where it cannot be had.
    """
    try:
        if wish.keeps:
            place_of_round(wish.stage, request.folder)
        asked = telling.since or (round_before(wish.stage, request.folder) if wish.keeps else None)
        if not asked:
            return None
        from huozi.commands.earlier import earlier

        return stack.enter_context(earlier(request, asked))
    except InvalidIssue as error:
        findings.extend(error.findings)
    return None


def _output_path(request: Request, wish: ProofWish, findings: Findings) -> str:
    """Where the proof goes: as asked, else ``build/`` in the issue's folder.

    Empty after a finding where that would replace what the issue is made of.
    """
    if not wish.output:  # a proof of some pages is not to be taken for the whole
        part = f"-{wish.pages.name}" if wish.pages else ""
        return os.path.join(request.folder, "build", f"proof{part}.pdf")
    if is_source(request.folder, wish.output):
        findings.add(Span(wish.output), "output-is-source")
        return ""
    return wish.output


def _beside(path: str, wish: ProofWish) -> tuple[str, ...]:
    """The files that are written beside the proof; a list of findings may be none of them."""
    return (os.path.join(os.path.dirname(path), REPORT),) if wish.report else ()


REPORT = "report.html"
"""The name of the report beside a proof."""


def _is_day(text: str, findings: Findings) -> bool:
    """Whether a text is a day, or nothing was asked for. Finding: ``proof-date``."""
    try:
        if text and date.fromisoformat(text).isoformat() != text:
            raise ValueError
    except ValueError:
        findings.add(Span("--date"), "proof-date", value=text)
        return False
    return True


# ------------------------------------------------------------------ which pages


def _pages_of(made: Made | None, wish: ProofWish, findings: Findings) -> tuple[Page, ...]:
    """The pages that are asked for; none where they could not be made, or after a finding where there are none."""
    if made is None:
        return ()
    pages = made.pages if wish.pages is None else chosen_pages(made.pages, wish.pages, findings)
    return _with_article(made, pages, wish.article, findings) if wish.article and pages else pages


def _with_article(made: Made, pages: Sequence[Page], name: str, findings: Findings) -> tuple[Page, ...]:
    """The pages that an article stands on.

    Findings: ``proof-article-unknown`` with the names that are nearest, ``proof-article-nowhere``.
    """
    from huozi.content.plain import plain_title

    names: dict[str, str] = {}
    for article in (*made.issue.articles, *made.issue.fillers):
        file = article.span.file
        stem = os.path.basename(file).removesuffix(".md")
        names |= dict.fromkeys((plain_title(article.title), article.name, stem), file)
    wanted = names.get(name.removesuffix(".md"))
    if wanted is None:
        from difflib import get_close_matches

        near = "、".join(get_close_matches(name, names, 3, 0.2)) or "–"
        findings.add(Span("--article"), "proof-article-unknown", name=name, near=near)
        return ()
    chosen = tuple(page for page in pages if _stands_on(wanted, page))
    if not chosen:
        findings.add(Span("--article"), "proof-article-nowhere", name=name)
    return chosen


def _stands_on(file: str, page: Page) -> bool:
    """Whether text of a file stands on a page; the contents only quote it."""
    return any(
        each.span.file == file
        for stand in page.stands
        if stand.span.file
        for index in stand.items
        for each in lineage(page.items[index].element)
    )


# ------------------------------------------------------------------ the files


def _write(path: str, work: Work, findings: Findings) -> Written:
    """Write the proof, and beside it what else is asked for; tells what was written.

    Raises ``InvalidIssue`` where that cannot be.
    """
    from huozi.output.files import make_folder, write_whole

    wish, made = work.wish, work.made
    side, comparison = _compared(work)
    revision = work.revision()
    listing = _listing(work, findings)
    named = revision.shown if revision else ""
    day = wish.date or (revision.day if revision else "")
    wish = wish._replace(date=day, revision=named, changed=comparison)
    data = proof_bytes(work.examined, made, work.pages, listing, wish, work.telling.language)
    files = [(path, data)]
    view = None
    if wish.pictures or wish.report:
        from huozi.commands.showing import View, beside, pictures_in, report_bytes

        old = work.old.before.examined.made if work.old is not None and work.old.before is not None else None
        known = work.telling.known
        view = View(work.examined, work.pages, listing, work.telling.language, comparison, known, old, wish.dpi)
        if wish.report:
            files.append((beside(path, REPORT), report_bytes(made, view)))
    if not wish.output:
        make_folder(os.path.dirname(path))
    others: list[str] = []
    if view is not None and wish.pictures:
        others.append(beside(path, "pages"))
        pictures_in(others[-1], made, view)
    if wish.keeps and side is not None:
        from huozi.commands.round_taking import keep_round, round_of

        kept = round_of(wish.stage, made, side, list_of(work.examined, findings).entries, revision)
        others.append(keep_round(kept, work.examined.request.folder, findings))
    for place, content in reversed(files):  # the proof last: where that is written, all is
        write_whole(place, content)
    return Written(path, work.pages, others=(*(place for place, _ in files[1:]), *others))


def _compared(work: Work) -> tuple[Side | None, Comparison | None]:
    """The edition that is proofed, where it is wanted, and what differs from an earlier one."""
    if work.old is None and not work.wish.keeps:
        return None, None
    from huozi.commands.editions import made_side
    from huozi.rounds.comparing import compare

    side = made_side(work.examined.request.folder, work.made)
    before = work.old.side() if work.old is not None else None
    return side, None if before is None else compare(before.edition, side.edition)


def _listing(work: Work, findings: Findings) -> Listing:
    """The findings that the proof shows."""
    listing = list_of(work.examined, findings)
    known = work.telling.known
    return listing if known is None else listing.without(known, work.telling.since)
