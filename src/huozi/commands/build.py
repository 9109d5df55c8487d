"""``huozi build``: an issue folder to its PDF, and the list of all that was found on the way."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable

from huozi.commands.destinations import is_same_file, is_source, is_standard_output
from huozi.commands.documents import document_bytes, plan_of
from huozi.commands.listing import NOT_WRITTEN, Written
from huozi.commands.making import Made, Request, examine, look_at_of, with_pictures_of
from huozi.commands.options import add_issue_options
from huozi.commands.outcome import Outcome, Progress, has_errors
from huozi.commands.ranges import PageRange, add_range_option, chosen_pages
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
from huozi.display import Page, StandardName
from huozi.output.standards import PROFILES, STANDARDS
from huozi.records import NamedTuple


class Product(NamedTuple):
    """The file that is asked for: where it goes (empty: into the issue's ``build/``), what it is for, what is in it.

    ``pages``: only those of these folios; ``None``: all, covers too. ``plan``: where the plan of its pages goes, empty
    where none is asked for. ``covers``: where the cover goes as the printer's sheet, empty likewise.
    """

    output: str = ""
    profile: StandardName = "print"
    pages: PageRange | None = None
    plan: str = ""
    covers: str = ""


PRINT = Product()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``build``."""
    add_issue_options(parser, several=True)
    parser.add_argument("-o", "--output", default="", metavar="FILE", help="写到哪里 / where to write the file")
    purposes = "付印还是屏幕上看 / for print or for the screen"
    parser.add_argument("--profile", choices=PROFILES, default=PRINT.profile, help=purposes)
    add_range_option(parser)
    written = "把各页的起止写到 FILE / write to FILE where pages begin"
    parser.add_argument("--plan", default="", metavar="FILE", help=written)
    sheet = "把封四、书脊、封一拼成一张，另写到 FILE，第 2 页是封二、封三 / write the cover as one sheet to FILE"
    parser.add_argument("--covers", default="", metavar="FILE", help=sheet)
    kept = "照 FILE 或一个校次（三校）排，改动不牵动别的页 / keep the pages of a file or a round: no other page moves"
    parser.add_argument("--keep-plan", default="", metavar="FILE", help=kept)
    add_list_options(parser)


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Build as the command line asks."""
    product = Product(options.output, options.profile, options.pages, options.plan, options.covers)
    files = {"--output": product.output, "--plan": product.plan, "--covers": product.covers}
    only_of_one(options, {**files, "--keep-plan": options.keep_plan})

    def run_over(request: Request, telling: Telling, findings: Findings) -> Told:
        return _built(request._replace(keep=options.keep_plan), progress, product, telling, findings)

    return tell_each(options, run_over)


def build(
    request: Request,
    progress: Progress,
    product: Product = PRINT,
    telling: Telling = PLAIN,
    findings: Findings | None = None,
) -> Outcome:
    """Write the issue's PDF, where its standard allows that with the errors that were found.

    ``findings`` are those of reading the options.
    """
    findings = Findings() if findings is None else findings
    return outcome_of([_built(request, progress, product, telling, findings)], telling)


def _built(request: Request, progress: Progress, product: Product, telling: Telling, findings: Findings) -> Told:
    path = _output_path(request, product, findings)
    telling = prepared(request, telling, findings, (path, product.plan, product.covers, request.keep))
    if product.plan and (rule := _against_plan(request, product.plan, path)):
        findings.add(Span(product.plan), rule)
        path = ""
    if product.covers and (rule := _against_covers(request, product, path)):
        findings.add(Span(product.covers), rule)
        path = ""
    examined = examine(request, findings, progress)
    written = covers_written = ""
    aside = any(map(is_standard_output, (path, product.plan, product.covers)))
    pages = _pages_of(examined.made, product, findings)
    covers = _covers_of(examined.made, product, findings)
    may_be_written = STANDARDS[product.profile].despite_errors or not has_errors(findings)
    if examined.made is not None and path and pages and may_be_written:
        progress("write")
        try:
            made = examined.made
            files = [(path, document_bytes(made, pages, product.profile))]
            if covers:  # before the issue itself: where that is written, all is
                files.insert(
                    0,
                    (product.covers, document_bytes(with_pictures_of(made, covers, findings), covers, product.profile)),
                )
            _write(files, product)
            written, covers_written = path, product.covers
            if product.plan:
                _write_plan(made, product.plan)
        except InvalidIssue as error:
            findings.extend(error.findings)
        except OSError as error:  # a font that is gone by now
            place = Span(os.fsdecode(error.filename or path))
            findings.add(place, "system-refuses", reason=error.strerror or error)
    file = Written(written, pages, covers_written) if written else NOT_WRITTEN
    return told(examined, findings, telling, file, could_be_made=bool(written))._replace(aside=aside)


def _pages_of(made: Made | None, product: Product, findings: Findings) -> tuple[Page, ...]:
    """The pages that go into the file; none where they could not be made, or no folio is among those asked for."""
    if made is None:
        return ()
    return made.pages if product.pages is None else chosen_pages(made.pages, product.pages, findings)


def _covers_of(made: Made | None, product: Product, findings: Findings) -> tuple[Page, ...]:
    """The sheet of covers where it is asked for. Finding: ``covers-none`` where the layout has no cover."""
    if made is None or not product.covers:
        return ()
    from huozi.pipeline import covers_made_up

    covers = covers_made_up(made.issue, made.sheet, made.catalog, made.pages, findings, look_at_of(made))
    if not covers:
        findings.add(made.sheet.places.layout, "covers-none")
    return covers


def _write(files: Iterable[tuple[str, bytes]], product: Product) -> None:
    """Put files in their places, each whole; raises ``InvalidIssue`` where that cannot be."""
    from huozi.output.files import make_folder, write_whole

    for path, data in files:
        if not product.output and path != product.covers:
            make_folder(os.path.dirname(path))
        write_whole(path, data)


def _write_plan(made: Made, path: str) -> None:
    """Put the plan of an issue's pages in its place; raises ``InvalidIssue`` where that cannot be."""
    from huozi.makeup.kept_text import plan_text
    from huozi.output.files import write_whole

    write_whole(path, plan_text(plan_of(made)).encode("utf-8", "replace"))


def _output_path(request: Request, product: Product, findings: Findings) -> str:
    """Where the file goes: as asked, else ``build/`` in the issue's folder.

    Empty after a finding where that would replace what the issue is made of.
    """
    if not product.output:  # a file of some pages is not to be taken for the whole
        part = f"-{product.pages.name}" if product.pages else ""
        return os.path.join(request.folder, "build", f"{product.profile}{part}.pdf")
    if is_source(request.folder, product.output):
        findings.add(Span(product.output), "output-is-source")
        return ""
    return product.output


def _against_plan(request: Request, plan: str, output: str) -> str:
    """The rule that speaks against writing a plan where it is asked for, empty where none does."""
    if is_source(request.folder, plan):
        return "output-is-source"
    return "plan-over-output" if is_same_file(plan, [output]) else ""


def _against_covers(request: Request, product: Product, output: str) -> str:
    """The rule that speaks against writing the cover where it is asked for, empty where none does."""
    if is_source(request.folder, product.covers):
        return "output-is-source"
    return "covers-over-output" if is_same_file(product.covers, [output, product.plan]) else ""
