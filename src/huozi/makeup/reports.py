"""What make-up finds fault with in an issue as a whole, beside what goes wrong in making it up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from huozi.content.issue_model import Issue
from huozi.content.model import Block, Columns
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings
from huozi.makeup.plans import PagePlan
from huozi.style.elements import CoverLinesElement, PictureElement, TextElement
from huozi.style.house import is_shipped
from huozi.style.model import Stylesheet
from huozi.style.openings import texts_of


def report_single_line(plan: PagePlan, number: int, findings: Findings) -> None:
    """Report a page of the body that holds one line of text and nothing else."""
    slugs = [each.slug for each in plan.standing if each.slug.items]
    if len(slugs) == 1 and slugs[0].height == 1 and slugs[0].span.line:
        findings.add(slugs[0].span, "page-of-one-line", folio=number)


def report_unsaid(issue: Issue, sheet: Stylesheet, findings: Findings) -> None:
    """Report a layout without the journal's name, and what an issue says and its layout prints nowhere."""
    if not sheet.journal.name.strip():
        own = [span for key, span in sheet.places.keys.items() if key.startswith("journal.")]
        place = sheet.places.latest(*own, sheet.places.layout)
        lies_with_us = is_shipped(place.file) and not is_shipped(issue.span.file)
        findings.add(issue.place("journal") if lies_with_us else place, "layout-no-name")
    printed = "".join((*templates_of(sheet), *piece_templates(sheet)))
    given = {"volume": issue.volume, "label": issue.label, "theme": issue.theme, "serial": issue.serial}
    for name, value in given.items():
        if value and f"{{{name}}}" not in printed:
            findings.add(issue.place(name), "issue-field-unprinted", name=name)
    if issue.cover.lines and not any(
        type(each) is CoverLinesElement for design in sheet.covers for each in design or ()
    ):
        findings.add(issue.cover.lines[0][1], "cover-lines-unprinted", count=len(issue.cover.lines))
    if issue.cover.picture and not any(
        type(each) is PictureElement and not each.file for design in sheet.covers for each in design or ()
    ):
        findings.add(issue.cover.span, "cover-picture-unprinted")


def report_english(issue: Issue, findings: Findings) -> None:
    """Report, once each, what the English contents cannot list.

    Findings: ``contents-without-english``, ``contents-section-without-english``.
    """
    articles = [article for article in issue.articles if article.in_contents and not article.said("title_en")]
    if articles:
        title = articles[0].title
        findings.add(title.span, "contents-without-english", title=plain_title(title), count=len(articles))
    sections = [section for section in issue.sections if not section.name_en]
    if sections:
        name = plain_title(sections[0].title)
        findings.add(sections[0].span, "contents-section-without-english", section=name, count=len(sections))


def report_spans(issue: Issue, sheet: Stylesheet, findings: Findings) -> None:
    """Report styles that are to span more columns than the issue has. Findings: ``span-idle``, ``span-too-wide``."""
    asking = [(name, style.span) for name, style in sheet.styles.items() if f"styles.{name}.span" in sheet.places.keys]
    if not asking:
        return
    asked = (max(article.columns, *_columns_in(article.blocks)) for article in issue.articles)
    columns = max(sheet.page.area.columns, *asked)
    for name, span in asking:
        place = sheet.places.of(f"styles.{name}.span")
        if columns == 1 and span != 1:
            findings.add(place, "span-idle", style=name)
        elif span > columns:
            findings.add(place, "span-too-wide", style=name, span=span, columns=columns)


def _columns_in(blocks: Iterable[Block]) -> Iterator[int]:
    """The numbers of columns that blocks are set in by their own word; always the 1 that need no word."""
    yield 1
    for block in blocks:
        match block:
            case Columns(number=number):
                yield number
            case _:
                pass


def head_templates(sheet: Stylesheet) -> Iterator[str]:
    """The templates of running heads, and of the texts of designs of pages and of sections' own pages."""
    yield from (sheet.running.verso, sheet.running.recto, sheet.running.opening or "")
    furniture = sheet.furniture
    for designs in (furniture.designs, *filter(None, (furniture.opening, sheet.opening.section_page))):
        for each in (*designs.left, *designs.right):
            match each.element:
                case TextElement(content=content):
                    yield content


def piece_templates(sheet: Stylesheet) -> Iterator[str]:
    """The templates of what stands at the heads of sections and articles and at articles' ends."""
    opening = sheet.opening
    for text in texts_of((*opening.section, *opening.opening, *opening.ending)):
        yield text.template


def templates_of(sheet: Stylesheet) -> Iterator[str]:
    """The templates of a layout that are printed."""
    yield from (*head_templates(sheet), sheet.folio.template, sheet.contents.texts.issue_line)
    spine = sheet.spine.thin if sheet.spine else ()
    for design in (*sheet.covers, spine, sheet.contents.design):
        for element in design or ():
            match element:
                case TextElement(content=content) | CoverLinesElement(content=content):
                    yield content
