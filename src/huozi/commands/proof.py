"""``huozi proof``: the pages of the print file on larger sheets, to be read and corrected on."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from huozi.commands.documents import target_of
from huozi.commands.fingerprints import Sources
from huozi.commands.listing import NOT_WRITTEN, Entry, Written, list_of, roots_of
from huozi.commands.making import Examined, Made, Request, examine, request_of
from huozi.commands.options import add_issue_options
from huozi.commands.outcome import Outcome, Progress
from huozi.commands.ranges import PageRange, add_range_option, chosen_pages
from huozi.commands.telling import PLAIN, Telling, add_list_options, tell, telling_of
from huozi.diagnostics import Findings, InvalidIssue, Language, Span
from huozi.display import GlyphRun, Page
from huozi.messages import texts
from huozi.messages.proofs import STAGES, say
from huozi.records import NamedTuple
from huozi.sheets.paper import PAPERS

if TYPE_CHECKING:
    from huozi.sheets.proof import Proof
    from huozi.sheets.remarks import Remark


class ProofWish(NamedTuple):
    """The proof that is asked for.

    ``output``: where it goes, empty: into the issue's ``build/``. ``stage`` is the round's name, ``date`` its day (empty:
    that of the issue), ``revision`` a short name of what was set (empty: not known). ``pages`` are only those of these
    folios, ``article``: only those that an article stands on.
    """

    output: str = ""
    stage: str = STAGES[0]
    date: str = ""
    revision: str = ""
    paper: str = ""
    spreads: bool = False
    plain: bool = False
    pages: PageRange | None = None
    article: str = ""


USUAL = ProofWish()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``proof``."""
    add_issue_options(parser)
    parser.add_argument("-o", "--output", default="", metavar="FILE", help="写到哪里 / where to write the file")
    parser.add_argument("--stage", choices=STAGES, default=USUAL.stage, help="第几校 / the round it is a proof of")
    day = "校样的日期，不写就用本期的日期 / the day of the proof; else the issue's"
    parser.add_argument("--date", default="", metavar="2026-11-27", help=day)
    sheet = "纸张；不写就用排得下原大的最小的一种 / paper; else the smallest that takes pages at full size"
    parser.add_argument("--paper", choices=tuple(PAPERS), default="", help=sheet)
    parser.add_argument("--spreads", action="store_true", help="两面拼在一张上 / two facing pages on a sheet")
    parser.add_argument("--plain", action="store_true", help="只要页面、行号和戳记 / pages, line numbers, stamp alone")
    add_range_option(parser)
    parser.add_argument("--article", default="", metavar="NAME", help="只要这一篇所在的页 / the pages of an article")
    kept = "照 FILE 排，改动不牵动别的页 / keep the pages of FILE: a correction moves no other page"
    parser.add_argument("--keep-plan", default="", metavar="FILE", help=kept)
    add_list_options(parser)


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Proof as the command line asks."""
    findings = Findings()
    request = request_of(options, findings)._replace(keep=options.keep_plan)
    wish = ProofWish(
        options.output,
        options.stage,
        options.date,
        "",
        options.paper,
        options.spreads,
        options.plain,
        options.pages,
        options.article,
    )
    return proof(request, progress, wish, telling_of(options), findings)


def proof(
    request: Request,
    progress: Progress,
    wish: ProofWish = USUAL,
    telling: Telling = PLAIN,
    findings: Findings | None = None,
) -> Outcome:
    """Write the proof of an issue, whatever was found in it, where its pages could be made."""
    findings = Findings() if findings is None else findings
    examined = examine(request, findings, progress)
    written = ""
    made = examined.made
    pages: tuple[Page, ...] = ()
    if made is not None:
        pages = made.pages if wish.pages is None else chosen_pages(made.pages, wish.pages, findings)
    path = wish.output or os.path.join(request.folder, "build", "proof.pdf")
    if made is not None and pages:
        progress("write")
        try:
            from huozi.output.files import make_folder, write_whole

            data = _bytes_of(examined, made, pages, findings, (wish, telling.language))
            if not wish.output:
                make_folder(os.path.dirname(path))
            write_whole(path, data)
            written = path
        except InvalidIssue as error:
            findings.extend(error.findings)
        except OSError as error:  # a font that is gone by now
            place = Span(os.fsdecode(error.filename or path))
            findings.add(place, "system-refuses", reason=error.strerror or error)
    file = Written(written, pages) if written else NOT_WRITTEN
    return tell(examined, findings, telling, file, could_be_made=bool(written))


def _bytes_of(
    examined: Examined, made: Made, pages: tuple[Page, ...], findings: Findings, asked: tuple[ProofWish, Language]
) -> bytes:
    from huozi.blocks.lines import composer
    from huozi.blocks.setting import Setting
    from huozi.output.pdf import pdf_bytes
    from huozi.sheets.hand import Hand
    from huozi.sheets.proof import Manuscript, Wanted, make_proof
    from huozi.sheets.stamp import Told

    wish, language = asked
    target = target_of(made, "proof")
    day = wish.date or target.date
    setting = Setting(made.sheet, made.catalog, Findings(), made.sheet.page.area.measure)
    hand = Hand(composer(setting, Span("")), made.sheet.styles["body"])
    told = Told(wish.stage, target.title, day, wish.revision, language)
    remarks = _remarks(examined, findings, language)
    work = Manuscript(pages, made.sheet.page.area, remarks)
    result = make_proof(work, Wanted(told, wish.paper, wish.spreads, wish.plain), hand)
    keys = dict.fromkeys(p.item.face for page in result.sheets for p in page.items if isinstance(p.item, GlyphRun))
    faces = {key: made.catalog.face(key) for key in keys}
    title = say("title", language, title=target.title, round=wish.stage)
    return pdf_bytes(result.sheets, target._replace(title=title, date=day), faces, b"")


def _remarks(examined: Examined, findings: Findings, language: Language) -> tuple[Remark, ...]:
    from huozi.sheets.finding_places import Passage
    from huozi.sheets.remarks import Remark

    sources = Sources(roots_of(examined))
    made = []
    for entry in list_of(examined, findings).entries:
        if entry.accepted:
            continue
        item = entry.finding
        message, remedy = texts(item, language)
        span = item.span
        name = f"{sources.roots.name(span.file) or os.path.basename(span.file)}:{span.line}:{span.column}#{entry.fingerprint}"
        passage = Passage(span, sources.line(span), entry.length)
        page = entry.page - 1 if entry.page else None
        is_missing = item.rule == "character-missing"
        made.append(Remark(entry.severity, item.rule, message, remedy, name, passage, page, is_missing))
    return tuple(made)
