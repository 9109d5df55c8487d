"""``huozi proof``: the pages of the print file on larger sheets, to be read and corrected on."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from datetime import date

from huozi.commands.destinations import is_source, is_standard_output
from huozi.commands.listing import NOT_WRITTEN, Written, list_of
from huozi.commands.making import Examined, Made, Request, examine
from huozi.commands.options import add_issue_options
from huozi.commands.outcome import Outcome, Progress
from huozi.commands.proofing import USUAL, ProofWish, proof_bytes
from huozi.commands.ranges import add_range_option, chosen_pages
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
from huozi.sheets.paper import PAPERS
from huozi.structure import lineage


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``proof``."""
    add_issue_options(parser, several=True)
    parser.add_argument("-o", "--output", default="", metavar="FILE", help="写到哪里 / where to write the file")
    parser.add_argument("--stage", choices=STAGES, default=USUAL.stage, help="第几校 / the round it is a proof of")
    day = "校样的日期；不写就用本期的日期 / the day of the proof; else the issue's"
    parser.add_argument("--date", default="", metavar="2026-11-27", help=day)
    sheet = "纸张；不写就用排得下原大的最小的一种 / paper; else the smallest that takes pages at full size"
    parser.add_argument("--paper", choices=tuple(PAPERS), default="", help=sheet)
    parser.add_argument("--spreads", action="store_true", help="对页拼在一张上 / two facing pages on a sheet")
    parser.add_argument("--plain", action="store_true", help="只要页面、行号和戳记 / pages, line numbers, stamp alone")
    add_range_option(parser)
    parser.add_argument("--article", default="", metavar="NAME", help="只要这一篇所在的页 / the pages of an article")
    kept = "照 FILE 排，改动不牵动别的页 / keep the pages of FILE: a correction moves no other page"
    parser.add_argument("--keep-plan", default="", metavar="FILE", help=kept)
    add_list_options(parser)


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Proof as the command line asks."""
    only_of_one(options, {"--output": options.output, "--article": options.article, "--keep-plan": options.keep_plan})
    wish = ProofWish(options.output, options.stage, options.date, paper=options.paper, spreads=options.spreads)
    wish = wish._replace(plain=options.plain, pages=options.pages, article=options.article)

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
    path = _output_path(request, wish, findings)
    telling = prepared(request, telling, findings, (path, request.keep))
    examined = examine(request, findings, progress)
    pages = _pages_of(examined.made, wish, findings)
    is_dated = _is_day(wish.date, findings)
    written = ""
    if examined.made is not None and path and pages and is_dated:
        progress("write")
        try:
            data = _bytes_of(examined, pages, wish, telling, findings)
            _write(path, data, wish)
            written = path
        except InvalidIssue as error:
            findings.extend(error.findings)
        except OSError as error:  # a font that is gone by now
            place = Span(os.fsdecode(error.filename or path))
            findings.add(place, "system-refuses", reason=error.strerror or error)
    file = Written(written, pages) if written else NOT_WRITTEN
    done = told(examined, findings, telling, file, could_be_made=bool(written))
    return done._replace(aside=is_standard_output(path))


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


# ------------------------------------------------------------------ the file


def _bytes_of(
    examined: Examined, pages: tuple[Page, ...], wish: ProofWish, telling: Telling, findings: Findings
) -> bytes:
    """The file of a proof of an issue whose pages are made; raises ``InvalidIssue`` with all that speaks against it."""
    listing = list_of(examined, findings)
    if telling.known is not None:
        listing = listing.without(telling.known, telling.since)
    return (
        b"" if examined.made is None else proof_bytes(examined, examined.made, pages, listing, wish, telling.language)
    )


def _write(path: str, data: bytes, wish: ProofWish) -> None:
    """Put the file in its place, whole; raises ``InvalidIssue`` where that cannot be."""
    from huozi.output.files import make_folder, write_whole

    if not wish.output:
        make_folder(os.path.dirname(path))
    write_whole(path, data)
