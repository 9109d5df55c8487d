"""The contents and the bookmarks as they are made, against the titles and page numbers of the articles."""

from __future__ import annotations

import re
from itertools import pairwise

from huozi.content.issue_model import Article, Title
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings, Span
from huozi.display import Bookmark, GlyphRun, Page, Role
from huozi.inspection.drawn import opening_folios
from huozi.inspection.subject import Subject, at_page, squeezed
from huozi.records import NamedTuple
from huozi.structure import Kind, lineage


class Entry(NamedTuple):
    """An entry of the contents as it is printed: its place in the source, its texts, its page in the file."""

    span: Span
    text: str
    runs: tuple[str, ...]
    page: Page


def entries_on(pages: tuple[Page, ...]) -> list[Entry]:
    """The entries of the contents in the order that they are printed in; leaders left out."""
    found: dict[int, tuple[Span, list[str], Page]] = {}
    for page in pages:
        for placed in page.items:
            if placed.role is not Role.CONTENTS or not isinstance(placed.item, GlyphRun):
                continue
            for element in lineage(placed.element):
                if element.kind is Kind.CONTENTS_ENTRY:
                    entry = found.setdefault(id(element), (element.span, [], page))
                    entry[1].append("".join(placed.item.texts))
                    break
    return [
        Entry(span, squeezed("".join(runs)), tuple(map(squeezed, runs)), page) for span, runs, page in found.values()
    ]


def look_at_contents(subject: Subject, findings: Findings) -> None:
    """Report entries of the contents whose title, authors or page number are not the article's, and missing ones."""
    entries = entries_on(subject.pages)
    if not entries:
        return
    titles: dict[Span, Title] = {article.title.span: article.title for article in subject.texts}
    sections: dict[Span, Title] = {section.span: section.title for section in subject.issue.sections}
    authors = {article.title.span: article for article in subject.texts}
    folios = opening_folios(subject.pages)
    listed: list[Span] = []
    for entry in entries:
        title = titles.get(entry.span) or sections.get(entry.span)
        if title is None or _is_english(entry, subject):
            continue
        listed.append(entry.span)
        _check_entry(entry, title, folios.get(entry.span, ""), findings)
        if subject.sheet.contents.authors != "none" and entry.span in authors:
            _check_authors(entry, authors[entry.span], findings)
    for article in subject.issue.articles:
        if article.in_contents and article.title.span not in listed:
            findings.add(article.title.span, "contents-missing", title=plain_title(article.title))
    order = [span for span in listed if span in folios and folios[span].isdecimal()]
    for before, after in pairwise(order):
        if int(folios[after]) < int(folios[before]):
            findings.add(after, "contents-order", folio=folios[after], before=folios[before])


def _is_english(entry: Entry, subject: Subject) -> bool:
    """Whether an entry stands in the English contents, where names of sections have their Chinese place."""
    names = {section.span: section.name_en for section in subject.issue.sections if section.name_en}
    return squeezed(names.get(entry.span, "\0")) in entry.text


def _check_entry(entry: Entry, title: Title, folio: str, findings: Findings) -> None:
    name = squeezed(plain_title(title))
    if name not in entry.text:
        findings.extend([at_page(entry.page, entry.span, "contents-title", title=name, drawn=entry.text)])
        return
    numbers = re.findall("[0-9]+", entry.text.replace(name, "\0", 1))
    if folio and numbers and folio not in (*numbers, *entry.runs):
        arguments = {"title": name, "drawn": numbers[-1], "folio": folio}
        findings.extend([at_page(entry.page, entry.span, "contents-folio", **arguments)])


def _check_authors(entry: Entry, article: Article, findings: Findings) -> None:
    lacking = [author.name for author in article.authors if squeezed(author.name) not in entry.text]
    if lacking:
        arguments = {"title": plain_title(article.title), "names": "、".join(lacking)}
        findings.extend([at_page(entry.page, entry.span, "contents-authors", **arguments)])


def look_at_bookmarks(subject: Subject, findings: Findings) -> None:
    """Report titles that have no bookmark on their page."""
    folios = opening_folios(subject.pages)
    marks = {
        (page.label, squeezed(placed.item.title))
        for page in subject.pages
        for placed in page.items
        if isinstance(placed.item, Bookmark)
    }
    for article in subject.issue.articles:
        folio, title = folios.get(article.title.span, ""), plain_title(article.title)
        if folio and (folio, squeezed(title)) not in marks:
            findings.add(article.title.span, "bookmark-title", title=title, folio=folio)
