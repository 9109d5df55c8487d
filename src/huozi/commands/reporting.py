"""The report of a run: its pages, its list of findings and what has changed, made one value to be written.

What ``report.html`` says is what the list says: the same findings in the same order, each at its place on the page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from huozi import __version__
from huozi.commands.file_places import relative
from huozi.commands.fingerprints import Sources
from huozi.commands.listing import Entry, Listing
from huozi.commands.making import Made
from huozi.commands.places import PagePlaces
from huozi.content.plain import plain_title
from huozi.display import GlyphRun, Page
from huozi.messages import texts
from huozi.records import NamedTuple
from huozi.report.model import Both, Fact, Report, ReportArticle, ReportFinding, ReportPage
from huozi.rounds.changes import Comparison
from huozi.sheets.finding_places import Passage, boxes_of
from huozi.sheets.lines import TextLine, lines_of
from huozi.templates import fill, issue_fields


class Shown(NamedTuple):
    """What a report is to show: pages, those that the list's numbers count, and their pictures by label.

    ``old_pictures`` are those of pages as they were, by the labels they had; ``known`` the fingerprints of what was
    found then (``None``: nothing is known of then, and no finding is new); ``facts`` what is to be said of the issue
    before what is always said.
    """

    pages: Sequence[Page]
    pictures: Mapping[str, bytes]
    old_pictures: Mapping[str, bytes] = {}  # never changed
    comparison: Comparison | None = None
    known: Collection[str] | None = None
    facts: Sequence[Fact] = ()


def report_of(made: Made, listing: Listing, sources: Sources, shown: Shown) -> Report:
    """The report of an issue's pages and the list of its findings."""
    issue, journal = made.issue, made.sheet.journal
    lines = [lines_of(page) for page in shown.pages]
    articles = {article.span.file: article.name for article in (*issue.articles, *issue.fillers)}
    dated = Fact(Both("日期", "Date"), issue.date.isoformat())
    counted = Fact(Both("页数", "Pages"), str(len(shown.pages)))
    return Report(
        title=fill(journal.document_title, issue_fields(issue, journal)),
        facts=(*shown.facts, dated, counted),
        pages=[
            _page(page, its, shown)
            for page, its in zip(shown.pages, lines, strict=True)
            if page.label in shown.pictures
        ],
        findings=[_finding(entry, lines, sources, shown, articles) for entry in listing.entries],
        articles=tuple(_articles(made, shown.pages)),
        comparison=shown.comparison,
        program=f"huozi {__version__}",
    )


def _page(page: Page, lines: Sequence[TextLine], shown: Shown) -> ReportPage:
    words = "" if lines else " ".join(_words(page))
    old = shown.old_pictures.get(page.label, b"")
    return ReportPage(
        page.label, page.folio or "", page.side, page.index, page.trim, shown.pictures[page.label], lines, words, old
    )


def _words(page: Page) -> Iterator[str]:
    """The texts of a page that has no lines."""
    for placed in page.items:
        if isinstance(placed.item, GlyphRun):
            yield "".join(placed.item.texts)


def _finding(
    entry: Entry, lines: Sequence[Sequence[TextLine]], sources: Sources, shown: Shown, articles: Mapping[str, str]
) -> ReportFinding:
    """A finding at its page, if that is shown."""
    item, signed = entry.finding, entry.accepted
    page = shown.pages[entry.page - 1] if entry.page else None
    if page is not None and page.label not in shown.pictures:
        page = None
    passage = Passage(item.span, sources.line(item.span), entry.length)
    (zh, zh_hint), (en, en_hint) = texts(item, "zh"), texts(item, "en")
    return ReportFinding(
        rule=item.rule,
        severity=entry.severity,
        message=Both(zh, en),
        hint=Both(zh_hint, en_hint),
        file=relative(item.span.file),
        line=item.span.line,
        column=item.span.column or 1,
        label=page.label if page else "",
        boxes=boxes_of(page, lines[entry.page - 1], passage) if page else (),
        fingerprint=entry.fingerprint,
        article=articles.get(item.span.file, ""),
        accepted_by=signed.by if signed else "",
        accepted_why=signed.why if signed else "",
        is_accepted=signed is not None,
        is_new=shown.known is not None and entry.fingerprint not in shown.known,
    )


def _articles(made: Made, pages: Sequence[Page]) -> Iterator[ReportArticle]:
    """The articles in the order of the contents, with the pages they begin on."""
    places = PagePlaces(made.issue, made.pages, pages)
    for section in made.issue.sections:
        for article in section.articles:
            number, _ = places.at(article.title.span)
            label = pages[number - 1].label if number else ""
            yield ReportArticle(article.name, plain_title(article.title), plain_title(section.title), label)
