"""OCR text with Markdown's marks: from the bytes of a file to a manuscript.

The order of reading is on this page: masthead, contents page, contact block, furniture, sections and titles, articles.
Each step writes down in the ledger what became of its lines; the texts of the issue are what the ledger replays to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from huozi.content.importers.articles import ArticleLines, ArticleShape, article_lines, claim_article
from huozi.content.importers.cleaning import Mode, Piece, cells_of, clean
from huozi.content.importers.contents_page import ContentsPage, Entry, find_contents_page
from huozi.content.importers.desk import Desk, typed_measure
from huozi.content.importers.endmatter import ContactLines, find_contact
from huozi.content.importers.furniture import drop_furniture
from huozi.content.importers.ledger import Ledger
from huozi.content.importers.manuscript import (
    ArticleDraft,
    BlockDraft,
    Contact,
    Edit,
    EditKind,
    Manuscript,
    Masthead,
    SectionDraft,
    replay,
)
from huozi.content.importers.masthead import cover_lines, find_layout, read_masthead
from huozi.content.importers.source import LineKind, Places, decode, split_lines
from huozi.content.importers.titles import SectionPlan, plan_sections
from huozi.diagnostics import Findings
from huozi.scripts import HAN

REQUIRED = {"name": "刊名", "year": "年份", "issue": "期号", "serial": "总期号", "date": "出版日期"}
UNNAMED_SECTION = "未分栏"
MAX_NAME = 12  # characters of an article's name

_PHRASE = re.compile(f"[{HAN}A-Za-z0-9]+")  # what every file system keeps as it is


def read_ocr_text(data: bytes, file: str, layouts: Mapping[str, str]) -> Manuscript:
    """The manuscript of an OCR text: every character of it accounted for, every guess a finding.

    ``layouts`` maps the names of the journals known to the keys of their layouts. Raises ``InvalidIssue`` where the
    bytes are no text; a text that makes no sense gives a manuscript without articles and findings that say so.
    """
    source = decode(data, file)
    lines = split_lines(source)
    desk = Desk(source, lines, Places(file, lines), Ledger(source, lines), Findings(), typed_measure(lines))
    page = find_contents_page(source, lines)
    _claim_masthead(desk, page)
    if page:
        _claim_contents_page(desk, page)
    contact = find_contact(desk.texts(0, len(lines)))
    end = _first_line(contact) if contact else len(lines)
    _claim_contact(desk, contact)
    plans, articles = _claim_body(desk, page, end)
    _report_pictures(desk)
    for line in desk.ledger.unplaced():
        desk.say(line.index, "import-unplaced", text=line.plain[:20])
    return _manuscript(desk, file, layouts, plans, articles)


def _claim_masthead(desk: Desk, page: ContentsPage | None) -> None:
    before = desk.texts(0, page.first if page else len(desk.lines))
    if page and page.heading >= 0:
        desk.ledger.drop(page.heading, "contents-heading")
        before = tuple(line for line in before if line.index != page.heading)
    cover = cover_lines(before, before_contents=page is not None)
    known = read_masthead(desk, cover)
    if "date" in known:
        known |= {"year"}  # the date says it too
    for field, label in REQUIRED.items():
        if field not in known:
            desk.say(0, "import-masthead-missing", field=label)


def _claim_contents_page(desk: Desk, page: ContentsPage) -> None:
    """Drop the contents page; the names of sections, which stand nowhere else, are taken from it later."""
    for entry in page.entries:
        for line in entry.lines:
            desk.ledger.drop(line, "contents-entry")
    pages = [(entry.page, entry) for entry in page.entries if entry.page]
    for (number, _), (following, entry) in pairwise(pages):
        if following < number:
            desk.say(entry.lines[-1], "import-contents-page-order", entry=entry.title, page=following)


def _first_line(contact: ContactLines) -> int:
    return contact.heading if contact.heading >= 0 else contact.lines[0]


def _claim_contact(desk: Desk, contact: ContactLines | None) -> None:
    if contact is None:
        return
    desk.say(_first_line(contact), "import-contact", count=len(contact.lines))
    if contact.heading >= 0:
        _claim_line(desk, contact.heading, "journal/contact/heading", Mode.BODY)
    for number, line in enumerate(contact.lines, start=1):
        _claim_line(desk, line, f"journal/contact/lines/{number}", Mode.BODY)


def _claim_line(desk: Desk, line: int, destination: str, mode: Mode) -> None:
    item = desk.lines[line]
    cells = cells_of(desk.source, [Piece(line, item.body, item.body_end)])
    clean(cells, mode)
    desk.ledger.claim(line, cells.edits(destination)[line])


def _claim_body(desk: Desk, page: ContentsPage | None, end: int) -> tuple[Sequence[SectionPlan], list[ArticleShape]]:
    """Plan the sections of the body and claim its articles; gives the plans and the articles' shapes by number."""
    texts = replay(desk.source, desk.ledger.edits())
    names = [texts.get("journal/name", ""), texts.get("journal/name_en", "")]
    sections = [entry.title for entry in page.entries if entry.is_marked] if page else []
    drop_furniture(desk, desk.texts(0, end), names, sections)
    body = desk.texts(0, end)
    if not body:
        return (), []
    plans = plan_sections(desk, page, body)
    titles = sorted((title for plan in plans for title in plan.titles), key=lambda title: title.lines)
    found = list(article_lines(desk, titles, end))
    plans = _with_untitled(plans, found)
    numbers = {title.lines: i for i, title in enumerate((t for plan in plans for t in plan.titles), start=1)}
    shapes: dict[int, ArticleShape] = {}
    for article in found:
        number = numbers[article.title.lines]
        shapes[number] = claim_article(desk, number, article)
    _claim_sections(desk, plans)
    return plans, [shapes[number] for number in sorted(shapes)]


def _with_untitled(plans: Sequence[SectionPlan], found: Sequence[ArticleLines]) -> tuple[SectionPlan, ...]:
    """The plans with the text before the first title, where there is any, as the first article of all."""
    if not found or found[0].title.lines:
        return tuple(plans)
    first, *others = plans or [SectionPlan(None, ())]
    return (first._replace(titles=(found[0].title, *first.titles)), *others)


def _claim_sections(desk: Desk, plans: Sequence[SectionPlan]) -> None:
    """Take the sections' names from the contents page; a section without one is given a name to be replaced."""
    for number, plan in enumerate(plans, start=1):
        destination = f"issue/sections/{number}"
        if plan.entry is None or not _claim_section(desk, plan.entry, destination):
            line = next((title.lines[0] for title in plan.titles if title.lines), 0)
            desk.ledger.insert(line, UNNAMED_SECTION, "section-missing", destination)
            desk.say(line, "import-section-missing", name=UNNAMED_SECTION)


def _claim_section(desk: Desk, entry: Entry, destination: str) -> str:
    """Take a section's name from its entry; gives the name."""
    item = desk.lines[entry.lines[-1]]
    cells = cells_of(desk.source, [Piece(item.index, entry.start, entry.end)])
    clean(cells, Mode.TITLE)
    leader = Edit(entry.end, item.body_end, EditKind.DROPPED, "contents-leader")
    desk.ledger.amend(item.index, [*cells.edits(destination)[item.index], leader])
    return cells.text()


def _report_pictures(desk: Desk) -> None:
    for line in desk.lines:
        if line.kind is LineKind.PICTURE:
            desk.say(line.index, "import-picture", text=desk.body(line.index)[:60])


def _manuscript(
    desk: Desk, file: str, layouts: Mapping[str, str], plans: Sequence[SectionPlan], shapes: Sequence[ArticleShape]
) -> Manuscript:
    edits = desk.ledger.edits()
    texts = replay(desk.source, edits)
    masthead = _masthead(texts)
    journal, is_known = find_layout(masthead.name, masthead.name_en, layouts)
    if not is_known:
        desk.findings.add(desk.places.span(0), "import-journal-unknown", name=masthead.name or "？", key=journal)
    sections: list[SectionDraft] = []
    names: set[str] = set()
    number = 0
    for place, plan in enumerate(plans, start=1):
        drafts = []
        for title in plan.titles:
            number += 1
            drafts.append(_article(texts, number, shapes[number - 1], title.entry.page if title.entry else 0, names))
        sections.append(SectionDraft(texts[f"issue/sections/{place}"], tuple(drafts)))
    contact = _contact(texts)
    findings = tuple(sorted(desk.findings, key=lambda item: item.span[1:]))
    return Manuscript(file, desk.source, journal, masthead, tuple(sections), contact, edits, findings)


def _masthead(texts: Mapping[str, str]) -> Masthead:
    other = tuple(text for destination, text in texts.items() if destination.startswith("journal/other/"))
    journal = {field: texts.get(f"journal/{field}", "") for field in ("name", "name_en", "organiser")}
    issue = {field: texts.get(f"issue/{field}", "") for field in ("year", "issue", "serial", "date")}
    return Masthead(**journal, **issue, other=other)


def _contact(texts: Mapping[str, str]) -> Contact | None:
    lines = tuple(text for destination, text in texts.items() if destination.startswith("journal/contact/lines/"))
    return Contact(texts.get("journal/contact/heading", ""), lines) if lines else None


def _article(texts: Mapping[str, str], number: int, shape: ArticleShape, page: int, names: set[str]) -> ArticleDraft:
    title = texts[f"articles/{number}/title"]
    blocks = [
        BlockDraft(level, texts[destination], line)
        for i, (level, line) in enumerate(zip(shape.levels, shape.lines, strict=True), start=1)
        if (destination := f"articles/{number}/blocks/{i}") in texts
    ]
    return ArticleDraft(
        name=_name(title, names),
        title=title,
        blocks=tuple(blocks),
        line=shape.line,
        affiliation_note=texts.get(f"articles/{number}/affiliation_note", ""),
        source=texts.get(f"articles/{number}/source", ""),
        page=page or None,
    )


def _name(title: str, names: set[str]) -> str:
    """A name for an article's file: the first phrase of its title, cut to length, no other article's."""
    phrase = _PHRASE.search(title)
    stem = phrase[0].lower()[:MAX_NAME] if phrase else "article"
    name, count = stem, 1
    while name in names:
        count += 1
        name = f"{stem}-{count}"
    names.add(name)
    return name
